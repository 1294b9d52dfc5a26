import { Hono } from 'hono'
import { hashed } from '../../platform/request.ts'
import { InvitationPage, NoInvitationPage } from './AccountPages.tsx'
import { type DoorParts, door, fieldsOf } from './door.tsx'
import { hashPassword, leastCharacters } from './password.ts'
import { texts } from './texts.ts'

/**
 * Setting a password with a link that was made on the command line: for a new person, or one who forgot theirs.
 * The link belongs to one account and works once; it lets nobody in by itself.
 */
export function invitationRoutes<T>(parts: DoorParts<T>): Hono {
  const { pool, settings } = parts
  const app = new Hono()
  const at = door(parts)
  const invited = async (token: string): Promise<{ name: string; email: string } | null> => {
    const { rows } = await pool.query<{ whom: { name: string; email: string } | null }>('select account.invitation($1, $2) as whom', [hashed(token), settings.now()])
    return rows[0]?.whom ?? null
  }
  app.get('/inloggen/uitnodiging/:token', async (c) => {
    const token = c.req.param('token')
    const whom = await invited(token)
    return whom ? at.shown(c, texts.invitedTitle, <InvitationPage token={token} {...whom} />) : at.shown(c, texts.invitedOver, <NoInvitationPage />, 400)
  })
  app.post('/inloggen/uitnodiging/:token', async (c) => {
    const token = c.req.param('token')
    const next = (await fieldsOf(c))('next')
    const whom = await invited(token)
    if (!whom) return at.shown(c, texts.invitedOver, <NoInvitationPage />, 400)
    if (next.length < leastCharacters) return at.shown(c, texts.invitedTitle, <InvitationPage token={token} {...whom} mistake={texts.passwordShort} />, 400)
    const { rows } = await pool.query<{ set: boolean }>('select account.accept($1, $2, $3, $4) as set', [hashed(token), await hashPassword(next), settings.now(), c.get('requestId' as never)])
    return rows[0]?.set ? c.redirect('/inloggen', 303) : at.shown(c, texts.invitedOver, <NoInvitationPage />, 400)
  })
  return app
}
