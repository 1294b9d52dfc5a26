/** What the test of signing in needs of the test provider, which comes without types. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http'

  type Grant = { addOIDCScope: (scope: string) => void; save: () => Promise<string> }
  type Asked = { oidc: { session?: { accountId?: string } } }

  export default class Provider {
    constructor(
      issuer: string,
      settings: Record<string, unknown> & {
        interactions: { url: (ctx: Asked, interaction: { uid: string }) => string }
        findAccount: (ctx: Asked, id: string) => { accountId: string; claims: () => Promise<Record<string, unknown>> }
        loadExistingGrant: (ctx: Asked) => Promise<Grant>
      },
    )
    readonly Grant: new (of: { clientId: string; accountId: string | undefined }) => Grant
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>
    interactionFinished(request: IncomingMessage, response: ServerResponse, result: { login: { accountId: string } }): Promise<void>
  }
}
