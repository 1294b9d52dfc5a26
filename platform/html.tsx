import type { Context as Hono, Hono as App } from 'hono'
import type { Child } from 'hono/jsx'
import type pg from 'pg'
import { ActForm, meant, type Typed, typedFrom, type Upload } from '../ui/form.tsx'
import type { Actor } from './actor.ts'
import { admit, type Again, type AnyAct, type AnyView, type Bar, type Choices, type Entry, fill, type Frame, mistakesIn, rightIn, type TakeBack } from './act.ts'
import { type Context, inContext } from './context.ts'
import { type FieldError, notAllowed, Refusal } from './refusal.ts'
import { addressOf } from './address.ts'
import { callerOf, checkPath, handedCookie, isUuid, readCookie } from './request.ts'
import { noteWarning, serveAct, serveView } from './serve.ts'
import type { Settings } from './server-settings.ts'
import { say, type Text } from './texts.ts'
import type { Throttle } from './throttle.ts'
import { fieldErrors, inputErrors } from './validation.ts'
import { ActPage, type Doubt } from './act-page.tsx'

/** All that the surroundings of a page need: which frame, what is in it, and who is looking. */
export type Page<T> = {
  frame: Frame
  title: string
  main: Child
  actor: Actor
  path: string
  /** the path with its query, where there is one: to come back to after changing the language */
  address?: string
  /** what was just done, from the act that was, and how to take it back */
  done: { text: Text; undo?: TakeBack } | null
  /** the page is a form with mistakes */
  failed: boolean
  around: T | null
  /** for the frame 'meeting' */
  bar?: Bar
}

/** How the application surrounds pages: `around` runs in the page's own transaction, `render` makes the whole document. */
export type Surroundings<T> = { around: (ctx: Context) => Promise<T>; render: (page: Page<T>) => Child }

type Serving<T> = { pool: pg.Pool; settings: Settings; surroundings: Surroundings<T>; throttle: Throttle; telling: Telling; acts: ReadonlyMap<string, AnyAct>; /** the page under which an address stands */ above: (path: string) => string | undefined }

const doneCookie = 'gedaan'
const texts = {
  keepAnyway: { nl: 'Bewaren zoals het er staat', en: 'Keep it as it is' },
  incomplete: { nl: 'Het formulier was niet volledig. Verstuur het opnieuw.', en: 'The form was not complete. Send it again.' },
  signInInTab: { nl: 'Log in op een nieuw tabblad', en: 'Sign in on a new tab' },
  signInElsewhere: { nl: 'Log in op een ander tabblad en verstuur dit formulier dan opnieuw. Wat u typte staat er nog.', en: 'Sign in on another tab, then send this form again. What you typed is still here.' },
} satisfies Record<string, Text>

/** Serves the page of every view, and the form of every act. @throws Error when two entries want the same address */
export function servePages<T>(app: App, entries: readonly Entry[], serving: Omit<Serving<T>, 'acts' | 'above'>): void {
  const acts = new Map(entries.filter((it) => it.kind === 'act').map((it) => [it.name as string, it]))
  const all = { ...serving, acts, above: aboveIn(entries) }
  for (const it of entries) {
    if (it.kind === 'view') app.get(it.path, (c) => viewPage(all, c, it))
    else {
      app.get(it.page, (c) => emptyForm(all, c, it))
      app.post(it.page, (c) => posted(all, c, it))
    }
  }
}

/** Finds the nearest page above an address, for the way back from a form. */
function aboveIn(entries: readonly Entry[]): (path: string) => string | undefined {
  const patterns = entries.flatMap((it) => (it.kind === 'view' ? [it.path.replace(/:\w+Id\b/g, '[0-9a-f-]{36}').replace(/:\w+/g, '[A-Za-z0-9-]+')] : []))
  const pages = new RegExp(`^(${patterns.join('|')})$`)
  return (path) => {
    const steps = path.split('/').slice(0, -1)
    while (steps.length > 1 && !pages.test(steps.join('/'))) steps.pop()
    return steps.length > 1 ? steps.join('/') : undefined
  }
}

const frameOf = (it: Entry): Frame => it.frame ?? (it.audience === 'staff' ? 'workplace' : 'public')

