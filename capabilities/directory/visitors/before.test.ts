import { type KyselyPlugin, sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Caller, inContext, type Reading } from '../../../platform/context.ts'
import { dayOf } from '../../../platform/dates.ts'
import { type Town, town } from '../../../tests/support/town.ts'
import { question } from '../asking.ts'
import { find } from '../finding.ts'
import { readQuestion } from '../search.ts'
import { Readings } from './readings.ts'

let t: Town
beforeAll(async () => {
  t = await town()
})
afterAll(() => t.close())

const visitor = (): Caller => ({ token: null, municipalityId: t.settings.municipalityId, now: t.now(), requestId: 'before' })
const looking = <T>(look: (reading: Reading) => Promise<T>) => inContext(t.pool, visitor(), null, null, look, async (_ctx, found) => ({ result: found, subjects: [] }))

/** Asks as a visitor, and counts the questions that the database got; without `town` nothing is taken from searches before. */
async function asked(words: Record<string, string>, without = false) {
  let questions = 0
  const counting: KyselyPlugin = { transformQuery: ({ node }) => { questions += 1; return node }, transformResult: async ({ result }) => result }
  const found = await looking((reading) => find({ ...reading, ...(without && { town: undefined }), db: reading.db.withPlugin(counting) }, question.parse(words)))
  const { reading, ...rest } = found
  return { found: { ...rest, words: reading.words }, questions }
}
const few = 2

const all: Record<string, string>[] = [
  { q: 'eetclub' }, { q: 'Taal HULP' }, { q: 'de taal' }, { q: 'taal, taal!' }, { q: 'eten', wijk: 'kruiskamp' }, { q: 'eten', postcode: '3812' }, { q: 'eten 3812' }, { q: 'eten', kosten: 'gratis' },
  { q: 'hulp', pagina: '2' }, { q: 'zorg', volgorde: 'gecontroleerd' }, { q: 'zorg', volgorde: 'dichtbij', postcode: '3813 AB' }, { q: 'eten', postcode: '99' }, { handig: 'rolstoel' }, {}, { pagina: '2' }, { wijk: 'kruiskamp' },
]

test('[DIR-12] what a visitor asks again in the same words, with other filters too, is answered with one question beside the lines, and as it was the first time', async () => {
  for (const one of all) await asked(one)
  for (const one of all) {
    const again = await asked(one)
    expect(again.found).toEqual((await asked(one, true)).found)
    expect([JSON.stringify(one), again.questions]).toEqual([JSON.stringify(one), few])
  }
  const other = { q: 'hulp zorg taal', kosten: 'gratis' }
  const mixed = await asked(other)
  expect(mixed.found).toEqual((await asked(other, true)).found)
})

test('[DIR-09] needs in whole phrases, opening hours now, letters from elsewhere and words that the directory does not have take the long way, with the same answer', async () => {
  for (const one of [{ q: 'ik ben alleen' }, { q: 'geldzorgen' }, { q: 'eten', open: 'nu' }, { q: 'café' }, { q: 'eetculb' }, { q: 'eetculb' }, { q: 'nooitgevraagdwoord' }, { q: 'nooitgevraagdwoord' }] as Record<string, string>[]) {
    const first = await asked(one)
    expect(first.questions).toBeGreaterThan(few)
    expect((await asked(one)).found).toEqual((await asked(one, true)).found)
  }
})

test('whatever changes in the directory is in the very next answer, of entries, areas, needs, postcodes and words alike', async () => {
  const same = async (one: Record<string, string>) => {
    const again = await asked(one)
    expect(again.found).toEqual((await asked(one, true)).found)
    return again.found
  }
  const names = async () => (await same({ q: 'eetclub' })).lines.map(({ name }) => name)
  expect(await names()).toContain('Eetclub in Nijenstede')
  await t.rows("update services set name = 'Soepclub in Nijenstede' where name = 'Eetclub in Nijenstede'")
  expect(await names()).toContain('Soepclub in Nijenstede')
  await t.rows("update services set visibility = 'professionals' where name = 'Soepclub in Nijenstede'")
  expect(await names()).not.toContain('Soepclub in Nijenstede')
  await t.rows("update services set name = 'Eetclub in Nijenstede', visibility = 'public' where name = 'Soepclub in Nijenstede'")
  expect(await names()).toContain('Eetclub in Nijenstede')
  await t.rows("update areas set name = 'Kruiskamp anders' where slug = 'kruiskamp'")
  expect((await same({ q: 'eten', wijk: 'kruiskamp' })).area?.name).toBe('Kruiskamp anders')
  await t.rows("insert into directory_needs (municipality_id, phrase, words) select municipality_id, 'eetclub', '{schuldhulp}' from directory_needs limit 1")
  expect((await same({ q: 'eetclub' })).words).toMatchObject([{ how: 'need' }])
  await t.rows("delete from directory_needs where phrase = 'eetclub'")
  expect((await same({ q: 'eetclub' })).words).toMatchObject([{ how: 'known' }])
  await t.rows("delete from postcodes where postcode4 = '3812'")
  expect((await same({ q: 'eten', postcode: '3812' })).postcode).toBe('unknown')
})

test('another day is another answer', async () => {
  const names = async () => (await asked({ q: 'eetclub' })).found.lines.map(({ name }) => name)
  await t.rows("update services set expire_on = $1 where name = 'Eetclub in Nijenstede'", [dayOf(t.now())])
  for (let turn = 0; turn < 2; turn++) expect(await names()).toContain('Eetclub in Nijenstede')
  t.pass(86_400_000)
  for (let turn = 0; turn < 2; turn++) expect(await names()).not.toContain('Eetclub in Nijenstede')
  t.pass(-86_400_000)
  expect(await names()).toContain('Eetclub in Nijenstede')
})

test('a question is read from words as the database reads it, and only words that the directory itself has are kept', async () => {
  const words = ['eetclub', 'de', 'taal', 'maatje', 'en', 'wandelen', 'hulp', 'Vrijwilligers']
  const needs = (await t.rows<{ phrase: string }>('select phrase from directory_needs')).map(({ phrase }) => phrase)
  const readings = new Readings(needs)
  await looking(async ({ db }) => {
    for (const word of [...words, 'eetculb', 'xqzzt']) readings.learn(word, await readQuestion(db, word))
    for (let at = 0; at < 60; at++) {
      const asks = Array.from({ length: 1 + (at % 4) }, (_, place) => words[(at * 7 + place * 3) % words.length]).join(at % 2 ? ' ' : ', ')
      const whole = await readQuestion(db, asks)
      const read = readings.of(asks)
      expect(read?.words).toEqual(whole.words)
      const { rows } = await sql<{ same: boolean }>`select ${read?.all ?? null}::tsquery::text is not distinct from ${whole.all}::tsquery::text and ${read?.any ?? null}::tsquery::text is not distinct from ${whole.any}::tsquery::text as same`.execute(db)
      expect(rows[0]?.same).toBe(true)
    }
  })
  for (const typed of ['eetclub nooitgelezen', 'eetculb', 'xqzzt']) expect(readings.of(typed)).toBeNull()
  expect(readings.of('één eetclub')).toBeNull()
})
