import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { municipalityId, otherMunicipalityId } from '../../db/seeds/demo/cast.ts'
import { type Town, type TownsPerson, town } from '../../tests/support/town.ts'
import { bringByCommand } from './commanding.ts'
import { kwbFile, kwbHeader, kwbRows, realFile, realFiles, why } from './files.world.ts'

let here: Town
beforeAll(async () => {
  here = await town()
})
afterAll(() => here.close())

type Plan = { counts: Record<string, number>; added: { code: string; area: string; indicator: string; file: string }[]; changed: { area: string; indicator: string; now: string; file: string }[]; refused: { area: string; column: string; raw: string; reason: string }[]; unknownAreas: { code: string; name: string }[]; breaks: string[]; empty: string[] }
type Shown = { importId: string; state: string; plan: Plan | null; counts: Record<string, number> | null; version: number; sha256: string; elsewhere: number; acts: { name: string }[]; by: string }
type Problem = { code: string; errors?: { at: string; code: string; detail: string }[] }
type Said = { year?: number; publisher?: string; edition?: string; makeAreas?: boolean; name?: string }

const bring = (bytes: Buffer, { name = 'kwb.csv', ...said }: Said = {}, who: TownsPerson = 'petra') =>
  here.as(who).json('/figures/imports', { file: { name, content: bytes.toString('base64') }, year: 2022, publisher: 'Centraal Bureau voor de Statistiek', edition: 'Kerncijfers wijken en buurten 2022', ...said })
const brought = async (bytes: Buffer, said: Said = {}): Promise<string> => {
  const answer = await bring(bytes, said)
  expect(answer.text).toContain('importId')
  return (answer.json() as { importId: string }).importId
}
const shown = async (importId: string): Promise<Shown> => (await here.as('petra').json(`/figures/imports/${importId}`)).json() as Shown
const doing = async (importId: string, act: 'application' | 'rejection' | 'withdrawal') => here.as('petra').json(`/figures/imports/${importId}/${act}`, {}, { version: (await shown(importId)).version })
const figures = async (): Promise<string[]> => (await here.rows<{ row: string }>("select concat_ws(' ', a.slug, i.key, f.year, f.state, f.value, f.population, s.edition) as row from figures f join areas a on a.id = f.area_id join indicators i on i.id = f.indicator_id join sources s on s.id = f.source_id order by 1")).map((it) => it.row)
const problem = (answer: { json: () => unknown }): string | undefined => (answer.json() as Problem).errors?.[0]?.code ?? (answer.json() as Problem).code

test('[WIJ-11] a file first shows what it would change, and changes nothing', async () => {
  const before = await figures()
  const it = await shown(await brought(kwbFile(kwbRows)))
  expect(it.plan?.counts).toMatchObject({ changed: 0, unchanged: 0, refused: 0, areas: 0, breaks: 1 })
  expect(it.plan?.added.filter((one) => one.area === 'Randenbroek' && one.indicator === 'Inwoners')).toEqual([expect.objectContaining({ file: '7.265' })])
  expect(it.plan?.unknownAreas.map((one) => one.code)).toEqual(['NL00', 'WK030710'])
  expect([it.plan?.breaks, it.elsewhere, it.by, it.sha256.length]).toEqual([['Schuilenburg'], 1, 'Petra Vos', 64])
  expect(await figures()).toEqual(before)
})

