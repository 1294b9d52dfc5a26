import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { municipalityId, otherMunicipalityId } from '../../db/seeds/demo/cast.ts'
import { idOf } from '../../db/seeds/demo/ids.ts'
import { insertAll } from '../../db/seeds/demo/insert.ts'
import { seedPeople } from '../../db/seeds/demo/people.ts'
import { dayOf } from '../../platform/dates.ts'
import { type Looker, lookerIn } from '../../tests/support/looker.ts'
import { type Town, town } from '../../tests/support/town.ts'
import type { Asked } from './asked.ts'
import { type Everything, openPageOf } from './openPage.ts'
import { pageOf } from './reading.ts'

/** So many that the database counts in each of the ways it has: what changed before a moment, what changed since, and all. */
const [many, organizations, programs] = [5200, 30, 12]
const words = fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.constantFrom('', 'Samen eten', 'Zeg "ja" \\ \n\tof nee', 'Één café: 12 € – 🙂', '<b>\u2028{}</b>') })
const day = fc.oneof({ weight: 6, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.integer({ min: -3, max: 3 }).map((days) => dayOf(new Date(Date.UTC(2026, 2, 2, 9) + days * 86_400_000))) })
const shown = { visibility: fc.constantFrom('public', 'public', 'public', 'professionals'), state: fc.constantFrom('published', 'published', 'published', 'draft', 'archived'), hide_on: day }
const ofOrganization = { ...shown, name: fc.constantFrom('De Keuken', 'Zeg "ja"', 'Ångström & Co'), alternate_name: words, summary: words, description: words, email: words, website: words, tax_status: words, tax_id: words, legal_status: words, logo: words, uri: words, year_incorporated: fc.constantFrom(null, 1900), publish_on: day }
const ofService = {
  ...shown, name: fc.constantFrom('Samen eten', 'samen eten', 'Één café', 'Zeg "ja" \\', 'Wandelen'), program: fc.option(fc.nat(programs - 1)), organization: fc.nat(organizations - 1), alternate_name: words, summary: words, description: words, url: words, email: words,
  status: fc.constantFrom('active', 'inactive', 'temporarily closed'), interpretation_services: words, application_process: words, fees_description: words, fees: words, wait_time: words, accreditations: words, licenses: words, alert: words, eligibility_description: words,
  minimum_age: fc.constantFrom(null, 0, 12), maximum_age: fc.constantFrom(null, 18, 130), assured_date: day, expire_on: day, moment: fc.nat(99),
}
const momentOf = (at: number) => new Date(Date.UTC(2026, 0, 1) + at * 3_600_000).toISOString()
const idAt = (entity: string, at: number) => idOf('open page', `${entity} ${at}`)
const made = <T>(of: { [K in keyof T]: fc.Arbitrary<T[K]> }, n: number, seed: number): T[] => fc.sample(fc.record(of), { numRuns: n, seed }) as T[]

let t: Town
let looker: Looker
beforeAll(async () => {
  t = await town({
    seed: async (owner) => {
      await seedPeople(owner)
      const own = { municipality_id: municipalityId }
      await insertAll(owner, 'organizations', made(ofOrganization, organizations, 1).map((it, at) => ({ ...own, ...it, id: idAt('organization', at), slug: `o-${at}` })))
      await insertAll(owner, 'programs', made({ alternate_name: words, description: words }, programs, 2).map((it, at) => ({ ...own, ...it, id: idAt('program', at), organization_id: idAt('organization', (at * 7) % organizations), name: `Programma ${at}` })))
      await insertAll(owner, 'services', made(ofService, many, 3).map(({ program, organization, moment, ...it }, at) => ({ ...own, ...it, id: idAt('service', at), slug: `s-${at}`, organization_id: idAt('organization', organization), program_id: program === null ? null : idAt('program', program), last_modified: momentOf(moment) })))
      await insertAll(owner, 'entry_care', Array.from({ length: 200 }, (_, at) => ({ ...own, entity: 'service', record_id: idAt('service', at), owner_email: `eigenaar-${at}@voorbeeld.example` })))
    },
  })
  looker = await lookerIn(t)
}, 60_000)
afterAll(async () => {
  await looker?.close()
  await t?.close()
})

