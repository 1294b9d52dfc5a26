import { afterAll, beforeAll, expect, test } from 'vitest'
import { serviceId } from '../../db/seeds/demo/directory.ts'
import { type Town, type TownsPerson, town } from '../../tests/support/town.ts'

let t: Town
beforeAll(async () => {
  t = await town()
})
afterAll(() => t.close())

type Wish = { theme: string; area: { slug: string; whole: boolean }; people: number; dayParts: string[]; yours?: boolean; acts?: { name: string }[] }
const seen = async (who: TownsPerson) => ((await t.as(who).json(who === 'visitor' ? '/wishes' : '/wishes/staff')).json() as { wishes: Wish[] }).wishes
const one = async (who: TownsPerson, theme: string, slug: string) => (await seen(who)).find((it) => it.theme === theme && it.area.slug === slug)
const leave = (theme: string, area: string, dayParts: string[] = ['evening']) => t.as('visitor').json('/wishes', { theme, area, dayParts })

test('[ACT-05] anybody leaves a wish by form, without a name, and is told what happens next', async () => {
  const before = await t.rows('select id from activity_wishes')
  const sent = await t.as('visitor').post('/wensen/nieuw', { theme: 'garden', area: 'kruiskamp-koppel', dayParts: ['morning', 'weekend'] })

  expect([sent.status, sent.location]).toEqual([303, '/wensen'])
  const [row] = await t.rows("select theme, day_parts, people, left_on from activity_wishes where theme = 'garden' and left_on = '2026-03-02'")
  expect(row).toEqual({ theme: 'garden', day_parts: ['morning', 'weekend'], people: 1, left_on: '2026-03-02' })
  expect((await t.rows('select id from activity_wishes')).length).toBe(before.length + 1)
  expect((await t.rows("select column_name from information_schema.columns where table_name = 'activity_wishes'")).map((it) => it.column_name).toSorted()).toEqual(['area_id', 'day_parts', 'id', 'left_on', 'municipality_id', 'people', 'theme'])
})

test('[ACT-05] all mistakes are named at once, and what was chosen stays', async () => {
  const answer = await t.as('visitor').post('/wensen/nieuw', { area: 'schothorst' })

  expect(answer.status).toBe(400)
  for (const field of ['theme', 'dayParts']) expect(answer.text).toContain(`field-${field}-error`)
  expect(answer.text).toMatch(/<option value="schothorst" selected/)
  expect((await leave('garden', 'leusden')).status).toBe(400)
  expect((await leave('garden', 'schuilenburg')).status).toBe(400)
  expect((await leave('geen-thema', 'schothorst')).status).toBe(400)
})

test('[ACT-05] colleagues see a wish from five people on, everybody else from ten, rounded', async () => {
  for (let count = 1; count <= 11; count += 1) {
    expect((await leave('sport', 'schothorst')).status).toBe(201)
    expect((await one('tom', 'sport', 'schothorst'))?.people, `${count}`).toBe(count < 5 ? undefined : count)
    expect((await one('visitor', 'sport', 'schothorst'))?.people, `${count}`).toBe(count < 10 ? undefined : 10)
    t.pass(700_000)
  }
})

test('[ACT-05] a part of the day is named only when enough people named it', async () => {
  for (const people of [4, 3]) await t.as('tom').json('/wishes/staff', { theme: 'coffee', area: 'schothorst', dayParts: people === 4 ? ['morning', 'evening'] : ['evening'], people })

  expect(await one('tom', 'coffee', 'schothorst')).toMatchObject({ people: 7, dayParts: ['evening'] })
})

test('[ACT-05] nobody reads a wish itself or a small number, not even with the rights of the application', async () => {
  const client = await t.pool.connect()
  try {
    await expect(client.query('select * from activity_wishes')).rejects.toThrow(/permission denied/)
    await expect(client.query("insert into activity_wishes values (gen_random_uuid(), gen_random_uuid(), 'meals', gen_random_uuid(), array['evening'], 1, now())")).rejects.toThrow(/permission denied/)
  } finally {
    client.release()
  }
  expect(await one('hassan', 'games', 'randenbroek-schuilenburg')).toBeUndefined()
  expect((await t.as('hassan').json('/wishes/games/randenbroek-schuilenburg/answers', { serviceId: serviceId('eetclub') })).status).toBe(404)
})

