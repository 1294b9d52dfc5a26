import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { cellOf } from './csvCells.ts'

/** One line of the list: a service with what people look for first. The names are columns that an import knows again. */
const columns = ['id', 'naam', 'organisatie', 'omschrijving', 'telefoon', 'e-mail', 'website', 'adres', 'postcode', 'plaats', 'kosten', 'doelgroep', 'aanmelden', 'wachttijd'] as const
type Line = Record<(typeof columns)[number], string | null>

/** Everything that the actor may see, a service a line. */
async function linesOf(db: Db): Promise<readonly Line[]> {
  const { rows } = await sql<Line>`
    select s.id::text as id, s.name as naam, o.name as organisatie, coalesce(s.description, s.summary) as omschrijving, coalesce(own.number, o.phone) as telefoon, s.email as "e-mail", s.url as website,
      a.address1 as adres, a.postal_code as postcode, a.city as plaats, s.fees_description as kosten, coalesce(s.eligibility_description, s.for_whom) as doelgroep, s.application_process as aanmelden, s.wait_time as wachttijd
    from services s
      left join lateral (select x.id, x.name, (select p.number from phones p where p.municipality_id = x.municipality_id and p.organization_id = x.id order by p.position, p.id limit 1) as phone
        from organizations x where x.municipality_id = s.municipality_id and x.id = s.organization_id) o on true
      left join lateral (select p.number from phones p where p.municipality_id = s.municipality_id and p.service_id = s.id order by p.position, p.id limit 1) own on true
      left join lateral (select d.* from service_at_locations l join addresses d on d.municipality_id = l.municipality_id and d.location_id = l.location_id where l.municipality_id = s.municipality_id and l.service_id = s.id order by l.id, d.id limit 1) a on true
    where s.municipality_id = (select ctx.municipality()) order by s.name, s.id`.execute(db)
  return rows
}

/** The list as spreadsheets in the Netherlands open it: semicolons, and a mark in front that says which letters these are. */
export const spreadsheetOf = async (db: Db): Promise<string> => csvOf(columns, await linesOf(db))

/** Lines in columns as text. Every cell stands between quotes, and none is a formula. */
export const csvOf = <C extends string>(columns: readonly C[], rows: readonly Record<C, string | null>[]): string =>
  `\uFEFF${[columns.map(cellOf), ...rows.map((row) => columns.map((name) => cellOf(row[name])))].map((cells) => cells.join(';')).join('\r\n')}\r\n`

/** The list as a workbook. Every cell is text, so that nothing in it is computed. */
export const workbookOf = async (db: Db): Promise<Uint8Array<ArrayBuffer>> => bookOf(columns, await linesOf(db))

/** Lines in columns as a workbook of one sheet. */
export async function bookOf<C extends string>(columns: readonly C[], rows: readonly Record<C, string | null>[]): Promise<Uint8Array<ArrayBuffer>> {
  const { default: exceljs } = await import('exceljs') // a tenth of what the program takes to start, for what few people ask
  const workbook = new exceljs.Workbook()
  const sheet = workbook.addWorksheet('Sociale kaart', { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = columns.map((name) => ({ header: name, key: name, width: name === 'omschrijving' ? 60 : 24 }))
  sheet.getRow(1).font = { bold: true }
  sheet.addRows(rows.map((row) => columns.map((name) => row[name] ?? '')))
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}
