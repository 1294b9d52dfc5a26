import type { Catalogue } from '../../platform/texts.ts'

const texts = {
  title: { nl: 'Wat verwachten we?', en: 'What do we expect?' },
  titleOf: (area: string, edition: number) => ({ nl: `Wat verwachten we van ${area}? Uitgave ${edition}`, en: `What do we expect of ${area}? Edition ${edition}` }),
  lead: { nl: 'Zeg eerst wat je verwacht, en kijk dan pas naar de cijfers. Zo merk je wat je verrast.', en: 'First say what you expect, and only then look at the figures. That is how you notice what surprises you.' },
  see: { nl: 'Eerst verwachten, dan kijken', en: 'First expect, then look' },
  hidden: { nl: 'De cijfers van dit onderwerp zijn voor jou nog dicht.', en: 'The figures of this theme are still closed to you.' },
  others: (count: number) => (count === 1 ? { nl: 'Iemand anders zei al wat te verwachten. Dat zie je straks.', en: 'Somebody else said what to expect. You will see it later.' } : { nl: `Anderen zeiden al ${count} keer wat te verwachten. Dat zie je straks.`, en: `Others said ${count} times what to expect. You will see it later.` }),
  mine: { nl: 'Wat jij verwacht', en: 'What you expect' },
  all: { nl: 'Wat er werd verwacht', en: 'What was expected' },
  nobody: { nl: 'Niemand zei vooraf wat te verwachten.', en: 'Nobody said beforehand what to expect.' },
  noThemes: { nl: 'Er zijn nog geen cijfers om iets van te verwachten', en: 'There are no figures to expect anything of yet' },
  recordTitle: { nl: 'Zeg wat je verwacht', en: 'Say what you expect' },
  recordSubmit: { nl: 'Leg mijn verwachting vast', en: 'Record my expectation' },
  indicatorLabel: { nl: 'Waarover?', en: 'About what?' },
  indicatorHint: { nl: 'Vergeleken met de hele stad.', en: 'Compared with the whole city.' },
  expectsLabel: { nl: 'Wat verwacht je?', en: 'What do you expect?' },
  saidByLabel: { nl: 'Wie zegt dit?', en: 'Who says so?' },
  saidByHint: { nl: 'Geen naam. Bijvoorbeeld: opbouwwerker, of bewoner van de flats', en: 'No name. For example: community worker, or resident of the flats' },
  becauseLabel: { nl: 'Waarom denk je dat?', en: 'Why do you think so?' },
  knewLabel: { nl: 'Ik had dit cijfer al gezien', en: 'I had seen this figure already' },
  knewHint: { nl: 'Dan telt het niet als verwachting, maar bewaren we het wel.', en: 'Then it does not count as an expectation, but we keep it.' },
  twice: { nl: 'Hierover zei je al wat je verwacht.', en: 'You said already what you expect of this.' },
  recordDone: { nl: 'Je verwachting is vastgelegd. Zeg ook iets over de andere cijfers, of kijk nu.', en: 'Your expectation was recorded. Say something about the other figures too, or look now.' },
  revealTitle: { nl: 'Laat de cijfers zien', en: 'Show the figures' },
  revealLead: { nl: 'Daarna kun je over dit onderwerp niets meer verwachten: je hebt het dan gezien.', en: 'After that you can expect nothing of this theme any more: you will have seen it.' },
  skipLabel: { nl: 'Ik sla het over. Ik wil de cijfers zien zonder eerst te zeggen wat ik verwacht', en: 'I skip it. I want to see the figures without saying first what I expect' },
  skipHint: { nl: 'Niet nodig als je al iets hebt vastgelegd.', en: 'Not needed when you recorded something already.' },
  expectFirst: { nl: 'Leg eerst een verwachting vast, of kies dat je het overslaat.', en: 'First record an expectation, or choose to skip it.' },
  revealDone: { nl: 'Dit zijn de cijfers, met wat er werd verwacht.', en: 'These are the figures, with what was expected.' },
  seenAlready: { nl: 'Je zag de cijfers van dit onderwerp al.', en: 'You saw the figures of this theme already.' },
  saidOf: (who: string, what: string) => ({ nl: `${who}: ${what}`, en: `${who}: ${what}` }),
  outcomeOf: (outcome: string, year: string) => ({ nl: `${outcome}, cijfer van ${year}`, en: `${outcome}, figure of ${year}` }),
  knew: { nl: 'Kende het cijfer al, telt niet mee.', en: 'Knew the figure already, does not count.' },
  untested: (why: string) => ({ nl: `Het cijfer beslist dit niet: ${why}.`, en: `The figure does not decide this: ${why}.` }),
  leftOpen: { nl: 'De marge laat het open: het verschil kan er zijn of niet.', en: 'The margin leaves it open: the difference may be there or not.' },
  larger: { nl: 'het gaat over een groter gebied', en: 'it is about a larger area' },
  how: { nl: 'We vergelijken met de rest van de stad, op de manier van Hoe wij rekenen. Bevestigd: de toets zegt hetzelfde. Tegengesproken: de toets of de hele marge zegt iets anders. Anders beslissen de cijfers het niet.', en: 'We compare with the rest of the city, as How we calculate says. Confirmed: the test says the same. Contradicted: the test or the whole margin says otherwise. Else the figures do not decide.' },
  howMore: { nl: 'Hoe wij rekenen', en: 'How we calculate' },
} satisfies Catalogue

export const expectTexts = texts

/** What somebody expects, beside the city. */
export const expecting = {
  higher: { nl: 'Hoger dan in de stad', en: 'Higher than in the city' },
  same: { nl: 'Ongeveer gelijk aan de stad', en: 'About the same as the city' },
  lower: { nl: 'Lager dan in de stad', en: 'Lower than in the city' },
} satisfies Catalogue

/** What the figures say of an expectation. */
export const outcomes = {
  confirmed: { nl: 'Bevestigd', en: 'Confirmed' },
  contradicted: { nl: 'Tegengesproken', en: 'Contradicted' },
  undecided: { nl: 'Niet beslist', en: 'Undecided' },
} satisfies Catalogue
