import fc from 'fast-check'
import { expect, test } from 'vitest'
import { difference } from './diff.ts'

const text = fc.array(fc.constantFrom('de', 'wijk', 'buurt', 'koffie', ' ', '\n', '  ', 'plein.'), { maxLength: 40 }).map((it) => it.join(''))

test('[WIJ-01] of a difference both texts can be read back whole', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const pieces = difference(before, after)
      const read = (...kinds: string[]) => pieces.filter(({ kind }) => kinds.includes(kind)).map((it) => it.text).join('')
      expect([read('same', 'gone'), read('same', 'new')]).toEqual([before, after])
    }),
  )
})

test('only the words that changed are marked', () => {
  expect(difference('Het plein is leeg.', 'Het plein is vol.')).toEqual([{ kind: 'same', text: 'Het plein is ' }, { kind: 'gone', text: 'leeg.' }, { kind: 'new', text: 'vol.' }])
  expect(difference('gelijk', 'gelijk')).toEqual([{ kind: 'same', text: 'gelijk' }])
})

test('two texts of the greatest length are compared within a second', () => {
  const long = (word: string) => `${word} `.repeat(1600)
  const began = performance.now()
  difference(long('a b'), long('c d'))
  expect(performance.now() - began).toBeLessThan(1000)
})
