// npm run dev: builds and starts again at every change in the sources.
import { spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { join } from 'node:path'
import { build } from './build.mjs'
import { root, setUp } from './setup.mjs'

const ready = setUp()
let child
let again = false
let timer

function run() {
  try {
    build(ready)
  } catch (error) {
    console.error(String(error))
    return
  }
  child = spawn(ready.node, ['--enable-source-maps', join(root, 'dist/main.js')], { cwd: root, env: ready.env, stdio: 'inherit' })
  child.on('exit', (code) => {
    child = undefined
    if (again) {
      again = false
      run()
    } else if (code) console.error('Gestopt. Ik begin opnieuw zodra er iets verandert.')
  })
}

const changed = () => {
  clearTimeout(timer)
  timer = setTimeout(() => {
    if (!child) return run()
    again = true
    child.kill('SIGTERM')
  }, 150)
}

for (const folder of ['app', 'capabilities', 'platform', 'ui', 'db']) watch(join(root, folder), { recursive: true }, changed)
for (const signal of ['SIGTERM', 'SIGINT']) {
  process.on(signal, () => {
    again = false
    if (!child) process.exit(0)
    child.on('exit', () => process.exit(0))
    child.kill('SIGTERM')
  })
}
run()
