import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mailFolder } from '../../platform/mail.ts'
import { sent as sentIn } from '../../tests/support/forms.ts'
import { type Answer, type Town, town } from '../../tests/support/town.ts'
import type { ShownService } from './entryShown.ts'
import { askOwners, sendMails } from './reminders.ts'
import type { ShownUpkeep } from './upkeep.tsx'

let t: Town
beforeAll(async () => {
  t = await town()
})
afterAll(() => t.close())

const versionOf = async (slug: string, table = 'services'): Promise<number> => (await t.rows<{ version: number }>(`select version from ${table} where slug = $1`, [slug]))[0]?.version ?? 0
const service = async (slug: string): Promise<ShownService> => (await t.as('visitor').json(`/directory/services/${slug}`)).json() as ShownService
/** The newest open proposal about an entry of this name. */
const proposed = async (name: string) => {
  const [row] = await t.rows<{ id: string }>("select p.id from directory_proposals p left join services s on s.id = p.record_id left join organizations o on o.id = p.record_id where p.state = 'open' and coalesce(s.name, o.name, p.changes -> 'name' ->> 'to') = $1 order by p.made_at desc limit 1", [name])
  return (await upkeep()).proposals.find((it) => it.id === row?.id)
}
const upkeep = async (): Promise<ShownUpkeep> => (await t.as('petra').json('/directory/upkeep')).json() as ShownUpkeep

const sent = (...asked: Parameters<typeof sentIn> extends [Town, ...infer Rest] ? Rest : never): Promise<Answer> => sentIn(t, ...asked)

test('[DIR-05] a form of the facts opens as things stand, and sending it unchanged changes nothing', async () => {
  const before = await service('eetclub')
  expect((await sent('petra', '/sociale-kaart/voorziening/eetclub/wijzigen', {})).status).toBe(303)
  const after = await service('eetclub')

  expect({ ...after }).toEqual({ ...before })
})

test('[DIR-01][DIR-05] the information manager changes facts, hours, telephone and cost; visitors see it at once and find it', async () => {
  const answer = await sent('petra', '/sociale-kaart/voorziening/wandelclub/wijzigen', { name: 'Zondagse wandelclub met poffertjes', hours: 'zondag 14:00-16:00\nelke eerste zaterdag 10-12', phone: '033 000 99 11', cost: '1,50', checked: 'ja' })
  expect(answer.status).toBe(303)
  const it = await service('wandelclub')

  expect(it).toMatchObject({ name: 'Zondagse wandelclub met poffertjes', phone: '033 000 99 11', age: 'fresh', assuredDate: '2026-03-02' })
  expect(it.costs).toEqual([{ cents: 150, words: 'Gratis' }])
  expect(it.hours.map((one) => `${one.which} ${one.times}`)).toEqual(['zondag 14.00 tot 16.00 uur', 'elke eerste zaterdag van de maand 10.00 tot 12.00 uur'])
  expect((await t.as('visitor').get('/zoeken?q=poffertjes')).text).toContain('wandelclub met poffertjes')
})

test('everything wrong is told at once, and what was typed stays', async () => {
  const answer = await sent('petra', '/sociale-kaart/voorziening/eetclub/wijzigen', { name: '', hours: 'wanneer het uitkomt', phone: 'bel maar', url: 'geen adres', minimumAge: '80', maximumAge: '18' })

  expect(answer.status).toBe(400)
  for (const words of ['De hoogste leeftijd is lager dan de laagste', 'Vul een naam in', 'Deze regel kunnen we niet lezen', 'Vul een telefoonnummer in', 'Vul een heel adres in', 'wanneer het uitkomt']) expect(answer.text).toContain(words)
})

test('[DIR-04] the owner of an entry changes it; a colleague who is not may only propose', async () => {
  expect((await sent('hassan', '/sociale-kaart/voorziening/eetclub/wijzigen', { alert: 'In de kerstvakantie dicht.' })).status).toBe(303)
  expect((await t.as('mirjam').get('/sociale-kaart/voorziening/eetclub/wijzigen')).status).toBe(403)
  expect((await service('eetclub')).alert).toBe('In de kerstvakantie dicht.')
})

