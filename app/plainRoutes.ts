import type { Entry } from '../platform/act.ts'

/**
 * On what ground a route answers that is no entry with a rule of its own:
 * - `visitor`: everybody gets what a visitor gets; a cookie or token that comes along changes nothing;
 * - `own-session`: it is about signing in or out, or about the session and keys of whoever asks, and holds them against the database itself;
 * - `ruled`: it is the file of an entry, and asks the rule of that entry;
 * - `choice`: it only remembers a choice in a cookie of whoever asks, and reads nothing about anybody;
 * - `machine`: it tells machines about the program, with nothing of a municipality in it.
 */
type Ground = 'visitor' | 'own-session' | 'ruled' | 'choice' | 'machine'

/** Every route that is no entry, with its ground. What is not here is not served: see `checkRoutes`. */
export const plainRoutes: Readonly<Record<string, Ground>> = {
  'GET /insluiten': 'visitor', 'GET /insluiten/lijst': 'visitor', 'GET /insluiten/lijst.json': 'visitor',
  'GET /hsds': 'visitor', 'GET /hsds/services': 'visitor', 'GET /hsds/services/:id': 'visitor', 'GET /hsds/organizations': 'visitor', 'GET /hsds/organizations/:id': 'visitor',
  'GET /hsds/service_at_locations': 'visitor', 'GET /hsds/service_at_locations/:id': 'visitor', 'GET /hsds/taxonomies': 'visitor', 'GET /hsds/taxonomies/:id': 'visitor', 'GET /hsds/taxonomy_terms': 'visitor', 'GET /hsds/taxonomy_terms/:id': 'visitor',
  'GET /hsds/services.csv': 'visitor', 'GET /hsds/services.xlsx': 'visitor', 'GET /hsds/datapackage.zip': 'visitor', 'GET /hsds/samenwerkende-catalogi.xml': 'visitor',
  'GET /agenda.ics': 'visitor', 'GET /sitemap.xml': 'visitor', 'GET /meegeven.pdf': 'visitor', 'GET /meegeven/qr/:file': 'visitor',
  'GET /wijk/:slug/kaart.pdf': 'visitor', 'GET /wijk/:slug/kaart/foto/:photoId': 'visitor', 'GET /wijk/:slug/schets.svg': 'visitor',
  'GET /wijken/land/kaart.svg': 'visitor', 'GET /wijken/land/tabel.csv': 'visitor',
  'GET /wijken/cijfer/:key/kaart.svg': 'visitor', 'GET /wijken/cijfer/:key/tabel.csv': 'visitor', 'GET /wijken/cijfer/:key/trechter.svg': 'visitor',
  'GET /wijk/:slug/leeftijd.csv': 'visitor', 'GET /wijk/:slug/leeftijd.svg': 'visitor', 'GET /wijk/:slug/sociale-index.csv': 'visitor', 'GET /wijk/:slug/sociale-index.svg': 'visitor',

  'GET /wijk/:slug/behoefte.csv': 'ruled', 'GET /overleg/:meetingId/overleg.ics': 'ruled', 'GET /wijkkaart/:mapId/foto/:photoId': 'ruled',
  'GET /sociale-kaart/uitvoer/:exportId/pakket.zip': 'ruled', 'GET /sociale-kaart/uitvoer/:exportId/lijst.csv': 'ruled', 'GET /sociale-kaart/uitvoer/:exportId/lijst.xlsx': 'ruled',

  'GET /inloggen': 'own-session', 'POST /inloggen': 'own-session', 'POST /inloggen/demo': 'own-session', 'GET /inloggen/bewoner': 'own-session', 'POST /inloggen/bewoner': 'own-session', 'GET /inloggen/code': 'own-session', 'POST /inloggen/code': 'own-session',
  'GET /inloggen/organisatie': 'own-session', 'POST /inloggen/organisatie': 'own-session', 'POST /inloggen/passkey': 'own-session', 'POST /inloggen/passkey/vraag': 'own-session', 'GET /inloggen/oidc': 'own-session', 'GET /inloggen/oidc/terug': 'own-session', 'GET /inloggen/uitnodiging/:token': 'own-session', 'POST /inloggen/uitnodiging/:token': 'own-session',
  'POST /uitloggen': 'own-session', 'POST /account/blijf': 'own-session', 'GET /account/passkey': 'own-session', 'POST /account/passkey': 'own-session', 'POST /account/passkey/vraag': 'own-session', 'GET /account/sleutel': 'own-session', 'POST /account/sleutel': 'own-session', 'GET /account/wachtwoord': 'own-session', 'POST /account/wachtwoord': 'own-session',

  'GET /taal': 'choice', 'POST /taal': 'choice', 'POST /wijk-kiezen': 'choice',
  'GET /api/v1/openapi.json': 'machine', 'GET /.well-known/security.txt': 'machine', 'GET /robots.txt': 'machine', 'GET /favicon.ico': 'machine', 'GET /stijl': 'machine', 'POST /stijl': 'machine',
}

type Route = { method: string; path: string }

/** The routes that are no entry and no file with its fingerprint in its name. */
export function routesBeside(routes: readonly Route[], entries: readonly Entry[], files: readonly string[]): string[] {
  const ruled = new Set(entries.flatMap((it) => (it.kind === 'view' ? [`GET ${it.path}`, `GET /api/v1${it.at}`] : [`GET ${it.page}`, `POST ${it.page}`, `POST /api/v1${it.at}`])))
  const served = routes.filter(({ method, path }) => method !== 'ALL' && !files.includes(path)).map(({ method, path }) => `${method} ${path}`)
  return [...new Set(served)].filter((it) => !ruled.has(it)).sort()
}

/** @throws Error at start, when something is served of which nobody said on what ground */
export function checkRoutes(routes: readonly Route[], entries: readonly Entry[], files: readonly string[]): void {
  const lawless = routesBeside(routes, entries, files).filter((it) => !(it in plainRoutes))
  if (lawless.length > 0) throw new Error(`nobody said on what ground these routes answer, so nothing is served: ${lawless.join(', ')}`)
}
