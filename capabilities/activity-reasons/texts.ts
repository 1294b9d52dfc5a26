import type { Catalogue } from '../../platform/texts.ts'

/** The words for saying why an activity is there. */
export const texts = {
  title: (name: string) => ({ nl: `Waarom ${name} er is`, en: `Why ${name} is here` }),
  plainTitle: { nl: 'Waarom is dit er?', en: 'Why is this here?' },
  lead: { nl: 'Zeg op welke behoefte dit antwoordt, en waaraan je dat ziet. Iedereen leest de zin op de pagina.', en: 'Say which need this answers, and how one sees that. Everybody reads the sentence on its page.' },
  none: { nl: 'Nog niemand zei waarom dit er is.', en: 'Nobody said yet why this is here.' },
  where: { nl: 'Voor welke wijk antwoordt dit op een behoefte?', en: 'For which neighbourhood does this answer a need?' },
  nowhere: { nl: 'Je werkt niet in een wijk waarvoor je dit kunt zeggen.', en: 'You do not work in a neighbourhood for which you can say this.' },
  end: { nl: 'Weghalen', en: 'Take away' },

  giveTitle: { nl: 'Zeggen waarom dit er is', en: 'Say why this is here' },
  giveIntro: (name: string, area: string) => ({ nl: `${name}, in ${area}. Iedereen leest de zin en wat je aankruist.`, en: `${name}, in ${area}. Everybody reads the sentence and what you tick.` }),
  because: { nl: 'Maak de zin af: “Dit is er omdat …”', en: 'Finish the sentence: “This is here because …”' },
  becauseHint: { nl: 'Bijvoorbeeld: bewoners hier vroegen om samen te wandelen. Over een groep, nooit over één persoon.', en: 'For example: residents here asked to walk together. About a group, never about one person.' },
  asked: { nl: 'Wat bewoners vroegen', en: 'What residents asked' },
  askedHint: { nl: 'Wensen die tien of meer mensen delen, en uitkomsten van vragenlijsten.', en: 'Wishes that ten or more people share, and results of questionnaires.' },
  needs: { nl: 'Behoefte en witte vlekken', en: 'Need and white spots' },
  profile: { nl: 'Cijfers van het gebied', en: 'Figures of the area' },
  sections: { nl: 'Openbare delen van de wijkkaart', en: 'Public parts of the neighbourhood map' },
  points: { nl: 'Punten van de analyse in het wijkplan', en: 'Points of the analysis in the area plan' },
  pointsHint: { nl: 'Deze ziet alleen wie aan het wijkplan werkt.', en: 'Only who works on the area plan sees these.' },
  unfinished: { nl: 'Maak de zin af.', en: 'Finish the sentence.' },
  same: { nl: 'Deze reden staat er al.', en: 'This reason is there already.' },
  personal: { nl: 'Hier staat een telefoonnummer, mailadres of ander gegeven van één persoon. Haal dat weg: iedereen leest deze zin.', en: 'This holds a telephone number, e-mail address or other detail of one person. Take it out: everybody reads this sentence.' },
  nothing: { nl: 'Kruis hier of hieronder minstens één ding aan waaraan je dit ziet.', en: 'Tick at least one thing here or below by which you see this.' },
  already: { nl: 'Hier staan al drie redenen. Haal er eerst een weg.', en: 'There are three reasons already. Take one away first.' },
  given: { nl: 'Iedereen leest nu waarom dit er is.', en: 'Everybody now reads why this is here.' },
  endTitle: { nl: 'Reden weghalen', en: 'Take a reason away' },
  ended: { nl: 'De reden is weg.', en: 'The reason is gone.' },
} satisfies Catalogue