test('two who change the same entry at once: the second hears so and loses nothing', async () => {
  const seen = await versionOf('eetcafe')
  expect((await sent('petra', '/sociale-kaart/voorziening/eetcafe/wijzigen', { forWhom: 'Buren' }, seen)).status).toBe(303)
  const second = await sent('petra', '/sociale-kaart/voorziening/eetcafe/wijzigen', { forWhom: 'Vrienden' }, seen)

  expect(second.status).toBe(412)
  expect(second.text).toContain('value="Vrienden"')
  expect(standsNow(second)).toEqual(['Voor wie?: Buren'])
})

/** What the page says stands there now, where somebody typed something else. */
const standsNow = ({ text }: Answer): string[] => [...(/id="intussen"[\s\S]*?<form/.exec(text)?.[0] ?? '').matchAll(/<dt>(.*?)<\/dt><dd>(.*?)<\/dd>/g)].map(([, name, now]) => `${name}: ${now}`)

test('[DIR-05] who changes an organisation or proposes a change while somebody else did, sees what stands there now', async () => {
  const [org] = await t.rows<{ version: number }>("select version from organizations where slug = 'ravelijn'")
  expect((await sent('petra', '/sociale-kaart/organisatie/ravelijn/wijzigen', { summary: 'Brengt mensen bij elkaar.' }, org?.version)).status).toBe(303)
  const second = await sent('petra', '/sociale-kaart/organisatie/ravelijn/wijzigen', { email: 'hallo@ravelijn.example', summary: 'Brengt buren bij elkaar.' }, org?.version)
  expect(second.status).toBe(412)
  expect(standsNow(second)).toContainEqual(expect.stringContaining('Brengt mensen bij elkaar.'))

  const seen = await versionOf('eetcafe')
  await sent('petra', '/sociale-kaart/voorziening/eetcafe/wijzigen', { registration: 'needed' }, seen)
  const proposed = await sent('mirjam', '/sociale-kaart/voorziening/eetcafe/voorstel', { registration: 'not-needed' }, seen)
  expect([proposed.status, ...standsNow(proposed)]).toEqual([412, 'Aanmelden van tevoren: Nodig'])
})

test('[DIR-01] an organisation is made part of another and is shown there; one that is part of it cannot be above it', async () => {
  const idOf = async (slug: string) => (await t.rows<{ id: string }>('select id from organizations where slug = $1', [slug]))[0]?.id ?? ''
  const path = (slug: string) => `/sociale-kaart/organisatie/${slug}/wijzigen`
  const [ravelijn, swa] = [await idOf('ravelijn'), await idOf('swa')]
  expect((await sent('petra', path('ravelijn'), { parentId: swa })).status).toBe(303)
  expect((await t.as('visitor').get('/organisatie/ravelijn')).text).toMatch(/href="\/organisatie\/swa"/)
  expect((await t.as('visitor').get('/organisatie/swa')).text).toMatch(/href="\/organisatie\/ravelijn"/)
  const history = (await t.as('petra').get('/sociale-kaart/organisatie/ravelijn/geschiedenis')).text
  expect(history).toContain('Onderdeel van')
  expect(history).not.toContain(swa)

  const round = await sent('petra', path('swa'), { parentId: ravelijn })
  expect([round.status, round.text.includes('is zelf een onderdeel van deze')]).toEqual([400, true])
  expect((await sent('petra', path('swa'), { parentId: swa })).status).toBe(400)
  expect((await sent('petra', path('ravelijn'), { parentId: 'geen' })).status).toBe(303)
  expect(await t.rows("select slug from organizations where slug in ('swa', 'ravelijn') and parent_organization_id is not null")).toEqual([])
})

