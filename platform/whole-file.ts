import { closeSync, fsyncSync, linkSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** Lets the disk know of a new name in this folder. */
function settle(folder: string): void {
  if (process.platform === 'win32') return // a folder cannot be opened there
  const opened = openSync(folder, 'r')
  try {
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
}

/**
 * Writes a file that is there completely or not at all, whatever happens meanwhile, and that is on the disk afterwards.
 *
 * @returns false when `fresh` is asked and the file was there: it stays as it was
 */
export function writeWhole(file: string, content: string | Buffer, { mode = 0o600, fresh = false }: { mode?: number; fresh?: boolean } = {}): boolean {
  const half = `${file}.half-${process.pid}`
  try {
    writeFileSync(half, content, { mode, flush: true })
    if (fresh) linkSync(half, file)
    else renameSync(half, file)
    settle(dirname(file))
    return true
  } catch (error) {
    if (fresh && (error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(half, { force: true })
  }
}

/** Is this what a write that was killed left behind? */
export const isHalf = (name: string): boolean => /\.half-\d+$/.test(name)
