import { eventsListed, ownEventsListed } from './views.tsx'

export { anchor } from './anchors.ts'
export { auditFilesIn, keysIn, publicKeyIn, type SealKeys } from './keys.ts'
export { type Sealer, type SealerNews, startSealer } from './sealer.ts'
export { sealOnce } from './sealing.ts'
export { recordVerification } from './verifications.ts'
export { type Look, looksOf, type ShownLook, shownLooks } from './looks.ts'
export { whatHappened } from './words.ts'
export { exitCodeOf, type Finding, type FindingKind, type Verification, verify } from './verify.ts'

/** The log: of the municipality, and one's own. */
export const auditEntries = [eventsListed, ownEventsListed]
