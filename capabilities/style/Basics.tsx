import { say } from '../../platform/texts.ts'
import { Button, ButtonLink, ButtonNotNow } from '../../ui/buttons.tsx'
import { Code, StateMark, Tag } from '../../ui/marks.tsx'
import { People, PersonChip } from '../../ui/lists.tsx'
import { Quote } from '../../ui/page.tsx'
import { here, Specimen } from './Specimen.tsx'
import { values } from './swatches.ts'
import { colours, texts } from './texts.ts'

const Colours = () => (
  <Specimen name={texts.colour} id="colour">
    <ul class="swatches">
      {Object.entries(colours).map(([token, name]) => (
        <li class="swatch-row">
          <svg class={`swatch swatch-${token}`} viewBox="0 0 40 40" width="40" height="40" aria-hidden="true" focusable="false">
            <circle cx="20" cy="20" r="19" />
          </svg>
          <div>
            <p class="strong small">{say(name)}</p>
            <p class="swatch-values">{values[token as keyof typeof colours].join(' ')}</p>
          </div>
        </li>
      ))}
    </ul>
  </Specimen>
)

const Letters = () => (
  <Specimen name={texts.letter} id="letter">
    <p class="type-hero">{say(texts.heroSentence)}</p>
    <p class="type-line">
      <span class="type-page">{say(texts.pageHeading)}</span> <span class="soft small">{say(texts.pageHeadingNote)}</span>
    </p>
    <p class="type-line">
      <span class="type-section">{say(texts.sectionHeading)}</span> <span class="soft small">{say(texts.sectionHeadingNote)}</span>
    </p>
    <p class="type-line">
      <span class="type-row">{say(texts.rowHeading)}</span> <span class="soft small">{say(texts.rowHeadingNote)}</span>
    </p>
    <p>{say(texts.bodyText)}</p>
    <p class="small">{say(texts.smallText)}</p>
    <p class="small">
      {say(texts.codeText)} <Code>R4-7020-K8</Code>
    </p>
    <Quote said={say(texts.quoteSaid)}>{say(texts.quote)}</Quote>
  </Specimen>
)

const Buttons = () => (
  <Specimen name={texts.buttons} id="buttons">
    <form class="acts" method="get" action={here}>
      <Button look="filled">{say(texts.record)}</Button>
      <Button look="filled" busy />
      <Button look="outlined">{say(texts.secondChoice)}</Button>
      <ButtonLink look="outlined" href={`${here}#buttons`} icon="phone">
        {say(texts.callNow)}
      </ButtonLink>
      <Button look="plain">{say(texts.plainAct)}</Button>
      <Button look="destructive">{say(texts.withdraw)}</Button>
      <ButtonNotNow id="not-now-reason" reason={say(texts.notNowReason)}>
        {say(texts.notNow)}
      </ButtonNotNow>
    </form>
  </Specimen>
)

const States = () => (
  <Specimen name={texts.states} id="states">
    <p class="people">
      <StateMark state="now">{say(texts.now)}</StateMark>
      <StateMark state="good">{say(texts.checked)}</StateMark>
      <StateMark state="watch">{say(texts.almostLate)}</StateMark>
      <StateMark state="alarm">{say(texts.late)}</StateMark>
      <StateMark state="info">{say(texts.forInformation)}</StateMark>
      <StateMark state="waits">{say(texts.waitsForOther)}</StateMark>
    </p>
    <People>
      <Tag full>{say(texts.anonymous)}</Tag>
      <Tag>{say(texts.confidential)}</Tag>
      <PersonChip name="Els Verhoeven" organization="Ravelijn" />
      <PersonChip name="Hassan Amrani" organization="SWA" />
    </People>
  </Specimen>
)

/** Colour, type, buttons, and the marks for states and people. */
export const Basics = () => (
  <>
    <Colours />
    <Letters />
    <Buttons />
    <States />
  </>
)
