import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { Asked } from './load.ts'
import { postcodes, type Asking } from './questions.ts'

export type Peer = { port: number; pid: number; stop: () => Promise<void> }

/** Starts MiniSearch on the same data, in a process of its own. Gives why not when it is not installed. */
export async function miniSearch(seed: number, size: number): Promise<Peer | { skipped: string }> {
  const script = fileURLToPath(new URL('peers/minisearch.ts', import.meta.url))
  try {
    if (!existsSync(createRequire(script).resolve('minisearch'))) throw new Error('it is not there')
  } catch {
    return { skipped: 'minisearch is not installed' }
  }
  const child = spawn(process.execPath, ['--max-old-space-size=4096', script, String(seed), String(size)], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  const started = await Promise.race([once(child.stdout, 'data') as Promise<[Buffer]>, ended.then(() => undefined)])
  if (!started) return { skipped: 'it ended while it read the services' }
  const stop = async () => {
    child.kill('SIGKILL')
    await ended
  }
  return { port: Number(started[0].toString()), pid: Number(child.pid), stop }
}

/** A question as the peer is asked it. */
export function toPeer({ kind, q, postcode }: Asking): Asked {
  const at = postcodes.find(({ postcode4 }) => postcode4 === postcode)
  return { path: `/?${new URLSearchParams({ q, ...(kind === 'suggest' && { suggest: '1' }), ...(kind === 'filter' && { free: '1' }), ...(at && { near: `${at.latitude} ${at.longitude}` }) })}` }
}
