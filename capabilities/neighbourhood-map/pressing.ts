// The process that makes documents, apart from the program that answers people: see press.ts. It gets nothing but what stands on the pages.
import { compileDocument, type Pictures, showable } from './compile.ts'

/** What is asked of it, one at a time. */
export type Job = { how: 'document'; data: object; pictures: Pictures; source: string } | { how: 'showable'; picture: { kind: 'jpeg' | 'png'; bytes: Uint8Array } }
/** What came of it. A fault is one of a template, and never holds what people typed. */
export type Made = { document: Uint8Array } | { showable: boolean } | { fault: string }

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

function made(job: Job): Made {
  try {
    if (job.how === 'showable') return { showable: showable({ ...job.picture, bytes: asBuffer(job.picture.bytes) }) }
    return { document: compileDocument(job.data, Object.fromEntries(Object.entries(job.pictures).map(([name, bytes]) => [name, asBuffer(bytes)])), job.source) }
  } catch (error) {
    return { fault: error instanceof Error ? error.message : 'unknown' }
  }
}

process.on('message', (job: Job) => process.send?.(made(job)))
process.on('disconnect', () => process.exit(0))
