import { type Command, WrongUse } from './cli/command.ts'
import { auditVerifyCommand } from './cli/audit.ts'
import { backupCommand, restoreCommand } from './cli/backup.ts'
import { doctor } from './cli/doctor.ts'
import { importFiguresCommand } from './cli/figures.ts'
import { migrateCommand, seedCommand } from './cli/data.ts'
import { accountsCommand, userAddCommand, userInviteCommand } from './cli/people.ts'
import { StartError } from '../platform/start-error.ts'

const commands: readonly Command[] = [doctor, migrateCommand, seedCommand, accountsCommand, userAddCommand, userInviteCommand, auditVerifyCommand, backupCommand, restoreCommand, importFiguresCommand]

const overview = () => ['Gebruik: npm run -s cli -- OPDRACHT', '', ...commands.map((it) => `  ${it.usage.padEnd(72)} ${it.what}`), '', 'Met --help achter een opdracht staat er meer.'].join('\n')

async function run(words: readonly string[]): Promise<number> {
  const command = commands.find((it) => it.name.split(' ').every((word, index) => words[index] === word))
  if (!command) {
    const asked = words.length === 0 || words.includes('--help')
    console[asked ? 'info' : 'error'](asked ? overview() : `Deze opdracht bestaat niet: ${words.join(' ')}\n\n${overview()}`)
    return asked ? 0 : 2
  }
  const rest = words.slice(command.name.split(' ').length)
  if (rest.includes('--help')) {
    console.info(`Gebruik: npm run -s cli -- ${command.usage}\n\n${command.what}\n${command.more}`)
    return 0
  }
  return command.run(rest)
}

run(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    if (error instanceof WrongUse) console.error(error.message)
    else console.error(error instanceof StartError ? error.message : `Dit ging mis: ${(error as Error).message}`)
    process.exit(error instanceof WrongUse ? 2 : 1)
  },
)