test('[DIR-04][DIR-05] who looks after an organisation finds it among their own entries, and what they said about one by its name', async () => {
  const [els] = await t.rows<{ id: string }>("select id from people where name = 'Els Verhoeven'")
  expect((await sent('petra', '/sociale-kaart/organisatie/ravelijn/eigenaar', { ownerId: els?.id ?? '' })).status).toBe(303)
  expect((await t.as('els').post('/klopt-niet/organisatie/kerken', { what: 'correction', message: 'De naam is veranderd.' })).status).toBe(303)
  const own = (await t.as('els').json('/directory/own')).json() as { entries: { name: string; href: string; acts: { href: string }[] }[]; proposals: { name: string }[] }

  const entry = own.entries.find(({ href }) => href === '/sociale-kaart/organisatie/ravelijn')
  expect(entry?.acts.map(({ href }) => href)).toEqual(['/sociale-kaart/organisatie/ravelijn/klopt-nog'])
  expect(own.entries.map(({ name }) => name)).toContain('Maatjesproject')
  expect(own.proposals[0]?.name).toBe('Brugkerk')
  expect((await sent('els', '/sociale-kaart/organisatie/ravelijn/klopt-nog', {})).status).toBe(303)
})

test('a first day after the last one is told with all that is wrong, as a form and as JSON', async () => {
  const form = await sent('petra', '/sociale-kaart/voorziening/eetcafe/zichtbaar', { publishOn: '2026-05-02', expireOn: '2026-05-01', closedFrom: '31-02-2026', closedUntil: '2026-01-01' })
  expect(form.status).toBe(400)
  for (const words of ['De einddatum ligt voor de begindatum', 'Vul een bestaande datum in']) expect(form.text).toContain(words)
  const json = await t.as('petra').json('/directory/services/eetcafe/publication', { state: 'published', visibility: 'public', publishOn: '2026-05-02', expireOn: '2026-05-01', closedFrom: '2026-05-02', closedUntil: '2026-05-01' })
  expect(((await json.json()) as { errors: { at: string; code: string }[] }).errors.map(({ at, code }) => `${at} ${code}`)).toEqual(['expireOn dates-in-order', 'closedUntil dates-in-order'])
})

test('[DIR-05] full history with undo: what was there comes back whole, and the way back is in the history too', async () => {
  const before = await service('maatjesproject')
  await sent('petra', '/sociale-kaart/voorziening/maatjesproject/wijzigen', { name: 'Anders', summary: 'Iets heel anders dan het was.', hours: 'maandag 9-10', phone: '', description: '' })
  await sent('petra', '/sociale-kaart/voorziening/maatjesproject/indelen', { reach: ['regio'], fields: [], groups: [], domains: [], languages: ['tr'] })
  expect((await service('maatjesproject')).name).toBe('Anders')
  const history = (await t.as('petra').json('/directory/voorziening/maatjesproject/versions')).json() as { versions: { number: number; changes: { what: string }[] }[] }
  expect(history.versions.map((it) => it.number)).toEqual([3, 2, 1])
  expect(history.versions[1]?.changes.map((it) => it.what)).toEqual(expect.arrayContaining(['Naam', 'Wanneer?', 'Telefoon']))
  expect((await sent('petra', '/sociale-kaart/voorziening/maatjesproject/versie/1/terugzetten', {})).status).toBe(303)

  expect(await service('maatjesproject')).toEqual(before)
  expect((await t.as('petra').get('/sociale-kaart/voorziening/maatjesproject/geschiedenis')).text).toContain('Versie 4: teruggezet')
  expect((await t.as('mirjam').get('/sociale-kaart/voorziening/maatjesproject/geschiedenis')).status).toBe(404)
})

test('[DIR-05] a visitor says that something is wrong, and the information manager hears it', async () => {
  const answer = await t.as('visitor').post('/klopt-niet/voorziening/eetcafe', { what: 'correction', message: 'Het begint om zes uur.', email: 'buur@example.nl' })
  expect(answer.status).toBe(303)
  const found = await proposed('Eetcafé Schothorst')
  expect(found).toMatchObject({ kind: 'correction', name: 'Eetcafé Schothorst' })
  expect((await t.as('mirjam').get(`/sociale-kaart/voorstellen/${found?.id}`)).status).toBe(404)
  expect((await t.as('visitor').get(`/sociale-kaart/voorstellen/${found?.id}`)).status).not.toBe(200)
  expect((await sent('petra', `/sociale-kaart/voorstellen/${found?.id}/verwerkt`, { thanks: 'Dank u, het is aangepast.' })).status).toBe(303)

  expect((await upkeep()).proposals.map((it) => it.id)).not.toContain(found?.id)
  expect(await t.rows("select to_address, about from outgoing_mails where about = 'thanks'")).toEqual([{ to_address: 'buur@example.nl', about: 'thanks' }])
})

