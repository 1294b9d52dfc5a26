import { type Context, Hono } from 'hono'
import { notFound } from '../../platform/refusal.ts'
import { hashed, isUuid, secretOf } from '../../platform/request.ts'
import type { Text } from '../../platform/texts.ts'
import { accountRoutes } from './accountRoutes.tsx'
import { type DoorParts, door, fieldsOf, homeOf, languageCookie, localPath, slowly } from './door.tsx'
import { invitationRoutes } from './invitationRoutes.tsx'
import { beginOidc, endOidc } from './oidc.ts'
import { passkeySignIn } from './passkeyRoutes.ts'
import { type Begun, begin, checkPassword, checkTotp, enter, openWithCode, personOfEmail } from './sessions.ts'
import { ChoosePage, CodePage, type DemoGroup, PaperCodePage, SignInPage } from './SignInPage.tsx'
import { passkeysPossible } from './passkeys.ts'
import { texts } from './texts.ts'

/** What signing in needs of the application around it. `readNumber` reads a dossier number as somebody typed it. */
export type SignInParts<T> = DoorParts<T> & { demo: readonly DemoGroup[]; readNumber: (typed: string) => string | undefined }

const stepCookie = 'schakelbord-stap'
const oidcCookie = 'schakelbord-dienst'
const stepLasts = 600

