import { wordsOf } from './steps.ts'
import { channels, questionKinds } from './words.ts'

/** Words of cases for pages of others. */
export const caseWords = { question: wordsOf, questionKinds, channels }
