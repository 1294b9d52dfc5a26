import { dayAndMonth, fromToday, longDay, overdue, shortDay, weekday } from '../../platform/dates.ts'
import { say } from '../../platform/texts.ts'
import { ButtonLink } from '../../ui/buttons.tsx'
import { NextStep, Well } from '../../ui/boxes.tsx'
import { Row, RowList } from '../../ui/lists.tsx'
import { Code } from '../../ui/marks.tsx'
import { Empty } from '../../ui/moments.tsx'
import { Facts, PageHead, WithSide } from '../../ui/page.tsx'
import { Cord, CordPart } from '../../ui/time.tsx'
import type { Line, Lists } from './lines.ts'
import { actTexts, texts } from './texts.ts'

type Meeting = { name: string; onDay: string; startsAt: string; place: string; items: number; coming: number; asked: number; href: string }

const About = ({ line }: { line: Line }) => (
  <p>
    {line.about ? <Code>{line.about}</Code> : null}
    {line.about && line.by ? ', ' : null}
    {line.by}
  </p>
)

const when = (line: Line, now: Date): string => (line.on ? (overdue(line.on, now) ?? shortDay(line.on, now)) : say(texts.noDay))

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
    <p class="type-section">{dayAndMonth(meeting.onDay)}</p>
    <p class="soft">
      {weekday(meeting.onDay)}, {fromToday(meeting.onDay, now)}
    </p>
    <p>{say(texts.timePlace(meeting.startsAt.replace(':', '.'), meeting.place))}</p>
    <Facts
      spread
      facts={[
        { name: say(texts.onAgenda), value: say(texts.points(meeting.items)) },
        { name: say(texts.comes), value: say(texts.ofAll(meeting.coming, meeting.asked)) },
      ]}
    />
    <p>
      <a href={meeting.href}>{say(texts.seeAgenda)}</a>
    </p>
  </Well>
)

/** What waits for me: the first thing large, then now, this week, and what others do. */
export const TodayPage = ({ lists, meeting, volunteer, now }: { lists: Lists; meeting: Meeting | null; volunteer: boolean; now: Date }) => {
  const [first, ...rest] = lists.now
  return (
    <>
      <PageHead where={longDay(now)} title={say(texts.today)} lead={volunteer ? say(texts.volunteerLead) : lists.now.length > 0 ? say(texts.waiting(lists.now.length)) : say(texts.allDone)} act={volunteer ? <ButtonLink look="filled" href="/signalen/nieuw">{say(texts.signalNew)}</ButtonLink> : null} />
      {first ? <First line={first} now={now} /> : null}
      <WithSide side={meeting ? <Next meeting={meeting} now={now} /> : null}>
        <Cord>
          {rest.length > 0 || !first ? (
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
      </WithSide>
    </>
  )
}
