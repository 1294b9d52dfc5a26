import type { Catalogue } from '../../platform/texts.ts'
import type { EntityName } from './graph.ts'
import type { Reason } from './record.ts'

export const texts = {
  listTitle: { nl: 'Invoer van elders', en: 'Import' },
  listLead: { nl: 'Neem gegevens van een ander systeem over. U ziet eerst wat er zou veranderen.', en: 'Take over data of another system. You see first what would change.' },
  back: { nl: 'Sociale kaart', en: 'Directory' },
  backToList: { nl: 'Alle invoer', en: 'All imports' },
  noneTitle: { nl: 'Er is nog niets ingevoerd', en: 'Nothing was imported yet' },
  noneText: { nl: 'Hier staat straks elk bestand dat u inlas, met wat het veranderde.', en: 'Every file you read will stand here, with what it changed.' },
  lookTitle: { nl: 'Lees een bestand in', en: 'Read a file' },
  lookSubmit: { nl: 'Kijk wat er zou veranderen', en: 'See what would change' },
  lookIntro: { nl: 'Er verandert nu nog niets in de sociale kaart.', en: 'Nothing in the directory changes yet.' },
  sourceLabel: { nl: 'Van welk systeem of welke organisatie komt het?', en: 'Which system or organisation does it come from?' },
  sourceHint: { nl: 'Gebruik elke keer dezelfde naam. Dan herkennen we wat al eerder kwam.', en: 'Use the same name each time. Then we recognise what came before.' },
  fileLabel: { nl: 'Bestand', en: 'File' },
  fileHint: { nl: 'Open Referral HSDS (JSON), of een lijst met een voorziening per regel (CSV). Hoogstens 20 MB.', en: 'Open Referral HSDS (JSON), or a list with a service on each line (CSV). 20 MB at most.' },
  looked: { nl: 'Het bestand is gelezen. Er is nog niets veranderd.', en: 'The file was read. Nothing has changed yet.' },
  notJson: { nl: 'Dit is geen geldige JSON. Kijk of het bestand heel is.', en: 'This is not valid JSON. See whether the file is whole.' },
  noColumns: { nl: 'In de eerste regel staat geen kolom "naam". Zet daar de namen van de kolommen.', en: 'There is no column "name" in the first line. Put the names of the columns there.' },
  notTable: { nl: 'Deze lijst is niet te lezen. Kijk of elke regel evenveel aanhalingstekens open als dicht heeft.', en: 'This list cannot be read. See whether quotes on each line are opened and closed.' },
  empty: { nl: 'In dit bestand staat niets dat in de sociale kaart past.', en: 'There is nothing in this file that fits the directory.' },
  wrongEnding: { nl: 'Kies een bestand dat eindigt op .json of .csv.', en: 'Choose a file that ends in .json or .csv.' },
  takeTitle: { nl: 'Neem alles op', en: 'Take everything in' },
  takeDone: { nl: 'Alles is opgenomen. U kunt het in een keer terugnemen.', en: 'Everything was taken in. You can take it back in one go.' },
  withdrawTitle: { nl: 'Neem de invoer terug', en: 'Take the import back' },
  withdrawIntro: { nl: 'Wat nieuw was verdwijnt. Wat veranderde wordt weer zoals het was.', en: 'What was new goes. What changed will be as it was.' },
  withdrawDone: { nl: 'De invoer is teruggenomen. De sociale kaart is weer zoals ervoor.', en: 'The import was taken back. The directory is as it was before.' },
  notNow: { nl: 'Dit kan nu niet meer met deze invoer.', en: 'This is no longer possible with this import.' },
  touched: (count: number) => ({ nl: `Aan ${count} gegevens is daarna gewerkt. Terugnemen zou dat werk weggooien, dus dat doen we niet.`, en: `${count} records were worked on since. Taking back would throw that work away, so we do not.` }),
  changedSince: { nl: 'De sociale kaart is veranderd sinds u keek. Lees het bestand opnieuw in.', en: 'The directory changed since you looked. Read the file again.' },
  exportTitle: { nl: 'Uitvoer', en: 'Export' },
  takeAlong: { nl: 'De open sociale kaart meenemen: als lijst (CSV), of voor systemen volgens Open Referral HSDS.', en: 'Take the open directory along: as a list (CSV), or for systems as Open Referral HSDS.' },
  asList: { nl: 'Lijst', en: 'List' },
  asHsds: { nl: 'Adres voor systemen', en: 'Address for systems' },
  what: { nl: 'Wat', en: 'What' },
  isNew: { nl: 'Nieuw', en: 'New' },
  isChanged: { nl: 'Veranderd', en: 'Changed' },
  isSame: { nl: 'Hetzelfde', en: 'The same' },
  summary: { nl: 'Wat er zou veranderen', en: 'What would change' },
  summaryDone: { nl: 'Wat er veranderde', en: 'What changed' },
  refusedTitle: (count: number) => ({ nl: `Niet opgenomen (${count})`, en: `Not taken in (${count})` }),
  repairedTitle: (count: number) => ({ nl: `Opgenomen met een aanpassing (${count})`, en: `Taken in with an adjustment (${count})` }),
  firstOf: (shown: number, all: number) => ({ nl: `De eerste ${shown} van ${all}.`, en: `The first ${shown} of ${all}.` }),
  where: { nl: 'Waar in het bestand', en: 'Where in the file' },
  why: { nl: 'Waarom', en: 'Why' },
  exampleTitle: { nl: 'Voorbeelden van wat verandert', en: 'Examples of what changes' },
  was: { nl: 'Was', en: 'Was' },
  becomes: { nl: 'Wordt', en: 'Becomes' },
  nothing: { nl: 'leeg', en: 'empty' },
  readFrom: (file: string, day: string) => ({ nl: `${file}, gelezen op ${day}`, en: `${file}, read on ${day}` }),
} satisfies Catalogue

