import { sql } from 'kysely'
import { z } from 'zod'
import type { Db } from '../../platform/db.ts'
import { openActs, view } from '../../platform/act.ts'
import { nothing } from '../../platform/validation.ts'
import { ImportPage, ImportsPage } from './ImportPages.tsx'
import { findImport, importHref, type ImportRecord, type ImportState, importTakenIn, importWithdrawn, mayImport, sourceLookedAt } from './importing.ts'
import { isBusy } from './jobs.ts'
import { columnsMapped } from './mapping.ts'
import { texts } from './texts.ts'

const head = z.object({ id: z.uuid(), source: z.string(), fileName: z.string(), state: z.enum(['waiting', 'mapping', 'unreadable', 'looked-at', 'taken-in', 'withdrawn']), broughtAt: z.iso.datetime(), href: z.string() })
const openAct = z.object({ name: z.string(), title: z.object({ nl: z.string(), en: z.string() }), href: z.string() })
const remark = z.object({ kind: z.enum(['refused', 'repaired']), entity: z.string(), path: z.string(), field: z.string().nullable(), reason: z.string() })
const shownImport = head.extend({
  counts: z.array(z.object({ entity: z.string(), new: z.number(), changed: z.number(), unchanged: z.number() })),
  changes: z.array(z.object({ entity: z.string(), path: z.string(), field: z.string(), before: z.string().nullable(), after: z.string(), /** somebody changed it here too since the source said it the last time */ alsoHere: z.boolean() })),
  /** what stays as somebody changed it here, though the source says otherwise; `field` is null for what was taken away here */
  ours: z.array(z.object({ entity: z.string(), path: z.string(), field: z.string().nullable(), here: z.string().nullable(), source: z.string() })),
  oursCount: z.number(),
  remarks: z.array(remark),
  refused: z.number(),
  repaired: z.number(),
  /** work in the background that still runs, or that did not end well */
  job: z.object({ what: z.enum(['look', 'take', 'withdraw']), state: z.enum(['waiting', 'running', 'failed']), done: z.number(), total: z.number(), reason: z.string().nullable() }).nullable(),
  acts: z.array(openAct),
})
/** An import with what it changes, for its page. */
export type ShownImport = z.output<typeof shownImport>
/** A line in the list of imports. */
export type ShownHead = z.output<typeof head>

const mostShown = 50
type Head = { id: string; source: string; fileName: string; state: ImportState; broughtAt: Date }
const headOf = (it: Head): ShownHead => ({ id: it.id, source: it.source, fileName: it.fileName, state: it.state, broughtAt: it.broughtAt.toISOString(), href: importHref(it.id) })

const shownJob = ({ job }: ImportRecord): ShownImport['job'] => (job && job.state !== 'done' ? { what: job.what, state: job.state, done: isBusy(job) && job.total > 0 ? Math.min(job.done, job.total) : 0, total: job.total, reason: job.reason } : null)

/** Everything that was ever read, the latest first. */
export const importsListed = view({
  name: 'exchange.list-imports',
  at: '/imports',
  path: '/sociale-kaart/invoer',
  title: texts.listTitle,
  query: nothing,
  output: z.object({ imports: z.array(head) }),
  find: ({ db }) => db.selectFrom('imports').orderBy('broughtAt', 'desc').limit(100).select(['id', 'source', 'fileName', 'state', 'broughtAt']).execute(),
  may: mayImport,
  about: (imports) => imports.map((it) => it.id),
  present: (_ctx, imports) => ({ imports: imports.map(headOf) }),
  page: ({ imports }) => <ImportsPage imports={imports} lookHref={sourceLookedAt.page} />,
})

/** What is left as it is here, and how much there is of it in all. */
const oursOf = async (db: Db, importId: string) =>
  (
    await sql<{ entity: string; path: string; field: string | null; here: string | null; source: string; all: number }>`
      select entity, path, field, here, source, count(*) over () as all from (
        select r.position, r.entity, r.path, a.key as field, r.before ->> a.key as here, a.value as source from import_records r cross join lateral jsonb_each_text(r.after) a where r.import_id = ${importId} and r.what <> 'ours' and r.ours @> array[a.key]
        union all select r.position, r.entity, r.path, null, null, coalesce(r.after ->> 'name', r.after ->> 'number', r.after ->> 'address1', r.after ->> 'description', r.after ->> 'amount', r.identifier) from import_records r where r.import_id = ${importId} and r.what = 'ours'
      ) x order by position, field limit ${mostShown}`.execute(db)
  ).rows

/** One import: how many are new, changed and the same, what changes, and what could not be taken as it was. */
export const importViewed = view({
  name: 'exchange.view-import',
  at: '/imports/:importId',
  path: '/sociale-kaart/invoer/:importId',
  title: ({ source }) => ({ nl: `Invoer van ${source}`, en: `Import from ${source}` }),
  query: nothing,
  output: shownImport,
  find: findImport,
  may: mayImport,
  about: (record) => [record.id],
  version: (record) => record.version,
  present: async ({ db, actor }, record) => {
    const [counts, changes, ours, remarks, kinds] = await Promise.all([
      sql<{ entity: string; new: number; changed: number; unchanged: number }>`select entity, count(*) filter (where what = 'new') as new, count(*) filter (where what = 'changed') as changed, count(*) filter (where what = 'unchanged') as unchanged
        from import_records where import_id = ${record.id} and what <> 'ours' group by entity order by entity`.execute(db),
      sql<{ entity: string; path: string; field: string; before: string | null; after: string; alsoHere: boolean }>`select r.entity, r.path, a.key as field, r.before ->> a.key as before, a.value as after, r.contested @> array[a.key] as "alsoHere" from import_records r cross join lateral jsonb_each_text(r.after) a
        where r.import_id = ${record.id} and r.what = 'changed' and not (r.ours @> array[a.key]) and r.before ->> a.key is distinct from a.value order by not (r.contested @> array[a.key]), r.position, a.key limit ${mostShown}`.execute(db),
      oursOf(db, record.id),
      db.selectFrom('importRemarks').where('importId', '=', record.id).orderBy('kind').orderBy('position').limit(mostShown * 2).select(['kind', 'entity', 'path', 'field', 'reason']).execute(),
      sql<{ kind: string; count: number }>`select kind, count(*) as count from import_remarks where import_id = ${record.id} group by kind`.execute(db),
    ])
    const ofKind = (kind: string) => kinds.rows.find((it) => it.kind === kind)?.count ?? 0
    return { ...headOf(record), counts: counts.rows, changes: changes.rows, ours, oursCount: ours[0]?.all ?? 0, remarks, refused: ofKind('refused'), repaired: ofKind('repaired'), job: shownJob(record), acts: openActs([importTakenIn, importWithdrawn, columnsMapped], actor, record, { importId: record.id }) }
  },
  page: (shown) => <ImportPage shown={shown} />,
})
