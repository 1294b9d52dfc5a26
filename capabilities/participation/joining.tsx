import { createHash, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import { act, publicAct, publicView } from '../../platform/act.ts'
import type { Context, Reading } from '../../platform/context.ts'
import { dayOf } from '../../platform/dates.ts'
import { type FieldError, invalid, notFound } from '../../platform/refusal.ts'
import { say, type Text } from '../../platform/texts.ts'
import { day, line, nothing } from '../../platform/validation.ts'
import { newCaseNumber, readCaseNumber } from '../cases/index.ts'
import { notePointed } from '../directory/index.ts'
import { JoinedPage } from './JoinedPage.tsx'
import { joinTexts as texts } from './joinTexts.ts'
import { mayRegisterOthers } from './policy.ts'

const asked = (text: Text) => (): string => say(text)
/** What is asked of somebody; the person says it, or a colleague for them, and each is told what lacks in words of their own. */
const person = (calledMissing: Text) => ({
  called: z.string({ error: asked(calledMissing) }).trim().min(1, { error: asked(calledMissing) }).max(80),
  phone: z.string().trim().regex(/^[+\d][\d\s()-]{5,24}$/, { error: asked(texts.phoneWrong) }).optional(),
  followUp: z.boolean(),
  supporter: line(120).optional(),
  supporterAgreed: z.boolean(),
})
type Person = { called: string; phone?: string; followUp: boolean; supporter?: string; supporterAgreed: boolean; manner?: 'spoken' | 'written' }

const output = z.object({ code: z.string().describe('to cancel with; shown once and kept as a hash'), slug: z.string() })
const hashOf = (code: string): Buffer => createHash('sha256').update(code).digest()

/** An activity that takes registrations here. @throws Refusal 404 there is none */
async function findJoinable({ db }: Reading, { slug }: { slug: string }): Promise<{ id: string; slug: string; name: string }> {
  const found = await db.selectFrom('services').where('slug', '=', slug).where(sql<boolean>`ctx.takes_registrations(id)`).select(['id', 'slug', 'name']).executeTakeFirst()
  if (!found) throw notFound()
  return found
}

/** What contradicts each other, all at once. @throws Refusal 400 */
function checkPerson({ phone, followUp, supporter, supporterAgreed, manner }: Person): void {
  const wrong: FieldError[] = []
  if (followUp && !phone) wrong.push({ in: 'body', at: 'phone', code: 'required', detail: manner ? texts.registerPhoneNeeded : texts.phoneNeeded })
  if (supporter && !supporterAgreed) wrong.push({ in: 'body', at: 'supporterAgreed', code: 'required', detail: texts.supporterNeeds })
  if (wrong.length > 0) throw invalid(wrong)
}

async function join(ctx: Context, service: { id: string; slug: string }, it: Person): Promise<{ id: string; code: string; slug: string }> {
  checkPerson(it)
  const id = randomUUID()
  const code = newCaseNumber()
  const told = { called: it.called, phone: it.phone, followUp: it.followUp, supporter: it.supporter, manner: it.manner }
  await sql`select ctx.join_activity(${id}::uuid, ${hashOf(code)}, ${service.id}::uuid, ${JSON.stringify(told)}::jsonb)`.execute(ctx.db)
  return { id, code, slug: service.slug }
}

/** Anybody registers for an activity, with a name to be called by and nothing else that is needed. */
export const joined = publicAct({
  name: 'participation.join',
  at: '/activities/:slug/participations',
  page: '/meedoen/:slug',
  title: texts.joinTitle,
  submit: texts.joinSubmit,
  throttle: { most: 10, seconds: 600 },
  secret: true,
  audit: 'C',
  input: z.strictObject({ ...person(texts.calledMissing), website: z.string().max(0, { error: asked(texts.trap) }).optional() }),
  form: {
    called: { as: 'text', label: texts.called, hint: texts.calledHint, autocomplete: 'given-name', longest: 80 },
    phone: { as: 'tel', label: texts.phone, hint: texts.phoneHint, autocomplete: 'tel', optional: true },
    followUp: { as: 'tick', label: texts.followUp },
    supporter: { as: 'text', label: texts.supporter, hint: texts.supporterHint, autocomplete: 'off', optional: true },
    supporterAgreed: { as: 'tick', label: texts.supporterAgreed },
    website: { as: 'trap', label: texts.trap },
  },
  output,
  find: findJoinable,
  may: () => true,
  run: (ctx, service, { website: _trap, ...it }) => join(ctx, service, it),
  about: (_service, done) => (done ? [done.id] : []),
  present: (_ctx, { code, slug }) => ({ code, slug }),
  intro: ({ name }) => <p class="lead">{say(texts.joinIntro(name))}</p>,
  handOn: ({ code }) => code,
  next: () => '/meedoen-bevestigd',
})

/** A colleague registers a resident, with consent on record. */
export const residentRegistered = act({
  name: 'participation.register',
  at: '/activities/:slug/registrations',
  page: '/activiteiten/aanmelden/:slug',
  title: texts.registerTitle,
  submit: texts.registerSubmit,
  secret: true,
  audit: 'C',
  input: z.strictObject({ ...person(texts.registerCalledMissing), manner: z.enum(['spoken', 'written']), agreed: z.boolean().refine((it) => it, { error: asked(texts.agreedMissing) }) }),
  form: {
    called: { as: 'text', label: texts.registerCalled, hint: texts.calledHint, autocomplete: 'off', longest: 80 },
    phone: { as: 'tel', label: texts.phone, hint: texts.registerPhoneHint, autocomplete: 'off', optional: true },
    followUp: { as: 'tick', label: texts.registerFollowUp },
    supporter: { as: 'text', label: texts.registerSupporter, hint: texts.registerSupporterHint, autocomplete: 'off', optional: true },
    supporterAgreed: { as: 'tick', label: texts.registerSupporterAgreed },
    manner: { as: 'choice', label: texts.manner, options: { spoken: texts.spoken, written: texts.written } },
    agreed: { as: 'tick', label: texts.agreed },
  },
  output,
  find: findJoinable,
  may: (actor) => mayRegisterOthers(actor),
  run: async (ctx, service, { agreed: _agreed, ...it }) => {
    const done = await join(ctx, service, it)
    await notePointed(ctx, service.id)
    return done
  },
  about: (_service, done) => (done ? [done.id] : []),
  present: (_ctx, { code, slug }) => ({ code, slug }),
  intro: ({ name }) => <p>{say(texts.registerIntro(name))}</p>,
  back: '/activiteiten/deelnemers',
  handOn: ({ code }) => code,
  next: () => '/meedoen-bevestigd',
  done: texts.registerDone,
})

/** The code to cancel with, once, right after registering. */
export const joinReceived = publicView({
  name: 'participation.receipt',
  at: '/activities/receipt',
  path: '/meedoen-bevestigd',
  title: texts.receiptTitle,
  query: nothing,
  takes: true,
  output: z.object({ code: z.string().nullable() }),
  find: async ({ handed }) => ({ code: handed && readCaseNumber(handed) ? handed : null }),
  may: () => true,
  about: () => [],
  present: (_ctx, { code }) => ({ code }),
  page: ({ code }) => <JoinedPage code={code} />,
})

/** Cancelling, for one time or altogether. It is easy, asks for no reason, and is no dropping out. */
export const calledOff = publicAct({
  name: 'participation.call-off',
  at: '/participations/call-off',
  page: '/afmelden',
  title: texts.offTitle,
  submit: texts.offSubmit,
  throttle: { most: 20, seconds: 600 },
  input: z.strictObject({ code: line(40), which: z.enum(['once', 'stop']), onDay: day().optional() }),
  form: {
    code: { as: 'text', label: texts.offCode, hint: texts.offCodeHint, autocomplete: 'off', longest: 20 },
    which: { as: 'choice', label: texts.offWhich, options: { once: texts.offOnce, stop: texts.offStop } },
    onDay: { as: 'day', label: texts.offDay, hint: texts.offDayHint, optional: true },
  },
  output: z.object({ name: z.string(), slug: z.string() }),
  find: async () => ({}),
  may: () => true,
  prefill: () => ({ which: 'once' }),
  run: async (ctx, _none, { code, which, onDay }) => {
    if (which === 'once' && !onDay) throw invalid([{ in: 'body', at: 'onDay', code: 'required', detail: texts.offDayMissing }])
    if (which === 'once' && onDay && onDay < dayOf(ctx.now)) throw invalid([{ in: 'body', at: 'onDay', code: 'in-the-past', detail: texts.offDayPast }])
    const { rows } = await sql<{ done: { id: string; name: string; slug: string } | null }>`select ctx.call_off(${hashOf(readCaseNumber(code) ?? 'none')}, ${which === 'once' ? onDay : null}::date) as done`.execute(ctx.db)
    const done = rows[0]?.done
    if (!done) throw invalid([{ in: 'body', at: 'code', code: 'unknown', detail: texts.offCodeUnknown }])
    return done
  },
  about: (_none, done) => (done ? [done.id] : []),
  present: (_ctx, { name, slug }) => ({ name, slug }),
  intro: () => <p class="lead">{say(texts.offIntro)}</p>,
  next: ({ slug }) => `/voorziening/${slug}`,
  done: texts.offDone,
})
