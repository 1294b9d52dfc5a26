import { z } from 'zod'
import { bytesIn } from './files.ts'
import type { FieldError } from './refusal.ts'
import { say, type Text } from './texts.ts'

const sentences = {
  missing: { nl: 'Vul dit in.', en: 'Fill this in.' },
  choose: { nl: 'Kies een van de mogelijkheden.', en: 'Choose one of the options.' },
  tooLong: (most: number): Text => ({ nl: `Gebruik hoogstens ${most} tekens.`, en: `Use at most ${most} characters.` }),
  tooShort: (least: number): Text => ({ nl: `Gebruik minstens ${least} tekens.`, en: `Use at least ${least} characters.` }),
  tooMany: (most: number): Text => ({ nl: `Kies er hoogstens ${most}.`, en: `Choose at most ${most}.` }),
  tooFew: (least: number): Text => ({ nl: `Kies er minstens ${least}.`, en: `Choose at least ${least}.` }),
  tooHigh: (most: number): Text => ({ nl: `Vul hoogstens ${most} in.`, en: `Fill in at most ${most}.` }),
  tooLow: (least: number): Text => ({ nl: `Vul minstens ${least} in.`, en: `Fill in at least ${least}.` }),
  number: { nl: 'Vul een getal in, bijvoorbeeld 12 of 1,5.', en: 'Fill in a number, for example 12 or 1.5.' },
  wholeNumber: { nl: 'Vul een heel getal in, in cijfers en zonder komma.', en: 'Fill in a whole number, in digits and without a decimal point.' },
  day: { nl: 'Vul een bestaande datum in, bijvoorbeeld 3-12-2026.', en: 'Fill in an existing date, for example 3-12-2026.' },
  dayFar: (from: number, to: number): Text => ({ nl: `Vul een datum in met een jaar van ${from} tot en met ${to}.`, en: `Fill in a date with a year from ${from} to ${to}.` }),
  time: { nl: 'Vul een tijd in, bijvoorbeeld 9:30.', en: 'Fill in a time, for example 9:30.' },
  email: { nl: 'Vul een e-mailadres in, bijvoorbeeld naam@voorbeeld.nl.', en: 'Fill in an e-mail address, for example name@example.com.' },
  fileTooLarge: (megabytes: number): Text => ({ nl: `Dit bestand is te groot. Kies een bestand van hoogstens ${megabytes} MB.`, en: `This file is too large. Choose a file of ${megabytes} MB at most.` }),
  fileEmpty: { nl: 'Dit bestand is leeg. Kies een ander bestand.', en: 'This file is empty. Choose another file.' },
  form: { nl: 'Dit klopt niet van vorm.', en: 'This does not have the right form.' },
  unknown: { nl: 'Dit veld kennen we niet.', en: 'We do not know this field.' },
} as const

const isWhole = (def: object): boolean => 'format' in def && def.format === 'safeint'
/** Does this part of a schema take whole numbers only, by its kind or by a rule that was added? */
const asksWhole = (inst: z.core.$ZodRawIssue['inst']): boolean => inst?._zod.def !== undefined && (isWhole(inst._zod.def) || ('checks' in inst._zod.def && (inst._zod.def.checks ?? []).some((check) => isWhole(check._zod.def))))
/** That a number is beyond what a computer counts exactly; a limit of ours says it better. */
const beyondCounting = (issue: z.core.$ZodIssue): boolean => (issue.code === 'too_big' || issue.code === 'too_small') && issue.origin === 'int'

function sentence(issue: z.core.$ZodRawIssue): Text {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined || issue.input === null) return sentences.missing
      if (issue.expected !== 'number' && issue.expected !== 'int') return sentences.form
      return asksWhole(issue.inst) ? sentences.wholeNumber : sentences.number
    case 'invalid_value':
      return issue.input === undefined ? sentences.missing : sentences.choose
    case 'too_big':
      if (issue.origin === 'string') return sentences.tooLong(Number(issue.maximum))
      return issue.origin === 'array' || issue.origin === 'set' ? sentences.tooMany(Number(issue.maximum)) : sentences.tooHigh(Number(issue.maximum))
    case 'too_small':
      if (issue.origin === 'string') return Number(issue.minimum) <= 1 ? sentences.missing : sentences.tooShort(Number(issue.minimum))
      return issue.origin === 'array' || issue.origin === 'set' ? sentences.tooFew(Number(issue.minimum)) : sentences.tooLow(Number(issue.minimum))
    case 'invalid_format':
      return issue.format === 'date' ? sentences.day : issue.format === 'email' ? sentences.email : sentences.form
    case 'unrecognized_keys':
      return sentences.unknown
    default:
      return sentences.form
  }
}

// The library's own sentences speak of "string" and "number", which no resident should read.
z.config({ customError: (issue) => say(sentence(issue)) })

/** A rule of our own has its own code. */
const codeOf = (issue: z.core.$ZodIssue): string => (issue.code === 'custom' && typeof issue.params?.code === 'string' ? issue.params.code : issue.code)

