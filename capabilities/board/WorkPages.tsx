import { fullDay, shortDay } from '../../platform/dates.ts'
import { say } from '../../platform/texts.ts'
import { phoneHref } from '../../ui/boxes.tsx'
import { Acts, ButtonLink } from '../../ui/buttons.tsx'
import { Row, RowList } from '../../ui/lists.tsx'
import { StateMark } from '../../ui/marks.tsx'
import { Empty } from '../../ui/moments.tsx'
import { BackLink, Facts, PageHead, Section } from '../../ui/page.tsx'
import { NoticeMarks } from './BoardPages.tsx'
import { stateOf } from './StandPage.tsx'
import { texts } from './texts.ts'
import { kindMarks, refusals, reportReasons, states, whatMarks } from './words.ts'
import { workTexts } from './workTexts.ts'
import type { WorkLine, WorkNotice } from './workViews.tsx'

const where = (it: WorkLine): string => (it.whole ? say(texts.areaAny) : it.area)
const looked = (it: WorkLine): boolean => it.reactions > 0 || it.reports > 0

const Line = ({ it, now }: { it: WorkLine; now: Date }) => (
  <Row when={shortDay(it.leftOn, now)} state={it.reports > 0 ? 'watch' : it.reactions > 0 ? 'now' : stateOf[it.state]} title={it.title} href={`/activiteiten/ruilbord/${it.id}`} level={3}>
    <p>
      {say(kindMarks[it.kind])} · {say(whatMarks[it.what])} · {where(it)}
    </p>
    {looked(it) ? <p>{[it.reactions > 0 ? say(workTexts.reactions(it.reactions)) : '', it.reports > 0 ? say(workTexts.reports(it.reports)) : ''].filter(Boolean).join(' · ')}</p> : null}
  </Row>
)

const Lines = ({ title, id, notices, now }: { title: string; id: string; notices: readonly WorkLine[]; now: Date }) =>
  notices.length === 0 ? null : (
    <Section title={title} id={id}>
      <RowList label={title}>
        {notices.map((it) => (
          <Line it={it} now={now} />
        ))}
      </RowList>
    </Section>
  )

/** What waits first, then what stands. */
export const WorkBoardPage = ({ notices, leaves, now }: { notices: readonly WorkLine[]; leaves: boolean; now: Date }) => {
  const waiting = notices.filter((it) => it.state === 'waiting')
  const answered = notices.filter((it) => it.state === 'public' && looked(it))
  return (
    <>
      <BackLink href="/activiteiten">{say(workTexts.toActivities)}</BackLink>
      <PageHead
        title={say(workTexts.title)}
        lead={say(workTexts.lead(waiting.length + answered.length))}
        act={
          <Acts>
            {leaves ? (
              <ButtonLink look="filled" href="/activiteiten/ruilbord/nieuw">
                {say(workTexts.leaveFor)}
              </ButtonLink>
            ) : null}
            <ButtonLink look="plain" href="/ruilbord">
              {say(workTexts.publicPage)}
            </ButtonLink>
          </Acts>
        }
      />
      {notices.length === 0 ? (
        <Empty title={say(workTexts.none)}>
          <p>{say(workTexts.noneText)}</p>
        </Empty>
      ) : null}
      <Lines title={say(workTexts.waiting)} id="lezen" notices={waiting} now={now} />
      <Lines title={say(workTexts.answered)} id="reacties" notices={answered} now={now} />
      <Lines title={say(workTexts.matched)} id="gekoppeld" notices={notices.filter((it) => it.state === 'matched')} now={now} />
      <Lines title={say(workTexts.standing)} id="bord" notices={notices.filter((it) => it.state === 'public' && !looked(it))} now={now} />
    </>
  )
}

type Person = { called: string; phone: string | null; email: string | null }
const Reach = ({ it }: { it: Person }) => (
  <>
    {it.called}
    {it.phone ? (
      <>
        , <a href={phoneHref(it.phone)}>{it.phone}</a>
      </>
    ) : null}
    {it.email ? (
      <>
        , <a href={`mailto:${it.email}`}>{it.email}</a>
      </>
    ) : null}
  </>
)

