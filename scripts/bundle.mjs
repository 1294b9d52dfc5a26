// The build itself; runs under Node 24, with the packages installed.
import { cpSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const dist = join(root, 'dist')
rmSync(dist, { recursive: true, force: true })
mkdirSync(dist, { recursive: true })
await build({
  entryPoints: { main: join(root, 'app/main.ts'), cli: join(root, 'app/cli.ts'), pressing: join(root, 'capabilities/neighbourhood-map/pressing.ts') },
  outdir: dist,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node24',
  packages: 'external',
  jsx: 'automatic',
  jsxImportSource: '#markup',
  splitting: true,
  chunkNames: 'part-[hash]',
  logLevel: 'warning',
})
const assets = await build({
  stdin: { contents: "export { bundleSettings } from './ui/assets.ts'", resolveDir: root },
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  jsx: 'automatic',
  jsxImportSource: '#markup',
  write: false,
})
const settingsFile = join(dist, '.settings.mjs')
writeFileSync(settingsFile, assets.outputFiles[0].contents)
const { bundleSettings } = await import(settingsFile)
await build({ ...bundleSettings(root), logLevel: 'warning' })
rmSync(settingsFile)
cpSync(join(root, 'db/migrations'), join(dist, 'db/migrations'), { recursive: true })
writeFileSync(join(dist, '.half'), process.argv[2] ?? '')
renameSync(join(dist, '.half'), join(dist, '.built'))
