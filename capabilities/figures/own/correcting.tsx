import { z } from 'zod'
import { act, view } from '../../../platform/act.ts'
import type { Context } from '../../../platform/context.ts'
import type { Staff } from '../../../platform/actor.ts'
import { conflict, type FieldError, invalid, type Refusal, stale } from '../../../platform/refusal.ts'
import { say } from '../../../platform/texts.ts'
import { line, nothing } from '../../../platform/validation.ts'
import { figureText, keepsFigures, yearText } from '../../neighbourhoods/index.ts'
import { takingOf } from '../bringing.ts'
import { flagSuspects } from '../suspects/flagging.ts'
import { correctTexts as texts } from './correctTexts.ts'
import { listHref } from './defining.tsx'
import { EnteredPage } from './EnteredPage.tsx'
import { type Entered, findEntered, findEnteredOne } from './entered.ts'
import { mistakesInFigure } from './entering.tsx'
import type { KeptIndicator } from './record.ts'
import { shownEntered } from './shown.ts'
import { texts as ownTexts } from './texts.ts'

type One = { it: KeptIndicator; figure: Entered }
const worded = (it: KeptIndicator, value: number | null): string => (value === null ? say(texts.isWithdrawn) : figureText({ value, qualifier: null }, { unit: it.unit, decimals: it.decimals, madeOf: [] }))

/** The figures of an indicator that were entered by hand, with what stood there before. */
export const figuresEntered = view({
  name: 'figures.entered',
  at: '/figures/indicators/:key/figures',
  path: `${listHref}/:key/cijfers`,
  title: (shown) => texts.titleOf(shown.name),
  query: nothing,
  output: shownEntered,
  find: findEntered,
  may: keepsFigures,
  about: ({ it }) => [it.id],
  present: (_ctx, { it, figures }) => ({
    indicator: it.key, name: say(it.name), enters: it.origin === 'own' && !it.retired,
    figures: figures.map((one) => ({
      figureId: one.id, version: one.version, area: one.area, year: one.year, state: one.state, value: one.value, population: one.population, figure: worded(it, one.value), source: `${one.publisher}, ${one.edition}`, enteredBy: one.enteredBy, enteredAt: one.enteredAt?.toISOString() ?? null, overtaken: one.overtaken,
      history: one.history.map(({ at, ...was }) => ({ ...was, at: at.toISOString(), figure: worded(it, was.value) })),
    })),
  }),
  page: (shown) => <EnteredPage {...shown} />,
})

const Which = ({ it, figure, then }: One & { then?: string }) => (
  <div class="stack">
    <p>
      <strong>
        {figure.area}: {say(it.name)}
      </strong>
    </p>
    <p class="small soft">{say(texts.line(yearText(figure.year), `${figure.publisher}, ${figure.edition}`))}</p>
    <p>{say(texts.stands(worded(it, figure.value)))}</p>
    {then ? <p>{then}</p> : null}
  </div>
)

const overtaken = ({ figure }: One): Refusal | undefined => (figure.overtaken ? conflict('figure.from-file', ownTexts.fromFile) : undefined)

/** Puts something else in the place of a figure and keeps what stood there. @throws Refusal 412 somebody else did so meanwhile */
async function replace(ctx: Context<Staff>, { figure }: One, kind: 'corrected' | 'withdrawn', now: { value: number | null; population: number | null }, reason: string): Promise<void> {
  const { db, actor } = ctx
  const done = await db
    .updateTable('figures')
    .set({ state: now.value === null ? 'missing' : 'known', value: now.value === null ? null : String(now.value), population: now.population, qualifier: null, version: figure.version + 1 })
    .where('id', '=', figure.id)
    .where('version', '=', figure.version)
    .executeTakeFirstOrThrow()
  if (done.numUpdatedRows !== 1n) throw stale()
  await db.insertInto('figureCorrections').values({ municipalityId: actor.municipalityId, figureId: figure.id, version: figure.version, kind, value: figure.value === null ? null : String(figure.value), population: figure.population, reason, byId: actor.id, at: ctx.now }).execute()
  await flagSuspects(takingOf(ctx))
}

const onFigure = {
  output: z.object({ key: z.string(), figureId: z.uuid() }),
  find: findEnteredOne,
  may: keepsFigures,
  about: ({ it, figure }: One) => [figure.id, it.id],
  version: ({ figure }: One) => figure.version,
  present: (_ctx: unknown, _done: unknown, { it, figure }: One) => ({ key: it.key, figureId: figure.id }),
  next: ({ key }: { key: string }) => `${listHref}/${key}/cijfers`,
}
const reasonField = { as: 'text', label: texts.reason, hint: texts.reasonHint } as const

/** Puts a figure right that was entered by hand; one that had been withdrawn is filled in again. */
export const figureCorrected = act({
  ...onFigure,
  name: 'figures.correct-figure',
  at: '/figures/indicators/:key/figures/:figureId/corrections',
  page: `${listHref}/:key/cijfers/:figureId/verbeteren`,
  title: texts.correctTitle,
  submit: texts.correct,
  input: z.strictObject({ value: z.number().min(-1e9).max(1e9), population: z.number().int().positive().max(20_000_000).optional(), reason: line(500) }),
  form: {
    value: { as: 'number', label: texts.value },
    population: { as: 'number', label: ownTexts.population, hint: ownTexts.populationHint, optional: true },
    reason: reasonField,
  },
  discreet: { fields: ['reason'] },
  hindrance: overtaken,
  prefill: ({ figure }) => ({ value: figure.value ?? undefined, population: figure.population ?? undefined }),
  intro: (record) => <Which {...record} />,
  run: async (ctx, record, { value, population, reason }) => {
    const same: FieldError[] = value === record.figure.value && (population ?? null) === record.figure.population ? [{ in: 'body', at: 'value', code: 'same', detail: texts.same }] : []
    const mistakes = [...mistakesInFigure(record.it, { value, population }), ...same]
    if (mistakes.length > 0) throw invalid(mistakes)
    await replace(ctx, record, 'corrected', { value, population: population ?? null }, reason)
  },
  done: texts.savedCorrection,
})

/** Withdraws a figure that was entered by hand: the page then says that there is none, and why. */
export const figureWithdrawn = act({
  ...onFigure,
  name: 'figures.withdraw-figure',
  at: '/figures/indicators/:key/figures/:figureId/withdrawal',
  page: `${listHref}/:key/cijfers/:figureId/intrekken`,
  title: texts.withdrawTitle,
  submit: texts.withdraw,
  destructive: true,
  input: z.strictObject({ reason: line(500) }),
  form: { reason: reasonField },
  discreet: { fields: ['reason'] },
  hindrance: (record) => overtaken(record) ?? (record.figure.state === 'missing' ? conflict('figure.withdrawn', texts.notThere) : undefined),
  intro: (record) => <Which {...record} then={say(texts.withdrawIntro)} />,
  run: (ctx, record, { reason }) => replace(ctx, record, 'withdrawn', { value: null, population: null }, reason),
  done: texts.savedWithdrawal,
})
