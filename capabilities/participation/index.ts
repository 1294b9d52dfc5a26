import { calledOff, joined, joinReceived, residentRegistered } from './joining.tsx'
import { listClosed, listHandoverAnswered, listHandoverProposed } from './listActs.tsx'
import { listNoticeSeen } from './listNotices.tsx'
import { absenceNoted, dropOutNoted, listOpened, participationCancelled } from './participantActs.tsx'
import { listsViewed, listViewed, participantViewed } from './participantViews.tsx'
import { wishAnswered } from './wishAnswering.tsx'
import { wishesForTeam, wishesShown } from './wishViews.tsx'
import { wishLeft, wishPassedOn } from './wishing.tsx'

export { daysKept, forgetDropOuts } from './forgetting.ts'
export { closeListsOfEnded } from './closing.ts'
export { closingLists, listNoticesFor } from './listNotices.tsx'
export { offeredLists } from './participants.ts'
export { sharedWishes } from './wishes.ts'
export { wishThemes } from './words.ts'

/** All that can be looked at and done about taking part. Fixed addresses stand before those with a name in them. */
export const participationEntries = [
  wishesShown, wishLeft, wishesForTeam, wishPassedOn, wishAnswered,
  joined, joinReceived, calledOff, residentRegistered, listsViewed, listOpened, listNoticeSeen, listViewed, listHandoverProposed, listHandoverAnswered, listClosed, participantViewed, absenceNoted, participationCancelled, dropOutNoted,
]
