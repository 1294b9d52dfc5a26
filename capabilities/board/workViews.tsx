import { sql } from 'kysely'
import { z } from 'zod'
import { openActs, view } from '../../platform/act.ts'
import type { Staff } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import { nothing } from '../../platform/validation.ts'
import { findNotice, type Notice, noticesAtWork } from './notices.ts'
import { mayConnect, mayLeaveForOthers, mayModerate, maySeeBoard } from './policy.ts'
import { type Kind, kinds, type Refused, refusals, reportReasons, type ReportReason, type Standing, states, type What, whats } from './words.ts'
import { noticeApproved, noticeFinished, noticeRefused, noticesMatched, reactionHandled, reportsLookedAt } from './workActs.tsx'
import { WorkBoardPage, WorkNoticePage } from './WorkPages.tsx'
import { workTexts as texts } from './workTexts.ts'

const openAct = z.object({ name: z.string(), title: z.object({ nl: z.string(), en: z.string() }), href: z.string() })
const line = z.object({
  id: z.uuid(), kind: z.enum(Object.keys(kinds) as [Kind]), what: z.enum(Object.keys(whats) as [What]), title: z.string(), words: z.string(), area: z.string(), whole: z.boolean(),
  state: z.enum(Object.keys(states) as [Standing]), leftOn: z.iso.date(), untilOn: z.iso.date(), reactions: z.int().describe('0 for who may not see them'), reports: z.int(),
})
const reached = z.object({ called: z.string(), phone: z.string().nullable(), email: z.string().nullable() })
const other = z.object({ id: z.uuid(), title: z.string(), area: z.string(), alike: z.boolean().describe('holds the same words') })
const whole = line.extend({
  by: z.string().nullable().describe('the colleague who left it for a resident'), reason: z.enum(Object.keys(refusals) as [Refused]).nullable(), reasonWords: z.string().nullable(),
  contact: reached.nullable(), connects: z.boolean(), reacted: z.array(reached.extend({ id: z.uuid(), words: z.string(), madeOn: z.iso.date(), href: z.string() })),
  reported: z.array(z.object({ reason: z.enum(Object.keys(reportReasons) as [ReportReason]), words: z.string().nullable(), madeOn: z.iso.date() })),
  candidates: z.array(other), match: other.nullable(), version: z.int(), acts: z.array(openAct),
})
export type WorkLine = z.output<typeof line>
export type WorkNotice = z.output<typeof whole>

const lineOf = ({ id, kind, what, title, words, area, whole: everywhere, state, over, leftOn, untilOn, reactions, reports }: Notice): z.input<typeof line> => ({
  id, kind, what, title, words, area, whole: everywhere, state: over && state !== 'matched' && ['waiting', 'public'].includes(state) ? 'over' : state, leftOn, untilOn, reactions, reports,
})

/** What waits for a reader, who reacted, and what stands. */
export const boardAtWork = view({
  name: 'board.work',
  at: '/board/work',
  path: '/activiteiten/ruilbord',
  title: texts.title,
  query: nothing,
  output: z.object({ notices: z.array(line), leaves: z.boolean() }),
  find: (reading) => noticesAtWork(reading),
  may: (actor) => maySeeBoard(actor),
  each: mayModerate,
  about: (notices) => notices.map(({ id }) => id),
  present: (ctx, notices) => ({ notices: notices.map(lineOf), leaves: mayLeaveForOthers(ctx.actor) }),
  page: (it, { now }) => <WorkBoardPage {...it} now={now} />,
})

/** One notice, with who is behind it and who reacted for who brings them together. */
export const noticeAtWork = view({
  name: 'board.work-notice',
  at: '/board/work/:noticeId',
  path: '/activiteiten/ruilbord/:noticeId',
  title: ({ title }) => ({ nl: title, en: title }),
  query: nothing,
  output: whole,
  find: findNotice,
  may: mayModerate,
  about: (it) => [it.id],
  version: (it) => it.version,
  present: (ctx, it) => {
    const connects = mayConnect(ctx.actor, it)
    return {
      ...lineOf(it), by: it.by, reason: it.reason, reasonWords: it.reasonWords, connects, contact: connects ? it.contact : null, version: it.version,
      reacted: connects ? it.reacted.map((one) => ({ ...one, href: `/activiteiten/ruilbord/${it.id}/reacties/${one.id}` })) : [],
      reported: it.reported.map(({ reason, words, madeOn }) => ({ reason: reason as ReportReason, words, madeOn })),
      candidates: connects && it.state === 'public' ? it.candidates.filter(({ alike }) => alike).slice(0, 5) : [], match: connects ? it.match : null,
      acts: openActs([noticeApproved, noticesMatched, noticeFinished, reportsLookedAt, noticeRefused], ctx.actor, it, { noticeId: it.id }),
    }
  },
  page: (it, { now }) => <WorkNoticePage it={it} now={now} />,
})

/** How much on the board waits for this person: notices to read, reactions and reports. */
export async function countBoardWork(ctx: Context<Staff>): Promise<number> {
  if (!maySeeBoard(ctx.actor)) return 0
  const { rows } = await sql<{ count: number }>`select ctx.board_waiting() as count`.execute(ctx.db)
  return rows[0]?.count ?? 0
}

/** For who says what may stand on the board of the whole town: how many notices nobody read yet, and how many that stand were reported. Nothing for a team, which sees it beside its board. */
export async function boardToRead(ctx: Context<Staff>): Promise<{ waiting: number; reported: number }> {
  if (ctx.actor.role !== 'information-manager') return { waiting: 0, reported: 0 }
  const notices = (await noticesAtWork(ctx)).filter((it) => mayModerate(ctx.actor, it))
  return { waiting: notices.filter(({ state }) => state === 'waiting').length, reported: notices.filter(({ state, reports }) => state !== 'waiting' && reports > 0).length }
}

/** Acts that hang on a part of a notice, for the list of all entries. */
export const noticeActs = [noticeApproved, noticeRefused, noticesMatched, noticeFinished, reactionHandled, reportsLookedAt]
