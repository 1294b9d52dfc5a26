import { afterAll, beforeAll, expect, test } from 'vitest'
import { noticeCode, noticeId, reactionId } from '../../db/seeds/demo/board.ts'
import { personId } from '../../db/seeds/demo/cast.ts'
import { type Town, type TownsPerson, town } from '../../tests/support/town.ts'
import { forgetNotices } from './index.ts'

let t: Town
beforeAll(async () => {
  t = await town()
})
afterAll(() => t.close())

const telling = { kind: 'offer', what: 'thing', title: 'Naaimachine te leen', words: 'Voor een middag of een week.', area: 'randenbroek-schuilenburg', days: '30', called: 'Nel', phone: '06 11 22 33 44' }
const titles = async (query = ''): Promise<string[]> => ((await t.as('visitor').json(`/board/notices${query}`)).json() as { notices: { title: string }[] }).notices.map(({ title }) => title)
const row = async (title: string) => (await t.rows('select * from board_notices where title = $1', [title]))[0]!
const leave = async (more: Record<string, unknown> = {}) => (await t.as('visitor').json('/board/notices', { ...telling, ...more })).json() as { code: string }
const work = async (who: TownsPerson, id: string) => await t.as(who).json(`/board/work/${id}`)
const put = (who: TownsPerson, id: string, what: string, fields: Record<string, unknown> = {}, version = 1) => t.as(who).json(`/board/work/${id}/${what}`, fields, { version })

test('[ACT-10] the way to it: from the agenda for residents, from the rail for colleagues', async () => {
  expect((await t.as('visitor').get('/agenda')).text).toContain('href="/ruilbord"')
  expect((await t.as('hassan').get('/activiteiten')).text).toContain('href="/activiteiten/ruilbord"')
})

test('[ACT-10] a notice comes on the board by form, only after somebody of the team read it', async () => {
  const sent = await t.as('visitor').post('/ruilbord/nieuw', telling)

  expect([sent.status, sent.location]).toEqual([303, '/ruilbord/stand'])
  const left = await row('Naaimachine te leen')
  expect(left).toMatchObject({ state: 'waiting', by_id: null, consent: 'self', left_on: '2026-03-02', until_on: '2026-04-01' })
  expect(await titles()).not.toContain('Naaimachine te leen')
  expect((await t.as('visitor').get(`/ruilbord/bericht/${left.id}`)).status).toBe(404)
  expect((await t.as('hassan').get('/activiteiten/ruilbord')).text).toContain('Naaimachine te leen')

  const put = await t.as('hassan').post(`/activiteiten/ruilbord/${left.id}/plaatsen`, {}, { version: 1 })
  expect([put.status, put.location]).toEqual([303, '/activiteiten/ruilbord'])
  expect(await titles()).toContain('Naaimachine te leen')
  expect(await t.rows("select action, outcome from audit.events where event_code = 'board.approve'")).toEqual([{ action: 'U', outcome: 'done' }])
})

test('[ACT-10] all mistakes are named at once, and how to reach somebody may not stand in what everybody reads', async () => {
  const answer = await t.as('visitor').post('/ruilbord/nieuw', { title: 'Iets moois', days: '30' })

  expect(answer.status).toBe(400)
  for (const field of ['kind', 'what', 'words', 'area', 'called']) expect(answer.text, field).toContain(`field-${field}-error`)
  expect(answer.text).toContain('value="Iets moois"')
  const telling1 = await t.as('visitor').post('/ruilbord/nieuw', { ...telling, title: 'Bel 06 12 34 56 78', words: 'Of mail nel@voorbeeld.nl', phone: '' })
  expect(telling1.status).toBe(400)
  for (const field of ['title', 'words', 'phone']) expect(telling1.text, field).toContain(`field-${field}-error`)
  expect((await t.as('visitor').json('/board/notices', { ...telling, area: 'leusden' })).status).toBe(400)
  expect((await t.as('visitor').json('/board/notices', { ...telling, website: 'x' })).status).toBe(400)
})

test('[ACT-10] everybody looks by kind, neighbourhood and word, and finds what is for the whole municipality everywhere', async () => {
  expect(await titles('?soort=vraag&wat=ding')).toEqual(['Kinderfiets gezocht'])
  expect(await titles('?q=planken')).toEqual(['Wie hangt een plank voor mij op?', 'Kleine klussen in huis'])
  expect(await titles('?wijk=kruiskamp-koppel')).toEqual(['Samen Nederlands oefenen', 'Wie speelt piano bij het zingen?', 'Ik leer u breien'])
  expect(await titles('?q=100%25')).toEqual([])
  expect((await t.as('visitor').get('/ruilbord?soort=&wat=&wijk=&q=')).status).toBe(200)
  expect((await t.as('visitor').get('/ruilbord?q=olifant')).text).toContain('Hier staat nu niets bij uw keuze')
})

