import { afterAll, beforeAll, expect, test } from 'vitest'
import { idOf } from '../../db/seeds/demo/ids.ts'
import { type Answer, type Town, town, type TownsPerson } from '../../tests/support/town.ts'
import type { ShownMixing } from './mixing.ts'
import type { ShownThreshold } from './thresholds.ts'

let t: Town
beforeAll(async () => {
  t = await town()
})
afterAll(() => t.close())

type Entry = { foundThresholds: ShownThreshold[] | null; noteThreshold: { href: string } | null; mixing: ShownMixing[] | null; noteMixing: { href: string } | null }
const seen = async (who: TownsPerson, slug: string, kind = 'services'): Promise<Entry> => (await t.as(who).json(`/directory/staff/${kind}/${slug}`)).json() as Entry
const entry = '/sociale-kaart/voorziening/koffie-de-roef'
const threshold = { kind: 'company', what: 'De deur zit altijd dicht, dus niemand durft naar binnen.', forWhom: 'Wie voor het eerst komt', locationId: 'overal' }

/** Sends a form as somebody who opened it. */
async function sent(who: TownsPerson, path: string, fields: Record<string, string | string[]> = {}): Promise<Answer> {
  const { text } = await t.as(who).get(path)
  const version = /name="_version" value="(\d+)"/.exec(text)?.[1]
  return t.as(who).post(path, fields, version === undefined ? {} : { version: Number(version) })
}

test('[ACT-14] somebody of a team writes down a threshold, then what was done to make room, and later the effect', async () => {
  expect((await sent('nadia', `${entry}/drempel`, threshold)).location).toBe(`${entry}#drempels`)
  const [one] = (await seen('mirjam', 'koffie-de-roef')).foundThresholds?.filter(({ what }) => what === threshold.what) ?? []
  expect(one).toMatchObject({ kind: 'company', forWhom: 'Wie voor het eerst komt', foundBy: 'Nadia Haddou', foundOn: '2026-03-02', done: [], effect: null, open: true })

  t.pass(14 * 86_400_000)
  const room = `${entry}/drempel/${one?.id}/ruimte`
  expect((await sent('sanne', room, { done: ['host', 'activity'], doneWords: 'De deur staat nu open en er zit iemand bij.', effect: 'unknown' })).status).toBe(303)
  t.pass(30 * 86_400_000)
  expect((await sent('nadia', room, { done: ['host', 'activity'], doneWords: 'De deur staat nu open en er zit iemand bij.', effect: 'gone', effectWords: 'Elke week komen er nieuwe mensen.' })).status).toBe(303)
  const after = (await seen('mirjam', 'koffie-de-roef')).foundThresholds?.find(({ id }) => id === one?.id)
  expect(after).toMatchObject({ done: ['host', 'activity'], doneOn: '2026-03-16', effect: 'gone', effectOn: '2026-04-15', open: false })

  const { text } = await t.as('mirjam').get(entry)
  expect(text).toContain('De drempel is weg')
  expect(text).toContain('Elke week komen er nieuwe mensen.')
  expect(text.indexOf('Iedereen zit al aan een vaste tafel')).toBeLessThan(text.indexOf(threshold.what))
})

test('[ACT-14] an effect without anything done, or words without what they are about, come back with what was typed', async () => {
  const open = `/sociale-kaart/voorziening/eetclub/drempel/${idOf('threshold', 'eetclub')}/ruimte`
  const none = await sent('mirjam', open, { effect: 'gone' })
  expect(none.status).toBe(400)
  expect(none.text).toContain('Kruis aan wat er is gedaan. Pas daarna is er een effect.')
  const words = await sent('mirjam', open, { effect: 'unknown', doneWords: 'Een lamp geregeld.', effectWords: 'Het is nu licht.' })
  expect(words.text).toContain('Kruis ook aan wat er is gedaan.')
  expect(words.text).toContain('Kies eerst wat het oplevert.')
  expect(words.text).toContain('Een lamp geregeld.')
  expect((await sent('mirjam', '/sociale-kaart/voorziening/eetclub/drempel', { kind: 'travel', locationId: 'overal' })).text).toContain('Vul dit in.')
})

test('[ACT-14] a name or number of somebody in the words is asked about before it is kept', async () => {
  const named = await sent('mirjam', '/sociale-kaart/voorziening/eetclub/drempel', { ...threshold, what: 'Mevrouw Jansen van 06 12 34 56 78 durft niet.' })
  expect(named.status).toBe(200)
  expect(named.text).toContain('Mevrouw Jansen')
  expect(await t.rows('select id from thresholds where what like $1', ['%Jansen%'])).toEqual([])
})

test('[ACT-14] professionals read thresholds, teams and keepers write them, and the public sees nothing of it', async () => {
  expect((await seen('anke', 'eetclub')).foundThresholds).toHaveLength(1)
  expect((await seen('anke', 'eetclub')).noteThreshold).toBeNull()
  expect((await sent('anke', '/sociale-kaart/voorziening/eetclub/drempel', threshold)).status).toBe(403)
  expect((await seen('joke', 'eetclub')).foundThresholds).toBeNull()
  for (const who of ['visitor', 'mirjam'] as const) expect((await t.as(who).get('/voorziening/eetclub')).text).not.toContain('slecht verlicht')
  expect((await seen('petra', 'de-roef', 'organizations')).foundThresholds?.[0]).toMatchObject({ effect: 'same', open: true, place: null })

  // Policy aside, the database gives a volunteer nothing and lets nobody write in another's name.
  const gone = `/directory/voorziening/eetclub/thresholds/${idOf('threshold', 'eetclub')}`
  const never = '/directory/voorziening/eetclub/thresholds/00000000-0000-4000-8000-000000000001'
  const answers = await Promise.all([gone, never].map((path) => t.as('joke').json(path, { done: ['host'], effect: 'gone' }, { version: 1 })))
  expect(answers.map(({ status }) => status)).toEqual([404, 404])
})

