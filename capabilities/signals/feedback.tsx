import { z } from 'zod'
import { act } from '../../platform/act.ts'
import type { Reading } from '../../platform/context.ts'
import { dayOf, momentOf } from '../../platform/dates.ts'
import { conflict, invalid, notFound } from '../../platform/refusal.ts'
import { say } from '../../platform/texts.ts'
import { day, prose } from '../../platform/validation.ts'
import { phoneHref } from '../../ui/boxes.tsx'
import { Facts } from '../../ui/page.tsx'
import { actTexts } from './actTexts.ts'
import { mayTriage } from './policy.ts'
import { findSignal, type SignalRecord } from './record.ts'
import { signalHref } from './signalAct.ts'
import { texts } from './texts.ts'
import { relations, ways } from './words.ts'

type Debt = { signal: SignalRecord; today: string; debt: SignalRecord['feedback'][number] }

/** One debt of feedback with its signal. @throws Refusal 404 */
async function findDebt(reading: Reading, { signalId, feedbackId }: { signalId: string; feedbackId: string }): Promise<Debt> {
  const signal = await findSignal(reading, { signalId })
  const debt = signal.feedback.find((it) => it.id === feedbackId)
  if (!debt) throw notFound()
  return { signal, debt, today: dayOf(reading.now) }
}

const onDebt = {
  output: z.object({ signalId: z.uuid() }),
  find: findDebt,
  about: ({ signal }: Debt) => [signal.id],
  hindrance: ({ debt }: Debt) => (debt.givenAt || debt.waivedAt ? conflict('signal.feedback-answered', texts.answeredAlready) : undefined),
  present: (_ctx: unknown, _done: unknown, { signal }: Debt) => ({ signalId: signal.id }),
  next: (it: { signalId: string }) => signalHref(it.signalId),
}

const Reach = ({ signaller }: { signaller: NonNullable<SignalRecord['signaller']> }) => (
  <Facts
    facts={[
      { name: say(texts.whoSignalled), value: `${signaller.personName ?? signaller.name ?? say(texts.anonymous)}, ${say(relations[signaller.relation])}` },
      ...(signaller.phone ? [{ name: say(texts.phoneLabel), value: <a href={phoneHref(signaller.phone)}>{signaller.phone}</a> }] : []),
      ...(signaller.email ? [{ name: say(texts.emailLabel), value: signaller.email }] : []),
    ]}
  />
)

/** Whoever signalled was told what was done; they read it on the follow page too. */
export const feedbackGiven = act({
  ...onDebt,
  name: 'signals.give-feedback',
  at: '/signals/:signalId/feedback/:feedbackId/answer',
  page: '/signalen/:signalId/terugkoppeling/:feedbackId',
  title: actTexts.tellTitle,
  submit: actTexts.tellSubmit,
  input: z.strictObject({ how: z.enum(['phone', 'email', 'in-person', 'follow-page']), on: day(), told: prose(2000) }),
  form: {
    how: { as: 'choice', label: actTexts.howLabel, options: ways },
    on: { as: 'day', label: actTexts.onLabel },
    told: { as: 'area', label: actTexts.toldLabel, hint: actTexts.toldHint, rows: 4, longest: 2000 },
  },
  may: (actor, { signal }) => mayTriage(actor, signal),
  discreet: { fields: ['told'], known: ({ signal }) => [signal.owner] },
  prefill: ({ today }) => ({ on: today }),
  intro: ({ signal }) => (signal.signaller ? <Reach signaller={signal.signaller} /> : null),
  run: async (ctx, { debt, today }, { how, on, told }) => {
    if (on > today || on < dayOf(debt.owedSince)) throw invalid([{ in: 'body', at: 'on', code: 'out-of-range', detail: actTexts.toldWhenWrong }])
    const givenAt = on === today ? ctx.now : momentOf(on, '12:00')
    const changed = await ctx.db.updateTable('signalFeedback').set({ givenAt, givenBy: ctx.actor.id, how, told }).where('id', '=', debt.id).executeTakeFirstOrThrow()
    if (changed.numUpdatedRows !== 1n) throw conflict('signal.feedback-answered', texts.answeredAlready)
  },
  done: actTexts.tellDone,
})

/** Nobody is told, and the reason stands. */
export const feedbackWaived = act({
  ...onDebt,
  name: 'signals.waive-feedback',
  at: '/signals/:signalId/feedback/:feedbackId/waiver',
  page: '/signalen/:signalId/terugkoppeling/:feedbackId/afzien',
  title: actTexts.waiveTitle,
  submit: actTexts.waiveSubmit,
  destructive: true,
  input: z.strictObject({ reason: prose(500) }),
  form: { reason: { as: 'area', label: actTexts.waiveReason, hint: actTexts.waiveHint, rows: 3 } },
  may: (actor, { signal }) => mayTriage(actor, signal),
  run: async (ctx, { debt }, { reason }) => {
    const changed = await ctx.db.updateTable('signalFeedback').set({ waivedAt: ctx.now, waivedBy: ctx.actor.id, waivedBecause: reason }).where('id', '=', debt.id).executeTakeFirstOrThrow()
    if (changed.numUpdatedRows !== 1n) throw conflict('signal.feedback-answered', texts.answeredAlready)
  },
  done: actTexts.waiveDone,
})
