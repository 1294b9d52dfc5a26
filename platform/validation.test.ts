import { expect, test } from 'vitest'
import { z } from 'zod'
import { day, fieldErrors, time } from './validation.ts'

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

const counted = z.strictObject({ children: z.number().int().min(0).optional(), on: day().optional(), at: time().optional() })
const saidOf = (input: object): string[] => fieldErrors(counted.safeParse(input).error ?? new z.ZodError([]), 'body').map(({ at, code, detail }) => `${at} ${code}: ${detail}`)
const far = 'Vul een datum in met een jaar van 1900 tot en met 2199.'

test.each([
  [{ children: '1.234' }, ['children invalid_type: Vul een heel getal in, in cijfers en zonder komma.']],
  [{ on: '2027-02-31' }, ['on invalid_format: Vul een bestaande datum in, bijvoorbeeld 3-12-2026.']],
  [{ on: '0000-01-01' }, [`on year: ${far}`]],
  [{ on: '0202-01-01' }, [`on year: ${far}`]],
  [{ on: '9999-12-31' }, [`on year: ${far}`]],
  [{ at: '25:99' }, ['at invalid_format: Vul een tijd in, bijvoorbeeld 9:30.']],
  [{ children: 0, on: '1900-01-01', at: '9.30' }, []],
  [{ on: '2199-12-31' }, []],
])('[ACT-08] of the count, day or time in %o is said %o: what would be taken, and no year that no calendar reckons with', (input, sentences) => {
  expect(saidOf(input)).toEqual(sentences)
})
