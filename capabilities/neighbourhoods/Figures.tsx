import { numberText } from '../../platform/numbers.ts'
import { say } from '../../platform/texts.ts'
import { AroundDutch, Dutch } from '../../ui/Dutch.tsx'
import { Message } from '../../ui/Message.tsx'
import { Section } from '../../ui/page.tsx'
import { Table } from '../../ui/Table.tsx'
import type { ShownArea, ShownCell, ShownCorrection, ShownLine } from './shown.ts'
import { texts } from './texts.ts'
import { cellText, correctionText, figureText, verdictText, yearText } from './words.ts'

const Checked = ({ it: { checked } }: { it: Pick<ShownLine, 'checked'> }) => (checked ? (
  <p>
    <AroundDutch said={say((checked.judgement === 'right' ? texts.checkedRight : texts.checkedAsked)(checked.reason))} words={checked.reason} />
  </p>
) : null)

/** That a figure was put right or withdrawn; the reason is in the words of who did it. */
export const Corrected = ({ it, line }: { it: ShownCorrection; line: Pick<ShownLine, 'unit' | 'decimals'> }) => <AroundDutch said={correctionText(it, line)} words={it.reason} />

/** Figures in doubt with the reason, and figures that are not there: named, so that nobody reads a gap as a zero. */
export const Unknown = ({ area }: { area: ShownArea }) => {
  const doubtful = area.lines.filter((it) => it.doubt)
  const missing = area.lines.filter((it) => it.verdict === 'missing')
  if (doubtful.length + missing.length === 0) return null
  return (
    <Section title={say(texts.unknown)} id="onbekend">
      <div class="stack">
        {doubtful.map((it) => (
          <Message kind="watch" title={say(texts.doubtTitle(it.name, figureText(it.own, it)))}>
            <p>{it.doubt}</p>
            <Checked it={it} />
            {it.over ? <p>{say(texts.overLarger(it.over))}</p> : null}
          </Message>
        ))}
        {doubtful.length > 0 ? <p class="soft small">{say(texts.doubtRest)}</p> : null}
        {missing.length > 0 ? (
          <Message kind="info" title={say(texts.missingTitle)}>
            <p>{say(texts.missingText(area.name))}</p>
            <ul class="bullets">
              {missing.map((it) => (
                <li>
                  {it.own.state === 'suppressed' ? `${it.name}: ${say(texts.suppressed)}` : it.name}
                  {it.corrections.slice(0, 1).map((one) => (
                    <span class="area-definition small">
                      <Corrected it={one} line={it} />
                    </span>
                  ))}
                </li>
              ))}
            </ul>
          </Message>
        ) : null}
      </div>
    </Section>
  )
}

const OneFigure = ({ cell, line }: { cell: ShownCell | null; line: ShownLine }) => (
  <>
    {cellText(cell, line)}
    {cell?.doubtful ? <span class="soft small"> ({say(texts.doubtful)})</span> : null}
  </>
)

const Name = ({ line }: { line: ShownLine }) => (
  <>
    <a href={`/wijken/cijfer/${line.indicator}`}>{line.name}</a>
    <span class="area-definition soft small">
      {line.definition} {line.kind === 'perception' ? say(texts.perception) : line.kind === 'estimate' ? say(texts.estimate) : null}{' '}
      {line.madeOf.length > 0 ? say(line.unit === 'percent' && line.of ? texts.madeWeighted(line.madeOf.join(' + '), line.of) : texts.madeOf(line.madeOf.join(' + '))) : null} {line.over ? say(texts.overLarger(line.over)) : null} {line.checked?.judgement === 'right' ? <AroundDutch said={say(texts.checkedRight(line.checked.reason))} words={line.checked.reason} /> : null}
    </span>
    {line.corrections.map((it) => (
      <span class="area-definition small">
        <Corrected it={it} line={line} />
      </span>
    ))}
  </>
)

/** Every figure beside the city's, with the comparison in words and where it comes from. */
export const FiguresTable = ({ area }: { area: ShownArea }) => (
  <Section title={say(texts.allFigures)} id="cijfers">
    <div class="area-table">
      <Table
        caption={say(texts.allFigures)}
        unseenCaption
        columns={[
          { head: say(texts.figure) },
          { head: area.name, kind: 'figures', own: true },
          ...area.beside.map(({ name }) => ({ head: name, kind: 'figures' as const })),
          { head: area.city, kind: 'figures' },
          { head: say(texts.besideCity), kind: 'words' },
          { head: say(texts.yearAndSource), kind: 'words' },
        ]}
        rows={area.lines.map((line) => ({
          name: <Name line={line} />,
          cells: [
            <OneFigure cell={line.own} line={line} />,
            ...line.others.map((cell) => <OneFigure cell={cell} line={{ ...line, madeOf: [] }} />),
            <OneFigure cell={line.city} line={{ ...line, madeOf: [] }} />,
            verdictText(line),
            <>
              {yearText(line.year)}, <a href={`#bron-${line.source}`}>{say(texts.sourceNumber(line.source))}</a>
            </>,
          ],
        }))}
      />
    </div>
  </Section>
)

/** How the comparison is made and where the figures come from. */
export const Method = ({ area }: { area: ShownArea }) => {
  const least = [...new Set(area.lines.flatMap(({ smallest }) => smallest ?? []))].sort((one, other) => one - other)
  const cited = (number: number) => [...new Set(area.lines.flatMap((it) => (it.source === number ? (it.cited ?? []) : [])))]
  return (
    <div class="two-columns">
      <Section title={say(texts.method)} id="methode">
        <div class="stack small">
          <p>{say(texts.methodMargin)}</p>
          {least[0] === undefined ? null : <p>{say(texts.methodTest(say(texts.points(numberText(least[0])))))}</p>}
          <p>{say(texts.methodUntested)}</p>
          <p>{say(texts.methodCombined)}</p>
          <p>{say(texts.methodYears)}</p>
          <p>
            <a href="/wijken/methode">{say(texts.methodMore)}</a>
          </p>
        </div>
      </Section>
      <Section title={say(texts.sources)} id="bronnen">
        <ol class="area-sources small">
          {area.sources.map(({ number, publisher, edition, url }) => (
            <li id={`bron-${number}`}>
              {url ? (
                <a href={url}>
                  <Dutch>{say(texts.source(publisher, edition))}</Dutch>
                </a>
              ) : (
                <Dutch>{say(texts.source(publisher, edition))}</Dutch>
              )}
              {cited(number).map((place) => (
                <span class="soft area-definition">
                  <AroundDutch said={say(texts.citedIn(place))} words={place} />
                </span>
              ))}
            </li>
          ))}
        </ol>
      </Section>
    </div>
  )
}
