import pg from 'pg'
import { auditFilesIn, startSealer } from '../capabilities/audit/index.ts'
import { seedDemo } from '../db/seeds/demo/index.ts'
import { migrate } from '../platform/migrate.ts'
import { oneProgram } from '../platform/locks.ts'
import type { Log } from '../platform/log.ts'
import { claimFolder, type Logins, secretIn, startCluster } from '../platform/postgres/index.ts'
import { useSealKey } from '../platform/seal.ts'
import type { Installation } from '../platform/settings.ts'
import { StartError } from '../platform/start-error.ts'

/** The site as the database describes it. */
export type Site = { municipalityId: string; municipalityName: string; phone: string | null }
/** A migrated database with everything that belongs to it. */
export type OpenDatabase = Logins & { folder: string | null; sealKey: Buffer; site: Site; startSealing: (log: Log) => Promise<{ stop: () => Promise<void> }>; close: () => Promise<void> }

/** Holds the data folder for this program: a second one that wants it hears so. @throws StartError */
async function hold(ownerUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: ownerUrl })
  client.on('error', () => {}) // the database went away; requests will say so themselves
  await client.connect()
  const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [oneProgram])
  if (rows[0]?.held) return client
  await client.end()
  throw new StartError('Schakelbord draait al op deze gegevens. Stop dat programma eerst, of kies met DATA_DIR een andere map.')
}

/** Fills an empty database with the demonstration; a filled one stays as it is. */
async function seedWhenEmpty(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    if ((await client.query('select from municipalities limit 1')).rowCount === 0) await seedDemo(client)
  } finally {
    await client.end()
  }
}

async function siteOf(ownerUrl: string, slug: string): Promise<Site> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ id: string; name: string; phone: string | null }>('select id, name, phone from municipalities where slug = $1', [slug])
    if (!rows[0]) throw new StartError(`De gemeente "${slug}" staat niet in deze gegevens. Kies met MUNICIPALITY een andere.`)
    return { municipalityId: rows[0].id, municipalityName: rows[0].name, phone: rows[0].phone }
  } finally {
    await client.end()
  }
}

const reached = async (url: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  try {
    await client.connect()
    await client.end()
  } catch {
    throw new StartError('De database van DATABASE_URL is niet bereikbaar. Kijk of de server draait en of naam en wachtwoord kloppen.')
  }
}

/** Opens the database of this installation: its own cluster, or the server that the settings name. No second program may serve from it. */
export async function openDatabase(installation: Installation, migrations: string): Promise<OpenDatabase> {
  const { dataDir, database, mode, municipality } = installation
  if (database) {
    claimFolder(dataDir)
    for (const url of Object.values(database)) await reached(url)
  }
  const cluster = database ? null : await startCluster({ dataDir })
  const { ownerUrl, appUrl, sealerUrl } = database ?? (cluster as Logins)
  const close = async () => cluster?.stop()
  let lock: pg.Client | undefined
  try {
    lock = cluster ? await hold(ownerUrl) : undefined
    await migrate(ownerUrl, migrations)
    const sealKey = secretIn(dataDir, 'seal', 32)
    useSealKey(sealKey) // the demonstration seals too
    if (mode === 'demo') await seedWhenEmpty(ownerUrl)
    const site = await siteOf(ownerUrl, municipality)
    let endSupervision = async () => {}
    return {
      ownerUrl, appUrl, sealerUrl, site,
      folder: cluster ? dataDir : null,
      sealKey,
      startSealing: async (log) => {
        const { keyFolder, anchorsFile } = auditFilesIn(dataDir)
        if (cluster) {
          endSupervision = cluster.keepRunning(async (failure) => {
            log.error({ event: failure ? 'database.not-restarted' : 'database.restarted' })
            if (!failure) lock = await hold(ownerUrl)
          })
        }
        return startSealer(sealerUrl, keyFolder, anchorsFile, { tell: ({ event, code }) => (event === 'audit.verified' && code === 'intact' ? log.info : log.error)({ event, code }) })
      },
      close: async () => {
        await endSupervision()
        await lock?.end().catch(() => {})
        await close()
      },
    }
  } catch (error) {
    await lock?.end().catch(() => {})
    if (lock) await close()
    throw error
  }
}
