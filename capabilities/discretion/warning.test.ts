import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caseId } from '../../db/seeds/demo/cases.ts'
import { type Town, town } from '../../tests/support/town.ts'

let t: Town
beforeAll(async () => {
  t = await town()
}, 120_000)
afterAll(() => t?.close())

const anonymous = caseId('one-neighbour')
const deeds = async (of: string) => (await t.rows<{ what: string }>('select what from deeds where case_id = $1', [of])).map(({ what }) => what)
const send = (what: string, more: Record<string, string> = {}, key = randomUUID()) => t.as('hassan').post(`/casussen/${anonymous}/gedaan`, { what, byParty: 'een buur', doneOn: '2026-03-01', ...more }, { key })
const counts = () => t.rows('select act, asked, kept from name_warnings order by act')

describe('[PRI-01] [PRI-10] a text in which somebody may be recognised', () => {
  test('comes back once, with what was seen and what was typed, and is not kept yet', async () => {
    const answer = await send('Mevrouw Willemsen gebeld op 06-12345678')

    expect(answer.status).toBe(200)
    expect(answer.text).toContain('Staat hier in wie het is?')
    expect(answer.text).toMatch(/<strong>[^<]*Willemsen<\/strong>: een naam/)
    expect(answer.text).toContain('<strong>06-12345678</strong>: een telefoonnummer')
    expect(answer.text).toContain('Mevrouw Willemsen gebeld op 06-12345678</textarea>')
    expect(answer.text).toContain('name="_anyway"')
    expect(await deeds(anonymous)).toEqual([])
  })

  test('is kept when somebody says so, and counted without a word of it', async () => {
    const key = randomUUID()
    await send('Bij Truus geweest', {}, key)
    expect((await send('Bij Truus geweest', { _anyway: 'ja' }, key)).status).toBe(303)
    expect((await send('Bij Truus geweest', { _anyway: 'ja' }, key)).status).toBe(303)

    expect(await deeds(anonymous)).toEqual(['Bij Truus geweest'])
    expect(await counts()).toEqual([{ act: 'cases.record-deed', asked: 2, kept: 1 }])
  })

  test('that was changed goes on, and the names of colleagues are nobody', async () => {
    expect((await send('Bij [bewoner] geweest, samen met Els')).status).toBe(303)
    expect((await send('Els Verhoeven ging mee')).status).toBe(303)
    expect((await send('Nog eens aangebeld', { _anyway: 'ja' })).status).toBe(303)

    expect(await counts()).toEqual([{ act: 'cases.record-deed', asked: 2, kept: 1 }])
  })

  test('is not asked about where the name may be known', async () => {
    expect((await t.as('mirjam').post(`/casussen/${caseId('bridging')}/gedaan`, { what: 'Mevrouw Brouwer gebeld', byParty: 'een buur', doneOn: '2026-03-01' })).status).toBe(303)
  })

  test('tells nothing to who may not write there, and never stands in the way of a program', async () => {
    const stranger = await t.as('sanne').post(`/casussen/${anonymous}/gedaan`, { what: 'Mevrouw Willemsen gebeld', byParty: 'een buur', doneOn: '2026-03-01' })
    expect(stranger.status).toBe(404)
    expect(stranger.text).not.toContain('Willemsen')
    expect((await t.as('hassan').json(`/cases/${anonymous}/deeds`, { what: 'Mevrouw Willemsen gebeld', byParty: 'een buur', doneOn: '2026-03-01' })).status).toBe(201)
  })

  test('is asked about in signals and minutes too', async () => {
    const [signal] = await t.rows<{ id: string; version: number }>("select id, version from signals where state = 'taken-up' and owner_id = (select id from people where name like 'Mirjam%')")
    const answer = await t.as('mirjam').post(`/signalen/${signal?.id}/navragen`, { body: 'Familie Hoekstra wil hulp', nextOn: '2026-03-09' }, { version: signal?.version })

    expect([answer.status, answer.text.includes('Hoekstra</strong>')]).toEqual([200, true])
  })
})
