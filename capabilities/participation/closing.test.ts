import { afterAll, beforeAll, expect, test } from 'vitest'
import { personId } from '../../db/seeds/demo/cast.ts'
import { serviceId } from '../../db/seeds/demo/directory.ts'
import { callOffCode, listNoticeId, participationId } from '../../db/seeds/demo/participation.ts'
import { dayOf } from '../../platform/dates.ts'
import { type Town, town, type TownsPerson } from '../../tests/support/town.ts'
import { closeListsOfEnded, forgetDropOuts } from './index.ts'

let t: Town
beforeAll(async () => {
  t = await town()
})
afterAll(() => t.close())

const day = 86_400_000
const dayFrom = (days: number): string => dayOf(new Date(t.now().getTime() + days * day))
const lists = (slug: string) => t.rows<{ owner_id: string; closes_on: string | null; closed_on: string | null; closed_by: string | null; version: number }>('select owner_id, closes_on, closed_on, closed_by, version from activity_lists where service_id = $1', [serviceId(slug)])
const hourly = async () => {
  const closed = await closeListsOfEnded(t.owner, t.now())
  await forgetDropOuts(t.owner, t.now())
  return closed
}
type Line = { kind: string; what: string; by: string | null; on: string | null; href: string }
const heard = async (who: TownsPerson) => {
  const { now, week } = (await t.as(who).json('/today')).json() as { now: Line[]; week: Line[] }
  return [...now, ...week].filter(({ kind }) => kind === 'list')
}
const sets = (slug: string, columns: string) => t.rows(`update services set ${columns} where id = $1`, [serviceId(slug)])
const does = async (who: TownsPerson, slug: string, path: string, input: unknown) => t.as(who).json(`/activity-lists/${slug}/${path}`, input, { version: (await lists(slug))[0]?.version ?? 1 })
const kept = (key: string) => t.rows<{ called: string | null; state: string; ended_on: string | null }>('select called, state, ended_on from participations where id = $1', [participationId(key)])
const said = () => t.rows("select action, outcome, user_kind, user_id, subjects from audit.events where event_code = 'participation.list-closed-by-itself' order by xid, id")

test('[PRI-13] who kept a list hears on Today who keeps it now, until that was read; nobody else does', async () => {
  expect((await does('els', 'weer-naar-school', 'handovers/answer', { answer: 'accept' })).status).toBe(201)
  expect(await heard('hassan')).toMatchObject([{ what: 'Els Verhoeven houdt nu de deelnemerslijst van Weer naar School bij', on: null }])
  expect(await heard('els')).toEqual([])

  const [{ href } = { href: '' }] = await heard('hassan')
  const page = await t.as('hassan').get(href)
  expect(page.text).toContain('Els Verhoeven heeft op 2 maart 2026 ja gezegd')
  expect([(await t.as('els').get(href)).status, (await t.as('mirjam').get(href)).status]).toEqual([404, 404])
  expect((await t.as('hassan').post(href, {})).status).toBe(303)
  expect(await heard('hassan')).toEqual([])
  expect((await t.as('hassan').get(href)).status).toBe(404)
})

test('[PRI-13] a no, and a list that one keeps already, are no news about another keeper', async () => {
  expect((await does('els', 'eetclub', 'handovers', { toId: personId('mirjam'), reason: 'Jij kent de groep.' })).status).toBe(201)
  expect((await does('mirjam', 'eetclub', 'handovers/answer', { answer: 'decline' })).status).toBe(201)
  expect(await heard('els')).toEqual([])
  // A coordinator who hands over a list of somebody else and gets it: the one who kept it hears it.
  expect((await does('hassan', 'eetclub', 'handovers', { toId: personId('mirjam'), reason: 'Els is lang weg.' })).status).toBe(201)
  expect((await does('mirjam', 'eetclub', 'handovers/answer', { answer: 'accept' })).status).toBe(201)
  expect([(await heard('els')).length, (await heard('hassan')).length]).toEqual([1, 0])
})

test('[PRI-13] a list stays open while the activity is there, or comes back within two weeks', async () => {
  expect(await hourly()).toBe(0)
  for (const [ended, back] of [["state = 'archived'", "state = 'published'"], ["status = 'defunct'", "status = 'active'"], [`expire_on = '${dayFrom(-1)}'`, 'expire_on = null']] as const) {
    await sets('eetclub', ended)
    expect(await hourly()).toBe(0)
    expect((await lists('eetclub'))[0]).toMatchObject({ closes_on: dayFrom(14), closed_on: null })
    await sets('eetclub', back)
    await hourly()
    expect((await lists('eetclub'))[0]).toMatchObject({ closes_on: null, closed_on: null })
  }
  for (const stays of ["state = 'draft'", "status = 'temporarily closed'", `expire_on = '${dayFrom(0)}'`, `state = 'archived', merged_into = '${serviceId('kookgroep')}'`]) {
    await sets('eetclub', stays)
    await hourly()
    expect([stays, (await lists('eetclub'))[0]?.closes_on]).toEqual([stays, null])
    await sets('eetclub', "state = 'published', status = 'active', expire_on = null, merged_into = null")
  }
  expect((await kept('lena'))[0]).toMatchObject({ called: 'Lena', state: 'registered' })
  expect(await said()).toEqual([])
})

