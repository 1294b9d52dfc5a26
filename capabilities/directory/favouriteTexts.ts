import type { Catalogue } from '../../platform/texts.ts'

/** Sentences around what somebody keeps at hand. */
export const favouriteTexts = {
  whoIsWho: { nl: 'Wie is wie', en: 'Who is who' },
  handOver: { nl: 'Meegeven', en: 'Hand over' },
  handOverThis: { nl: 'Geef mee op papier', en: 'Hand over on paper' },
  favourites: { nl: 'Mijn favorieten', en: 'My favourites' },
  lead: { nl: 'Alleen jij ziet deze lijst.', en: 'Only you see this list.' },
  none: { nl: 'Je hebt nog geen favorieten. Open een voorziening of organisatie en kies “Bewaar bij mijn favorieten”.', en: 'You have no favourites yet. Open an entry and choose “Keep with my favourites”.' },
  keep: { nl: 'Bewaar bij mijn favorieten', en: 'Keep with my favourites' },
  keepIntro: (name: string) => ({ nl: `${name} komt in je eigen lijst. Niemand anders ziet die.`, en: `${name} goes into your own list. Nobody else sees it.` }),
  kept: { nl: 'Bewaard bij je favorieten.', en: 'Kept with your favourites.' },
  drop: { nl: 'Haal uit mijn favorieten', en: 'Take from my favourites' },
  dropIntro: (name: string) => ({ nl: `${name} staat dan niet meer in je lijst.`, en: `${name} is then no longer in your list.` }),
  dropped: { nl: 'Uit je favorieten gehaald.', en: 'Taken from your favourites.' },
} satisfies Catalogue
