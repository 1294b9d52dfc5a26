import { resolve } from 'node:path'
import { z } from 'zod'
import { StartError } from './start-error.ts'

/** How this installation runs, from the environment. */
export type Installation = {
  mode: 'demo' | 'production'
  host: string
  port: number
  dataDir: string
  /** a PostgreSQL server of your own: logins of the owner, the restricted role and the sealer */
  database: { ownerUrl: string; appUrl: string; sealerUrl: string } | null
  publicUrl: string
  /** slug of the municipality that this installation serves */
  municipality: string
  oidc: { issuer: string; clientId: string; clientSecret: string } | null
  /** mailto: or https: address for who found a weakness */
  securityContact: string | null
  /** sites that may show the list for other sites in a frame */
  embedSites: readonly string[]
  /** take the address of the caller from X-Forwarded-For, because only our own proxy reaches us */
  trustedProxy: boolean
  /** limit how often one address may send something; off only to measure or to try to break it */
  throttle: boolean
  /** the mail server and the sender; null when mail goes to a folder */
  mail: { url: string; from: string } | null
  logLevel: 'silent' | 'error' | 'info' | 'debug'
}

const loopback = new Set(['127.0.0.1', '::1', 'localhost'])

const problem = (name: string, what: string) => `${name}: ${what}`
const url = (name: string, kind: RegExp, what: string) =>
  z.string().refine((value) => kind.test(value) && URL.canParse(value), { error: problem(name, what) })
