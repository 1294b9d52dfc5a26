import type { Catalogue } from '../../platform/texts.ts'
import { counted } from '../../platform/texts.ts'

/** What makes it hard to come in. */
export const thresholdKinds = {
  information: { nl: 'Mensen weten er niet van, of weten iets verkeerd', en: 'People do not know about it, or know it wrongly' },
  image: { nl: 'Het beeld dat mensen ervan hebben', en: 'The image that people have of it' },
  company: { nl: 'Niemand kennen, niet alleen durven gaan', en: 'Knowing nobody, not daring to go alone' },
  welcome: { nl: 'Hoe het onthaal is, of hoe de groep doet', en: 'How people are received, or how the group behaves' },
  rules: { nl: 'Aanmelden, regels of tijden', en: 'Registering, rules or times' },
  money: { nl: 'Geld', en: 'Money' },
  travel: { nl: 'Er komen', en: 'Getting there' },
  building: { nl: 'Het gebouw', en: 'The building' },
  language: { nl: 'Taal', en: 'Language' },
  other: { nl: 'Iets anders', en: 'Something else' },
} satisfies Catalogue

/** What is done to make room. */
export const roomMeans = {
  information: { nl: 'Informatie gegeven', en: 'Gave information' },
  image: { nl: 'Aan het beeld gewerkt', en: 'Worked on the image' },
  introduction: { nl: 'Mensen aan elkaar voorgesteld', en: 'Introduced people to each other' },
  host: { nl: 'Een gastvrouw of gastheer gevraagd', en: 'Asked a host' },
  activity: { nl: 'Iets gedaan dat kennismaken makkelijker maakt', en: 'Did something that eases getting to know each other' },
  other: { nl: 'Iets anders', en: 'Something else' },
} satisfies Catalogue

/** What came of it. */
export const effects = {
  gone: { nl: 'De drempel is weg', en: 'The threshold is gone' },
  smaller: { nl: 'De drempel is lager', en: 'The threshold is lower' },
  same: { nl: 'Het maakt nog geen verschil', en: 'It makes no difference yet' },
} satisfies Catalogue

/** Sentences around thresholds and making room. */
export const thresholdTexts = {
  section: { nl: 'Drempels en ruimte maken', en: 'Thresholds and making room' },
  lead: { nl: 'Alleen collega’s zien dit.', en: 'Only colleagues see this.' },
  none: { nl: 'Niemand schreef hier nog een drempel op.', en: 'Nobody wrote down a threshold here yet.' },
  note: { nl: 'Schrijf een drempel op', en: 'Write down a threshold' },
  noteIntro: (name: string) => ({ nl: `Wat maakt het lastig om binnen te komen of mee te doen bij ${name}? Je collega’s lezen het bij deze plek.`, en: `What makes it hard to come in or take part at ${name}? Your colleagues read it with this entry.` }),
  kind: { nl: 'Wat voor drempel is het?', en: 'What kind of threshold is it?' },
  what: { nl: 'Wat is er aan de hand?', en: 'What is the matter?' },
  noNames: { nl: 'Schrijf over de plek, niet over iemand: geen namen of andere gegevens van bewoners.', en: 'Write about the place, not about a person: no names or other data of residents.' },
  forWhom: { nl: 'Voor wie is dat een drempel?', en: 'For whom is that a threshold?' },
  forWhomHint: { nl: 'Een groep mensen, bijvoorbeeld “wie nieuw is en niemand kent”. Geen namen.', en: 'A group of people, for example “who is new and knows nobody”. No names.' },
  place: { nl: 'Op welke plek?', en: 'At which place?' },
  everywhere: { nl: 'Overal, of maakt niet uit', en: 'Everywhere, or no matter' },
  alreadyDone: { nl: 'Wat is er al gedaan?', en: 'What has been done already?' },
  laterHint: { nl: 'Dit mag ook later.', en: 'You may also do this later.' },
  noted: { nl: 'De drempel staat erbij.', en: 'The threshold is written down.' },
  makeRoom: { nl: 'Schrijf op wat er is gedaan', en: 'Write down what was done' },
  makeRoomIntro: (what: string) => ({ nl: `Het gaat om deze drempel: ${what}`, en: `This is about the threshold: ${what}` }),
  done: { nl: 'Wat is er gedaan om ruimte te maken?', en: 'What was done to make room?' },
  doneWords: { nl: 'Hoe ging dat?', en: 'How did that go?' },
  doneMissing: { nl: 'Kruis aan wat er is gedaan. Pas daarna is er een effect.', en: 'Tick what was done. Only then is there an effect.' },
  doneKindMissing: { nl: 'Kruis ook aan wat er is gedaan.', en: 'Also tick what was done.' },
  effect: { nl: 'Wat levert het op?', en: 'What does it yield?' },
  notYet: { nl: 'Dat weten we nog niet', en: 'We do not know yet' },
  effectWords: { nl: 'Waaraan merk je dat?', en: 'How do you notice?' },
  effectFirst: { nl: 'Kies eerst wat het oplevert.', en: 'First choose what it yields.' },
  roomMade: { nl: 'Opgeschreven. Dank je wel.', en: 'Written down. Thank you.' },
  withdraw: { nl: 'Haal de drempel weg', en: 'Take the threshold away' },
  withdrawIntro: (what: string) => ({ nl: `Dit verdwijnt, met wat erbij staat: ${what} Is de drempel geslecht? Schrijf dan liever op wat er is gedaan; daar leert een ander van.`, en: `This disappears, with what stands with it: ${what} Is the threshold gone? Then rather write down what was done; others learn from that.` }),
  withdrawn: { nl: 'De drempel is weggehaald.', en: 'The threshold was taken away.' },
  open: { nl: 'Open', en: 'Open' },
  worked: { nl: 'Er wordt aan gewerkt', en: 'Being worked on' },
  for: (whom: string) => ({ nl: `Voor: ${whom}`, en: `For: ${whom}` }),
  foundBy: (name: string, day: string) => ({ nl: `${name}, ${day}`, en: `${name}, ${day}` }),
  did: { nl: 'Gedaan: ', en: 'Done: ' },
  openCount: (count: number) => ({ nl: counted(count, 'open drempel', 'open drempels'), en: counted(count, 'open threshold', 'open thresholds') }),
  list: { nl: 'Open drempels', en: 'Open thresholds' },
  listLead: { nl: 'Plekken en activiteiten waar collega’s een drempel vonden die er nog is.', en: 'Places and activities where colleagues found a threshold that is still there.' },
  listNone: { nl: 'Er staan geen drempels open.', en: 'No thresholds are open.' },
} satisfies Catalogue
