import { fullDay } from '../../platform/dates.ts'
import { say } from '../../platform/texts.ts'
import { ButtonLink } from '../../ui/buttons.tsx'
import { AroundDutch, Dutch } from '../../ui/Dutch.tsx'
import { type State, StateMark, Tag } from '../../ui/marks.tsx'
import { Table } from '../../ui/Table.tsx'
import { sectionAt } from './format.ts'
import { Prose, Source } from './SectionParts.tsx'
import type { ShownFuture } from './shown.ts'
import { texts } from './texts.ts'
import { goalStates, parties, stances, terms } from './words.ts'

type Scenario = ShownFuture['scenarios'][number]
type Goal = ShownFuture['goals'][number]
const partyKeys = Object.keys(parties) as (keyof typeof parties)[]
const stanceMarks: Record<keyof typeof stances, State> = { for: 'good', conditions: 'now', against: 'watch', undecided: 'waits' }
const goalMarks: Record<keyof typeof goalStates, State> = { planned: 'waits', running: 'now', reached: 'good', stopped: 'watch' }

/** The sections something rests on. `href` makes the way to one. */
const RestsOn = ({ keys, href }: { keys: Scenario['restsOn']; href: (key: string) => string | null }) => (
  <p class="small soft">
    {say(texts.restsOn)}:{' '}
    {keys.map((key, index) => {
      const place = sectionAt(key)
      const words = place ? `${place.number} ${say(place.name)}` : key
      const to = href(key)
      return (
        <>
          {index > 0 ? ', ' : null}
          {to ? <a href={to}>{words}</a> : words}
        </>
      )
    })}
  </p>
)

const Positions = ({ scenario }: { scenario: Scenario }) => (
  <div class="map-sides map-positions">
    {partyKeys.map((party) => {
      const found = scenario.positions.find((it) => it.party === party)
      return (
        <div class="map-side">
          <p class="strong">{say(parties[party])}</p>
          {found ? (
            <>
              <p>
                <StateMark state={stanceMarks[found.stance]}>{say(stances[found.stance])}</StateMark>
              </p>
              <Prose text={found.reason} />
              <Source of={found.source} />
            </>
          ) : (
            <p class="soft">{say(texts.noPosition)}</p>
          )}
        </div>
      )
    })}
  </div>
)

/** Scenarios with what each party thinks, and the one that was chosen with its reasons. */
export const Scenarios = ({ future: { scenarios, choices }, href, level }: { future: ShownFuture; href: (key: string) => string | null; level: 3 | 4 }) => {
  const Title = level === 3 ? 'h3' : 'h4'
  const [choice, ...earlier] = choices
  if (scenarios.length === 0) return <p class="soft">{say(texts.noScenarios)}</p>
  return (
    <div class="map-scenarios">
      {scenarios.map((it) => (
        <div class="map-scenario">
          <Title class="row-title map-about" lang="nl">
            {it.title}
          </Title>
          <p class="people">
            <Tag>{say(texts.inYear(it.horizon))}</Tag>
            {choice?.scenarioId === it.id ? <Tag full>{say(texts.chosen)}</Tag> : null}
          </p>
          <Prose text={it.body} />
          <RestsOn keys={it.restsOn} href={href} />
          {choice?.scenarioId === it.id ? (
            <div class="map-choice">
              <p class="strong"><AroundDutch said={say(texts.chosenBy(choice.decidedBy, fullDay(choice.decidedOn)))} words={choice.decidedBy} /></p>
              <Prose text={choice.reasons} />
            </div>
          ) : null}
          <Positions scenario={it} />
          {it.positionHref ? (
            <p class="acts">
              <ButtonLink look="outlined" href={it.positionHref}>
                {say(texts.positions)}
                <span class="unseen">
                  : <Dutch>{it.title}</Dutch>
                </span>
              </ButtonLink>
            </p>
          ) : null}
        </div>
      ))}
      {earlier.map((it) => (
        <p class="small soft">
          {say(texts.earlierChoice)}: <Dutch>{scenarios.find(({ id }) => id === it.scenarioId)?.title}</Dutch>. <AroundDutch said={say(texts.chosenBy(it.decidedBy, fullDay(it.decidedOn)))} words={it.decidedBy} />
        </p>
      ))}
    </div>
  )
}

const GoalTable = ({ term, goals }: { term: keyof typeof terms; goals: readonly Goal[] }) => (
  <Table
    caption={say(terms[term])}
    columns={[{ head: say(texts.goal) }, { head: say(texts.years), kind: 'words' }, { head: say(texts.who), kind: 'words' }, { head: say(texts.stands), kind: 'words' }]}
    rows={goals.map((it) => ({
      name: (
        <>
          <span lang="nl">{it.goal}</span>
          <span class="small soft map-sign"><AroundDutch said={say(texts.seenBy(it.sign))} words={it.sign} /></span>
        </>
      ),
      cells: [
        say(texts.yearsFrom(it.fromYear, it.untilYear)),
        <span lang="nl">{it.who}</span>,
        <>
          <StateMark state={goalMarks[it.state]}>{say(goalStates[it.state])}</StateMark>
          {it.explained ? <span class="small soft map-sign">
              <Dutch>{it.explained}</Dutch>
            </span> : null}
          {it.moveHref ? (
            <a class="small map-sign" href={it.moveHref}>
              {say(texts.update)}
              <span class="unseen">
                : <Dutch>{it.goal}</Dutch>
              </span>
            </a>
          ) : null}
        </>,
      ],
    }))}
  />
)

/** The goals at short, medium and long term, and in which years each is worked on. */
export const Plan = ({ goals }: { goals: readonly Goal[] }) => {
  if (goals.length === 0) return <p class="soft">{say(texts.noGoals)}</p>
  const first = Math.min(...goals.map((it) => it.fromYear))
  const last = Math.max(...goals.map((it) => it.untilYear))
  const years = Array.from({ length: Math.min(last - first + 1, 10) }, (_, index) => first + index)
  const inYear = (it: Goal, year: number) => it.fromYear <= year && year <= it.untilYear
  return (
    <div class="stack map-plan">
      {(Object.keys(terms) as (keyof typeof terms)[]).map((term) => {
        const own = goals.filter((it) => it.term === term)
        return own.length > 0 ? <GoalTable term={term} goals={own} /> : null
      })}
      {years.length > 1 ? (
        <Table
          caption={say(texts.plan)}
          columns={[{ head: say(texts.goal) }, ...years.map((year) => ({ head: year, kind: 'figures' as const }))]}
          rows={goals.map((it) => ({ name: <span lang="nl">{it.goal}</span>, cells: years.map((year) => (inYear(it, year) ? <StateMark state={goalMarks[it.state]}><span class="unseen">{say(goalStates[it.state])}</span></StateMark> : <span class="unseen">{say(texts.notThen)}</span>)) }))}
        />
      ) : null}
    </div>
  )
}
