import { seal, unseal } from './seal.ts'

/** An answer that holds a secret, as it is kept for a repeat with the same key: nobody who reads the database reads it. */
export const sealedAnswer = (answer: unknown): { sealed: string } => ({ sealed: seal(JSON.stringify(answer)).toString('base64') })

/** The answer that `sealedAnswer` kept. */
export const opened = (kept: unknown): unknown => JSON.parse(unseal(Buffer.from((kept as { sealed: string }).sealed, 'base64')))
