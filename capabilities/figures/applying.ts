import { randomBytes, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { dropCountry, keepCountry } from './country.ts'
import type { KnownIndicator } from './measures.ts'
import type { Plan, PlannedFigure } from './plan.ts'
import type { Counts, ImportRecord } from './record.ts'
import { type Fresh, type FreshFigure, flagSuspects } from './suspects/flagging.ts'

/** Who takes a file in, and when; nobody by name on the command line. */
export type Taking = { db: Db; municipalityId: string; personId: string | null; now: Date }

/** A name as it stands in an address. */
export const slugOf = (name: string): string => name.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'gebied'

/** A list as the database writes it; only for what holds no quotes or commas. */
const listed = (values: readonly (string | number | null)[]): string => `{${values.map((it) => it ?? 'null').join(',')}}`

/** Areas that the file has and we do not: districts below the municipality, neighbourhoods below their district. */
async function makeAreas({ db, municipalityId }: Taking, { ground, year }: ImportRecord, plan: Plan): Promise<Map<string, string>> {
  const areaOf = new Map(ground.areaOf)
  const slugs = new Set(ground.areas.map((it) => it.slug))
  const order = [...plan.unknownAreas].sort((one, other) => 'NGWB'.indexOf(one.code[0] ?? '') - 'NGWB'.indexOf(other.code[0] ?? ''))
  const areas = order.map(({ code, name }) => {
    const id = randomUUID()
    const kind = code === 'NL00' ? 'country' : code.startsWith('WK') ? 'neighbourhood' : 'sub-area'
    const parentId = kind === 'country' ? null : ((kind === 'sub-area' ? areaOf.get(`WK${code.slice(2, 8)}`) : undefined) ?? ground.city.id)
    const plain = slugOf(name)
    const slug = slugs.has(plain) ? `${plain}-${code.toLowerCase()}` : plain
    slugs.add(slug)
    areaOf.set(code, id)
    return { id, parentId, slug, name, kind }
  })
  if (areas.length > 0) {
    await sql`insert into areas (municipality_id, id, parent_id, slug, name, kind)
      select ${municipalityId}, r.* from unnest(${listed(areas.map((it) => it.id))}::uuid[], ${listed(areas.map((it) => it.parentId))}::uuid[], ${areas.map((it) => it.slug)}::text[], ${areas.map((it) => it.name)}::text[], ${areas.map((it) => it.kind)}::text[]) as r (id, parent_id, slug, name, kind)`.execute(db)
    await sql`insert into area_codes (municipality_id, code, from_year, area_id)
      select ${municipalityId}, r.code, ${year}, r.area_id from unnest(${listed(order.map(({ code }) => code))}::text[], ${listed(areas.map((it) => it.id))}::uuid[]) as r (code, area_id)`.execute(db)
  }
  return areaOf
}

const rowOf = (municipalityId: string, it: KnownIndicator, position: number) => ({
  municipalityId, id: randomUUID(), key: it.key, nameNl: it.name[0], nameEn: it.name[1], definitionNl: it.definition[0], definitionEn: it.definition[1], moreNl: it.more[0], moreEn: it.more[1], lessNl: it.less[0], lessEn: it.less[1],
  unit: it.unit, baseNl: it.base?.[0] ?? null, baseEn: it.base?.[1] ?? null, kind: it.kind, direction: it.direction, decimals: it.decimals, smallestDifference: it.smallest === undefined ? null : String(it.smallest), highlighted: it.highlighted, position, origin: it.origin,
})

async function makeIndicators({ db, municipalityId }: Taking, { ground }: ImportRecord, plan: Plan): Promise<Map<string, string>> {
  const rows = plan.indicators.map((it, index) => rowOf(municipalityId, it, 1000 + ground.indicators.length + index))
  if (rows.length > 0) await db.insertInto('indicators').values(rows).execute()
  return new Map([...ground.indicators, ...rows].map((it) => [it.key, it.id]))
}

async function sourceFor({ db, municipalityId }: Taking, { publisher, edition, year, sourceId }: ImportRecord): Promise<string> {
  if (sourceId) return sourceId
  const id = randomUUID()
  await db.insertInto('sources').values({ municipalityId, id, publisher, edition, year, url: null }).execute()
  return id
}

const counted = (plan: Plan, made: number): Counts => ({
  new: plan.added.length + plan.boundaries.added.length, changed: plan.changed.length + plan.boundaries.changed.length, unchanged: plan.unchanged, refused: plan.refused.length, areas: made, breaks: plan.breaks.length,
})

type Taken = FreshFigure & Pick<PlannedFigure, 'state' | 'column' | 'was'>

/** Ids that follow each other, as in version 7 of UUID: the time, chance, and a number that counts on. So many rows come at one place of the index that knows them by their id. */
function idsFrom(now: Date): () => string {
  const [time, chance] = [now.getTime().toString(16).padStart(12, '0'), randomBytes(8).toString('hex')]
  const before = `${time.slice(0, 8)}-${time.slice(8, 12)}-7${chance.slice(0, 3)}-8${chance.slice(3, 6)}-${chance.slice(6, 8)}`
  let at = Number.parseInt(chance.slice(8), 16)
  return () => before + (at++).toString(16).padStart(10, '0')
}

function takenOf(plan: Plan, now: Date, areaOf: ReadonlyMap<string, string>, indicatorOf: ReadonlyMap<string, string>): Taken[] {
  const next = idsFrom(now)
  return [...plan.added, ...plan.changed].map(({ code, indicator, state, value, population, column, was }) => ({ id: was?.id ?? next(), areaId: areaOf.get(code) ?? '', indicatorId: indicatorOf.get(indicator) ?? '', state, value, population: population ?? was?.population ?? null, column, was }))
}

/** Each of these once, sorted, with its place from 1. */
const numbered = (values: readonly string[]): Map<string, number> => new Map([...new Set(values)].sort().map((value, place) => [value, place + 1]))

/** Columns travel as lists, and what is the same on many lines once: so much less for the database to read. */
async function addFigures({ db, municipalityId }: Taking, record: ImportRecord, sourceId: string, added: readonly Taken[]): Promise<void> {
  if (added.length === 0) return
  const [areas, columns, indicators] = [numbered(added.map((it) => it.areaId)), numbered(added.map((it) => it.column)), numbered(added.map((it) => it.indicatorId))]
  // in the order of the index that keeps figures apart: it grows at one place at a time then
  const order = Float64Array.from(added, (it, place) => ((areas.get(it.areaId) ?? 0) * (indicators.size + 1) + (indicators.get(it.indicatorId) ?? 0)) * added.length + place).sort()
  const lists: [ids: string[], areas: number[], indicators: number[], states: string[], values: (number | string)[], populations: (number | string)[], places: number[]] = [[], [], [], [], [], [], []]
  for (const place of order) {
    const it = added[place % added.length]!
    lists[0].push(it.id)
    lists[1].push(areas.get(it.areaId) ?? 0)
    lists[2].push(indicators.get(it.indicatorId) ?? 0)
    lists[3].push(it.state)
    lists[4].push(it.value ?? 'null')
    lists[5].push(it.population ?? 'null')
    lists[6].push(columns.get(it.column) ?? 0)
  }
  const [ids, ofAreas, ofIndicators, states, values, populations, places] = lists.map(listed)
  await sql`insert into figures (municipality_id, id, area_id, indicator_id, year, state, value, population, source_id, place_cited, import_id)
    select ${municipalityId}, r.id, (${listed([...areas.keys()])}::uuid[])[r.area], (${listed([...indicators.keys()])}::uuid[])[r.indicator], ${record.year}, r.state, r.value, r.population, ${sourceId}, 'kolom ' || (${[...columns.keys()]}::text[])[r.place], ${record.id}
    from unnest(${ids}::uuid[], ${ofAreas}::integer[], ${ofIndicators}::integer[], ${states}::text[], ${values}::numeric[], ${populations}::integer[], ${places}::integer[]) as r (id, area, indicator, state, value, population, place)`.execute(db)
}

/** Keeps what stood there, for taking the file back, and puts the figures of the file in its place. */
async function changeFigures({ db, municipalityId }: Taking, record: ImportRecord, figures: readonly Taken[]): Promise<void> {
  if (figures.length === 0) return
  const changed = JSON.stringify(figures.map((it) => ({ id: it.id, state: it.state, value: it.value, population: it.population, place_cited: `kolom ${it.column}` })))
  await sql`insert into replaced_figures (municipality_id, import_id, figure_id, was)
    select f.municipality_id, ${record.id}, f.id, to_jsonb(f) from figures f join jsonb_to_recordset(${changed}::jsonb) as r (id uuid) on r.id = f.id where f.municipality_id = ${municipalityId}`.execute(db)
  await sql`update figures f set state = r.state, value = r.value, qualifier = null, population = coalesce(r.population, f.population), place_cited = r.place_cited, import_id = ${record.id}, doubt_nl = null, doubt_en = null
    from jsonb_to_recordset(${changed}::jsonb) as r (id uuid, state text, value numeric, population integer, place_cited text) where r.id = f.id and f.municipality_id = ${municipalityId}`.execute(db)
}

/** Takes a file in: areas, indicators, source and figures, with what stood there kept for taking it back. The caller's transaction holds all of it. */
export async function applyPlan(taking: Taking, record: ImportRecord, plan: Plan): Promise<Counts> {
  const { db, municipalityId } = taking
  let fresh: Fresh | undefined
  const areaOf = record.makeAreas ? await makeAreas(taking, record, plan) : new Map(record.ground.areaOf)
  if (record.shape === 'boundaries') {
    await keepBoundaries(taking, record, plan, areaOf)
    await keepCountry(taking, record, null)
  } else {
    const indicatorOf = await makeIndicators(taking, record, plan)
    const sourceId = await sourceFor(taking, record)
    const taken = takenOf(plan, taking.now, areaOf, indicatorOf)
    fresh = { importId: record.id, sourceId, year: record.year, publisher: record.publisher, figures: taken }
    await addFigures(taking, record, sourceId, taken.filter((it) => it.was === null))
    await keepCountry(taking, record, sourceId)
    await changeFigures(taking, record, taken.filter((it) => it.was !== null))
    for (const code of plan.breaks) {
      await db.insertInto('areaChanges').values({ municipalityId, id: randomUUID(), areaId: areaOf.get(code) ?? '', year: record.year, kind: 'boundary', noteNl: null, noteEn: null, importId: record.id }).onConflict((on) => on.doNothing()).execute()
    }
  }
  const counts = counted(plan, record.makeAreas ? plan.unknownAreas.length : 0)
  await decided(taking, record, 'applied', counts)
  if (record.shape !== 'boundaries') await flagSuspects(taking, municipalityId, fresh)
  return counts
}

async function keepBoundaries({ db, municipalityId }: Taking, { year, id }: ImportRecord, { boundaries }: Plan, areaOf: ReadonlyMap<string, string>): Promise<void> {
  const rows = [...boundaries.added, ...boundaries.changed].map((it) => ({ area_id: areaOf.get(it.code), geometry: it.geometry }))
  await sql`insert into area_boundaries (municipality_id, area_id, from_year, geometry, import_id)
    select ${municipalityId}, area_id, ${year}, geometry, ${id} from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (area_id uuid, geometry jsonb)
    on conflict (municipality_id, area_id, from_year) do update set geometry = excluded.geometry, import_id = excluded.import_id, schematic = false`.execute(db)
}

/** Takes a file back: its own figures go, and what stood there returns. Areas and indicators that it brought stay, without its figures. */
export async function withdraw(taking: Taking, record: ImportRecord): Promise<void> {
  const { db, municipalityId } = taking
  await sql`update figures f set state = r.state, value = r.value, qualifier = r.qualifier, population = r.population, place_cited = r.place_cited, import_id = r.import_id, doubt_nl = r.doubt_nl, doubt_en = r.doubt_en
    from replaced_figures p, jsonb_to_record(p.was) as r (state text, value numeric, qualifier text, population integer, place_cited text, import_id uuid, doubt_nl text, doubt_en text)
    where p.municipality_id = ${municipalityId} and p.import_id = ${record.id} and f.municipality_id = p.municipality_id and f.id = p.figure_id`.execute(db)
  await db.deleteFrom('replacedFigures').where('importId', '=', record.id).where('municipalityId', '=', municipalityId).execute()
  await db.deleteFrom('figures').where('importId', '=', record.id).where('municipalityId', '=', municipalityId).execute()
  await db.deleteFrom('areaChanges').where('importId', '=', record.id).where('municipalityId', '=', municipalityId).execute()
  await db.deleteFrom('areaBoundaries').where('importId', '=', record.id).where('municipalityId', '=', municipalityId).execute()
  await dropCountry(taking, record.id)
  await decided(taking, record, 'withdrawn', record.counts)
  await flagSuspects(taking, municipalityId)
}

/** Writes down what became of a file, who decided that, and when. */
export const decided = ({ db, municipalityId, personId, now }: Taking, record: ImportRecord, state: 'applied' | 'withdrawn' | 'discarded', counts: Counts | null) =>
  db.updateTable('figureImports').set({ state, counts: counts === null ? null : JSON.stringify(counts), decidedBy: personId, decidedAt: now, version: record.version + 1 }).where('municipalityId', '=', municipalityId).where('id', '=', record.id).execute()
