import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { act, notNow } from '../../platform/act.ts'
import type { Staff } from '../../platform/actor.ts'
import type { Reading } from '../../platform/context.ts'
import type { Db } from '../../platform/db.ts'
import { sha256Of } from '../../platform/files.ts'
import { invalid, notFound } from '../../platform/refusal.ts'
import { say } from '../../platform/texts.ts'
import { line, nothing, upload } from '../../platform/validation.ts'
import { failTexts } from './failTexts.ts'
import { asked, bytesAtOnce, isBusy, type Job, jobOf, recordsAtOnce, type Work } from './jobs.ts'
import { lookAt } from './looking.ts'
import { formatOf } from './sources.ts'
import { taken, takenBack } from './taking.ts'
import { texts } from './texts.ts'
import { Unreadable } from './unreadable.ts'

/** Only who keeps the directory brings in what comes from elsewhere. */
export const mayImport = (actor: Staff): boolean => actor.kind === 'worker' && actor.role === 'information-manager'

const mostBytes = 20 * 1024 * 1024
const output = z.object({ importId: z.uuid() })
/** Where an import has its page. */
export const importHref = (importId: string): string => `/sociale-kaart/invoer/${importId}`

/** What cannot be read is told beside the field. */
async function besideFile<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    throw invalid([{ in: 'body', at: 'file', code: 'unreadable', detail: failTexts[error.reason] }])
  }
}

/** Reads a file and shows what it would change. Nothing in the directory changes. A large one is read in the background. */
export const sourceLookedAt = act({
  name: 'exchange.look-at-source',
  at: '/imports',
  page: '/sociale-kaart/invoer/nieuw',
  title: texts.lookTitle,
  submit: texts.lookSubmit,
  input: z.strictObject({ source: line(200), file: upload(mostBytes) }),
  form: { source: { as: 'text', label: texts.sourceLabel, hint: texts.sourceHint, longest: 200 }, file: { as: 'file', label: texts.fileLabel, hint: texts.fileHint, accept: '.json,.csv,.xlsx,.zip,.xml' } },
  output,
  audit: 'C',
  find: async () => ({}),
  may: mayImport,
  about: () => [],
  intro: () => say(texts.lookIntro),
  run: (ctx, _record, { source, file }) =>
    besideFile(async () => {
      const bytes = file.content
      const format = formatOf(file.name)
      if (!format) throw new Unreadable('wrong-ending')
      const own = { municipalityId: ctx.actor.municipalityId, importId: randomUUID() }
      await ctx.db
        .insertInto('imports')
        .values({ municipalityId: own.municipalityId, id: own.importId, source, fileName: file.name, fileHash: sha256Of(bytes), format, state: 'waiting', broughtBy: ctx.actor.id, broughtAt: ctx.now })
        .execute()
      await ctx.db.insertInto('importFiles').values({ ...own, content: bytes }).execute()
      if (bytes.length > bytesAtOnce) await asked(ctx, own.importId, 'look', 0)
      else await lookAt(ctx.db, { ...own, source, fileName: file.name, bytes })
      return own.importId
    }),
  present: (_ctx, importId) => ({ importId }),
  next: ({ importId }) => importHref(importId),
  done: texts.looked,
})

export type ImportState = 'waiting' | 'mapping' | 'unreadable' | 'looked-at' | 'taken-in' | 'withdrawn'
export type Column = { name: string; example: string }
export type ImportRecord = {
  id: string; source: string; fileName: string; format: string; state: ImportState; broughtAt: Date; takenInAt: Date | null; withdrawnAt: Date | null; version: number; header: readonly Column[] | null; job: Job | undefined
}

/** @throws Refusal 404 when it does not exist or is not for this actor */
export async function findImport({ db, forChange }: Reading, { importId }: { importId: string }): Promise<ImportRecord> {
  const query = db.selectFrom('imports').where('id', '=', importId).select(['id', 'source', 'fileName', 'format', 'state', 'broughtAt', 'takenInAt', 'withdrawnAt', 'version', 'header'])
  const found = await (forChange ? query.forNoKeyUpdate() : query).executeTakeFirst()
  if (!found) throw notFound()
  return { ...found, header: found.header as Column[] | null, job: await jobOf(db, importId) }
}

/** What acts on one import have alike. */
export const onImport = {
  output,
  find: findImport,
  may: mayImport,
  about: (record: ImportRecord) => [record.id],
  version: (record: ImportRecord) => record.version,
  present: (_ctx: unknown, _done: unknown, record: ImportRecord) => ({ importId: record.id }),
  next: ({ importId }: { importId: string }) => importHref(importId),
}

/** Is it in one of these states, and does nobody's work on it run? */
export const unless = (...states: readonly ImportState[]) => ({ state, job }: ImportRecord) => (states.includes(state) && !isBusy(job) ? undefined : notNow('import.not-now', isBusy(job) ? texts.busyNow : texts.notNow))

const sizeOf = async (db: Db, importId: string): Promise<number> => Number((await db.selectFrom('importRecords').where('importId', '=', importId).select((it) => it.fn.countAll().as('count')).executeTakeFirst())?.count ?? 0)

/** Small work is done while somebody waits, large work in the background. What cannot be done is told as it is. */
const doneOrAsked = (what: Work, work: (db: Db, importId: string, now: Date) => Promise<void>): (ctx: Parameters<typeof asked>[0], record: ImportRecord) => Promise<void> => async (ctx, record) => {
  const size = await sizeOf(ctx.db, record.id)
  if (size > recordsAtOnce) return asked(ctx, record.id, what, size)
  try {
    await work(ctx.db, record.id, ctx.now)
  } catch (error) {
    if (error instanceof Unreadable) throw notNow(`import.${error.reason}`, failTexts[error.reason])
    throw error
  }
}

/** Takes in everything that was looked at: all of it or nothing. */
export const importTakenIn = act({
  ...onImport,
  name: 'exchange.take-in',
  at: '/imports/:importId/take-in',
  page: '/sociale-kaart/invoer/:importId/opnemen',
  title: texts.takeTitle,
  input: nothing,
  form: {},
  hindrance: unless('looked-at'),
  run: doneOrAsked('take', taken),
  done: texts.takeDone,
})

/** Takes a whole import back, unless somebody worked on what it brought. */
export const importWithdrawn = act({
  ...onImport,
  name: 'exchange.withdraw',
  at: '/imports/:importId/withdrawal',
  page: '/sociale-kaart/invoer/:importId/terugnemen',
  title: texts.withdrawTitle,
  destructive: true,
  input: nothing,
  form: {},
  hindrance: unless('taken-in'),
  intro: () => say(texts.withdrawIntro),
  run: doneOrAsked('withdraw', takenBack),
  done: texts.withdrawDone,
})
