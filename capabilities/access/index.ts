import { accountViewed } from './account.tsx'
import { lookChosen, passkeyRemoved, purposeChosen, sessionEnded, signedOutElsewhere, signedOutEverywhere } from './accountActs.tsx'
import { totpTurnedOn } from './totpSetup.tsx'

export { type CaseFacts, clearance, type FieldClass, type GroundFacts, type InvolvementFacts, knowsIdentity } from './decision.ts'
export { hashPassword } from './password.ts'
export { makeResidentCode } from './residentCode.ts'
export { type SignInParts, signInRoutes } from './routes.tsx'
export type { DemoGroup } from './SignInPage.tsx'
export { addUser, inviteAgain } from './users.ts'
export { roleTexts as roleNames } from './texts.ts'

/** Somebody's own account. */
export const accessEntries = [accountViewed, lookChosen, purposeChosen, totpTurnedOn, passkeyRemoved, sessionEnded, signedOutElsewhere, signedOutEverywhere]
