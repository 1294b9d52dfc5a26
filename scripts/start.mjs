// npm start: sets up what is missing, builds what changed, and runs the program until it is stopped.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { build } from './build.mjs'
import { root, setUp } from './setup.mjs'

const ready = setUp()
build(ready)
const child = spawn(ready.node, ['--enable-source-maps', join(root, 'dist/main.js')], { cwd: root, env: ready.env, stdio: 'inherit' })
for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)))
