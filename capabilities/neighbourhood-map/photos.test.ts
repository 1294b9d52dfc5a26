import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mapId } from '../../db/seeds/demo/maps.ts'
import { picture } from '../../db/seeds/demo/maps/picture.ts'
import { photoId } from '../../db/seeds/demo/photos.ts'
import { type Town, town, type TownsPerson } from '../../tests/support/town.ts'
import type { ShownPublic, ShownSection } from './shown.ts'

let t: Town
beforeAll(async () => {
  t = await town()
})
afterAll(() => t.close())

const map = mapId('randenbroek-schuilenburg')
const area = 'randenbroek-schuilenburg'
const photo = { photo: { name: 'tafel.jpg', content: picture.toString('base64') }, alt: 'Een lange tafel', madeBy: 'bewoner', madeOn: '2026-02-01', permissionBy: 'de maker', permissionHow: 'written', permissionOn: '2026-02-02' }
const add = (who: TownsPerson, more: Record<string, unknown> = {}) => t.as(who).json(`/neighbourhood-maps/${map}/sections/2-3/photos`, { ...photo, ...more })
const publicPhotos = async () => ((await t.as('visitor').json(`/neighbourhoods/${area}/map`)).json() as ShownPublic).sections.flatMap((it) => it.photos)
const ownPhotos = async (who: TownsPerson) => ((await t.as(who).json(`/neighbourhood-maps/${map}/sections/2-3`)).json() as ShownSection).photos
const publish = async () => t.as('hassan').post(`/wijkkaart/${map}/deel/2-3/publiceren`, {}, { version: 1 })
const pdf = async () => Buffer.from(await (await t.app.request(`/wijk/${area}/kaart.pdf`)).arrayBuffer())

