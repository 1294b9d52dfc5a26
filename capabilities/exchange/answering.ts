import { gzipSync } from 'node:zlib'
import type { Context as HonoContext } from 'hono'
import { sql } from 'kysely'
import { asVisitorAtOnce } from '../../platform/context.ts'
import { dayOf } from '../../platform/dates.ts'
import type { Db } from '../../platform/db.ts'
import type { Limit } from '../../platform/throttle.ts'
import type { Asked, ListName } from './asked.ts'
import { type Answer, keeper, type Made } from './kept.ts'
import { isOpenPage, openPageOf } from './openPage.ts'
import { isPlain, pageOf, totalName } from './reading.ts'
import type { ExchangeParts } from './routes.ts'
import { directoryState } from './state.ts'
import { keepTotal, knownTotal } from './totals.ts'

const allServices = 'services {}'
export const aMinute = 'public, max-age=60'
/** How often one address may ask. */
export const mostRequests: Limit = { most: 600, seconds: 60 }
/** Other sites may read it too. */
export const open = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': 'ETag', 'Cross-Origin-Resource-Policy': 'cross-origin' }

/** What was asked, with its question. */
const wholePath = ({ req: { url } }: HonoContext): string => url.slice(url.indexOf('/', 8))

/** What stands above every answer in JSON. */
export const headersOf = (mark: string): Record<string, string> => ({ 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': aMinute, ETag: mark, Vary: 'Accept-Encoding' })

/** What leaves of an answer: nothing when the caller has it already, and packed when it is one that is asked again. */
export type Form = { status: 200; bytes: Answer['bytes']; packed: boolean } | { status: 304; bytes: null; packed: false }

/** In which form an answer leaves to who sent these headers. */
export function formOf(answer: Answer, again: boolean, marked: string | undefined, takes: string | undefined): Form {
  if (marked === answer.mark) return { status: 304, bytes: null, packed: false }
  if (!again || takes === undefined || !/\bgzip\b/.test(takes)) return { status: 200, bytes: answer.bytes, packed: false }
  answer.small ??= gzipSync(answer.bytes)
  return { status: 200, bytes: answer.small, packed: true }
}

/** An answer in JSON. */
export function json(c: HonoContext, answer: Answer, again = false): Response {
  const form = formOf(answer, again, c.req.header('if-none-match'), c.req.header('accept-encoding'))
  const headers = headersOf(answer.mark)
  return form.bytes === null ? c.body(null, form.status, headers) : c.body(form.bytes, form.status, { ...headers, ...(form.packed && { 'Content-Encoding': 'gzip' }) })
}

/** Answers of the lists, kept as long as they are the same for every visitor. */
export function answering(parts: ExchangeParts, asVisitor: <T>(c: HonoContext, work: (db: Db) => Promise<T>) => Promise<T>) {
  const kept = keeper()
  const look = directoryState(parts.pool)
  /** A state for a visitor: what is published also goes by the day. */
  const onDay = (state: string | null): string | null => state && `${state} ${dayOf(parts.settings.now())}`
  const stateOf = (): Promise<string | null> => new Promise((heard) => look((state) => heard(onDay(state))))

  /** A page of which nothing is known: the state goes along with its questions, before them. */
  const atOnce = <L extends ListName>(c: HonoContext, list: L, it: Asked[L]): Promise<Made> =>
    asVisitorAtOnce(parts.pool, { municipalityId: parts.settings.municipalityId, now: parts.settings.now(), requestId: c.get('requestId') as string }, async (db) => {
      const looking = sql<{ state: string }>`select ctx.directory_state() as state`.execute(db)
      const [{ rows }, { text, total }] = await Promise.all([looking, pageOf(db, list, it, undefined)])
      const state = onDay(rows[0]?.state ?? null)
      if (state) keepTotal(totalName(list, it), state, total)
      return { text, state }
    })

  const withState = async <L extends ListName>(c: HonoContext, list: L, it: Asked[L], state: string | null): Promise<Made> => {
    const known = knownTotal(totalName(list, it))
    const { text, total } = await asVisitor(c, (db) => pageOf(db, list, it, known && known.state === state ? known.total : undefined))
    if (state) keepTotal(totalName(list, it), state, total)
    return { text, state }
  }

  const openPage = async (it: Asked['services']): Promise<Made> => {
    const { everything, ...made } = await openPageOf(parts.pool, parts.settings.municipalityId, dayOf(parts.settings.now()), it, knownTotal(allServices))
    if (everything) keepTotal(allServices, everything.state, everything.total)
    return made
  }

  /** A page of services that one statement gives. `state` is the one that holds, where it was read. */
  const openOf = (question: string, it: Asked['services'], state: string | null | undefined): Promise<Answer> => kept.made(question, state ?? null, () => openPage(it))

  return {
    asked: kept.asked,
    openOf,
    /** What is kept of a question that was asked before, if it still holds, with the state that was read for it. */
    still: (question: string, heard: (answer: Answer | undefined, state: string | null) => void): void =>
      look((found) => {
        const state = onDay(found)
        heard(kept.known(question, state), state)
      }),
    /** A page of a list. `questionOf` reads what is asked, and is only called for what is not kept. */
    page: async <L extends ListName>(c: HonoContext, list: L, questionOf: () => Asked[L]): Promise<Response> => {
      const question = wholePath(c)
      const state = kept.asked(question) ? await stateOf() : undefined
      const known = state && kept.known(question, state)
      if (known) return json(c, known, true)
      const it = questionOf()
      if (list === 'services' && isOpenPage(it as Asked['services'])) return json(c, await openOf(question, it as Asked['services'], state))
      if (state === undefined && isPlain(list, it) && !knownTotal(totalName(list, it))) return json(c, await kept.made(question, null, () => atOnce(c, list, it)))
      const now = state ?? (await stateOf())
      return json(c, await kept.made(question, now, () => withState(c, list, it, now)))
    },
    /** One object. @throws what `make` throws when there is none */
    one: async (c: HonoContext, make: () => Promise<string>): Promise<Response> => {
      const [question, state] = [wholePath(c), await stateOf()]
      const known = kept.known(question, state)
      return known ? json(c, known, true) : json(c, await kept.made(question, state, async () => ({ text: await make(), state })))
    },
  }
}
