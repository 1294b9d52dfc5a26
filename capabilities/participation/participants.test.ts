import { afterAll, beforeAll, expect, test } from 'vitest'
import { personId, teamId } from '../../db/seeds/demo/cast.ts'
import { serviceId } from '../../db/seeds/demo/directory.ts'
import { callOffCode, participationId } from '../../db/seeds/demo/participation.ts'
import { type Town, type TownsPerson, town } from '../../tests/support/town.ts'

let t: Town
beforeAll(async () => {
  t = await town()
})
afterAll(() => t.close())

type Shown = { called: string; supporter: string | null; phone: string | null; version: number; signalId: string | null; acts: { name: string }[] }
const look = async (who: TownsPerson, key: string) => t.as(who).json(`/participations/${participationId(key)}`)
const does = async (who: TownsPerson, id: string, path: string, input: unknown = {}) => {
  const [row] = await t.rows<{ version: number }>('select version from participations where id = $1', [id])
  return t.as(who).json(`/participations/${id}/${path}`, input, { version: row?.version ?? 1 })
}
const person = { called: 'Wim', followUp: false, supporterAgreed: false }
const last = async () => (await t.rows<{ id: string; called: string | null; by_id: string | null; consent: string; state: string }>('select p.* from participations p join audit.events e on p.id = any (e.subjects) order by e.occurred_at desc, e.id desc limit 1'))[0]

test('[ACT-06] a resident registers with a name to be called by and nothing else, and gets a code once', async () => {
  const sent = await t.as('visitor').post('/meedoen/eetclub', { called: 'Wim' })
  const code = /meegegeven=([^;]+)/.exec(sent.headers.getSetCookie().join())?.[1] ?? ''

  expect([sent.status, sent.location]).toEqual([303, '/meedoen-bevestigd'])
  expect((await t.as('visitor').get('/meedoen-bevestigd', { cookie: `meegegeven=${code}` })).text).toContain(code)
  expect(await last()).toMatchObject({ called: 'Wim', by_id: null, consent: 'self', state: 'registered' })
  expect(await t.rows('select from participation_contacts where participation_id = $1', [(await last())?.id])).toEqual([])
  expect(await t.rows("select from auth.idempotency where act = 'participation.join' and answer like '%' || $1 || '%'", [code])).toEqual([])
})

test('[ACT-06] all mistakes are named at once; following up asks for a number', async () => {
  const answer = await t.as('visitor').post('/meedoen/eetclub', { phone: 'bel maar', supporter: 'Een zus' })
  const both = await t.as('visitor').post('/meedoen/eetclub', { called: 'Wim', followUp: 'ja', supporter: 'Een zus' })

  expect([answer.status, both.status]).toEqual([400, 400])
  for (const field of ['called', 'phone']) expect(answer.text).toContain(`field-${field}-error`)
  for (const field of ['phone', 'supporterAgreed']) expect(both.text).toContain(`field-${field}-error`)
  expect(both.text).toContain('value="Een zus"')
})

test('[PRI-12] without a yes no contact person is kept, not even by the database', async () => {
  expect((await t.as('mirjam').json('/activities/eetclub/registrations', { ...person, manner: 'spoken', agreed: true, supporter: 'Haar zoon' })).status).toBe(400)
  expect((await t.as('mirjam').json('/activities/eetclub/registrations', { ...person, manner: 'spoken', agreed: true, supporter: 'Haar zoon', supporterAgreed: true })).status).toBe(201)
  expect(await t.rows('select supporter, phone from participation_contacts where participation_id = $1', [(await last())?.id])).toEqual([{ supporter: 'Haar zoon', phone: null }])
  await expect(t.rows("insert into participation_contacts select municipality_id, id, null, 'Iemand', false from participations where id = $1", [participationId('lena')])).rejects.toThrow(/without_a_yes/)
})

test('[ACT-06] a colleague registers a resident only with consent on record', async () => {
  const without = await t.as('mirjam').json('/activities/eetclub/registrations', { ...person, manner: 'spoken', agreed: false })

  expect([without.status, (await t.as('joke').json('/activities/eetclub/registrations', { ...person, manner: 'spoken', agreed: true })).status]).toEqual([400, 403])
  expect((await t.as('mirjam').json('/activities/eetclub/registrations', { ...person, manner: 'written', agreed: true })).status).toBe(201)
  expect(await last()).toMatchObject({ by_id: personId('mirjam'), consent: 'written' })
})