test('what is taken in is there with its source, and taking it back leaves everything as it was', async () => {
  const before = await figures()
  const importId = await brought(kwbFile(kwbRows))
  expect((await doing(importId, 'application')).status).toBe(201)
  const after = await figures()
  expect(after).toContain('randenbroek inhabitants 2022 known 7265 Kerncijfers wijken en buurten 2022')
  expect(after).toContain('randenbroek wmo 2022 missing Kerncijfers wijken en buurten 2022')
  expect(after).toContain('schuilenburg wmo 2022 suppressed Kerncijfers wijken en buurten 2022')
  expect(after.filter((row) => row.includes(' 0 ') && row.includes('wmo'))).toEqual([])
  const page = (await here.as('visitor').get('/wijk/randenbroek')).text.replace(/<[^>]*>/g, ' ')
  expect(page).toContain('Centraal Bureau voor de Statistiek, Kerncijfers wijken en buurten 2022')
  expect((await here.rows("select from area_changes where kind = 'boundary' and year = 2022")).length).toBe(1)
  expect((await doing(importId, 'withdrawal')).status).toBe(201)
  expect(await figures()).toEqual(before)
  expect(await here.rows('select from area_changes')).toEqual([])
  expect((await shown(importId)).state).toBe('withdrawn')
})

test('what a figure refers to is there, in the same municipality, and stays as long as a figure refers to it', async () => {
  const importId = await brought(kwbFile(kwbRows), { edition: 'Verwezen' })
  expect((await doing(importId, 'application')).status).toBe(201)
  const refused = (statement: string) => expect(here.owner.query(statement), statement).rejects.toMatchObject({ code: '23503' })
  const one = `(select * from figures where import_id = '${importId}' limit 1)`
  const columns = ['municipality_id', 'area_id', 'indicator_id', 'source_id', 'import_id']
  const copy = (column: string, value: string) => `insert into figures (id, year, state, ${columns.join(', ')}) select gen_random_uuid(), 1811, 'missing', ${columns.map((it) => (it === column ? value : it)).join(', ')} from ${one} f`
  for (const column of columns.slice(1)) {
    await refused(copy(column, 'gen_random_uuid()'))
    await refused(`update figures set ${column} = gen_random_uuid() where id = (select id from ${one} f)`)
  }
  await refused(copy('municipality_id', `'${otherMunicipalityId}'`))
  for (const [table, column] of [['areas', 'area_id'], ['indicators', 'indicator_id'], ['sources', 'source_id'], ['figure_imports', 'import_id']] as const) {
    await refused(`update ${table} set id = gen_random_uuid() where id = (select ${column} from ${one} f)`)
    await refused(`delete from ${table} where id = (select ${column} from ${one} f)`)
  }
  expect((await here.owner.query(copy('year', '1811'))).rowCount).toBe(1)
  await here.owner.query('delete from figures where year = 1811')
  await doing(importId, 'withdrawal')
})

test('what is written about figures is about figures that are there; flags go with their figure, and what was replaced or corrected keeps it', async () => {
  const importId = await brought(kwbFile(kwbRows), { edition: 'Genoemd' })
  expect((await doing(importId, 'application')).status).toBe(201)
  const refused = (statement: string) => expect(here.owner.query(statement), statement).rejects.toMatchObject({ code: '23503' })
  const one = `(select * from figures where import_id = '${importId}' order by id limit 1)`
  const about = {
    figure_flags: (id: string, town = 'municipality_id') => `insert into figure_flags (municipality_id, id, figure_id, rule, explanation_nl, explanation_en, flagged_at) select ${town}, gen_random_uuid(), ${id}, 'jump', 'x', 'x', now() from ${one} f`,
    replaced_figures: (id: string, town = 'municipality_id') => `insert into replaced_figures (municipality_id, import_id, figure_id, was) select ${town}, '${importId}', ${id}, '{}' from ${one} f`,
    figure_corrections: (id: string, town = 'municipality_id') => `insert into figure_corrections (municipality_id, figure_id, version, kind, reason, by_id, at) select ${town}, ${id}, 7, 'corrected', 'x', (select id from people p where p.municipality_id = f.municipality_id limit 1), now() from ${one} f`,
  }
  await refused(`insert into figures (municipality_id, id, area_id, indicator_id, year, state, source_id, entered_by) select municipality_id, gen_random_uuid(), area_id, indicator_id, 1811, 'missing', source_id, gen_random_uuid() from ${one} f`)
  await here.owner.query(`update figures set entered_by = (select id from people where municipality_id = figures.municipality_id and name like 'Petra%') where id = (select id from ${one} f)`)
  await refused(`delete from people where id = (select entered_by from ${one} f)`)
  for (const [table, insert] of Object.entries(about)) {
    await refused(insert('gen_random_uuid()'))
    await refused(insert('id', `'${otherMunicipalityId}'`))
    expect((await here.owner.query(insert('id'))).rowCount).toBe(1)
    await refused(`update ${table} set figure_id = gen_random_uuid() where figure_id = (select id from ${one} f)`)
    await refused(`update figures set id = gen_random_uuid() where id = (select id from ${one} f)`)
    if (table !== 'figure_flags') {
      await refused(`delete from figures where id = (select id from ${one} f)`)
      await here.owner.query(`delete from ${table} where figure_id = (select id from ${one} f)`)
    }
  }
  expect(await here.rows('select from figure_flags where rule = \'jump\' and explanation_nl = \'x\'')).toHaveLength(1)
  expect((await here.owner.query(`delete from figures where id = (select id from ${one} f)`)).rowCount).toBe(1)
  expect(await here.rows('select from figure_flags where explanation_nl = \'x\'')).toEqual([])
  await doing(importId, 'withdrawal')
})

