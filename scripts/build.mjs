// Bundles the program and its static files into dist/, unless nothing changed since the last time.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { giveUp, root, setUp } from './setup.mjs'

const sources = ['app', 'capabilities', 'platform', 'ui', 'db', 'package-lock.json', 'scripts/bundle.mjs']

function filesIn(path) {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path, { withFileTypes: true }).flatMap((it) => filesIn(join(path, it.name))).filter((file) => !/\.test\.tsx?$/.test(file))
}

/** A fingerprint of everything the build is made of, by size and time of change: reading it all would cost more than it saves. */
export function stateOfSources() {
  const hash = createHash('sha256')
  for (const source of sources) {
    for (const file of filesIn(join(root, source)).sort()) {
      const { size, mtimeMs } = statSync(file)
      hash.update(`${file} ${size} ${mtimeMs}\n`)
    }
  }
  return hash.digest('hex')
}

/** Builds when something changed. */
export function build({ node, env }) {
  const stamp = join(root, 'dist/.built')
  const state = stateOfSources()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === state) return
  const { status } = spawnSync(node, [join(root, 'scripts/bundle.mjs'), state], { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] })
  if (status !== 0) giveUp('Het programma kon niet worden gebouwd.')
}

if (process.argv[1]?.endsWith('build.mjs')) build(setUp())
