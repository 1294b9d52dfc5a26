import { createHash } from 'node:crypto'
import { createReadStream, existsSync, lstatSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { StartError } from '../start-error.ts'
import { writeWhole } from '../whole-file.ts'

const format = 1
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
/** A file inside the folder, never above it. */
const path = z.string().regex(/^(?!\/)(?!(.*\/)?\.\.(\/|$))[^\\\0]+$/)

const shape = z.object({
  product: z.literal('schakelbord'),
  format: z.literal(format),
  /** the moment of which this is the picture */
  takenAt: z.iso.datetime(),
  postgresql: z.string(),
  migrations: z.array(z.object({ name: z.string(), hash: sha256 })).min(1),
  tables: z.array(z.object({ schema: z.string(), name: z.string(), columns: z.array(z.string()).min(1), rows: z.int().min(0), /** of the rows themselves, in their order */ content: sha256, file: path })).min(1),
  sequences: z.array(z.object({ schema: z.string(), name: z.string(), last: z.string().regex(/^-?\d+$/), called: z.boolean() })),
  files: z.array(z.object({ path, bytes: z.int().min(0), sha256 })),
})
/** What a backup holds, with a fingerprint of everything in it. */
export type Manifest = z.output<typeof shape>
export type TableCopy = Manifest['tables'][number]

const nameIn = (folder: string): string => join(folder, 'manifest.json')
const sealIn = (folder: string): string => join(folder, 'manifest.sha256')
const fingerprint = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex')

/** The last thing a backup gets: a folder without it is not a backup. */
export function writeManifest(folder: string, manifest: Omit<Manifest, 'product' | 'format'>): void {
  const text = `${JSON.stringify({ product: 'schakelbord', format, ...manifest }, null, 1)}\n`
  writeWhole(nameIn(folder), text)
  writeWhole(sealIn(folder), `${fingerprint(text)}  manifest.json\n`)
}

const damaged = (folder: string, what: string) => new StartError(`De back-up in ${folder} is beschadigd: ${what}. Er is niets teruggezet.`)

/** Fingerprint and size of a file, without holding it in memory. */
export async function ofFile(file: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const part of createReadStream(file)) {
    hash.update(part as Buffer)
    bytes += (part as Buffer).length
  }
  return { bytes, sha256: hash.digest('hex') }
}

function parsed(folder: string): Manifest {
  const text = readFileSync(nameIn(folder))
  if (!existsSync(sealIn(folder)) || readFileSync(sealIn(folder), 'utf8').split(' ')[0] !== fingerprint(text)) throw damaged(folder, 'de inhoudsopgave klopt niet')
  const json: unknown = JSON.parse(text.toString('utf8'))
  const made = (json as { format?: unknown }).format
  if (typeof made === 'number' && made > format) throw new StartError('Deze back-up is van een nieuwere Schakelbord. Werk eerst het programma bij.')
  const read = shape.safeParse(json)
  if (!read.success) throw damaged(folder, 'de inhoudsopgave is niet te lezen')
  return read.data
}

/**
 * Reads what a backup says it holds, and holds every file against it.
 *
 * @throws StartError when it is no backup, not a whole one, or one that changed after it was made
 */
export async function readManifest(folder: string): Promise<Manifest> {
  if (!existsSync(folder)) throw new StartError(`De map ${folder} is er niet.`)
  if (!existsSync(nameIn(folder))) throw new StartError(`De map ${folder} is geen back-up, of een back-up die niet is afgemaakt.`)
  const manifest = parsed(folder)
  const listed = new Set(manifest.files.map((one) => one.path))
  const unlisted = manifest.tables.find((table) => !listed.has(table.file))
  if (unlisted) throw damaged(folder, `${unlisted.file} staat niet in de inhoudsopgave`)
  for (const { path: name, bytes, sha256: wanted } of manifest.files) {
    const file = join(folder, name)
    if (!lstatSync(file, { throwIfNoEntry: false })?.isFile()) throw damaged(folder, `${name} ontbreekt`)
    const found = await ofFile(file)
    if (found.bytes !== bytes || found.sha256 !== wanted) throw damaged(folder, `${name} is veranderd`)
  }
  return manifest
}
