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

const ready = setUp()
const env = { ...ready.env, CHROMIUM: chromium(), NODE_ENV: 'test' }
const only = process.argv.slice(2)
const checks = only.length > 0 ? { passed: 0, failed: 0 } : check({ ...ready, env })
build(ready)
const results = join(root, '.cache/test-results.json')
mkdirSync(join(root, '.cache'), { recursive: true })
rmSync(results, { force: true })
const vitest = spawnSync(ready.node, [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${results}`, ...only], { cwd: root, env, stdio: 'inherit' })
const counted = existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')) : { numPassedTests: 0, numFailedTests: 1 }
const brokenFiles = (counted.testResults ?? []).filter((it) => it.status === 'failed' && it.assertionResults.every((one) => one.status !== 'failed')).length
const requirements = spawnSync(ready.node, [join(root, 'scripts/requirements.mjs'), '--quiet'], { cwd: root, env, encoding: 'utf8' })
console.info(requirements.stdout.trim().split('\n').at(-1))
if (requirements.status !== 0) console.info(requirements.stderr.trim())
const failed = checks.failed + counted.numFailedTests + brokenFiles + (requirements.status === 0 ? 0 : 1) + (vitest.status !== 0 && counted.numFailedTests + brokenFiles === 0 ? 1 : 0)
console.info(`${checks.passed + counted.numPassedTests} passed, ${failed} failed`)
process.exit(failed > 0 ? 1 : 0)
