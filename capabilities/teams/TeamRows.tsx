import { say } from '../../platform/texts.ts'
import { phoneHref } from '../../ui/boxes.tsx'
import { Dutch } from '../../ui/Dutch.tsx'
import { Row, RowList } from '../../ui/lists.tsx'
import { Facts } from '../../ui/page.tsx'
import type { ShownTeam } from './shown.ts'
import { texts } from './texts.ts'

/** When to phone and where to walk in. */
export const WhereAndWhen = ({ team, withPhone }: { team: ShownTeam; withPhone?: boolean }) => (
  <Facts
    facts={[
      ...(team.phone
        ? [{ name: say(texts.call), value: <>{withPhone ? <a href={phoneHref(team.phone)}>{team.phone}</a> : null}{withPhone && team.phoneHours ? ', ' : null}<Dutch>{team.phoneHours}</Dutch></> }]
        : []),
      ...(team.place ? [{ name: say(texts.walkIn), value: <Dutch>{[team.place, team.placeHours].filter(Boolean).join(', ')}</Dutch> }] : []),
    ]}
  />
)

/** Teams under each other: name, telephone, place and hours. */
export const TeamRows = ({ teams, label, level = 2 }: { teams: readonly ShownTeam[]; label?: string; level?: 2 | 3 }) => (
  <RowList label={label}>
    {teams.map((team) => (
      <Row title={<Dutch>{team.name}</Dutch>} href={`/team/${team.slug}`} level={level}>
        <WhereAndWhen team={team} withPhone />
      </Row>
    ))}
  </RowList>
)
