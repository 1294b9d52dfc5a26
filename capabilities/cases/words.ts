import type { Catalogue } from '../../platform/texts.ts'

/** Names of the states, as a page shows where a case stands. */
export const stateTexts = {
  signal: { nl: 'Signaal bespreken', en: 'Discuss the signal' },
  deepening: { nl: 'Verdiepen', en: 'Go deeper' },
  action: { nl: 'Doen', en: 'Act' },
  progress: { nl: 'Voortgang', en: 'Progress' },
  closed: { nl: 'Gesloten', en: 'Closed' },
} satisfies Catalogue

/** The five steps in order. */
export const stepTexts = [stateTexts.signal, stateTexts.deepening, stateTexts.action, stateTexts.progress, { nl: 'Afsluiten', en: 'Close' }]

/** How urgent; set on purpose by people, never computed. */
export const urgencies = {
  normal: { nl: 'Gewoon', en: 'Normal' },
  soon: { nl: 'Deze week', en: 'This week' },
  now: { nl: 'Nu', en: 'Now' },
} satisfies Catalogue

/** What a question is about. */
export const questionKinds = {
  'help-at-home': { nl: 'Hulp in huis', en: 'Help at home' },
  company: { nl: 'Gezelschap', en: 'Company' },
  money: { nl: 'Geld', en: 'Money' },
  health: { nl: 'Gezondheid', en: 'Health' },
  safety: { nl: 'Veiligheid', en: 'Safety' },
  housing: { nl: 'Wonen', en: 'Housing' },
  'raising-children': { nl: 'Opvoeden', en: 'Raising children' },
  'care-for-another': { nl: 'Zorgen voor een ander', en: 'Caring for another' },
  'taking-part': { nl: 'Meedoen', en: 'Taking part' },
  nuisance: { nl: 'Overlast', en: 'Nuisance' },
  unclear: { nl: 'Nog onduidelijk', en: 'Not clear yet' },
} satisfies Catalogue

/** Themes by which signals and cases are gathered. */
export const themes = {
  isolation: { nl: 'Alleen zijn', en: 'Isolation' },
  'worrying-situation': { nl: 'Zorgelijke situatie', en: 'Worrying situation' },
  safety: { nl: 'Veiligheid', en: 'Safety' },
  nuisance: { nl: 'Overlast', en: 'Nuisance' },
  neighbours: { nl: 'Ruzie tussen bewoners', en: 'Problems between residents' },
  'self-neglect': { nl: 'Verwaarlozing', en: 'Self-neglect' },
  'domestic-violence': { nl: 'Geweld thuis', en: 'Domestic violence' },
  debts: { nl: 'Schulden', en: 'Debts' },
  health: { nl: 'Gezondheid', en: 'Health risk' },
  'carer-overload': { nl: 'Mantelzorger overbelast', en: 'Overload of a carer' },
  housing: { nl: 'Woning of uitzetting', en: 'Housing or eviction' },
} satisfies Catalogue

export const sexes = {
  female: { nl: 'Vrouw', en: 'Woman' },
  male: { nl: 'Man', en: 'Man' },
  other: { nl: 'Anders', en: 'Other' },
  unknown: { nl: 'Onbekend', en: 'Unknown' },
} satisfies Catalogue

export const ageBands = {
  '0-17': { nl: 'Jonger dan 18', en: 'Under 18' },
  '18-34': { nl: '18 tot 35', en: '18 to 35' },
  '35-54': { nl: '35 tot 55', en: '35 to 55' },
  '55-64': { nl: '55 tot 65', en: '55 to 65' },
  '65-74': { nl: '65 tot 75', en: '65 to 75' },
  '75-84': { nl: '75 tot 85', en: '75 to 85' },
  '85+': { nl: '85 of ouder', en: '85 or older' },
  unknown: { nl: 'Leeftijd onbekend', en: 'Age unknown' },
} satisfies Catalogue

export const livesHow = {
  alone: { nl: 'Woont alleen', en: 'Lives alone' },
  'with-partner': { nl: 'Woont met partner', en: 'Lives with a partner' },
  'with-family': { nl: 'Woont met gezin of familie', en: 'Lives with family' },
  'in-care': { nl: 'Woont met begeleiding', en: 'Lives with support' },
  'no-home': { nl: 'Heeft geen vaste woning', en: 'Has no fixed home' },
} satisfies Catalogue

/** The parts somebody can have in a case. */
export const roleTexts = {
  owner: { nl: 'Houdt de draad vast', en: 'Holds the thread' },
  introducer: { nl: 'Bracht de casus in', en: 'Brought the case in' },
  member: { nl: 'Denkt en doet mee', en: 'Thinks and helps along' },
  'action-taker': { nl: 'Doet een afspraak', en: 'Takes an agreement' },
  'process-guard': { nl: 'Bewaakt het verloop', en: 'Guards the process' },
  consulted: { nl: 'Geeft raad', en: 'Gives advice' },
  guest: { nl: 'Is te gast', en: 'Is a guest' },
} satisfies Catalogue

/** What somebody may see, in words. */
export const classTexts = {
  '2': { nl: 'Alleen wie erbij is en dat er contact was', en: 'Only who is involved and that there was contact' },
  '3': { nl: 'Ook waar het over gaat en wat is afgesproken', en: 'Also what it is about and what was agreed' },
  '4': { nl: 'Ook gevoelige gegevens over gezondheid of veiligheid', en: 'Also sensitive data on health or safety' },
} satisfies Catalogue

export const groundKinds = {
  consent: { nl: 'Toestemming van de bewoner', en: 'Consent of the resident' },
  'legal-task': { nl: 'Wettelijke taak', en: 'Legal task' },
  'vital-interest': { nl: 'Acuut gevaar', en: 'Acute danger' },
} satisfies Catalogue

export const manners = {
  spoken: { nl: 'In een gesprek', en: 'In a talk' },
  written: { nl: 'Op papier', en: 'On paper' },
  'by-phone': { nl: 'Aan de telefoon', en: 'By telephone' },
} satisfies Catalogue

export const givers = {
  resident: { nl: 'De bewoner zelf', en: 'The resident' },
  representative: { nl: 'Iemand die de bewoner vertegenwoordigt', en: 'Somebody who represents the resident' },
} satisfies Catalogue

export const channels = {
  visit: { nl: 'huisbezoek', en: 'home visit' },
  phone: { nl: 'telefoon', en: 'telephone' },
  message: { nl: 'bericht', en: 'message' },
  'walk-in': { nl: 'inloop', en: 'walk-in' },
  meeting: { nl: 'overleg', en: 'meeting' },
} satisfies Catalogue

export const withWhom = {
  resident: { nl: 'de bewoner', en: 'the resident' },
  'informal-carer': { nl: 'de mantelzorger', en: 'the informal carer' },
  'own-network': { nl: 'familie of buren', en: 'family or neighbours' },
  gp: { nl: 'de huisarts', en: 'the GP' },
  organization: { nl: 'een organisatie', en: 'an organisation' },
} satisfies Catalogue

export const outcomes = {
  arranged: { nl: 'Geregeld', en: 'Arranged' },
  'partly-arranged': { nl: 'Deels geregeld', en: 'Partly arranged' },
  'own-strength': { nl: 'De bewoner kon zelf verder', en: 'The resident went on by own strength' },
  'handed-over': { nl: 'Overgedragen', en: 'Handed over' },
  declined: { nl: 'De bewoner wilde geen hulp', en: 'The resident wanted no help' },
  'moved-away': { nl: 'Verhuisd', en: 'Moved away' },
  died: { nl: 'Overleden', en: 'Died' },
} satisfies Catalogue
