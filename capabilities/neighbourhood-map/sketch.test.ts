import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { municipalityId } from '../../db/seeds/demo/cast.ts'
import { mapId } from '../../db/seeds/demo/maps.ts'
import { type Town, town, type TownsPerson } from '../../tests/support/town.ts'
import { barsOf } from './charts.tsx'
import { compileDocument } from './compile.ts'
import type { Figure } from './figures.ts'
import { middleOf, squareNames, squareOf } from './sketch.ts'
import type { ShownSection } from './shown.ts'

let t: Town
beforeAll(async () => {
  t = await town()
})
afterAll(() => t.close())

const map = mapId('randenbroek-schuilenburg')
const area = 'randenbroek-schuilenburg'
const places = async (who: TownsPerson) => ((await t.as(who).json(`/neighbourhood-maps/${map}/sections/3-2`)).json() as ShownSection).contributions.filter((it) => it.kind === 'place')
const pdf = async () => Buffer.from(await (await t.app.request(`/wijk/${area}/kaart.pdf`)).arrayBuffer())

test('[WIJ-14] property: the middle of a square lies in it, and every spot lies in one square', () => {
  expect(squareNames.every((name) => squareOf(middleOf(name) ?? { across: -1, down: -1 }) === name)).toBe(true)
  fc.assert(fc.property(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 1000 }), (across, down) => squareNames.includes(squareOf({ across, down }))))
  expect([squareOf({ across: 0, down: 0 }), squareOf({ across: 1000, down: 1000 }), middleOf('Z9')]).toEqual(['A1', 'F6', undefined])
})

describe('[WIJ-14] a place in the sketch of its area', () => {
  test('is drawn with a number, and always told in words as well', async () => {
    const page = (await t.as('visitor').get(`/wijk/${area}/kaart`)).text
    expect(page).toContain('Schets van Randenbroek-Schuilenburg in vakken. 1: het wijkinformatiepunt in Nijenstede, vak C4. 2: de portieken van de flats in Schuilenburg, vak D3.')
    expect(page).toMatch(/2\. <span lang="nl">de portieken van de flats in Schuilenburg<\/span>, vak D3\. Hier komen problemen samen\./)
  })

  test('is pointed out by clicking in a picture, without a script: the square is then chosen in the list', async () => {
    const [place] = await places('hassan')
    const page = `/wijkkaart/${map}/toevoeging/${place?.id}/aanwijzen`
    expect((await t.as('hassan').get(page)).text).toMatch(/<input class="spot-button" type="image" src="\/wijk\/randenbroek-schuilenburg\/schets\.svg" alt="[^"]+" width="280" height="245"\/?>/)
    const clicked = (await t.as('hassan').get(`${page}?x=269&y=236`)).text
    expect(clicked).toMatch(/<option value="F6" selected/)
    const spot = /name="spot"[^>]*value="([^"]*)"/.exec(clicked)?.[1]
    expect((await t.as('hassan').post(page, { square: 'F6', spot: spot ?? '' })).status).toBe(303)
    expect((await places('hassan'))[0]?.spot).toEqual({ across: Number(spot?.split(',')[0]), down: Number(spot?.split(',')[1]) })
    // Pressed with a key, the picture says no place.
    expect((await t.as('hassan').get(`${page}?x=0&y=0`)).text).toContain('<option value="F6" selected')
  })

  test('is pointed out by the name of a square; who chooses another square than was clicked, means the square', async () => {
    const [place] = await places('hassan')
    const at = `/neighbourhood-maps/${map}/contributions/${place?.id}/point`
    expect((await t.as('hassan').json(at, { square: 'B5', spot: '900,900' })).status).toBe(201)
    expect((await places('hassan'))[0]?.spot).toEqual(middleOf('B5'))
    expect((await t.as('hassan').json(at, { square: 'Z9' })).status).toBe(400)
    expect((await t.as('hassan').json(at, { square: 'A1', spot: '12;13' })).status).toBe(400)
    expect((await t.as('ria').json(at, { square: 'A1' })).status).toBe(403)
    expect((await t.as('karin').json(at, { square: 'A1' })).status).toBe(404)
  })

  test('only a place is pointed out', async () => {
    const [other] = await t.rows<{ id: string }>("select id from map_contributions where kind <> 'place' and map_id = $1", [map])
    expect((await t.as('hassan').json(`/neighbourhood-maps/${map}/contributions/${other?.id}/point`, { square: 'A1' })).status).toBe(409)
  })

  test('lies on the outline of the area when that is known', async () => {
    await t.rows('delete from area_boundaries where area_id = (select id from areas where slug = $2 and municipality_id = $1)', [municipalityId, area])
    expect((await t.as('visitor').get(`/wijk/${area}/schets.svg`)).text).not.toContain('spot-outline')
    await t.rows(`insert into area_boundaries (municipality_id, area_id, from_year, geometry) select $1, id, 2024, '{"type":"Polygon","coordinates":[[[5.38,52.14],[5.41,52.14],[5.41,52.16],[5.38,52.16],[5.38,52.14]]]}' from areas where slug = $2 and municipality_id = $1`, [municipalityId, area])
    const sketch = await t.as('visitor').get(`/wijk/${area}/schets.svg`)
    expect([sketch.status, sketch.headers.get('content-type')]).toEqual([200, 'image/svg+xml; charset=utf-8'])
    expect(sketch.text).toContain('spot-outline')
    expect((await t.as('visitor').get('/wijk/bestaat-niet/schets.svg')).status).toBe(404)
  })
})

describe('[WIJ-01] pictures in the document', () => {
  const figure = (name: string): Figure => ({ name, here: '61%', city: '44%', year: '2009', source: 'x', doubt: null, share: { here: 61, city: 44 } })

  test('stand in it with their words: figures beside the city, and the sketch of places', async () => {
    const source = (await pdf()).toString('latin1')
    expect((source.match(/\/S\s?\/Figure/g) ?? []).length).toBeGreaterThanOrEqual(3)
    expect(barsOf([figure('Huurwoningen'), { ...figure('Inwoners'), share: null }], 'Hier', 'Daar')).toEqual([expect.objectContaining({ alt: 'Dichte balk: Hier. Open balk: Daar. In procenten. Huurwoningen: hier 61%, in de stad 44%.' })])
    expect(barsOf([{ ...figure('Inwoners'), share: null }], 'Hier', 'Daar')).toEqual([])
  })

  test('property: whatever a figure is called, the picture is one and so is the document', () => {
    const part = { name: '2.1', body: [['x']], source: '', tables: [], groups: [], after: [], photos: [] }
    const made = (name: string) => compileDocument({ title: 'K', author: 'a', keywords: [], kind: 'k', lang: 'nl', lead: 'l', asof: '', words: { page: 'p', contents: 'c' }, chapters: [{ name: '2', parts: [{ ...part, charts: barsOf([figure(name)], 'Hier', 'Daar') }] }] })
    for (const name of ['</text><script>x</script>', '"&<>\'', '#panic("x") $a$', 'ß‰☃ 日本', 'ꚗ', 'a'.repeat(300)]) expect(made(name).subarray(0, 5).toString()).toBe('%PDF-')
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (name) => made(name).length > 1000), { numRuns: 25 })
  })
})
