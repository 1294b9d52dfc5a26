import { book, cityFigures, type MapSeed } from './story.ts'

/** The map that is furthest: published in large part, with a new text waiting. */
export const randenbroek: MapSeed = {
  area: 'randenbroek-schuilenburg',
  edition: 0,
  opened: { by: 'hassan', on: -120 },
  sections: {
    '1-1': {
      status: 'published', public: { by: 'anke', on: -70 },
      texts: [
        { by: 'els', on: -118, source: book('§4.1'), body: 'Randenbroek is ouder dan Schuilenburg. De eerste huizen stonden er al voor de oorlog.' },
        { by: 'hassan', on: -96, source: book('§4.1'), body: 'Randenbroek ligt in het zuidoosten, tegen de binnenstad aan. De eerste straten zijn van de jaren twintig en dertig. Vlak na de oorlog groeide de wijk het hardst.\n\nSchuilenburg kwam later, in de jaren zestig. In het noorden bouwde men goedkope flats. In het zuiden kwamen huizen om te kopen.' },
      ],
    },
    '1-2': { status: 'ready', texts: [{ by: 'hassan', on: -6, source: 'wijkteam Randenbroek-Schuilenburg', body: 'Het wijkinformatiepunt in Nijenstede blijft. Bewoners willen dat het ook een avond opengaat.\n\nDe zondagse fietsclub en wandelclub zoeken een vaste plek om te beginnen.' }] },
    '2-1': {
      status: 'published', public: { by: 'hassan', on: -64 },
      texts: [{ by: 'mirjam', on: -90, source: cityFigures, body: 'In Randenbroek is 17 van de 100 bewoners 65 jaar of ouder, in Schuilenburg 23. In de hele stad zijn dat er 12.\n\nVeel mensen wonen alleen. Er zijn ook meer gezinnen met één ouder dan elders in de stad.' }],
    },
    '2-2': {
      status: 'published', public: { by: 'hassan', on: -64 },
      texts: [{ by: 'els', on: -88, source: book('§4.2'), body: 'De meeste aandacht gaat naar ouderen die weinig mensen zien. Zij vragen niet snel om hulp.\n\nHoeveel het er zijn, weten we niet precies. Een onderzoek uit 2005 noemt bijna vier van de tien senioren eenzaam. Het onderzoek zegt niet over welk gebied dat gaat.' }],
    },
    '2-3': { status: 'published', public: { by: 'hassan', on: -64 }, texts: [{ by: 'hassan', on: -85, source: `${book('§4.1')}; ${cityFigures}`, body: 'Bewoners geven het samenleven hier een lager cijfer dan in de rest van de stad. Toch voelt meer dan de helft zich verbonden met de wijk.' }] },
    '2-4': { status: 'draft', texts: [{ by: 'mirjam', on: -20, source: cityFigures, body: 'In 2009 was 7 van de 100 mensen die kunnen werken zonder baan. Gezinnen hadden minder te besteden dan elders in de stad. Nieuwere cijfers zoeken we nog.' }] },
    '3-1': { status: 'published', public: { by: 'anke', on: -70 }, texts: [{ by: 'hassan', on: -96, source: book('§4.1'), body: 'De wijk bestaat uit twee buurten: Randenbroek en Schuilenburg. Samen wonen er ruim elfduizend mensen (2009).' }] },
    '3-2': { status: 'published', public: { by: 'anke', on: -70 }, texts: [{ by: 'hassan', on: -96, source: cityFigures, body: 'De meeste woningen zijn te huur: 61 van de 100 in Randenbroek en 70 van de 100 in Schuilenburg. Een deel van de flats heeft geen lift.' }] },
    '4-1': {
      status: 'published', public: { by: 'hassan', on: -40 },
      texts: [{ by: 'hassan', on: -60, source: book('§4.3'), body: 'Het schakelteam komt elke zes weken bij elkaar. Daar zitten mensen aan tafel uit het welzijnswerk, de zorg en het vrijwilligerswerk.\n\nOm het team staan anderen die u kunt bellen: huisarts, politie, kerken en woningcorporatie.' }],
    },
    '4-3': { status: 'published', public: { by: 'hassan', on: -40 }, texts: [{ by: 'els', on: -58, source: 'Ravelijn en wijkinformatiepunt', body: 'Vrijwilligers zitten bij het wijkinformatiepunt. Zij wijzen de weg en helpen bewoners om zelf iets te beginnen.\n\nEr is een fietsclub en een wandelclub op zondag. Maatjes gaan op bezoek bij wie dat wil.' }] },
    '4-4': { status: 'draft', texts: [{ by: 'hassan', on: -15, source: 'gesprek met de kerken', body: 'De Brugkerk en haar ouderlingen komen bij veel mensen thuis. Zij geven zorgen door aan het team, als de bewoner dat goedvindt.' }] },
    '5-1': { status: 'published', public: { by: 'anke', on: -70 }, texts: [{ by: 'mirjam', on: -92, source: cityFigures, body: 'Bewoners gaven een cijfer voor hoe het samen gaat: 5,4 in Randenbroek en 5,2 in Schuilenburg. In de hele stad was het 5,9.\n\nVan de sociale index met vier delen hebben we nog geen cijfers.' }] },
    '6-1': { status: 'published', public: { by: 'anke', on: -30 }, texts: [{ by: 'hassan', on: -35, source: 'wijkteam, uit hoofdstuk 3 en 4', body: 'Er is een team dat elkaar goed kent. Er is een punt waar iedereen binnen kan lopen. Vrijwilligers en kerken kennen mensen die verder niemand ziet.' }] },
    '6-2': {
      status: 'published', public: { by: 'anke', on: -30, version: 1 },
      texts: [
        { by: 'hassan', on: -35, source: 'wijkteam, uit hoofdstuk 2', body: 'Ouderen die niemand zien, komen niet vanzelf naar een activiteit. Er is iemand nodig die naar hen toe gaat.\n\nHulp in huis begint soms pas na weken. Die tijd moet iemand overbruggen.' },
        { by: 'mirjam', on: -4, source: 'wijkteam, uit hoofdstuk 2', body: 'Ouderen die niemand zien, komen niet vanzelf naar een activiteit. Er is iemand nodig die naar hen toe gaat, en die terugkomt.\n\nHulp in huis begint soms pas na weken. Die tijd overbrugt nu vaak een vrijwilliger.' },
      ],
    },
    '6-4': { status: 'published', public: { by: 'anke', on: -30 }, texts: [{ by: 'hassan', on: -35, source: book('§4.3'), body: 'Bij deze wijk past een team dat meedenkt en verbindt, en dat de zorg zelf door anderen laat doen. Omdat hier veel ouderen wonen, heeft het team kennis van ouder worden nodig.' }] },
    '6-5': { status: 'published', public: { by: 'anke', on: -30 }, texts: [{ by: 'anke', on: -34, source: 'wijkberaad', body: 'Bewoners, organisaties en gemeente keken tien jaar vooruit. Zij bespraken twee wegen.' }] },
    '6-6': { status: 'published', public: { by: 'anke', on: -30 }, texts: [{ by: 'anke', on: -34, source: 'wijkberaad', body: 'Dit spraken we af. Elk jaar kijken we of het nog klopt.' }] },
  },
  added: [
    { section: '2-2', kind: 'risk-group', theme: 'Eenzaamheid', about: 'oudere bewoners', criteria: ['vrouw', 'woont alleen', '75 jaar of ouder, en nog meer boven de 80', 'laag inkomen, komt moeilijk rond', 'weinig opleiding'], body: 'Wie meer van deze kenmerken heeft, loopt meer risico. Het zegt niets over één persoon.', source: book('§4.2'), by: 'mirjam', on: -86 },
    { section: '2-2', kind: 'knowledge', voice: 'professional', saidBy: 'wijkverpleegkundige', told: -84, body: 'Achter de voordeur gaat het vaak om verlies: van een partner, van lopen, van de auto. Vragen naar wat iemand vroeger deed, werkt beter dan vragen of iemand eenzaam is.', by: 'mirjam', on: -84 },
    { section: '2-2', kind: 'opinion', about: 'ouderen die weinig buiten komen', voice: 'neighbours', body: 'Buren zeggen: hij wil het zelf zo, we laten hem met rust.', source: 'gesprekken bij het wijkinformatiepunt', by: 'els', on: -80 },
    { section: '2-2', kind: 'opinion', about: 'ouderen die weinig buiten komen', voice: 'residents', body: 'Ouderen zelf zeggen: ik wil niemand tot last zijn. Als iemand mij ophaalt, ga ik wel mee.', source: 'huisbezoeken door vrijwilligers', by: 'els', on: -80 },
    { section: '2-2', kind: 'opinion', about: 'ouderen die weinig buiten komen', voice: 'professional', body: 'Beroepskrachten zeggen: drie keer aanbellen is normaal. Pas de vierde keer gaat de deur open.', source: 'schakelteam', by: 'hassan', on: -79 },
    { section: '2-1', kind: 'make-up', sort: 'strain', about: 'veel ouderen wonen alleen', body: 'Als kinderen ver weg wonen, is er door de week weinig aanloop. Een kleine tegenslag wordt dan snel groot.', source: 'schakelteam', by: 'mirjam', on: -83 },
    { section: '2-1', kind: 'make-up', sort: 'help', about: 'jong en oud wonen door elkaar', body: 'In Randenbroek wonen ook gezinnen. Sommige doen boodschappen voor een oudere buur, zonder dat iemand het organiseerde.', source: 'opbouwwerk', by: 'hassan', on: -82 },
    { section: '2-3', kind: 'finding', sort: 'nuisance', about: 'overlast van drugs en hangjeugd in Randenbroek', body: 'Bewoners noemen dit als eerste als het over overlast gaat.', source: book('§4.1'), by: 'hassan', on: -82 },
    { section: '2-3', kind: 'finding', sort: 'nuisance', about: 'overlast van buren in Schuilenburg', body: 'In de flats gaat het vooral over geluid.', source: book('§4.1'), by: 'hassan', on: -82 },
    { section: '2-3', kind: 'finding', sort: 'attachment', body: 'Meer dan de helft van de bewoners voelt zich verbonden of erg verbonden met de wijk.', source: 'gemeente Amersfoort, 2006', by: 'hassan', on: -82 },
    { section: '2-3', kind: 'finding', sort: 'safety', body: 'Overdag voelen bewoners zich veilig. In het donker lopen sommigen liever niet langs de portieken.', source: 'gesprekken bij het wijkinformatiepunt (verzonnen voorbeeld)', by: 'els', on: -82 },
    { section: '2-3', kind: 'finding', sort: 'police', body: 'Bewoners zien de wijkagent graag vaker, en dan lopend.', source: 'gesprekken bij het wijkinformatiepunt (verzonnen voorbeeld)', by: 'els', on: -82 },
    { section: '2-3', kind: 'finding', sort: 'satisfaction', body: 'De meeste bewoners willen hier blijven wonen, om de buren en het groen.', source: 'gesprekken bij het wijkinformatiepunt (verzonnen voorbeeld)', by: 'els', on: -82 },
    { section: '3-2', kind: 'place', sort: 'meeting-place', scale: 'street', about: 'het wijkinformatiepunt in Nijenstede', body: 'Hier komen elke week mensen binnen met een vraag. Wie blijft voor koffie, leert anderen kennen.', source: 'wijkinformatiepunt', spot: [385, 570], by: 'hassan', on: -75 },
    { section: '3-2', kind: 'place', sort: 'hotspot', scale: 'block', about: 'de portieken van de flats in Schuilenburg', body: 'Hier komen klachten over geluid van buren samen.', source: 'wijkagent', spot: [640, 430], by: 'dirk', on: -74 },
    { section: '4-1', kind: 'knowledge', voice: 'key-figure', saidBy: 'vrijwilliger van de kerk', told: -50, body: 'Ik bel liever iemand die ik ken dan een algemeen nummer. Sinds ik bij het overleg was, weet ik wie dat is.', by: 'joke', on: -50 },
    { section: '4-3', kind: 'quote', saidBy: 'bewoner van Schuilenburg, 78 jaar', told: -57, permission: 'spoken', body: 'Eerst dacht ik: wat moet ik daar, met al die vreemden. Nu dek ik elke donderdag de tafel.', by: 'els', on: -57 },
    { section: '4-3', kind: 'story', saidBy: 'bewoner van Randenbroek, 71 jaar', told: -12, permission: 'written', body: 'Na het overlijden van mijn man fietste ik niet meer. Iemand van de fietsclub haalde mij drie zondagen op. Nu haal ik zelf iemand op.', by: 'els', on: -11, fresh: true },
  ],
  scenarios: [
    { key: 'nearby', title: 'Dichtbij en samen', ahead: 10, restsOn: ['2-1', '2-2', '4-3'], body: 'Ouderen blijven wonen waar zij wonen. In elke buurt is een plek met koffie, hulp en een vaste groep vrijwilligers. Zorg komt daarheen.', positions: [
      { party: 'municipality', stance: 'for', reason: 'Past bij wat bewoners vragen en voorkomt zwaardere zorg.', source: 'wijkberaad' },
      { party: 'providers', stance: 'conditions', reason: 'Goed, als er uren zijn om vrijwilligers te steunen.', source: 'wijkberaad' },
      { party: 'insurer', stance: 'undecided', reason: 'Wil eerst zien wat het bespaart.', source: 'brief na het wijkberaad' },
      { party: 'residents', stance: 'for', reason: 'Wij willen in onze eigen buurt blijven. Wel moet het punt ook ’s avonds open.', source: 'bewonersavond' },
    ] },
    { key: 'one-centre', title: 'Eén groot centrum', ahead: 10, restsOn: ['2-4', '3-2'], body: 'Alle hulp en ontmoeting komt op één plek. Daar is altijd iemand. De kleine plekken sluiten.', positions: [
      { party: 'municipality', stance: 'conditions', reason: 'Goedkoper om te beheren, maar alleen met vervoer.', source: 'wijkberaad' },
      { party: 'providers', stance: 'for', reason: 'Collega’s zitten bij elkaar en zien elkaar elke dag.', source: 'wijkberaad' },
      { party: 'residents', stance: 'against', reason: 'Te ver lopen voor wie slecht ter been is.', source: 'bewonersavond' },
    ] },
  ],
  choice: { scenario: 'nearby', decidedBy: 'wijkberaad van bewoners, organisaties en gemeente', on: -33, reasons: 'Wie hulp het hardst nodig heeft, loopt niet ver. Daarom kiezen we voor dichtbij. Over twee jaar kijken we wat het kost en oplevert.' },
  goals: [
    { term: 'short', goal: 'Het wijkinformatiepunt is één avond per week open', sign: 'elke week komen er tien of meer mensen', who: 'wijkinformatiepunt en opbouwwerk', from: 0, until: 0, state: 'running', restsOn: ['1-2', '4-3'], scenario: 'nearby' },
    { term: 'medium', goal: 'Wie uit het ziekenhuis komt, krijgt binnen een week bezoek', sign: 'het team houdt bij hoeveel dagen het duurt', who: 'wijkverpleging en vrijwilligers', from: 0, until: 2, state: 'planned', restsOn: ['2-2', '6-2'], scenario: 'nearby' },
    { term: 'long', goal: 'In elke buurt is een vaste plek om samen te eten', sign: 'twee plekken, elke week open', who: 'bewoners, kerken en gemeente', from: 1, until: 5, state: 'planned', restsOn: ['2-1', '5-1'], scenario: 'nearby' },
  ],
  enquiry: { by: 'hassan', from: -60, until: -39, answers: [['hassan', 5, 5, 5, 4], ['mirjam', 5, 5, 4, 3], ['els', 5, 4, 3, 2], ['ria', 5, 4, 3, 2], ['marleen', 5, 3, 1, 1], ['dirk', 5, 3, 2, 1]] },
}
