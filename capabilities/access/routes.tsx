import { getConnInfo } from '@hono/node-server/conninfo'
import { type Context, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import type pg from 'pg'
import type { Surroundings } from '../../platform/html.tsx'
import { notFound, Refusal } from '../../platform/refusal.ts'
import { cookieName, hashed, isUuid, readCookie, secretOf } from '../../platform/request.ts'
import type { Settings } from '../../platform/server-settings.ts'
import { say, type Text } from '../../platform/texts.ts'
import { openPending, sealPending } from './pending.ts'
import { type Attempt, checkPassword, checkTotp, openSession, openWithCode } from './sessions.ts'
import { CodePage, type DemoGroup, PaperCodePage, SignInPage } from './SignInPage.tsx'
import { texts } from './texts.ts'
import { beginOidc, endOidc } from './oidc.ts'

/** What signing in needs of the application around it. */
export type SignInParts<T> = { pool: pg.Pool; settings: Settings; surroundings: Surroundings<T>; demo: readonly DemoGroup[]; readNumber: (typed: string) => string | undefined }

const pendingCookie = 'onderweg'

/** A path of this site; anything else leads to the start. */
export const localPath = (path: string | undefined): string => (path && /^\/(?![/\\])[^\s\\]*$/.test(path) ? path : '')

const addressOf = (c: Context, settings: Settings): string => {
  const forwarded = settings.trustedProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  if (forwarded) return forwarded
  try {
    return getConnInfo(c).remote.address ?? 'unknown'
  } catch {
    return 'unknown' // called without a connection, as tests do
  }
}

const homeOf = (kind: string): string => (kind === 'resident' ? '/mijn-plan' : '/vandaag')

/** Pages and forms for signing in and out. They come before there is anybody to ask about, so they are no acts. */
export function signInRoutes<T>({ pool, settings, surroundings, demo, readNumber }: SignInParts<T>): Hono {
  const app = new Hono()
  const attempt = (c: Context): Attempt => ({
    pool, municipalityId: settings.municipalityId, address: addressOf(c, settings), now: settings.now(), requestId: c.get('requestId' as never) as string,
    device: (c.req.header('user-agent') ?? '').slice(0, 80),
  })
  const shown = (c: Context, title: Text, main: Child, status: 200 | 400 | 401 | 429 = 200) => {
    c.status(status)
    const actor = { kind: 'visitor' as const, municipalityId: settings.municipalityId }
    return c.html(<>{surroundings.render({ frame: 'public', title: say(title), main, actor, path: c.req.path, done: null, failed: status !== 200, around: null })}</>)
  }
  const cookie = (secret: string, age?: number): string =>
    `${cookieName(settings)}=${secret}; Path=/; HttpOnly; SameSite=Lax${settings.secure ? '; Secure' : ''}${age === undefined ? '' : `; Max-Age=${age}`}`
  const clear = (name: string): string => `${name}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${settings.secure ? '; Secure' : ''}`
  const enter = async (c: Context, personId: string, back: string, strong: boolean): Promise<Response | null> => {
    const opened = await openSession(attempt(c), personId, strong)
    if (!opened) return null
    c.header('Set-Cookie', cookie(opened.secret), { append: true })
    c.header('Set-Cookie', clear(pendingCookie), { append: true })
    return c.redirect(back || homeOf(opened.kind), 303)
  }
  const page = (c: Context, it: { email?: string; back: string; mistake?: Text }, status: 200 | 401 | 429 = 200) =>
    shown(c, texts.signIn, <SignInPage {...it} demo={settings.mode === 'demo' ? demo : []} oidc={settings.oidc !== null} />, status)
  const typed = async (c: Context): Promise<(name: string) => string> => {
    const form = await c.req.formData()
    return (name) => {
      const value = form.get(name)
      return typeof value === 'string' ? value.slice(0, 500) : ''
    }
  }
  const slowDown = (error: unknown): Refusal => {
    if (error instanceof Refusal && error.status === 429) return error
    throw error
  }

  app.get('/inloggen', (c) => page(c, { back: localPath(c.req.query('terug')) }))
  app.post('/inloggen', async (c) => {
    const field = await typed(c)
    const it = { email: field('email'), back: localPath(field('terug')) }
    try {
      const known = await checkPassword(attempt(c), it.email, field('password'))
      if (known?.totp) {
        c.header('Set-Cookie', `${pendingCookie}=${sealPending({ personId: known.personId, email: it.email.trim() }, settings.now())}; Path=/; HttpOnly; SameSite=Lax; Max-Age=300${settings.secure ? '; Secure' : ''}`)
        return c.redirect(`/inloggen/code?terug=${encodeURIComponent(it.back)}`, 303)
      }
      const entered = known && (await enter(c, known.personId, it.back, false))
      return entered ?? page(c, { ...it, mistake: texts.wrongPassword }, 401)
    } catch (error) {
      const refusal = slowDown(error)
      c.header('Retry-After', String(refusal.retryAfter))
      return page(c, { ...it, mistake: refusal.text }, 429)
    }
  })

  app.get('/inloggen/code', (c) => (openPending(readCookie(c, pendingCookie), settings.now()) ? shown(c, texts.codeTitle, <CodePage back={localPath(c.req.query('terug'))} />) : c.redirect('/inloggen', 303)))
  app.post('/inloggen/code', async (c) => {
    const field = await typed(c)
    const back = localPath(field('terug'))
    const pending = openPending(readCookie(c, pendingCookie), settings.now())
    if (!pending) return page(c, { back, mistake: texts.startAgain }, 401)
    try {
      const right = await checkTotp(attempt(c), pending.personId, pending.email, field('code'))
      const entered = right ? await enter(c, pending.personId, back, true) : null
      return entered ?? shown(c, texts.codeTitle, <CodePage back={back} mistake={texts.wrongCode} />, 401)
    } catch (error) {
      const refusal = slowDown(error)
      return shown(c, texts.codeTitle, <CodePage back={back} mistake={refusal.text} />, 429)
    }
  })

  app.get('/inloggen/bewoner', (c) => shown(c, texts.paperTitle, <PaperCodePage />))
  app.post('/inloggen/bewoner', async (c) => {
    const field = await typed(c)
    const number = field('number')
    try {
      // A number that cannot exist takes the same way as one that does not, so that the answer and its time tell nothing.
      const secret = await openWithCode(attempt(c), readNumber(number) ?? 'none', field('code'))
      if (!secret) return shown(c, texts.paperTitle, <PaperCodePage number={number} mistake={texts.wrongPaper} />, 401)
      c.header('Set-Cookie', cookie(secret))
      return c.redirect('/mijn-plan', 303)
    } catch (error) {
      return shown(c, texts.paperTitle, <PaperCodePage number={number} mistake={slowDown(error).text} />, 429)
    }
  })

  app.post('/inloggen/demo', async (c) => {
    if (settings.mode !== 'demo') throw notFound()
    const field = await typed(c)
    const personId = field('person')
    if (!isUuid(personId) || !demo.some((group) => group.people.some((person) => person.id === personId))) throw notFound()
    const entered = await enter(c, personId, localPath(field('terug')), true)
    if (!entered) throw notFound()
    return entered
  })

  app.get('/inloggen/oidc', async (c) => {
    if (!settings.oidc) throw notFound()
    const { url, kept } = await beginOidc(settings.oidc, settings.origin, localPath(c.req.query('terug')), settings.now())
    c.header('Set-Cookie', `${pendingCookie}=${kept}; Path=/; HttpOnly; SameSite=Lax; Max-Age=600${settings.secure ? '; Secure' : ''}`)
    return c.redirect(url, 303)
  })
  app.get('/inloggen/oidc/terug', async (c) => {
    if (!settings.oidc) throw notFound()
    const vouched = await endOidc(settings.oidc, new URL(c.req.url), settings.origin, readCookie(c, pendingCookie), settings.now())
    const { rows } = vouched ? await pool.query<{ person: string | null }>('select auth.person_with_address($1, $2) as person', [settings.municipalityId, vouched.email]) : { rows: [] }
    const personId = rows[0]?.person
    const entered = personId && vouched ? await enter(c, personId, localPath(vouched.back), vouched.strong) : null
    return entered ?? page(c, { back: '', mistake: texts.notKnownHere }, 401)
  })

  app.post('/uitloggen', async (c) => {
    const secret = secretOf(c, settings)
    if (secret) await pool.query('select auth.close_session($1, $2, $3, $4)', [hashed(secret), settings.municipalityId, settings.now(), c.get('requestId' as never)])
    c.header('Set-Cookie', clear(cookieName(settings)))
    c.header('Clear-Site-Data', '"cache", "storage"')
    return c.redirect('/', 303)
  })

  app.post('/taal', async (c) => {
    const field = await typed(c)
    c.header('Set-Cookie', `taal=${field('taal') === 'en' ? 'en' : 'nl'}; Path=/; Max-Age=31536000; SameSite=Lax${settings.secure ? '; Secure' : ''}`)
    return c.redirect(localPath(field('terug')) || '/', 303)
  })
  return app
}
