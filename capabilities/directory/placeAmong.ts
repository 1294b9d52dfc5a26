// Words of two letters that come after a postcode more often than the letters of one: "3812 in de buurt".
const shortWords = new Set(['af', 'al', 'bv', 'de', 'en', 'er', 'ik', 'in', 'is', 'je', 'me', 'na', 'nu', 'of', 'om', 'op', 'pc', 'te', 'tv', 'uw', 'we', 'ze'])

/**
 * A postcode that somebody typed between the other words. Where more numbers stand, none of them is taken for one: it may be a telephone number.
 *
 * @returns its four digits and the words that are left; null when there is none
 */
export function postcodeAmong(words: string): { digits: string; rest: string } | null {
  const found = /(?<![\w-])([1-9]\d{3})(?:(\s?)([A-Za-z]{2}))?(?![\w-])/.exec(words)
  if (!found || (words.match(/\d+/g)?.length ?? 0) !== 1) return null
  const [whole, digits = '', between, letters = ''] = found
  const word = between === ' ' && shortWords.has(letters.toLowerCase()) ? letters : ''
  return { digits, rest: words.replace(whole, word).replaceAll(/\s+/g, ' ').trim() }
}

const escaped = (name: string): string => name.replaceAll(/[^\p{L}\d ]/gu, (it) => `\\u{${it.codePointAt(0)?.toString(16)}}`)
const wordsOf = (name: string): RegExp => new RegExp(`(?<![\\p{L}\\d-])(?:(?:in|bij|rond|voor|nabij)\\s+)?(?:(?:de|het)\\s+)?(?:(?:wijk|buurt)\\s+)?${escaped(name)}(?![\\p{L}\\d-])`, 'iu')

/** The area that somebody named between the other words, the longest name where more fit, and the words that are left. */
export function areaAmong<T extends { name: string }>(words: string, areas: readonly T[]): { area: T; rest: string } | null {
  const low = words.toLowerCase()
  const area = areas.filter(({ name }) => low.includes(name.toLowerCase()) && wordsOf(name).test(words)).toSorted((a, b) => b.name.length - a.name.length)[0]
  return area ? { area, rest: words.replace(wordsOf(area.name), ' ').replaceAll(/\s+/g, ' ').trim() } : null
}
