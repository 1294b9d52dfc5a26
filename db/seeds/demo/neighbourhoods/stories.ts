/** What people tell about an area. Quotes are invented, and carry the day on which their speaker agreed. */
export type StorySeed = {
  area: string
  kind: 'strength' | 'quote' | 'history'
  nl: string
  en: string
  by?: readonly [nl: string, en: string]
  /** days from today on which it was told and, for a quote, permitted */
  told?: number
}

/** Strengths first, because a neighbourhood is more than its problems. */
export const stories: readonly StorySeed[] = [
  { area: 'randenbroek-schuilenburg', kind: 'strength', nl: 'Elke zes weken vertellen mensen van vijftien organisaties elkaar wat zij deden. Daardoor komt afgesproken hulp er ook echt.', en: 'Every six weeks people of fifteen organisations tell each other what they did. That is why agreed help really comes.' },
  { area: 'randenbroek-schuilenburg', kind: 'strength', nl: 'Vrijwilligers staan klaar bij het wijkinformatiepunt. Zij wijzen de weg en beginnen iets nieuws als genoeg mensen dat willen.', en: 'Volunteers are there for you at the neighbourhood information point. They show the way, and start something new when enough people want it.' },
  { area: 'randenbroek-schuilenburg', kind: 'strength', nl: 'Bewoners bedachten zelf een fietsclub en een wandelclub op zondag.', en: 'Residents themselves thought of a cycling club and a walking club on Sundays.' },
  { area: 'randenbroek-schuilenburg', kind: 'quote', nl: 'Eerst dacht ik: wat moet ik daar, met al die vreemden. Nu dek ik elke donderdag de tafel.', en: 'At first I thought: what would I do there, with all those strangers. Now I lay the table every Thursday.', by: ['bewoner van Schuilenburg, 78 jaar', 'resident of Schuilenburg, aged 78'], told: -41 },
  { area: 'randenbroek', kind: 'history', nl: 'Het eerste deel is gebouwd in de jaren twintig en dertig. De wijk groeide vooral vlak na de oorlog.', en: 'The first part was built in the twenties and thirties. The neighbourhood grew most just after the war.' },
  { area: 'schuilenburg', kind: 'history', nl: 'Gebouwd in de jaren zestig. In het noorden staan vooral flats, in het zuiden ook koophuizen.', en: 'Built in the sixties. The north is mostly flats, the south also has houses to buy.' },
  { area: 'kruiskamp-koppel', kind: 'strength', nl: 'In De Roef drinkt iedereen koffie die wil. U hoeft zich niet aan te melden.', en: 'Everybody who wants to has coffee in De Roef. No need to register.' },
  { area: 'kruiskamp-koppel', kind: 'strength', nl: 'Moskee, kerken en scholen doen mee als iemand hulp nodig heeft.', en: 'Mosque, churches and schools join in when somebody needs help.' },
  { area: 'kruiskamp-koppel', kind: 'strength', nl: 'Vrijwillige coaches gaan een jaar lang elke week op stap met een kind dat naar de middelbare school gaat.', en: 'Volunteer coaches go out every week for a year with a child who moves on to secondary school.' },
  { area: 'kruiskamp-koppel', kind: 'quote', nl: 'Mijn buurvrouw spreekt geen Nederlands en ik geen Turks. Maar als zij bakt, klopt ze aan.', en: 'My neighbour speaks no Dutch and I no Turkish. But when she bakes, she knocks on my door.', by: ['bewoner van Kruiskamp, 66 jaar', 'resident of Kruiskamp, aged 66'], told: -25 },
  { area: 'kruiskamp', kind: 'history', nl: 'Sinds de jaren negentig wordt de wijk verbeterd. In 2007 werd het een van de veertig aandachtswijken van het land.', en: 'The neighbourhood has been improved since the nineties. In 2007 it became one of forty priority neighbourhoods of the country.' },
  { area: 'schothorst', kind: 'strength', nl: 'Van de 18 buren die we spraken over bewoners met een psychiatrische achtergrond, staan er 13 open voor contact.', en: 'Of the 18 neighbours we spoke with about residents with a psychiatric background, 13 are open to contact.' },
  { area: 'schothorst', kind: 'strength', nl: 'Op het landgoed werken mensen in het groen, ieder met een eigen doel.', en: 'On the estate people work in the green, each with a goal of their own.' },
  { area: 'schothorst', kind: 'strength', nl: 'Wie zelf een maatje had, kan maatje worden.', en: 'Who had a buddy can become one.' },
  { area: 'schothorst', kind: 'quote', nl: 'Ze vroegen niet wat ik had. Ze vroegen of ik kon tafelen en of ik van soep hield.', en: 'They did not ask what was wrong with me. They asked whether I could lay a table and liked soup.', by: ['bewoner van Schothorst, 44 jaar', 'resident of Schothorst, aged 44'], told: -60 },
  { area: 'schothorst', kind: 'history', nl: 'Gebouwd tussen 1970 en 1986. Het zuiden is ouder en heeft meer flats. In het noorden staan meer koophuizen.', en: 'Built between 1970 and 1986. The south is older and has more flats. The north has more houses to buy.' },
]
