import { fullDay, shortDay } from '../../platform/dates.ts'
import { say } from '../../platform/texts.ts'
import { Acts, ButtonLink } from '../../ui/buttons.tsx'
import { Disclosure, Disclosures } from '../../ui/Disclosure.tsx'
import { Section } from '../../ui/page.tsx'
import { Spine } from '../../ui/time.tsx'
import { ActLink, acting, type Content } from './ActLink.tsx'
import { stepOf } from './life.ts'
import { questionsOf } from './questions.ts'
import type { ShownCase } from './shown.ts'
import { stateTexts, stepTexts, texts } from './texts.ts'

const progressOf = (step: number, current: number, closed: boolean) => (step < current || closed ? 'done' : step === current ? 'now' : 'waits')

/** What stands at a step of which we have no date: who is not involved gets no notes. */
const stepNote = (it: ShownCase, passed: boolean) => (it.content ? say(passed ? texts.passedOver : texts.notYet) : undefined)

/** The five steps: what was done when and by whom, where the case is now. */
export const Steps = ({ it, now }: { it: ShownCase; now: Date }) => {
  const current = stepOf(it.state)
  return (
    <Spine
      label={say(texts.fiveSteps)}
      steps={stepTexts.map((name, index) => {
        const step = index + 1
        const opened = it.content?.steps.filter((one) => one.step === step).at(-1)
        const passed = step < current
        const progress = it.content && passed && !opened ? 'waits' : progressOf(step, current, it.state === 'closed')
        return { name: say(name), note: opened ? `${shortDay(opened.openedOn, now)}, ${opened.openedBy}` : stepNote(it, passed), progress }
      })}
    />
  )
}

/** The questions of the present step with their answers, and the ways on. */
export const Answers = ({ it, content }: { it: ShownCase; content: Content }) => {
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
      {it.mine && !acting(it, 'close') ? <p class="small soft">{say(texts.closeLater)}</p> : null}
    </Section>
  )
}

/** What was answered in the steps before. */
export const Earlier = ({ content, step }: { content: Content; step: number }) => {
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
