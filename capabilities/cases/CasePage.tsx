import type { Child } from 'hono/jsx'
import { fullDay, longDay, overdue, shortDay } from '../../platform/dates.ts'
import { say } from '../../platform/texts.ts'
import { Acts, ButtonLink } from '../../ui/buttons.tsx'
import { NextStep } from '../../ui/boxes.tsx'
import { StateMark, Tag } from '../../ui/marks.tsx'
import { Facts, PageHead, Section } from '../../ui/page.tsx'
import { Timeline } from '../../ui/time.tsx'
import { ActLink, acting, type Content } from './ActLink.tsx'
import { CaseSide } from './CaseSide.tsx'
import { Answers, Earlier, Steps } from './CaseSteps.tsx'
import { stepOf } from './life.ts'
import type { ShownCase } from './shown.ts'
import { timelineOf } from './timeline.ts'
import { ageBands, livesHow, outcomes, questionKinds, sexes, stateTexts, texts, themes, urgencies } from './texts.ts'

const Next = ({ it, now }: { it: ShownCase; now: Date }) => {
  const answer = acting(it, 'answer-handover')
  if (answer) {
    return (
      <NextStep over={say(texts.putToYou)} title={say(texts.handAnswerLabel)} act={<ActLink it={it} name="answer-handover" look="filled" />}>
        <p>{say(texts.ownedBy(it.owner))}</p>
      </NextStep>
    )
  }
  if (it.state === 'closed') return null
  const open = it.content?.actions.find((one) => one.state === 'open')
  const late = open ? overdue(open.dueOn, now) : it.nextOn ? overdue(it.nextOn, now) : undefined
  return (
    <NextStep
      over={late ?? say(texts.nextStep)}
      state={late ? 'alarm' : undefined}
      title={open ? open.what : say(texts.lookAgain)}
      act={
        open?.reportHref ? (
          <ButtonLink look="filled" href={open.reportHref}>
            {say(texts.reportTitle)}
          </ButtonLink>
        ) : (
          <ActLink it={it} name="agree-action" look="filled" />
        )
      }
    >
      <p>{open ? `${open.taker}, ${longDay(open.dueOn, now)}` : it.nextOn ? `${it.owner}, ${longDay(it.nextOn, now)}` : null}</p>
    </NextStep>
  )
}

const Closure = ({ closure }: { closure: NonNullable<Content['closure']> }) => (
  <Section title={say(texts.howItEnded)} id="closure" strong>
    <Facts
      facts={[
        { name: say(texts.outcomeLabel), value: say(outcomes[closure.outcome]) },
        { name: say(texts.problemLabel), value: closure.problem },
        { name: say(texts.problemOwnerLabel), value: closure.problemOwner },
        { name: say(texts.workedLabel), value: closure.whatWorked },
        { name: say(texts.satisfiedLabel), value: closure.satisfaction },
        { name: say(texts.alertLabel), value: closure.stayAlert },
        { name: say(texts.lessonLabel), value: closure.lesson },
        ...(closure.aftercareBy ? [{ name: say(texts.aftercareLabel), value: `${closure.aftercareBy}${closure.aftercareUntil ? `, ${fullDay(closure.aftercareUntil)}` : ''}` }] : []),
      ]}
    />
  </Section>
)

const About = ({ it, content }: { it: ShownCase; content: Content }) => (
  <Section title={say(texts.about)} id="about" act={<ActLink it={it} name="describe-question" />}>
    <Facts
      facts={[
        { name: say(texts.kindLabel), value: say(questionKinds[content.questionKind]) },
        { name: say(texts.behindLabel), value: content.questionBehind ?? say(texts.notAsked) },
        { name: say(texts.themesLabel), value: content.themes.map((key) => say(themes[key])).join(', ') },
        { name: say(texts.person), value: [say(sexes[content.sex]), say(ageBands[content.ageBand]), content.livingSituation ? say(livesHow[content.livingSituation]) : undefined].filter(Boolean).join(', ') },
        { name: say(texts.introducedLabel), value: content.introducedBy ?? say(texts.unknown) },
        ...(content.signals.length > 0 ? [{ name: say(texts.cameFrom), value: content.signals.map((one) => <a href={one.href}>{say(texts.signalOf(fullDay(one.receivedOn)))}</a>) }] : []),
      ]}
    />
  </Section>
)

