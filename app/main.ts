import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openPool } from '../platform/db.ts'
import { forgetNotices } from '../capabilities/board/index.ts'
import { startReminders } from '../capabilities/directory/index.ts'
import { closeListsOfEnded, forgetDropOuts } from '../capabilities/participation/index.ts'
import { startImports } from '../capabilities/exchange/index.ts'
import { readiness } from '../platform/health.ts'
import { openLog } from '../platform/log.ts'
import { mailFolder, mailServer } from '../platform/mail.ts'
import { migrationsIn } from '../platform/migrate.ts'
import { type Installation, readSettings } from '../platform/settings.ts'
import { StartError } from '../platform/start-error.ts'
import { openDatabase } from './database.ts'
import { listenerOf } from './listener.ts'
import { createServing } from './server.tsx'
import { healthRoutes } from './health.ts'

const here = dirname(fileURLToPath(import.meta.url))
/** The root of the program, from its source and from its build. */
const root = existsSync(join(here, 'db/migrations')) ? here : join(here, '..')

const finishWithin = 20_000
/** Long enough for who decided to come here before we said that we stop. */
const grace = 150

/** Takes the port first, so that a port in use is known before anything is touched. */
function listen({ host, port }: Installation): Promise<ReturnType<typeof createServer>> {
  return new Promise((listening, failed) => {
    const server = createServer((_request, response) => {
      response.writeHead(503, { 'Retry-After': '2', 'Content-Type': 'text/plain; charset=utf-8' }).end('Schakelbord start op.\n')
    })
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') failed(new StartError(`Poort ${port} is al in gebruik. Stop het andere programma, of kies een andere poort: PORT=3001 npm start`))
      else if (error.code === 'EACCES') failed(new StartError(`Op poort ${port} mag dit programma niet luisteren. Kies een poort boven 1023.`))
      else failed(new StartError(`Op ${host} kan niet worden geluisterd. Kies met HOST een adres van dit apparaat.`))
    })
    server.listen(port, host, () => listening(server))
  })
}

async function main(): Promise<void> {
  const installation = readSettings(process.env)
  const server = await listen(installation)
  const log = openLog(installation.logLevel)
  const database = await openDatabase(installation, join(root, 'db/migrations'))
  const pool = openPool(database.appUrl)
  const sealing = await database.startSealing(log)
  const postman = installation.mail ? mailServer(installation.mail.url, installation.mail.from) : mailFolder(join(installation.dataDir, 'outbox'))
  const reminders = startReminders({ ownerUrl: database.ownerUrl, origin: installation.publicUrl, postman, log, hourly: [forgetNotices, closeListsOfEnded, forgetDropOuts] })
  const imports = startImports({ ownerUrl: database.ownerUrl, log })
  let stopping = false
  const ready = readiness({
    pool,
    migrations: migrationsIn(join(root, 'db/migrations')).map(({ name }) => name),
    dataDir: database.folder,
    keysPresent: () => database.sealKey.length === 32,
    stopping: () => stopping,
    now: () => performance.now(),
  })
  const settings = { ...database.site, mode: installation.mode, origin: installation.publicUrl, secure: installation.publicUrl.startsWith('https:'), oidc: installation.oidc, securityContact: installation.securityContact, embedSites: installation.embedSites, trustedProxy: installation.trustedProxy, unlimited: !installation.throttle, now: () => new Date() }
  const serving = createServing({ pool, settings, log: (fault) => log.error({ event: 'fault', ...fault }), ...(log.tellsAll && { requests: (entry) => log.info({ event: 'request', ...entry }) }), health: healthRoutes(ready, log) })
  server.removeAllListeners('request')
  const answer = listenerOf(serving)
  server.on('request', (request, response) => {
    if (stopping) response.setHeader('Connection', 'close')
    answer(request, response)
  })

  const stop = async () => {
    if (stopping) return
    stopping = true
    await new Promise((over) => setTimeout(over, grace))
    const ended = new Promise((done) => server.close(done))
    server.closeIdleConnections()
    await Promise.race([ended, new Promise((late) => setTimeout(late, finishWithin))])
    await reminders.stop()
    await imports.stop()
    await sealing.stop()
    await pool.end()
    await database.close()
    process.exit(0)
  }
  // A terminal tells the whole group and npm passes it on, so the same wish arrives more than once.
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  console.info(`Schakelbord draait op ${installation.publicUrl}`)
}

main().catch((error: unknown) => {
  console.error(error instanceof StartError ? error.message : 'Schakelbord kon niet starten. Voer "npm run -s cli -- doctor" uit om te zien waarom.')
  if (!(error instanceof StartError) && process.env.LOG_LEVEL === 'debug') console.error(error)
  process.exit(1)
})
