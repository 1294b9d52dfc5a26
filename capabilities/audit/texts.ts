import { counted, type Catalogue, type Text } from '../../platform/texts.ts'

/** What the pages of the log say. */
export const texts = {
  log: { nl: 'Wie keek mee', en: 'Who looked' },
  logLead: { nl: 'Wie deed of bekeek wat, over welk dossier en wanneer. De inhoud zelf staat hier niet.', en: 'Who did or viewed what, about which case and when. The content itself is not here.' },
  own: { nl: 'Wat je zelf bekeek', en: 'What you looked at' },
  ownLead: { nl: 'Zo zien de functionaris gegevensbescherming en de bewoner wat je deed.', en: 'This is how the data protection officer and the resident see what you did.' },
  toOwn: { nl: 'Wat ik zelf bekeek', en: 'What I looked at' },
  toAll: { nl: 'Alles van de gemeente', en: 'Everything of the municipality' },

  sealedUpTo: (when: string): Text => ({ nl: `Verzegeld tot en met ${when}`, en: `Sealed up to ${when}` }),
  sealedCount: (sealed: number, waiting: number): Text => ({ nl: `${counted(sealed, 'regel ligt', 'regels liggen')} vast, ${waiting} ${waiting === 1 ? 'wacht' : 'wachten'}.`, en: `${counted(sealed, 'line is', 'lines are')} fixed, ${waiting} ${waiting === 1 ? 'waits' : 'wait'}.` }),
  notSealed: { nl: 'Nog niet verzegeld', en: 'Not sealed yet' },
  verifiedIntact: (when: string): Text => ({ nl: `Nagekeken op ${when}: niets is veranderd.`, en: `Verified on ${when}: nothing was changed.` }),
  verifiedTampered: (when: string): Text => ({ nl: `Nagekeken op ${when}: er is aan het logboek geknoeid. Bel de beheerder.`, en: `Verified on ${when}: somebody tampered with the log. Phone the administrator.` }),
  verifiedUnclear: (when: string): Text => ({ nl: `Nagekeken op ${when}: niet zeker of alles er nog staat. Vraag het de beheerder.`, en: `Verified on ${when}: not certain that everything is there. Ask the administrator.` }),
  neverVerified: { nl: 'Nog niet nagekeken.', en: 'Not verified yet.' },

  filter: { nl: 'Zoek in deze regels', en: 'Search these lines' },
  since: { nl: 'Vanaf', en: 'From' },
  until: { nl: 'Tot en met', en: 'Up to and including' },
  person: { nl: 'Wie', en: 'Who' },
  organization: { nl: 'Organisatie', en: 'Organisation' },
  dossier: { nl: 'Dossiernummer', en: 'Case number' },
  dossierHint: { nl: 'Bijvoorbeeld 7K3M-Q9TX-2V', en: 'For example 7K3M-Q9TX-2V' },
  search: { nl: 'Laat zien', en: 'Show' },
  all: { nl: 'Wis wat ik koos', en: 'Clear my choices' },
  none: { nl: 'Niemand keek mee met wat je koos.', en: 'Nobody looked, with what you chose.' },
  noneOwn: { nl: 'Je bekeek nog niets.', en: 'You have not looked at anything yet.' },

  when: { nl: 'Wanneer', en: 'When' },
  what: { nl: 'Wat', en: 'What' },
  about: { nl: 'Over', en: 'About' },
  resident: { nl: 'Bewoner', en: 'Resident' },
  visitor: { nl: 'Bezoeker zonder account', en: 'Visitor without account' },
  system: { nl: 'Vanzelf, door het systeem', en: 'By itself, by the system' },
  refused: { nl: 'geweigerd', en: 'refused' },
  purposeFor: (purpose: string): Text => ({ nl: `Voor ${purpose}`, en: `For ${purpose}` }),
  andMore: (count: number): Text => ({ nl: `en ${count} meer`, en: `and ${count} more` }),
  you: { nl: 'U', en: 'You' },
  timesThatDay: (times: number): Text => ({ nl: `${times} keer`, en: `${times} times` }),
} satisfies Catalogue
