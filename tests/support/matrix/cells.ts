import { randomUUID } from 'node:crypto'
import { createApp } from '../../../app/server.tsx'
import { type AnyAct, type Entry, fill } from '../../../platform/act.ts'
import { openPool } from '../../../platform/db.ts'
import { handedCookie } from '../../../platform/request.ts'
import { followCode } from '../../../db/seeds/demo/signals.ts'
import type { Town } from '../town.ts'
import { inputFor, typed } from './inputs.ts'
import { type Noted, nothingStays } from './nothingStays.ts'
import { type Place, placesFor } from './places.ts'
import { type Subject, subjects } from './world.ts'

/** One answer of the application. */
export type Heard = { how: 'json' | 'page' | 'form'; status: number; body: string; headers: readonly string[]; location: string | null; noted: readonly Noted[] }
/** One entry, tried by one person on one record, through every door it has. */
export type Cell = { entry: Entry; subject: Subject; place: Place; heard: readonly Heard[] }

/** What an answer means for who asked: done or shown, may but not now, may not, does not exist, log in first, wrong input. */
export type Verdict = 'yes' | 'not now' | 'no' | 'none' | 'log in' | 'input' | 'fault'
export function verdictOf({ status, location }: Pick<Heard, 'status' | 'location'>): Verdict {
  if (status === 303 && location?.startsWith('/inloggen?')) return 'log in'
  if (status === 401) return 'log in'
  if (status < 400) return 'yes'
  return ({ 400: 'input', 403: 'no', 404: 'none', 409: 'not now' } as const)[status as 400] ?? 'fault'
}

type Lane = { ask: (how: Heard['how'], path: string, subject: Subject, init?: RequestInit & { headers?: Record<string, string> }) => Promise<Heard>; close: () => Promise<void> }

/** The application over one connection of its own, where nothing stays. */
function laneOf(t: Town, entries?: readonly Entry[], url = t.database.appUrl): Lane {
  let noted: Noted[] = []
  const pool = openPool(url, 1)
  const app = createApp({ pool: nothingStays(pool, (it) => noted.push(it)), settings: { ...t.settings, unlimited: true }, entries, log: (fault) => t.faults.push(fault) })
  return {
    ask: async (how, path, subject, init = {}) => {
      const cookies = [subject.secret && !subject.bearer ? `schakelbord=${subject.secret}` : '', `${handedCookie}=${followCode('after-church')}`].filter(Boolean)
      const headers = { cookie: cookies.join('; '), ...(subject.bearer && { authorization: `Bearer ${subject.secret}` }), ...init.headers }
      const tried = async (times: number): Promise<{ answer: Response; body: string }> => {
        noted = []
        const answer = await app.request(path, { ...init, headers })
        const body = await answer.text()
        // Another lane held the same record for too long: that tells nothing about rights.
        return times > 0 && answer.status === 409 && /record\.busy|net mee bezig/.test(body) ? tried(times - 1) : { answer, body }
      }
      const { answer, body } = await tried(5)
      return { how, status: answer.status, body, headers: [...answer.headers].map(([name, value]) => `${name}: ${value}`), location: answer.headers.get('location'), noted }
    },
    close: () => pool.end(),
  }
}

/** With one of each kind, the pages are also opened where JSON finds nothing; for the others, nothing once is enough. */
const closely = ['hassan', 'nadia', 'dirk', 'joke', 'petra', 'aaltje', 'karin', 'visitor', 'stopped']
const farFrom = (json: Heard, subject: Subject): boolean => ['none', 'log in'].includes(verdictOf(json)) && !closely.includes(subject.key)

const address = (it: Entry) => (it.kind === 'view' ? it.path : it.page)

async function tryView(lane: Lane, it: Entry, subject: Subject, place: Place, onlyJson: boolean): Promise<Heard[]> {
  const query = place.query ? `?${place.query}` : ''
  const json = await lane.ask('json', `/api/v1${fill(it.at, place.params)}${query}`, subject)
  return onlyJson || farFrom(json, subject) ? [json] : [json, await lane.ask('page', `${fill(address(it), place.params)}${query}`, subject)]
}

async function tryAct(lane: Lane, origin: string, it: AnyAct, subject: Subject, place: Place, onlyJson: boolean): Promise<Heard[]> {
  const input = inputFor(it)
  const version = place.version ?? 1
  const json = await lane.ask('json', `/api/v1${fill(it.at, place.params)}`, subject, {
    method: 'POST', body: JSON.stringify(input), headers: { origin, 'content-type': 'application/json', 'idempotency-key': randomUUID(), ...(it.version && { 'if-match': `"${version}"` }) },
  })
  if (onlyJson || farFrom(json, subject)) return [json]
  const body = typed({ _key: randomUUID(), ...(it.version && { _version: String(version) }) }, input)
  const page = await lane.ask('page', fill(it.page, place.params), subject, { method: 'POST', body, headers: { origin } })
  const form = await lane.ask('form', fill(it.page, place.params), subject)
  return [json, page, form]
}

/**
 * Tries every entry by everybody on every record that stands for a relation.
 *
 * @param lanes how many connections work at the same time
 */
export async function allCells(t: Town, entries: readonly Entry[], it: { lanes?: number; url?: string; who?: readonly Subject[]; serve?: readonly Entry[]; onlyJson?: boolean } = {}): Promise<Cell[]> {
  const work: { entry: Entry; subject: Subject; place: Place }[] = []
  for (const entry of entries) for (const place of await placesFor(t, entry)) for (const subject of it.who ?? subjects) work.push({ entry, subject, place })
  const cells: Cell[] = Array(work.length)
  let next = 0
  const lanes = Array.from({ length: it.lanes ?? 3 }, () => laneOf(t, it.serve, it.url))
  await Promise.all(
    lanes.map(async (lane) => {
      for (let index = next++; index < work.length; index = next++) {
        const { entry, subject, place } = work[index]!
        const onlyJson = it.onlyJson === true || subject.bearer === true
        cells[index] = { entry, subject, place, heard: entry.kind === 'view' ? await tryView(lane, entry, subject, place, onlyJson) : await tryAct(lane, t.origin, entry, subject, place, onlyJson) }
      }
      await lane.close()
    }),
  )
  return cells
}

/** A cell in words, for messages. */
export const named = ({ entry, subject, place }: Cell): string => `${entry.name} by ${subject.key} on ${place.name || 'no record'}`
