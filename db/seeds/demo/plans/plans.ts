import type { PlanSeed } from './story.ts'

/** The plan that is furthest: public, with something that came after it. */
export const randenbroek: PlanSeed = {
  key: 'randenbroek', area: 'randenbroek-schuilenburg', from: 0, until: 3, fromMap: true, opened: { by: 'hassan', on: -28 }, published: { by: 'anke', on: -14 },
  about: 'In deze wijk wonen veel ouderen, en veel mensen wonen alleen. Wij willen dat zij mensen om zich heen hebben, dicht bij huis. Bewoners, kerken en organisaties doen dat samen.',
  goals: [
    { key: 'visits', term: 'short', ahead: 1, state: 'running', goal: 'Ouderen die bijna niemand zien, krijgen bezoek', sign: 'vrijwilligers komen bij veertig ouderen over de vloer, die dat zelf fijn vinden', by: 'els', on: -27 },
    { key: 'evening', term: 'short', ahead: 0, state: 'running', goal: 'Het wijkinformatiepunt is één avond per week open', sign: 'elke week komen er tien of meer mensen', by: 'hassan', on: -27 },
    { key: 'names', term: 'short', ahead: 0, state: 'reached', goal: 'Vrijwilligers weten wie zij kunnen bellen', sign: 'elke vrijwilliger heeft een vaste naam met een nummer', explained: 'Alle bezoekers van de kerken en het informatiepunt hebben nu een vaste collega in het team.', by: 'hassan', on: -27 },
    { key: 'hospital', term: 'medium', ahead: 2, goal: 'Wie uit het ziekenhuis komt, krijgt binnen een week bezoek', sign: 'het team telt hoeveel dagen het duurt', by: 'mirjam', on: -26 },
    { key: 'flats', term: 'medium', ahead: 3, goal: 'Buren in de flats van Schuilenburg kennen elkaar', sign: 'bewoners geven het samenleven een hoger cijfer dan de 5,2 van 2009', by: 'hassan', on: -26 },
    { key: 'meals', term: 'long', ahead: 5, goal: 'In elke buurt is een vaste plek om samen te eten', sign: 'twee plekken die elke week open zijn', by: 'els', on: -26 },
  ],
  actions: [
    { goal: 'visits', what: 'Op bezoek bij ouderen die alleen wonen', problem: 'Eenzaamheid: wie weinig mensen ziet, vraagt zelf niet om hulp', forWhom: '75-plussers die alleen wonen, eerst in Schuilenburg', organization: 'grijs-genoegen', party: 'bezoekers van de Brugkerk', moment: 'het hele jaar, tien adressen per maand', owner: 'els', by: 'els', on: -25, state: 'running', result: 'De eerste negentien mensen zijn bezocht. Zes van hen eten nu mee met de eetclub.', next: 5 },
    { goal: 'visits', what: 'De eerste keer meelopen naar de eetclub', problem: 'De drempel om alleen binnen te stappen is hoog', forWhom: 'ouderen die voor het eerst komen', organization: 'wijkinformatiepunt-rs', moment: 'elke dinsdag en donderdag', owner: 'hassan', by: 'hassan', on: -24, state: 'running', next: -2 },
    { goal: 'evening', what: 'Een avond open met twee vrijwilligers', problem: 'Wie overdag werkt of zorgt, kan nu niet binnenlopen', forWhom: 'mantelzorgers en mensen die werken', organization: 'wijkinformatiepunt-rs', moment: 'woensdagavond, als er acht vrijwilligers zijn', owner: 'hassan', by: 'hassan', on: -24, next: 12 },
    { goal: 'names', what: 'Een avond om namen en nummers uit te wisselen', problem: 'Vrijwilligers bleven met hun zorgen zitten', forWhom: 'bezoekers van kerken en het informatiepunt', party: 'schakelteam en de kerken', moment: 'één avond in Nijenstede', owner: 'hassan', by: 'hassan', on: -24, state: 'done', result: 'Er waren 23 vrijwilligers. Iedereen ging weg met een naam en een nummer.', closed: -16 },
    { goal: 'hospital', what: 'Afspreken dat het ziekenhuis vooraf een seintje geeft', problem: 'Hulp in huis begint soms pas na weken', forWhom: 'mensen die thuiskomen en niemand hebben', organization: 'beweging30', party: 'het ziekenhuis', moment: 'gesprek dit voorjaar', owner: 'mirjam', by: 'mirjam', on: -22, next: 9 },
    { goal: 'flats', what: 'Kennismaken per portiek, met soep', problem: 'Overlast van buren, vooral geluid', forWhom: 'bewoners van de flats in Schuilenburg', organization: 'swa', party: 'bewoners van de flats', moment: 'elke maand een ander portiek', owner: 'hassan', by: 'hassan', on: -10, next: 20 },
    { what: 'Samen fietsen en wandelen op zondag', problem: 'Weinig beweging, en weinig aanloop in het weekend', forWhom: 'iedereen die mee wil, op eigen tempo', organization: 'wijkinformatiepunt-rs', moment: 'elke zondag', owner: 'els', by: 'els', on: -22, state: 'running', next: 26 },
  ],
}