describe('[WIJ-08] a photo with its permission', () => {
  test('is seen by everybody with its text, once its section is published after it', async () => {
    expect((await publicPhotos()).map(({ id }) => id)).toEqual([photoId('table')])
    const page = (await t.as('visitor').get(`/wijk/${area}/kaart`)).text
    expect(page).toContain(`src="/wijk/${area}/kaart/foto/${photoId('table')}"`)
    expect(page).toContain('alt="Tekening van vier mensen aan een lange tafel met koffie en taart, in de tuin tussen twee flats"')
    expect(page).toContain('Geplaatst met toestemming')
    const answer = await t.as('visitor').get(`/wijk/${area}/kaart/foto/${photoId('table')}`)
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control'), answer.headers.get('x-content-type-options')]).toEqual([200, 'image/jpeg', 'no-cache', 'nosniff'])
    expect((await t.as('visitor').get(`/wijk/${area}/kaart/foto/${photoId('table')}`, { 'if-none-match': answer.headers.get('etag') ?? '' })).status).toBe(304)
  })

  test('that is not public is there for who works with the map, and for nobody else', async () => {
    const status = async (who: TownsPerson) => (await t.as(who).get(`/wijkkaart/${map}/foto/${photoId('before')}`)).status
    expect(await Promise.all((['mirjam', 'joke', 'anke', 'aaltje', 'bea', 'karin'] as const).map(status))).toEqual([200, 200, 200, 404, 404, 404])
    expect((await t.as('visitor').get(`/wijkkaart/${map}/foto/${photoId('before')}`)).status).not.toBe(200)
    expect((await t.as('mirjam').get(`/wijk/${area}/kaart/foto/${photoId('before')}`)).status).toBe(404)
    expect((await t.as('visitor').get(`/wijk/schothorst/kaart/foto/${photoId('table')}`)).status).toBe(404)
    expect((await t.as('visitor').get(`/wijk/${area}/kaart/foto/geen-nummer`)).status).toBe(404)
    expect((await t.rows("select count(*)::int as n from audit.events where event_code = 'neighbourhood-map.view-photo' and outcome = 'done'"))[0]).toEqual({ n: 3 })
  })

  test('comes in clean, through the form of a browser too', async () => {
    const body = new FormData()
    const { photo: _, ...told } = photo
    for (const [name, value] of Object.entries({ ...told, _key: crypto.randomUUID(), alt: 'Uit de browser' })) body.append(name, value)
    const dirty = Buffer.concat([picture.subarray(0, 2), Buffer.from([0xff, 0xfe, 0, 12, ...Buffer.from('Jan Jansen')]), picture.subarray(2)])
    body.append('photo', new File([new Uint8Array(dirty)], 'IMG_0001.png'))
    const answer = await t.app.request(`/wijkkaart/${map}/deel/2-3/foto`, { method: 'POST', body, headers: { cookie: `schakelbord=${t.secretOf('ria')}`, origin: t.origin } })
    expect(answer.status).toBe(303)
    const [kept] = await t.rows<{ picture: Buffer; kind: string }>("select picture, kind from map_photos where alt = 'Uit de browser'")
    expect(kept?.kind).toBe('jpeg')
    expect(kept?.picture.includes('Jan Jansen')).toBe(false)
  })

  test('[WIJ-08] an empty file is called empty, and what was typed beside it stays; without a file one is asked for', async () => {
    const send = async (file: File) => {
      const body = new FormData()
      for (const [name, value] of Object.entries({ _key: crypto.randomUUID(), alt: 'Het plein', madeBy: 'bewoner' })) body.append(name, value)
      body.append('photo', file)
      const answer = await t.app.request(`/wijkkaart/${map}/deel/2-3/foto`, { method: 'POST', body, headers: { cookie: `schakelbord=${t.secretOf('ria')}`, origin: t.origin } })
      return { status: answer.status, text: await answer.text() }
    }
    const [empty, none] = [await send(new File([], 'IMG_0001.png')), await send(new File([], ''))]
    expect([empty.status, none.status]).toEqual([400, 400])
    expect(empty.text).toContain('Dit bestand is leeg. Kies een ander bestand.')
    expect(empty.text).toContain('value="Het plein"')
    expect(none.text).not.toContain('Dit bestand is leeg')
    expect(none.text).toContain('#field-photo')
  })

  test('is refused with all that is wrong: no picture, no words for who does not see it, no permission', async () => {
    expect((await add('mirjam', { photo: { name: 'x.jpg', content: Buffer.from('<svg/>').toString('base64') } })).text).toContain('geen JPG of PNG')
    expect((await add('mirjam', { permissionUntil: '2026-01-01' })).status).toBe(400)
    expect((await add('mirjam', { permissionOn: '2026-05-05' })).status).toBe(400)
    expect((await add('mirjam', { caption: 'bel 06-12345678' })).status).toBe(400)
    const back = await t.as('mirjam').post(`/wijkkaart/${map}/deel/2-3/foto`, { caption: 'Aan tafel' })
    expect(back.status).toBe(400)
    for (const name of ['photo', 'alt', 'madeBy', 'permissionBy', 'permissionHow']) expect(back.text).toContain(`#field-${name}`)
    expect(back.text).toContain('value="Aan tafel"')
    expect((await add('bea')).status).toBe(403)
  })

  test('stands in the PDF with its text for who does not see it, and goes from it at once when permission is taken back', async () => {
    const before = await pdf()
    expect(before.toString('latin1')).toMatch(/\/S\s?\/Figure/)
    const version = (await ownPhotos('hassan')).find(({ id }) => id === photoId('table'))
    expect(version?.withdrawHref).toBe(`/wijkkaart/${map}/foto/${photoId('table')}/weghalen`)
    expect((await t.as('ria').json(`/neighbourhood-maps/${map}/photos/${photoId('table')}/withdrawal`, { because: 'niet van mij' })).status).toBe(403)
    expect((await t.as('mirjam').post(`/wijkkaart/${map}/foto/${photoId('table')}/weghalen`, { because: 'de toestemming is ingetrokken' })).status).toBe(303)

    expect(await publicPhotos()).toEqual([])
    expect((await t.as('visitor').get(`/wijk/${area}/kaart/foto/${photoId('table')}`)).status).toBe(404)
    expect((await t.as('mirjam').get(`/wijkkaart/${map}/foto/${photoId('table')}`)).status).toBe(404)
    expect((await pdf()).length).toBeLessThan(before.length)
    expect(await t.rows('select picture, withdrawn_because from map_photos where id = $1', [photoId('table')])).toEqual([{ picture: null, withdrawn_because: 'de toestemming is ingetrokken' }])
  })

  test('is public until the day its permission ends, and not a day longer', async () => {
    expect((await add('hassan', { permissionUntil: '2026-03-04', alt: 'Tot woensdag' })).status).toBe(201)
    expect((await publish()).status).toBe(303)
    const shown = async () => (await publicPhotos()).some((it) => it.alt === 'Tot woensdag')
    expect(await shown()).toBe(true)
    t.pass(2 * 86_400_000)
    expect(await shown()).toBe(true)
    t.pass(86_400_000)
    expect(await shown()).toBe(false)
    expect((await ownPhotos('hassan')).find((it) => it.alt === 'Tot woensdag')).toMatchObject({ over: true, isPublic: false })
    expect((await t.as('hassan').get(`/wijkkaart/${map}/deel/2-3`)).text).toContain('Niet meer openbaar')
  })
})

test('[WIJ-08] a quote is public as long as was agreed', async () => {
  const story = { kind: 'quote', body: 'Hier ken ik iedereen.', saidBy: 'bewoner', saidOn: '2026-03-01', permissionHow: 'spoken', permissionOn: '2026-03-02', permissionUntil: '2026-03-06' }
  expect((await t.as('hassan').json(`/neighbourhood-maps/${map}/sections/2-3/stories`, { ...story, permissionUntil: '2026-03-01' })).status).toBe(400)
  expect((await t.as('hassan').json(`/neighbourhood-maps/${map}/sections/2-3/stories`, story)).status).toBe(201)
  expect((await publish()).status).toBe(303)
  const shown = async () => (await t.as('visitor').get(`/wijk/${area}/kaart`)).text.includes('Hier ken ik iedereen.')
  expect(await shown()).toBe(true)
  t.pass(2 * 86_400_000)
  expect(await shown()).toBe(false)
})
