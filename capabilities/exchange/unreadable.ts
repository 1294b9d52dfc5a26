import type { failTexts } from './failTexts.ts'

/** Why a file cannot be read, or a job did not end well. Words stand in the catalogue. */
export type FailReason = keyof typeof failTexts

/** A file that cannot be read at all, or work that cannot be done. */
export class Unreadable extends Error {
  readonly reason: FailReason
  constructor(reason: FailReason) {
    super(reason)
    this.reason = reason
  }
}
