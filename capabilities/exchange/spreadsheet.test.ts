import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Town, town } from '../../tests/support/town.ts'
import { seedSmallDirectory } from './hsds.world.ts'
import { cellOf } from './csvCells.ts'

let t: Town
beforeAll(async () => {
  t = await town({ seed: seedSmallDirectory })
}, 60_000)
afterAll(() => t?.close())

test('[INT-09] everybody can take the open directory along as a list, and it comes in again as the same', async () => {
  const list = await t.as('visitor').get('/hsds/services.csv')
  expect(list.headers.get('content-type')).toContain('text/csv')
  const [head, ...lines] = parse(list.text, { bom: true, delimiter: ';' }) as string[][]
  expect(head).toContain('naam')
  expect(lines.map((line) => line[1])).toEqual(['Opvang', 'Samen eten'])
  for (const hidden of ['Intervisie', 'Geheime Steeg', '033 000 77 99']) expect(list.text).not.toContain(hidden)
  const looked = await t.as('petra').json('/imports', { source: 'onszelf', file: { name: 'lijst.csv', content: Buffer.from(list.text).toString('base64') } })
  const { counts } = (await t.as('petra').json(`/imports/${(looked.json() as { importId: string }).importId}`)).json() as { counts: { entity: string; new: number }[] }
  expect(counts.find((it) => it.entity === 'service')?.new).toBe(0)
})

test('no cell is ever a formula, and what was typed can be read back', () => {
  const nasty = fc.oneof(fc.string(), fc.constantFrom('=1+1', '  =cmd', '+31', '-2', '@SUM(A1)', '＝1', '\t=1', '"=1"', 'a;b', 'a\nb'))
  fc.assert(
    fc.property(nasty, (text) => {
      const [[cell = '']] = parse(`${cellOf(text)}\r\n`, { delimiter: ';', relax_column_count: true }) as [[string]]
      expect(/^[\s\u00A0]*[=+\-@＝＋－＠]/.test(cell)).toBe(false)
      expect(cell.replace(/^'/, '')).toBe(text.replace(/^'/, ''))
    }),
  )
})
