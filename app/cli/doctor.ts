import { statfsSync } from 'node:fs'
import { createServer } from 'node:net'
import { appliedTo, migrationsIn } from '../../platform/migrate.ts'
import { readSettings } from '../../platform/settings.ts'
import { type Command, connected, migrationsFolder, withDatabase } from './command.ts'

type Finding = { good: boolean; what: string }

const portFree = (port: number, host: string): Promise<boolean> =>
  new Promise((answer) => {
    const server = createServer()
    server.once('error', () => answer(false))
    server.listen(port, host, () => server.close(() => answer(true)))
  })

async function ofDatabase(): Promise<Finding[]> {
  return withDatabase(({ ownerUrl, appUrl }) =>
    connected(ownerUrl, async (owner) => {
      const { rows } = await owner.query<{ name: string; setting: string }>("select name, setting from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit', 'server_version_num')")
      const setting = Object.fromEntries(rows.map((row) => [row.name, row.setting]))
      const had = await appliedTo(owner)
      const missing = migrationsIn(migrationsFolder).filter(({ name }) => !had.has(name)).length
      const limited = await connected(appUrl, async (app) => (await app.query<{ limited: boolean }>('select not (rolsuper or rolbypassrls) as limited from pg_roles where rolname = current_user')).rows[0]?.limited === true)
      return [
        { good: Number(setting.server_version_num) >= 150_000, what: `PostgreSQL ${Math.floor(Number(setting.server_version_num) / 10_000)} antwoordt` },
        { good: ['fsync', 'full_page_writes', 'synchronous_commit'].every((name) => setting[name] !== 'off'), what: 'wat bevestigd is, staat op schijf (fsync, full_page_writes, synchronous_commit)' },
        { good: limited, what: 'het programma logt in met een beperkte rol' },
        { good: missing === 0, what: missing === 0 ? 'de database is bij' : `${missing} stappen moeten nog: npm run -s cli -- migrate` },
      ]
    }),
  )
}

/** Looks at everything that could stand in the way, and says what to do about it. */
export const doctor: Command = {
  name: 'doctor',
  usage: 'doctor',
  what: 'Kijkt na of alles in orde is en zegt wat er moet gebeuren.',
  more: 'Eindigt met 1 als er iets niet in orde is.',
  run: async () => {
    const installation = readSettings(process.env)
    const free = await portFree(installation.port, installation.host)
    const findings: Finding[] = [
      { good: Number(process.versions.node.split('.')[0]) >= 24, what: `Node ${process.versions.node}` },
      { good: true, what: free ? `poort ${installation.port} is vrij` : `poort ${installation.port} is in gebruik (door Schakelbord zelf, of door iets anders)` },
      ...(await ofDatabase()),
    ]
    const { bavail, bsize } = statfsSync(installation.dataDir)
    findings.push({ good: bavail * bsize > 200 * 1024 * 1024, what: `${Math.floor((bavail * bsize) / 1024 / 1024)} MB vrij in ${installation.dataDir}` })
    for (const { good, what } of findings) console.info(`${good ? 'goed ' : 'FOUT '} ${what}`)
    return findings.every(({ good }) => good) ? 0 : 1
  },
}
