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

/** The same groups for every rule that asks for them: each figure is put in its place once. */
const shared = (make: (figures: readonly Known[]) => Map<string, Known[]>) => {
  const made = new WeakMap<readonly Known[], Map<string, Known[]>>()
  return (figures: readonly Known[]): Map<string, Known[]> => {
    const groups = made.get(figures) ?? make(figures)
    made.set(figures, groups)
    return groups
  }
}

/** One year from one source. */
export const editionOf = (it: Known): string => `${it.year} ${it.sourceId}`
/** One area in one year from one source. */
export const sheetOf = (it: Known): string => `${it.areaId} ${editionOf(it)}`

/** What one source gives for one area in one year. */
export const sheetsOf = shared((figures) => grouped(figures, sheetOf))
/** Counts of one thing over all areas, in one year from one source. */
export const countsOf = shared((figures) => grouped(figures.filter((it) => it.unit === 'number'), (it) => `${it.key} ${editionOf(it)}`))
/** What is known of one thing in one area, over all years and sources. */
export const seriesOf = shared((figures) => grouped(figures, (it) => `${it.areaId} ${it.key}`))

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
