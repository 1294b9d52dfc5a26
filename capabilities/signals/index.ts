import { signalBrought } from './bringing.ts'
import { feedbackGiven, feedbackWaived } from './feedback.tsx'
import { signalBecameCase, signalClosed, signalHandedOver } from './finishing.ts'
import { worryFollowed, worryStatus } from './following.tsx'
import { worryReceived, worryReported } from './reporting.tsx'
import { signalAsked, signalAssessed, signalTakenUp } from './triage.ts'
import { signalsListed, signalViewed } from './views.tsx'

export { type BroughtIn, broughtIn, countWaitingSignals, feedbackOwed, mySignals, type OwedFeedback, type WaitingSignal, waitingSignals } from './exports.ts'

export { receive } from './receiving.ts'

/** All that can be looked at and done about signals. Fixed addresses stand before those with a name in them. */
export const signalsEntries = [
  worryReported, worryReceived, worryFollowed, worryStatus,
  signalsListed, signalBrought, signalViewed, signalTakenUp, signalAssessed, signalAsked, signalBecameCase, signalClosed, signalHandedOver, feedbackGiven, feedbackWaived,
]
