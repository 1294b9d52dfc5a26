import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants } from 'node:zlib'

/** A file that browsers may keep for ever, because its path changes when it does. `brotli` is there for files that become smaller by it. */
export type Asset = { name: string; path: string; contentType: string; bytes: Buffer; brotli?: Buffer }

const here = dirname(fileURLToPath(import.meta.url))
const required = createRequire(import.meta.url)

/** The folder of the project, the nearest one with a package.json: this file runs from ui/ in tests and from dist/ after a build. */
const nearest = (folder: string): string => (existsSync(join(folder, 'package.json')) || dirname(folder) === folder ? folder : nearest(dirname(folder)))
const root = nearest(here)

/** The fonts by the name the stylesheet uses. Latin only, weight axis only. */
const fonts = {
  'heading.woff2': 'bricolage-grotesque/files/bricolage-grotesque-latin-wght-normal.woff2',
  'text.woff2': 'atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
  'text-italic.woff2': 'atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-italic.woff2',
}

const types: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
  woff2: 'font/woff2',
}

/** Stylesheet and scripts as built beforehand; undefined when this does not run from a build. */
function built(): Map<string, string> | undefined {
  const folder = join(here, 'assets')
  if (here !== join(root, 'dist') || !existsSync(join(folder, 'style.css'))) return undefined
  const names = readdirSync(folder).filter((name) => /^[\w-]+\.(css|js)$/.test(name))
  return new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
}

/** The settings with which stylesheet and scripts are bundled, here and in the build. */
export const bundleSettings = (projectRoot: string) => ({
  entryPoints: [join(projectRoot, 'ui/css/style.css'), ...readdirSync(join(projectRoot, 'ui/client')).filter((name) => name.endsWith('.ts')).map((name) => join(projectRoot, 'ui/client', name))],
  entryNames: '[name]',
  outdir: join(projectRoot, 'dist/assets'),
  bundle: true,
  minify: true,
  format: 'esm' as const,
  target: ['chrome123', 'firefox121', 'safari17.5'],
  external: ['/assets/*'],
  legalComments: 'none' as const,
})

function bundled(): Map<string, string> {
  const esbuild = required('esbuild') as typeof import('esbuild')
  const { outputFiles } = esbuild.buildSync({ ...bundleSettings(root), write: false, logLevel: 'error' })
  return new Map(outputFiles.map((file) => [file.path.slice(file.path.lastIndexOf('/') + 1), file.text]))
}

function asset(name: string, bytes: Buffer): Asset {
  const dot = name.lastIndexOf('.')
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12)
  const contentType = types[name.slice(dot + 1)]
  if (!contentType) throw new Error(`No content type is known for ${name}.`)
  const brotli = name.endsWith('.woff2') ? undefined : brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
  return { name, path: `/assets/${name.slice(0, dot)}-${hash}${name.slice(dot)}`, contentType, bytes, brotli }
}

function load(): Map<string, Asset> {
  const fixed = [
    ...Object.entries(fonts).map(([name, file]) => asset(name, readFileSync(required.resolve(`@fontsource-variable/${file}`)))),
    asset('mark.svg', readFileSync(join(root, 'ui/pictures/mark.svg'))),
  ]
  // The stylesheet names its fonts without hash; the addresses are filled in here, so that its own hash depends on them.
  const withAddresses = (text: string) => fixed.reduce((done, { name, path }) => done.replaceAll(`/assets/${name}`, path), text)
  const made = [...(built() ?? bundled())].map(([name, text]) => asset(name, Buffer.from(withAddresses(text))))
  return new Map([...fixed, ...made].map((one) => [one.name, one]))
}

let loaded: Map<string, Asset> | undefined

/** All static files of the site, read or built at the first call and then kept. Serve them at `path`, immutable. */
export function assets(): readonly Asset[] {
  loaded ??= load()
  return [...loaded.values()]
}

/**
 * The address of a static file, as in `assetUrl('style.css')`.
 * @throws Error when there is no such file: a mistake in our own code
 */
export function assetUrl(name: string): string {
  loaded ??= load()
  const found = loaded.get(name)
  if (!found) throw new Error(`There is no static file called ${name}.`)
  return found.path
}
