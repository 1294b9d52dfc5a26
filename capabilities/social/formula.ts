/** The parts of the social index, in the order of the format. */
export const partKeys = ['capacities', 'living-environment', 'taking-part', 'social-bond'] as const
export type PartKey = (typeof partKeys)[number]

/** A figure that counts in a part: the value that is as bad as a 1, and the one that is as good as a 10. */
export type Measure = { indicator: string; worst: number; best: number }
/** How a part is made: how heavily it counts, and from which figures. Without figures it is what residents say. */
export type Part = { weight: number; figures: readonly Measure[] }

/** How scores are computed. Each change is a new version; the municipality decides, and the page prints it. */
export type Formula = {
  version: number
  /** how heavily each of the four statements counts */
  statements: readonly number[]
  /** key of the indicator that holds a score which somebody else computed */
  imported: string | null
  parts: Readonly<Record<PartKey, Part>>
}

/** What counts until somebody decides otherwise: everything alike, and residents' own words. */
export const plainFormula: Formula = {
  version: 0, statements: [1, 1, 1, 1], imported: null,
  parts: { capacities: { weight: 1, figures: [] }, 'living-environment': { weight: 1, figures: [] }, 'taking-part': { weight: 1, figures: [] }, 'social-bond': { weight: 1, figures: [] } },
}

/** A round that is over, as the database tells it to this actor: means to one decimal, null where there are too few or all are alike. */
export type Round = { name: string; closedOn: string; answers: number | null; statements: readonly (number | null)[]; score: number | null; margin: number | null; parts: readonly (number | null)[] }

/** Agreement with a negative statement turned around: 10 becomes 1. */
export const reversed = (mark: number): number => 11 - mark

/**
 * The score of one who answered: the mean of the four marks, the first turned around, each counted by its weight.
 *
 * @param marks  agreement from 1 to 10, in the order of the statements
 */
export function scoreOf(marks: readonly number[], weights: readonly number[]): number {
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  return marks.reduce((sum, mark, place) => sum + (place === 0 ? reversed(mark) : mark) * (weights[place] ?? 0), 0) / whole
}

/** A figure as a mark from 1 to 10: a straight line between the two ends, never beyond them. */
export const markOf = ({ worst, best }: Measure, value: number): number => Math.min(10, Math.max(1, 1 + (9 * (value - worst)) / (best - worst)))

export type Counted = { indicator: string; value: number | null; mark: number | null; worst: number; best: number }
/** One part of the index of an area. `mark` is null when there are neither all of its figures nor a survey. */
export type PartScore = { key: PartKey; weight: number; mark: number | null; from: 'figures' | 'survey' | null; survey: Round | null; figures: readonly Counted[] }

const inRound = (round: Round, key: PartKey): number | null => (key === 'social-bond' ? round.score : (round.parts[partKeys.indexOf(key)] ?? null))

function partOf(key: PartKey, { weight, figures }: Part, valueIn: (indicator: string) => number | null, rounds: readonly Round[]): PartScore {
  const counted = figures.map((it): Counted => {
    const value = valueIn(it.indicator)
    return { ...it, value, mark: value === null ? null : markOf(it, value) }
  })
  const marks = counted.flatMap(({ mark }) => mark ?? [])
  // With one figure fewer it would be another part than that of the next area.
  if (counted.length > 0 && marks.length === counted.length) return { key, weight, mark: marks.reduce((sum, mark) => sum + mark, 0) / marks.length, from: 'figures', survey: null, figures: counted }
  const survey = rounds.find((round) => inRound(round, key) !== null) ?? null
  return { key, weight, mark: survey && inRound(survey, key), from: survey ? 'survey' : null, survey, figures: counted }
}

/**
 * The four parts of the social index of an area and the index itself. A part is made of its figures; when one of those is missing it falls back to the newest
 * round in which residents were asked; and otherwise it is missing. The index is there only when all parts that count are.
 *
 * @param valueIn  the value of an indicator for the area; null when it is not known or in doubt
 * @param rounds   newest first
 */
export function indexOf(formula: Formula, valueIn: (indicator: string) => number | null, rounds: readonly Round[]): { mark: number | null; parts: PartScore[] } {
  const parts = partKeys.map((key) => partOf(key, formula.parts[key], valueIn, rounds))
  const counting = parts.filter(({ weight }) => weight > 0)
  const known = counting.flatMap(({ mark, weight }) => (mark === null ? [] : [{ mark, weight }]))
  const whole = known.reduce((sum, { weight }) => sum + weight, 0)
  return { mark: known.length === counting.length && whole > 0 ? known.reduce((sum, { mark, weight }) => sum + mark * weight, 0) / whole : null, parts }
}
