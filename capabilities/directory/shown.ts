import { z } from 'zod'

const line = z.object({
  entity: z.enum(['service', 'organization', 'network', 'program', 'contact']),
  kind: z.string(),
  name: z.string(),
  href: z.string().nullable(),
  summary: z.string().nullable(),
  over: z.string().nullable().describe('what it is, when it is no service: organisation, network, programme, person'),
  hours: z.string().nullable(),
  forWhom: z.string().nullable(),
  cost: z.string().nullable(),
  metres: z.number().nullable().describe('as the crow flies; null when either place is unknown'),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  closed: z.boolean(),
  closedUntil: z.string().nullable(),
  light: z.enum(['room', 'little-room', 'full']).nullable(),
  phone: z.string().nullable().describe('of a person to call'),
  age: z.enum(['fresh', 'stale', 'never']),
  assuredDate: z.iso.date().nullable(),
  staleOn: z.iso.date().nullable(),
  why: z.array(z.string()).describe('why it matches, in words'),
})
/** One line of what was found. */
export type ShownLine = z.output<typeof line>

const option = z.object({ value: z.string(), label: z.string(), count: z.int().nullable().describe('how many there would be; null when that is not reckoned'), chosen: z.boolean() })
const group = z.object({ name: z.string(), heading: z.string(), options: z.array(option), more: z.boolean().describe('stands behind "more filters"') })
/** A group of filters with honest counts. */
export type ShownGroup = z.output<typeof group>

const area = z.object({ slug: z.string(), name: z.string(), kind: z.string(), parent: z.string().nullable(), outline: z.array(z.array(z.number())).nullable().describe('longitude, latitude') })
export type ShownArea = z.output<typeof area>

/** What a search gives. */
export const shownResults = z.object({
  asked: z.string(),
  total: z.int(),
  page: z.int(),
  pages: z.int(),
  lines: z.array(line),
  groups: z.array(group),
  understood: z.array(z.string()),
  area: z.object({ slug: z.string(), name: z.string() }).nullable(),
  near: z.object({ name: z.string(), latitude: z.number(), longitude: z.number() }).nullable(),
  postcode: z.enum(['none', 'known', 'unknown', 'wrong']),
  postcodeTyped: z.string().nullable().describe('a postcode that stood between the words and was taken for one; `asked` is without it'),
  named: z.object({ slug: z.string(), name: z.string(), asked: z.string() }).nullable().describe('an area that stands between the words, and the words without it'),
  areas: z.array(area),
  team: z.object({ name: z.string(), slug: z.string(), phone: z.string().nullable() }).nullable(),
  phone: z.string().nullable().describe('of the municipality'),
  fresh: z.number().nullable().describe('part of what everybody sees that was checked in the last half year'),
  instead: z.object({ how: z.enum(['without-filters', 'any-word', 'nothing']), lines: z.array(line) }).nullable(),
})
export type ShownResults = z.output<typeof shownResults>
