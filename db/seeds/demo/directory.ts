import type pg from 'pg'
import { dayOf } from '../../../platform/dates.ts'
import { areaId, type CastKey, employers, municipalityId, organizationId, personId, teamId, type TeamKey } from './cast.ts'
import { activities } from './directory/activities.ts'
import { organizations } from './directory/organizations.ts'
import { housings, networks, people, projects, schemes } from './directory/others.ts'
import { middles, type PlaceKey, places, type Place, postcodes } from './directory/places.ts'
import { type SeedService, services } from './directory/services.ts'
import { needs, taxonomies } from './directory/words.ts'
import { idOf } from './ids.ts'
import type { World } from './index.ts'
import { insertAll } from './insert.ts'

const own = { municipality_id: municipalityId }
const all: readonly SeedService[] = [...services, ...activities, ...projects, ...housings, ...schemes]
const termId = (taxonomy: string, slug: string): string => idOf('term', `${taxonomy} ${slug}`)
const locationId = (key: PlaceKey): string => idOf('location', key)

/** The id of a service or activity by its key. */
export const serviceId = (key: string): string => idOf('service', key)

async function seedGround(client: pg.ClientBase): Promise<void> {
  for (const [key, { at }] of Object.entries(middles)) {
    await client.query('update areas set latitude = $3, longitude = $4 where municipality_id = $1 and id = $2', [municipalityId, areaId(key), at[0], at[1]])
  }
  await insertAll(client, 'postcodes', Object.entries(postcodes).map(([postcode4, { area, at }]) => ({ ...own, postcode4, area_id: areaId(area), latitude: at[0], longitude: at[1] })))
  await insertAll(client, 'taxonomies', Object.entries(taxonomies).map(([key, { nl, en }]) => ({ ...own, id: idOf('taxonomy', key), key, name: nl, name_en: en, description: nl })))
  await insertAll(client, 'taxonomy_terms', Object.entries(taxonomies).flatMap(([key, { terms }]) =>
    terms.map(({ slug, nl, en, also = [] }, position) => ({ ...own, id: termId(key, slug), taxonomy_id: idOf('taxonomy', key), code: slug, slug, name: nl, name_en: en, description: nl, synonyms: also, position })),
  ))
  await insertAll(client, 'directory_needs', Object.entries(needs).map(([phrase, words]) => ({ ...own, phrase, words })))
}

const attribute = (entity: string, link: string, taxonomy: string, slug: string) => ({ ...own, id: idOf('attribute', `${link} ${taxonomy} ${slug}`), link_id: link, link_entity: entity, taxonomy_term_id: termId(taxonomy, slug) })

async function seedOrganizations(client: pg.ClientBase, world: World): Promise<void> {
  for (const { key, name, kind, nl, en, alias, parent, members, text, only } of organizations.toSorted((a, b) => Number(Boolean(a.parent)) - Number(Boolean(b.parent)))) {
    const about = { name, kind, summary: nl, summary_en: en, description: text ?? nl, alternate_name: alias ?? null, parent_organization_id: parent ? organizationId(parent) : null, members_count: members ?? null, visibility: only ?? 'public', assured_date: world.day(-35), assured_how: 'manager', created_on: world.day(-400) }
    const columns = Object.keys(about)
    const values = Object.values(about)
    if (key in employers) await client.query(`update organizations set ${columns.map((it, at) => `${it} = $${at + 3}`).join(', ')} where municipality_id = $1 and id = $2`, [municipalityId, organizationId(key), ...values])
    else await insertAll(client, 'organizations', [{ ...own, id: organizationId(key), slug: key, ...about }])
  }
  await insertAll(client, 'attributes', organizations.flatMap(({ key, fields }) => fields.map((slug) => attribute('organization', organizationId(key), 'field', slug))))
}

async function seedPlaces(client: pg.ClientBase): Promise<void> {
  const known = Object.entries(places) as [PlaceKey, Place][]
  await insertAll(client, 'locations', known.map(([key, { name, area, at, go, masked, organization }]) => ({
    ...own, id: locationId(key), organization_id: organizationId(organization), location_type: 'physical', name, transportation: go ?? null, latitude: at?.[0] ?? null, longitude: at?.[1] ?? null, area_id: masked ? null : areaId(area), masked: masked ?? false,
  })))
  await insertAll(client, 'addresses', known.map(([key, { street, postcode }]) => ({ ...own, id: idOf('address', key), location_id: locationId(key), address1: street, city: 'Amersfoort', state_province: 'Utrecht', postal_code: postcode, country: 'NL', address_type: 'physical' })))
  await insertAll(client, 'accessibilities', known.flatMap(([key, { wheelchair }]) =>
    wheelchair ? [{ ...own, id: idOf('accessibility', key), location_id: locationId(key), aspect: 'physical', verdict: wheelchair, description: { good: 'Een rolstoel kan naar binnen', partly: 'Een rolstoel kan naar binnen met hulp', poor: 'Er is een trap, geen lift' }[wheelchair] }] : [],
  ))
}

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const languageNames: Record<string, string> = { ar: 'Arabisch', tr: 'Turks', en: 'Engels', pl: 'Pools', de: 'Duits' }
const euro = new Intl.NumberFormat('nl-NL', { style: 'currency', currency: 'EUR' })

