import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type Browsing, browserOn, type Visit } from '../support/browser.ts'
import { seedAccounts } from '../../db/seeds/demo/accounts.ts'
import { worldAt } from '../../db/seeds/demo/index.ts'
import { seedPeople } from '../../db/seeds/demo/people.ts'
import { type Town, town } from '../support/town.ts'

// One story, told in the order of the tests: each goes on where the one before ended.
let t: Town
let b: Browsing
let neighbour: Visit
let hassan: Visit
let mirjam: Visit
let code = ''
let casePath = ''
beforeAll(async () => {
  t = await town({
    seed: async (owner, now) => {
      await seedPeople(owner)
      await seedAccounts(owner, worldAt(now), false)
    },
  })
  b = await browserOn(t)
  ;[neighbour, hassan, mirjam] = [await b.open(), await b.open(), await b.open()]
})
afterEach(() => expect(b.problems()).toEqual([]))
afterAll(async () => {
  await b.close()
  await t.close()
})

const day = (offset: number): string => new Date(t.now().getTime() + offset * 86_400_000).toISOString().slice(0, 10)
const question = 'Wie ziet of het goed gaat als er niemand opendoet?'

test('[SIG-01] a neighbour reports a worry, anonymous, and gets a code', async () => {
  await neighbour.go('/zorgen')
  await neighbour.select('In welke wijk speelt het?', 'Schuilenburg')
  await neighbour.choose('Over een buur of iemand uit de wijk')
  await neighbour.fill({ 'Wat is er aan de hand?': 'De krant ligt drie dagen op de mat en de radio staat aan.' })
  await neighbour.press('Verstuur')
  expect(await neighbour.heading()).toBe('Uw melding is binnen')
  code = await neighbour.page.locator('.phone-number').innerText()
})

test('[SIG-02] Hassan finds it under Today, takes it up and weighs it', async () => {
  await hassan.signIn('Hassan Amrani')
  expect(await hassan.heading()).toBe('Vandaag')
  await hassan.follow(/^Pak op/)
  await hassan.select('Wie pakt het op?', 'Hassan Amrani, Welzijn Amersfoort (SWA)')
  await hassan.press('Pak op')
  expect(await hassan.heading()).toBe('Signaal uit Schuilenburg')
  expect(await hassan.reads('Het signaal is opgepakt.')).toBe(true)
  await hassan.follow('Weeg')
  await hassan.fill({ 'Wat kan de bewoner zelf, of met familie en buren?': 'De buurvrouw wil best iedere dag even aanbellen.' })
  await hassan.choose('Alleen zijn')
  await hassan.press('Leg de weging vast')
  expect(await hassan.reads('De buurvrouw wil best iedere dag even aanbellen.')).toBe(true)
})

test('[CAS-01] from it comes a case without a name, and Hassan involves Mirjam for one purpose until a day', async () => {
  await hassan.follow('Maak er een casus van')
  await hassan.select('Waar gaat de vraag over?', 'Gezelschap')
  await hassan.fill({ 'Wat is de vraag?': question })
  await hassan.press('Open een casus')
  expect(await hassan.heading()).toBe(question)
  expect(await hassan.reads('Geen naam, geen adres, geen geboortedatum')).toBe(true)
  casePath = hassan.path()
  await hassan.follow('Betrek iemand')
  await hassan.select('Wie?', 'Mirjam de Wit, Beweging 3.0')
  await hassan.choose('Doet een afspraak')
  await hassan.fill({ 'Waarvoor is dat nodig?': 'Aanbellen en kijken of alles goed gaat' })
  await hassan.press('Betrek bij deze casus')
  expect(await hassan.reads('Betrokken. De bewoner kan dit zien.')).toBe(true)
})

test('[MTG-01] Hassan plans a meeting, whose agenda fills itself with the open case, and invites', async () => {
  await hassan.go('/overleg')
  await hassan.follow('Plan een overleg')
  await hassan.select('Voor welk team?', 'Schakelteam Randenbroek-Schuilenburg')
  await hassan.fill({ Naam: 'Schakeloverleg', 'Waarvoor is dit overleg?': 'Samen kijken wat er kan.', 'Eerste keer': day(0), 'Waar?': 'buurthuis in Schuilenburg' })
  await hassan.choose('Mirjam de Wit, Beweging 3.0')
  await hassan.press('Plan dit overleg')
  expect(await hassan.reads('Nieuwe casus')).toBe(true)
  await hassan.follow('Nodig iedereen uit')
  await hassan.press('Verstuur de uitnodiging')

  await mirjam.signIn('Mirjam de Wit')
  await mirjam.follow(/^Geef antwoord/)
  await mirjam.choose('Ja, ik kom')
  await mirjam.press('Geef antwoord')
  expect(await mirjam.reads('Je antwoord is bewaard.')).toBe(true)
})

