import type { Story } from './story.ts'

const team = 'kruiskamp-koppel' as const

/** Cases of Kruiskamp-Koppel. */
export const kruiskamp: readonly Story[] = [
  {
    key: 'own-language', number: 'VFRJ-AFM6-0D', team, owner: 'sanne', state: 'progress', opened: -150, steps: [-150, -140, -126, -98], rounds: [-56, -14], next: 9,
    about: {
      kind: 'taking-part', themes: ['isolation', 'health'], question: 'Contact krijgen met een moeder die geen Nederlands spreekt', behind: 'Zij vertrouwt instanties niet.',
      introducedBy: 'geestelijke gezondheidszorg', sex: 'female', age: '35-54', lives: 'alone', nationality: 'Congolese achtergrond',
    },
    parties: [
      { who: 'sanne', role: 'owner', class: 4, reason: 'Bracht de casus in en houdt de draad vast', from: -150, until: 60 },
      { who: 'youssef', role: 'member', reason: 'Kent het buurthuis en de mensen die er komen', from: -140, until: 60 },
    ],
    answers: [
      { at: '1.3', by: 'sanne', on: -150, body: 'Jeugdzorg, de school en een psychiater. Zij weten weinig van elkaar.' },
      { at: '2.5', by: 'sanne', on: -140, body: 'Wantrouwend. Ontspant als iemand haar taal spreekt.' },
      { at: '3.1', by: 'youssef', on: -126, body: 'Samen op bezoek met een collega die Frans spreekt en de cultuur kent.' },
      { at: '4.1', by: 'sanne', on: -98, body: 'De aanspreekvorm die zij gewend is opende de deur.' },
      { at: '4.4', round: 2, by: 'youssef', on: -56, body: 'Moeder en kind zien elkaar in het buurthuis. Dat is neutrale grond.' },
      { at: '4.1', round: 3, by: 'sanne', on: -14, body: 'Zij komt nu uit zichzelf koffie drinken.' },
    ],
    actions: [
      { what: 'Samen op huisbezoek, met iemand die Frans spreekt', why: 'In haar eigen taal durft zij te vertellen', taker: { who: 'youssef' }, agreed: -126, due: -112, state: 'done', result: 'Bezoek gedaan, zij wil een volgende keer', closed: -113 },
      { what: 'De volgende afspraken op dezelfde manier maken', why: 'Het werkt', taker: { who: 'sanne' }, agreed: -14, due: 9 },
    ],
    deeds: [{ what: 'Ontmoeting van moeder en kind verplaatst naar het buurthuis', by: { who: 'youssef' }, on: -60 }],
    contacts: [
      { by: 'youssef', on: -113, channel: 'visit', with: 'resident' },
      { by: 'sanne', on: -15, channel: 'walk-in', with: 'resident' },
    ],
  },
  {
    key: 'met-in-de-roef', number: 'H72S-R9D6-RJ', team, owner: 'sanne', state: 'action', opened: -35, steps: [-35, -28, -9], next: -1,
    about: { kind: 'health', themes: ['health'], question: 'Thuis lukt een afspraak niet', introducedBy: 'geestelijke gezondheidszorg', sex: 'male', age: '35-54', lives: 'alone' },
    parties: [{ who: 'sanne', role: 'owner', class: 4, reason: 'Bracht de casus in', from: -35 }],
    answers: [{ at: '2.10', by: 'sanne', on: -28, body: 'Hij is bijna elke dag in De Roef. Daar is praten geen probleem.' }],
    actions: [{ what: 'Elkaar spreken in De Roef', why: 'Daar voelt hij zich op zijn gemak', taker: { who: 'sanne' }, agreed: -9, due: -3 }],
    contacts: [{ by: 'sanne', on: -30, channel: 'visit', with: 'resident', missed: true }],
  },
  {
    key: 'bags', number: '25EM-AV8H-JF', team, owner: 'youssef', state: 'signal', opened: -3, steps: [-3], next: 2, urgency: 'soon',
    about: { kind: 'unclear', themes: ['worrying-situation'], question: 'Neemt overal tassen mee naartoe', introducedBy: 'buurthuis', lives: 'no-home' },
    parties: [{ who: 'youssef', role: 'owner', class: 4, reason: 'Kreeg het signaal in het buurthuis', from: -3 }],
    answers: [{ at: '1.4', by: 'youssef', on: -3, body: 'Zelf gezien. Ik weet nog niet waarom. Eerst vragen, dan pas denken.' }],
    actions: [{ what: 'Bij de koffie vragen hoe het gaat', why: 'Een precieze vraag laat zien wat erachter zit', taker: { who: 'youssef' }, agreed: -3, due: 1 }],
  },
  {
    key: 'debts', number: 'EBKK-NRMA-MF', team, owner: 'youssef', state: 'deepening', opened: -10, steps: [-10, -5], next: 0, urgency: 'now',
    about: { kind: 'money', themes: ['debts', 'housing'], question: 'De huur is drie maanden niet betaald', behind: 'Werk verloren, en het durft niemand te weten.', introducedBy: 'een buurtgenoot', sex: 'male', age: '35-54', lives: 'with-family' },
    parties: [
      { who: 'youssef', role: 'owner', class: 4, reason: 'Werd gebeld door een buurtgenoot', from: -10 },
      { who: 'sanne', role: 'consulted', reason: 'Geeft raad over spanning in het gezin', from: -5, until: 40 },
    ],
    answers: [
      { at: '1.4', by: 'youssef', on: -10, body: 'Van een buurtgenoot gehoord, met medeweten van het gezin.' },
      { at: '2.2', by: 'youssef', on: -5, body: 'Twee ouders en drie kinderen. De kinderen merken dat er iets is.' },
    ],
    actions: [{ what: 'Schuldhulp in de wijk meteen bellen', why: 'Een uitzetting dreigt', taker: { who: 'youssef' }, agreed: -5, due: 0 }],
    contacts: [
      { by: 'youssef', on: -9, channel: 'phone', with: 'resident' },
      { by: 'youssef', on: -5, channel: 'visit', with: 'resident' },
    ],
  },
]
