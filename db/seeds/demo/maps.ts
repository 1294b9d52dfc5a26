import type pg from 'pg'
import { sectionKeys } from '../../../capabilities/neighbourhood-map/sectionKeys.ts'
import { areaId, municipalityId, personId } from './cast.ts'
import { idOf } from './ids.ts'
import type { World } from './index.ts'
import { insertAll } from './insert.ts'
import { kruiskamp, schothorst } from './maps/others.ts'
import { randenbroek } from './maps/randenbroek.ts'
import type { MapSeed, SectionSeed } from './maps/story.ts'

const own = { municipality_id: municipalityId }
const maps: readonly MapSeed[] = [randenbroek, kruiskamp, ...schothorst]

/** The id of a map of the demonstration; `edition` in years from this one. */
export const mapId = (area: string, edition = 0): string => idOf('map', `${area} ${edition}`)

/** The neighbourhood maps of the three neighbourhoods, in every state. */
export async function seedMaps(client: pg.ClientBase, world: World): Promise<void> {
  const at = (offset: number, hours = 10) => new Date(world.now.getTime() + offset * 86_400_000 - hours * 60_000).toISOString()
  const year = Number(world.day(0).slice(0, 4))
  const rows: Record<string, Record<string, unknown>[]> = {}
  const put = (table: string, row: Record<string, unknown>) => {
    rows[table] ??= []
    rows[table].push({ ...own, ...row })
  }
  for (const map of maps) putMap(map, { put, at, year, day: world.day })
  for (const table of ['neighbourhood_maps', 'map_sections', 'map_section_versions', 'map_contributions', 'cooperation_enquiries', 'cooperation_answers', 'map_scenarios', 'scenario_positions', 'scenario_choices', 'map_goals']) {
    // The number of a version is computed from another column.
    if (table === 'map_sections') await insertAll(client, table, (rows[table] ?? []).map(({ published_version, published_at, published_by, ...row }) => ({ ...row, status: row.status === 'published' ? 'ready' : row.status })))
    else await insertAll(client, table, rows[table] ?? [])
  }
  for (const row of (rows.map_sections ?? []).filter((it) => it.published_version !== null)) {
    await client.query('update map_sections set status = $1, published_version = $2, published_at = $3, published_by = $4 where municipality_id = $5 and map_id = $6 and key = $7', [row.status, row.published_version, row.published_at, row.published_by, municipalityId, row.map_id, row.key])
  }
}

type Putting = { put: (table: string, row: Record<string, unknown>) => void; at: (offset: number) => string; year: number; day: World['day'] }

function putSection(id: string, key: string, it: SectionSeed | undefined, { put, at }: Putting): void {
  const shown = it?.public ? { published_version: it.public.version ?? it.texts.length, published_at: at(it.public.on), published_by: personId(it.public.by) } : { published_version: null, published_at: null, published_by: null }
  const last = it?.texts.length ?? 0
  const status = it && shown.published_version !== null && shown.published_version !== last ? 'draft' : (it?.status ?? 'empty')
  put('map_sections', { map_id: id, key, status, version: last, ...shown })
  for (const [index, text] of (it?.texts ?? []).entries()) put('map_section_versions', { map_id: id, key, version: index + 1, body: text.body, source: text.source, made: 'written', restored_from: null, by_id: personId(text.by), at: at(text.on) })
}

function putMap(map: MapSeed, putting: Putting): void {
  const { put, at, year, day } = putting
  const name = `${map.area} ${map.edition}`
  const id = mapId(map.area, map.edition)
  put('neighbourhood_maps', { id, area_id: areaId(map.area), edition: year + map.edition, opened_at: at(map.opened.on), opened_by: personId(map.opened.by) })
  for (const key of sectionKeys) putSection(id, key, map.sections[key], putting)
  for (const [index, it] of map.added.entries()) {
    const shown = map.sections[it.section]?.public
    put('map_contributions', {
      id: idOf('map contribution', `${name} ${index}`), map_id: id, key: it.section, kind: it.kind, about: it.about ?? null, body: it.body, voice: it.voice ?? null, said_by: it.saidBy ?? null, said_on: it.told === undefined ? null : day(it.told),
      source: it.source ?? null, theme: it.theme ?? null, sort: it.sort ?? null, scale: it.scale ?? null, criteria: it.criteria ?? [], across: it.spot?.[0] ?? null, down: it.spot?.[1] ?? null, permission_on: it.permission && it.told !== undefined ? day(it.told) : null, permission_how: it.permission ?? null,
      by_id: personId(it.by), at: at(it.on), published_at: shown && !it.fresh ? at(Math.max(shown.on, it.on)) : null,
    })
  }
  putFuture(map, id, name, putting)
  if (!map.enquiry) return
  const { by, from, until, answers } = map.enquiry
  const enquiry = idOf('enquiry', name)
  put('cooperation_enquiries', { id: enquiry, map_id: id, opened_on: day(from), closes_on: day(until), opened_by: personId(by) })
  for (const [who, others, know, mobile, call] of answers) put('cooperation_answers', { enquiry_id: enquiry, person_id: personId(who), others, know, mobile, call, at: at(from + 2) })
}

function putFuture(map: MapSeed, id: string, name: string, { put, at, year, day }: Putting): void {
  const scenarioId = (key: string) => idOf('scenario', `${name} ${key}`)
  const made = { by_id: personId('anke'), at: at(-34), published_at: at(-30) }
  for (const it of map.scenarios ?? []) {
    put('map_scenarios', { id: scenarioId(it.key), map_id: id, title: it.title, body: it.body, horizon: year + it.ahead, rests_on: it.restsOn, ...made })
    for (const one of it.positions) put('scenario_positions', { id: idOf('position', `${name} ${it.key} ${one.party}`), scenario_id: scenarioId(it.key), ...one, ...made })
  }
  if (map.choice) put('scenario_choices', { id: idOf('choice', name), map_id: id, scenario_id: scenarioId(map.choice.scenario), reasons: map.choice.reasons, decided_by: map.choice.decidedBy, decided_on: day(map.choice.on), ...made })
  for (const [index, it] of (map.goals ?? []).entries()) {
    put('map_goals', {
      id: idOf('goal of map', `${name} ${index}`), map_id: id, scenario_id: it.scenario ? scenarioId(it.scenario) : null, term: it.term, goal: it.goal, sign: it.sign, who: it.who, from_year: year + it.from, until_year: year + it.until, rests_on: it.restsOn,
      state: it.state, version: 1, ...made,
    })
  }
}