test('[MTG-04] at the table one line becomes an agreement, read back before it is kept', async () => {
  await hassan.page.reload()
  await hassan.follow('Begin het overleg')
  await hassan.press('Begin nu')
  expect(await hassan.heading()).toBe(question)
  await hassan.fill({ 'Wie doet wat, voor wanneer?': '@Mirjam belt morgenochtend aan voor vrijdag' })
  await hassan.press('Lees terug')
  expect(await hassan.page.getByLabel('Wie doet het?').locator('option:checked').innerText()).toContain('Mirjam de Wit')
  await hassan.fill({ 'Waarom?': 'Een bekend gezicht doet open.' })
  await hassan.press('Leg de afspraak vast')
  expect(await hassan.reads('belt morgenochtend aan')).toBe(true)
})

test('[CAS-09] Mirjam finds the agreement under Today, does it and says what came of it', async () => {
  await mirjam.go('/vandaag')
  await mirjam.follow(/belt morgenochtend aan/)
  await mirjam.choose('Gedaan')
  await mirjam.fill({ 'Wat kwam eruit?': 'Er is opengedaan. De bewoner was verkouden en is blij met de buurvrouw.' })
  await mirjam.press('Leg vast')
  expect(await mirjam.reads('Vastgelegd.')).toBe(true)
})

test('[SIG-03] whoever reported reads what was done, on the follow page', async () => {
  await hassan.go('/signalen')
  await hassan.follow('Afgerond')
  await hassan.follow(/^De krant ligt drie dagen/)
  await hassan.follow('Koppel terug')
  await hassan.choose('Alleen op de volgpagina')
  await hassan.fill({ 'Wat heb je verteld?': 'Wij zijn langs geweest en iemand kijkt er nu vaker.' })
  await hassan.press('Leg de terugkoppeling vast')
  expect(await hassan.reads('De terugkoppeling staat vast.')).toBe(true)

  await neighbour.go('/zorgen/volgen')
  await neighbour.fill({ Code: code })
  await neighbour.press('Bekijk')
  expect(await neighbour.reads('Wij zijn langs geweest en iemand kijkt er nu vaker.')).toBe(true)
  expect(await neighbour.page.content()).not.toContain('verkouden')
})

test('[CAS-11] Hassan goes through the steps and closes the case with its outcome and a lesson; the reporter is owed one more message', async () => {
  await hassan.go(casePath)
  for (const step of ['Verdiepen', 'Doen', 'Voortgang']) {
    await hassan.follow('Ga naar de volgende stap')
    await hassan.choose(step)
    await hassan.press('Begin deze stap')
    expect(await hassan.reads('De stap is begonnen.')).toBe(true)
  }
  await hassan.follow('Sluit de casus')
  await hassan.press('Sluit deze casus')
  expect(await hassan.page.title()).toMatch(/^Fout: Sluit de casus/)
  await hassan.select('Hoe liep het af?', 'De bewoner kon zelf verder')
  await hassan.fill({
    'Wat was achteraf het probleem?': 'Niemand in de straat wist bij wie men kon aankloppen.', 'Van wie was het probleem?': 'de straat', 'Wat werkte, en waarom?': 'Een bekend gezicht aan de deur.',
    'Hoe tevreden is de bewoner?': 'Tevreden.', 'Moeten we alert blijven, en hoe?': 'De buurvrouw belt ons als het stil blijft.', 'Wat leren we ervan?': 'Bel eerst aan, vergader daarna.',
  })
  await hassan.press('Sluit deze casus')
  expect(await hassan.reads('Bel eerst aan, vergader daarna.')).toBe(true)
  const owed = await t.rows<{ about: string }>('select about from signal_feedback where given_at is null and waived_at is null')
  expect(owed).toEqual([{ about: 'case' }])
  await hassan.go('/vandaag')
  await hassan.follow(/^Geef bericht/)
  await hassan.choose('Alleen op de volgpagina')
  await hassan.fill({ 'Wat heb je verteld?': 'Het gaat goed. Wij zijn klaar, en er wordt nu op gelet.' })
  await hassan.press('Leg de terugkoppeling vast')
  expect(await t.rows('select 1 from signal_feedback where given_at is null and waived_at is null')).toEqual([])
  await neighbour.go('/zorgen/volgen')
  await neighbour.fill({ Code: code })
  await neighbour.press('Bekijk')
  expect(await neighbour.reads('Het team heeft het werk aan uw melding afgerond.')).toBe(true)
  expect(await neighbour.reads('Wij zijn klaar, en er wordt nu op gelet.')).toBe(true)
})
