import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sent } from '../../tests/support/forms.ts'
import { type Town, town } from '../../tests/support/town.ts'
import { seedSmallDirectory } from './hsds.world.ts'

let t: Town
beforeAll(async () => {
  t = await town({ seed: seedSmallDirectory })
}, 60_000)
afterAll(() => t?.close())

type Seen = {
  id: string; state: string
  counts: { new: number; changed: number; unchanged: number }[]
  changes: { field: string; before: string | null; after: string; alsoHere: boolean }[]
  ours: { entity: string; field: string | null; here: string | null; source: string }[]
  oursCount: number
}
const looked = async (source: string, content: unknown): Promise<Seen> => {
  const answer = await t.as('petra').json('/imports', { source, file: { name: 'x.json', content: Buffer.from(JSON.stringify(content)).toString('base64') } })
  return (await t.as('petra').json(`/imports/${(answer.json() as { importId: string }).importId}`)).json() as Seen
}
const does = async ({ id }: Pick<Seen, 'id'>, what: 'take-in' | 'withdrawal') => {
  t.pass(60_000)
  return t.as('petra').json(`/imports/${id}/${what}`, {}, { version: (await t.rows<{ version: number }>('select version from imports where id = $1', [id]))[0]!.version })
}
const takenIn = async (source: string, content: unknown): Promise<Seen> => {
  const seen = await looked(source, content)
  expect((await does(seen, 'take-in')).status).toBe(201)
  return seen
}
const total = ({ counts }: Seen) => counts.reduce((sum, it) => ({ new: sum.new + it.new, changed: sum.changed + it.changed, unchanged: sum.unchanged + it.unchanged }), { new: 0, changed: 0, unchanged: 0 })
const serviceOf = async (name: string) => (await t.rows<{ id: string; slug: string; description: string; email: string }>('select id, slug, description, email from services where name = $1', [name]))[0]!
/** Opens a form as the information manager and sends it with these fields changed. */
const changed = async (at: string, fields: Record<string, string | string[]>): Promise<void> => expect((await sent(t, 'petra', at, fields)).status).toBe(303)

/** A service as a site of choirs delivers it. */
const choir = (name: string, more: Record<string, unknown> = {}) => ({
  id: `koor ${name}`, name, status: 'active', description: 'Samen zingen.', email: 'koor@koren.example', assured_date: '2026-01-10', assurer_email: 'bestuur@koren.example',
  organization: { id: `bond ${name}`, name: `Bond van ${name}`, description: 'Koren in de buurt.' },
  phones: [{ id: `tel ${name}`, number: '033 000 66 66' }],
  cost_options: [{ id: `lid ${name}`, amount: 5, option: 'lid' }, { id: `gast ${name}`, amount: 7.5, option: 'gast' }],
  schedules: [{ id: `dinsdag ${name}`, freq: 'WEEKLY', byday: 'TU', opens_at: '19:00', closes_at: '21:00' }],
  contacts: [{ id: `dirigent ${name}`, name: 'Dirigent', phones: [{ id: `mobiel ${name}`, number: '06 00000000' }] }],
  ...more,
})

