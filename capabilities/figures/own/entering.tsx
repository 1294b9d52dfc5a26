import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { act } from '../../../platform/act.ts'
import { dayOf } from '../../../platform/dates.ts'
import { conflict, type FieldError, invalid } from '../../../platform/refusal.ts'
import { say } from '../../../platform/texts.ts'
import { id, line } from '../../../platform/validation.ts'
import { keepsFigures } from '../../neighbourhoods/index.ts'
import { takingOf } from '../bringing.ts'
import { flagSuspects } from '../suspects/flagging.ts'
import { sourceOf } from '../record.ts'
import { correctTexts } from './correctTexts.ts'
import { listHref } from './defining.tsx'
import { findOne, type KeptIndicator } from './record.ts'
import { texts } from './texts.ts'

const year = z.number().int().min(1900).max(2100)
const onIndicator = {
  output: z.object({ key: z.string() }),
  find: findOne,
  may: keepsFigures,
  about: (record: KeptIndicator) => [record.id],
  present: (_ctx: unknown, _done: unknown, record: KeptIndicator) => ({ key: record.key }),
  back: listHref,
  next: () => listHref,
}
const Which = ({ it }: { it: KeptIndicator }) => (
  <p>
    <strong>{say(it.name)}</strong>. {say(it.definition)}
  </p>
)

/** What is impossible for this kind of number. */
export function mistakesInFigure({ unit }: KeptIndicator, { value, population }: { value: number; population?: number | undefined }): FieldError[] {
  const mistake = (at: string, code: string, detail: FieldError['detail']): FieldError => ({ in: 'body', at, code, detail })
  return [
    ...(unit === 'percent' && value > 100 ? [mistake('value', 'over-100', texts.over100)] : []),
    ...(unit !== 'score' && value < 0 ? [mistake('value', 'below-0', texts.belowZero)] : []),
    ...(unit !== 'percent' && population !== undefined ? [mistake('population', 'only-percent', texts.onlyPercent)] : []),
  ]
}

/** Enters one figure of an indicator of the municipality. One that is there already is put right by correcting it, so that what stood there stays. */
export const figureEntered = act({
  ...onIndicator,
  name: 'figures.enter-figure',
  at: '/figures/indicators/:key/figures',
  page: `${listHref}/:key/cijfer`,
  title: texts.enter,
  audit: 'C',
  input: z.strictObject({ areaId: id(), year, value: z.number().min(-1e9).max(1e9), population: z.number().int().positive().max(20_000_000).optional(), publisher: line(120), edition: line(160) }),
  form: {
    areaId: { as: 'pick', label: texts.area },
    year: { as: 'number', label: texts.year },
    value: { as: 'number', label: texts.value },
    population: { as: 'number', label: texts.population, hint: texts.populationHint, optional: true },
    publisher: { as: 'text', label: texts.publisher },
    edition: { as: 'text', label: texts.edition },
  },
  hindrance: (record) => (record.retired ? conflict('indicator.retired', texts.isRetired) : record.origin === 'own' ? undefined : conflict('indicator.of-others', texts.fromFile)),
  choices: async ({ db }) => ({ areaId: (await db.selectFrom('areas').where('endedOn', 'is', null).select(['id', 'name']).orderBy('name').execute()).map((it) => ({ value: it.id, label: it.name })) }),
  intro: (record) => <Which it={record} />,
  run: async (ctx, record, { areaId, year, value, population, publisher, edition }) => {
    const toCome = record.kind !== 'estimate' && year > Number(dayOf(ctx.now).slice(0, 4))
    const mistakes = [...(toCome ? [{ in: 'body' as const, at: 'year', code: 'to-come', detail: texts.yearToCome }] : []), ...mistakesInFigure(record, { value, population })]
    if (mistakes.length > 0) throw invalid(mistakes)
    const { db, actor } = ctx
    const { municipalityId } = actor
    const known = await sourceOf(db, publisher, edition)
    const sourceId = known ?? randomUUID()
    if (!known) await db.insertInto('sources').values({ municipalityId, id: sourceId, publisher, edition, year, url: null }).execute()
    const standing = await db.selectFrom('figures').where('areaId', '=', areaId).where('indicatorId', '=', record.id).where('year', '=', year).where('sourceId', '=', sourceId).select(['importId']).forUpdate().executeTakeFirst()
    if (standing) throw invalid([{ in: 'body', at: 'areaId', code: standing.importId ? 'from-file' : 'known', detail: standing.importId ? texts.fromFile : correctTexts.known }])
    await db.insertInto('figures').values({ municipalityId, id: randomUUID(), areaId, indicatorId: record.id, year, state: 'known', value: String(value), qualifier: null, population: population ?? null, sourceId, placeCited: texts.byHand.nl, byHand: true, enteredBy: actor.id, enteredAt: ctx.now }).execute()
    await flagSuspects(takingOf(ctx))
  },
  done: texts.entered,
})

/** Records that an indicator counts something else from some year on, so that no line is drawn across it. */
export const breakRecorded = act({
  ...onIndicator,
  name: 'figures.record-break',
  at: '/figures/indicators/:key/breaks',
  page: `${listHref}/:key/breuk`,
  title: texts.break,
  audit: 'C',
  input: z.strictObject({ year, note: line(300), noteEn: line(300).optional() }),
  form: {
    year: { as: 'number', label: texts.breakYear },
    note: { as: 'text', label: texts.breakNote, hint: texts.breakNoteHint },
    noteEn: { as: 'text', label: texts.breakNoteEn, optional: true },
  },
  intro: (record) => (
    <>
      <Which it={record} />
      <p>{say(texts.breakIntro)}</p>
    </>
  ),
  run: async (ctx, record, { year, note, noteEn }) => {
    if (record.breaks.some((it) => it.year === year)) throw invalid([{ in: 'body', at: 'year', code: 'known', detail: texts.breakKnown }])
    await ctx.db.insertInto('indicatorBreaks').values({ municipalityId: ctx.actor.municipalityId, indicatorId: record.id, year, noteNl: note, noteEn: noteEn ?? note }).execute()
    await flagSuspects(takingOf(ctx))
  },
  done: texts.broken,
})
