import type { Actor, Staff } from '../../platform/actor.ts'
import { clearance, knowsIdentity } from '../access/index.ts'
import type { CaseRecord } from './record.ts'

const content = 3
const contact = 2

/** Team duty is enough to see that a case exists, by its number. */
export const maySeeCase = (actor: Actor, record: Pick<CaseRecord, 'facts'>): boolean => clearance(actor, record.facts) >= 1

/** Parties, grounds and that there was contact. */
export const maySeeParties = (actor: Actor, record: Pick<CaseRecord, 'facts'>): boolean => clearance(actor, record.facts) >= contact

/** What it is about: only who is involved on a valid ground. */
export const maySeeContent = (actor: Actor, record: Pick<CaseRecord, 'facts'>): boolean => clearance(actor, record.facts) >= content

/** Whoever may see what a case is about may work on it; a resident looks and decides about consent, elsewhere. */
export const mayWork = (actor: Staff, record: CaseRecord): boolean => actor.kind === 'worker' && maySeeContent(actor, record)

/** Recording that there was contact asks no more than knowing the parties. */
export const mayRecordContact = (actor: Staff, record: CaseRecord): boolean => actor.kind === 'worker' && maySeeParties(actor, record)

/** The owner decides on course: handing over, portfolio and closing. */
export const mayDecide = (actor: Staff, record: CaseRecord): boolean => mayWork(actor, record) && record.ownerId === actor.id

/** Whom it is about: only with a ground that says so. */
export const mayKnowIdentity = (actor: Actor, record: CaseRecord): boolean => knowsIdentity(actor, record.facts)

/** The one to whom the case was put answers. */
export const mayAnswerHandover = (actor: Staff, record: CaseRecord): boolean => actor.kind === 'worker' && record.handover?.toId === actor.id && maySeeCase(actor, record)
