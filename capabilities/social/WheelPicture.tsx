import { numberText } from '../../platform/numbers.ts'
import { say } from '../../platform/texts.ts'
import type { ShownSocial } from './shown.ts'
import { texts } from './texts.ts'
import { type Segment, segmentsOf } from './wheel.ts'
import { wheelTexts } from './wheelTexts.ts'

type Part = ShownSocial['parts'][number]
const [width, height, centreX, centreY, heart, rim] = [360, 392, 180, 180, 30, 122]
const radius = (mark: number): number => heart + (mark / 10) * (rim - heart)
const tenth = (mark: number): string => numberText(mark, 1)
const markText = (mark: number | null): string => (mark === null ? say(wheelTexts.missing) : tenth(mark))

const point = (degrees: number, distance: number): string => `${(centreX + distance * Math.cos((degrees * Math.PI) / 180)).toFixed(2)} ${(centreY + distance * Math.sin((degrees * Math.PI) / 180)).toFixed(2)}`
/** A piece of a ring between two angles; never more than a quarter. */
const sector = (from: number, to: number, outer: number): string => `M${point(from, heart)}L${point(from, outer)}A${outer} ${outer} 0 0 1 ${point(to, outer)}L${point(to, heart)}A${heart} ${heart} 0 0 0 ${point(from, heart)}Z`

const Piece = ({ it, from, to }: { it: Segment; from: number; to: number }) => {
  const middle = (from + to) / 2
  const [x, y] = point(middle, rim - 14).split(' ')
  return (
    <>
      <path class={`wheel-${it.kind} wheel-piece`} d={sector(from, to, it.mark === null ? rim : radius(it.mark))} {...(it.kind === 'survey' && { fill: 'url(#wiel-stippen)' })}>
        <title>{`${it.name}: ${markText(it.mark)}`}</title>
      </path>
      {it.letter ? (
        <>
          <circle class="wheel-letter-bubble" cx={x} cy={y} r="9" />
          <text class="wheel-letter" x={x} y={Number(y) + 4}>
            {it.letter}
          </text>
        </>
      ) : null}
    </>
  )
}

const Quarter = ({ part, place }: { part: Part; place: number }) => {
  const start = -180 + place * 90
  const pieces = segmentsOf(part)
  const step = 90 / pieces.length
  const right = place === 1 || place === 2
  const y = place < 2 ? 20 : centreY + rim + 26
  return (
    <>
      {pieces.map((it, index) => (
        <Piece it={it} from={start + index * step} to={start + (index + 1) * step} />
      ))}
      {pieces.length > 1 && part.mark !== null ? <path class="wheel-edge" fill="none" d={`M${point(start, radius(part.mark))}A${radius(part.mark)} ${radius(part.mark)} 0 0 1 ${point(start + 90, radius(part.mark))}`} /> : null}
      <text class={right ? 'wheel-name wheel-end' : 'wheel-name'} x={right ? width - 4 : 4} y={y}>
        {part.name}
      </text>
      <text class={right ? 'wheel-mark wheel-end' : 'wheel-mark'} x={right ? width - 4 : 4} y={y + 19}>
        {markText(part.mark)}
      </text>
    </>
  )
}

const saidOf = (part: Part): string => {
  const several = segmentsOf(part).filter(({ letter }) => letter)
  return say(several.length > 0 ? wheelTexts.partOfSaid(part.name, markText(part.mark), several.map((it) => `${it.name} ${markText(it.mark)}`).join(', ')) : wheelTexts.partSaid(part.name, markText(part.mark)))
}

const keys = [['figures', 4], ['survey', 104], ['missing', 266]] as const

/** The social index as a wheel: a quarter for each part, with its figures as pieces. A part that is missing is an empty quarter with a broken edge, and never a low mark. */
export const WheelPicture = ({ social: { parts, index } }: { social: ShownSocial }) => {
  const whole = index === null ? say(texts.indexMissing(parts.filter(({ mark, weight }) => mark === null && weight > 0).map(({ name }) => name).join(', '))) : say(texts.indexIs(tenth(index)))
  return (
    <svg class="wheel" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={say(wheelTexts.said(whole, parts.map(saidOf).join(' ')))} xmlns="http://www.w3.org/2000/svg">
      <defs>
        <pattern id="wiel-stippen" width="7" height="7" patternUnits="userSpaceOnUse">
          <rect class="wheel-paper" width="7" height="7" />
          <circle class="wheel-ink" cx="3.5" cy="3.5" r="1.9" />
        </pattern>
      </defs>
      {[2.5, 5, 7.5, 10].map((mark) => (
        <circle class="wheel-ring" cx={centreX} cy={centreY} r={radius(mark)} />
      ))}
      <path class="wheel-spoke" d={`M${centreX} ${centreY - rim}V${centreY + rim}M${centreX - rim} ${centreY}H${centreX + rim}`} />
      {parts.map((part, place) => (
        <Quarter part={part} place={place} />
      ))}
      {[5, 10].map((mark) => (
        <text class="wheel-tick" x={centreX + 4} y={centreY - radius(mark) - 3}>
          {String(mark)}
        </text>
      ))}
      <circle class="wheel-heart" cx={centreX} cy={centreY} r={heart} />
      <text class={index === null ? 'wheel-small' : 'wheel-index'} x={centreX} y={centreY + (index === null ? -2 : 4)}>
        {index === null ? say(wheelTexts.none) : tenth(index)}
      </text>
      <text class="wheel-small" x={centreX} y={centreY + (index === null ? 12 : 18)}>
        {say(wheelTexts.index)}
      </text>
      {keys.map(([kind, x]) => (
        <>
          <rect class={`wheel-${kind} wheel-piece`} x={x} y={height - 18} width="20" height="13" {...(kind === 'survey' && { fill: 'url(#wiel-stippen)' })} />
          <text class="wheel-legend" x={x + 26} y={height - 7}>
            {say(wheelTexts[kind])}
          </text>
        </>
      ))}
    </svg>
  )
}
