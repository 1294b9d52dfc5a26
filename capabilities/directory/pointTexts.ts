import type { Catalogue } from '../../platform/texts.ts'

/** Sentences around what changed since somebody was pointed to it. */
export const pointTexts = {
  point: { nl: 'Ik wees hier iemand op', en: 'I pointed somebody to this' },
  pointIntro: (name: string) => ({ nl: `Verandert er iets aan ${name}, dan staat het bij jou op Vandaag en kun je het doorgeven. Wie je erop wees, leg je hier niet vast.`, en: `When something about ${name} changes, it stands on your Today page and you can pass it on. Whom you pointed to it is not noted here.` }),
  pointed: { nl: 'Je hoort het als er iets verandert.', en: 'You will hear when something changes.' },
  pointedOn: (day: string) => ({ nl: `Je wees hier op ${day} iemand op. Verandert er iets, dan staat het op Vandaag.`, en: `You pointed somebody to this on ${day}. When something changes, it stands on Today.` }),
  stop: { nl: 'Niet meer melden bij verandering', en: 'Tell me no more when it changes' },
  stopIntro: (name: string) => ({ nl: `Je hoort het dan niet meer als er iets verandert aan ${name}.`, en: `You will then no longer hear when something about ${name} changes.` }),
  stopped: { nl: 'Je krijgt hierover geen bericht meer.', en: 'You get no more messages about this.' },
  changed: { nl: 'Gewijzigd', en: 'Changed' },
  changedOf: (name: string) => ({ nl: `${name} is gewijzigd`, en: `${name} was changed` }),
  lead: (day: string) => ({ nl: `Je wees hier op ${day} iemand op. Geef door wat er anders is.`, en: `You pointed somebody to this on ${day}. Pass on what is different.` }),
  whatChanged: { nl: 'Wat er anders is', en: 'What is different' },
  pass: { nl: 'Gezien, ik geef het door', en: 'Seen, I pass it on' },
  passIntro: { nl: 'De wijziging verdwijnt van jouw pagina Vandaag. Bij een volgende wijziging hoor je het weer.', en: 'The change goes from your Today page. At a next change you hear it again.' },
  passed: { nl: 'De wijziging is van je lijst.', en: 'The change is off your list.' },
  free: { nl: 'gratis', en: 'free' },
} satisfies Catalogue
