import { Hono } from 'hono'
import { notFound } from '../platform/refusal.ts'
import type { Settings } from '../platform/server-settings.ts'
import { assetUrl } from '../ui/assets.ts'

const halfYear = 180 * 24 * 3600 * 1000

/** Pages for people with an account or a code: a search engine has nothing to find there. */
const closed = ['/api/', '/account', '/bevestigen/', '/casussen', '/inloggen', '/klopt-niet/', '/logboek', '/mijn-plan', '/overleg', '/signalen', '/sociale-kaart', '/vandaag', '/zorgen/']

/** For search engines: everything public in production, nothing of a demonstration. */
const robots = ({ mode, origin }: Settings): string => (mode === 'demo' ? 'User-agent: *\nDisallow: /\n' : `User-agent: *\n${closed.map((path) => `Disallow: ${path}\n`).join('')}\nSitemap: ${origin}/sitemap.xml\n`)

/** A Dutch telephone number for callers from anywhere; undefined when it is written in a way we do not know. */
const international = (phone: string): string | undefined => {
  const digits = phone.replace(/[^\d+]/g, '')
  return /^0\d{9}$/.test(digits) ? `tel:+31${digits.slice(1)}` : /^\+\d{8,15}$/.test(digits) ? `tel:${digits}` : undefined
}

/** Where somebody tells about a weakness (RFC 9116): the address of the settings, else the municipality's telephone. Undefined when there is neither. */
function securityTxt({ securityContact, phone, origin, now }: Settings): string | undefined {
  const contact = securityContact ?? (phone ? international(phone) : undefined)
  return contact && `Contact: ${contact}\nExpires: ${new Date(now().getTime() + halfYear).toISOString()}\nPreferred-Languages: nl, en\nCanonical: ${origin}/.well-known/security.txt\n`
}

/** The files that programs ask for at fixed addresses. */
export function wellKnown(settings: Settings): Hono {
  const app = new Hono()
  app.get('/robots.txt', (c) => c.text(robots(settings)))
  app.get('/favicon.ico', (c) => c.redirect(assetUrl('mark.svg'), 302))
  app.get('/.well-known/security.txt', (c) => {
    const text = securityTxt(settings)
    if (!text) throw notFound()
    return c.text(text)
  })
  return app
}
