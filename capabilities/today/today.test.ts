import { afterAll, beforeAll, expect, test } from 'vitest'
import { caseId } from '../../db/seeds/demo/cases.ts'
import { personId } from '../../db/seeds/demo/cast.ts'
import { seedDemo, worldAt } from '../../db/seeds/demo/index.ts'
import { signalId } from '../../db/seeds/demo/signals.ts'
import { daysBetween, dayOf } from '../../platform/dates.ts'
import { monday, type Town, town } from '../../tests/support/town.ts'

const day = 86_400_000
const sunday = new Date(monday.getTime() + 6 * day)

// The demonstration as somebody sees it who starts it on a Sunday: the worst day to show work on.
let t: Town
beforeAll(async () => {
  t = await town({ seed: (owner) => seedDemo(owner, sunday, false) })
  t.pass(6 * day)
})
afterAll(() => t.close())

type Line = { what: string; by: string | null; on: string | null; href: string }
type Today = { now: Line[]; week: Line[]; others: Line[]; meeting: { onDay: string } | null; broughtIn: { gist: string; state: string }[] }
const seen = async (who: Parameters<Town['as']>[0]) => (await t.as(who).json('/today')).json() as Today

const isWeekend = (on: string) => [0, 6].includes(new Date(`${on}T00:00:00Z`).getUTCDay())

test('the days of the demonstration are working days, whichever day it starts on', () => {
  for (let start = 0; start < 7; start += 1) {
    const world = worldAt(new Date(monday.getTime() + start * day))
    const today = world.day(0)
    expect(world.workday(0)).toBe(today)
    for (const offset of [-9, -3, -2, -1, 1, 2, 3, 4, 9]) {
      const on = world.workday(offset)
      expect(isWeekend(on), `${today} ${offset}`).toBe(false)
      expect(Math.sign(daysBetween(today, on))).toBe(Math.sign(offset))
      expect(Math.abs(daysBetween(world.day(offset), on))).toBeLessThanOrEqual(2)
    }
    expect(new Date(`${world.weekday(9)}T00:00:00Z`).getUTCDay()).toBe(3)
    expect(daysBetween(today, world.weekday(9))).toBeGreaterThan(2)
  }
})

test('there is work for everybody we follow, the meeting is next week, and nothing is absurdly late', async () => {
  for (const who of ['hassan', 'mirjam', 'els', 'youssef', 'sanne'] as const) {
    const { now, week, meeting } = await seen(who)
    expect(now.length, who).toBeGreaterThan(0)
    expect(now.length + week.length, who).toBeGreaterThan(1)
    expect(meeting, who).not.toBeNull()
    for (const line of now) expect(daysBetween(line.on ?? dayOf(sunday), dayOf(sunday)), `${who} ${line.what}`).toBeLessThanOrEqual(5)
  }
  expect(isWeekend((await seen('hassan')).meeting?.onDay ?? '')).toBe(false)
})

test('a line says what it is about: the beginning of a signal, the question of a case, when the meeting is', async () => {
  const hassan = await seen('hassan')
  expect(hassan.now.map((it) => it.by).join()).toContain('gordijnen')
  const mirjam = await seen('mirjam')
  expect(mirjam.now.find((it) => it.href.endsWith('/antwoord'))?.by).toMatch(/^woensdag 11 maart, 14\.00 uur$/)
  expect(mirjam.week.map((it) => it.by).join()).toContain('Hulp in huis overbruggen')
})

test('the page says in words how things stand, also when nothing waits', async () => {
  expect((await t.as('hassan').get('/vandaag')).text).toMatch(/(Drie|Vier|Vijf) dingen wachten op jou\. Daarna is alles bij tot [a-z]+dag\./)
  const tom = (await t.as('tom').get('/vandaag')).text
  expect(tom).toMatch(/Alles is bij\. Het eerste komt [a-z]+dag \d+ maart\./)
  expect(tom).toContain('Er is nu niets dat niet kan wachten.')
})

test('[SIG-03] a volunteer sees what became of every signal passed on, and no work of others', async () => {
  const { broughtIn, now, week, others } = await seen('joke')
  expect(broughtIn.map((it) => it.state)).toEqual(expect.arrayContaining(['Wacht op oppakken', 'Casus geopend']))
  expect([...now, ...week, ...others]).toEqual([])
  expect((await seen('mirjam')).broughtIn).toEqual([])
  expect((await t.as('joke').get('/vandaag')).text).toContain('Wat jij doorgaf')
})

test('[PRI-17] the log holds which cases and signals somebody saw in it', async () => {
  await t.as('mirjam').get('/vandaag')
  const [row] = await t.rows<{ subjects: string[] }>("select subjects from audit.events where event_code = 'today.view' and user_id = $1 order by occurred_at desc, id desc limit 1", [personId('mirjam')])
  expect(row?.subjects).toEqual(expect.arrayContaining([caseId('bridging'), signalId('tired-daughter'), signalId('from-the-church')]))
})

test('[ACT-10] who says what may stand on the sharing board sees on Today how many notices wait and were reported, with the way there', async () => {
  const board = async (who: Parameters<Town['as']>[0]) => (await seen(who)).now.filter(({ href }) => href === '/activiteiten/ruilbord')
  const [count] = await t.rows<{ waiting: string; reported: string }>("select (select count(*) from board_notices where state = 'waiting' and until_on >= $1) as waiting, (select count(distinct notice_id) from board_reports) as reported", [dayOf(t.now())])
  const [waiting, reported] = [Number(count?.waiting), Number(count?.reported)]
  expect([waiting > 0, reported > 0]).toEqual([true, true])
  expect(await board('petra')).toMatchObject([{ what: `${waiting === 1 ? '1 bericht wacht' : `${waiting} berichten wachten`} tot iemand het leest, ${reported === 1 ? '1 bericht is' : `${reported} berichten zijn`} gemeld`, by: 'Ruil- en deelbord' }])
  expect((await t.as('petra').get('/vandaag')).text).toContain('href="/activiteiten/ruilbord"')
  for (const who of ['mirjam', 'dirk', 'joke'] as const) expect(await board(who), who).toEqual([])

  await t.rows('update board_notices set until_on = left_on where state = $1', ['waiting'])
  await t.rows('delete from board_reports')
  expect(await board('petra')).toEqual([])
})

test('[ACT-13] an action of an area plan stands on Today of who looks after it, and leads to telling where it stands', async () => {
  const { now } = await seen('hassan')
  expect(now[0]?.what).toMatch(/^Signaal/) // who waits for somebody comes before a plan, also when the plan is later
  const line = now.find(({ what }) => what === 'De eerste keer meelopen naar de eetclub')
  expect(line).toMatchObject({ by: 'Wijkplan Randenbroek-Schuilenburg' })
  expect((await t.as('hassan').get(line?.href ?? '')).status).toBe(200)
  expect((await seen('sanne')).now.map(({ what }) => what)).not.toContain(line?.what)
})
