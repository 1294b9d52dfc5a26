import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caseId } from '../../db/seeds/demo/cases.ts'
import { personId, teamId } from '../../db/seeds/demo/cast.ts'
import { idOf } from '../../db/seeds/demo/ids.ts'
import { type Town, town } from '../../tests/support/town.ts'

let t: Town
beforeAll(async () => {
  t = await town()
})
afterAll(() => t.close())

type Item = { id: string; kind: string; topic: string | null; caseNumber: string | null; hears: boolean; hearers: { name: string }[]; notHearing: { name: string }[]; state: string }
type Meeting = { everyWeeks: number; place: string; state: string; version: number; items: Item[]; invitees: { id: string; name: string; answer: string; attended: boolean | null }[]; acts: { name: string }[]; agreements: { what: string; taker: string }[] }
const coming = idOf('meeting', 'rs 9')
const seen = async (who: 'hassan' | 'mirjam' | 'marleen' | 'ria', id = coming) => (await t.as(who).json(`/meetings/${id}`)).json() as Meeting

describe('before the meeting', () => {
  test('[MTG-01] the coordinator plans a meeting that comes back, with a goal, a fixed circle and an agenda', async () => {
    const fields = {
      teamId: teamId('randenbroek-schuilenburg'), name: 'Overleg ouderen', goal: 'Samen kijken wie er alleen zit.', firstOn: '2026-03-10', startsAt: '10:00', minutes: '60', everyWeeks: '4', place: 'buurthuis', mostNewCases: '1',
      participants: [personId('mirjam'), personId('els')],
    }
    expect((await t.as('mirjam').post('/overleg/nieuw', fields)).status).toBe(403)
    const late = await t.as('hassan').post('/overleg/nieuw', { ...fields, firstOn: '2026-03-01', minutes: '5' })
    expect(late.status).toBe(400)
    expect(late.text).toContain('Vul minstens 15 in')
    const planned = await t.as('hassan').post('/overleg/nieuw', fields)
    expect(planned.status).toBe(303)
    const meeting = await seen('hassan', planned.location!.split('/').at(-1)!)
    expect(meeting.invitees.map((it) => it.name)).toEqual(['Els Verhoeven', 'Hassan Amrani', 'Mirjam de Wit'])
    expect(meeting.items.filter((it) => it.kind === 'new-case')).toHaveLength(1)
  })

  test('[MTG-06] running cases and their results come first, then new cases, then topics', async () => {
    const kinds = (await seen('hassan')).items.map((it) => it.kind)
    const rank = { 'running-case': 0, 'new-case': 1, topic: 2 } as Record<string, number>
    expect(kinds.map((kind) => rank[kind]!)).toEqual(kinds.map((kind) => rank[kind]!).toSorted())
    await t.as('hassan').post(`/overleg/${coming}/onderwerp`, { topic: 'Wie doet de koffie', minutes: '5' })
    await t.as('hassan').post(`/overleg/${coming}/agenda`)
    const after = (await seen('hassan')).items.map((it) => rank[it.kind]!)
    expect(after).toEqual(after.toSorted())
  })

  test('[PRI-11] each point says who at the table may hear it; a guest sees only the own points', async () => {
    const bridging = (await seen('hassan')).items.find((it) => it.caseNumber === '5RKC-1T9F-6P')!
    expect(bridging.hearers.map((it) => it.name)).toContain('Mirjam de Wit')
    expect(bridging.notHearing.map((it) => it.name)).toContain('Hassan Amrani')
    expect(bridging.hears).toBe(false)
    const guest = await seen('marleen')
    expect(guest.items.every((it) => it.hears)).toBe(true)
    expect(guest.items.length).toBeLessThan((await seen('hassan')).items.length)
  })

  test('[MTG-02] [MTG-15] a group meets as often as it chooses, from every week to once a year, at a place in the neighbourhood', async () => {
    const meeting = await seen('hassan')
    expect(meeting).toMatchObject({ everyWeeks: 2, place: 'buurthuis in Schuilenburg' })
    const fields = { teamId: teamId('randenbroek-schuilenburg'), name: 'Netwerk', goal: 'Elkaar zien.', firstOn: '2026-03-10', startsAt: '10:00', minutes: '60', mostNewCases: '1', participants: [personId('mirjam')] }
    const wrong = await t.as('hassan').post('/overleg/nieuw', { ...fields, everyWeeks: '53' })
    expect(wrong.status).toBe(400)
    expect(wrong.text).toContain('Vul hoogstens 52 in')
    expect(wrong.text).toMatch(/Waar\? Vul dit in/)
  })

  test('[MTG-07] no more new cases come on the agenda by themselves than the group chose', async () => {
    expect((await seen('hassan')).items.filter((it) => it.kind === 'new-case')).toHaveLength(2)
    const opened = await t.as('hassan').post('/casussen/nieuw', { teamId: teamId('randenbroek-schuilenburg'), themes: ['isolation'], questionKind: 'company', question: 'Nog een vraag', urgency: 'now', sex: 'unknown', ageBand: 'unknown', nextOn: '2026-03-09' })
    expect(opened.status).toBe(303)
    await t.as('hassan').post(`/overleg/${coming}/agenda`)
    expect((await seen('hassan')).items.filter((it) => it.kind === 'new-case')).toHaveLength(2)
  })

  test('[MTG-10] a subject that comes back stands on every agenda without being added', async () => {
    const [{ topic } = { topic: '' }] = await t.rows<{ topic: string }>("select fixed_topic as topic from meeting_series where id = $1", [idOf('series', 'rs')])
    expect((await seen('hassan')).items.map((it) => it.topic)).toContain(topic)
  })

  test('[MTG-05] everybody has a folder with how the running cases stand, and only those they may hear', async () => {
    const pack = async (who: 'mirjam' | 'hassan' | 'ria') => ((await t.as(who).json(`/meetings/${coming}/pack`)).json() as { items: { number: string; agreed: { what: string; state: string }[]; before: { body: string }[] }[] }).items
    const mirjam = await pack('mirjam')
    const bridging = mirjam.find((it) => it.number === '5RKC-1T9F-6P')
    expect(bridging?.agreed.map((it) => it.what)).toContain('Op bezoek zonder indicatie')
    expect(bridging?.before.map((it) => it.body).join()).toContain('De aanvraag ligt er')
    expect((await pack('ria')).map((it) => it.number)).toEqual(['5RKC-1T9F-6P'])
    expect((await pack('hassan')).map((it) => it.number)).not.toContain('5RKC-1T9F-6P')
    expect((await t.as('hassan').get(`/overleg/${coming}/mapje`)).text).not.toContain('Hulp in huis')
    expect((await t.as('sanne').get(`/overleg/${coming}/mapje`)).status).toBe(404)
    const [row] = await t.rows<{ subjects: string[] }>("select subjects from audit.events where event_code = 'meetings.view-pack' and user_id = $1 order by id desc limit 1", [personId('mirjam')])
    expect(row?.subjects).toContain(caseId('bridging'))
  })

  test('[MTG-04] [PRI-01] a meeting goes into the own calendar without any name in it', async () => {
    const file = await t.as('mirjam').get(`/overleg/${coming}/overleg.ics`)
    expect(file.status).toBe(200)
    expect(file.headers.get('content-type')).toContain('text/calendar')
    const lines = file.text.replace(/\r\n /g, '').split('\r\n')
    expect(lines).toEqual(expect.arrayContaining(['BEGIN:VEVENT', 'DTSTART:20260311T130000Z', 'DTEND:20260311T143000Z', 'SUMMARY:Overleg', 'CLASS:PRIVATE', 'LOCATION:buurthuis in Schuilenburg', `UID:${coming}@schakelbord`]))
    for (const word of ['Schakeloverleg', 'Mirjam', 'Hassan', '5RKC', 'flatgebouw']) expect(file.text).not.toContain(word)
    expect((await t.as('sanne').get(`/overleg/${coming}/overleg.ics`)).status).toBe(404)
    expect((await t.as('aaltje').get(`/overleg/${coming}/overleg.ics`)).status).toBe(404)
    expect((await t.as('visitor').get(`/overleg/${coming}/overleg.ics`)).status).not.toBe(200)
  })

  test('the page says what comes now: answer first, then read the folder, and begin only on the day itself', async () => {
    const page = async (who: 'els' | 'mirjam' | 'hassan') => (await t.as(who).get(`/overleg/${coming}`)).text
    const filled = (text: string) => /class="button button-filled" href="([^"]+)"/.exec(text)?.[1]
    expect(filled(await page('mirjam'))).toBe(`/overleg/${coming}/antwoord`)
    expect(filled(await page('els'))).toBe(`/overleg/${coming}/mapje`)
    expect(filled(await page('hassan'))).toBe(`/overleg/${coming}/mapje`)
    t.pass(9 * 86_400_000)
    expect(filled(await page('hassan'))).toBe(`/overleg/${coming}/begin`)
    t.pass(-9 * 86_400_000)
  })

  test('whoever is invited answers, and nobody else', async () => {
    expect((await t.as('ria').post(`/overleg/${coming}/antwoord`, { answer: 'yes' })).status).toBe(303)
    expect((await seen('hassan')).invitees.find((it) => it.name === 'Ria Bos')?.answer).toBe('yes')
    expect((await t.as('sanne').post(`/overleg/${coming}/antwoord`, { answer: 'yes' })).status).toBe(404)
    expect((await t.as('karin').get(`/overleg/${coming}`)).status).toBe(404)
  })
})

