import type pg from 'pg'
import { areaId, type CastKey, municipalityId, organizationId, personId } from './cast.ts'
import { idOf } from './ids.ts'
import type { World } from './index.ts'
import { insertAll } from './insert.ts'

const own = { municipality_id: municipalityId }
/** The id of a count of the demonstration. */
export const countId = (key: string): string => idOf('support-count', key)

type Seed = { area: string; group: string; org: string | null; year: number; residents: number | null; source: string; by: CastKey; parties?: readonly string[]; was?: { kind: 'corrected' | 'withdrawn'; residents: number; reason: string; by: CastKey } }
const records = (what: string) => `Eigen registratie op 1 januari: ${what} (verzonnen aantal)`

/** Years before this one; all counted on 1 January. Every number is made up. */
const counts: readonly Seed[] = [
  { area: 'schothorst', group: 'psychisch', org: 'symfora', year: 0, residents: 74, source: records('behandeling en begeleiding'), by: 'petra' },
  { area: 'schothorst', group: 'psychisch', org: 'kwintes', year: 0, residents: 52, source: records('begeleiding thuis en wonen met begeleiding'), by: 'nadia', was: { kind: 'corrected', residents: 62, reason: 'Tien bewoners van een andere wijk telden mee.', by: 'nadia' } },
  { area: 'schothorst', group: 'psychisch', org: 'humanitas-dmh', year: 0, residents: 3, source: records('wonen met begeleiding'), by: 'petra' },
  { area: 'schothorst', group: 'psychisch', org: 'symfora', year: 1, residents: 69, source: records('behandeling en begeleiding'), by: 'petra' },
  { area: 'schothorst', group: 'psychisch', org: 'kwintes', year: 1, residents: 47, source: records('begeleiding thuis en wonen met begeleiding'), by: 'petra' },
  { area: 'schothorst', group: 'psychisch', org: null, year: 1, residents: 93, source: 'Gezamenlijke telling door een onderzoeker, zonder namen (verzonnen aantal)', by: 'petra', parties: ['symfora', 'kwintes'] },
  { area: 'schothorst', group: 'verstandelijk', org: 'humanitas-dmh', year: 0, residents: 28, source: records('wonen met begeleiding'), by: 'petra' },
  { area: 'schothorst-zuid', group: 'psychisch', org: 'kwintes', year: 0, residents: 31, source: records('begeleiding thuis en wonen met begeleiding'), by: 'nadia' },
  { area: 'schothorst-noord', group: 'psychisch', org: 'kwintes', year: 0, residents: 21, source: records('begeleiding thuis en wonen met begeleiding'), by: 'nadia' },
  { area: 'schothorst-zuid', group: 'psychisch', org: 'symfora', year: 0, residents: 71, source: records('behandeling en begeleiding'), by: 'petra' },
  { area: 'schothorst-noord', group: 'psychisch', org: 'symfora', year: 0, residents: 3, source: records('behandeling en begeleiding'), by: 'petra' },
  { area: 'kruiskamp-koppel', group: 'psychisch', org: 'symfora', year: 0, residents: 41, source: records('behandeling en begeleiding'), by: 'sanne' },
  { area: 'kruiskamp-koppel', group: 'psychisch', org: 'kwintes', year: 0, residents: null, source: records('begeleiding thuis'), by: 'petra', was: { kind: 'withdrawn', residents: 38, reason: 'Niet alle bewoners woonden op die dag nog in de wijk.', by: 'petra' } },
  { area: 'randenbroek-schuilenburg', group: 'ouderen', org: 'beweging30', year: 0, residents: 86, source: records('hulp in huis en dagbesteding'), by: 'mirjam' },
  { area: 'randenbroek-schuilenburg', group: 'ouderen', org: 'ravelijn', year: 0, residents: 17, source: records('maatjes en vrijwillige hulp'), by: 'els' },
]

/** Residents with support, as their providers counted them: with overlap, a count together, a correction, a withdrawal and numbers too small to tell. */
export async function seedSupported(client: pg.ClientBase, world: World): Promise<void> {
  const thisYear = Number(world.day(0).slice(0, 4))
  const at = (days: number) => new Date(world.now.getTime() - days * 86_400_000).toISOString()
  const key = (it: Seed) => [it.area, it.group, it.org ?? 'samen', it.year].join(' ')
  await insertAll(client, 'support_counts', counts.map((it) => ({
    ...own, id: countId(key(it)), area_id: areaId(it.area), target_group_id: idOf('term', `target-group ${it.group}`), organization_id: it.org === null ? null : organizationId(it.org), counted_on: `${thisYear - it.year}-01-01`, residents: it.residents, source: it.source, entered_by: personId(it.by), entered_at: at(30), version: it.was ? 2 : 1,
  })))
  await insertAll(client, 'support_count_parties', counts.flatMap((it) => (it.parties ?? []).map((party) => ({ ...own, count_id: countId(key(it)), organization_id: organizationId(party) }))))
  await insertAll(client, 'support_count_corrections', counts.flatMap((it) => (it.was ? [{ ...own, count_id: countId(key(it)), version: 1, kind: it.was.kind, residents: it.was.residents, source: it.source, reason: it.was.reason, by_id: personId(it.was.by), at: at(12) }] : [])))
}
