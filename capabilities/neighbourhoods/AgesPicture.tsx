import { say } from '../../platform/texts.ts'
import type { AgeGroup, Ages } from './ages.ts'
import { ageTexts as texts } from './ageTexts.ts'
import type { ShownArea } from './shown.ts'
import { figureText } from './words.ts'

const [width, left, room, head, row] = [360, 4, 290, 52, 62]

/** The name of a group: "0 tot en met 14 jaar". */
export const groupName = ({ from, until }: AgeGroup): string => say(until === null ? texts.andOver(from) : texts.fromUntil(from, until))
/** A share in words, of the area or of the municipality. */
export const shareText = (value: number | null, { line }: AgeGroup, own: boolean): string => figureText({ value, qualifier: null }, { ...line, madeOf: own ? line.madeOf : [] })

const Bar = ({ kind, y, value, of, thick, children }: { kind: 'here' | 'city'; y: number; value: number; of: number; thick: number; children: string }) => {
  const length = Math.max(1, (value / of) * room)
  return (
    <>
      <rect class={`ages-${kind}`} x={left} y={y} width={length} height={thick} {...(kind === 'city' && { fill: 'url(#leeftijd-streep)' })} />
      <text class="ages-value" x={left + length + 6} y={y + thick - 2}>
        {children}
      </text>
    </>
  )
}

/** Two bars for each age, oldest on top as in a pyramid: the area filled, the municipality hatched. By sex there are no figures, so it has one side. */
export const AgesPicture = ({ ages, area }: { ages: Ages; area: Pick<ShownArea, 'name' | 'city'> }) => {
  const groups = [...ages.groups].reverse()
  const of = Math.max(1, ...groups.flatMap(({ line }) => [line.own.value ?? 0, line.city?.value ?? 0]))
  const said = ages.groups.map((it) => say(texts.groupSaid(groupName(it), shareText(it.line.own.value, it, true), shareText(it.line.city?.value ?? null, it, false)))).join(' ')
  const height = head + groups.length * row
  return (
    <svg class="ages" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`${say(texts.pictureOf(area.name, area.city))} ${said}`} xmlns="http://www.w3.org/2000/svg">
      <defs>
        <pattern id="leeftijd-streep" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect class="ages-paper" width="6" height="6" />
          <rect class="ages-ink" width="2" height="6" />
        </pattern>
      </defs>
      <rect class="ages-here" x={left} y="4" width="22" height="13" />
      <text class="ages-legend" x={left + 28} y="15">
        {area.name}
      </text>
      <rect class="ages-city" x={left} y="24" width="22" height="13" fill="url(#leeftijd-streep)" />
      <text class="ages-legend" x={left + 28} y="35">
        {area.city}
      </text>
      {groups.map((it, index) => (
        <>
          <text class="ages-name" x={left} y={head + index * row + 14}>
            {it.line.own.doubtful ? `${groupName(it)} (${say(texts.doubtful)})` : groupName(it)}
          </text>
          <Bar kind="here" y={head + index * row + 20} value={it.line.own.value ?? 0} of={of} thick={16}>
            {shareText(it.line.own.value, it, true)}
          </Bar>
          {it.line.city?.value === null || !it.line.city ? (
            <text class="ages-value" x={left} y={head + index * row + 50}>
              {say(texts.noCity(area.city))}
            </text>
          ) : (
            <Bar kind="city" y={head + index * row + 38} value={it.line.city.value} of={of} thick={14}>
              {shareText(it.line.city.value, it, false)}
            </Bar>
          )}
        </>
      ))}
    </svg>
  )
}
