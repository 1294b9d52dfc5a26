import type { Child } from 'hono/jsx'
import type { z } from 'zod'
import type { Actor, Person, Resident, Staff } from './actor.ts'
import type { AuditAction, Context, Kept, Reading } from './context.ts'
import type { AnyForm, FormOf, Typed } from '../ui/form.tsx'
import type { MeetingFrameProps } from '../ui/frames.tsx'
import { conflict, type FieldError, invalid, notAllowed, notFound, Refusal, stale } from './refusal.ts'
import { opened, sealedAnswer } from './sealed-answer.ts'
import type { Text } from './texts.ts'
import type { Limit } from './throttle.ts'

type Name = `${string}.${string}`
type Names<P extends string> = P extends `${string}:${infer N}/${infer Rest}` ? N | Names<`/${Rest}`> : P extends `${string}:${infer N}` ? N : never
/** The names in a path, as the first argument of `find`. */
export type Params<P extends string> = { [N in Names<P>]: string }

/** Who may come to an entry at all; the rule per record is `may`. */
export type Audience = 'everyone' | 'signed-in' | 'staff' | 'residents'
/** The surroundings of a page. */
export type Frame = 'public' | 'workplace' | 'meeting'
/** What a list to choose from offers: stored value and shown words. */
export type Option = { value: string; label: string }
export type Choices = Record<string, readonly Option[]>

/** Something a person can do. Served as a form, in the JSON interface, in its document, and in the authorisation matrix. */
export type Act<P extends string, I extends z.ZodObject, R, D, O extends z.ZodType, A extends Actor> = {
  /** audit event and operation id, '<capability>.<verb>' */
  name: Name
  /** address in the JSON interface, under /api/v1 */
  at: P
  /** address of the form, which it also posts to; same names as in `at` */
  page: string
  title: Text
  /** words on the button that does it; the title when left out */
  submit?: Text
  frame?: Frame
  /** the button is drawn as one that takes something away */
  destructive?: boolean
  input: I
  form: FormOf<z.input<I>>
  output: O
  /** What exists for this actor. @throws Refusal 404 */
  find: (reading: Reading, params: Params<P>) => Promise<R>
  may: (actor: A, record: R) => boolean
  /** ids of the records that the audit row is about */
  about: (record: R, done?: D) => readonly string[]
  version?: (record: R) => number
  /** why this is impossible now, given the state of the record */
  hindrance?: (record: R) => Refusal | undefined
  /** lists for fields of kind 'pick'; a value outside its list is refused */
  choices?: (ctx: Context<A>, record: R) => Promise<Choices>
  /** says of something that was chosen outside a list why it is not in it; plain words when it knows nothing better */
  notOffered?: (record: R, field: string, chosen: readonly unknown[]) => Text | undefined
  /** What does not fit the record, of those parts of the input that are right by themselves. A form tells it together with what is wrong in the other parts. */
  amiss?: (record: R, said: Partial<z.output<I>>, now: Date) => readonly FieldError[]
  /** what the fields hold before anyone has typed, by field name */
  prefill?: (record: R, query: URLSearchParams, actor: A) => Record<string, unknown>
  /** free text in which nobody should be recognised: a form comes back once with what may tell, and is kept when somebody says so */
  discreet?: Discreet<keyof z.input<I> & string, R>
  /** The change, and nothing else. */
  run: (ctx: Context<A>, record: R, input: z.output<I>) => Promise<D>
  present: (ctx: Context<A>, done: D, record: R) => z.input<O> | Promise<z.input<O>>
  /** stands above the form; `again` when the form comes back */
  intro?: (record: R, again?: Again) => Child
  /** the page that the way back from the form leads to; the nearest one above its address when left out */
  back?: string
  /** where the browser goes afterwards */
  next: (shown: z.output<O>) => string
  /** what the next page says about it; never with data of a person */
  done?: Text
  /** how to take a small act back: which act does the opposite, and with what; offered for ten seconds, never with data of a person */
  undo?: (shown: z.output<O>) => TakeBack
  /** kind of change for the audit row; U when left out */
  audit?: AuditAction
  /** how often one address may do this; for acts that are open to everyone */
  throttle?: Limit
  /** a secret for the very next page, which travels in a cookie that no script reads and stands in no address or log */
  handOn?: (shown: z.output<O>) => string
  /** the answer holds a secret: it is kept sealed for a repeat with the same key */
  secret?: true
}

/** Which fields hold free text about somebody who should not be recognised; when, if not always; and names of colleagues, who are not whom it is about. */
export type Discreet<F extends string, R> = { fields: readonly F[]; when?: (record: R) => boolean; known?: (record: R) => readonly string[] }

