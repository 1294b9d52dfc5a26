import { programmeChanged, programmeMade } from './acts.tsx'
import { periodChanged, periodNoted, periodRemoved } from './periods.tsx'
import { programmeForStaff, programmeShown, programmesListed } from './views.tsx'

/** All that can be looked at and done with programmes of organisations. Fixed addresses stand before those with a name in them. */
export const programmesEntries = [programmesListed, programmeMade, programmeShown, programmeForStaff, programmeChanged, periodNoted, periodChanged, periodRemoved]
