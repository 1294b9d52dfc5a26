import * as client from 'openid-client'
import { seal, unseal } from '../../platform/seal.ts'

/** The organisation's own sign-in service. */
export type OidcService = { issuer: string; clientId: string; clientSecret: string }
type Kept = { verifier: string; state: string; nonce: string; back: string; until: number }
/** Somebody the service vouches for. */
export type Vouched = { email: string; strong: boolean; back: string }

const lasts = 10 * 60_000
const known = new Map<string, Promise<client.Configuration>>()

const local = (issuer: string): boolean => /^http:\/\/(127\.0\.0\.1|localhost)(:\d+)?/.test(issuer)

// Asked once; a failure is forgotten, so that the next person tries again.
function configuration({ issuer, clientId, clientSecret }: OidcService): Promise<client.Configuration> {
  const found = known.get(issuer)
  if (found) return found
  const asked = client.discovery(new URL(issuer), clientId, clientSecret, undefined, local(issuer) ? { execute: [client.allowInsecureRequests] } : undefined)
  asked.catch(() => known.delete(issuer))
  known.set(issuer, asked)
  return asked
}

const returnTo = (origin: string): string => `${origin}/inloggen/oidc/terug`

/** Starts signing in at the service, with PKCE, state and nonce. `kept` is what the browser brings back. */
export async function beginOidc(service: OidcService, origin: string, back: string, now: Date): Promise<{ url: string; kept: string }> {
  const config = await configuration(service)
  const verifier = client.randomPKCECodeVerifier()
  const state = client.randomState()
  const nonce = client.randomNonce()
  const url = client.buildAuthorizationUrl(config, {
    redirect_uri: returnTo(origin), scope: 'openid email', code_challenge: await client.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256', state, nonce,
  })
  const kept: Kept = { verifier, state, nonce, back, until: now.getTime() + lasts }
  return { url: url.href, kept: seal(JSON.stringify(kept)).toString('base64url') }
}

/** Ends it: whom the service vouches for, by a verified address. Undefined when anything does not fit. */
export async function endOidc(service: OidcService, asked: URL, origin: string, cookie: string | undefined, now: Date): Promise<Vouched | undefined> {
  if (!cookie) return undefined
  try {
    const kept = JSON.parse(unseal(Buffer.from(cookie, 'base64url'))) as Kept
    if (kept.until < now.getTime()) return undefined
    const current = new URL(returnTo(origin))
    current.search = asked.search
    const tokens = await client.authorizationCodeGrant(await configuration(service), current, { pkceCodeVerifier: kept.verifier, expectedState: kept.state, expectedNonce: kept.nonce, idTokenExpected: true })
    const claims = tokens.claims()
    if (typeof claims?.email !== 'string' || claims.email_verified !== true) return undefined
    const methods = Array.isArray(claims.amr) ? claims.amr : []
    return { email: claims.email, strong: methods.some((method) => ['mfa', 'otp', 'hwk', 'fpt'].includes(String(method))), back: kept.back }
  } catch {
    return undefined
  }
}