/** The rows of all tables that hang on one service. */
const rowsOf = (it: SeedService, world: World): Record<string, Record<string, unknown>[]> => {
  const service_id = serviceId(it.key)
  const made = (kind: string, name: string | number, row: Record<string, unknown>) => ({ ...own, id: idOf(kind, `${it.key} ${name}`), service_id, ...row })
  const [fields, groups, domains] = it.sorts
  const contact = it.callWho ? idOf('contact', it.key) : null
  return {
    attributes: [['field', fields], ['target-group', groups], ['life-domain', domains]].flatMap(([taxonomy = '', slugs = '']) => slugs.split(' ').map((slug) => attribute('service', service_id, taxonomy, slug))),
    service_areas: it.reach.map((area) => made('service-area', area, { area_id: area === 'regio' ? null : areaId(area), reach: area === 'regio' ? 'region' : area === 'amersfoort' ? 'city' : ['kruiskamp', 'de-koppel', 'randenbroek', 'schuilenburg'].includes(area) ? 'sub-area' : 'neighbourhood' })),
    service_at_locations: it.place ? [made('service-at-location', it.place, { location_id: locationId(it.place) })] : [],
    contact_persons: contact ? [made('contact', 'public', { id: contact, name: it.callWho, visibility: 'public', position: 0 })] : [],
    phones: [made('phone', 0, { number: it.phone, contact_id: contact, type: 'voice', position: 0 })],
    schedules: (it.when ?? []).map((when, position) => made('schedule', position, {
      freq: when.freq ?? 'WEEKLY', interval: when.every ?? 1, timezone: 'Europe/Amsterdam', byday: when.on ? when.days?.split(',').map((day) => `${when.on}${day}`).join(',') : (when.days ?? null), dtstart: world.day(-120), opens_at: when.from, closes_at: when.to, exdates: (it.skips ?? []).map((weeks) => world.weekday(weeks * 7 + weekdays.indexOf(when.days?.slice(0, 2) ?? 'MO'))), rdates: [], position,
    })),
    languages: (it.languages ?? []).map((code) => made('language', code, { code, name: languageNames[code] })),
    cost_options: it.cost === undefined ? [] : [made('cost', 0, { amount: it.cost, currency: 'EUR', amount_description: it.costWords ?? (it.cost === 0 ? 'Gratis' : euro.format(it.cost)) })],
    required_documents: (it.documents ?? []).map((document) => made('document', document, { document })),
    accessibilities: Object.entries(it.threshold ?? {}).map(([aspect, [verdict, description]]) => made('service-accessibility', aspect, { aspect, verdict, description })),
    fundings: (it.funding ?? []).map((basis) => made('funding', basis, { basis })),
    service_capacities: it.light ? [made('capacity', 0, { light: it.light, updated: new Date(world.now.getTime() - (it.told ?? 6) * 86_400_000).toISOString() })] : [],
  }
}

const serviceRow = (it: SeedService, world: World) => ({
  ...own, id: serviceId(it.key), organization_id: organizationId(it.org), kind: it.kind ?? 'service', slug: it.key, name: it.name, alternate_name: it.alias ?? null, summary: it.nl, summary_en: it.en, description: it.text ?? it.nl,
  status: it.closed ? 'temporarily closed' : 'active', closed_from: it.closed ? world.day(it.closed[0]) : null, closed_until: it.closed ? world.day(it.closed[1]) : null, closed_note: it.closed?.[2] ?? null,
  application_process: it.how ?? null, fees_description: it.cost === undefined ? (it.costWords ?? null) : null, wait_time: it.wait ?? null, wait_time_on: it.wait ? world.day(-40) : null, for_whom: it.who, minimum_age: it.ages?.[0] ?? null, maximum_age: it.ages?.[1] ?? null,
  indication: it.indication ?? 'unknown', referral: it.referral ?? 'unknown', registration: it.registration ?? 'unknown', inclusive: it.inclusive ?? 'unknown', flow_to: it.flow ?? null, host: it.host ? 'yes' : 'unknown', companion: it.companion ? 'yes' : 'unknown', pickup: it.pickup ? 'yes' : 'unknown',
  visibility: it.only ?? 'public', state: it.draft ? 'draft' : 'published', publish_on: it.from === undefined ? null : world.day(it.from), expire_on: it.until === undefined ? null : world.day(it.until),
  assured_date: it.checked === null ? null : world.day(-(it.checked ?? 30)), assured_how: it.checked === null ? null : 'manager', created_on: world.day(-300), last_modified: world.now.toISOString(), version: 1,
})

