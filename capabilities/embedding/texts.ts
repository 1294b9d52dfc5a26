import type { Catalogue } from '../../platform/texts.ts'

/** Sentences of the list for other sites, and of the page that explains it. */
export const texts = {
  title: { nl: 'De lijst op uw eigen site', en: 'The list on your own site' },
  lead: { nl: 'Wijksites, verenigingen en sites voor senioren kunnen een lijst uit de sociale kaart laten zien. De lijst is altijd zo nieuw als de sociale kaart. Wij volgen niemand: er zijn geen cookies en geen scripts.', en: 'Neighbourhood sites, associations and sites for seniors can show a list from the directory. The list is always as fresh as the directory. We follow nobody: there are no cookies and no scripts.' },
  choose: { nl: '1. Kies wat er in de lijst staat', en: '1. Choose what is in the list' },
  area: { nl: 'Wijk', en: 'Area' },
  kind: { nl: 'Soort', en: 'Kind' },
  about: { nl: 'Gaat over', en: 'Is about' },
  all: { nl: 'Alles', en: 'All' },
  make: { nl: 'Maak de code', en: 'Make the code' },
  code: { nl: '2. Zet deze code op uw site', en: '2. Put this code on your site' },
  allowed: { nl: 'De lijst werkt op deze sites:', en: 'The list works on these sites:' },
  allowedNone: { nl: 'Er is nog geen site die de lijst mag laten zien. Vraag de beheerder van deze site om uw site toe te voegen.', en: 'No site may show the list yet. Ask the operator of this site to add yours.' },
  ask: { nl: 'Staat uw site er niet bij? Vraag de beheerder van deze site.', en: 'Is your site not in it? Ask the operator of this site.' },
  programs: { nl: 'Voor wie zelf programmeert', en: 'For who programs' },
  programsLead: { nl: 'Dezelfde lijst als JSON, zonder sleutel. De hele sociale kaart staat volgens Open Referral HSDS 3.0 onder /hsds.', en: 'The same list as JSON, without a key. The whole directory is under /hsds as Open Referral HSDS 3.0.' },
  look: { nl: '3. Zo ziet het eruit', en: '3. This is how it looks' },
  list: { nl: 'Hulp en activiteiten', en: 'Help and activities' },
  listIn: (area: string) => ({ nl: `Hulp en activiteiten in ${area}`, en: `Help and activities in ${area}` }),
  none: { nl: 'Er is nu niets wat hierbij past.', en: 'Nothing fits this now.' },
  more: (total: number) => ({ nl: `Bekijk alle ${total} in de sociale kaart`, en: `See all ${total} in the directory` }),
  whole: { nl: 'Zoek verder in de sociale kaart', en: 'Search on in the directory' },
  onNewTab: { nl: 'Opent op een nieuw tabblad', en: 'Opens in a new tab' },
} satisfies Catalogue
