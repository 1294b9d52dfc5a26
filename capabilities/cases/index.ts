import { actionAgreed, actionReported, deedRecorded } from './actions.ts'
import { caseClosed } from './closing.ts'
import { contactRecorded } from './contacts.ts'
import { consentWithdrawn, groundRecorded } from './grounds.ts'
import { handoverAnswered, handoverProposed } from './handover.ts'
import { identityLinked, identityUnlinked, identityViewed } from './identity.tsx'
import { involvementEnded, partyInvolved } from './involving.ts'
import { caseOpened } from './opening.ts'
import { casePlanned } from './planning.ts'
import { residentCodeMade, residentCodeShown } from './residentCode.tsx'
import { stepAnswered, stepOpened } from './steps.ts'
import { casesListed, caseViewed } from './views.tsx'
import { questionDescribed } from './wishes.ts'

export { agreeAction } from './actions.ts'
export { type AgendaCandidate, actionsAgreedIn, agendaCandidates, caseHref, type EarlierAction, earlierActions, type MyAction, type MyCase, myCases, myOpenActions, offeredCases, questionOf, standOf } from './exports.ts'
export { type ResidentCase, residentCases } from './forResident.ts'
export type { CaseState, Urgency } from './life.ts'
export { newCaseNumber, readCaseNumber } from './number.ts'
export { type NewCase, openCase } from './opening.ts'
export { type CaseRecord, findCase, inForce } from './record.ts'
export { caseWords } from './caseWords.ts'
export { ageBands, questionKinds, sexes, themes, urgencies } from './texts.ts'

/** All that can be looked at and done about cases. Fixed addresses stand before those with a name in them. */
export const casesEntries = [
  casesListed, caseOpened, caseViewed, stepAnswered, stepOpened, questionDescribed, actionAgreed, actionReported, deedRecorded, contactRecorded, partyInvolved, involvementEnded,
  groundRecorded, consentWithdrawn, casePlanned, handoverProposed, handoverAnswered, identityViewed, identityLinked, identityUnlinked, residentCodeMade, residentCodeShown, caseClosed,
]
