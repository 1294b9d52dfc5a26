import { book, cityFigures, type MapSeed } from './story.ts'

/** A map half way, with an enquiry that runs. */
export const kruiskamp: MapSeed = {
  area: 'kruiskamp-koppel',
  edition: 0,
  opened: { by: 'youssef', on: -45 },
  sections: {
    '1-1': { status: 'published', public: { by: 'youssef', on: -20 }, texts: [{ by: 'youssef', on: -40, source: book('§3.1'), body: 'Sinds de jaren negentig wordt Kruiskamp verbeterd. In 2007 koos het Rijk de wijk als een van veertig wijken die extra aandacht kregen. Een jaar later begon hier het schakelteam.' }] },
    '2-1': { status: 'ready', texts: [{ by: 'sanne', on: -3, source: cityFigures, body: 'Hier wonen mensen uit veel landen. De cijfers over leeftijd en aantal inwoners kloppen misschien niet: bij Kruiskamp en De Koppel staan dezelfde getallen als bij Schothorst. Wij gebruiken ze daarom niet.' }] },
    '2-3': { status: 'draft', texts: [{ by: 'youssef', on: -10, source: book('§3.1'), body: 'Bewoners noemen geluid van buren, drugs en jongeren op straat. Een kleine meerderheid voelt zich verbonden met de wijk.' }] },
    '4-1': { status: 'published', public: { by: 'anke', on: -18 }, texts: [{ by: 'youssef', on: -22, source: book('§3.3 tot en met §3.6'), body: 'Het schakelteam bespreekt elke maand een of twee gezinnen waar veel tegelijk speelt. Tussendoor bellen en mailen de leden elkaar. Gasten schuiven aan als dat helpt.' }] },
    '4-4': { status: 'published', public: { by: 'anke', on: -18 }, texts: [{ by: 'youssef', on: -22, source: 'opbouwwerk', body: 'Moskee en kerken doen mee als iemand hulp nodig heeft. Zij kennen families die niet naar een loket gaan.' }] },
  },
  added: [
    { section: '4-4', kind: 'quote', saidBy: 'bewoner van Kruiskamp, 66 jaar', told: -25, permission: 'spoken', body: 'Mijn buurvrouw spreekt geen Nederlands en ik geen Turks. Maar als zij bakt, klopt ze aan.', by: 'youssef', on: -24 },
    { section: '2-3', kind: 'finding', sort: 'nuisance', about: 'overlast van drugs, dronken mensen, buren en jongeren', body: 'Dit noemen bewoners en wijkwerkers het vaakst.', source: book('§1.1 en §3.1'), by: 'youssef', on: -10 },
    { section: '2-3', kind: 'finding', sort: 'safety', body: 'Niet iedereen voelt zich hier veilig.', source: book('§1.1'), by: 'youssef', on: -10 },
    { section: '2-3', kind: 'finding', sort: 'attachment', body: 'Een kleine meerderheid voelt zich verbonden met de wijk.', source: book('§3.1, zonder jaar'), by: 'youssef', on: -10 },
    { section: '2-3', kind: 'place', sort: 'hotspot', scale: 'street', about: 'het plein bij de winkels', body: 'In de avond is hier lawaai. Overdag is het juist de plek waar iedereen elkaar tegenkomt.', source: 'wijkagent en opbouwwerk', spot: [410, 540], by: 'dirk', on: -9 },
    { section: '2-3', kind: 'place', sort: 'meeting-place', scale: 'sub-area', about: 'buurthuis De Roef', body: 'Koffie zonder aanmelden. Hier weten mensen de weg.', source: 'opbouwwerk', by: 'youssef', on: -9 },
  ],
  enquiry: { by: 'youssef', from: -5, until: 14, answers: [['sanne', 2, 2, 2, 1]] },
}

const schothorstHistory = 'Schothorst ligt tussen de binnenstad en het park. De huizen zijn gebouwd tussen 1970 en 1986. Het zuiden is ouder en heeft meer flats. In het noorden staan meer koophuizen.'

/** A map that has just begun again, from the edition of two years before. */
export const schothorst: readonly MapSeed[] = [
  {
    area: 'schothorst', edition: -2, opened: { by: 'anke', on: -760 },
    sections: {
      '1-1': { status: 'published', public: { by: 'anke', on: -700 }, texts: [{ by: 'tom', on: -740, source: book('§5.1'), body: schothorstHistory }] },
      '2-2': { status: 'published', public: { by: 'anke', on: -700 }, texts: [{ by: 'nadia', on: -730, source: book('§5.1 en §5.2'), body: 'In Schothorst wonen ongeveer honderd mensen die hulp hebben of hadden van de ggz. De meesten wonen zelfstandig, sommigen samen in een huis met begeleiding.' }] },
    },
    added: [
      { section: '2-2', kind: 'opinion', about: 'bewoners met een psychiatrische achtergrond', voice: 'neighbours', body: 'Van de 18 buren die we spraken, staan er 13 open voor contact. Zeven hebben geen idee wat er beter kan.', source: book('§5.5, 18 gesprekken'), by: 'tom', on: -720 },
      { section: '2-2', kind: 'opinion', about: 'bewoners met een psychiatrische achtergrond', voice: 'clients', body: 'Van de 27 mensen die we spraken, willen er 17 meer contact in de buurt. Tien missen een goede vriend.', source: book('§5.5, 27 gesprekken'), by: 'nadia', on: -720 },
      { section: '2-2', kind: 'opinion', about: 'bewoners met een psychiatrische achtergrond', voice: 'reputation', body: 'In verhalen over de wijk gaat het vooral over de flats en over overlast.', source: book('§5.1'), by: 'tom', on: -720 },
    ],
  },
  {
    area: 'schothorst', edition: 0, opened: { by: 'tom', on: -12 },
    sections: {
      '1-1': { status: 'draft', texts: [{ by: 'tom', on: -12, source: book('§5.1'), body: schothorstHistory }] },
      '2-2': { status: 'ready', texts: [{ by: 'nadia', on: -8, source: book('§5.1 en §5.2'), body: 'In Schothorst wonen ongeveer honderd mensen die hulp hebben of hadden van de ggz. Veel van hen willen meer contact in de buurt.' }] },
    },
    added: [{ section: '2-2', kind: 'knowledge', voice: 'professional', saidBy: 'ambulant begeleider', told: -8, body: 'Iets samen doen werkt beter dan praten over contact. Op het landgoed vraagt niemand wat iemand heeft.', by: 'nadia', on: -8 }],
  },
]
