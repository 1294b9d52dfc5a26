import type { Actor, Staff } from '../../platform/actor.ts'

/** 0 nothing, 1 logistics, 2 contact, 3 case content, 4 sensitive. Who it is about is apart: see `knowsIdentity`. */
export type FieldClass = 0 | 1 | 2 | 3 | 4

/** Somebody's part in a case: for what, with which class of fields, in which window. */
export type InvolvementFacts = {
  personId: string
  organizationId: string
  teamId: string | null
  class: number
  purpose: string
  fromAt: Date
  untilAt: Date
  endedAt: Date | null
}

/** Why a team or an organisation may have the data: without a valid one, involvement opens nothing. */
export type GroundFacts = {
  withIdentity: boolean
  teamId: string | null
  organizationId: string | null
  purpose: string
  fromAt: Date
  untilAt: Date | null
  withdrawnAt: Date | null
}

/** All that the decision looks at. It travels with the record, so that a rule asks neither database nor clock. */
export type CaseFacts = {
  municipalityId: string
  caseId: string
  teamId: string
  purpose: string
  /** the moment of the request */
  at: Date
  involvements: readonly InvolvementFacts[]
  grounds: readonly GroundFacts[]
}

/** A role alone opens nothing; it only limits what an involvement can give. Roles that are not here have no part in cases. */
const caps: Readonly<Record<string, FieldClass>> = { professional: 4, coordinator: 4, partner: 3 }

const within = (at: Date, from: Date, until: Date | null): boolean => from <= at && (until === null || until > at)

const counts = (it: InvolvementFacts, actor: Staff, facts: CaseFacts): boolean =>
  it.personId === actor.id && it.organizationId === actor.organizationId && it.purpose === facts.purpose && it.endedAt === null && within(facts.at, it.fromAt, it.untilAt)

const covers = (ground: GroundFacts, it: InvolvementFacts, facts: CaseFacts): boolean =>
  ground.purpose === facts.purpose &&
  ground.withdrawnAt === null &&
  within(facts.at, ground.fromAt, ground.untilAt) &&
  (ground.organizationId === it.organizationId || (ground.teamId !== null && ground.teamId === it.teamId))

/**
 * What this actor may see of a case: the highest field class, by mandate AND purpose AND relation AND ground AND class.
 *
 * The same decision as `ctx.readable` in the database takes, from the same data; `decision.test.ts` holds the two together.
 *
 * @source access model: everything restricts (and), only the relation permits (or): involvement, team duty, or being the resident
 */
export function clearance(actor: Actor, facts: CaseFacts): FieldClass {
  const relation = relationOf(actor, facts)
  if (relation === 'none') return 0
  if (relation === 'self') return 4
  return Math.max(relation.teams.includes(facts.teamId) ? 1 : 0, ...covered(relation, facts).map(({ highest }) => highest)) as FieldClass
}

/** May this actor know whom the case is about? Only with a ground that says so, or being that person. */
export function knowsIdentity(actor: Actor, facts: CaseFacts): boolean {
  const relation = relationOf(actor, facts)
  if (relation === 'none' || relation === 'self') return relation === 'self'
  return covered(relation, facts).some(({ highest, grounds }) => highest >= 3 && grounds.some((ground) => ground.withIdentity))
}

/** Being the resident, having a part in this purpose, or nothing at all. */
function relationOf(actor: Actor, facts: CaseFacts): 'none' | 'self' | Staff {
  if (actor.kind === 'visitor' || actor.kind === 'volunteer' || actor.municipalityId !== facts.municipalityId) return 'none'
  if (actor.kind === 'resident') return actor.cases.includes(facts.caseId) ? 'self' : 'none'
  return actor.purpose !== null && actor.purpose === facts.purpose ? actor : 'none'
}

/** The involvements that count now, with the grounds that carry them and the class they give. */
const covered = (actor: Staff, facts: CaseFacts) =>
  facts.involvements
    .filter((it) => counts(it, actor, facts))
    .map((it) => ({ grounds: facts.grounds.filter((ground) => covers(ground, it, facts)), highest: Math.min(it.class, caps[actor.role] ?? 0) }))
    .filter(({ grounds }) => grounds.length > 0)
