import { fullDay } from '../../platform/dates.ts'
import { say, type Text } from '../../platform/texts.ts'
import { StateMark } from '../../ui/marks.tsx'
import type { Evidence, OpenSnapshot } from './shown.ts'
import { texts } from './texts.ts'

/** What became of a piece of evidence since; null when it is still the same, or when nobody looked. */
export type Since = { now: Text | null } | null

/** "22% (hoger; Amersfoort: 15%)". */
export const saidOf = ({ value, says }: Pick<Evidence, 'value' | 'says'>): string => (says ? `${say(value)} (${say(says)})` : say(value))

/** Who published it, and the year it describes where the name of the source does not say it already. */
export const sourceOf = ({ source, year }: Pick<Evidence, 'source' | 'year'>): string => (year === null || say(source).includes(year) ? say(source) : `${say(source)}, ${year}`)

/** What became of evidence since it was kept. @param now  all evidence of the same area today */
export function sinceOf({ key, value }: Pick<Evidence, 'key' | 'value'>, now: readonly Evidence[]): Since {
  const found = now.find((it) => it.key === key)
  if (!found) return { now: null }
  return found.value.nl === value.nl ? null : { now: found.value }
}

/** Evidence as it stood, each with its source and the way to it; and what changed since. */
export const EvidenceList = ({ evidence }: { evidence: readonly (OpenSnapshot & { since?: Since; inside?: boolean })[] }) => (
  <ul class="evidence">
    {evidence.map((it) => (
      <li>
        <a href={it.href}>{say(it.label)}</a>: {saidOf(it)}
        <span class="small soft">
          {' '}
          {sourceOf(it)}; {say(texts.asItWas(fullDay(it.on)))}
          {it.inside ? `; ${say(texts.notPublic)}` : null}
        </span>
        {it.since ? (
          <span class="evidence-since">
            <StateMark state="watch">{say(it.since.now ? texts.wasNow(say(it.value), say(it.since.now)) : texts.gone)}</StateMark>
          </span>
        ) : null}
      </li>
    ))}
  </ul>
)
