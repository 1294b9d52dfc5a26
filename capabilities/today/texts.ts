import { counted, type Catalogue } from '../../platform/texts.ts'

const inWords = {
  nl: ['Nul', 'Eén', 'Twee', 'Drie', 'Vier', 'Vijf', 'Zes', 'Zeven', 'Acht', 'Negen', 'Tien', 'Elf', 'Twaalf'],
  en: ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten', 'Eleven', 'Twelve'],
}
/** Small numbers at the beginning of a sentence are words. */
const countInWords = (count: number) => ({ nl: inWords.nl[count] ?? String(count), en: inWords.en[count] ?? String(count) })

export const actTexts = {
  action: { nl: 'Leg vast', en: 'Record' },
  case: { nl: 'Kijk', en: 'Look' },
  offer: { nl: 'Geef antwoord', en: 'Answer' },
  task: { nl: 'Leg vast', en: 'Record' },
  invitation: { nl: 'Geef antwoord', en: 'Answer' },
  signal: { nl: 'Pak op', en: 'Take up' },
  correction: { nl: 'Geef door', en: 'Pass on' },
  feedback: { nl: 'Geef bericht', en: 'Tell them' },
  plan: { nl: 'Leg vast', en: 'Record' },
  board: { nl: 'Lees', en: 'Read' },
  list: { nl: 'Lees', en: 'Read' },
} satisfies Catalogue

export const texts = {
  today: { nl: 'Vandaag', en: 'Today' },
  waiting: (count: number) => ({
    nl: count === 1 ? 'Eén ding wacht op jou.' : `${countInWords(count).nl} dingen wachten op jou.`,
    en: count === 1 ? 'One thing waits for you.' : `${countInWords(count).en} things wait for you.`,
  }),
  thenOn: (day: string) => ({ nl: `Daarna is alles bij tot ${day}.`, en: `After that everything is up to date until ${day}.` }),
  allDone: { nl: 'Alles is bij.', en: 'Everything is up to date.' },
  firstOn: (day: string) => ({ nl: `Het eerste komt ${day}.`, en: `The first comes on ${day}.` }),
  meetingNext: (day: string) => ({ nl: `Volgend overleg: ${day}.`, en: `Next meeting: ${day}.` }),
  now: { nl: 'Nu', en: 'Now' },
  week: { nl: 'Deze week', en: 'This week' },
  others: { nl: 'Wacht op een ander', en: 'Waits for somebody else' },
  nothingNow: { nl: 'Er is nu niets dat niet kan wachten.', en: 'Nothing now that cannot wait.' },
  changed: (name: string) => ({ nl: `Gewijzigd: ${name}`, en: `Changed: ${name}` }),
  board: { nl: 'Ruil- en deelbord', en: 'Sharing board' },
  onBoard: (waiting: number, reported: number) => ({
    nl: [waiting > 0 ? `${counted(waiting, 'bericht wacht', 'berichten wachten')} tot iemand het leest` : '', reported > 0 ? `${counted(reported, 'bericht is', 'berichten zijn')} gemeld` : ''].filter(Boolean).join(', '),
    en: [waiting > 0 ? `${counted(waiting, 'notice waits', 'notices wait')} to be read` : '', reported > 0 ? `${counted(reported, 'notice was', 'notices were')} reported` : ''].filter(Boolean).join(', '),
  }),
  lookAgain: { nl: 'Kijk hoe het gaat', en: 'See how things are' },
  offered: (from: string) => ({ nl: `${from} vraagt of je deze casus overneemt`, en: `${from} asks whether you take this case over` }),
  listOffered: (from: string, activity: string) => ({ nl: `${from} vraagt of je de deelnemerslijst van ${activity} overneemt`, en: `${from} asks whether you take over the list of participants of ${activity}` }),
  listPassed: (keeper: string, activity: string) => ({ nl: `${keeper} houdt nu de deelnemerslijst van ${activity} bij`, en: `${keeper} keeps the list of participants of ${activity} now` }),
  listCloses: (activity: string) => ({ nl: `De deelnemerslijst van ${activity} sluit vanzelf`, en: `The list of participants of ${activity} closes by itself` }),
  listClosesWhy: { nl: 'De activiteit is gestopt. De namen worden dan gewist.', en: 'The activity stopped. Names are erased then.' },
  listClosed: (activity: string) => ({ nl: `De deelnemerslijst van ${activity} is vanzelf gesloten`, en: `The list of participants of ${activity} closed by itself` }),
  listClosedWhy: { nl: 'De activiteit is gestopt.', en: 'The activity stopped.' },
  invited: (name: string) => ({ nl: `Antwoord op de uitnodiging voor ${name}`, en: `Answer the invitation for ${name}` }),
  withOther: (name: string) => ({ nl: `ligt bij ${name}`, en: `with ${name}` }),
  ofPlan: (area: string) => ({ nl: `Wijkplan ${area}`, en: `Plan of ${area}` }),
  nextMeeting: { nl: 'Volgend overleg', en: 'Next meeting' },
  timePlace: (from: string, to: string, place: string) => ({ nl: `${from} tot ${to} uur, ${place}`, en: `${from} to ${to}, ${place}` }),
  meetingOn: (day: string, time: string) => ({ nl: `${day}, ${time} uur`, en: `${day}, ${time}` }),
  onAgenda: { nl: 'Op de agenda', en: 'On the agenda' },
  points: (count: number) => ({ nl: counted(count, 'punt', 'punten'), en: counted(count, 'point', 'points') }),
  yours: { nl: 'Van jou', en: 'Yours' },
  comes: { nl: 'Komt zeker', en: 'Surely comes' },
  ofAll: (coming: number, asked: number) => ({ nl: `${coming} van de ${asked}`, en: `${coming} of ${asked}` }),
  seeAgenda: { nl: 'Bekijk de agenda', en: 'See the agenda' },
  volunteerLead: { nl: 'Zie je iets waar je je zorgen over maakt? Geef het door. Het team pakt het op en jij hoort wat ermee gebeurt.', en: 'Do you see something that worries you? Pass it on. The team takes it up and you hear what happens.' },
  passedOn: { nl: 'Wat jij doorgaf', en: 'What you passed on' },
  nothingPassedOn: { nl: 'Je hebt nog niets doorgegeven.', en: 'You have passed on nothing yet.' },
  nothingPassedOnText: { nl: 'Hier zie je straks waar het ligt en wat er is gedaan.', en: 'Here you will see where it stands and what was done.' },
  signalNew: { nl: 'Geef een signaal door', en: 'Pass on a signal' },
} satisfies Catalogue
