import type { Text } from '../../platform/texts.ts'
import { type Decimals, readCell } from './cells.ts'
import { cbsMeasures, healthMeasures, type KnownIndicator, type Measure, type Names } from './measures.ts'
import { codeIn, type Content } from './reading.ts'
import { noOutcome, refusals } from './refusals.ts'

/** What a column of a table is: an indicator, how many are in its group, and by what its figures are multiplied. */
export type ColumnMapping = { indicator: string; group?: string; factor?: number }
export type Mapping = { decimals?: Decimals; columns?: Record<string, ColumnMapping> }

/** A figure that a file has for one area, by the key of its indicator. */
export type Candidate = { code: string; indicator: string; state: 'known' | 'missing' | 'suppressed'; value: number | null; population: number | null; column: string }
/** A cell that is not taken, with the reason. */
export type RefusedCell = { code: string; column: string; raw: string; reason: Text }
export type Candidates = { candidates: Candidate[]; refused: RefusedCell[]; /** columns with no figure at all for our areas, as in provisional files */ empty: string[]; /** columns of the file from which nothing is taken */ unused: string[]; known: Map<string, KnownIndicator> }

/** How one indicator is made of the columns of this file. */
type Recipe = { indicator: string; unit: 'number' | 'percent' | 'euro' | 'score'; top: number[]; bottom: number[]; factor: number; group: number | null; column: string }
export type IndicatorUnit = { key: string; unit: Recipe['unit'] }

/** Where a column stands: by its name, or by its name without the number that OData puts behind it, which differs by year. */
export function columnFinder(header: readonly string[], numbered: boolean): (names: Names) => number {
  const places = new Map<string, number>()
  for (const [index, name] of header.entries()) places.set(name, index)
  if (numbered) for (const [index, name] of header.entries()) if (!places.has(name.replace(/_\d+$/, ''))) places.set(name.replace(/_\d+$/, ''), index)
  return (names) => names.map((name) => places.get(name)).find((it) => it !== undefined) ?? -1
}

function measured({ indicator, top, bottom, factor, group }: Measure, at: (names: Names) => number, header: readonly string[]): Recipe[] {
  const [over, under] = [top.map(at), (bottom ?? []).map(at)]
  if ([...over, ...under].includes(-1)) return []
  const place = group ? at(group) : -1
  return [{ indicator: indicator.key, unit: indicator.unit, top: over, bottom: under, factor: factor ?? 1, group: place < 0 ? null : place, column: top.map((names) => header[at(names)]).join(' + ') }]
}

function mapped({ columns = {} }: Mapping, header: readonly string[], units: readonly IndicatorUnit[]): Recipe[] {
  return Object.entries(columns).flatMap(([column, it]): Recipe[] => {
    const [place, unit] = [header.indexOf(column), units.find(({ key }) => key === it.indicator)?.unit]
    const group = it.group === undefined ? -1 : header.indexOf(it.group)
    return place < 0 || !unit ? [] : [{ indicator: it.indicator, unit, top: [place], bottom: [], factor: it.factor ?? 1, group: group < 0 ? null : group, column }]
  })
}

type Made = { state: 'known'; value: number; population: number | null } | { state: 'missing' | 'suppressed' } | { state: 'wrong'; raw: string; reason: Text }

const [none, hidden]: [Made, Made] = [{ state: 'missing' }, { state: 'suppressed' }]

