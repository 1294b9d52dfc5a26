import type { Catalogue } from '../../platform/texts.ts'
import { counted } from '../../platform/texts.ts'

/** Sentences of keeping networks, between colleagues. */
export const networkTexts = {
  list: { nl: 'Samenwerkingen', en: 'Networks' },
  listLead: { nl: 'Teams en netwerken in de wijken, en wie erin zitten.', en: 'Teams and networks in the areas, and who is in them.' },
  listNone: { nl: 'Er staat nog geen samenwerking in de sociale kaart.', en: 'There is no network in the directory yet.' },
  make: { nl: 'Samenwerking toevoegen', en: 'Add a network' },
  change: { nl: 'Samenwerking wijzigen', en: 'Change the network' },
  submitMake: { nl: 'Voeg toe', en: 'Add' },
  submitChange: { nl: 'Bewaar', en: 'Keep' },
  made: { nl: 'Toegevoegd.', en: 'Added.' },
  changed: { nl: 'Bewaard.', en: 'Kept.' },
  name: { nl: 'Naam', en: 'Name' },
  kind: { nl: 'Wat voor samenwerking is het?', en: 'What kind of network is it?' },
  area: { nl: 'Voor welke wijk?', en: 'For which area?' },
  everywhere: { nl: 'De hele gemeente', en: 'The whole municipality' },
  summary: { nl: 'Wat doet het, in één zin?', en: 'What does it do, in one sentence?' },
  focus: { nl: 'Waar gaat het over?', en: 'What is it about?' },
  meets: { nl: 'Wanneer komen ze bij elkaar?', en: 'When do they meet?' },
  meetsHint: { nl: 'Bijvoorbeeld: elke eerste dinsdag, in het wijkcentrum.', en: 'For example: every first Tuesday, in the community centre.' },
  core: { nl: 'Wie doen mee?', en: 'Who takes part?' },
  shell: { nl: 'Wie kunnen worden gevraagd?', en: 'Who can be asked?' },
  guest: { nl: 'Wie zijn soms te gast?', en: 'Who are guests at times?' },
  membersHint: { nl: 'Een organisatie per regel, met wat zij doet erachter. Bijvoorbeeld: Kwintes: gastheer', en: 'An organisation on each line, with what it does behind it. For example: Kwintes: host' },
  twice: (names: string) => ({ nl: `Dit staat er al bij een andere groep: ${names}. Noem het één keer.`, en: `This stands in another group already: ${names}. Name it once.` }),
  unknown: (names: string) => ({ nl: `Deze organisatie staat niet in de sociale kaart: ${names}. Schrijf de naam zoals die daar staat.`, en: `This organisation is not in the directory: ${names}. Write its name as it stands there.` }),
  sameName: { nl: 'Er is al een samenwerking met deze naam.', en: 'There is a network of this name already.' },
  visibility: { nl: 'Voor wie zichtbaar?', en: 'Visible to' },
  state: { nl: 'Stand', en: 'State' },
  draft: { nl: 'Concept', en: 'Draft' },
  published: { nl: 'Zichtbaar', en: 'Visible' },
  archived: { nl: 'Gestopt, niemand vindt het nog', en: 'Ended, nobody finds it any more' },
  members: (count: number) => ({ nl: counted(count, 'organisatie', 'organisaties'), en: counted(count, 'organisation', 'organisations') }),
} satisfies Catalogue

/** Kinds of networks, for people. */
export const networkKinds = {
  'linking-team': { nl: 'Schakelteam: schakels van verschillende organisaties', en: 'Linking team: links from several organisations' },
  'signalling-network': { nl: 'Signaleringsnetwerk', en: 'Signalling network' },
  'project-network': { nl: 'Netwerk rond een project', en: 'Network around a project' },
  'broad-network': { nl: 'Breed netwerk', en: 'Broad network' },
  'case-network': { nl: 'Netwerk rond mensen', en: 'Network around people' },
  'outreach-team': { nl: 'Team dat op mensen af gaat', en: 'Outreach team' },
  'management-team': { nl: 'Overleg van leidinggevenden', en: 'Meeting of managers' },
  'learning-network': { nl: 'Leernetwerk', en: 'Learning network' },
  constituency: { nl: 'Achterban', en: 'Constituency' },
} satisfies Catalogue
