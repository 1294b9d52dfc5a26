import type { TeamKey } from './cast.ts'

/** Where and when people find a team, and what it does, as its public page tells it. */
export const teamPages: Record<TeamKey, { phone: string; phone_hours: string; place: string; place_hours: string; about: string }> = {
  'kruiskamp-koppel': {
    phone: '033 000 21 10', phone_hours: 'maandag tot en met vrijdag, 9.00 tot 17.00 uur', place: 'De Roef, buurthuis van Kruiskamp', place_hours: 'dinsdag van 10.00 tot 12.00 uur, donderdag van 13.00 tot 15.00 uur',
    about: 'Wij helpen gezinnen en bewoners bij wie veel tegelijk speelt, zoals schulden, spanning thuis of een beperking. U vertelt het één keer. Wij zoeken samen met u wie erbij past.',
  },
  'randenbroek-schuilenburg': {
    phone: '033 000 12 34', phone_hours: 'maandag tot en met vrijdag, 9.00 tot 17.00 uur', place: 'Wijkinformatiepunt in Nijenstede', place_hours: 'maandag en woensdag van 9.30 tot 12.00 uur',
    about: 'Wij letten op oudere bewoners die weinig mensen zien, en op wie voor hen zorgt. Wij brengen mensen samen: buren, vrijwilligers, kerken en zorg.',
  },
  schothorst: {
    phone: '033 000 45 60', phone_hours: 'maandag tot en met donderdag, 9.00 tot 16.30 uur', place: 'De Trefhorst, huis van de wijk in Schothorst', place_hours: 'woensdag van 13.00 tot 16.00 uur',
    about: 'Wij helpen bewoners die psychisch kwetsbaar zijn om mee te doen in de buurt. Wij zoeken eerst naar wat u leuk vindt en goed kunt. Daarna zoeken we wie daarbij helpt.',
  },
}