const postgres = (name: string) => url(name, /^postgres(ql)?:\/\//, 'vul een adres in als postgres://naam:wachtwoord@host:5432/database.')

const schema = z.object({
  SCHAKELBORD_MODE: z.enum(['demo', 'production'], { error: problem('SCHAKELBORD_MODE', 'kies demo of production.') }).default('demo'),
  HOST: z.string().regex(/^[A-Za-z0-9.:-]+$/, { error: problem('HOST', 'vul een adres in, bijvoorbeeld 127.0.0.1.') }).default('127.0.0.1'),
  PORT: z.string().regex(/^\d{1,5}$/, { error: problem('PORT', 'vul een getal in van 1 tot en met 65535.') }).transform(Number).refine((port) => port >= 1 && port <= 65_535, { error: problem('PORT', 'vul een getal in van 1 tot en met 65535.') }).default(3000),
  DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: postgres('DATABASE_URL').optional(),
  APP_DATABASE_URL: postgres('APP_DATABASE_URL').optional(),
  SEALER_DATABASE_URL: postgres('SEALER_DATABASE_URL').optional(),
  PUBLIC_URL: url('PUBLIC_URL', /^https?:\/\/[^/]+\/?$/, 'vul het adres van de site in, bijvoorbeeld https://schakelbord.example.nl.').optional(),
  MUNICIPALITY: z.string().regex(/^[a-z0-9-]+$/, { error: problem('MUNICIPALITY', 'gebruik kleine letters, bijvoorbeeld amersfoort.') }).default('amersfoort'),
  OIDC_ISSUER: url('OIDC_ISSUER', /^https?:\/\//, 'vul het adres van de inlogdienst in.').optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  SECURITY_CONTACT: url('SECURITY_CONTACT', /^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/, 'vul een adres in als mailto:beveiliging@example.nl of https://example.nl/beveiliging.').optional(),
  EMBED_SITES: z.string().transform((value) => value.split(/[\s,]+/).filter(Boolean)).refine((sites) => sites.every((site) => /^(https:\/\/[a-z0-9.-]+|http:\/\/(localhost|127\.0\.0\.1))(:\d{1,5})?$/i.test(site)), { error: problem('EMBED_SITES', 'vul sites in met een spatie ertussen, bijvoorbeeld https://wijksite.example.nl https://buurt.example.nl.') }).default([]),
  TRUSTED_PROXY: z.enum(['ja', 'nee'], { error: problem('TRUSTED_PROXY', 'kies ja of nee.') }).default('nee'),
  THROTTLE: z.enum(['ja', 'nee'], { error: problem('THROTTLE', 'kies ja of nee.') }).default('ja'),
  SMTP_URL: url('SMTP_URL', /^smtps?:\/\//, 'vul een adres in als smtp://naam:wachtwoord@host:587.').optional(),
  MAIL_FROM: z.email({ error: problem('MAIL_FROM', 'vul het e-mailadres in waarmee Schakelbord mail verstuurt.') }).optional(),
  LOG_LEVEL: z.enum(['silent', 'error', 'info', 'debug'], { error: problem('LOG_LEVEL', 'kies silent, error, info of debug.') }).optional(),
})

/** The names of all settings. */
export const settingNames: readonly string[] = Object.keys(schema.shape)

type Read = z.output<typeof schema>

/** What is wrong between settings that are right by themselves. */
function clashes(it: Read): string[] {
  const wrong: string[] = []
  const together = [it.DATABASE_URL, it.APP_DATABASE_URL, it.SEALER_DATABASE_URL].filter(Boolean).length
  if (together !== 0 && together !== 3) wrong.push('DATABASE_URL, APP_DATABASE_URL en SEALER_DATABASE_URL horen bij elkaar: vul ze alle drie in, of geen.')
  if (it.APP_DATABASE_URL && it.APP_DATABASE_URL === it.DATABASE_URL) wrong.push('APP_DATABASE_URL: gebruik een andere rol dan de eigenaar; die rol is beperkt.')
  if (Boolean(it.SMTP_URL) !== Boolean(it.MAIL_FROM)) wrong.push('SMTP_URL en MAIL_FROM horen bij elkaar: vul ze allebei in, of geen van beide.')
  const oidc = [it.OIDC_ISSUER, it.OIDC_CLIENT_ID, it.OIDC_CLIENT_SECRET].filter(Boolean).length
  if (oidc !== 0 && oidc !== 3) wrong.push('OIDC_ISSUER, OIDC_CLIENT_ID en OIDC_CLIENT_SECRET horen bij elkaar: vul ze alle drie in, of geen.')
  if (it.SCHAKELBORD_MODE === 'demo' && !loopback.has(it.HOST)) wrong.push('HOST: de demonstratie draait alleen op dit apparaat zelf (127.0.0.1). Voor een ander adres is SCHAKELBORD_MODE=production nodig.')
  if (it.SCHAKELBORD_MODE === 'production' && !it.PUBLIC_URL?.startsWith('https://')) wrong.push('PUBLIC_URL: vul het adres in waarop mensen de site bereiken; het begint met https://.')
  return wrong
}

/**
 * Reads the settings.
 *
 * @throws StartError with everything that is wrong, at once
 */
export function readSettings(environment: Record<string, string | undefined>): Installation {
  const given = Object.fromEntries(settingNames.map((name) => [name, environment[name] === '' ? undefined : environment[name]]))
  const read = schema.safeParse(given)
  const wrong = read.success ? clashes(read.data) : read.error.issues.map((issue) => issue.message)
  if (!read.success || wrong.length > 0) throw new StartError(`De instellingen kloppen niet.\n${[...new Set(wrong)].map((one) => `  ${one}`).join('\n')}`)
  const it = read.data
  const host = it.HOST.includes(':') ? `[${it.HOST}]` : it.HOST
  return {
    mode: it.SCHAKELBORD_MODE,
    host: it.HOST,
    port: it.PORT,
    dataDir: resolve(it.DATA_DIR),
    database: it.DATABASE_URL && it.APP_DATABASE_URL && it.SEALER_DATABASE_URL ? { ownerUrl: it.DATABASE_URL, appUrl: it.APP_DATABASE_URL, sealerUrl: it.SEALER_DATABASE_URL } : null,
    publicUrl: (it.PUBLIC_URL ?? `http://${host}:${it.PORT}`).replace(/\/$/, ''),
    municipality: it.MUNICIPALITY,
    oidc: it.OIDC_ISSUER && it.OIDC_CLIENT_ID && it.OIDC_CLIENT_SECRET ? { issuer: it.OIDC_ISSUER, clientId: it.OIDC_CLIENT_ID, clientSecret: it.OIDC_CLIENT_SECRET } : null,
    securityContact: it.SECURITY_CONTACT ?? null,
    embedSites: it.EMBED_SITES,
    trustedProxy: it.TRUSTED_PROXY === 'ja',
    throttle: it.THROTTLE === 'ja',
    mail: it.SMTP_URL && it.MAIL_FROM ? { url: it.SMTP_URL, from: it.MAIL_FROM } : null,
    logLevel: it.LOG_LEVEL ?? (it.SCHAKELBORD_MODE === 'demo' ? 'error' : 'info'),
  }
}