test('a newer file of the same edition changes, keeps, and is taken back first', async () => {
  const first = await brought(kwbFile(kwbRows))
  await doing(first, 'application')
  const between = await figures()
  const place = kwbHeader.indexOf('g_wozbag')
  const newer = kwbRows.map((row) => row.map((cell, index) => (index === place && row[1] === 'Randenbroek' ? '320' : cell)))
  const second = await brought(kwbFile(newer))
  const { plan } = await shown(second)
  expect(plan?.counts).toMatchObject({ new: 0, changed: 1 })
  expect(plan?.changed).toEqual([expect.objectContaining({ area: 'Randenbroek', indicator: 'Waarde van een woning', now: '313.000', file: '320.000' })])
  await doing(second, 'application')
  expect(await figures()).toContain('randenbroek home-value 2022 known 320000 Kerncijfers wijken en buurten 2022')
  expect(problem(await doing(first, 'withdrawal'))).toBe('import.replaced')
  await doing(second, 'withdrawal')
  expect(await figures()).toEqual(between)
  expect((await doing(first, 'withdrawal')).status).toBe(201)
})

test('a sign that cannot be kept, far behind the head of a file, is refused in words', async () => {
  const others = Array.from({ length: 80 }, (_, at) => [1, `Buurt ${at}`, `BU0999${String(at).padStart(4, '0')}`, ...kwbRows[5]!.slice(3)])
  const marred = kwbRows.map((row) => row.map((cell) => (cell === 'Randenbroek' ? 'Randen\u0000broek' : cell)))
  expect(problem(await bring(kwbFile([...others, ...marred] as typeof kwbRows)))).toBe('file.binary')
  const half = { value: [{ WijkenEnBuurten: 'WK030714  ', Gemeentenaam_1: 'Half \ud83d', AantalInwoners_5: 7265, k_65JaarOfOuder_12: 1345 }] }
  expect(problem(await bring(Buffer.from(JSON.stringify(half)), { name: 'half.json' }))).toBe('file.binary')
  const written = { value: [{ WijkenEnBuurten: 'WK030714  ', Gemeentenaam_1: 'Zo geschreven: \\u0000 \\ud83d', AantalInwoners_5: 7265, k_65JaarOfOuder_12: 1345 }] }
  expect((await bring(Buffer.from(JSON.stringify(written)), { name: 'geschreven.json' })).status).toBe(201)
})

test('the same file is not taken in twice, and a file that changes nothing is not taken in', async () => {
  const first = await brought(kwbFile(kwbRows))
  await doing(first, 'application')
  expect(problem(await bring(kwbFile(kwbRows)))).toBe('file.known')
  const same = await brought(Buffer.concat([kwbFile(kwbRows), Buffer.from('\r\n')]))
  expect(problem(await doing(same, 'application'))).toBe('import.nothing')
  await doing(first, 'withdrawal')
})

