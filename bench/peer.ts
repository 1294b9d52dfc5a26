import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import type { Asked } from './load.ts'
import { type Asking, postcodes, spotAt, standing } from './questions.ts'
import { service } from './services.ts'

export type Peer = { port: number; pid: number; stop: () => Promise<void> }

/** Starts MiniSearch on the same data, in a process of its own. Gives why not when it is not installed. */
export async function miniSearch(seed: number, size: number): Promise<Peer | { skipped: string }> {
  const script = fileURLToPath(new URL('peers/minisearch.ts', import.meta.url))
  try {
    if (!existsSync(createRequire(script).resolve('minisearch'))) throw new Error('it is not there')
  } catch {
    return { skipped: 'minisearch is not installed' }
  }
  return (await started(['--max-old-space-size=4096', script, String(seed), String(size)])) ?? { skipped: 'it ended while it read the services' }
}

/** Starts Xapian on the same data, in a process of its own: for the `first` twenty alone, or with how many there are and how many with each mark (`counted`). Gives why not when it is not installed. */
export const xapian = (how: 'first' | 'counted') => async (seed: number, size: number): Promise<Peer | { skipped: string }> => {
  const python = ['python3', '/usr/bin/python3'].find((it) => spawnSync(it, ['-c', 'import xapian'], { stdio: 'ignore' }).status === 0)
  if (!python) return { skipped: 'python3 with xapian is not installed (Debian: python3-xapian)' }
  function* services() {
    for (let place = 0; place < size; place++) {
      const { public: open, ...one } = service(seed, place)
      const { spot, indication } = standing(seed, place)
      const { latitude, longitude } = spotAt(seed, spot)
      const free = indication === 'not-needed'
      if (open) yield `${JSON.stringify({ ...one, free, marks: ['kind:service', ...(free ? ['handy:no-indication'] : [])], latitude, longitude })}\n`
    }
  }
  return (await started([fileURLToPath(new URL('peers/on_xapian.py', import.meta.url)), how], python, Readable.from(services()))) ?? { skipped: 'it ended while it read the services' }
}

/** Starts the bare list on the same database, in a process of its own. @throws Error when it does not start */
export async function bareList(url: string, municipality: string): Promise<Peer> {
  const peer = await started([fileURLToPath(new URL('peers/list.ts', import.meta.url)), url, municipality])
  if (!peer) throw new Error('the bare list did not start')
  return peer
}

/** Starts the bare full text of the database, in a process of its own. @throws Error when it does not start */
export async function fullText(url: string, municipality: string): Promise<Peer> {
  const peer = await started([fileURLToPath(new URL('peers/fulltext.ts', import.meta.url)), url, municipality])
  if (!peer) throw new Error('the bare full text did not start')
  return peer
}

async function started(words: readonly string[], program = process.execPath, input: Readable = Readable.from([])): Promise<Peer | undefined> {
  const child = spawn(program, words, { stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  pipeline(input, child.stdin).catch(() => {}) // it ended before it had read all, which is told below
  const said = await Promise.race([once(child.stdout, 'data') as Promise<[Buffer]>, ended.then(() => undefined)])
  if (!said) return undefined
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
  }
  return { port: Number(said[0].toString()), pid: Number(child.pid), stop }
}

/** A question as the peer is asked it. */
export function toPeer({ kind, q, postcode }: Asking): Asked {
  const at = postcodes.find(({ postcode4 }) => postcode4 === postcode)
  return { path: `/?${new URLSearchParams({ q, ...(kind === 'suggest' && { suggest: '1' }), ...(kind === 'filter' && { free: '1' }), ...(at && { near: `${at.latitude} ${at.longitude}` }) })}` }
}
