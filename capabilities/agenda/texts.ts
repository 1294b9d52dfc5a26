import type { Catalogue } from '../../platform/texts.ts'
import { counted } from '../../platform/texts.ts'

export const texts = {
  title: { nl: 'Agenda', en: 'What is on' },
  lead: { nl: 'Activiteiten in de buurt waar u bij kunt aansluiten.', en: 'Activities nearby that you can join.' },
  form: { nl: 'Hoe wilt u de agenda zien?', en: 'How do you want to see the agenda?' },
  dag: { nl: 'Per dag', en: 'By day' },
  week: { nl: 'Per week', en: 'By week' },
  lijst: { nl: 'Lijst van 4 weken', en: 'List of 4 weeks' },
  between: (from: string, to: string) => ({ nl: `${from} tot en met ${to}`, en: `${from} to ${to}` }),
  count: (count: number) => ({ nl: counted(count, 'activiteit', 'activiteiten'), en: counted(count, 'activity', 'activities') }),
  times: (count: number) => ({ nl: `${counted(count, 'keer', 'keer')} iets te doen`, en: `${counted(count, 'thing', 'things')} to do` }),
  onlyFirst: (shown: number) => ({ nl: `U ziet de eerste ${shown}. Kies een dag of een wijk, dan ziet u de rest.`, en: `These are the first ${shown}. Choose a day or a neighbourhood to see the others.` }),
  otherBelow: { nl: 'Andere dagen, onder de lijst', en: 'Other days, below the list' },
  other: { nl: 'Andere dagen', en: 'Other days' },
  today: { nl: 'Vanaf vandaag', en: 'From today' },
  filters: { nl: 'Kies wat bij u past', en: 'Choose what suits you' },
  from: { nl: 'Vanaf welke dag?', en: 'From which day?' },
  area: { nl: 'Wijk of buurt', en: 'Neighbourhood' },
  anywhere: { nl: 'De hele gemeente', en: 'The whole municipality' },
  anyCost: { nl: 'Maakt niet uit', en: 'Any' },
  apply: { nl: 'Toon deze keuze', en: 'Show this choice' },
  place: { nl: 'Waar', en: 'Where' },
  forWhom: { nl: 'Voor wie', en: 'For whom' },
  cost: { nl: 'Kosten', en: 'Cost' },
  registration: { nl: 'Aanmelden', en: 'Registration' },
  needed: { nl: 'Van tevoren aanmelden', en: 'Register beforehand' },
  notNeeded: { nl: 'Niet nodig, u kunt binnenlopen', en: 'Not needed, walk in' },
  unknown: { nl: 'Niet bekend', en: 'Not known' },
  secret: { nl: 'Adres hoort u als u belt', en: 'You hear the address when you phone' },
  everyone: { nl: 'Iedereen is welkom', en: 'Everybody is welcome' },
  oneGroup: { nl: 'Dit is een eigen groep', en: 'This is a group of its own' },
  flow: { nl: 'Daarna', en: 'After that' },
  way: { nl: 'Vervoer en begeleiding', en: 'Transport and company' },
  pickup: { nl: 'Iemand kan u ophalen', en: 'Somebody can fetch you' },
  companion: { nl: 'Iemand kan de eerste keer meelopen', en: 'Somebody can come along the first time' },
  by: { nl: 'Van', en: 'By' },
  rhythm: { nl: 'Wanneer', en: 'When' },
  noTime: { nl: 'Tijd niet bekend', en: 'Time not known' },
  nothing: { nl: 'In deze dagen is er niets met deze keuzes.', en: 'Nothing is on in these days with these choices.' },
  nothingAtAll: { nl: 'In deze dagen staat er niets in de agenda.', en: 'Nothing is on in these days.' },
  withoutChoices: { nl: 'Toon alles in deze dagen', en: 'Show everything in these days' },
  lookOn: { nl: 'Zoek in alle activiteiten', en: 'Search all activities' },
  callUs: { nl: 'Of bel, dan kijken we samen: ', en: 'Or phone and we look together: ' },
  feed: { nl: 'Deze agenda in uw eigen agenda', en: 'These activities in your own calendar' },
  feedText: { nl: 'Open deze link in de agenda op uw telefoon of computer. Kies daar abonneren, dan komen nieuwe activiteiten vanzelf mee. Uw keuzes hierboven gelden ook daar. Wij bewaren niet wie dit doet.', en: 'Open this link in the calendar on your phone or computer. Choose subscribe there, and new activities come along by themselves. Your choices above hold there too. We do not store who does this.' },
  feedLink: { nl: 'Agenda als kalenderbestand (.ics)', en: 'Calendar file (.ics)' },
  feedName: (town: string) => ({ nl: `Activiteiten in ${town}`, en: `Activities in ${town}` }),
  more: { nl: 'Meer hierover:', en: 'More about this:' },
  dayWrong: (typed: string) => ({ nl: `De dag “${typed}” bestaat niet. Schrijf jaar, maand en dag, zoals 2026-03-02.`, en: `The day “${typed}” does not exist. Write year, month and day, like 2026-03-02.` }),
  dayFar: { nl: 'Deze dag is te ver weg. Kies een dag tot twee jaar vanaf nu.', en: 'This day is too far away. Choose a day within two years from now.' },
} satisfies Catalogue

/** The way back in time, by form of the agenda. */
export const previousTexts = { dag: { nl: 'Vorige dag', en: 'Previous day' }, week: { nl: 'Vorige week', en: 'Previous week' }, lijst: { nl: 'Vorige 4 weken', en: 'Previous 4 weeks' } } satisfies Catalogue

/** The way on in time, by form of the agenda. */
export const nextTexts = { dag: { nl: 'Volgende dag', en: 'Next day' }, week: { nl: 'Volgende week', en: 'Next week' }, lijst: { nl: 'Volgende 4 weken', en: 'Next 4 weeks' } } satisfies Catalogue
