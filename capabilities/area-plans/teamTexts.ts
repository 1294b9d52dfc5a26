import { counted, type Text } from '../../platform/texts.ts'

/** The words about the team that fits an area. */
export const teamTexts = {
  team: { nl: 'Welk team past hierbij', en: 'Which team fits' },
  teamOf: (area: string, from: number, until: number) => ({ nl: `Welk team past bij ${area} ${from}-${until}`, en: `Which team fits ${area} ${from}-${until}` }),
  lead: { nl: 'Wat de wijk vraagt, wat het team nu heeft en wat ontbreekt. Het voorstel is een hulp bij het gesprek; jullie kiezen, met redenen.', en: 'What the area asks, what the team has now and what lacks. The proposal helps the talk; you choose, with reasons.' },
  read: { nl: 'Bekijk het team', en: 'See the team' },
  choose: { nl: 'Team kiezen', en: 'Choose the team' },
  noChoice: { nl: 'Er is nog geen team gekozen.', en: 'No team has been chosen yet.' },
  chosen: { nl: 'Wat we kozen', en: 'What we chose' },
  chosenBy: (by: string, on: string) => ({ nl: `Gekozen door ${by}, ${on}`, en: `Chosen by ${by}, ${on}` }),
  chosenOn: (on: string) => ({ nl: `Gekozen op ${on}.`, en: `Chosen on ${on}.` }),
  before: (count: number) => ({ nl: `Eerdere keuzes (${count})`, en: `Earlier choices (${count})` }),
  newSince: (count: number) => ({ nl: `Over ${counted(count, 'onderwerp', 'onderwerpen')} is nog niet gekozen: dat kwam er later bij.`, en: `About ${counted(count, 'subject', 'subjects')} nothing was chosen yet: that came later.` }),

  proposal: { nl: 'Voorstel', en: 'Proposal' },
  // @source Schakels in de Buurt, sections 6.3 and 9.4: five to ten members work well, for more parties a core team with a second ring, generalists above specialists.
  because: {
    many: (parties: number, most: number): Text => ({ nl: `${parties} organisaties bieden iets voor wat de wijk vraagt. Dat zijn er meer dan in één team passen: Schakels in de Buurt (§6.3) vindt 5 tot ${most} leden goed werken. Kies dan een kernteam met een tweede ring.`, en: `${parties} organisations offer something for what the area asks. Those are more than fit in one team: Schakels in de Buurt (§6.3) finds 5 to ${most} members to work well. Then choose a core team with a second ring.` }),
    few: (parties: number): Text => ({ nl: `${counted(parties, 'organisatie biedt', 'organisaties bieden')} iets voor wat de wijk vraagt. Dat past in één team. Schakels in de Buurt (§6.3 en §9.4) geeft dan de voorkeur aan generalisten, met specialisten die je kunt bellen.`, en: `${counted(parties, 'organisation offers', 'organisations offer')} something for what the area asks. That fits in one team. Schakels in de Buurt (§6.3 and §9.4) then prefers generalists, with specialists to call.` }),
    none: { nl: 'Geen enkele organisatie biedt iets voor wat de wijk vraagt. Hieruit volgt nog geen team.', en: 'No organisation offers anything for what the area asks. No team follows from this yet.' },
  },
  rule: { nl: 'Dit is een vuistregel, geen norm: de schrijvers vragen zelf om meer onderzoek.', en: 'This is a rule of thumb, no norm: its writers themselves ask for more research.' },
  hours: { nl: 'Hoeveel uren het team nodig heeft, is niet bekend.', en: 'How many hours the team needs is not known.' },
  parties: { nl: 'Wie het meeste doet voor wat de wijk vraagt', en: 'Who does most for what the area asks' },
  partyLine: (asked: number, all: number, offers: number) => ({ nl: `voor ${asked} van de ${all} onderwerpen, met ${counted(offers, 'voorziening', 'voorzieningen')}`, en: `for ${asked} of the ${all} subjects, with ${counted(offers, 'service', 'services')}` }),
  inCore: { nl: 'zit in het team', en: 'is in the team' },
  inShell: { nl: 'zit in de schil', en: 'is in the shell' },

  asks: { nl: 'Wat de wijk vraagt', en: 'What the area asks' },
  asksLead: { nl: 'Uit het profiel: elke behoefte, en wat mensen tevergeefs vragen. Wie bij een organisatie werkt die er iets voor biedt, staat er dichtbij. Wat iemand kan, vraag je aan die persoon.', en: 'From the profile: each need, and what people ask for in vain. Who works at an organisation that offers something for it is near it. What somebody can do, ask that person.' },
  noAsks: { nl: 'Over dit gebied weten we nog niet welke deskundigheid nodig is.', en: 'Of this area we do not know yet which expertise is needed.' },
  moreHere: (figure: string) => ({ nl: `Hoger dan in de stad: “${figure}”. Dat vraagt meer deskundigheid.`, en: `Higher than in the city: “${figure}”. That asks for more expertise.` }),
  teamNow: { nl: 'In het team', en: 'In the team' },
  nearby: { nl: 'In de buurt', en: 'Nearby' },
  points: { nl: 'In de analyse', en: 'In the analysis' },
  place: { nl: 'Gekozen', en: 'Chosen' },
  nobody: { nl: 'Niemand.', en: 'Nobody.' },
  offeredBy: (offers: number, organizations: number) => ({ nl: `${counted(offers, 'voorziening', 'voorzieningen')} van ${counted(organizations, 'organisatie', 'organisaties')}`, en: `${counted(offers, 'service', 'services')} of ${counted(organizations, 'organisation', 'organisations')}` }),
  showOffers: (what: string) => ({ nl: `Wie dit biedt: ${what}`, en: `Who offers this: ${what}` }),
  states: {
    covered: { nl: 'In het team', en: 'In the team' },
    shell: { nl: 'Alleen in de schil', en: 'In the shell only' },
    nearby: { nl: 'Ontbreekt in het team, wel in de buurt', en: 'Lacks in the team, is nearby' },
    missing: { nl: 'Ontbreekt', en: 'Lacks' },
    unknown: { nl: 'Weten we niet', en: 'Not known' },
  },
  judged: { nl: 'Zorgen uit de analyse', en: 'Worries from the analysis' },
  judgedLead: { nl: 'Deze zorgen rusten niet op een behoefte hierboven. Welke deskundigheid ze vragen en wie die heeft, is niet af te leiden: bespreek het.', en: 'These worries rest on no need above. Which expertise they ask and who has it cannot be derived: talk about it.' },

  modelLabel: { nl: 'Wat voor team past bij deze wijk?', en: 'Which kind of team fits this area?' },
  reasonsLabel: { nl: 'Waarom kiezen jullie dit?', en: 'Why do you choose this?' },
  reasonsHint: { nl: 'Noem geen namen. Dit komt ook in het openbare plan.', en: 'Name nobody. This is in the public plan too.' },
  coreLabel: { nl: 'Welke deskundigheid hoort in het kernteam?', en: 'Which expertise belongs in the core team?' },
  ringLabel: { nl: 'Welke deskundigheid zit in de tweede ring?', en: 'Which expertise is in the second ring?' },
  callLabel: { nl: 'Waarvoor bel je een specialist?', en: 'For what do you call a specialist?' },
  placesHint: { nl: 'Wat je nergens aankruist, staat in het plan als nog niet geregeld.', en: 'What you tick nowhere stands in the plan as not arranged yet.' },
  twice: { nl: 'Kruis elke deskundigheid één keer aan.', en: 'Tick each expertise once.' },
  done: { nl: 'De keuze staat in het plan.', en: 'The choice is in the plan.' },
  publicTitle: { nl: 'Het team dat hierbij past', en: 'The team that fits' },
} as const