test('[ACT-06] who registers a resident is told what lacks about the resident, and who registers themself about themself', async () => {
  const told = async (who: TownsPerson, path: string, input: Record<string, string>) => (await t.as(who).post(path, input)).text

  const [about, self] = [await told('mirjam', '/activiteiten/aanmelden/eetclub', { followUp: 'ja', manner: 'spoken' }), await told('visitor', '/meedoen/eetclub', {})]
  expect(about).toContain('Vul in hoe de bewoner genoemd wil worden')
  expect(about).not.toContain('u mogen noemen')
  expect(self).toContain('Vul in hoe we u mogen noemen')
  expect(await told('mirjam', '/activiteiten/aanmelden/eetclub', { called: 'Wim', followUp: 'ja', manner: 'spoken', agreed: 'ja' })).toContain('anders kan niemand de bewoner vragen hoe het gaat')
  expect(await told('visitor', '/meedoen/eetclub', { called: 'Wim', followUp: 'ja' })).toContain('anders kunnen we u niet vragen hoe het gaat')
})

test('[PRI-13] who is on the list is for its keeper and the coordinator, for the purpose of the list', async () => {
  const list = async (who: TownsPerson) => (await t.as(who).json('/activity-lists/eetclub')).status
  expect([await list('els'), await list('hassan')]).toEqual([200, 200])
  for (const who of ['mirjam', 'tom', 'joke', 'petra', 'dirk', 'aaltje', 'karin'] as const) expect(await list(who), who).toBe(404)
  await t.rows("update auth.sessions set purpose = 'wmo' where person_id = $1", [personId('hassan')])
  expect(await list('hassan')).toBe(404)
  await t.rows("update auth.sessions set purpose = 'welfare' where person_id = $1", [personId('hassan')])
})

test('[PRI-13] the list holds no supporter and no number; one participant does, for the keeper and who registered that one', async () => {
  const list = await t.as('els').json('/activity-lists/eetclub')
  expect(list.text).toContain('Gerrit')
  expect(list.text).not.toMatch(/dochter|06 00 00/)
  for (const who of ['els', 'hassan', 'mirjam'] as const) expect((await look(who, 'gerrit')).json()).toMatchObject({ called: 'Gerrit', supporter: 'Zijn dochter', phone: '06 00 00 01 12' })
  for (const who of ['tom', 'sanne', 'petra'] as const) expect((await look(who, 'gerrit')).status, who).toBe(404)
  expect((await look('mirjam', 'lena')).status).toBe(404)
  expect(await t.rows("select from audit.events where event_code = 'participation.participant' and user_id = $1 and $2 = any (subjects)", [personId('mirjam'), participationId('gerrit')])).not.toEqual([])
})

test('[PRI-13] the database keeps a list closed by itself', async () => {
  const reads = async (who: TownsPerson) => {
    const client = await t.pool.connect()
    try {
      await client.query('begin')
      await client.query('select ctx.open(sha256($1), $2, $3, null, null)', [t.secretOf(who), t.settings.municipalityId, t.now()])
      return (await client.query('select from participations where service_id = $1', [serviceId('coach-en-cootje')])).rowCount
    } finally {
      await client.query('rollback')
      client.release()
    }
  }
  expect([await reads('sanne'), await reads('youssef'), await reads('hassan'), await reads('joke'), await reads('aaltje'), await reads('karin')]).toEqual([1, 1, 0, 0, 0, 0])
})

test('[ACT-07] calling off one time is easy, needs no reason and is no dropping out', async () => {
  const signals = await t.rows('select id from signals')
  const sent = await t.as('visitor').post('/afmelden', { code: callOffCode('mevrouw-b').toLowerCase(), which: 'once', onDay: '2026-03-05' })

  expect([sent.status, sent.location]).toEqual([303, '/voorziening/eetclub'])
  expect(await t.rows('select told from participation_absences where participation_id = $1', [participationId('mevrouw-b')])).toEqual([{ told: true }])
  expect(await t.rows('select id from signals')).toEqual(signals)
  expect((await t.as('visitor').post('/afmelden', { code: callOffCode('mevrouw-b'), which: 'once' })).text).toContain('field-onDay-error')
  expect((await t.as('visitor').post('/afmelden', { code: callOffCode('mevrouw-b'), which: 'once', onDay: '2026-03-01' })).text).toContain('field-onDay-error')
})

