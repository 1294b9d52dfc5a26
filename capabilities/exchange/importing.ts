import { createHash, randomUUID } from 'node:crypto'
import { z } from 'zod'
import { act, notNow } from '../../platform/act.ts'
import type { Staff } from '../../platform/actor.ts'
import type { Reading } from '../../platform/context.ts'
import { invalid, notFound } from '../../platform/refusal.ts'
import { say, type Text } from '../../platform/texts.ts'
import { line, nothing, upload } from '../../platform/validation.ts'
import { checked } from './checking.ts'
import { newColumns, sourceColumns } from './columns.ts'
import { flattened } from './flatten.ts'
import type { Remark, SourceRecord } from './record.ts'
import { knownIn, staged, takeBack, takeIn, touchedSince } from './staging.ts'
import { fromTable, textOf } from './table.ts'
import { texts } from './texts.ts'

/** Only who keeps the directory brings in what comes from elsewhere. */
export const mayImport = (actor: Staff): boolean => actor.kind === 'worker' && actor.role === 'information-manager'

const mostBytes = 20 * 1024 * 1024
const output = z.object({ importId: z.uuid() })
/** Where an import has its page. */
export const importHref = (importId: string): string => `/sociale-kaart/invoer/${importId}`

const wrongFile = (detail: Text) => invalid([{ in: 'body', at: 'file', code: 'unreadable', detail }])

/** What a file brings. @throws Refusal 400 when it cannot be read at all */
function recordsIn(name: string, bytes: Uint8Array): { format: 'hsds-json' | 'table'; records: SourceRecord[]; remarks: Remark[] } {
  const text = textOf(bytes).replace(/^\uFEFF/, '')
  if (/\.json$/i.test(name)) {
    let source: unknown
    try {
      source = JSON.parse(text)
    } catch {
      throw wrongFile(texts.notJson)
    }
    return { format: 'hsds-json', ...flattened(source) }
  }
  if (!/\.csv$/i.test(name)) throw wrongFile(texts.wrongEnding)
  try {
    return { format: 'table', records: fromTable(text).records, remarks: [] }
  } catch (error) {
    throw wrongFile((error as Error).message === 'no-columns' ? texts.noColumns : texts.notTable)
  }
}

/** Reads a file and shows what it would change. Nothing in the directory changes. */
export const sourceLookedAt = act({
  name: 'exchange.look-at-source',
  at: '/imports',
  page: '/sociale-kaart/invoer/nieuw',
  title: texts.lookTitle,
  submit: texts.lookSubmit,
  input: z.strictObject({ source: line(200), file: upload(mostBytes) }),
  form: { source: { as: 'text', label: texts.sourceLabel, hint: texts.sourceHint, longest: 200 }, file: { as: 'file', label: texts.fileLabel, hint: texts.fileHint, accept: '.json,.csv,application/json,text/csv' } },
  output,
  audit: 'C',
  find: async () => ({}),
  may: mayImport,
  about: () => [],
  intro: () => say(texts.lookIntro),
  run: async (ctx, _record, { source, file }) => {
    const bytes = Buffer.from(file.content, 'base64')
    const { format, records, remarks } = recordsIn(file.name, bytes)
    const { ready, remarks: more } = await checked(records, source, knownIn(ctx.db))
    if (ready.length + more.length + remarks.length === 0) throw wrongFile(texts.empty)
    const own = { municipalityId: ctx.actor.municipalityId, importId: randomUUID() }
    await ctx.db
      .insertInto('imports')
      .values({ municipalityId: own.municipalityId, id: own.importId, source, fileName: file.name, fileHash: createHash('sha256').update(bytes).digest('hex'), format, broughtBy: ctx.actor.id, broughtAt: ctx.now })
      .execute()
    await staged(ctx.db, own, ready, [...remarks, ...more])
    return own.importId
  },
  present: (_ctx, importId) => ({ importId }),
  next: ({ importId }) => importHref(importId),
  done: texts.looked,
})

export type ImportRecord = { id: string; source: string; fileName: string; state: 'looked-at' | 'taken-in' | 'withdrawn'; broughtAt: Date; takenInAt: Date | null; withdrawnAt: Date | null; version: number }

/** @throws Refusal 404 when it does not exist or is not for this actor */
export async function findImport({ db, forChange }: Reading, { importId }: { importId: string }): Promise<ImportRecord> {
  const query = db.selectFrom('imports').where('id', '=', importId).select(['id', 'source', 'fileName', 'state', 'broughtAt', 'takenInAt', 'withdrawnAt', 'version'])
  const found = await (forChange ? query.forNoKeyUpdate() : query).executeTakeFirst()
  if (!found) throw notFound()
  return found
}

const onImport = {
  output,
  input: nothing,
  form: {},
  find: findImport,
  may: mayImport,
  about: (record: ImportRecord) => [record.id],
  version: (record: ImportRecord) => record.version,
  present: (_ctx: unknown, _done: unknown, record: ImportRecord) => ({ importId: record.id }),
  next: ({ importId }: { importId: string }) => importHref(importId),
}

/** Takes in everything that was looked at: all of it or nothing. */
export const importTakenIn = act({
  ...onImport,
  name: 'exchange.take-in',
  at: '/imports/:importId/take-in',
  page: '/sociale-kaart/invoer/:importId/opnemen',
  title: texts.takeTitle,
  hindrance: ({ state }) => (state === 'looked-at' ? undefined : notNow('import.not-now', texts.notNow)),
  run: async (ctx, record) => {
    if ((await movedSince(ctx.db, record.id)) > 0) throw notNow('import.directory-changed', texts.changedSince)
    await takeIn(ctx.db, record.id, sourceColumns, newColumns)
    await ctx.db.updateTable('imports').set({ state: 'taken-in', takenInAt: ctx.now, version: record.version + 1 }).where('id', '=', record.id).execute()
  },
  done: texts.takeDone,
})

/** New records that meanwhile came in another way. */
async function movedSince(db: Reading['db'], importId: string): Promise<number> {
  const rows = await db.selectFrom('importRecords').where('importId', '=', importId).where('what', '=', 'new').select(['entity', 'recordId']).execute()
  let moved = 0
  for (const [entity, some] of Map.groupBy(rows, (it) => it.entity)) moved += (await knownIn(db)(entity as SourceRecord['entity'], some.map((it) => it.recordId))).size
  return moved
}

/** Takes a whole import back, unless somebody worked on what it brought. */
export const importWithdrawn = act({
  ...onImport,
  name: 'exchange.withdraw',
  at: '/imports/:importId/withdrawal',
  page: '/sociale-kaart/invoer/:importId/terugnemen',
  title: texts.withdrawTitle,
  destructive: true,
  hindrance: ({ state }) => (state === 'taken-in' ? undefined : notNow('import.not-now', texts.notNow)),
  intro: () => say(texts.withdrawIntro),
  run: async (ctx, record) => {
    const touched = await touchedSince(ctx.db, record.id)
    if (touched > 0) throw notNow('import.worked-on', texts.touched(touched))
    await takeBack(ctx.db, record.id, sourceColumns)
    await ctx.db.updateTable('imports').set({ state: 'withdrawn', withdrawnAt: ctx.now, version: record.version + 1 }).where('id', '=', record.id).execute()
  },
  done: texts.withdrawDone,
})
