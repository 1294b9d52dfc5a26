import { afterAll, beforeAll, expect, test } from 'vitest'
import { inContext } from '../../platform/context.ts'
import { hashed } from '../../platform/request.ts'
import { type Answer, type Town, town, type TownsPerson } from '../../tests/support/town.ts'
import type { ShownOrganization, ShownService } from './entryShown.ts'
import { askOwners } from './reminders.ts'
import type { ShownResults } from './shown.ts'

let t: Town
beforeAll(async () => {
  t = await town()
})
afterAll(() => t.close())

const service = async (slug: string): Promise<ShownService> => (await t.as('visitor').json(`/directory/services/${slug}`)).json() as ShownService
const organization = async (slug: string): Promise<ShownOrganization> => (await t.as('visitor').json(`/directory/organizations/${slug}`)).json() as ShownOrganization
const idOf = async (table: 'services' | 'organizations', slug: string): Promise<string> => (await t.rows<{ id: string }>(`select id from ${table} where slug = $1`, [slug]))[0]?.id ?? ''
const versionOf = async (slug: string): Promise<number> => (await t.rows<{ version: number }>('select version from services where slug = $1', [slug]))[0]?.version ?? 0
const ownerOf = async (slug: string) => (await t.rows("select c.owner_email, split_part(p.name, ' ', 1) as owner from entry_care c left join people p on p.municipality_id = c.municipality_id and p.id = c.owner_id where c.entity = 'service' and c.record_id = $1", [await idOf('services', slug)]))[0]
const giveOwner = async (entity: 'service' | 'organization', slug: string, email: string): Promise<void> => {
  await t.rows('insert into entry_care (municipality_id, entity, record_id, owner_email) select municipality_id, $1, id, $3 from (select municipality_id, id, slug from services union all select municipality_id, id, slug from organizations) x where x.id = $2 on conflict (municipality_id, entity, record_id) do update set owner_id = null, owner_name = null, owner_email = excluded.owner_email', [entity, await idOf(entity === 'service' ? 'services' : 'organizations', slug), email])
}
const path = (slug: string, to: string): string => `/sociale-kaart/voorziening/${slug}/overzetten/${to}`

/** Opens a form and sends it with the version that it shows. */
async function sent(who: TownsPerson, at: string, fields: Record<string, string> = {}): Promise<Answer> {
  const form = await t.as(who).get(at)
  expect(`${at} ${form.status}`).toBe(`${at} 200`)
  return t.as(who).post(at, fields, { version: Number(/name="_version" value="(\d+)"/.exec(form.text)?.[1]) })
}
const move = (slug: string, to: string, reason?: string): Promise<Answer> => sent('petra', path(slug, to), reason === undefined ? {} : { reason })
const linkTo = async (email: string, other = ''): Promise<string> => (await t.rows<{ link: string }>("select substring(body from '/bevestigen/[0-9a-f]+') as link from outgoing_mails where to_address = $1", [email])).find(({ link }) => link !== other)?.link ?? ''
const namesFound = async (asked: string): Promise<string[]> => ((await t.as('visitor').json(`/directory/search?q=${encodeURIComponent(asked)}`)).json() as ShownResults).lines.map(({ name }) => name)
const offers = async (slug: string): Promise<string[]> => (await organization(slug)).services.map(({ name }) => name)

test('[DIR-05] one searches for the organisation before one chooses it: by part of its name, with a typing error, never the one it is of', async () => {
  const look = async (typed: string) => (await t.as('petra').json(`/directory/services/wandelclub/move?naar=${encodeURIComponent(typed)}`)).json() as { asked: boolean; found: { name: string; href: string }[] }
  const named = async (typed: string) => (await look(typed)).found.map(({ name }) => name)

  expect(await look('')).toMatchObject({ asked: false, found: [] })
  expect((await look('raad')).found).toContainEqual(expect.objectContaining({ name: 'Seniorenraad', href: path('wandelclub', 'seniorenraad') }))
  expect(await named('seniroenraad')).toContain('Seniorenraad')
  expect(await named('Wijkinformatiepunt Randenbroek-Schuilenburg')).not.toContain((await service('wandelclub')).organization.name)
  expect(await named('100%_\\')).toEqual([])
  expect((await t.as('petra').get('/sociale-kaart/voorziening/wandelclub/overzetten?naar=bestaat+niet+xyz')).text).toContain('We vinden geen andere organisatie met deze naam')
  expect((await t.as('petra').get('/sociale-kaart/voorziening/wandelclub')).text).toContain('href="/sociale-kaart/voorziening/wandelclub/overzetten"')
  expect((await t.as('hassan').get('/sociale-kaart/voorziening/eetclub')).text).not.toContain('overzetten')
})