describe('during the meeting', () => {
  test('[MTG-04] the coordinator leads it point by point; minutes and agreements are for who hears them', async () => {
    const notYet = await t.as('mirjam').post(`/overleg/${coming}/punt/${(await seen('mirjam')).items[0]!.id}/notulen`, { body: 'te vroeg' })
    expect(notYet.status).toBe(409)
    expect((await t.as('mirjam').post(`/overleg/${coming}/begin`)).status).toBe(403)
    expect((await t.as('hassan').post(`/overleg/${coming}/begin`)).status).toBe(303)
    const item = (await seen('mirjam')).items.find((it) => it.caseNumber === '5RKC-1T9F-6P')!
    const point = `/overleg/${coming}/punt/${item.id}`
    expect((await t.as('hassan').post(`${point}/open`)).status).toBe(303)
    expect((await seen('hassan')).items.filter((it) => it.state === 'open')).toHaveLength(1)
    expect((await t.as('mirjam').post(`${point}/notulen`, { body: 'Het besluit komt volgende week.' })).status).toBe(303)
    expect((await t.as('mirjam').get(point)).text).toContain('Het besluit komt volgende week.')
    const outsider = await t.as('hassan').get(point)
    expect(outsider.status).toBe(200)
    expect(outsider.text).not.toContain('Het besluit komt volgende week.')
    expect((await t.as('hassan').post(`${point}/notulen`, { body: 'x' })).status).toBe(403)
  })

  test('[CAS-04] an agreement is read back before it is kept, and stands in the list of whoever takes it', async () => {
    const item = (await seen('mirjam')).items.find((it) => it.caseNumber === '5RKC-1T9F-6P')!
    const typed = (line: string) => `/overleg/${coming}/punt/${item.id}?zin=${encodeURIComponent(line)}`
    const form = await t.as('mirjam').get(typed('@Ria belt de thuiszorg voor vrijdag'))
    expect(form.text).toContain('<mark>Ria Bos</mark> belt de thuiszorg')
    expect(form.text).toContain('<mark>voor vrijdag 6 maart</mark>')
    const unclear = (await t.as('mirjam').get(typed('@Piet belt'))).text
    expect(unclear).toContain('Wie het doet is niet duidelijk')
    expect(unclear).toContain('Er staat geen dag bij')
    expect((await t.as('hassan').get(typed('@Ria belt'))).text).not.toContain('Wordt:')
    expect(form.text).toContain('2026-03-06')
    const nobody = await t.as('mirjam').post(`/overleg/${coming}/punt/${item.id}/afspraak`, { takerId: personId('hassan'), what: 'belt', why: 'zo', dueOn: '2026-03-06' })
    expect(nobody.status).toBe(400)
    expect((await t.as('mirjam').post(`/overleg/${coming}/punt/${item.id}/afspraak`, { takerId: personId('ria'), what: 'belt de thuiszorg', why: 'Dan weet zij waar zij aan toe is', dueOn: '2026-03-06' })).status).toBe(303)
    expect((await t.as('ria').get('/vandaag')).text).toContain('belt de thuiszorg')
    const [action] = await t.rows<{ agreed_in: string; case_id: string }>("select agreed_in, case_id from actions where what = 'belt de thuiszorg'")
    expect(action).toEqual({ agreed_in: coming, case_id: caseId('bridging') })
  })
})

