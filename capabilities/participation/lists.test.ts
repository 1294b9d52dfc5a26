import { afterAll, beforeAll, expect, test } from 'vitest'
import { personId } from '../../db/seeds/demo/cast.ts'
import { serviceId } from '../../db/seeds/demo/directory.ts'
import { callOffCode, participationId } from '../../db/seeds/demo/participation.ts'
import { signalId } from '../../db/seeds/demo/signals.ts'
import { type Town, town, type TownsPerson } from '../../tests/support/town.ts'
import { forgetDropOuts } from './index.ts'

let t: Town
beforeAll(async () => {
  t = await town()
})
afterAll(() => t.close())

const day = 86_400_000
type Shown = { participants: { called: string; state: string }[]; handover: { to: string } | null; owner: string; closedOn: string | null; forgotten: number; finished: number; acts: { name: string }[] }
const list = async (who: TownsPerson, slug: string) => t.as(who).json(`/activity-lists/${slug}`)
const shown = async (who: TownsPerson, slug: string) => (await list(who, slug)).json() as Shown
const does = async (who: TownsPerson, slug: string, path: string, input: unknown) => {
  const [row] = await t.rows<{ version: number }>('select version from activity_lists where service_id = $1', [serviceId(slug)])
  return t.as(who).json(`/activity-lists/${slug}/${path}`, input, { version: row?.version ?? 1 })
}
const reason = 'Jij kent de groep.'
const waits = async (who: TownsPerson) => ((await t.as(who).json('/today')).json() as { now: { kind: string; what: string; href: string }[] }).now.filter(({ what }) => what.includes('deelnemerslijst'))
const kept = (key: string) => t.rows<{ called: string | null; state: string; reason: string | null; signal_id: string | null; forgotten_on: string | null }>('select called, state, reason, signal_id, forgotten_on from participations where id = $1', [participationId(key)])

test('[PRI-13] who is asked to keep a list hears it on Today and sees nobody on it before saying yes', async () => {
  expect(await waits('els')).toMatchObject([{ kind: 'offer', what: 'Hassan Amrani vraagt of je de deelnemerslijst van Weer naar School overneemt', href: '/activiteiten/deelnemers/weer-naar-school/overdracht' }])
  expect((await list('els', 'weer-naar-school')).status).toBe(404)
  expect((await t.as('els').get('/activiteiten/deelnemers/weer-naar-school/overdracht')).text).toContain('Jij komt elke week in de bibliotheek')
  expect((await shown('hassan', 'weer-naar-school')).handover).toMatchObject({ to: 'Els Verhoeven' })
})

test('[PRI-13] only who was asked answers; a yes gives the list over with its names, and the one before sees them no more', async () => {
  expect([(await does('mirjam', 'eetclub', 'handovers', { toId: personId('els'), reason })).status, (await does('tom', 'eetclub', 'handovers', { toId: personId('els'), reason })).status]).toEqual([403, 404])
  expect((await does('els', 'eetclub', 'handovers', { toId: personId('tom'), reason })).status).toBe(400)
  expect((await does('els', 'eetclub', 'handovers', { toId: personId('mirjam'), reason })).status).toBe(201)
  expect((await does('hassan', 'eetclub', 'handovers/answer', { answer: 'accept' })).status).toBe(403)
  expect((await does('tom', 'eetclub', 'handovers/answer', { answer: 'accept' })).status).toBe(404)
  expect([(await list('mirjam', 'eetclub')).status, (await list('els', 'eetclub')).status]).toEqual([404, 200])

  expect((await does('mirjam', 'eetclub', 'handovers/answer', { answer: 'accept' })).status).toBe(201)
  expect((await shown('mirjam', 'eetclub')).participants.map(({ called }) => called)).toContain('Lena')
  expect((await list('els', 'eetclub')).status).toBe(404)
  expect(await waits('mirjam')).toEqual([])
  expect((await does('mirjam', 'eetclub', 'handovers/answer', { answer: 'accept' })).status).toBe(403)
  expect(await t.rows("select user_id from audit.events where event_code = 'participation.answer-list' and outcome = 'done' and $1 = any (subjects)", [serviceId('eetclub')])).toEqual([{ user_id: personId('mirjam') }])
})

test('[PRI-13] a no leaves the list where it was; asking somebody else takes the first question back', async () => {
  expect((await does('mirjam', 'eetclub', 'handovers', { toId: personId('els'), reason })).status).toBe(201)
  expect((await does('mirjam', 'eetclub', 'handovers', { toId: personId('hassan'), reason })).status).toBe(201)
  expect((await waits('els')).map(({ href }) => href)).not.toContain('/activiteiten/deelnemers/eetclub/overdracht')
  expect((await does('els', 'eetclub', 'handovers/answer', { answer: 'accept' })).status).toBe(403)
  expect((await does('hassan', 'eetclub', 'handovers/answer', { answer: 'decline' })).status).toBe(201)
  expect(await shown('mirjam', 'eetclub')).toMatchObject({ owner: 'Mirjam de Wit', handover: null })
})

