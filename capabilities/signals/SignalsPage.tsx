import type { Child } from 'hono/jsx'
import { fromToday, fullDay, overdue, shortDay } from '../../platform/dates.ts'
import { say } from '../../platform/texts.ts'
import { Acts, ButtonLink } from '../../ui/buttons.tsx'
import { Row, RowList } from '../../ui/lists.tsx'
import { Code, type State, StateMark } from '../../ui/marks.tsx'
import { Empty } from '../../ui/moments.tsx'
import { Pagination } from '../../ui/Pagination.tsx'
import { PageHead } from '../../ui/page.tsx'
import { themes, urgencies } from '../cases/index.ts'
import { actTexts } from './actTexts.ts'
import type { ShownLine } from './shown.ts'
import { signalHref } from './signalAct.ts'
import { texts } from './texts.ts'
import type { Filters } from './views.tsx'
import { stateTexts } from './words.ts'

/** The mark before a date: late, urgent, or simply to come. */
const markOf = (it: ShownLine, now: Date): State => {
  if (it.finishedOn) return 'good'
  if (it.nextOn && overdue(it.nextOn, now)) return 'alarm'
  return it.urgency === 'now' ? 'watch' : it.urgency === 'soon' ? 'now' : 'waits'
}

const whenOf = (it: ShownLine, now: Date): string => (it.nextOn ? (overdue(it.nextOn, now) ?? shortDay(it.nextOn, now)) : fullDay(it.finishedOn ?? it.receivedOn))

const Line = ({ it, now }: { it: ShownLine; now: Date }) => {
  const take = it.acts[0]
  return (
    <Row
      when={whenOf(it, now)}
      state={markOf(it, now)}
      title={it.gist ?? say(texts.from(it.area ?? say(texts.unplaced)))}
      href={signalHref(it.id)}
      level={2}
      act={take ? <ButtonLink href={take.href}>{say(take.title)}</ButtonLink> : undefined}
    >
      <p>
        <Code>{it.number}</Code>, {say(stateTexts[it.state])}. {it.mine ? say(texts.yours) : say(texts.withOwner(it.owner))}. {say(texts.reported(fromToday(it.receivedOn, now)))}
      </p>
      {it.urgency === 'normal' && it.themes.length === 0 && !it.owed ? null : (
        <p class="people">
          {it.urgency === 'normal' || it.finishedOn ? null : <StateMark state={it.urgency === 'now' ? 'watch' : 'info'}>{say(texts.urgent(say(urgencies[it.urgency])))}</StateMark>}
          {it.themes.length > 0 ? <span>{it.themes.map((key) => say(themes[key])).join(', ')}</span> : null}
          {it.owed && it.finishedOn ? <StateMark state="now">{say(texts.stepFeedback)}</StateMark> : null}
        </p>
      )}
    </Row>
  )
}

/** The address of the list with other choices; a choice that is the usual one is left out. */
const listHref = ({ staat, team, van, pagina }: Filters): string => {
  const chosen = new URLSearchParams({ ...(staat && staat !== 'open' && { staat }), ...(team && { team }), ...(van && { van }), ...(pagina && pagina > 1 && { pagina: String(pagina) }) }).toString()
  return chosen ? `/signalen?${chosen}` : '/signalen'
}

const Chip = ({ to, chosen, children }: { to: Filters; chosen: boolean; children: Child }) => (
  <a href={listHref({ ...to, pagina: undefined })} aria-current={chosen ? 'true' : undefined}>
    {children}
  </a>
)

const states = { open: texts.filterOpen, wacht: texts.filterWaiting, afgerond: texts.filterFinished } as const

type Shown = { signals: readonly ShownLine[]; more: boolean; teams: readonly { slug: string; name: string }[]; query: Filters; now: Date }

/** The signals of my teams, and those I brought in. */
export const SignalsPage = ({ signals, more, teams, query, now }: Shown) => {
  const chosen = query.casus ? undefined : (query.staat ?? 'open')
  const page = query.pagina ?? 1
  const waiting = signals.filter((it) => it.state === 'new' && it.acts.length > 0).length
  return (
    <>
      <PageHead
        title={say(texts.signals)}
        lead={say(waiting > 0 ? texts.waitingCount(waiting) : texts.nothingWaits)}
        act={
          <ButtonLink look="filled" href="/signalen/nieuw">
            {say(actTexts.bringTitle)}
          </ButtonLink>
        }
      />
      <nav class="signal-filters" aria-label={say(texts.filterLabel)}>
        <Acts>
          {(Object.keys(states) as (keyof typeof states)[]).map((key) => (
            <Chip to={{ ...query, staat: key }} chosen={key === chosen}>
              {say(states[key])}
            </Chip>
          ))}
          <Chip to={{ ...query, van: query.van ? undefined : 'mij' }} chosen={query.van === 'mij'}>
            {say(texts.filterMine)}
          </Chip>
          {teams.map((team) => (
            <Chip to={{ ...query, team: query.team === team.slug ? undefined : team.slug }} chosen={query.team === team.slug}>
              {team.name}
            </Chip>
          ))}
        </Acts>
      </nav>
      {signals.length === 0 ? (
        <Empty title={say(chosen === 'afgerond' ? texts.noneFinished : texts.none)} done={chosen !== 'afgerond'} />
      ) : (
        <RowList label={say(texts.signals)}>
          {signals.map((it) => (
            <Line it={it} now={now} />
          ))}
        </RowList>
      )}
      {more || page > 1 ? <Pagination page={page} pages={more ? page + 1 : page} href={(to) => listHref({ ...query, pagina: to })} /> : null}
    </>
  )
}
