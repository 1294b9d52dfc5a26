import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { areaId, membershipId, municipalityId, organizationId, otherMunicipalityId, personId, teamId } from '../db/seeds/demo/cast.ts'
import { seedPeople } from '../db/seeds/demo/people.ts'
import { migrate } from '../platform/migrate.ts'
import { type Cluster, startCluster } from '../platform/postgres/index.ts'
import { type Case, caseAt, numberOf, otherTeams } from './cases.ts'
import { postcodes, spotAt, spots, standing } from './questions.ts'
import { chances } from './random.ts'
import { organizationsFor, service } from './services.ts'

const root = fileURLToPath(new URL('../', import.meta.url))
const secret = 'secret-of-who-looks'

/** What a world can hold more of. */
export type Growing = 'services' | 'signals' | 'cases'
/** A running product on made-up data. */
export type World = { cluster: Cluster; owner: pg.Client; serve: (environment?: Record<string, string>) => Promise<Served>; load: Record<Growing, (upTo: number) => Promise<void>>; close: () => Promise<void> }
export type Served = { port: number; pid: number; stop: () => Promise<void> }

/** Who looks at cases: a coordinator of one team. */
export const cookie = { cookie: `schakelbord=${secret}` }

const freePort = async (): Promise<number> => {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  return port
}

const uuid = (name: string): string => createHash('sha256').update(name).digest('hex').replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-8$4-$5')
const text = (value: string | number | boolean | null): string => (value === null ? '\\N' : String(value))

async function fill(client: pg.Client, table: string, columns: string, count: readonly [number, number], row: (place: number) => readonly (string | number | boolean | null)[] | undefined): Promise<void> {
  function* lines() {
    for (let place = count[0]; place < count[1]; place++) {
      const values = row(place)
      if (values) yield `${values.map(text).join('\t')}\n`
    }
  }
  await pipeline(Readable.from(lines()), client.query(copyFrom(`copy ${table} (${columns}) from stdin`)))
}

const team = (it: Case): string => (it.team === 0 ? teamId('randenbroek-schuilenburg') : uuid(`team ${it.team} ${it.elsewhere}`))
const town = (it: { elsewhere: boolean }): string => (it.elsewhere ? otherMunicipalityId : municipalityId)
const owner = (it: Case): string => (it.elsewhere ? personId('karin') : personId('hassan'))
const day = (offset: number): string => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10)

async function loadCases(client: pg.Client, seed: number, had: number, upTo: number): Promise<void> {
  const range = [had, upTo] as const
  const it = (place: number) => caseAt(seed, place)
  const began = day(-300)
  await fill(client, 'cases', 'municipality_id, id, number, team_id, purpose, state, urgency, owner_id, next_on, started_on, opened_by, opened_at, closed_at', range, (place) => {
    const one = it(place)
    const closed = one.state === 'closed'
    return [town(one), one.id, one.number, team(one), 'welfare', one.state, one.urgency, owner(one), closed ? null : day(one.nextIn), began, owner(one), `${began} 10:00Z`, closed ? `${day(-20)} 10:00Z` : null]
  })
  await fill(client, 'case_contents', 'municipality_id, case_id, themes, question_kind, question', range, (place) => {
    const one = it(place)
    return [town(one), one.id, '{loneliness}', one.questionKind, `Vraag ${place}`]
  })
  await fill(client, 'involvements', 'municipality_id, id, case_id, person_id, organization_id, team_id, role, class, purpose, reason, from_at, until_at, added_by, case_team_id, case_purpose', range, (place) => {
    const one = it(place)
    return one.involved ? [municipalityId, chances(seed + 1, place).uuid(), one.id, personId('hassan'), organizationId('swa'), team(one), 'owner', 4, 'welfare', 'eigenaar', `${began} 10:00Z`, `${day(300)} 10:00Z`, personId('hassan'), team(one), 'welfare'] : undefined
  })
  await fill(client, 'grounds', 'municipality_id, id, case_id, kind, with_identity, team_id, purpose, from_at', range, (place) => {
    const one = it(place)
    return one.involved ? [municipalityId, chances(seed + 2, place).uuid(), one.id, 'anonymous', false, team(one), 'welfare', `${began} 10:00Z`] : undefined
  })
}

