import { z } from 'zod'
import { isUuid } from '../../platform/request.ts'

const page = z.coerce.number().int().min(1).max(1_000_000).default(1)
const perPage = z.coerce.number().int().min(1).max(100).default(50)
const yes = z.enum(['true', 'false', '1', '0']).transform((word) => word === 'true' || word === '1')
const search = z.string().trim().max(300)
// An id of another directory is no mistake: nothing has it.
const anyId = z.string().trim().max(200).transform((text) => (isUuid(text.toLowerCase()) ? text.toLowerCase() : '00000000-0000-0000-0000-000000000000'))
const moment = z.union([z.iso.datetime({ offset: true, local: true }), z.iso.date()])
const format = z.enum(['json', 'ndjson']).default('json')
const paged = { page, per_page: perPage, format }

/** What may be asked of each list, as HSDS 3.0 and its profile for the United Kingdom name it. Names that nobody knows are passed over, as other directories do. */
export const asked = {
  services: z.object({ ...paged, search: search.optional(), taxonomy_term_id: anyId.optional(), taxonomy_id: anyId.optional(), organization_id: anyId.optional(), modified_after: moment.optional(), minimal: yes.optional(), full: yes.optional(), postcode: z.string().trim().max(12).optional(), proximity: z.coerce.number().min(0).max(1_000_000).optional() }),
  organizations: z.object({ ...paged, search: search.optional(), full: yes.optional(), full_service: yes.optional() }),
  service_at_locations: z.object({ ...paged, search: search.optional(), taxonomy_term_id: anyId.optional(), taxonomy_id: anyId.optional(), organization_id: anyId.optional(), modified_after: moment.optional(), full: yes.optional(), postcode: z.string().trim().max(12).optional(), proximity: z.coerce.number().min(0).max(1_000_000).optional() }),
  taxonomies: z.object({ ...paged, search: search.optional() }),
  taxonomy_terms: z.object({ ...paged, search: search.optional(), taxonomy_id: anyId.optional(), top_only: yes.optional(), parent_id: anyId.optional() }),
}

export type ListName = keyof typeof asked
export type Asked = { [L in ListName]: z.output<(typeof asked)[L]> }
