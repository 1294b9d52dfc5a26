import type { Catalogue } from '../../platform/texts.ts'
import type { TableField } from './columnsOf.ts'

export const mapTexts = {
  title: { nl: 'Zeg wat elke kolom is', en: 'Say what each column is' },
  submit: { nl: 'Kijk wat er zou veranderen', en: 'See what would change' },
  intro: { nl: 'Kies bij elk gegeven de kolom uit het bestand. Wat er niet in staat, laat je leeg. We onthouden dit voor de volgende keer.', en: 'Choose the column of the file for each field. Leave empty what is not in it. We remember this for the next time.' },
  column: (name: string, example: string) => ({ nl: `${name} (zoals: ${example})`, en: `${name} (as in: ${example})` }),
  noName: (place: number) => ({ nl: `kolom ${place} zonder naam`, en: `column ${place} without a name` }),
  twice: { nl: 'Deze kolom koos je al bij een ander gegeven.', en: 'You chose this column for another field already.' },
  done: { nl: 'De kolommen zijn onthouden. Er is nog niets veranderd in de sociale kaart.', en: 'The columns are remembered. Nothing in the directory has changed yet.' },
  needed: { nl: 'We kennen de kolommen van deze lijst nog niet', en: 'We do not know the columns of this list yet' },
  neededText: { nl: 'Zeg eerst wat elke kolom is. Daarna zie je wat er zou veranderen.', en: 'Say what each column is first. Then you see what would change.' },
} satisfies Catalogue

/** What a column can be, for people. */
export const fieldTexts: Record<TableField, { nl: string; en: string }> = {
  name: { nl: 'Naam van de voorziening', en: 'Name of the service' }, organization: { nl: 'Organisatie', en: 'Organisation' }, description: { nl: 'Omschrijving', en: 'Description' }, id: { nl: 'Nummer of code', en: 'Number or code' },
  phone: { nl: 'Telefoon', en: 'Telephone' }, email: { nl: 'E-mail', en: 'E-mail' }, url: { nl: 'Website', en: 'Website' }, address_1: { nl: 'Straat en huisnummer', en: 'Street and number' }, postal_code: { nl: 'Postcode', en: 'Postcode' },
  city: { nl: 'Plaats', en: 'Town' }, fees_description: { nl: 'Kosten', en: 'Costs' }, eligibility_description: { nl: 'Voor wie', en: 'For whom' }, application_process: { nl: 'Hoe aanmelden', en: 'How to register' }, wait_time: { nl: 'Wachttijd', en: 'Waiting time' },
  latitude: { nl: 'Breedtegraad', en: 'Latitude' }, longitude: { nl: 'Lengtegraad', en: 'Longitude' }, alternate_name: { nl: 'Andere naam', en: 'Other name' }, assured_date: { nl: 'Gecontroleerd op', en: 'Checked on' },
  minimum_age: { nl: 'Vanaf leeftijd', en: 'From age' }, maximum_age: { nl: 'Tot en met leeftijd', en: 'Up to age' },
  schakelbord_kind: { nl: 'Soort voorziening', en: 'Kind of service' }, schakelbord_visibility: { nl: 'Zichtbaar voor iedereen of voor professionals', en: 'Visible for everybody or for professionals' }, schakelbord_state: { nl: 'Concept, gepubliceerd of gearchiveerd', en: 'Draft, published or archived' },
  schakelbord_publish_on: { nl: 'Zichtbaar vanaf', en: 'Visible from' }, schakelbord_expire_on: { nl: 'Zichtbaar tot en met', en: 'Visible until' }, schakelbord_masked: { nl: 'Is de plek geheim?', en: 'Is the place secret?' },
  schakelbord_owner_name: { nl: 'Wie het bijhoudt', en: 'Who looks after it' }, assurer_email: { nl: 'E-mail van wie het bijhoudt', en: 'E-mail of who looks after it' },
}
