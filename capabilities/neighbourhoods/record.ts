import { sql } from 'kysely'
import type { Reading } from '../../platform/context.ts'
import { notFound } from '../../platform/refusal.ts'
import type { Text } from '../../platform/texts.ts'
import { type AreaNeed, findNeed } from '../prevalences/index.ts'
import { type AreaSocial, findSocial } from '../social/index.ts'
import { type Sketched, sketchedAreas } from './locator.ts'

export type AreaKind = 'country' | 'province' | 'municipality' | 'neighbourhood' | 'sub-area' | 'village' | 'project-area'
export type Area = { id: string; parentId: string | null; slug: string; name: string; kind: AreaKind; /** made of parts that somebody chose, beside the tree */ composed: boolean }
/** What is said of an area that is made of chosen parts. */
export type Composed = { about: string | null; endedOn: string | null; endedBecause: string | null }

/** What is counted or asked, with the words in which a difference is told. */
export type Indicator = {
  id: string
  key: string
  name: Text
  definition: Text
  more: Text
  less: Text
  lead: Text | null
  unit: 'number' | 'percent' | 'euro' | 'score'
  base: Text | null
  kind: 'fact' | 'estimate' | 'perception'
  decimals: number
  /** in the unit of the figure; null when the indicator is never tested */
  smallest: number | null
  highlighted: boolean
}

/** One figure as a source prints it. `value` is null unless it is known: missing is never zero. */
export type Figure = {
  areaId: string
  indicatorId: string
  year: number | null
  state: 'known' | 'missing' | 'suppressed'
  value: number | null
  qualifier: 'about' | 'more-than' | 'less-than' | null
  /** the group of which `value` is a percentage, when its size is known */
  population: number | null
  sourceId: string
  cited: string | null
  doubt: Text | null
  /** what somebody found who looked at a figure that could hardly be right */
  checked: Checked | null
  /** what stood there before somebody put it right or withdrew it, the latest first */
  corrections?: readonly Correction[]
}
export type Correction = { kind: 'corrected' | 'withdrawn'; value: number | null; reason: string; at: Date }
export type Checked = { judgement: 'right' | 'asked'; reason: string }

export type Source = { id: string; publisher: string; edition: string; year: number | null; url: string | null }
export type Story = { kind: 'strength' | 'quote' | 'history'; areaId: string; body: Text; saidBy: Text | null; toldOn: string | null; sourceId: string | null }
export type Team = { slug: string; name: string; areaId: string; phone: string | null }

/** Everything about one area that its page is made of. */
export type AreaRecord = {
  area: Area
  /** the area it lies in, below the municipality */
  parent: Area | undefined
  city: Area
  /** the areas it consists of */
  parts: readonly Area[]
  /** what each of those consists of, for figures that only smaller areas have */
  within: ReadonlyMap<string, readonly Area[]>
  composed: Composed | null
  /** the other parts of the area it lies in */
  siblings: readonly Area[]
  indicators: readonly Indicator[]
  figures: readonly Figure[]
  sources: readonly Source[]
  stories: readonly Story[]
  team: Team | undefined
  /** areas that lie beside it, itself among them, and what they look like on a sketch */
  around: readonly Area[]
  sketched: readonly Sketched[]
  /** how people live together */
  social: AreaSocial
  /** how often something occurs, and what is offered here */
  need: AreaNeed
}

type Db = Reading['db']
const text = (nl: string, en: string): Text => ({ nl, en })
const maybe = (nl: string | null, en: string | null): Text | null => (nl === null || en === null ? null : { nl, en })

const allAreas = (db: Db) => db.selectFrom('areas').select(['id', 'parentId', 'slug', 'name', 'kind', 'composed', 'about', 'endedOn', 'endedBecause']).orderBy('name').execute()
type AreaRow = Awaited<ReturnType<typeof allAreas>>[number]

/**
 * The areas that the page of one needs, by name: those directly in the municipality and above it, and the near ones: what lies in it, in its parts, and in what it or a part that was
 * chosen for it lies in. A large city has hundreds of others.
 */
