import type { Finding } from './finding.ts'
import { between, doubtfulNames, firstNames, kin, lastNames, nobody, titles } from './words.ts'

type Word = { text: string; from: number; /** first of a sentence, where everything has a capital */ opens: boolean }

const wordShape = /\p{L}[\p{L}'’-]{0,40}|@/gu

/** The words of a text; an @ in front of a name calls a colleague, who is not whom it is about. */
function wordsOf(text: string): Word[] {
  const words: Word[] = []
  let end = 0
  let called = false
  for (const match of text.matchAll(wordShape)) {
    const gap = text.slice(end, match.index)
    end = match.index + match[0].length
    if (match[0] === '@') {
      called = true
      continue
    }
    if (!called) words.push({ text: match[0].replace(/['’]s$/, ''), from: match.index, opens: words.length === 0 || /[.!?:\n•"“(-]\s*$/.test(gap) || (/[.!?]/.test(gap) && !/\p{Lu}\.\s*$/u.test(gap)) })
    called = false
  }
  return words
}

const capital = (word: Word | undefined): boolean => word !== undefined && /^\p{Lu}\p{Ll}/u.test(word.text)
const lower = (word: Word | undefined): string => word?.text.toLowerCase() ?? ''
const parts = (word: Word): string[] => word.text.split('-')
const isFirst = (word: Word): boolean => firstNames.has(word.text) || (word.text.includes('-') && parts(word).every((part) => firstNames.has(part) || doubtfulNames.has(part)))
const isLast = (word: Word): boolean => parts(word).some((part) => lastNames.has(part))
/** A name as far as its shape goes. */
const couldBe = (word: Word | undefined): word is Word => capital(word) && word !== undefined && !nobody.has(word.text)

/** Where a family name ends that begins here, with the little words in front of it; undefined when none does. */
function familyFrom(words: readonly Word[], at: number, sure: boolean): number | undefined {
  let index = at
  while (index < at + 3 && words[index] && between.has(lower(words[index]))) index++
  const word = words[index]
  if (!couldBe(word) || word.opens) return undefined
  return sure || index > at || isLast(word) ? index : undefined
}

/** What follows "mevrouw", "dhr." or "zoon": a name of one or more words, whoever that is. */
function calledAt(words: readonly Word[], at: number): number | undefined {
  const first = words[at]
  if (!first) return undefined
  if (between.has(lower(first)) && !kin.has(lower(words[at - 1]))) return familyFrom(words, at, true)
  if (!couldBe(first)) return undefined
  return familyFrom(words, at + 1, true) ?? at
}

function nameAt(words: readonly Word[], at: number): number | undefined {
  const word = words[at]
  if (!word) return undefined
  const asked = lower(words[at - 1])
  const before = ['hij', 'zij', 'ze'].includes(asked) && /^he(et|ette|ten)$/.test(lower(words[at - 2])) ? 'heet' : asked
  if ((titles.has(before) || kin.has(before)) && !(word.opens && kin.has(before))) {
    const end = calledAt(words, at)
    if (end !== undefined) return end
  }
  if (!couldBe(word)) return undefined
  const known = isFirst(word)
  const family = familyFrom(words, at + 1, known)
  if (known) return family ?? at
  if (family !== undefined && (isLast(words[family] as Word) || family > at + 1) && (!word.opens || doubtfulNames.has(word.text))) return family
  if (doubtfulNames.has(word.text) && !word.opens) return at
  return isLast(word) && !word.opens ? at : undefined
}

/** Names in running text: known first and family names, and whatever has a capital after a title or a place in somebody's life. */
export function namesIn(text: string): Finding[] {
  const words = wordsOf(text)
  const found: Finding[] = []
  for (let at = 0; at < words.length; at++) {
    const end = nameAt(words, at)
    if (end === undefined) continue
    const from = words[at]?.from ?? 0
    const last = words[end]
    found.push({ kind: 'name', words: text.slice(from, (last?.from ?? 0) + (last?.text.length ?? 0)), from })
    at = end
  }
  return found
}

// "J.", "A.B.", "mw. X": capitals with a point; not the last letter of a list, a law or a company, and not "A. Eerst dit".
const initialShape = /(?<![\p{L}\d.])(?:\p{Lu}\.[ ]?){2,5}(?![\p{L}\d])|(?<![\p{L}\d.])\p{Lu}\.(?= ?(?:(?:van|de|der|den|ten|ter|el) ){0,3}\p{Lu}\p{Ll})|(?<=\b(?:[Mm]w|[Mm]evr|[Dd]hr|[Mm]evrouw|[Mm]eneer|[Hh]eer|[Ff]amilie|[Ff]am|[Bb]ewoner|[Bb]ewoonster|[Cc]liënt|zoon|dochter|moeder|vader)\.? )\p{Lu}{1,3}(?![\p{L}\d])\.?/gu
const noInitials = /^(?:N\.?B|P\.?S|B\.?V|N\.?V|T\.?A\.?V|V\.?O\.?F|A\.?D\.?H\.?D|E\.?H\.?B\.?O|U\.?S\.?A|W\.?C|W\.?A|P\.?G\.?B|G\.?G\.?Z)\.?\s*$/i

/** Initials: one letter is enough for who knows the street. */
export const initialsIn = (text: string): Finding[] => [...text.matchAll(initialShape)].filter(([found]) => !noInitials.test(found.trim())).map((match) => ({ kind: 'initials', words: match[0].trim(), from: match.index }))
