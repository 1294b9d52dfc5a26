import { z } from 'zod'

const openAct = z.object({ name: z.string(), title: z.object({ nl: z.string(), en: z.string() }), href: z.string() })
const person = z.object({ id: z.uuid(), name: z.string(), organization: z.string() })

/** A point of the agenda: who may hear it, and who at the table may not. */
export const shownItem = z.object({
  id: z.uuid(),
  position: z.number(),
  kind: z.enum(['running-case', 'new-case', 'topic']),
  caseNumber: z.string().nullable(),
  caseHref: z.string().nullable(),
  topic: z.string().nullable(),
  minutes: z.number(),
  state: z.enum(['waiting', 'open', 'done']),
  openedAt: z.iso.datetime().nullable(),
  hears: z.boolean().describe('whether the one who asks may hear it'),
  hearers: z.array(person),
  notHearing: z.array(person),
  removeHref: z.string().nullable(),
})
export type ShownItem = z.output<typeof shownItem>

/** Something agreed in a meeting. */
export const shownAgreement = z.object({ what: z.string(), taker: z.string(), dueOn: z.iso.date(), open: z.boolean(), caseNumber: z.string().nullable(), caseId: z.uuid().nullable() })
export type ShownAgreement = z.output<typeof shownAgreement>

/** A meeting with its agenda. */
export const shownMeeting = z.object({
  id: z.uuid(),
  name: z.string(),
  goal: z.string(),
  onDay: z.iso.date(),
  startsAt: z.string(),
  endsAt: z.string(),
  minutes: z.number(),
  place: z.string(),
  everyWeeks: z.number(),
  state: z.enum(['planned', 'invited', 'running', 'held']),
  version: z.number(),
  invitees: z.array(person.extend({ function: z.string().nullable(), answer: z.enum(['open', 'yes', 'no']), attended: z.boolean().nullable() })),
  items: z.array(shownItem),
  agreements: z.array(shownAgreement),
  acts: z.array(openAct),
  answered: z.boolean().describe('whether the one who asks said whether they come, or was not asked'),
  calendarHref: z.string().nullable(),
  packHref: z.string().nullable(),
  activities: z.array(z.object({ slug: z.string(), name: z.string(), day: z.iso.date(), times: z.string(), place: z.string().nullable(), cost: z.string().nullable() })).nullable().describe('what is on in the area of the team in the coming two weeks, with the report; null before the meeting was held'),
  following: z.object({ href: z.string(), onDay: z.iso.date() }).nullable().describe('the next meeting of the same series, once this one was held'),
})
export type ShownMeeting = z.output<typeof shownMeeting>

/** A point while the meeting runs. */
export const shownPoint = z.object({
  meeting: shownMeeting,
  item: shownItem,
  question: z.string().nullable().describe('what is asked in the case; null for who may not hear it'),
  notes: z.array(z.object({ body: z.string(), writtenAt: z.iso.datetime(), writer: z.string() })),
  before: z.array(z.object({ body: z.string(), onDay: z.iso.date() })).describe('minutes of the same case in earlier meetings'),
  agreed: z
    .array(z.object({ what: z.string(), taker: z.string(), dueOn: z.iso.date(), state: z.enum(['open', 'done', 'not-done', 'dropped']), result: z.string().nullable(), reportHref: z.string().nullable() }))
    .describe('what was agreed about the case before, to come back to'),
  line: z
    .object({ typed: z.string(), takerId: z.string().nullable(), taker: z.string().nullable(), what: z.string(), dueOn: z.iso.date().nullable(), takers: z.array(z.object({ value: z.string(), label: z.string() })) })
    .nullable()
    .describe('the line of an agreement as it was understood, before anything is kept'),
  mayLead: z.boolean(),
  previousId: z.uuid().nullable(),
  nextId: z.uuid().nullable(),
})
export type ShownPoint = z.output<typeof shownPoint>
