import type { Snapshot } from '../../../../capabilities/evidence/index.ts'
import type { Placed } from '../../../../capabilities/area-plans/teamRecord.ts'
import type { CastKey } from '../cast.ts'

type Piece = Omit<Snapshot, 'on' | 'label' | 'value' | 'says' | 'source'> & { label: [nl: string, en: string]; value: [nl: string, en: string]; says?: [nl: string, en: string]; source: [nl: string, en: string] }
/** A judgement as it is told; `on` counts days from now. `goals` are those of the same plan that answer it. */
export type PointSeed = { key: string; head: 'present' | 'needed' | 'infrastructure'; verdict: 'strength' | 'worry' | 'unknown'; statement: string; explained?: string; evidence: readonly Piece[]; goals?: readonly string[]; by: CastKey; on: number }

const city: Piece['source'] = ['Gemeente Amersfoort, Feiten en Cijfers 2009', 'Gemeente Amersfoort, Feiten en Cijfers 2009']
const ggd: Piece['source'] = ['GGD Eemland, onderzoek onder ouderen, afgenomen in 2004', 'GGD Eemland, onderzoek onder ouderen, afgenomen in 2004']
const estimate: Piece['source'] = ['Schatting op de pagina Wat is er nodig', 'Estimate on the page What is needed']
const directory: Piece['source'] = ['Sociale kaart', 'Directory']
const figure = (key: string, label: Piece['label'], value: string, source: Piece['source'], year: string, says?: Piece['says']): Piece => ({ key: `figure:${key}`, kind: 'figure', label, value: [value, value], says, source, year, href: `/wijken/cijfer/${key}`, publicHref: `/wijken/cijfer/${key}` })

/** What the pieces of evidence of the demonstration lead to. */
export type Ground = { area: string; mapHref: string; edition: number; prevalence: (key: string) => string }

const section = ({ area, mapHref, edition }: Ground, key: string, number: string, name: Piece['label'], version: number, open: boolean): Piece => ({
  key: `section:${key}`, kind: 'section', label: [`Wijkkaart ${number}: ${name[0]}`, `Neighbourhood map ${number}: ${name[1]}`], value: [`tekst ${version}`, `text ${version}`], source: [`Wijkkaart ${edition}`, `Neighbourhood map ${edition}`], year: null, href: `${mapHref}/deel/${key}`, publicHref: open ? `/wijk/${area}/kaart` : null,
})
const need = ({ area, prevalence }: Ground, key: string, what: Piece['label'], value: Piece['value'], says?: Piece['says']): Piece => ({ key: `need:${prevalence(key)}`, kind: 'need', label: [`Behoefte: ${what[0]}`, `Need: ${what[1]}`], value, says, source: estimate, year: null, href: `/wijk/${area}/behoefte#nodig`, publicHref: `/wijk/${area}#nodig` })
const supply = ({ area, prevalence }: Ground, key: string, what: Piece['label'], value: Piece['value']): Piece => ({ key: `supply:${prevalence(key)}`, kind: 'supply', label: [`Aanbod bij: ${what[0]}`, `Offer for: ${what[1]}`], value, source: directory, year: null, href: `/wijk/${area}/behoefte#nodig`, publicHref: null })

const lonely: Piece['label'] = ['Eenzaamheid bij ouderen', 'Loneliness among older people']