test('[PRI-13] the keeper sees in the last week on Today that the list will close, and on the list when', async () => {
  await sets('eetclub', `expire_on = '${dayFrom(-1)}'`)
  await hourly()
  const closes = dayFrom(14)
  expect(await heard('mirjam')).toEqual([])
  for (const path of ['/activiteiten/deelnemers/eetclub', '/activiteiten/deelnemers']) {
    const { text } = await t.as('mirjam').get(path)
    // Nobody can register for what stopped, so nothing leads there.
    expect([path, text.includes('Deze lijst sluit vanzelf op 16 maart 2026'), text.includes('/activiteiten/aanmelden/eetclub')]).toEqual([path, true, false])
  }
  t.pass(8 * day)
  await hourly()
  expect(await heard('mirjam')).toMatchObject([{ what: 'De deelnemerslijst van Eetclub in Nijenstede sluit vanzelf', on: closes, href: '/activiteiten/deelnemers/eetclub' }])
  expect((await heard('els')).filter(({ what }) => what.includes('sluit vanzelf'))).toEqual([])
  expect((await lists('eetclub'))[0]).toMatchObject({ closes_on: closes, closed_on: null })
})

test('[PRI-13][SIG-10] then it closes as its keeper would: names go with number, code and days, a name with an open follow-up stays until that is done, and the log and the keeper know', async () => {
  await t.as('mirjam').json(`/participations/${participationId('gerrit')}/drop-out`, { reason: 'unknown' }, { version: 1 })
  const [signal] = await t.rows<{ signal_id: string }>('select signal_id from participations where id = $1', [participationId('gerrit')])
  expect((await does('mirjam', 'eetclub', 'handovers', { toId: personId('els'), reason: 'Jij kent de groep.' })).status).toBe(201)
  t.pass(5 * day)
  expect(await hourly()).toBe(0)
  t.pass(day)
  expect(await hourly()).toBe(1)
  expect(await hourly()).toBe(0)

  expect((await lists('eetclub'))[0]).toMatchObject({ closed_on: dayFrom(0), closes_on: null, closed_by: null, owner_id: personId('mirjam') })
  expect(await kept('lena')).toMatchObject([{ called: null, state: 'finished', ended_on: dayFrom(0) }])
  for (const table of ['participation_contacts', 'participation_absences', 'auth.participation_codes']) expect(await t.rows(`select from ${table} where participation_id = $1`, [participationId('lena')]), table).toEqual([])
  expect((await t.as('visitor').json('/participations/call-off', { code: callOffCode('lena'), which: 'stop' })).status).toBe(400)
  expect(await kept('gerrit')).toMatchObject([{ called: 'Gerrit', state: 'dropped-out' }])
  expect(await t.rows('select state from signals where id = $1', [signal?.signal_id])).toEqual([{ state: 'new' }])
  expect(await t.rows('select from activity_list_handovers where service_id = $1 and answered_at is null', [serviceId('eetclub')])).toEqual([])
  expect(await said()).toEqual([{ action: 'D', outcome: 'done', user_kind: 'system', user_id: null, subjects: [serviceId('eetclub')] }])

  expect(await heard('mirjam')).toMatchObject([{ what: 'De deelnemerslijst van Eetclub in Nijenstede is vanzelf gesloten', by: 'De activiteit is gestopt.' }])
  const { text } = await t.as('mirjam').get((await heard('mirjam'))[0]?.href ?? '')
  expect(text).toContain('op 16 maart 2026 vanzelf gesloten')
  expect((await t.as('frans').get('/logboek')).text).toContain('Vanzelf, door het systeem')

  expect((await t.as('hassan').json(`/signals/${signal?.signal_id}/result`, { outcome: 'own-strength', result: 'Hij komt na de vakantie terug.' }, { version: 1 })).status).toBe(201)
  await hourly()
  expect(await kept('gerrit')).toMatchObject([{ called: null, state: 'dropped-out' }])
})

test('[PRI-13] the database tells about a list only whom it is for, and lets nobody of the application close lists', async () => {
  const asPerson = async (who: TownsPerson, sql: string, values: unknown[] = []) => {
    const client = await t.pool.connect()
    try {
      await client.query('begin')
      await client.query('select ctx.open(sha256($1), $2, $3, null, null)', [t.secretOf(who), t.settings.municipalityId, t.now()])
      return (await client.query(sql, values)).rows as unknown[]
    } finally {
      await client.query('rollback')
      client.release()
    }
  }
  const ids = 'select id from activity_list_notices'
  expect(await asPerson('youssef', ids)).toEqual([{ id: listNoticeId('coach-en-cootje') }])
  expect(await asPerson('tom', ids)).toEqual([])
  expect(await asPerson('sanne', 'delete from activity_list_notices returning id')).toEqual([])
  await expect(asPerson('sanne', "insert into activity_list_notices select municipality_id, gen_random_uuid(), service_id, owner_id, 'closed', null, current_date from activity_lists limit 1")).rejects.toThrow(/permission denied/)
  for (const call of ["ctx.close_lists_of_ended('2030-01-01', now(), 'x')", `ctx.close_one_list('${t.settings.municipalityId}', '${serviceId('coach-en-cootje')}', false, '2030-01-01', now(), null)`]) await expect(asPerson('mirjam', `select ${call}`)).rejects.toThrow(/permission denied/)
  await expect(t.rows('update activity_lists set closes_on = closed_on where service_id = $1', [serviceId('wandelclub')])).rejects.toThrow(/closed_closes_no_more/)
})