async function viewPage<T>({ pool, settings, surroundings, acts }: Serving<T>, c: Hono, it: AnyView): Promise<Response> {
  const query = it.query.safeParse(queryOf(new URL(c.req.url).searchParams))
  if (!query.success) throw new Refusal(400, 'query.invalid', { nl: 'Dit adres klopt niet helemaal.', en: 'This address is not quite right.' }, { errors: fieldErrors(query.error, 'query') })
  const caller = it.takes ? { ...callerOf(c, settings), handed: readCookie(c, handedCookie) } : callerOf(c, settings)
  const { shown, actor, around } = await serveView(pool, caller, it, { params: checkPath(c.req.param() as Record<string, string>), query: query.data }, surroundings.around)
  if (it.takes) c.header('set-cookie', handOn('', 0, settings), { append: true })
  const path = pathOf(c)
  const asked = { query: query.data, path, now: caller.now, actor }
  const main = await it.page(shown, asked)
  const title = say(typeof it.title === 'function' ? it.title(shown) : it.title)
  return respond(c, surroundings, { frame: frameOf(it), title, main, actor, path, address: path + new URL(c.req.url).search, done: justDone(c, acts), failed: false, around, bar: it.bar?.(shown, asked) })
}

type Shown = { typed: Typed; errors: readonly FieldError[]; key: string; version: string | undefined; status: 200 | 500 | Refusal['status']; notice?: Text; doubts?: readonly Doubt[] }
type Opened = { doubts: readonly Doubt[]; amiss: readonly FieldError[]; actor: Actor; intro: Child; choices: Choices; version: number | undefined; prefill: Typed; hindrance: Refusal | undefined }

/** Finds in a text what may tell whom it is about, apart from names that are known. */
export type Telling = (text: string, known: readonly string[]) => readonly Doubt[]

const doubtsIn = (telling: Telling, it: AnyAct, said: Record<string, unknown>, known: readonly string[] = []): Doubt[] => {
  const found = (it.discreet?.fields ?? []).flatMap((name) => (typeof said[name] === 'string' ? telling(said[name], known) : []))
  return [...new Map(found.map((doubt) => [doubt.words, doubt])).values()]
}

/** What came with a form that is opened again: the input, to look for doubts in, or what the schema refused, to see what else is wrong with it. */
type Came = { input?: Record<string, unknown>; refused?: Record<string, unknown> }

/** Looks at the record as the form shows it. Opening a form shows data, so it is an audited read. */
const openForm = <T,>({ pool, settings, surroundings, telling }: Serving<T>, c: Hono, it: AnyAct, before?: Again, { input: said, refused }: Came = {}): Promise<{ opened: Opened; around: T }> =>
  inContext(
    pool,
    { ...callerOf(c, settings), orVisitor: it.audience === 'everyone' },
    it.audience === 'everyone' ? null : { name: `${it.name}.form`, action: 'R' },
    null,
    (reading) => it.find(reading, checkPath(c.req.param() as Record<string, string>)),
    async (ctx, record) => {
      if (!it.may(ctx.actor, record)) throw notAllowed(it.name)
      const doubts = said && it.discreet && (it.discreet.when?.(record) ?? true) ? doubtsIn(telling, it, said, it.discreet.known?.(record)) : []
      if (doubts.length > 0) await noteWarning(ctx, it.name, false)
      const [around, choices] = await Promise.all([surroundings.around(ctx), it.choices?.(ctx, record) ?? {}])
      const prefill = typedFrom(it.form, it.prefill?.(record, new URL(c.req.url).searchParams, ctx.actor) ?? {})
      const amiss = refused ? mistakesIn(it, record, choices, rightIn(it, refused), ctx.now) : []
      const opened = { doubts, amiss, actor: ctx.actor, intro: it.intro?.(record, before), choices, version: it.version?.(record), prefill, hindrance: it.hindrance?.(record) }
      return { result: { opened, around }, subjects: it.about(record) }
    },
    (actor) => admit(it, actor),
  )

async function emptyForm<T>(serving: Serving<T>, c: Hono, it: AnyAct): Promise<Response> {
  const { opened, around } = await openForm(serving, c, it)
  if (opened.hindrance) throw opened.hindrance
  return formPage(serving, c, it, opened, around, { typed: opened.prefill, errors: [], key: crypto.randomUUID(), version: opened.version?.toString(), status: 200 })
}

/** The cookie that carries a secret to the next page; long enough for a slow connection. */
const handOn = (secret: string, seconds: number, settings: Settings): string =>
  `${handedCookie}=${secret}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Strict${settings.secure ? '; Secure' : ''}`

