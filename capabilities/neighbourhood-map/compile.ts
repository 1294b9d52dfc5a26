import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { NodeCompiler, type NodeError } from '@myriaddreamin/typst-ts-node-compiler'
import { template } from './template.ts'

let compiler: NodeCompiler | undefined

/** The compiler works in an empty folder, so that a document can read nothing of the server. Its fonts are built in. */
const ready = (): NodeCompiler => {
  compiler ??= NodeCompiler.create({ workspace: mkdtempSync(join(tmpdir(), 'wijkkaart-')) })
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

const inputOf = (data: object, way: (text: string) => string): string => JSON.stringify(data, (_name, value: unknown) => (typeof value === 'string' ? way(value) : value))

function pdfOf(input: string): Buffer {
  const typst = ready()
  const made = typst.compile({ mainFileContent: template, inputs: { data: input } })
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
 * @param data  what the template puts on the pages; all of it as text
 * @throws Error the template itself is wrong
 */
export function compileDocument(data: object): Buffer {
  try {
    return pdfOf(inputOf(data, visible))
  } catch {
    return pdfOf(inputOf(data, certain))
  }
}
