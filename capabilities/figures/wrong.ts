import { invalid, type Refusal } from '../../platform/refusal.ts'
import type { Text } from '../../platform/texts.ts'

/** What is wrong with a file, at the field where it was chosen. */
export const invalidFile = (code: string, detail: Text, at = 'file'): Refusal => invalid([{ in: 'body', at, code, detail }])