async function areasNear(db: Db, slug: string): Promise<AreaRow[]> {
  const { rows } = await sql<AreaRow>`
    with me as (select id, parent_id from areas where slug = ${slug}),
    chosen as (select p.part_id as id, a.parent_id from area_parts p join me on me.id = p.area_id left join areas a on a.id = p.part_id),
    holding as (select id from me union select parent_id from me union select a.id from areas a join me on a.parent_id = me.id union select id from chosen union select parent_id from chosen)
    select a.id, a.parent_id, a.slug, a.name, a.kind, a.composed, a.about, a.ended_on, a.ended_because
    from areas a left join areas p on p.municipality_id = a.municipality_id and p.id = a.parent_id
    where p.id is null or p.kind in ('country', 'province', 'municipality') or a.parent_id in (select id from holding) or a.id in (select id from chosen)
    order by a.name`.execute(db)
  return rows
}

const allParts = (db: Db) => db.selectFrom('areaParts').select(['areaId', 'partId']).execute()

const allTeams = (db: Db): Promise<Team[]> => db.selectFrom('teams').select(['slug', 'name', 'areaId', 'phone']).where('kind', '=', 'linking-team').orderBy('name').execute()

const municipalitiesOf = (db: Db) => db.selectFrom('areas as m').where('m.kind', '=', 'municipality').select('m.id')

const chosenParts = (db: Db, slug: string) => db.selectFrom('areaParts as p').innerJoin('areas as w', (join) => join.onRef('w.municipalityId', '=', 'p.municipalityId').onRef('w.id', '=', 'p.areaId')).where('w.slug', '=', slug).select('p.partId')

/** Ids of the area, what it lies in, its parts, what lies beside it in the same area below the municipality, and the municipality; of an area made of chosen parts those parts and what lies in them. */
const around = (db: Db, slug: string) =>
  db
    .selectFrom('areas as a')
    .innerJoin('areas as me', (join) =>
      join.onRef('me.municipalityId', '=', 'a.municipalityId').on((on) =>
        on.or([on('a.kind', '=', 'municipality'), on('a.id', '=', on.ref('me.id')), on('a.parentId', '=', on.ref('me.id')), on('a.id', '=', on.ref('me.parentId')), on.and([on('me.composed', '=', true), on.or([on('a.id', 'in', chosenParts(db, slug)), on('a.parentId', 'in', chosenParts(db, slug))])]), on.and([on('a.parentId', '=', on.ref('me.parentId')), on('me.parentId', 'not in', municipalitiesOf(db))])]),
      ),
    )
    .where('me.slug', '=', slug)
    .select('a.id')

/** All indicators of the municipality, in the order in which they are shown; or the one with this key. */
export async function indicatorsOf(db: Db, key?: string): Promise<Indicator[]> {
  const asked = db.selectFrom('indicators').selectAll().orderBy('position')
  const rows = await (key === undefined ? asked : asked.where('key', '=', key)).execute()
  return rows.map((it) => ({
    id: it.id, key: it.key, name: text(it.nameNl, it.nameEn), definition: text(it.definitionNl, it.definitionEn), more: text(it.moreNl, it.moreEn), less: text(it.lessNl, it.lessEn), lead: maybe(it.leadNl, it.leadEn),
    unit: it.unit, base: maybe(it.baseNl, it.baseEn), kind: it.kind, decimals: it.decimals, smallest: it.smallestDifference === null ? null : Number(it.smallestDifference), highlighted: it.highlighted,
  }))
}

const allFigures = (db: Db) => db.selectFrom('figures').selectAll()

type Flagged = { explanationNl: string; explanationEn: string; judgement: Checked['judgement'] | null; reason: string | null }

