// Which requirements have a passing test, and which have none. Reads the names of the tests ('[SIG-08] ...') and the last results.
// The list of all requirements is docs/requirements.txt: one id and a few words a line.
import { existsSync, readFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'

const list = readFileSync(new URL('../docs/requirements.txt', import.meta.url), 'utf8').split('\n').filter(Boolean).map((line) => {
  const [id, ...words] = line.split(' ')
  return { id, words: words.join(' ') }
})
const known = new Set(list.map(({ id }) => id))
const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.test.ts', '*.test.tsx'], { encoding: 'utf8' }).split('\n').filter((file) => file && existsSync(file))
const results = existsSync('.cache/test-results.json') ? JSON.parse(readFileSync('.cache/test-results.json', 'utf8')) : null

const idsIn = (name) => [...name.matchAll(/\b([A-Z]{3})-(\d{2})\b/g)].map(([id]) => id).filter((id) => /\[[^\]]*\]/.test(name) && name.includes(id))
const passed = new Map()
const failed = new Set()
if (results) {
  for (const suite of results.testResults ?? []) {
    for (const test of suite.assertionResults ?? []) {
      const name = [...(test.ancestorTitles ?? []), test.title].join(' ')
      for (const id of idsIn(name)) test.status === 'passed' ? passed.set(id, (passed.get(id) ?? 0) + 1) : test.status === 'failed' && failed.add(id)
    }
  }
} else {
  for (const file of files) for (const [, name] of readFileSync(file, 'utf8').matchAll(/(?:test|it|describe)(?:\.\w+)*\(\s*['"`]([^'"`]*)['"`]/g)) for (const id of idsIn(name)) passed.set(id, (passed.get(id) ?? 0) + 1)
}

const strangers = [...passed.keys(), ...failed].filter((id) => !known.has(id))
const groups = Map.groupBy ? Map.groupBy(list, ({ id }) => id.slice(0, 3)) : list.reduce((map, it) => map.set(it.id.slice(0, 3), [...(map.get(it.id.slice(0, 3)) ?? []), it]), new Map())
const quiet = process.argv.includes('--quiet')
for (const [group, items] of groups) {
  const held = items.filter(({ id }) => passed.has(id) && !failed.has(id))
  console.log(`${group} ${held.length} of ${items.length}`)
  if (quiet) continue
  for (const { id, words } of items) console.log(`  ${failed.has(id) ? 'FAILS' : passed.has(id) ? `${passed.get(id)} test${passed.get(id) === 1 ? '' : 's'}` : 'none '}  ${id} ${words}`)
}
console.log(`${[...passed.keys()].filter((id) => known.has(id) && !failed.has(id)).length} of ${list.length} requirements have ${results ? 'a passing test' : 'a test (no results yet: run npm test)'}`)
for (const id of new Set(strangers)) console.error(`a test names ${id}, which is not a requirement`)
process.exit(strangers.length > 0 ? 1 : 0)
