import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { personId, teamId } from '../../db/seeds/demo/cast.ts'
import type { Town } from '../../tests/support/town.ts'
import { acts, debtOf, emptyTown, reported, versionOf, worry } from '../../tests/support/signals.ts'

const minute = 60_000
let t: Town
beforeAll(async () => {
  t = await emptyTown()
})
afterAll(() => t.close())

test('[SIG-01] a visitor reports a worry without signing in, and sees the code once, on a page without it in the address', async () => {
  const { sent, code } = await reported(t)

  expect([sent.status, sent.location]).toEqual([303, '/zorgen/ontvangen'])
  expect(sent.headers.getSetCookie().join()).toMatch(/meegegeven=[^;]+; Path=\/; Max-Age=300; HttpOnly; SameSite=Strict/)
  const page = await t.as('visitor').get('/zorgen/ontvangen', { cookie: `meegegeven=${code}` })
  expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{2}$/)
  expect(page.text).toContain(code)
  expect(page.text).toContain('uiterlijk dinsdag 3 maart')
  expect(page.headers.getSetCookie().join()).toContain('meegegeven=; Path=/; Max-Age=0')
  expect((await t.as('visitor').get('/zorgen/ontvangen')).text).not.toContain(code)
})

test('[SIG-01] the code itself is nowhere in the database, not even in the answer kept for a repeat', async () => {
  const { code } = await reported(t)
  const plain = code.replaceAll('-', '')

  const kept = await t.rows<{ answer: string }>(`select answer from auth.idempotency where act = 'signals.report'`)
  expect(kept.length).toBeGreaterThan(0)
  expect(kept.filter((it) => it.answer.includes(code) || it.answer.includes(plain))).toEqual([])
  expect(await t.rows('select from signals where number = $1', [code])).toEqual([])
})

test('[SIG-01] a new signal lies with the coordinator of the team of that neighbourhood, and its urgency sets the day', async () => {
  // Monday 2 March, 10:00 in Amsterdam.
  const days = { now: '2026-03-02', soon: '2026-03-03', normal: '2026-03-05' }
  for (const [urgency, day] of Object.entries(days)) {
    const { id } = await reported(t, { urgency, area: 'de-koppel' })
    const [row] = await t.rows('select owner_id, team_id, next_on, state, purpose from signals where id = $1', [id])
    expect(row).toEqual({ owner_id: personId('youssef'), team_id: teamId('kruiskamp-koppel'), next_on: day, state: 'new', purpose: 'welfare' })
  }
})

test('the day to look by skips the weekend', async () => {
  const friday = '2026-03-06'
  const [row] = await t.rows(`select ctx.look_by('now', $1) as now, ctx.look_by('soon', $1) as soon, ctx.look_by('normal', $1) as normal`, [friday])

  expect(row).toEqual({ now: '2026-03-06', soon: '2026-03-09', normal: '2026-03-11' })
})

test('who does not know where it is can report too; some team has it', async () => {
  const { id } = await reported(t, { area: 'elders' })

  expect(await t.rows('select area_id from signals where id = $1 and owner_id is not null', [id])).toEqual([{ area_id: null }])
})

test('all mistakes are named at once, and what was typed stays', async () => {
  const answer = await t.as('visitor').post('/zorgen', { seen: 'Dit blijft staan', phone: 'bel maar' })

  expect(answer.status).toBe(400)
  for (const field of ['area', 'relation', 'phone', 'urgency', 'knows']) expect(answer.text).toContain(`field-${field}-error`)
  expect(answer.text).toContain('Dit blijft staan')
})

test('[AC-46] a program that fills the hidden field is refused, and so is what is too long', async () => {
  const before = await t.rows('select id from signals')

  expect((await t.as('visitor').post('/zorgen', { ...worry, website: 'http://spam.example' })).status).toBe(400)
  expect((await t.as('visitor').post('/zorgen', { ...worry, seen: 'x'.repeat(2001) })).status).toBe(400)
  expect(await t.rows('select id from signals')).toEqual(before)
})

