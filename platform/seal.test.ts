import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { seal, unseal, useSealKey } from './seal.ts'

test('what is sealed can be opened, is different each time, and does not hold the text', () => {
  useSealKey(randomBytes(32))
  const sealed = seal('Aaltje Brouwer')
  expect(unseal(sealed)).toBe('Aaltje Brouwer')
  expect(sealed.equals(seal('Aaltje Brouwer'))).toBe(false)
  expect(sealed.includes('Aaltje')).toBe(false)
})

test('changed by one bit, or with another key, it does not open', () => {
  useSealKey(randomBytes(32))
  const sealed = seal('Aaltje Brouwer')
  for (const at of [1, 20, 61, sealed.length - 1]) {
    const changed = Buffer.from(sealed)
    changed[at]! ^= 1
    expect(() => unseal(changed)).toThrow()
  }
  useSealKey(randomBytes(32))
  expect(() => unseal(sealed)).toThrow()
})
