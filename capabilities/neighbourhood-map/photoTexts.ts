import type { Catalogue } from '../../platform/texts.ts'
import type { Refused } from './pictures.ts'

const texts = {
  addTitle: { nl: 'Foto toevoegen', en: 'Add a photo' },
  photo: { nl: 'Foto', en: 'Photo' },
  photos: { nl: 'Foto’s', en: 'Photos' },
  photoHint: { nl: 'Een JPG of PNG, hoogstens 8 MB. We halen eruit waar en waarmee de foto is gemaakt.', en: 'A JPG or PNG, at most 8 MB. We take out where and with what the photo was made.' },
  altLabel: { nl: 'Wat is er te zien?', en: 'What can be seen?' },
  altHint: { nl: 'Voor wie de foto niet ziet. Bijvoorbeeld: vier mensen drinken koffie aan een lange tafel in de tuin', en: 'For who does not see the photo. For example: four people drink coffee at a long table in the garden' },
  captionLabel: { nl: 'Tekst onder de foto', en: 'Text below the photo' },
  madeByLabel: { nl: 'Wie maakte de foto?', en: 'Who made the photo?' },
  madeByHint: { nl: 'Wat iemand is, of de naam waaronder die genoemd wil worden', en: 'What somebody is, or the name they want to be known by' },
  madeOnLabel: { nl: 'Gemaakt op', en: 'Made on' },
  permissionByLabel: { nl: 'Wie gaf toestemming?', en: 'Who gave permission?' },
  permissionByHint: { nl: 'Iedereen die te herkennen is, en de maker. Geen namen. Bijvoorbeeld: de vier bewoners op de foto en de maker', en: 'Everybody who can be recognised, and the maker. No names. For example: the four residents in the photo and the maker' },
  permissionHowLabel: { nl: 'Hoe gaven zij toestemming?', en: 'How did they give permission?' },
  permissionOnLabel: { nl: 'Toestemming gegeven op', en: 'Permission given on' },
  permissionUntilLabel: { nl: 'Toestemming geldt tot en met', en: 'Permission lasts until' },
  permissionUntilHint: { nl: 'Daarna is het vanzelf niet meer openbaar.', en: 'After that it is no longer public, by itself.' },
  untilBefore: { nl: 'Deze dag ligt voor de dag van de toestemming.', en: 'This day is before the day of the permission.' },
  addDone: { nl: 'De foto is toegevoegd. Hij wordt openbaar als dit deel weer gepubliceerd wordt.', en: 'The photo was added. It becomes public when this section is published again.' },
  withdrawTitle: { nl: 'Foto weghalen', en: 'Take a photo away' },
  withdrawLead: { nl: 'De foto is meteen nergens meer te zien, en wordt gewist. Dat er toestemming was en waarom die verviel, blijft bewaard.', en: 'The photo is at once nowhere to be seen, and is erased. That there was permission and why it ended is kept.' },
  withdrawBecause: { nl: 'Waarom?', en: 'Why?' },
  withdrawHint: { nl: 'Bijvoorbeeld: de toestemming is ingetrokken. Geen namen.', en: 'For example: the permission was taken back. No names.' },
  withdrawDone: { nl: 'De foto is weg.', en: 'The photo is gone.' },
  signIn: { nl: 'Log eerst in.', en: 'Sign in first.' },
  credit: (who: string, day: string) => ({ nl: `Foto: ${who}, ${day}. Geplaatst met toestemming.`, en: `Photo: ${who}, ${day}. Published with permission.` }),
  permission: (who: string, how: string, day: string) => ({ nl: `Toestemming van ${who}, ${how}, ${day}`, en: `Permission of ${who}, ${how}, ${day}` }),
  until: (day: string) => ({ nl: `geldt tot en met ${day}`, en: `lasts until ${day}` }),
  over: (day: string) => ({ nl: `De toestemming liep tot en met ${day}. Niet meer openbaar.`, en: `The permission lasted until ${day}. No longer public.` }),
} satisfies Catalogue

export const photoTexts = texts

/** Why a file is not taken. */
export const refusedWords: Record<Refused, { nl: string; en: string }> = {
  'not-a-picture': { nl: 'Dit is geen JPG of PNG.', en: 'This is no JPG or PNG.' },
  broken: { nl: 'Deze foto is beschadigd of niet compleet.', en: 'This photo is damaged or not complete.' },
  'too-large': { nl: 'Deze foto heeft te veel beeldpunten. Maak hem kleiner, tot hoogstens 24 miljoen.', en: 'This photo has too many pixels. Make it smaller, at most 24 million.' },
  unusual: { nl: 'Deze soort JPG of PNG kunnen we niet tonen. Sla de foto op als gewone JPG.', en: 'We cannot show this kind of JPG or PNG. Save the photo as a plain JPG.' },
}
