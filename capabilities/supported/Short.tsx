import { z } from 'zod'
import type { Actor } from '../../platform/actor.ts'
import type { Reading } from '../../platform/context.ts'
import { fullDay } from '../../platform/dates.ts'
import { Refusal } from '../../platform/refusal.ts'
import { say } from '../../platform/texts.ts'
import { ShortItem, ShortList } from '../../ui/lists.tsx'
import { mayReadSupported } from './policy.ts'
import { presentGroups } from './present.ts'
import { findSupported } from './record.ts'
import { texts } from './texts.ts'
import { namesText, sumText } from './words.ts'

/** Residents with support in an area in short: of each group the latest day. */
export const shownShort = z.array(z.object({ group: z.string(), sum: z.string(), counted: z.string().describe('on which day and by whom') }))
export type ShownShort = z.output<typeof shownShort>

/** What is told in short to who may know; nothing for others, and nothing where nobody counts. */
export async function supportedShortly(reading: Pick<Reading, 'db'>, actor: Actor, slug: string): Promise<ShownShort> {
  if (!mayReadSupported(actor)) return []
  const found = await findSupported(reading, { slug }).catch((error) => {
    if (error instanceof Refusal && error.status === 404) return undefined
    throw error
  })
  return (found ? presentGroups(found, false) : []).flatMap(({ name, days: [latest] }) => {
    const sum = latest ? sumText(latest) : null
    return latest && sum ? [{ group: name, sum, counted: say(texts.countedBy(fullDay(latest.on), namesText(latest.providers.filter(({ state }) => state !== 'withdrawn').map((it) => it.name)))) }] : []
  })
}

/** The same, with the way to every count and its source. */
export const SupportedShort = ({ of, slug }: { of: ShownShort; slug: string }) => (
  <div class="stack">
    <ShortList>
      {of.map((it) => (
        <ShortItem title={it.group}>
          <p>{it.sum}</p>
          <p>{it.counted}</p>
        </ShortItem>
      ))}
    </ShortList>
    <p>
      <a href={`/wijk/${slug}/begeleiding`}>{say(texts.allCounts)}</a>
    </p>
  </div>
)