/** Kinds of teams to choose from. @source Schakels in de Buurt, sections 6.2 and 6.3: front-line and second-line model, core team with second ring, generalists and specialists. */
export const models = {
  generalists: { label: { nl: 'Eén team van generalisten', en: 'One team of generalists' }, hint: { nl: 'Mensen die veel kunnen en de wijk kennen. Voor de rest bellen ze een specialist.', en: 'People who can do much and know the area. For the rest they call a specialist.' } },
  'core-and-ring': { label: { nl: 'Een kernteam met een tweede ring', en: 'A core team with a second ring' }, hint: { nl: 'Een klein team, met vaste contactpersonen bij de andere partijen.', en: 'A small team, with fixed contacts at the other parties.' } },
  specialists: { label: { nl: 'Een team van specialisten', en: 'A team of specialists' }, hint: { nl: 'Elke deskundigheid zit in het team zelf.', en: 'Each expertise is in the team itself.' } },
  'second-line': { label: { nl: 'Een team achter de voorkant', en: 'A team behind the front' }, hint: { nl: 'De organisaties werken zelf met bewoners. Het team verbindt en denkt mee.', en: 'The organisations work with residents themselves. The team connects and thinks along.' } },
} as const
export type Model = keyof typeof models

/** Where an expertise was put. */
export const placeWords = {
  core: { nl: 'kernteam', en: 'core team' },
  ring: { nl: 'tweede ring', en: 'second ring' },
  call: { nl: 'specialist op afroep', en: 'specialist on call' },
  none: { nl: 'nog niet geregeld', en: 'not arranged yet' },
} as const
export type PlaceWord = keyof typeof placeWords
