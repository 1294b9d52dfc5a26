import type { Entry } from '../../platform/act.ts'

/** All that can be looked at and done in the directory. */
export const directoryEntries: readonly Entry[] = []