/** What is wrong with the input, field by field, in the language of the request. */
export function fieldErrors(error: z.ZodError, where: FieldError['in']): FieldError[] {
  const limited = new Set(error.issues.filter((issue) => !beyondCounting(issue)).map((issue) => issue.path.join('.')))
  const told = error.issues.filter((issue) => !beyondCounting(issue) || !limited.has(issue.path.join('.')))
  return told.flatMap((issue): FieldError[] =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ in: where, at: [...issue.path, key].join('.'), code: issue.code, detail: issue.message }))
      : [{ in: where, at: issue.path.join('.'), code: codeOf(issue), detail: issue.message }],
  )
}

/**
 * What is wrong with what was sent to an act. The library passes over rules between fields when a whole number was asked and one with decimals came, so those rules are asked
 * once more with the decimals cut off: a second round of mistakes feels like a trap.
 */
export function inputErrors(schema: z.ZodType, sent: unknown, error: z.ZodError): FieldError[] {
  const told = fieldErrors(error, 'body')
  if (typeof sent !== 'object' || sent === null) return told
  const isBroken = ([name, value]: [string, unknown]): boolean => typeof value === 'number' && error.issues.some(({ code, path }) => code === 'invalid_type' && path[0] === name)
  const broken = Object.entries(sent).filter(isBroken)
  if (broken.length === 0) return told
  const again = schema.safeParse({ ...sent, ...Object.fromEntries(broken.map(([name, value]) => [name, Math.trunc(Number(value))])) })
  return again.success ? told : [...told, ...fieldErrors(again.error, 'body').filter((one) => !told.some(({ at }) => at === one.at))]
}

const [firstYear, lastYear] = [1900, 2199]
const isDay = z.iso.date()
/** A day as YYYY-MM-DD that exists, in a year that people live in: a slip of the keys makes 0202 or 9999 of it, and further off no calendar reckons. */
export const day = () => z.iso.date().refine((it) => !isDay.safeParse(it).success || (Number(it.slice(0, 4)) >= firstYear && Number(it.slice(0, 4)) <= lastYear), { params: { code: 'year' }, error: () => say(sentences.dayFar(firstYear, lastYear)) })
/** A time on the clock as HH:MM; 9:30 and 9.30 are read too. */
export const time = () => z.string().trim().regex(/^([01]?\d|2[0-3])[:.][0-5]\d$/, { error: () => say(sentences.time) }).transform((it) => it.replace('.', ':').padStart(5, '0'))
/** For a rule over fields that is told together with what is wrong in each of them: whatever stands in them, as long as there are fields. */
export const alsoWhenWrong = ({ value }: { value: unknown }): boolean => typeof value === 'object' && value !== null

/**
 * Two fields of which the second may not come before the first: days, or numbers. Told together with what else is wrong, because a second round of mistakes feels like a trap.
 *
 * @param code  what the mistake is called in an answer as JSON
 */
export const inOrder = <S extends z.ZodObject>(schema: S, first: string, last: string, code: string, text: Text): S =>
  schema.refine(
    (it) => {
      const [from, until] = [it[first], it[last]]
      const known = (value: unknown) => typeof value === 'number' || (typeof value === 'string' && day().safeParse(value).success)
      return !known(from) || !known(until) || (from as number) <= (until as number)
    },
    { path: [last], params: { code }, error: () => say(text), when: alsoWhenWrong },
  )
/** One line of text, trimmed; at most `most` characters. */
export const line = (most = 200) => z.string().trim().min(1).max(most)
/** Several lines of text, trimmed; at most `most` characters. */
export const prose = (most = 4000) => z.string().trim().min(1).max(most)
/** The id of a record. */
export const id = () => z.uuid()
/** What a file holds: as base64, or as the bytes that were made of it on the way in. Handed on as bytes. */
function content(most: number): z.ZodType<Buffer, string | Buffer> {
  const longest = Math.ceil(most / 3) * 4
  const read = (value: unknown): Buffer | z.core.$ZodRawIssue => {
    if (typeof value !== 'string' && !Buffer.isBuffer(value)) return { code: 'invalid_type', expected: 'string', input: value }
    if (value.length === 0) return { code: 'too_small', origin: 'string', minimum: 1, inclusive: true, input: value, message: say(sentences.fileEmpty) }
    if ((typeof value === 'string' ? value.length : Math.ceil(value.length / 3) * 4) > longest) return { code: 'too_big', origin: 'string', maximum: longest, inclusive: true, input: value, message: say(sentences.fileTooLarge(Math.floor(most / 1024 / 1024))) }
    return typeof value === 'string' ? (bytesIn(value) ?? { code: 'invalid_format', format: 'base64', input: value }) : value
  }
  return z
    .any()
    .transform((value: unknown, { issues }) => {
      const found = read(value)
      if (Buffer.isBuffer(found)) return found
      issues.push(found)
      return z.NEVER
    })
    .meta({ type: 'string', minLength: 1, maxLength: longest, format: 'base64', contentEncoding: 'base64', pattern: z.regexes.base64.source })
}

/**
 * A file, as it travels: its name and what is in it.
 *
 * @param most  bytes at most
 */
export const upload = (most: number) => z.strictObject({ name: z.string().trim().min(1).max(200), content: content(most) })
/** Input of an act that asks nothing, or of a page without filters. */
export const nothing = z.strictObject({})
