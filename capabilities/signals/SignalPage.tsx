import type { Child } from 'hono/jsx'
import { fullDay, longDay, overdue } from '../../platform/dates.ts'
import { say } from '../../platform/texts.ts'
import { NextStep } from '../../ui/boxes.tsx'
import { Acts, ButtonLink } from '../../ui/buttons.tsx'
import { StateMark } from '../../ui/marks.tsx'
import { Facts, PageHead, Quote, Section, WithSide } from '../../ui/page.tsx'
import { Timeline } from '../../ui/time.tsx'
import { themes, urgencies } from '../cases/index.ts'
import { happeningsOf } from './history.ts'
import type { ShownSignal } from './shown.ts'
import { SignalSide } from './SignalSide.tsx'
import { texts } from './texts.ts'
import { knowing, needs, outcomes, stateTexts } from './words.ts'

type OpenAct = ShownSignal['acts'][number]

const ActLink = ({ to, look, words }: { to: OpenAct; look: 'outlined' | 'filled'; words?: string }) => (
  <ButtonLink look={look} href={to.href}>
    {words ?? say(to.title)}
  </ButtonLink>
)

const named = (acts: readonly OpenAct[], name: string): OpenAct | undefined => acts.find((one) => one.name === `signals.${name}`)

/** The one act that comes now: take up, weigh, decide, or tell whoever signalled. */
function nextAct(it: ShownSignal): { act: OpenAct; title: string } | null {
  const debt = it.feedback.flatMap((one) => one.acts).find((one) => one.name === 'signals.give-feedback')
  const take = named(it.acts, 'take-up')
  const weigh = named(it.acts, 'assess')
  const close = named(it.acts, 'open-case') ?? named(it.acts, 'close')
  if (it.state === 'new' && take) return { act: take, title: say(texts.stepTakeUp) }
  if (weigh && !it.weighing) return { act: weigh, title: say(texts.stepAssess) }
  if (close) return { act: close, title: say(texts.stepDecide) }
  return debt ? { act: debt, title: say(texts.stepFeedback) } : null
}

const Next = ({ it, now }: { it: ShownSignal; now: Date }) => {
  const next = nextAct(it)
  if (!next) return null
  const day = it.nextOn ?? it.feedback.find((one) => one.acts.length > 0)?.dueOn
  const late = day ? overdue(day, now) : undefined
  return (
    <NextStep over={late ?? say(texts.nextStep)} state={late ? 'alarm' : undefined} title={next.title} act={<ActLink to={next.act} look="filled" />}>
      <p>{day ? say(texts.lookBy(it.owner, longDay(day, now))) : it.owner}</p>
    </NextStep>
  )
}

const Seen = ({ it, content }: { it: ShownSignal; content: NonNullable<ShownSignal['content']> }) => (
  <Section title={say(texts.inTheirWords)} id="seen">
    <Quote said={say(texts.saidOn(fullDay(new Date(it.receivedAt))))}>
      {content.seen.split('\n').map((text, index) => (
        <>
          {index > 0 ? <br /> : null}
          {text}
        </>
      ))}
    </Quote>
    <div class="signal-facts">
      <Facts
      facts={[
        { name: say(texts.themesLabel), value: (it.weighing?.themes ?? content.themes).map((key) => say(themes[key])).join(', ') || say(texts.notWeighed) },
        { name: say(texts.sourceLabel), value: content.source === 'own' ? say(texts.ownObservation) : say(texts.heardFrom(content.sourceFrom ?? '')) },
        { name: say(texts.knowsLabel), value: say(knowing[content.knows]) },
        ...(content.wish ? [{ name: say(texts.wishLabel), value: content.wish }] : []),
      ]}
      />
    </div>
  </Section>
)

const Weighing = ({ it }: { it: ShownSignal }) => (
  <Section title={say(texts.weighing)} id="weighing" note={it.weighing ? say(texts.weighedBy(it.weighing.by, fullDay(it.weighing.on))) : undefined}>
    {it.weighing ? (
      <div class="signal-facts">
        <Facts
          facts={[
          { name: say(texts.strengthLabel), value: it.weighing.ownStrength },
          { name: say(texts.behindLabel), value: it.weighing.questionBehind ?? say(texts.notAsked) },
          { name: say(texts.needsLabel), value: it.weighing.needs.map((key) => say(needs[key])).join(', ') || say(texts.notAsked) },
        ]}
        />
      </div>
    ) : (
      <p class="soft">{say(texts.notWeighed)}</p>
    )}
  </Section>
)

const Marks = ({ it }: { it: ShownSignal }): Child => (
  <>
    <StateMark state={it.finishedOn ? 'good' : it.state === 'new' ? 'now' : 'waits'}>{say(stateTexts[it.state])}</StateMark>
    {it.urgency === 'normal' || it.finishedOn ? null : <StateMark state={it.urgency === 'now' ? 'watch' : 'info'}>{say(texts.urgent(say(urgencies[it.urgency])))}</StateMark>}
    {it.outcome && it.outcome !== 'case' ? <span class="small soft">{say(outcomes[it.outcome])}</span> : null}
    {it.caseLink ? <a href={it.caseLink.href}>{say(texts.toCase(it.caseLink.number))}</a> : null}
  </>
)

/** One signal: what was seen, what the team makes of it, and the row of acts. */
export const SignalPage = ({ it, now }: { it: ShownSignal; now: Date }) => {
  const next = nextAct(it)
  const others = it.acts.filter((one) => one.name !== next?.act.name)
  return (
    <>
      <PageHead title={say(texts.from(it.area ?? say(texts.unplaced)))} crumbs={[{ label: say(texts.signals), href: '/signalen' }, { label: it.number, code: true }]} marks={<Marks it={it} />} />
      <Next it={it} now={now} />
      {others.length > 0 ? (
        <Acts>
          {others.map((one) => (
            <ActLink to={one} look="outlined" words={one.name === 'signals.take-up' ? say(texts.passOn) : undefined} />
          ))}
          <ButtonLink look="plain" href="/sociale-kaart/gemis">
            {say(texts.noOffer)}
          </ButtonLink>
        </Acts>
      ) : null}
      <div class="signal-body">
        <WithSide side={<SignalSide it={it} now={now} />}>
        {it.content ? (
          <Seen it={it} content={it.content} />
        ) : (
          <p class="lead">{say(texts.onlyExists)}</p>
        )}
        {it.maySeeWeighing ? (
          <>
            <Weighing it={it} />
            <Section title={say(texts.timeline)} id="timeline" strong>
              <Timeline label={say(texts.timeline)} happenings={happeningsOf(it, now)} />
            </Section>
          </>
        ) : null}
        </WithSide>
      </div>
    </>
  )
}
