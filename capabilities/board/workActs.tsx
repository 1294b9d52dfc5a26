import { sql } from 'kysely'
import { z } from 'zod'
import { act } from '../../platform/act.ts'
import type { Staff } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import { addDays, dayOf } from '../../platform/dates.ts'
import { conflict, notFound, type Refusal, stale } from '../../platform/refusal.ts'
import { say } from '../../platform/texts.ts'
import { id, prose } from '../../platform/validation.ts'
import { findNotice, type NoticeAtWork } from './notices.ts'
import { mayConnect, mayModerate } from './policy.ts'
import { refusals, type Refused } from './words.ts'
import { workTexts as texts } from './workTexts.ts'

type Change = { state: 'public' | 'refused' | 'matched' | 'done'; reason?: Refused; reasonWords?: string | null; matchId?: string; untilOn?: string }

/** Changes a notice, once and as it was seen. @throws Refusal 412 somebody was before */
async function change(ctx: Context<Staff>, it: { id: string; version: number }, { state, ...more }: Change): Promise<void> {
  const ends = state === 'refused' || state === 'done'
  const decides = state === 'public' || state === 'refused'
  const { numUpdatedRows } = await ctx.db
    .updateTable('boardNotices')
    .set({ state, ...more, ...(ends ? { endedOn: dayOf(ctx.now) } : {}), ...(decides ? { decidedBy: ctx.actor.id, decidedOn: dayOf(ctx.now) } : {}), version: it.version + 1 })
    .where('id', '=', it.id)
    .where('version', '=', it.version)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows !== 1n) throw stale()
}

const over = ({ state }: NoticeAtWork): boolean => !['waiting', 'public', 'matched'].includes(state)
const ended = (it: NoticeAtWork): Refusal | undefined => (over(it) ? conflict('board.ended', texts.ended) : undefined)

const onNotice = {
  output: z.object({ noticeId: z.uuid() }),
  find: findNotice,
  version: (it: NoticeAtWork) => it.version,
  about: (it: NoticeAtWork) => [it.id],
  present: (_ctx: unknown, _done: unknown, it: NoticeAtWork) => ({ noticeId: it.id }),
  back: '/activiteiten/ruilbord',
  next: () => '/activiteiten/ruilbord',
}
const toNotice = ({ noticeId }: { noticeId: string }) => `/activiteiten/ruilbord/${noticeId}`

/** Somebody read it and puts it on the board. */
export const noticeApproved = act({
  ...onNotice,
  name: 'board.approve',
  at: '/board/work/:noticeId/approval',
  page: '/activiteiten/ruilbord/:noticeId/plaatsen',
  title: texts.approve,
  input: z.strictObject({}),
  form: {},
  may: mayModerate,
  hindrance: (it) => (it.state === 'waiting' && !it.over ? undefined : conflict('board.not-waiting', texts.notWaiting)),
  run: (ctx, it) => change(ctx, it, { state: 'public' }),
  intro: (it) => (
    <>
      <p class="lead">{it.title}</p>
      <p>{it.words}</p>
      <p class="soft">{say(texts.approveIntro)}</p>
    </>
  ),
  done: texts.approveDone,
})

/** It does not come on the board, or goes from it; the reason is for who left it. */
export const noticeRefused = act({
  ...onNotice,
  name: 'board.refuse',
  at: '/board/work/:noticeId/refusal',
  page: '/activiteiten/ruilbord/:noticeId/weigeren',
  title: texts.refuse,
  destructive: true,
  input: z.strictObject({ reason: z.enum(Object.keys(refusals) as [Refused], { error: () => say(texts.refuseReasonMissing) }), words: prose(500).optional() }),
  form: { reason: { as: 'choice', label: texts.refuseReason, options: refusals }, words: { as: 'area', label: texts.refuseWords, rows: 3, longest: 500, optional: true } },
  may: mayModerate,
  hindrance: (it) => (it.state === 'waiting' || it.state === 'public' ? undefined : conflict('board.ended', texts.ended)),
  run: (ctx, it, { reason, words }) => change(ctx, it, { state: 'refused', reason, reasonWords: words ?? null }),
  intro: (it) => (
    <>
      <p class="lead">{it.title}</p>
      <p class="soft">{say(texts.refuseIntro)}</p>
    </>
  ),
  done: texts.refuseDone,
})

const coupledFor = 14

