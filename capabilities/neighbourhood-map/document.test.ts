import { spawnSync } from 'node:child_process'
import { inflateSync } from 'node:zlib'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mapId } from '../../db/seeds/demo/maps.ts'
import { type Town, town } from '../../tests/support/town.ts'
import { compileDocument } from './compile.ts'

let t: Town
beforeAll(async () => {
  t = await town()
})
afterAll(() => t.close())

const address = '/wijk/randenbroek-schuilenburg/kaart.pdf'
const fetched = async (path = address, headers: Record<string, string> = {}) => {
  const response = await t.app.request(path, { headers })
  return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) }
}

/** Everything in a document that can be read as text: what stands open, and what is packed. */
function readable(pdf: Buffer): string {
  const source = pdf.toString('latin1')
  const packed = [...source.matchAll(/stream\r?\n/g)].map(({ index, 0: begin }) => {
    const from = index + begin.length
    try {
      return inflateSync(pdf.subarray(from, source.indexOf('endstream', from))).toString('latin1')
    } catch {
      return ''
    }
  })
  return [source, ...packed].join('\n')
}

const hasPdftotext = spawnSync('pdftotext', ['-v']).status === 0
function words(pdf: Buffer): string {
  const file = join(mkdtempSync(join(tmpdir(), 'kaart-')), 'kaart.pdf')
  writeFileSync(file, pdf)
  const { stdout, status } = spawnSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' })
  expect(status).toBe(0)
  return stdout
}

const hostile = 'Zij zei: "kom [binnen]" #panic("x") $a^2$ *vet* _schuin_ <label> @ref // geen /* commentaar \\ = kop\n- lijst + 1. {code} `raw` #let d = 1 ’ “ ~ #image("/etc/passwd")'
const emptyPart = { name: '1.1 Geschiedenis', source: '', tables: [], groups: [], after: [] }
const dataWith = (body: string, more: object = {}) => ({
  title: body.slice(0, 60) || 'Kaart', author: body, keywords: [body], kind: body, lang: 'nl', lead: body, asof: body, words: { page: 'Bladzijde', contents: 'Inhoud' },
  chapters: [{ name: body, parts: [{ ...emptyPart, body: [[body]], ...more }] }],
})

