import { addDays, dayOf, fullDay, longDay, shortDay } from '../../platform/dates.ts'
import { say } from '../../platform/texts.ts'
import { NextStep, phoneHref } from '../../ui/boxes.tsx'
import { ButtonLink } from '../../ui/buttons.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { ShortItem, ShortList } from '../../ui/lists.tsx'
import { Code } from '../../ui/marks.tsx'
import { Empty } from '../../ui/moments.tsx'
import { PageHead, Quote, Section, TwoColumns } from '../../ui/page.tsx'
import { SwitchAct } from '../../ui/SwitchAct.tsx'
import { Timeline } from '../../ui/time.tsx'
import type { ShownPlan } from './shown.ts'
import { texts } from './texts.ts'

type Plan = ShownPlan['cases'][number]

const progressOf = { open: 'now', done: 'done', 'not-done': 'waits', dropped: 'waits' } as const
const quarter = 91

/** What comes now, and how to reach the team about it. */
const Next = ({ plan, now }: { plan: Plan; now: Date }) => {
  const open = plan.actions.filter((it) => it.state === 'open').toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
  const next = open.find((it) => it.dueOn >= dayOf(now)) ?? open[0]
  return (
    <NextStep
      over={say(texts.comesNext)}
      title={next?.what ?? say(texts.nothingPlanned)}
      act={
        plan.phone ? (
          <ButtonLink look="filled" icon="phone" href={phoneHref(plan.phone)}>
            {say(texts.callTeam(plan.phone))}
          </ButtonLink>
        ) : null
      }
    >
      {next ? <p>{say(texts.takerBy(next.taker, longDay(next.dueOn, now)))}</p> : null}
      <p>{say(texts.askBy(plan.phoneHours))}</p>
    </NextStep>
  )
}

const Actions = ({ plan, now }: { plan: Plan; now: Date }) => (
  <Section title={say(texts.whatWeDo)} id={`doen-${plan.number}`} strong>
    {plan.actions.length === 0 ? <p class="soft">{say(texts.nothingAgreed)}</p> : null}
    <ShortList>
      {plan.actions.map((it) => (
        <ShortItem title={it.what} progress={progressOf[it.state]}>
          {it.taker}. {it.state === 'open' ? say(texts.by(longDay(it.dueOn, now))) : it.state === 'done' ? say(texts.doneWith(it.result ?? '')) : (it.result ?? '')}
        </ShortItem>
      ))}
    </ShortList>
  </Section>
)

const Wishes = ({ plan }: { plan: Plan }) => (
  <Section title={say(texts.whatIWant)} id={`wil-${plan.number}`} strong>
    {plan.ownWords ? <Quote said={plan.ownWordsOn ? say(texts.youSaid(fullDay(plan.ownWordsOn))) : undefined}>{plan.ownWords}</Quote> : <p class="soft">{say(texts.noWish)}</p>}
  </Section>
)

const People = ({ plan }: { plan: Plan }) => (
  <Section title={say(texts.whoHelps)} id={`wie-${plan.number}`} strong>
    <ShortList>
      {plan.people.map((it) => (
        <ShortItem title={`${it.name}, ${it.organization}`}>
          {it.reason}. {it.owner ? say(texts.holdsThread) : say(texts.untilDay(fullDay(it.untilOn)))}
        </ShortItem>
      ))}
    </ShortList>
  </Section>
)

const Consents = ({ plan, now }: { plan: Plan; now: Date }) => (
  <Section title={say(texts.whoMaySee)} id="wie-mag-wat-zien" strong>
    {plan.consents.length === 0 ? <p class="soft">{say(texts.noConsents)}</p> : null}
    {plan.consents.map((it) => (
      <SwitchAct
        id={`consent-${it.id}`}
        on={it.on}
        action={it.on ? it.withdrawHref : it.giveHref}
        hiddenKey={crypto.randomUUID()}
        fields={it.on ? {} : { receiver: it.receiverValue, untilOn: addDays(dayOf(now), quarter) }}
        title={it.receiver}
      >
        {it.on ? say(texts.maySee(it.untilOn ? fullDay(it.untilOn) : '', it.withIdentity)) : say(texts.mayNotSee)}
      </SwitchAct>
    ))}
    {plan.laws.map((it) => (
      <p>
        <span class="strong">{it.receiver}</span> {say(texts.byLaw(it.article))}
      </p>
    ))}
    <p class="plan-note soft small">{say(texts.anonymousNote)}</p>
    {plan.closed ? null : (
      <p>
        <ButtonLink look="outlined" href={`/mijn-plan/${plan.id}/toestemming`}>
          {say(texts.giveTitle)}
        </ButtonLink>
      </p>
    )}
  </Section>
)

