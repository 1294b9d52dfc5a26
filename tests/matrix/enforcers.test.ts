import { expect, test } from 'vitest'
import { entries } from '../../app/acts.ts'
import { personId } from '../../db/seeds/demo/cast.ts'
import type { Entry } from '../../platform/act.ts'
import { type Town, type TownsPerson, town } from '../support/town.ts'
import { markEverything, marks } from './canaries.ts'
import { oracle } from './oracle.ts'
import { recordsFor, seedForeignRecords } from './records.ts'
import { rehearse } from './rehearsal.ts'
import { addressesOf, marksIn, tried } from './walk.ts'

const people: readonly TownsPerson[] = ['mirjam', 'hassan', 'ria', 'joke', 'sanne', 'dirk', 'petra', 'bea', 'aaltje', 'karin', 'visitor']

/** Every leak, with everybody trying everything. */
async function leaks(t: Town, all: readonly Entry[]): Promise<{ leaking: string[]; read: number }> {
  await seedForeignRecords(t.owner)
  await markEverything(t.owner)
  const right = await oracle(t.owner, t.now())
  const records = await recordsFor(t.owner)
  const leaking: string[] = []
  let read = 0
  for (const it of all) {
    for (const address of await addressesOf(t, it, records)) {
      for (const person of people) {
        for (const { table, column, key } of marksIn(await tried(t, it, person, address))) {
          const mark = marks.find((one) => one.table.replaceAll('_', '') === table)
          read++
          if (!mark || !right.mayRead(person === 'visitor' ? null : personId(person), mark.kind, mark.level, key)) leaking.push(`${it.name} | ${address.record} | ${person}: ${table}.${column}`)
        }
      }
    }
  }
  return { leaking, read }
}

test('[PRI-11] with every rule in code saying yes, row level security alone lets nothing through', async () => {
  const open = entries.map((it) => ({ ...it, may: () => true, ...('each' in it && { each: () => true }), ...('hindrance' in it && { hindrance: () => undefined }) })) as unknown as readonly Entry[]
  const t = await town({ pool: rehearse, entries: open, settings: { unlimited: true } })
  const { leaking, read } = await leaks(t, open)
  await t.close()

  expect(read).toBeGreaterThan(100)
  expect(leaking).toEqual([])
}, 300_000)

test('[PRI-11] with row level security out of the way, the rules in code alone let nothing through', async () => {
  const t = await town({ pool: rehearse, beyondRules: true, settings: { unlimited: true } })
  const { leaking, read } = await leaks(t, entries)
  await t.close()

  expect(read).toBeGreaterThan(100)
  expect([...new Set(leaking)]).toEqual([])
}, 300_000)
