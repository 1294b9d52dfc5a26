import { sql } from 'kysely'
import { z } from 'zod'
import { act } from '../../platform/act.ts'
import { addDays } from '../../platform/dates.ts'
import { stale } from '../../platform/refusal.ts'
import { say } from '../../platform/texts.ts'
import { day, id, prose } from '../../platform/validation.ts'
import { ageBands, openCase, questionKinds, sexes, themes, urgencies } from '../cases/index.ts'
import { actTexts } from './actTexts.ts'
import { mayOpenCase, mayTriage } from './policy.ts'
import { coreMembers, discreetly, finishedAlready, mustChange, notPast, onSignal } from './signalAct.ts'
import { texts } from './texts.ts'
import { writeNote } from './triage.ts'
import { outcomes, relations } from './words.ts'

/** Ends a signal without a case, with what was done. */
export const signalClosed = act({
  ...onSignal,
  name: 'signals.close',
  at: '/signals/:signalId/result',
  page: '/signalen/:signalId/afronden',
  title: actTexts.closeTitle,
  submit: actTexts.closeSubmit,
  input: z.strictObject({ outcome: z.enum(['advised', 'referred', 'own-strength', 'report-point', 'no-action']), result: prose(4000) }),
  form: {
    outcome: { as: 'choice', label: actTexts.outcomeLabel, options: outcomes },
    result: { as: 'area', label: actTexts.resultLabel, hint: actTexts.resultHint, rows: 4 },
  },
  may: mayTriage,
  discreet: discreetly('result'),
  hindrance: finishedAlready,
  run: async (ctx, record, { outcome, result }) => {
    await writeNote(ctx, record, { kind: 'result', body: result })
    const changed = await ctx.db
      .updateTable('signals')
      .set({ state: 'closed', outcome, nextOn: null, finishedAt: ctx.now, takenUpAt: record.takenUpAt ?? ctx.now, version: record.version + 1 })
      .where('id', '=', record.id)
      .where('version', '=', record.version)
      .executeTakeFirstOrThrow()
    mustChange(changed)
  },
  done: actTexts.closeDone,
})

/** A case comes of it: opened anonymous, linked, and the signal is finished. Feedback stays owed, now and when the case closes. */
export const signalBecameCase = act({
  ...onSignal,
  name: 'signals.open-case',
  at: '/signals/:signalId/case',
  page: '/signalen/:signalId/casus',
  title: actTexts.caseTitle,
  submit: actTexts.caseSubmit,
  audit: 'C',
  input: z.strictObject({
    questionKind: z.enum(Object.keys(questionKinds) as [keyof typeof questionKinds]),
    question: prose(200),
    themes: z.array(z.enum(Object.keys(themes) as [keyof typeof themes])).min(1),
    urgency: z.enum(['normal', 'soon', 'now']),
    sex: z.enum(['female', 'male', 'other', 'unknown']),
    ageBand: z.enum(Object.keys(ageBands) as [keyof typeof ageBands]),
    ownerId: id(),
    nextOn: day(),
  }),
  form: {
    questionKind: { as: 'choice', label: actTexts.kindLabel, options: questionKinds },
    question: { as: 'area', label: actTexts.questionLabel, hint: actTexts.noNames, rows: 2 },
    themes: { as: 'ticks', label: texts.themesLabel, options: themes },
    urgency: { as: 'choice', label: actTexts.urgencyLabel, options: urgencies },
    sex: { as: 'choice', label: actTexts.sexLabel, options: sexes },
    ageBand: { as: 'choice', label: actTexts.ageLabel, options: ageBands },
    ownerId: { as: 'pick', label: actTexts.caseOwnerLabel },
    nextOn: { as: 'day', label: actTexts.nextOnLabel },
  },
  may: mayOpenCase,
  discreet: discreetly('question'),
  hindrance: finishedAlready,
  choices: async (ctx, record) => ({ ownerId: await coreMembers(ctx, record.teamId) }),
  prefill: (record) => {
    const last = record.assessments.at(-1)
    return { urgency: record.urgency, themes: last?.themes ?? record.content?.themes, sex: 'unknown', ageBand: 'unknown', ownerId: record.ownerId, nextOn: addDays(record.today, 7) }
  },
  intro: () => say(actTexts.caseIntro),
  output: z.object({ signalId: z.uuid(), caseId: z.uuid(), number: z.string() }),
  run: async (ctx, record, told) => {
    notPast(ctx.now, told.nextOn)
    const introducedBy = record.signaller ? relations[record.signaller.relation].nl : null
    const opened = await openCase(ctx, { ...told, teamId: record.teamId, introducedBy })
    await writeNote(ctx, record, { kind: 'case' })
    const changed = await ctx.db
      .updateTable('signals')
      .set({ state: 'case', outcome: 'case', caseId: opened.id, nextOn: null, finishedAt: ctx.now, takenUpAt: record.takenUpAt ?? ctx.now, version: record.version + 1 })
      .where('id', '=', record.id)
      .where('version', '=', record.version)
      .executeTakeFirstOrThrow()
    mustChange(changed)
    return opened
  },
  about: (record, done) => [record.id, ...(done ? [done.id] : [])],
  present: (_ctx, done, record) => ({ signalId: record.id, caseId: done.id, number: done.number }),
  next: (it) => `/casussen/${it.caseId}`,
  done: actTexts.caseDone,
})

/** Gives the signal to another team, whose coordinator is the owner from then on. Afterwards it is out of sight here. */
export const signalHandedOver = act({
  ...onSignal,
  name: 'signals.hand-over',
  at: '/signals/:signalId/handovers',
  page: '/signalen/:signalId/overdragen',
  title: actTexts.handTitle,
  submit: actTexts.handSubmit,
  input: z.strictObject({ teamId: id(), reason: prose(1000) }),
  form: { teamId: { as: 'pick', label: actTexts.handTeam }, reason: { as: 'area', label: actTexts.handReason, hint: actTexts.noNames, rows: 3 } },
  may: mayTriage,
  discreet: discreetly('reason'),
  hindrance: finishedAlready,
  choices: async (ctx, record) => {
    const teams = await ctx.db.selectFrom('teams').where('id', '!=', record.teamId).orderBy('name').select(['id', 'name']).execute()
    return { teamId: teams.map((it) => ({ value: it.id, label: it.name })) }
  },
  run: async (ctx, record, { teamId, reason }) => {
    const answer = await sql<{ passed: boolean }>`select ctx.pass_signal(${record.id}::uuid, ${teamId}::uuid, ${reason}, ${record.version}::integer) as passed`.execute(ctx.db)
    if (!answer.rows[0]?.passed) throw stale()
  },
  next: () => '/signalen',
  done: actTexts.handDone,
})
