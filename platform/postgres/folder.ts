import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartError } from '../start-error.ts'

const product = 'schakelbord'
const format = 1
const leastFree = 200 * 1024 * 1024

/**
 * Makes sure that this folder is ours, of a version we know, and has room. A folder with other things in it is left untouched.
 *
 * @throws StartError for a foreign or newer folder, a folder that cannot be written, or a disk that is nearly full
 */
export function claimFolder(dataDir: string): void {
  const marker = join(dataDir, `${product}.json`)
  try {
    mkdirSync(dataDir, { recursive: true })
    if (existsSync(marker)) {
      const found = JSON.parse(readFileSync(marker, 'utf8')) as { product?: string; format?: number }
      if (found.product !== product || !Number.isInteger(found.format)) throw new StartError(`De map ${dataDir} is niet van Schakelbord. Kies met DATA_DIR een andere map.`)
      if (Number(found.format) > format) throw new StartError(`De gegevens in ${dataDir} zijn van een nieuwere Schakelbord. Werk eerst het programma bij.`)
    } else if (readdirSync(dataDir).length > 0) {
      throw new StartError(`De map ${dataDir} is niet leeg en niet van Schakelbord. Kies met DATA_DIR een andere map.`)
    }
    const { bavail, bsize } = statfsSync(dataDir)
    if (bavail * bsize < leastFree) throw new StartError(`De schijf met ${dataDir} is bijna vol. Maak minstens 200 MB vrij.`)
    if (!existsSync(marker)) writeFileSync(marker, `${JSON.stringify({ product, format })}\n`)
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
  writeFileSync(file, made.toString('base64url'), { mode: 0o600, flag: 'wx' })
  return made
}
