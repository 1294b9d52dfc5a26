import { wordsOf } from './steps.ts'
import { channels, questionKinds, stateTexts } from './words.ts'

/** Words of cases for pages of others. */
export const caseWords = { question: wordsOf, questionKinds, channels, states: stateTexts }