async function loadSignals(client: pg.Client, seed: number, had: number, upTo: number): Promise<void> {
  const id = (place: number) => chances(seed + 3, place).uuid()
  const range = [had, upTo] as const
  await fill(client, 'signals', 'municipality_id, id, number, team_id, purpose, state, outcome, urgency, owner_id, channel, received_at, finished_at', range, (place) => [
    municipalityId, id(place), numberOf(place), teamId('kruiskamp-koppel'), 'welfare', 'closed', 'advised', 'normal', personId('youssef'), 'website', `${day(-90)} 10:00Z`, `${day(-60)} 10:00Z`,
  ])
  await fill(client, 'signal_contents', 'municipality_id, signal_id, seen, knows, source', range, (place) => [municipalityId, id(place), `Waarneming ${place}`, 'no', 'own'])
  await fill(client, 'signallers', 'municipality_id, signal_id, relation, wants_feedback, anonymous', range, (place) => [municipalityId, id(place), 'neighbour', false, true])
  await fill(client, 'auth.follow_codes', 'code_hash, municipality_id, signal_id', range, (place) => [`\\\\x${createHash('sha256').update(`code ${seed} ${place}`).digest('hex')}`, municipalityId, id(place)])
}

/** Where services are to be found, and whom they ask for an indication: what filters and distance are about. */
async function placeServices(client: pg.Client, seed: number, had: number, upTo: number): Promise<void> {
  if (had === 0) {
    await fill(client, 'locations', 'municipality_id, id, name, latitude, longitude', [0, spots], (place) => {
      const { id, latitude, longitude } = spotAt(seed, place)
      return [municipalityId, id, `Plek ${place}`, latitude, longitude]
    })
    for (const { postcode4, latitude, longitude } of postcodes) await client.query('insert into postcodes (municipality_id, postcode4, latitude, longitude) values ($1, $2, $3, $4) on conflict do nothing', [municipalityId, postcode4, latitude, longitude])
  }
  await fill(client, 'service_at_locations', 'municipality_id, id, service_id, location_id', [had, upTo], (place) => [municipalityId, chances(seed + 6, place).uuid(), service(seed, place).id, spotAt(seed, standing(seed, place).spot).id])
}

/** So many services are indexed at once. */
const piece = 1000

const loadServices = (placed: boolean) => async (client: pg.Client, seed: number, had: number, upTo: number): Promise<void> => {
  const organization = (place: number) => uuid(`organization ${place}`)
  if (had === 0) await fill(client, 'organizations', 'municipality_id, id, slug, name', [0, organizationsFor], (place) => [municipalityId, organization(place), `o-${place}`, `Organisatie ${place}`])
  await fill(client, 'services', 'municipality_id, id, organization_id, slug, name, summary, description, for_whom, visibility, assured_date, indication', [had, upTo], (place) => {
    const one = service(seed, place)
    return [municipalityId, one.id, organization(one.organization), one.slug, one.name, one.summary, one.description, one.forWhom, one.public ? 'public' : 'professionals', day(-30), placed ? standing(seed, place).indication : 'unknown']
  })
  if (placed) await placeServices(client, seed, had, upTo)
  await client.query("set session_replication_role = 'origin'") // what was kept of the directory must hear that it changed
  if (had === 0) await client.query('select directory.index_organization($1, o.id) from organizations o where o.municipality_id = $1', [municipalityId])
  // In pieces that are committed, as an import does: in one transaction the database cannot clean up or look at what it has, and a million takes hours.
  for (let from = had; from < upTo; from += piece) {
    const ids = Array.from({ length: Math.min(piece, upTo - from) }, (_, at) => service(seed, from + at).id)
    await client.query('select directory.index_services($1, $2::uuid[])', [municipalityId, ids])
    if (from === had) await client.query('analyze')
  }
  await client.query("set session_replication_role = 'replica'")
}

