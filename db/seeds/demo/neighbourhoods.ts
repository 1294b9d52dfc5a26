import type pg from 'pg'
import { areaId, municipalityId } from './cast.ts'
import { idOf } from './ids.ts'
import type { World } from './index.ts'
import { insertAll } from './insert.ts'
import { composed } from './neighbourhoods/composed.ts'
import { drawn } from './neighbourhoods/drawn.ts'
import { figures, type SourceKey, sources } from './neighbourhoods/figures.ts'
import { indicators } from './neighbourhoods/indicators.ts'
import { stories } from './neighbourhoods/stories.ts'

const own = { municipality_id: municipalityId }
const sourceId = (key: SourceKey): string => idOf('source', key)
const indicatorId = (key: string): string => idOf('indicator', key)

/** Codes of Statistics Netherlands of the areas that are a district or the municipality itself. */
const codes: Record<string, string> = {
  amersfoort: 'GM0307', 'de-koppel': 'WK030706', kruiskamp: 'WK030707', 'schothorst-zuid': 'WK030708', 'schothorst-noord': 'WK030709', schuilenburg: 'WK030713', randenbroek: 'WK030714',
}

/** Figures and stories of the three neighbourhoods and the city, and areas made of their parts. */
export async function seedNeighbourhoods(client: pg.ClientBase, world: World): Promise<void> {
  await insertAll(client, 'area_codes', Object.entries(codes).map(([area, code]) => ({ ...own, code, from_year: 2010, area_id: areaId(area) })))
  // From before every year of which a file can be, so that no file takes the place of the drawing and taking one back gives it back.
  await insertAll(client, 'area_boundaries', Object.entries(drawn).map(([area, geometry]) => ({ ...own, area_id: areaId(area), from_year: 1800, geometry, schematic: true })))
  await insertAll(client, 'areas', composed.map((it) => ({
    ...own, id: areaId(it.slug), parent_id: null, slug: it.slug, name: it.name, kind: it.kind, composed: true, about: it.about, ended_on: 'ended' in it ? world.day(-it.ended.daysAgo) : null, ended_because: 'ended' in it ? it.ended.because : null, version: 'ended' in it ? 2 : 1,
  })))
  await insertAll(client, 'area_parts', composed.flatMap((it) => it.parts.map((part) => ({ ...own, area_id: areaId(it.slug), part_id: areaId(part) }))))
  await insertAll(client, 'sources', Object.entries(sources).map(([key, it]) => ({ ...own, id: sourceId(key as SourceKey), ...it })))
  await insertAll(client, 'indicators', indicators.map((it, position) => ({
    ...own, id: indicatorId(it.key), key: it.key, name_nl: it.name[0], name_en: it.name[1], definition_nl: it.definition[0], definition_en: it.definition[1],
    more_nl: it.more[0], more_en: it.more[1], less_nl: it.less[0], less_en: it.less[1], unit: it.unit, base_nl: it.base?.[0] ?? null, base_en: it.base?.[1] ?? null,
    kind: it.kind ?? 'fact', direction: it.direction ?? 'neutral', decimals: it.decimals ?? 0, smallest_difference: it.smallest ?? null, highlighted: !it.tableOnly, lead_nl: it.lead?.[0] ?? null, lead_en: it.lead?.[1] ?? null, position,
  })))
  await insertAll(client, 'figures', figures.map((it) => ({
    ...own, id: idOf('figure', `${it.area} ${it.indicator} ${it.year} ${it.source}`), area_id: areaId(it.area), indicator_id: indicatorId(it.indicator), year: it.year, state: 'known', value: it.value,
    qualifier: it.qualifier ?? null, population: it.population ?? null, source_id: sourceId(it.source), place_cited: it.cited, doubt_nl: it.doubt?.[0] ?? null, doubt_en: it.doubt?.[1] ?? null,
  })))
  await insertAll(client, 'area_stories', stories.map((it, position) => ({
    ...own, id: idOf('story', `${it.area} ${position}`), area_id: areaId(it.area), kind: it.kind, body_nl: it.nl, body_en: it.en, said_by_nl: it.by?.[0] ?? null, said_by_en: it.by?.[1] ?? null,
    told_on: it.told === undefined ? null : world.day(it.told), permission_on: it.told === undefined ? null : world.day(it.told), source_id: it.kind === 'quote' ? null : sourceId('book'), position,
  })))
}
