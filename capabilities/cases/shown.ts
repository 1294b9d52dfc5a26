import { z } from 'zod'
import { ageBands, channels, livesHow, outcomes, questionKinds, sexes, themes, withWhom } from './texts.ts'

const keys = <K extends string>(words: Record<K, unknown>) => z.enum(Object.keys(words) as [K])
const openAct = z.object({ name: z.string(), title: z.object({ nl: z.string(), en: z.string() }), href: z.string() })
const urgency = z.enum(['normal', 'soon', 'now'])
const state = z.enum(['signal', 'deepening', 'action', 'progress', 'closed'])

/** A case in a list: only what team duty may know. */
export const shownLine = z.object({
  id: z.uuid(),
  number: z.string(),
  state,
  urgency,
  inPortfolio: z.boolean(),
  nextOn: z.iso.date().nullable(),
  closedOn: z.iso.date().nullable(),
  owner: z.string(),
  mine: z.boolean(),
  anonymous: z.boolean(),
  question: z.string().nullable().describe('null for who is not involved'),
})
export type ShownLine = z.output<typeof shownLine>

/** A case as far as the one who asks may know it. */
export const shownCase = z.object({
  id: z.uuid(),
  number: z.string(),
  state,
  urgency,
  inPortfolio: z.boolean(),
  team: z.string(),
  owner: z.string(),
  mine: z.boolean(),
  nextOn: z.iso.date().nullable(),
  startedOn: z.iso.date(),
  startedIn: z.enum(['day', 'month']),
  closedOn: z.iso.date().nullable(),
  anonymous: z.boolean(),
  identityHref: z.string().nullable(),
  handoverTo: z.string().nullable(),
  version: z.number(),
  parties: z.array(z.object({ id: z.uuid(), name: z.string(), organization: z.string(), role: z.string(), reason: z.string(), untilOn: z.iso.date(), inForce: z.boolean(), endHref: z.string().nullable() })),
  grounds: z.array(z.object({ id: z.uuid(), kind: z.enum(['anonymous', 'consent', 'legal-task', 'vital-interest']), receiver: z.string(), withIdentity: z.boolean(), untilOn: z.iso.date().nullable(), inForce: z.boolean(), withdrawnOn: z.iso.date().nullable(), explained: z.string().nullable(), article: z.string().nullable(), askedBy: z.string().nullable(), fromOn: z.iso.date(), withdrawHref: z.string().nullable() })),
  contacts: z.array(z.object({ onDay: z.iso.date(), channel: keys(channels), withWhom: keys(withWhom), reached: z.boolean(), by: z.string() })),
  content: z
    .object({
      question: z.string().nullable(),
      questionKind: keys(questionKinds),
      questionBehind: z.string().nullable(),
      ownWords: z.string().nullable(),
      ownWordsOn: z.iso.date().nullable(),
      introducedBy: z.string().nullable(),
      themes: z.array(keys(themes)),
      sex: keys(sexes),
      ageBand: keys(ageBands),
      livingSituation: keys(livesHow).nullable(),
      signals: z.array(z.object({ number: z.string(), receivedOn: z.iso.date(), href: z.string() })).describe('from which it came'),
      steps: z.array(z.object({ step: z.number(), round: z.number(), openedOn: z.iso.date(), openedBy: z.string() })),
      answers: z.array(z.object({ step: z.number(), round: z.number(), question: z.string(), words: z.object({ nl: z.string(), en: z.string() }), body: z.string(), writer: z.string(), writtenAt: z.iso.datetime() })),
      actions: z.array(z.object({ id: z.uuid(), what: z.string(), why: z.string(), taker: z.string(), dueOn: z.iso.date(), state: z.enum(['open', 'done', 'not-done', 'dropped']), result: z.string().nullable(), agreedOn: z.iso.date(), reportHref: z.string().nullable() })),
      deeds: z.array(z.object({ what: z.string(), by: z.string(), doneOn: z.iso.date() })),
      closure: z.object({ outcome: keys(outcomes), problem: z.string(), problemOwner: z.string(), whatWorked: z.string(), satisfaction: z.string(), stayAlert: z.string(), lesson: z.string(), aftercareBy: z.string().nullable(), aftercareUntil: z.string().nullable() }).nullable(),
    })
    .nullable()
    .describe('null for who is on team duty only'),
  acts: z.array(openAct),
})
export type ShownCase = z.output<typeof shownCase>
