import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedPeople } from '../../db/seeds/demo/people.ts'
import { type Town, town } from '../../tests/support/town.ts'
import { listsOf, lostLines, takenIn } from './moving.world.ts'

let from: Town
let to: Town
beforeAll(async () => {
  from = await town()
  to = await town({ seed: seedPeople })
}, 180_000)
afterAll(async () => {
  await from?.close()
  await to?.close()
})

const packageOf = async (t: Town): Promise<Uint8Array> => new Uint8Array(await (await t.app.request('/hsds/datapackage.zip')).arrayBuffer())

test('[INT-04] [INT-09] the whole open directory of one municipality, taken in by another that has none, comes out of that again with every cell of every list', async () => {
  const out = await packageOf(from)
  const lists = listsOf(out)
  expect(lists['services.csv']!.length).toBeGreaterThan(50)
  expect(await to.rows('select from services')).toEqual([])
  const looked = await takenIn(to, 'sociale-kaart-hsds.zip', out)
  expect(looked.remarks.filter(({ kind }) => kind === 'refused')).toEqual([])
  const back = listsOf(await packageOf(to))
  expect(lostLines(lists, back)).toEqual([])
  expect(Object.keys(lists).map((name) => [name, back[name]!.length >= lists[name]!.length])).toEqual(Object.keys(lists).map((name) => [name, true]))

  // A second time there is nothing to change.
  const second = await takenIn(to, 'sociale-kaart-hsds.zip', await packageOf(from))
  expect(second.counts.filter((it) => it.new + it.changed > 0)).toEqual([])
}, 180_000)
