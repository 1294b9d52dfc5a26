import { z } from 'zod'
import { isUuid } from '../../platform/request.ts'
import { say } from '../../platform/texts.ts'
import { askTexts } from './askTexts.ts'

const page = z.coerce.number().int().min(1).max(1_000_000).default(1)
const perPage = z.coerce.number().int().min(1).max(100).default(50)
const yes = z.enum(['true', 'false', '1', '0']).transform((word) => word === 'true' || word === '1')
const search = z.string().trim().max(300)
// An id of another directory is no mistake: nothing has it.
const anyId = z.string().trim().max(200).transform((text) => (isUuid(text.toLowerCase()) ? text.toLowerCase() : '00000000-0000-0000-0000-000000000000'))
// There was no year 0: the database does not know it.
const moment = z.union([z.iso.datetime({ offset: true, local: true }), z.iso.date()], { error: () => say(askTexts.moment) }).refine((text) => !text.startsWith('0000'), { error: () => say(askTexts.moment) })
const format = z.enum(['json', 'ndjson']).default('json')
const paged = { page, per_page: perPage, format }

const postcode = z.string().trim().regex(/^[1-9][0-9]{3}\s*([A-Za-z]{2})?$/, { error: () => say(askTexts.postcode) })
const proximity = z.coerce.number().min(0).max(1_000_000)
const age = z.coerce.number().int().min(0).max(130)
const time = z.string().trim().regex(/^([01]?\d|2[0-3])[:.][0-5]\d(:[0-5]\d)?$/, { error: () => say(askTexts.time) }).transform((text) => text.replace('.', ':'))
const days = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
// Two letters as the standard writes them, or the English name.
const day = z.string().trim().regex(/^(mo(nday)?|tu(esday)?|we(dnesday)?|th(ursday)?|fr(iday)?|sa(turday)?|su(nday)?)$/i, { error: () => say(askTexts.day) }).transform((word) => days.find((it) => word.toUpperCase().startsWith(it)) ?? 'MO')
/** What the profile for the United Kingdom asks beside it: ages, and when it is open. */
const fitting = { minimum_age: age.optional(), maximum_age: age.optional(), day: day.optional(), start_time: time.optional(), end_time: time.optional() }
const ofServices = { search: search.optional(), taxonomy_term_id: anyId.optional(), taxonomy_id: anyId.optional(), organization_id: anyId.optional(), modified_after: moment.optional(), full: yes.optional(), postcode: postcode.optional(), proximity: proximity.optional(), ...fitting }

/** A distance is one from somewhere. */
const withPlace = <T extends { postcode?: string; proximity?: number }>(it: T): boolean => it.proximity === undefined || it.postcode !== undefined
const noPlace = { path: ['proximity'], error: () => say(askTexts.proximity) }

/** What may be asked of each list, as HSDS 3.0 and its profile for the United Kingdom name it. Names that nobody knows are passed over, as other directories do. */
export const asked = {
  services: z.object({ ...paged, ...ofServices, minimal: yes.optional() }).refine(withPlace, noPlace),
  organizations: z.object({ ...paged, search: search.optional(), full: yes.optional(), full_service: yes.optional() }),
  service_at_locations: z.object({ ...paged, ...ofServices }).refine(withPlace, noPlace),
  taxonomies: z.object({ ...paged, search: search.optional() }),
  taxonomy_terms: z.object({ ...paged, search: search.optional(), taxonomy_id: anyId.optional(), top_only: yes.optional(), parent_id: anyId.optional() }),
}

/** What a query asks of a list: of a name that stands there twice the last, and what is empty not at all. */
export const readQuery = <L extends ListName>(list: L, query: URLSearchParams) => (asked[list] as z.ZodType<Asked[L]>).safeParse(Object.fromEntries([...query].filter(([, value]) => value !== '')))

export type ListName = keyof typeof asked
export type Asked = { [L in ListName]: z.output<(typeof asked)[L]> }
