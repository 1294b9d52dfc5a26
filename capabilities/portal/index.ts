import { consentGiven, consentTakenBack } from './consent.ts'
import { planViewed } from './view.tsx'

/** What a resident sees and decides about themself. */
export const portalEntries = [planViewed, consentGiven, consentTakenBack]
