import fc from 'fast-check'
import { expect, test } from 'vitest'
import { apart, type Box, labelled } from './labels.ts'

const frame: Box = { x: 52, y: 16, width: 572, height: 296 }
const dot = ({ x, y }: { x: number; y: number }): Box => ({ x: x - 7, y: y - 7, width: 14, height: 14 })
const point = fc.record({ name: fc.string({ minLength: 2, maxLength: 28 }), x: fc.integer({ min: 60, max: 610 }), y: fc.integer({ min: 20, max: 300 }) })

test('[WIJ-06] in any crowd no name lies over another, over a point or outside the picture', () => {
  fc.assert(
    fc.property(fc.array(point, { minLength: 1, maxLength: 120 }), (crowd) => {
      const dots = crowd.map(dot)
      const names = labelled(crowd.map((it) => ({ of: it, ...it })), dots, frame)
      for (const [at, { box, of }] of names.entries()) {
        expect(box.width).toBeGreaterThanOrEqual(of.name.length * 7)
        expect([...names.slice(at + 1).map((it) => it.box), ...dots].every((it) => apart(box, it))).toBe(true)
        expect([box.x >= frame.x, box.y >= frame.y, box.x + box.width <= frame.x + frame.width, box.y + box.height <= frame.y + frame.height]).toEqual([true, true, true, true])
      }
    }),
    { numRuns: 300 },
  )
})

test('a point that stands alone always has its name, also at an edge; of two in one place one has it', () => {
  for (const x of [60, 300, 610]) expect(labelled([{ of: x, name: 'Schothorst-Noord', x, y: 150 }], [dot({ x, y: 150 })], frame)).toHaveLength(1)
  const far = (index: number) => ({ of: index, name: `Wijk ${index}`, x: 100 + index * 100, y: 100 })
  expect(labelled([1, 2, 3, 4].map(far), [1, 2, 3, 4].map(far).map(dot), frame)).toHaveLength(4)
  const narrow: Box = { x: 280, y: 90, width: 120, height: 20 }
  expect(labelled([{ of: 1, name: 'Eerste wijk', x: 285, y: 100 }, { of: 2, name: 'Tweede wijk', x: 285, y: 100 }], [dot({ x: 285, y: 100 })], narrow).map((it) => it.of)).toEqual([1])
})
