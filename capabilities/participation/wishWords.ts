import { locale, say } from '../../platform/texts.ts'
import { wishTexts as texts } from './wishTexts.ts'
import { type DayPart, dayPartWords, type WishTheme, wishThemes } from './words.ts'

/** "Samen eten in Schothorst", or where it does not matter. */
export const wishInWords = ({ theme, area }: { theme: WishTheme; area: { name: string; whole: boolean } }): string =>
  say(area.whole ? texts.anywhere(say(wishThemes[theme])) : texts.inArea(say(wishThemes[theme]), area.name))

/** "Vaak genoemd: de ochtend en de middag."; empty when no part of the day was named by enough people. */
export const partsInWords = (parts: readonly DayPart[]): string =>
  parts.length === 0 ? '' : say(texts.prefer(new Intl.ListFormat(locale(), { type: 'conjunction' }).format(parts.map((it) => say(dayPartWords[it])))))
