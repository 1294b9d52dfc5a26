import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

const sha256 = (data: Buffer | string): Buffer => createHash('sha256').update(data).digest()
const text = (value: string): Buffer => Buffer.concat([Buffer.from([0x60 + value.length]), Buffer.from(value)])
const bytes = (value: Buffer): Buffer => Buffer.concat([Buffer.from([0x59, value.length >> 8, value.length & 255]), value])

/** A security key in software: it makes one passkey and signs with it, as the standard says (attestation "none", ES256). */
export function authenticator(origin: string) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const cose = Buffer.concat([Buffer.from('a5010203262001215820', 'hex'), Buffer.from(x, 'base64url'), Buffer.from('225820', 'hex'), Buffer.from(y, 'base64url')])
  const id = randomBytes(16)
  let counter = 0
  const site = sha256(new URL(origin).hostname)
  const flagged = (flags: number): Buffer => {
    counter += 1
    const count = Buffer.alloc(4)
    count.writeUInt32BE(counter)
    return Buffer.concat([site, Buffer.from([flags]), count])
  }
  const client = (type: string, challenge: string, from = origin): Buffer => Buffer.from(JSON.stringify({ type, challenge, origin: from, crossOrigin: false }))
  const shared = { id: id.toString('base64url'), rawId: id.toString('base64url'), type: 'public-key', clientExtensionResults: {}, authenticatorAttachment: 'platform' }
  return {
    id: shared.id,
    make: (challenge: string) => {
      const authData = Buffer.concat([flagged(0x45), Buffer.alloc(16), Buffer.from([0, id.length]), id, cose])
      const attestation = Buffer.concat([Buffer.from([0xa3]), text('fmt'), text('none'), text('attStmt'), Buffer.from([0xa0]), text('authData'), bytes(authData)])
      return { ...shared, response: { clientDataJSON: client('webauthn.create', challenge).toString('base64url'), attestationObject: attestation.toString('base64url'), transports: ['internal'] } }
    },
    /** @param it what an attacker or a careless device does differently */
    use: (challenge: string, it: { from?: string; flags?: number; counter?: number } = {}) => {
      if (it.counter !== undefined) counter = it.counter - 1
      const authData = flagged(it.flags ?? 0x05)
      const data = client('webauthn.get', challenge, it.from)
      const signature = sign('sha256', Buffer.concat([authData, sha256(data)]), privateKey)
      return { ...shared, response: { clientDataJSON: data.toString('base64url'), authenticatorData: authData.toString('base64url'), signature: signature.toString('base64url') } }
    },
  }
}
