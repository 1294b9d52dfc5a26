import { afterAll, beforeAll, expect, test } from 'vitest'
import { serviceId } from '../../db/seeds/demo/directory.ts'
import { personId } from '../../db/seeds/demo/cast.ts'
import { type Answer, type Town, town, type TownsPerson } from '../../tests/support/town.ts'
import { differences } from './pointing.ts'

let t: Town
beforeAll(async () => {
  t = await town()
})
afterAll(() => t.close())

type Line = { kind: string; what: string; by: string | null; href: string }
const heard = async (who: TownsPerson): Promise<Line[]> => ((await t.as(who).json('/today')).json() as { now: Line[] }).now.filter(({ kind }) => kind === 'correction')
const change = async (who: TownsPerson, slug: string) => (await t.as(who).json(`/pointed-changes/${serviceId(slug)}`)).json() as { name: string; changes: { what: string; from: string; to: string }[]; version: number }

/** Sends a form as somebody who opened it, with what stands in it and what they change. */
async function sent(who: TownsPerson, path: string, fields: Record<string, string> = {}): Promise<Answer> {
  const { text } = await t.as(who).get(path)
  const version = /name="_version" value="(\d+)"/.exec(text)?.[1]
  return t.as(who).post(path, fields, version === undefined ? {} : { version: Number(version) })
}
const facts = { name: 'Eetclub in Nijenstede', summary: 'Samen warm eten met mensen uit de buurt.', registration: 'needed', referral: 'not-needed', indication: 'not-needed', cost: '7.5', hours: 'woensdag 12:00-13:30' }
const changed = (more: Partial<typeof facts>) => sent('petra', '/sociale-kaart/voorziening/eetclub/wijzigen', { ...facts, ...more })

test('[ACT-03] whoever pointed somebody to an activity sees on Today that it was changed, what was and what is, and ticks it off', async () => {
  const [line] = await heard('hassan')
  expect(line).toMatchObject({ what: 'Gewijzigd: Zondagse wandelclub', by: 'Wanneer? Zondag, 13.30 tot 15.30 uur', href: `/gewijzigd/${serviceId('wandelclub')}` })
  const { changes } = await change('hassan', 'wandelclub')
  expect(changes).toHaveLength(1)
  expect(changes[0]?.from).not.toBe(changes[0]?.to)

  expect((await sent('hassan', `${line?.href}/gezien`)).status).toBe(303)
  expect(await heard('hassan')).toEqual([])
  expect((await t.as('hassan').get(line?.href ?? '')).status).toBe(404)
})

test('[ACT-03] who points somebody to a service from now on hears the next change, and no earlier one', async () => {
  expect((await changed({ cost: '6' })).status).toBe(303)
  expect((await sent('els', '/verwezen/eetclub')).status).toBe(303)
  expect(await heard('els')).toEqual([])

  expect((await changed({ cost: '8', registration: 'not-needed' })).status).toBe(303)
  expect((await change('els', 'eetclub')).changes).toEqual(expect.arrayContaining([{ what: 'Aanmelden van tevoren', from: 'Nodig', to: 'Niet nodig' }]))
  expect((await change('els', 'eetclub')).changes.map(({ what }) => what)).toContain('Wat kost het?')
  expect((await heard('els')).map(({ what }) => what)).toEqual(['Gewijzigd: Eetclub in Nijenstede'])

  expect((await sent('els', '/verwezen/eetclub/stop')).status).toBe(303)
  expect(await heard('els')).toEqual([])
})

test('[ACT-03] a confirmation is no change, and what was changed and changed back is none either', async () => {
  await sent('tom', '/verwezen/eetclub')
  expect((await sent('petra', '/sociale-kaart/voorziening/eetclub/klopt-nog')).status).toBe(303)
  expect(await heard('tom')).toEqual([])
  await changed({ cost: '9', registration: 'not-needed' })
  expect(await heard('tom')).toHaveLength(1)
  await changed({ cost: '8', registration: 'not-needed' })
  expect(await heard('tom')).toEqual([])
})

