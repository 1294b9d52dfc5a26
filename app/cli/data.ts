import { seedDemo } from '../../db/seeds/demo/index.ts'
import { migrate } from '../../platform/migrate.ts'
import { claimFolder, secretIn } from '../../platform/postgres/index.ts'
import { useSealKey } from '../../platform/seal.ts'
import { StartError } from '../../platform/start-error.ts'
import { type Command, connected, migrationsFolder, WrongUse, withDatabase } from './command.ts'

/** Brings the database to the version of this program. */
export const migrateCommand: Command = {
  name: 'migrate',
  usage: 'migrate',
  what: 'Werkt de database bij tot de versie van dit programma.',
  more: 'Alleen vooruit; er gaat niets verloren. "npm start" doet dit ook.',
  run: () =>
    withDatabase(async ({ ownerUrl }) => {
      const taken = await migrate(ownerUrl, migrationsFolder)
      console.info(taken.length === 0 ? 'De database was al bij.' : `Bijgewerkt: ${taken.join(', ')}`)
      return 0
    }, true),
}

/** Fills an empty database with the demonstration. */
export const seedCommand: Command = {
  name: 'seed',
  usage: 'seed demo',
  what: 'Vult een lege database met de demonstratie.',
  more: 'Een database waar al iets in staat blijft zoals hij is.',
  run: (words) => {
    if (words[0] !== 'demo' || words.length > 1) throw new WrongUse('Gebruik: npm run -s cli -- seed demo')
    return withDatabase(async ({ ownerUrl }, { mode, dataDir, database }) => {
      if (mode !== 'demo') throw new StartError('De demonstratie hoort niet in een echte omgeving (SCHAKELBORD_MODE=production).')
      await migrate(ownerUrl, migrationsFolder)
      return connected(ownerUrl, async (client) => {
        if ((await client.query('select from municipalities limit 1')).rowCount) throw new StartError('Er staan al gegevens in deze database. Er is niets veranderd.')
        if (database) claimFolder(dataDir)
        useSealKey(secretIn(dataDir, 'seal', 32))
        await seedDemo(client)
        console.info('De demonstratie staat klaar.')
        return 0
      })
    }, true)
  },
}
