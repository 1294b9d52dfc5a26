import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { graph } from './graph.ts'
import { recordIdOf } from './identity.ts'
import { isOwn, ownColumn } from './ownColumns.ts'
import type { Reason, SourceRecord } from './record.ts'
import type { Value } from './values.ts'

type After = Record<string, Value>
type Tell = (reason: Reason, field: string) => void

/** What columns of our own name that this municipality has or has not: areas and teams by name, colleagues by id, and who has an address already. */
export type Here = {
  areas: ReadonlyMap<string, { id: string; name: string }>
  teams: ReadonlyMap<string, string>
  people: ReadonlySet<string>
  /** the record that has an address or key, by kind */
  holders: ReadonlyMap<string, string>
}
const nothing: Here = { areas: new Map(), teams: new Map(), people: new Set(), holders: new Map() }

const addresses = { service: 'slug', organization: 'slug', taxonomy: 'key' } as const
const addressed = Object.entries(addresses) as [keyof typeof addresses, string][]

/** Looks up what these records name, in the municipality that takes them in. A source without columns of our own asks nothing. */
export async function hereFor(db: Db, records: readonly SourceRecord[]): Promise<Here> {
  if (!records.some(({ fields }) => Object.keys(fields).some(isOwn))) return nothing
  const areas = await db.selectFrom('areas').select(['slug', 'id', 'name']).execute()
  const teams = await db.selectFrom('teams').select(['name', 'id']).execute()
  const people = await db.selectFrom('people').where('kind', '<>', 'resident').select('id').execute()
  const holders = new Map<string, string>()
  for (const [entity, column] of addressed) {
    const named = records.filter((it) => it.entity === entity).flatMap(({ fields }) => (fields[`schakelbord_${column}`] ? [String(fields[`schakelbord_${column}`])] : []))
    const { rows } = await sql<{ name: string; id: string }>`select x.${sql.ref(column)} as name, x.id from ${sql.table(graph[entity].table)} x where x.municipality_id = (select ctx.municipality()) and x.${sql.ref(column)} = any(${named})`.execute(db)
    for (const { name, id } of rows) holders.set(`${entity} ${name}`, id)
  }
  return { areas: new Map(areas.map(({ slug, ...it }) => [slug, it])), teams: new Map(teams.map(({ name, id }) => [name, id])), people: new Set(people.map(({ id }) => id)), holders }
}

/**
 * Gives the columns of our own the ids of this municipality, and leaves out what does not exist here. `taken` remembers addresses that the source gave before.
 *
 * @returns why the record cannot be taken in: a contact of a team that is not here would be seen by more people than before
 */
export function settled(it: Pick<SourceRecord, 'entity' | 'identifier'>, source: string, after: After, here: Here, taken: Set<string>, tell: Tell): { reason: Reason; field: string } | undefined {
  const { entity } = it
  const drop = (reason: Reason, field: string) => {
    delete after[field]
    tell(reason, field)
  }
  const area = after.schakelbord_area
  if (area !== undefined) {
    const found = here.areas.get(String(area))
    if (found) {
      after.schakelbord_area = found.id
      if (after.name === found.name && entity === 'service_area') delete after.name // the name of the area itself
    } else {
      drop('no-such-area', 'schakelbord_area')
      if (entity === 'service_area') after.schakelbord_reach = 'region'
    }
  } else if (entity === 'service_area' && after.schakelbord_reach !== undefined) after.schakelbord_reach = 'region'
  if (entity === 'location' && after.schakelbord_masked === true) for (const field of ['latitude', 'longitude', 'schakelbord_area', 'transportation', 'url']) if (after[field] !== undefined) drop('masked-is-nowhere', field)
  if (entity === 'contact') {
    const team = here.teams.get(String(after.schakelbord_team ?? ''))
    if (after.schakelbord_visibility === 'team' && !team) return { reason: 'no-such-team', field: 'schakelbord_team' }
    if (after.schakelbord_visibility === 'team' && team) after.schakelbord_team = team
    else delete after.schakelbord_team
  }
  if (after.schakelbord_owner_id !== undefined && !here.people.has(String(after.schakelbord_owner_id))) {
    const isKept = after.assurer_email !== undefined || after.schakelbord_owner_email !== undefined
    if (isKept) delete after.schakelbord_owner_id
    else drop('no-such-owner', 'schakelbord_owner_id')
  }
  for (const [kind, column] of addressed) {
    const field = `schakelbord_${column}`
    const name = after[field]
    if (kind !== entity || name === undefined) continue
    const holder = here.holders.get(`${entity} ${String(name)}`)
    if ((holder && holder !== recordIdOf(source, entity, it.identifier)) || taken.has(`${entity} ${String(name)}`)) drop('address-taken', field)
    else taken.add(`${entity} ${String(name)}`)
  }
  // A part that cannot be without one of its columns is left out whole.
  for (const [part, needs] of [['project', 'schakelbord_project_goals'], ['housing', 'schakelbord_housing_form'], ['scheme', 'schakelbord_scheme_what'], ['room', 'schakelbord_room_light'], ['room', 'schakelbord_room_told_on']] as const) {
    if (after[needs] === undefined) for (const field of Object.keys(after)) if (ownColumn(entity, field)?.beside === part) drop('missing', field)
  }
  return undefined
}