test('[PRI-13] a name in why it is handed over comes back once', async () => {
  const path = '/activiteiten/deelnemers/eetclub/overdragen'
  const version = Number(/name="_version" value="(\d+)"/.exec((await t.as('mirjam').get(path)).text)?.[1])
  const sent = await t.as('mirjam').post(path, { toId: personId('els'), reason: 'Meneer Pieter Jansen komt niet meer.' }, { version })
  expect([sent.status, sent.text.includes('_anyway')]).toEqual([200, true])
  expect(await t.rows('select from activity_list_handovers where service_id = $1 and answered_at is null', [serviceId('eetclub')])).toEqual([])
})

test('[PRI-13] the database lets nobody become keeper without saying yes, nor put a list to somebody that is not theirs', async () => {
  const asPerson = async (who: TownsPerson, sql: string, values: unknown[]) => {
    const client = await t.pool.connect()
    try {
      await client.query('begin')
      await client.query('select ctx.open(sha256($1), $2, $3, null, null)', [t.secretOf(who), t.settings.municipalityId, t.now()])
      return (await client.query(sql, values)).rows[0] as unknown
    } finally {
      await client.query('rollback')
      client.release()
    }
  }
  const propose = 'insert into activity_list_handovers (municipality_id, id, service_id, from_id, to_id, reason, proposed_at) values ($1, gen_random_uuid(), $2, $3, $3, $4, $5)'
  await expect(asPerson('mirjam', 'update activity_lists set owner_id = $1 where service_id = $2', [personId('els'), serviceId('eetclub')])).rejects.toThrow(/permission denied/)
  await expect(asPerson('tom', propose, [t.settings.municipalityId, serviceId('eetclub'), personId('tom'), 'x', t.now()])).rejects.toThrow(/row-level security/)
  expect(await asPerson('tom', 'select ctx.answer_list($1, true) as done', [serviceId('eetclub')])).toEqual({ done: false })
  expect(await asPerson('els', 'select ctx.close_list($1, false) as done', [serviceId('eetclub')])).toEqual({ done: false })
  expect(await asPerson('els', 'select ctx.open_follow_ups($1) as count', [serviceId('eetclub')])).toEqual({ count: 0 })
  await expect(asPerson('mirjam', 'select ctx.forget_who_dropped_out($1)', ['2030-01-01'])).rejects.toThrow(/permission denied/)
})

test('[PRI-13] a closed list takes nobody any more; names of who took part go at once, with number, code and days', async () => {
  await t.as('mirjam').json(`/participations/${participationId('gerrit')}/drop-out`, { reason: 'unknown' }, { version: 1 })
  const page = (await t.as('mirjam').get('/activiteiten/deelnemers/eetclub/sluiten')).text
  expect(page).toContain('De namen van 2 deelnemers worden meteen gewist. 1 vervolgsignaal is nog open.')

  expect((await does('els', 'eetclub', 'closing', { names: 'keep' })).status).toBe(403)
  expect((await does('mirjam', 'eetclub', 'closing', { names: 'keep' })).status).toBe(201)
  expect(await kept('lena')).toMatchObject([{ called: null, state: 'finished' }])
  for (const table of ['participation_contacts', 'participation_absences', 'auth.participation_codes']) expect(await t.rows(`select from ${table} where participation_id = $1`, [participationId('lena')]), table).toEqual([])
  expect((await t.as('visitor').get('/meedoen/eetclub')).status).toBe(404)
  expect((await t.as('visitor').get('/voorziening/eetclub')).text).not.toContain('/meedoen/eetclub')
  expect((await t.as('visitor').json('/participations/call-off', { code: callOffCode('lena'), which: 'stop' })).status).toBe(400)
  expect((await does('mirjam', 'eetclub', 'closing', { names: 'keep' })).status).toBe(409)
})

test('[SIG-10] [ACT-06] a follow-up signal of a closed list stays with the team, and the name with it until it is done', async () => {
  const [before] = await kept('gerrit')
  expect(before).toMatchObject({ called: 'Gerrit', state: 'dropped-out' })
  expect(await t.rows('select state from signals where id = $1', [before?.signal_id])).toEqual([{ state: 'new' }])
  expect((await shown('mirjam', 'eetclub')).participants).toMatchObject([{ called: 'Gerrit' }])

  await forgetDropOuts(t.owner, t.now())
  expect(await kept('gerrit')).toMatchObject([{ called: 'Gerrit' }])
  expect((await t.as('hassan').json(`/signals/${before?.signal_id}/result`, { outcome: 'own-strength', result: 'Hij komt na de vakantie terug.' }, { version: 1 })).status).toBe(201)
  await forgetDropOuts(t.owner, t.now())
  expect(await kept('gerrit')).toMatchObject([{ called: null, state: 'dropped-out', reason: 'unknown', signal_id: before?.signal_id, forgotten_on: '2026-03-02' }])
  expect(await shown('mirjam', 'eetclub')).toMatchObject({ participants: [], forgotten: 1, finished: 2 })
})

