import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import { publicAct } from '../../platform/act.ts'
import { invalid } from '../../platform/refusal.ts'
import { say, type Text } from '../../platform/texts.ts'
import { prose } from '../../platform/validation.ts'
import { person, unreachable } from './leaving.tsx'
import { findPublicNotice, type Notice } from './notices.ts'
import { texts } from './texts.ts'
import { reportReasons, type ReportReason } from './words.ts'

const asked = (text: Text) => (): string => say(text)
const output = z.object({ noticeId: z.uuid() })
const present = (_ctx: unknown, _done: unknown, { id }: Notice) => ({ noticeId: id })
const about = ({ id }: Notice) => [id]
const next = ({ noticeId }: { noticeId: string }) => `/ruilbord/bericht/${noticeId}`

/** Somebody reacts. What they leave goes to the team of that neighbourhood and is nowhere to be seen. */
export const noticeReactedTo = publicAct({
  name: 'board.react',
  at: '/board/notices/:noticeId/reactions',
  page: '/ruilbord/bericht/:noticeId/reageren',
  title: texts.reactTitle,
  submit: texts.reactSubmit,
  throttle: { most: 10, seconds: 600 },
  audit: 'C',
  input: z.strictObject({
    words: z.string({ error: asked(texts.reactWordsMissing) }).trim().min(1, { error: asked(texts.reactWordsMissing) }).max(1000),
    ...person,
    website: z.string().max(0, { error: asked(texts.trap) }).optional(),
  }),
  form: {
    words: { as: 'area', label: texts.reactWords, rows: 4, longest: 1000 },
    called: { as: 'text', label: texts.called, hint: texts.calledHint, autocomplete: 'given-name', longest: 80 },
    phone: { as: 'tel', label: texts.phone, hint: texts.phoneHint, autocomplete: 'tel', optional: true },
    email: { as: 'email', label: texts.email, autocomplete: 'email', optional: true },
    website: { as: 'trap', label: texts.trap },
  },
  output,
  find: findPublicNotice,
  may: () => true,
  run: async (ctx, { id }, { website: _trap, ...it }) => {
    const wrong = unreachable(it)
    if (wrong.length > 0) throw invalid(wrong)
    await sql`select ctx.react_to_notice(${randomUUID()}::uuid, ${id}::uuid, ${JSON.stringify(it)}::jsonb)`.execute(ctx.db)
  },
  about,
  present,
  intro: ({ title }) => <p class="lead">{say(texts.reactIntro(title))}</p>,
  back: '/ruilbord',
  next,
  done: texts.reactDone,
})

/** Somebody finds that a notice should not be there. Asks nothing about who it is. */
export const noticeReported = publicAct({
  name: 'board.report',
  at: '/board/notices/:noticeId/reports',
  page: '/ruilbord/bericht/:noticeId/melden',
  title: texts.reportTitle,
  submit: texts.reactSubmit,
  throttle: { most: 10, seconds: 600 },
  audit: 'C',
  input: z.strictObject({ reason: z.enum(Object.keys(reportReasons) as [ReportReason], { error: asked(texts.reportReasonMissing) }), words: prose(500).optional() }),
  form: {
    reason: { as: 'choice', label: texts.reportReason, options: reportReasons },
    words: { as: 'area', label: texts.reportWords, rows: 3, longest: 500, optional: true },
  },
  output,
  find: findPublicNotice,
  may: () => true,
  run: async (ctx, { id }, { reason, words }) => void (await sql`select ctx.report_notice(${randomUUID()}::uuid, ${id}::uuid, ${reason}, ${words ?? null})`.execute(ctx.db)),
  about,
  present,
  intro: ({ title }) => <p class="lead">{title}</p>,
  back: '/ruilbord',
  next,
  done: texts.reportDone,
})
