import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'

const line = z.object({ at: z.iso.datetime(), municipality: z.guid(), organization: z.guid(), batch: z.int().min(1), total: z.int().min(1), root: z.string().regex(/^[0-9a-f]{64}$/) })
/** What the anchors file says, and how many lines of it are not anchors. */
export type Anchored = { lines: z.output<typeof line>[]; unreadable: number }

const parsed = (text: string): z.output<typeof line> | undefined => {
  try {
    return line.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

/** A line of which a crash kept only the beginning: it was never an anchor. */
const cutShort = (text: string): boolean => text.startsWith('{"at":"') && !text.endsWith('}')

/** Reads the anchors; a file that is not there holds none. */
export function readAnchors(file: string | null): Anchored {
  if (file === null || !existsSync(file)) return { lines: [], unreadable: 0 }
  const texts = readFileSync(file, 'utf8').split('\n').filter((text) => text !== '' && !cutShort(text))
  const lines = texts.map(parsed)
  return { lines: lines.filter((one) => one !== undefined), unreadable: lines.filter((one) => one === undefined).length }
}
