import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caseId } from '../../db/seeds/demo/cases.ts'
import { personId } from '../../db/seeds/demo/cast.ts'
import { idOf } from '../../db/seeds/demo/ids.ts'
import { type Answer, type Town, type TownsPerson, town } from '../../tests/support/town.ts'
import { questions } from './questions.ts'

let t: Town
beforeAll(async () => {
  t = await town()
}, 60_000)
afterAll(() => t?.close())

const versionOf = async (id: string): Promise<number> => (await t.rows<{ version: number }>('select version from cases where id = $1', [id]))[0]!.version
const acts = async (who: TownsPerson, id: string, path: string, fields: Record<string, string | string[]>): Promise<Answer> => t.as(who).post(`/casussen/${id}/${path}`, fields, { version: await versionOf(id) })

describe('[CAS-01] the five steps', () => {
  const id = caseId('not-alone')

  test('offer all their questions, and none of them has to be answered to go on', async () => {
    expect(new Set(Object.values(questions).map((it) => it.step))).toEqual(new Set([1, 2, 3, 4]))
    const before = (await t.as('nadia').get(`/casussen/${id}`)).text
    expect(before).toContain('Nog niet gevraagd')
    expect((await acts('nadia', id, 'stap', { state: 'action' })).status).toBe(303)
    expect((await t.rows('select step from case_steps where case_id = $1', [id])).map((it) => it.step)).toContain(3)
  })

  test('step four comes back as often as needed, each round with its own answers', async () => {
    for (const round of [1, 2]) {
      expect((await acts('nadia', id, 'stap', { state: 'progress' })).status).toBe(303)
      expect((await acts('nadia', id, 'vraag', { question: '4.1', body: `Ronde ${round}: er was bezoek.` })).status).toBe(303)
    }
    const answers = await t.rows<{ round: number; body: string }>("select round, body from case_answers where case_id = $1 and question = '4.1' order by round", [id])
    expect(answers.map((it) => it.body)).toEqual(['Ronde 1: er was bezoek.', 'Ronde 2: er was bezoek.'])
  })

  test('nobody goes back to a step that is over', async () => {
    const back = await acts('nadia', id, 'stap', { state: 'deepening' })
    expect(back.status).toBeGreaterThanOrEqual(400)
    expect(back.status).toBeLessThan(500)
  })
})

