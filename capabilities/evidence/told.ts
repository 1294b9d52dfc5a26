import { numberText } from '../../platform/numbers.ts'
import { inLocale, locales, say } from '../../platform/texts.ts'
import { themes } from '../cases/index.ts'
import { cellText, presentArea, verdictWords } from '../neighbourhoods/index.ts'
import { presentAreaNeed } from '../need/index.ts'
import { wishThemes } from '../participation/index.ts'
import type { Known } from './known.ts'
import type { Evidence, EvidenceKind } from './shown.ts'
import { texts } from './texts.ts'

/** Evidence in the language of the moment. */
type Told = { key: string; kind: EvidenceKind; label: string; value: string; says: string | null; source: string; year: string | null; href: string; publicHref: string | null }
type Area = ReturnType<typeof presentArea>

/** The newest figure of each indicator, beside the city where it can be. What is missing or withheld is no evidence. */
function figures(area: Area): Told[] {
  const known = area.lines.filter((it) => it.own.state === 'known' && it.own.value !== null)
  return known.filter((it, index) => known.findIndex(({ indicator }) => indicator === it.indicator) === index).map((it) => {
    const source = area.sources.find(({ number }) => number === it.source)
    const compared = it.verdict === 'not-compared' || it.verdict === 'no-whole' || !it.city ? null : say(texts.besideCity(verdictWords(it.verdict), area.city, cellText(it.city, it)))
    return {
      key: `figure:${it.indicator}`, kind: 'figure', label: it.name, value: cellText(it.own, it), says: [it.over ? say(texts.ofLarger(it.over)) : null, compared].filter(Boolean).join('; ') || null,
      source: source ? `${source.publisher}, ${source.edition}` : '', year: it.year === null ? null : String(it.year), href: `/wijken/cijfer/${it.indicator}`, publicHref: `/wijken/cijfer/${it.indicator}`,
    }
  })
}

function social({ social: it }: Area, page: string): Told[] {
  if (!it) return []
  const source = say(texts.indexSource(it.formulaVersion))
  const mark = (value: number) => say(texts.mark(numberText(value, 1)))
  const href = `${page}#samenleven`
  const index: Told[] = it.index === null ? [] : [{ key: 'index:all', kind: 'index', label: say(texts.index), value: mark(it.index), says: null, source, year: null, href, publicHref: href }]
  const parts = it.parts.flatMap(({ key, name, mark: own, from, round }): Told[] => (own === null ? [] : [{ key: `index:${key}`, kind: 'index', label: say(texts.indexPart(name)), value: mark(own), says: say(from === 'survey' ? texts.fromSurvey : texts.fromFigures), source: round ?? source, year: null, href, publicHref: href }]))
  const rounds = it.rounds.flatMap(({ name, closedOn, answers, score }): Told[] => (answers === null || score === null ? [] : [{ key: `survey:${closedOn}`, kind: 'survey', label: say(texts.survey(name)), value: mark(Math.round(score * 10) / 10), says: say(texts.surveyAnswers(numberText(answers))), source: say(texts.surveySource), year: closedOn.slice(0, 4), href, publicHref: href }]))
  return [...index, ...parts, ...rounds]
}

const countText = (count: number | null): string => (count === null ? say(texts.fewer) : say(texts.atLeast(numberText(count))))

