import { seal, unseal } from '../../platform/seal.ts'

/** Between password and code: who it is, sealed in a cookie for five minutes. */
export type Pending = { personId: string; email: string }

const lasts = 5 * 60_000

/** What the browser keeps until the code comes. */
export const sealPending = (it: Pending, now: Date): string => seal(JSON.stringify({ ...it, until: now.getTime() + lasts })).toString('base64url')

/** Who was on the way; undefined when it took too long or somebody made it up. */
export function openPending(kept: string | undefined, now: Date): Pending | undefined {
  if (!kept) return undefined
  try {
    const { personId, email, until } = JSON.parse(unseal(Buffer.from(kept, 'base64url'))) as Pending & { until: number }
    return until > now.getTime() ? { personId, email } : undefined
  } catch {
    return undefined
  }
}
