import { Hono } from 'hono'
import { Refusal } from '../../platform/refusal.ts'
import { hashed } from '../../platform/request.ts'
import { type DoorParts, door, homeOf, localPath } from './door.tsx'
import { type Kept, optionsToSignIn, usedPasskey } from './passkeys.ts'
import { begin, enter, newSecret } from './sessions.ts'
import { texts } from './texts.ts'

const challengeCookie = 'schakelbord-vraag'
const lasts = 300

/** The challenge a browser was given, once. */
export const challenges = <T,>(parts: DoorParts<T>) => {
  const at = door(parts)
  return {
    give: async (c: Parameters<typeof at.keep>[0], challenge: string): Promise<void> => {
      const token = newSecret()
      await parts.pool.query('select account.keep_challenge($1, $2, $3, $4)', [parts.settings.municipalityId, hashed(token), challenge, parts.settings.now()])
      at.keep(c, challengeCookie, token, lasts)
    },
    take: async (c: Parameters<typeof at.keep>[0]): Promise<string | null> => {
      const token = at.kept(c, challengeCookie)
      if (!token) return null
      at.drop(c, challengeCookie)
      const { rows } = await parts.pool.query<{ challenge: string | null }>('select account.take_challenge($1, $2) as challenge', [hashed(token), parts.settings.now()])
      return rows[0]?.challenge ?? null
    },
  }
}

/** What the script sends: the answer of the passkey, and where to go. */
export const sentBy = async (c: Parameters<ReturnType<typeof door>['keep']>[0]): Promise<{ credential: { id: string } & Record<string, unknown>; back: string; label: string }> => {
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? '')) throw new Refusal(415, 'content-type.unknown', texts.notJson)
  const { credential, terug, label } = (await c.req.json()) as Record<string, unknown>
  const found = credential as { id?: unknown } | null | undefined
  if (typeof found?.id !== 'string' || found.id.length > 1500) throw new Refusal(400, 'passkey.unreadable', texts.passkeyFailed)
  return { credential: { ...found, id: found.id }, back: typeof terug === 'string' ? localPath(terug) : '', label: typeof label === 'string' ? label.trim().slice(0, 60) : '' }
}

/** Signing in with a passkey. It proves more than a password does, cannot be guessed, and so is never slowed down by guesses of others. */
export function passkeySignIn<T>(parts: DoorParts<T>): Hono {
  const { pool, settings } = parts
  const app = new Hono()
  const at = door(parts)
  const challenge = challenges(parts)
  const failed = () => new Refusal(401, 'passkey.failed', texts.passkeyFailed)

  app.post('/inloggen/passkey/vraag', async (c) => {
    const options = await optionsToSignIn(settings.origin)
    await challenge.give(c, options.challenge)
    return c.json(options)
  })
  app.post('/inloggen/passkey', async (c) => {
    const { credential, back } = await sentBy(c)
    const expected = await challenge.take(c)
    const { rows } = await pool.query<{ kept: Kept | null }>('select account.passkey($1, $2) as kept', [settings.municipalityId, credential.id])
    const kept = rows[0]?.kept
    const counter = kept && expected ? await usedPasskey(credential, expected, settings.origin, credential.id, kept) : undefined
    const attempt = at.attempt(c)
    if (!kept || counter === undefined) {
      await pool.query('select account.refused($1, $2, $3, $4)', [settings.municipalityId, null, attempt.now, attempt.requestId])
      throw failed()
    }
    await pool.query('select account.passkey_used($1, $2, $3, $4)', [settings.municipalityId, credential.id, counter, attempt.now])
    const begun = await begin(attempt, kept.person, { way: 'passkey', strong: true })
    const entered = begun && (await enter(attempt, begun.step, null))
    if (!begun || !entered) throw failed()
    if ('choose' in entered) {
      at.keep(c, 'schakelbord-stap', begun.step, lasts)
      return c.json({ href: `/inloggen/organisatie${back ? `?terug=${encodeURIComponent(back)}` : ''}` })
    }
    at.signedIn(c, entered.secret, entered.locale)
    return c.json({ href: back || homeOf(entered.kind) })
  })
  return app
}
