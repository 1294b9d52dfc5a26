import type { Catalogue } from '../../platform/texts.ts'

/** What an entry is. */
export const kinds = {
  service: { nl: 'Hulp en voorziening', en: 'Help and services' },
  activity: { nl: 'Activiteit', en: 'Activity' },
  project: { nl: 'Project', en: 'Project' },
  housing: { nl: 'Wonen met steun', en: 'Housing with support' },
  scheme: { nl: 'Regeling of hulpmiddel', en: 'Scheme or aid' },
  organization: { nl: 'Organisatie', en: 'Organisation' },
  network: { nl: 'Samenwerking', en: 'Network' },
  program: { nl: 'Programma', en: 'Programme' },
} satisfies Catalogue

/** What kind of organisation it is. */
export const organizationKinds = {
  organization: { nl: 'Organisatie', en: 'Organisation' },
  municipal: { nl: 'Gemeente', en: 'Municipality' },
  'care-provider': { nl: 'Zorgaanbieder', en: 'Care provider' },
  association: { nl: 'Vereniging', en: 'Association' },
  'informal-group': { nl: 'Groep van bewoners', en: 'Group of residents' },
  'faith-community': { nl: 'Kerk of moskee', en: 'Faith community' },
  school: { nl: 'School', en: 'School' },
  'housing-corporation': { nl: 'Woningcorporatie', en: 'Housing corporation' },
  government: { nl: 'Overheid', en: 'Government' },
  company: { nl: 'Bedrijf', en: 'Company' },
} satisfies Catalogue

/** Filters in plain words, in the order in which they stand. */
export const filters = {
  wanneer: { werkdagen: { nl: 'Op werkdagen', en: 'On weekdays' }, avond: { nl: '’s Avonds', en: 'In the evening' }, weekend: { nl: 'In het weekend', en: 'At the weekend' } },
  kosten: { gratis: { nl: 'Gratis', en: 'Free' }, 'minder-dan-5': { nl: 'Minder dan 5 euro', en: 'Less than 5 euro' } },
  handig: {
    rolstoel: { nl: 'Rolstoel kan naar binnen', en: 'Wheelchair can enter' },
    ophalen: { nl: 'Iemand haalt mij op', en: 'Somebody fetches me' },
    meelopen: { nl: 'Iemand loopt de eerste keer mee', en: 'Somebody comes along the first time' },
    gastheer: { nl: 'Er is een gastvrouw of gastheer', en: 'There is a host' },
    'zonder-aanmelden': { nl: 'Zonder aanmelden', en: 'Without registering' },
    'zonder-verwijzing': { nl: 'Zonder verwijzing', en: 'Without a referral' },
    'zonder-indicatie': { nl: 'Zonder indicatie', en: 'Without an assessment' },
  },
  soort: { hulp: kinds.service, activiteit: kinds.activity, project: kinds.project, wonen: kinds.housing, regeling: kinds.scheme, organisatie: kinds.organization, samenwerking: kinds.network, programma: kinds.program },
} as const

/** Headings of the groups of filters. */
export const groupNames = {
  wanneer: { nl: 'Wanneer', en: 'When' },
  kosten: { nl: 'Kosten', en: 'Cost' },
  handig: { nl: 'Handig voor u', en: 'Handy for you' },
  soort: { nl: 'Soort', en: 'Kind' },
  veld: { nl: 'Veld', en: 'Field' },
  voor: { nl: 'Voor wie', en: 'For whom' },
  over: { nl: 'Gaat over', en: 'Is about' },
  taal: { nl: 'Taal', en: 'Language' },
  open: { nl: 'Nu open', en: 'Open now' },
} satisfies Catalogue

/** Languages people speak here, by their code. */
export const languages = {
  ar: { nl: 'Arabisch', en: 'Arabic' }, tr: { nl: 'Turks', en: 'Turkish' }, en: { nl: 'Engels', en: 'English' }, pl: { nl: 'Pools', en: 'Polish' }, de: { nl: 'Duits', en: 'German' }, fr: { nl: 'Frans', en: 'French' },
  ber: { nl: 'Berbers', en: 'Berber' }, so: { nl: 'Somalisch', en: 'Somali' }, fa: { nl: 'Farsi', en: 'Farsi' }, uk: { nl: 'Oekraïens', en: 'Ukrainian' }, es: { nl: 'Spaans', en: 'Spanish' }, nl: { nl: 'Nederlands', en: 'Dutch' },
} satisfies Catalogue

/** What somebody told about room lately. */
export const lights = {
  room: { nl: 'Er is plek', en: 'There is room' },
  'little-room': { nl: 'Er is weinig plek', en: 'There is little room' },
  full: { nl: 'Het is vol', en: 'It is full' },
  unknown: { nl: 'Onbekend of er plek is', en: 'Unknown whether there is room' },
} satisfies Catalogue
