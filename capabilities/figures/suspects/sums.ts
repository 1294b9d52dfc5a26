import { areaName, countsOf, figure, type Finding, type Flag, grouped, type Known, namedIn, nameOf, sheetsOf } from './known.ts'

/** Groups that together are everybody, so that they make 100%. */
export const wholes: readonly (readonly string[])[] = [['age-0-14', 'age-15-24', 'age-25-44', 'age-45-64', 'age-65-plus'], ['age-0-19', 'age-20-64', 'age-65-plus']]
/** Groups that do not overlap and need not be everybody: together at most 100%. */
const apart: readonly (readonly string[])[] = [['owner-occupied', 'rented']]

/** What rounding can do to one share: half of its last digit, and of a count that was rounded to fives half of that. */
export const roundingOf = (it: Pick<Known, 'value' | 'population'>): number => (Number.isInteger(it.value) ? 0.5 : 0.05) + (it.population ? 250 / it.population : 0)

const shares: Finding = (figures, ground) =>
  sheetsOf(figures).flatMap((sheet) =>
    [...wholes.map((keys) => ({ keys, whole: true })), ...apart.map((keys) => ({ keys, whole: false }))].flatMap(({ keys, whole }): Flag[] => {
      const named = namedIn(sheet)
      const found = keys.map((key) => named.get(key)).filter((it) => it?.unit === 'percent').filter((it) => it !== undefined)
      if (found.length < keys.length) return []
      const sum = found.reduce((total, it) => total + it.value, 0)
      // of a whole that was rounded as well: once more what its parts have
      const slack = found.reduce((total, it) => total + roundingOf(it), 0) + (whole ? Math.max(...found.map((it) => (it.population ? 250 / it.population : 0))) : 0)
      if (sum - 100 <= slack + 1e-9 && (!whole || 100 - sum <= slack + 1e-9)) return []
      const [nl, en] = [figure({ value: sum, unit: 'percent' }).nl, figure({ value: sum, unit: 'percent' }).en]
      const names = { nl: found.map((it) => nameOf(ground, it.key).nl).join(' + '), en: found.map((it) => nameOf(ground, it.key).en).join(' + ') }
      const explanation = sum > 100 ? { nl: `${names.nl} is samen ${nl}. Meer dan 100% kan niet: er telt iemand dubbel.`, en: `${names.en} make ${en} together. Over 100% is impossible: somebody counts twice.` } : { nl: `${names.nl} is samen ${nl}, en geen 100%.`, en: `${names.en} make ${en} together, and not 100%.` }
      return found.map((it) => ({ figureId: it.id, rule: 'sum' as const, explanation }))
    }))

/** Counts of all parts of an area that do not make the count of the area: more than rounding, and more than two percent. */
const counts: Finding = (figures, ground) => {
  const childrenOf = grouped([...ground.areas.values()].filter((it) => it.parentId !== null), (it) => it.parentId ?? '')
  return countsOf(figures).filter(([first]) => ['inhabitants', 'dwellings', 'households'].includes(first?.key ?? '')).flatMap((all) => {
    const ofArea = new Map(all.map((it) => [it.areaId, it]))
    return all.flatMap((whole): Flag[] => {
      const parts = (childrenOf.get(whole.areaId) ?? []).map((it) => ofArea.get(it.id))
      if (parts.length < 2 || parts.includes(undefined)) return []
      const sum = parts.reduce((total, it) => total + (it?.value ?? 0), 0)
      if (Math.abs(sum - whole.value) <= Math.max(5 * (parts.length + 1), whole.value * 0.02)) return []
      const [is, has] = [figure({ value: sum, unit: 'number' }), figure(whole)]
      return [{ figureId: whole.id, rule: 'sum', explanation: { nl: `De delen van ${areaName(ground, whole.areaId)} zijn samen ${is.nl}, maar voor het geheel staat er ${has.nl}.`, en: `The parts of ${areaName(ground, whole.areaId)} make ${is.en} together, but for the whole it says ${has.en}.` } }]
    })
  })
}

/** Shares that do not make a whole, or more than it, and parts of an area that do not make the area. */
export const sums: Finding = (figures, ground) => [...shares(figures, ground), ...counts(figures, ground)]