describe('[CAS-04] an agreement', () => {
  const id = caseId('bridging')

  test('names who, what, why and by when, and says in words what is missing', async () => {
    const empty = await acts('mirjam', id, 'afspraak', {})
    expect(empty.status).toBe(400)
    expect(empty.text.match(/Vul dit in\./g)?.length ?? 0).toBeGreaterThanOrEqual(3)
    const nobody = await acts('mirjam', id, 'afspraak', { what: 'Bellen', why: 'Om te horen hoe het gaat', dueOn: '2026-03-04' })
    expect(nobody.status).toBe(400)
    expect(nobody.text).toContain('Bellen')
    const late = await acts('mirjam', id, 'afspraak', { what: 'Bellen', why: 'x', takerId: personId('mirjam'), dueOn: '2026-02-01' })
    expect(late.status).toBe(400)
    expect((await acts('mirjam', id, 'afspraak', { what: 'Bellen met de thuiszorg', why: 'Dan weet zij het', takerId: personId('mirjam'), dueOn: '2026-03-04' })).status).toBe(303)
  })

  test('[CAS-05] what was agreed and what was undertaken stand apart, each with who did it', async () => {
    const [action] = await t.rows<{ id: string; version: number }>("select id, version from actions where what = 'Bellen met de thuiszorg'")
    const deeds = async () => t.rows<{ what: string; by_id: string | null; by_party: string | null; action_id: string | null }>('select what, by_id, by_party, action_id from deeds where case_id = $1 order by recorded_at', [id])
    const before = (await deeds()).length
    const path = `/casussen/${id}/afspraak/${action!.id}`
    const future = await t.as('mirjam').post(path, { state: 'done', result: 'Gebeld', doneOn: '2026-04-01' }, { version: action!.version })
    expect(future.status).toBe(400)
    expect((await t.as('mirjam').post(path, { state: 'done', result: 'Gebeld. Maandag komt er iemand.', doneOn: '2026-03-02' }, { version: action!.version })).status).toBe(303)
    expect((await acts('mirjam', id, 'gedaan', { what: 'De buurvrouw bracht soep', byParty: 'de buurvrouw', doneOn: '2026-03-01' })).status).toBe(303)
    const after = (await deeds()).slice(before)
    expect(after).toEqual([
      { what: 'Gebeld. Maandag komt er iemand.', by_id: personId('mirjam'), by_party: null, action_id: action!.id },
      { what: 'De buurvrouw bracht soep', by_id: null, by_party: 'de buurvrouw', action_id: null },
    ])
    expect((await t.rows<{ what: string; state: string }>('select what, state from actions where id = $1', [action!.id]))[0]).toEqual({ what: 'Bellen met de thuiszorg', state: 'done' })
  })

  test('[CAS-09] comes back at the next meeting, with the question what came of it', async () => {
    const coming = idOf('meeting', 'rs 9')
    const [item] = await t.rows<{ id: string }>('select id from agenda_items where meeting_id = $1 and case_id = $2', [coming, id])
    await acts('mirjam', id, 'afspraak', { what: 'Nog eens langsgaan', why: 'Kijken of er hulp is', takerId: personId('mirjam'), dueOn: '2026-03-10' })
    const point = await t.as('mirjam').get(`/overleg/${coming}/punt/${item!.id}`)
    expect(point.text).toContain('Wat was afgesproken')
    expect(point.text).toContain('Nog eens langsgaan')
    expect(point.text).toMatch(/Leg vast wat ervan kwam/)
    expect((await t.as('hassan').get(`/overleg/${coming}/punt/${item!.id}`)).text).not.toContain('Nog eens langsgaan')
  })
})

test('[CAS-06] introducer, owner and taker are three roles, and a case passes only to a member who accepts it', async () => {
  const id = caseId('a-buddy')
  const [parts] = await t.rows<{ introduced_by: string; owner_id: string }>('select c.introduced_by, k.owner_id from cases k join case_contents c on c.case_id = k.id where k.id = $1', [id])
  expect(parts!.introduced_by).toBeTruthy()
  expect(parts!.owner_id).toBe(personId('els'))
  const owner = async () => (await t.rows<{ owner_id: string }>('select owner_id from cases where id = $1', [id]))[0]!.owner_id

  expect((await acts('els', id, 'overdragen', { toId: personId('sanne'), reason: 'Ander team' })).status).toBe(400)
  expect((await acts('els', id, 'overdragen', { toId: personId('mirjam'), reason: 'Zij komt er al elke week' })).status).toBe(303)
  expect(await owner()).toBe(personId('els'))
  expect((await t.as('mirjam').get('/vandaag')).text).toContain('Els Verhoeven vraagt')
  expect((await acts('hassan', id, 'overdracht', { answer: 'accept' })).status).toBe(403)
  expect((await acts('mirjam', id, 'overdracht', { answer: 'accept' })).status).toBe(303)
  expect(await owner()).toBe(personId('mirjam'))
  expect((await t.as('mirjam').get(`/casussen/${id}`)).text).toContain('Mirjam de Wit')
})

test('[CAS-10] where contact failed the case stays in portfolio, with a date for a later attempt, and closes by itself never', async () => {
  const id = caseId('no-answer')
  expect((await acts('mirjam', id, 'contact', { onDay: '2026-03-02', channel: 'visit', withWhom: 'resident' })).status).toBe(303)
  const past = await acts('mirjam', id, 'planning', { nextOn: '2026-02-01', urgency: 'normal', inPortfolio: 'ja' })
  expect(past.status).toBe(400)
  const dateless = await acts('mirjam', id, 'planning', { urgency: 'normal', inPortfolio: 'ja' })
  expect(dateless.status).toBe(400)
  expect((await acts('mirjam', id, 'planning', { nextOn: '2026-04-20', urgency: 'normal', inPortfolio: 'ja' })).status).toBe(303)
  expect((await t.rows('select state, in_portfolio, next_on::text from cases where id = $1', [id]))[0]).toEqual({ state: 'progress', in_portfolio: true, next_on: '2026-04-20' })
  expect((await t.as('mirjam').get('/casussen')).text).toContain('2YA0-3CXV-2J')
})

