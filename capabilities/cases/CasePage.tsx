import type { Child } from 'hono/jsx'
import { fullDay, longDay, overdue, shortDay } from '../../platform/dates.ts'
import { say } from '../../platform/texts.ts'
import { Acts, ButtonLink } from '../../ui/buttons.tsx'
import { NextStep } from '../../ui/boxes.tsx'
import { Disclosure, Disclosures } from '../../ui/Disclosure.tsx'
import { ShortItem, ShortList } from '../../ui/lists.tsx'
import { Tag } from '../../ui/marks.tsx'
import { Facts, PageHead, Quote, Section, WithSide } from '../../ui/page.tsx'
import { Spine, Timeline } from '../../ui/time.tsx'
import { stepOf } from './life.ts'
import { questionsOf } from './questions.ts'
import type { ShownCase } from './shown.ts'
import { timelineOf } from './timeline.ts'
import { ageBands, groundKinds, livesHow, outcomes, questionKinds, roleTexts, sexes, stateTexts, stepTexts, texts, themes, urgencies } from './texts.ts'

type Content = NonNullable<ShownCase['content']>

const acting = (it: ShownCase, name: string) => it.acts.find((one) => one.name === `cases.${name}`)

const ActLink = ({ it, name, look = 'plain' }: { it: ShownCase; name: string; look?: 'plain' | 'outlined' | 'filled' }) => {
  const found = acting(it, name)
  return found ? (
    <ButtonLink look={look} href={found.href}>
      {say(found.title)}
    </ButtonLink>
  ) : null
}

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

const progressOf = (step: number, current: number, closed: boolean) => (step < current || closed ? 'done' : step === current ? 'now' : 'waits')

const Steps = ({ it }: { it: ShownCase }) => {
  const current = stepOf(it.state)
  return (
    <Spine
      label={say(texts.fiveSteps)}
      steps={stepTexts.map((name, index) => {
        const opened = it.content?.steps.filter((one) => one.step === index + 1).at(-1)
        return { name: say(name), note: opened ? `${shortDay(opened.openedOn)}, ${opened.openedBy}` : say(texts.notYet), progress: progressOf(index + 1, current, it.state === 'closed') }
      })}
    />
  )
}

const Answers = ({ it, content }: { it: ShownCase; content: Content }) => {
  const step = stepOf(it.state)
  const round = content.steps.filter((one) => one.step === step).at(-1)?.round ?? 1
  const given = content.answers.filter((one) => one.step === step && one.round === round)
  const answer = acting(it, 'answer-question')
  const asked = questionsOf(step).map(({ key, text }) => ({ key: key as string, words: text, answer: given.find((one) => one.question === key) }))
  const own = given.filter((one) => one.question.startsWith('own:')).map((one) => ({ key: one.question, words: one.words, answer: one }))
  return (
    <Section title={say(stateTexts[it.state])} id="step" note={say(texts.questionsHelp)}>
      <Disclosures>
        {[...asked, ...own].map(({ key, words, answer: found }) => (
          <Disclosure question={say(words)} first={found ? found.body.split('\n')[0] : say(texts.notAsked)} open={Boolean(found)}>
            {found ? (
              <>
                {found.body.split('\n').map((text) => (
                  <p>{text}</p>
                ))}
                <p class="small soft">
                  {found.writer}, {fullDay(new Date(found.writtenAt))}
                </p>
              </>
            ) : (
              <p class="soft">{say(texts.notAsked)}</p>
            )}
            {answer && !key.startsWith('own:') ? (
              <p>
                <a href={`${answer.href}?vraag=${key}`}>{say(found ? texts.changeAnswer : texts.writeAnswer)}</a>
              </p>
            ) : null}
          </Disclosure>
        ))}
      </Disclosures>
      <Acts>
        <ActLink it={it} name="open-step" look="outlined" />
        {answer ? (
          <ButtonLink look="plain" href={`${answer.href}?vraag=own`}>
            {say(texts.ownQuestion)}
          </ButtonLink>
        ) : null}
        <ActLink it={it} name="close" look="outlined" />
      </Acts>
    </Section>
  )
}