async function seedServices(client: pg.ClientBase, world: World): Promise<void> {
  await insertAll(client, 'services', all.map((it) => serviceRow(it, world)))
  const tables: Record<string, Record<string, unknown>[]> = {}
  for (const it of all) for (const [table, rows] of Object.entries(rowsOf(it, world))) tables[table] = [...(tables[table] ?? []), ...rows]
  for (const [table, rows] of Object.entries(tables)) {
    // Rows of one call name the same columns; those with other columns go by themselves.
    const shapesOfRows = Map.groupBy(rows, (row) => Object.keys(row).join())
    for (const same of shapesOfRows.values()) await insertAll(client, table, same)
  }
}

async function seedKinds(client: pg.ClientBase): Promise<void> {
  await insertAll(client, 'projects', projects.map(({ key, project: it }) => ({ ...own, service_id: serviceId(key), goals: it.goals, from_on: it.from, until_on: it.until, plan_relation: it.plan, results: it.results })))
  await insertAll(client, 'project_partners', projects.flatMap(({ key, project }) => project.partners.map((partner) => ({ ...own, service_id: serviceId(key), organization_id: organizationId(partner) }))))
  await insertAll(client, 'housings', housings.map(({ key, housing: it }) => ({ ...own, service_id: serviceId(key), form: it.form, places: it.places, support_hours: it.hours, care_on_call: it.call })))
  await insertAll(client, 'schemes', schemes.map(({ key, scheme: it }) => ({ ...own, service_id: serviceId(key), what: it.what, needs: it.needs, yields: it.yields, helped_by: it.helpedBy && organizationId(it.helpedBy) })))
  await insertAll(client, 'networks', networks.map((it) => ({ ...own, id: idOf('network', it.key), slug: it.key, name: it.name, kind: it.kind, area_id: areaId(it.area), summary: it.nl, summary_en: it.en, focus: it.focus, meets: it.meets, visibility: 'only' in it ? it.only : 'public', state: 'published' })))
  await insertAll(client, 'network_members', networks.flatMap(({ key, members }) => members.map(([organization, role, ring]) => ({ ...own, network_id: idOf('network', key), organization_id: organizationId(organization), function: role, ring }))))
}

/** What some keep at hand; nobody else sees it. */
async function seedFavourites(client: pg.ClientBase, now: Date): Promise<void> {
  const keeps = { mirjam: ['eetclub', 'maatjesproject'], els: ['wandelclub', 'maatjesproject'], hassan: ['eetcafe'], nadia: ['begeleiding-kwintes'] } as const
  await insertAll(client, 'favourites', Object.entries(keeps).flatMap(([who, keys]) => keys.map((key) => ({ ...own, person_id: personId(who as CastKey), entity: 'service', record_id: serviceId(key), kept_at: now }))))
}

/** Hassan pointed somebody to the walking club, and after that it began at another time: he still has to pass that on. */
async function seedPointings(client: pg.ClientBase, now: Date): Promise<void> {
  const before = (days: number): Date => new Date(now.getTime() - days * 86_400_000)
  const keep = (act: string, by: string | null, words: string | null, at: Date) => client.query('select directory.add_version($1, $2, $3, $4, null, null, $5, $6, $7)', [municipalityId, 'service', serviceId('wandelclub'), act, by, words, at])
  const move = (minutes: number) => client.query("update schedules set opens_at = opens_at + make_interval(mins => $3) where municipality_id = $1 and service_id = $2 and opens_at is not null", [municipalityId, serviceId('wandelclub'), minutes])
  await move(-30)
  await keep('made', null, 'eerste stand', before(30))
  await move(30)
  await keep('changed', personId('petra'), null, before(2))
  await insertAll(client, 'pointings', [
    { ...own, person_id: personId('hassan'), service_id: serviceId('wandelclub'), pointed_on: dayOf(before(12)), seen: 1 },
    { ...own, person_id: personId('mirjam'), service_id: serviceId('eetclub'), pointed_on: dayOf(before(40)), seen: 0 },
  ])
}

/** What colleagues found: the mentors of this town are quicker than those who offer supported living say themselves. */
async function seedWaits(client: pg.ClientBase, now: Date): Promise<void> {
  const told = { maatjesproject: ['four-weeks', 'two-weeks', 'four-weeks', 'two-months', 'four-weeks', 'no-place', 'two-weeks'], 'begeleiding-kwintes': ['longer', 'three-months', 'no-place', 'longer'] }
  await insertAll(client, 'waits_experienced', Object.entries(told).flatMap(([key, waits]) => waits.map((wait, at) => ({ ...own, id: idOf('wait', `${key} ${at}`), service_id: serviceId(key), wait, told_on: dayOf(new Date(now.getTime() - (10 + at * 19) * 86_400_000)) }))))
}

