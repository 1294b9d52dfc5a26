import { say } from '../../platform/texts.ts'
import { CallBox, Well } from '../../ui/boxes.tsx'
import { ButtonLink } from '../../ui/buttons.tsx'
import { Dutch } from '../../ui/Dutch.tsx'
import { Row, RowList } from '../../ui/lists.tsx'
import { PageHead, Section, WithSide } from '../../ui/page.tsx'
import type { ShownTeamPage } from './shown.ts'
import { WhereAndWhen } from './TeamRows.tsx'
import { texts } from './texts.ts'

const Call = ({ team }: { team: ShownTeamPage }) => {
  const more = (
    <>
      <WhereAndWhen team={team} />
      <p class="strong">{say(texts.danger)}</p>
      <p>{say(texts.dangerText)}</p>
    </>
  )
  return team.phone ? (
    <CallBox title={say(texts.callTeam)} lead={say(texts.callLead)} phone={team.phone}>
      {more}
    </CallBox>
  ) : (
    <Well title={say(texts.callTeam)}>
      <p>{say(texts.noPhone)}</p>
      {more}
    </Well>
  )
}

const Members = ({ members }: Pick<ShownTeamPage, 'members'>) => (
  <Section title={say(texts.members)} id="mensen">
    {members.length === 0 ? (
      <p>{say(texts.noMembers)}</p>
    ) : (
      <>
        <p class="soft">{say(texts.membersLead)}</p>
        <RowList>
          {members.map(({ name, function: work, organization }) => (
            <Row title={name}>
              <Dutch>{[work, organization].filter(Boolean).join(', ')}</Dutch>
            </Row>
          ))}
        </RowList>
      </>
    )}
  </Section>
)

/** One team: what it does, how to reach it, and who chose to be named. */
export const TeamPage = ({ team }: { team: ShownTeamPage }) => (
  <>
    <PageHead
      title={<Dutch>{team.name}</Dutch>}
      crumbs={[{ label: say(texts.title), href: '/teams' }, { label: team.area.name, href: `/wijk/${team.area.slug}` }]}
      lead={team.about ? <Dutch>{team.about}</Dutch> : undefined}
      act={
        <ButtonLink look="filled" href={`/zorgen?wijk=${team.area.slug}`}>
          {say(texts.worried)}
        </ButtonLink>
      }
    />
    <WithSide side={<Call team={team} />}>
      <Members members={team.members} />
    </WithSide>
  </>
)
