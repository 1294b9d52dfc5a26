import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { entries } from '../app/acts.ts'
import { openApiDocument } from '../platform/openapi.ts'

const root = fileURLToPath(new URL('../', import.meta.url))
const rules = join(root, '../shared/standards/nl-api-design-rules/linter.yaml')
const spectral = join(root, 'node_modules/@stoplight/spectral-cli/dist/index.js')
const here = existsSync(rules)

test.skipIf(!here)(`the document keeps the API Design Rules of the Dutch government${here ? '' : ' (skipped: ../shared/standards/nl-api-design-rules is not here)'}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'schakelbord-api-'))
  try {
    const file = join(folder, 'openapi.json')
    writeFileSync(file, JSON.stringify(openApiDocument(entries, 'https://schakelbord.example')))
    const linted = spawnSync(process.execPath, [spectral, 'lint', file, '--ruleset', rules, '--format', 'json', '--quiet', '--fail-severity', 'error'], { encoding: 'utf8', timeout: 120_000 })
    const found = JSON.parse(linted.stdout.slice(linted.stdout.indexOf('['), linted.stdout.lastIndexOf(']') + 1) || '[]') as { code: string; message: string; path: string[]; severity: number }[]

    expect(found.filter(({ severity }) => severity === 0).map(({ code, path, message }) => `${code} at ${path.join('.')}: ${message}`)).toEqual([])
    expect([linted.status, linted.stderr]).toEqual([0, ''])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}, 180_000)
