import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../', import.meta.url))

/** A small project in which every file but the named ones breaks exactly one rule. */
const files: Record<string, string> = {
  'capabilities/one/index.ts': "export { secret } from './inside.ts'\n",
  'capabilities/one/inside.ts': 'export const secret = 1\n',
  'app/main.ts': "import '../capabilities/one/index.ts'\n",
  'tests/support/help.ts': 'export const help = 1\n',
  'capabilities/one/good.world.ts': "import '../../tests/support/help.ts'\n",

  'capabilities/two/index.ts': "import '../one/inside.ts'\n",
  'app/deep.ts': "import '../capabilities/one/inside.ts'\n",
  'platform/upward.ts': "import '../capabilities/one/index.ts'\n",
  'ui/knowing.ts': "import '../capabilities/one/index.ts'\n",
  'capabilities/three/index.ts': "import '../../app/main.ts'\n",
  'platform/tested.ts': "import '../tests/support/help.ts'\n",
  'platform/lost.ts': "import './nowhere.ts'\n",
  'platform/tool.ts': "import 'vitest'\n",
  'db/ring.ts': "import './round.ts'\n",
  'db/round.ts': "import './ring.ts'\n",
}

const broken: readonly (readonly [rule: string, file: string])[] = [
  ['capability-by-index-only', 'capabilities/two/index.ts'],
  ['app-by-index-only', 'app/deep.ts'],
  ['platform-knows-no-capability', 'platform/upward.ts'],
  ['ui-knows-no-capability', 'ui/knowing.ts'],
  ['capabilities-not-up', 'capabilities/three/index.ts'],
  ['product-without-tests', 'platform/tested.ts'],
  ['not-resolvable', 'platform/lost.ts'],
  ['declared-only', 'platform/tool.ts'],
  ['no-circular', 'db/ring.ts'],
]

type Violation = { from: string; rule: { name: string; severity: string } }
const folder = mkdtempSync(join(tmpdir(), 'schakelbord-boundaries-'))
let exitCode: number | null
let violations: Violation[] = []

beforeAll(() => {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  for (const one of ['tsconfig.json', 'package.json', '.dependency-cruiser.cjs']) copyFileSync(join(root, one), join(folder, one))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  const sources = ['app', 'platform', 'ui', 'capabilities', 'db']
  const run = (type: string) => spawnSync(process.execPath, [join(root, 'node_modules/.bin/depcruise'), ...sources, '--config', '.dependency-cruiser.cjs', '--output-type', type], { cwd: folder, encoding: 'utf8' })
  exitCode = run('err').status
  violations = (JSON.parse(run('json').stdout) as { summary: { violations: Violation[] } }).summary.violations
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('imports run one way', () => {
  test('the check fails on a project with forbidden imports', () => {
    expect(exitCode).toBeGreaterThan(0)
  })

  test.each(broken)('%s is broken by %s', (rule, file) => {
    expect(violations.filter((it) => it.from === file).map((it) => it.rule)).toContainEqual({ name: rule, severity: 'error' })
  })

  test('what is allowed breaks nothing', () => {
    const allowed = Object.keys(files).filter((file) => !broken.some(([, bad]) => bad === file) && file !== 'db/round.ts')
    expect(violations.filter((it) => allowed.includes(it.from))).toEqual([])
  })
})