describe('after the meeting', () => {
  test('[MTG-08] whoever was absent gets approached, and the next meeting stands ready', async () => {
    const { version, invitees } = await seen('hassan')
    const there = invitees.filter((it) => it.name !== 'Els Verhoeven').map((it) => it.id)
    const ended = await t.as('hassan').post(`/overleg/${coming}/einde`, { attended: there }, { version })
    expect(ended.status).toBe(303)
    expect((await t.rows("select from team_tasks where what = 'Benader Els Verhoeven' and state = 'open'")).length).toBe(1)
    const after = await seen('hassan')
    expect(after.state).toBe('held')
    expect(after.items.some((it) => it.state === 'open')).toBe(false)
    const next = await t.rows<{ on_day: string; state: string }>("select on_day::text, state from meetings where series_id = $1 and state = 'planned'", [idOf('series', 'rs')])
    expect(next).toEqual([{ on_day: '2026-03-25', state: 'planned' }])
    expect((await t.as('hassan').post(`/overleg/${coming}/onderwerp`, { topic: 'te laat', minutes: '5' })).status).toBe(409)
  })

  test('a task of the team is reported with what came of it', async () => {
    const [task] = await t.rows<{ id: string; version: number }>("select id, version from team_tasks where what = 'Benader Els Verhoeven'")
    expect((await t.as('mirjam').post(`/overleg/taak/${task!.id}`, { state: 'done', result: 'x' }, { version: task!.version })).status).toBe(403)
    const empty = await t.as('hassan').post(`/overleg/taak/${task!.id}`, { state: 'done' }, { version: task!.version })
    expect(empty.status).toBe(400)
    expect((await t.as('hassan').post(`/overleg/taak/${task!.id}`, { state: 'done', result: 'Els weet wat er is afgesproken.' }, { version: task!.version })).status).toBe(303)
  })
})