test('[DIR-04][DIR-05] what goes along and what changes is seen before it is moved', async () => {
  await giveOwner('service', 'koffie-de-roef', 'koffie@roef.example')
  const { text } = await t.as('petra').get(path('koffie-de-roef', 'seniorenraad'))

  for (const words of ['Koffie en ontmoeting in De Roef gaat van Wijkcentrum De Roef naar Seniorenraad.', 'Wijkcentrum De Roef (de plek zelf blijft van Wijkcentrum De Roef)', '9.30 tot 12.00 uur', 'Redactie (sociale-kaart@seniorenraad.example) in plaats van koffie@roef.example', 'Waarom gaat het over?']) expect(text).toContain(words)
  expect((await t.as('petra').get(path('piep-zei-de-muis', 'swa'))).text).toContain('Hoort niet meer bij Piep zei de muis van')
})

test('[DIR-01][DIR-05] a moved activity is of the other organisation for everybody, with all it had, and is found by the name of the new one', async () => {
  const [before, from] = [await service('wandelclub'), await idOf('organizations', 'wijkinformatiepunt-rs')]
  expect(await namesFound('wandelclub seniorenraad')).not.toContain(before.name)
  const moved = await move('wandelclub', 'seniorenraad', 'De vereniging neemt het over.')
  expect([moved.status, moved.location]).toEqual([303, '/sociale-kaart/voorziening/wandelclub'])
  expect((await t.as('petra').get('/sociale-kaart/voorziening/wandelclub')).text).toContain('Seniorenraad')

  expect(await service('wandelclub')).toEqual({ ...before, organization: { name: 'Seniorenraad', href: '/organisatie/seniorenraad' } })
  expect(await namesFound('wandelclub seniorenraad')).toContain(before.name)
  expect(await namesFound('wandelclub wijkinformatiepunt')).not.toContain(before.name)
  expect([(await offers('seniorenraad')).includes(before.name), (await offers('wijkinformatiepunt-rs')).includes(before.name)]).toEqual([true, false])
  const open = (await t.as('visitor').get(`/hsds/services/${await idOf('services', 'wandelclub')}`)).json() as { organization: { id: string } }
  expect(open.organization.id).toBe(await idOf('organizations', 'seniorenraad'))
  expect(await t.rows("select user_id is not null as known from audit.events where event_code = 'directory.move-service' and outcome = 'done' and subjects @> $1", [[await idOf('services', 'wandelclub'), from]])).toEqual([{ known: true }])
})

test('[DIR-05] the history tells from whom to whom and why, and putting the version before back brings it back to the former organisation', async () => {
  const history = (await t.as('petra').get('/sociale-kaart/voorziening/wandelclub/geschiedenis')).text
  for (const words of ['Van welke organisatie?', 'De vereniging neemt het over.', 'Seniorenraad']) expect(history).toContain(words)
  expect(history).not.toContain(await idOf('organizations', 'seniorenraad'))
  const back = '/sociale-kaart/voorziening/wandelclub/versie/1/terugzetten'
  expect((await t.as('petra').get(back)).text).toContain('Het is dan weer van')
  expect((await sent('petra', back)).status).toBe(303)

  expect((await service('wandelclub')).organization.href).toBe('/organisatie/wijkinformatiepunt-rs')
  expect(await namesFound('wandelclub wijkinformatiepunt')).toContain('Zondagse wandelclub')
  expect(await namesFound('wandelclub seniorenraad')).not.toContain('Zondagse wandelclub')
  expect(await ownerOf('wandelclub')).toMatchObject({ owner_email: 'sociale-kaart@wijkinformatiepunt-rs.example' })
})