async function posted<T>(serving: Serving<T>, c: Hono, it: AnyAct): Promise<Response> {
  const { files, fields: { _key: [key = ''] = [], _version: [version] = [], _anyway: [anyway] = [], ...typed } } = await typedIn(c)
  const alone: Alone = (status, notice, intro, title) => standingAlone(serving, c, title ? { ...it, title, submit: it.submit ?? it.title } : it, { typed, errors: [], key, version, status, notice }, intro)
  typedBefore.set(c, alone)
  if (it.throttle) serving.throttle(it.name, it.throttle, addressOf(c, serving.settings), serving.settings.now())
  const signedOut = (error: unknown): boolean => error instanceof Refusal && error.status === 401
  const elsewhere = () => alone(401, texts.signInElsewhere, <SignInInTab />)
  const reopened = (status: Shown['status'], came?: Came) =>
    openForm(serving, c, it, { typed, status, seen: version === undefined ? undefined : Number(version) }, came).catch((error: unknown) => {
      if (signedOut(error)) return null
      throw error
    })
  const again = async (shown: Partial<Shown> & Pick<Shown, 'errors' | 'status'>, refused?: Record<string, unknown>) => {
    const form = await reopened(shown.status, { refused })
    if (!form) return elsewhere()
    const { opened, around } = form
    const fresh = shown.status === 409 || shown.status === 412
    return formPage(serving, c, it, opened, around, { typed, key, version: fresh ? opened.version?.toString() : version, ...shown, errors: together(it, shown.errors, opened.amiss) })
  }
  if (!isUuid(key)) return again({ errors: [], notice: texts.incomplete, key: crypto.randomUUID(), status: 400 })
  const sent = meant(it.form, typed, files)
  const parsed = it.input.safeParse(sent)
  if (!parsed.success) return again({ errors: inputErrors(it.input, sent, parsed.error), status: 400 }, sent)
  const doubtful = doubtsIn(serving.telling, it, parsed.data).length > 0
  if (doubtful && !anyway) {
    const form = await reopened(200, { input: parsed.data })
    if (!form) return elsewhere()
    const { doubts } = form.opened
    if (doubts.length > 0) return formPage(serving, c, it, form.opened, form.around, { typed, errors: [], key, version, status: 200, doubts })
  }
  try {
    const params = checkPath(c.req.param() as Record<string, string>)
    const shown = await serveAct(serving.pool, callerOf(c, serving.settings), it, { params, input: parsed.data, key, seen: version === undefined ? undefined : Number(version), anyway: doubtful && anyway !== undefined })
    if (it.done) c.header('set-cookie', `${doneCookie}=${it.name}${it.undo ? `.${Buffer.from(JSON.stringify(it.undo(shown))).toString('base64url')}` : ''}; Path=/; Max-Age=30; HttpOnly; SameSite=Lax`, { append: true })
    if (it.handOn) c.header('set-cookie', handOn(it.handOn(shown), 300, serving.settings), { append: true })
    return c.redirect(it.next(shown), 303)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.status === 400) return again({ errors: error.errors, notice: error.errors.length === 0 ? error.text : undefined, status: 400 })
    if (signedOut(error)) return elsewhere()
    if (error.status === 409 || error.status === 412 || error.status === 422) return again({ errors: [], notice: error.text, key: crypto.randomUUID(), status: error.status })
    throw error
  }
}

/** Mistakes in the order of the form; of a field that the schema refused nothing more is said. */
function together(it: AnyAct, errors: readonly FieldError[], amiss: readonly FieldError[]): readonly FieldError[] {
  const fieldOf = ({ at }: FieldError): string => at.split('.', 1)[0] ?? ''
  const order = Object.keys(it.form)
  return [...errors, ...amiss.filter((one) => !errors.some((other) => fieldOf(other) === fieldOf(one)))].toSorted((a, b) => order.indexOf(fieldOf(a)) - order.indexOf(fieldOf(b)))
}

const SignInInTab = () => (
  <a href="/inloggen" target="_blank" rel="noopener">
    {say(texts.signInInTab)}
  </a>
)

type Alone = (status: Shown['status'], notice: Text, intro: Child, title?: Text) => Response | Promise<Response>
const typedBefore = new WeakMap<Hono, Alone>()

/** The form that was sent in this request, as `standingAlone` shows it again; undefined when none was, or it could not be read. */
export const formSent = (c: Hono): Alone | undefined => typedBefore.get(c)

/**
 * The form again without the record, for when the session ended while somebody was typing, for who is asked to wait, and for a fault of ours: nothing typed is lost, and nothing
 * personal is shown. What was chosen from a list that only colleagues see travels along unseen.
 */
