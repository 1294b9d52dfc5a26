import { isIP } from 'node:net'
import type { AuthenticationResponseJSON, AuthenticatorTransport, RegistrationResponseJSON } from '@simplewebauthn/server'

// 25 MB and an eighth of a second, so only when somebody uses a passkey.
const library = () => import('@simplewebauthn/server')

const ed25519 = -8
const es256 = -7
const rs256 = -257

/** A passkey as it is kept: its public half, and how often it said it was used. */
export type Kept = { person: string; publicKey: string; counter: number; transports: AuthenticatorTransport[] }

const site = (origin: string): string => new URL(origin).hostname

/** A passkey belongs to a name; at an address in numbers there are none. */
export const passkeysPossible = (origin: string): boolean => isIP(site(origin).replace(/[[\]]/g, '')) === 0

/** What a browser needs to sign in with whichever passkey its owner has: nobody is named, so nothing is told about who exists. */
export const optionsToSignIn = async (origin: string) => (await library()).generateAuthenticationOptions({ rpID: site(origin), userVerification: 'required' })

/** What a browser needs to make a passkey for this person. `known` are those they have already. */
export const optionsToMake = async (origin: string, person: { id: string; name: string }, known: readonly string[]) =>
  (await library()).generateRegistrationOptions({
    rpName: 'Schakelbord', rpID: site(origin), userName: person.name, userID: new Uint8Array(Buffer.from(person.id.replaceAll('-', ''), 'hex')), attestationType: 'none', supportedAlgorithmIDs: [ed25519, es256, rs256],
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' }, excludeCredentials: known.map((id) => ({ id })),
  })

/** The new passkey; undefined when it does not answer this challenge for this site. */
export async function madePasskey(response: unknown, challenge: string, origin: string) {
  const { verifyRegistrationResponse } = await library()
  const checked = await verifyRegistrationResponse({ response: response as RegistrationResponseJSON, expectedChallenge: challenge, expectedOrigin: origin, expectedRPID: site(origin), requireUserVerification: true }).catch(() => undefined)
  return checked?.verified ? checked.registrationInfo.credential : undefined
}

/** The passkey's new counter; undefined when it does not answer this challenge for this site. */
export async function usedPasskey(response: unknown, challenge: string, origin: string, credential: string, kept: Kept): Promise<number | undefined> {
  const { verifyAuthenticationResponse } = await library()
  const checked = await verifyAuthenticationResponse({
    response: response as AuthenticationResponseJSON, expectedChallenge: challenge, expectedOrigin: origin, expectedRPID: site(origin), requireUserVerification: true,
    credential: { id: credential, publicKey: new Uint8Array(Buffer.from(kept.publicKey, 'base64')), counter: kept.counter, transports: kept.transports },
  }).catch(() => undefined)
  return checked?.verified ? checked.authenticationInfo.newCounter : undefined
}
