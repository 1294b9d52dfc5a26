import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { NodeCompiler, type NodeError } from '@myriaddreamin/typst-ts-node-compiler'
import { template } from './template.ts'

let compiler: NodeCompiler | undefined
let folder = ''

/** The compiler works in an empty folder, so that a document can read nothing of the server. Its fonts are built in. */
const ready = (): NodeCompiler => {
  if (!compiler) {
    folder = mkdtempSync(join(tmpdir(), 'wijkkaart-'))
    compiler = NodeCompiler.create({ workspace: folder })
  }
  return compiler
}

/** Signs that show nothing, turn the direction of a line, or are half a letter. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu
const visible = (text: string): string => {
  const shown = text.toWellFormed().replace(unseen, (sign) => (/\s/.test(sign) ? ' ' : ''))
  return shown.trim() === '' && text.trim() !== '' ? '\uFFFD' : shown
}
/** What the built-in font can certainly show. The standard refuses a document with a letter that no font has. */
const certain = (text: string): string => visible(text).replace(/[^\u0020-\u007E\u00A0-\u017F\u0391-\u03A9\u03B1-\u03C9\u0410-\u044F\u2013\u2014\u2018-\u201E\u2022\u2026\u20AC]/gu, '\uFFFD')

/** The data as text. In a picture only letters of its own font: looking for another font for a letter such as ꚗ never ends there. */
const inputOf = (data: object, way: (text: string) => string): string => JSON.stringify(data, (name, value: unknown) => (typeof value === 'string' ? (name === 'svg' ? certain : way)(value) : value))

/** Pictures lie in the empty folder only while a document is made, and never on a disk. */
function withPictures<T>(pictures: Pictures, work: (typst: NodeCompiler) => T): T {
  const typst = ready()
  for (const [name, bytes] of Object.entries(pictures)) typst.mapShadow(join(folder, name), bytes)
  try {
    return work(typst)
  } finally {
    typst.resetShadow()
  }
}

/**
 * Can a picture be drawn? Its blocks may be in order and what is in them not, which only shows when it is unpacked.
 */
export const showable = ({ kind, bytes }: { kind: 'jpeg' | 'png'; bytes: Buffer }): boolean =>
  withPictures({ [`photo.${kind}`]: bytes }, (typst) => {
    const made = typst.compile({ mainFileContent: `#set document(title: "x")\n#set page(width: 60pt, height: 60pt, margin: 0pt)\n#image("photo.${kind}", alt: "x", width: 50pt, height: 50pt)` })
    try {
      return made.result !== null && typst.pdf(made.result, { pdfStandard: 'ua-1' }).length > 0
    } catch {
      return false
    } finally {
      typst.evictCache(0)
    }
  })

/** Names of pictures that the data points at, and what is in them. */
export type Pictures = Readonly<Record<string, Buffer>>

function pdfOf(typst: NodeCompiler, input: string, source: string): Buffer {
  const made = typst.compile({ mainFileContent: source, inputs: { data: input } })
  try {
    if (!made.result) throw new Error(`the document cannot be made: ${told(made.takeError())}`)
    return typst.pdf(made.result, { pdfStandard: 'ua-1' })
  } finally {
    typst.evictCache(10)
  }
}

/** What the compiler has against the template. It is ours, so this is a fault and never holds what people typed. */
const told = (error: NodeError | null): string => (error?.shortDiagnostics as { message?: string }[] | undefined)?.map((it) => it.message).join('; ') ?? ''

/**
 * The document as a tagged PDF that keeps to PDF/UA-1. A letter that no font on this machine has becomes a mark that says so.
 *
 * @param data      what the template puts on the pages; all of it as text
 * @param pictures  photos that it points at by name
 * @param source    a template of ours that reads them from `sys.inputs.data`; that of the neighbourhood map when left out
 * @throws Error the template itself is wrong
 */
export const compileDocument = (data: object, pictures: Pictures = {}, source: string = template): Buffer =>
  withPictures(pictures, (typst) => {
    try {
      return pdfOf(typst, inputOf(data, visible), source)
    } catch {
      return pdfOf(typst, inputOf(data, certain), source)
    }
  })