/** An offer and a question belong together: both go from the board, and the team phones both. */
export const noticesMatched = act({
  ...onNotice,
  name: 'board.match',
  at: '/board/work/:noticeId/match',
  page: '/activiteiten/ruilbord/:noticeId/koppelen',
  title: texts.match,
  input: z.strictObject({ otherId: id() }),
  form: { otherId: { as: 'pick', label: texts.matchOther } },
  may: mayConnect,
  hindrance: (it) => (it.state !== 'public' || it.over ? conflict('board.not-on-board', texts.notOnBoard) : it.candidates.length === 0 ? conflict('board.nothing-fits', texts.matchNone) : undefined),
  choices: async (_ctx, it) => ({ otherId: it.candidates.map((one) => ({ value: one.id, label: `${one.title} (${one.area})` })) }),
  prefill: (it, query) => ({ otherId: it.candidates.find((one) => one.id === query.get('met'))?.id ?? it.candidates.find(({ alike }) => alike)?.id }),
  run: async (ctx, it, { otherId }) => {
    const other = await findNotice({ db: ctx.db, now: ctx.now, forChange: true }, { noticeId: otherId })
    if (!mayConnect(ctx.actor, other)) throw notFound()
    const untilOn = addDays(dayOf(ctx.now), coupledFor)
    await change(ctx, it, { state: 'matched', matchId: other.id, untilOn })
    await change(ctx, other, { state: 'matched', matchId: it.id, untilOn })
    return other.id
  },
  about: (it, otherId) => (otherId ? [it.id, otherId] : [it.id]),
  intro: (it) => (
    <>
      <p class="lead">{it.title}</p>
      <p>{say(texts.matchIntro)}</p>
    </>
  ),
  next: toNotice,
  done: texts.matchDone,
})

/** It worked out, or it will not: the notice goes, with what it was coupled to, and what is known about people goes too. */
export const noticeFinished = act({
  ...onNotice,
  name: 'board.finish',
  at: '/board/work/:noticeId/finish',
  page: '/activiteiten/ruilbord/:noticeId/afronden',
  title: texts.finish,
  input: z.strictObject({}),
  form: {},
  may: mayConnect,
  hindrance: (it) => ended(it) ?? (it.state === 'waiting' ? conflict('board.not-on-board', texts.notOnBoard) : undefined),
  run: async (ctx, it) => {
    await change(ctx, it, { state: 'done' })
    if (it.matchId && it.state === 'matched') {
      const other = await findNotice({ db: ctx.db, now: ctx.now, forChange: true }, { noticeId: it.matchId })
      if (other.state === 'matched' && mayConnect(ctx.actor, other)) await change(ctx, other, { state: 'done' })
    }
  },
  about: (it) => (it.matchId ? [it.id, it.matchId] : [it.id]),
  intro: (it) => (
    <>
      <p class="lead">{it.title}</p>
      <p>{say(texts.finishIntro)}</p>
    </>
  ),
  done: texts.finishDone,
})

type NoticeWithReaction = NoticeAtWork & { reactionId: string }

/** The two were brought together, or it did not fit: the reaction is erased. */
export const reactionHandled = act({
  ...onNotice,
  name: 'board.handle-reaction',
  at: '/board/work/:noticeId/reactions/:reactionId',
  page: '/activiteiten/ruilbord/:noticeId/reacties/:reactionId',
  title: texts.handled,
  audit: 'D',
  input: z.strictObject({}),
  form: {},
  find: async (reading, { noticeId, reactionId }): Promise<NoticeWithReaction> => {
    const found = await findNotice(reading, { noticeId })
    if (!found.reacted.some((it) => it.id === reactionId)) throw notFound()
    return { ...found, reactionId }
  },
  may: mayConnect,
  run: async (ctx, it) => void (await ctx.db.deleteFrom('boardReactions').where('noticeId', '=', it.id).where('id', '=', it.reactionId).execute()),
  about: (it) => [it.id, it.reactionId],
  intro: (it) => (
    <>
      <p class="lead">{it.title}</p>
      <p>{say(texts.handledIntro)}</p>
    </>
  ),
  next: toNotice,
  done: texts.handledDone,
})

/** Somebody looked at what was reported and finds that the notice may stay. */
export const reportsLookedAt = act({
  ...onNotice,
  name: 'board.look-at-reports',
  at: '/board/work/:noticeId/reports-seen',
  page: '/activiteiten/ruilbord/:noticeId/meldingen',
  title: texts.looked,
  audit: 'D',
  input: z.strictObject({}),
  form: {},
  may: mayModerate,
  hindrance: (it) => (it.reported.length === 0 ? conflict('board.nothing-reported', texts.nothingReported) : undefined),
  run: async (ctx, it) => void (await sql`delete from board_reports where notice_id = ${it.id}::uuid and id = any (${it.reported.map((one) => one.id)}::uuid[])`.execute(ctx.db)),
  intro: (it) => (
    <>
      <p class="lead">{it.title}</p>
      <p>{say(texts.lookedIntro)}</p>
    </>
  ),
  next: toNotice,
  done: texts.lookedDone,
})
