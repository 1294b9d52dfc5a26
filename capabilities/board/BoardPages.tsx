import { longDay } from '../../platform/dates.ts'
import { say } from '../../platform/texts.ts'
import { Acts, Button, ButtonLink } from '../../ui/buttons.tsx'
import { Dutch } from '../../ui/Dutch.tsx'
import { Row, RowList } from '../../ui/lists.tsx'
import { Tag } from '../../ui/marks.tsx'
import { Empty } from '../../ui/moments.tsx'
import { BackLink, PageHead, Section } from '../../ui/page.tsx'
import { Pagination } from '../../ui/Pagination.tsx'
import type { AskedBoard, ShownBoard, ShownNotice } from './boardViews.tsx'
import { texts } from './texts.ts'
import { kindMarks, whatMarks } from './words.ts'

const addressOf = (it: AskedBoard, pagina?: number): string => {
  const asked = new URLSearchParams(Object.entries({ ...it, pagina }).flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, String(value)]])))
  return asked.size > 0 ? `/ruilbord?${asked}` : '/ruilbord'
}
const where = ({ area }: ShownNotice): string => (area.whole ? say(texts.areaAny) : area.name)

const Choice = ({ name, label, options, chosen }: { name: string; label: string; options: readonly (readonly [value: string, label: string])[]; chosen: string | undefined }) => (
  <fieldset class="filter-group">
    <legend class="filter-heading">{label}</legend>
    {options.map(([value, words]) => (
      <label class="filter-option">
        <input type="radio" name={name} value={value} checked={(chosen ?? '') === value} />
        <span>{words}</span>
      </label>
    ))}
  </fieldset>
)

const Filters = ({ board, question }: { board: ShownBoard; question: AskedBoard }) => (
  <form class="filters" method="get" action="/ruilbord">
    <label class="filter-field">
      <span class="filter-heading">{say(texts.word)}</span>
      <input class="input" type="search" name="q" value={question.q} autocomplete="off" />
    </label>
    <label class="filter-field">
      <span class="filter-heading">{say(texts.area)}</span>
      <select class="input input-select" name="wijk">
        <option value="">{say(texts.anywhere)}</option>
        {board.areas.map(({ slug, name }) => (
          <option value={slug} selected={slug === question.wijk}>
            {name}
          </option>
        ))}
      </select>
    </label>
    <Choice name="soort" label={say(texts.kind)} chosen={question.soort} options={[['', say(texts.both)], ['aanbod', say(texts.offered)], ['vraag', say(texts.wanted)]]} />
    <Choice name="wat" label={say(texts.what)} chosen={question.wat} options={[['', say(texts.both)], ['ding', say(texts.things)], ['talent', say(texts.talents)]]} />
    <Button>{say(texts.apply)}</Button>
  </form>
)

/** Offered or wanted, a thing or a talent. */
export const NoticeMarks = ({ it }: { it: Pick<ShownNotice, 'kind' | 'what'> }) => (
  <>
    <Tag full={it.kind === 'offer'}>{say(kindMarks[it.kind])}</Tag> <Tag>{say(whatMarks[it.what])}</Tag>
  </>
)

const Line = ({ it, now }: { it: ShownNotice; now: Date }) => (
  <Row when={say(kindMarks[it.kind])} title={<Dutch>{it.title}</Dutch>} href={`/ruilbord/bericht/${it.id}`} level={2}>
    <p>
      <Dutch>{it.words}</Dutch>
    </p>
    <p class="soft">
      {say(whatMarks[it.what])} · {where(it)} · {say(texts.until(longDay(it.untilOn, now)))}
    </p>
  </Row>
)

/** What neighbours offer and ask, with the choices beside it; on a phone the choices fold away. */
export const BoardPage = ({ board, question, now }: { board: ShownBoard; question: AskedBoard; now: Date }) => (
  <div class="search-page">
    <PageHead
      title={say(texts.title)}
      lead={say(texts.lead)}
      act={
        <Acts>
          <ButtonLink look="filled" href={question.wijk ? `/ruilbord/nieuw?wijk=${question.wijk}` : '/ruilbord/nieuw'}>
            {say(texts.leave)}
          </ButtonLink>
          <ButtonLink look="plain" href="/ruilbord/volgen">
            {say(texts.own)}
          </ButtonLink>
        </Acts>
      }
    />
    <div class="search-columns agenda-columns">
      <div class="search-head">
        <p class="soft">{say(texts.count(board.all))}</p>
      </div>
      <details class="fold fold-filters" open={Boolean(question.q)}>
        <summary>{say(texts.filters)}</summary>
      </details>
      <div class="search-filters">
        <Filters board={board} question={question} />
      </div>
      <div class="search-found">
        {board.notices.length === 0 ? (
          <Empty title={say(texts.none)}>
            <p>{say(texts.noneText)}</p>
            <p>
              <a href="/ruilbord">{say(texts.withoutChoices)}</a>
            </p>
          </Empty>
        ) : (
          <RowList label={say(texts.title)}>
            {board.notices.map((it) => (
              <Line it={it} now={now} />
            ))}
          </RowList>
        )}
        <Pagination page={board.page} pages={board.pages} href={(page) => addressOf(question, page === 1 ? undefined : page)} />
        <Section title={say(texts.how)} id="hoe">
          <p>{say(texts.howText)}</p>
        </Section>
      </div>
    </div>
  </div>
)

/** One notice. */
export const NoticePage = ({ it, now }: { it: ShownNotice; now: Date }) => (
  <>
    <BackLink href="/ruilbord">{say(texts.title)}</BackLink>
    <PageHead title={<Dutch>{it.title}</Dutch>} marks={<NoticeMarks it={it} />} where={where(it)} />
    <p class="lead">
      <Dutch>{it.words}</Dutch>
    </p>
    <p class="soft">{say(texts.until(longDay(it.untilOn, now)))}</p>
    <Acts>
      <ButtonLink look="filled" href={`/ruilbord/bericht/${it.id}/reageren`}>
        {say(texts.react)}
      </ButtonLink>
      <ButtonLink look="plain" href={`/ruilbord/bericht/${it.id}/melden`}>
        {say(texts.report)}
      </ButtonLink>
    </Acts>
    <Section title={say(texts.how)} id="hoe">
      <p>{say(texts.howText)}</p>
    </Section>
  </>
)