test('[ACT-10] nobody but who brings people together in that neighbourhood sees who is behind a notice', async () => {
  const everybody = [(await t.as('visitor').get('/ruilbord')).text, (await t.as('visitor').get(`/ruilbord/bericht/${noticeId('bicycle')}`)).text, (await t.as('visitor').json('/board/notices')).text].join(' ')
  for (const secret of ['Samira', '06 00 00 02 04', 'Linda', 'Els']) expect(everybody, secret).not.toContain(secret)

  expect((await work('hassan', noticeId('bicycle'))).json()).toMatchObject({ contact: { called: 'Samira', phone: '06 00 00 02 04' }, reacted: [{ called: 'Linda' }] })
  expect((await work('petra', noticeId('bicycle'))).json()).toMatchObject({ connects: false, contact: null, reacted: [] })
  for (const who of ['tom', 'joke', 'anke', 'karin'] as const) expect((await work(who, noticeId('computer'))).status, who).toBe(404)
  expect((await work('visitor', noticeId('bicycle'))).status).toBe(401)
})

test('[ACT-10] the database keeps the same limits by itself', async () => {
  const seen = async (who: TownsPerson) => {
    const client = await t.pool.connect()
    try {
      await client.query('begin')
      await client.query('select ctx.open(sha256($1), $2, $3, null, null)', [t.secretOf(who), t.settings.municipalityId, t.now()])
      const count = async (table: string) => (await client.query(`select count(*)::integer as it from ${table} where notice_id = any ($1)`, [[noticeId('bicycle'), noticeId('chairs')]])).rows[0].it as number
      const waiting = (await client.query('select id from board_notices where id = $1', [noticeId('computer')])).rowCount
      const changed = (await client.query("update board_notices set reason_words = 'x', version = 2 where id = $1 and state = 'public'", [noticeId('bicycle')]).catch(() => ({ rowCount: 'refused' }))).rowCount
      return [waiting, changed, await count('board_contacts').catch(() => -1), await count('board_reactions').catch(() => -1)]
    } finally {
      await client.query('rollback')
      client.release()
    }
  }

  expect(await seen('hassan')).toEqual([1, 1, 1, 1])
  expect((await seen('tom')).slice(0, 2)).toEqual([0, 0])
  for (const who of ['joke', 'anke'] as const) expect(await seen(who), who).toEqual([0, 0, 0, 0])
})

test('[ACT-10] who reacts leaves a message for the team, which is erased when it is ticked off', async () => {
  const sent = await t.as('visitor').post(`/ruilbord/bericht/${noticeId('drill')}/reageren`, { words: 'Mag ik hem zaterdag lenen?', called: 'Otto', email: 'otto@voorbeeld.nl' })

  expect(sent.status).toBe(303)
  const page = (await t.as('hassan').get(`/activiteiten/ruilbord/${noticeId('drill')}`)).text
  for (const shown of ['Otto', 'otto@voorbeeld.nl', 'Mag ik hem zaterdag lenen?', '06 00 00 02 01']) expect(page).toContain(shown)
  expect((await t.as('visitor').get(`/ruilbord/bericht/${noticeId('drill')}`)).text).not.toContain('Otto')
  const [reaction] = await t.rows('select id from board_reactions where notice_id = $1', [noticeId('drill')])
  expect((await put('tom', noticeId('drill'), `reactions/${reaction!.id}`)).status).toBe(404)
  expect((await put('petra', noticeId('bicycle'), `reactions/${reactionId('bicycle')}`)).status).toBe(404)
  expect((await put('hassan', noticeId('drill'), `reactions/${reaction!.id}`)).status).toBe(201)
  expect(await t.rows('select id from board_reactions where notice_id = $1', [noticeId('drill')])).toEqual([])
  expect((await t.as('visitor').json(`/board/notices/${noticeId('drill')}/reactions`, { words: 'Hoi', called: 'Otto' })).status).toBe(400)
  expect((await t.as('visitor').json(`/board/notices/${noticeId('computer')}/reactions`, { words: 'Hoi', called: 'Otto', phone: '06 12 34 56 78' })).status).toBe(404)
})

test('[ACT-10] who left a notice reads why it was refused with the code, and who it was is erased at once', async () => {
  const { code } = await leave({ title: 'Te koop: een bank' })
  const { id } = await row('Te koop: een bank')
  expect((await put('hassan', id as string, 'refusal', {})).status).toBe(400)
  expect((await put('petra', id as string, 'refusal', { reason: 'trade', words: 'Weggeven mag wel.' })).status).toBe(201)

  expect((await t.as('visitor').json('/board/followed', { code, which: 'look' })).json()).toMatchObject({ state: 'refused', reason: 'trade', reasonWords: 'Weggeven mag wel.' })
  expect(await t.rows('select * from board_contacts where notice_id = $1', [id])).toEqual([])
  expect((await put('hassan', id as string, 'approval', {}, 2)).status).toBe(409)
})

