import { isIP } from 'node:net'
import { generateAuthenticationOptions, generateRegistrationOptions, verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server'

type Registered = Parameters<typeof verifyRegistrationResponse>[0]['response']
type Asserted = Parameters<typeof verifyAuthenticationResponse>[0]['response']
type Transport = NonNullable<Parameters<typeof verifyAuthenticationResponse>[0]['credential']['transports']>[number]
/** A passkey as it is kept: its public half, and how often it said it was used. */
export type Kept = { person: string; publicKey: string; counter: number; transports: Transport[] }

const site = (origin: string): string => new URL(origin).hostname

/** A passkey belongs to a name; at an address in numbers there are none. */
export const passkeysPossible = (origin: string): boolean => isIP(site(origin).replace(/[[\]]/g, '')) === 0

/** What a browser needs to sign in with whichever passkey its owner has: nobody is named, so nothing is told about who exists. */
export const optionsToSignIn = (origin: string) => generateAuthenticationOptions({ rpID: site(origin), userVerification: 'required' })

/** What a browser needs to make a passkey for this person. `known` are those they have already. */
export const optionsToMake = (origin: string, person: { id: string; name: string }, known: readonly string[]) =>
  generateRegistrationOptions({
    rpName: 'Schakelbord', rpID: site(origin), userName: person.name, userID: new Uint8Array(Buffer.from(person.id.replaceAll('-', ''), 'hex')), attestationType: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' }, excludeCredentials: known.map((id) => ({ id })),
  })

/** The new passkey; undefined when it does not answer this challenge for this site. */
export async function madePasskey(response: unknown, challenge: string, origin: string) {
  const checked = await verifyRegistrationResponse({ response: response as Registered, expectedChallenge: challenge, expectedOrigin: origin, expectedRPID: site(origin), requireUserVerification: true }).catch(() => undefined)
  return checked?.verified ? checked.registrationInfo.credential : undefined
}

/** The passkey's new counter; undefined when it does not answer this challenge for this site. */
export async function usedPasskey(response: unknown, challenge: string, origin: string, credential: string, kept: Kept): Promise<number | undefined> {
  const checked = await verifyAuthenticationResponse({
    response: response as Asserted, expectedChallenge: challenge, expectedOrigin: origin, expectedRPID: site(origin), requireUserVerification: true,
    credential: { id: credential, publicKey: new Uint8Array(Buffer.from(kept.publicKey, 'base64')), counter: kept.counter, transports: kept.transports },
  }).catch(() => undefined)
  return checked?.verified ? checked.authenticationInfo.newCounter : undefined
}