test('[SIG-01] the same form sent twice is one signal with one code, by form and by JSON', async () => {
  const key = randomUUID()
  const input = { ...worry, wantsFeedback: true }
  const before = (await t.rows('select id from signals')).length

  const first = await t.as('visitor').json('/worries', input, { key })
  const second = await t.as('visitor').json('/worries', input, { key })

  expect([first.status, second.status]).toEqual([201, 201])
  expect(second.json()).toEqual(first.json())
  expect((await t.rows('select id from signals')).length).toBe(before + 1)
})

test('[SIG-01] fifty posts at the same time with ten keys are ten signals', async () => {
  const keys = Array.from({ length: 10 }, () => randomUUID())
  const before = (await t.rows('select id from signals')).length

  const answers = await Promise.all(Array.from({ length: 50 }, (_, index) => t.as('visitor').json('/worries', { ...worry, wantsFeedback: true }, { key: keys[index % 10] })))

  expect(answers.map((it) => it.status)).toEqual(Array.from({ length: 50 }, () => 201))
  expect(new Set(answers.map((it) => (it.json() as { code: string }).code)).size).toBe(10)
  expect((await t.rows('select id from signals')).length).toBe(before + 10)
})

test('[SIG-03] with the code the sender sees where it stands, and nothing about anybody', async () => {
  const { id, code } = await reported(t, { seen: 'kanarie-inhoud', name: 'kanarie-melder', phone: '033 000 99 99' })
  const look = async () => (await t.as('visitor').json('/worries/status', { code: ` ${code.toLowerCase()} ` })).text

  expect(JSON.parse(await look())).toMatchObject({ status: { state: 'new', team: 'Schakelteam Randenbroek-Schuilenburg', lookBy: '2026-03-03', messages: [] } })
  await acts(t, 'hassan', id, 'oppakken', { ownerId: personId('els'), nextOn: '2026-03-04' })
  const taken = await look()
  expect(JSON.parse(taken)).toMatchObject({ status: { state: 'taken-up', takenUpOn: '2026-03-02' } })
  expect(taken).not.toMatch(/kanarie|99 99|Els|Hassan/)
})

test('[SIG-03] by form the code travels in the body, and an unknown code and an impossible one get the same answer', async () => {
  const { code } = await reported(t)
  const found = await t.as('visitor').post('/zorgen/volgen', { code })
  const page = await t.as('visitor').get('/zorgen/stand', { cookie: `meegegeven=${code.replaceAll('-', '')}` })
  const unknown = await t.as('visitor').json('/worries/status', { code: '7K3M-Q9TX-25' })
  const impossible = await t.as('visitor').json('/worries/status', { code: 'dit is geen code' })

  expect([found.status, found.location]).toEqual([303, '/zorgen/stand'])
  expect(page.text).toContain('Uw melding is binnen. Het team gaat ernaar kijken.')
  const without = (it: unknown) => ({ ...(it as object), instance: '', requestId: '' })
  expect([unknown.status, without(unknown.json())]).toEqual([400, without(impossible.json())])
})

test('[SIG-02] a volunteer brings in what somebody told, with the source, and then sees only that signal', async () => {
  await reported(t, { seen: 'niet voor joke' })
  const input = { area: 'randenbroek', seen: 'Zij komt niet meer buiten.', themes: ['isolation'], urgency: 'normal', knows: 'yes', channel: 'meeting', source: 'others', relation: 'volunteer', wantsFeedback: true }

  const refused = await t.as('joke').json('/signals', input)
  const brought = await t.as('joke').json('/signals', { ...input, sourceFrom: 'koster' })
  const { signalId } = brought.json() as { signalId: string }

  expect([refused.status, brought.status]).toEqual([400, 201])
  const list = (await t.as('joke').json('/signals')).json() as { signals: { id: string }[] }
  expect(list.signals.map((it) => it.id)).toEqual([signalId])
  expect((await t.as('joke').json(`/signals/${signalId}`)).json()).toMatchObject({ content: { source: 'others', sourceFrom: 'koster' }, weighing: null, history: [] })
  expect((await t.as('hassan').json(`/signals/${signalId}`)).json()).toMatchObject({ signaller: { name: 'Joke Hendriks' }, channel: 'meeting' })
})

test('[SIG-01] a resident, a partner and a worker of any team can report', async () => {
  for (const who of ['aaltje', 'dirk', 'nadia'] as const) expect((await t.as(who).json('/worries', { ...worry, wantsFeedback: false })).status).toBe(201)
})

