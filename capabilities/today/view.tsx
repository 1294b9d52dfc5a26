import { z } from 'zod'
import { view } from '../../platform/act.ts'
import type { Staff } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import { dayOf } from '../../platform/dates.ts'
import { say } from '../../platform/texts.ts'
import { nothing } from '../../platform/validation.ts'
import { myCases, myOpenActions, offeredCases } from '../cases/index.ts'
import { myMeetings, myTasks } from '../meetings/index.ts'
import { feedbackOwed, mySignals, waitingSignals } from '../signals/index.ts'
import { type Line, sorted } from './lines.ts'
import { TodayPage } from './TodayPage.tsx'
import { texts } from './texts.ts'

const line = z.object({
  kind: z.enum(['action', 'case', 'offer', 'task', 'invitation', 'signal', 'feedback']),
  what: z.string(),
  about: z.string().nullable(),
  by: z.string().nullable(),
  on: z.string().nullable(),
  href: z.string(),
  others: z.boolean(),
})
const meeting = z.object({ name: z.string(), onDay: z.string(), startsAt: z.string(), place: z.string(), items: z.number(), coming: z.number(), asked: z.number(), href: z.string() })

/** Everything that waits for this person, from every part of the work. */
export async function linesFor(ctx: Context<Staff>): Promise<{ lines: Line[]; meetings: Awaited<ReturnType<typeof myMeetings>> }> {
  const { actor } = ctx
  const [actions, cases, offers, tasks, meetings, waiting, signals, owed] = await Promise.all([
    myOpenActions(ctx), myCases(ctx), offeredCases(ctx), myTasks(ctx), myMeetings(ctx), waitingSignals(ctx), mySignals(ctx), feedbackOwed(ctx),
  ])
  const busy = new Set(actions.filter((it) => it.takerId === actor.id).map((it) => it.caseId))
  const lines: Line[] = [
    ...actions.map((it) => ({ kind: 'action' as const, what: it.what, about: it.number, by: it.takerId === actor.id ? null : say(texts.withOther(it.taker)), on: it.dueOn, href: it.href, others: it.takerId !== actor.id })),
    // A case with an agreement of mine comes by itself; the others ask for a look at their date.
    ...cases.filter((it) => !busy.has(it.id)).map((it) => ({ kind: 'case' as const, what: say(texts.lookAgain), about: it.number, by: null, on: it.nextOn, href: it.href, others: false })),
    ...offers.map((it) => ({ kind: 'offer' as const, what: say(texts.offered(it.from)), about: it.number, by: null, on: null, href: it.href, others: false })),
    ...tasks.map((it) => ({ kind: 'task' as const, what: it.what, about: null, by: null, on: it.dueOn, href: it.href, others: false })),
    ...waiting.filter((it) => it.mine).map((it) => ({ kind: 'signal' as const, what: it.what, about: it.number, by: null, on: it.nextOn, href: it.href, others: false })),
    ...signals.map((it) => ({ kind: 'case' as const, what: it.what, about: it.number, by: null, on: it.nextOn, href: it.href, others: false })),
    ...owed.map((it) => ({ kind: 'feedback' as const, what: it.what, about: it.number, by: it.since, on: it.dueOn, href: it.href, others: false })),
    ...meetings
      .filter((it) => it.answer === 'open' && it.state === 'invited')
      .map((it) => ({ kind: 'invitation' as const, what: say(texts.invited(it.name)), about: null, by: null, on: null, href: `${it.href}/antwoord`, others: false })),
  ]
  return { lines, meetings }
}

/** What waits for me today. */
export const todayViewed = view({
  name: 'today.view',
  at: '/today',
  path: '/vandaag',
  title: texts.today,
  query: nothing,
  output: z.object({ now: z.array(line), week: z.array(line), others: z.array(line), meeting: meeting.nullable(), volunteer: z.boolean() }),
  find: async () => null,
  may: () => true,
  about: () => [],
  present: async (ctx) => {
    const { lines, meetings } = await linesFor(ctx)
    const [next] = meetings
    const { now, week, others } = sorted(lines, dayOf(ctx.now))
    return { now: [...now], week: [...week], others: [...others], meeting: next ? meeting.parse(next) : null, volunteer: ctx.actor.kind === 'volunteer' }
  },
  page: ({ now: first, week, others, meeting: next, volunteer }, { now }) => <TodayPage lists={{ now: first, week, others }} meeting={next} volunteer={volunteer} now={now} />,
})