test('a program that fills in every field is not heard, and too little is told kindly', async () => {
  expect((await t.as('visitor').post('/klopt-niet/voorziening/eetcafe', { what: 'correction', message: 'Koop hier goedkoop.', website: 'https://spam.example' })).status).toBe(400)
  expect((await t.as('visitor').post('/klopt-niet/voorziening/eetcafe', { what: 'correction', message: '' })).text).toContain('Een paar woorden is genoeg')
  expect((await t.as('visitor').get('/klopt-niet/voorziening/crisis')).status).toBe(404)
})

test('[DIR-05] every member proposes a change; it is laid beside the approved version, taken over in part, and thanked for', async () => {
  expect((await sent('mirjam', '/sociale-kaart/voorziening/sensor/voorstel', { waitTime: 'Twee weken', forWhom: 'Ouderen vanaf 55 jaar', message: 'Gehoord van Els' })).status).toBe(303)
  const found = await proposed('Sensor: bezoek dat u op weg helpt')
  const page = (await t.as('petra').get(`/sociale-kaart/voorstellen/${found?.id}`)).text
  for (const words of ['Een maand', 'Twee weken', 'Ouderen vanaf 55 jaar', 'Gehoord van Els', 'Mirjam de Wit']) expect(page).toContain(words)
  expect((await t.as('mirjam').get(`/sociale-kaart/voorstellen/${found?.id}`)).status).toBe(200)
  expect((await t.as('mirjam').get(`/sociale-kaart/voorstellen/${found?.id}/overnemen`)).status).toBe(403)
  expect((await sent('petra', `/sociale-kaart/voorstellen/${found?.id}/overnemen`, { fields: ['waitTime'] })).status).toBe(303)

  const it = await service('sensor')
  expect(it).toMatchObject({ wait: 'Twee weken', forWhom: 'Ouderen die al een tijd weinig ondernemen, vanaf 55 jaar' })
  expect((await t.as('mirjam').get('/sociale-kaart/mijn')).text).toContain('Dank je wel, het is aangepast.')
  expect((await sent('petra', '/sociale-kaart/voorziening/sensor/versie/1/terugzetten', {})).status).toBe(303)
})

test('a proposal that changes nothing is not one', async () => {
  const answer = await sent('mirjam', '/sociale-kaart/voorziening/sensor/voorstel', {})

  expect(answer.status).toBe(400)
  expect(answer.text).toContain('Je hebt nog niets gewijzigd')
})

test('what somebody else changed meanwhile is said, and not chosen by itself', async () => {
  await sent('mirjam', '/sociale-kaart/voorziening/netwerkcoach/voorstel', { forWhom: 'Iedereen die hulp vraagt' })
  await sent('petra', '/sociale-kaart/voorziening/netwerkcoach/wijzigen', { forWhom: 'Mensen met weinig mensen om zich heen' })
  const found = await proposed('Netwerkcoach')

  expect((await t.as('petra').get(`/sociale-kaart/voorstellen/${found?.id}`)).text).toContain('is intussen anders')
  const answer = await sent('petra', `/sociale-kaart/voorstellen/${found?.id}/overnemen`, {})
  expect(answer.text).toContain('Kies minstens één ding')
  await sent('petra', `/sociale-kaart/voorstellen/${found?.id}/afwijzen`, { reason: 'Het stond al goed.' })
  expect((await t.as('mirjam').get('/sociale-kaart/mijn')).text).toContain('Het stond al goed.')
})

