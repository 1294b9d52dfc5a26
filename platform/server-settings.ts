/** What serving a request needs to know of the installation. */
export type Settings = {
  mode: 'demo' | 'production'
  /** the address by which people reach the site, without a slash at the end */
  origin: string
  /** reached over TLS: cookies are bound to it */
  secure: boolean
  municipalityId: string
  municipalityName: string
  /** the telephone number of the municipality's own line, for pages where nothing else can help */
  phone: string | null
  /** where weaknesses are told: a mailto: or https: address */
  securityContact?: string | null
  /** sites that may show the list for other sites in a frame; none when left out */
  embedSites?: readonly string[]
  /** sign-in by the organisation's own service; null when there is none */
  oidc: { issuer: string; clientId: string; clientSecret: string } | null
  /** take the address of the caller from X-Forwarded-For, because only our own proxy reaches us */
  trustedProxy: boolean
  /** do not limit how often one address may send something */
  unlimited?: boolean
  /** the clock; tests set their own */
  now: () => Date
}
