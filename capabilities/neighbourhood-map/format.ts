import type { Text } from '../../platform/texts.ts'
import type { SectionKey } from './sectionKeys.ts'

/**
 * One section of the map. `key` is stored and stands in addresses; `figures` are indicators of the area that belong beside the text;
 * `hint` says what is asked.
 */
export type Section = { key: SectionKey; number: string; name: Text; hint: Text; figures?: readonly string[] }
export type Chapter = { number: string; name: Text; sections: readonly Section[] }

const section = (key: SectionKey, nl: string, en: string, hint: Text, figures?: readonly string[]): Section => ({ key, number: key.replace('-', '.'), name: { nl, en }, hint, ...(figures && { figures }) })

/**
 * The fixed format: five chapters with their sections, and a sixth with what is made of them.
 *
 * @source Schakels in de Buurt, section 6.3: format wijkkaart, and what follows from it
 */
export const chapters: readonly Chapter[] = [
  {
    number: '1', name: { nl: 'Geschiedenis en toekomst', en: 'History and future' },
    sections: [
      section('1-1', 'Geschiedenis van de wijk', 'History', { nl: 'Wanneer en waarom is de wijk gebouwd? Wat maakten bewoners mee?', en: 'When and why was the neighbourhood built? What did residents live through?' }),
      section('1-2', 'Toekomstplannen', 'Plans for the future', { nl: 'Wat wordt vernieuwd, wat verhuist, wat staat al vast?', en: 'What is renewed, what moves, what is already certain?' }),
    ],
  },
  {
    number: '2', name: { nl: 'Wie hier wonen', en: 'Who lives here' },
    sections: [
      section('2-1', 'Bevolkingsopbouw en samenstelling', 'Population', { nl: 'Hoe oud zijn mensen, hoe wonen ze samen? Is de samenstelling eenzijdig of juist gemengd?', en: 'How old are people, how do they live together? Is the make-up one-sided or mixed?' }, ['inhabitants', 'age-0-19', 'age-20-64', 'age-65-plus', 'age-75-plus']),
      section('2-2', 'Groepen bewoners', 'Groups of residents', { nl: 'Welke groepen vragen aandacht, en hoe denken anderen over hen?', en: 'Which groups need attention, and what do others think of them?' }),
      section('2-3', 'Woon- en leefklimaat', 'Living together', { nl: 'Wat vinden bewoners van overlast, veiligheid, politie en hun band met de wijk?', en: 'What do residents think of nuisance, safety, police and their bond with the neighbourhood?' }),
      section('2-4', 'Werk, geld en meedoen', 'Work, money and taking part', { nl: 'Economische, politieke en maatschappelijke factoren.', en: 'Economic, political and social factors.' }, ['unemployment', 'income']),
    ],
  },
  {
    number: '3', name: { nl: 'Hoe de wijk eruitziet', en: 'What the neighbourhood looks like' },
    sections: [
      section('3-1', 'Ligging en buurten', 'Position and parts', { nl: 'Waar ligt de wijk, uit welke buurten bestaat zij?', en: 'Where is it, of which parts does it consist?' }),
      section('3-2', 'Woningen', 'Housing', { nl: 'Wat voor woningen zijn er, en van wie zijn ze?', en: 'Which homes are there, and whose are they?' }, ['dwellings', 'owner-occupied', 'rented']),
      section('3-3', 'Openbare ruimte', 'Public space', { nl: 'Straten, pleinen en groen. Waar komen mensen elkaar tegen?', en: 'Streets, squares and green. Where do people meet?' }),
      section('3-4', 'Voorzieningen', 'Facilities', { nl: 'Vervoer, winkels, sport, scholen, verenigingen, ontmoeting, bibliotheek en cultuur, bijzonder wonen.', en: 'Transport, shops, sports, schools, associations, meeting, library and culture, special housing.' }),
    ],
  },
  {
    number: '4', name: { nl: 'Wie er samenwerken', en: 'Who works together' },
    sections: [
      section('4-1', 'Samenwerking en netwerken', 'Partnerships and networks', { nl: 'Welke netwerken zijn er? Kennen mensen elkaar en bellen ze echt?', en: 'Which networks are there? Do people know each other and really call?' }),
      section('4-2', 'Aanbod van zorg en welzijn', 'Care and welfare', { nl: 'Wie biedt wat, en is dat dichtbij?', en: 'Who offers what, and is it near?' }),
      section('4-3', 'Vrijwilligers', 'Volunteer initiatives', { nl: 'Wat doen bewoners zelf en voor elkaar?', en: 'What do residents do themselves and for each other?' }),
      section('4-4', 'Kerken en moskeeën', 'Churches and mosques', { nl: 'Welke zijn er, en wat doen zij voor de wijk?', en: 'Which are there, and what do they do for the neighbourhood?' }),
      section('4-5', 'Sleutelpersonen', 'Key figures', { nl: 'Bij wie kan iedereen terecht? Noem rollen, geen namen.', en: 'To whom can everybody turn? Name roles, not people.' }),
    ],
  },
  {
    number: '5', name: { nl: 'Sociale index', en: 'Social index' },
    sections: [
      section('5-1', 'Hoe het samen gaat', 'How it goes together', { nl: 'Kunnen, leefomgeving, meedoen en binding met de wijk. Zijn er te weinig cijfers? Gebruik dan de uitkomst van een wijkonderzoek.', en: 'Capacities, living environment, taking part and bond with the neighbourhood. Too few figures? Then use the result of a survey.' }, ['social-quality']),
    ],
  },
  {
    number: '6', name: { nl: 'Wat we ervan maken', en: 'What we make of it' },
    sections: [
      section('6-1', 'Wat is er?', 'What is there?', { nl: 'Kort: wat is aanwezig en werkt?', en: 'In short: what is present and works?' }),
      section('6-2', 'Wat is er nodig?', 'What is needed?', { nl: 'Kort: wat vragen bewoners, wat ontbreekt?', en: 'In short: what do residents ask, what is missing?' }),
      section('6-3', 'Hoe sterk is het netwerk?', 'How strong is the network?', { nl: 'Kwaliteit van de sociale infrastructuur: waar loopt het, waar stokt het?', en: 'Quality of the social infrastructure: where does it work, where does it get stuck?' }),
      section('6-4', 'Welk team past hierbij?', 'Which team fits?', { nl: 'Welk model past bij deze wijk, en welke kennis heeft het team nodig?', en: 'Which model fits this neighbourhood, and which knowledge does the team need?' }),
      section('6-5', 'Scenario’s en keuze', 'Scenarios and choice', { nl: 'Wat kan de toekomst brengen, en wat vinden gemeente, aanbieders, verzekeraar en bewoners ervan?', en: 'What may the future bring, and what do municipality, providers, insurer and residents think?' }),
      section('6-6', 'Doelen en plan', 'Goals and plan', { nl: 'Wat gaan we doen, op korte, middellange en lange termijn?', en: 'What will we do, in the short, medium and long term?' }),
    ],
  },
]

/** All sections, in order. */
export const allSections: readonly Section[] = chapters.flatMap((it) => it.sections)

/** A section by its key; undefined for an address that is none. */
export const sectionAt = (key: string): Section | undefined => allSections.find((it) => it.key === key)

/** The names that the format itself has, where ours are plainer. Professionals know them. */
export const formalNames: Readonly<Record<string, string>> = {
  '2': 'Sociaal-demografische kenmerken',
  '3': 'Fysieke kenmerken',
  '4': 'Sociale infrastructuur',
  '2-2': 'Specifieke bewonersgroepen',
  '2-4': 'Economische, politieke en maatschappelijke factoren',
  '3-1': 'Geografie: ligging en buurten',
  '3-3': 'Inrichting openbare ruimte',
  '4-1': 'Samenwerkingsverbanden en netwerken',
  '4-3': 'Vrijwilligersinitiatieven',
}
