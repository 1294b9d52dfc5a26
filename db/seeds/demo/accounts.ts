import type pg from 'pg'
import { hashPassword } from '../../../capabilities/access/index.ts'
import { hashed } from '../../../platform/request.ts'
import { seal } from '../../../platform/seal.ts'
import { cast, type Member, membershipId, municipalityId, personId } from './cast.ts'
import { idOf } from './ids.ts'
import { insert } from './insert.ts'
import type { World } from './index.ts'

/** How somebody of the demonstration signs in. These are no secrets: a demonstration runs on one machine only. */
export type DemoAccount = { key: string; name: string; role: string; email: string; password: string; /** secret of the app for codes, for who has a second step */ totp: string | null; token: string }

const slug = (name: string): string => name.toLowerCase().normalize('NFD').replace(/[^a-z ]/g, '').trim().replaceAll(' ', '.')

/** Who signs in with a code from an app as well, to show how that goes. */
const withSecondStep = ['frans']
const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const totpOf = (key: string): string => [...hashed(`totp of ${key}`)].map((byte) => base32[byte % 32]).join('')

/** E-mail address, password and API token of everybody in the cast. */
export const demoAccounts: readonly DemoAccount[] = cast.map((member: Member) => ({
  key: member.key,
  name: member.name,
  role: member.role ?? 'resident',
  email: `${slug(member.name)}@${member.organization ?? 'bewoner'}.example.nl`,
  password: `schakelen met ${member.key} in de wijk`,
  totp: withSecondStep.includes(member.key) ? totpOf(member.key) : null,
  token: `demo-${member.key}-${idOf('token', member.key)}`,
}))

/**
 * Credentials, addresses and API tokens of the cast. Making the passwords takes most of the time of a seed.
 *
 * @param passwords  without them signing in goes by one click or by token
 */
export async function seedAccounts(client: pg.ClientBase, { now }: World, passwords = true): Promise<void> {
  const hashes = passwords ? await Promise.all(demoAccounts.map((account) => hashPassword(account.password))) : []
  const expires = new Date(now.getTime() + 365 * 86_400_000)
  for (const [index, account] of demoAccounts.entries()) {
    const person_id = personId(account.key as never)
    const own = { municipality_id: municipalityId, person_id }
    const resident = account.role === 'resident'
    await insert(client, 'people_contacts', { ...own, email: account.email, phone: `033 000 ${String(20 + index)} ${String(10 + index)}` })
    await insert(client, 'auth.credentials', { ...own, password_hash: hashes[index] ?? null, totp_secret: passwords && account.totp ? seal(account.totp) : null, demo: true })
    await insert(client, 'auth.sessions', {
      token_hash: hashed(account.token), ...own, kind: 'bearer', membership_id: resident ? null : membershipId(account.key as never), purpose: resident ? null : 'welfare', label: 'demo', created_at: now, seen_at: now, expires_at: expires,
    })
  }
}
