import type { Staff } from '../../platform/actor.ts'
import { worksInArea } from '../area-plans/index.ts'
import { mayReadMaps } from '../neighbourhood-map/index.ts'
import type { ThingInArea, ThingInTown } from './record.ts'

type Facts = Pick<ThingInTown, 'municipalityId' | 'edits'>
const ofOwnTown = (actor: Staff, it: Facts): boolean => actor.kind === 'worker' && it.municipalityId === actor.municipalityId

/** Why something is there says who keeps it, and who works in the neighbourhood whose need it answers. */
export const mayGiveReason = (actor: Staff, it: Facts & Pick<ThingInArea, 'area'>): boolean => ofOwnTown(actor, it) && (it.edits || worksInArea(actor, it.area))

/** The page is for who works with neighbourhoods; it says for which of them the actor can say it. */
export const mayGiveSome = (actor: Staff, it: Facts): boolean => ofOwnTown(actor, it) && (it.edits || mayReadMaps(actor))