/** Pages and forms for signing in and out. They come before there is anybody to ask about, so they are no acts. */
export function signInRoutes<T>({ demo, readNumber, ...parts }: SignInParts<T>): Hono {
  const { pool, settings } = parts
  const app = new Hono()
  const at = door(parts)
  const page = (c: Context, it: { email?: string; back: string; mistake?: Text }, status: 200 | 401 | 429 = 200) =>
    at.shown(c, texts.signIn, <SignInPage {...it} demo={settings.mode === 'demo' ? demo : []} oidc={settings.oidc !== null} passkeys={passkeysPossible(settings.origin)} />, status)

  /** Goes on from a step: in, or first choosing an organisation. Null when the step is over. */
  const goOn = async (c: Context, step: string, back: string, membershipId: string | null): Promise<Response | null> => {
    const entered = await enter(at.attempt(c), step, membershipId)
    if (!entered) return null
    if ('choose' in entered) {
      at.keep(c, stepCookie, step, stepLasts)
      return at.shown(c, texts.chooseTitle, <ChoosePage back={back} memberships={entered.choose} />)
    }
    at.drop(c, stepCookie)
    at.signedIn(c, entered.secret, entered.locale)
    return c.redirect(back || homeOf(entered.kind), 303)
  }
  const proved = async (c: Context, begun: Begun, back: string): Promise<Response | null> => {
    if (!begun.needsCode) return goOn(c, begun.step, back, null)
    at.keep(c, stepCookie, begun.step, stepLasts)
    return c.redirect(`/inloggen/code${back ? `?terug=${encodeURIComponent(back)}` : ''}`, 303)
  }

  app.get('/inloggen', (c) => page(c, { back: localPath(c.req.query('terug')) }))
  app.post('/inloggen', async (c) => {
    const field = await fieldsOf(c)
    const it = { email: field('email'), back: localPath(field('terug')) }
    return slowly(
      c,
      async () => {
        const begun = await checkPassword(at.attempt(c), it.email, field('password'))
        return (begun && (await proved(c, begun, it.back))) ?? page(c, { ...it, mistake: texts.wrongPassword }, 401)
      },
      (mistake) => page(c, { ...it, mistake }, 429),
    )
  })

  app.get('/inloggen/code', (c) => (at.kept(c, stepCookie) ? at.shown(c, texts.codeTitle, <CodePage back={localPath(c.req.query('terug'))} />) : c.redirect('/inloggen', 303)))
  app.post('/inloggen/code', async (c) => {
    const field = await fieldsOf(c)
    const back = localPath(field('terug'))
    const step = at.kept(c, stepCookie)
    return slowly(
      c,
      async () => {
        const right = step ? await checkTotp(at.attempt(c), step, field('code')) : undefined
        if (right === false) return at.shown(c, texts.codeTitle, <CodePage back={back} mistake={texts.wrongCode} />, 401)
        return (right && step && (await goOn(c, step, back, null))) || page(c, { back, mistake: texts.startAgain }, 401)
      },
      (mistake) => at.shown(c, texts.codeTitle, <CodePage back={back} mistake={mistake} />, 429),
    )
  })

  app.get('/inloggen/organisatie', async (c) => {
    const step = at.kept(c, stepCookie)
    return (step && (await goOn(c, step, localPath(c.req.query('terug')), null))) || c.redirect('/inloggen', 303)
  })
  app.post('/inloggen/organisatie', async (c) => {
    const field = await fieldsOf(c)
    const back = localPath(field('terug'))
    const step = at.kept(c, stepCookie)
    const membershipId = field('membership')
    const entered = step && isUuid(membershipId) ? await goOn(c, step, back, membershipId) : null
    return entered ?? page(c, { back, mistake: texts.startAgain }, 401)
  })

  app.get('/inloggen/bewoner', (c) => at.shown(c, texts.paperTitle, <PaperCodePage />))
  app.post('/inloggen/bewoner', async (c) => {
    const field = await fieldsOf(c)
    const number = field('number')
    return slowly(
      c,
      async () => {
        // A number that cannot exist takes the same way as one that does not, so that the answer and its time tell nothing.
        const secret = await openWithCode(at.attempt(c), readNumber(number) ?? number.trim().toUpperCase(), field('code'))
        if (!secret) return at.shown(c, texts.paperTitle, <PaperCodePage number={number} mistake={texts.wrongPaper} />, 401)
        at.signedIn(c, secret)
        return c.redirect('/mijn-plan', 303)
      },
      (mistake) => at.shown(c, texts.paperTitle, <PaperCodePage number={number} mistake={mistake} />, 429),
    )
  })

  if (settings.mode === 'demo') {
    app.post('/inloggen/demo', async (c) => {
      const field = await fieldsOf(c)
      const personId = field('person')
      if (!isUuid(personId) || !demo.some((group) => group.people.some((person) => person.id === personId))) throw notFound()
      const begun = await begin(at.attempt(c), personId, { way: 'demo', strong: true })
      const entered = begun && (await proved(c, begun, localPath(field('terug'))))
      if (!entered) throw notFound()
      return entered
    })
  }

  const service = settings.oidc
  if (service) {
    app.get('/inloggen/oidc', async (c) => {
      const { url, kept } = await beginOidc(service, settings.origin, localPath(c.req.query('terug')), settings.now())
      at.keep(c, oidcCookie, kept, stepLasts)
      return c.redirect(url, 303)
    })
    app.get('/inloggen/oidc/terug', async (c) => {
      const vouched = await endOidc(service, new URL(c.req.url), settings.origin, at.kept(c, oidcCookie), settings.now())
      at.drop(c, oidcCookie)
      const personId = vouched && (await personOfEmail(at.attempt(c), vouched.email))
      const begun = personId && vouched ? await begin(at.attempt(c), personId, { way: 'oidc', strong: vouched.strong }) : null
      return (begun && vouched && (await proved(c, begun, localPath(vouched.back)))) || page(c, { back: '', mistake: texts.notKnownHere }, 401)
    })
  }

  app.post('/uitloggen', async (c) => {
    const secret = secretOf(c, settings)
    if (secret) await pool.query('select account.leave($1, $2, $3, $4)', [hashed(secret), settings.municipalityId, settings.now(), c.get('requestId' as never)])
    at.signedOut(c)
    c.header('Clear-Site-Data', '"cache", "storage"')
    return c.redirect('/', 303)
  })

  const language = (c: Context, chosen: string | undefined, back: string | undefined) => {
    c.header('Set-Cookie', languageCookie(chosen === 'en' ? 'en' : 'nl', settings), { append: true })
    return c.redirect(localPath(back) || '/', 303)
  }
  app.get('/taal', (c) => language(c, c.req.query('taal'), c.req.query('terug')))
  app.post('/taal', async (c) => {
    const field = await fieldsOf(c)
    return language(c, field('taal'), field('terug'))
  })
  app.route('/', passkeySignIn(parts))
  app.route('/', accountRoutes(parts))
  app.route('/', invitationRoutes(parts))
  return app
}
