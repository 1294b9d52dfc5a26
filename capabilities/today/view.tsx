import { z } from 'zod'
import { view } from '../../platform/act.ts'
import type { Staff } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import { dayOf, longDay } from '../../platform/dates.ts'
import { say } from '../../platform/texts.ts'
import { nothing } from '../../platform/validation.ts'
import { myPlanActions } from '../area-plans/index.ts'
import { boardToRead } from '../board/index.ts'
import { myCases, myOpenActions, offeredCases } from '../cases/index.ts'
import { changedForMe } from '../directory/index.ts'
import { myMeetings, myTasks } from '../meetings/index.ts'
import { closingLists, listNoticesFor, offeredLists } from '../participation/index.ts'
import { broughtIn, feedbackOwed, mySignals, waitingSignals } from '../signals/index.ts'
import { type Line, sorted } from './lines.ts'
import { TodayPage } from './TodayPage.tsx'
import { texts } from './texts.ts'

const line = z.object({
  kind: z.enum(['action', 'case', 'offer', 'task', 'invitation', 'signal', 'feedback', 'correction', 'plan', 'board', 'list']),
  what: z.string(),
  about: z.string().nullable(),
  by: z.string().nullable(),
  on: z.string().nullable(),
  href: z.string(),
  others: z.boolean(),
  subject: z.uuid().nullable().describe('the case or signal it is about'),
})
const meeting = z.object({ name: z.string(), onDay: z.iso.date(), startsAt: z.string(), endsAt: z.string(), place: z.string(), items: z.number(), mine: z.number(), coming: z.number(), asked: z.number(), href: z.string() })
const brought = z.object({ id: z.uuid(), number: z.string(), gist: z.string(), state: z.string(), finished: z.boolean(), receivedOn: z.iso.date(), href: z.string() })

const aLine = 80
/** What is different, in a line: with what it is now where that is short, and else only what it is about. */
const inShort = (changes: readonly { what: string; to: string }[]): string => changes.map(({ what, to }) => (to && to.length <= aLine ? `${what} ${to}` : what)).join('; ')

/** Everything that waits for this person, from every part of the work. */
export async function linesFor(ctx: Context<Staff>): Promise<{ lines: Line[]; meetings: Awaited<ReturnType<typeof myMeetings>> }> {
  const { actor } = ctx
  const [actions, cases, offers, tasks, meetings, waiting, signals, owed, changed, lists, board, plans, closing, notices] = await Promise.all([
    myOpenActions(ctx), myCases(ctx), offeredCases(ctx), myTasks(ctx), myMeetings(ctx), waitingSignals(ctx), mySignals(ctx), feedbackOwed(ctx), changedForMe(ctx), offeredLists(ctx), boardToRead(ctx), myPlanActions(ctx), closingLists(ctx), listNoticesFor(ctx),
  ])
  const busy = new Set(actions.filter((it) => it.takerId === actor.id).map((it) => it.caseId))
  const lines: Line[] = [
    ...actions.map((it) => ({ kind: 'action' as const, what: it.what, about: it.number, by: it.takerId === actor.id ? null : say(texts.withOther(it.taker)), on: it.dueOn, href: it.href, others: it.takerId !== actor.id, subject: it.caseId })),
    // A case with an agreement of mine comes by itself; the others ask for a look at their date.
    ...cases.filter((it) => !busy.has(it.id)).map((it) => ({ kind: 'case' as const, what: say(texts.lookAgain), about: it.number, by: it.question, on: it.nextOn, href: it.href, others: false, subject: it.id })),
    ...offers.map((it) => ({ kind: 'offer' as const, what: say(texts.offered(it.from)), about: it.number, by: it.reason, on: null, href: it.href, others: false, subject: it.caseId })),
    ...lists.map((it) => ({ kind: 'offer' as const, what: say(texts.listOffered(it.from, it.name)), about: null, by: it.reason, on: null, href: it.href, others: false, subject: null })),
    ...closing.map((it) => ({ kind: 'list' as const, what: say(texts.listCloses(it.name)), about: null, by: say(texts.listClosesWhy), on: it.on, href: it.href, others: false, subject: null })),
    ...notices.map((it) => ({ kind: 'list' as const, what: say(it.kind === 'closed' ? texts.listClosed(it.name) : texts.listPassed(it.keeper, it.name)), about: null, by: it.kind === 'closed' ? say(texts.listClosedWhy) : null, on: null, href: it.href, others: false, subject: null })),
    ...tasks.map((it) => ({ kind: 'task' as const, what: it.what, about: null, by: null, on: it.dueOn, href: it.href, others: false, subject: null })),
    ...plans.map((it) => ({ kind: 'plan' as const, what: it.what, about: null, by: say(texts.ofPlan(it.area)), on: it.on, href: it.href, others: false, subject: null })),
    ...waiting.filter((it) => it.mine).map((it) => ({ kind: 'signal' as const, what: it.what, about: it.number, by: it.gist, on: it.nextOn, href: it.href, others: false, subject: it.id })),
    ...signals.map((it) => ({ kind: 'case' as const, what: it.what, about: it.number, by: it.gist, on: it.nextOn, href: it.href, others: false, subject: it.id })),
    ...owed.map((it) => ({ kind: 'feedback' as const, what: it.what, about: it.number, by: it.since, on: it.dueOn, href: it.href, others: false, subject: it.signalId })),
    // Whom I pointed to it stands nowhere, so the line is about the entry only.
    ...changed.map((it) => ({ kind: 'correction' as const, what: say(texts.changed(it.name)), about: null, by: inShort(it.changes), on: null, href: `/gewijzigd/${it.serviceId}`, others: false, subject: null })),
    ...(board.waiting + board.reported > 0 ? [{ kind: 'board' as const, what: say(texts.onBoard(board.waiting, board.reported)), about: null, by: say(texts.board), on: null, href: '/activiteiten/ruilbord', others: false, subject: null }] : []),
    ...meetings
      .filter((it) => it.answer === 'open' && it.state === 'invited')
      .map((it) => ({ kind: 'invitation' as const, what: say(texts.invited(it.name)), about: null, by: say(texts.meetingOn(longDay(it.onDay, ctx.now), it.startsAt.replace(':', '.'))), on: null, href: `${it.href}/antwoord`, others: false, subject: null })),
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
  output: z.object({ now: z.array(line), week: z.array(line), others: z.array(line), meeting: meeting.nullable(), volunteer: z.boolean(), broughtIn: z.array(brought).describe('for volunteers: where the signals stand that they passed on') }),
  find: async () => null,
  may: () => true,
  about: (_nothing, shown) => [...new Set([...shown.now, ...shown.week, ...shown.others].flatMap((it) => it.subject ?? []).concat(shown.broughtIn.map((it) => it.id)))],
  present: async (ctx) => {
    const volunteer = ctx.actor.kind === 'volunteer'
    const [{ lines, meetings }, passedOn] = await Promise.all([linesFor(ctx), volunteer ? broughtIn(ctx) : []])
    const [next] = meetings
    const { now, week, others } = sorted(lines, dayOf(ctx.now))
    return { now: [...now], week: [...week], others: [...others], meeting: next ? meeting.parse(next) : null, volunteer, broughtIn: passedOn }
  },
  page: ({ now: first, week, others, meeting: next, volunteer, broughtIn: passedOn }, { now }) => <TodayPage lists={{ now: first, week, others }} meeting={next} passedOn={volunteer ? passedOn : undefined} now={now} />,
})

