import type { Entry } from '../platform/act.ts'

/** Everything that can be looked at or done. Reading this list answers what the application does. */
export const entries: readonly Entry[] = []