test('[DIR-05] something new found in a meeting keeps who proposed it and where, and becomes a draft', async () => {
  const answer = await sent('els', '/sociale-kaart/voorstellen/nieuw', { what: 'organization', name: 'Weggeefwinkel Randenbroek', summary: 'Geef weg wat u niet gebruikt.', foundIn: 'Breed netwerk ouderen' })
  expect(answer.status).toBe(303)
  const found = await proposed('Weggeefwinkel Randenbroek')
  expect((await t.as('petra').get(`/sociale-kaart/voorstellen/${found?.id}`)).text).toContain('Breed netwerk ouderen')
  expect((await sent('petra', `/sociale-kaart/voorstellen/${found?.id}/toevoegen`, {})).status).toBe(303)

  expect(await t.rows("select p.found_in, w.name as by, o.state from directory_proposals p join people w on w.id = p.by_id join organizations o on o.id = p.record_id where o.slug = 'weggeefwinkel-randenbroek'")).toEqual([{ found_in: 'Breed netwerk ouderen', by: 'Els Verhoeven', state: 'draft' }])
  expect((await t.as('visitor').get('/organisatie/weggeefwinkel-randenbroek')).status).toBe(404)
})

test('one searches before one adds, and what looks like it is shown with the reason', async () => {
  const look = async (query: string) => (await t.as('petra').json(`/directory/look-alikes?${query}`)).json() as { alike: { name: string; reasons: string[] }[] }

  expect((await look('naam=Eetclub+Nijenstede')).alike[0]?.name).toBe('Eetclub in Nijenstede')
  expect((await look('telefoon=0330001420')).alike.map((it) => it.name)).toContain('Hulp bij schulden')
  expect((await t.as('mirjam').get('/sociale-kaart/nieuw?naam=Iets+anders')).text).toContain('Stel het voor aan de informatiebeheerder')
})

test('a new activity begins as a draft and is public when it is made visible', async () => {
  const made = await sent('petra', '/sociale-kaart/toevoegen?naam=Schaakclub', { kind: 'activity', organizationId: (await t.rows<{ id: string }>("select id from organizations where slug = 'de-roef'"))[0]?.id ?? '', summary: 'Schaken in De Roef, ook als je het nog leert.', hours: 'donderdag 19:00-21:30', cost: '0' })
  expect(made.location).toBe('/sociale-kaart/voorziening/schaakclub')
  expect((await t.as('visitor').get('/voorziening/schaakclub')).status).toBe(404)
  await sent('petra', '/sociale-kaart/voorziening/schaakclub/zichtbaar', { state: 'published' })

  expect((await t.as('visitor').get('/voorziening/schaakclub')).status).toBe(200)
  expect((await t.as('visitor').get('/zoeken?q=schaken')).text).toContain('Schaakclub')
  expect((await t.as('mirjam').get('/sociale-kaart/toevoegen')).status).toBe(403)
})

test('two entries that were one are joined, found at the old address, and come apart again', async () => {
  const [into] = await t.rows<{ id: string }>("select id from organizations where slug = 'seniorenraad'")
  const before = await t.rows("select name, organization_id from services where slug = 'seniorenwegwijzer'")
  expect((await sent('petra', '/sociale-kaart/organisatie/seniorenwegwijzer/samenvoegen', { intoId: into?.id ?? '' })).status).toBe(303)
  expect((await t.as('visitor').get('/organisatie/seniorenwegwijzer')).text).toContain('<h1 class="page-title">Seniorenraad</h1>')
  expect((await service('seniorenwegwijzer')).organization.name).toBe('Seniorenraad')
  const [merge] = (await upkeep()).merges
  expect((await sent('petra', `/sociale-kaart/samenvoegingen/${merge?.id}/terug`, {})).status).toBe(303)

  expect(await t.rows("select name, organization_id from services where slug = 'seniorenwegwijzer'")).toEqual(before)
  expect((await t.as('visitor').get('/organisatie/seniorenwegwijzer')).text).toContain('Vertelt ouderen welke hulp')
  expect(t.faults).toEqual([])
})

const linksIn = async (): Promise<string[]> => (await t.rows<{ body: string }>("select body from outgoing_mails where about = 'confirmation' order by made_at")).flatMap((it) => [...it.body.matchAll(/\/bevestigen\/[0-9a-f]+/g)].map(([link]) => link))

