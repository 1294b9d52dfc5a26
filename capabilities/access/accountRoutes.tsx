import { type Context as Hono, Hono as App } from 'hono'
import { sql } from 'kysely'
import type { Person } from '../../platform/actor.ts'
import { type Context, inContext, type Trace } from '../../platform/context.ts'
import { notAllowed, Refusal } from '../../platform/refusal.ts'
import { callerOf, hashed } from '../../platform/request.ts'
import { NewTokenPage, PasskeyPage, PasswordPage, TokenPage } from './AccountPages.tsx'
import { type DoorParts, door, fieldsOf, slowly } from './door.tsx'
import { hashPassword, isPassword, leastCharacters } from './password.ts'
import { challenges, sentBy } from './passkeyRoutes.ts'
import { madePasskey, optionsToMake, passkeysPossible } from './passkeys.ts'
import { newSecret, notTooOften } from './sessions.ts'
import { texts } from './texts.ts'

/** Whose account; a program with a token and a visit with a code on paper have none. */
type Owner = Person & { id: string; name: string }

/**
 * What somebody does with the secrets of their own account. No acts, because an act keeps a fingerprint of what was sent and
 * the answer that was given, and a password or a new token may be kept nowhere.
 */
export function accountRoutes<T>(parts: DoorParts<T>): App {
  const { pool, settings } = parts
  const app = new App()
  const at = door(parts)
  const challenge = challenges(parts)
  const within = <R,>(c: Hono, trace: Trace, work: (ctx: Context<Owner>) => Promise<R>): Promise<R> =>
    inContext(pool, callerOf(c, settings), trace, null, async () => null, async (ctx) => {
      const { actor } = ctx
      if (actor.kind === 'visitor') throw new Refusal(401, 'session.needed', texts.signInFirst)
      if (actor.sessionKind !== 'session' || actor.id === null) throw notAllowed('access.account')
      return { result: await work({ ...ctx, actor: actor as Owner }), subjects: [actor.id] }
    })
  const owner = (c: Hono) => within(c, null, async ({ actor }) => actor)

  app.get('/account/wachtwoord', async (c) => at.shown(c, texts.passwordTitle, <PasswordPage />, 200, await owner(c)))
  app.post('/account/wachtwoord', async (c) => {
    const field = await fieldsOf(c)
    const actor = await owner(c)
    return slowly(
      c,
      async () => {
        const kept = await within(c, null, async ({ db }) => (await sql<{ answer: { wait: number; hash: string | null } }>`select account.own_password() as answer`.execute(db)).rows[0]!.answer)
        notTooOften(kept.wait)
        const right = await isPassword(kept.hash ?? undefined, field('current'))
        const short = field('next').length < leastCharacters
        if (!right || short) return at.shown(c, texts.passwordTitle, <PasswordPage wrong={right ? undefined : texts.currentWrong} short={short ? texts.passwordShort : undefined} />, 400, actor)
        const hash = await hashPassword(field('next'))
        await within(c, { name: 'access.change-password', action: 'U' }, async ({ db }) => {
          await sql`select account.set_password(${hash}), account.own_password_right()`.execute(db)
        })
        return c.redirect('/account', 303)
      },
      (mistake) => at.shown(c, texts.passwordTitle, <PasswordPage wrong={mistake} />, 429, actor),
    )
  })

  app.get('/account/sleutel', async (c) => at.shown(c, texts.tokenTitle, <TokenPage />, 200, await owner(c)))
  app.post('/account/sleutel', async (c) => {
    const label = (await fieldsOf(c))('label').trim().slice(0, 60)
    if (label === '') return at.shown(c, texts.tokenTitle, <TokenPage mistake={texts.tokenNameNeeded} />, 400, await owner(c))
    const token = newSecret()
    const actor = await within(c, { name: 'access.make-token', action: 'C' }, async ({ db, actor }) => {
      await sql`select account.make_token(${hashed(token)}, ${label})`.execute(db)
      return actor
    })
    return at.shown(c, texts.tokenTitle, <NewTokenPage token={token} />, 200, actor)
  })

  const possible = passkeysPossible(settings.origin)
  app.get('/account/passkey', async (c) => at.shown(c, texts.passkeyTitle, <PasskeyPage possible={possible} />, 200, await owner(c)))
  if (possible) {
    app.post('/account/passkey/vraag', async (c) => {
      const { actor, known } = await within(c, null, async ({ db, actor }) => ({
        actor,
        known: (await sql<{ known: string[] }>`select account.own_credentials() as known`.execute(db)).rows[0]?.known ?? [],
      }))
      const options = await optionsToMake(settings.origin, actor, known)
      await challenge.give(c, options.challenge)
      return c.json(options)
    })
    app.post('/account/passkey', async (c) => {
      const { credential, label } = await sentBy(c)
      await owner(c)
      const expected = await challenge.take(c)
      const made = expected ? await madePasskey(credential, expected, settings.origin) : undefined
      if (!made) throw new Refusal(400, 'passkey.failed', texts.passkeyFailed)
      await within(c, { name: 'access.add-passkey', action: 'C' }, async ({ db }) => {
        await sql`select account.add_passkey(${made.id}, ${Buffer.from(made.publicKey)}, ${made.counter}, ${made.transports ?? []}, ${label || at.attempt(c).device || ''})`.execute(db)
      })
      return c.json({ href: '/account' })
    })
  }

  // Any request keeps a session; this one is for the warning on a page that it is about to end. A resident with a code on paper is asked too.
  app.post('/account/blijf', async (c) => {
    await inContext(pool, callerOf(c, settings), null, null, async () => null, async ({ actor, db }) => {
      if (actor.kind === 'visitor') throw new Refusal(401, 'session.needed', texts.signInFirst)
      await sql`select account.stay()`.execute(db)
      return { result: null, subjects: [] }
    })
    if (c.req.header('sec-fetch-mode') !== 'navigate' && c.req.header('sec-fetch-mode') !== undefined) return c.body(null, 204)
    const from = c.req.header('referer')
    return c.redirect(from && URL.canParse(from) && new URL(from).origin === settings.origin ? new URL(from).pathname : '/account', 303)
  })
  return app
}
