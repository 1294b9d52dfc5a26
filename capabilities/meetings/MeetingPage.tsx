import { dayOf, fromToday, longDay, shortDay } from '../../platform/dates.ts'
import { say, type Text } from '../../platform/texts.ts'
import { Acts, ButtonLink } from '../../ui/buttons.tsx'
import { NextStep, Well } from '../../ui/boxes.tsx'
import { People, PersonChip, Row, RowList, ShortItem, ShortList } from '../../ui/lists.tsx'
import { Code, StateMark } from '../../ui/marks.tsx'
import { Facts, PageHead, Section, WithSide } from '../../ui/page.tsx'
import { Empty } from '../../ui/moments.tsx'
import type { ShownAgreement, ShownItem, ShownMeeting } from './shown.ts'
import { ToDoNear } from './ToDoNear.tsx'
import { answerTexts, kindTexts, stateTexts, texts } from './texts.ts'

/** The words for a point: its topic, or the number of its case. */
export const ItemName = ({ item }: { item: ShownItem }) => (item.topic ? <>{item.topic}</> : <Code>{item.caseNumber}</Code>)

/** The little row of who may hear it. */
export const Hearers = ({ item }: { item: ShownItem }) =>
  item.kind === 'topic' ? (
    <p class="small soft">{say(texts.everybodyHears)}</p>
  ) : (
    <>
      {item.hearers.length === 0 ? (
        <StateMark state="watch">{say(texts.nobodyHears)}</StateMark>
      ) : (
        <People>
          <span class="strong">{say(texts.hear)}</span>
          {item.hearers.map((one) => (
            <PersonChip name={one.name} organization={one.organization} />
          ))}
        </People>
      )}
      {item.notHearing.length > 0 && item.hearers.length > 0 ? (
        <StateMark state="watch">{say(texts.notHearing(item.notHearing.map((one) => one.name).join(', ')))}</StateMark>
      ) : null}
    </>
  )

const Item = ({ item, href }: { item: ShownItem; href: string | undefined }) => (
  <Row
    when={say(texts.pointLength(item.position, item.minutes))}
    title={<ItemName item={item} />}
    href={href}
    level={3}
    act={
      item.removeHref ? (
        <ButtonLink look="plain" href={item.removeHref}>
          {say(texts.remove)}
        </ButtonLink>
      ) : null
    }
  >
    <p>{say(kindTexts[item.kind])}</p>
    <Hearers item={item} />
  </Row>
)

/** What was agreed, under each other. */
export const Agreements = ({ agreements }: { agreements: readonly ShownAgreement[] }) => (
  <ShortList>
    {agreements.map((it) => (
      <ShortItem title={it.what} progress={it.open ? 'now' : 'done'}>
        {it.taker}, {shortDay(it.dueOn)}
        {it.caseNumber ? (
          <>
            , <Code>{it.caseNumber}</Code>
          </>
        ) : null}
      </ShortItem>
    ))}
  </ShortList>
)

/** What comes now: answer, invite, read what is coming, begin on the day itself, go on, or end. */
function nextOf(meeting: ShownMeeting, now: Date): { name: string; title: Text; words?: Text; href: string } | undefined {
  const named = (name: string) => meeting.acts.find((it) => it.name === `meetings.${name}`)
  if (meeting.state === 'running') return named('end')
  if (meeting.following) return { name: 'following', title: texts.toFollowing(longDay(meeting.following.onDay, now)), words: texts.seeAgenda, href: meeting.following.href }
  const begins = meeting.onDay <= dayOf(now) ? named('start') : undefined
  const answer = meeting.state === 'invited' && !meeting.answered ? named('answer') : undefined
  const read = meeting.packHref ? { name: 'pack', title: texts.readPack, words: texts.openPack, href: meeting.packHref } : undefined
  return begins ?? answer ?? named('invite') ?? read
}

const Invitees = ({ meeting }: { meeting: ShownMeeting }) => (
  <Well title={say(meeting.state === 'held' ? texts.whoCame : texts.whoComes)}>
    <ShortList>
      {meeting.invitees.map((one) => (
        <ShortItem title={one.name} progress={(meeting.state === 'held' ? one.attended : one.answer === 'yes') ? 'done' : 'waits'}>
          {one.organization}. {say(meeting.state === 'held' ? (one.attended ? texts.wasThere : texts.wasNotThere) : answerTexts[one.answer])}
        </ShortItem>
      ))}
    </ShortList>
  </Well>
)

