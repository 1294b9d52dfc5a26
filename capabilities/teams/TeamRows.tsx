import { say } from '../../platform/texts.ts'
import { phoneHref } from '../../ui/boxes.tsx'
import { Dutch } from '../../ui/Dutch.tsx'
import { Row, RowList } from '../../ui/lists.tsx'
import type { ShownTeam } from './shown.ts'
import { texts } from './texts.ts'

/** When to phone and where to walk in; with the number itself where it does not stand beside it already. */
export const WhereAndWhen = ({ team: { phone, phoneHours, place, placeHours }, withPhone }: { team: ShownTeam; withPhone?: boolean }) => (
  <dl class="hours">
    {phone && (withPhone || phoneHours) ? (
      <div>
        <dt>{say(texts.call)}</dt>
        {withPhone ? (
          <dd>
            <a href={phoneHref(phone)}>{phone}</a>
          </dd>
        ) : null}
        {phoneHours ? (
          <dd>
            <Dutch>{phoneHours}</Dutch>
          </dd>
        ) : null}
      </div>
    ) : null}
    {place ? (
      <div>
        <dt>{say(texts.walkIn)}</dt>
        <dd>
          <Dutch>{place}</Dutch>
        </dd>
        {placeHours ? (
          <dd>
            <Dutch>{placeHours}</Dutch>
          </dd>
        ) : null}
      </div>
    ) : null}
  </dl>
)

/** Teams under each other: name, telephone, place and hours. */
export const TeamRows = ({ teams, label, level = 2 }: { teams: readonly ShownTeam[]; label?: string; level?: 2 | 3 }) => (
  <RowList label={label}>
    {teams.map((team) => (
      <Row title={<Dutch>{team.name}</Dutch>} href={`/team/${team.slug}`} level={level}>
        <div class="hours-beside">
          <WhereAndWhen team={team} withPhone />
        </div>
      </Row>
    ))}
  </RowList>
)
