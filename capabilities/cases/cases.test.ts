import { afterAll, beforeAll, expect, test } from 'vitest'
import { caseId } from '../../db/seeds/demo/cases.ts'
import { personId } from '../../db/seeds/demo/cast.ts'
import { type Town, town } from '../../tests/support/town.ts'
import { readCaseNumber } from './number.ts'

let t: Town
beforeAll(async () => {
  t = await town()
}, 60_000)
afterAll(() => t?.close())

const bridging = caseId('bridging')
const page = `/casussen/${bridging}`

test('[PRI-02] every case of the demonstration has a number that can be checked', async () => {
  const numbers = await t.rows<{ number: string }>('select number from cases')

  expect(numbers.length).toBeGreaterThanOrEqual(14)
  for (const { number } of numbers) expect(readCaseNumber(number), number).toBe(number)
})

test('whoever is involved reads what a case is about; the team sees its number only', async () => {
  const mine = await t.as('mirjam').get(page)
  const colleague = await t.as('hassan').get(page)

  expect(mine.status).toBe(200)
  expect(mine.text).toContain('Hulp in huis overbruggen')
  expect(colleague.status).toBe(200)
  expect(colleague.text).toContain('5RKC-1T9F-6P')
  expect(colleague.text).not.toContain('Hulp in huis')
  expect(personId('mirjam')).toBeTruthy()
})
