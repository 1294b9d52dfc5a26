import { longDay } from '../../platform/dates.ts'
import { say } from '../../platform/texts.ts'
import { Acts, ButtonLink } from '../../ui/buttons.tsx'
import { Dutch } from '../../ui/Dutch.tsx'
import { Code, type State, StateMark } from '../../ui/marks.tsx'
import { Empty } from '../../ui/moments.tsx'
import { PageHead } from '../../ui/page.tsx'
import type { ShownStand } from './following.tsx'
import { texts } from './texts.ts'
import { refusals, type Standing, states } from './words.ts'

/** The shape that goes with how it stands. */
export const stateOf: Record<Standing, State> = { waiting: 'waits', public: 'good', matched: 'now', refused: 'watch', done: 'info', withdrawn: 'info', over: 'info' }

const Kept = ({ code }: { code: string }) => (
  <section class="call-box" aria-labelledby="code">
    <h2 class="section-title" id="code">
      {say(texts.keepCode)}
    </h2>
    <p class="phone-number">
      <Code>{code}</Code>
    </p>
    <p>{say(texts.keepCodeText)}</p>
  </section>
)

/** How it stands with one's own notice. Without a code at hand: the way to ask. */
export const StandPage = ({ stand, now }: { stand: ShownStand | null; now: Date }) => (
  <>
    <PageHead title={say(texts.standTitle)} />
    {stand ? (
      <>
        <p>
          <StateMark state={stateOf[stand.state]}>{say(states[stand.state])}</StateMark>
        </p>
        <p class="lead">
          <Dutch>{stand.title}</Dutch>
        </p>
        <p>{say(texts.standText[stand.state])}</p>
        {stand.reason ? <p>{say(texts.why(say(refusals[stand.reason]).toLowerCase()))}</p> : null}
        {stand.reasonWords ? (
          <p>
            <Dutch>{stand.reasonWords}</Dutch>
          </p>
        ) : null}
        {stand.state === 'waiting' || stand.state === 'public' ? <p class="soft">{say(texts.until(longDay(stand.until, now)))}</p> : null}
        {stand.state === 'waiting' ? <Kept code={stand.code} /> : null}
      </>
    ) : (
      <Empty title={say(texts.codeGone)}>
        <p>{say(texts.codeGoneText)}</p>
      </Empty>
    )}
    <Acts>
      <ButtonLink href="/ruilbord/volgen">{say(texts.own)}</ButtonLink>
      <ButtonLink look="plain" href="/ruilbord">
        {say(texts.toBoard)}
      </ButtonLink>
    </Acts>
  </>
)