test('[PRI-13] who closes a list may let all names go at once', async () => {
  await t.as('els').json(`/activity-lists/weer-naar-school/handovers/answer`, { answer: 'accept' }, { version: 1 })
  await t.as('els').json(`/participations/${participationId('toos')}/drop-out`, { reason: 'time' }, { version: 1 })
  expect((await does('els', 'weer-naar-school', 'closing', { names: 'erase' })).status).toBe(201)
  expect(await kept('toos')).toMatchObject([{ called: null, state: 'dropped-out', reason: 'time' }])
  expect((await t.as('els').json(`/participations/${participationId('toos')}`)).status).toBe(404)
})

test('[ACT-06] a closed list opens again for a team when no name is left of before, and counts anew', async () => {
  const open = (who: TownsPerson, slug: string, teamId: string) => t.as(who).json('/activity-lists', { serviceId: serviceId(slug), teamId })
  const [team] = await t.rows<{ team_id: string }>('select team_id from activity_lists where service_id = $1', [serviceId('wandelclub')])
  expect((await open('els', 'wandelclub', team?.team_id ?? '')).status).toBe(400)
  t.pass(day)
  expect((await open('els', 'weer-naar-school', team?.team_id ?? '')).status).toBe(201)
  expect(await shown('els', 'weer-naar-school')).toMatchObject({ participants: [], forgotten: 0, closedOn: null, owner: 'Els Verhoeven' })
  expect((await t.as('visitor').get('/meedoen/weer-naar-school')).status).toBe(200)
})

test('[ACT-06] the name of who dropped out goes by itself when the term is over; that it happened and why stays', async () => {
  const [{ left } = { left: 0 }] = await t.rows<{ left: number }>("select (ended_on + 183 - $2::date) as left from participations where id = $1", [participationId('mevrouw-t'), t.now()])
  expect((await t.as('hassan').json(`/participations/${participationId('mevrouw-t')}`)).json()).toMatchObject({ called: 'Mevrouw T.', phone: '06 00 00 01 13' })

  const at = (offset: number) => new Date(t.now().getTime() + (left + offset) * day)
  await forgetDropOuts(t.owner, at(-1))
  expect(await kept('mevrouw-t')).toMatchObject([{ called: 'Mevrouw T.' }])
  expect(await forgetDropOuts(t.owner, at(0))).toBe(1)
  expect(await kept('mevrouw-t')).toMatchObject([{ called: null, state: 'dropped-out', reason: 'unknown', signal_id: signalId('walking-group') }])
  for (const table of ['participation_contacts', 'participation_absences', 'auth.participation_codes']) expect(await t.rows(`select from ${table} where participation_id = $1`, [participationId('mevrouw-t')]), table).toEqual([])
  expect(await forgetDropOuts(t.owner, at(1))).toBe(0)
})

test('[ACT-06] a municipality chooses its own term, and the statement on privacy says which', async () => {
  expect((await t.as('visitor').get('/privacy')).text).toContain('uiterlijk na 183 dagen')
  await t.rows("update municipalities set settings = settings || '{\"participantNameDays\": 30}' where id = $1", [t.settings.municipalityId])
  expect((await t.as('visitor').get('/privacy')).text).toContain('uiterlijk na 30 dagen')
})

test('[ACT-06] a term that is no number of days is refused, and one that was there before does not stop the work of every hour', async () => {
  const set = (term: unknown) => t.rows('update municipalities set settings = settings || jsonb_build_object(\'participantNameDays\', $2::jsonb) where id = $1', [t.settings.municipalityId, JSON.stringify(term)])
  for (const wrong of ['dertig', '', 1.5, -3, 0, 99_999, true, [30]]) await expect(set(wrong), String(wrong)).rejects.toThrow(/names_are_kept_for_days/)

  await t.rows('alter table municipalities drop constraint names_are_kept_for_days')
  await set('dertig')
  expect(await forgetDropOuts(t.owner, new Date(t.now().getTime() + 86_400_000))).toBeGreaterThanOrEqual(0)
  expect((await t.as('visitor').get('/privacy')).text).toContain('uiterlijk na 183 dagen')
  await set(30)
})

test('[ACT-06] who takes part has a name and who stopped has none, whatever writes it', async () => {
  const id = participationId('yara')
  await expect(t.rows('update participations set called = null where id = $1', [id])).rejects.toThrow(/who_takes_part_has_a_name/)
  await expect(t.rows("update participations set state = 'cancelled', ended_on = '2026-03-02' where id = $1", [id])).rejects.toThrow(/who_stopped_has_no_name/)
  await expect(t.rows('update participations set forgotten_on = ended_on where id = $1', [participationId('gestopt')])).rejects.toThrow(/forgotten_on_a_day/)
})