test('[DIR-04] owners get one mail with a link for each entry that grows old; one click confirms it without signing in', async () => {
  expect(await askOwners(t.owner, t.now(), t.origin)).toBeGreaterThan(5)
  expect(await askOwners(t.owner, t.now(), t.origin)).toBe(0)
  const mails = await t.rows<{ to_address: string }>("select to_address from outgoing_mails where about = 'confirmation'")
  expect(new Set(mails.map((it) => it.to_address)).size).toBe(mails.length)
  const mail = (await t.rows<{ body: string }>("select body from outgoing_mails where to_address = 'sociale-kaart@vriendendienst.example'"))[0]?.body ?? ''
  const link = /\/bevestigen\/[0-9a-f]+/.exec(mail)?.[0] ?? ''
  const page = await t.as('visitor').get(link)
  expect(page.text).toContain('Maatje van de Vriendendienst')
  expect((await service('vriendendienst-maatje')).age).toBe('stale')
  expect((await t.as('visitor').post(link)).location).toBe('/bevestigen/dank')

  expect(await service('vriendendienst-maatje')).toMatchObject({ age: 'fresh', assuredDate: '2026-03-02', by: 'link' })
  const again = await t.as('visitor').get(link)
  expect(again.status).toBe(409)
  expect(again.text).toContain('U heeft deze vraag al beantwoord')
})

test('[DIR-04] a link that is too old, of nothing or of another place says what to do, and never which of them it is', async () => {
  await askOwners(t.owner, t.now(), t.origin)
  const links = await linksIn()
  const statuses = await Promise.all(links.map(async (one) => (await t.as('visitor').get(one)).status))
  const link = links[statuses.indexOf(200)] ?? ''
  const words = async (path: string) => {
    const { status, text } = await t.as('visitor').get(path)
    expect(status).toBe(404)
    return /<main[\s\S]*<\/main>/.exec(text)?.[0].replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '')
  }
  const unknown = await words('/bevestigen/0123456789abcdef')
  expect(unknown).toContain('Een link uit een mail werkt vier maanden')
  t.pass(121 * 86_400_000)
  const [old, posted] = [await words(link), await t.as('visitor').post(link)]
  t.pass(-121 * 86_400_000)

  expect(old).toBe(unknown)
  expect(posted.status).toBe(404)
})

const notAskedToday = async (): Promise<string> =>
  (await t.rows<{ slug: string }>("select s.slug from services s join entry_care c on c.record_id = s.id and c.entity = 'service' where c.owner_email is not null and s.state = 'published' and not exists (select from confirmation_requests r where r.record_id = s.id) order by s.slug limit 1"))[0]?.slug ?? ''

test('[DIR-04] an owner sees all that visitors read before confirming it: the price as it stands, the text, the website', async () => {
  const slug = await notAskedToday()
  await sent('petra', `/sociale-kaart/voorziening/${slug}/wijzigen`, { cost: '3,75', costWords: 'per keer', description: 'Er staan vier naaimachines.', url: 'https://naaihoek.example', email: 'naaien@naaihoek.example' })
  expect((await t.as('petra').post(`/sociale-kaart/voorziening/${slug}/vragen`)).status).toBe(303)
  const [mail] = await t.rows<{ body: string }>("select m.body from outgoing_mails m join services s on m.subject like '%' || s.name || '%' where s.slug = $1 order by m.made_at desc limit 1", [slug])
  const link = /\/bevestigen\/[0-9a-f]+/.exec(mail?.body ?? '')?.[0] ?? ''
  const { text } = await t.as('visitor').get(link)

  for (const words of ['€\u00a03,75 (per keer)', 'Er staan vier naaimachines.', 'https://naaihoek.example', 'naaien@naaihoek.example']) expect(text).toContain(words)
  const summary = (await service(slug)).summary ?? ''
  await sent('petra', `/sociale-kaart/voorziening/${slug}/wijzigen`, { description: summary })
  expect((await t.as('visitor').get(link)).text.split(summary)).toHaveLength(2)
})

