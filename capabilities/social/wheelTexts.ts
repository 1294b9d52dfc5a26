import type { Catalogue } from '../../platform/texts.ts'

/** Words of the wheel of the social index. */
export const wheelTexts = {
  said: (index: string, parts: string) => ({ nl: `Sociale index als wiel. ${index} ${parts}`, en: `Social index as a wheel. ${index} ${parts}` }),
  partSaid: (part: string, mark: string) => ({ nl: `${part}: ${mark}.`, en: `${part}: ${mark}.` }),
  partOfSaid: (part: string, mark: string, segments: string) => ({ nl: `${part}: ${mark} (${segments}).`, en: `${part}: ${mark} (${segments}).` }),
  lead: { nl: 'Hoe verder een vak naar buiten komt, hoe beter. De buitenste ring is een 10.', en: 'The further out a segment reaches, the better. The outer ring is a 10.' },
  index: { nl: 'index', en: 'index' },
  none: { nl: 'geen', en: 'none' },
  figures: { nl: 'uit cijfers', en: 'from figures' },
  survey: { nl: 'wat bewoners zeggen', en: 'what residents say' },
  missing: { nl: 'ontbreekt', en: 'missing' },
  csv: { nl: 'Sociale index als CSV', en: 'Social index as CSV' },
  svg: { nl: 'Wiel als SVG', en: 'Wheel as SVG' },
  head: { part: { nl: 'deel', en: 'part' }, weight: { nl: 'weegt', en: 'weight' }, mark: { nl: 'cijfer (1 tot 10)', en: 'mark (1 to 10)' }, from: { nl: 'waarvan', en: 'from' }, segment: { nl: 'onderdeel', en: 'segment' }, value: { nl: 'waarde', en: 'value' }, own: { nl: 'cijfer van het onderdeel', en: 'mark of the segment' } },
} satisfies Record<string, Catalogue[string] | Catalogue>