test('areas that we do not have are made when that is asked, each below what it lies in', async () => {
  const importId = await brought(kwbFile(kwbRows), { makeAreas: true, edition: 'met gebieden' })
  await doing(importId, 'application')
  const made = await here.rows("select a.slug, a.kind, p.slug as parent from areas a left join areas p on p.id = a.parent_id where a.slug in ('liendert', 'nederland') order by 1")
  expect(made).toEqual([{ slug: 'liendert', kind: 'neighbourhood', parent: 'amersfoort' }, { slug: 'nederland', kind: 'country', parent: null }])
  const visitor = here.as('visitor')
  expect([(await visitor.get('/wijk/liendert')).status, (await visitor.get('/wijk/nederland')).status]).toEqual([200, 404])
  expect((await visitor.get('/wijken')).text).not.toContain('>Nederland<')
})

test('the wrong file, the wrong year and half a file are refused, in words that say what to do', async () => {
  expect(problem(await bring(kwbFile(kwbRows.filter((row) => row[1] === 'Leusden'))))).toBe('file.elsewhere')
  expect(problem(await bring(kwbFile(kwbRows), { name: 'kwb-2021.csv' }))).toBe('year.other')
  expect(problem(await bring(kwbFile(kwbRows), { year: 2027 }))).toBe('year.to-come')
  expect(problem(await bring(kwbFile(kwbRows.map((row) => [...row, 1]), [...kwbHeader, 'p_ink_ar'])))).toBe('year.other')
  expect(problem(await bring(kwbFile([...kwbRows, ...kwbRows.slice(2, 3)])))).toBe('file.area-twice')
  expect(problem(await bring(kwbFile(kwbRows).subarray(0, -70)))).toMatch(/file\.(broken|uneven)/)
  expect(problem(await bring(Buffer.from('{"type":"FeatureCollection","features":[]}')))).toBe('file.elsewhere-on-earth')
})

test('cells that cannot be right are refused one by one; the others come in', async () => {
  const [share, people] = [kwbHeader.indexOf('p_koopw'), kwbHeader.indexOf('a_65_oo')]
  const rows = kwbRows.map((row) => row.map((cell, index) => (row[1] === 'Randenbroek' ? (index === share ? '147' : index === people ? 9000 : cell) : row[1] === 'Schuilenburg' && index === share ? 'veel' : cell)))
  const { plan } = await shown(await brought(kwbFile(rows), { edition: 'proef' }))
  expect(plan?.refused.map((it) => [it.area, it.column, it.raw, it.reason])).toEqual([
    ['Randenbroek', 'a_65_oo', '9000', 'Het deel is groter dan het geheel.'],
    ['Randenbroek', 'p_koopw', '147', 'Een percentage kan niet meer dan 100 zijn.'],
    ['Schuilenburg', 'p_koopw', 'veel', 'Dit is geen getal.'],
  ])
  expect(plan?.counts.new).toBeGreaterThan(20)
})

test('a table of our own asks what its columns are', async () => {
  const table = Buffer.from('code;Inwoners;prettig %;n\nWK030714;7.265;48,5;400\nWK030713;4.470;44,1;300\nGM0307;158.590;52,0;5000\n')
  const importId = await brought(table, { name: 'enquete.csv', publisher: 'GGD', edition: 'Monitor' })
  const before = await shown(importId)
  expect(before.state).toBe('mapping')
  expect(problem(await doing(importId, 'application'))).toBe('import.not-mapped')
  const form = (await here.as('petra').get(`/wijken/beheer/bestanden/${importId}/kolom`)).text
  expect(form).toContain('prettig %')
  const posted = await here.as('petra').post(`/wijken/beheer/bestanden/${importId}/kolom`, { column: 'prettig %', indicator: 'attached', group: 'n', decimals: 'comma' }, { version: before.version })
  expect(posted.location).toBe(`/wijken/beheer/bestanden/${importId}`)
  await here.as('petra').post(`/wijken/beheer/bestanden/${importId}/kolom`, { column: 'Inwoners', indicator: 'inhabitants', decimals: 'comma' }, { version: before.version + 1 })
  await doing(importId, 'application')
  expect((await figures()).filter((row) => row.endsWith('Monitor') && row.startsWith('randenbroek'))).toEqual(['randenbroek attached 2022 known 48.5 400 Monitor', 'randenbroek inhabitants 2022 known 7265 Monitor'])
})

