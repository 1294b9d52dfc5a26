import type { Catalogue } from '../../platform/texts.ts'
import { fieldTexts } from './mapTexts.ts'

/** The columns that sources fill, for people; what is not here is told by its name in the standard. */
export const fieldsTexts = {
  ...fieldTexts,
  name: { nl: 'naam', en: 'name' }, number: { nl: 'nummer', en: 'number' }, extension: { nl: 'toestel', en: 'extension' }, type: { nl: 'soort', en: 'kind' }, title: { nl: 'functie', en: 'function' }, department: { nl: 'afdeling', en: 'department' },
  amount: { nl: 'bedrag', en: 'amount' }, option: { nl: 'voor wie', en: 'for whom' }, amount_description: { nl: 'uitleg bij het bedrag', en: 'about the amount' }, valid_from: { nl: 'geldt vanaf', en: 'valid from' }, valid_to: { nl: 'geldt tot en met', en: 'valid until' },
  freq: { nl: 'herhaling', en: 'recurrence' }, interval: { nl: 'om de hoeveel', en: 'every so many' }, byday: { nl: 'dagen', en: 'days' }, bymonthday: { nl: 'dag van de maand', en: 'day of the month' }, opens_at: { nl: 'begint om', en: 'begins at' }, closes_at: { nl: 'eindigt om', en: 'ends at' }, dtstart: { nl: 'vanaf', en: 'from' }, until: { nl: 'tot en met', en: 'until' },
  status: { nl: 'loopt of is gestopt', en: 'runs or has ended' }, alert: { nl: 'let op', en: 'take note' }, website: fieldTexts.url, organization_id: { nl: 'organisatie', en: 'organisation' }, service_id: { nl: 'voorziening', en: 'service' }, location_id: { nl: 'plek', en: 'place' }, program_id: { nl: 'programma', en: 'programme' },
  parent_organization_id: { nl: 'hoort bij', en: 'part of' }, contact_id: { nl: 'contactpersoon', en: 'contact' }, taxonomy_term_id: { nl: 'term', en: 'term' }, merged_into: { nl: 'samengevoegd met', en: 'merged into' },
  address1: fieldTexts.address_1, address_2: { nl: 'tweede regel', en: 'second line' }, address2: { nl: 'tweede regel', en: 'second line' }, attention: { nl: 'ter attentie van', en: 'attention' }, region: { nl: 'streek', en: 'region' }, state_province: { nl: 'provincie', en: 'province' }, country: { nl: 'land', en: 'country' },
  transportation: { nl: 'hoe je er komt', en: 'how to get there' }, code: { nl: 'taal', en: 'language' }, note: { nl: 'opmerking', en: 'note' }, extent: { nl: 'gebied', en: 'area' }, document: { nl: 'papier', en: 'document' }, source: { nl: 'waaruit betaald', en: 'paid from' },
  legal_status: { nl: 'rechtsvorm', en: 'legal form' }, tax_id: { nl: 'fiscaal nummer', en: 'tax number' }, year_incorporated: { nl: 'opgericht in', en: 'founded in' }, identifier: { nl: 'nummer', en: 'number' }, summary: { nl: 'samenvatting', en: 'summary' }, kind: { nl: 'soort', en: 'kind' }, state: fieldTexts.schakelbord_state, visibility: fieldTexts.schakelbord_visibility,
} satisfies Catalogue
