import type { Catalogue } from '../platform/texts.ts'

/** Texts of the surroundings: navigation, footer and error pages. */
export const texts = {
  today: { nl: 'Vandaag', en: 'Today' },
  signals: { nl: 'Signalen', en: 'Signals' },
  cases: { nl: 'Casussen', en: 'Cases' },
  meetings: { nl: 'Overleg', en: 'Meetings' },
  directory: { nl: 'Sociale kaart', en: 'Directory' },
  neighbourhood: { nl: 'Wijk', en: 'Neighbourhood' },
  account: { nl: 'Mijn account', en: 'My account' },
  log: { nl: 'Wie keek mee', en: 'Who looked' },
  myPlan: { nl: 'Mijn plan', en: 'My plan' },
  search: { nl: 'Zoek een voorziening of activiteit', en: 'Search for a service or activity' },
  runBy: { nl: 'Van wie is dit?', en: 'Who runs this?' },
  runByText: (municipality: string) => ({
    nl: `Schakelbord is van de wijkteams in ${municipality}: welzijn, zorg, kerken en vrijwilligers. De gemeente betaalt het.`,
    en: `Schakelbord belongs to the neighbourhood teams in ${municipality}: welfare, care, churches and volunteers. The municipality pays for it.`,
  }),
  ratherPhone: { nl: 'Liever bellen?', en: 'Rather phone?' },
  phoneHours: { nl: 'Maandag tot en met vrijdag, 9.00 tot 17.00 uur.', en: 'Monday to Friday, 9.00 to 17.00.' },
  about: { nl: 'Over deze site', en: 'About this site' },
  privacy: { nl: 'Privacy', en: 'Privacy' },
  accessibility: { nl: 'Toegankelijkheid', en: 'Accessibility' },
  goHome: { nl: 'Naar het begin', en: 'To the start' },
  reference: (id: string) => ({ nl: `Nummer van deze melding: ${id}`, en: `Number of this message: ${id}` }),
  titles: {
    nl: 'Er ging iets mis', en: 'Something went wrong',
  },
  titleNotFound: { nl: 'Niet gevonden', en: 'Not found' },
  titleNotNow: { nl: 'Dit kan nu niet', en: 'Not possible now' },
  titleSignIn: { nl: 'Log eerst in', en: 'Sign in first' },
  titleNotAllowed: { nl: 'Dit mag u niet doen', en: 'You may not do this' },
  whatToDo: { nl: 'Ga terug naar de vorige pagina, of begin opnieuw. Bellen kan ook.', en: 'Go back to the previous page, or start again. You can also phone us.' },
  whatToDoLost: { nl: 'Misschien is de pagina verplaatst, of klopt het adres niet helemaal. Zoek in uw eigen woorden, of begin opnieuw. Bellen kan ook.', en: 'Perhaps the page has moved, or the address is not quite right. Search in your own words, or start again. You can also phone us.' },
  searchHelp: { nl: 'Waar zoekt u hulp bij?', en: 'What do you need help with?' },
  foreignForm: { nl: 'Dit formulier kwam niet van deze site. Open de pagina opnieuw en probeer het nog een keer.', en: 'This form did not come from this site. Open the page again and try once more.' },
  tooLarge: { nl: 'Dit is te veel in een keer. Maak de tekst korter, of het bestand kleiner (hoogstens 20 MB).', en: 'This is too much at once. Make the text shorter, or the file smaller (20 MB at most).' },
} satisfies Catalogue
