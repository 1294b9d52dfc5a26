import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { writeWhole } from '../../platform/whole-file.ts'

/** The pair that signs the seals of the log. Only the public half is needed to verify. */
export type SealKeys = { privateKey: KeyObject; publicKey: KeyObject }

/** Where an installation keeps what belongs to the log outside the database: the folder of its keys and the file of its anchors. */
export const auditFilesIn = (dataDir: string): { keyFolder: string; anchorsFile: string } => ({ keyFolder: join(dataDir, 'keys'), anchorsFile: join(dataDir, 'anchors/audit.jsonl') })

const privateFile = (folder: string) => join(folder, 'audit-ed25519.pem')
const publicFile = (folder: string) => join(folder, 'audit-ed25519.pub.pem')

function make(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  // 'fresh': two programs that start at once must not each sign with a key of their own
  if (writeWhole(privateFile(folder), privateKey.export({ type: 'pkcs8', format: 'pem' }), { fresh: true })) writeWhole(publicFile(folder), publicKey.export({ type: 'spki', format: 'pem' }), { mode: 0o644 })
}

/**
 * The signing keys in this folder, made when there are none.
 *
 * @throws Error when only the public key is left (a new key would make all earlier seals worthless), when others may read the private key, or when the two do not belong together
 */
export function keysIn(folder: string): SealKeys {
  if (!existsSync(privateFile(folder))) {
    if (existsSync(publicFile(folder))) throw new Error('the private key of the log is gone, its public key is still there: restore it from the backup')
    make(folder)
  }
  if (process.platform !== 'win32' && (statSync(privateFile(folder)).mode & 0o077) !== 0) throw new Error('the private key of the log is readable by others: set its mode to 0600')
  const privateKey = createPrivateKey(readFileSync(privateFile(folder)))
  const derived = createPublicKey(privateKey)
  if (!existsSync(publicFile(folder))) writeWhole(publicFile(folder), derived.export({ type: 'spki', format: 'pem' }), { mode: 0o644 })
  const publicKey = publicKeyIn(folder)
  if (!publicKey.equals(derived)) throw new Error('the two keys of the log do not belong together')
  return { privateKey, publicKey }
}

/** The public key in this folder: all that verifying needs. @throws Error when it is not there */
export const publicKeyIn = (folder: string): KeyObject => createPublicKey(readFileSync(publicFile(folder)))
