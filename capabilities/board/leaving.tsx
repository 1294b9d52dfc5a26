import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import { act, publicAct } from '../../platform/act.ts'
import type { Context } from '../../platform/context.ts'
import { type FieldError, invalid } from '../../platform/refusal.ts'
import { say, type Text } from '../../platform/texts.ts'
import { hashOf, newCode } from './codes.ts'
import { type BoardArea, boardAreas } from './notices.ts'
import { mayLeaveForOthers } from './policy.ts'
import { texts } from './texts.ts'
import { type Kind, kinds, type Span, spans, type What, whats } from './words.ts'

const asked = (text: Text) => (): string => say(text)
const said = (least: number, most: number, text: Text) => z.string({ error: asked(text) }).trim().min(least, { error: asked(text) }).max(most)
/** How one can be reached: a name to be called by, and a telephone number or an address. */
export const person = {
  called: said(1, 80, texts.calledMissing),
  phone: z.string().trim().regex(/^[+\d][\d\s()-]{5,24}$/, { error: asked(texts.phoneWrong) }).optional(),
  email: z.email().max(200).optional(),
}
const notice = {
  kind: z.enum(Object.keys(kinds) as [Kind], { error: asked(texts.kindMissing) }),
  what: z.enum(Object.keys(whats) as [What], { error: asked(texts.whatMissing) }),
  title: said(3, 80, texts.titleMissing),
  words: said(3, 1000, texts.wordsMissing),
  area: said(1, 80, texts.areaMissing),
  days: z.enum(Object.keys(spans) as [Span]),
}
type Told = { kind: Kind; what: What; title: string; words: string; area: string; days: Span; called: string; phone?: string; email?: string; manner?: 'spoken' | 'written' }
const output = z.object({ code: z.string().describe('to follow the notice and to take it away with; shown once and kept as a hash') })

const reaches = /[\w.+-]+@[\w-]+\.\w|(?:\+?\d[\s().-]*){8,}/

/** Somebody can be reached, or all that is wrong is told at once. */
export const unreachable = (it: { phone?: string; email?: string }): FieldError[] => (it.phone || it.email ? [] : [{ in: 'body', at: 'phone', code: 'required', detail: texts.reachMissing }])

async function leave(ctx: Context, areas: readonly BoardArea[], { area, ...it }: Told): Promise<{ id: string; code: string }> {
  const telling = (['title', 'words'] as const).filter((at) => reaches.test(it[at])).map((at): FieldError => ({ in: 'body', at, code: 'tells-how-to-reach', detail: texts.wordsPhone }))
  const wrong = [...telling, ...unreachable(it)]
  if (wrong.length > 0) throw invalid(wrong)
  const id = randomUUID()
  const code = newCode()
  const areaId = areas.find(({ slug }) => slug === area)?.id
  await sql`select ctx.leave_notice(${id}::uuid, ${hashOf(code)}, ${areaId}::uuid, ${JSON.stringify(it)}::jsonb)`.execute(ctx.db)
  return { id, code }
}

const form = {
  kind: { as: 'choice', label: texts.kindField, options: kinds },
  what: { as: 'choice', label: texts.whatField, options: whats },
  title: { as: 'text', label: texts.titleField, hint: texts.titleHint, autocomplete: 'off', longest: 80 },
  words: { as: 'area', label: texts.wordsField, hint: texts.wordsHint, rows: 4, longest: 1000 },
  area: { as: 'pick', label: texts.areaField },
  days: { as: 'choice', label: texts.daysField, options: spans },
} as const
const shared = {
  secret: true as const,
  audit: 'C' as const,
  output,
  find: boardAreas,
  choices: async (_ctx: unknown, areas: readonly BoardArea[]) => ({ area: areas.map(({ slug, name, whole }) => ({ value: slug, label: whole ? say(texts.areaAny) : name })) }),
  prefill: (areas: readonly BoardArea[], query: URLSearchParams) => ({ area: areas.find(({ slug }) => slug === query.get('wijk'))?.slug, days: '30' }),
  about: (_areas: unknown, done?: { id: string; code: string }) => (done ? [done.id] : []),
  present: (_ctx: unknown, { code }: { code: string }) => ({ code }),
  handOn: ({ code }: { code: string }) => code,
  next: () => '/ruilbord/stand',
}

/** Anybody of the neighbourhood offers or asks something. It waits until somebody of the team looked at it. */
export const noticeLeft = publicAct({
  ...shared,
  name: 'board.leave',
  at: '/board/notices',
  page: '/ruilbord/nieuw',
  title: texts.leave,
  submit: texts.leaveSubmit,
  throttle: { most: 10, seconds: 600 },
  input: z.strictObject({ ...notice, ...person, website: z.string().max(0, { error: asked(texts.trap) }).optional() }),
  form: {
    ...form,
    called: { as: 'text', label: texts.called, hint: texts.calledHint, autocomplete: 'given-name', longest: 80 },
    phone: { as: 'tel', label: texts.phone, hint: texts.phoneHint, autocomplete: 'tel', optional: true },
    email: { as: 'email', label: texts.email, autocomplete: 'email', optional: true },
    website: { as: 'trap', label: texts.trap },
  },
  may: () => true,
  run: (ctx, areas, { website: _trap, ...it }) => leave(ctx, areas, it),
  intro: () => <p class="lead">{say(texts.leaveIntro)}</p>,
  back: '/ruilbord',
})

/** A colleague leaves a notice for a resident who agreed. */
export const noticeLeftFor = act({
  ...shared,
  name: 'board.leave-for',
  at: '/board/notices/staff',
  page: '/activiteiten/ruilbord/nieuw',
  title: texts.forTitle,
  submit: texts.leave,
  input: z.strictObject({ ...notice, ...person, manner: z.enum(['spoken', 'written']), agreed: z.boolean().refine((it) => it, { error: asked(texts.agreedMissing) }) }),
  form: {
    ...form,
    called: { as: 'text', label: texts.forCalled, hint: texts.calledHint, autocomplete: 'off', longest: 80 },
    phone: { as: 'tel', label: texts.phone, hint: texts.phoneHint, autocomplete: 'off', optional: true },
    email: { as: 'email', label: texts.email, autocomplete: 'off', optional: true },
    manner: { as: 'choice', label: texts.manner, options: { spoken: texts.spoken, written: texts.written } },
    agreed: { as: 'tick', label: texts.agreed },
  },
  may: (actor) => mayLeaveForOthers(actor),
  run: (ctx, areas, { agreed: _agreed, ...it }) => leave(ctx, areas, it),
  intro: () => <p>{say(texts.forIntro)}</p>,
  back: '/activiteiten/ruilbord',
})