/** What is needed and what there is, kept apart: an estimate and a white spot are no offer, an offer and overlap are no need. */
function needAndSupply({ need }: Known, page: string): Told[] {
  if (!need) return []
  const { lines, domains, overlaps } = presentAreaNeed(need, {})
  const href = `${page}/behoefte`
  const directory = say(texts.directory)
  const estimates = lines.flatMap((it): Told[] => (it.people === null ? [] : [{ key: `need:${it.id}`, kind: 'need', label: say(texts.need(it.what)), value: it.told, says: it.more ? say(texts.moreHere(it.more)) : null, source: say(texts.needSource), year: null, href: `${href}#nodig`, publicHref: `${page}#nodig` }]))
  const gaps = lines.flatMap((it): Told[] => (it.standing !== 'white-spot' && it.standing !== 'full' ? [] : [{ key: `gap:${it.id}`, kind: 'gap', label: say(texts.gap(it.what)), value: say(it.standing === 'full' ? texts.allFull(it.offers.length) : texts.noOffer), says: null, source: directory, year: null, href: `${href}#nodig`, publicHref: it.standing === 'full' ? null : `${page}#nodig` }]))
  // How often something was asked in vain is for colleagues only.
  const asked = domains.flatMap((it): Told[] => (it.searched === null && it.told === null ? [] : [{ key: `asked:${it.slug}`, kind: 'gap', label: say(texts.askedFor(it.name)), value: say(texts.asked(countText(it.searched), countText(it.told))), says: null, source: say(texts.lastHalfYear), year: null, href: `${href}#onderwerpen`, publicHref: null }]))
  const offers = lines.flatMap((it): Told[] => (it.offers.length === 0 ? [] : [{
    key: `supply:${it.id}`, kind: 'supply', label: say(texts.supply(it.what)), value: say(texts.offers(it.offers.length, new Set(it.offers.map(({ organization }) => organization)).size)), says: null, source: directory, year: null, href: `${href}#nodig`,
    publicHref: null, // colleagues count what is for colleagues too
  }]))
  const double = overlaps.map((it): Told => ({ key: `overlap:${it.field.slug}.${it.domain.slug}.${it.group.slug}`, kind: 'overlap', label: say(texts.overlap([it.field.name, it.domain.name, it.group.name].join(', '))), value: say(texts.offers(it.offers.length, it.organizations.length)), says: it.organizations.join(', '), source: directory, year: null, href: `${href}#overlap`, publicHref: null }))
  return [...estimates, ...gaps, ...asked, ...offers, ...double]
}

/** Below this many people a wish is for colleagues only. */
const fewestInPublic = 10

/** Wishes in fives, so that a copy never holds the exact number; fewer than ten stay with colleagues. */
const wishes = ({ wishes: all }: Known): Told[] =>
  all.map(({ theme, people }) => ({
    key: `wish:${theme}`, kind: 'wish', label: say(texts.wish(say(wishThemes[theme]))), value: say(people < fewestInPublic ? texts.fiveOrMore : texts.aboutPeople(numberText(Math.round(people / 5) * 5))), says: null, source: say(texts.wishSource), year: null, href: '/activiteiten',
    publicHref: people < fewestInPublic ? null : '/wensen',
  }))

function ofMap({ map }: Known, page: string): Told[] {
  const { edition, sections, cooperation, themes: counts, month, href } = map
  if (edition === null || href === null) return []
  const source = say(texts.mapSource(edition))
  const written = sections.map((it): Told => ({ key: `section:${it.key}`, kind: 'section', label: say(texts.mapSection(it.number, say(it.name))), value: say(texts.version(it.version)), says: null, source, year: null, href: it.href, publicHref: it.isPublic ? `${page}/kaart` : null }))
  const together: Told[] = !cooperation?.enough || cooperation.know === null || cooperation.mobile === null || cooperation.call === null ? [] : [{
    key: 'cooperation', kind: 'cooperation', label: say(texts.cooperation), value: say(texts.cooperates(cooperation.know, cooperation.mobile, cooperation.call)), says: say(texts.cooperationAnswers(cooperation.answers ?? 0)), source, year: cooperation.closedOn.slice(0, 4), href: `${href}#samenwerking`,
    // Everybody hears it from ten answers on.
    publicHref: (cooperation.answers ?? 0) >= 10 ? `${page}/kaart` : null,
  }]
  // Counts of signals are never copied to what everybody reads: their own page decides each month anew what may be told.
  const signals = counts.flatMap(({ theme, here }): Told[] => (here === null ? [] : [{
    key: `signals:${theme}`, kind: 'signals', label: say(texts.signals(theme in themes ? say(themes[theme as keyof typeof themes]) : theme)), value: say(texts.aboutSignals(numberText(here))), says: null, source: say(texts.signalSource), year: month.slice(0, 7), href: `${href}#signalen`, publicHref: null,
  }]))
  return [...written, ...together, ...signals]
}

function toldOf(known: Known): Told[] {
  const area = presentArea(known.area)
  const page = `/wijk/${known.area.area.slug}`
  return [...figures(area), ...social(area, page), ...needAndSupply(known, page), ...wishes(known), ...ofMap(known, page)]
}

/** All evidence about an area in both languages. */
export function evidenceOf(known: Known): Evidence[] {
  const [nl = [], en = []] = locales.map((it) => inLocale(it, () => toldOf(known)))
  return nl.flatMap((it, index) => {
    const other = en[index]
    return other ? [{ ...it, label: { nl: it.label, en: other.label }, value: { nl: it.value, en: other.value }, says: it.says === null || other.says === null ? null : { nl: it.says, en: other.says }, source: { nl: it.source, en: other.source } }] : []
  })
}
