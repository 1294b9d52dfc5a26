import type { z } from 'zod'
import { fill } from '../../platform/act.ts'
import type { Actor } from '../../platform/actor.ts'
import { dayOf, fullDay } from '../../platform/dates.ts'
import { numberText } from '../../platform/numbers.ts'
import { say } from '../../platform/texts.ts'
import type { SortTerm } from '../directory/index.ts'
import { type AreaFigure, type Estimate, estimate, type Factor, rounded } from './estimate.ts'
import { maySetPrevalence } from './policy.ts'
import type { AreaNeed, Countable, Prevalence, Prevalences } from './record.ts'
import type { ShownEstimate, shownNeed, shownPrevalences } from './shown.ts'
import { texts } from './texts.ts'

const percent = (fraction: number): string => `${numberText(Math.round(fraction * 1000) / 10)}%`
const sourceText = (source: string, year: number | null): string => say(texts.ofYear(source, year === null ? say(texts.noYear) : String(year)))
const termOf = (terms: readonly SortTerm[], slug: string) => {
  const found = terms.find((it) => it.slug === slug)
  return { slug, name: found ? say(found) : slug }
}
const nameOf = (countables: readonly Countable[], key: string): string => {
  const found = countables.find((it) => it.key === key)
  return found ? say(found.name) : key
}

function rangeText({ range, low, high }: Factor, sample: number | null): string {
  if (range === 'exact') return say(texts.rangeExact)
  const [from, to] = [percent(low), percent(high)]
  return say(range === 'margin' ? texts.rangeMargin(from, to) : range === 'sample' ? texts.rangeSample(numberText(sample ?? 0), from, to) : texts.rangeRounding(from, to))
}

function stepOf(factor: Factor, it: Prevalence): ShownEstimate['steps'][number] {
  const { figure } = factor
  return {
    name: figure ? figure.name : say(it.name), value: factor.range === 'exact' ? numberText(factor.value) : percent(factor.value), range: rangeText(factor, it.sample),
    source: figure ? sourceText(figure.source, figure.year) : sourceText(`${it.publisher}, ${it.edition}`, it.year),
  }
}

/** What a reader must know before using the number. */
function cautionsOf(it: Prevalence, { base, parts, prevalence }: Estimate): string[] {
  const figures = [base, ...parts, prevalence].flatMap(({ figure }) => figure ?? [])
  const years = [...figures.map(({ year }) => year), ...(prevalence.figure ? [] : [it.year])].flatMap((year) => year ?? [])
  return [
    ...new Set([
      ...figures.flatMap(({ doubt }) => doubt ?? []), ...figures.flatMap(({ name, over }) => (over === null ? [] : [say(texts.largerArea(name, over))])),
      ...(prevalence.figure ? [] : [say(it.place === null ? texts.placeUnknown : texts.askedAt(it.place)), ...(it.sample === null && it.low === null ? [say(texts.notHowMany)] : [])]),
      ...(it.caution ? [it.caution] : []), ...(years.length > 0 ? [say(texts.old(Math.min(...years)))] : []),
    ]),
  ]
}

/** One estimate for an area in the words of the request. Numbers are rounded to what they can carry. */
export function presentEstimate({ countables, domains, groups }: Prevalences, it: Prevalence, figures: readonly AreaFigure[]): ShownEstimate {
  const base = { id: it.id, what: say(it.name), domain: termOf(domains, it.domain), group: termOf(groups, it.group) }
  const found = estimate(it, figures)
  if ('why' in found) {
    const name = nameOf(countables, found.indicator)
    return { ...base, people: null, low: null, high: null, told: say(texts.none), why: say(found.why === 'missing' ? texts.missing(name) : texts.onlyLarger(name)), steps: [], sum: null, rangeSum: null, cautions: [] }
  }
  const { people, low, high } = rounded(found)
  const factors = [found.base, ...found.parts, found.prevalence].map((factor) => stepOf(factor, it))
  return {
    ...base, people, low, high, told: say(people < 10 ? texts.few : texts.people(numberText(people), numberText(low), numberText(high))), why: null,
    steps: factors, sum: say(texts.sum(factors.map(({ value }) => value).join(' × '), numberText(Math.round(found.people)))), rangeSum: say(texts.rangeSum(numberText(low), numberText(high))), cautions: cautionsOf(it, found),
  }
}

/** Does this service answer that need? It is about the life domain, and for the group or for everybody. */
export const answers = (service: { domains: readonly string[]; groups: readonly string[] }, need: { domain: string; group: string }): boolean =>
  service.domains.includes(need.domain) && (service.groups.includes(need.group) || service.groups.includes('iedereen'))

/** The short part on the page of an area; null when no prevalence was written down. */
export function presentNeed(need: AreaNeed, figures: readonly AreaFigure[], slug: string): z.input<typeof shownNeed> | null {
  if (need.prevalences.length === 0) return null
  return {
    lines: need.prevalences.map((it) => ({
      ...presentEstimate(need, it, figures), offers: need.supply.filter((service) => answers(service, it)).length, href: `/zoeken?wijk=${slug}&over=${it.domain}&voor=${it.group}&voor=iedereen`,
    })),
  }
}

const groupText = (countables: readonly Countable[], it: Prevalence): string => [...it.parts].reverse().concat(it.base).map((key) => nameOf(countables, key)).join(' · ')

/** All prevalences for who wants to check them, with the ways to change them for who may. */
export function presentPrevalences(actor: Actor, { prevalences, countables, domains, groups }: Prevalences): z.input<typeof shownPrevalences> {
  const sets = maySetPrevalence(actor)
  const staff = actor.kind === 'worker' || actor.kind === 'volunteer'
  return {
    addHref: sets ? '/wijken/behoefte/nieuw' : null,
    prevalences: prevalences.map((it) => ({
      id: it.id, what: say(it.name), domain: termOf(domains, it.domain), group: termOf(groups, it.group),
      occurs: say(it.shareFrom === null ? texts.percentOf(`${numberText(it.share ?? 0)}%`, groupText(countables, it)) : texts.ownFigure(nameOf(countables, it.shareFrom), groupText(countables, it))),
      range: it.low !== null && it.high !== null ? say(texts.rangeMargin(`${numberText(it.low)}%`, `${numberText(it.high)}%`)) : null,
      source: sourceText(`${it.publisher}, ${it.edition}`, it.year),
      cautions: [...(it.shareFrom === null ? [say(it.place === null ? texts.placeUnknown : texts.askedAt(it.place))] : []), ...(it.share !== null && it.low === null && it.sample === null ? [say(texts.notHowMany)] : []), ...(it.caution ? [it.caution] : [])],
      because: it.because, written: say(texts.writtenBy((staff ? it.by : null) ?? say(texts.somebody), fullDay(dayOf(it.at)), it.version)),
      changeHref: sets ? fill('/wijken/behoefte/:prevalenceId/wijzigen', { prevalenceId: it.id }) : null, withdrawHref: sets ? fill('/wijken/behoefte/:prevalenceId/wegnemen', { prevalenceId: it.id }) : null,
    })),
  }
}