const Marks = ({ it }: { it: ShownCase }): Child => (
  <>
    <Tag full>{say(it.anonymous ? texts.anonymous : texts.known)}</Tag>
    {it.anonymous ? <span class="small soft">{say(texts.anonymousWords)}</span> : it.identityHref ? <a href={it.identityHref}>{say(texts.identityTitle)}</a> : null}
    {it.urgency === 'normal' || it.closedOn ? null : <StateMark state={it.urgency === 'now' ? 'watch' : 'info'}>{say(texts.urgent(say(urgencies[it.urgency])))}</StateMark>}
    {it.inPortfolio ? <StateMark state="waits">{say(texts.inPortfolio)}</StateMark> : null}
    {it.closedOn ? <StateMark state="good">{say(texts.closedOn(fullDay(it.closedOn)))}</StateMark> : null}
  </>
)

/** A case: its next step on top, the five steps, the questions of this step, who is there and why, what was agreed and done. */
export const CasePage = ({ it, now }: { it: ShownCase; now: Date }) => (
  <>
    <PageHead
      title={it.content ? (it.content.question ?? say(questionKinds[it.content.questionKind])) : say(texts.caseTitle(it.number))}
      crumbs={[{ label: say(texts.cases), href: '/casussen' }, { label: it.number, code: true }]}
      marks={<Marks it={it} />}
      lead={it.content ? undefined : say(texts.onlyNumber)}
    />
    <Next it={it} now={now} />
    <div class="case-acts">
      <Acts>
        <ActLink it={it} name="plan" look="outlined" />
        <ActLink it={it} name="propose-handover" look="outlined" />
        <ActLink it={it} name="make-resident-code" look="outlined" />
        <ActLink it={it} name="link-identity" look="outlined" />
        <ActLink it={it} name="unlink-identity" />
      </Acts>
    </div>
    <div class="case-body">
      <div class="case-main">
        <div class="case-columns">
          <Steps it={it} now={now} />
          <div>
            {it.content && it.state !== 'closed' ? <Answers it={it} content={it.content} /> : null}
            {it.content?.closure ? <Closure closure={it.content.closure} /> : null}
            {it.content ? null : (
              <Facts
                facts={[
                  { name: say(texts.stateLabel), value: say(stateTexts[it.state]) },
                  { name: say(texts.urgencyLabel), value: say(urgencies[it.urgency]) },
                  { name: say(texts.ownerLabel), value: it.owner },
                  { name: say(texts.nextOnLabel), value: it.nextOn ? longDay(it.nextOn, now) : say(texts.noDate) },
                ]}
              />
            )}
          </div>
        </div>
        {it.content ? (
          <>
            <Earlier content={it.content} step={it.state === 'closed' ? 6 : stepOf(it.state)} />
            <About it={it} content={it.content} />
          </>
        ) : null}
      </div>
      <div class="with-side-side case-side">
        <CaseSide it={it} now={now} />
      </div>
      {it.parties.length > 0 ? (
        <div class="case-timeline">
          <Section title={say(texts.timeline)} id="timeline" strong act={<ActLink it={it} name="record-contact" />}>
            <Timeline
              label={say(texts.timeline)}
              happenings={timelineOf(it).map((event) => ({ when: <time datetime={event.on}>{shortDay(event.on, now)}</time>, what: event.what, note: event.note, planned: event.planned }))}
            />
          </Section>
        </div>
      ) : null}
    </div>
  </>
)
