import { fullDay } from '../../platform/dates.ts'
import { numberText } from '../../platform/numbers.ts'
import { say } from '../../platform/texts.ts'
import { NextStep } from '../../ui/boxes.tsx'
import { ButtonLink } from '../../ui/buttons.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Section } from '../../ui/page.tsx'
import { Table } from '../../ui/Table.tsx'
import { reversed } from './formula.ts'
import type { ShownSocial } from './shown.ts'
import { statements, texts } from './texts.ts'
import { letterOf } from './wheel.ts'
import { WheelPicture } from './WheelPicture.tsx'
import { wheelTexts } from './wheelTexts.ts'

type Round = ShownSocial['rounds'][number]
type Part = ShownSocial['parts'][number]
const tenth = (mark: number): string => numberText(mark, 1)

const Calculation = ({ round, weights }: { round: Round; weights: readonly number[] }) => (
  <Disclosure question={say(texts.howQuality)}>
    <div class="stack">
      <Table
        caption={say(texts.howQuality)}
        unseenCaption
        columns={[{ head: say(texts.statement) }, { head: say(texts.agreed), kind: 'figures' }, { head: say(texts.counts), kind: 'figures' }, { head: say(texts.weight), kind: 'figures' }]}
        rows={statements.map((statement, place) => {
          const mean = round.statements[place] ?? null
          return { name: say(statement), cells: mean === null ? [say(texts.withheld), say(texts.withheld), say(texts.times(numberText(weights[place] ?? 0)))] : [tenth(mean), tenth(place === 0 ? reversed(mean) : mean), say(texts.times(numberText(weights[place] ?? 0)))] }
        })}
      />
      <p class="small">{say(texts.howReversed)}</p>
      <p class="small">{say(texts.howMargin)}</p>
    </div>
  </Disclosure>
)

const Quality = ({ social: { rounds, imported, weights } }: { social: ShownSocial }) => {
  const [latest, ...before] = rounds
  const scored = before.filter(({ score }) => score !== null)
  return (
    <Section level={3} title={say(texts.quality)} id="sociale-kwaliteit">
      <div class="stack">
        {latest && latest.score !== null ? (
          <>
            <p class="social-mark">{say(texts.qualityIs(tenth(latest.score)))}</p>
            {latest.margin === null ? null : <p>{say(texts.margin(tenth(Math.max(1, latest.score - latest.margin)), tenth(Math.min(10, latest.score + latest.margin))))}</p>}
            {latest.answers === null ? null : <p class="small soft">{say(texts.answersOf(latest.answers, latest.name, fullDay(latest.closedOn)))}</p>}
            <Calculation round={latest} weights={weights} />
          </>
        ) : latest ? (
          <p>{say(texts.few(latest.name, fullDay(latest.closedOn)))}</p>
        ) : imported ? null : (
          <p>{say(texts.qualityMissing)}</p>
        )}
        {imported ? <p>{say(texts.imported(imported.score, imported.year))}</p> : null}
        {scored.length > 0 ? <Table caption={say(texts.earlier)} columns={[{ head: say(texts.round) }, { head: say(texts.score), kind: 'figures' }]} rows={scored.map(({ name, score }) => ({ name, cells: [score === null ? '' : tenth(score)] }))} /> : null}
      </div>
    </Section>
  )
}

const lettered = (name: string, letter: string | null): string => (letter ? `${letter}. ${name}` : name)

const MadeOf = ({ part: { from, round, figures } }: { part: Part }) => {
  const missing = figures.filter((it) => it.mark === null)
  return (
    <>
      {figures.map((it, place) => (it.text === null || it.mark === null || from !== 'figures' ? null : <p>{say(texts.countedAs(lettered(it.name, letterOf(place, figures.length)), it.text, tenth(it.mark)))}</p>))}
      {missing.length > 0 ? <p>{say(texts.fellBack(missing.map(({ name }) => name).join(', ')))}</p> : null}
      {from === 'survey' && round ? <p>{say(texts.fromSurvey(round))}</p> : null}
      {from === null && missing.length === 0 ? <p>{say(texts.nothingKnown)}</p> : null}
    </>
  )
}

const Files = ({ slug }: { slug: string }) => (
  <ul class="bullets small">
    <li>
      <a href={`/wijk/${slug}/sociale-index.csv`} download>
        {say(wheelTexts.csv)}
      </a>
    </li>
    <li>
      <a href={`/wijk/${slug}/sociale-index.svg`} download>
        {say(wheelTexts.svg)}
      </a>
    </li>
  </ul>
)

const Index = ({ social, social: { index, parts }, slug }: { social: ShownSocial; slug: string }) => (
  <Section level={3} title={say(texts.index)} id="sociale-index">
    <div class="stack">
      <p class="social-mark">{index === null ? say(texts.indexMissing(parts.filter(({ mark, weight }) => mark === null && weight > 0).map(({ name }) => name).join(', '))) : say(texts.indexIs(tenth(index)))}</p>
      <p class="soft small">{say(wheelTexts.lead)}</p>
      <div class="picture-and-table">
        <WheelPicture social={social} />
        <div class="stack">
      <Table
        caption={say(texts.index)}
        unseenCaption
        columns={[{ head: say(texts.part) }, { head: say(texts.score), kind: 'figures', own: true }, { head: say(texts.weight), kind: 'figures' }, { head: say(texts.madeOf), kind: 'words' }]}
        rows={parts.map((part) => ({ name: part.name, cells: [part.mark === null ? say(texts.partMissing) : tenth(part.mark), say(texts.times(numberText(part.weight))), <MadeOf part={part} />] }))}
      />
      <Files slug={slug} />
        </div>
      </div>
    </div>
  </Section>
)

/** How people live together in an area: the questionnaire that runs, the score with its calculation, and the index in four parts. */
export const SocialPart = ({ social, slug }: { social: ShownSocial; slug: string }) => (
  <Section title={say(texts.areaTitle)} id="samenleven">
    <div class="stack">
      {social.answer ? (
        <NextStep
          over={say(texts.round)}
          title={say(texts.answerUntil(fullDay(social.answer.closesOn)))}
          act={
            <ButtonLink look="filled" href={social.answer.href}>
              {say(texts.answerNow)}
            </ButtonLink>
          }
        />
      ) : null}
      <Quality social={social} />
      <Index social={social} slug={slug} />
      <p class="small">
        <a href="/wijken/sociaal">{say(texts.how)}</a>
      </p>
    </div>
  </Section>
)