test('[ACT-14] who wrote a threshold or keeps the entry takes it away; a colleague does not', async () => {
  await sent('mirjam', '/sociale-kaart/voorziening/eetclub/drempel', { ...threshold, what: 'Dit hoort hier niet.' })
  const one = (await seen('mirjam', 'eetclub')).foundThresholds?.find(({ what }) => what === 'Dit hoort hier niet.')
  const away = `/sociale-kaart/voorziening/eetclub/drempel/${one?.id}/weghalen`
  expect((await sent('nadia', away)).status).toBe(403)
  expect((await sent('hassan', away)).status).toBe(303)
  expect((await seen('mirjam', 'eetclub')).foundThresholds?.some(({ id }) => id === one?.id)).toBe(false)
  expect(await t.rows("select outcome from audit.events where event_code = 'directory.withdraw-threshold' and outcome = 'done'")).toHaveLength(1)
})

test('[ACT-14] how many thresholds are open stands in the list of who keeps the entry, and of the information manager', async () => {
  const own = (await t.as('hassan').json('/directory/own')).json() as { entries: { name: string; openThresholds: number }[] }
  expect(own.entries.find(({ name }) => name === 'Eetclub in Nijenstede')?.openThresholds).toBe(1)
  expect((await t.as('hassan').get('/sociale-kaart/mijn')).text).toContain('1 open drempel')
  const upkeep = (await t.as('petra').json('/directory/upkeep')).json() as { thresholds: { name: string; open: number }[] }
  expect(upkeep.thresholds).toContainEqual(expect.objectContaining({ name: 'Eetclub in Nijenstede', open: 1 }))
  expect(upkeep.thresholds.map(({ name }) => name)).not.toContain('Eetcafé Schothorst')
})

test('[ACT-12] how a group was mixed and what worked stands with the activity and is found by whoever organises', async () => {
  const activity = '/sociale-kaart/voorziening/koffie-de-roef'
  expect((await sent('youssef', `${activity}/wat-werkt`, { who: 'Nieuwkomers en wie er al lang woont', how: 'Elke tafel kreeg een eigen gastvrouw.' })).text).toContain('Eén van de twee is genoeg.')
  expect((await sent('youssef', `${activity}/wat-werkt`, { who: 'Nieuwkomers en wie er al lang woont', how: 'Elke tafel kreeg een eigen gastvrouw.', worked: 'Samen bakken.' })).status).toBe(303)
  const [note] = (await seen('mirjam', 'koffie-de-roef')).mixing ?? []
  expect(note).toMatchObject({ worked: 'Samen bakken.', failed: null, notedBy: 'Youssef Bakkali' })

  const list = async (query: string) => ((await t.as('nadia').json(`/directory/mixing-notes${query}`)).json() as { notes: { activity: string }[] }).notes.map((it) => it.activity)
  expect(await list('')).toHaveLength(4)
  expect(await list('?voor=verstandelijk')).toEqual(['Kennismaken met nieuwe buren'])
  expect(await list('?over=dagelijks&voor=psychisch')).toEqual(['Kookgroep in het wijkcentrum'])
  expect(await list('?over=geld')).toEqual([])
  expect((await t.as('nadia').get('/sociale-kaart/wat-werkt?over=&voor=verstandelijk')).text).toContain('Wie rondleidt, heeft iets te geven.')
})

test('[ACT-12] what works is for professionals, only at activities, and changed by who wrote it', async () => {
  for (const who of ['visitor', 'joke', 'aaltje'] as const) expect((await t.as(who).get('/sociale-kaart/wat-werkt')).text).not.toContain('kookten we in tweetallen')
  expect((await seen('joke', 'kookgroep')).mixing).toBeNull()
  expect((await seen('mirjam', 'maatjesproject')).noteMixing).toBeNull()
  expect((await sent('mirjam', '/sociale-kaart/voorziening/maatjesproject/wat-werkt', { who: 'Wie', how: 'Hoe', worked: 'Wat' })).status).toBe(409)
  const note = `/sociale-kaart/voorziening/kookgroep/wat-werkt/${idOf('mixing-note', 'kookgroep')}`
  expect((await sent('mirjam', `${note}/wijzigen`, { who: 'Wie', how: 'Hoe', worked: 'Wat' })).status).toBe(403)
  expect((await sent('sanne', `${note}/wijzigen`, { who: 'Deelnemers en buren', how: 'In tweetallen.', worked: 'Samen koken.' })).status).toBe(303)
  expect((await seen('sanne', 'kookgroep')).mixing?.[0]).toMatchObject({ who: 'Deelnemers en buren', failed: null })
  expect((await sent('petra', `${note}/weghalen`)).status).toBe(303)
  expect((await seen('sanne', 'kookgroep')).mixing).toEqual([])
})
