import type { Child } from 'hono/jsx'
import { fromToday, fullDay, overdue, shortDay } from '../../platform/dates.ts'
import { say } from '../../platform/texts.ts'
import { Acts, ButtonLink } from '../../ui/buttons.tsx'
import { Row, RowList } from '../../ui/lists.tsx'
import { Code, type State, StateMark } from '../../ui/marks.tsx'
import { Empty } from '../../ui/moments.tsx'
import { Pagination } from '../../ui/Pagination.tsx'
import { PageHead } from '../../ui/page.tsx'
import type { ShownLine } from './shown.ts'
import { stateTexts, texts, urgencies } from './texts.ts'

/** The mark before a date: late, urgent, or simply to come. */
export const markOf = (it: { nextOn: string | null; urgency: ShownLine['urgency'] }, now: Date): State => (it.nextOn && overdue(it.nextOn, now) ? 'alarm' : it.urgency === 'now' ? 'watch' : it.urgency === 'soon' ? 'now' : 'waits')

const Line = ({ it, now }: { it: ShownLine; now: Date }) => (
  <Row
    when={it.nextOn ? (overdue(it.nextOn, now) ?? shortDay(it.nextOn, now)) : it.closedOn ? fullDay(it.closedOn) : say(texts.noDate)}
    state={it.closedOn ? 'good' : markOf(it, now)}
    title={it.question ?? <Code>{it.number}</Code>}
    href={`/casussen/${it.id}`}
    level={2}
  >
    <p>
      {it.question ? (
        <>
          <Code>{it.number}</Code>,{' '}
        </>
      ) : null}
      {say(stateTexts[it.state])}. {it.mine ? say(texts.yours) : say(texts.ownedBy(it.owner))}
      {it.nextOn ? `, ${fromToday(it.nextOn, now)}` : ''}
    </p>
    {it.urgency === 'normal' && !it.inPortfolio ? null : (
      <p class="people">
        {it.urgency === 'normal' ? null : <StateMark state={it.urgency === 'now' ? 'watch' : 'info'}>{say(texts.urgent(say(urgencies[it.urgency])))}</StateMark>}
        {it.inPortfolio ? <StateMark state="waits">{say(texts.inPortfolio)}</StateMark> : null}
      </p>
    )}
  </Row>
)

const filters = { alle: texts.filterAll, mij: texts.filterMine, gesloten: texts.filterClosed } as const

type Query = { toon?: keyof typeof filters; spoed?: 'now' | 'soon'; pagina?: number }

/** The address of the list with other choices; a choice that is the usual one is left out. */
const listHref = ({ toon, spoed, pagina }: Query): string => {
  const chosen = new URLSearchParams({ ...(toon && toon !== 'alle' && { toon }), ...(spoed && { spoed }), ...(pagina && pagina > 1 && { pagina: String(pagina) }) }).toString()
  return chosen ? `/casussen?${chosen}` : '/casussen'
}

const Choice = ({ to, chosen, children }: { to: Query; chosen: boolean; children: Child }) => (
  <a href={listHref(to)} aria-current={chosen ? 'true' : undefined}>
    {children}
  </a>
)

/** The cases of my teams and my own, one line each. */
export const CasesPage = ({ cases, more, mayOpen, query, now }: { cases: readonly ShownLine[]; more: boolean; mayOpen: boolean; query: Query; now: Date }) => {
  const chosen = query.toon ?? 'alle'
  const page = query.pagina ?? 1
  const late = cases.filter((it) => it.nextOn && overdue(it.nextOn, now)).length
  return (
    <>
      <PageHead
        title={say(texts.cases)}
        lead={late > 0 ? say(texts.lateCount(late)) : say(texts.noneLate)}
        act={
          mayOpen ? (
            <ButtonLink look="filled" href="/casussen/nieuw">
              {say(texts.openTitle)}
            </ButtonLink>
          ) : null
        }
      />
      <nav class="case-filters" aria-label={say(texts.filterLabel)}>
        <Acts>
          {(Object.keys(filters) as (keyof typeof filters)[]).map((key) => (
            <Choice to={{ toon: key, spoed: query.spoed }} chosen={key === chosen}>
              {say(filters[key])}
            </Choice>
          ))}
          {(['now', 'soon'] as const).map((key) => (
            <Choice to={{ toon: query.toon, spoed: query.spoed === key ? undefined : key }} chosen={query.spoed === key}>
              {say(urgencies[key])}
            </Choice>
          ))}
        </Acts>
      </nav>
      {cases.length === 0 ? (
        <Empty title={say(chosen === 'gesloten' ? texts.noneClosed : texts.noneOpen)} done={chosen !== 'gesloten'} />
      ) : (
        <RowList label={say(texts.cases)}>
          {cases.map((it) => (
            <Line it={it} now={now} />
          ))}
        </RowList>
      )}
      {more || page > 1 ? <Pagination page={page} pages={more ? page + 1 : page} href={(to) => listHref({ ...query, pagina: to })} /> : null}
    </>
  )
}