/** Where an import stands. */
export const stateTexts = {
  'looked-at': { nl: 'Bekeken, nog niet opgenomen', en: 'Looked at, not taken in yet' },
  'taken-in': { nl: 'Opgenomen', en: 'Taken in' },
  withdrawn: { nl: 'Teruggenomen', en: 'Taken back' },
} satisfies Catalogue

/** Why a record or field could not be taken as it was. */
export const reasonTexts = {
  'not-an-object': { nl: 'hier hoort een gegeven te staan', en: 'a record should stand here' },
  missing: { nl: 'dit ontbreekt', en: 'this is missing' },
  'unknown-value': { nl: 'deze waarde kennen we niet; het veld blijft leeg', en: 'we do not know this value; the field stays empty' },
  'not-a-date': { nl: 'dit is geen datum; het veld blijft leeg', en: 'this is no date; the field stays empty' },
  'not-a-time': { nl: 'dit is geen tijd; het veld blijft leeg', en: 'this is no time; the field stays empty' },
  'not-a-number': { nl: 'dit is geen getal; het veld blijft leeg', en: 'this is no number; the field stays empty' },
  'not-an-email': { nl: 'dit is geen e-mailadres; het veld blijft leeg', en: 'this is no e-mail address; the field stays empty' },
  'not-a-url': { nl: 'dit is geen webadres; het veld blijft leeg', en: 'this is no web address; the field stays empty' },
  'impossible-place': { nl: 'deze plek op de kaart kan niet; die is weggelaten', en: 'this place on the map is impossible; it was left out' },
  'too-long': { nl: 'deze tekst is te lang en is ingekort', en: 'this text is too long and was cut' },
  markup: { nl: 'opmaakcodes zijn uit de tekst gehaald', en: 'markup was taken out of the text' },
  'control-characters': { nl: 'onzichtbare tekens zijn uit de tekst gehaald', en: 'unseen characters were taken out of the text' },
  'no-such-record': { nl: 'dit verwijst naar iets dat er niet is; de verwijzing is weggelaten', en: 'this points at something that is not there; the pointer was left out' },
  'above-refused': { nl: 'dit hoort bij iets dat niet is opgenomen', en: 'this belongs to something that was not taken in' },
  'goes-round': { nl: 'dit valt onder zichzelf; de verwijzing is weggelaten', en: 'this falls under itself; the pointer was left out' },
  'same-id-other-content': { nl: 'dit nummer staat er al, met andere inhoud', en: 'this number occurs already, with other content' },
  'same-id-elsewhere': { nl: 'dit nummer staat ook op een andere plek; het kreeg een eigen nummer', en: 'this number occurs elsewhere too; it got a number of its own' },
  'ages-the-wrong-way': { nl: 'de laagste leeftijd is hoger dan de hoogste; beide zijn weggelaten', en: 'the lowest age is above the highest; both were left out' },
  'dates-the-wrong-way': { nl: 'het begin ligt na het einde; beide zijn weggelaten', en: 'the beginning is after the end; both were left out' },
  'recurrence-unknown': { nl: 'deze herhaling kennen we niet; die is weggelaten', en: 'we do not know this recurrence; it was left out' },
  'recurrence-ends-twice': { nl: 'de herhaling eindigt op twee manieren; het aantal keren is weggelaten', en: 'the recurrence ends in two ways; the number of times was left out' },
} satisfies Record<Reason, { nl: string; en: string }>

/** Kinds of records, for people. */
export const entityTexts = {
  service: { nl: 'voorzieningen', en: 'services' }, organization: { nl: 'organisaties', en: 'organisations' }, program: { nl: 'programma’s', en: 'programs' }, location: { nl: 'locaties', en: 'locations' }, address: { nl: 'adressen', en: 'addresses' },
  service_at_location: { nl: 'voorzieningen op een locatie', en: 'services at a location' }, contact: { nl: 'contactpersonen', en: 'contacts' }, phone: { nl: 'telefoonnummers', en: 'telephone numbers' }, schedule: { nl: 'tijden', en: 'schedules' },
  language: { nl: 'talen', en: 'languages' }, cost_option: { nl: 'kosten', en: 'costs' }, required_document: { nl: 'papieren die nodig zijn', en: 'required documents' }, service_area: { nl: 'gebieden', en: 'areas' },
  accessibility: { nl: 'toegankelijkheid', en: 'accessibility' }, funding: { nl: 'financiering', en: 'funding' }, organization_identifier: { nl: 'nummers van organisaties', en: 'identifiers of organisations' }, taxonomy: { nl: 'indelingen', en: 'taxonomies' },
  taxonomy_term: { nl: 'termen', en: 'terms' }, attribute: { nl: 'kenmerken', en: 'attributes' }, metadata: { nl: 'eerdere wijzigingen', en: 'earlier changes' },
} satisfies Record<EntityName, { nl: string; en: string }>
