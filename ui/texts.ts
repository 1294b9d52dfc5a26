import type { Catalogue, Text } from '../platform/texts.ts'
import { counted } from '../platform/texts.ts'

/** The words that components say by themselves. Everything else a page says comes from its own capability. */
export const texts = {
  product: { nl: 'Schakelbord', en: 'Schakelbord' },
  productHome: { nl: 'Schakelbord, naar het begin', en: 'Schakelbord, to the start' },
  skip: { nl: 'Naar de inhoud', en: 'Skip to the content' },
  mistakeInTitle: { nl: 'Fout: ', en: 'Error: ' },
  demo: { nl: 'Dit is een demonstratie. Alle mensen en verhalen zijn verzonnen.', en: 'This is a demonstration. All people and stories are invented.' },
  mainMenu: { nl: 'Hoofdmenu', en: 'Main menu' },
  more: { nl: 'Meer', en: 'More' },
  whereAmI: { nl: 'Waar ben ik', en: 'Where am I' },
  waitingForYou: (count: number) => ({ nl: `${count} voor u`, en: `${count} for you` }),
  changeArea: { nl: 'Wijzig', en: 'Change' },
  chooseArea: { nl: 'Kies uw wijk', en: 'Choose your neighbourhood' },
  signIn: { nl: 'Inloggen', en: 'Sign in' },
  signOut: { nl: 'Uitloggen', en: 'Sign out' },
  otherLanguage: { nl: 'English', en: 'Nederlands' },
  search: { nl: 'Zoek', en: 'Search' },
  optional: { nl: '(mag leeg blijven)', en: '(may be left empty)' },
  choose: { nl: 'Kies…', en: 'Choose…' },
  monthHint: { nl: 'Jaar en maand, bijvoorbeeld 2026-03', en: 'Year and month, for example 2026-03' },
  mistake: { nl: 'Fout:', en: 'Error:' },
  mistakes: (count: number) => ({
    nl: count === 1 ? 'Er is 1 ding niet goed ingevuld' : `Er zijn ${count} dingen niet goed ingevuld`,
    en: count === 1 ? '1 thing is not filled in correctly' : `${count} things are not filled in correctly`,
  }),
  send: { nl: 'Verstuur', en: 'Send' },
  cancel: { nl: 'Niets veranderen', en: 'Change nothing' },
  busy: { nl: 'Bezig met bewaren', en: 'Saving' },
  savedAt: (time: string) => ({ nl: `Opgeslagen om ${time} uur`, en: `Saved at ${time}` }),
  notSaved: { nl: 'Nog niet opgeslagen. Er is nu geen verbinding. Wat u typte staat hier nog.', en: 'Not saved yet. There is no connection now. What you typed is still here.' },
  undo: { nl: 'Maak ongedaan', en: 'Undo' },
  undoLeft: (seconds: number) => ({ nl: `nog ${counted(seconds, 'seconde', 'seconden')}`, en: `${counted(seconds, 'second', 'seconds')} left` }),
  undoOver: { nl: 'Ongedaan maken kan niet meer.', en: 'Undo is no longer possible.' },
  sessionEnds: { nl: 'U wordt over 5 minuten uitgelogd', en: 'You will be signed out in 5 minutes' },
  sessionKeeps: { nl: 'Wat u typte blijft op deze pagina staan.', en: 'What you typed stays on this page.' },
  sessionStay: { nl: 'Blijf ingelogd', en: 'Stay signed in' },
  sessionExtended: { nl: 'U blijft ingelogd.', en: 'You stay signed in.' },
  tryAgain: { nl: 'Probeer opnieuw', en: 'Try again' },
  loading: { nl: 'Wordt geladen', en: 'Loading' },
  pages: { nl: 'Bladzijden', en: 'Pages' },
  pageOf: (page: number, pages: number) => ({ nl: `Bladzijde ${page} van ${pages}`, en: `Page ${page} of ${pages}` }),
  previous: { nl: 'Vorige', en: 'Previous' },
  next: { nl: 'Volgende', en: 'Next' },
  now: { nl: 'nu', en: 'now' },
  done: { nl: 'gedaan', en: 'done' },
  waits: { nl: 'wacht', en: 'waits' },
  planned: { nl: 'gepland', en: 'planned' },
} satisfies Catalogue

/** A sentence, or a function that makes it when the page is shown. */
export type Label = Text | (() => Text)
