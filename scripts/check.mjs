// npm run check: everything a reviewer should not have to look for. One line for each check; what went wrong is printed under it.
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, setUp } from './setup.mjs'

const steps = [
  ['types', 'node_modules/typescript-native/bin/tsc', ['-p', 'tsconfig.json']],
  ['style', 'node_modules/.bin/biome', ['ci', '--colors=off', '--max-diagnostics=40', '--diagnostic-level=error']],
  ['boundaries', 'node_modules/.bin/depcruise', ['app', 'platform', 'ui', 'capabilities', 'db', '--config', '.dependency-cruiser.cjs']],
  ['unused code', 'node_modules/.bin/knip', ['--no-progress']],
  ['texts', 'scripts/texts.mjs', []],
]

/** Runs all checks. Gives how many passed and failed. */
export function check({ node, env }) {
  const outcome = { passed: 0, failed: 0 }
  for (const [name, program, args] of steps) {
    const began = performance.now()
    const run = program.includes('.bin/biome') ? spawnSync(join(root, program), args, { cwd: root, env, encoding: 'utf8' }) : spawnSync(node, [join(root, program), ...args], { cwd: root, env, encoding: 'utf8' })
    const good = run.status === 0
    outcome[good ? 'passed' : 'failed'] += 1
    console.info(`${good ? 'ok   ' : 'FAILS'} ${name} (${((performance.now() - began) / 1000).toFixed(1)} s)`)
    if (!good) console.info(`${run.stdout ?? ''}${run.stderr ?? ''}`.trim().split('\n').slice(0, 120).join('\n'))
  }
  mkdirSync(join(root, '.cache'), { recursive: true })
  return outcome
}

if (process.argv[1]?.endsWith('check.mjs')) {
  const ready = setUp()
  const { passed, failed } = check(ready)
  const requirements = spawnSync(ready.node, [join(root, 'scripts/requirements.mjs'), '--quiet'], { cwd: root, env: ready.env, encoding: 'utf8' })
  const lines = requirements.stdout.trim().split('\n')
  console.info(lines.at(-1))
  if (requirements.status !== 0) console.info(requirements.stderr.trim())
  writeFileSync(join(root, '.cache/requirements.txt'), requirements.stdout)
  console.info(`${passed} passed, ${failed + (requirements.status === 0 ? 0 : 1)} failed`)
  process.exit(failed > 0 || requirements.status !== 0 ? 1 : 0)
}