/** Something a person can look at. */
export type View<P extends string, Q extends z.ZodObject, R, O extends z.ZodType, A extends Actor> = {
  name: Name
  /** address in the JSON interface, under /api/v1 */
  at: P
  /** address of the page */
  path: string
  title: Text | ((shown: z.output<O>) => Text)
  frame?: Frame
  query: Q
  output: O
  /** What exists for this actor. @throws Refusal 404 */
  find: (reading: Reading, params: Params<P>, query: z.output<Q>) => Promise<R>
  may: (actor: A, record: R) => boolean
  /** For a list: may the actor see this line? Decides beside row level security, from the same data. */
  each?: (actor: A, line: R extends readonly (infer L)[] ? L : never) => boolean
  /** ids of the records that the audit row is about; `shown` for what only the presenter knows */
  about: (record: R, shown: z.output<O>) => readonly string[]
  version?: (record: R) => number
  present: (ctx: Context<A>, record: R, query: z.output<Q>) => z.input<O> | Promise<z.input<O>>
  page: (shown: z.output<O>, asked: Asked<z.output<Q>>) => Child | Promise<Child>
  /** the bar of the frame 'meeting', which has no rail */
  bar?: (shown: z.output<O>, asked: Asked<z.output<Q>>) => Bar
  /** `find` gets the secret that an act handed on, once; it is gone after this page */
  takes?: true
}

/** What somebody had typed when the form came back, why it did, and the version that was seen before. */
export type Again = { typed: Typed; status: number; seen: number | undefined }

/** What stands in the bar of the frame 'meeting'. */
export type Bar = Pick<MeetingFrameProps, 'name' | 'where' | 'left' | 'segments' | 'act' | 'homeHref'>

/** What a page may know of the request beside what was presented. */
export type Asked<Q> = { query: Q; path: string; now: Date; actor: Actor }

/** The form that takes something back: where it posts to and what it holds. */
export type TakeBack = { action: string; fields: Record<string, string> }

/** The loose forms that adapters see: every precise act fits without a cast. */
// biome-ignore-start lint/suspicious/noExplicitAny: only here, so that precise acts fit in one list
export type AnyAct = { kind: 'act'; audience: Audience } & {
  name: Name; at: string; page: string; title: Text; submit?: Text; frame?: Frame; destructive?: boolean
  input: z.ZodObject; form: AnyForm; output: z.ZodType
  find(reading: Reading, params: any): Promise<any>; may(actor: any, record: any): boolean; about(record: any, done?: any): readonly string[]
  version?(record: any): number; hindrance?(record: any): Refusal | undefined; choices?(ctx: any, record: any): Promise<Choices>; notOffered?(record: any, field: string, chosen: readonly unknown[]): Text | undefined
  amiss?(record: any, said: any, now: Date): readonly FieldError[]; prefill?(record: any, query: URLSearchParams, actor: any): Record<string, unknown>
  discreet?: { fields: readonly string[]; when?(record: any): boolean; known?(record: any): readonly string[] }
  run(ctx: any, record: any, input: any): Promise<any>; present(ctx: any, done: any, record: any): any
  intro?(record: any, again?: Again): Child; back?: string; next(shown: any): string; done?: Text; undo?(shown: any): TakeBack; audit?: AuditAction; throttle?: Limit; handOn?(shown: any): string; secret?: true
}
export type AnyView = { kind: 'view'; audience: Audience } & {
  name: Name; at: string; path: string; title: Text | ((shown: any) => Text); frame?: Frame; query: z.ZodObject; output: z.ZodType
  find(reading: Reading, params: any, query: any): Promise<any>; may(actor: any, record: any): boolean; each?(actor: any, line: any): boolean
  about(record: any, shown: any): readonly string[]; version?(record: any): number; present(ctx: any, record: any, query: any): any
  page(shown: any, asked: Asked<any>): Child | Promise<Child>; bar?(shown: any, asked: Asked<any>): Bar; takes?: true
}
// biome-ignore-end lint/suspicious/noExplicitAny: see above
export type Entry = AnyAct | AnyView

const acts =
  <A extends Actor, U extends Audience>(audience: U) =>
  <const P extends string, I extends z.ZodObject, R, D, O extends z.ZodType>(it: Act<P, I, R, D, O, A>) => ({ kind: 'act' as const, audience, ...it })
const views =
  <A extends Actor, U extends Audience>(audience: U) =>
  <const P extends string, Q extends z.ZodObject, R, O extends z.ZodType>(it: View<P, Q, R, O, A>) => ({ kind: 'view' as const, audience, ...it })

/** An act of somebody who works or volunteers. */
export const act = acts<Staff, 'staff'>('staff')
/** A page for somebody who works or volunteers. */
export const view = views<Staff, 'staff'>('staff')
/** An act of a resident about themself. */
export const residentAct = acts<Resident, 'residents'>('residents')
/** A page for a resident about themself. */
export const residentView = views<Resident, 'residents'>('residents')
/** An act of anybody who signed in, about their own account. */
export const personalAct = acts<Person, 'signed-in'>('signed-in')
/** A page for anybody who signed in, about their own account. */
export const personalView = views<Person, 'signed-in'>('signed-in')
/** Opens an act to people we do not know. Search for this word in a review. */
export const publicAct = acts<Actor, 'everyone'>('everyone')
/** Opens a page to people we do not know; not audited, so it never reads personal data. Search for this word in a review. */
export const publicView = views<Actor, 'everyone'>('everyone')

