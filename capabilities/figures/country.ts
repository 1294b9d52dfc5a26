import { sql } from 'kysely'
import { shapesOf } from '../neighbourhoods/index.ts'
import type { Taking } from './applying.ts'
import type { Boundary } from './boundaries.ts'
import { candidatesIn } from './candidates.ts'
import { codeIn, type Content } from './reading.ts'
import type { ImportRecord } from './record.ts'

/** What a file says of all municipalities: figures by indicator and code, or a picture of how they lie. */
export type Country = { names: Record<string, string>; figures: Record<string, Record<string, number>> } | { width: number; height: number; paths: Record<string, string> }

/** With fewer municipalities than this a file is no file of the country. */
const least = 10

/** Figures of all municipalities in a standard file. What is refused for our own areas is left out here: nobody can look it up. */
export function countryFigures({ shape, header, code, name }: Content, rows: Content['rows']): Country | null {
  if (rows.length < least || shape === 'table') return null
  const names = Object.fromEntries(rows.map((row) => [codeIn(row[code]) ?? '', String((name === null ? null : row[name]) ?? codeIn(row[code])).trim()]))
  const figures: Record<string, Record<string, number>> = {}
  for (const it of candidatesIn({ shape, header, rows, code }, {}, []).candidates) {
    if (it.value === null) continue
    const ofAll = figures[it.indicator] ?? {}
    ofAll[it.code] = it.value
    figures[it.indicator] = ofAll
  }
  return Object.keys(figures).length === 0 ? null : { names, figures }
}

/** All municipalities in one picture, drawn once: it is the same for every figure. */
export function countryMap(boundaries: readonly Boundary[]): Country | null {
  const towns = boundaries.filter(({ code }) => code.startsWith('GM'))
  const shapes = towns.length < least ? undefined : shapesOf(towns.map(({ code, geometry }) => ({ areaId: code, geometry })))
  return shapes ? { width: shapes.width, height: shapes.height, paths: Object.fromEntries(shapes.paths) } : null
}

/** Keeps what the file says of the country, when it is taken in. */
export async function keepCountry({ db, municipalityId }: Taking, { id, year, shape }: ImportRecord, sourceId: string | null): Promise<void> {
  if (shape === 'boundaries')
    await sql`insert into country_maps (municipality_id, import_id, from_year, width, height, paths)
      select municipality_id, id, ${year}, (country ->> 'width')::smallint, (country ->> 'height')::smallint, (country -> 'paths')::jsonb from figure_imports where municipality_id = ${municipalityId} and id = ${id} and country is not null`.execute(db)
  else
    await sql`insert into country_figures (municipality_id, import_id, source_id, year, names, figures)
      select municipality_id, id, ${sourceId}, ${year}, (country -> 'names')::jsonb, (country -> 'figures')::jsonb from figure_imports where municipality_id = ${municipalityId} and id = ${id} and country is not null`.execute(db)
  await dropDraft({ db, municipalityId }, id)
}

/** What was kept for a decision goes with it. */
const dropDraft = ({ db, municipalityId }: Pick<Taking, 'db' | 'municipalityId'>, id: string) =>
  db.updateTable('figureImports').set({ country: null }).where('municipalityId', '=', municipalityId).where('id', '=', id).where('country', 'is not', null).execute()

/** Takes back what the file said of the country. */
export async function dropCountry({ db, municipalityId }: Taking, id: string): Promise<void> {
  await db.deleteFrom('countryFigures').where('municipalityId', '=', municipalityId).where('importId', '=', id).execute()
  await db.deleteFrom('countryMaps').where('municipalityId', '=', municipalityId).where('importId', '=', id).execute()
}
