import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { municipalityId } from '../db/seeds/demo/cast.ts'
import { watch } from './cpu.ts'
import { press } from './load.ts'
import type { World } from './world.ts'

/**
 * Milliseconds of CPU that an empty answer took where the goals in milliseconds were set. The same machine gives another number on another day,
 * so a goal is a ratio: so many empty answers, measured in the same turns. @source 22 to 25 microseconds, the middle
 */
const emptyThen = 0.0235

/** A goal in milliseconds as a number of empty answers. */
export const inEmpty = (milliseconds: number): number => milliseconds / emptyThen

/** A server that only answers, to hold ours against. `cost` gives milliseconds of CPU for one answer. */
export async function emptyServer(): Promise<{ cost: (milliseconds: number) => Promise<number>; stop: () => void }> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('empty.mjs', import.meta.url))], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [said] = (await once(child.stdout, 'data')) as [Buffer]
  const port = Number(said.toString())
  const cost = async (milliseconds: number) => {
    const spent = watch(Number(child.pid))
    const { answers } = await press(port, 8, milliseconds, () => ({ path: '/' }), 200)
    return spent() / answers
  }
  return { cost, stop: () => child.kill('SIGKILL') }
}

const pgbench = [18, 17, 16, 15].map((version) => `/usr/lib/postgresql/${version}/bin/pgbench`).find((path) => existsSync(path))

// A space after each colon: pgbench takes a colon and a word for a variable.
const sql = `begin;
select ctx.open(null, '${municipalityId}', now(), gen_random_uuid(), '\\x00');
select ctx.receive_signal(gen_random_uuid(), translate(substr(upper(encode(sha256(gen_random_uuid()::text::bytea), 'hex')), 1, 4) || '-' || substr(upper(md5(gen_random_uuid()::text)), 1, 4) || '-' || substr(upper(md5(gen_random_uuid()::text)), 1, 2), 'ILOU', 'XXXX'),
  sha256(gen_random_uuid()::text::bytea), '{"urgency": "normal", "channel": "website", "seen": "De gordijnen zijn al dagen dicht en de post ligt voor de deur.", "knows": "no", "source": "own", "relation": "neighbour", "wantsFeedback": true}');
select ctx.finish('signals.report', 'C', 'done', '{}', 'bench', null, null);
commit;
`

/** The same work without a server in between. Gives transactions a second, or why not. */
export function straight(world: World, clients: number, seconds: number): { rate: number } | { skipped: string } {
  if (!pgbench) return { skipped: 'there is no pgbench in /usr/lib/postgresql' }
  const folder = mkdtempSync(join(tmpdir(), 'schakelbord-pgbench-'))
  const script = join(folder, 'signal.sql')
  writeFileSync(script, sql)
  const url = new URL(world.cluster.appUrl)
  const { stdout, stderr } = spawnSync(pgbench, ['-n', '-M', 'prepared', '-c', String(clients), '-j', '2', '-T', String(seconds), '-f', script, '-h', url.hostname, '-p', url.port, '-U', url.username, url.pathname.slice(1)], { encoding: 'utf8', env: { ...process.env, PGPASSWORD: url.password } })
  rmSync(folder, { recursive: true })
  const rate = Number(/tps = ([\d.]+)/.exec(stdout)?.[1])
  return rate > 0 ? { rate } : { skipped: `pgbench says: ${stderr.trim().split('\n').find((line) => line.includes('error')) ?? 'nothing'}` }
}