test('[ACT-07] who stops is erased, and an unknown code and a used one get the same answer', async () => {
  const stop = (code: string) => t.as('visitor').json('/participations/call-off', { code, which: 'stop' })
  const signals = await t.rows('select id from signals')

  expect((await stop(callOffCode('lena'))).status).toBe(201)
  expect(await t.rows('select called, state, reason from participations where id = $1', [participationId('lena')])).toEqual([{ called: null, state: 'cancelled', reason: null }])
  expect(await t.rows('select from participation_contacts where participation_id = $1', [participationId('lena')])).toEqual([])
  expect(await t.rows('select id from signals')).toEqual(signals)
  const bare = (it: unknown) => ({ ...(it as object), instance: '', requestId: '' })
  const [used, never] = [await stop(callOffCode('lena')), await stop('2222-2222-22')]
  expect([used.status, bare(used.json())]).toEqual([400, bare(never.json())])
  expect((await look('els', 'lena')).status).toBe(404)
})

test('[ACT-07] a colleague cancels on request, which erases too', async () => {
  await t.as('mirjam').json('/activities/eetclub/registrations', { ...person, phone: '06 00 00 01 19', manner: 'spoken', agreed: true })
  const id = (await last())?.id ?? ''

  expect((await does('tom', id, 'cancellation')).status).toBe(404)
  expect((await does('mirjam', id, 'cancellation')).status).toBe(201)
  expect(await t.rows('select called, state from participations where id = $1', [id])).toEqual([{ called: null, state: 'cancelled' }])
  expect(await t.rows('select from participation_contacts where participation_id = $1', [id])).toEqual([])
})

test('[SIG-10] [ACT-06] dropping out, also for an unknown reason, gives the team a signal with one owner and a date, without a name', async () => {
  const id = participationId('gerrit')
  expect((await does('mirjam', id, 'drop-out', { reason: 'unknown' })).status).toBe(403)
  expect((await does('els', id, 'drop-out', { reason: 'unknown' })).status).toBe(201)

  const [row] = await t.rows<{ signal_id: string; state: string; reason: string }>('select signal_id, state, reason from participations where id = $1', [id])
  expect(row).toMatchObject({ state: 'dropped-out', reason: 'unknown' })
  const [signal] = await t.rows<{ seen: string }>('select s.owner_id, s.team_id, s.next_on, s.signalled_by, c.seen from signals s join signal_contents c on c.signal_id = s.id where s.id = $1', [row?.signal_id])
  expect(signal).toMatchObject({ owner_id: personId('hassan'), team_id: teamId('randenbroek-schuilenburg'), next_on: '2026-03-05', signalled_by: personId('els') })
  expect(signal?.seen).toContain('2 keer weg zonder bericht')
  expect(signal?.seen).toContain('mag vragen hoe het gaat')
  expect(signal?.seen).not.toMatch(/Gerrit|dochter|06/)
  expect(((await look('els', 'gerrit')).json() as Shown).signalId).toBe(row?.signal_id)
  expect((await t.as('hassan').get('/vandaag')).text).toContain('is uit beeld')
  expect((await does('els', id, 'drop-out', { reason: 'unknown' })).status).toBe(409)
})

test('[ACT-06] without consent the signal says that nobody may be approached', async () => {
  expect((await does('hassan', participationId('toos'), 'drop-out', { reason: 'health' })).status).toBe(201)
  const [signal] = await t.rows<{ seen: string }>('select c.seen from participations p join signal_contents c on c.signal_id = p.signal_id where p.id = $1', [participationId('toos')])
  expect(signal?.seen).toContain('geen toestemming om iemand te benaderen')
})

test('[ACT-06] an absence is told or not; a day to come cannot be missed yet', async () => {
  expect((await does('sanne', participationId('yara'), 'absences', { onDay: '2026-03-04', how: 'missed' })).status).toBe(400)
  for (let twice = 0; twice < 2; twice += 1) expect((await does('sanne', participationId('yara'), 'absences', { onDay: '2026-02-25', how: 'missed' })).status).toBe(201)
  expect((await t.as('sanne').json('/activity-lists/coach-en-cootje')).json()).toMatchObject({ participants: [{ called: 'Yara', missed: 1, told: 0 }] })
})

test('[ACT-06] a list is opened by a member of a team, once, and then the page of the activity takes registrations', async () => {
  const open = (who: TownsPerson, team: Parameters<typeof teamId>[0] = 'schothorst') => t.as(who).json('/activity-lists', { serviceId: serviceId('inloop-schothorst'), teamId: teamId(team) })

  expect((await t.as('visitor').get('/meedoen/inloop-schothorst')).status).toBe(404)
  expect([(await open('petra')).status, (await open('tom', 'kruiskamp-koppel')).status, (await open('tom')).status, (await open('nadia')).status]).toEqual([403, 400, 201, 400])
  expect((await t.as('visitor').get('/voorziening/inloop-schothorst')).text).toContain('/meedoen/inloop-schothorst')
  expect((await t.as('visitor').get('/meedoen/inloop-schothorst')).status).toBe(200)
})