/**
 * The compiler asks for these steps; this asks once more, for whatever got past it.
 *
 * @throws Error at start, when an entry has no rule, no search or no audience
 */
export function checkEntries(entries: readonly Entry[]): void {
  for (const it of entries) {
    const wanting = [typeof it.may !== 'function' && 'may', typeof it.find !== 'function' && 'find', typeof it.about !== 'function' && 'about', !['everyone', 'signed-in', 'staff', 'residents'].includes(it.audience) && 'audience'].filter(Boolean)
    if (wanting.length > 0) throw new Error(`${it.name} has no ${wanting.join(', ')}, so it is not served`)
  }
}

/** Is this entry for this kind of actor? @throws Refusal 401 for a visitor, 404 for the wrong kind of person */
export function admit(it: Entry, actor: Actor): void {
  if (it.audience === 'everyone') return
  if (actor.kind === 'visitor') throw new Refusal(401, 'session.needed', { nl: 'Log eerst in.', en: 'Sign in first.' })
  if (it.audience === 'staff' && actor.kind === 'resident') throw notFound()
  if (it.audience === 'residents' && actor.kind !== 'resident') throw notFound()
}

/** Check, change, present. The steps are fields of the declaration, so a missing one does not compile. */
export async function perform(it: AnyAct, ctx: Context, record: unknown, input: Record<string, unknown>, seen: number | undefined, kept?: Kept) {
  if (!it.may(ctx.actor, record)) throw notAllowed(it.name)
  if (kept && (!kept.same || kept.act !== it.name)) throw reused()
  if (kept) return { result: it.secret ? opened(kept.answer) : kept.answer, subjects: it.about(record) } // looking again is a look: checked and recorded
  if (it.version && seen !== it.version(record)) throw stale()
  const hindrance = it.hindrance?.(record)
  if (hindrance) throw hindrance
  const wrong = mistakesIn(it, record, (await it.choices?.(ctx, record)) ?? {}, input, ctx.now)
  if (wrong.length > 0) throw invalid(wrong)
  const done = await it.run(ctx, record, input)
  const result = it.output.parse(await it.present(ctx, done, record))
  return { result, subjects: it.about(record, done), keep: it.secret ? sealedAnswer(result) : result }
}

/** Check, filter, present. */
export async function look(it: AnyView, ctx: Context, record: unknown, query: unknown) {
  if (!it.may(ctx.actor, record)) throw notFound()
  const { each } = it
  const seen = each && Array.isArray(record) ? record.filter((line) => each(ctx.actor, line)) : record
  const result = it.output.parse(await it.present(ctx, seen, query))
  return { result, subjects: it.about(seen, result) }
}

const reused = () =>
  new Refusal(422, 'idempotency-key.reused', { nl: 'Dit is al verstuurd, met andere inhoud.', en: 'This was sent before, with other content.' })

/** What is wrong beside what the schema says: what is not in its list, and what does not fit the record. */
export function mistakesIn(it: AnyAct, record: unknown, choices: Choices, said: Record<string, unknown>, now: Date): FieldError[] {
  const outside = Object.entries(choices).filter(([name, options]) => {
    const chosen = said[name]
    return chosen !== undefined && ![chosen].flat().every((value) => options.some((option) => option.value === value))
  })
  return [
    ...outside.map(([at]): FieldError => ({ in: 'body', at, code: 'not-offered', detail: it.notOffered?.(record, at, [said[at]].flat()) ?? { nl: 'Kies iets uit de lijst.', en: 'Choose something from the list.' } })),
    ...(it.amiss?.(record, said, now) ?? []),
  ]
}

/** The parts of what was sent that are right by themselves. */
export const rightIn = (it: AnyAct, sent: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(it.input.shape).flatMap(([name, part]) => {
      const read = (part as z.ZodType).safeParse(sent[name])
      return read.success && read.data !== undefined ? [[name, read.data]] : []
    }),
  )

/** Fills the names in a path. Addresses come from here, never from data. */
export const fill = (path: string, params: Record<string, string>): string =>
  path.replace(/:([A-Za-z]+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))

/** An act that is open to this actor now: its name, words and address. */
export type OpenAct = { name: string; title: Text; href: string }

/** The acts on one record that are open to this actor now, for a presenter. */
export const openActs = (acts: readonly AnyAct[], actor: Actor, record: unknown, params: Record<string, string>): OpenAct[] =>
  acts.filter((it) => it.may(actor, record) && !it.hindrance?.(record)).map((it) => ({ name: it.name, title: it.title, href: fill(it.page, params) }))

/** A refusal for `hindrance`: the act is impossible in the present state. */
export const notNow = (code: string, text: Text): Refusal => conflict(code, text)
