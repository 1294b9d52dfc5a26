// Every sentence on screen stands in a catalogue, in Dutch and English, and every sentence in a catalogue is used.
// Missing translations do not compile; this finds sentences outside a catalogue and catalogue entries that nothing shows.
import { readFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { basename, dirname, join } from 'node:path'
import ts from 'typescript'

const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.ts', '*.tsx'], { encoding: 'utf8' })
  .split('\n')
  .filter((file) => /^(app|platform|ui|capabilities)\//.test(file) && !/\.(test|world)\.tsx?$/.test(file))
const sources = new Map(files.map((file) => [file, ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true, file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS)]))
const problems = []

const words = /\p{L}{2,}/u
// Attributes that people see or hear.
const spoken = new Set(['alt', 'title', 'placeholder', 'label', 'aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext', 'hint', 'lead', 'heading'])
const place = (source, node) => `${source.fileName}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`

function outsideCatalogue(source, node) {
  if (ts.isJsxText(node) && words.test(node.text)) problems.push(`${place(source, node)} a sentence outside the catalogue: ${node.text.trim().slice(0, 50)}`)
  if (ts.isJsxAttribute(node) && node.initializer && ts.isStringLiteral(node.initializer) && spoken.has(node.name.getText()) && words.test(node.initializer.text)) {
    problems.push(`${place(source, node)} a sentence outside the catalogue: ${node.initializer.text.slice(0, 50)}`)
  }
  ts.forEachChild(node, (child) => outsideCatalogue(source, child))
}

/** The names of the entries of `export const texts = { ... } satisfies Catalogue`. */
function entriesOf(source) {
  const names = []
  for (const statement of source.statements) {
    if (!ts.isVariableStatement(statement)) continue
    for (const declaration of statement.declarationList.declarations) {
      let value = declaration.initializer
      while (value && (ts.isSatisfiesExpression(value) || ts.isAsExpression(value))) value = value.expression
      if (declaration.name.getText() === 'texts' && value && ts.isObjectLiteralExpression(value)) {
        for (const property of value.properties) if (property.name) names.push(property.name.text ?? property.name.getText())
      }
    }
  }
  return names
}

for (const source of sources.values()) if (source.fileName.endsWith('.tsx')) outsideCatalogue(source, source)

let counted = 0
for (const [file, source] of sources) {
  if (!/(^|[-./])texts\.ts$/.test(basename(file))) continue
  const folder = dirname(file)
  const readers = [...sources].filter(([other]) => other !== file && other.startsWith(join(folder, '/'))).concat([[file, source]])
  const all = readers.map(([, reader]) => reader.text).join('\n')
  for (const name of entriesOf(source)) {
    counted++
    const byName = new RegExp(`(?:\\.${name}\\b|\\b${name}\\b\\s*[,}].*=\\s*texts|texts\\[)`)
    if (!byName.test(all)) problems.push(`${file} nothing shows "${name}"`)
  }
}

for (const problem of problems) console.error(problem)
console.log(`${counted} texts in two languages, ${problems.length} problems`)
process.exit(problems.length > 0 || counted === 0 ? 1 : 0)
