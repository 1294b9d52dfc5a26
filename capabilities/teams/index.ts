import { teamsListed, teamViewed } from './views.tsx'

export { findTeamOf } from './expertise.ts'
export { findTeams, type PublicTeam } from './record.ts'
export { type ShownTeam, shownTeam } from './shown.ts'
export { TeamRows, WhereAndWhen } from './TeamRows.tsx'

/** The teams of the neighbourhoods, for everybody. */
export const teamsEntries = [teamsListed, teamViewed]
