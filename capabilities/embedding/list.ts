import { z } from 'zod'
import type { Reading } from '../../platform/context.ts'
import { dayOf } from '../../platform/dates.ts'
import { find, presentResults, question } from '../directory/index.ts'

const empty = <T extends z.ZodType>(it: T) => z.preprocess((value) => (value === '' ? undefined : value), it)
const slug = z.string().regex(/^[a-z0-9-]{1,60}$/)

/** What a site may choose: the area, the kind and the subject. Nothing that a visitor of that site typed comes in here. */
export const embedQuery = z.strictObject({ wijk: empty(slug.optional()), soort: empty(z.enum(['hulp', 'activiteit', 'project', 'wonen', 'regeling']).optional()), over: empty(slug.optional()), taal: empty(z.enum(['nl', 'en']).optional()) })
export type EmbedQuery = z.output<typeof embedQuery>

/** The part of an address that says what was chosen. */
export function embedAddress(path: string, it: EmbedQuery): string {
  const chosen = Object.entries(it).filter(([, value]) => value !== undefined) as [string, string][]
  return chosen.length === 0 ? path : `${path}?${new URLSearchParams(chosen)}`
}

/** Without a kind: what residents look for; organisations and networks stand behind it. */
const plain = ['hulp', 'activiteit', 'wonen', 'regeling'] as const

/** The list as every visitor may see it, with addresses that work elsewhere. */
export async function embeddedList(reading: Reading, { wijk, soort, over }: EmbedQuery, origin: string) {
  const asked = question.parse({ wijk, soort: soort ? [soort] : [...plain], ...(over && { over: [over] }) })
  const found = presentResults(await find(reading, asked), dayOf(reading.now), false)
  const subject = found.groups.find(({ name }) => name === 'over')?.options ?? []
  return {
    total: found.total,
    area: found.area,
    lines: found.lines.flatMap((it) => (it.href ? [{ name: it.name, summary: it.summary, forWhom: it.forWhom, hours: it.hours, cost: it.cost, closed: it.closed, href: `${origin}${it.href}`, checked: it.assuredDate }] : [])),
    areas: found.areas.filter(({ kind }) => kind !== 'municipality').map(({ slug, name }) => ({ value: slug, label: name })),
    subjects: subject.map(({ value, label }) => ({ value, label })),
    more: `${origin}${wijk ? `/zoeken?wijk=${wijk}` : '/zoeken'}`,
  }
}
export type EmbeddedList = Awaited<ReturnType<typeof embeddedList>>
