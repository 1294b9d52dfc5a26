import type { OpenAct } from '../../platform/act.ts'
import { fullDay } from '../../platform/dates.ts'
import { say } from '../../platform/texts.ts'
import { Acts, ButtonLink } from '../../ui/buttons.tsx'
import { Row, RowList } from '../../ui/lists.tsx'
import { StateMark } from '../../ui/marks.tsx'
import { Section } from '../../ui/page.tsx'
import type { ShownThreshold } from './thresholds.ts'
import { effects, roomMeans, thresholdKinds, thresholdTexts as texts } from './thresholdTexts.ts'

const stateOf = (it: ShownThreshold) => (it.open ? (it.done.length > 0 ? 'now' : 'waits') : 'good')
const wordsOf = (it: ShownThreshold): string => say(it.effect ? effects[it.effect] : it.done.length > 0 ? texts.worked : texts.open)

/** Small links under a row: what may be done with it. */
export const FewActs = ({ acts }: { acts: readonly OpenAct[] }) =>
  acts.length === 0 ? null : (
    <p class="small">
      {acts.map((it, at) => (
        <>
          {at > 0 ? ' · ' : null}
          <a href={it.href}>{say(it.title)}</a>
        </>
      ))}
    </p>
  )

/** Thresholds found at an entry, with what was done to make room and what came of it. */
export const Thresholds = ({ thresholds, note }: { thresholds: readonly ShownThreshold[]; note: OpenAct | null }) => (
  <Section title={say(texts.section)} id="drempels" note={say(texts.lead)}>
    {thresholds.length === 0 ? <p class="soft">{say(texts.none)}</p> : null}
    <RowList>
      {thresholds.map((it) => (
        <Row title={it.what} level={3}>
          <p>
            <StateMark state={stateOf(it)}>{wordsOf(it)}</StateMark>
          </p>
          <p>{[say(texts.for(it.forWhom)), it.place].filter(Boolean).join(', ')}</p>
          {it.done.length > 0 ? (
            <p>
              {say(texts.did)}
              {it.done.map((one) => say(roomMeans[one]).toLowerCase()).join(', ')}. {it.doneWords}
            </p>
          ) : null}
          {it.effectWords ? <p>{it.effectWords}</p> : null}
          <p class="small soft">
            {say(thresholdKinds[it.kind])}. {say(texts.foundBy(it.foundBy, fullDay(it.foundOn)))}
          </p>
          <FewActs acts={it.acts} />
        </Row>
      ))}
    </RowList>
    {note ? (
      <Acts>
        <ButtonLink href={note.href}>{say(note.title)}</ButtonLink>
      </Acts>
    ) : null}
  </Section>
)
