import type { Story } from './story.ts'

const team = 'randenbroek-schuilenburg' as const

/** Cases of Randenbroek-Schuilenburg: the one we follow, one in portfolio, one put to a colleague, one closed. */
export const randenbroek: readonly Story[] = [
  {
    key: 'bridging', number: '5RKC-1T9F-6P', team, owner: 'mirjam', state: 'action', opened: -14, steps: [-14, -11, -7], next: 2, urgency: 'soon',
    about: {
      kind: 'help-at-home', themes: ['health', 'worrying-situation'], question: 'Hulp in huis overbruggen tot het besluit er is', behind: 'Zij wil de baas blijven in haar eigen huis.',
      ownWords: { said: 'Hulp in huis, en snel. Verder geen gedoe.', on: -7 }, introducedBy: 'thuiszorg', sex: 'female', age: '75-84', lives: 'alone',
    },
    parties: [
      { who: 'mirjam', role: 'owner', class: 4, reason: 'Komt aan huis en zag dat er hulp nodig was', from: -14 },
      { who: 'els', role: 'member', reason: 'Zoekt of een vrijwilliger kan meelopen', from: -11 },
      { who: 'ria', role: 'action-taker', reason: 'Gaat op bezoek in de weken zonder indicatie', from: -7, until: 85, outsideTeam: true },
      { who: 'marleen', role: 'consulted', reason: 'Doet de spoedaanvraag voor hulp in huis', from: -6, until: 36, outsideTeam: true },
      { who: 'hassan', role: 'process-guard', class: 2, reason: 'Let erop dat de afspraken terugkomen', from: -11, ended: -5 },
    ],
    grounds: [
      { kind: 'consent', for: { team }, withName: true, explained: 'Bespreken in het schakelteam, om hulp te vinden tot het besluit. Zij mag dit elk moment stoppen.', manner: 'spoken', by: 'mirjam', from: -7, until: 85 },
      { kind: 'consent', for: { organization: 'grijs-genoegen' }, withName: true, explained: 'Bezoek zonder indicatie. Grijs Genoegen krijgt naam, adres en telefoon.', manner: 'spoken', by: 'mirjam', from: -7, until: 85 },
      { kind: 'consent', for: { organization: 'huisartsen' }, withName: true, explained: 'Alleen de spoedaanvraag voor hulp in huis.', manner: 'by-phone', by: 'mirjam', from: -6, until: 36 },
      { kind: 'consent', for: { organization: 'symfora' }, explained: 'Overleg over stemming, zonder naam.', manner: 'spoken', by: 'mirjam', from: -10, until: 80, withdrawn: -7 },
    ],
    answers: [
      { at: '1.1', by: 'mirjam', on: -14, body: 'Een oudere vrouw die alleen woont. Staan en lopen gaat moeilijk.' },
      { at: '1.4', by: 'mirjam', on: -14, body: 'Zelf gezien tijdens de zorg aan huis.' },
      { at: '2.3', by: 'els', on: -11, body: 'Een nicht in Leusden belt elke zondag. De buurvrouw let op de gordijnen.' },
      { at: '2.7', by: 'mirjam', on: -11, body: 'Zij wil alleen hulp bij het schoonmaken. Verpleging vindt ze niet nodig.' },
      { at: '2.9', by: 'mirjam', on: -11, body: 'Het besluit over hulp in huis duurt zes tot acht weken. Zo lang gaat het niet goed.' },
      { at: '3.1', by: 'mirjam', on: -7, body: 'Zij wil alleen hulp in huis, geen verpleging.\nHet besluit duurt zes tot acht weken. Grijs Genoegen kan zonder indicatie beginnen en overbrugt die tijd.' },
    ],
    actions: [
      { what: 'Op bezoek zonder indicatie', why: 'De weken tot het besluit overbruggen', taker: { who: 'ria' }, agreed: -7, due: 2 },
      { what: 'Spoedaanvraag voor hulp in huis', why: 'Het besluit kan zo sneller komen', taker: { who: 'marleen' }, agreed: -6, due: -2 },
      { what: 'Vragen of zij wil dat we dit bespreken', why: 'Zonder haar ja noemen we geen naam', taker: { who: 'mirjam' }, agreed: -11, due: -7, state: 'done', result: 'Toestemming gevraagd en gekregen', closed: -7 },
      { what: 'De stoel in de gang weghalen', why: 'Dan kan zij erlangs met de rollator', taker: { party: 'de nicht' }, agreed: -7, due: 5 },
    ],
    deeds: [{ what: 'Huisarts gebeld over de aanvraag', by: { who: 'mirjam' }, on: -6 }],
    contacts: [
      { by: 'mirjam', on: -14, channel: 'visit', with: 'resident' },
      { by: 'mirjam', on: -7, channel: 'visit', with: 'resident' },
      { by: 'mirjam', on: -6, channel: 'phone', with: 'gp' },
      { by: 'ria', on: -3, channel: 'phone', with: 'resident' },
    ],
    identity: { person: 'aaltje', name: 'Aaltje Brouwer', address: 'Voorbeeldlaan 12, Amersfoort', phone: '033 000 00 41', by: 'mirjam', on: -7 },
  },
  {
    key: 'through-the-church', number: '4V9P-NQD5-AV', team, owner: 'els', state: 'signal', opened: -2, steps: [-2], next: 5,
    about: { kind: 'company', themes: ['isolation'], question: 'Komt nergens meer sinds de verhuizing', introducedBy: 'Brugkerk', sex: 'male', age: '85+', lives: 'alone' },
    parties: [{ who: 'els', role: 'owner', class: 4, reason: 'Kreeg het van de ouderling en houdt de draad vast', from: -2 }],
    answers: [
      { at: '1.1', by: 'els', on: -2, body: 'Een man die vorig jaar verhuisde en alleen nog bezoek krijgt van de kerk.' },
      { at: '1.4', by: 'els', on: -2, body: 'Van de kerk gehoord. Zij vragen hem eerst zelf of wij mogen meedenken.' },
    ],
    actions: [{ what: 'Hem vragen of het team mag meedenken', why: 'Tot zijn ja blijft de casus zonder naam', taker: { party: 'de ouderling' }, agreed: -2, due: 4 }],
  },
  {
    key: 'no-answer', number: '2YA0-3CXV-2J', team, owner: 'mirjam', state: 'progress', opened: -70, steps: [-70, -63, -56, -42], rounds: [-14], next: 21, portfolio: true,
    about: { kind: 'unclear', themes: ['isolation', 'self-neglect'], question: 'De deur blijft dicht', introducedBy: 'buren', sex: 'male', age: '65-74', lives: 'alone' },
    parties: [
      { who: 'mirjam', role: 'owner', class: 4, reason: 'Bracht de casus in en houdt de draad vast', from: -70 },
      { who: 'hassan', role: 'member', reason: 'Kent het portiek', from: -63 },
    ],
    answers: [
      { at: '1.4', by: 'mirjam', on: -70, body: 'Buren zien hem bijna niet meer. De post blijft liggen.' },
      { at: '2.8', by: 'hassan', on: -63, body: 'Hij doet zelf boodschappen, laat op de avond.' },
      { at: '4.1', by: 'mirjam', on: -42, body: 'Drie keer aangebeld, geen gehoor. Het kaartje is wel weg.' },
      { at: '4.4', round: 2, by: 'mirjam', on: -14, body: 'We dringen niet aan. Over een paar weken proberen we het weer.' },
    ],
    actions: [
      { what: 'Kaartje in de bus met een naam en een nummer', why: 'Dan kan hij zelf kiezen wanneer', taker: { who: 'hassan' }, agreed: -56, due: -49, state: 'done', result: 'Kaartje gebracht', closed: -50 },
      { what: 'Nog eens aanbellen, nu in de avond', why: 'Overdag slaapt hij misschien', taker: { who: 'mirjam' }, agreed: -42, due: -28, state: 'not-done', result: 'Geprobeerd, de deur bleef dicht', closed: -29 },
    ],
    contacts: [
      { by: 'mirjam', on: -60, channel: 'visit', with: 'resident', missed: true },
      { by: 'hassan', on: -50, channel: 'visit', with: 'resident', missed: true },
      { by: 'mirjam', on: -29, channel: 'visit', with: 'resident', missed: true },
    ],
  },
  {
    key: 'one-neighbour', number: 'W83F-FX98-QW', team, owner: 'hassan', state: 'deepening', opened: -20, steps: [-20, -12], next: 1,
    about: { kind: 'care-for-another', themes: ['carer-overload'], question: 'Eén buurvrouw doet alles', behind: 'Hoe houdt zij het vol?', introducedBy: 'ontmoetingscentrum', sex: 'female', age: '65-74', lives: 'alone' },
    parties: [
      { who: 'hassan', role: 'owner', class: 4, reason: 'Bracht de casus in', from: -20 },
      { who: 'els', role: 'member', reason: 'Kent vrijwilligers die de buurvrouw kunnen afwisselen', from: -12 },
    ],
    answers: [
      { at: '1.2', by: 'hassan', on: -20, body: 'Er is niemand anders dan de buurvrouw.' },
      { at: '2.3', by: 'hassan', on: -12, body: 'De buurvrouw kookt, doet boodschappen en gaat mee naar de dokter. Zij kent zelf weinig mensen.' },
    ],
    contacts: [{ by: 'hassan', on: -12, channel: 'walk-in', with: 'own-network' }],
    handover: { to: 'mirjam', on: -1, reason: 'Er speelt nu vooral zorg. Jij komt er al in de straat.' },
  },
  {
    key: 'a-buddy', number: 'SC6A-86QR-MD', team, owner: 'els', state: 'action', opened: -30, steps: [-30, -24, -15], next: 6,
    about: { kind: 'company', themes: ['isolation'], question: 'Zoekt iemand om mee te wandelen', ownWords: { said: 'Alleen wandelen is ook maar alleen.', on: -24 }, introducedBy: 'huisarts', sex: 'female', age: '55-64', lives: 'alone' },
    parties: [
      { who: 'els', role: 'owner', class: 4, reason: 'Regelt het maatje', from: -30 },
      { who: 'mirjam', role: 'consulted', reason: 'Geeft raad over bewegen met pijn', from: -15, until: 60 },
    ],
    answers: [{ at: '3.2', by: 'els', on: -15, body: 'Er is een maatje dat graag buiten is. Zij begint met een kwartier.' }],
    actions: [{ what: 'Kennismaken bij het buurthuis', why: 'Eerst zien of het klikt', taker: { party: 'een maatje van Ravelijn' }, agreed: -15, due: 6 }],
    contacts: [{ by: 'els', on: -16, channel: 'phone', with: 'resident' }],
  },
  {
    key: 'same-building', number: '94D9-FJRA-YT', team, owner: 'els', state: 'closed', opened: -120, steps: [-120, null, -110, -96, -30], next: null,
    about: { kind: 'money', themes: ['debts'], question: 'Brieven die ongeopend blijven', introducedBy: 'ouderenwerk', sex: 'male', age: '75-84', lives: 'with-partner' },
    parties: [{ who: 'els', role: 'owner', class: 4, reason: 'Bracht de casus in', from: -120, until: 60 }],
    answers: [{ at: '4.1', by: 'els', on: -96, body: 'Hij liep zelf binnen bij het spreekuur, twee deuren verder.' }],
    actions: [{ what: 'Samen naar het spreekuur lopen', why: 'Het is in hetzelfde gebouw', taker: { who: 'els' }, agreed: -110, due: -100, state: 'done', result: 'Samen gegaan, daarna ging hij zelf', closed: -101 }],
    contacts: [{ by: 'els', on: -101, channel: 'walk-in', with: 'resident' }],
    closure: {
      on: -30, outcome: 'arranged', problem: 'De post bleef liggen omdat lezen niet meer lukte.', problemOwner: 'de bewoner',
      whatWorked: 'Meelopen. Twee deuren verder is dichterbij dan een telefoonnummer.', satisfaction: 'Hij zegt dat hij weer slaapt.', stayAlert: 'Ja: vraag bij het koffieuur hoe het met de post gaat.',
      lesson: 'Loop de eerste keer mee. Een warme overdracht kost een kwartier en scheelt weken.', aftercare: { by: 'het ouderenwerk', until: 60 },
    },
  },
]
