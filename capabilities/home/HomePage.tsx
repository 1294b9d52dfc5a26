import { weekday } from '../../platform/dates.ts'
import { say } from '../../platform/texts.ts'
import { CallBox, Well } from '../../ui/boxes.tsx'
import { Dutch } from '../../ui/Dutch.tsx'
import { DateLeaf, Row, RowList } from '../../ui/lists.tsx'
import { Section } from '../../ui/page.tsx'
import { type Door, Doors } from '../../ui/pictures/Pictogram.tsx'
import { Hero } from '../../ui/pictures/HomeBoard.tsx'
import { SearchBox } from '../../ui/SearchBox.tsx'
import { TeamRows, WhereAndWhen } from '../teams/index.ts'
import type { ShownHome } from './shown.ts'
import { texts } from './texts.ts'

/** An address with the chosen area in it, so that the next page needs no cookie. */
const within = (path: string, area: ShownHome['area'], query: Record<string, string> = {}): string => {
  const asked = new URLSearchParams({ ...query, ...(area && { wijk: area.slug }) }).toString()
  return asked ? `${path}?${asked}` : path
}

const doors = (area: ShownHome['area'], planHref: string): Door[] => [
  { href: within('/zoeken', area), title: say(texts.findHelp), text: say(texts.findHelpText), picture: 'together' },
  { href: within('/zoeken', area, { voor: 'vrijwilligers' }), title: say(texts.give), text: say(texts.giveText), picture: 'giving' },
  { href: within('/zorgen', area), title: say(texts.worried), text: say(texts.worriedText), picture: 'worried' },
  { href: planHref, title: say(texts.plan), text: say(planHref === '/mijn-plan' ? texts.planOpen : texts.planText), picture: 'surrounded' },
]

const Question = ({ area }: Pick<ShownHome, 'area'>) => (
  <Hero title={say(texts.question)} words={{ you: say(texts.boardYou), found: say(texts.boardFound), others: say(texts.boardOthers).split('|') }}>
    <SearchBox action="/zoeken" label={say(texts.search)} hero seenLabel kept={area ? { wijk: [area.slug] } : {}} />
    <p class="hero-examples">
      <span>{say(texts.forExample)}</span>
      {say(texts.examples)
        .split('|')
        .map((words) => (
          <a href={within('/zoeken', area, { q: words })} lang="nl">
            {words}
          </a>
        ))}
    </p>
  </Hero>
)

const Danger = () => (
  <div>
    <p class="strong">{say(texts.danger)}</p>
    <p>{say(texts.dangerText)}</p>
  </div>
)

/** The team of the chosen area; without a choice the municipality's own number, when it has one. */
const Talk = ({ team, phone }: Pick<ShownHome, 'team' | 'phone'>) => {
  const number = team?.phone ?? phone
  const more = team ? (
    <>
      <WhereAndWhen team={team} />
      <Danger />
      <p>
        <a href={`/team/${team.slug}`}>{say(texts.aboutTeam)}</a>
      </p>
    </>
  ) : (
    <>
      <p>
        <a href="/wijk-kiezen">{say(texts.chooseForTeam)}</a>
      </p>
      <Danger />
    </>
  )
  return number ? (
    <CallBox title={say(texts.talk)} lead={team ? <Dutch>{team.name}</Dutch> : say(texts.talkLead)} phone={number}>
      {more}
    </CallBox>
  ) : (
    <Well title={say(texts.talk)}>{more}</Well>
  )
}

const Coming = ({ home: { area, activities, activitiesInAll } }: { home: ShownHome }) =>
  activities.length === 0 ? null : (
    <Section title={say(area ? texts.thisWeekNear : texts.thisWeek)} id="agenda">
      <RowList>
        {activities.map(({ slug, name, day, times, place, cost }) => (
          <Row when={<DateLeaf weekday={weekday(day, true)} date={String(Number(day.slice(8)))} iso={day} />} title={<Dutch>{name}</Dutch>} href={`/voorziening/${slug}`} level={3}>
            <div class="coming">
              <p>
                {times}
                {times && place ? ', ' : null}
                {place ? <Dutch>{place}</Dutch> : null}
              </p>
              {cost ? <p>{cost}</p> : null}
            </div>
          </Row>
        ))}
      </RowList>
      <p class="home-more">
        <a href={within('/agenda', area)}>{say(texts.agenda)}</a>
      </p>
      <p class="home-more">
        <a href={within('/zoeken', area, { soort: 'activiteit' })}>{say(activitiesInAll > activities.length ? texts.allActivitiesOf(activitiesInAll) : texts.allActivities)}</a>
      </p>
    </Section>
  )

/** The public home: one question, four ways in, and whom to talk to. */
export const HomePage = ({ home, planHref }: { home: ShownHome; planHref: string }) => {
  const others = home.teams.filter(({ slug }) => slug !== home.team?.slug)
  return (
    <>
      <Question area={home.area} />
      <div class="container home">
        <Doors doors={doors(home.area, planHref)} />
        <div class="home-columns">
          <div>
            <Coming home={home} />
            {others.length > 0 ? (
              <Section title={say(home.team ? texts.otherTeams : texts.teams)} id="teams">
                <TeamRows teams={others} level={3} />
              </Section>
            ) : null}
            {home.area ? (
              <p>
                <a href={`/wijk/${home.area.slug}`}>{say(texts.aboutArea(home.area.name))}</a>
              </p>
            ) : null}
          </div>
          <Talk team={home.team} phone={home.phone} />
        </div>
      </div>
    </>
  )
}