describe('[INT-04] a source that comes again', () => {
  test('leaves what was changed here and it says as before, tells what stays, and changes what it says in another way', async () => {
    await takenIn('koren', choir('Noorderkoor'))
    await changed(`/sociale-kaart/voorziening/${(await serviceOf('Noorderkoor')).slug}/wijzigen`, { summary: 'Zingen met buren.', description: 'Samen zingen in De Roef.', cost: '6', phone: '033 000 77 77', checked: 'ja' })
    const again = await looked('koren', choir('Noorderkoor'))
    expect(total(again)).toMatchObject({ new: 0, changed: 0 })
    expect(again.changes).toEqual([])
    expect(again.ours.map(({ field, here, source }) => [field, here, source])).toEqual(expect.arrayContaining([['description', 'Samen zingen in De Roef.', 'Samen zingen.'], ['number', '033 000 77 77', '033 000 66 66'], ['amount', '6.00', '5'], ['assured_date', '2026-03-02', '2026-01-10']]))
    const page = (await t.as('petra').get(`/sociale-kaart/invoer/${again.id}`)).text
    for (const words of ['Blijft zoals het hier staat', 'Samen zingen in De Roef.', 'De bron zegt']) expect(page).toContain(words)
    await does(again, 'take-in')
    expect(await serviceOf('Noorderkoor')).toMatchObject({ description: 'Samen zingen in De Roef.', email: 'koor@koren.example' })

    const other = await looked('koren', choir('Noorderkoor', { description: 'Zingen op dinsdag.', email: 'nieuw@koren.example' }))
    expect(other.changes.map(({ field, before, after, alsoHere }) => [field, before, after, alsoHere])).toEqual([['description', 'Samen zingen in De Roef.', 'Zingen op dinsdag.', true], ['email', 'koor@koren.example', 'nieuw@koren.example', false]])
    expect((await t.as('petra').get(`/sociale-kaart/invoer/${other.id}`)).text).toContain('hier ook veranderd')
    await does(other, 'take-in')
    expect(await serviceOf('Noorderkoor')).toMatchObject({ description: 'Zingen op dinsdag.', email: 'nieuw@koren.example' })
    expect((await t.rows('select p.number from phones p join services s on s.id = p.service_id where s.name = $1', ['Noorderkoor']))).toEqual([{ number: '033 000 77 77' }])
    expect((await does(other, 'withdrawal')).status).toBe(201)
    expect(await serviceOf('Noorderkoor')).toMatchObject({ description: 'Samen zingen in De Roef.', email: 'koor@koren.example' })
  })

  test('prices that the form does not show stay, and none comes twice', async () => {
    await takenIn('koren', choir('Zuiderkoor'))
    const { id, slug } = await serviceOf('Zuiderkoor')
    const prices = async () => (await t.rows<{ amount: string; option: string }>('select amount, option from cost_options where service_id = $1 order by amount', [id])).map(({ amount, option }) => [Number(amount), option])
    await changed(`/sociale-kaart/voorziening/${slug}/wijzigen`, { summary: 'Zingen met buren.', cost: '4' })
    expect(await prices()).toEqual([[4, 'lid'], [7.5, 'gast']])
    await takenIn('koren', choir('Zuiderkoor', { cost_options: [{ id: 'lid Zuiderkoor', amount: 5, option: 'lid' }, { id: 'gast Zuiderkoor', amount: 8, option: 'gast' }] }))
    expect(await prices()).toEqual([[4, 'lid'], [8, 'gast']])
  })

  test('what was taken away here stays away with what hangs under it, and what it newly hangs there as well', async () => {
    await takenIn('koren', choir('Oosterkoor'))
    const { id, slug } = await serviceOf('Oosterkoor')
    const [contact] = await t.rows<{ id: string }>('select id from contact_persons where service_id = $1', [id])
    await t.rows('delete from phones where contact_id = $1', [contact?.id])
    await t.rows('delete from contact_persons where id = $1', [contact?.id])
    await changed(`/sociale-kaart/voorziening/${slug}/wijzigen`, { summary: 'Zingen met buren.', hours: 'woensdag 19:00-21:00' })
    const again = await looked('koren', choir('Oosterkoor', { contacts: [{ id: 'dirigent Oosterkoor', name: 'Dirigent', phones: [{ id: 'mobiel Oosterkoor', number: '06 00000000' }, { id: 'tweede Oosterkoor', number: '06 00000001' }] }] }))
    expect(again.ours.map(({ entity, field, source }) => [entity, field, source])).toEqual(expect.arrayContaining([['contact', null, 'Dirigent'], ['phone', null, '06 00000000'], ['phone', null, '06 00000001']]))
    expect(again.ours.filter(({ entity }) => entity === 'schedule')).toHaveLength(1)
    expect(total(again)).toMatchObject({ new: 0, changed: 0 })
    expect((await t.as('petra').get(`/sociale-kaart/invoer/${again.id}`)).text).toContain('hier weggehaald')
    expect((await does(again, 'take-in')).status).toBe(201)
    expect(await t.rows('select from contact_persons where service_id = $1', [id])).toEqual([])
    expect(await t.rows('select byday from schedules where service_id = $1', [id])).toEqual([{ byday: 'WE' }])
    expect((await does(again, 'withdrawal')).status).toBe(201)
    expect(await t.rows('select byday from schedules where service_id = $1', [id])).toEqual([{ byday: 'WE' }])
  })

  test('what is here already does not move to what was taken away here', async () => {
    const two = (of: string) => choir('Buitenkoor', { contacts: [{ id: 'een Buitenkoor', name: 'Een', ...(of === 'een' && { phones: [{ id: 'nummer Buitenkoor', number: '06 00000009' }] }) }, { id: 'twee Buitenkoor', name: 'Twee', ...(of === 'twee' && { phones: [{ id: 'nummer Buitenkoor', number: '06 00000009' }] }) }] })
    await takenIn('koren', two('een'))
    await t.rows("delete from contact_persons where name = 'Twee'")
    const again = await looked('koren', two('twee'))
    expect(again.ours.map(({ entity, field, here, source }) => [entity, field, here, source])).toEqual([['contact', null, null, 'Twee'], ['phone', 'contact_id', 'Een', 'Twee']])
    expect(total(again)).toMatchObject({ new: 0, changed: 0 })
    expect((await does(again, 'take-in')).status).toBe(201)
    expect(await t.rows("select c.name from phones p join contact_persons c on c.id = p.contact_id where p.number = '06 00000009'")).toEqual([{ name: 'Een' }])
  })

  test('rows that a form does not show, or shows in part, stay as the source told them when that form is sent', async () => {
    const told = choir('Dorpskoor', {
      service_areas: [{ id: 'gebied Dorpskoor', name: 'Het hele land', extent: 'NL' }],
      languages: [{ id: 'taal Dorpskoor', name: 'Nederlands', code: 'nl', note: 'ook in gebaren' }, { id: 'fries Dorpskoor', name: 'Fries', code: 'fy' }],
      contacts: [{ id: 'dirigent Dorpskoor', name: 'Dirigent' }],
      service_at_locations: [{ id: 'plek Dorpskoor', location: { id: 'zaal Dorpskoor', location_type: 'physical', name: 'De zaal', addresses: [{ id: 'adres Dorpskoor', attention: 'Achterom', address_1: 'Zonnelaan 1', city: 'Amersfoort', state_province: 'Utrecht', postal_code: '3816 AA', country: 'NL', address_type: 'physical' }] } }],
    })
    await takenIn('koren', { ...told, organization: { ...told.organization, locations: [{ id: 'zaal Dorpskoor', location_type: 'physical', name: 'De zaal' }] } })
    const { id, slug } = await serviceOf('Dorpskoor')
    await changed(`/sociale-kaart/voorziening/${slug}/indelen`, { languages: ['nl', 'tr'] })
    expect(await t.rows('select code, note from languages where service_id = $1 order by code', [id])).toEqual([{ code: 'fy', note: null }, { code: 'nl', note: 'ook in gebaren' }, { code: 'tr', note: null }])
    expect(await t.rows('select name, extent from service_areas where service_id = $1', [id])).toEqual([{ name: 'Het hele land', extent: 'NL' }])
    const [place] = await t.rows<{ id: string; slug: string }>("select l.id, o.slug from locations l join organizations o on o.id = l.organization_id where o.name = 'Bond van Dorpskoor'")
    await changed(`/sociale-kaart/organisatie/${place?.slug}/plek/${place?.id}/wijzigen`, { street: 'Maanlaan 2' })
    expect(await t.rows('select address1, attention, state_province from addresses where location_id = $1', [place?.id])).toEqual([{ address1: 'Maanlaan 2', attention: 'Achterom', state_province: 'Utrecht' }])
    const again = await looked('koren', { ...told, organization: { ...told.organization, locations: [{ id: 'zaal Dorpskoor', location_type: 'physical', name: 'De zaal' }] } })
    expect(total(again)).toMatchObject({ new: 0, changed: 0 })
    expect(again.ours.map(({ field, here }) => [field, here])).toEqual([['address1', 'Maanlaan 2']])
  })

  test('leaves a service with the organisation that took it over, closed when it was closed, and with who looks after it now', async () => {
    await takenIn('koren', choir('Westerkoor'))
    const { id, slug } = await serviceOf('Westerkoor')
    await changed(`/sociale-kaart/voorziening/${slug}/overzetten/de-keuken`, {})
    await t.rows("update entry_care set owner_email = 'anders@koren.example' where record_id = $1", [id])
    await t.rows("insert into entry_care (municipality_id, entity, record_id, owner_email) select municipality_id, 'service', id, 'anders@koren.example' from services where id = $1 on conflict do nothing", [id])
    await t.rows("update services set status = 'inactive' where id = $1", [id])
    const again = await takenIn('koren', choir('Westerkoor', { email: 'later@koren.example' }))
    expect(again.ours).toContainEqual(expect.objectContaining({ about: 'Westerkoor', field: 'organization_id', here: 'De Keuken', source: 'Bond van Westerkoor' }))
    expect(await t.rows('select s.status, s.email, o.name, c.owner_email from services s join organizations o on o.id = s.organization_id left join entry_care c on c.record_id = s.id where s.id = $1', [id])).toEqual([{ status: 'inactive', email: 'later@koren.example', name: 'De Keuken', owner_email: 'anders@koren.example' }])
    await takenIn('koren', choir('Westerkoor', { email: 'later@koren.example', assurer_email: 'nieuw@koren.example' }))
    expect(await t.rows('select owner_email from entry_care where record_id = $1', [id])).toEqual([{ owner_email: 'nieuw@koren.example' }])
  })

  test('is new again after it was taken back, whatever came between', async () => {
    const first = await takenIn('koren', choir('Wisselkoor'))
    await takenIn('koren', choir('Wisselkoor'))
    expect((await does(first, 'withdrawal')).status).toBe(201)
    expect(await serviceOf('Wisselkoor')).toBeUndefined()
    const again = await takenIn('koren', choir('Wisselkoor'))
    expect(total(again)).toMatchObject({ changed: 0, unchanged: 0 })
    expect(again.ours).toEqual([])
    expect(await serviceOf('Wisselkoor')).toMatchObject({ description: 'Samen zingen.' })
  })

  test('what another source says is not what this one said before', async () => {
    const id = '7a2c9a7e-52b4-4a7a-9f2e-0b7f4d1f6a11'
    await takenIn('koren', choir('Tweelingkoor', { id }))
    await t.rows("update services set description = 'Hier verbeterd.' where id = $1", [id])
    const other = await looked('andere site', { ...choir('Tweelingkoor', { id }), organization: { id: 'bond elders', name: 'Bond elders', description: 'x' } })
    expect(other.changes.map(({ field }) => field)).toContain('description')
  })

  test('changes nothing that somebody changed after the look: it asks to look again', async () => {
    await takenIn('koren', choir('Avondkoor'))
    const seen = await looked('koren', choir('Avondkoor', { description: 'Zingen bij kaarslicht.' }))
    await t.rows("update services set description = 'Ondertussen verbeterd.' where name = 'Avondkoor'")
    const refused = await does(seen, 'take-in')
    expect(refused.status).toBe(409)
    expect(refused.text).toContain('veranderd sinds je keek')
    expect(await serviceOf('Avondkoor')).toMatchObject({ description: 'Ondertussen verbeterd.' })
  })

  test('nor what somebody is changing while it is taken in: that is waited for', async () => {
    await takenIn('koren', choir('Ochtendkoor'))
    const seen = await looked('koren', choir('Ochtendkoor', { description: 'Zingen bij zonsopgang.' }))
    const other = new pg.Client(t.database.ownerUrl)
    await other.connect()
    await other.query('begin')
    await other.query("update services set description = 'Net veranderd.' where name = 'Ochtendkoor'")
    const taking = does(seen, 'take-in')
    await expect.poll(async () => (await t.rows('select from pg_locks where not granted')).length, { timeout: 20_000, interval: 5 }).toBeGreaterThan(0)
    await other.query('commit')
    await other.end()
    expect((await taking).status).toBe(409)
    expect(await serviceOf('Ochtendkoor')).toMatchObject({ description: 'Net veranderd.' })
  })

  test('for any turns of saying and changing: what stands is what was said or changed last', async () => {
    let runs = 0
    const fields = ['description', 'email', 'wait_time'] as const
    const value = fc.constantFrom('een', 'twee', 'drie')
    const turn = fc.record({ by: fc.constantFrom('source' as const, 'here' as const), field: fc.constantFrom(...fields), value })
    await fc.assert(
      fc.asyncProperty(fc.array(turn, { minLength: 1, maxLength: 7 }), async (turns) => {
        const name = `Koor ${++runs}`
        const asWritten = (field: string, it: string) => (field === 'email' ? `${it}@koren.example` : it)
        const said: Record<string, string> = { description: 'nul', email: 'nul@koren.example', wait_time: 'nul' }
        const stands = { ...said }
        await takenIn('koren', choir(name, said))
        for (const { by, field, value } of turns) {
          const written = asWritten(field, value)
          if (by === 'here') await t.rows(`update services set ${field} = $1 where name = $2`, [written, name])
          else {
            if (said[field] !== written) stands[field] = written
            said[field] = written
            await takenIn('koren', choir(name, said))
          }
          if (by === 'here') stands[field] = written
          expect((await t.rows('select description, email, wait_time from services where name = $1', [name]))[0]).toEqual(stands)
        }
      }),
      { numRuns: 25 },
    )
  })
})
