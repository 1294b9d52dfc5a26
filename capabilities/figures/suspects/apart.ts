import { figure, type Finding, type Flag, type Ground, grouped, type Known, seriesOf } from './known.ts'

/** What a figure may change in one year before somebody asks why. Counts and amounts as a factor, of at least so much; shares and scores in points. */
export const jumps = { factor: { number: 1.5, euro: 1.3 }, least: { number: 200, euro: 1000 }, points: { percent: 10, score: 1 }, yearsAtMost: 3 } as const

/** How far chance alone carries a share of a group of this size, in points: three times its standard error, twice. */
const chance = (it: Known, before: Known): number => (it.unit === 'percent' && it.population ? 3 * Math.SQRT2 * 100 * Math.sqrt(((before.value / 100) * Math.max(0, 1 - before.value / 100)) / it.population) : 0)

/** Is this more than a figure changes in so many years? */
export function jumped(before: Known, it: Known): boolean {
  const years = Math.min(jumps.yearsAtMost, Math.max(1, (it.year ?? 0) - (before.year ?? 0)))
  if (it.unit === 'percent' || it.unit === 'score') return Math.abs(it.value - before.value) > Math.max(jumps.points[it.unit] * years, chance(it, before))
  const [low, high] = [Math.min(it.value, before.value), Math.max(it.value, before.value)]
  return high >= jumps.least[it.unit] && high > low * jumps.factor[it.unit] ** years
}

const cutBetween = ({ cuts }: Ground, before: Known, it: Known): boolean =>
  cuts.some((cut) => (cut.areaId === null || cut.areaId === it.areaId) && (cut.key === null || cut.key === it.key) && cut.year > (before.year ?? 0) && cut.year <= (it.year ?? 0))

/** A change from one year to the next that is too large to be true, of one publisher, without another boundary or definition in between. */
export const jump: Finding = (figures, ground) =>
  seriesOf(figures).flatMap((all) => [...grouped(all.filter((it) => it.year !== null), (it) => it.publisher).values()]).flatMap((row): Flag[] => {
    const years = row.sort((one, other) => (one.year ?? 0) - (other.year ?? 0))
    return years.flatMap((it, index): Flag[] => {
      const before = years[index - 1]
      if (!before || before.year === it.year || !jumped(before, it) || cutBetween(ground, before, it)) return []
      const [was, is] = [figure(before), figure(it)]
      return [{ figureId: it.id, rule: 'jump', explanation: { nl: `In ${before.year} was het ${was.nl}, in ${it.year} ${is.nl}. Zo'n sprong is onwaarschijnlijk.`, en: `In ${before.year} it was ${was.en}, in ${it.year} ${is.en}. Such a jump is unlikely.` } }]
    })
  })

/** How far figures of one thing may be apart when two places of one year give it. */
const apartAtMost = { percent: (value: number) => Math.max(1, value * 0.02), score: () => 0.1, number: (value: number) => Math.max(5, value * 0.02), euro: (value: number) => value * 0.02 }

/** Two sections or sources that give another figure for the same thing, place and year; perceptions differ by how they are asked, so those are left. */
export const contradiction: Finding = (figures) =>
  seriesOf(figures).flatMap((all) => [...grouped(all.filter((it) => it.year !== null && it.kind === 'fact'), (it) => String(it.year)).values()]).flatMap((all): Flag[] => {
    return all.flatMap((it): Flag[] => {
      const other = all.find((one) => one !== it && Math.abs(one.value - it.value) > apartAtMost[it.unit](Math.max(it.value, one.value)))
      if (!other) return []
      const there = figure(other)
      const where = other.sourceId === it.sourceId ? { nl: 'Op een andere plaats in dezelfde bron', en: 'In another place of the same source' } : { nl: `Bij ${other.publisher}`, en: `With ${other.publisher}` }
      return [{ figureId: it.id, rule: 'contradiction', explanation: { nl: `${where.nl} staat voor hetzelfde jaar ${there.nl}.`, en: `${where.en} it says ${there.en} for the same year.` } }]
    })
  })