test('[ACT-05] a wish is forgotten after a year', async () => {
  await t.rows("update activity_wishes set left_on = left_on - 366 where theme = 'learning'")

  expect(await one('youssef', 'learning', 'kruiskamp-koppel')).toBeUndefined()
  await leave('meals', 'schothorst')
  expect(await t.rows("select id from activity_wishes where theme = 'learning' and left_on < '2026-03-02'")).toEqual([])
})

test('[ACT-05] only a team of that neighbourhood and who keeps the directory say what has started', async () => {
  const acts = async (who: TownsPerson, theme: string, slug: string) => (await one(who, theme, slug))?.acts?.length

  expect([await acts('tom', 'meals', 'schothorst'), await acts('petra', 'meals', 'schothorst'), await acts('hassan', 'meals', 'schothorst'), await acts('joke', 'meals', 'schothorst')]).toEqual([1, 1, 0, 0])
  expect([await acts('hassan', 'talking', 'amersfoort'), await acts('dirk', 'talking', 'amersfoort')]).toEqual([1, 0])
  for (const who of ['hassan', 'joke', 'dirk', 'anke'] as const) expect((await t.as(who).json('/wishes/meals/schothorst/answers', { serviceId: serviceId('eetclub') })).status, who).toBe(403)
})

test('[ACT-05] the database refuses an answer for a neighbourhood of another team by itself', async () => {
  const answers = async (who: TownsPerson) => {
    const client = await t.pool.connect()
    try {
      await client.query('begin')
      await client.query('select ctx.open(sha256($1), $2, $3, null, null)', [t.secretOf(who), t.settings.municipalityId, t.now()])
      return (await client.query<{ slug: string }>('select slug from areas where id = any (ctx.answers_wishes()) order by slug')).rows.map(({ slug }) => slug)
    } finally {
      await client.query('rollback')
      client.release()
    }
  }

  expect(await answers('tom')).toEqual(['amersfoort', 'schothorst'])
  expect(await answers('petra')).toContain('randenbroek-schuilenburg')
  for (const who of ['joke', 'dirk', 'anke', 'aaltje', 'karin'] as const) expect((await answers(who)).filter((it) => it !== 'leusden'), who).toEqual([])
})

test('[ACT-05] what started in answer is shown to everybody, and counting starts again', async () => {
  const answered = await t.as('tom').post('/activiteiten/wensen/meals/schothorst/begonnen', { serviceId: serviceId('jeugdhuis-avond') })

  expect([answered.status, answered.location]).toEqual([303, '/activiteiten'])
  expect(await one('tom', 'meals', 'schothorst')).toBeUndefined()
  const page = await t.as('visitor').get('/wensen')
  expect(page.text).toContain('Begonnen omdat bewoners erom vroegen')
  expect(page.text).toContain('Open avond in het Jeugdhuis')
  expect(await t.rows("select action from audit.events where event_code = 'participation.answer-wish' and outcome = 'done'")).toEqual([{ action: 'C' }])
})

test('[ACT-05] the way to it: from the agenda for residents, from the rail for colleagues; each row leads to what is there already', async () => {
  expect((await t.as('visitor').get('/agenda')).text).toContain('href="/wensen"')
  const page = (await t.as('hassan').get('/activiteiten')).text
  expect((await t.as('hassan').get('/vandaag')).text).toContain('href="/activiteiten"')
  expect(page).toContain('/sociale-kaart?q=Wandelen+en+fietsen&amp;soort=activiteit&amp;wijk=randenbroek-schuilenburg')
  expect(page).toContain('/sociale-kaart/voorstellen/nieuw?wat=service')
  expect((await t.as('aaltje').json('/wishes/staff')).status).toBe(404)
})