test('[DIR-04] from then on the new owner is asked, and the link of the former one confirms nothing and says why; after undoing it is the other way round', async () => {
  await giveOwner('service', 'fietsclub', 'fietsclub@rs.example')
  await giveOwner('organization', 'seniorenraad', 'bestuur@seniorenraad.example')
  await t.rows("update services set assured_date = '2025-08-01' where slug = 'fietsclub'")
  await askOwners(t.owner, t.now(), t.origin)
  const former = await linkTo('fietsclub@rs.example')
  expect((await t.as('visitor').get(former)).status).toBe(200)
  expect((await move('fietsclub', 'seniorenraad')).status).toBe(303)

  const [opened, posted, other] = [await t.as('visitor').get(former), await t.as('visitor').post(former), await t.as('visitor').post(`${former}/anders`, { what: 'gone', message: 'Het is gestopt.' })]
  expect([opened.status, posted.status, other.status]).toEqual([409, 409, 409])
  expect(opened.text).toContain('omdat dit intussen van een andere organisatie is')
  expect(opened.text).not.toContain('Fietsclub')
  expect((await service('fietsclub')).assuredDate).toBe('2025-08-01')
  expect(await askOwners(t.owner, t.now(), t.origin)).toBe(1)
  const now = await linkTo('bestuur@seniorenraad.example')
  expect((await t.as('petra').post('/sociale-kaart/voorziening/fietsclub/vragen')).status).toBe(409)

  expect((await sent('petra', '/sociale-kaart/voorziening/fietsclub/versie/1/terugzetten')).status).toBe(303)
  expect(await ownerOf('fietsclub')).toMatchObject({ owner_email: 'fietsclub@rs.example' })
  expect((await t.as('visitor').get(now)).text).toContain('omdat dit intussen van een andere organisatie is')
  expect(await askOwners(t.owner, t.now(), t.origin)).toBe(1)
  const again = await linkTo('fietsclub@rs.example', former)
  expect((await t.as('visitor').post(again)).location).toBe('/bevestigen/dank')
  expect((await t.as('visitor').get(former)).text).toContain('omdat dit intussen van een andere organisatie is')
})

test('[DIR-05] only who keeps the directory moves; what does not exist and what is not yours give the same answer', async () => {
  const at = (slug: string, to: string) => `/directory/services/${slug}/move/${to}`
  for (const who of ['hassan', 'mirjam', 'joke'] as const) {
    expect([who, (await t.as(who).get(path('eetclub', 'seniorenraad'))).status, (await t.as(who).json(at('eetclub', 'seniorenraad'), {}, { version: await versionOf('eetclub') })).status]).toEqual([who, 403, 403])
    expect((await t.as(who).get('/sociale-kaart/voorziening/eetclub/overzetten')).status).toBe(404)
  }
  expect((await t.as('visitor').json(at('eetclub', 'seniorenraad'), {}, { version: 1 })).status).toBe(401)
  expect((await t.as('aaltje').json(at('eetclub', 'seniorenraad'), {}, { version: 1 })).status).toBe(404)
  const told = async (who: TownsPerson, slug: string, to: string) => {
    const answer = await t.as(who).json(at(slug, to), {}, { version: 1 })
    return [answer.status, (answer.json() as { title: string }).title]
  }
  const never = await told('petra', 'bestaat-niet', 'seniorenraad')
  expect(never[0]).toBe(404)
  expect(await told('petra', 'eetclub', 'bestaat-niet')).toEqual(never)
  expect(await told('karin', 'eetclub', 'seniorenraad')).toEqual(never)
  expect(await told('mirjam', 'herstelgroep', 'seniorenraad')).toEqual(never)
  expect((await service('eetclub')).organization.href).toBe('/organisatie/wijkinformatiepunt-rs')
})

