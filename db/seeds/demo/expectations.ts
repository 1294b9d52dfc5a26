import type pg from 'pg'
import { areaId, type CastKey, municipalityId, personId } from './cast.ts'
import { idOf } from './ids.ts'
import type { World } from './index.ts'
import { insertAll } from './insert.ts'
import { mapId } from './maps.ts'

const own = { municipality_id: municipalityId }
const area = 'randenbroek-schuilenburg'

type Said = { by: CastKey; who: string; about: string; expects: 'higher' | 'same' | 'lower'; because?: string; knew?: true; on: number }
const said: readonly Said[] = [
  { by: 'mirjam', who: 'wijkverpleegkundige', about: 'age-65-plus', expects: 'higher', because: 'Bijna iedereen bij wie ik kom, woont hier al veertig jaar.', on: -33 },
  { by: 'hassan', who: 'opbouwwerker', about: 'age-65-plus', expects: 'higher', on: -33 },
  { by: 'hassan', who: 'bewoner van de flats', about: 'age-0-19', expects: 'higher', because: 'Het plein staat na schooltijd vol kinderen.', on: -32 },
  { by: 'hassan', who: 'opbouwwerker', about: 'rented', expects: 'higher', because: 'De corporatie is hier de grootste eigenaar.', on: -32 },
  { by: 'els', who: 'coördinator vrijwilligers', about: 'rented', expects: 'same', on: -31 },
  { by: 'marleen', who: 'huisarts', about: 'unemployment', expects: 'higher', because: 'Ik zie overdag veel mensen die nog zouden kunnen werken.', on: -31 },
  { by: 'dirk', who: 'wijkagent', about: 'income', expects: 'lower', knew: true, on: -30 },
]
/** Who looked since, at which theme. */
const seen: readonly [CastKey, string][] = [['hassan', '2-1'], ['hassan', '3-2'], ['mirjam', '2-1']]

/** What the people around one map expected, before they looked. */
export async function seedExpectations(client: pg.ClientBase, { now }: World): Promise<void> {
  const map_id = mapId(area)
  const at = (offset: number) => new Date(now.getTime() + offset * 86_400_000).toISOString()
  await insertAll(client, 'expectations', said.map((it, place) => ({
    ...own, id: idOf('expectation', `${place}`), area_id: areaId(area), map_id, indicator_id: idOf('indicator', it.about), expects: it.expects, said_by: it.who, because: it.because ?? null, knew: it.knew ?? false, by_id: personId(it.by), at: at(it.on),
  })))
  await insertAll(client, 'figures_seen', seen.map(([who, theme]) => ({ ...own, map_id, theme, person_id: personId(who), skipped: false, at: at(-28) })))
}