test('a team member sees that a signal exists, and neither what it says nor who signalled; taking it up opens it', async () => {
  const { id } = await reported(t, { seen: 'kanarie-inhoud', name: 'kanarie-melder', phone: '033 000 88 88' })
  const page = () => t.as('mirjam').get(`/signalen/${id}`)

  const before = await page()
  const list = await t.as('mirjam').get('/signalen')
  expect(before.status).toBe(200)
  expect(before.text + list.text).not.toMatch(/kanarie|88 88/)
  expect((await t.as('hassan').get(`/signalen/${id}`)).text).toContain('033 000 88 88')

  const taken = await acts(t, 'mirjam', id, 'oppakken', { ownerId: personId('mirjam'), nextOn: '2026-03-04' })
  expect(taken.status).toBe(303)
  expect((await page()).text).toContain('kanarie-inhoud')
  expect((await t.as('els').get(`/signalen/${id}`)).text).not.toMatch(/kanarie|88 88/)
})

test('a team member cannot give a new signal to somebody else, and cannot take what another has', async () => {
  const { id } = await reported(t)

  expect((await acts(t, 'mirjam', id, 'oppakken', { ownerId: personId('els'), nextOn: '2026-03-04' })).status).toBe(400)
  await acts(t, 'hassan', id, 'oppakken', { ownerId: personId('els'), nextOn: '2026-03-04' })
  expect((await acts(t, 'mirjam', id, 'oppakken', { ownerId: personId('mirjam'), nextOn: '2026-03-04' })).status).toBe(403)
})

test('a stranger, another team, a partner and a visitor get the answer of a signal that does not exist', async () => {
  const { id } = await reported(t)
  const none = randomUUID()

  for (const who of ['karin', 'nadia', 'sanne', 'dirk', 'joke', 'petra', 'bea', 'frans'] as const) {
    const [real, unreal] = await Promise.all([t.as(who).get(`/signalen/${id}`), t.as(who).get(`/signalen/${none}`)])
    expect([who, real.status]).toEqual([who, 404])
    expect(real.text.replaceAll(/[0-9a-f-]{36}/g, '')).toBe(unreal.text.replaceAll(/[0-9a-f-]{36}/g, ''))
  }
  expect(((await t.as('karin').json('/signals')).json() as { signals: unknown[] }).signals).toEqual([])
  for (const either of [id, none]) expect((await t.as('visitor').json(`/signals/${either}`)).status).toBe(401)
})

test('somebody who saw an older version is told, and what is finished stays so', async () => {
  const { id } = await reported(t)
  const seen = await versionOf(t, id)
  const result = { outcome: 'advised', result: 'Verteld waar de inloop is.' }

  expect((await t.as('hassan').json(`/signals/${id}/result`, result)).status).toBe(428)
  expect((await t.as('hassan').json(`/signals/${id}/result`, result, { version: seen })).status).toBe(201)
  expect((await t.as('hassan').json(`/signals/${id}/result`, result, { version: seen })).status).toBe(412)
  expect((await t.as('hassan').json(`/signals/${id}/result`, result, { version: seen + 1 })).status).toBe(409)
})

test('five colleagues finish the same signal at the same time: one does, and there is one result', async () => {
  const { id } = await reported(t)
  const version = await versionOf(t, id)

  const answers = await Promise.all(Array.from({ length: 5 }, () => t.as('hassan').json(`/signals/${id}/result`, { outcome: 'advised', result: 'Verteld waar de inloop is.' }, { version })))

  expect(answers.map((it) => it.status).sort()[0]).toBe(201)
  expect(answers.filter((it) => it.status === 201).length).toBe(1)
  expect((await t.rows(`select id from signal_notes where signal_id = $1 and kind = 'result'`, [id])).length).toBe(1)
})

