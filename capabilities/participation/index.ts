import { wishAnswered } from './wishAnswering.tsx'
import { wishesForTeam, wishesShown } from './wishViews.tsx'
import { wishLeft, wishPassedOn } from './wishing.tsx'

/** All that can be looked at and done about taking part. Fixed addresses stand before those with a name in them. */
export const participationEntries = [wishesShown, wishLeft, wishesForTeam, wishPassedOn, wishAnswered]
