import { expect, test } from 'vitest'
import { z } from 'zod'
import type { FormOf } from './fields.ts'
import { meant, typedFrom } from './meant.ts'

const label = { nl: 'Vraag', en: 'Question' }
const Visit = z.strictObject({
  what: z.string(),
  when: z.iso.date(),
  hours: z.number().optional(),
  urgent: z.boolean(),
  themes: z.array(z.enum(['money', 'company'])),
  people: z.array(z.string()),
  how: z.enum(['phone', 'visit']).optional(),
  secret: z.string().optional(),
})
const form: FormOf<z.input<typeof Visit>> = {
  what: { as: 'area', label },
  when: { as: 'day', label },
  hours: { as: 'number', label },
  urgent: { as: 'tick', label },
  themes: { as: 'ticks', label, options: { money: label, company: label } },
  people: { as: 'picks', label },
  how: { as: 'choice', label, options: { phone: label, visit: label } },
  secret: { as: 'password', label },
}
const filled = { what: ['a'], when: ['2025-12-03'] }

test('what a browser sends becomes what the schema asks for', () => {
  const typed = { ...filled, hours: ['1,5'], urgent: ['ja'], themes: ['money', 'company'], people: ['p1'], how: ['visit'] }
  expect(Visit.parse(meant(form, typed))).toEqual({ what: 'a', when: '2025-12-03', hours: 1.5, urgent: true, themes: ['money', 'company'], people: ['p1'], how: 'visit' })
})

test('line ends from a browser count as one character and blanks around the text are dropped', () => {
  expect(meant(form, { ...filled, what: ['  een\r\ntwee\rdrie\n'] })).toMatchObject({ what: 'een\ntwee\ndrie' })
})

test('an empty field is an absent field', () => {
  const value = meant(form, { ...filled, hours: [''], how: ['  '] })
  expect(value).not.toHaveProperty('hours')
  expect(value).not.toHaveProperty('how')
})

test('boxes without a tick are no and an empty list, one tick of several is a list of one', () => {
  expect(meant(form, filled)).toMatchObject({ urgent: false, themes: [], people: [] })
  expect(meant(form, { ...filled, themes: ['money'] })).toMatchObject({ themes: ['money'] })
})

test.each([
  ['12', 12], ['-3', -3], ['1,5', 1.5], ['1.5', 1.5], ['0,125', 0.125], ['1.250,50', 1250.5], ['12.345.678', 12345678],
])('the number %s is read as %d', (typed, number) => {
  expect(meant(form, { ...filled, hours: [typed] })).toMatchObject({ hours: number })
})

test.each(['1.250', '1,250', 'twee', '1e3', '0x10', '1,2,3', '12 uur'])('%s is not guessed to be a number, so the schema asks again', (typed) => {
  expect(meant(form, { ...filled, hours: [typed] })).toMatchObject({ hours: typed })
  expect(Visit.safeParse(meant(form, { ...filled, hours: [typed] })).success).toBe(false)
})

test.each(['admin', '__proto__', 'constructor', 'toString'])('a name that is not in the form (%s) goes on, and the strict schema refuses it', (name) => {
  const typed = Object.fromEntries([...Object.entries(filled), [name, ['x']]])
  expect(Object.keys(meant(form, typed))).toContain(name)
  expect(Visit.safeParse(meant(form, typed)).success).toBe(false)
})

test('blanks in a password are kept', () => {
  expect(meant(form, { ...filled, secret: [' open sesame '] })).toMatchObject({ secret: ' open sesame ' })
})

test('a record shown in its form and sent back unchanged is the same record', () => {
  const record: z.input<typeof Visit> = { what: 'een\ntwee', when: '2025-12-03', hours: 0.5, urgent: true, themes: ['company'], people: ['p1', 'p2'] }
  expect(meant(form, typedFrom(form, record))).toEqual(record)
})

test('a file comes as its name and what is in it, and a text with the name of a file field is no file', () => {
  const form = { file: { as: 'file', accept: '.json', label: { nl: 'Bestand', en: 'File' } } } as const
  expect(meant(form, {}, { file: { name: 'a.json', content: 'e30=' } })).toEqual({ file: { name: 'a.json', content: 'e30=' } })
  expect(meant(form, { file: ['a.json'] })).toEqual({})
})
