import type { Staff } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import { knownOf } from './known.ts'
import type { Evidence } from './shown.ts'
import { evidenceOf } from './told.ts'

export { EvidenceList, saidOf, sinceOf, sourceOf } from './EvidenceList.tsx'
export { bothLanguages, type Evidence, type EvidenceKind, openSnapshot, type Snapshot, snapshot } from './shown.ts'

/** What is known of an area now and can carry a judgement, in the order of its pages. @throws Refusal 404 there is no such area */
export const findEvidence = async (ctx: Context<Staff>, area: { id: string; slug: string }): Promise<Evidence[]> => evidenceOf(await knownOf(ctx, area))
