import { afterAll, beforeAll, expect, test } from 'vitest'
import { type LogWorld, logWorld } from './log.world.ts'

let world: LogWorld
beforeAll(async () => {
  world = await logWorld()
})
afterAll(() => world.close())

const counts = async () =>
  (await world.owner.query<{ events: number; sealed: number }>('select (select count(*)::int from audit.events) as events, (select count(*)::int from audit.sealed_rows) as sealed')).rows[0]!

test('events of a transaction that still runs wait, together with everything that began after it', async () => {
  const slow = await world.clientFor(world.database.ownerUrl)
  await slow.query('begin')
  await world.write(slow)
  await world.write()

  const during = await world.seal()
  await slow.query('commit')
  const after = await world.settle()

  expect(during.rows).toBe(0)
  expect(after).toBe(2)
  expect((await world.verify()).findings.map((it) => it.kind)).toEqual(['not-anchored'])
  await slow.end()
})

test('with writers side by side, some slow and some that give up, nothing is skipped and each event is sealed exactly once', async () => {
  const writers = await Promise.all(Array.from({ length: 6 }, () => world.clientFor(world.database.ownerUrl)))
  let writing = true
  const work = writers.map(async (writer, who) => {
    for (let round = 0; round < 25; round++) {
      await writer.query('begin')
      for (let each = 0; each <= round % 3; each++) await world.write(writer, { organization: (who + each) % 3, town: who % 2 })
      if (who < 2) await new Promise((later) => setTimeout(later, 20 * who + 5))
      await writer.query(round % 5 === 4 ? 'rollback' : 'commit')
    }
  })
  const sealing = (async () => {
    while (writing) await world.seal()
  })()
  await Promise.all(work)
  writing = false
  await sealing
  await world.settle()
  await world.anchor()

  const { events, sealed } = await counts()
  expect(sealed).toBe(events)
  expect(await world.verify()).toMatchObject({ state: 'intact', rows: events, findings: [] })
  await Promise.all(writers.map((writer) => writer.end()))
})

test('transactions are put in order as numbers: 9, then 99, then 100', async () => {
  const fresh = await logWorld()
  for (const xid of ['100', '9', '99', '11', '2']) await fresh.write(fresh.owner, { xid })

  await fresh.settle()
  await fresh.anchor()

  const { rows } = await fresh.owner.query<{ xid: string }>('select event_xid::text as xid from audit.sealed_rows order by seq')
  expect(rows.map((row) => row.xid)).toEqual(['2', '9', '11', '99', '100'])
  expect((await fresh.verify()).state).toBe('intact')
  await fresh.close()
})

test('after a restore into another cluster, where transaction numbers begin low again, nothing is left out', async () => {
  const moved = await logWorld()
  await moved.write(moved.owner, { xid: '5' })
  await moved.settle()
  // What a restored log looks like: a seal and an event from transactions that are still to come here.
  const { rows: [now] } = await moved.master.query<{ ahead: string }>('select (pg_snapshot_xmax(pg_current_snapshot())::text::bigint + 1000000)::text as ahead')
  await moved.write(moved.owner, { xid: now!.ahead, organization: 2 })
  await moved.master.query("set session_replication_role = 'replica'")
  await moved.master.query('update audit.seals set upto = $1::xid8', [String(Number(now!.ahead) - 10)])
  await moved.write(moved.owner)

  expect(await moved.settle()).toBe(2)
  await moved.write(moved.owner, { organization: 2 })
  expect(await moved.settle()).toBe(1)
  await moved.close()
})

test('the application cannot reach the log, and the sealer can add seals but change nothing', async () => {
  const app = await world.clientFor(world.database.appUrl)
  for (const sql of ['select from audit.events', 'select from audit.seals', 'insert into audit.verifications select', 'delete from audit.events', 'select audit.refuse()', 'select audit.record(null, null, null, null, null)']) {
    await expect(app.query(sql)).rejects.toMatchObject({ code: '42501' })
  }
  for (const sql of ['delete from audit.events', 'update audit.events set role = null', 'delete from audit.seals', 'update audit.sealed_rows set seq = 0', 'select from people', 'truncate audit.seals', 'insert into audit.events select']) {
    await expect(world.sealer.query(sql)).rejects.toMatchObject({ code: '42501' })
  }
  await app.end()
})

test('not even the owner of the tables changes, removes or empties what was written', async () => {
  for (const table of ['events', 'seals', 'sealed_rows']) {
    for (const sql of [`delete from audit.${table}`, `update audit.${table} set municipality_id = municipality_id`, `truncate audit.${table} cascade`]) {
      await expect(world.owner.query(sql)).rejects.toMatchObject({ code: '42501' })
    }
  }
})

