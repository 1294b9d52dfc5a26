import type { Text } from './texts.ts'

/** One thing that is wrong with what was sent: where it stands, a stable code, and what to do about it. */
export type FieldError = { in: 'body' | 'query' | 'path' | 'header'; at: string; code: string; detail: Text | string }

export type RefusalStatus = 400 | 401 | 403 | 404 | 409 | 412 | 413 | 415 | 422 | 428 | 429 | 503

/**
 * Something the caller can understand and act on. Everything else is a fault, and becomes a 500.
 * The message is for people and never holds a name, address or number of a resident; the code is stable and for machines.
 */
export class Refusal extends Error {
  readonly status: RefusalStatus
  readonly code: string
  readonly text: Text
  readonly errors: readonly FieldError[]
  readonly retryAfter: number | undefined
  constructor(status: RefusalStatus, code: string, text: Text, more: { errors?: readonly FieldError[]; retryAfter?: number } = {}) {
    super(`${status} ${code}`)
    this.name = 'Refusal'
    this.status = status
    this.code = code
    this.text = text
    this.errors = more.errors ?? []
    this.retryAfter = more.retryAfter
  }
}

/** "Does not exist" and "not yours" are the same answer, to the letter. */
export const notFound = (): Refusal =>
  new Refusal(404, 'not-found', { nl: 'Deze pagina bestaat niet, of is niet voor u.', en: 'This page does not exist, or is not for you.' })

/** The actor may see the record, but not do this with it. */
export const notAllowed = (act: string): Refusal =>
  new Refusal(403, `${act}.not-allowed`, { nl: 'U mag dit zien, maar niet doen.', en: 'You may see this, but not do it.' })

/** The act is impossible in the present state of the record. */
export const conflict = (code: string, text: Text): Refusal => new Refusal(409, code, text)

/** Everything that is wrong with the input, all at once. */
export const invalid = (errors: readonly FieldError[]): Refusal =>
  new Refusal(400, 'input.invalid', { nl: 'Niet alles is goed ingevuld.', en: 'Not everything is filled in correctly.' }, { errors })

/** Somebody else changed the record after this actor looked at it. */
export const stale = (): Refusal =>
  new Refusal(412, 'version.stale', {
    nl: 'Iemand anders heeft dit intussen veranderd. Kijk wat er nu staat en verstuur het opnieuw.',
    en: 'Somebody else has changed this in the meantime. Look at what it says now and send it again.',
  })
