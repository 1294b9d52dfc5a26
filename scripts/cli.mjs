// npm run -s cli -- COMMAND: the same program from the command line.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { build } from './build.mjs'
import { root, setUp } from './setup.mjs'

const ready = setUp()
build(ready)
const { status } = spawnSync(ready.node, [join(root, 'dist/cli.js'), ...process.argv.slice(2)], { cwd: process.env.INIT_CWD ?? root, env: ready.env, stdio: 'inherit' })
process.exit(status ?? 1)
