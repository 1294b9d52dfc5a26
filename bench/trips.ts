import { connect, createServer } from 'node:net'

/** What leaves in one go arrives in pieces; pieces that come this close together, in milliseconds, are one question. */
const together = 3

/** Stands between program and database and counts how often the program waits for an answer. */
export async function between(port: number): Promise<{ port: number; trips: () => number; close: () => void }> {
  let trips = 0
  const server = createServer((program) => {
    const database = connect(port, '127.0.0.1')
    let held: Buffer[] = []
    program.on('data', (part: Buffer) => {
      if (held.length === 0) {
        trips++
        setTimeout(() => {
          database.write(Buffer.concat(held))
          held = []
        }, together)
      }
      held.push(part)
    })
    database.on('data', (part) => program.write(part))
    for (const [one, other] of [[program, database], [database, program]] as const) {
      one.on('error', () => other.destroy())
      one.on('close', () => other.destroy())
    }
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return { port: (server.address() as { port: number }).port, trips: () => trips, close: () => server.close() }
}
