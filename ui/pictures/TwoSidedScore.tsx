/** One of the five stops, 0 (first) to 4 (last). */
export type Stop = 0 | 1 | 2 | 3 | 4

const at = (stop: number): string => `${6 + stop * 22}%`
const anchor = (stop: number): string => (stop === 0 ? 'start' : stop === 4 ? 'end' : 'middle')

/**
 * Two opinions on five stops: a filled disc for the one whose plan it is, a ring for the other, orange between them.
 * No numbers, no faces, no red or green; `sentence` says the same for people who do not see it.
 */
export const TwoSidedScore = ({ own, other, ownName, otherName, bothName, ends, sentence }: {
  own: Stop
  other: Stop
  ownName: string
  otherName: string
  /** Stands above the stop when both are equal: "u en Els". */
  bothName: string
  ends: readonly [string, string]
  sentence: string
}) => {
  const equal = own === other
  const between = [0, 1, 2, 3, 4].filter((stop) => stop > Math.min(own, other) && stop < Math.max(own, other))
  return (
    <svg class="score" role="img" aria-label={sentence} width="100%" height="92">
      <line class="score-line" x1={at(0)} x2={at(4)} y1="46" y2="46" />
      {equal ? null : <line class="score-cord" x1={at(own)} x2={at(other)} y1="46" y2="46" />}
      {[0, 1, 2, 3, 4]
        .filter((stop) => stop !== own && stop !== other)
        .map((stop) => (
          <circle class={between.includes(stop) ? 'score-stop score-stop-between' : 'score-stop'} cx={at(stop)} cy="46" r="6" />
        ))}
      {equal ? null : <circle class="score-other" cx={at(other)} cy="46" r="10" />}
      <circle class="score-own" cx={at(own)} cy="46" r="12" />
      {equal ? <circle class="score-both" cx={at(own)} cy="46" r="6.5" /> : null}
      <text class="score-name score-name-own" x={at(own)} y="22" text-anchor={equal ? anchor(own) : 'middle'}>
        {equal ? bothName : ownName}
      </text>
      {equal ? null : (
        <text class="score-name" x={at(other)} y="22" text-anchor="middle">
          {otherName}
        </text>
      )}
      <text class="score-end" x="0" y="82" text-anchor="start">
        {ends[0]}
      </text>
      <text class="score-end" x="100%" y="82" text-anchor="end">
        {ends[1]}
      </text>
    </svg>
  )
}
