import { findingRecorded, knowledgeAdded, makeUpNoted, opinionRecorded, placeMarked, riskGroupDescribed, storyTold } from './contributing.ts'
import { enquiryAnswered, enquiryOpened } from './cooperating.ts'
import { expectationRecorded, figuresRevealed } from './expecting.ts'
import { expectationsViewed } from './expectViews.tsx'
import { goalMoved, goalSet } from './goals.ts'
import { mapOpened } from './opening.ts'
import { placePointed } from './pointing.tsx'
import { photoAdded, photoWithdrawn } from './photos.tsx'
import { sectionPublished, sectionUnpublished } from './publishing.ts'
import { positionRecorded, scenarioChosen, scenarioDescribed } from './scenarios.ts'
import { futureViewed, mapRead, mapsListed, mapViewed, sectionViewed, versionsViewed } from './views.tsx'
import { contributionWithdrawn } from './withdrawing.tsx'
import { sectionRestored, sectionWritten } from './writing.tsx'

export { printed } from './press.ts'
export { knownOfMap } from './known.ts'
export { mapDocumentRoutes } from './documentRoutes.ts'
export { mapPhotoRoutes } from './photoRoutes.ts'
export { sketchRoutes } from './sketchRoutes.tsx'
export { mayReadMaps } from './policy.ts'

/** All that can be read and done about the map of a neighbourhood. Fixed addresses stand before those with a name in them. */
export const neighbourhoodMapEntries = [
  mapRead, mapsListed, mapOpened, mapViewed, futureViewed, expectationsViewed, expectationRecorded, figuresRevealed, sectionViewed, versionsViewed, sectionWritten, sectionRestored, sectionPublished, sectionUnpublished,
  storyTold, photoAdded, photoWithdrawn, knowledgeAdded, opinionRecorded, placeMarked, riskGroupDescribed, makeUpNoted, findingRecorded, contributionWithdrawn, placePointed,
  enquiryOpened, enquiryAnswered, scenarioDescribed, positionRecorded, scenarioChosen, goalSet, goalMoved,
]
