import { boundariesIn, type Boundary } from './boundaries.ts'
import { type Candidate, candidatesIn, type RefusedCell } from './candidates.ts'
import type { KnownIndicator } from './measures.ts'
import type { ImportRecord, Standing } from './record.ts'
import { codeIn } from './reading.ts'
import { refusals } from './refusals.ts'

/** One figure that taking a file in adds or changes; `was` is what stands there now. */
export type PlannedFigure = Candidate & { was: Standing | null }
/** What taking a file in would do. Made again at the moment itself, so that what happens is what was true then. */
export type Plan = {
  added: PlannedFigure[]
  changed: PlannedFigure[]
  unchanged: number
  refused: RefusedCell[]
  /** areas in the file that we do not have; they are made, or their rows are left out */
  unknownAreas: { code: string; name: string }[]
  indicators: KnownIndicator[]
  /** codes of areas of which the file says that their boundary is another one since this year */
  breaks: string[]
  empty: string[]
  unused: string[]
  boundaries: { added: Boundary[]; changed: Boundary[] }
}

const nothing: Plan = { added: [], changed: [], unchanged: 0, refused: [], unknownAreas: [], indicators: [], breaks: [], empty: [], unused: [], boundaries: { added: [], changed: [] } }

/** The column that says whether an area is another one than the year before; 3 is another boundary. */
const changeColumn = (header: readonly string[]): number => header.findIndex((it) => it === 'ind_wbi' || /^IndelingswijzigingGemeenteWijkBuurt/.test(it))

const sameFigure = (it: Candidate, was: Standing): boolean => it.state === was.state && it.value === was.value && (it.population ?? was.population) === was.population

function planFigures(record: ImportRecord): Plan {
  const { header, ground, mapping, shape, makeAreas } = record
  const rows = record.rows as (string | number | null)[][]
  const code = rows.length === 0 ? -1 : header.findIndex((_, column) => rows.every((row) => codeIn(row[column]) !== undefined))
  const found = candidatesIn({ shape: shape as 'table', header, rows, code }, mapping, ground.indicators)
  const nameColumn = header.findIndex((it) => /^(regio|name|naam|statnaam|gebied|wijken en buurten|gemeentenaam_1)$/i.test(it))
  const unknownAreas = rows.flatMap((row) => {
    const own = codeIn(row[code]) ?? ''
    return ground.areaOf.has(own) ? [] : [{ code: own, name: String(row[nameColumn] ?? own).trim() }]
  })
  const known = (it: { code: string }): boolean => ground.areaOf.has(it.code) || makeAreas
  const unitOf = new Map(ground.indicators.map((it) => [it.key, it]))
  const otherUnit = (it: Candidate): boolean => {
    const [ours, theirs] = [unitOf.get(it.indicator)?.unit, found.known.get(it.indicator)?.unit]
    return ours !== undefined && theirs !== undefined && ours !== theirs
  }
  const standing = new Map(record.standing.map((it) => [`${it.areaId} ${it.indicatorId}`, it]))
  const plan: Plan = { ...nothing, added: [], changed: [], refused: found.refused.filter(known), unknownAreas, empty: found.empty, unused: found.unused }
  for (const it of found.candidates) {
    if (!known(it)) continue
    if (otherUnit(it)) {
      plan.refused.push({ code: it.code, column: it.column, raw: String(it.value ?? ''), reason: refusals.otherUnit })
      continue
    }
    const was = standing.size === 0 ? null : (standing.get(`${ground.areaOf.get(it.code)} ${unitOf.get(it.indicator)?.id}`) ?? null)
    if (!was) plan.added.push({ ...it, was })
    else if (sameFigure(it, was)) plan.unchanged++
    else plan.changed.push({ ...it, was })
  }
  const needed = new Set([...plan.added, ...plan.changed].map((it) => it.indicator))
  const change = changeColumn(header)
  return {
    ...plan,
    indicators: [...found.known.values()].filter((it) => needed.has(it.key) && !unitOf.has(it.key)),
    breaks: change < 0 ? [] : rows.flatMap((row) => (String(row[change]).trim() === '3' && known({ code: codeIn(row[code]) ?? '' }) ? [codeIn(row[code]) ?? ''] : [])),
  }
}

function planBoundaries({ rows, ground, outlines, makeAreas }: ImportRecord): Plan {
  const { boundaries, refused } = boundariesIn(rows, true)
  const standing = new Map(outlines.map((it) => [it.areaId, JSON.stringify(sorted(it.geometry))]))
  const known = boundaries.filter((it) => ground.areaOf.has(it.code) || makeAreas)
  const kept = (it: Boundary): string | undefined => standing.get(ground.areaOf.get(it.code) ?? '')
  return {
    ...nothing,
    refused: refused.map(({ code }) => ({ code, column: 'geometry', raw: '', reason: refusals.outline })),
    unknownAreas: boundaries.filter((it) => !ground.areaOf.has(it.code)).map(({ code, name }) => ({ code, name: name ?? code })),
    boundaries: { added: known.filter((it) => kept(it) === undefined), changed: known.filter((it) => kept(it) !== undefined && kept(it) !== JSON.stringify(sorted(it.geometry))) },
    unchanged: known.filter((it) => kept(it) === JSON.stringify(sorted(it.geometry))).length,
  }
}

const sorted = (geometry: unknown): unknown => ({ type: (geometry as { type: string }).type, coordinates: (geometry as { coordinates: unknown }).coordinates })

const made = new WeakMap<ImportRecord, Plan>()

/** What taking this file in would do now. Made once for a record as it was found: whoever shows a file asks it several times. */
export function planOf(record: ImportRecord): Plan {
  const plan = made.get(record) ?? (record.shape === 'boundaries' ? planBoundaries(record) : planFigures(record))
  made.set(record, plan)
  return plan
}
