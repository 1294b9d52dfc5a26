import { describe, expect, test } from 'vitest'
import { tellingIn } from './index.ts'
import { sentences } from './sentences.world.ts'

type Span = { from: number; to: number; text: string }

/** A sentence without its marks, and where they were. */
function read(marked: string): { text: string; spans: Span[] } {
  const spans: Span[] = []
  let text = ''
  for (const part of marked.split(/(\[\[.*?\]\])/)) {
    const inside = /^\[\[(.*)\]\]$/.exec(part)?.[1]
    if (inside !== undefined) spans.push({ from: text.length, to: text.length + inside.length, text: inside })
    text += inside ?? part
  }
  return { text, spans }
}

const overlaps = (it: { from: number; words: string }, span: Span) => it.from < span.to && span.from < it.from + it.words.length
const all = sentences.map((line) => {
  const { text, spans } = read(line)
  return { text, spans, found: tellingIn(text) }
})
const missed = all.flatMap(({ text, spans, found }) => spans.filter((span) => !found.some((it) => overlaps(it, span))).map((span) => `${span.text} in: ${text}`))
const wrong = all.flatMap(({ text, spans, found }) => found.filter((it) => !spans.some((span) => overlaps(it, span))).map((it) => `${it.kind} ${it.words} in: ${text}`))
const marked = all.flatMap(({ spans }) => spans)
const seen = all.flatMap(({ found }) => found)

describe('[PRI-01] [PRI-10] [AC-21] what tells whom a text is about', () => {
  test('is seen nine times out of ten or more, over more than two hundred sentences', () => {
    expect(sentences.length).toBeGreaterThanOrEqual(200)
    expect(1 - missed.length / marked.length, missed.join('\n')).toBeGreaterThanOrEqual(0.9)
  })

  test('and is somebody at least four times out of five', () => {
    expect(1 - wrong.length / seen.length, wrong.join('\n')).toBeGreaterThanOrEqual(0.8)
  })

  test('numbers and addresses are always seen, and known for what they are', () => {
    const tries: [string, string, string][] = [
      ['citizen-number', '111222333', 'Zijn nummer is 111222333.'], ['citizen-number', '123456782', 'bsn 123456782'], ['phone', '06-12345678', 'bel 06-12345678'], ['phone', '+31 6 12 34 56 78', 'of +31 6 12 34 56 78'],
      ['phone', '033 461 22 33', 'thuis 033 461 22 33'], ['email', 'a.b@voorbeeld.nl', 'naar a.b@voorbeeld.nl.'], ['account', 'NL91 ABNA 0417 1643 00', 'op NL91 ABNA 0417 1643 00'], ['account', 'NL91ABNA0417164300', 'NL91ABNA0417164300'],
      ['address', '3813 AB 12', 'op 3813 AB 12'], ['plate', 'AB-123-C', 'auto AB-123-C'], ['birthday', '14 september 1987', 'de datum 14 september 1987'],
    ]
    for (const [kind, words, text] of tries) expect([text, tellingIn(text)]).toEqual([text, [{ kind, words, from: text.indexOf(words) }]])
  })

  test('a number that fails its check is no citizen number or bank account, and a case number is nothing', () => {
    for (const text of ['Zaak 123456789', 'NL00ABNA0417164300', 'dossier 5RKC-1T9F-6P', 'in 2019 voor 1250 euro', 'om 10.30 uur op 9-3']) expect([text, tellingIn(text)]).toEqual([text, []])
  })

  test('colleagues are not whom it is about, called by an @ or known by name', () => {
    expect(tellingIn('@Ria belt de thuiszorg')).toEqual([])
    expect(tellingIn('Mirjam de Wit ging langs, met Els', ['Mirjam de Wit', 'Els Verhoeven'])).toEqual([])
    expect(tellingIn('Mirjam Jansen ging langs', ['Mirjam de Wit'])).toHaveLength(1)
  })

  test('[AC-43] looking takes a moment, also in a long and strange text', () => {
    for (const text of ['a'.repeat(20_000), 'A. '.repeat(5000), 'van de '.repeat(3000), '0 '.repeat(10_000), 'Jan de '.repeat(3000), `${'x.'.repeat(4000)}@`, 'mw '.repeat(5000)]) {
      const began = performance.now()
      tellingIn(text)
      expect(performance.now() - began, text.slice(0, 20)).toBeLessThan(500)
    }
  })
})
