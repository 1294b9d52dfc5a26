import { say } from '../../platform/texts.ts'
import { breaksSaid, SeriesDrawing, seriesSaid, type SeriesSheet, seriesSize } from '../neighbourhoods/index.ts'
import type { Figure } from './figures.ts'
import { Sketch } from './Sketch.tsx'
import type { ShownPublic } from './shown.ts'
import { placesIn } from './SketchPart.tsx'
import { sketchTexts } from './sketchTexts.ts'
import { squareOf } from './sketch.ts'

/** A picture for the document: as SVG, in words, and what stands below it. */
export type Chart = { svg: string; alt: string; caption: string; width: number }

const [wide, row, left, room] = [640, 52, 4, 470]
const most = 80
const short = (text: string, longest = most): string => (text.length > longest ? `${text.slice(0, longest - 1)}…` : text)

// In ink on paper. The city is an open bar, so that the two differ without colour.
const style = `text{font-family:"Libertinus Serif"}.bar{font-size:15px;fill:#1a2a2c}.here{fill:#0b5a60}.city{fill:#fff;stroke:#1a2a2c;stroke-width:1.2}.small{font-size:13px;fill:#1a2a2c}.years{font-size:15px;font-weight:bold;fill:#1a2a2c}.series-line{fill:none;stroke:#0b5a60;stroke-width:2.5}.series-dot{fill:#0b5a60}.series-break{stroke:#1a2a2c;stroke-width:1.5;stroke-dasharray:3 3}.funnel-grid{stroke:#8a938f}.series-value,.funnel-tick{font-size:13px;text-anchor:middle;fill:#1a2a2c}`
const withStyle = (picture: unknown): string => String(picture).replace('>', `><style>${style}</style>`)

const Bars = ({ shares }: { shares: readonly (Figure & { share: { here: number; city: number } })[] }) => {
  const whole = Math.max(1, ...shares.flatMap(({ share }) => [share.here, share.city]))
  const length = (value: number): number => (Math.max(0, value) / whole) * room
  return (
    <svg viewBox={`0 0 ${wide} ${shares.length * row}`} width={wide} height={shares.length * row} xmlns="http://www.w3.org/2000/svg">
      {shares.map(({ name, here, city, share }, index) => (
        <>
          <text class="bar" x={left} y={index * row + 14}>
            {short(name)}
          </text>
          <rect class="here" x={left} y={index * row + 19} width={length(share.here)} height="12" />
          <text x={left + length(share.here) + 6} y={index * row + 30} class="small">
            {here}
          </text>
          <rect class="city" x={left} y={index * row + 33} width={length(share.city)} height="10" />
          <text x={left + length(share.city) + 6} y={index * row + 43} class="small">
            {city ?? ''}
          </text>
        </>
      ))}
    </svg>
  )
}

/** Percentages of a section beside those of the city; nothing when there are none. */
export function barsOf(figures: readonly Figure[], area: string, city: string): Chart[] {
  const shares = figures.flatMap((it) => (it.share ? [{ ...it, share: it.share }] : []))
  if (shares.length === 0) return []
  const caption = say(sketchTexts.barsCaption(area, city))
  return [{ svg: withStyle(<Bars shares={shares} />), alt: `${caption} ${shares.map((it) => say(sketchTexts.barSaid(it.name, it.here, it.city ?? ''))).join(' ')}`, caption, width: 88 }]
}

const across = 2
const head = 24

/** The small pictures of one indicator on one sheet, two beside each other, on the same scales. */
const Years = ({ it }: { it: SeriesSheet }) => {
  const columns = Math.min(across, it.series.length)
  const [sheetWidth, sheetHeight] = [columns * seriesSize.width, Math.ceil(it.series.length / across) * (seriesSize.height + head)]
  return (
    <svg viewBox={`0 0 ${sheetWidth} ${sheetHeight}`} width={sheetWidth} height={sheetHeight} xmlns="http://www.w3.org/2000/svg">
      {it.series.map((one, place) => (
        <g transform={`translate(${(place % across) * seriesSize.width} ${Math.floor(place / across) * (seriesSize.height + head)})`}>
          <text class="years" x="4" y="16">
            {short(one.name, 32)}
          </text>
          <g transform={`translate(0 ${head})`}>
            <SeriesDrawing it={it} one={one} />
          </g>
        </g>
      ))}
    </svg>
  )
}

/** Years beside each other, with what cuts them in words below: a broken line in the picture is a reason in the caption. */
export function yearsOf(it: SeriesSheet): Chart {
  const breaks = breaksSaid(it.series)
  const caption = [`${say(sketchTexts.yearsCaption(it.name))}.`, ...breaks].join(' ')
  return { svg: withStyle(<Years it={it} />), alt: [`${say(sketchTexts.yearsCaption(it.name))}.`, ...it.series.map((one) => seriesSaid(it, one)), ...breaks].join(' '), caption, width: 44 * Math.min(across, it.series.length) }
}

/** The sketch of the places of a section; nothing while none was pointed out. */
export function sketchOf(all: Parameters<typeof placesIn>[0], { ground, area }: Pick<ShownPublic, 'ground' | 'area'>): Chart[] {
  const { drawn } = placesIn(all)
  if (!ground || drawn.length === 0) return []
  const said = drawn.map((it) => say(sketchTexts.placeSaid(it.number, it.name, squareOf(it)))).join(' ')
  return [{ svg: withStyle(<Sketch ground={ground} places={drawn} area={area} />), alt: `${say(sketchTexts.sketchOf(area))} ${said}`, caption: `${say(sketchTexts.title)}. ${said}`, width: ground.height > ground.width ? 40 : 52 }]
}
