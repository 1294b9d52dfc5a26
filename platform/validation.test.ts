import { expect, test } from 'vitest'
import { z } from 'zod'
import { fieldErrors } from './validation.ts'

const year = z.strictObject({ year: z.int().min(1900).max(2100), share: z.number().min(0).max(100).optional() })
const said = (input: object): string[] => fieldErrors(year.safeParse(input).error ?? new z.ZodError([]), 'body').map(({ at, detail }) => `${at}: ${detail}`)

test.each([
  [{ year: 'veel' }, ['year: Vul een heel getal in, in cijfers en zonder komma.']],
  [{ year: 3.5 }, ['year: Vul een heel getal in, in cijfers en zonder komma.']],
  [{ year: Number.POSITIVE_INFINITY }, ['year: Vul een heel getal in, in cijfers en zonder komma.']],
  [{ year: 1e21 }, ['year: Vul hoogstens 2100 in.']],
  [{ year: -1e21 }, ['year: Vul minstens 1900 in.']],
  [{ year: 2024, share: 'de helft' }, ['share: Vul een getal in, bijvoorbeeld 12 of 1,5.']],
  [{ year: 2024, share: 1e21 }, ['share: Vul hoogstens 100 in.']],
  [{}, ['year: Vul dit in.']],
  [{ year: 2024 }, []],
])('of %o is said %o: one sentence, which tells what would be taken', (input, sentences) => {
  expect(said(input)).toEqual(sentences)
})
