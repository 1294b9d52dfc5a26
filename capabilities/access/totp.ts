import { Secret, TOTP } from 'otpauth'
import { seal, unseal } from '../../platform/seal.ts'

const seconds = 30
const around = 1

const totpOf = (secret: string, label = 'Schakelbord') => new TOTP({ issuer: 'Schakelbord', label, secret: Secret.fromBase32(secret), digits: 6, period: seconds })

/** A new secret for an app that makes codes. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32

/** The address that such an app reads from a picture. */
export const totpUri = (secret: string, label: string): string => totpOf(secret, label).toString()

/** The step of time to which this code belongs, half a minute early or late included; undefined when it is wrong. */
export function totpStep(secret: string, code: string, now: Date): number | undefined {
  const plain = code.replace(/\s/g, '')
  if (!/^\d{6}$/.test(plain)) return undefined
  const delta = totpOf(secret).validate({ token: plain, timestamp: now.getTime(), window: around })
  return delta === null ? undefined : Math.floor(now.getTime() / 1000 / seconds) + delta
}

/** The code of this moment: for tests and demonstrations of the app. */
export const totpCode = (secret: string, now: Date): string => totpOf(secret).generate({ timestamp: now.getTime() })

/** A secret as it is kept. */
export const sealedTotp = (secret: string): Buffer => seal(secret)
/** A kept secret. */
export const openTotp = (sealed: Buffer): string => unseal(sealed)
