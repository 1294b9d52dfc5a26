import { afterAll, beforeAll, expect, test } from 'vitest'
import { mapId } from '../../db/seeds/demo/maps.ts'
import { type Town, town } from '../../tests/support/town.ts'

let t: Town
beforeAll(async () => {
  t = await town()
})
afterAll(() => t.close())

const id = mapId('randenbroek-schuilenburg')
const read = async (): Promise<string> => (await t.as('visitor').get('/wijk/randenbroek-schuilenburg/kaart')).text.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')

test('[WIJ-20] history and plans of an area each have their own part with its source; plans are read by everybody once they are published', async () => {
  const before = await read()
  expect(before).toMatch(/1\.1 Geschiedenis van de wijk .*jaren twintig en dertig.* Bron: Schakels in de Buurt, §4\.1/)
  expect(before).not.toContain('1.2 Toekomstplannen')
  const [row] = await t.rows<{ version: number; status: string }>("select version, status from map_sections where map_id = $1 and key = '1-2'", [id])
  expect(row?.status).toBe('ready')
  expect((await t.as('anke').post(`/wijkkaart/${id}/deel/1-2/publiceren`, {}, { version: row?.version ?? 0 })).status).toBe(303)
  expect(await read()).toMatch(/1\.2 Toekomstplannen .*wijkinformatiepunt in Nijenstede blijft.* Bron: wijkteam Randenbroek-Schuilenburg/)
  expect(t.faults).toEqual([])
})
