import type { Catalogue } from '../../platform/texts.ts'

/** What people like to do together. */
export const wishThemes = {
  meals: { nl: 'Samen eten', en: 'Eating together' },
  coffee: { nl: 'Koffie en ontmoeten', en: 'Coffee and meeting people' },
  walking: { nl: 'Wandelen en fietsen', en: 'Walking and cycling' },
  sport: { nl: 'Bewegen en sport', en: 'Exercise and sport' },
  making: { nl: 'Handwerken en maken', en: 'Crafts and making things' },
  music: { nl: 'Muziek en zingen', en: 'Music and singing' },
  games: { nl: 'Spelletjes', en: 'Games' },
  learning: { nl: 'Taal, lezen en computer', en: 'Language, reading and computer' },
  garden: { nl: 'Tuin en natuur', en: 'Garden and nature' },
  outings: { nl: 'Uitjes', en: 'Outings' },
  talking: { nl: 'Praten met wie hetzelfde meemaakt', en: 'Talking with people in the same situation' },
  children: { nl: 'Iets met kinderen', en: 'Something with children' },
} satisfies Catalogue
export type WishTheme = keyof typeof wishThemes

/** When somebody could come. */
export const dayParts = {
  morning: { nl: 'Overdag, in de ochtend', en: 'In the morning' },
  afternoon: { nl: 'Overdag, in de middag', en: 'In the afternoon' },
  evening: { nl: '’s Avonds', en: 'In the evening' },
  weekend: { nl: 'In het weekend', en: 'At the weekend' },
} satisfies Catalogue
export type DayPart = keyof typeof dayParts

/** The same in the middle of a sentence. */
export const dayPartWords = {
  morning: { nl: 'de ochtend', en: 'the morning' },
  afternoon: { nl: 'de middag', en: 'the afternoon' },
  evening: { nl: 'de avond', en: 'the evening' },
  weekend: { nl: 'het weekend', en: 'the weekend' },
} satisfies Catalogue