test('[DIR-05] who looks after an activity may not give it away: not by an earlier version, and not past the pages either', async () => {
  const [els] = await t.rows<{ id: string }>("select id from people where name = 'Els Verhoeven'")
  await t.rows("update entry_care set owner_id = $1, owner_name = null, owner_email = null where entity = 'organization' and record_id = $2", [els?.id, await idOf('organizations', 'ravelijn')])
  expect((await move('kookgroep', 'ravelijn')).status).toBe(303)
  expect(await ownerOf('kookgroep')).toMatchObject({ owner: 'Els' })
  expect((await sent('els', '/sociale-kaart/voorziening/kookgroep/wijzigen', { name: 'Kookgroep', summary: 'Samen koken.', registration: 'unknown', referral: 'unknown', indication: 'unknown' })).status).toBe(303)

  const history = (await t.as('els').get('/sociale-kaart/voorziening/kookgroep/geschiedenis')).text
  expect([history.includes('versie/2/terugzetten'), history.includes('versie/1/terugzetten')]).toEqual([true, false])
  expect((await t.as('els').get('/sociale-kaart/voorziening/kookgroep/versie/1/terugzetten')).status).toBe(403)
  const past = inContext(
    t.pool, { token: hashed('secret-of-els-in-the-town'), municipalityId: t.settings.municipalityId, now: t.now(), requestId: crypto.randomUUID() }, null, null, async () => null,
    async (ctx) => ({ result: await ctx.db.updateTable('services').set({ organizationId: await idOf('organizations', 'swa') }).where('slug', '=', 'kookgroep').execute(), subjects: [] }),
  )
  await expect(past).rejects.toMatchObject({ status: 409, code: 'record.not-possible' })
  expect((await service('kookgroep')).organization.href).toBe('/organisatie/ravelijn')
})

test('[DIR-05] the same organisation, one that was closed or merged and one that visitors do not see are refused with the reason', async () => {
  await t.rows("update organizations set state = 'archived' where slug = 'seniorenwegwijzer'")
  await t.rows("update organizations set state = 'archived', merged_into = (select id from organizations o where o.slug = 'seniorenraad') where slug = 'agis'")
  await t.rows("update organizations set state = 'draft' where slug = 'symfora'")
  const why = async (to: string) => {
    const [form, answer] = [await t.as('petra').get(path('eetcafe', to)), await t.as('petra').json(`/directory/services/eetcafe/move/${to}`, {}, { version: await versionOf('eetcafe') })]
    expect([form.status, answer.status]).toEqual([409, 409])
    const { title, detail } = answer.json() as { title: string; detail: string }
    expect(form.text).toContain(detail)
    return `${title}: ${detail}`
  }

  expect(await why('ravelijn')).toMatch(/same-organization: Dit is al van .*Kies een andere organisatie/)
  expect(await why('seniorenwegwijzer')).toMatch(/organization-closed: Seniorenwegwijzer is gearchiveerd/)
  expect(await why('agis')).toMatch(/organization-merged: .* is opgegaan in Seniorenraad/)
  expect(await why('symfora')).toMatch(/organization-unseen: Bezoekers zien Symfora nu niet/)
  const found = (await t.as('petra').json('/directory/services/eetcafe/move?naar=senioren')).json() as { found: { name: string }[] }
  expect(found.found.map(({ name }) => name)).toEqual(['Seniorenraad'])
  await t.rows("update organizations set state = 'published' where slug = 'symfora'")
})

test('too long a reason and a field that is not there are told together, and what was typed stays', async () => {
  const typed = 'Omdat het beter past. '.repeat(20)
  const form = await sent('petra', path('eetcafe', 'seniorenraad'), { reason: typed })
  expect([form.status, form.text.includes(typed.trim().slice(0, 60)), form.text.includes('300')]).toEqual([400, true, true])
  const json = await t.as('petra').json('/directory/services/eetcafe/move/seniorenraad', { reason: typed, naar: 'x' }, { version: await versionOf('eetcafe') })
  expect([json.status, (json.json() as { errors: unknown[] }).errors.length]).toEqual([400, 2])
})

test('somebody else changed or moved it meanwhile: nothing happens, the reason stays, and the page says how it is now', async () => {
  const seen = await versionOf('eetcafe')
  expect((await move('eetcafe', 'seniorenraad')).status).toBe(303)
  const late = await t.as('petra').post(path('eetcafe', 'swa'), { reason: 'SWA doet het.' }, { version: seen })
  expect([late.status, late.text.includes('value="SWA doet het."'), late.text.includes('gaat van Seniorenraad naar')]).toEqual([412, true, true])
  const twice = await t.as('petra').post(path('eetcafe', 'seniorenraad'), { reason: 'Zij ook.' }, { version: seen })
  expect([twice.status, twice.text.includes('Dit is al van Seniorenraad')]).toEqual([412, true])

  expect((await service('eetcafe')).organization.href).toBe('/organisatie/seniorenraad')
  expect(t.faults).toEqual([])
})

