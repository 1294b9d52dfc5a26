import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { anchor, auditFilesIn, keysIn, sealOnce, type Verification, verify } from '../../capabilities/audit/index.ts'
import { checkVersions, type Manifest, putBack, putFiles, readManifest, takeBackup } from '../../platform/backup/index.ts'
import { migrationsIn } from '../../platform/migrate.ts'
import { claimFolder, type Logins, markWhole, startCluster } from '../../platform/postgres/index.ts'
import { type Installation, readSettings } from '../../platform/settings.ts'
import { StartError } from '../../platform/start-error.ts'
import { namesIn, tell } from './audit.ts'
import { type Command, connected, migrationsFolder, withDatabase } from './command.ts'
import { folderIn } from './options.ts'

const counted = ({ tables }: Manifest): number => tables.reduce((sum, { rows }) => sum + rows, 0)
const moment = (iso: string): string => new Date(iso).toLocaleString('nl-NL', { timeZone: 'Europe/Amsterdam', dateStyle: 'long', timeStyle: 'medium' })

/** Copies everything to a folder, while people go on working. */
export const backupCommand: Command = {
  name: 'backup',
  usage: 'backup MAP',
  what: 'Maakt een back-up in een nieuwe of lege map, terwijl het programma gewoon doorwerkt.',
  more: 'Database, sleutels en ankers, met een inhoudsopgave en controlegetallen. In de map staan persoonsgegevens en sleutels: bewaar hem versleuteld en op een andere plek.',
  run: (words) => {
    const folder = folderIn(words, 'backup MAP')
    return withDatabase(({ ownerUrl }, { dataDir }) =>
      connected(ownerUrl, async (client) => {
        const manifest = await takeBackup(client, dataDir, folder)
        console.info(`De back-up staat in ${folder}: ${manifest.tables.length} tabellen met ${counted(manifest)} regels en ${manifest.files.length - manifest.tables.length} bestanden, van ${moment(manifest.takenAt)}.`)
        console.info('In deze map staan persoonsgegevens en sleutels. Bewaar hem versleuteld en op een andere plek.')
        return 0
      }),
    )
  },
}

/** Seals what the backup held unsealed, after looking whether everything before it fits. */
async function verified({ sealerUrl }: Logins, dataDir: string): Promise<{ found: Verification; after: Verification }> {
  const { keyFolder, anchorsFile } = auditFilesIn(dataDir)
  const { privateKey, publicKey } = keysIn(keyFolder)
  return connected(sealerUrl, async (client) => {
    const look = () => verify(client, { publicKey, anchors: anchorsFile, now: new Date() })
    const found = await look()
    if (found.state === 'tampered') return { found, after: found }
    await sealOnce(client, privateKey, new Date())
    await anchor(client, anchorsFile, new Date())
    return { found, after: await look() }
  })
}

async function target({ database, dataDir }: Installation): Promise<Logins & { folder: string | null; stop: () => Promise<void> }> {
  if (existsSync(dataDir) && readdirSync(dataDir).length > 0) throw new StartError(`De map ${dataDir} is niet leeg. Terugzetten kan alleen in een lege map; kies er een met DATA_DIR.`)
  if (!database) return startCluster({ dataDir, restoring: true })
  for (const url of Object.values(database)) await connected(url, async () => {})
  claimFolder(dataDir, 'restoring')
  return { ...database, folder: null, stop: async () => {} }
}

function certificate(manifest: Manifest, folder: string, extra: readonly string[], { dataDir, database }: Installation): void {
  const into = database ? `de database ${new URL(database.ownerUrl).pathname.slice(1)} en de map ${dataDir}` : `de map ${dataDir}`
  for (const line of [
    'BEWIJS VAN TERUGZETTEN',
    `  teruggezet op        ${moment(new Date().toISOString())}`,
    `  back-up              ${folder}, van ${moment(manifest.takenAt)}, PostgreSQL ${manifest.postgresql}`,
    `  in                   ${into}`,
    `  bestanden            ${manifest.files.length} nagekeken op grootte en SHA-256`,
    `  tabellen             ${manifest.tables.length}, samen ${counted(manifest)} regels; teruggelezen en gelijk aan de back-up`,
    `  versie               ${manifest.migrations.at(-1)?.name}${extra.length > 0 ? `, daarna bijgewerkt tot ${extra.at(-1)}` : ''}`,
  ]) console.info(line)
}

async function restore(folder: string): Promise<number> {
  const installation = readSettings(process.env)
  const { dataDir } = installation
  const manifest = await readManifest(folder)
  checkVersions(manifest, migrationsIn(migrationsFolder))
  const logins = await target(installation)
  try {
    putFiles(manifest, folder, dataDir)
    const extra = await putBack(logins.ownerUrl, manifest, folder, migrationsFolder)
    const { found, after } = await verified(logins, dataDir)
    markWhole(dataDir)
    certificate(manifest, folder, extra, installation)
    const late = found.findings.filter(({ kind }) => kind === 'restored').length
    console.info(`  logboek              ${after.rows} regels nagekeken${late > 0 ? `; ${late} waren bij het maken van de back-up nog niet verzegeld en zijn dat nu` : ''}`)
    tell(after, await connected(logins.ownerUrl, namesIn))
    return after.state === 'tampered' ? 1 : 0
  } catch (error) {
    await logins.stop()
    clear(dataDir, logins.folder)
    throw error
  } finally {
    await logins.stop()
  }
}

/** The folder was empty when we began, so everything in it is ours; and so is the cluster that was made. */
function clear(dataDir: string, cluster: string | null): void {
  if (cluster) for (const path of [cluster, `${cluster}.log`]) rmSync(path, { recursive: true, force: true })
  for (const name of readdirSync(dataDir)) rmSync(join(dataDir, name), { recursive: true, force: true })
}

/** Puts a backup back into an empty place, and proves that it is the same. */
export const restoreCommand: Command = {
  name: 'restore',
  usage: 'restore MAP',
  what: 'Zet een back-up terug in een lege map (DATA_DIR) of een lege database (DATABASE_URL).',
  more: [
    'Kijkt eerst alle controlegetallen na. Zet dan alles terug, leest het terug, vergelijkt, en kijkt het logboek na.',
    'Lukt het niet, dan blijft de map leeg. Eindigt met 0 en een bewijs; met 1 als het niet lukte of als er al vóór de back-up met het logboek was geknoeid.',
  ].join('\n'),
  run: (words) => restore(folderIn(words, 'restore MAP')),
}
