import type { Catalogue } from '../../platform/texts.ts'

/** Sentences for an owner who comes by the link in a mail. */
export const confirmTexts = {
  title: { nl: 'Klopt dit nog?', en: 'Is this still right?' },
  submit: { nl: 'Ja, dit klopt nog', en: 'Yes, this is still right' },
  lead: (name: string) => ({ nl: `Zo staat ${name} nu in de sociale kaart.`, en: `This is how ${name} is in the directory now.` }),
  lastChecked: (day: string) => ({ nl: `Voor het laatst bevestigd op ${day}.`, en: `Last confirmed on ${day}.` }),
  toWrong: { nl: 'Nee, er is iets anders', en: 'No, something is different' },
  wrongTitle: { nl: 'Wat is er anders?', en: 'What is different?' },
  wrongSubmit: { nl: 'Verstuur', en: 'Send' },
  what: { nl: 'Wat is er aan de hand?', en: 'What is the matter?' },
  isWrong: { nl: 'Er klopt iets niet meer', en: 'Something is no longer right' },
  isGone: { nl: 'Dit bestaat niet meer', en: 'This no longer exists' },
  message: { nl: 'Hoe is het nu?', en: 'How is it now?' },
  messageMissing: { nl: 'Schrijf wat er anders is. Een paar woorden is genoeg.', en: 'Write what is different. A few words are enough.' },
  answeredAlready: { nl: 'U heeft deze vraag al beantwoord. Dank u wel. Is er toch iets anders? Zoek uw vermelding op en kies daar “Klopt dit niet? Zeg het ons”.', en: 'You have answered this question already. Thank you. Is something different after all? Search for your entry and choose “Is this wrong? Tell us” there.' },
  withdrawn: { nl: 'Deze link werkt niet meer, omdat dit intussen van een andere organisatie is. U hoeft niets te doen. Vragen we u weer iets, dan krijgt u een nieuwe mail. Klopt er iets niet? Zoek uw vermelding op en kies daar “Klopt dit niet? Zeg het ons”, of bel ons.', en: 'This link no longer works, because this is of another organisation by now. You need not do anything. When we ask you something again you get a new mail. Is something wrong? Search for your entry and choose “Is this wrong? Tell us” there, or call us.' },
  linkUnknown: { nl: 'Deze link werkt niet, of niet meer. Een link uit een mail werkt vier maanden. Zoek uw vermelding op en kies daar “Klopt dit niet? Zeg het ons”, of bel ons.', en: 'This link does not work, or no longer does. A link from a mail works for four months. Search for your entry and choose “Is this wrong? Tell us” there, or call us.' },
  text: { nl: 'Uitleg', en: 'Explanation' },
  notice: { nl: 'Let op', en: 'Notice' },
  wait: { nl: 'Hoe lang wachten?', en: 'How long to wait?' },
  mail: { nl: 'E-mailadres', en: 'E-mail address' },
  thanksTitle: { nl: 'Dank u wel', en: 'Thank you' },
  thanks: { nl: 'We hebben uw antwoord. Over een half jaar vragen we het weer.', en: 'We have your answer. We will ask again in half a year.' },
  toStart: { nl: 'Naar de sociale kaart', en: 'To the directory' },
} satisfies Catalogue