test('[DIR-01] people to call and numbers of the service go along, a partner that takes over is no partner, and a programme of the former organisation is left; undoing restores all of it', async () => {
  const [project, partner] = [await idOf('services', 'asis'), await t.rows<{ slug: string }>("select o.slug from project_partners p join organizations o on o.id = p.organization_id join services s on s.id = p.service_id where s.slug = 'asis' and o.visibility = 'public' order by o.slug limit 1")]
  const to = partner[0]?.slug ?? ''
  const beside = async () => t.rows("select 'contact' as what, o.slug from contact_persons x join organizations o on o.id = x.organization_id where x.service_id = $1 union all select 'phone', o.slug from phones x join organizations o on o.id = x.organization_id where x.service_id = $1 union all select 'partner', o.slug from project_partners x join organizations o on o.id = x.organization_id where x.service_id = $1 order by 1, 2", [project])
  await t.rows('insert into contact_persons (municipality_id, id, service_id, organization_id, name) select municipality_id, gen_random_uuid(), id, organization_id, $2 from services where id = $1', [project, 'Gea Gaatmee'])
  await t.rows('update phones p set organization_id = s.organization_id from services s where s.id = $1 and p.service_id = s.id', [project])
  const before = await beside()
  expect((await t.as('petra').get(path('asis', to))).text).toContain('was partner en voert het nu zelf uit')
  expect((await move('asis', to)).status).toBe(303)
  expect(await beside()).toEqual(before.filter(({ what, slug }) => what !== 'partner' || slug !== to).map((it) => (it.what === 'partner' ? it : { ...it, slug: to })))
  expect((await sent('petra', '/sociale-kaart/voorziening/asis/versie/1/terugzetten')).status).toBe(303)
  expect(await beside()).toEqual(before)

  const program = async () => (await t.rows<{ of: string | null }>("select p.name as of from services s left join programs p on p.id = s.program_id where s.slug = 'billy-boem'"))[0]?.of
  expect((await move('billy-boem', 'swa')).status).toBe(303)
  expect(await program()).toBeNull()
  expect((await t.as('petra').get('/sociale-kaart/voorziening/billy-boem/geschiedenis')).text).toMatch(/Programma<\/th>[\s\S]*?Billy Boem/)
  expect((await sent('petra', '/sociale-kaart/voorziening/billy-boem/versie/1/terugzetten')).status).toBe(303)
  expect(await program()).toBe('Billy Boem')
})

test('the organisation that a service left no longer reaches where only that service did', async () => {
  const reach = async () => (await t.rows<{ reach: string[] }>("select reach from directory_index where entity = 'organization' and slug = 'beweging30'"))[0]?.reach.length
  expect(await reach()).toBeGreaterThan(0)
  const slugs = (await t.rows<{ slug: string }>("select s.slug from services s join organizations o on o.id = s.organization_id where o.slug = 'beweging30'")).map(({ slug }) => slug)
  await t.rows("update locations set area_id = null where organization_id = (select id from organizations where slug = 'beweging30')")
  for (const slug of slugs) expect((await move(slug, 'swa')).status).toBe(303)
  expect(await reach()).toBe(0)
})

test('an organisation that was emptied can be closed, and then nothing is put back to it', async () => {
  expect((await t.as('petra').get('/sociale-kaart/organisatie/beweging30/wijzigen')).status).toBe(200)
  await t.rows("update organizations set state = 'archived' where slug = 'beweging30'")
  const back = '/sociale-kaart/voorziening/asis/versie/1/terugzetten'
  const { status, text } = await t.as('petra').get(back)

  expect([status, text.includes('die organisatie staat niet meer in de sociale kaart')]).toEqual([409, true])
  expect((await t.as('petra').get('/sociale-kaart/voorziening/asis/geschiedenis')).text).not.toContain(back)
  expect(t.faults).toEqual([])
})
