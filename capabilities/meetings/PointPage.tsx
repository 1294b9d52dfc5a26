import type { Child } from 'hono/jsx'
import { clock, longDay, momentOf, shortDay } from '../../platform/dates.ts'
import { say } from '../../platform/texts.ts'
import { Button } from '../../ui/buttons.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { ActForm, HiddenClaim } from '../../ui/form.tsx'
import { ShortItem, ShortList } from '../../ui/lists.tsx'
import { Code, StateMark, Tag } from '../../ui/marks.tsx'
import { Section } from '../../ui/page.tsx'
import { Spine } from '../../ui/time.tsx'
import { AgreementBox } from './AgreementBox.tsx'
import { Agreements, Hearers, ItemName } from './MeetingPage.tsx'
import { minutesTaken } from './minutes.ts'
import type { ShownMeeting, ShownPoint } from './shown.ts'
import { readyAt } from './time.ts'
import { cameOfTexts, kindTexts, texts } from './texts.ts'

const progressOf = { waiting: 'waits', open: 'now', done: 'done' } as const

const Turn = ({ meetingId, itemId, look = 'outlined', children }: { meetingId: string; itemId: string; look?: 'outlined' | 'filled'; children: Child }) => (
  <form method="post" action={`/overleg/${meetingId}/punt/${itemId}/open`} data-once>
    <HiddenClaim hiddenKey={crypto.randomUUID()} />
    <Button look={look}>{children}</Button>
  </form>
)

/** When the meeting will be over if every point takes its time, and what that is to the time agreed. */
const Ready = ({ meeting, now }: { meeting: ShownMeeting; now: Date }) => {
  const ready = readyAt(meeting.items, now)
  const late = Math.round((ready.getTime() - momentOf(meeting.onDay, meeting.endsAt).getTime()) / 60_000)
  const today = Math.abs(late) < 12 * 60
  return (
    <p class="meeting-ready small soft">
      {say(texts.readyAt(clock(ready)))}
      {today ? ` ${say(late > 0 ? texts.afterTime(late) : texts.beforeTime(-late))}` : ''}
    </p>
  )
}

const Agenda = ({ meeting, item, now }: ShownPoint & { now: Date }) => (
  <section class="meeting-agenda" aria-labelledby="agenda">
    <div class="section-head">
      <h2 class="row-title" id="agenda">
        {say(texts.agenda)}
      </h2>
    </div>
    <Spine
      label={say(texts.agenda)}
      steps={meeting.items.map((one) => ({ name: <ItemName item={one} />, note: say(texts.minutesOf(one.minutes)), progress: progressOf[one.state], href: one.id === item.id ? undefined : `/overleg/${meeting.id}/punt/${one.id}` }))}
    />
    {meeting.state === 'running' ? <Ready meeting={meeting} now={now} /> : null}
  </section>
)

const cameOf = { open: 'now', done: 'done', 'not-done': 'waits', dropped: 'waits' } as const

/** What was agreed before comes back: was there contact, and what follows? */
const AgreedBefore = ({ agreed }: { agreed: ShownPoint['agreed'] }) => (
  <Section title={say(texts.agreedBefore)} id="before" note={say(texts.agreedBeforeHelp)}>
    <ShortList>
      {agreed.map((it) => (
        <ShortItem title={it.what} progress={cameOf[it.state]}>
          {it.taker}, {shortDay(it.dueOn)}. {it.state === 'open' ? null : `${say(cameOfTexts[it.state])}. `}
          {it.result}{' '}
          {it.reportHref ? (
            <a href={it.reportHref}>
              {say(texts.reportNow)}
              <span class="unseen">: {it.what}</span>
            </a>
          ) : null}
        </ShortItem>
      ))}
    </ShortList>
  </Section>
)

