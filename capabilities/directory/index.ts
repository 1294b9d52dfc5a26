import { contactAdded, contactChanged, contactRemoved } from './contacts.tsx'
import { confirmationThanked, entryConfirmedByLink, entryCorrectedByLink } from './confirming.tsx'
import { changeApproved, messageUsed, newAdded, proposalDeclined } from './deciding.tsx'
import { entryConfirmed, roomTold, serviceChanged, servicePublished, serviceSorted } from './editing.tsx'
import { networkShown, organizationForStaff, organizationShown, serviceForStaff, serviceShown } from './entryViews.tsx'
import { favouriteDropped, favouriteKept, favouritesViewed } from './favourites.tsx'
import { gapTold } from './gap.ts'
import { identifiersChanged } from './identifiers.tsx'
import { historyViewed, proposalViewed } from './historyViews.tsx'
import { entriesMerged, mergeUndone, newLookedFor, organizationChanged, organizationMade, serviceMade } from './making.tsx'
import { opennessChanged } from './openness.tsx'
import { networkChanged, networkMade, networksListed } from './networks.tsx'
import { housingChanged, projectChanged, schemeChanged } from './ownKinds.tsx'
import { partsViewed } from './partsView.tsx'
import { placeAdded, placeChanged, placeRemoved, serviceHeld } from './places.tsx'
import { moveLookedFor } from './moveLook.tsx'
import { serviceMoved } from './moving.tsx'
import { changePassedOn, changeViewed, pointingStopped, servicePointedTo } from './pointingActs.tsx'
import { waitTold } from './waits.tsx'
import { changeProposed, newProposed, wrongTold } from './proposing.tsx'
import { directoryLookedUp, directorySearched, wordsSuggested } from './searchViews.tsx'
import { mixingChanged, mixingListed, mixingNoted, mixingRemoved } from './mixingActs.tsx'
import { roomMade, thresholdNoted, thresholdWithdrawn } from './thresholdActs.tsx'
import { scheduleAdded, scheduleChanged, scheduleRemoved } from './schedules.tsx'
import { entryUndone } from './undoing.tsx'
import { doublesViewed, outboxViewed, ownEntriesViewed, ownerAsked, ownerChosen, upkeepViewed } from './upkeep.tsx'

export { sitemapRoutes } from './sitemap.ts'
export { startReminders } from './reminders.ts'

export { LinkedData } from './LinkedData.tsx'
export { question } from './asking.ts'
export { mayCall } from './contacts.tsx'
export { findService } from './entry.ts'
export { presentService } from './entryPresent.ts'
export type { ShownService } from './entryShown.ts'
export { find } from './finding.ts'
export { changedForMe, notePointed, pointedToAny, stopPointing } from './pointing.ts'
export { favouritesOf } from './favourites.tsx'
export { findKept, keepsDirectory, keptHref, setKept, withHistory } from './keeping.ts'
export { type ComingActivity, comingWeek } from './agenda.ts'
export { hoursInWords, timesInWords } from './hours.ts'
export { costText, forWhomText, presentResults } from './present.ts'
export { findGaps, findSupply, findTerms, type SortTerm, type Supply } from './supply.ts'
export { filters, groupNames, kinds, lights, organizationKinds } from './words.ts'

/** All that can be looked at and done in the directory. Fixed addresses stand before those with a name in them. */
export const directoryEntries = [
  directorySearched, wordsSuggested, serviceShown, organizationShown, networkShown, wrongTold, confirmationThanked, entryConfirmedByLink, entryCorrectedByLink,
  directoryLookedUp, gapTold, upkeepViewed, networksListed, networkMade, networkChanged, outboxViewed, doublesViewed, ownEntriesViewed, newLookedFor, serviceMade, organizationMade, newProposed, proposalViewed, changeApproved, messageUsed, newAdded, proposalDeclined, mergeUndone,
  serviceForStaff, organizationForStaff, serviceChanged, serviceSorted, servicePublished, roomTold, changeProposed, organizationChanged, entryConfirmed, entryUndone, historyViewed, ownerAsked, ownerChosen, entriesMerged, moveLookedFor, serviceMoved,
  favouritesViewed, favouriteKept, favouriteDropped, servicePointedTo, pointingStopped, waitTold, changeViewed, changePassedOn, partsViewed, contactAdded, contactChanged, contactRemoved, placeAdded, placeChanged, placeRemoved, serviceHeld, scheduleAdded, scheduleChanged, scheduleRemoved, opennessChanged, projectChanged, housingChanged, schemeChanged,
  thresholdNoted, roomMade, thresholdWithdrawn, mixingListed, mixingNoted, mixingChanged, mixingRemoved, identifiersChanged,
]
