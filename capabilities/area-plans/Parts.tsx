import type { Child } from 'hono/jsx'
import { say } from '../../platform/texts.ts'
import { Dutch } from '../../ui/Dutch.tsx'
import { StateMark, Tag } from '../../ui/marks.tsx'
import { Facts } from '../../ui/page.tsx'
import { Table } from '../../ui/Table.tsx'
import type { ContentAction, ContentGoal } from './content.ts'
import { texts } from './texts.ts'
import { actionMarks, actionStates, goalMarks, goalStates, isClosed, type Term, terms } from './words.ts'

/** The terms of which there are goals, with those goals. */
export const byTerm = <G extends ContentGoal>(goals: readonly G[]): { term: Term; goals: G[] }[] =>
  (Object.keys(terms) as Term[]).map((term) => ({ term, goals: goals.filter((it) => it.term === term) })).filter((it) => it.goals.length > 0)

/** One goal: what, when, how one sees it, and where it stands. */
export const GoalBlock = ({ it, level, children }: { it: ContentGoal; level: 3 | 4; children?: Child }) => {
  const Title = level === 3 ? 'h3' : 'h4'
  return (
    <li class="plan-goal" id={`doel-${it.id}`}>
      <Title class="row-title">
        <Dutch>{it.goal}</Dutch>
      </Title>
      <p class="people">
        <StateMark state={goalMarks[it.state]}>{say(goalStates[it.state])}</StateMark>
        <Tag>{say(texts.aimedAt(it.targetYear))}</Tag>
      </p>
      <p>
        <span class="soft">{say(texts.signIs)}</span> <Dutch>{it.sign}</Dutch>
      </p>
      {it.explained ? (
        <p>
          <Dutch>{it.explained}</Dutch>
        </p>
      ) : null}
      {children}
    </li>
  )
}

/** What an action is: for whom, by whom, when, against what, and what came of it. `more` is for colleagues only. */
export const ActionBlock = ({ it, level, more = [], children }: { it: ContentAction; level: 3 | 4 | 5; more?: readonly { name: Child; value: Child }[]; children?: Child }) => {
  const Title = level === 3 ? 'h3' : level === 4 ? 'h4' : 'h5'
  return (
    <li class="plan-action" id={`actie-${it.id}`}>
      <div class="plan-action-head">
        <Title class="plan-action-title">
          <Dutch>{it.what}</Dutch>
        </Title>
        <StateMark state={actionMarks[it.state]}>{say(actionStates[it.state])}</StateMark>
      </div>
      <Facts
        facts={[
          { name: say(texts.forWhom), value: <Dutch>{it.forWhom}</Dutch> },
          { name: say(texts.who), value: it.organization ? <a href={`/organisatie/${it.organization}`}><Dutch>{it.who}</Dutch></a> : <Dutch>{it.who}</Dutch> },
          { name: say(texts.when), value: <Dutch>{it.moment}</Dutch> },
          { name: say(texts.against), value: <Dutch>{it.problem}</Dutch> },
          ...(it.result ? [{ name: say(isClosed(it.state) ? texts.result : texts.soFar), value: <Dutch>{it.result}</Dutch> }] : []),
          ...more,
        ]}
      />
      {children}
    </li>
  )
}

const most = 12

/** Which goals are to be reached in which year: the plan over several years. */
export const Years = ({ goals, fromYear, untilYear }: { goals: readonly ContentGoal[]; fromYear: number; untilYear: number }) => {
  const last = Math.max(untilYear, ...goals.map((it) => it.targetYear))
  const all = Array.from({ length: last - fromYear + 1 }, (_, index) => fromYear + index)
  // Far years are only told when something is to be reached in them.
  const years = all.filter((year) => year <= untilYear || goals.some((it) => it.targetYear === year)).slice(0, most)
  return (
    <Table
      caption={say(texts.multiYear)}
      unseenCaption
      columns={[{ head: say(texts.year) }, { head: say(texts.toReach), kind: 'words' }]}
      rows={years.map((year) => {
        const own = goals.filter((it) => it.targetYear === year)
        return {
          name: year,
          cells: [own.length === 0 ? <span class="soft">{say(texts.nothingThen)}</span> : (
            <ul class="plan-year">
              {own.map((it) => (
                <li>
                  <StateMark state={goalMarks[it.state]}>
                    <a href={`#doel-${it.id}`}>
                      <Dutch>{it.goal}</Dutch>
                    </a>
                    <span class="soft">
                      {' '}
                      ({say(terms[it.term]).toLowerCase()}, {say(goalStates[it.state]).toLowerCase()})
                    </span>
                  </StateMark>
                </li>
              ))}
            </ul>
          )],
        }
      })}
    />
  )
}