/** The plan before it: over, with what came of it. */
export const before: PlanSeed = {
  key: 'randenbroek before', area: 'randenbroek-schuilenburg', from: -3, until: -1, fromMap: false, opened: { by: 'hassan', on: -1100 }, published: { by: 'hassan', on: -40 },
  about: 'Ouderen vinden de weg naar iets te doen in de buurt.',
  ended: { by: 'hassan', on: -41, outcome: 'De eetclub, de fietsclub en de wandelclub zijn begonnen en draaien op vrijwilligers. Wie niet zelf komt, bereikten we nog te weinig. Daarmee begint het volgende plan.' },
  goals: [{ key: 'clubs', term: 'short', ahead: 2, state: 'reached', goal: 'Er is elke week iets te doen waar je alleen naartoe kunt', sign: 'drie activiteiten die door vrijwilligers worden gedragen', explained: 'Eetclub, fietsclub en wandelclub.', by: 'hassan', on: -1090 }],
  actions: [{ goal: 'clubs', what: 'Met bewoners een eetclub beginnen', problem: 'Alleen eten, elke dag', forWhom: 'ouderen die alleen wonen', organization: 'wijkinformatiepunt-rs', moment: 'twee keer per week', owner: 'hassan', by: 'hassan', on: -1080, state: 'done', result: 'De tafel zit bijna altijd vol.', closed: -300 }],
}

/** A plan that only the team sees: nothing of it is public yet. */
export const schothorst: PlanSeed = {
  key: 'schothorst', area: 'schothorst', from: 0, until: 2, fromMap: true, opened: { by: 'tom', on: -9 },
  about: 'In Schothorst wonen mensen met een psychische kwetsbaarheid soms wel in de wijk, maar niet mét de wijk. Dat willen we anders.',
  goals: [
    { key: 'greet', term: 'short', ahead: 1, goal: 'Bewoners van het complex en hun buren groeten elkaar', sign: 'we vragen het na bij de koffie, voor en na', by: 'nadia', on: -8 },
    { key: 'join', term: 'medium', ahead: 2, goal: 'Mensen met een psychische achtergrond doen mee in het wijkcentrum', sign: 'vijftien mensen komen zonder begeleider', by: 'tom', on: -8 },
  ],
  actions: [
    { goal: 'greet', what: 'Koffie in de hal van het complex', problem: 'Veel bewoners kennen niemand in het eigen gebouw', forWhom: 'bewoners van het complex en de straat', organization: 'kwintes', moment: 'de eerste zaterdag van de maand', owner: 'nadia', by: 'nadia', on: -7, next: 8 },
    { goal: 'join', what: 'Een gastvrouw of gastheer bij het eetcafé', problem: 'Wie binnenkomt en niemand kent, gaat weer weg', forWhom: 'mensen die voor het eerst komen', organization: 'ravelijn', moment: 'elke week, vanaf de zomer', owner: 'tom', by: 'tom', on: -7, next: 15 },
  ],
}
