import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { act } from '../../platform/act.ts'
import { dayOf } from '../../platform/dates.ts'
import { type FieldError, invalid } from '../../platform/refusal.ts'
import { say, type Text } from '../../platform/texts.ts'
import { upload } from '../../platform/validation.ts'
import { tellingIn } from '../discretion/index.ts'
import { readTable, rowsOf } from '../figures/index.ts'
import { actTexts as texts } from './actTexts.ts'
import { countsFor, mistake } from './entering.tsx'
import { entersCounts } from './policy.ts'
import { findGround, type Ground } from './record.ts'

const columns = ['wijk', 'aanbieder', 'voor wie', 'geteld op', 'bewoners', 'bron'] as const
type Column = (typeof columns)[number]
type Line = Record<Column, string>
type Row = { areaId: string; organizationId: string; targetGroupId: string; countedOn: string; residents: number; source: string }
type Known = { areaId: string; organizationId: string | null; targetGroupId: string; countedOn: string; residents: number | null; source: string }
type Choice = Ground & { providers: readonly { id: string; slug: string; name: string }[]; today: string }

const longest = 2000
const shownAtMost = 20

/** A day as people and spreadsheets write it; undefined when it is none. */
function dayIn(words: string): string | undefined {
  const [, day, month, year] = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$/.exec(words) ?? []
  const iso = year ? `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}` : words
  return z.iso.date().safeParse(iso).success ? iso : undefined
}

const alike = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase()
const keyOf = (it: Pick<Known, 'areaId' | 'organizationId' | 'targetGroupId' | 'countedOn'>): string => [it.areaId, it.organizationId, it.targetGroupId, it.countedOn].join(' ')

/** One line of the file, and what is wrong with it. */
function rowOf({ areas, groups, providers, today }: Choice, line: Line): { row: Row; wrong: Text[] } {
  const area = areas.find(({ slug, name }) => alike(name, line.wijk) || alike(slug, line.wijk))
  const provider = providers.find(({ slug, name }) => alike(name, line.aanbieder) || alike(slug, line.aanbieder))
  const group = groups.find(({ slug, nl, en }) => [slug, nl, en].some((it) => alike(it, line['voor wie'])))
  const countedOn = dayIn(line['geteld op'])
  const residents = /^\d{1,6}$/.test(line.bewoners) ? Number(line.bewoners) : undefined
  const source = line.bron
  const [telling] = tellingIn(source, providers.map(({ name }) => name))
  const wrong = [
    ...(area ? [] : [texts.noArea(line.wijk)]), ...(provider ? [] : [texts.noOrganization(line.aanbieder)]), ...(group ? [] : [texts.noGroup(line['voor wie'])]), ...(countedOn && countedOn <= today ? [] : [texts.noDay(line['geteld op'])]),
    ...(residents !== undefined && residents <= 100_000 ? [] : [texts.noNumber(line.bewoners)]), ...(source.length >= 1 && source.length <= 300 ? [] : [texts.noSource]), ...(telling ? [texts.telling(telling.words)] : []),
  ]
  return { row: { areaId: area?.id ?? '', organizationId: provider?.id ?? '', targetGroupId: group?.id ?? '', countedOn: countedOn ?? '', residents: residents ?? 0, source }, wrong }
}

/**
 * The counts of a file that are not there yet.
 *
 * @throws Refusal 400 all lines that are wrong, with their numbers
 */
export function rowsIn(bytes: Uint8Array, choice: Choice, known: readonly Known[]): Row[] {
  const table = readTable(bytes)
  const missing = columns.filter((name) => !table.header.some((it) => alike(it, name)))
  if (missing.length > 0) throw invalid(missing.map((name) => mistake('file', 'no-column', texts.noColumn(name))))
  if (table.lines.length > longest) throw invalid([mistake('file', 'too-long', texts.tooLong)])
  const lines = rowsOf(table).map((cells) => Object.fromEntries(columns.map((name) => [name, String(cells[table.header.findIndex((it) => alike(it, name))] ?? '').trim()])) as Line)
  const there = new Map(known.map((it) => [keyOf(it), it]))
  const seen = new Set<string>()
  const wrong: FieldError[] = []
  const rows: Row[] = []
  for (const [at, line] of lines.entries()) {
    const { row, wrong: found } = rowOf(choice, line)
    const standing = there.get(keyOf(row))
    const same = standing?.residents === row.residents && standing.source === row.source
    const all = [...found, ...(found.length === 0 && seen.has(keyOf(row)) ? [texts.twice] : []), ...(standing && !same ? [texts.knownOther] : [])]
    seen.add(keyOf(row))
    wrong.push(...all.map((what) => mistake('file', 'line', texts.atLine(at + 2, say(what)))))
    if (all.length === 0 && !standing) rows.push(row)
  }
  if (wrong.length > 0) throw invalid(wrong.length > shownAtMost ? [...wrong.slice(0, shownAtMost), mistake('file', 'more', texts.moreWrong(wrong.length - shownAtMost))] : wrong)
  return rows
}

/** Who keeps the counts, or a provider for itself, brings counts in a file. All of it is kept, or nothing. */
export const countsBrought = act({
  name: 'supported.bring',
  at: '/supported/files',
  page: '/wijken/begeleiding/bestand',
  title: texts.bring,
  submit: texts.bringSubmit,
  audit: 'C',
  input: z.strictObject({ file: upload(1024 * 1024) }),
  form: { file: { as: 'file', label: texts.file, hint: texts.fileHint, accept: '.csv,.txt' } },
  output: z.object({ added: z.int() }),
  find: findGround,
  may: entersCounts,
  about: (_ground, done?: readonly string[]) => done ?? [],
  intro: () => <p>{say(texts.bringIntro)}</p>,
  back: '/wijken/begeleiding',
  run: async (ctx, ground, { file }) => {
    const [providers, known] = await Promise.all([countsFor(ctx), ctx.db.selectFrom('supportCounts').select(['areaId', 'organizationId', 'targetGroupId', 'countedOn', 'residents', 'source']).execute()])
    const rows = rowsIn(file.content, { ...ground, providers, today: dayOf(ctx.now) }, known).map((row) => ({ ...row, municipalityId: ctx.actor.municipalityId, id: randomUUID(), enteredBy: ctx.actor.id, enteredAt: ctx.now }))
    if (rows.length > 0) await ctx.db.insertInto('supportCounts').values(rows).execute()
    return rows.map(({ id }) => id)
  },
  present: (_ctx, ids) => ({ added: ids.length }),
  next: () => '/wijken/begeleiding',
  done: texts.brought,
})
