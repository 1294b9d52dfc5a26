import { say } from '../../platform/texts.ts'
import { type Ground, type Spot, squareOf, squares } from './sketch.ts'
import { sketchTexts } from './sketchTexts.ts'

/** A place in the sketch with the number that it has in the list beside it. */
export type Marked = Spot & { number: number; name: string; sort: 'hotspot' | 'meeting-place' }

/** Room for the names of the squares at the left and above, and for the line at the other sides. */
export const inset = 28
export const edges = inset + 2
const lines = Array.from({ length: squares + 1 }, (_, at) => at)

/** A square for where problems come together and a round one for where residents meet, so that the shape tells it too. */
const Dot = ({ it, x, y }: { it: Pick<Marked, 'number' | 'sort'>; x: number; y: number }) => (
  <>
    {it.sort === 'hotspot' ? <rect class="spot-hotspot" fill="#8a3b00" x={x - 15} y={y - 15} width="30" height="30" /> : <circle class="spot-meeting" fill="#0b5a60" cx={x} cy={y} r="16" />}
    <text class="spot-number" fill="#fff" font-size="18" font-weight="bold" x={x} y={y + 6} text-anchor="middle">
      {String(it.number)}
    </text>
  </>
)

/**
 * The area as squares with its outline, and what was pointed out in it; in words for who does not see it. Its colours are those of ink on paper; the style of
 * a page puts its own over them, and a file of its own has no style.
 */
export const Sketch = ({ ground: { width, height, outline }, places, area }: { ground: Ground; places: readonly Marked[]; area: string }) => {
  const said = places.map((it) => say(sketchTexts.placeSaid(it.number, it.name, squareOf(it)))).join(' ')
  return (
    <svg class="spots" viewBox={`${-inset} ${-inset} ${width + edges} ${height + edges}`} role="img" aria-label={`${say(sketchTexts.sketchOf(area))} ${said}`} xmlns="http://www.w3.org/2000/svg">
      {outline ? <path class="spot-outline" fill="#e8efe9" stroke="#0b5a60" stroke-width="2" d={outline} fill-rule="evenodd" /> : null}
      {lines.map((at) => (
        <>
          <line class="spot-line" stroke="#9a9a92" x1={(at * width) / squares} x2={(at * width) / squares} y1="0" y2={height} />
          <line class="spot-line" stroke="#9a9a92" x1="0" x2={width} y1={(at * height) / squares} y2={(at * height) / squares} />
        </>
      ))}
      {lines.slice(1).map((at) => (
        <>
          <text class="spot-name" fill="#1a2a2c" font-family="sans-serif" font-size="22" x={((at - 0.5) * width) / squares} y="-8" text-anchor="middle">
            {'ABCDEF'[at - 1]}
          </text>
          <text class="spot-name" fill="#1a2a2c" font-family="sans-serif" font-size="22" x="-18" y={((at - 0.5) * height) / squares + 6} text-anchor="middle">
            {String(at)}
          </text>
        </>
      ))}
      {places.map((it) => (
        <Dot it={it} x={(it.across * width) / 1000} y={(it.down * height) / 1000} />
      ))}
    </svg>
  )
}