function standingAlone<T>(serving: Serving<T>, c: Hono, it: AnyAct, shown: Shown, intro: Child): Response | Promise<Response> {
  const visitor: Actor = { kind: 'visitor', municipalityId: serving.settings.municipalityId }
  const form = Object.fromEntries(Object.entries(it.form).map(([name, field]) => [name, field.as === 'pick' || field.as === 'picks' ? { ...field, as: 'hidden' as const } : field]))
  return formPage(serving, c, { ...it, form }, { doubts: [], amiss: [], actor: visitor, intro, choices: {}, version: undefined, prefill: {}, hindrance: undefined }, null, shown, 'public')
}

function formPage<T>({ surroundings, acts, above: pageAbove }: Serving<T>, c: Hono, it: AnyAct, opened: Opened, around: T | null, shown: Shown, frame?: Frame): Response | Promise<Response> {
  const title = say(it.title)
  const path = pathOf(c)
  const above = opened.actor.kind === 'visitor' ? undefined : it.back ? fill(it.back, c.req.param() as Record<string, string>) : pageAbove(path)
  c.status(shown.status)
  const main = (
    <ActPage title={title} notice={shown.notice} doubts={shown.doubts} intro={opened.intro}>
      <ActForm
        action={path}
        form={it.form}
        typed={shown.typed}
        errors={shown.errors}
        lists={opened.choices}
        hiddenKey={shown.key}
        hiddenVersion={shown.version}
        submitLabel={say(it.submit ?? it.title)}
        other={shown.doubts ? { name: '_anyway', value: 'ja', label: say(texts.keepAnyway) } : undefined}
        destructive={it.destructive ?? false}
        cancel={above ? { href: above } : undefined}
      />
    </ActPage>
  )
  return respond(c, surroundings, { frame: frame ?? frameOf(it), title, main, actor: opened.actor, path, address: shown.status === 200 ? path + new URL(c.req.url).search : path, done: justDone(c, acts), failed: shown.status !== 200, around })
}

const respond = <T,>(c: Hono, surroundings: Surroundings<T>, page: Page<T>) => {
  if (page.done) c.header('set-cookie', `${doneCookie}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax`, { append: true })
  return c.html(<>{surroundings.render(page)}</>)
}

/** The name of an act has one dot; what stands behind a second is how to take it back. */
function justDone(c: Hono, acts: ReadonlyMap<string, AnyAct>): Page<unknown>['done'] {
  const [capability = '', verb = '', takeBack] = (readCookie(c, doneCookie) ?? '').split('.')
  const it = acts.get(`${capability}.${verb}`)
  if (!it?.done) return null
  return { text: it.done, undo: it.undo && takeBack ? readTakeBack(takeBack) : undefined }
}

// A cookie is something that somebody sent: only what has the form of a way back is used, and only to a page of ours.
function readTakeBack(text: string): TakeBack | undefined {
  try {
    const { action, fields } = JSON.parse(Buffer.from(text, 'base64url').toString()) as Partial<TakeBack>
    const whole = typeof action === 'string' && /^\/[a-z]/.test(action) && Object.values(fields ?? {}).every((value) => typeof value === 'string')
    return whole && fields ? { action, fields } : undefined
  } catch {
    return undefined
  }
}

const pathOf = (c: Hono): string => new URL(c.req.url).pathname

/** Filters as they stand in an address: a name that occurs more often is a list, an empty one is absent. */
export function queryOf(params: URLSearchParams): Record<string, string | string[]> {
  const query: Record<string, string | string[]> = {}
  for (const name of new Set(params.keys())) {
    const values = params.getAll(name).filter((value) => value !== '')
    if (values.length > 0) query[name] = values.length === 1 ? values[0]! : values
  }
  return query
}

/** What a browser sent, name by name; files apart, as they travel. */
async function typedIn(c: Hono): Promise<{ fields: Record<string, string[]>; files: Record<string, Upload> }> {
  const type = c.req.header('content-type') ?? ''
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)) throw new Refusal(415, 'content-type.unknown', { nl: 'Dit is geen formulier.', en: 'This is not a form.' })
  const fields: Record<string, string[]> = {}
  const files: Record<string, Upload> = {}
  for (const [name, value] of (await c.req.formData()).entries()) {
    if (typeof value === 'string') {
      fields[name] ??= []
      fields[name].push(value)
    } else if (value.name !== '') files[name] = { name: value.name.slice(-200), content: Buffer.from(await value.arrayBuffer()) }
  }
  return { fields, files }
}