test('[ACT-10] one takes the own notice away with the code, and a wrong code says no more than that', async () => {
  const { code } = await leave({ title: 'Puzzels om te ruilen' })
  const { id } = await row('Puzzels om te ruilen')
  await put('hassan', id as string, 'approval')
  expect(await titles()).toContain('Puzzels om te ruilen')

  const away = await t.as('visitor').post('/ruilbord/volgen', { code: code.toLowerCase(), which: 'away' })
  expect([away.status, away.location]).toEqual([303, '/ruilbord/stand'])
  expect(await titles()).not.toContain('Puzzels om te ruilen')
  expect(await t.rows('select * from board_contacts where notice_id = $1', [id])).toEqual([])
  const wrong = await t.as('visitor').post('/ruilbord/volgen', { code: '2222-2222-22', which: 'away' })
  expect(wrong.status).toBe(400)
  expect(wrong.text).toContain('field-code-error')
})

test('[ACT-10] what should not be there is reported without a name, and looked at by who may take it away', async () => {
  const sent = await t.as('visitor').post(`/ruilbord/bericht/${noticeId('handy')}/melden`, { reason: 'trade' })

  expect(sent.status).toBe(303)
  expect((await t.as('petra').get(`/activiteiten/ruilbord/${noticeId('handy')}`)).text).toContain('Er wordt geld voor gevraagd')
  expect((await put('tom', noticeId('handy'), 'reports-seen')).status).toBe(403)
  expect((await put('petra', noticeId('handy'), 'reports-seen')).status).toBe(201)
  expect(await t.rows('select * from board_reports where notice_id = $1', [noticeId('handy')])).toEqual([])
  expect(await titles()).toContain('Kleine klussen in huis')
})

test('[ACT-10] an offer and a question with the same words are found together, coupled, and finished', async () => {
  const shelf = (await work('hassan', noticeId('shelf'))).json() as { candidates: { id: string; alike: boolean }[]; by: string }
  expect(shelf.candidates[0]).toMatchObject({ id: noticeId('handy'), alike: true })
  expect(shelf.by).toContain('Els')
  expect((await put('petra', noticeId('shelf'), 'match', { otherId: noticeId('handy') })).status).toBe(403)
  expect((await put('hassan', noticeId('shelf'), 'match', { otherId: noticeId('drill') })).status).toBe(400)
  expect((await put('hassan', noticeId('shelf'), 'match', { otherId: noticeId('handy') })).status).toBe(201)

  for (const title of ['Wie hangt een plank voor mij op?', 'Kleine klussen in huis']) expect(await titles()).not.toContain(title)
  expect((await work('hassan', noticeId('handy'))).json()).toMatchObject({ state: 'matched', match: { id: noticeId('shelf') }, contact: { called: 'Kees' } })
  expect((await put('hassan', noticeId('handy'), 'finish', {}, 1)).status).toBe(412)
  expect((await put('hassan', noticeId('handy'), 'finish', {}, 2)).status).toBe(201)
  expect(await t.rows('select state from board_notices where id = any ($1)', [[noticeId('shelf'), noticeId('handy')]])).toEqual([{ state: 'done' }, { state: 'done' }])
  expect(await t.rows('select * from board_contacts where notice_id = any ($1)', [[noticeId('shelf'), noticeId('handy')]])).toEqual([])
})

test('[ACT-10] a colleague leaves a notice for a resident who agreed', async () => {
  const without = await t.as('els').json('/board/notices/staff', { ...telling, title: 'Soep voor de buren', manner: 'spoken', agreed: false })
  expect(without.status).toBe(400)
  const sent = await t.as('els').json('/board/notices/staff', { ...telling, title: 'Soep voor de buren', manner: 'spoken', agreed: true })

  expect(sent.status).toBe(201)
  expect(await row('Soep voor de buren')).toMatchObject({ by_id: personId('els'), consent: 'spoken', state: 'waiting' })
  expect((await t.as('petra').json('/board/notices/staff', { ...telling, manner: 'spoken', agreed: true })).status).toBe(403)
})

test('[ACT-10] a notice goes by itself when its time is over, who is behind it too, and a month later the notice itself', async () => {
  expect(await titles()).toContain('Tomatenplantjes over')
  t.pass(13 * 86_400_000)
  expect(await titles()).not.toContain('Tomatenplantjes over')
  expect((await t.as('visitor').json('/board/followed', { code: noticeCode('seedlings'), which: 'look' })).json()).toMatchObject({ state: 'over' })
  await forgetNotices(t.owner, t.now())
  expect(await t.rows('select * from board_contacts where notice_id = $1', [noticeId('seedlings')])).toEqual([])
  expect((await t.rows('select * from board_contacts where notice_id = $1', [noticeId('piano')])).length).toBe(1)
  t.pass(31 * 86_400_000)
  await forgetNotices(t.owner, t.now())
  expect(await t.rows('select * from board_notices where id = $1', [noticeId('seedlings')])).toEqual([])
})
