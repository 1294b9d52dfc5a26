import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { cast } from '../db/seeds/demo/cast.ts'
import { readSettings, settingNames } from '../platform/settings.ts'

const root = fileURLToPath(new URL('../', import.meta.url))
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const named = (text: string): string[] => [...text.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name = '']) => name)
const documents = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...globSync('docs/**/*.md', { cwd: root })]

/** The anchor that a heading gets when it is shown. */
const anchorOf = (heading: string): string => heading.toLowerCase().replace(/[^\p{L}\p{N}\s-]/gu, '').trim().replace(/\s/g, '-')

describe('the documents', () => {
  test('every run-time dependency has its reason, and there are at most 40', () => {
    const { dependencies, optionalDependencies } = JSON.parse(read('package.json')) as Record<string, Record<string, string>>
    const direct = [...Object.keys(dependencies ?? {}), ...Object.keys(optionalDependencies ?? {})].sort()
    expect(named(read('docs/dependencies.md')).sort()).toEqual(direct)
    expect(direct.length).toBeLessThanOrEqual(40)
    for (const [, reason = ''] of read('docs/dependencies.md').matchAll(/^\| `[^`]+` \| (.*) \|$/gm)) expect(reason.length).toBeGreaterThan(10)
  })

  test('every run-time dependency is pinned to one version', () => {
    const { dependencies, optionalDependencies } = JSON.parse(read('package.json')) as Record<string, Record<string, string>>
    for (const version of Object.values({ ...dependencies, ...optionalDependencies })) expect(version).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/)
  })

  test('every setting is in the table, and nothing else', () => {
    expect(named(read('docs/operations.md')).sort()).toEqual([...settingNames].sort())
  })

  test('the defaults in the table are the defaults', () => {
    const it = readSettings({})
    const row = (name: string) => new RegExp(`^\\| \`${name}\` \\| \`([^\`]+)\``, 'm').exec(read('docs/operations.md'))?.[1]
    expect([row('SCHAKELBORD_MODE'), row('HOST'), row('PORT'), row('MUNICIPALITY'), row('LOG_LEVEL')]).toEqual([it.mode, it.host, String(it.port), it.municipality, it.logLevel])
    expect([row('TRUSTED_PROXY'), row('THROTTLE')]).toEqual([it.trustedProxy ? 'ja' : 'nee', it.throttle ? 'ja' : 'nee'])
  })

  test('the README names everybody of the demonstration', () => {
    const readme = read('README.md')
    expect([...readme.matchAll(/^\| ([A-Z][^|]*?) \| [^|]* \| [^|]* \|$/gm)].map(([, name]) => name).sort()).toEqual(cast.map(({ name }) => name as string).sort())
  })

  test('every link leads somewhere', () => {
    const lost: string[] = []
    for (const document of documents) {
      for (const [, target = ''] of read(document).matchAll(/\]\(([^)]+)\)/g)) {
        if (/^https?:/.test(target)) continue
        const [path = '', anchor] = target.split('#')
        const file = path ? join(root, dirname(document), path) : join(root, document)
        if (!existsSync(file)) lost.push(`${document}: ${target}`)
        else if (anchor) {
          const headings = [...readFileSync(file, 'utf8').matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => anchorOf(heading))
          if (!headings.includes(decodeURIComponent(anchor))) lost.push(`${document}: ${target}`)
        }
      }
    }
    expect(lost).toEqual([])
  })

  test('every decision is in the list, with its date', () => {
    const list = read('docs/decisions/README.md')
    for (const file of globSync('0*.md', { cwd: join(root, 'docs/decisions') })) {
      expect(list).toContain(`(${file})`)
      expect(read(`docs/decisions/${file}`)).toMatch(/^# \d+\. [^\n]+\n\n\d{4}-\d{2}-\d{2}\. /)
    }
  })

  test('what the user guide puts between quotation marks stands on the screen in those words', () => {
    const catalogues = globSync('{app,ui,capabilities}/**/*exts.ts', { cwd: root }).filter((file) => !file.includes('capabilities/style/')).map(read).join('\n')
    const said = [...read('docs/gebruikershandleiding.md').matchAll(/"([^"]+)"/g)].map(([, words = '']) => words)
    expect(said.length).toBeGreaterThan(30)
    expect([...new Set(said)].filter((words) => !catalogues.includes(`'${words}'`))).toEqual([])
  })

  test('the licence is the whole EUPL, and package.json says so', () => {
    expect(read('LICENSE')).toMatch(/^EUROPEAN UNION PUBLIC LICENCE v\. 1\.2\n[\s\S]*15\.Applicable Law[\s\S]*Appendix/)
    expect((JSON.parse(read('package.json')) as { license: string }).license).toBe('EUPL-1.2')
  })
})