async function seedCallers(client: pg.ClientBase): Promise<void> {
  const id = (name: string) => idOf('contact-person', name)
  await insertAll(client, 'contact_persons', people.map((it) => {
    const named = it.to === 'public' || it.to === 'professionals' ? it.to : 'team'
    return { ...own, id: id(it.name), organization_id: organizationId(it.org), name: it.name, title: it.title, asked_for: it.asks, visibility: named, team_id: named === 'team' ? teamId(it.to as TeamKey) : null, position: 0 }
  }))
  await insertAll(client, 'phones', people.map((it) => ({ ...own, id: idOf('phone', it.name), contact_id: id(it.name), organization_id: organizationId(it.org), number: it.phone, type: it.phone.startsWith('06') ? 'cell' : 'voice', position: 1 })))
  await insertAll(client, 'languages', people.flatMap((it) => ('speaks' in it ? it.speaks : []).map((code) => ({ ...own, id: idOf('language', `${it.name} ${code}`), contact_id: id(it.name), code, name: languageNames[code] }))))
}

const owners: Record<string, CastKey> = { eetclub: 'hassan', wijkinformatiepunt: 'hassan', maatjesproject: 'els', sensor: 'els', 'huisbezoek-grijs-genoegen': 'ria', 'begeleiding-kwintes': 'nadia' }

/** Everything that is not looked after by one of the cast is confirmed by its organisation, by mail. */
async function seedCare(client: pg.ClientBase): Promise<void> {
  const care = (entity: string, record_id: string, key: string, org: string) => ({ ...own, entity, record_id, owner_id: owners[key] ? personId(owners[key]) : null, owner_name: owners[key] ? null : 'Redactie', owner_email: owners[key] ? null : `sociale-kaart@${org}.example` })
  await insertAll(client, 'entry_care', [...all.map((it) => care('service', serviceId(it.key), it.key, it.org)), ...organizations.map((it) => care('organization', organizationId(it.key), '', it.key))])
}

/** Proposals that wait for the information manager, and what people looked for in vain. */
async function seedUpkeep(client: pg.ClientBase, world: World): Promise<void> {
  const at = (days: number) => new Date(world.now.getTime() - days * 86_400_000).toISOString()
  const proposal = (key: string, row: Record<string, unknown>) => ({ ...own, id: idOf('proposal', key), state: 'open', version: 1, changes: {}, message: null, found_in: null, sender_name: null, sender_email: null, by_id: null, record_id: null, base_version: null, ...row })
  await insertAll(client, 'directory_proposals', [
    proposal('sensor', { entity: 'service', record_id: serviceId('sensor'), kind: 'change', base_version: 1, changes: { waitTime: { from: 'Een maand', to: 'Twee weken' } }, message: 'Gehoord van Els in het overleg.', by_id: personId('mirjam'), made_at: at(2) }),
    proposal('eetcafe', { entity: 'service', record_id: serviceId('eetcafe'), kind: 'correction', base_version: 1, message: 'Het eten begint tegenwoordig om zes uur, niet om half zes.', made_at: at(1) }),
    proposal('repaircafe', { entity: 'organization', kind: 'new', changes: { name: { from: null, to: 'Repair Café Randenbroek' }, summary: { from: null, to: 'Samen kapotte spullen weer heel maken, met koffie erbij.' } }, found_in: 'Breed netwerk ouderen', by_id: personId('els'), made_at: at(5) }),
  ])
  const gap = (words: string[], area: string | null, times: number, days: number) => ({ ...own, id: idOf('gap', words.join(' ')), noted_on: world.day(-days), source: 'search', area_id: area && areaId(area), words, times })
  await insertAll(client, 'unmet_needs', [gap(['vervoer', 'avond'], 'schothorst', 7, 6), gap(['oppas', 'weekend'], 'kruiskamp-koppel', 4, 9), gap(['zwemmen', 'ouderen'], 'randenbroek-schuilenburg', 3, 12)])
}

/** The directory of Amersfoort: who there is, what they offer, where, when, for whom, and how sure that is. */
export async function seedDirectory(client: pg.ClientBase, world: World): Promise<void> {
  await seedGround(client)
  await seedOrganizations(client, world)
  await seedPlaces(client)
  await seedServices(client, world)
  await seedKinds(client)
  await seedCallers(client)
  await seedFavourites(client, world.now)
  await seedPointings(client, world.now)
  await seedWaits(client, world.now)
  await seedCare(client)
  await seedUpkeep(client, world)
}
