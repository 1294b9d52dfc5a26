import { fullDay } from '../../platform/dates.ts'
import { say } from '../../platform/texts.ts'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Dutch } from '../../ui/Dutch.tsx'
import { ShortItem, ShortList } from '../../ui/lists.tsx'
import { Empty } from '../../ui/moments.tsx'
import { Answer, Section } from '../../ui/page.tsx'
import type { Ground, ShownAnswer, ShownReason } from './shown.ts'
import { texts } from './texts.ts'

/** What the sentence calls it. */
export type Called = keyof typeof texts.because

const sourceOf = ({ source, year }: Ground): string => (year === null || say(source).includes(year) ? say(source) : `${say(source)}, ${year}`)

/** What a reason rests on, each with its source, as it stood. */
export const Grounds = ({ grounds }: { grounds: readonly Ground[] }) => (
  <ul class="evidence">
    {grounds.map((it) => (
      <li>
        <a href={it.href}>{say(it.label)}</a>: {it.says ? `${say(it.value)} (${say(it.says)})` : say(it.value)}
        <span class="small soft">
          {' '}
          {sourceOf(it)}; {say(texts.asOn(fullDay(it.on)))}
        </span>
      </li>
    ))}
  </ul>
)

/** The sentence alone: its end was written by somebody, in Dutch. */
export const Because = ({ it, called }: { it: Pick<ShownReason, 'because'>; called: Called }) => (
  <p>
    {say(texts.because[called])} <Dutch>{it.because}</Dutch>.
  </p>
)

/** Why something is there, as an answer on its page: one sentence, and what it rests on behind a question. Nothing when nobody said it. */
export const WhyHere = ({ reasons, called, sayHref }: { reasons: readonly ShownReason[]; called: Called; sayHref?: string | null }) =>
  reasons.length === 0 && !sayHref ? null : (
    <Answer question={say(texts.why)}>
      {reasons.map((it) => (
        <>
          <Because it={it} called={called} />
          <Disclosure question={say(texts.restsOn(it.area.name))}>
            {it.restsOn.length > 0 ? <Grounds grounds={it.restsOn} /> : null}
            {it.points.length > 0 ? (
              <p>
                {say(texts.inPlan)}:{' '}
                {it.points.map(({ statement, href }, place) => (
                  <>
                    {place > 0 ? '; ' : null}
                    <a href={href}>
                      <Dutch>{statement}</Dutch>
                    </a>
                  </>
                ))}
              </p>
            ) : null}
          </Disclosure>
        </>
      ))}
      {sayHref ? (
        <p>
          <a href={sayHref}>{say(texts.say)}</a>
        </p>
      ) : null}
    </Answer>
  )

/** Names of what answers one need, in one line. Nothing when there is none. */
export const AnsweredBy = ({ answers }: { answers: readonly ShownAnswer[] }) =>
  answers.length === 0 ? null : (
    <p>
      <span class="soft">{say(texts.answeredBy)}:</span>{' '}
      {answers.map(({ name, href }, place) => (
        <>
          {place > 0 ? ', ' : null}
          <a href={href}>{name}</a>
        </>
      ))}
    </p>
  )

/** All that was started for a need of an area. */
export const AnswersPart = ({ answers }: { answers: readonly ShownAnswer[] }) => (
  <Section title={say(texts.answers)} id="antwoorden">
    <div class="stack">
      {answers.length === 0 ? (
        <Empty level={3} title={say(texts.answersNone)} />
      ) : (
        <>
          <p>{say(texts.answersLead)}</p>
          <ShortList>
            {answers.map((it) => (
              <ShortItem title={<a href={it.href}>{it.name}</a>}>
                <Dutch>{it.because}</Dutch>
              </ShortItem>
            ))}
          </ShortList>
        </>
      )}
    </div>
  </Section>
)
