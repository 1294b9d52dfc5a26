import { sql } from 'kysely'
import { z } from 'zod'
import { openActs, view } from '../../platform/act.ts'
import { nothing } from '../../platform/validation.ts'
import { ImportPage, ImportsPage } from './ImportPages.tsx'
import { changesIn, oursIn } from './differences.ts'
import { findImport, importHref, type ImportRecord, type ImportState, importTakenIn, importWithdrawn, mayImport, sourceLookedAt } from './importing.ts'
import { isBusy } from './jobs.ts'
import { columnsMapped } from './mapping.ts'
import { texts } from './texts.ts'

const head = z.object({ id: z.uuid(), source: z.string(), fileName: z.string(), state: z.enum(['waiting', 'mapping', 'unreadable', 'looked-at', 'taken-in', 'withdrawn']), broughtAt: z.iso.datetime(), href: z.string() })
const openAct = z.object({ name: z.string(), title: z.object({ nl: z.string(), en: z.string() }), href: z.string() })
const remark = z.object({ kind: z.enum(['refused', 'repaired']), entity: z.string(), path: z.string(), field: z.string().nullable(), reason: z.string() })
const shownImport = head.extend({
  counts: z.array(z.object({ entity: z.string(), new: z.number(), changed: z.number(), unchanged: z.number() })),
  changes: z.array(z.object({ entity: z.string(), /** the name of what it is of */ about: z.string().nullable(), path: z.string(), field: z.string(), before: z.string().nullable(), after: z.string(), /** somebody changed it here too since the source said it the last time */ alsoHere: z.boolean() })),
  /** what stays as somebody changed it here, though the source says otherwise; `field` is null for what was taken away here */
  ours: z.array(z.object({ entity: z.string(), about: z.string().nullable(), path: z.string(), field: z.string().nullable(), here: z.string().nullable(), source: z.string() })),
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
      changesIn(db, record.id, mostShown),
      oursIn(db, record.id, mostShown),
      db.selectFrom('importRemarks').where('importId', '=', record.id).orderBy('kind').orderBy('position').limit(mostShown * 2).select(['kind', 'entity', 'path', 'field', 'reason']).execute(),
      sql<{ kind: string; count: number }>`select kind, count(*) as count from import_remarks where import_id = ${record.id} group by kind`.execute(db),
    ])
    const ofKind = (kind: string) => kinds.rows.find((it) => it.kind === kind)?.count ?? 0
    return { ...headOf(record), counts: counts.rows, changes, ...ours, remarks, refused: ofKind('refused'), repaired: ofKind('repaired'), job: shownJob(record), acts: openActs([importTakenIn, importWithdrawn, columnsMapped], actor, record, { importId: record.id }) }
  },
  page: (shown) => <ImportPage shown={shown} />,
})
