import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { Refusal } from './refusal.ts'

const format = 1
const keyLength = 32
const ivLength = 12
const tagLength = 16

let master: Buffer | undefined

/**
 * Gives this process the key that seals what only few may read. Kept here and not in a request: it belongs to the machine, and no handler should pass it on.
 *
 * @param key 32 bytes
 */
export function useSealKey(key: Buffer): void {
  if (key.length !== keyLength) throw new Error('the sealing key is 32 bytes')
  master = key
}

const keyInUse = (): Buffer => {
  if (!master) throw new Refusal(503, 'seal.no-key', { nl: 'Dit kan nu niet worden geopend of bewaard. De sleutel ontbreekt.', en: 'This cannot be opened or kept now. The key is missing.' })
  return master
}

function encrypt(key: Buffer, plain: Buffer): Buffer {
  const iv = randomBytes(ivLength)
  const cipher = createCipheriv('aes-256-gcm', key, iv)
  return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

function decrypt(key: Buffer, sealed: Buffer): Buffer {
  const cipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, ivLength))
  cipher.setAuthTag(sealed.subarray(sealed.length - tagLength))
  return Buffer.concat([cipher.update(sealed.subarray(ivLength, sealed.length - tagLength)), cipher.final()])
}

/**
 * Seals a text with a key of its own (AES-256-GCM), which is itself sealed with the key of the machine: deleting the result destroys the text, also in copies of it.
 *
 * @throws Refusal 503 when this process has no key
 */
export function seal(text: string): Buffer {
  const own = randomBytes(keyLength)
  const wrapped = encrypt(keyInUse(), own)
  return Buffer.concat([Buffer.from([format]), wrapped, encrypt(own, Buffer.from(text, 'utf8'))])
}

const wrappedLength = ivLength + keyLength + tagLength

/** Opens what `seal` made. @throws Refusal 503 without key; Error when it was changed or belongs to another key */
export function unseal(sealed: Buffer): string {
  if (sealed[0] !== format) throw new Error('sealed in an unknown way')
  const own = decrypt(keyInUse(), sealed.subarray(1, 1 + wrappedLength))
  return decrypt(own, sealed.subarray(1 + wrappedLength)).toString('utf8')
}
