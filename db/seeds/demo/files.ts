import { createHash } from 'node:crypto'
import type pg from 'pg'
import { areaId, municipalityId, personId } from './cast.ts'
import { idOf } from './ids.ts'
import type { World } from './index.ts'
import { insertAll } from './insert.ts'

const own = { municipality_id: municipalityId }
const publisher = 'Voorbeeldgemeente'
const edition = 'Wijkpeiling (verzonnen cijfers)'
const key = 'neighbours-help'
const asked = ['amersfoort', 'kruiskamp', 'de-koppel', 'randenbroek', 'schuilenburg', 'schothorst-zuid', 'schothorst-noord'] as const
const codes = ['GM0307', 'WK030707', 'WK030706', 'WK030714', 'WK030713', 'WK030708', 'WK030709']
const helping: Record<number, readonly number[]> = { 2022: [41, 44, 40, 46, 43, 38, 37], 2023: [42, 45, 43, 47, 45, 39, 39], 2024: [43, 46, 44, 49, 46, 40, 38], 2025: [44, 47, 45, 51, 48, 41, 39] }
const group = [2100, 310, 280, 330, 300, 290, 310]
/** What was put right by hand, with what stood there first. */
const corrected = [{ area: 'schuilenburg', year: 2023, value: 54, population: 300, reason: 'Twee cijfers waren omgedraaid bij het overtypen.' }]
const hash = (name: string): string => createHash('sha256').update(name).digest('hex')

const file = (number: number, state: string, name: string, year: number, rows: unknown[][], at: string, mapping: unknown, counts: unknown = null) => ({
  ...own, id: idOf('figure import', String(number)), number, state, shape: 'table', file_name: name, sha256: hash(name), bytes: 60 + rows.length * 40, publisher, edition, year, header: ['code', 'gebied', 'helpt buren %', 'aantal'], rows,
  mapping, counts, via: 'page', by_id: personId('petra'), at, decided_by: state === 'applied' ? personId('petra') : null, decided_at: state === 'applied' ? at : null,
})

/** An indicator of the municipality itself, with a file that was taken in, one that waits for a look, and one of which nobody said yet what its columns are. */
export async function seedFiles(client: pg.ClientBase, world: World): Promise<void> {
  const indicator = idOf('indicator', key)
  await insertAll(client, 'indicators', [{
    ...own, id: indicator, key, name_nl: 'Mensen die hun buren helpen', name_en: 'People who help their neighbours', definition_nl: 'Bewoners die zeggen dat ze de laatste maand een buur hielpen. Een voorbeeld: de cijfers zijn verzonnen.', definition_en: 'Residents who say that they helped a neighbour in the last month. An example: the figures are made up.',
    more_nl: 'Meer mensen die hun buren helpen', more_en: 'More people who help their neighbours', less_nl: 'Minder mensen die hun buren helpen', less_en: 'Fewer people who help their neighbours', unit: 'percent', base_nl: 'bewoners', base_en: 'residents', kind: 'perception', direction: 'higher-is-better', decimals: 0, smallest_difference: 3, highlighted: false, position: 500, retired: false,
  }, {
    ...own, id: idOf('indicator', 'benches'), key: 'bankjes', name_nl: 'Bankjes per straat', name_en: 'Benches in each street', definition_nl: 'Hoeveel bankjes er in een straat staan. We stopten ermee: niemand gebruikte het.', definition_en: 'How many benches there are in a street. We stopped: nobody used it.',
    more_nl: 'Hoger: Bankjes per straat', more_en: 'Higher: Benches in each street', less_nl: 'Lager: Bankjes per straat', less_en: 'Lower: Benches in each street', unit: 'number', base_nl: null, base_en: null, kind: 'fact', direction: 'neutral', decimals: 1, smallest_difference: null, highlighted: false, position: 510, retired: true,
  }])
  await insertAll(client, 'indicator_breaks', [{ ...own, indicator_id: indicator, year: 2023, note_nl: 'De vraag ging voor het eerst ook naar mensen onder de 30.', note_en: 'For the first time the question also went to people under 30.' }])
  await insertAll(client, 'sources', [{ ...own, id: idOf('source', 'poll'), publisher, edition, year: 2024, url: null }])
  const rows = (year: number) => asked.map((_, place) => [codes[place] ?? '', asked[place] ?? '', String(helping[year]?.[place]), String(group[place])])
  const mapping = { decimals: 'comma', columns: { 'helpt buren %': { indicator: key, group: 'aantal' } } }
  await insertAll(client, 'figure_imports', [
    file(1, 'applied', 'wijkpeiling-2024.csv', 2024, rows(2024), `${world.day(-40)} 09:00Z`, mapping, { new: asked.length, changed: 0, unchanged: 0, refused: 0, areas: 0, breaks: 0 }),
    file(2, 'proposed', 'wijkpeiling-2025.csv', 2025, rows(2025), `${world.day(-2)} 13:20Z`, mapping),
    file(3, 'mapping', 'bewonersavond.xlsx', 2025, rows(2025).slice(1, 4), `${world.day(-1)} 16:05Z`, {}),
  ])
  await insertAll(client, 'figures', [2022, 2023, 2024].flatMap((year) => asked.map((area, place) => ({
    ...own, id: idOf('figure', `${area} ${key} ${year}`), area_id: areaId(area), indicator_id: indicator, year, state: 'known', value: helping[year]?.[place] ?? 0, population: group[place] ?? null, source_id: idOf('source', 'poll'), place_cited: year === 2024 ? 'kolom helpt buren %' : 'met de hand ingevoerd', import_id: year === 2024 ? idOf('figure import', '1') : null,
    by_hand: year < 2024, entered_by: year < 2024 ? personId('petra') : null, entered_at: year < 2024 ? `${world.day(-60)} 14:10Z` : null, version: 1 + corrected.filter((it) => it.area === area && it.year === year).length,
  }))))
  await insertAll(client, 'figure_corrections', corrected.map(({ area, year, ...it }) => ({ ...own, figure_id: idOf('figure', `${area} ${key} ${year}`), version: 1, kind: 'corrected', ...it, by_id: personId('anke'), at: `${world.day(-45)} 11:05Z` })))
}
