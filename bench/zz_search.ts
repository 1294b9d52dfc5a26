import { watch } from './cpu.ts'
import { caller } from './load.ts'
import { kinds, questionAt, type Asking } from './questions.ts'
import { world } from './world.ts'
const size = Number(process.env.SIZE ?? 100000)
const made = await world(42, { placed: true })
const toOurs = ({ kind, q, postcode }: Asking) =>
  kind === 'suggest' ? { path: `/api/v1/directory/suggestions?${new URLSearchParams({ q })}` }
    : { path: `/api/v1/directory/search?${new URLSearchParams({ q, soort: 'hulp', ...(kind === 'filter' && { handig: 'zonder-indicatie' }), ...(postcode && { postcode }) })}` }
try {
  await made.load.services(size)
  const prof = process.env.PROF
  const served = await made.serve(prof ? { NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${prof} --cpu-prof-interval=200` } : {})
  const { send, close } = caller(served.port, 1)
  let at = 0
  const warm = performance.now()
  while (performance.now() - warm < Number(process.env.WARM ?? 35000)) await send(toOurs(questionAt(42, size, 1_000_000 + at++)))
  for (let round = 0; round < 3; round++) {
    const all = { n: 0, node: 0, db: 0 }
    const per = new Map<string, number[]>()
    const [node, db] = [watch(served.pid), watch(made.cluster.pid)]
    const began = performance.now()
    at = round * 100_000
    const first = at
    while (performance.now() - began < Number(process.env.MS ?? 6000) || (at - first) % kinds.length) { const q = questionAt(42, size, at++); const s = performance.now(); await send(toOurs(q)); per.set(q.kind, [...(per.get(q.kind) ?? []), performance.now() - s]) }
    all.n = at - first
    console.log('node', (node() / all.n).toFixed(3), 'db', (db() / all.n).toFixed(3), all.n, [...per].map(([k, v]) => `${k} ${(v.reduce((a, b) => a + b, 0) / v.length).toFixed(2)}`).join(' '))
  }
  close()
  if (prof) { process.kill(served.pid, 'SIGTERM'); await new Promise((r) => setTimeout(r, 8000)) }
} finally { await made.close() }
