import { createHash } from 'node:crypto'
import { newCaseNumber, readCaseNumber } from '../cases/index.ts'

/** A code that people can read aloud and copy. */
export const newCode = (): string => newCaseNumber()

/** What is kept of a code. */
export const hashOf = (code: string): Buffer => createHash('sha256').update(code).digest()

/** The hash of what somebody typed; of nothing when it cannot be a code. */
export const hashOfTyped = (typed: string): Buffer => hashOf(readCaseNumber(typed) ?? 'none')
