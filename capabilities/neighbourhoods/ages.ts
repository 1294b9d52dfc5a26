import type { ShownArea, ShownLine } from './shown.ts'

/** A group of ages with its line. `until` is null for the last one, which has no end. */
export type AgeGroup = { from: number; until: number | null; line: ShownLine }
/** How the residents of an area are divided by age, youngest first: groups of one year and one source that lie beside each other. */
export type Ages = { groups: readonly AgeGroup[]; year: number | null; source: number; doubtful: boolean }

const ageKey = /^age-(\d{1,3})-(\d{1,3}|plus)$/

const groupsIn = (lines: readonly ShownLine[]): AgeGroup[] =>
  lines.flatMap((line) => {
    const [, from, until] = ageKey.exec(line.indicator) ?? []
    return from && until && line.unit === 'percent' && line.own.value !== null && !line.over ? [{ from: Number(from), until: until === 'plus' ? null : Number(until), line }] : []
  })

/** From birth on, each group where the one before ended, as finely as they are there; nothing when a piece is missing, because what is missing is not zero. */
function whole(groups: readonly AgeGroup[], from = 0): AgeGroup[] | undefined {
  const fitting = groups.filter((it) => it.from === from).sort((one, other) => (one.until ?? 999) - (other.until ?? 999))
  for (const it of fitting) {
    if (it.until === null) return [it]
    const rest = it.until >= from ? whole(groups, it.until + 1) : undefined
    if (rest) return [it, ...rest]
  }
  return undefined
}

/** The latest complete division by age that an area has; undefined when no source has one. */
export function agesOf({ lines }: Pick<ShownArea, 'lines'>): Ages | undefined {
  const editions = new Map<string, AgeGroup[]>()
  for (const it of groupsIn(lines)) editions.set(`${it.line.year} ${it.line.source}`, [...(editions.get(`${it.line.year} ${it.line.source}`) ?? []), it])
  const found = [...editions.values()].flatMap((groups) => {
    const all = whole(groups)
    return all && all.length > 1 ? [all] : []
  })
  const [latest] = found.sort((one, other) => (other[0]?.line.year ?? 0) - (one[0]?.line.year ?? 0) || other.length - one.length)
  const first = latest?.[0]?.line
  return latest && first ? { groups: latest, year: first.year, source: first.source, doubtful: latest.some(({ line }) => line.own.doubtful) } : undefined
}
