import { createHash, hash } from 'node:crypto'
import { sql } from 'kysely'
import type pg from 'pg'
import type { Actor } from './actor.ts'
import { admit, type AnyAct, type AnyView, look, perform } from './act.ts'
import { type Caller, type Context, inContext, type Trace } from './context.ts'
import { sha256Of } from './files.ts'

const long = 10_000

/**
 * Canonical text of a JSON value: object keys in order, so that the same content has the same fingerprint. Of a long text, such as a file that travels along, stands its
 * own fingerprint without quotes, which no other value looks like; so it does of a file.
 */
export function canonical(value: unknown): string {
  if (typeof value === 'string' && value.length > long) return `sha256-${hash('sha256', value, 'base64url')}`
  if (Buffer.isBuffer(value)) return `sha256-${sha256Of(value)}`
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value && typeof value === 'object') {
    const entries = Object.entries(value).filter(([, it]) => it !== undefined)
    return `{${entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, it]) => `${JSON.stringify(key)}:${canonical(it)}`).join(',')}}`
  }
  return JSON.stringify(value) ?? 'null'
}

const fingerprint = (...parts: unknown[]): Buffer => createHash('sha256').update(canonical(parts)).digest()

/** Counts that somebody was asked whether a text says who it is, or kept it all the same; never what stood there. */
export const noteWarning = (ctx: Context, act: string, kept: boolean): Promise<unknown> => sql`select ctx.note_warning(${act}, ${kept})`.execute(ctx.db)

/** An act, once for each key, whichever door it came through. */
export const serveAct = (pool: pg.Pool, caller: Caller, it: AnyAct, sent: { params: Record<string, string>; input: Record<string, unknown>; key: string; seen: number | undefined; /** somebody was asked whether this says who it is, and keeps it */ anyway?: boolean }) =>
  inContext(
    pool,
    { ...caller, orVisitor: it.audience === 'everyone' },
    { name: it.name, action: it.audit ?? 'U' },
    { key: sent.key, fingerprint: fingerprint(it.name, sent.params, sent.input) },
    (reading) => it.find(reading, sent.params),
    async (ctx, record, kept) => {
      const done = await perform(it, ctx, record, sent.input, sent.seen, kept)
      if (sent.anyway && !kept) await noteWarning(ctx, it.name, true)
      return done
    },
    (actor) => admit(it, actor),
  )

const traceOf = (it: AnyView): Trace => (it.audience === 'everyone' ? null : { name: it.name, action: 'R' })

/** Lets everything that was asked of the database be sent. */
const sent = () => new Promise((next) => setImmediate(next))

/**
 * A view. `also` runs in the same transaction, for what surrounds the page: its questions travel with the end of the transaction, so it asks them all at once.
 */
export async function serveView<T>(
  pool: pg.Pool,
  caller: Caller,
  it: AnyView,
  asked: { params: Record<string, string>; query: unknown },
  also: (ctx: Context) => Promise<T>,
): Promise<{ shown: unknown; actor: Actor; version: number | undefined; around: T }> {
  const { around, ...page } = await inContext(
    pool,
    { ...caller, orVisitor: it.audience === 'everyone' },
    traceOf(it),
    null,
    (reading) => it.find(reading, asked.params, asked.query),
    async (ctx, record) => {
      const around = also(ctx)
      around.catch(() => {}) // heard below, when the transaction is over
      const looked = await look(it, ctx, record, asked.query)
      await sent()
      return { result: { shown: looked.result, actor: ctx.actor, version: it.version?.(record), around }, subjects: looked.subjects }
    },
    (actor) => admit(it, actor),
  )
  return { ...page, around: await around }
}
