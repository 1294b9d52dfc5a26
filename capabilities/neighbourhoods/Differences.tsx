import { numberText } from '../../platform/numbers.ts'
import { say } from '../../platform/texts.ts'
import { Well } from '../../ui/boxes.tsx'
import { Section } from '../../ui/page.tsx'
import { type Axis, type Difference, StripLegend, Strips } from '../../ui/pictures/Strips.tsx'
import type { ShownArea, ShownLine } from './shown.ts'
import { texts } from './texts.ts'
import { cellText, figureText, yearText } from './words.ts'

type Tested = ShownLine & { difference: number; margin: { low: number; high: number } }
const isTested = (it: ShownLine): it is Tested => it.difference !== null && it.margin !== null

/** No more than people can take in. */
const most = 5

/** One line for each indicator: that of the latest year. Earlier years are in the table and in the series. */
const newest = (lines: readonly ShownLine[]): ShownLine[] => {
  const yearOf = (it: ShownLine): number => it.year ?? 0
  return lines.filter((it) => !lines.some((other) => other.indicator === it.indicator && (yearOf(other) > yearOf(it) || (yearOf(other) === yearOf(it) && lines.indexOf(other) < lines.indexOf(it)))))
}

/** Lines that were tested and differ, largest first; and lines that were tested and do not. */
export function sorted(lines: readonly ShownLine[]): { striking: Tested[]; same: Tested[]; untested: ShownLine[] } {
  const told = newest(lines.filter((it) => it.highlighted))
  const tested = told.filter(isTested)
  return {
    striking: tested.filter((it) => it.verdict !== 'same').sort((one, other) => Math.abs(other.difference) - Math.abs(one.difference)).slice(0, most),
    same: tested.filter((it) => it.verdict === 'same'),
    untested: told.filter((it) => !isTested(it) && it.own.value !== null && !it.own.doubtful),
  }
}

/** One axis for all strips of the page, with steps that are easy to read. */
export function axisOf(rows: readonly Tested[]): Axis {
  const ends = rows.flatMap(({ margin }) => [margin.low, margin.high])
  const span = Math.max(1, ...ends) - Math.min(-1, ...ends)
  const step = span > 40 ? 10 : span > 12 ? 5 : 2
  const [from, to] = [Math.min(-1, ...ends), Math.max(1, ...ends)]
  const ticks: { at: number; label: string }[] = []
  for (let at = Math.ceil(from / step) * step; at <= to; at += step) ticks.push({ at, label: at === 0 ? say(texts.equal) : `${at > 0 ? '+' : '−'}${numberText(Math.abs(at))}` })
  return { from, to, ticks }
}

function rowOf(it: Tested, note: string): Difference {
  const [own, city] = [cellText(it.own, it), cellText(it.city, { ...it, madeOf: [] })]
  return {
    title: it.told, note, difference: it.difference, margin: [it.margin.low, it.margin.high], value: own, whole: say(texts.cityFigure(city)), real: it.verdict !== 'same',
    sentence: say(texts.stripSaid(it.told, own, city, numberText(it.margin.low, 1), numberText(it.margin.high, 1))),
  }
}

const outOf = (it: ShownLine): string => say(texts.outOf(numberText(it.own.value ?? 0, it.decimals), it.of ?? ''))
const why = ({ margin, difference, smallest, own, of, decimals }: Tested): string => `${say(texts.outOf(numberText(own.value ?? 0, decimals), of ?? ''))}. ${say(margin.low <= 0 && margin.high >= 0 ? texts.touches : Math.abs(difference) < (smallest ?? 0) ? texts.tooSmall : texts.withMany)}`

const Untested = ({ lines }: { lines: readonly ShownLine[] }) => (
  <>
    <p class="soft small area-untested">{say(texts.untested)}</p>
    <div class="area-figures">
      {lines.map((it) => (
        <div class="area-figure">
          <h3 class="row-title">{it.difference === null ? it.name : it.told}</h3>
          <p class="area-figure-value">
            <span class="figure">{figureText(it.own, it)}</span>
            {it.city ? <span class="soft small">{say(texts.cityFigure(figureText(it.city, { ...it, madeOf: [] })))}</span> : null}
          </p>
          <p class="soft small">
            {it.definition} {it.over ? say(texts.overLarger(it.over)) : null} {say(texts.sourceShort(it.source, yearText(it.year)))}
          </p>
        </div>
      ))}
    </div>
  </>
)

/** What differs from the city, what could not be tested, and what does not differ: the last is news as well. */
export const Differences = ({ area }: { area: ShownArea }) => {
  const { striking, same, untested } = sorted(area.lines)
  const axis = axisOf([...striking, ...same])
  const none = same.length > 0 ? texts.nothingStrikingText : texts.nothingTestable
  return (
    <>
      <Section title={say(texts.striking)} id="opvallend">
        {striking.length > 0 ? (
          <>
            <p class="soft">{say(texts.strikingLead)}</p>
            <StripLegend own={say(texts.withMargin(area.name))} whole={say(texts.soInCity)} difference={say(texts.theDifference)} />
            <Strips axis={axis} rows={striking.map((it) => rowOf(it, outOf(it)))} />
            <p class="small not-on-paper">
              <a href="#cijfers">{say(texts.inTable)}</a>
            </p>
          </>
        ) : (
          <p class="soft">{say(none)}</p>
        )}
        {untested.length > 0 ? <Untested lines={untested} /> : null}
      </Section>
      {same.length > 0 ? (
        <Section title={say(texts.same)} id="niet-anders">
          <p class="soft">{say(texts.sameLead)}</p>
          <Well>
            <Strips axis={axis} rows={same.map((it) => ({ ...rowOf(it, why(it)), title: it.name }))} quiet={striking.length > 0} />
          </Well>
        </Section>
      ) : null}
    </>
  )
}