const Minutes = ({ notes, base, running }: { notes: ShownPoint['notes']; base: string; running: boolean }) => (
  <Section title={say(texts.minutesHere)} id="minutes">
    {notes.length === 0 ? <p class="soft">{say(texts.noMinutes)}</p> : null}
    <ol class="notes" aria-label={say(texts.minutesHere)}>
      {notes.map((note) => (
        <li class="note">
          <time class="soft" datetime={note.writtenAt}>
            {clock(new Date(note.writtenAt))}
          </time>
          <p>
            {note.body} <span class="small soft">{note.writer}</span>
          </p>
        </li>
      ))}
    </ol>
    {running ? <ActForm action={`${base}/notulen`} form={minutesTaken.form} hiddenKey={crypto.randomUUID()} submitLabel={say(texts.minutesSubmit)} secondary /> : null}
  </Section>
)

/** Where the table is, for who looks at another point. */
const Elsewhere = ({ meeting, item }: ShownPoint) => {
  const open = meeting.items.find((one) => one.state === 'open')
  return open && open.id !== item.id ? (
    <p class="point-elsewhere">
      <StateMark state="now">
        {say(texts.nowAtTable)}{' '}
        <a href={`/overleg/${meeting.id}/punt/${open.id}`}>
          <ItemName item={open} />
        </a>
      </StateMark>
    </p>
  ) : null
}

const Point = (it: ShownPoint & { now: Date }) => {
  const { meeting, item, question, notes, agreed, line, mayLead, previousId, nextId, now } = it
  const base = `/overleg/${meeting.id}/punt/${item.id}`
  const running = meeting.state === 'running'
  const next = meeting.items.find((one) => one.id === nextId)
  return (
    <div class="meeting-point">
      <p class="page-where">
        {item.caseNumber ? (
          <>
            <Code>{item.caseNumber}</Code> <Tag full>{say(texts.anonymous)}</Tag>
          </>
        ) : (
          say(kindTexts[item.kind])
        )}
      </p>
      <h1 class="page-title">{item.topic ?? question ?? say(kindTexts[item.kind])}</h1>
      {running ? <Elsewhere {...it} /> : null}
      <div class="point-hearing">
        <Hearers item={item} />
      </div>
      {item.hears ? null : <p class="lead">{say(texts.notForYou)}</p>}
      {agreed.length > 0 ? <AgreedBefore agreed={agreed} /> : null}
      {item.hears && running ? <AgreementBox base={base} line={line} now={now} /> : null}
      {item.hears ? <Minutes notes={notes} base={base} running={running} /> : null}
      {running && mayLead ? (
        <div class="acts acts-between">
          {previousId ? (
            <Turn meetingId={meeting.id} itemId={previousId}>
              {say(texts.previousPoint)}
            </Turn>
          ) : (
            <span />
          )}
          {next ? (
            <Turn meetingId={meeting.id} itemId={next.id} look={item.hears ? 'outlined' : 'filled'}>
              {say(texts.nextPoint)} <ItemName item={next} />
            </Turn>
          ) : null}
        </div>
      ) : null}
    </div>
  )
}

/** One point while the meeting runs: agenda left, the point in the middle, what was agreed at the right. */
export const PointPage = (it: ShownPoint & { now: Date }) => {
  const { meeting, before, now } = it
  return (
    <div class="meeting-columns">
      <Point {...it} />
      <div class="meeting-agreed">
        <Section title={say(meeting.state === 'running' ? texts.agreedToday : texts.agreed)} id="agreed" strong>
          {meeting.agreements.length === 0 ? <p class="soft">{say(texts.nothingAgreed)}</p> : <Agreements agreements={meeting.agreements} />}
        </Section>
        {before.length > 0 ? (
          <Disclosure question={say(texts.lastTime)} first={longDay(before[0]?.onDay ?? '', now)}>
            {before.map((note) => (
              <p>
                <span class="strong">{shortDay(note.onDay)}</span> {note.body}
              </p>
            ))}
          </Disclosure>
        ) : null}
      </div>
      <Agenda {...it} />
    </div>
  )
}