test('[ACT-03] what was changed again while somebody read it is shown again, not ticked off unseen', async () => {
  await sent('mirjam', '/verwezen/eetclub')
  await changed({ cost: '10', registration: 'not-needed' })
  const { version } = await change('mirjam', 'eetclub')
  await changed({ cost: '11', registration: 'not-needed' })
  expect((await t.as('mirjam').json(`/pointed-changes/${serviceId('eetclub')}/passed-on`, {}, { version })).status).toBe(412)
  expect(await heard('mirjam')).toHaveLength(1)
})

test('[ACT-03] registering a resident for an activity is pointing them to it', async () => {
  const person = { called: 'Mevrouw Bos', manner: 'spoken', agreed: true, followUp: false, supporterAgreed: false }
  expect((await t.as('nadia').json('/activities/eetclub/registrations', person)).status).toBe(201)
  const noted = await t.rows('select * from pointings where person_id = $1 and service_id = $2', [personId('nadia'), serviceId('eetclub')])
  expect(noted).toHaveLength(1)
  expect(JSON.stringify(noted)).not.toContain('Bos')
})

test('[ACT-03] nobody learns of the pointing of a colleague, nor of a service they may not see, and after a year it is over', async () => {
  await t.rows("update pointings set seen = 0 where person_id = $1 and service_id = $2", [personId('mirjam'), serviceId('eetclub')])
  for (const who of ['karin', 'visitor', 'hassan', 'aaltje'] as const) expect((await t.as(who).json(`/pointed-changes/${serviceId('eetclub')}`)).status).not.toBe(200)
  await t.rows("update services set state = 'draft' where id = $1", [serviceId('eetclub')])
  expect(await heard('mirjam')).toEqual([])
  await t.rows("update services set state = 'published' where id = $1", [serviceId('eetclub')])
  expect(await heard('mirjam')).toHaveLength(1)
  // Who came to know it as a neighbour does not read on when it is for professionals.
  await t.rows("insert into pointings select municipality_id, $1, service_id, pointed_on, 0 from pointings where person_id = $2 and service_id = $3 on conflict (municipality_id, person_id, service_id) do update set seen = 0", [personId('joke'), personId('mirjam'), serviceId('eetclub')])
  expect(await heard('joke')).toHaveLength(1)
  await t.rows("update services set visibility = 'professionals' where id = $1", [serviceId('eetclub')])
  expect(await heard('joke')).toEqual([])
  expect(await heard('mirjam')).toHaveLength(1)
  await t.rows("update services set visibility = 'public', publish_on = '2026-04-01' where id = $1", [serviceId('eetclub')])
  expect(await heard('mirjam')).toEqual([])
  await t.rows('update services set publish_on = null where id = $1', [serviceId('eetclub')])

  // That it stopped is passed on too, without a way to a page that is no longer there.
  await t.rows("update services set state = 'archived' where id = $1", [serviceId('eetclub')])
  const stopped = await t.as('mirjam').json(`/pointed-changes/${serviceId('eetclub')}`)
  expect(stopped.status).toBe(200)
  expect((stopped.json() as { href: string | null }).href).toBeNull()
  t.pass(366 * 86_400_000)
  expect(await heard('mirjam')).toEqual([])
})

test('what is for a reader is told in words: needed or not, days, and times', () => {
  const form = (service: Record<string, unknown>, schedules = [] as never[]) => ({ services: [service], schedules, cost_options: [] })
  expect(differences(form({ closed_from: null, state: 'published' }), form({ closed_from: '2026-07-01', state: 'archived' })).map(({ to }) => to)).toEqual(['1 juli 2026', 'Gearchiveerd: niemand vindt het nog'])
})

test('[ACT-03] a price that went up is a change, also when the words about it stayed', () => {
  const form = (amount: string) => ({ services: [{}], schedules: [], cost_options: [{ amount, amount_description: 'met een toetje' }] })
  expect(differences(form('6.50'), form('7.50')).map(({ to }) => to.replaceAll('\u00a0', ' '))).toEqual(['€ 7,50 met een toetje'])
})
