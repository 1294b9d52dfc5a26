import { counted, type Catalogue } from '../../platform/texts.ts'

export const actTexts = {
  action: { nl: 'Leg vast', en: 'Record' },
  case: { nl: 'Kijk', en: 'Look' },
  offer: { nl: 'Geef antwoord', en: 'Answer' },
  task: { nl: 'Leg vast', en: 'Record' },
  invitation: { nl: 'Geef antwoord', en: 'Answer' },
  signal: { nl: 'Pak op', en: 'Take up' },
  feedback: { nl: 'Geef bericht', en: 'Tell them' },
} satisfies Catalogue

export const texts = {
  today: { nl: 'Vandaag', en: 'Today' },
  waiting: (count: number) => ({ nl: count === 1 ? 'Eén ding wacht op jou.' : `${count} dingen wachten op jou.`, en: count === 1 ? 'One thing waits for you.' : `${count} things wait for you.` }),
  allDone: { nl: 'Alles is bij.', en: 'Everything is up to date.' },
  now: { nl: 'Nu', en: 'Now' },
  week: { nl: 'Deze week', en: 'This week' },
  others: { nl: 'Wacht op een ander', en: 'Waits for somebody else' },
  nothingNow: { nl: 'Er is nu niets dat niet kan wachten.', en: 'Nothing now that cannot wait.' },
  noDay: { nl: 'Zonder datum', en: 'No date' },
  lookAgain: { nl: 'Kijk hoe het gaat', en: 'See how things are' },
  offered: (from: string) => ({ nl: `${from} vraagt of je deze casus overneemt`, en: `${from} asks whether you take this case over` }),
  invited: (name: string) => ({ nl: `Antwoord op de uitnodiging voor ${name}`, en: `Answer the invitation for ${name}` }),
  withOther: (name: string) => ({ nl: `ligt bij ${name}`, en: `with ${name}` }),
  nextMeeting: { nl: 'Volgend overleg', en: 'Next meeting' },
  timePlace: (time: string, place: string) => ({ nl: `${time} uur, ${place}`, en: `${time}, ${place}` }),
  onAgenda: { nl: 'Op de agenda', en: 'On the agenda' },
  points: (count: number) => ({ nl: counted(count, 'punt', 'punten'), en: counted(count, 'point', 'points') }),
  comes: { nl: 'Komt zeker', en: 'Surely comes' },
  ofAll: (coming: number, asked: number) => ({ nl: `${coming} van de ${asked}`, en: `${coming} of ${asked}` }),
  seeAgenda: { nl: 'Bekijk de agenda', en: 'See the agenda' },
  volunteerLead: { nl: 'Ziet u iets waar u zich zorgen over maakt? Geef het door. Het team pakt het op en u hoort wat ermee gebeurt.', en: 'Do you see something that worries you? Pass it on. The team takes it up and you hear what happens.' },
  signalNew: { nl: 'Geef een signaal door', en: 'Pass on a signal' },
} satisfies Catalogue