const Reacted = ({ it, now }: { it: WorkNotice; now: Date }) =>
  it.reacted.length === 0 ? null : (
    <Section title={say(workTexts.reacted)} id="reacties">
      <RowList label={say(workTexts.reacted)}>
        {it.reacted.map((one) => (
          <Row
            when={shortDay(one.madeOn, now)}
            title={<Reach it={one} />}
            act={
              <ButtonLink href={one.href}>
                {say(workTexts.handled)}
                <span class="unseen">: {one.called}</span>
              </ButtonLink>
            }
          >
            <p>{one.words}</p>
          </Row>
        ))}
      </RowList>
      <p class="soft">{say(workTexts.reactedText)}</p>
    </Section>
  )

const Reported = ({ it, now }: { it: WorkNotice; now: Date }) =>
  it.reported.length === 0 ? null : (
    <Section title={say(workTexts.reported)} id="meldingen">
      <RowList label={say(workTexts.reported)}>
        {it.reported.map((one) => (
          <Row when={shortDay(one.madeOn, now)} state="watch" title={say(reportReasons[one.reason])}>
            {one.words ? <p>{one.words}</p> : null}
          </Row>
        ))}
      </RowList>
    </Section>
  )

const Fitting = ({ it }: { it: WorkNotice }) =>
  it.candidates.length === 0 ? null : (
    <Section title={say(workTexts.fits)} id="past">
      <RowList label={say(workTexts.fits)}>
        {it.candidates.map((one) => (
          <Row
            title={one.title}
            href={`/activiteiten/ruilbord/${one.id}`}
            act={
              <ButtonLink href={`/activiteiten/ruilbord/${it.id}/koppelen?met=${one.id}`}>
                {say(workTexts.matchThis)}
                <span class="unseen">: {one.title}</span>
              </ButtonLink>
            }
          >
            <p>{[one.area, say(workTexts.alike)].join(' · ')}</p>
          </Row>
        ))}
      </RowList>
    </Section>
  )

/** One notice, and what can be done. */
export const WorkNoticePage = ({ it, now }: { it: WorkNotice; now: Date }) => (
  <>
    <BackLink href="/activiteiten/ruilbord">{say(workTexts.back)}</BackLink>
    <PageHead
      title={it.title}
      marks={
        <>
          <NoticeMarks it={it} /> <StateMark state={stateOf[it.state]}>{say(states[it.state])}</StateMark>
        </>
      }
    />
    <Facts
      facts={[
        { name: say(workTexts.about), value: it.words },
        { name: say(workTexts.place), value: where(it) },
        { name: say(workTexts.left), value: say(it.by ? workTexts.leftFor(fullDay(it.leftOn), it.by) : workTexts.leftSelf(fullDay(it.leftOn))) },
        { name: say(workTexts.until), value: fullDay(it.untilOn) },
        ...(it.contact ? [{ name: say(workTexts.contact), value: <Reach it={it.contact} /> }] : it.connects ? [] : [{ name: say(workTexts.contact), value: say(workTexts.contactHidden) }]),
        ...(it.match ? [{ name: say(workTexts.coupled), value: <a href={`/activiteiten/ruilbord/${it.match.id}`}>{it.match.title}</a> }] : []),
        ...(it.reason ? [{ name: say(workTexts.refusedNow), value: [say(refusals[it.reason]), it.reasonWords].filter(Boolean).join('. ') }] : []),
      ]}
    />
    <Acts>
      {it.acts.map((act) => (
        <ButtonLink look={act.name === 'board.approve' ? 'filled' : 'outlined'} href={act.href}>
          {say(act.title)}
        </ButtonLink>
      ))}
    </Acts>
    <Reacted it={it} now={now} />
    <Reported it={it} now={now} />
    <Fitting it={it} />
  </>
)
