import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { membershipId, municipalityId, personId } from '../db/seeds/demo/cast.ts'
import { crowded, say } from './report.ts'
import { service } from './services.ts'
import type { Served, World } from './world.ts'

const secret = 'secret-of-who-keeps-the-directory'
const goalSeconds = 60
const goalSize = 100_000

/** A list with a service on each line, as somebody brings it. */
const listOf = (seed: number, count: number): string => {
  const lines = Array.from({ length: count }, (_, place) => {
    const { name, summary, organization } = service(seed, place)
    return `${place};${name};Organisatie ${organization};${summary}`
  })
  return `nummer;naam;organisatie;omschrijving\n${lines.join('\n')}\n`
}

const peakOf = (pid: number): string => {
  try {
    return `${Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024)} MB`
  } catch {
    return 'unknown'
  }
}

/**
 * Takes in a list the way a person does: brought by the program, read and taken in in the background, then taken back.
 *
 * @throws Error when what came in is not what the list says
 */
export async function importing({ owner }: World, { port, pid }: Served, seed: number, count: number): Promise<void> {
  const origin = `http://127.0.0.1:${port}`
  await owner.query(
    `insert into auth.sessions (token_hash, municipality_id, kind, person_id, membership_id, purpose, strong_at, created_at, seen_at, expires_at, idle)
     values (sha256($1::bytea), $2, 'session', $3, $4, 'welfare', now(), now(), now(), now() + interval '1 day', '1 day') on conflict do nothing`,
    [secret, municipalityId, personId('petra'), membershipId('petra')],
  )
  const send = async (path: string, input: object, version?: number) => {
    const answer = await fetch(`${origin}/api/v1${path}`, { method: 'POST', body: JSON.stringify(input), headers: { cookie: `schakelbord=${secret}`, origin, 'content-type': 'application/json', 'idempotency-key': randomUUID(), ...(version !== undefined && { 'if-match': `"${version}"` }) } })
    if (!answer.ok) throw new Error(`the gate does not hold: ${path} answers ${answer.status} ${await answer.text()}`)
    return (await answer.json()) as { importId: string }
  }
  const state = async (id: string) => (await owner.query<{ state: string; version: number; job: string | null }>('select i.state, i.version, (select j.state from import_jobs j where j.import_id = i.id) as job from imports i where i.id = $1', [id])).rows[0]!
  const until = async (id: string, wanted: string): Promise<number> => {
    for (;;) {
      const now = await state(id)
      if (now.state === wanted && now.job !== 'running') return now.version
      if (now.job === 'failed' || now.state === 'unreadable') throw new Error(`the gate does not hold: the import failed on the way to ${wanted}`)
      await new Promise((over) => setTimeout(over, 100))
    }
  }
  const list = Buffer.from(listOf(seed, count))
  const timed = async (work: () => Promise<unknown>): Promise<number> => {
    const began = performance.now()
    await work()
    return (performance.now() - began) / 1000
  }
  const source = `bench ${randomUUID()}`
  let id = ''
  let slowest = 0
  let looking = true
  const look = await timed(async () => {
    id = (await send('/imports', { source, file: { name: 'lijst.csv', content: list.toString('base64') } })).importId
    const others = (async () => {
      while (looking) slowest = Math.max(slowest, await timed(async () => void (await (await fetch(`${origin}/livez`)).text())))
    })()
    await until(id, 'looked-at')
    looking = false
    await others
  })
  const taking = await timed(async () => {
    await send(`/imports/${id}/take-in`, {}, (await state(id)).version)
    await until(id, 'taken-in')
  })
  const { rows } = await owner.query<{ n: number; found: number }>("select count(*)::integer as n, (select count(*)::integer from directory_index d join external_ids e on e.record_id = d.record_id and e.source = $1 where d.entity = 'service') as found from external_ids e join services s on s.id = e.record_id where e.source = $1 and e.entity = 'service'", [source])
  if (rows[0]?.n !== count || rows[0].found !== count) throw new Error(`the gate does not hold: ${rows[0]?.n} came in and ${rows[0]?.found} are found, of ${count}`)
  // The same list once more, when colleagues changed one in a hundred: all of it is held against what the list said before.
  const changed = Math.ceil(count / 100)
  const ids = (await owner.query<{ id: string }>("select record_id as id from import_records where import_id = $1 and entity = 'service' order by position limit $2", [id, changed])).rows.map((it) => it.id)
  await owner.query("update services set description = 'Hier verbeterd.' where id = any($1)", [ids])
  let again = ''
  const second = await timed(async () => {
    again = (await send('/imports', { source, file: { name: 'lijst.csv', content: list.toString('base64') } })).importId
    await until(again, 'looked-at')
  })
  const kept = (await owner.query<{ ours: number; other: number }>("select count(*) filter (where ours <> '{}')::integer as ours, count(*) filter (where what in ('new', 'changed'))::integer as other from import_records where import_id = $1", [again])).rows[0]
  if (kept?.ours !== changed || kept.other !== 0) throw new Error(`the gate does not hold: ${kept?.ours} stay as they are here and ${kept?.other} change, of ${changed}`)
  await owner.query("update services s set description = r.after ->> 'description' from import_records r where r.import_id = $1 and r.entity = 'service' and r.record_id = s.id and s.id = any($2)", [id, ids])
  const peak = peakOf(pid)
  const back = await timed(async () => {
    await send(`/imports/${id}/withdrawal`, {}, (await state(id)).version)
    await until(id, 'withdrawn')
  })
  const total = look + taking
  say(`import   ${count} services, ${(list.length / 1024 / 1024).toFixed(1)} MB: read ${look.toFixed(1)} s, taken in ${taking.toFixed(1)} s, together ${total.toFixed(1)} s, ${count < goalSize ? `goal is for ${goalSize}` : `goal ${goalSeconds} s: ${total <= goalSeconds ? 'reached' : crowded() ? 'NOISY' : 'MISSED'}`}`)
  say(`           the same list again, one in a hundred changed here: read ${second.toFixed(1)} s, and what was changed stays`)
  say(`           taken back in ${back.toFixed(1)} s; most memory of the program ${peak}; another asked meanwhile waited ${(slowest * 1000).toFixed(0)} ms at most`)
}
