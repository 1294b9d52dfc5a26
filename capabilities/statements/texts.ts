import type { Catalogue } from '../../platform/texts.ts'

export const texts = {
  privacyTitle: { nl: 'Privacy', en: 'Privacy' },
  privacyLead: { nl: 'Wat deze site over u bewaart, wie dat ziet en wat u zelf kunt doen.', en: 'What this site keeps about you, who sees it and what you can do yourself.' },
  accessibilityTitle: { nl: 'Toegankelijkheid', en: 'Accessibility' },
  accessibilityLead: { nl: 'Iedereen moet deze site kunnen gebruiken. Hier staat wat we daarvoor doen, en wat nog niet goed is.', en: 'Everyone should be able to use this site. Here is what we do for that, and what is not right yet.' },
  cookies: { nl: 'De cookies van deze site', en: 'The cookies of this site' },
  cookie: { nl: 'Naam', en: 'Name' },
  cookieFor: { nl: 'Waarvoor', en: 'What for' },
  cookieUntil: { nl: 'Hoe lang', en: 'How long' },
  askUs: (phone: string) => ({ nl: `Vragen? Bel ${phone}.`, en: `Questions? Phone ${phone}.` }),
} satisfies Catalogue