/** The analysis of Randenbroek-Schuilenburg. One point rests on a count that has changed since, one came after publishing. */
export const analysisRandenbroek = (ground: Ground): readonly PointSeed[] => [
  {
    key: 'volunteers', head: 'present', verdict: 'strength', statement: 'Kerken, clubs en het informatiepunt dragen samen veel voor ouderen', explained: 'De eetclub, de fietsclub en het bezoekwerk draaien op vrijwilligers. Zij kennen hun deelnemers bij naam.', by: 'hassan', on: -27, goals: ['names'],
    evidence: [supply(ground, 'eenzaam', lonely, ['11 voorzieningen van 8 organisaties', '11 services of 8 organisations']), section(ground, '1-1', '1.1', ['Geschiedenis van de wijk', 'History'], 2, true)],
  },
  {
    key: 'neighbours', head: 'present', verdict: 'strength', statement: 'Buren helpen elkaar hier vaker dan elders in de stad', by: 'els', on: -26, goals: ['flats'],
    evidence: [figure('neighbours-help', ['Mensen die hun buren helpen', 'People who help their neighbours'], '48%', ['Voorbeeldgemeente, Wijkpeiling (verzonnen cijfers)', 'Voorbeeldgemeente, Wijkpeiling (verzonnen cijfers)'], '2024', ['hoger; Amersfoort: 43%', 'higher; Amersfoort: 43%'])],
  },
  {
    key: 'lonely', head: 'needed', verdict: 'worry', statement: 'Veel ouderen zien te weinig mensen, en zij vragen niet zelf om bezoek', explained: 'Wie al naar een club gaat, redt zich. Het gaat om wie niet komt.', by: 'mirjam', on: -27, goals: ['visits', 'hospital', 'meals'],
    evidence: [
      need(ground, 'eenzaam', lonely, ['ongeveer 850 mensen (770 tot 930)', 'about 850 people (770 to 930)'], ['hoger dan in de stad: 65 jaar en ouder', 'higher than in the city: 65 and older']),
      figure('lonely-older', ['Ouderen die zich eenzaam voelen', 'Older people who feel lonely'], '38%', ggd, '2004'),
      section(ground, '2-2', '2.2', ['Groepen bewoners', 'Groups of residents'], 1, true),
    ],
  },
  {
    key: 'walking', head: 'needed', verdict: 'worry', statement: 'Bewoners willen overdag samen wandelen en fietsen', by: 'els', on: -25,
    evidence: [wish('walking', ['Wandelen en fietsen', 'Walking and cycling'])],
  },
  { key: 'carers', head: 'needed', verdict: 'unknown', statement: 'Hoeveel mantelzorgers hulp missen, weten we nog niet', explained: 'Er is geen cijfer van deze wijk. De avond in het informatiepunt moet dat laten zien.', by: 'hassan', on: -25, goals: ['evening'], evidence: [] },
  {
    key: 'call', head: 'infrastructure', verdict: 'worry', statement: 'Collega’s kennen elkaar, maar minder dan de helft belt elkaar ook echt', by: 'hassan', on: -24, goals: ['hospital'],
    evidence: [
      { key: 'cooperation', kind: 'cooperation', label: ['Hoe er wordt samengewerkt', 'How people work together'], value: ['80% kent elkaar, 60% heeft elkaars nummer, 45% belt ook echt', '80% know each other, 60% have each other’s number, 45% really call'], says: ['ten minste 5 antwoorden', 'at least 5 answers'], source: [`Wijkkaart ${ground.edition}`, `Neighbourhood map ${ground.edition}`], year: String(ground.edition), href: `${ground.mapHref}#samenwerking`, publicHref: null },
      section(ground, '4-1', '4.1', ['Samenwerking en netwerken', 'Partnerships and networks'], 1, true),
    ],
  },
  {
    key: 'rented', head: 'infrastructure', verdict: 'worry', statement: 'Veel huurflats, weinig plekken binnen waar buren elkaar zien', by: 'hassan', on: -9, goals: ['flats'],
    evidence: [figure('rented', ['Huurwoningen', 'Rented dwellings'], '64%', city, '2009', ['hoger; Amersfoort: 44%', 'higher; Amersfoort: 44%'])],
  },
]

/** The analysis of Schothorst has just begun. */
export const analysisSchothorst = (ground: Ground): readonly PointSeed[] => [
  { key: 'greet', head: 'needed', verdict: 'worry', statement: 'Mensen met een psychische achtergrond wonen in de wijk, maar kennen bijna niemand', by: 'nadia', on: -8, goals: ['greet', 'join'], evidence: [section(ground, '2-2', '2.2', ['Groepen bewoners', 'Groups of residents'], 1, false)] },
  { key: 'who', head: 'infrastructure', verdict: 'unknown', statement: 'Welke partijen elkaar al weten te vinden, vragen we nog na', by: 'tom', on: -7, evidence: [] },
]