/** Why a figure may be wrong: until somebody looked and found it right, it is in doubt. What was found always stands beside it. */
function doubtOf(printed: Text | null, flags: readonly Flagged[]): Pick<Figure, 'doubt' | 'checked'> {
  const open = flags.filter((it) => it.judgement !== 'right')
  const told = flags.find((it) => it.judgement === 'asked') ?? flags.find((it) => it.judgement !== null)
  const why = open.length === 0 ? null : text(open.map((it) => it.explanationNl).join(' '), open.map((it) => it.explanationEn).join(' '))
  const doubt = flags.length > 0 && open.length === 0 ? null : (printed ?? why)
  return { doubt, checked: told?.judgement ? { judgement: told.judgement, reason: told.reason ?? '' } : null }
}

type Beside = { figureId: string; flag: Flagged | null; correction: { kind: Correction['kind']; value: number | null; reason: string; at: string } | null }

/** Flags and corrections of the figures that a question asks for, in one go: which figures those are is looked up once for both. */
async function besideFigures(db: Db, asked: ReturnType<typeof allFigures>): Promise<Beside[]> {
  const { rows } = await sql<Beside>`
    with asked as materialized (${asked.clearSelect().select('id')})
    select figure_id, json_build_object('explanationNl', explanation_nl, 'explanationEn', explanation_en, 'judgement', judgement, 'reason', reason) as flag, null::json as correction, rule, 0 as version
      from figure_flags where figure_id in (select id from asked)
    union all
    select figure_id, null, json_build_object('kind', kind, 'value', value, 'reason', reason, 'at', at), null, version
      from figure_corrections where figure_id in (select id from asked)
    order by rule, version desc`.execute(db)
  return rows
}

/** The figures that a question asks for, the latest year first. */
export async function figuresOf(db: Db, asked: ReturnType<typeof allFigures>): Promise<Figure[]> {
  const needed = asked.clearSelect().select(['id', 'areaId', 'indicatorId', 'year', 'state', 'value', 'qualifier', 'population', 'sourceId', 'placeCited', 'doubtNl', 'doubtEn', 'importId'])
  const [rows, beside] = await Promise.all([needed.orderBy((on) => on.fn.coalesce('year', on.lit(0)), 'desc').orderBy('id').execute(), besideFigures(db, asked)])
  const flagged = Map.groupBy(beside.flatMap(({ figureId, flag }) => (flag ? [{ figureId, ...flag }] : [])), (it) => it.figureId)
  const corrections = Map.groupBy(beside.flatMap(({ figureId, correction }) => (correction ? [{ figureId, ...correction, at: new Date(correction.at) }] : [])), (it) => it.figureId)
  return rows.map((it) => ({
    areaId: it.areaId, indicatorId: it.indicatorId, year: it.year, state: it.state, value: it.value === null ? null : Number(it.value), qualifier: it.qualifier, population: it.population,
    sourceId: it.sourceId, cited: it.placeCited, ...doubtOf(maybe(it.doubtNl, it.doubtEn), flagged.get(it.id) ?? []), corrections: it.importId === null ? (corrections.get(it.id) ?? []) : [],
  }))
}

async function storiesAround(db: Db, slug: string): Promise<Story[]> {
  const rows = await db.selectFrom('areaStories').selectAll().where('areaId', 'in', around(db, slug)).orderBy('position').execute()
  return rows.map((it) => ({ kind: it.kind, areaId: it.areaId, body: text(it.bodyNl, it.bodyEn), saidBy: maybe(it.saidByNl, it.saidByEn), toldOn: it.toldOn, sourceId: it.sourceId }))
}

/** A part of the municipality, and not the municipality itself or what it lies in. */
export const below = (it: Pick<Area, 'kind'>): boolean => !['country', 'province', 'municipality'].includes(it.kind)

