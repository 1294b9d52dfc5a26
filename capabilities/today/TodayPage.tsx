import { dayAndMonth, fromToday, longDay, overdue, shortDay, weekday } from '../../platform/dates.ts'
import { say } from '../../platform/texts.ts'
import { ButtonLink } from '../../ui/buttons.tsx'
import { NextStep, Well } from '../../ui/boxes.tsx'
import { Row, RowList } from '../../ui/lists.tsx'
import { Code } from '../../ui/marks.tsx'
import { Empty } from '../../ui/moments.tsx'
import { Facts, PageHead, Section, WithSide } from '../../ui/page.tsx'
import { Cord, CordPart } from '../../ui/time.tsx'
import type { BroughtIn } from '../signals/index.ts'
import type { Line, Lists } from './lines.ts'
import { actTexts, texts } from './texts.ts'

type Meeting = { name: string; onDay: string; startsAt: string; endsAt: string; place: string; items: number; mine: number; coming: number; asked: number; href: string }

const About = ({ line }: { line: Line }) => (
  <p>
    {line.about ? <Code>{line.about}</Code> : null}
    {line.about && line.by ? ', ' : null}
    {line.by}
  </p>
)

const when = (line: Line, now: Date): string => (line.on ? (overdue(line.on, now) ?? shortDay(line.on, now)) : say(texts.now))

const Lines = ({ lines, now, strong, label }: { lines: readonly Line[]; now: Date; strong?: boolean; label: string }) => (
  <RowList label={label}>
    {lines.map((line) => (
      <Row
        when={when(line, now)}
        state={line.on && overdue(line.on, now) ? 'alarm' : strong ? 'now' : 'waits'}
        title={line.what}
        href={line.href}
        act={
          <ButtonLink look={strong ? 'outlined' : 'plain'} href={line.href}>
            {say(actTexts[line.kind])}
            <span class="unseen">: {line.what}</span>
          </ButtonLink>
        }
      >
        <About line={line} />
      </Row>
    ))}
  </RowList>
)

const First = ({ line, now }: { line: Line; now: Date }) => {
  const late = line.on ? overdue(line.on, now) : undefined
  return (
    <NextStep
      over={late ?? (line.on ? fromToday(line.on, now) : say(texts.now))}
      state={late ? 'alarm' : 'now'}
      title={line.what}
      act={
        <ButtonLink look="filled" href={line.href}>
          {say(actTexts[line.kind])}
        </ButtonLink>
      }
    >
      <About line={line} />
    </NextStep>
  )
}

const Next = ({ meeting, now }: { meeting: Meeting; now: Date }) => (
  <Well title={say(texts.nextMeeting)}>
    <p class="day-large">
      <span class="figure">{dayAndMonth(meeting.onDay)}</span>{' '}
      <span class="soft">
        {weekday(meeting.onDay)}, {fromToday(meeting.onDay, now)}
      </span>
    </p>
    <p>{say(texts.timePlace(meeting.startsAt.replace(':', '.'), meeting.endsAt.replace(':', '.'), meeting.place))}</p>
    <Facts
      spread
      facts={[
        ...(meeting.items > 0 ? [{ name: say(texts.onAgenda), value: say(texts.points(meeting.items)) }] : []),
        ...(meeting.mine > 0 ? [{ name: say(texts.yours), value: String(meeting.mine) }] : []),
        { name: say(texts.comes), value: say(texts.ofAll(meeting.coming, meeting.asked)) },
      ]}
    />
    <p>
      <a href={meeting.href}>{say(texts.seeAgenda)}</a>
    </p>
  </Well>
)

/** Where the signals stand that a volunteer passed on. */
const PassedOn = ({ signals, now }: { signals: readonly BroughtIn[]; now: Date }) => (
  <Section title={say(texts.passedOn)} id="passed-on">
    {signals.length === 0 ? (
      <Empty title={say(texts.nothingPassedOn)} level={3}>
        <p>{say(texts.nothingPassedOnText)}</p>
      </Empty>
    ) : (
      <RowList label={say(texts.passedOn)}>
        {signals.map((it) => (
          <Row when={shortDay(it.receivedOn, now)} state={it.finished ? 'good' : 'waits'} title={it.gist} href={it.href}>
            <p>
              <Code>{it.number}</Code>, {it.state}
            </p>
          </Row>
        ))}
      </RowList>
    )}
  </Section>
)

/** How things stand, in a sentence or two. */
function leadOf({ now: waiting, week }: Lists, meeting: Meeting | null, now: Date): string {
  const later = week[0]?.on
  if (waiting.length > 0) return [say(texts.waiting(waiting.length)), later ? say(texts.thenOn(weekday(later))) : undefined].filter(Boolean).join(' ')
  const next = later ? say(texts.firstOn(longDay(later, now))) : meeting ? say(texts.meetingNext(longDay(meeting.onDay, now))) : undefined
  return [say(texts.allDone), next].filter(Boolean).join(' ')
}

/** What waits for me: the first thing large, then now, this week, and what others do. A volunteer sees what became of what was passed on. */
export const TodayPage = ({ lists, meeting, passedOn, now }: { lists: Lists; meeting: Meeting | null; passedOn?: readonly BroughtIn[]; now: Date }) => {
  const [first, ...rest] = lists.now
  const quiet = passedOn !== undefined && lists.now.length === 0
  return (
    <>
      <PageHead where={longDay(now)} title={say(texts.today)} lead={passedOn ? say(texts.volunteerLead) : leadOf(lists, meeting, now)} act={passedOn ? <ButtonLink look={first ? 'outlined' : 'filled'} href="/signalen/nieuw">{say(texts.signalNew)}</ButtonLink> : null} />
      {first ? <First line={first} now={now} /> : null}
      <WithSide side={meeting ? <Next meeting={meeting} now={now} /> : null}>
        {quiet && lists.week.length + lists.others.length === 0 ? null : (
          <Cord>
            {rest.length > 0 || (!first && !quiet) ? (
              <CordPart progress="now" title={say(texts.now)} count={rest.length > 0 ? rest.length : undefined}>
                {rest.length > 0 ? <Lines lines={rest} now={now} strong label={say(texts.now)} /> : <Empty title={say(texts.nothingNow)} done level={3} />}
              </CordPart>
            ) : null}
            {lists.week.length > 0 ? (
              <CordPart progress="waits" title={say(texts.week)} count={lists.week.length}>
                <Lines lines={lists.week} now={now} label={say(texts.week)} />
              </CordPart>
            ) : null}
            {lists.others.length > 0 ? (
              <CordPart progress="waits" title={say(texts.others)} count={lists.others.length}>
                <Lines lines={lists.others} now={now} label={say(texts.others)} />
              </CordPart>
            ) : null}
          </Cord>
        )}
        {passedOn ? <PassedOn signals={passedOn} now={now} /> : null}
      </WithSide>
    </>
  )
}
