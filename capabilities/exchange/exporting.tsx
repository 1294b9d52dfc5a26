import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import { act, view } from '../../platform/act.ts'
import type { Staff } from '../../platform/actor.ts'
import type { Reading } from '../../platform/context.ts'
import { dayOf, fullDay } from '../../platform/dates.ts'
import { notFound } from '../../platform/refusal.ts'
import { say } from '../../platform/texts.ts'
import { nothing } from '../../platform/validation.ts'
import { ExportPage, ExportsPage } from './ExportPages.tsx'
import { exportTexts as texts } from './exportTexts.ts'
import { mayImport } from './importing.ts'

/** For how long the files of an export can be fetched by who made it. */
const hoursToFetch = 24
const exportHref = (exportId: string): string => `/sociale-kaart/uitvoer/${exportId}`

/** Of one's own municipality, whatever the database decides. */
const query = (db: Reading['db']) =>
  db.selectFrom('directoryExports as e').where('e.municipalityId', '=', sql<string>`(select ctx.municipality())`).innerJoin('people as p', (join) => join.onRef('p.municipalityId', '=', 'e.municipalityId').onRef('p.id', '=', 'e.madeBy')).select(['e.id', 'e.reason', 'e.masked', 'e.madeBy', 'e.madeAt', 'p.name as maker'])

/** @throws Refusal 404 when it does not exist or is not for this actor */
export async function findExport({ db }: Pick<Reading, 'db'>, { exportId }: { exportId: string }) {
  const found = await query(db).where('e.id', '=', exportId).executeTakeFirst()
  if (!found) throw notFound()
  return found
}
/** Why and by whom the whole directory was taken along. */
export type WholeExport = Awaited<ReturnType<typeof findExport>>

const untilOf = ({ madeAt }: Pick<WholeExport, 'madeAt'>): Date => new Date(madeAt.getTime() + hoursToFetch * 3_600_000)
/** Who made it fetches its files, as long as it is fresh. The rule of row level security says who keeps the directory. */
export const mayFetch = (actor: Staff, it: WholeExport, now: Date): boolean => mayImport(actor) && actor.id === it.madeBy && now < untilOf(it)

/** Asks for everything, with a reason that is kept. */
export const wholeExported = act({
  name: 'exchange.export-whole',
  at: '/exports',
  page: '/sociale-kaart/uitvoer/nieuw',
  title: texts.title,
  submit: texts.submit,
  input: z.strictObject({ reason: z.string().trim().min(10).max(500), masked: z.boolean() }),
  form: { reason: { as: 'area', label: texts.reasonLabel, hint: texts.reasonHint, longest: 500 }, masked: { as: 'tick', label: texts.maskedLabel, hint: texts.maskedHint } },
  output: z.object({ exportId: z.uuid() }),
  audit: 'E',
  find: async () => ({}),
  may: mayImport,
  about: (_record, exportId?: string) => (exportId ? [exportId] : []),
  intro: () => say(texts.intro),
  run: async (ctx, _record, { reason, masked }) => {
    const id = randomUUID()
    await ctx.db.insertInto('directoryExports').values({ municipalityId: ctx.actor.municipalityId, id, reason, masked, madeBy: ctx.actor.id, madeAt: ctx.now }).execute()
    return id
  },
  present: (_ctx, exportId) => ({ exportId }),
  next: ({ exportId }) => exportHref(exportId),
  done: texts.made,
})

const shown = z.object({ id: z.uuid(), reason: z.string(), masked: z.boolean(), maker: z.string(), madeOn: z.iso.date(), href: z.string() })
const shownExport = shown.extend({ until: z.iso.datetime(), fetch: z.enum(['yes', 'over', 'not-yours']), files: z.object({ package: z.string(), list: z.string(), workbook: z.string() }).nullable() })
/** A line in the list of exports. */
export type ShownExport = z.output<typeof shown>
/** An export with its files, for its page. */
export type ShownWhole = z.output<typeof shownExport>

const line = (it: WholeExport): ShownExport => ({ id: it.id, reason: it.reason, masked: it.masked, maker: it.maker, madeOn: dayOf(it.madeAt), href: exportHref(it.id) })

/** Everybody who took the whole directory along, the latest first. */
export const exportsListed = view({
  name: 'exchange.list-exports',
  at: '/exports',
  path: '/sociale-kaart/uitvoer',
  title: texts.listTitle,
  query: nothing,
  output: z.object({ exports: z.array(shown) }),
  find: ({ db }) => query(db).orderBy('e.madeAt', 'desc').limit(200).execute(),
  may: mayImport,
  about: (exports) => exports.map((it) => it.id),
  present: (_ctx, exports) => ({ exports: exports.map(line) }),
  page: ({ exports }) => <ExportsPage exports={exports} makeHref={wholeExported.page} />,
})

/** One export: why, and its files for who made it. */
export const exportViewed = view({
  name: 'exchange.view-export',
  at: '/exports/:exportId',
  path: '/sociale-kaart/uitvoer/:exportId',
  title: ({ madeOn }) => texts.oneTitle(fullDay(madeOn)),
  query: nothing,
  output: shownExport,
  find: findExport,
  may: mayImport,
  about: (it) => [it.id],
  present: ({ actor, now }, it) => {
    const fetch: ShownWhole['fetch'] = mayFetch(actor, it, now) ? 'yes' : actor.id === it.madeBy ? 'over' : 'not-yours'
    const file = (name: string) => `${exportHref(it.id)}/${name}`
    return { ...line(it), until: untilOf(it).toISOString(), fetch, files: fetch === 'yes' ? { package: file('pakket.zip'), list: file('lijst.csv'), workbook: file('lijst.xlsx') } : null }
  },
  page: (it) => <ExportPage shown={it} />,
})