const Agreed = ({ meeting }: { meeting: ShownMeeting }) => (
  <Section title={say(texts.agreed)} id="agreed">
    {meeting.agreements.length > 0 ? <Agreements agreements={meeting.agreements} /> : <p class="soft">{say(texts.nothingWasAgreed)}</p>}
  </Section>
)

const Arrangement = ({ meeting }: { meeting: ShownMeeting }) => (
  <Well title={say(texts.aboutSeries)}>
    <Facts spread facts={[{ name: say(texts.interval), value: say(texts.everyWeeks(meeting.everyWeeks)) }, { name: say(texts.length), value: say(texts.minutesOf(meeting.minutes)) }]} />
    {meeting.calendarHref ? (
      <p>
        <a href={meeting.calendarHref} download>
          {say(texts.inCalendar)}
        </a>
      </p>
    ) : null}
  </Well>
)

/** A meeting before it starts and after it was held: the agenda with who may hear what, who comes, and what was agreed. */
export const MeetingPage = ({ meeting, now }: { meeting: ShownMeeting; now: Date }) => {
  const open = meeting.items.find((item) => item.state === 'open')
  const running = meeting.state === 'running'
  const filled = nextOf(meeting, now)
  const others = meeting.acts.filter((it) => it.name !== filled?.name || (running && open))
  return (
    <>
      <PageHead
        title={meeting.name}
        crumbs={[{ label: say(texts.meetings), href: '/overleg' }, { label: longDay(meeting.onDay) }]}
        lead={say(texts.whenWhere(longDay(meeting.onDay), meeting.startsAt.replace(':', '.'), meeting.endsAt.replace(':', '.'), meeting.place))}
      />
      {running && open ? (
        <NextStep over={say(stateTexts.running)} title={<ItemName item={open} />} act={<ButtonLink look="filled" href={`/overleg/${meeting.id}/punt/${open.id}`}>{say(texts.toPoint)}</ButtonLink>}>
          <p>{say(texts.runningNow)}</p>
        </NextStep>
      ) : filled ? (
        <NextStep over={`${say(stateTexts[meeting.state])}${meeting.state === 'held' ? '' : `, ${fromToday(meeting.onDay, now)}`}`} title={say(filled.title)} act={<ButtonLink look="filled" href={filled.href}>{say(filled.words ?? filled.title)}</ButtonLink>}>
          <p>{meeting.goal}</p>
        </NextStep>
      ) : (
        <p>{meeting.goal}</p>
      )}
      <WithSide
        side={
          <>
            <Invitees meeting={meeting} />
            <Arrangement meeting={meeting} />
          </>
        }
      >
        {meeting.state === 'held' ? <Agreed meeting={meeting} /> : null}
        <Section title={say(meeting.state === 'held' ? texts.wasDiscussed : texts.agenda)} id="agenda" note={say(texts.points(meeting.items.length))}>
          {meeting.items.length === 0 ? (
            <Empty title={say(texts.emptyAgenda)} />
          ) : (
            <RowList label={say(texts.agenda)}>
              {meeting.items.map((item) => (
                <Item item={item} href={running || meeting.state === 'held' ? `/overleg/${meeting.id}/punt/${item.id}` : (item.caseHref ?? undefined)} />
              ))}
            </RowList>
          )}
          <Acts>
            {others.map((it) => (
              <ButtonLink look="outlined" href={it.href}>
                {say(it.title)}
              </ButtonLink>
            ))}
            {meeting.packHref && filled?.name !== 'pack' ? (
              <ButtonLink look="outlined" href={meeting.packHref}>
                {say(texts.packTitle)}
              </ButtonLink>
            ) : null}
          </Acts>
        </Section>
        {meeting.activities ? <ToDoNear activities={meeting.activities} now={now} /> : null}
        {meeting.state !== 'held' && meeting.agreements.length > 0 ? <Agreed meeting={meeting} /> : null}
      </WithSide>
    </>
  )
}