test('[SIG-04] [SIG-07] [SIG-09] the team weighs, starting with what people can do themselves, and asks further', async () => {
  const { id } = await reported(t)
  const weighed = await acts(t, 'hassan', id, 'wegen', { ownStrength: 'De zoon kan komen', themes: ['isolation', 'health'], urgency: 'now', needs: ['partners'], nextOn: '2026-03-02' })
  const past = await acts(t, 'hassan', id, 'navragen', { body: 'Gebeld met de huisarts', nextOn: '2026-03-01' })
  const asked = await acts(t, 'hassan', id, 'navragen', { body: 'Gebeld met de huisarts', nextOn: '2026-03-09' })

  expect([weighed.status, past.status, asked.status]).toEqual([303, 400, 303])
  const page = (await t.as('hassan').get(`/signalen/${id}`)).text
  for (const text of ['De zoon kan komen', 'Gebeld met de huisarts', 'Alleen zijn, Gezondheid']) expect(page).toContain(text)
  await expect(t.owner.query(`delete from signals where id = $1`, [id])).rejects.toThrow()
})

test('handing over needs a reason; the coordinator of the other team owns it and the debt, and it leaves our sight', async () => {
  const { id } = await reported(t)
  const none = await acts(t, 'hassan', id, 'overdragen', { teamId: teamId('schothorst') })
  const handed = await acts(t, 'hassan', id, 'overdragen', { teamId: teamId('schothorst'), reason: 'Woont in Schothorst' })

  expect([none.status, handed.status]).toEqual([400, 303])
  expect(await t.rows('select owner_id, state from signals where id = $1', [id])).toEqual([{ owner_id: personId('tom'), state: 'new' }])
  expect((await debtOf(t, id))?.owner_id).toBe(personId('tom'))
  expect((await t.as('hassan').get(`/signalen/${id}`)).status).toBe(404)
  expect((await t.as('tom').get(`/signalen/${id}`)).text).toContain('Woont in Schothorst')
})

test('[SIG-03] a case comes of a signal: anonymous, linked, and the signal is finished with it', async () => {
  const { id } = await reported(t)
  const sent = await acts(t, 'hassan', id, 'casus', { questionKind: 'company', question: 'Gezelschap', themes: ['isolation'], urgency: 'normal', sex: 'unknown', ageBand: 'unknown', ownerId: personId('hassan'), nextOn: '2026-03-09' })

  expect(sent.location).toMatch(/^\/casussen\/[0-9a-f-]{36}$/)
  const [row] = await t.rows('select s.state, s.outcome, s.next_on, k.anonymous, k.state as step from signals s join cases k on k.id = s.case_id where s.id = $1', [id])
  expect(row).toEqual({ state: 'case', outcome: 'case', next_on: null, anonymous: true, step: 'signal' })
  expect((await t.as('hassan').get(`/signalen/${id}`)).text).toContain(sent.location)
})

test('[SIG-08] feedback stays owed until it is given, and then the sender reads it', async () => {
  const { id, code } = await reported(t)
  await acts(t, 'hassan', id, 'afronden', { outcome: 'referred', result: 'De klussendienst komt.' })
  const debt = await debtOf(t, id)
  expect(debt).toMatchObject({ given_at: null, owner_id: personId('hassan') })

  const path = `/signalen/${id}/terugkoppeling/${debt?.id}`
  const early = await t.as('hassan').post(path, { how: 'phone', on: '2026-03-01', told: 'Er komt hulp.' })
  const told = await t.as('hassan').post(path, { how: 'phone', on: '2026-03-02', told: 'Er komt hulp.' })
  const again = await t.as('hassan').post(path, { how: 'phone', on: '2026-03-02', told: 'Nog eens.' })

  expect([early.status, told.status, again.status]).toEqual([400, 303, 409])
  expect((await t.as('visitor').json('/worries/status', { code })).json()).toMatchObject({ status: { state: 'closed', outcome: 'referred', messages: [{ on: '2026-03-02', told: 'Er komt hulp.' }] } })
})

test('[SIG-08] waiving feedback needs a reason, and is not for a colleague outside triage', async () => {
  const { id } = await reported(t)
  const debt = await debtOf(t, id)
  const path = `/signalen/${id}/terugkoppeling/${debt?.id}/afzien`

  expect((await t.as('mirjam').post(path, { reason: 'Nee' })).status).toBe(404)
  expect((await t.as('hassan').post(path, {})).status).toBe(400)
  expect((await t.as('hassan').post(path, { reason: 'Niet te bereiken' })).status).toBe(303)
  expect((await debtOf(t, id))?.waived_at).not.toBeNull()
})

