import { z } from 'zod'
import { act, notNow } from '../../platform/act.ts'
import type { Reading } from '../../platform/context.ts'
import { addDays, dayOf } from '../../platform/dates.ts'
import { invalid } from '../../platform/refusal.ts'
import { day, line, prose } from '../../platform/validation.ts'
import { discreetly, onCase } from './caseAct.ts'
import { closedAlready } from './life.ts'
import { mayDecide } from './policy.ts'
import { type CaseRecord, findCase } from './record.ts'
import { outcomes, texts } from './texts.ts'

type ClosingRecord = CaseRecord & { openActions: number }

async function findForClosing(reading: Reading, params: { caseId: string }): Promise<ClosingRecord> {
  const [record, open] = await Promise.all([
    findCase(reading, params),
    reading.db.selectFrom('actions').where('caseId', '=', params.caseId).where('state', '=', 'open').select((on) => on.fn.countAll<number>().as('count')).executeTakeFirst(),
  ])
  return { ...record, openActions: open?.count ?? 0 }
}

/** Ends the case with what came of it and what we learned. Whoever signalled is owed a message then. */
export const caseClosed = act({
  ...onCase,
  name: 'cases.close',
  at: '/cases/:caseId/close',
  page: '/casussen/:caseId/sluiten',
  title: texts.closeTitle,
  submit: texts.closeSubmit,
  input: z.strictObject({
    outcome: z.enum(Object.keys(outcomes) as [keyof typeof outcomes]),
    problem: prose(1000),
    problemOwner: line(120),
    whatWorked: prose(1000),
    satisfaction: prose(500),
    stayAlert: prose(500),
    lesson: prose(1000),
    aftercareBy: line(120).optional(),
    aftercareUntil: day().optional(),
  }),
  form: {
    outcome: { as: 'choice', label: texts.outcomeLabel, options: outcomes },
    problem: { as: 'area', label: texts.problemLabel, hint: texts.noNames, rows: 3 },
    problemOwner: { as: 'text', label: texts.problemOwnerLabel, hint: texts.problemOwnerHint },
    whatWorked: { as: 'area', label: texts.workedLabel, rows: 3 },
    satisfaction: { as: 'area', label: texts.satisfiedLabel, rows: 2 },
    stayAlert: { as: 'area', label: texts.alertLabel, rows: 2 },
    lesson: { as: 'area', label: texts.lessonLabel, hint: texts.lessonHint, rows: 3 },
    aftercareBy: { as: 'text', label: texts.aftercareLabel },
    aftercareUntil: { as: 'day', label: texts.aftercareUntilLabel },
  },
  find: findForClosing,
  may: mayDecide,
  discreet: discreetly('problem', 'problemOwner', 'whatWorked', 'satisfaction', 'stayAlert', 'lesson', 'aftercareBy'),
  version: (record) => record.version,
  hindrance: (record) => closedAlready(record) ?? (record.openActions > 0 ? notNow('case.actions-open', texts.actionsOpen(record.openActions)) : undefined),
  prefill: (record) => ({ aftercareUntil: addDays(dayOf(record.facts.at), 91) }),
  run: async (ctx, record, it) => {
    if (it.aftercareBy && !it.aftercareUntil) throw invalid([{ in: 'body', at: 'aftercareUntil', code: 'missing', detail: texts.aftercareWhole }])
    const aftercare = it.aftercareBy ? { aftercareBy: it.aftercareBy, aftercareUntil: it.aftercareUntil ?? null } : { aftercareBy: null, aftercareUntil: null }
    const { municipalityId } = ctx.actor
    const today = dayOf(ctx.now)
    await ctx.db.insertInto('caseClosures').values({ ...it, ...aftercare, municipalityId, caseId: record.id, closedBy: ctx.actor.id, closedAt: ctx.now }).execute()
    await ctx.db.insertInto('caseSteps').values({ municipalityId, caseId: record.id, step: 5, openedOn: today, openedBy: ctx.actor.id }).execute()
    await ctx.db.updateTable('cases').set({ state: 'closed', closedAt: ctx.now, nextOn: null, inPortfolio: false, version: record.version + 1 }).where('id', '=', record.id).execute()
  },
  done: texts.closed,
})