/** So many looks stand on the page; those before are behind one press. */
const lately = 8

const happening = (it: Plan['looks'][number], now: Date) => ({ when: shortDay(it.on, now), what: it.who, note: it.what })

const Looks = ({ plan, now }: { plan: Plan; now: Date }) => (
  <Section title={say(texts.whoLooked)} id={`keek-${plan.number}`} strong>
    {plan.looks.length === 0 ? (
      <p class="soft">{say(texts.nobodyLooked)}</p>
    ) : (
      <>
        <Timeline label={say(texts.whoLooked)} happenings={plan.looks.slice(0, lately).map((it) => happening(it, now))} />
        {plan.looks.length > lately ? (
          <Disclosure question={say(texts.lookedBefore)} first={say(texts.lookCount(plan.looks.length - lately))}>
            <Timeline label={say(texts.lookedBefore)} happenings={plan.looks.slice(lately).map((it) => happening(it, now))} />
          </Disclosure>
        ) : null}
      </>
    )}
  </Section>
)

const Written = ({ plan }: { plan: Plan }) =>
  plan.written.length === 0 && plan.contacts.length === 0 ? null : (
    <Section title={say(texts.whatIsWritten)} id={`staat-${plan.number}`} strong>
      {plan.written.map((it) => (
        <Disclosure question={say(it.question)} first={it.body.split('\n')[0]}>
          <p>{it.body}</p>
          <p class="small soft">
            {it.writer}, {fullDay(it.on)}
          </p>
        </Disclosure>
      ))}
      {plan.contacts.length > 0 ? (
        <Disclosure question={say(texts.contacts)} first={say(texts.contactCount(plan.contacts.length))}>
          <ShortList>
            {plan.contacts.map((it) => (
              <ShortItem title={fullDay(it.on)}>
                {it.by}, {it.channel}
              </ShortItem>
            ))}
          </ShortList>
        </Disclosure>
      ) : null}
    </Section>
  )

/** The resident's own dossier: what I want, what we do, who helps and why, who may see what, and who looked. */
export const PlanPage = ({ cases, now }: ShownPlan & { now: Date }) => (
  <>
    <PageHead title={say(texts.myPlan)} lead={say(texts.lead)} />
    {cases.length === 0 ? (
      <Empty title={say(texts.nothingKept)}>
        <p>{say(texts.nothingKeptText)}</p>
      </Empty>
    ) : null}
    {cases.map((plan, index) => (
      <>
        {index === 0 && !plan.closed ? <Next plan={plan} now={now} /> : null}
        <Section title={plan.question} id={`vraag-${plan.number}`} note={say(plan.closed ? texts.isClosed : texts.withTeam(plan.team))}>
          <p class="soft">
            {say(texts.yourNumber)} <Code>{plan.number}</Code>
          </p>
          {plan.closure ? (
            <>
              <p>{plan.closure.problem}</p>
              <p>{plan.closure.whatWorked}</p>
            </>
          ) : null}
        </Section>
        <TwoColumns>
          <Wishes plan={plan} />
          <Actions plan={plan} now={now} />
        </TwoColumns>
        <TwoColumns>
          <Consents plan={plan} now={now} />
          <People plan={plan} />
        </TwoColumns>
        <TwoColumns>
          <Looks plan={plan} now={now} />
          <Written plan={plan} />
        </TwoColumns>
      </>
    ))}
  </>
)
