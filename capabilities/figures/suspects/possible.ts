import { areaName, countsOf, figure, type Finding, type Flag, type Ground, type Known, namedIn, nameOf, sheetsOf } from './known.ts'

/** Fewer than this live in empty new houses only, more in homes for students, patients or asylum seekers only; the country has 2.1. */
export const personsPerHome = { least: 0.8, most: 5, homes: 50 } as const

/** How many people live in a home on average, where both are known: outside these limits one of the two is wrong or it is no ordinary neighbourhood. */
export const persons: Finding = (figures) =>
  sheetsOf(figures).flatMap((sheet): Flag[] => {
    const [people, homes] = ['inhabitants', 'dwellings'].map((key) => namedIn(sheet).get(key))
    if (!people || !homes || homes.value < personsPerHome.homes) return []
    const each = people.value / homes.value
    if (each >= personsPerHome.least && each <= personsPerHome.most) return []
    const { nl, en } = figure({ value: each, unit: 'number' })
    const explanation = { nl: `In elke woning zouden dan ${nl} mensen wonen. Dat kan bijna niet, of er staat een groot tehuis.`, en: `Then ${en} people would live in each home. That is hardly possible, unless there is a large institution.` }
    return [people, homes].map((it) => ({ figureId: it.id, rule: 'persons-per-home' as const, explanation }))
  })

/** Groups that are a part of another group with the same base. */
const parts: readonly (readonly [part: string, whole: string])[] = [
  ['age-75-plus', 'age-65-plus'], ['housing-corporation', 'rented'], ['very-lonely-older', 'lonely-older'], ['very-lonely-adults', 'lonely-adults'], ['households', 'inhabitants'],
]
const rounding = (it: Known): number => (it.unit === 'percent' ? (Number.isInteger(it.value) ? 0.5 : 0.05) : it.value % 5 === 0 ? 2.5 : 0)
const over = (part: Known, whole: Known): boolean => part.value - whole.value > rounding(part) + rounding(whole)

function partOf(part: Known, whole: Known, words: { nl: string; en: string }): Flag[] {
  const figures = [figure(part), figure(whole)] as const
  const explanation = { nl: `Het deel is groter dan het geheel: ${words.nl} (${figures[0].nl} en ${figures[1].nl}).`, en: `The part is larger than its whole: ${words.en} (${figures[0].en} and ${figures[1].en}).` }
  return [part, whole].map((it) => ({ figureId: it.id, rule: 'part-over-whole' as const, explanation }))
}

const older = (people: Known, share: Known): Known => ({ ...people, id: share.id, key: share.key, value: (people.value * share.value) / 100 })

function inGroups(sheet: readonly Known[], ground: Ground): Flag[] {
  const named = namedIn(sheet)
  return parts.flatMap(([one, other]) => {
    const [part, whole] = [named.get(one), named.get(other)]
    if (!part || !whole || !over(part, whole)) return []
    const names = [nameOf(ground, one), nameOf(ground, other)] as const
    return partOf(part, whole, { nl: `"${names[0].nl}" hoort binnen "${names[1].nl}" te vallen`, en: `"${names[0].en}" should be within "${names[1].en}"` })
  })
}

/** A part of a group that is larger than the group, an area that has more than what it lies in, or more lonely older people than older people. */
export const partOverWhole: Finding = (figures, ground) => {
  const groups = sheetsOf(figures).flatMap((sheet) => inGroups(sheet, ground))
  const areas = countsOf(figures).flatMap((all) => {
    const ofArea = new Map(all.map((it) => [it.areaId, it]))
    return all.flatMap((it) => {
      const whole = ofArea.get(ground.areas.get(it.areaId)?.parentId ?? '')
      return whole && over(it, whole) ? partOf(it, whole, { nl: `${areaName(ground, it.areaId)} ligt in ${areaName(ground, whole.areaId)}`, en: `${areaName(ground, it.areaId)} lies in ${areaName(ground, whole.areaId)}` }) : []
    })
  })
  return [...groups, ...areas, ...tooManyOlder(figures, ground)]
}

/** The latest count and share of the area itself, or else the sum over its parts; years apart matter little beside a count twice as large. */
function olderPeople(areaId: string, figures: readonly Known[], ground: Ground): number | undefined {
  const latest = (key: string): Known | undefined => figures.filter((it) => it.areaId === areaId && it.key === key).sort((a, b) => (b.year ?? 0) - (a.year ?? 0))[0]
  const [people, share] = [latest('inhabitants'), latest('age-65-plus')]
  if (people && share) return older(people, share).value
  const below = [...ground.areas.values()].filter((it) => it.parentId === areaId).map((it) => olderPeople(it.id, figures, ground))
  return below.length > 0 && below.every((it) => it !== undefined) ? below.reduce((sum, it) => sum + it, 0) : undefined
}

const tooManyOlder = (figures: readonly Known[], ground: Ground): Flag[] =>
  figures.filter((it) => it.key === 'lonely-older-count').flatMap((it) => {
    const count = olderPeople(it.areaId, figures, ground)
    return count !== undefined && it.value > count * 1.1 ? [{ figureId: it.id, rule: 'part-over-whole' as const, explanation: { nl: `Er wonen hier ongeveer ${Math.round(count).toLocaleString('nl-NL')} mensen van 65 jaar en ouder. Zoveel eenzame ouderen kunnen er niet zijn.`, en: `About ${Math.round(count).toLocaleString('en-GB')} people aged 65 and over live here. There cannot be so many lonely older people.` } }] : []
  })
