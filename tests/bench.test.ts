import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, test } from 'vitest'
import { caseAt } from '../bench/cases.ts'
import { digest } from '../bench/digest.ts'
import { asFile, kwbYear, outlines } from '../bench/kwb.ts'
import { exponent, median, spread } from '../bench/report.ts'
import { edits, kinds, questionAt } from '../bench/questions.ts'
import { service } from '../bench/services.ts'
import { built } from './support/program.ts'

beforeAll(() => built())

test('the made-up data of seed 42 are what they were: figures of different days are about the same data', () => {
  expect(digest(1000, (place) => service(42, place))).toBe('47708b5e5c9980816f1fd101dc6d5d0363b8c2949ffcb30096c432580c2e24e4')
  expect(digest(1000, (place) => caseAt(42, place))).toBe('69e3ca5afc1a4e1b01d3cc51fd69f99a2433c06c58647891cbe634625fcc943c')
  expect(digest(1000, (place) => caseAt(43, place))).not.toBe(digest(1000, (place) => caseAt(42, place)))
  const year = kwbYear(42, 500, 40)
  expect(digest(1, () => asFile(year).toString())).toBe('47b364743ba6fd8b11213f48d524f0e54c25d0b66e16058c7efac51060db1be8')
  expect(digest(1, () => outlines(year.own, 10).toString())).toBe('3bf2997ed94f43d6f61f554ba3d7b38ddf1e863dbd1596b088bf0b25c78c5b8a')
  expect(asFile(kwbYear(43, 500, 40)).equals(asFile(year))).toBe(false)
  expect(new Set(Array.from({ length: 5000 }, (_, place) => caseAt(42, place).id)).size).toBe(5000)
})

test('the questions of seed 42 are what they were, of each kind as many; a wrong word is one letter from a right one and no word itself', () => {
  const questions = Array.from({ length: 600 }, (_, place) => questionAt(42, 1000, place))
  expect(digest(600, (place) => questions[place])).toBe('e01054fc735d7a264b6ae22d6b3e4fb8eec0ee885b4b51e1b47ecda336defbe9')
  for (const kind of kinds) expect(questions.filter((it) => it.kind === kind)).toHaveLength(100)
  const names = new Set(Array.from({ length: 1000 }, (_, place) => service(42, place).name.toLowerCase().split(' ')).flat())
  const all = edits(42, 1000, 100)
  expect(all).toHaveLength(100)
  for (const { word, wrong } of all) {
    expect(names.has(word) && !names.has(wrong) && Math.abs(word.length - wrong.length) <= 1).toBe(true)
    const changed = [...word].filter((letter, at) => wrong[at] !== letter).length
    if (word.length === wrong.length) expect(changed).toBeLessThanOrEqual(2)
  }
})

test('growth, middle and spread are counted right', () => {
  expect(exponent([[10, 3], [100, 30], [1000, 300]])).toBeCloseTo(1)
  expect(exponent([[10, 3], [100, 3], [1000, 3]])).toBeCloseTo(0)
  expect(exponent([[10, 1], [100, 10 ** 0.5], [1000, 10]])).toBeCloseTo(0.5)
  expect(median([3, 1, 2])).toBe(2)
  expect(median([4, 1, 2, 3])).toBe(2.5)
  expect(spread([2, 3, 4])).toBe(2)
})

test('the small run measures on a durable server, and its gates hold', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [fileURLToPath(new URL('../bench/main.ts', import.meta.url)), '--smoke', '--only', 'pages,signals,cases,hsds,search,import'], { encoding: 'utf8', timeout: 170_000 })
  expect(`${stderr}${status}`).toBe('0')
  expect(stdout).toContain('gates    all hold')
  expect(stdout).toMatch(/search {3}1000 services, one person asking; recall at 20 with one typing error (0\.9[89]\d|1\.000), goal 0\.98: reached/)
  expect(stdout).toMatch(/hsds {5}list of 50 from 1000 services, \d+ KB: the same as a bare list gives, and what is withdrawn is gone at once/)
  expect(stdout).toMatch(/suggest {2}p50 [\d.]+ ms, p95 [\d.]+ ms of \d+, goal p95 15/)
  expect(stdout).toMatch(/growth {3}cases: 250: [\d.]+ ms, 1000: [\d.]+ ms; exponent/)
}, 180_000)

test('the small run of figures takes in a year and draws it, and its gates hold', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [fileURLToPath(new URL('../bench/main.ts', import.meta.url)), '--smoke', '--only', 'figures'], { encoding: 'utf8', timeout: 110_000 })
  expect(`${stderr}${status}`).toBe('0')
  expect(stdout).toContain('gates    all hold')
  expect(stdout).toMatch(/figures {2}a year of 1000 areas in 120 columns/)
  for (const what of ['after one before', 'the first after a start']) expect(stdout).toMatch(new RegExp(`${what}: CPU of all [\\d.]+ [^\\n]*\\n +a ratio +[\\d.]+ `))
  expect(stdout).toMatch(/growth {3}figures: 250: [\d.]+ ms, 1000: [\d.]+ ms; exponent/)
  expect(stdout).toMatch(/figures {2}map of all 40 neighbourhoods of a city, [\d.]+ KB/)
}, 120_000)

test('a workload that is not there is said, with what can be chosen', () => {
  const { status, stderr } = spawnSync(process.execPath, [fileURLToPath(new URL('../bench/main.ts', import.meta.url)), '--only', 'everything'], { encoding: 'utf8' })
  expect(status).toBe(1)
  expect(stderr).toContain('everything is no workload')
})
