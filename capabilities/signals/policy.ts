import type { Staff } from '../../platform/actor.ts'
import { clearance } from '../access/index.ts'
import type { SignalFacts } from './record.ts'

const content = 3

/** Works in the team that has the signal, for its purpose: team duty. */
const onDuty = (actor: Staff, it: SignalFacts): boolean => actor.kind === 'worker' && actor.purpose === it.purpose && actor.teams.includes(it.teamId)

/** Brought it in, and so may follow it. */
const broughtIn = (actor: Staff, it: SignalFacts): boolean => it.signalledBy === actor.id

/** Works on the case that came of it. */
const connected = (actor: Staff, it: SignalFacts): boolean => it.caseFacts !== null && clearance(actor, it.caseFacts) >= content

/** Team duty is enough to see that a signal exists. */
export const maySeeSignal = (actor: Staff, it: SignalFacts): boolean => onDuty(actor, it) || broughtIn(actor, it) || connected(actor, it)

/** Weighing, deciding and telling are for the owner and the coordinator of the team. */
export const mayTriage = (actor: Staff, it: SignalFacts): boolean => onDuty(actor, it) && (it.ownerId === actor.id || actor.coordinates.includes(it.teamId))

/** What was seen: triage, who brought it in, and who works on the case. */
export const maySeeContent = (actor: Staff, it: SignalFacts): boolean => mayTriage(actor, it) || broughtIn(actor, it) || connected(actor, it)

/** Who signalled and how to reach them: triage, and who wrote it down. */
export const maySeeSignaller = (actor: Staff, it: SignalFacts): boolean => mayTriage(actor, it) || broughtIn(actor, it)

/** What the team makes of it is not for who only brought it in. */
export const maySeeWeighing = (actor: Staff, it: SignalFacts): boolean => mayTriage(actor, it) || connected(actor, it)

/** That a case came of it, by its number: whoever may know of the case. */
export const maySeeCaseOf = (actor: Staff, it: SignalFacts): boolean => it.caseFacts !== null && clearance(actor, it.caseFacts) >= 1

/** Nobody has to wait for the coordinator: what lies there new, any core member may take up. */
export const mayTakeUp = (actor: Staff, it: SignalFacts): boolean => onDuty(actor, it) && (it.state === 'new' || mayTriage(actor, it))

/** A case is opened by whoever may work on one. */
export const mayOpenCase = (actor: Staff, it: SignalFacts): boolean => mayTriage(actor, it) && ['professional', 'coordinator'].includes(actor.role)
