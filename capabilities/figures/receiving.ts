import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { dayOf } from '../../platform/dates.ts'
import { sha256Of } from '../../platform/files.ts'
import type { Taking } from './applying.ts'
import { boundariesIn } from './boundaries.ts'
import { checkContent, ownRows } from './checking.ts'
import type { Mapping } from './candidates.ts'
import { type Country, countryFigures, countryMap } from './country.ts'
import { groundOf, inTown, type Ground } from './ground.ts'
import { type BoundaryContent, type Content, readFile } from './reading.ts'
import { isZip, readWorkbook } from './workbook.ts'
import { invalidFile } from './wrong.ts'

/** What somebody says about a file that they bring. */
export type Said = { fileName: string; bytes: Buffer; year: number; publisher: string; edition: string; makeAreas: boolean; /** of a workbook, when it has several with figures */ sheet?: string }

type Kept = { header: readonly string[]; rows: readonly unknown[]; elsewhere: number; mapping: Mapping; state: 'mapping' | 'proposed'; country: Country | null }

function keptFigures(content: Content, said: Said, ground: Ground, now: Date): Kept {
  const { rows, towns, elsewhere } = ownRows(content, ground.cityCode)
  checkContent(content, rows, { year: said.year, thisYear: Number(dayOf(now).slice(0, 4)), fileName: said.fileName, municipality: ground.city.name, municipalityCode: ground.cityCode })
  if (content.shape !== 'table') return { header: content.header, rows, elsewhere, mapping: {}, state: 'proposed', country: countryFigures(content, towns) }
  return { header: content.header, rows, elsewhere, mapping: { columns: guessed(content.header, ground) }, state: 'mapping', country: null }
}

/** Columns that carry the name or the key of one of our indicators are that indicator. */
const guessed = (header: readonly string[], { indicators }: Ground): NonNullable<Mapping['columns']> =>
  Object.fromEntries(header.flatMap((column) => {
    const found = indicators.find((it) => !it.retired && [it.key, it.name.nl.toLowerCase(), it.name.en.toLowerCase()].includes(column.toLowerCase()))
    return found ? [[column, { indicator: found.key }]] : []
  }))

function keptBoundaries(content: BoundaryContent, { cityCode, city }: Ground): Kept {
  const { boundaries } = boundariesIn(content.features, content.degrees)
  const own = boundaries.filter(({ code }) => code.slice(2, 6) === cityCode.slice(2))
  if (own.length === 0) throw invalidFile('file.elsewhere', { nl: `Er staat geen enkel gebied van ${city.name} (${cityCode}) in dit bestand.`, en: `No area of ${city.name} (${cityCode}) is in this file.` })
  return { header: [], rows: own.map(({ code, name, geometry }) => ({ properties: { statcode: code, statnaam: name }, geometry })), elsewhere: boundaries.length - own.length, mapping: {}, state: 'proposed', country: countryMap(boundaries) }
}

/** What no database keeps: a sign without a number, or half of one. It can stand far into a file that is no text all the way. */
const unkept = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/

/** As JSON, for keeping. @throws Refusal 400 a sign that cannot be kept */
function keptAs(value: unknown): string {
  const json = JSON.stringify(value)
  if (unkept.test(json)) throw invalidFile('file.binary', { nl: 'In dit bestand staat een teken dat we niet kunnen bewaren. Download het opnieuw, of haal dat teken weg.', en: 'This file holds a sign that we cannot keep. Download it again, or take that sign out.' })
  return json
}

/** Reads a file and keeps what is about our areas, for looking at before anything changes. @throws Refusal 400 what is wrong with it */
export async function receive({ db, municipalityId, personId, now }: Taking, said: Said, town?: string): Promise<string> {
  const content = isZip(said.bytes) ? await readWorkbook(said.bytes, said.sheet) : readFile(said.bytes)
  const ground = await groundOf(db, said.year, town)
  const kept = content.shape === 'boundaries' ? keptBoundaries(content, ground) : keptFigures(content, said, ground, now)
  const sha256 = sha256Of(said.bytes)
  await refuseTwice(db, sha256, said, town)
  const id = randomUUID()
  await db
    .insertInto('figureImports')
    .values({
      municipalityId, id, number: sql<number>`(select coalesce(max(number), 0) + 1 from figure_imports where municipality_id = ${municipalityId})`, state: kept.state, shape: content.shape, fileName: said.fileName, sha256, bytes: said.bytes.length,
      publisher: said.publisher, edition: said.edition, year: said.year, header: JSON.stringify(kept.header), rows: keptAs(kept.rows), elsewhere: kept.elsewhere, mapping: JSON.stringify(kept.mapping), country: kept.country && keptAs(kept.country), makeAreas: said.makeAreas,
      via: personId === null ? 'command' : 'page', byId: personId, at: now,
    })
    .execute()
  return id
}

/** The same file for the same year and edition, that was taken in already. */
async function refuseTwice(db: Taking['db'], sha256: string, { year, edition }: Said, town?: string): Promise<void> {
  const before = await db.selectFrom('figureImports').where(inTown(town)).where('sha256', '=', sha256).where('year', '=', year).where('edition', '=', edition).where('state', '=', 'applied').select('number').executeTakeFirst()
  if (before) throw invalidFile('file.known', { nl: `Dit bestand is al overgenomen (nummer ${before.number}).`, en: `This file was taken in already (number ${before.number}).` })
}
