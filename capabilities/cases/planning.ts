import { z } from 'zod'
import { act } from '../../platform/act.ts'
import { addDays, dayOf, momentOf } from '../../platform/dates.ts'
import { day } from '../../platform/validation.ts'
import { onCase } from './caseAct.ts'
import { closedAlready } from './life.ts'
import { notBefore } from './opening.ts'
import { mayWork } from './policy.ts'
import { findCase } from './record.ts'
import { texts, urgencies } from './texts.ts'

const aMonth = 28
const halfAYear = 182

/** When we look again, how urgent it is, and whether the case waits in portfolio for a later attempt. */
export const casePlanned = act({
  ...onCase,
  name: 'cases.plan',
  at: '/cases/:caseId/plan',
  page: '/casussen/:caseId/planning',
  title: texts.planTitle,
  submit: texts.planSubmit,
  input: z.strictObject({ nextOn: day(), urgency: z.enum(['normal', 'soon', 'now']), inPortfolio: z.boolean() }),
  form: {
    nextOn: { as: 'day', label: texts.nextOnLabel },
    urgency: { as: 'choice', label: texts.urgencyLabel, options: urgencies },
    inPortfolio: { as: 'tick', label: texts.portfolioLabel, hint: texts.portfolioHint },
  },
  find: findCase,
  may: mayWork,
  version: (record) => record.version,
  hindrance: closedAlready,
  prefill: (record) => ({ nextOn: record.nextOn ?? addDays(dayOf(record.facts.at), aMonth), urgency: record.urgency, inPortfolio: record.inPortfolio }),
  run: async (ctx, record, it) => {
    notBefore(dayOf(ctx.now), 'nextOn', it.nextOn)
    await ctx.db.updateTable('cases').set({ ...it, version: record.version + 1 }).where('id', '=', record.id).execute()
    // an open case never outlives the part of its owner
    const until = momentOf(addDays(it.nextOn, halfAYear))
    await ctx.db.updateTable('involvements').set({ untilAt: until }).where('caseId', '=', record.id).where('personId', '=', record.ownerId).where('endedAt', 'is', null).where('untilAt', '>', ctx.now).where('untilAt', '<', until).execute()
  },
  done: texts.planKept,
})
