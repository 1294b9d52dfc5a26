import { z } from 'zod'
import { partKeys } from './formula.ts'

const mark = z.number().nullable().describe('from 1 to 10; null when missing or withheld')
const round = z.object({
  name: z.string(),
  closedOn: z.iso.date(),
  answers: z.int().nullable().describe('down to fives; null below the threshold'),
  statements: z.array(mark).describe('mean agreement, in the order of the statements, as answered'),
  score: mark,
  margin: z.number().nullable().describe('95%, to either side'),
})
const figure = z.object({ indicator: z.string(), name: z.string(), value: z.number().nullable(), text: z.string().nullable().describe('as it is written'), mark, worst: z.string(), best: z.string() })

/** Social quality and social index of an area, with everything needed to do the sum again. */
export const shownSocial = z.object({
  weights: z.array(z.number()).describe('of the four statements'),
  formulaVersion: z.int(),
  rounds: z.array(round).describe('that are over, newest first'),
  imported: z.object({ name: z.string(), score: z.string(), year: z.string() }).nullable().describe('a score of earlier research'),
  index: mark,
  parts: z.array(z.object({ key: z.enum(partKeys), name: z.string(), weight: z.number(), mark, from: z.enum(['figures', 'survey']).nullable(), round: z.string().nullable(), figures: z.array(figure) })),
  answer: z.object({ href: z.string(), closesOn: z.iso.date() }).nullable().describe('the questionnaire that residents can fill in now'),
})
export type ShownSocial = z.output<typeof shownSocial>

/** How scores are computed. */
export const shownFormula = z.object({
  version: z.int(),
  statements: z.array(z.object({ text: z.string(), reversed: z.boolean(), weight: z.number() })),
  imported: z.string().nullable(),
  parts: z.array(z.object({ key: z.enum(partKeys), name: z.string(), weight: z.number(), figures: z.array(z.object({ indicator: z.string(), name: z.string(), worst: z.string(), best: z.string() })), changeHref: z.string().nullable() })),
  changeHref: z.string().nullable(),
  roundsHref: z.string().nullable(),
})
export type ShownFormula = z.output<typeof shownFormula>

/** The rounds of questions to residents. */
export const shownRounds = z.object({
  rounds: z.array(z.object({ id: z.uuid(), area: z.string(), slug: z.string(), name: z.string(), kind: z.enum(['open', 'handed-out']), href: z.string(), closesOn: z.iso.date(), running: z.boolean(), answers: z.int() })),
  open: z.array(z.object({ area: z.string(), href: z.string() })).describe('areas in which the actor may begin one'),
  change: z.array(z.object({ name: z.string(), href: z.string() })).describe('what of the calculation the actor may change'),
})
export type ShownRounds = z.output<typeof shownRounds>
