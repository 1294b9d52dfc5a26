import { dayOf, dayAndMonth, fromToday, weekday } from '../../platform/dates.ts'
import { say } from '../../platform/texts.ts'
import { ButtonLink } from '../../ui/buttons.tsx'
import { DateLeaf, Row, RowList } from '../../ui/lists.tsx'
import { Empty } from '../../ui/moments.tsx'
import { PageHead, Section } from '../../ui/page.tsx'
import { stateTexts, texts } from './texts.ts'

/** A meeting as the list shows it. */
export type MeetingLine = { id: string; name: string; onDay: string; startsAt: string; place: string; state: 'planned' | 'invited' | 'running' | 'held'; items: number; coming: number; asked: number }

const Leaf = ({ day }: { day: string }) => {
  const [date = '', month] = dayAndMonth(day).split(' ')
  return <DateLeaf weekday={weekday(day, true)} date={date} month={month} iso={day} />
}

const Line = ({ it, now }: { it: MeetingLine; now: Date }) => (
  <Row when={<Leaf day={it.onDay} />} title={it.name} href={`/overleg/${it.id}`} level={3}>
    <p>
      {say(texts.atPlace(it.startsAt.replace(':', '.'), it.place))}, {fromToday(it.onDay, now)}
    </p>
    <p>
      {say(stateTexts[it.state])}. {say(texts.points(it.items))}. {it.state === 'held' ? null : say(texts.coming(it.coming, it.asked))}
    </p>
  </Row>
)

/** Meetings to come and meetings that were held. */
export const MeetingsPage = ({ meetings, mayPlan, now }: { meetings: readonly MeetingLine[]; mayPlan: boolean; now: Date }) => {
  const coming = meetings.filter((it) => it.state !== 'held').toReversed()
  const held = meetings.filter((it) => it.state === 'held')
  return (
    <>
      <PageHead
        title={say(texts.meetings)}
        lead={coming[0] ? say(texts.nextIs(fromToday(coming[0].onDay < dayOf(now) ? dayOf(now) : coming[0].onDay, now))) : say(texts.nonePlanned)}
        act={
          mayPlan ? (
            <ButtonLink look="filled" href="/overleg/nieuw">
              {say(texts.planTitle)}
            </ButtonLink>
          ) : null
        }
      />
      <Section title={say(texts.toCome)} id="to-come">
        {coming.length === 0 ? <Empty title={say(texts.nonePlanned)} /> : <RowList label={say(texts.toCome)}>{coming.map((it) => <Line it={it} now={now} />)}</RowList>}
      </Section>
      {held.length > 0 ? (
        <Section title={say(texts.wereHeld)} id="held">
          <RowList label={say(texts.wereHeld)}>{held.map((it) => <Line it={it} now={now} />)}</RowList>
        </Section>
      ) : null}
    </>
  )
}
