import { type FieldError, Refusal } from './refusal.ts'
import { say } from './texts.ts'

/** An error as RFC 9457 describes it, with all that is wrong at once. */
export type Problem = {
  type: string
  title: string
  status: number
  code: string
  detail: string
  errors?: { in: FieldError['in']; at: string; code: string; detail: string }[]
  instance?: string
}

const words = (text: FieldError['detail']): string => (typeof text === 'string' ? text : say(text))

/** What the JSON interface answers to a refusal. Never holds data of a person. */
export function problemOf(refusal: Refusal, requestId: string): Problem {
  return {
    type: 'about:blank',
    title: refusal.code,
    status: refusal.status,
    code: refusal.code,
    detail: say(refusal.text),
    ...(refusal.errors.length > 0 && { errors: refusal.errors.map((it) => ({ ...it, detail: words(it.detail) })) }),
    instance: `urn:uuid:${requestId}`,
  }
}

/** What is told about a fault: that it happened, and under which number the log holds more. */
export const faultOf = (): Refusal =>
  new Refusal(503, 'fault', {
    nl: 'Er ging bij ons iets mis. Wat u stuurde is niet verwerkt. Probeer het zo weer.',
    en: 'Something went wrong on our side. What you sent was not processed. Try again in a moment.',
  })
