import { addDays, dayAndMonth, dayOf, longDay, weekday } from '../../platform/dates.ts'
import { say } from '../../platform/texts.ts'
import { phoneHref } from '../../ui/boxes.tsx'
import { Dutch } from '../../ui/Dutch.tsx'
import { DateLeaf, Row, RowList } from '../../ui/lists.tsx'
import { PageHead, Section } from '../../ui/page.tsx'
import { AgendaFilters } from './AgendaFilters.tsx'
import { agendaAddress, type AgendaQuestion, length } from './asked.ts'
import type { ShownAgenda, ShownOccasion } from './shown.ts'
import { nextTexts, previousTexts, texts } from './texts.ts'

/** Open to everybody or to one group, unless the words for whom it is say so already. */
const groupText = ({ inclusive, forWhom }: ShownOccasion): string => {
  if (inclusive === 'one-group') return say(texts.oneGroup)
  return inclusive === 'everyone' && !/^(iedereen|alle )/i.test(forWhom ?? '') ? say(texts.everyone) : ''
}

const Facts = ({ it }: { it: ShownOccasion }) => {
  const way = [it.pickup ? say(texts.pickup) : '', it.companion ? say(texts.companion) : ''].filter(Boolean).join('. ')
  const facts = [
    { name: texts.place, value: it.place ?? (it.masked ? say(texts.secret) : null) },
    { name: texts.forWhom, value: [it.forWhom, groupText(it)].filter(Boolean).join('. ') },
    { name: texts.cost, value: it.cost ?? say(texts.unknown) },
    { name: texts.registration, value: say({ needed: texts.needed, 'not-needed': texts.notNeeded, unknown: texts.unknown }[it.registration]) },
    { name: texts.way, value: way },
    { name: texts.flow, value: it.flowTo },
    { name: texts.by, value: it.organizer },
  ]
  return (
    <dl class="agenda-facts">
      {facts.map(({ name, value }) =>
        value ? (
          <div>
            <dt>{say(name)}</dt>
            <dd>{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  )
}

const Line = ({ it, listed }: { it: ShownOccasion; listed: boolean }) => (
  <Row
    when={listed ? <DateLeaf weekday={weekday(it.day, true)} date={String(Number(it.day.slice(8)))} month={dayAndMonth(it.day).replace(/^\d+ /, '')} iso={it.day} /> : it.times || say(texts.noTime)}
    title={<Dutch>{it.name}</Dutch>}
    href={`/voorziening/${it.slug}`}
    level={listed ? 2 : 3}
  >
    {listed ? <p>{it.rhythm || it.times || say(texts.noTime)}</p> : null}
    <Facts it={it} />
  </Row>
)

const Days = ({ agenda, now }: { agenda: ShownAgenda; now: Date }) => (
  <>
    {[...new Set(agenda.lines.map(({ day }) => day))].map((day) => (
      <Section title={<time datetime={day}>{longDay(day, now)}</time>} id={`dag-${day}`}>
        <RowList>
          {agenda.lines.filter((it) => it.day === day).map((it) => (
            <Line it={it} listed={false} />
          ))}
        </RowList>
      </Section>
    ))}
  </>
)

const Nothing = ({ agenda, question }: { agenda: ShownAgenda; question: AgendaQuestion }) => {
  const narrowed = question.voor.length > 0 || question.kosten || question.handig.length > 0 || question.wijk
  return (
    <div class="agenda-nothing">
      <p class="lead">{say(narrowed ? texts.nothing : texts.nothingAtAll)}</p>
      <ul>
        {narrowed ? (
          <li>
            <a href={agendaAddress('/agenda', { vorm: question.vorm, vanaf: question.vanaf })}>{say(texts.withoutChoices)}</a>
          </li>
        ) : null}
        <li>
          <a href={agendaAddress('/agenda', question, { vanaf: addDays(agenda.from, length[question.vorm]) })}>{say(nextTexts[question.vorm])}</a>
        </li>
        <li>
          <a href="/zoeken?soort=activiteit">{say(texts.lookOn)}</a>
        </li>
      </ul>
      {agenda.phone ? (
        <p>
          {say(texts.callUs)}
          <a href={phoneHref(agenda.phone)}>{agenda.phone}</a>
        </p>
      ) : null}
    </div>
  )
}

const OtherDays = ({ agenda: { from }, question, now, below }: { agenda: ShownAgenda; question: AgendaQuestion; now: Date; below?: true }) => {
  const [today, step] = [dayOf(now), length[question.vorm]]
  const before = addDays(from, -step)
  return (
    <nav class="agenda-days" aria-label={say(below ? texts.otherBelow : texts.other)}>
      {from > today ? <a href={agendaAddress('/agenda', question, { vanaf: before > today ? before : undefined })}>{say(previousTexts[question.vorm])}</a> : null}
      {from === today ? null : <a href={agendaAddress('/agenda', question, { vanaf: undefined })}>{say(texts.today)}</a>}
      <a href={agendaAddress('/agenda', question, { vanaf: addDays(from, step) })}>{say(nextTexts[question.vorm])}</a>
    </nav>
  )
}

/** What is on, with the choices beside it; on a phone the choices fold away. */
export const AgendaPage = ({ agenda, question, now }: { agenda: ShownAgenda; question: AgendaQuestion; now: Date }) => {
  const { vorm: form } = question
  const { from, to, all, lines } = agenda
  return (
    <div class="search-page">
      <PageHead title={say(texts.title)} lead={say(texts.lead)} />
      <div class="search-columns agenda-columns">
        <div class="search-head">
          <nav class="agenda-forms" aria-label={say(texts.form)}>
            {(['dag', 'week', 'lijst'] as const).map((one) => (
              <a href={agendaAddress('/agenda', question, { vorm: one })} aria-current={one === form ? 'page' : undefined}>
                {say(texts[one])}
              </a>
            ))}
          </nav>
          <p class="agenda-span">{form === 'dag' ? longDay(from, now) : say(texts.between(longDay(from, now), longDay(to, now)))}</p>
          <p class="soft">{say(form === 'lijst' ? texts.count(all) : texts.times(all))}</p>
          <OtherDays agenda={agenda} question={question} now={now} />
        </div>
        <details class="fold fold-filters">
          <summary>{say(texts.filters)}</summary>
        </details>
        <div class="search-filters">
          <AgendaFilters agenda={agenda} question={question} />
        </div>
        <div class="search-found">
          {lines.length === 0 ? <Nothing agenda={agenda} question={question} /> : null}
          {all > lines.length ? <p>{say(texts.onlyFirst(lines.length))}</p> : null}
          {form === 'lijst' && lines.length > 0 ? (
            <RowList label={say(texts.title)}>
              {lines.map((it) => (
                <Line it={it} listed />
              ))}
            </RowList>
          ) : (
            <Days agenda={agenda} now={now} />
          )}
          {lines.length > 0 ? <OtherDays agenda={agenda} question={question} now={now} below /> : null}
          <Section title={say(texts.missing)} id="wensen">
            <p>{say(texts.missingText)}</p>
            <p>
              <a href="/wensen">{say(texts.missingLink)}</a>
            </p>
            <p>
              <a href="/ruilbord">{say(texts.boardLink)}</a>
            </p>
          </Section>
          <Section title={say(texts.feed)} id="kalender">
            <p>{say(texts.feedText)}</p>
            <p>
              <a href={agendaAddress('/agenda.ics', question, { vorm: undefined, vanaf: undefined })}>{say(texts.feedLink)}</a>
            </p>
          </Section>
        </div>
      </div>
    </div>
  )
}
