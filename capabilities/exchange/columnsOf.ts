/** What a column of a list can be: a field of the standard, or the name of the organisation. */
export const tableFields = [
  'name', 'organization', 'description', 'id', 'phone', 'email', 'url', 'address_1', 'postal_code', 'city', 'fees_description', 'eligibility_description', 'application_process', 'wait_time', 'latitude', 'longitude', 'alternate_name', 'assured_date', 'minimum_age', 'maximum_age',
  'schakelbord_kind', 'schakelbord_visibility', 'schakelbord_state', 'schakelbord_publish_on', 'schakelbord_expire_on', 'schakelbord_masked', 'schakelbord_owner_name', 'assurer_email',
] as const
export type TableField = (typeof tableFields)[number]
/** Which of our fields is which of their columns, by the name of the column. */
export type Mapping = Readonly<Partial<Record<TableField, string>>>

// How columns are called in lists that people keep, beside the names of the standard.
const columnNames: Readonly<Record<TableField, readonly string[]>> = {
  id: ['id', 'nummer', 'code'], name: ['name', 'naam', 'voorziening', 'titel', 'dienst'], organization: ['organization', 'organisatie', 'aanbieder', 'instelling'], description: ['description', 'omschrijving', 'beschrijving', 'toelichting'],
  url: ['url', 'website', 'site', 'link'], email: ['email', 'e-mail', 'mail', 'e-mailadres'], phone: ['phone', 'telefoon', 'telefoonnummer', 'tel'], address_1: ['address_1', 'adres', 'straat', 'straat en huisnummer'],
  postal_code: ['postal_code', 'postcode'], city: ['city', 'plaats', 'woonplaats'], fees_description: ['fees_description', 'kosten', 'prijs'], eligibility_description: ['eligibility_description', 'doelgroep', 'voor wie'],
  application_process: ['application_process', 'aanmelden', 'aanmelding'], wait_time: ['wait_time', 'wachttijd'], latitude: ['latitude', 'lat', 'breedtegraad'], longitude: ['longitude', 'lon', 'lng', 'lengtegraad'],
  alternate_name: ['alternate_name', 'ook bekend als'], assured_date: ['assured_date', 'gecontroleerd op', 'nagekeken op'], minimum_age: ['minimum_age', 'vanaf leeftijd'], maximum_age: ['maximum_age', 'tot en met leeftijd'],
  // As our own list of everything calls them.
  schakelbord_kind: ['soort voorziening'], schakelbord_visibility: ['zichtbaarheid'], schakelbord_state: ['toestand'], schakelbord_publish_on: ['zichtbaar vanaf'], schakelbord_expire_on: ['zichtbaar tot en met'], schakelbord_masked: ['geheime plek'],
  schakelbord_owner_name: ['beheerder'], assurer_email: ['assurer_email', 'e-mail beheerder'],
}

const plain = (name: string): string => name.normalize('NFC').trim().toLowerCase().replace(/[_\s]+/g, ' ')

/** The field of each column: what somebody said of this source, and otherwise what its name says. The first column of a name counts. */
export function columnsOf(header: readonly string[], mapping?: Mapping): readonly (TableField | undefined)[] {
  const said = mapping && Object.values(mapping).some((column) => header.includes(column)) ? mapping : undefined
  const taken = new Set<TableField>()
  return header.map((column, at) => {
    const field = said
      ? tableFields.find((one) => said[one] === column && header.indexOf(column) === at)
      : tableFields.find((one) => columnNames[one].some((name) => plain(name) === plain(column)))
    if (!field || (!said && taken.has(field))) return undefined
    taken.add(field)
    return field
  })
}
