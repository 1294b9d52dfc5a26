import { z } from 'zod'

/** A team as everybody may know it. */
export const shownTeam = z.object({
  slug: z.string(),
  name: z.string(),
  phone: z.string().nullable(),
  phoneHours: z.string().nullable(),
  place: z.string().nullable(),
  placeHours: z.string().nullable(),
  area: z.object({ slug: z.string(), name: z.string() }),
})
export type ShownTeam = z.output<typeof shownTeam>

/** A team with its own page: what it does, and who of it chose to be named. */
export const shownTeamPage = shownTeam.extend({
  about: z.string().nullable(),
  members: z.array(z.object({ name: z.string(), function: z.string().nullable(), organization: z.string() })),
})
export type ShownTeamPage = z.output<typeof shownTeamPage>

/** All teams. */
export const shownTeams = z.object({ city: z.string(), teams: z.array(shownTeam) })
