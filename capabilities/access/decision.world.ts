import { createHash } from 'node:crypto'
import type pg from 'pg'
import { insert } from '../../db/seeds/demo/insert.ts'
import { hashed } from '../../platform/request.ts'
import type { CaseFacts, GroundFacts, InvolvementFacts } from './decision.ts'

/** A municipality full of chances: every combination of role, team, purpose, window, ground and withdrawal occurs. */
export type GeneratedWorld = { municipalityId: string; people: string[]; facts: CaseFacts[]; linked: Set<string> }

/** The secret of a person's session in a generated world. */
export const tokenOf = (person: string): string => `token-of-${person}`

/** The same numbers for the same seed, on every machine. */
function chances(seed: number) {
  let count = 0
  const next = (): number => createHash('sha256').update(`${seed}:${count++}`).digest().readUInt32BE(0) / 2 ** 32
  const pick = <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)]!
  const uuid = (): string => {
    const hex = createHash('sha256').update(`${seed}:id:${count++}`).digest('hex')
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
  }
  return { pick, uuid, odds: (share: number): boolean => next() < share, days: (most: number): number => Math.floor((next() * 2 - 1) * most) }
}

const roles = ['professional', 'coordinator', 'partner', 'professional', 'information-manager', 'administrator', 'analyst', 'volunteer'] as const
const purposes = ['welfare', 'wmo'] as const
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Fills an empty database with `people` and `cases` and tells what is in it, for the rule to decide on. */
export async function generatedWorld(owner: pg.Client, it: { people: number; cases: number; now: Date; seed: number }): Promise<GeneratedWorld> {
  const { pick, uuid, odds, days } = chances(it.seed)
  const day = (offset: number) => new Date(it.now.getTime() + offset * 86_400_000)
  const date = (offset: number) => day(offset).toISOString().slice(0, 10)
  const municipality_id = uuid()
  const row = (table: string, values: Record<string, unknown>) => insert(owner, table, { municipality_id, ...values })

  await owner.query('begin')
  await insert(owner, 'municipalities', { id: municipality_id, slug: 'chance', name: 'Chance' })
  const area = uuid()
  await row('areas', { id: area, slug: 'area', name: 'Area', kind: 'municipality' })
  const organizations = [uuid(), uuid(), uuid()]
  for (const [index, id] of organizations.entries()) {
    await row('organizations', { id, slug: `organization-${index}`, name: `Organization ${index}` })
    for (const purpose of purposes) if (index > 0 || purpose === 'welfare') await row('mandates', { id: uuid(), organization_id: id, purpose, document: 'x', from_on: date(-300), until_on: odds(0.3) ? date(200) : null })
  }
  const teams = [uuid(), uuid()]
  for (const [index, id] of teams.entries()) await row('teams', { id, area_id: area, slug: `team-${index}`, name: `Team ${index}` })

  const people: { id: string; organization: string }[] = []
  for (let index = 0; index < it.people; index++) {
    const person = { id: uuid(), organization: pick(organizations) }
    people.push(person)
    const role = pick(roles)
    const membership = uuid()
    await row('people', { id: person.id, kind: role === 'volunteer' ? 'volunteer' : 'worker', name: `Person ${index}`, active: !odds(0.05) })
    await row('memberships', { id: membership, person_id: person.id, organization_id: person.organization, role, from_on: date(-390), until_on: odds(0.2) ? date(100) : null })
    for (const team of teams) if (odds(0.4)) await row('team_members', { team_id: team, person_id: person.id, organization_id: person.organization, ring: pick(['core', 'shell']), from_on: date(-390), until_on: odds(0.2) ? date(days(200)) < date(-390) ? date(-390) : date(50) : null })
    await row('auth.sessions', { token_hash: hashed(tokenOf(person.id)), kind: 'bearer', person_id: person.id, membership_id: membership, purpose: pick([...purposes, ...purposes, null]), created_at: it.now, seen_at: it.now, expires_at: day(1000) })
  }

  const facts: CaseFacts[] = []
  const linked = new Set<string>()
  for (let index = 0; index < it.cases; index++) {
    const caseId = uuid()
    const purpose = pick(purposes)
    const teamId = pick(teams)
    const anyone = people[0]!.id
    const number = [...createHash('sha256').update(`n${index}`).digest()].slice(0, 10).map((byte) => letters[byte % 32]).join('').replace(/^(.{4})(.{4})(.{2})$/, '$1-$2-$3')
    const identity = odds(0.4)
    await row('cases', { id: caseId, number, team_id: teamId, purpose, state: 'signal', owner_id: anyone, next_on: date(1), started_on: date(-5), opened_by: anyone, opened_at: day(-400), anonymous: !identity })
    await row('case_contents', { case_id: caseId, themes: ['isolation'], question_kind: 'company' })
    await row('contacts', { id: uuid(), case_id: caseId, by_id: anyone, on_day: date(-1), channel: 'phone', with_whom: 'resident', recorded_at: it.now })
    const involvements: InvolvementFacts[] = []
    const grounds: GroundFacts[] = []
    for (let part = 0; part < 5; part++) {
      const person = pick(people)
      const from = days(300)
      const involved = { personId: person.id, organizationId: odds(0.9) ? person.organization : pick(organizations), teamId: odds(0.7) ? pick(teams) : null, class: pick([2, 3, 3, 4]), purpose: odds(0.9) ? purpose : pick(purposes), fromAt: day(Math.min(from, 0) - 1), untilAt: day(Math.max(from, -1) + 20), endedAt: odds(0.15) ? day(-1) : null }
      involvements.push(involved)
      await row('involvements', { id: uuid(), case_id: caseId, person_id: involved.personId, organization_id: involved.organizationId, team_id: involved.teamId, role: 'member', class: involved.class, purpose: involved.purpose, reason: 'x', from_at: involved.fromAt, until_at: involved.untilAt, ended_at: involved.endedAt, added_by: anyone })
    }
    let firstGround = ''
    for (let part = 0; part < 3; part++) {
      const toTeam = odds(0.5)
      const withIdentity = odds(0.4)
      const ground = { withIdentity, teamId: toTeam ? pick(teams) : null, organizationId: toTeam ? null : pick(organizations), purpose: odds(0.9) ? purpose : pick(purposes), fromAt: day(-Math.abs(days(300))), untilAt: day(Math.abs(days(300)) + 1), withdrawnAt: odds(0.2) ? day(-1) : null }
      grounds.push(ground)
      const id = uuid()
      firstGround ||= id
      await row('grounds', { id, case_id: caseId, kind: 'consent', with_identity: withIdentity, team_id: ground.teamId, organization_id: ground.organizationId, purpose: ground.purpose, explained: 'x', manner: 'spoken', given_by: 'resident', asked_by: anyone, from_at: ground.fromAt, until_at: ground.untilAt, withdrawn_at: ground.withdrawnAt, withdrawn_by: ground.withdrawnAt ? 'resident' : null })
    }
    if (identity) {
      linked.add(caseId)
      await row('vault.identities', { case_id: caseId, sealed: Buffer.from('x'), ground_id: firstGround, linked_by: anyone, linked_at: it.now })
    }
    facts.push({ municipalityId: municipality_id, caseId, teamId, purpose, at: it.now, involvements, grounds })
  }
  await owner.query('commit')
  return { municipalityId: municipality_id, people: people.map((person) => person.id), facts, linked }
}