test('[SIG-08] when the case closes, whoever signalled is owed word of it, once', async () => {
  const { id } = await reported(t)
  const sent = await acts(t, 'hassan', id, 'casus', { questionKind: 'company', question: 'Gezelschap', themes: ['isolation'], urgency: 'normal', sex: 'unknown', ageBand: 'unknown', ownerId: personId('hassan'), nextOn: '2026-03-09' })
  const caseId = sent.location?.split('/').at(-1)
  expect(await debtOf(t, id, 'case')).toBeUndefined()

  await t.owner.query('begin')
  await t.owner.query(`insert into case_closures select municipality_id, id, 'arranged', '-', '-', '-', '-', '-', '-', null, null, owner_id, $2 from cases where id = $1`, [caseId, t.now()])
  await t.owner.query(`update cases set state = 'closed', next_on = null, closed_at = $2 where id = $1`, [caseId, t.now()])
  await t.owner.query('commit')

  expect(await debtOf(t, id, 'case')).toMatchObject({ given_at: null, owner_id: personId('hassan') })
  expect((await t.rows('select id from signal_feedback where signal_id = $1', [id])).length).toBe(2)
})

test('[SIG-11] a police officer signals and hands over: is told how it goes, and cannot be given the work', async () => {
  const input = { area: 'randenbroek', seen: 'Een man zit dag en nacht op het plein.', themes: ['nuisance'], urgency: 'soon', knows: 'no', channel: 'message', source: 'own', relation: 'professional', wantsFeedback: true }
  const { signalId } = (await t.as('dirk').json('/signals', input)).json() as { signalId: string }

  expect((await t.as('dirk').json(`/signals/${signalId}`)).json()).toMatchObject({ content: { seen: input.seen }, acts: [], weighing: null })
  expect((await t.as('dirk').get(`/signalen/${signalId}/oppakken`)).status).toBe(403)
  expect((await acts(t, 'hassan', signalId, 'oppakken', { ownerId: personId('dirk'), nextOn: '2026-03-04' })).status).toBe(400)
})

test('who wants to hear nothing is owed nothing', async () => {
  const { id } = await reported(t, { wantsFeedback: '' })

  expect(await debtOf(t, id)).toBeUndefined()
})

test('[PRI-17] reading a signal and every act on it are in the log, with the signal and without its words', async () => {
  const { id } = await reported(t, { seen: 'kanarie-inhoud' })
  await t.as('hassan').get(`/signalen/${id}`)
  await acts(t, 'hassan', id, 'oppakken', { ownerId: personId('hassan'), nextOn: '2026-03-04' })

  const log = await t.rows('select event_code, user_kind, e::text as whole from audit.events e where $1 = any (subjects) order by id', [id])
  expect(log.map((it) => `${it.event_code} ${it.user_kind}`)).toEqual(['signals.report visitor', 'signals.view worker', 'signals.take-up worker'])
  expect(log.map((it) => it.whole).join()).not.toContain('kanarie')
})

test('[AC-46] a thousand posts from one address: twenty pass, the rest wait, and others notice nothing', async () => {
  const u = await emptyTown({ trustedProxy: true })
  const post = (address: string) =>
    u.app.request('/zorgen', { method: 'POST', headers: { origin: u.origin, 'x-forwarded-for': `spoofed, ${address}` }, body: new URLSearchParams({ _key: randomUUID(), ...worry }) })
  const statuses: number[] = []
  for (let index = 0; index < 1000; index++) statuses.push((await post('192.0.2.7')).status)

  expect(statuses.filter((it) => it === 303).length).toBe(20)
  expect(statuses.filter((it) => it === 429).length).toBe(980)
  const asked = await (await post('192.0.2.7')).text()
  expect(asked).toMatch(/<h1[^>]*>Wacht even</)
  expect(asked, 'what was typed stays').toContain(worry.seen)
  expect(asked).toContain('Het is nog niet verstuurd.')
  expect((await post('192.0.2.8')).status).toBe(303)
  const late = await post('192.0.2.7')
  expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(0)
  expect((await u.as('hassan').get('/signalen')).status).toBe(200)
  u.pass(11 * minute)
  expect((await post('192.0.2.7')).status).toBe(303)
  await u.close()
})
