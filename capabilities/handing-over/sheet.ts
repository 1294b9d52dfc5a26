import { sql } from 'kysely'
import { z } from 'zod'
import type { Reading } from '../../platform/context.ts'
import { dayOf } from '../../platform/dates.ts'
import { euroText } from '../../platform/numbers.ts'
import { say, type Text } from '../../platform/texts.ts'
import { findService, presentService, type ShownService } from '../directory/index.ts'
import { texts } from './texts.ts'

/** How many stand on one sheet: more is a list and no help. */
export const most = 12
const slug = z.string().regex(/^[a-z0-9-]{1,80}$/)
/** Which services stand on a sheet, by name, in the order they were chosen. */
const slugsUpTo = (count: number) => z.preprocess((it) => (it === undefined ? [] : [...new Set([it].flat())]), z.array(slug).max(count))
export const chosenSlugs = slugsUpTo(most)
/** What was ticked, which may be more than fits. */
export const tickedSlugs = slugsUpTo(100)
/** `q` is what was searched beside the ticks when the sheet is asked for with them; it is not looked at. */
export const sheetQuery = z.strictObject({ s: tickedSlugs, q: z.string().max(200).optional() })

export const sheetEntry = z.object({ name: z.string(), href: z.string(), summary: z.string().nullable(), facts: z.array(z.object({ question: z.string(), answer: z.string() })), phone: z.string().nullable() })
export const shownSheet = z.object({ town: z.string(), on: z.iso.date(), entries: z.array(sheetEntry), query: z.string(), over: z.array(z.string()).describe('names of what was chosen and does not fit on one sheet') })
export type ShownSheet = z.output<typeof shownSheet>

/** The address of a sheet, after its path. */
export const queryFor = (slugs: readonly string[]): string => (slugs.length === 0 ? '' : `?${slugs.map((one) => `s=${one}`).join('&')}`)

/** The amount and what is said about it; what only repeats the amount stands once, and a free gift is not called free. */
const oneCost = ({ cents, words }: ShownService['costs'][number]): string => {
  const amount = cents === null ? '' : cents === 0 ? say(texts.free) : euroText(cents)
  if (!words || words.replace(/\s/g, ' ') === amount.replace(/\s/g, ' ')) return amount
  return cents === 0 && /^vrij/i.test(words) ? words : [amount, words].filter(Boolean).join(' ')
}
const costOf = (it: ShownService): string | null => it.costs.map(oneCost).filter(Boolean).join('; ') || null
const whenOf = (it: ShownService): string | null => (it.closed ? say(texts.closed) : it.hours.map((one) => [one.which, one.times].filter(Boolean).join(', ')).filter(Boolean).join('; ') || null)
const whereOf = (it: ShownService): string | null =>
  it.places.map((one) => (one.masked ? say(texts.secret) : [one.name, one.street, [one.postalCode, one.city].filter(Boolean).join(' ')].filter(Boolean).join(', '))).filter(Boolean).join('; ') || null
function howOf(it: ShownService): string | null {
  const steps: (Text | false)[] = [it.registration === 'needed' && texts.register, it.registration === 'not-needed' && texts.walkIn, it.referral === 'needed' && texts.referral]
  return [it.application, ...steps.map((one) => one && say(one))].filter(Boolean).join(' ') || null
}

function entryOf(it: ShownService): z.output<typeof sheetEntry> {
  const facts: [Text, string | null][] = [[texts.whom, it.forWhom], [texts.cost, costOf(it)], [texts.when, whenOf(it)], [texts.where, whereOf(it)], [texts.how, howOf(it)]]
  return { name: it.name, href: `/voorziening/${it.slug}`, summary: it.summary, phone: it.phone, facts: facts.flatMap(([question, answer]) => (answer ? [{ question: say(question), answer }] : [])) }
}

/** Services that everybody may see today, whoever asks. */
export async function openTo(reading: Pick<Reading, 'db' | 'now'>, slugs: readonly string[]): Promise<{ id: string; slug: string; name: string }[]> {
  const today = dayOf(reading.now)
  return slugs.length === 0 ? [] : reading.db
    .selectFrom('services')
    .where('slug', 'in', [...slugs])
    .where('state', '=', 'published')
    .where('visibility', '=', 'public')
    .where((at) => at.and([at.or([at('publishOn', 'is', null), at('publishOn', '<=', today)]), at.or([at('expireOn', 'is', null), at('expireOn', '>=', today)]), at.or([at('hideOn', 'is', null), at('hideOn', '>', today)])]))
    .select(['id', 'slug', 'name'])
    .execute()
}

/** The services of a sheet, as far as there is `room`. What is not there for everybody is left out without a word; what does not fit is named. */
export async function findSheet(reading: Reading, slugs: readonly string[], room = slugs.length) {
  const open = await openTo(reading, slugs)
  const town = await reading.db.selectFrom('municipalities').where('id', '=', sql<string>`(select ctx.municipality())`).select('name').executeTakeFirst()
  const there = slugs.flatMap((one) => open.find((it) => it.slug === one) ?? [])
  return { town: town?.name ?? '', services: await Promise.all(there.slice(0, room).map(({ slug }) => findService(reading, slug))), over: there.slice(room).map(({ name }) => name) }
}

/** A sheet in the words of the request; of people only a number to call. */
export function presentSheet(found: Awaited<ReturnType<typeof findSheet>>, now: Date): ShownSheet {
  const today = dayOf(now)
  return { town: found.town, on: today, entries: found.services.map((it) => entryOf(presentService(it, [], today, false))), query: queryFor(found.services.map((it) => it.slug)), over: found.over }
}
