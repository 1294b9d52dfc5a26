import type { Catalogue } from '../../platform/texts.ts'
import { counted } from '../../platform/texts.ts'

/** Sentences of the page for who is new in an area. */
export const texts = {
  title: { nl: 'Wie is wie', en: 'Who is who' },
  titleIn: (area: string) => ({ nl: `Wie is wie in ${area}`, en: `Who is who in ${area}` }),
  lead: { nl: 'Nieuw in de wijk? Hier zie je je team, wie je waarvoor belt en wat er is.', en: 'New in the area? Here you see your team, whom to call for what and what there is.' },
  area: { nl: 'Wijk', en: 'Area' },
  show: { nl: 'Laat zien', en: 'Show' },
  ring: { nl: 'In de kern', en: 'In the core' },
  shell: { nl: 'Werkt mee als het nodig is', en: 'Works along when needed' },
  coordinates: { nl: 'coördineert', en: 'coordinates' },
  you: { nl: 'dat ben jij', en: 'that is you' },
  favourites: { nl: 'Mijn favorieten', en: 'My favourites' },
  favouritesNone: { nl: 'Nog geen. Bewaar wat je vaak nodig hebt vanaf de pagina van een voorziening of organisatie. Alleen jij ziet ze.', en: 'None yet. Keep what you need often from the page of an entry. Only you see them.' },
  calls: { nl: 'Wie bel je waarvoor?', en: 'Whom to call for what?' },
  callsNone: { nl: 'Voor deze wijk staan nog geen mensen om te bellen in de sociale kaart.', en: 'No people to call are in the directory for this area yet.' },
  organizations: { nl: 'Organisaties die hier werken', en: 'Organisations that work here' },
  organizationsNone: { nl: 'Er staan nog geen organisaties bij deze wijk.', en: 'No organisations are named for this area yet.' },
  offers: (count: number) => ({ nl: `${counted(count, 'voorziening of activiteit', 'voorzieningen en activiteiten')} in deze wijk`, en: `${counted(count, 'service or activity', 'services and activities')} in this area` }),
  networks: { nl: 'Waar mensen elkaar spreken', en: 'Where people meet' },
  goesOn: { nl: 'Wat loopt er nu?', en: 'What goes on now?' },
  projectsNone: { nl: 'Er loopt nu geen project.', en: 'No project runs now.' },
  about: { nl: 'Wat is er, per onderwerp?', en: 'What is there, by subject?' },
  story: { nl: 'De wijk in cijfers en verhalen', en: 'The area in figures and stories' },
  agenda: { nl: 'Activiteiten deze week', en: 'Activities this week' },
  whole: { nl: 'Alles in de sociale kaart van deze wijk', en: 'Everything in the directory for this area' },
} satisfies Catalogue