test('only who keeps figures sees files, and nobody else brings one', async () => {
  const importId = await brought(kwbFile(kwbRows), { edition: 'van ons' })
  for (const who of ['mirjam', 'hassan', 'bea', 'joke'] as const) {
    expect((await here.as(who).get('/wijken/beheer')).status).toBe(404)
    expect((await here.as(who).json(`/figures/imports/${importId}`)).status).toBe(404)
    expect((await bring(kwbFile(kwbRows), {}, who)).status).toBe(403)
  }
  expect((await here.as('visitor').get('/wijken/beheer')).location).toContain('/inloggen')
  expect((await here.as('karin').json(`/figures/imports/${importId}`)).status).toBe(404)
  expect((await here.as('anke').get('/wijken/beheer')).text).toContain('kwb.csv')
})

test('the page of a file says what it does, in a table and with its reasons', async () => {
  const importId = await brought(kwbFile(kwbRows.map((row) => row.map((cell) => String(cell).replace('WK030710', 'WK030711').replace('Liendert', 'Rustenburg')))), { edition: 'bladzijde' })
  const page = (await here.as('petra').get(`/wijken/beheer/bestanden/${importId}`)).text.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
  for (const words of ['Wat dit bestand verandert', 'Gebieden die wij niet hebben', 'Rustenburg (WK030711)', 'Volgens het bestand hebben deze gebieden sinds 2022 een andere grens', 'Vingerafdruk (SHA-256)']) expect(page).toContain(words)
  expect(here.faults).toEqual([])
})

test('the command line brings a file for one municipality; without doing it, it waits on the page', async () => {
  const said = { fileName: 'kwb.csv', bytes: kwbFile(kwbRows), year: 2022, publisher: 'Centraal Bureau voor de Statistiek', edition: 'van de opdrachtregel', makeAreas: false }
  const before = await figures()
  const waiting = await bringByCommand(here.database.ownerUrl, municipalityId, said, { apply: false, now: here.now() })
  expect([waiting.applied, await figures()]).toEqual([false, before])
  expect((await here.as('petra').get('/wijken/beheer')).text).toContain('de opdrachtregel')
  const done = await bringByCommand(here.database.ownerUrl, municipalityId, said, { apply: true, now: here.now() })
  expect(done.applied).toBe(true)
  expect((await figures()).length - before.length).toBe(done.plan.added.length)
  await expect(bringByCommand(here.database.ownerUrl, otherMunicipalityId, said, { apply: true, now: here.now() })).rejects.toMatchObject({ errors: [{ code: 'municipality.no-code' }] })
})

describe.skipIf(!realFiles)(`with real files${why}`, () => {
  test('boundaries come in as they are, and only ours', async () => {
    const importId = await brought(realFile('grenzen-wijken-2022.geojson'), { name: 'grenzen.geojson', edition: 'Wijken 2022' })
    const { plan, elsewhere } = await shown(importId)
    expect([plan?.counts.new, elsewhere]).toEqual([6 + 1, 3125 - 33])
    await doing(importId, 'application')
    expect((await here.rows('select from area_boundaries where not schematic')).length).toBe(7)
    expect(problem(await doing(importId, 'rejection'))).toBe('import.decided')
    await doing(importId, 'withdrawal')
    expect(await here.rows('select from area_boundaries where not schematic')).toEqual([])
  })
})
