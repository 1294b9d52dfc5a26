import type { z } from 'zod'
import type { Actor, Staff } from '../../platform/actor.ts'
import { euroText, numberText } from '../../platform/numbers.ts'
import { say } from '../../platform/texts.ts'
import { type Formula, indexOf, partKeys } from './formula.ts'
import { mayOpenRound, mayReadRounds, maySetFormula } from './policy.ts'
import type { AreaSocial, Countable, RoundList } from './record.ts'
import type { shownFormula, shownRounds, shownSocial } from './shown.ts'
import { partNames, statements, texts } from './texts.ts'

/** A figure of the area as its page knows it. `own` is null when it is missing, in doubt, or about a larger area. */
export type AreaFigure = { indicator: string; name: string; own: number | null; year: string }

const written = (unit: Countable['unit'] | undefined, value: number): string => (unit === 'euro' ? euroText(Math.round(value * 100)) : `${numberText(Math.round(value * 10) / 10)}${unit === 'percent' ? '%' : ''}`)
const toTenth = (mark: number | null): number | null => (mark === null ? null : Math.round(mark * 10) / 10)

/**
 * The social quality and index of an area from its figures and rounds.
 *
 * @param figures  newest first
 * @returns null when nothing at all is known, so that a page says nothing about it
 */
export function presentSocial({ formula, rounds, answer }: AreaSocial, figures: readonly AreaFigure[], indicators: readonly Countable[]): z.input<typeof shownSocial> | null {
  const known = (key: string | null) => figures.find((it) => it.indicator === key && it.own !== null)
  const { mark, parts } = indexOf(formula, (key) => known(key)?.own ?? null, rounds)
  const imported = known(formula.imported)
  if (rounds.length === 0 && !answer && !imported && parts.every((it) => it.mark === null)) return null
  const indicatorOf = (key: string) => indicators.find((it) => it.key === key)
  const unitOf = (key: string) => indicatorOf(key)?.unit
  const nameOf = (key: string): string => say(indicatorOf(key)?.name ?? { nl: key, en: key })
  return {
    weights: [...formula.statements], formulaVersion: formula.version,
    rounds: rounds.map(({ name, closedOn, answers, statements: means, score, margin }) => ({ name, closedOn, answers, statements: [...means], score, margin })),
    imported: imported && imported.own !== null ? { name: imported.name, score: numberText(imported.own), year: imported.year } : null,
    index: toTenth(mark),
    parts: parts.map((it) => ({
      key: it.key, name: say(partNames[it.key]), weight: it.weight, mark: toTenth(it.mark), from: it.from, round: it.survey?.name ?? null,
      figures: it.figures.map(({ indicator, value, mark: own, worst, best }) => ({
        indicator, name: nameOf(indicator), value, text: value === null ? null : written(unitOf(indicator), value), mark: toTenth(own), worst: written(unitOf(indicator), worst), best: written(unitOf(indicator), best),
      })),
    })),
    answer: answer && { href: `/vragenlijst/${answer.code}`, closesOn: answer.closesOn },
  }
}

/** The calculation as it counts now, with the ways to change it for who may. */
export function presentFormula(actor: Actor, formula: Formula, countables: readonly Countable[]): z.input<typeof shownFormula> {
  const sets = maySetFormula(actor)
  const named = (key: string | null) => countables.find((it) => it.key === key)
  const nameOf = (key: string): string => {
    const found = named(key)
    return found ? say(found.name) : key
  }
  return {
    version: formula.version,
    statements: statements.map((text, place) => ({ text: say(text), reversed: place === 0, weight: formula.statements[place] ?? 0 })),
    imported: formula.imported && nameOf(formula.imported),
    parts: partKeys.map((key) => ({
      key, name: say(partNames[key]), weight: formula.parts[key].weight,
      figures: formula.parts[key].figures.map(({ indicator, worst, best }) => ({ indicator, name: nameOf(indicator), worst: written(named(indicator)?.unit, worst), best: written(named(indicator)?.unit, best) })),
      changeHref: sets ? `/wijken/sociaal/deel/${key}` : null,
    })),
    changeHref: sets ? '/wijken/sociaal/berekening' : null,
    roundsHref: mayReadRounds(actor) ? '/wijken/sociaal/vragenlijsten' : null,
  }
}

/** All rounds, and where the actor may begin one. That they are of the actor's own municipality is decided here once more, beside the database. */
export const presentRounds = (actor: Staff, { rounds, areas, today }: RoundList): z.input<typeof shownRounds> => ({
  rounds: rounds.filter(({ municipalityId }) => municipalityId === actor.municipalityId).map(({ id, area, slug, name, kind, code, closesOn, answers }) => ({ id, area, slug, name, kind, href: `/vragenlijst/${code}`, closesOn, running: closesOn >= today, answers })),
  open: areas.filter((it) => it.municipalityId === actor.municipalityId && mayOpenRound(actor, it) && !rounds.some(({ slug, closesOn }) => slug === it.slug && closesOn >= today)).map(({ slug, name }) => ({ area: name, href: `/wijk/${slug}/vragenlijst` })),
  change: maySetFormula(actor) ? [{ name: say(texts.quality), href: '/wijken/sociaal/berekening' }, ...partKeys.map((key) => ({ name: say(partNames[key]), href: `/wijken/sociaal/deel/${key}` }))] : [],
})
