import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { act, notNow } from '../../platform/act.ts'
import type { Reading } from '../../platform/context.ts'
import { addDays } from '../../platform/dates.ts'
import { notFound } from '../../platform/refusal.ts'
import { day, id } from '../../platform/validation.ts'
import { actTexts } from './actTexts.ts'
import { colleaguesOf, enquiriesOf } from './cooperation.ts'
import { mistake, onMap } from './mapAct.ts'
import { mayPublishMap, mayReadMaps } from './policy.ts'
import { findMapRow, type MapRow } from './record.ts'

const withEnquiries = async (reading: Reading, params: { mapId: string }) => {
  const [row, enquiries] = await Promise.all([findMapRow(reading, params), enquiriesOf(reading.db, params.mapId)])
  return { ...row, enquiries }
}

/** Days that an enquiry may run: the result comes after it, and must still be of use then. */
const longest = 92

/** A short enquiry starts among the people of the team and around it. */
export const enquiryOpened = act({
  ...onMap,
  name: 'neighbourhood-map.open-enquiry',
  at: '/neighbourhood-maps/:mapId/enquiries',
  page: '/wijkkaart/:mapId/samenwerking/vragen',
  title: actTexts.enquiryTitle,
  input: z.strictObject({ closesOn: day() }),
  form: { closesOn: { as: 'day', label: actTexts.closesLabel, hint: actTexts.closesHint } },
  find: withEnquiries,
  may: mayPublishMap,
  hindrance: ({ enquiries, today }) => (enquiries.some((it) => it.closesOn >= today) ? notNow('enquiry.open', actTexts.enquiryOpen) : undefined),
  prefill: ({ today }) => ({ closesOn: addDays(today, 21) }),
  run: async (ctx, { id: mapId, municipalityId, today }, { closesOn }) => {
    if (closesOn <= today) throw mistake('closesOn', 'in-the-past', actTexts.laterDay)
    if (closesOn > addDays(today, longest)) throw mistake('closesOn', 'too-late', actTexts.withinQuarter)
    await ctx.db.insertInto('cooperationEnquiries').values({ municipalityId, id: randomUUID(), mapId, openedOn: today, closesOn, openedBy: ctx.actor.id }).execute()
  },
  done: actTexts.enquiryDone,
  audit: 'C',
})

type Asked = MapRow & { enquiryId: string; closesOn: string; answered: boolean; colleagues: readonly { value: string; label: string }[] }

async function findAsked(reading: Reading, { mapId, enquiryId }: { mapId: string; enquiryId: string }): Promise<Asked> {
  const [row, enquiries] = await Promise.all([findMapRow(reading, { mapId }), enquiriesOf(reading.db, mapId)])
  const found = enquiries.find((it) => it.id === enquiryId)
  if (!found) throw notFound()
  return { ...row, enquiryId, closesOn: found.closesOn, answered: found.answered, colleagues: await colleaguesOf(reading, row.teamIds) }
}

const count = (chosen: readonly string[], others: readonly string[]): number => new Set(chosen.filter((it) => others.includes(it))).size

/** Somebody tells whom they know, have the mobile number of, and really call. Only how many is kept, and only for the sum. */
export const enquiryAnswered = act({
  name: 'neighbourhood-map.answer-enquiry',
  at: '/neighbourhood-maps/:mapId/enquiries/:enquiryId/answers',
  page: '/wijkkaart/:mapId/samenwerking/:enquiryId',
  title: actTexts.answerTitle,
  submit: actTexts.answerSubmit,
  input: z.strictObject({ know: z.array(id()).max(200), mobile: z.array(id()).max(200), call: z.array(id()).max(200) }),
  form: {
    know: { as: 'picks', label: actTexts.knowLabel, hint: actTexts.knowHint },
    mobile: { as: 'picks', label: actTexts.mobileLabel },
    call: { as: 'picks', label: actTexts.callLabel, hint: actTexts.callHint },
  },
  output: z.object({ mapId: z.uuid() }),
  find: findAsked,
  may: (actor, it) => mayReadMaps(actor) && it.colleagues.some(({ value }) => value === actor.id),
  about: (it) => [it.id],
  hindrance: (it) => (it.closesOn < it.today ? notNow('enquiry.over', actTexts.enquiryOver) : it.answered ? notNow('enquiry.answered', actTexts.answeredAlready) : it.colleagues.length < 2 ? notNow('enquiry.alone', actTexts.enquiryAlone) : undefined),
  choices: async (ctx, { colleagues }) => {
    const others = colleagues.filter(({ value }) => value !== ctx.actor.id)
    return { know: others, mobile: others, call: others }
  },
  run: async (ctx, { municipalityId, enquiryId, colleagues }, { know, mobile, call }) => {
    const others = colleagues.map(({ value }) => value).filter((value) => value !== ctx.actor.id)
    const unknown = colleagues.filter(({ value }) => !know.includes(value) && (mobile.includes(value) || call.includes(value)))
    if (unknown.length > 0) throw mistake('know', 'known-too', actTexts.knownToo(unknown.map(({ label }) => label).join('; ')))
    await ctx.db
      .insertInto('cooperationAnswers')
      .values({ municipalityId, enquiryId, personId: ctx.actor.id, others: others.length, know: count(know, others), mobile: count(mobile, others), call: count(call, others), at: ctx.now })
      .execute()
  },
  present: (_ctx, _done, { id: mapId }) => ({ mapId }),
  next: ({ mapId }) => `/wijkkaart/${mapId}`,
  done: actTexts.answerDone,
  audit: 'C',
})
