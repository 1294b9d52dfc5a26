import { z } from 'zod'
import { shownTeam } from '../teams/index.ts'

/** What home is made of. */
export const shownHome = z.object({
  city: z.string(),
  phone: z.string().nullable(),
  area: z.object({ slug: z.string(), name: z.string() }).nullable().describe('the area that was asked for or chosen in this browser'),
  team: shownTeam.nullable().describe('the team of that area'),
  teams: z.array(shownTeam),
  activities: z.array(z.object({ slug: z.string(), name: z.string(), day: z.iso.date(), times: z.string(), place: z.string().nullable(), cost: z.string().nullable() })).describe('what is on in the coming week, in that area when there is one'),
  activitiesInAll: z.int(),
})
export type ShownHome = z.output<typeof shownHome>
