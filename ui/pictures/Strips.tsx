import type { Child } from 'hono/jsx'

/** One difference with the whole that it is part of. */
export type Difference = {
  title: Child
  note?: Child
  /** The own figure minus that of the whole, in the unit of the axis, and the 95% margin of the same difference. */
  difference: number
  margin: readonly [number, number]
  /** The two figures as people read them: "61%" and "stad 44%". */
  value: string
  whole: string
  /** The row in one sentence, for people who do not see the picture. */
  sentence: string
  /** Is it a difference worth the orange? Left out, the margin alone decides. */
  real?: boolean
}

/** What one step on the axis is, in the unit of the differences, and how its ends are named. */
export type Axis = { from: number; to: number; ticks: readonly { at: number; label: string }[] }

/** The axis ends a little inside the picture, so that half a label fits outside it. */
const inset = 3

/** Whether the margin stays off the line of the whole: only then it can be a difference. */
export const differs = ({ margin: [low, high] }: Pick<Difference, 'margin'>): boolean => low > 0 || high < 0

function placed(axis: Axis) {
  const span = axis.to - axis.from || 1
  return (value: number): number => inset + ((Math.min(axis.to, Math.max(axis.from, value)) - axis.from) / span) * (100 - 2 * inset)
}

/** So near the edge there is no room for words on the side where they would not lie in the way. */
const nearEdge = 26

/** Where the words about the whole stand: across the line from the difference, or below it where the picture ends there. */
function wordsOfWhole(line: number, difference: number): { class: string; y: number; dx: number } {
  const [before, after] = [{ class: 'strip-city', dx: -10 }, { class: 'strip-city strip-city-right', dx: 10 }]
  if (difference < 0) return line > 100 - nearEdge ? { ...before, y: 69 } : { ...after, y: 51 }
  return line < nearEdge ? { ...after, y: 69 } : { ...before, y: 51 }
}

const percent = (value: number): string => `${value.toFixed(2)}%`

const StripPicture = ({ row, axis }: { row: Difference; axis: Axis }) => {
  const at = placed(axis)
  const [low, high] = [at(row.margin[0]), at(row.margin[1])]
  const [line, dot] = [at(0), at(row.difference)]
  const real = row.real ?? differs(row)
  return (
    <svg class={real ? 'strip strip-real' : 'strip'} role="img" aria-label={row.sentence} width="100%" height="72">
      <line class="strip-axis" x1="0" x2="100%" y1="46" y2="46" />
      {axis.ticks.map((tick) => (
        <line class="strip-tick" x1={percent(at(tick.at))} x2={percent(at(tick.at))} y1="42" y2="50" />
      ))}
      <rect class="strip-band" x={percent(low)} width={percent(high - low)} y="37" height="18" />
      <line class="strip-end" x1={percent(low)} x2={percent(low)} y1="37" y2="55" />
      <line class="strip-end" x1={percent(high)} x2={percent(high)} y1="37" y2="55" />
      {real ? <line class="strip-cord" x1={percent(line)} x2={percent(dot)} y1="46" y2="46" /> : null}
      <circle class="strip-dot" cx={percent(dot)} cy="46" r="6" />
      <line class="strip-whole" x1={percent(line)} x2={percent(line)} y1="0" y2="72" />
      <text class="strip-value" x={percent(dot)} y="28">
        {row.value}
      </text>
      <text x={percent(line)} {...wordsOfWhole(line, row.difference)}>
        {row.whole}
      </text>
    </svg>
  )
}

/** Differences on one axis, so that they can be compared at a glance; the whole is one line through all rows. `quiet` leaves the names of the axis out. */
export const Strips = ({ rows, axis, quiet }: { rows: readonly Difference[]; axis: Axis; quiet?: boolean }) => {
  const at = placed(axis)
  return (
    <div class="strips">
      {rows.map((row) => (
        <div class="strip-row">
          <div class="strip-words">
            <h3 class="row-title">{row.title}</h3>
            {row.note ? <p class="small soft">{row.note}</p> : null}
          </div>
          <StripPicture row={row} axis={axis} />
        </div>
      ))}
      {quiet ? null : (
        <div class="strip-row strip-row-axis" aria-hidden="true">
          <svg class="strip" width="100%" height="30" focusable="false">
            {axis.ticks.map((tick) => (
              <text class="strip-label" x={percent(at(tick.at))} y="20">
                {tick.label}
              </text>
            ))}
          </svg>
        </div>
      )}
    </div>
  )
}

/** What dot, band, line and orange mean. */
export const StripLegend = ({ own, whole, difference }: { own: string; whole: string; difference: string }) => (
  <ul class="strip-legend">
    <li>
      <svg class="strip strip-real" width="22" height="18" aria-hidden="true" focusable="false">
        <rect class="strip-band" x="2" y="1" width="18" height="16" />
        <line class="strip-end" x1="2" x2="2" y1="1" y2="17" />
        <line class="strip-end" x1="20" x2="20" y1="1" y2="17" />
        <circle class="strip-dot" cx="11" cy="9" r="5" />
      </svg>
      {own}
    </li>
    <li>
      <svg class="strip" width="6" height="18" aria-hidden="true" focusable="false">
        <line class="strip-whole" x1="3" x2="3" y1="0" y2="18" />
      </svg>
      {whole}
    </li>
    <li>
      <svg class="strip" width="24" height="18" aria-hidden="true" focusable="false">
        <line class="strip-cord" x1="0" x2="24" y1="9" y2="9" />
      </svg>
      {difference}
    </li>
  </ul>
)
