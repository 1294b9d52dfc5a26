import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, statfsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { StartError } from '../start-error.ts'
import { isHalf, writeWhole } from '../whole-file.ts'

const product = 'schakelbord'
const format = 1
const leastFree = 200 * 1024 * 1024

/** Step by step: Node's own recursion never ends where a file system makes no folders. */
function makeFolder(path: string): void {
  if (existsSync(path)) return
  makeFolder(dirname(path))
  mkdirSync(path)
}

const markerIn = (dataDir: string): string => join(dataDir, `${product}.json`)

/** Is there an installation in this folder? Says nothing about whether it can be used. */
export const folderIsOurs = (dataDir: string): boolean => existsSync(markerIn(dataDir))

/** Says that a folder which was filled from a backup is whole: from now on it may be started from. */
export const markWhole = (dataDir: string): void => void writeWhole(markerIn(dataDir), `${JSON.stringify({ product, format })}\n`, { mode: 0o644 })

/**
 * Makes sure that this folder is ours, of a version we know, and has room. A folder with other things in it is left untouched.
 *
 * @param state  'restoring' while it is filled from a backup: nothing else may start from it until `markWhole`
 * @throws StartError for a foreign or newer folder, a folder that cannot be written, or a disk that is nearly full
 */
export function claimFolder(dataDir: string, state: 'whole' | 'restoring' = 'whole'): void {
  const marker = markerIn(dataDir)
  try {
    makeFolder(dataDir)
    if (existsSync(marker)) {
      const found = JSON.parse(readFileSync(marker, 'utf8')) as { product?: string; format?: number; state?: string }
      if (found.product !== product || !Number.isInteger(found.format)) throw new StartError(`De map ${dataDir} is niet van Schakelbord. Kies met DATA_DIR een andere map.`)
      if (Number(found.format) > format) throw new StartError(`De gegevens in ${dataDir} zijn van een nieuwere Schakelbord. Werk eerst het programma bij.`)
      if (found.state === 'restoring' && state !== 'restoring') throw new StartError(`In ${dataDir} is een back-up niet helemaal teruggezet. Maak de map leeg en zet de back-up opnieuw terug.`)
    } else if (readdirSync(dataDir).some((name) => !isHalf(name))) {
      throw new StartError(`De map ${dataDir} is niet leeg en niet van Schakelbord. Kies met DATA_DIR een andere map.`)
    }
    const { bavail, bsize } = statfsSync(dataDir)
    if (bavail * bsize < leastFree) throw new StartError(`De schijf met ${dataDir} is bijna vol. Maak minstens 200 MB vrij.`)
    if (!existsSync(marker)) writeWhole(marker, `${JSON.stringify({ product, format, ...(state === 'restoring' && { state }) })}\n`, { mode: 0o644 })
  } catch (error) {
    if (error instanceof StartError) throw error
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOSPC') throw new StartError(`De schijf met ${dataDir} is vol.`)
    if (error instanceof SyntaxError) throw new StartError(`De map ${dataDir} is niet van Schakelbord. Kies met DATA_DIR een andere map.`)
    throw new StartError(`In de map ${dataDir} kan niet worden geschreven. Kies met DATA_DIR een andere map.`)
  }
}

/** A secret of this installation, made at first use and kept in a file that only its owner reads. */
export function secretIn(dataDir: string, name: string, bytes = 24): Buffer {
  const folder = join(dataDir, 'keys')
  const file = join(folder, name)
  if (existsSync(file)) return Buffer.from(readFileSync(file, 'utf8').trim(), 'base64url')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const made = randomBytes(bytes)
  if (!writeWhole(file, made.toString('base64url'), { fresh: true })) return secretIn(dataDir, name, bytes) // another program was first
  return made
}
