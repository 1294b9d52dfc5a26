import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { act } from '../../platform/act.ts'
import type { Context } from '../../platform/context.ts'
import type { Staff } from '../../platform/actor.ts'
import { day, id, prose } from '../../platform/validation.ts'
import { themes, urgencies } from '../cases/index.ts'
import { actTexts } from './actTexts.ts'
import { mayTakeUp, mayTriage } from './policy.ts'
import type { SignalRecord } from './record.ts'
import { coreMembers, discreetly, finishedAlready, lookAgain, mustChange, notPast, onSignal } from './signalAct.ts'
import { texts } from './texts.ts'
import { needs } from './words.ts'

/** Adds a line to the history of a signal. */
export const writeNote = (ctx: Context<Staff>, record: SignalRecord, note: { kind: 'taken-up' | 'asked' | 'case' | 'result'; body?: string; toId?: string }) =>
  ctx.db
    .insertInto('signalNotes')
    .values({ municipalityId: ctx.actor.municipalityId, id: randomUUID(), signalId: record.id, kind: note.kind, body: note.body ?? null, toId: note.toId ?? null, byId: ctx.actor.id, at: ctx.now })
    .execute()

/** Somebody of the team makes a signal theirs, or gives it to a colleague. */
export const signalTakenUp = act({
  ...onSignal,
  name: 'signals.take-up',
  at: '/signals/:signalId/owner',
  page: '/signalen/:signalId/oppakken',
  title: actTexts.takeTitle,
  input: z.strictObject({ ownerId: id(), nextOn: day() }),
  form: { ownerId: { as: 'pick', label: actTexts.takeWho }, nextOn: { as: 'day', label: actTexts.nextOnLabel } },
  may: mayTakeUp,
  hindrance: finishedAlready,
  // Who is not in triage may only take up what is new, for themself.
  choices: async (ctx, record) => {
    const members = await coreMembers(ctx, record.teamId)
    return { ownerId: mayTriage(ctx.actor, record) ? members : members.filter(({ value }) => value === ctx.actor.id) }
  },
  prefill: (record, _query, actor) => ({ ownerId: actor.id, nextOn: lookAgain(record, 1) }),
  run: async (ctx, record, { ownerId, nextOn }) => {
    notPast(ctx.now, nextOn)
    const changed = await ctx.db
      .updateTable('signals')
      .set({ state: 'taken-up', ownerId, nextOn, takenUpAt: record.takenUpAt ?? ctx.now, version: record.version + 1 })
      .where('id', '=', record.id)
      .where('version', '=', record.version)
      .executeTakeFirstOrThrow()
    mustChange(changed)
    await writeNote(ctx, record, { kind: 'taken-up', toId: ownerId })
  },
  done: actTexts.takeDone,
})

/** The team weighs: what it is about, how urgent, and first what people can do themselves. */
export const signalAssessed = act({
  ...onSignal,
  name: 'signals.assess',
  at: '/signals/:signalId/assessments',
  page: '/signalen/:signalId/wegen',
  title: actTexts.assessTitle,
  submit: actTexts.assessSubmit,
  input: z.strictObject({
    ownStrength: prose(2000),
    questionBehind: prose(1000).optional(),
    themes: z.array(z.enum(Object.keys(themes) as [keyof typeof themes])).min(1),
    urgency: z.enum(['normal', 'soon', 'now']),
    needs: z.array(z.enum(['tuning', 'partners', 'feedback', 'knowledge'])),
    nextOn: day(),
  }),
  form: {
    ownStrength: { as: 'area', label: texts.strengthLabel, hint: actTexts.strengthHint, rows: 3 },
    questionBehind: { as: 'area', label: texts.behindLabel, rows: 2, optional: true },
    themes: { as: 'ticks', label: texts.themesLabel, options: themes },
    urgency: { as: 'choice', label: actTexts.urgencyLabel, options: urgencies },
    needs: { as: 'ticks', label: texts.needsLabel, options: needs },
    nextOn: { as: 'day', label: actTexts.nextOnLabel },
  },
  may: mayTriage,
  discreet: discreetly('ownStrength', 'questionBehind'),
  hindrance: finishedAlready,
  prefill: (record) => {
    const last = record.assessments.at(-1)
    return { urgency: record.urgency, nextOn: lookAgain(record, 7), themes: last?.themes ?? record.content?.themes, ownStrength: last?.ownStrength, questionBehind: last?.questionBehind, needs: last?.needs }
  },
  run: async (ctx, record, { nextOn, questionBehind, ...weighed }) => {
    notPast(ctx.now, nextOn)
    mustChange(await ctx.db.updateTable('signals').set({ urgency: weighed.urgency, nextOn, version: record.version + 1 }).where('id', '=', record.id).where('version', '=', record.version).executeTakeFirstOrThrow())
    await ctx.db
      .insertInto('signalAssessments')
      .values({ ...weighed, questionBehind: questionBehind ?? null, municipalityId: ctx.actor.municipalityId, id: randomUUID(), signalId: record.id, byId: ctx.actor.id, at: ctx.now })
      .execute()
  },
  done: actTexts.assessDone,
})

/** What was asked and heard on the way, and when to look again. */
export const signalAsked = act({
  ...onSignal,
  name: 'signals.ask',
  at: '/signals/:signalId/notes',
  page: '/signalen/:signalId/navragen',
  title: actTexts.askTitle,
  submit: actTexts.askSubmit,
  input: z.strictObject({ body: prose(4000), nextOn: day() }),
  form: { body: { as: 'area', label: actTexts.askLabel, hint: actTexts.noNames, rows: 4 }, nextOn: { as: 'day', label: actTexts.nextOnLabel } },
  may: mayTriage,
  discreet: discreetly('body'),
  hindrance: finishedAlready,
  prefill: (record) => ({ nextOn: lookAgain(record, 7) }),
  run: async (ctx, record, { body, nextOn }) => {
    notPast(ctx.now, nextOn)
    mustChange(await ctx.db.updateTable('signals').set({ nextOn, version: record.version + 1 }).where('id', '=', record.id).where('version', '=', record.version).executeTakeFirstOrThrow())
    await writeNote(ctx, record, { kind: 'asked', body })
  },
  done: actTexts.askDone,
})