test('[PRI-06] that there was contact is kept, by whom and when; there is no place for what it was about', async () => {
  const id = caseId('bridging')
  const told = await t.as('mirjam').json(`/cases/${id}/contacts`, { onDay: '2026-03-02', channel: 'phone', withWhom: 'gp', reached: true, note: 'over de medicijnen' })
  expect(told.status).toBe(400)
  expect((await t.as('mirjam').json(`/cases/${id}/contacts`, { onDay: '2026-03-02', channel: 'phone', withWhom: 'gp', reached: true })).status).toBe(201)
  const columns = (await t.rows<{ name: string }>("select column_name as name from information_schema.columns where table_name = 'contacts' and data_type = 'text'")).map((it) => it.name)
  expect(columns.toSorted()).toEqual(['channel', 'with_whom'])
})

test('[CAS-11] closing asks for what was learned, all at once, and is refused while something is still agreed', async () => {
  const id = caseId('met-in-de-roef')
  const closing = { outcome: 'own-strength', problem: 'Weinig mensen kennen', problemOwner: 'de bewoner', whatWorked: 'Samen koken', satisfaction: 'Tevreden', stayAlert: 'De buurvrouw let op', lesson: 'Begin met wat iemand leuk vindt' }
  const open = await t.rows<{ id: string; version: number }>("select id, version from actions where case_id = $1 and state = 'open'", [id])
  if (open.length > 0) expect((await acts('sanne', id, 'sluiten', closing)).status).toBe(409)
  for (const one of open) await t.as('sanne').post(`/casussen/${id}/afspraak/${one.id}`, { state: 'done', result: 'Gedaan', doneOn: '2026-03-02' }, { version: one.version })
  const empty = await acts('sanne', id, 'sluiten', { outcome: 'own-strength' })
  expect(empty.status).toBe(400)
  expect(empty.text.match(/Vul dit in\./g)?.length ?? 0).toBeGreaterThanOrEqual(6)
  expect((await acts('sanne', id, 'sluiten', closing)).status).toBe(303)
  expect((await t.as('sanne').get(`/casussen/${id}`)).text).toContain('Begin met wat iemand leuk vindt')
  expect((await acts('sanne', id, 'gedaan', { what: 'te laat', byParty: 'x', doneOn: '2026-03-01' })).status).toBe(409)
})

describe('the database holds by itself', () => {
  test('an open case has one owner and a next date, closing has a result, and an open agreement keeps a case open', async () => {
    const id = caseId('debts')
    const tried = async (sql: string) => {
      await t.owner.query('begin')
      const failure = await t.owner.query(sql, [id]).then(() => t.owner.query('commit'), (error: unknown) => error).then((it) => it, (error: unknown) => error)
      await t.owner.query('rollback').catch(() => {})
      return failure instanceof Error ? ((failure as { code?: string }).code ?? '') : 'kept'
    }
    expect(await tried('update cases set next_on = null where id = $1')).toBe('23514')
    expect(await tried('update cases set owner_id = null where id = $1')).toBe('23502')
    expect(await tried("update cases set state = 'closed', closed_at = now(), next_on = null where id = $1")).toBe('23514')
    expect(await tried('update cases set anonymous = false where id = $1')).toBe('23514')
    expect(await tried("update actions set state = 'done', closed_at = now() where case_id = (select case_id from actions where state = 'open' limit 1) and state = 'open' and $1::uuid is not null")).toBe('23514')
    expect(await tried('update actions set due_on = null where case_id = (select case_id from actions where state = \'open\' limit 1) and $1::uuid is not null')).toBe('23502')
  })
})
