import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { act } from '../../platform/act.ts'
import { dayOf } from '../../platform/dates.ts'
import { invalid } from '../../platform/refusal.ts'
import { day } from '../../platform/validation.ts'
import { onCase } from './caseAct.ts'
import { closedAlready } from './life.ts'
import { mayRecordContact } from './policy.ts'
import { findCase } from './record.ts'
import { channels, texts, withWhom } from './texts.ts'

/** That there was contact, by whom and when. There is no field for what it was about, on purpose. */
export const contactRecorded = act({
  ...onCase,
  name: 'cases.record-contact',
  at: '/cases/:caseId/contacts',
  page: '/casussen/:caseId/contact',
  title: texts.contactTitle,
  submit: texts.contactSubmit,
  input: z.strictObject({
    onDay: day(),
    channel: z.enum(Object.keys(channels) as [keyof typeof channels]),
    withWhom: z.enum(Object.keys(withWhom) as [keyof typeof withWhom]),
    reached: z.boolean(),
  }),
  form: {
    onDay: { as: 'day', label: texts.contactDay },
    channel: { as: 'choice', label: texts.contactChannel, options: channels },
    withWhom: { as: 'choice', label: texts.contactWith, options: withWhom },
    reached: { as: 'tick', label: texts.contactReached },
  },
  audit: 'C',
  find: findCase,
  may: mayRecordContact,
  hindrance: closedAlready,
  prefill: (record) => ({ onDay: dayOf(record.facts.at), reached: true }),
  run: async (ctx, record, it) => {
    if (it.onDay > dayOf(ctx.now)) throw invalid([{ in: 'body', at: 'onDay', code: 'in-the-future', detail: texts.inTheFuture }])
    await ctx.db.insertInto('contacts').values({ ...it, municipalityId: ctx.actor.municipalityId, id: randomUUID(), caseId: record.id, byId: ctx.actor.id, recordedAt: ctx.now }).execute()
  },
  done: texts.contactKept,
})
