// npm test: sets up, checks, and runs every test. The last line counts both.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from './build.mjs'
import { check } from './check.mjs'
import { giveUp, root, setUp } from './setup.mjs'

const browsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium', 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe']

/** Chromium for the journeys: the system's, or installed by apt where that is possible. */
function chromium() {
  const found = process.env.CHROMIUM ?? browsers.find((path) => existsSync(path))
  if (found) return found
  if (existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
    console.info('Chromium wordt geïnstalleerd voor de tests in de browser.')
    const quiet = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
    if (spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], quiet).status !== 0) {
      spawnSync('apt-get', ['update'], quiet)
      spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], quiet)
    }
    if (existsSync('/usr/bin/chromium')) return '/usr/bin/chromium'
  }
  return giveUp('De tests in de browser hebben Chromium nodig. Installeer het ("apt-get install -y chromium", of Google Chrome), of zet CHROMIUM op het pad ervan.')
}

/** What PostgreSQL itself could do differently: migrations and types, row level security, seeds, search, sealing, and one capability of each kind. */
const databaseTests = ['db/types', 'database.test', 'seed.test', 'decision.test', 'audit/seal', 'audit/verify', 'directory/search', 'cases/working', 'meetings/meetings', 'exchange/reading']

/** A second server: the one of TEST_DATABASE_URL, or one made with the oldest PostgreSQL from 15 on that this machine has. */
function secondServer() {
  if (process.env.TEST_DATABASE_URL) return { name: 'the server of TEST_DATABASE_URL', settings: { TEST_DATABASE_URL: process.env.TEST_DATABASE_URL } }
  const version = [15, 16, 17].find((it) => existsSync(`/usr/lib/postgresql/${it}/bin/initdb`))
  return version && { name: `PostgreSQL ${version} of this machine`, settings: { TEST_POSTGRES: `/usr/lib/postgresql/${version}/bin` } }
}

/** Runs tests. Gives how many passed and failed; a file that cannot run counts as one. */
function run(name, { node, env }, words) {
  const results = join(root, `.cache/${name}.json`)
  rmSync(results, { force: true })
  const { status } = spawnSync(node, [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${results}`, ...words], { cwd: root, env, stdio: 'inherit' })
  const counted = existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')) : { numPassedTests: 0, numFailedTests: 1 }
  const brokenFiles = (counted.testResults ?? []).filter((it) => it.status === 'failed' && it.assertionResults.every((one) => one.status !== 'failed')).length
  const failed = counted.numFailedTests + brokenFiles
  return { passed: counted.numPassedTests, failed: failed === 0 && status !== 0 ? 1 : failed }
}

const ready = setUp()
// Each file of tests runs in a process of its own, which reads the same libraries: what was compiled of them is kept.
const env = { ...ready.env, CHROMIUM: chromium(), NODE_ENV: 'test', TEST_DATABASE_URL: '', NODE_COMPILE_CACHE: join(root, '.cache/compile') }
const only = process.argv.slice(2)
const outcomes = only.length > 0 ? [] : [check({ ...ready, env })]
build(ready)
mkdirSync(join(root, '.cache'), { recursive: true })
outcomes.push(run('test-results', { ...ready, env }, only))
const second = secondServer()
if (only.length === 0 && second) {
  console.info(`The tests of the database again, on ${second.name}:`)
  outcomes.push(run('test-results-second-server', { ...ready, env: { ...env, ...second.settings } }, databaseTests))
} else if (only.length === 0) console.info('skipped: the tests of the database on a second server; there is no PostgreSQL 15, 16 or 17 in /usr/lib/postgresql, and TEST_DATABASE_URL names none')
const requirements = spawnSync(ready.node, [join(root, 'scripts/requirements.mjs'), '--quiet'], { cwd: root, env, encoding: 'utf8' })
console.info(requirements.stdout.trim().split('\n').at(-1))
if (requirements.status !== 0) console.info(requirements.stderr.trim())
const failed = outcomes.reduce((sum, it) => sum + it.failed, 0) + (requirements.status === 0 ? 0 : 1)
console.info(`${outcomes.reduce((sum, it) => sum + it.passed, 0)} passed, ${failed} failed`)
process.exit(failed > 0 ? 1 : 0)
