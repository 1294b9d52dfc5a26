import { z } from 'zod'

/** What a resident sees about themself, in plain words. */
export const shownPlan = z.object({
  cases: z.array(
    z.object({
      id: z.uuid(),
      number: z.string(),
      team: z.string(),
      phone: z.string().nullable(),
      phoneHours: z.string().nullable(),
      closed: z.boolean(),
      question: z.string(),
      ownWords: z.string().nullable(),
      ownWordsOn: z.iso.date().nullable(),
      actions: z.array(z.object({ what: z.string(), why: z.string(), taker: z.string(), dueOn: z.iso.date(), state: z.enum(['open', 'done', 'not-done', 'dropped']), result: z.string().nullable() })),
      people: z.array(z.object({ name: z.string(), organization: z.string(), reason: z.string(), untilOn: z.iso.date(), owner: z.boolean() })),
      consents: z.array(z.object({ id: z.uuid(), receiver: z.string(), on: z.boolean(), untilOn: z.iso.date().nullable(), withIdentity: z.boolean(), receiverValue: z.string(), withdrawHref: z.string(), giveHref: z.string() })),
      laws: z.array(z.object({ receiver: z.string(), article: z.string() })),
      written: z.array(z.object({ question: z.object({ nl: z.string(), en: z.string() }), body: z.string(), writer: z.string(), on: z.string() })),
      contacts: z.array(z.object({ on: z.string(), by: z.string(), channel: z.string() })),
      closure: z.object({ problem: z.string(), whatWorked: z.string() }).nullable(),
      looks: z.array(z.object({ on: z.string(), who: z.string(), what: z.string() })),
    }),
  ),
})
export type ShownPlan = z.output<typeof shownPlan>
