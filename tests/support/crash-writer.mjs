// Registers worries over HTTP from a process of its own, and writes down in a ledger on disk what was sent, and what was confirmed only after it was.
import { createHash, randomUUID } from 'node:crypto'
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs'

const [origin, ledgerFile, writers] = [process.argv[2], process.argv[3], Number(process.argv[4])]
const ledger = openSync(ledgerFile, 'a')
const note = (line) => {
  writeSync(ledger, `${JSON.stringify(line)}\n`)
  fsyncSync(ledger)
}
let going = true
process.on('SIGTERM', () => {
  going = false
})

const pause = (milliseconds) => new Promise((over) => setTimeout(over, milliseconds))

async function send(key, seen) {
  const answer = await fetch(`${origin}/api/v1/worries`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key, origin },
    body: JSON.stringify({ area: 'schuilenburg', relation: 'neighbour', seen, urgency: 'normal', knows: 'no', wantsFeedback: true }),
    signal: AbortSignal.timeout(10_000),
  })
  const body = await answer.text()
  if (answer.status === 201) return { state: 'confirmed', code: createHash('sha256').update(JSON.parse(body).code).digest('hex') }
  return answer.status === 503 ? { state: 'doubt' } : { state: 'refused', status: answer.status, body: body.slice(0, 200) }
}

async function writer() {
  while (going) {
    const key = randomUUID()
    const seen = `Waarneming ${key}`
    note({ state: 'sent', key })
    // Who gets no answer sends the same again with the same key, some of the time while everything is down.
    for (let attempt = 0; ; attempt++) {
      const outcome = await send(key, seen).catch(() => ({ state: 'doubt' }))
      if (outcome.state !== 'doubt' || attempt >= 3 || !going) {
        note({ key, ...outcome })
        break
      }
      await pause(150)
    }
  }
}

await Promise.all(Array.from({ length: writers }, writer))
closeSync(ledger)
