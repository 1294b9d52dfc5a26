import { hash, verify } from '@node-rs/argon2'

// argon2id (what the library takes by itself) with 19 MB, 2 passes and 1 lane. @source OWASP password storage, first recommendation for argon2id
const strength = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** The fewest characters of a password. Length counts, odd characters do not. */
export const leastCharacters = 12

/** What is kept of a password. */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFC'), strength)

let dummy: Promise<string> | undefined

/** Is this the password? Takes as long when there is no account, so that the time tells nothing. */
export async function isPassword(kept: string | undefined, password: string): Promise<boolean> {
  dummy ??= hashPassword('a password that nobody has')
  const same = await verify(kept ?? (await dummy), password.normalize('NFC')).catch(() => false)
  return kept !== undefined && same
}
