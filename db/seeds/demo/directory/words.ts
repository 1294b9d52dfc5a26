type Term = { slug: string; nl: string; en: string; also?: readonly string[] }
const term = (slug: string, nl: string, en: string, ...also: string[]): Term => ({ slug, nl, en, also })

/** How entries are sorted: field, target group, life domain. `also` are other words that people use. */
export const taxonomies: Record<'field' | 'target-group' | 'life-domain', { nl: string; en: string; terms: readonly Term[] }> = {
  field: {
    nl: 'Veld', en: 'Field',
    terms: [
      term('wonen', 'Wonen', 'Housing', 'huis', 'woning', 'verhuizen'), term('zorg', 'Zorg', 'Care', 'verzorging', 'verpleging'), term('ontmoeting', 'Ontmoeten', 'Meeting people', 'gezelschap', 'contact', 'gezellig'),
      term('werk', 'Werk', 'Work', 'baan', 'dagbesteding'), term('leren', 'Leren', 'Learning', 'cursus', 'les', 'school'), term('vrije-tijd', 'Vrije tijd', 'Leisure', 'hobby', 'uitje'), term('welzijn', 'Welzijn', 'Welfare', 'ondersteuning'),
      term('gezondheid', 'Gezondheid', 'Health', 'gezond'), term('veiligheid', 'Veiligheid', 'Safety', 'veilig'), term('geld', 'Geld en regelingen', 'Money and schemes', 'inkomen', 'uitkering', 'toeslag'), term('geloof', 'Geloof', 'Faith', 'kerk', 'moskee'),
    ],
  },
  'target-group': {
    nl: 'Voor wie', en: 'For whom',
    terms: [
      term('iedereen', 'Iedereen', 'Everybody'), term('ouderen', 'Ouderen', 'Older people', 'senioren', 'bejaard', '55-plus'), term('jeugd', 'Kinderen en jongeren', 'Children and young people', 'jeugd', 'tieners'),
      term('gezinnen', 'Gezinnen', 'Families', 'ouders', 'opvoeden'), term('mantelzorgers', 'Mantelzorgers', 'Informal carers', 'verzorgers'), term('psychisch', 'Mensen die psychisch kwetsbaar zijn', 'People with mental health problems', 'psychiatrie', 'depressie', 'angst'),
      term('verstandelijk', 'Mensen met een verstandelijke beperking', 'People with an intellectual disability', 'beperking'), term('lichamelijk', 'Mensen met een lichamelijke beperking', 'People with a physical disability', 'handicap', 'rolstoel'),
      term('nieuwkomers', 'Mensen met een migratieachtergrond', 'People with a migration background', 'anderstalig', 'allochtoon', 'inburgering'), term('vrouwen', 'Vrouwen', 'Women', 'moeders'), term('vrijwilligers', 'Vrijwilligers', 'Volunteers'),
      term('werkzoekenden', 'Mensen zonder werk', 'People without work', 'werkloos', 'bijstand'),
    ],
  },
  'life-domain': {
    nl: 'Gaat over', en: 'Is about',
    terms: [
      term('financien', 'Geld', 'Money', 'schulden', 'geldzorgen', 'rekeningen'), term('dag', 'Wat u overdag doet', 'What you do by day', 'dagbesteding', 'werk'), term('huisvesting', 'Wonen', 'Housing', 'huur', 'uitzetting'),
      term('thuis', 'Thuis en gezin', 'Home and family', 'relatie', 'ruzie', 'huiselijk geweld'), term('geestelijk', 'Hoe u zich voelt', 'How you feel', 'somber', 'depressief', 'bang'), term('lichamelijk', 'Uw lichaam', 'Your body', 'ziek', 'pijn'),
      term('verslaving', 'Verslaving', 'Addiction', 'drank', 'alcohol', 'drugs', 'gokken'), term('dagelijks', 'Voor uzelf zorgen', 'Looking after yourself', 'huishouden', 'wassen'), term('netwerk', 'Mensen om u heen', 'People around you', 'eenzaam', 'alleen', 'vrienden'),
      term('meedoen', 'Meedoen', 'Taking part', 'vrijwilligerswerk', 'buurt'), term('recht', 'Recht en veiligheid', 'Law and safety', 'politie', 'overlast'),
    ],
  },
}

/** What people say, and the words in which the directory answers it. */
export const needs: Record<string, readonly string[]> = {
  'ik ben alleen': ['eenzaam', 'ontmoeten', 'maatje', 'gezelschap', 'vriendschap'], 'ik voel me alleen': ['eenzaam', 'ontmoeten', 'maatje', 'gezelschap', 'vriendschap'], alleen: ['eenzaam', 'ontmoeten', 'maatje', 'gezelschap'], eenzaam: ['ontmoeten', 'maatje', 'gezelschap', 'vriendschap'],
  eenzaamheid: ['eenzaam', 'ontmoeten', 'maatje', 'gezelschap'], geldzorgen: ['schulden', 'rekeningen', 'budget', 'geld'], 'ik heb schulden': ['schulden', 'rekeningen', 'budget'], schulden: ['rekeningen', 'budget', 'geldzorgen'], 'te weinig geld': ['schulden', 'uitkering', 'kortingspas', 'bijzondere bijstand'],
  'samen eten': ['eetclub', 'maaltijd', 'eetcafe', 'aanschuiftafel', 'koken'], 'niet alleen eten': ['eetclub', 'maaltijd', 'eetcafe'], 'eten koken': ['maaltijd', 'koken'], 'ik kan mijn huur niet betalen': ['huur', 'schulden', 'uitzetting'], 'ik ben somber': ['somber', 'depressief', 'psychisch'],
  'ik zit in de put': ['somber', 'depressief', 'psychisch'], depressie: ['somber', 'psychisch'], 'ik drink te veel': ['alcohol', 'verslaving'], drinken: ['alcohol', 'verslaving', 'koffie'], 'ik ben bang thuis': ['huiselijk geweld', 'veilig', 'opvang'], 'ik word geslagen': ['huiselijk geweld', 'opvang'],
  'ik zorg voor mijn man': ['mantelzorg'], 'ik zorg voor mijn vrouw': ['mantelzorg'], 'ik zorg voor mijn moeder': ['mantelzorg'], 'zorgen voor een ander': ['mantelzorg'], 'ik kan niet goed lezen': ['lezen', 'taal'], 'nederlands leren': ['taal', 'lezen'], laaggeletterd: ['lezen', 'taal'],
  'iets doen': ['vrijwilliger', 'meedoen', 'dagbesteding'], 'hulp in huis': ['huishouden', 'thuiszorg'], 'hulp bij opvoeden': ['opvoeden', 'gezin'], 'mijn kind luistert niet': ['opvoeden', 'gezin'], 'ik zoek werk': ['werk', 'uitkering'], 'een praatje': ['koffie', 'ontmoeten', 'bezoek'], 'iemand om mee te praten': ['maatje', 'bezoek', 'maatschappelijk werk'],
  dement: ['dementie', 'geheugen'], vergeetachtig: ['geheugen', 'dementie'], bewegen: ['wandelen', 'fietsen', 'sport'], sporten: ['wandelen', 'fietsen', 'bewegen'], klussen: ['klus', 'tuin', 'vrijwilliger'],
}