test('[ACT-02] whoever plans a meeting hears everything that is wrong in one go: the day that has passed beside a time that is none', async () => {
  const wrong = await t.as('hassan').post('/overleg/nieuw', { name: 'Overleg', firstOn: '2026-02-01', startsAt: '25:99', minutes: '1,5', everyWeeks: '2', mostNewCases: '2' })
  expect(wrong.status).toBe(400)
  for (const field of ['teamId', 'goal', 'firstOn', 'startsAt', 'minutes', 'place', 'participants']) expect(wrong.text, field).toContain(`id="field-${field}-error"`)
  expect(wrong.text).toContain('Vul een tijd in, bijvoorbeeld 9:30.')
  expect((await t.as('hassan').post('/overleg/nieuw', { name: 'Overleg', firstOn: '9999-12-31' })).text).toContain('Vul een datum in met een jaar van 1900 tot en met 2199.')
})

test('[ACT-02] the report of a meeting that was held has what is on in the area of the team in the coming two weeks', async () => {
  const [held] = await t.rows<{ id: string }>("select m.id from meetings m join meeting_series s on s.municipality_id = m.municipality_id and s.id = m.series_id join teams k on k.municipality_id = s.municipality_id and k.id = s.team_id where k.slug = 'randenbroek-schuilenburg' and m.state = 'held' limit 1")
  const report = (await t.as('mirjam').json(`/meetings/${held?.id}`)).json() as { activities: { slug: string; day: string }[] | null }
  const today = t.now().toISOString().slice(0, 10)
  const last = new Date(t.now().getTime() + 13 * 86_400_000).toISOString().slice(0, 10)
  expect(report.activities?.map(({ slug }) => slug)).toContain('eetclub')
  expect(report.activities?.map(({ slug }) => slug)).not.toContain('eetcafe')
  expect(report.activities?.every(({ day }) => day >= today && day <= last)).toBe(true)
  const { text } = await t.as('mirjam').get(`/overleg/${held?.id}`)
  expect(text).toContain('Te doen in de wijk')
  expect(text).toContain('/meegeven/kiezen?s=')
  const [planned] = await t.rows<{ id: string }>("select m.id from meetings m join meeting_series s on s.municipality_id = m.municipality_id and s.id = m.series_id join teams k on k.municipality_id = s.municipality_id and k.id = s.team_id where k.slug = 'randenbroek-schuilenburg' and m.state = 'planned' limit 1")
  if (planned) expect((await t.as('mirjam').json(`/meetings/${planned.id}`)).json()).toMatchObject({ activities: null })
})
