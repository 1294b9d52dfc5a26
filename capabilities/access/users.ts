import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { hashed } from '../../platform/request.ts'
import { StartError } from '../../platform/start-error.ts'
import { newSecret } from './sessions.ts'

/** Somebody new, or known by this address already. */
export type NewUser = { municipalityId: string; name: string; email: string; organizationSlug: string; role: string; now: Date }

const days = 7

/** The path of a page where this person sets a password, once, within a week. For somebody new, and for who forgot theirs. */
export async function invite(owner: pg.ClientBase, municipalityId: string, personId: string, now: Date): Promise<string> {
  const token = newSecret()
  await owner.query('insert into auth.invitations (token_hash, municipality_id, person_id, expires_at) values ($1, $2, $3, $4)', [hashed(token), municipalityId, personId, new Date(now.getTime() + days * 86_400_000)])
  return `/inloggen/uitnodiging/${token}`
}

/**
 * Adds somebody who works or volunteers; for the command line, which logs in as owner.
 *
 * @returns the path of their invitation
 * @throws StartError in words for the administrator: an unknown organisation, or an address that is taken
 */
export async function addUser(owner: pg.ClientBase, { municipalityId, name, email: typed, organizationSlug, role, now }: NewUser): Promise<{ personId: string; path: string }> {
  const email = typed.trim().toLowerCase()
  const organization = await owner.query<{ id: string }>('select id from organizations where municipality_id = $1 and slug = $2', [municipalityId, organizationSlug])
  if (!organization.rows[0]) throw new StartError(`De organisatie "${organizationSlug}" bestaat niet.`)
  if ((await owner.query('select from people_contacts where municipality_id = $1 and email = $2', [municipalityId, email])).rowCount) throw new StartError(`Er is al iemand met het adres ${email}.`)
  const personId = randomUUID()
  await owner.query('begin')
  try {
    await owner.query('insert into people (municipality_id, id, kind, name) values ($1, $2, $3, $4)', [municipalityId, personId, role === 'volunteer' ? 'volunteer' : 'worker', name])
    await owner.query('insert into people_contacts (municipality_id, person_id, email) values ($1, $2, $3)', [municipalityId, personId, email])
    await owner.query('insert into memberships (municipality_id, id, person_id, organization_id, role, from_on) values ($1, $2, $3, $4, $5, $6::timestamptz)', [municipalityId, randomUUID(), personId, organization.rows[0].id, role, now])
    const path = await invite(owner, municipalityId, personId, now)
    await owner.query('commit')
    return { personId, path }
  } catch (error) {
    await owner.query('rollback')
    throw error
  }
}

/** A new invitation for somebody who forgot their password. `andSecondStep` also forgets the app and the passkeys. */
export async function inviteAgain(owner: pg.ClientBase, municipalityId: string, email: string, now: Date, andSecondStep: boolean): Promise<string> {
  const found = await owner.query<{ person_id: string }>('select person_id from people_contacts where municipality_id = $1 and email = $2', [municipalityId, email.trim().toLowerCase()])
  const personId = found.rows[0]?.person_id
  if (!personId) throw new StartError(`Er is niemand met het adres ${email}.`)
  if (andSecondStep) {
    await owner.query('update auth.credentials set totp_secret = null, totp_last_step = null where municipality_id = $1 and person_id = $2', [municipalityId, personId])
    await owner.query('delete from auth.passkeys where municipality_id = $1 and person_id = $2', [municipalityId, personId])
    await owner.query('update auth.sessions set ended_at = $3 where municipality_id = $1 and person_id = $2 and ended_at is null', [municipalityId, personId, now])
  }
  return invite(owner, municipalityId, personId, now)
}
