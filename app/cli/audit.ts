import { existsSync } from 'node:fs'
import type pg from 'pg'
import { auditFilesIn, exitCodeOf, publicKeyIn, recordVerification, type Verification, verify } from '../../capabilities/audit/index.ts'
import { StartError } from '../../platform/start-error.ts'
import { type Command, connected, WrongUse, withDatabase } from './command.ts'
import { findingLine, type Names, stateLine } from './findings.ts'
import { optionsIn } from './options.ts'

const usage = 'audit verify [--org SLUG] [--from DATUM] [--anchors BESTAND]'
const text = { type: 'string' as const }
const shownAtMost = 10

const dayIn = (typed: string): Date => {
  const at = new Date(`${typed}T00:00:00Z`)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(typed) || Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== typed) throw new WrongUse(`Dit is geen dag: ${typed}. Schrijf hem als 2026-03-02.`)
  return at
}

/** The names of all organisations. */
export const namesIn = async (client: pg.ClientBase): Promise<Names> =>
  new Map((await client.query<{ id: string; name: string }>('select id, name from organizations')).rows.map(({ id, name }) => [id, name]))

async function organizationIn(client: pg.ClientBase, slug: string, municipality: string): Promise<string> {
  const { rows } = await client.query<{ id: string }>('select o.id from organizations o join municipalities m on m.id = o.municipality_id where o.slug = $1 and m.slug = $2', [slug, municipality])
  if (!rows[0]) throw new StartError(`De organisatie "${slug}" staat niet in deze gegevens.`)
  return rows[0].id
}

/** Tells what came of it, the first bad place first. */
export function tell(report: Verification, names: Names): void {
  console.info(stateLine(report))
  const [first, ...others] = report.findings
  if (!first) return
  console.info(`  ${report.state === 'tampered' ? 'Eerste plek: ' : ''}${findingLine(first, names)}`)
  for (const one of others.slice(0, shownAtMost - 1)) console.info(`  ${findingLine(one, names)}`)
  if (others.length >= shownAtMost) console.info(`  en nog ${others.length - shownAtMost + 1}`)
}

async function run(words: readonly string[]): Promise<number> {
  const { org, from, anchors } = optionsIn(words, { org: text, from: text, anchors: text }, usage)
  const since = from === undefined ? undefined : dayIn(from)
  if (anchors !== undefined && !existsSync(anchors)) throw new StartError(`Het bestand ${anchors} is er niet.`)
  return withDatabase(({ ownerUrl, sealerUrl }, { dataDir, municipality }) =>
    connected(ownerUrl, async (client) => {
      const { keyFolder, anchorsFile } = auditFilesIn(dataDir)
      if (!existsSync(keyFolder)) throw new StartError(`In ${keyFolder} staat geen sleutel van het logboek.`)
      const asked = org === undefined ? undefined : await organizationIn(client, org, municipality)
      const now = new Date()
      const report = await verify(client, { publicKey: publicKeyIn(keyFolder), anchors: anchors ?? anchorsFile, organization: asked, from: since, now })
      if (!asked && !since) await connected(sealerUrl, (sealer) => recordVerification(sealer, report, now))
      tell(report, await namesIn(client))
      return exitCodeOf(report)
    }),
  )
}

/** Holds the log against its seals and anchors. */
export const auditVerifyCommand: Command = {
  name: 'audit verify',
  usage,
  what: 'Kijkt na of er met het logboek is geknoeid.',
  more: [
    'Zonder --org gaat het over alle organisaties; met --from alleen over wat vanaf die dag is verzegeld.',
    'Neem met --anchors een bestand dat op een andere plek wordt bewaard; anders dat uit de map met gegevens.',
    'Eindigt met 0: ongeschonden; 1: geknoeid, met de eerste plek; 2: dat is niet te zeggen.',
  ].join('\n'),
  // Not being able to look is not the same as tampering.
  run: (words) =>
    run(words).catch((error: unknown) => {
      console.error(error instanceof WrongUse || error instanceof StartError ? error.message : `Het nakijken lukte niet: ${(error as Error).message}`)
      return 2
    }),
}
