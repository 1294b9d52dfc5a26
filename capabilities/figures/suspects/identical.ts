import { areaName, editionOf, type Finding, type Flag, type Ground, grouped, type Known, sheetsOf } from './known.ts'

/** Does one of these areas lie in the other? Then equal figures are what one expects. */
function within({ areas }: Ground, one: string, other: string): boolean {
  for (const [low, high] of [[one, other], [other, one]] as const)
    for (let id: string | null = areas.get(low)?.parentId ?? null; id; id = areas.get(id)?.parentId ?? null) if (id === high) return true
  return false
}

const ages = (it: Known): boolean => it.key.startsWith('age-') && it.unit === 'percent'
/** A count that is large enough not to be the same by chance; counts are often rounded to fives. */
const telling = (it: Known): boolean => it.unit === 'number' && it.value >= 1000
const setOf = (sheet: readonly Known[], which: (it: Known) => boolean): string => sheet.filter(which).map((it) => `${it.key}=${it.value}`).sort().join(' ')

function flagged(one: Known, other: Known, ground: Ground, ofAges: boolean): Flag {
  const there = areaName(ground, other.areaId)
  const explanation = ofAges
    ? { nl: `${there} heeft in dezelfde bron precies dezelfde verdeling over leeftijden. Dat is onwaarschijnlijk.`, en: `In the same source ${there} has exactly the same distribution of ages. That is unlikely.` }
    : { nl: `In dezelfde bron staat bij ${there} precies hetzelfde aantal. Dat is onwaarschijnlijk.`, en: `The same source has exactly the same number for ${there}. That is unlikely.` }
  return { figureId: one.id, rule: 'identical', explanation }
}

/** The same exact count of a thousand or more, not rounded to fives, or two such counts that may be; or a whole distribution of ages that is the same. */
export const identical: Finding = (figures, ground) => {
  const flags: Flag[] = []
  for (const whole of grouped([...sheetsOf(figures).values()].filter((sheet) => sheet.length > 0), (sheet) => editionOf(sheet[0]!)).values()) {
    const sheets = whole.map((sheet) => sheet.filter((it) => ages(it) || telling(it))).filter((sheet) => sheet.length > 0)
    const edition = sheets.flat()
    const rounded = edition.filter(telling).every((it) => it.value % 5 === 0)
    const buckets = grouped(sheets.filter((sheet) => sheet.filter(ages).length > 2), (sheet) => setOf(sheet, ages))
    for (const [, same] of buckets) for (const sheet of same) {
      const other = same.find((it) => it !== sheet && !within(ground, it[0]?.areaId ?? '', sheet[0]?.areaId ?? ''))?.[0]
      // whole percentages of few groups are often the same by chance in a long list, so that list must be short or the figures fine
      if (other && (sheets.length <= 20 || sheet.filter(ages).some((it) => !Number.isInteger(it.value)))) flags.push(...sheet.filter(ages).map((it) => flagged(it, other, ground, true)))
    }
    const counts = grouped(edition.filter(telling), (it) => `${it.key} ${it.value}`)
    const countsOf = grouped(edition.filter(telling), (it) => it.areaId)
    for (const it of edition.filter(telling)) {
      const others = (counts.get(`${it.key} ${it.value}`) ?? []).filter((one) => one !== it && one.areaId !== it.areaId && !within(ground, one.areaId, it.areaId))
      const twice = (other: Known): boolean => (countsOf.get(it.areaId) ?? []).some((one) => one.key !== it.key && (countsOf.get(other.areaId) ?? []).some((two) => two.key === one.key && two.value === one.value))
      const other = others.find((one) => !rounded || twice(one))
      if (other) flags.push(flagged(it, other, ground, false))
    }
  }
  return flags
}