describe('the document', () => {
  test('is a tagged PDF that says it keeps to PDF/UA-1, with title and language', async () => {
    const { status, headers, bytes } = await fetched()
    expect([status, headers.get('content-type'), bytes.subarray(0, 5).toString()]).toEqual([200, 'application/pdf', '%PDF-'])
    const text = readable(bytes)
    for (const sign of [/pdfuaid:part>1</, /\/MarkInfo\s*<<\s*\/Marked true/, /\/StructTreeRoot/, /\/Lang\s*\(nl/, /\/DisplayDocTitle true/]) expect(text).toMatch(sign)
    for (const tag of ['/S/H1', '/S/H2', '/S/TH', '/S/Table', '/S/TOC', '/S/BlockQuote']) expect(text.replace(/\/S\s+\//g, '/S/')).toContain(tag)
  })

  test('opens in the browser under a name that says what it is', async () => {
    const { headers } = await fetched()
    expect(headers.get('content-disposition')).toBe('inline; filename="wijkkaart-randenbroek-schuilenburg-2026.pdf"')
  })

  test.skipIf(!hasPdftotext)('holds the published text and nothing that is not', async () => {
    const text = words((await fetched()).bytes)
    for (const said of ['Wijkkaart Randenbroek-Schuilenburg 2026', 'Vlak na de oorlog', 'Dichtbij en samen', 'Lokale kennis']) expect(text.replace(/\s+/g, ' ')).toContain(said)
    expect(text).not.toContain('Hassan')
  })

  test('is made once for what is in it: the same again is 304, and after a change it is another', async () => {
    const first = await fetched()
    const etag = first.headers.get('etag') ?? ''
    expect((await fetched(address, { 'if-none-match': etag })).status).toBe(304)
    expect((await fetched()).bytes.equals(first.bytes)).toBe(true)
    const section = `/wijkkaart/${mapId('randenbroek-schuilenburg')}/deel/1-2`
    expect((await t.as('anke').post(`${section}/publiceren`, {}, { version: 1 })).status).toBe(303)
    const second = await fetched(address, { 'if-none-match': etag })
    expect([second.status, second.headers.get('etag') === etag]).toEqual([200, false])
  })

  test('is there in English too, with the texts marked as Dutch', async () => {
    const text = readable((await fetched(address, { cookie: 'taal=en' })).bytes)
    expect(text).toMatch(/\/Lang\s*\(en/)
    expect(text).toMatch(/\/Lang\s*\(nl/)
  })

  test.each(['/wijk/randenbroek/kaart.pdf', '/wijk/nergens/kaart.pdf', `${address}?editie=2001`])('%s does not exist', async (path) => expect((await fetched(path)).status).toBe(404))
  test('another question in the address is refused', async () => expect((await fetched(`${address}?naam=x`)).status).toBe(400))
})

describe('no typed sign is ever read as markup', () => {
  test('a text full of signs stands on the page as it was typed', () => {
    const table = { caption: hostile, columns: [1, 1], align: ['left', 'right'], head: [hostile, 'b'], rows: [[hostile, hostile]] }
    const item = { kind: 'knowledge', label: hostile, about: hostile, body: [[hostile]], by: hostile, criteria: [hostile], lines: [hostile] }
    const pdf = compileDocument(dataWith(hostile, { tables: [table], groups: [{ about: hostile, of: [item, { ...item, kind: 'quote' }] }] }))
    expect(readable(pdf)).toMatch(/pdfuaid:part>1</)
    if (!hasPdftotext) return
    const text = words(pdf).replace(/\s+/g, '')
    expect(text).toContain('#panic("x")')
    expect(text).toContain('#image("/etc/passwd")')
    expect(text).not.toContain('root:')
  })

  test('a text of a section is the same on the page and in the document', async () => {
    const section = `/wijkkaart/${mapId('randenbroek-schuilenburg')}/deel/4-2`
    const body = 'Zij zei: "kom #binnen" [en] $blijf$ *hier* <strong>vet</strong> & meer.'
    await t.as('hassan').post(`${section}/schrijven`, { body, source: '#bron "2026" [x]', status: 'ready' }, { version: 0 })
    await t.as('hassan').post(`${section}/publiceren`, {}, { version: 1 })
    const page = (await t.as('visitor').get('/wijk/randenbroek-schuilenburg/kaart')).text
    expect(page).toContain('&lt;strong&gt;vet&lt;/strong&gt; &amp; meer.')
    const { status, bytes } = await fetched()
    expect(status).toBe(200)
    if (hasPdftotext) expect(words(bytes).replace(/\s+/g, '')).toContain(body.replace(/\s+/g, ''))
  })

  test('letters that no font has, and signs that show nothing, leave a mark instead of no document', () => {
    for (const body of ['中文', '\u202e', '\ud83d', '😀\u0007', 'a\u0000b']) expect(readable(compileDocument(dataWith(body)))).toMatch(/pdfuaid:part>1</)
  })

  test('whatever is typed, there is a document', () => {
    const signs = fc.string({ unit: fc.constantFrom('𝒳', '😀', ...'#$[]{}*_`<>@=-+/\\"\'~|^&:;,.! \n\tabé’“€𝒳😀م中\u200d\u202e\u0007'.split('')), minLength: 1, maxLength: 80 }).filter((it) => it.trim() !== '')
    fc.assert(fc.property(signs, (body) => void expect(compileDocument(dataWith(body)).subarray(0, 5).toString()).toBe('%PDF-')), { numRuns: 150 })
  })
})