const whyNoNumber = (raw: string): Text => (raw === noOutcome ? refusals.noOutcome : /^#[A-ZÀ-Ý/0-9]+[!?]?$/.test(raw) ? refusals.failed : /^\d{4}-\d{2}-\d{2}/.test(raw) ? refusals.day : refusals.noNumber)

/** What the cells of one column hold, row by row: a number, or NaN with the reason. */
type Column = { values: Float64Array; states: Uint8Array }
const [known, missing, suppressed, wrong] = [0, 1, 2, 3] as const
const numbered = { known, missing, suppressed, wrong } as const

function columnOf(rows: readonly (readonly unknown[])[], place: number, decimals: Decimals): Column {
  const column = { values: new Float64Array(rows.length), states: new Uint8Array(rows.length) }
  for (let at = 0; at < rows.length; at++) {
    const read = readCell(rows[at]?.[place], decimals)
    column.states[at] = numbered[read.state]
    column.values[at] = read.state === 'known' ? read.value : Number.NaN
  }
  return column
}

/** Columns in which many indicators look, as the number of inhabitants: each is read once. */
function columnsOf(rows: readonly (readonly unknown[])[], decimals: Decimals): (place: number) => Column {
  const read = new Map<number, Column>()
  return (place) => {
    const column = read.get(place) ?? columnOf(rows, place, decimals)
    read.set(place, column)
    return column
  }
}

/** Cells of several columns added up, row by row: the sums, what stands in the way of each (the worst of it), and which column that is. */
function summed(places: readonly number[], column: (place: number) => Column, length: number): Column & { at: Uint32Array } {
  const all = { values: new Float64Array(length), states: new Uint8Array(length), at: new Uint32Array(length) }
  for (const place of places) {
    const { values, states } = column(place)
    for (let at = 0; at < length; at++) {
      const state = states[at]!
      if (state === known) all.values[at]! += values[at]!
      else if (state > all.states[at]!) {
        all.states[at] = state
        all.at[at] = place
      }
    }
  }
  return all
}

/** What one indicator comes to in every row. */
function madeOf(recipe: Recipe, rows: readonly (readonly unknown[])[], column: (place: number) => Column): Made[] {
  const share = recipe.bottom.length > 0
  const [over, under] = [summed(recipe.top, column, rows.length), share ? summed(recipe.bottom, column, rows.length) : undefined]
  const group = recipe.group === null ? undefined : column(recipe.group)
  const raw = (at: number, place: number): string => String(rows[at]?.[place]).trim()
  return rows.map((_, at): Made => {
    const worst = Math.max(over.states[at]!, under?.states[at] ?? known)
    if (worst === wrong) {
      const cell = raw(at, over.states[at] === wrong ? over.at[at]! : (under?.at[at] ?? 0))
      return { state: 'wrong', raw: cell, reason: whyNoNumber(cell) }
    }
    const [sum, whole] = [over.values[at]!, under?.values[at] ?? 0]
    if (worst !== known) return worst === suppressed ? hidden : none
    if (share && whole === 0) return none // a share of nobody is no figure
    const value = share ? (100 * sum) / whole : sum * recipe.factor
    if (recipe.unit === 'percent' && value > 100 + 1e-9) return { state: 'wrong', raw: raw(at, recipe.top[0] ?? 0), reason: share ? refusals.partOverWhole : refusals.over100 }
    if (value < 0 && recipe.unit !== 'score') return { state: 'wrong', raw: raw(at, recipe.top[0] ?? 0), reason: refusals.below0 }
    const size = group?.values[at] ?? 0 // NaN is no size either
    return { state: 'known', value: share ? Math.round(value * 10) / 10 : rounded(value), population: size > 0 ? Math.round(size) : null }
  })
}

/** Six digits behind the comma: what calculating with fractions leaves is no news at the next import. Of a share of rounded counts one digit says enough. */
const rounded = (value: number): number => Math.round(value * 1e6) / 1e6

/** All figures that a file has for areas with these codes. A column without one figure for us gives none: it is not there yet. */
export function candidatesIn(content: Pick<Content, 'shape' | 'header' | 'rows' | 'code'>, mapping: Mapping, units: readonly IndicatorUnit[]): Candidates {
  const { shape, header, rows } = content
  const measures = shape === 'health' ? healthMeasures : shape === 'table' ? [] : cbsMeasures
  const at = columnFinder(header, shape !== 'table')
  const recipes = shape === 'table' ? mapped(mapping, header, units) : measures.flatMap((it) => measured(it, at, header))
  const decimals = shape === 'table' ? (mapping.decimals ?? 'either') : 'either'
  const result: Candidates = { candidates: [], refused: [], empty: [], unused: [], known: new Map(measures.map(({ indicator }) => [indicator.key, indicator])) }
  const codes = rows.map((row) => codeIn(row[content.code]) ?? '')
  const column = columnsOf(rows, decimals)
  for (const recipe of recipes) {
    const made = madeOf(recipe, rows, column)
    if (made.every((it) => it.state === 'missing')) result.empty.push(recipe.column)
    else
      for (const [place, it] of made.entries()) {
        const code = codes[place] ?? ''
        if (it.state === 'wrong') result.refused.push({ code, column: recipe.column, raw: it.raw, reason: it.reason })
        else result.candidates.push({ code, indicator: recipe.indicator, state: it.state, value: it.state === 'known' ? it.value : null, population: it.state === 'known' ? it.population : null, column: recipe.column })
      }
  }
  const used = new Set(recipes.flatMap((it) => [...it.top, ...it.bottom, ...(it.group === null ? [] : [it.group])]))
  result.unused = header.filter((_, index) => !used.has(index) && index !== content.code)
  return result
}