test('[DIR-04] the information manager asks an owner once a day, and hears why not twice', async () => {
  const path = `/sociale-kaart/voorziening/${await notAskedToday()}/vragen`
  expect((await t.as('petra').post(path)).status).toBe(303)
  const second = await t.as('petra').post(path)
  expect([second.status, second.text.includes('kreeg vandaag al een mail')]).toEqual([409, true])

  t.pass(86_400_000)
  expect((await t.as('petra').post(path)).status).toBe(303)
  t.pass(-86_400_000)
})

test('[DIR-04] opening a link changes nothing, and an owner can say what is different', async () => {
  const links = await linksIn()
  const statuses = await Promise.all(links.map(async (one) => (await t.as('visitor').get(one)).status))
  const link = links[statuses.indexOf(200)] ?? ''
  const answer = await t.as('visitor').post(`${link}/anders`, { what: 'gone', message: 'We zijn gestopt.' })

  expect(answer.location).toBe('/bevestigen/dank')
  expect((await upkeep()).proposals).toContainEqual(expect.objectContaining({ kind: 'gone' }))
})

test('[DIR-04] without a mail server mail lies in a folder, and the information manager sees it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'schakelbord-outbox-'))
  const { sent: gone, failed } = await sendMails(t.owner, t.now(), mailFolder(join(folder, 'outbox')))
  const files = readdirSync(join(folder, 'outbox'))
  expect(failed).toBe(0)
  expect(files.length).toBe(gone)
  expect(readFileSync(join(folder, 'outbox', files[0] ?? ''), 'utf8')).toMatch(/^Aan: \S+@\S+\nOnderwerp: /)
  rmSync(folder, { recursive: true })

  expect((await t.as('petra').get('/sociale-kaart/uitgaande-post')).text).toContain('ligt in de map')
  expect((await t.as('mirjam').get('/sociale-kaart/uitgaande-post')).status).toBe(404)
})

test('mail that does not go is tried again, and nothing of the address is written down', async () => {
  await t.rows("update outgoing_mails set sent_at = null, by_way_of = null where id = (select id from outgoing_mails limit 1)")
  const broken = { by: 'mail' as const, send: () => Promise.reject(Object.assign(new Error('550 buur@example.nl unknown'), { code: 'EENVELOPE' })) }
  expect(await sendMails(t.owner, t.now(), broken)).toEqual({ sent: 0, failed: 1 })
  expect(await t.rows('select last_error, tries from outgoing_mails where last_error is not null')).toEqual([{ last_error: 'EENVELOPE', tries: 2 }])
})

test('[DIR-04] what nobody confirms is asked three times, then for the information manager, then hidden', async () => {
  const names = async () => (await upkeep()).old.map((it) => it.name)
  await t.rows("update services set assured_date = '2025-09-10' where slug = 'taal-digitaal'")
  let asked = 0
  for (let day = 0; day < 60; day += 7) {
    await askOwners(t.owner, new Date(t.now().getTime() + day * 86_400_000), t.origin)
  }
  asked = (await t.rows("select r.stage from confirmation_requests r join services s on s.id = r.record_id where s.slug = 'taal-digitaal' order by r.made_at")).length
  expect(asked).toBe(3)
  expect(await names()).not.toContain('Taal- en digihuis')
  t.pass(60 * 86_400_000)
  expect(await names()).toContain('Taal- en digihuis')
  expect((await t.as('visitor').get('/voorziening/taal-digitaal')).text).toContain('Niet bevestigd sinds 10 september 2025')
  t.pass(330 * 86_400_000)
  expect((await t.as('visitor').get('/voorziening/taal-digitaal')).status).toBe(404)
  expect((await t.as('mirjam').get('/sociale-kaart/voorziening/taal-digitaal')).status).toBe(200)
  expect((await t.as('petra').post('/sociale-kaart/voorziening/taal-digitaal/klopt-nog', {}, { version: await versionOf('taal-digitaal') })).status).toBe(303)
  expect((await t.as('visitor').get('/voorziening/taal-digitaal')).status).toBe(200)
  t.pass(-390 * 86_400_000)
})
