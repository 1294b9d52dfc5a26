import type { Text } from '../../../platform/texts.ts'

/** A figure that is known exactly, with all that tells whether it can be right. */
export type Known = { id: string; areaId: string; key: string; unit: 'number' | 'percent' | 'euro' | 'score'; kind: 'fact' | 'estimate' | 'perception'; year: number | null; sourceId: string; publisher: string; value: number; population: number | null }
export type KnownArea = { id: string; parentId: string | null; name: string }
/** From this year on the area or the indicator is another one, so figures on either side need not be alike. */
export type Cut = { areaId: string | null; key: string | null; year: number }
export type Ground = { areas: ReadonlyMap<string, KnownArea>; names: ReadonlyMap<string, Text>; cuts: readonly Cut[] }

export type Rule = 'identical' | 'persons-per-home' | 'part-over-whole' | 'sum' | 'jump' | 'contradiction'
/** A figure that can hardly be right, with the reason in words. */
export type Flag = { figureId: string; rule: Rule; explanation: Text }
export type Finding = (figures: readonly Known[], ground: Ground) => Flag[]

/** Groups in the order in which they come. */
export function grouped<T>(all: readonly T[], keyOf: (it: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const it of all) {
    const key = keyOf(it)
    const group = groups.get(key)
    if (group) group.push(it)
    else groups.set(key, [it])
  }
  return groups
}

/** Groups that have all of these in common, in the order in which they come. Figures are many: words put together for each of them would cost more than what is asked of them. */
function together(all: readonly Known[], ...by: ((it: Known) => unknown)[]): Known[][] {
  const [groups, first]: [Known[][], Map<unknown, unknown>] = [[], new Map()]
  for (const it of all) {
    let level = first
    for (let at = 0; at < by.length - 1; at++) {
      const key = by[at]!(it)
      let next = level.get(key) as Map<unknown, unknown> | undefined
      if (!next) {
        next = new Map()
        level.set(key, next)
      }
      level = next
    }
    const key = by.at(-1)!(it)
    let group = level.get(key) as Known[] | undefined
    if (!group) {
      group = []
      level.set(key, group)
      groups.push(group)
    }
    group.push(it)
  }
  return groups
}

/** The same for every rule that asks for it: each figure is put in its place once. */
const shared = <T>(make: (figures: readonly Known[]) => T) => {
  const made = new WeakMap<readonly Known[], T>()
  return (figures: readonly Known[]): T => {
    const found = made.get(figures) ?? make(figures)
    made.set(figures, found)
    return found
  }
}

const [sourceOf, yearOf, keyOf, areaOf] = [(it: Known) => it.sourceId, (it: Known) => it.year, (it: Known) => it.key, (it: Known) => it.areaId]

/** What one source gives for one area in one year. */
export const sheetsOf = shared((figures) => together(figures, sourceOf, yearOf, areaOf))
/** Counts of one thing over all areas, in one year from one source. */
export const countsOf = shared((figures) => together(figures.filter((it) => it.unit === 'number'), sourceOf, yearOf, keyOf))
/** What is known of one thing in one area, over all years and sources, where that is more than one figure. */
export const seriesOf = shared((figures) => together(figures, keyOf, areaOf).filter((all) => all.length > 1))
/** A sheet by what its figures are about: the first of each. */
export const namedIn = shared((sheet) => {
  const named = new Map<string, Known>()
  for (const it of sheet) if (!named.has(it.key)) named.set(it.key, it)
  return named
})

// Made once: making one takes longer than everything else that is done with a figure.
const numbers = { nl: new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 1 }), en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 }) }
const plain = (value: number, language: 'nl' | 'en'): string => numbers[language].format(value)
/** A figure in the words of an explanation. */
export const figure = (it: Pick<Known, 'value' | 'unit'>): Text => {
  const words = (language: 'nl' | 'en'): string => `${it.unit === 'euro' ? '€ ' : ''}${plain(it.value, language)}${it.unit === 'percent' ? '%' : ''}`
  return { nl: words('nl'), en: words('en') }
}

/** The name of an area or an indicator; the key where there is none. */
export const areaName = ({ areas }: Ground, id: string): string => areas.get(id)?.name ?? id
export const nameOf = ({ names }: Ground, key: string): Text => names.get(key) ?? { nl: key, en: key }
