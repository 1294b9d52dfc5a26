import type { Catalogue } from '../../platform/texts.ts'

/** Where a signal stands, for colleagues. */
export const stateTexts = {
  new: { nl: 'Wacht op oppakken', en: 'Waits to be taken up' },
  'taken-up': { nl: 'Opgepakt', en: 'Taken up' },
  case: { nl: 'Casus geopend', en: 'Case opened' },
  closed: { nl: 'Afgerond', en: 'Finished' },
} satisfies Catalogue

/** How a signal ended when no case came of it. */
export const outcomes = {
  advised: { nl: 'Advies gegeven', en: 'Advice given' },
  referred: { nl: 'Doorverwezen naar een voorziening', en: 'Referred to a service' },
  'own-strength': { nl: 'Opgelost met eigen kracht of netwerk', en: 'Solved by own strength or network' },
  'report-point': { nl: 'Overgedragen aan een meldpunt', en: 'Handed to a report point' },
  'no-action': { nl: 'Geen actie nodig', en: 'No action needed' },
} satisfies Catalogue

/** How a signal came in, as colleagues choose it. */
export const channels = {
  phone: { nl: 'Telefoon', en: 'Telephone' },
  visit: { nl: 'Huisbezoek', en: 'Home visit' },
  'walk-in': { nl: 'Inloop', en: 'Walk-in' },
  meeting: { nl: 'Overleg', en: 'Meeting' },
  message: { nl: 'Bericht', en: 'Message' },
} satisfies Catalogue

/** Every way a signal can come in. */
export const allChannels = { website: { nl: 'Website', en: 'Website' }, ...channels } satisfies Catalogue

/** What the one who signalled is to the one it is about. */
export const relations = {
  self: { nl: 'De bewoner zelf', en: 'The resident' },
  family: { nl: 'Familie of vriend', en: 'Family or friend' },
  neighbour: { nl: 'Buur of wijkgenoot', en: 'Neighbour' },
  volunteer: { nl: 'Vrijwilliger', en: 'Volunteer' },
  professional: { nl: 'Beroepskracht', en: 'Professional' },
  other: { nl: 'Iemand anders', en: 'Somebody else' },
} satisfies Catalogue

/** Does the person know about the signal? */
export const knowing = {
  yes: { nl: 'Weet ervan', en: 'Knows about it' },
  no: { nl: 'Weet het niet', en: 'Does not know' },
  unsure: { nl: 'Onbekend of de bewoner het weet', en: 'Unknown whether the resident knows' },
} satisfies Catalogue

/**
 * What a team may need to go on.
 *
 * @source signalling discussion model, step 2C
 */
export const needs = {
  tuning: { nl: 'Afstemming', en: 'Coordination' },
  partners: { nl: 'Andere partners', en: 'Other partners' },
  feedback: { nl: 'Terugkoppeling', en: 'Feedback' },
  knowledge: { nl: 'Kennis', en: 'Knowledge' },
} satisfies Catalogue

/** How feedback was given. */
export const ways = {
  phone: { nl: 'Gebeld', en: 'By telephone' },
  email: { nl: 'Gemaild', en: 'By e-mail' },
  'in-person': { nl: 'Zelf gesproken', en: 'In person' },
  'follow-page': { nl: 'Alleen op de volgpagina', en: 'Only on the follow page' },
} satisfies Catalogue

const mostInLine = 90
/** The beginning of what was seen, for one line of a list. */
export const gistOf = (seen: string): string => {
  const first = seen.split('\n')[0] ?? ''
  return first.length <= mostInLine ? first : `${first.slice(0, first.lastIndexOf(' ', mostInLine)).replace(/[\s,.;:]+$/, '')}…`
}
