import { areaName, type Finding, type Flag, type Ground, grouped, type Known, sheetsOf } from './known.ts'

/** Does one of these areas lie in the other? Then equal figures are what one expects. */
function within({ areas }: Ground, one: string, other: string): boolean {
  for (const [low, high] of [[one, other], [other, one]] as const)
    for (let id: string | null = areas.get(low)?.parentId ?? null; id; id = areas.get(id)?.parentId ?? null) if (id === high) return true
  return false
}

const ages = (it: Known): boolean => it.key.startsWith('age-') && it.unit === 'percent'
/** A count that is large enough not to be the same by chance; counts are often rounded to fives. */
const telling = (it: Known): boolean => it.unit === 'number' && it.value >= 1000
const setOf = (sheet: readonly Known[]): string => sheet.map((it) => `${it.key}=${it.value}`).sort().join(' ')

function flagged(one: Known, other: Known, ground: Ground, forAges: boolean): Flag {
  const there = areaName(ground, other.areaId)
  const explanation = forAges
    ? { nl: `${there} heeft in dezelfde bron precies dezelfde verdeling over leeftijden. Dat is onwaarschijnlijk.`, en: `In the same source ${there} has exactly the same distribution of ages. That is unlikely.` }
    : { nl: `In dezelfde bron staat bij ${there} precies hetzelfde aantal. Dat is onwaarschijnlijk.`, en: `The same source has exactly the same number for ${there}. That is unlikely.` }
  return { figureId: one.id, rule: 'identical', explanation }
}

/** Sheets on which the same ages stand as on another one, elsewhere. */
function ofAges(sheets: readonly Known[][], ground: Ground): Flag[] {
  const own = sheets.map((sheet) => sheet.filter(ages)).filter((all) => all.length > 0)
  return [...grouped(own.filter((all) => all.length > 2), setOf).values()].flatMap((same) => same.flatMap((all): Flag[] => {
    const other = same.find((it) => it !== all && !within(ground, it[0]?.areaId ?? '', all[0]?.areaId ?? ''))?.[0]
    // whole percentages of few groups are often the same by chance in a long list, so that list must be short or the figures fine
    return other && (sheets.length <= 20 || all.some((it) => !Number.isInteger(it.value))) ? all.map((it) => flagged(it, other, ground, true)) : []
  }))
}

/** Counts that another area has exactly as well. */
function ofCounts(sheets: readonly Known[][], ground: Ground): Flag[] {
  const countsOf = new Map(sheets.map((sheet) => [sheet[0]?.areaId, sheet.filter(telling)]))
  const all = [...countsOf.values()].flat()
  // Each kind of count by itself: people are often rounded to fives where homes beside them are not.
  const exact = new Set(all.filter((it) => it.value % 5 !== 0).map((it) => it.key))
  const counts = grouped(all, (it) => `${it.key} ${it.value}`)
  const twice = (it: Known, other: Known): boolean => (countsOf.get(it.areaId) ?? []).some((one) => one.key !== it.key && (countsOf.get(other.areaId) ?? []).some((two) => two.key === one.key && two.value === one.value))
  return all.flatMap((it) => {
    const other = counts.get(`${it.key} ${it.value}`)?.find((one) => one.areaId !== it.areaId && !within(ground, one.areaId, it.areaId) && (exact.has(it.key) || twice(it, one)))
    return other ? [flagged(it, other, ground, false)] : []
  })
}

/** The same exact count of a thousand or more, not rounded to fives, or two such counts that may be; or a whole distribution of ages that is the same. */
export const identical: Finding = (figures, ground) =>
  [...grouped(sheetsOf(figures), (sheet) => `${sheet[0]?.year} ${sheet[0]?.sourceId}`).values()].flatMap((whole) => {
    const sheets = whole.filter((sheet) => sheet.some((it) => ages(it) || telling(it)))
    return [...ofAges(sheets, ground), ...ofCounts(sheets, ground)]
  })
