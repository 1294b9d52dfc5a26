import { sql } from 'kysely'
import { z } from 'zod'
import type { AuditAction } from '../../platform/context.ts'
import { addDays, momentOf } from '../../platform/dates.ts'
import type { Db } from '../../platform/db.ts'
import { day } from '../../platform/validation.ts'
import { readCaseNumber } from '../cases/index.ts'

/** Lines on one page. */
export const pageSize = 50

/** What the log can be narrowed down to. Names stand in the address, so they are Dutch. */
export const filters = z.strictObject({
  van: day().optional(),
  tot: day().optional(),
  persoon: z.uuid().optional(),
  organisatie: z.guid().optional(),
  dossier: z.string().trim().max(20).optional(),
  pagina: z.coerce.number().int().min(1).max(1000).optional(),
})
/** Only the page: one's own lines are not narrowed down. */
export const pages = filters.pick({ pagina: true })
export type Filters = z.output<typeof filters>

type Happened = {
  id: number
  occurredAt: Date
  eventCode: string
  action: AuditAction
  outcome: 'done' | 'repeated' | 'refused'
  purpose: string | null
  /** how many records it was about, cases and others */
  subjects: number
  /** the cases among them, at most three */
  cases: { id: string; number: string }[]
}
/** A line of the log. */
export type Line = Happened & { who: string | null; userKind: 'worker' | 'volunteer' | 'resident' | 'visitor' | 'system'; role: string | null; organizationName: string | null }
/** How far the log is sealed, and when it was last verified. */
export type Status = { sealedAt: Date | null; sealed: number; waiting: number; verifiedAt: Date | null; state: 'intact' | 'tampered' | 'unclear' | null }

const skip = (page = 1) => (page - 1) * pageSize

/** Lines of the municipality, newest first, one more than fits on a page. Empty for whoever is not its privacy officer. */
export async function linesOf(db: Db, { van, tot, persoon, organisatie, dossier, pagina }: Filters): Promise<Line[]> {
  const number = dossier === undefined ? null : readCaseNumber(dossier)
  if (number === undefined) return [] // no case can have this number
  const since = van ? momentOf(van) : null
  const until = tot ? momentOf(addDays(tot, 1)) : null
  const found = await sql<Line>`select * from audit.lines(${since}::timestamptz, ${until}::timestamptz, ${persoon ?? null}::uuid, ${organisatie ?? null}::uuid, ${number}::text, ${skip(pagina)}::integer, ${pageSize + 1}::integer)`.execute(db)
  return found.rows
}

/** The actor's own lines, newest first, one more than fits on a page. */
export const ownLines = async (db: Db, page?: number): Promise<Happened[]> =>
  (await sql<Happened>`select * from audit.my_lines(${skip(page)}::integer, ${pageSize + 1}::integer)`.execute(db)).rows

/** How far the log of the municipality is sealed; undefined for whoever is not its privacy officer. */
export const statusOf = async (db: Db): Promise<Status | undefined> => (await sql<Status>`select * from audit.status()`.execute(db)).rows[0]

/** Whom and which organisations one can choose: everybody who works or volunteers. */
export async function choicesOf(db: Db): Promise<{ people: { value: string; label: string }[]; organizations: { value: string; label: string }[] }> {
  const [people, organizations] = await Promise.all([
    db.selectFrom('people').where('kind', 'in', ['worker', 'volunteer']).orderBy('name').select(['id as value', 'name as label']).execute(),
    db
      .selectFrom('organizations as o')
      .where((on) => on.exists(on.selectFrom('memberships as m').whereRef('m.organizationId', '=', 'o.id').select('m.id')))
      .orderBy('o.name')
      .select(['o.id as value', 'o.name as label'])
      .execute(),
  ])
  return { people, organizations }
}