/** Where an area belongs, from all areas of the municipality. */
function placed(areas: readonly AreaRow[], chosen: readonly { areaId: string; partId: string }[], slug: string): Pick<AreaRecord, 'area' | 'parent' | 'city' | 'parts' | 'within' | 'composed' | 'siblings'> | undefined {
  const area = areas.find((it) => it.slug === slug && below(it))
  const city = areas.find((it) => it.kind === 'municipality')
  if (!area || !city) return undefined
  const parent = areas.find((it) => it.id === area.parentId && it.kind !== 'municipality')
  const picked = new Set(chosen.filter((it) => it.areaId === area.id).map((it) => it.partId))
  const parts = areas.filter((it) => it.parentId === area.id || picked.has(it.id))
  const within = new Map(parts.map((part) => [part.id, areas.filter((it) => it.parentId === part.id)]))
  const composed = area.composed ? { about: area.about, endedOn: area.endedOn, endedBecause: area.endedBecause } : null
  return { area, city, parent, parts, within, composed, siblings: areas.filter((it) => parent && it.parentId === parent.id && it.id !== area.id) }
}

/** One area with its figures, sources and stories. @throws Refusal 404 there is no such area, or it is the municipality itself */
export async function findArea({ db, now }: Reading, slug: string): Promise<AreaRecord> {
  const [areas, chosen, indicators, figures, sources, stories, teams, social, need, sketched] = await Promise.all([
    areasNear(db, slug), allParts(db), indicatorsOf(db), figuresOf(db, allFigures(db).where('areaId', 'in', around(db, slug))), db.selectFrom('sources').select(['id', 'publisher', 'edition', 'year', 'url']).execute(), storiesAround(db, slug), allTeams(db), findSocial({ db, now }, slug), findNeed({ db }, slug), sketchedAreas({ db }, slug),
  ])
  const place = placed(areas, chosen, slug)
  if (!place) throw notFound()
  const near = new Set([place.area.id, place.parent?.id])
  return { ...place, around: besideOf(areas, place), sketched, indicators, figures, sources, stories: stories.filter((it) => near.has(it.areaId)), team: teams.find((it) => near.has(it.areaId)), social, need }
}

/** All neighbourhoods; of the one that an area or one of its chosen parts is a part of, its parts instead. */
function besideOf(areas: readonly Area[], { area, parts }: Pick<AreaRecord, 'area' | 'parts'>): Area[] {
  const opened = new Set((area.composed ? parts : [area]).map((it) => it.parentId))
  return topOf(areas).flatMap((it) => (opened.has(it.id) ? areas.filter((part) => part.parentId === it.id) : [it]))
}

/** Areas below the municipality that lie in no other of those. */
const topOf = (areas: readonly Area[]): Area[] => {
  const kindOf = new Map(areas.map((it) => [it.id, it.kind]))
  return areas.filter((it) => below(it) && !it.composed && (it.parentId === null || !kindOf.has(it.parentId) || kindOf.get(it.parentId) === 'municipality'))
}

/** A line of the list of neighbourhoods. */
export type ListedArea = Area & { parts: readonly Area[]; strength: Text | undefined; team: Team | undefined }
/** A line of the list of areas made of parts. */
export type ListedComposed = Area & Composed & { parts: readonly Area[] }

/** All neighbourhoods and villages of the municipality, with their parts; and the areas that are made of chosen parts and still used. */
export async function findAreas({ db }: Reading): Promise<{ city: string; areas: ListedArea[]; composed: ListedComposed[]; sketched: Sketched[] }> {
  const strengths = db.selectFrom('areaStories').select(['areaId', 'bodyNl', 'bodyEn']).where('kind', '=', 'strength').orderBy('position').execute()
  const [areas, chosen, teams, told, sketched] = await Promise.all([allAreas(db), allParts(db), allTeams(db), strengths, sketchedAreas({ db })])
  const listed = topOf(areas).map((it) => {
    const strength = told.find(({ areaId }) => areaId === it.id)
    return { ...it, parts: areas.filter((part) => part.parentId === it.id), strength: strength && text(strength.bodyNl, strength.bodyEn), team: teams.find(({ areaId }) => areaId === it.id) }
  })
  const composed = areas.filter((it) => it.composed && it.endedOn === null).map((it) => ({ ...it, parts: areas.filter((part) => chosen.some(({ areaId, partId }) => areaId === it.id && partId === part.id)) }))
  return { city: areas.find((it) => it.kind === 'municipality')?.name ?? '', areas: listed, composed, sketched }
}
