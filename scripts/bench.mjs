// npm run bench: measures the product on made-up data beside its goals.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { build } from './build.mjs'
import { root, setUp } from './setup.mjs'

const ready = setUp()
build(ready)
const { status } = spawnSync(ready.node, [join(root, 'bench/main.ts'), ...process.argv.slice(2)], { cwd: root, env: ready.env, stdio: 'inherit' })
process.exit(status ?? 1)
