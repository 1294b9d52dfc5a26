import { publicView } from '../../platform/act.ts'
import { say } from '../../platform/texts.ts'
import { nothing } from '../../platform/validation.ts'
import { Empty } from '../../ui/moments.tsx'
import { PageHead } from '../../ui/page.tsx'
import { findTeam, findTeams } from './record.ts'
import { shownTeamPage, shownTeams } from './shown.ts'
import { TeamPage } from './TeamPage.tsx'
import { TeamRows } from './TeamRows.tsx'
import { texts } from './texts.ts'

/** The teams of the neighbourhoods. */
export const teamsListed = publicView({
  name: 'teams.list',
  at: '/teams',
  path: '/teams',
  title: texts.title,
  query: nothing,
  output: shownTeams,
  find: async (reading) => {
    const [teams, city] = await Promise.all([findTeams(reading), reading.db.selectFrom('areas').where('kind', '=', 'municipality').select('name').executeTakeFirst()])
    return { teams, city: city?.name ?? '' }
  },
  may: () => true,
  about: () => [],
  present: (_ctx, found) => found,
  page: ({ city, teams }) => (
    <>
      <PageHead title={say(texts.title)} lead={say(texts.lead(city))} />
      {teams.length === 0 ? <Empty title={say(texts.none)}>{say(texts.noneText)}</Empty> : <TeamRows teams={teams} />}
    </>
  ),
})

/** One team: who, where, when, telephone. */
export const teamViewed = publicView({
  name: 'teams.view',
  at: '/teams/:slug',
  path: '/team/:slug',
  title: ({ name }) => ({ nl: name, en: name }),
  query: nothing,
  output: shownTeamPage,
  find: (reading, { slug }) => findTeam(reading, slug),
  may: () => true,
  about: () => [],
  present: (_ctx, record) => ({ ...record, members: [...record.members] }),
  page: (team) => <TeamPage team={team} />,
})