async function signedIn(client: pg.Client): Promise<void> {
  await client.query(
    `insert into auth.sessions (token_hash, municipality_id, kind, person_id, membership_id, purpose, strong_at, created_at, seen_at, expires_at, idle)
     values (sha256($1::bytea), $2, 'session', $3, $4, 'welfare', now(), now(), now(), now() + interval '1 day', '1 day')`,
    [secret, municipalityId, personId('hassan'), membershipId('hassan')],
  )
}

/** Makes a durable database with people and teams, and a program that serves from it. `placed` services are on the map. */
export async function world(seed: number, { placed }: { placed: boolean }): Promise<World> {
  const home = mkdtempSync(join(tmpdir(), 'schakelbord-bench-'))
  chmodSync(home, 0o755) // the account of the database must come here
  const dataDir = join(home, 'data')
  const cluster = await startCluster({ dataDir })
  await migrate(cluster.ownerUrl, join(root, 'db/migrations'))
  const owner = new pg.Client(cluster.superUrl('schakelbord'))
  owner.on('error', () => {}) // whoever asks next hears it
  await owner.connect()
  await owner.query('set statement_timeout = 0')
  await seedPeople(owner)
  await signedIn(owner)
  await owner.query("set session_replication_role = 'replica'") // the rules hold for what is generated; checking them row by row would take minutes
  for (const elsewhere of [false, true]) await fill(owner, 'teams', 'municipality_id, id, area_id, kind, slug, name, purpose', [1, otherTeams + 1], (place) => [town({ elsewhere }), uuid(`team ${place} ${elsewhere}`), areaId('schothorst'), 'signalling-network', `t-${place}`, `Team ${place}`, 'welfare'])
  const had = { services: 0, signals: 0, cases: 0 }
  const children = new Set<ChildProcess>()
  const grow = (what: Growing, load: (client: pg.Client, seed: number, had: number, upTo: number) => Promise<void>, tables: string) => async (upTo: number) => {
    if (upTo <= had[what]) return
    await load(owner, seed, had[what], upTo)
    had[what] = upTo
    await owner.query(`vacuum analyze ${tables}`)
    await owner.query('checkpoint')
  }
  return {
    cluster,
    owner,
    load: {
      signals: grow('signals', loadSignals, 'signals, signal_contents, signallers, auth.follow_codes'),
      services: grow('services', loadServices(placed), 'services, organizations, directory_index, service_at_locations, locations, directory.lexicon'),
      cases: grow('cases', loadCases, 'cases, case_contents, involvements, grounds'),
    },
    serve: async (environment = {}) => {
      const port = await freePort()
      const child = spawn(process.execPath, [join(root, 'dist/main.js')], { cwd: home, env: { PATH: process.env.PATH, HOME: process.env.HOME, DATA_DIR: dataDir, PORT: String(port), THROTTLE: 'nee', LOG_LEVEL: 'silent', ...environment }, stdio: ['ignore', 'pipe', 'inherit'] })
      children.add(child)
      const ended = once(child, 'exit')
      const started = await Promise.race([once(child.stdout, 'data'), ended.then(() => undefined)])
      if (!started) throw new Error('the program did not start')
      const stop = async (signal: NodeJS.Signals) => {
        children.delete(child)
        child.kill(signal)
        await ended
      }
      // Killed, so that the database goes on for the next one.
      return { port, pid: Number(child.pid), stop: () => stop('SIGKILL') }
    },
    close: async () => {
      for (const child of children) child.kill('SIGKILL')
      await owner.end()
      await cluster.stop()
      rmSync(home, { recursive: true, force: true })
    },
  }
}