/** Evidence as it is kept. */
export const kept = (pieces: readonly Piece[], on: string): Snapshot[] =>
  pieces.map(({ label, value, says, source, ...it }) => ({ ...it, label: { nl: label[0], en: label[1] }, value: { nl: value[0], en: value[1] }, says: says ? { nl: says[0], en: says[1] } : null, source: { nl: source[0], en: source[1] }, on }))

type TeamSeed = { by: CastKey; on: number; model: 'generalists' | 'core-and-ring' | 'specialists' | 'second-line'; reasons: string; expertise: (ground: Ground, point: (key: string) => string) => Placed[] }

/** The team that Randenbroek-Schuilenburg chose. What people ask for in vain came up afterwards and waits for a choice. */
export const teamChoice: TeamSeed = {
  by: 'hassan', on: -20, model: 'core-and-ring', reasons: 'Veel partijen doen hier iets voor ouderen. Met allemaal aan tafel wordt het te groot. Het kernteam kent iedereen bij naam, en elke partij heeft één vast nummer.',
  expertise: ({ prevalence }, point) => [
    { key: `need:${prevalence('zonder-werk')}`, what: { nl: 'Zonder werk', en: 'Without work' }, place: 'call' },
    { key: `need:${prevalence('somber-eenzaam')}`, what: { nl: 'Depressie bij ouderen die eenzaam zijn', en: 'Depression among older people who are lonely' }, place: 'ring' },
    { key: `need:${prevalence('psychisch')}`, what: { nl: 'Langdurig psychisch kwetsbaar', en: 'Long-term mental health problems' }, place: 'ring' },
    { key: `need:${prevalence('eenzaam')}`, what: { nl: 'Eenzaamheid bij ouderen', en: 'Loneliness among older people' }, place: 'core' },
    ...[['walking', 'Bewoners willen overdag samen wandelen en fietsen', 'core'], ['call', 'Collega’s kennen elkaar, maar minder dan de helft belt elkaar ook echt', 'core']].map(([key = '', what = '', place]) => ({ key: `point:${point(key)}`, what: { nl: what, en: what }, place: place as Placed['place'] })),
  ],
}

type OpenGround = Omit<Snapshot, 'publicHref'>
const open = (piece: Piece, on: string): OpenGround[] => kept([piece], on).map(({ publicHref, ...it }) => ({ ...it, href: publicHref ?? it.href }))
const first = (piece: Piece, on: string): OpenGround | undefined => open(piece, on)[0]
type Places = Pick<Ground, 'area' | 'prevalence'>
const fill = (places: Places): Ground => ({ ...places, mapHref: '', edition: 0 })
const wish = (theme: string, label: Piece['label']): Piece => ({ key: `wish:${theme}`, kind: 'wish', label: [`Wens van bewoners: ${label[0]}`, `Wish of residents: ${label[1]}`], value: ['ongeveer 10 mensen', 'about 10 people'], source: ['Wensen uit de buurt, zonder namen', 'Wishes from the neighbourhood, without names'], year: null, href: '/activiteiten', publicHref: '/wensen' })

/** What everybody may read that an activity of the demonstration rests on. */
export const openGround = {
  lonely: (places: Places, on: string) => first(need(fill(places), 'eenzaam', lonely, ['ongeveer 850 mensen (770 tot 930)', 'about 850 people (770 to 930)'], ['hoger dan in de stad: 65 jaar en ouder', 'higher than in the city: 65 and older']), on),
  lonelyFigure: (_places: Places, on: string) => first(figure('lonely-older', ['Ouderen die zich eenzaam voelen', 'Older people who feel lonely'], '38%', ggd, '2004'), on),
  walking: (_places: Places, on: string) => first(wish('walking', ['Wandelen en fietsen', 'Walking and cycling']), on),
  mental: (places: Places, on: string) => first(need(fill(places), 'psychisch', ['Langdurig psychisch kwetsbaar', 'Long-term mental health problems'], ['ongeveer 50 mensen (35 tot 70)', 'about 50 people (35 to 70)']), on),
}
