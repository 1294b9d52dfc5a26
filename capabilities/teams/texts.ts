import type { Catalogue } from '../../platform/texts.ts'

export const texts = {
  title: { nl: 'De teams in de wijken', en: 'The neighbourhood teams' },
  lead: (city: string) => ({
    nl: `In elke wijk van ${city} werkt een team van mensen uit welzijn, zorg, kerken en buurt. U kunt bellen of binnenlopen. U hoeft niet te weten wie u nodig heeft.`,
    en: `Every neighbourhood of ${city} has a team of people from welfare, care, churches and the neighbourhood. You can phone or walk in. You need not know whom you need.`,
  }),
  none: { nl: 'Er staat nog geen team op deze site', en: 'There is no team on this site yet' },
  noneText: { nl: 'Zodra er een team is, vindt u hier het telefoonnummer en de plek.', en: 'As soon as there is a team, its telephone number and place will be here.' },
  call: { nl: 'Bellen', en: 'Phone' },
  walkIn: { nl: 'Binnenlopen', en: 'Walk in' },
  danger: { nl: 'Is er nu gevaar?', en: 'Is there danger now?' },
  dangerText: { nl: 'Bel 112. Niet nu, maar wel snel hulp nodig? Bel uw huisarts.', en: 'Phone 112. Not now, but soon? Phone your doctor.' },
  callTeam: { nl: 'Bel het team', en: 'Phone the team' },
  callLead: { nl: 'Voor elke vraag. U hoeft niet te weten wie u nodig heeft.', en: 'For any question. You need not know whom you need.' },
  noPhone: { nl: 'Het telefoonnummer van dit team is nog niet bekend.', en: 'The telephone number of this team is not known yet.' },
  members: { nl: 'Dit zijn wij', en: 'This is us' },
  membersLead: { nl: 'Wie hier staat, koos daar zelf voor.', en: 'Those named here chose to be.' },
  noMembers: { nl: 'Niemand van dit team staat hier met naam. Bel gerust: u krijgt altijd iemand van het team.', en: 'Nobody of this team is named here. Feel free to phone: you always get someone of the team.' },
  worried: { nl: 'Ik maak me zorgen om iemand', en: 'I worry about someone' },
} satisfies Catalogue
