import { existsSync, readFileSync, statfsSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import type pg from 'pg'
import { auditFilesIn, keysIn } from '../../capabilities/audit/index.ts'
import { oneProgram } from '../../platform/locks.ts'
import { appliedTo, migrationsIn } from '../../platform/migrate.ts'
import { folderIsOurs, type Logins } from '../../platform/postgres/index.ts'
import { type Installation, readSettings } from '../../platform/settings.ts'
import { StartError } from '../../platform/start-error.ts'
import { type Command, connected, migrationsFolder, nothingIn, withDatabase } from './command.ts'

type Finding = { good: boolean; what: string }

const leastFree = 200 * 1024 * 1024
const sealedWithin = 60_000

const portFree = (port: number, host: string): Promise<boolean> =>
  new Promise((answer) => {
    const server = createServer()
    server.once('error', () => answer(false))
    server.listen(port, host, () => server.close(() => answer(true)))
  })

/** A finding from work that may fail: its own sentence when it does, or else `otherwise`. */
async function guarded(work: () => Promise<Finding[]> | Finding[], otherwise: string): Promise<Finding[]> {
  try {
    return await work()
  } catch (error) {
    return [{ good: false, what: error instanceof StartError ? error.message : otherwise }]
  }
}

const durability = ['fsync', 'full_page_writes', 'synchronous_commit']

async function ofServer(owner: pg.Client): Promise<Finding[]> {
  const { rows } = await owner.query<{ name: string; setting: string }>('select name, setting from pg_settings where name = any ($1)', [[...durability, 'server_version_num', 'server_version']])
  const setting = Object.fromEntries(rows.map((row) => [row.name, row.setting]))
  const off = durability.filter((name) => setting[name] === 'off')
  return [
    { good: Number(setting.server_version_num) >= 150_000, what: Number(setting.server_version_num) >= 150_000 ? `PostgreSQL ${setting.server_version} antwoordt` : `PostgreSQL ${setting.server_version} is te oud: 15 of nieuwer is nodig` },
    { good: off.length === 0, what: off.length === 0 ? `wat bevestigd is, staat op schijf (${durability.join(', ')})` : `staat uit in PostgreSQL: ${off.join(', ')}. Zet het aan; anders kan werk verloren gaan` },
  ]
}

async function ofRole(url: string, whose: string): Promise<Finding> {
  const limited = await connected(url, async (it) => (await it.query<{ limited: boolean }>('select not (rolsuper or rolbypassrls) as limited from pg_roles where rolname = current_user')).rows[0]?.limited === true)
  return { good: limited, what: limited ? `${whose} logt in met een beperkte rol` : `${whose} logt in met een rol die alles mag: geef die geen superuser en geen bypassrls` }
}

async function ofMigrations(owner: pg.Client): Promise<Finding> {
  const had = await appliedTo(owner)
  const steps = migrationsIn(migrationsFolder)
  if ([...had.keys()].some((name) => !steps.some((step) => step.name === name))) return { good: false, what: 'de database is van een nieuwere Schakelbord: werk het programma bij' }
  const changed = steps.find(({ name, hash }) => had.has(name) && had.get(name) !== hash)
  if (changed) return { good: false, what: `de stap ${changed.name} is anders dan toen hij werd gezet` }
  const missing = steps.filter(({ name }) => !had.has(name)).length
  return { good: missing === 0, what: missing === 0 ? `de database is bij (${steps.at(-1)?.name})` : `${missing} stappen moeten nog: npm run -s cli -- migrate` }
}

async function ofContent(owner: pg.Client, { municipality }: Installation): Promise<Finding[]> {
  const [town, served, waiting] = [
    await owner.query('select from municipalities where slug = $1', [municipality]),
    await owner.query<{ free: boolean }>('select pg_try_advisory_lock($1) as free', [oneProgram]),
    await owner.query<{ late: boolean }>(
      `select exists (select from audit.events e where e.recorded_at < now() - make_interval(secs => $1) and e.xid >= coalesce((select s.upto from audit.seals s order by s.sealed_at desc, s.upto desc limit 1), '0'::xid8)) as late`,
      [sealedWithin / 1000],
    ),
  ]
  const running = served.rows[0]?.free !== true
  const late = waiting.rows[0]?.late === true
  return [
    { good: town.rowCount === 1, what: town.rowCount === 1 ? `de gemeente ${municipality} staat in de gegevens` : `de gemeente "${municipality}" staat niet in de gegevens: kies met MUNICIPALITY een andere` },
    { good: !(late && running), what: late ? (running ? 'het logboek wordt niet verzegeld: bekijk de log van het programma' : 'een deel van het logboek wordt verzegeld zodra het programma draait') : 'het logboek is verzegeld' },
  ]
}

const ofDatabase = (installation: Installation): Promise<Finding[]> => {
  if (!installation.database && !folderIsOurs(installation.dataDir)) throw nothingIn(installation.dataDir)
  return withDatabase(({ ownerUrl, appUrl, sealerUrl }: Logins) =>
    connected(ownerUrl, async (owner) => {
      const migrations = await ofMigrations(owner)
      return [...(await ofServer(owner)), await ofRole(appUrl, 'het programma'), await ofRole(sealerUrl, 'de verzegelaar'), migrations, ...(migrations.good ? await ofContent(owner, installation) : [])]
    }),
  )
}

function ofKeys(dataDir: string): Finding[] {
  const file = join(dataDir, 'keys/seal')
  const { keyFolder } = auditFilesIn(dataDir)
  const whole = existsSync(file) && Buffer.from(readFileSync(file, 'utf8').trim(), 'base64url').length === 32
  const closed = process.platform === 'win32' || !whole || (statSync(file).mode & 0o077) === 0
  const findings = [{ good: whole && closed, what: !whole ? `de sleutel ${file} ontbreekt of is beschadigd: zet hem terug uit de back-up` : closed ? 'de sleutel van verzegelde gegevens is er' : `anderen kunnen ${file} lezen: zet de rechten op 0600` }]
  if (existsSync(join(keyFolder, 'audit-ed25519.pub.pem'))) {
    keysIn(keyFolder)
    return [...findings, { good: true, what: 'de sleutels van het logboek zijn er en horen bij elkaar' }]
  }
  return findings
}

function ofDisk(dataDir: string): Finding[] {
  const { bavail, bsize } = statfsSync(dataDir)
  const room = Math.floor((bavail * bsize) / 1024 / 1024)
  return [{ good: bavail * bsize > leastFree, what: bavail * bsize > leastFree ? `${room} MB vrij in ${dataDir}` : `nog maar ${room} MB vrij in ${dataDir}: maak minstens 200 MB vrij` }]
}

async function ofPort({ port, host }: Installation): Promise<Finding[]> {
  return [{ good: true, what: (await portFree(port, host)) ? `poort ${port} is vrij` : `poort ${port} is in gebruik (door Schakelbord zelf, of door iets anders)` }]
}

/** Looks at everything that could stand in the way, and says what to do about it. */
export const doctor: Command = {
  name: 'doctor',
  usage: 'doctor',
  what: 'Kijkt na of alles in orde is en zegt wat er moet gebeuren.',
  more: 'Instellingen, Node, poort, schijf, sleutels, database en logboek; verandert niets. Eindigt met 1 als er iets niet in orde is.',
  run: async () => {
    const node = Number(process.versions.node.split('.')[0]) >= 24
    const installation = readSettings(process.env)
    const { dataDir, mode } = installation
    const findings: Finding[] = [
      { good: true, what: `de instellingen kloppen (${mode === 'demo' ? 'demonstratie' : 'echte omgeving'})` },
      { good: node, what: node ? `Node ${process.versions.node}` : `Node ${process.versions.node} is te oud: 24 is nodig` },
      ...(await ofPort(installation)),
      ...(existsSync(dataDir) ? await guarded(() => ofDisk(dataDir), `de schijf met ${dataDir} is niet te bekijken`) : []),
      ...(await guarded(() => ofDatabase(installation), 'de database antwoordt niet zoals verwacht')),
      ...(folderIsOurs(dataDir) ? await guarded(() => ofKeys(dataDir), 'de sleutels van het logboek zijn niet te gebruiken: zet ze terug uit de back-up, met rechten 0600') : []),
    ]
    for (const { good, what } of findings) console.info(`${good ? 'goed ' : 'FOUT '} ${what}`)
    return findings.every(({ good }) => good) ? 0 : 1
  },
}
