import type { Finding } from './finding.ts'

/** The check of citizen service numbers: weights 9 down to 2, and minus one for the last. */
const isCitizenNumber = (digits: string): boolean => /^\d{9}$/.test(digits) && !/^0{9}$/.test(digits) && [...digits].reduce((sum, digit, index) => sum + Number(digit) * (index === 8 ? -1 : 9 - index), 0) % 11 === 0

/** The check of bank accounts: letters as numbers, the first four last, modulo 97. */
function isAccount(text: string): boolean {
  const plain = text.replace(/\s/g, '').toUpperCase()
  const moved = plain.slice(4) + plain.slice(0, 4)
  let rest = 0
  for (const letter of moved) for (const digit of /\d/.test(letter) ? letter : String(letter.charCodeAt(0) - 55)) rest = (rest * 10 + Number(digit)) % 97
  return rest === 1
}

const months = 'januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december'
const streets = 'straat|laan|weg|plein|hof|singel|gracht|kade|dreef|pad|steeg|park|dijk|plantsoen|burg|kamp|ring|hoek|veld|erf|baan|akker|weide|donk|horst'

/** Every shape stops at once where it cannot go on, so that a long text costs no more than its length. */
const shapes: readonly { kind: Finding['kind']; shape: RegExp; holds?: (found: string) => boolean }[] = [
  { kind: 'email', shape: /[\p{L}\d][\p{L}\d._%+-]{0,63}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,4}/gu },
  { kind: 'account', shape: /\b[A-Za-z]{2}\d{2}[ ]?[A-Za-z]{4}(?:[ ]?\d){10}\b/g, holds: isAccount },
  { kind: 'phone', shape: /(?<![\p{L}\d-])(?:\+31|0031|0)[ -]?(?:\(0\)[ -]?)?[1-9](?:[ -]?\d){8}(?!\d)/gu },
  { kind: 'citizen-number', shape: /(?<!\d)\d{4}[ .]?\d{2}[ .]?\d{3}(?!\d)|(?<!\d)\d{3}[ .]\d{3}[ .]\d{3}(?!\d)/g, holds: (found) => isCitizenNumber(found.replace(/\D/g, '')) },
  { kind: 'address', shape: /(?<!\d)[1-9]\d{3} ?[A-Z]{2}(?:[ ,]{1,2}\d{1,5}[ -]?[a-zA-Z]?)?(?![\p{L}\d])/gu, holds: (found) => !/(?:SA|SD|SS)\b/.test(found.slice(4).trim().slice(0, 2)) },
  { kind: 'address', shape: new RegExp(`(?<![\\p{L}])\\p{Lu}[\\p{L}'’-]{0,40}(?:${streets})(?: \\p{Lu}[\\p{L}]{1,20})? \\d{1,4}(?:[ -]?[a-zA-Z](?![\\p{L}]))?(?!\\d)`, 'gu') },
  { kind: 'birthday', shape: new RegExp(`(?:geboren|geb\\.|geboortedatum|jarig)[^.\\n\\d]{0,20}\\d{1,2}(?:[-/. ]\\d{1,2}[-/. ]\\d{2,4}|[ ](?:${months})(?: \\d{4})?)`, 'giu') },
  { kind: 'birthday', shape: /(?<!\d)\d{1,2}[-/.]\d{1,2}[-/.](?:19\d{2}|200\d|201\d)(?!\d)/g },
  { kind: 'birthday', shape: new RegExp(`(?<!\\d)\\d{1,2} (?:${months}) (?:19\\d{2}|200\\d|201\\d)(?!\\d)`, 'giu') },
  { kind: 'plate', shape: /(?<![\p{L}\d-])(?:[A-Z]{2}-\d{3}-[A-Z]|[A-Z]-\d{3}-[A-Z]{2}|\d-[A-Z]{3}-\d{2}|\d{2}-[A-Z]{3}-\d|[A-Z]{2}-\d{2}-[A-Z]{2}|[A-Z]{2}-[A-Z]{2}-\d{2}|\d{2}-[A-Z]{2}-[A-Z]{2}|[A-Z]{3}-\d{2}-[A-Z]|\d{2}-\d{2}-[A-Z]{2})(?![\p{L}\d-])/gu },
]

/** Numbers and addresses that always point at somebody, with their checks. */
export const structuredIn = (text: string): Finding[] =>
  shapes.flatMap(({ kind, shape, holds }) => [...text.matchAll(shape)].filter(([found]) => !holds || holds(found)).map((match) => ({ kind, words: match[0].trim(), from: match.index })))