/** A change in one of the tables of which something stands in a line. */
const changes = fc.oneof(
  fc.record({ table: fc.constant('services'), at: fc.nat(many - 1), set: fc.record({ name: ofService.name, description: words, summary: words, state: shown.state, visibility: shown.visibility, alert: words, expire_on: day }, { requiredKeys: [] }) }),
  fc.record({ table: fc.constant('organizations'), at: fc.nat(organizations - 1), set: fc.record({ name: ofOrganization.name, state: shown.state, visibility: shown.visibility, website: words, hide_on: day }, { requiredKeys: [] }) }),
  fc.record({ table: fc.constant('programs'), at: fc.nat(programs - 1), set: fc.record({ alternate_name: words, description: words }, { requiredKeys: [] }) }),
)
async function change({ table, at, set }: { table: string; at: number; set: Record<string, unknown> }): Promise<void> {
  const names = Object.keys(set)
  if (names.length > 0) await t.owner.query(`update ${table} set ${names.map((name, place) => `${name} = $${place + 2}`).join(', ')} where id = $1`, [idAt(table.slice(0, -1), at), ...Object.values(set)])
}

const questions = fc.record({
  change: fc.option(changes), page: fc.oneof(fc.constantFrom(1, 2), fc.nat(120).map((page) => page + 1)), per_page: fc.constantFrom(1, 7, 50, 100), later: fc.constantFrom(0, 0, 0, 1, 3, -2),
  since: fc.option(fc.constantFrom('1990-01-01', momentOf(0), momentOf(2), momentOf(40), momentOf(70), momentOf(97), '2040-01-01')), organization: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.nat(organizations) }),
})
const pageAt = (it: Asked['services'], everything?: Everything) => openPageOf(t.pool, municipalityId, dayOf(t.now()), it, everything)

describe('[INT-09] a page of services that the database gives in one statement', () => {
  test('[PRI-11] is what row level security shows a visitor, object by object, after any change and on any day', async () => {
    let everything: Everything | undefined
    let shown = 0
    await fc.assert(
      fc.asyncProperty(questions, async ({ change: one, page, per_page, later, since, organization }) => {
        if (one) await change(one)
        t.pass(later * 86_400_000)
        const it: Asked['services'] = { page, per_page, format: 'json', ...(since !== null && { modified_after: since }), ...(organization !== null && { organization_id: idAt('organization', organization) }) }
        const [afresh, ours] = [await looker.as(null, (db) => pageOf(db, 'services', it, undefined)), await pageAt(it, everything)]
        expect(JSON.parse(ours.text)).toEqual(JSON.parse(afresh.text))
        expect(ours.text).not.toContain('eigenaar-')
        everything = ours.everything ?? everything
        shown += (JSON.parse(ours.text) as { size: number }).size
        t.pass(-later * 86_400_000)
      }),
      { numRuns: 150, seed: 11 },
    )
    expect(shown).toBeGreaterThan(1000)
  }, 60_000)

  test('what was counted before counts in the same state on the same day only', async () => {
    const it: Asked['services'] = { page: 1, per_page: 1, format: 'json', modified_after: '1990-01-01' }
    const { everything, state, text } = await pageAt(it)
    const total = (JSON.parse(text) as { total_items: number }).total_items
    expect(everything).toEqual({ state, total })
    const told = async (known: Everything) => (JSON.parse((await pageAt(it, known)).text) as { total_items: number }).total_items
    expect(await told({ state: state ?? '', total: 7 })).toBe(7)
    t.pass(86_400_000)
    expect(await told({ state: state ?? '', total: 7 })).not.toBe(7)
    t.pass(-86_400_000)
    await change({ table: 'programs', at: 0, set: { description: 'Anders' } })
    expect(await told({ state: state ?? '', total: 7 })).toBe(total)
  })

  test('[PRI-11] holds nothing of another municipality, and needs nobody to be signed in', async () => {
    const { text } = await openPageOf(t.pool, otherMunicipalityId, dayOf(t.now()), { page: 1, per_page: 50, format: 'json' }, undefined)
    expect(text).not.toMatch(/open page|Samen eten/)
    expect((await t.as('petra').get('/hsds/services?per_page=3')).text).toBe((await t.as('visitor').get('/hsds/services?per_page=3')).text)
  })
})
