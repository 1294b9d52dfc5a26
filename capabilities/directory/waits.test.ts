import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Town, town, type TownsPerson } from '../../tests/support/town.ts'

let t: Town
beforeAll(async () => {
  t = await town()
})
afterAll(() => t.close())

const told = (who: TownsPerson, slug: string, wait: string) => t.as(who).post(`/wachttijd/${slug}`, { wait })
const page = async (slug: string): Promise<string> => (await t.as('visitor').get(`/voorziening/${slug}`)).text
const shown = async (slug: string) => ((await t.as('visitor').json(`/directory/services/${slug}`)).json() as { practice: { wait: string | null; count: number; noPlace: number } | null }).practice

test('[DIR-10] how long people really waited stands with a service for everybody, once five were told in half a year', async () => {
  expect(await shown('begeleiding-kwintes')).toBeNull() // four were told
  expect(await shown('maatjesproject')).toEqual({ wait: 'four-weeks', count: 7, noPlace: 1 })
  expect(await page('maatjesproject')).toContain('In de praktijk meestal: 2 tot 4 weken. 7 keer gemeld in het afgelopen half jaar. Bij 1 van de 7 meldingen was er geen plek.')

  expect((await told('els', 'begeleiding-kwintes', 'longer')).status).toBe(303)
  expect(await shown('begeleiding-kwintes')).toEqual({ wait: 'longer', count: 5, noPlace: 1 })
})

test('[DIR-10] what was told longer ago than half a year counts no more', async () => {
  await t.rows("update waits_experienced set told_on = told_on - 184 where service_id = (select id from services where slug = 'maatjesproject' and municipality_id = waits_experienced.municipality_id)")
  expect(await shown('maatjesproject')).toBeNull()
  expect(await page('maatjesproject')).not.toContain('In de praktijk')
})

test('[DIR-10] no place at all is told too, and is no waiting time', async () => {
  for (let times = 0; times < 5; times++) await told('hassan', 'eetclub', 'no-place')
  expect(await shown('eetclub')).toEqual({ wait: null, count: 5, noPlace: 5 })
  expect(await page('eetclub')).toContain('Bij 5 van de 5 meldingen was er geen plek.')
})

test('[DIR-10] a length that is not on the list is refused in words, and a visitor cannot tell', async () => {
  const { status, text } = await t.as('els').post('/wachttijd/eetclub', { wait: 'soon' })
  expect(status).toBe(400)
  expect(text).toContain('Wachttijd')
  expect((await t.as('visitor').post('/wachttijd/eetclub', { wait: 'none' })).status).not.toBe(303)
  expect((await t.as('els').post('/wachttijd/bestaat-niet', { wait: 'none' })).status).toBe(404)
})

test('[PRI-15] what was told holds neither who waited nor who told it', async () => {
  const columns = await t.rows<{ name: string }>("select column_name as name from information_schema.columns where table_name = 'waits_experienced' order by 1")
  expect(columns.map(({ name }) => name)).toEqual(['id', 'municipality_id', 'service_id', 'told_on', 'wait'])
})
