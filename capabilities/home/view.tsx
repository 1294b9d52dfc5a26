import { z } from 'zod'
import { publicView } from '../../platform/act.ts'
import { chosenArea } from '../../platform/visit.ts'
import { comingWeek } from '../directory/index.ts'
import { findTeams } from '../teams/index.ts'
import { choosableAreas } from './areas.ts'
import { HomePage } from './HomePage.tsx'
import { shownHome } from './shown.ts'
import { texts } from './texts.ts'

const municipality = z.object({ name: z.string(), phone: z.string().nullable() })

/** Where everybody comes in. `wijk` in the address goes before what was chosen in this browser. */
export const homeViewed = publicView({
  name: 'home.view',
  at: '/home',
  path: '/',
  title: texts.title,
  query: z.strictObject({ wijk: z.string().max(80).optional() }),
  output: shownHome,
  find: async (reading, _params, { wijk }) => {
    const [teams, areas, coming, own] = await Promise.all([
      findTeams(reading), choosableAreas(reading), comingWeek(reading, wijk ?? chosenArea()?.slug, 6),
      reading.db.selectFrom('municipalities as m').innerJoin('areas as a', 'a.municipalityId', 'm.id').where('a.kind', '=', 'municipality').select(['m.name', 'm.phone']).executeTakeFirst(),
    ])
    return { teams, areas, coming, own: municipality.parse(own ?? { name: '', phone: null }) }
  },
  may: () => true,
  about: () => [],
  present: (_ctx, { teams, areas, coming, own }, { wijk }) => {
    const area = areas.find(({ slug }) => slug === (wijk ?? chosenArea()?.slug))
    return { city: own.name, phone: own.phone, area: area ? { slug: area.slug, name: area.name } : null, team: teams.find(({ serves }) => area && serves.includes(area.slug)) ?? null, teams, activities: coming.activities, activitiesInAll: coming.all }
  },
  // Somebody without an account comes in with a code on paper; that page also leads to signing in.
  page: (home, { actor }) => <HomePage home={home} planHref={actor.kind === 'resident' ? '/mijn-plan' : '/inloggen/bewoner'} />,
})
