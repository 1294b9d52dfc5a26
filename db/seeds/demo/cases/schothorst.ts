import type { Story } from './story.ts'

const team = 'schothorst' as const

/** Cases of Schothorst. */
export const schothorst: readonly Story[] = [
  {
    key: 'harassed', number: 'A1A2-0RV1-CW', team, owner: 'nadia', state: 'action', opened: -25, steps: [-25, -21, -12], next: 1, urgency: 'now',
    about: {
      kind: 'safety', themes: ['safety', 'neighbours'], question: 'Wordt in de straat lastiggevallen', behind: 'Blijven of verhuizen?', ownWords: { said: 'Ik wil hier gewoon wonen.', on: -21 },
      introducedBy: 'begeleiding aan huis', sex: 'male', age: '35-54', lives: 'alone',
    },
    parties: [
      { who: 'nadia', role: 'owner', class: 4, reason: 'Begeleidt de bewoner', from: -25 },
      { who: 'tom', role: 'member', reason: 'Praat met de buren', from: -21 },
      { who: 'dirk', role: 'guest', reason: 'Weet wat er in de straat gemeld is', from: -12, until: 30, outsideTeam: true },
    ],
    grounds: [{ kind: 'legal-task', for: { organization: 'politie' }, article: 'Politiewet 2012, artikel 3', by: 'nadia', from: -12, until: 30 }],
    answers: [
      { at: '2.9', by: 'nadia', on: -21, body: 'Hij durft ’s avonds niet meer naar buiten.' },
      { at: '3.1', by: 'nadia', on: -12, body: 'Begeleiding komt vaker, Tom spreekt de buren, de wijkagent loopt langs.' },
    ],
    actions: [
      { what: 'Met de buren in gesprek', why: 'Zij kennen hem niet', taker: { who: 'tom' }, agreed: -12, due: 3 },
      { what: 'Extra rondje in de straat', why: 'Dat hij ziet dat er iemand is', taker: { who: 'dirk' }, agreed: -12, due: -2, state: 'done', result: 'Drie avonden gelopen, rustig', closed: -3 },
    ],
    contacts: [
      { by: 'nadia', on: -21, channel: 'visit', with: 'resident' },
      { by: 'tom', on: -8, channel: 'visit', with: 'own-network' },
    ],
  },
  {
    key: 'dutch-lessons', number: 'PMPE-JERR-95', team, owner: 'tom', state: 'progress', opened: -80, steps: [-80, -74, -60, -18], next: 12,
    about: { kind: 'taking-part', themes: ['isolation'], question: 'Nederlands leren zonder klas', behind: 'In een klas slaat de angst toe.', introducedBy: 'dagactiviteiten', sex: 'female', age: '18-34' },
    parties: [
      { who: 'tom', role: 'owner', class: 4, reason: 'Bracht de casus in', from: -80 },
      { who: 'nadia', role: 'member', reason: 'Begeleidt thuis', from: -74 },
    ],
    answers: [
      { at: '3.2', by: 'tom', on: -60, body: 'Een taalmaatje aan de keukentafel, later samen naar het taalcafé.' },
      { at: '4.1', by: 'nadia', on: -18, body: 'Zij belde deze week zelf de tandarts.' },
    ],
    actions: [{ what: 'Taalmaatje zoeken', why: 'Een op een voelt veilig', taker: { who: 'tom' }, agreed: -60, due: -40, state: 'done', result: 'Gevonden, zij zien elkaar op dinsdag', closed: -44 }],
    contacts: [{ by: 'nadia', on: -18, channel: 'visit', with: 'resident' }],
  },
  {
    key: 'not-alone', number: 'QP9X-5DVX-3P', team, owner: 'nadia', state: 'deepening', opened: -12, steps: [-12, -6], next: 3,
    about: { kind: 'taking-part', themes: ['isolation'], question: 'Wil wel naar het buurthuis, niet alleen', ownWords: { said: 'Die eerste keer, dat is het ergste.', on: -6 }, introducedBy: 'wijkbewoner', sex: 'male', age: '55-64', lives: 'alone' },
    parties: [{ who: 'nadia', role: 'owner', class: 4, reason: 'Bracht de casus in', from: -12 }],
    answers: [{ at: '2.10', by: 'nadia', on: -6, body: 'Iemand haalt hem thuis op, gaat mee naar binnen en stelt hem voor.' }],
    actions: [{ what: 'Ophalen en samen naar de eetgroep', why: 'De drempel is de eerste keer', taker: { party: 'een gastvrouw van het buurthuis' }, agreed: -6, due: 3 }],
  },
  {
    key: 'in-silence', number: 'RGXX-RYA5-EF', team, owner: 'tom', state: 'signal', opened: -1, steps: [-1], next: 7,
    about: { kind: 'company', themes: ['isolation', 'health'], question: 'Lijkt het goed te doen, maar ziet niemand', introducedBy: 'sportvereniging', sex: 'female', age: '18-34', lives: 'alone' },
    parties: [{ who: 'tom', role: 'owner', class: 4, reason: 'Kreeg het signaal', from: -1 }],
    answers: [{ at: '1.4', by: 'tom', on: -1, body: 'Van de trainer gehoord. Zij weet dat hij met ons praat.' }],
  },
  {
    key: 'would-help', number: '7K3M-Q9TX-25', team, owner: 'tom', state: 'closed', opened: -90, steps: [-90, -80, null, null, -45], next: null,
    about: { kind: 'company', themes: ['isolation'], question: 'Ziet nooit iemand', introducedBy: 'buren', sex: 'male', age: '65-74', lives: 'alone' },
    parties: [{ who: 'tom', role: 'owner', class: 4, reason: 'Kreeg het signaal', from: -90, until: 60 }],
    answers: [{ at: '2.7', by: 'tom', on: -80, body: 'Hij wil geen contact in de buurt. Als buren iets vragen, helpt hij.' }],
    contacts: [{ by: 'tom', on: -80, channel: 'visit', with: 'resident' }],
    closure: {
      on: -45, outcome: 'declined', problem: 'Er was geen probleem: hij is graag alleen.', problemOwner: 'de buren, die zich zorgen maakten', whatWorked: 'Het hem vragen.',
      satisfaction: 'Hij vond het fijn dat iemand het vroeg.', stayAlert: 'Nee.', lesson: 'Vraag het eerst. Wie geen hulp wil, kan wel willen helpen.',
    },
  },
]
