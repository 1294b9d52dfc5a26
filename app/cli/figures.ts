import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { bringByCommand } from '../../capabilities/figures/index.ts'
import { Refusal } from '../../platform/refusal.ts'
import { StartError } from '../../platform/start-error.ts'
import { say } from '../../platform/texts.ts'
import { type Command, connected, WrongUse, withDatabase } from './command.ts'

const usage = 'import cbs BESTAND --year JAAR [--edition NAAM] [--publisher NAAM] [--make-areas] [--apply]'

function optionsIn(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], strict: true, allowPositionals: true, options: { year: { type: 'string' }, edition: { type: 'string' }, publisher: { type: 'string' }, 'make-areas': { type: 'boolean' }, apply: { type: 'boolean' } } })
  } catch {
    throw new WrongUse(`Gebruik: npm run -s cli -- ${usage}`)
  }
}

const bytesOf = (path: string): Buffer => {
  try {
    return readFileSync(path)
  } catch {
    throw new StartError(`Dit bestand is er niet, of niet te lezen: ${path}`)
  }
}

/** What is wrong with a file, in words for who typed the command. */
const sentences = (refusal: Refusal): string => (refusal.errors.length === 0 ? say(refusal.text) : refusal.errors.map(({ detail }) => (typeof detail === 'string' ? detail : say(detail))).join('\n'))

/** Brings in a file with figures or boundaries. */
export const importFiguresCommand: Command = {
  name: 'import cbs',
  usage,
  what: 'Leest cijfers of grenzen in en zegt wat er verandert.',
  more: 'Kerncijfers wijken en buurten, StatLine, OData, gezondheidscijfers of GeoJSON. Zonder --apply verandert er niets: het bestand staat dan klaar bij "Cijfers beheren". Met --apply gaat alles in één keer.',
  run: (words) => {
    const { values, positionals: [path, ...rest] } = optionsIn(words)
    const year = Number(values.year)
    if (!path || rest.length > 0 || !Number.isInteger(year) || year < 1995 || year > 2100) throw new WrongUse(`Gebruik: npm run -s cli -- ${usage}`)
    const bytes = bytesOf(path)
    const said = { fileName: basename(path), bytes, year, publisher: values.publisher ?? 'Centraal Bureau voor de Statistiek', edition: values.edition ?? `Kerncijfers wijken en buurten ${year}`, makeAreas: values['make-areas'] ?? false }
    return withDatabase(({ ownerUrl }, { municipality }) =>
      connected(ownerUrl, async (client) => {
        const { rows: [town] } = await client.query<{ id: string }>('select id from municipalities where slug = $1', [municipality])
        if (!town) throw new StartError(`De gemeente "${municipality}" staat niet in deze gegevens.`)
        const { number, plan, applied } = await bringByCommand(ownerUrl, town.id, said, { apply: values.apply ?? false, now: new Date() }).catch((error: unknown) => {
          throw error instanceof Refusal ? new StartError(sentences(error)) : error
        })
        const [added, changed] = [plan.added.length + plan.boundaries.added.length, plan.changed.length + plan.boundaries.changed.length]
        console.info(`Bestand ${number}: ${added} nieuw, ${changed} anders, ${plan.unchanged} gelijk, ${plan.refused.length} geweigerd.`)
        for (const it of plan.refused.slice(0, 20)) console.info(`  geweigerd: ${it.code}, kolom ${it.column}, "${it.raw}". ${say(it.reason)}`)
        if (plan.unknownAreas.length > 0 && !said.makeAreas) console.info(`  ${plan.unknownAreas.length} gebieden kennen we niet; met --make-areas worden ze aangemaakt.`)
        console.info(applied ? 'Overgenomen.' : 'Er is nog niets veranderd. Kijk bij "Cijfers beheren", of gebruik --apply.')
        return 0
      }),
    )
  },
}
