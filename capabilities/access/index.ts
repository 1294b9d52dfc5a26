import { accountViewed, lookChosen, passwordChanged, purposeChosen, sessionKept, signedOutEverywhere } from './account.tsx'
import { totpTurnedOn } from './totpSetup.tsx'

export { type CaseFacts, clearance, type FieldClass, type GroundFacts, type InvolvementFacts, knowsIdentity } from './decision.ts'
export { hashPassword } from './password.ts'
export { makeResidentCode } from './residentCode.ts'
export { type SignInParts, signInRoutes } from './routes.tsx'
export { newSecret } from './sessions.ts'
export type { DemoGroup } from './SignInPage.tsx'
export { roleTexts as roleNames } from './texts.ts'

/** Somebody's own account. */
export const accessEntries = [accountViewed, lookChosen, purposeChosen, sessionKept, passwordChanged, totpTurnedOn, signedOutEverywhere]
