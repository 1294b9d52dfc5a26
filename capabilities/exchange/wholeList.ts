import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { lights } from '../directory/index.ts'
import { kindWords, stateWords, visibilityWords } from './ownColumns.ts'
import { bookOf, csvOf } from './spreadsheet.ts'

/** One line of the list of everything. The names are columns that an import knows again, but for those from 'verborgen sinds' on, which are for whoever reads it. */
const columns = [
  'id', 'naam', 'organisatie', 'omschrijving', 'telefoon', 'e-mail', 'website', 'adres', 'postcode', 'plaats', 'kosten', 'doelgroep', 'aanmelden', 'wachttijd', 'soort voorziening', 'zichtbaarheid', 'toestand', 'zichtbaar vanaf',
  'zichtbaar tot en met', 'gecontroleerd op', 'beheerder', 'e-mail beheerder', 'geheime plek', 'verborgen sinds', 'opgegaan in', 'nummers van de organisatie', 'contactpersonen', 'programma', 'plek', 'plek verteld op', 'partners van het project',
] as const
type Line = Record<(typeof columns)[number], string | null>

const inWords = (words: Readonly<Record<string, string>>, column: string) => sql.raw(`case ${column} ${Object.entries(words).map(([word, kept]) => `when '${kept}' then '${word}'`).join(' ')} end`)

const roomWords = Object.fromEntries(Object.entries(lights).map(([light, { nl }]) => [nl, light]))

/** Everything that the information manager sees, a service a line. Secret addresses only when they were asked for. */
async function linesOf(db: Db, masked: boolean): Promise<readonly Line[]> {
  const { rows } = await sql<Line>`
    select s.id::text as id, s.name as naam, o.name as organisatie, coalesce(s.description, s.summary) as omschrijving, own.number as telefoon, s.email as "e-mail", s.url as website,
      a.address1 as adres, a.postal_code as postcode, a.city as plaats, s.fees_description as kosten, coalesce(s.eligibility_description, s.for_whom) as doelgroep, s.application_process as aanmelden, s.wait_time as wachttijd,
      ${inWords(kindWords, 's.kind')} as "soort voorziening", ${inWords(visibilityWords, 's.visibility')} as zichtbaarheid, ${inWords(stateWords, 's.state')} as toestand, s.publish_on::text as "zichtbaar vanaf", s.expire_on::text as "zichtbaar tot en met",
      s.assured_date::text as "gecontroleerd op", care.name as beheerder, care.email as "e-mail beheerder", case when place.masked then 'ja' end as "geheime plek",
      case when s.hide_on <= (select ctx.today()) then s.hide_on::text end as "verborgen sinds", (select m.name from services m where m.municipality_id = s.municipality_id and m.id = s.merged_into) as "opgegaan in",
      (select string_agg(i.identifier_type || ' ' || i.identifier, ', ' order by i.identifier_type, i.identifier) from organization_identifiers i where i.municipality_id = s.municipality_id and i.organization_id = s.organization_id) as "nummers van de organisatie",
      (select string_agg(concat_ws(', ', c.name, c.title, c.email, (select string_agg(p.number, ', ' order by p.position, p.id) from phones p where p.municipality_id = c.municipality_id and p.contact_id = c.id))
          || case c.visibility when 'professionals' then ' (alleen professionals)' when 'team' then ' (alleen een team)' else '' end, E'\n' order by c.position, c.id) from contact_persons c where c.municipality_id = s.municipality_id and c.service_id = s.id) as contactpersonen,
      (select p.name from programs p where p.municipality_id = s.municipality_id and p.id = s.program_id) as programma, room.words as plek, room.told_on as "plek verteld op",
      (select string_agg(concat_ws(', ', p.name, r.role), E'\n' order by p.name, p.id) from project_partners r join organizations p on p.municipality_id = r.municipality_id and p.id = r.organization_id
        where r.municipality_id = s.municipality_id and r.service_id = s.id) as "partners van het project"
    from services s
      left join organizations o on o.municipality_id = s.municipality_id and o.id = s.organization_id
      left join lateral (select p.number from phones p where p.municipality_id = s.municipality_id and p.service_id = s.id order by p.position, p.id limit 1) own on true
      left join lateral (select coalesce(c.owner_name, w.name) as name, c.owner_email as email from entry_care c left join people w on w.municipality_id = c.municipality_id and w.id = c.owner_id
        where c.municipality_id = s.municipality_id and c.entity = 'service' and c.record_id = s.id) care on true
      left join lateral (select l.id, l.masked from service_at_locations t join locations l on l.municipality_id = t.municipality_id and l.id = t.location_id where t.municipality_id = s.municipality_id and t.service_id = s.id order by t.id limit 1) place on true
      left join lateral (select d.* from addresses d where d.municipality_id = s.municipality_id and d.location_id = place.id and (${masked} or not place.masked) order by d.id limit 1) a on true
      left join lateral (select concat_ws(', ', ${inWords(roomWords, 'c.light')}, c.available || coalesce(' van ' || c.maximum, '') || coalesce(' ' || c.unit, ''), c.description) as words, (c.updated at time zone 'Europe/Amsterdam')::date::text as told_on
        from service_capacities c where c.municipality_id = s.municipality_id and c.service_id = s.id order by c.updated desc, c.id limit 1) room on true
    where s.municipality_id = (select ctx.municipality()) order by s.name, s.id`.execute(db)
  return rows
}

/** The list of everything as text for spreadsheets. */
export const wholeSpreadsheetOf = async (db: Db, masked: boolean): Promise<string> => csvOf(columns, await linesOf(db, masked))
/** The list of everything as a workbook. */
export const wholeWorkbookOf = async (db: Db, masked: boolean): Promise<Uint8Array<ArrayBuffer>> => bookOf(columns, await linesOf(db, masked))
