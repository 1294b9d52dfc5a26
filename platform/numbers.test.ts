import { expect, test } from 'vitest'
import { euroText, numberText, percentText } from './numbers.ts'
import { inLocale } from './texts.ts'

test('numbers, shares and amounts read in Dutch form', () => {
  expect([numberText(143211), numberText(5.4, 1), percentText(0.61), percentText(0.057, 1)]).toEqual(['143.211', '5,4', '61%', '5,7%'])
  expect([euroText(650), euroText(400), euroText(2610000), euroText(-1250)]).toEqual(['€\u00a06,50', '€\u00a04,00', '€\u00a026.100', '-€\u00a012,50'])
})

test('numbers, shares and amounts read in English form', () => {
  inLocale('en', () => expect([numberText(143211), percentText(0.057, 1), euroText(650)]).toEqual(['143,211', '5.7%', '€\u00a06.50']))
})
