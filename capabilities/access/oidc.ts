import * as client from 'openid-client'
import { Refusal } from '../../platform/refusal.ts'
import { seal, unseal } from '../../platform/seal.ts'
import { texts } from './texts.ts'

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

/** Starts signing in at the service, with PKCE, state and nonce. `kept` is what the browser brings back. @throws Refusal 503 when the service does not answer */
export async function beginOidc(service: OidcService, origin: string, back: string, now: Date): Promise<{ url: string; kept: string }> {
  const config = await configuration(service).catch(() => {
    throw new Refusal(503, 'oidc.unreachable', texts.serviceUnreachable, { retryAfter: 30 })
  })
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
    const config = await configuration(service)
    const tokens = await client.authorizationCodeGrant(config, current, { pkceCodeVerifier: kept.verifier, expectedState: kept.state, expectedNonce: kept.nonce, idTokenExpected: true })
    const claims = tokens.claims()
    if (!claims) return undefined
    // Many services put the address in the token, and others tell it only when asked.
    const about = claims.email === undefined ? await client.fetchUserInfo(config, tokens.access_token, claims.sub) : claims
    if (typeof about.email !== 'string' || about.email_verified !== true) return undefined
    const methods = Array.isArray(claims.amr) ? claims.amr : []
    return { email: about.email, strong: methods.some((method) => ['mfa', 'otp', 'hwk', 'fpt'].includes(String(method))), back: kept.back }
  } catch {
    return undefined
  }
}
