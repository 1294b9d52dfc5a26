import type { Catalogue } from '../../platform/texts.ts'

/** How far a section is. */
export const statuses = {
  empty: { nl: 'Nog leeg', en: 'Still empty' },
  draft: { nl: 'Concept', en: 'Draft' },
  ready: { nl: 'Klaar om te publiceren', en: 'Ready to publish' },
  published: { nl: 'Gepubliceerd', en: 'Published' },
} satisfies Catalogue

/** What can be added beside the text of a section. */
export const kinds = {
  story: { nl: 'Verhaal', en: 'Story' },
  quote: { nl: 'Uitspraak', en: 'Quote' },
  knowledge: { nl: 'Lokale kennis', en: 'Local knowledge' },
  opinion: { nl: 'Mening', en: 'Opinion' },
  place: { nl: 'Plek', en: 'Place' },
  'risk-group': { nl: 'Risicogroep', en: 'Risk group' },
  'make-up': { nl: 'Samenstelling', en: 'Make-up' },
  finding: { nl: 'Wat bewoners vinden', en: 'What residents find' },
} satisfies Catalogue

/** Who speaks: a group or a role, never a person. */
export const voices = {
  residents: { nl: 'Bewoners', en: 'Residents' },
  neighbours: { nl: 'Buren', en: 'Neighbours' },
  clients: { nl: 'Mensen met hulp of zorg', en: 'People with help or care' },
  volunteers: { nl: 'Vrijwilligers', en: 'Volunteers' },
  'key-figure': { nl: 'Sleutelpersonen', en: 'Key figures' },
  professional: { nl: 'Beroepskrachten', en: 'Professionals' },
  reputation: { nl: 'Wat erover geschreven wordt', en: 'What is written about it' },
} satisfies Catalogue

/** Who adds local knowledge. */
export const knowers = {
  professional: { nl: 'Een beroepskracht', en: 'A professional' },
  'key-figure': { nl: 'Een sleutelpersoon', en: 'A key figure' },
} satisfies Catalogue

/** What a marked place is. */
export const placeSorts = {
  hotspot: { nl: 'Hier komen problemen samen', en: 'Problems come together here' },
  'meeting-place': { nl: 'Hier komen veel bewoners', en: 'Many residents come here' },
} satisfies Catalogue

/** What the make-up of the population brings. */
export const makeUpSorts = {
  strain: { nl: 'Maakt meedoen moeilijker', en: 'Makes taking part harder' },
  help: { nl: 'Is een bron van hulp', en: 'Is a source of help' },
} satisfies Catalogue

/** What residents were asked about. */
export const findingSorts = {
  nuisance: { nl: 'Overlast', en: 'Nuisance' },
  safety: { nl: 'Veiligheid', en: 'Safety' },
  police: { nl: 'Politie in de wijk', en: 'Police in the neighbourhood' },
  attachment: { nl: 'Band met de wijk', en: 'Bond with the neighbourhood' },
  satisfaction: { nl: 'Tevreden over de wijk', en: 'Content with the neighbourhood' },
} satisfies Catalogue

/** The scale that fits a question. */
export const scales = {
  block: { nl: 'Woonblok', en: 'Block' },
  street: { nl: 'Straat of plein', en: 'Street or square' },
  'sub-area': { nl: 'Buurt', en: 'Part of the neighbourhood' },
  neighbourhood: { nl: 'Hele wijk', en: 'Whole neighbourhood' },
  city: { nl: 'Hele stad', en: 'Whole city' },
} satisfies Catalogue

/** How permission was given. */
export const permissions = {
  spoken: { nl: 'Mondeling', en: 'Spoken' },
  written: { nl: 'Op papier of per mail', en: 'On paper or by mail' },
} satisfies Catalogue

/** The parties that take a position on the future. */
export const parties = {
  municipality: { nl: 'Gemeente', en: 'Municipality' },
  providers: { nl: 'Zorg en welzijn', en: 'Care and welfare providers' },
  insurer: { nl: 'Zorgverzekeraar', en: 'Health insurer' },
  residents: { nl: 'Bewoners', en: 'Residents' },
} satisfies Catalogue

/** What a party thinks of a scenario. */
export const stances = {
  for: { nl: 'Voor', en: 'For' },
  conditions: { nl: 'Voor, met voorwaarden', en: 'For, on conditions' },
  against: { nl: 'Tegen', en: 'Against' },
  undecided: { nl: 'Nog geen standpunt', en: 'No position yet' },
} satisfies Catalogue

/** How far ahead a goal lies. */
export const terms = {
  short: { nl: 'Korte termijn', en: 'Short term' },
  medium: { nl: 'Middellange termijn', en: 'Medium term' },
  long: { nl: 'Lange termijn', en: 'Long term' },
} satisfies Catalogue

/** Where a goal stands. */
export const goalStates = {
  planned: { nl: 'Gepland', en: 'Planned' },
  running: { nl: 'Bezig', en: 'Under way' },
  reached: { nl: 'Bereikt', en: 'Reached' },
  stopped: { nl: 'Gestopt', en: 'Stopped' },
} satisfies Catalogue

/** How a text came about. */
export const mades = {
  written: { nl: 'Geschreven', en: 'Written' },
  copied: { nl: 'Meegenomen uit de vorige uitgave', en: 'Brought from the edition before' },
  restored: (version: number) => ({ nl: `Teruggezet van versie ${version}`, en: `Restored from version ${version}` }),
} satisfies Catalogue