const Earlier = ({ content, step }: { content: Content; step: number }) => {
  const before = content.answers.filter((one) => one.step < step)
  return before.length === 0 ? null : (
    <Disclosure question={say(texts.earlierAnswers)} first={say(texts.answerCount(before.length))}>
      {before.map((one) => (
        <>
          <p class="strong">{say(one.words)}</p>
          <p>{one.body}</p>
        </>
      ))}
    </Disclosure>
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

const actionProgress = { open: 'now', done: 'done', 'not-done': 'waits', dropped: 'waits' } as const

const Side = ({ it, now }: { it: ShownCase; now: Date }) => {
  const { content } = it
  return (
    <>
      {content?.ownWords ? (
        <Section title={say(texts.ownWordsTitle)} level={3}>
          <Quote said={content.ownWordsOn ? say(texts.saidOn(fullDay(content.ownWordsOn))) : undefined}>{content.ownWords}</Quote>
        </Section>
      ) : null}
      <Section title={say(texts.whoIsThere)} level={3} act={<ActLink it={it} name="involve" />}>
        <ShortList>
          {it.parties
            .filter((one) => one.inForce)
            .map((one) => (
              <ShortItem title={one.name}>
                {one.organization}, {say(roleTexts[one.role as keyof typeof roleTexts])}. {one.reason}. {say(texts.until(shortDay(one.untilOn, now)))}
                {one.endHref ? (
                  <>
                    {' '}
                    <a href={one.endHref}>{say(texts.endPartShort)}</a>
                  </>
                ) : null}
              </ShortItem>
            ))}
        </ShortList>
      </Section>
      <Section title={say(texts.whyAllowed)} level={3} act={<ActLink it={it} name="record-ground" />}>
        <ShortList>
          {it.grounds
            .filter((one) => one.inForce)
            .map((one) => (
              <ShortItem title={one.kind === 'anonymous' ? say(texts.anonymousGround) : say(groundKinds[one.kind])}>
                {one.receiver}
                {one.article ? `, ${one.article}` : ''}
                {one.withIdentity ? `, ${say(texts.withName)}` : ''}
                {one.untilOn ? `, ${say(texts.until(shortDay(one.untilOn, now)))}` : ''}
                {one.withdrawHref ? (
                  <>
                    {' '}
                    <a href={one.withdrawHref}>{say(texts.withdrawShort)}</a>
                  </>
                ) : null}
              </ShortItem>
            ))}
        </ShortList>
      </Section>
      {content ? (
        <>
          <Section title={say(texts.agreements)} level={3} act={<ActLink it={it} name="agree-action" />}>
            {content.actions.length === 0 ? <p class="soft small">{say(texts.nothingAgreed)}</p> : null}
            <ShortList>
              {content.actions.map((one) => (
                <ShortItem title={one.reportHref ? <a href={one.reportHref}>{one.what}</a> : one.what} progress={actionProgress[one.state]}>
                  {one.taker}, {shortDay(one.dueOn, now)}
                  {one.state === 'open' && overdue(one.dueOn, now) ? `, ${overdue(one.dueOn, now)}` : ''}
                </ShortItem>
              ))}
            </ShortList>
          </Section>
          <Section title={say(texts.undertaken)} level={3} act={<ActLink it={it} name="record-deed" />}>
            {content.deeds.length === 0 ? <p class="soft small">{say(texts.nothingDone)}</p> : null}
            <ShortList>
              {content.deeds.map((one) => (
                <ShortItem title={one.what} progress="done">
                  {one.by}, {shortDay(one.doneOn, now)}
                </ShortItem>
              ))}
            </ShortList>
          </Section>
        </>
      ) : null}
    </>
  )
}

const About = ({ content }: { content: Content }) => (
  <Section title={say(texts.about)} id="about">
    <Facts
      facts={[
        { name: say(texts.kindLabel), value: say(questionKinds[content.questionKind]) },
        { name: say(texts.behindLabel), value: content.questionBehind ?? say(texts.notAsked) },
        { name: say(texts.themesLabel), value: content.themes.map((key) => say(themes[key])).join(', ') },
        { name: say(texts.person), value: [say(sexes[content.sex]), say(ageBands[content.ageBand]), content.livingSituation ? say(livesHow[content.livingSituation]) : undefined].filter(Boolean).join(', ') },
        { name: say(texts.introducedLabel), value: content.introducedBy ?? say(texts.unknown) },
      ]}
    />
  </Section>
)

const Marks = ({ it }: { it: ShownCase }): Child => (
  <>
    <Tag full>{say(it.anonymous ? texts.anonymous : texts.known)}</Tag>
    {it.anonymous ? <span class="small soft">{say(texts.anonymousWords)}</span> : it.identityHref ? <a href={it.identityHref}>{say(texts.identityTitle)}</a> : null}
    {it.urgency === 'normal' ? null : <Tag>{say(urgencies[it.urgency])}</Tag>}
    {it.inPortfolio ? <Tag>{say(texts.inPortfolio)}</Tag> : null}
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
    <WithSide side={<Side it={it} now={now} />}>
      <div class="case-columns">
        <Steps it={it} />
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
          <About content={it.content} />
        </>
      ) : null}
      {it.parties.length > 0 ? (
        <Section title={say(texts.timeline)} id="timeline" strong act={<ActLink it={it} name="record-contact" />}>
          <Timeline
            label={say(texts.timeline)}
            happenings={timelineOf(it).map((event) => ({ when: <time datetime={event.on}>{shortDay(event.on, now)}</time>, what: event.what, note: event.note, planned: event.planned }))}
          />
        </Section>
      ) : null}
      <Acts>
        <ActLink it={it} name="describe-question" look="outlined" />
        <ActLink it={it} name="plan" look="outlined" />
        <ActLink it={it} name="propose-handover" look="outlined" />
        <ActLink it={it} name="link-identity" look="outlined" />
        <ActLink it={it} name="unlink-identity" />
        <ActLink it={it} name="make-resident-code" look="outlined" />
      </Acts>
    </WithSide>
  </>
)
