import { sql } from 'kysely'
import type { Db } from '../../../platform/db.ts'
import { inTown } from '../ground.ts'
import { suspectsIn } from './finding.ts'
import type { Flag, Ground, Known } from './known.ts'

/** A figure that was written in this same transaction, so that it need not be read again; without a value when the file has none. */
export type FreshFigure = Pick<Known, 'id' | 'areaId' | 'population'> & { indicatorId: string; value: number | null }
/** All figures that one file brought. */
export type Fresh = Pick<Known, 'year' | 'sourceId' | 'publisher'> & { importId: string; figures: readonly FreshFigure[] }

type Indicators = ReadonlyMap<string, Pick<Known, 'key' | 'unit' | 'kind'>>
const freshOf = ({ figures, year, sourceId, publisher }: Fresh, indicators: Indicators): Known[] => {
  const known: Known[] = []
  for (const { id, areaId, indicatorId, value, population } of figures) {
    const indicator = indicators.get(indicatorId)
    if (value !== null && indicator) known.push({ id, areaId, key: indicator.key, unit: indicator.unit, kind: indicator.kind, year, sourceId, publisher, value, population })
  }
  return known
}

async function standingOf(db: Db, town: string | undefined, but: string | undefined): Promise<Known[]> {
  const rows = await db
    .selectFrom('figures as f')
    .innerJoin('indicators as i', (join) => join.onRef('i.municipalityId', '=', 'f.municipalityId').onRef('i.id', '=', 'f.indicatorId'))
    .innerJoin('sources as s', (join) => join.onRef('s.municipalityId', '=', 'f.municipalityId').onRef('s.id', '=', 'f.sourceId'))
    .$if(town !== undefined, (query) => query.where('f.municipalityId', '=', town ?? ''))
    .$if(but !== undefined, (query) => query.where(sql<boolean>`f.import_id is distinct from ${but ?? null}::uuid`))
    .where('f.state', '=', 'known')
    .where((on) => on.or([on('f.qualifier', 'is', null), on('i.key', '=', 'lonely-older-count')]))
    .select(['f.id', 'f.areaId', 'i.key', 'i.unit', 'i.kind', 'f.year', 'f.sourceId', 's.publisher', 'f.value', 'f.population'])
    .execute()
  return rows.map(({ id, areaId, key, unit, kind, year, sourceId, publisher, value, population }) => ({ id, areaId, key, unit, kind, year, sourceId, publisher, value: Number(value), population }))
}

async function groundFor(db: Db, town?: string): Promise<Ground & { indicators: Indicators }> {
  const areas = await db.selectFrom('areas').where(inTown(town)).select(['id', 'parentId', 'name']).execute()
  const indicators = await db.selectFrom('indicators').where(inTown(town)).select(['id', 'key', 'unit', 'kind', 'nameNl', 'nameEn']).execute()
  const changes = await db.selectFrom('areaChanges').where(inTown(town)).select(['areaId', 'year']).execute()
  const breaks = await db.selectFrom('indicatorBreaks').where(inTown(town)).select(['indicatorId', 'year']).execute()
  const keyOf = new Map(indicators.map((it) => [it.id, it.key]))
  return {
    indicators: new Map(indicators.map(({ id, key, unit, kind }) => [id, { key, unit, kind }])),
    areas: new Map(areas.map((it) => [it.id, it])), names: new Map(indicators.map((it) => [it.key, { nl: it.nameNl, en: it.nameEn }])),
    cuts: [...changes.map((it) => ({ areaId: it.areaId, key: null, year: it.year })), ...breaks.map((it) => ({ areaId: null, key: keyOf.get(it.indicatorId) ?? '', year: it.year }))],
  }
}

/**
 * Looks at all figures of a municipality once more: flags what is new, takes away what nobody judged and no longer holds, and leaves judgements.
 * A judgement about other words than those of now is opened again, because then the figures around it changed.
 *
 * @param fresh  all figures of the file that this transaction took in
 * @returns how many flags wait for a judgement
 */
export async function flagSuspects({ db, municipalityId, now }: { db: Db; municipalityId: string; now: Date }, town?: string, fresh?: Fresh): Promise<number> {
  // one after the other: the command line and the demonstration come over a plain connection
  const standing = await standingOf(db, town, fresh?.importId)
  const ground = await groundFor(db, town)
  const figures = fresh ? [...standing, ...freshOf(fresh, ground.indicators)] : standing
  const flags = suspectsIn(figures, ground)
  const [ids, rules] = [`{${flags.map((it) => it.figureId).join(',')}}`, `{${flags.map((it) => it.rule).join(',')}}`]
  await sql`delete from figure_flags g where g.municipality_id = ${municipalityId} and g.judgement is null and not exists (select from unnest(${ids}::uuid[], ${rules}::text[]) as r (figure_id, rule) where r.figure_id = g.figure_id and r.rule = g.rule)`.execute(db)
  // of all groups that make a whole the words are the same: they travel once
  const wordsOf = ({ explanation: { nl, en } }: Flag): string => `${nl}\n${en}`
  const words = new Map(flags.map((it) => [wordsOf(it), it.explanation]))
  const places = new Map([...words.keys()].map((key, place) => [key, place + 1]))
  if (flags.length > 0) await sql`insert into figure_flags (municipality_id, id, figure_id, rule, explanation_nl, explanation_en, flagged_at)
    select ${municipalityId}, gen_random_uuid(), r.figure_id, r.rule, w.nl, w.en, ${now} from unnest(${ids}::uuid[], ${rules}::text[], ${`{${flags.map((it) => places.get(wordsOf(it))).join(',')}}`}::integer[]) as r (figure_id, rule, place)
      join unnest(${[...words.values()].map((it) => it.nl)}::text[], ${[...words.values()].map((it) => it.en)}::text[]) with ordinality as w (nl, en, place) on w.place = r.place
    on conflict (municipality_id, figure_id, rule) do update set explanation_nl = excluded.explanation_nl, explanation_en = excluded.explanation_en, flagged_at = excluded.flagged_at, judgement = null, reason = null, judged_by = null, judged_at = null, version = figure_flags.version + 1
    where figure_flags.explanation_nl <> excluded.explanation_nl`.execute(db)
  const { count } = await db.selectFrom('figureFlags').where('municipalityId', '=', municipalityId).where('judgement', 'is', null).select((on) => on.fn.countAll<string>().as('count')).executeTakeFirstOrThrow()
  return Number(count)
}
