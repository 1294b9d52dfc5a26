import { euroText } from '../../platform/numbers.ts'
import { locale, say } from '../../platform/texts.ts'
import { groupsOf, marks, type Question } from './asking.ts'
import type { Detail } from './details.ts'
import { pageSize, type Results, type Term } from './finding.ts'
import { hoursInWords } from './hours.ts'
import type { Hit, Understood } from './search.ts'
import type { ShownGroup, ShownLine, ShownResults } from './shown.ts'
import { texts } from './texts.ts'
import { filters, groupNames, kinds, languages, organizationKinds } from './words.ts'

const here = (nl: string | null, en: string | null): string | null => (locale() === 'en' ? (en ?? nl) : nl)

/** "Ouderen die alleen wonen, vanaf 55 jaar". */
export function forWhomText({ forWhom, minimumAge: from, maximumAge: to }: Pick<Detail, 'forWhom' | 'minimumAge' | 'maximumAge'>): string | null {
  const said = forWhom ?? ''
  const age = from && to ? say(texts.ageBetween(from, to)) : from ? say(texts.ageFrom(from)) : to ? say(texts.ageTo(to)) : ''
  const known = age && [from, to].every((it) => !it || said.includes(String(it)))
  return [said, known ? '' : age].filter(Boolean).join(', ') || null
}

/** "Gratis", "€ 6,50", or the words when there is no amount. */
export const costText = (cents: number | null, words: string | null): string | null => (cents === null ? words : cents === 0 ? (words && /vrij|gratis/i.test(words) ? words : say(texts.free)) : euroText(cents))

const overOf = (hit: Hit): string | null => {
  if (hit.entity === 'organization') return say(organizationKinds[hit.kind as keyof typeof organizationKinds] ?? texts.organization)
  if (hit.entity === 'network') return say(texts.network)
  if (hit.entity === 'program') return say(kinds.program)
  if (hit.entity === 'contact') return say(texts.person)
  return hit.kind === 'service' || hit.kind === 'activity' ? null : say(kinds[hit.kind as keyof typeof kinds])
}

const near = 1000

function whyOf(hit: Hit, results: Results): string[] {
  const said = results.reading.words.flatMap((word, at) => {
    const where = hit.where[at]
    const shown = word.how === 'corrected' || word.how === 'begun' ? (word.used.find((it) => hit.name.toLowerCase().includes(it)) ?? word.used[0] ?? word.typed) : word.typed
    return where ? [where === 'text' ? say(texts.whyText(shown)) : `“${shown}”`] : []
  })
  const chosen = (['wanneer', 'kosten', 'handig'] as const).flatMap((group) =>
    results.question[group].filter((it) => hit.facets.includes((marks[group] as Record<string, string>)[it] ?? '')).map((it) => say((filters[group] as Record<string, { nl: string; en: string }>)[it]!).toLowerCase()),
  )
  return [...said, ...(hit.metres !== null && hit.metres < near ? [say(texts.whyNear)] : []), ...chosen]
}

const hrefs = { service: '/voorziening/', organization: '/organisatie/', network: '/samenwerking/', program: '/programma/', contact: '' } as const

/** The address of an entry: public, or inside the workplace. */
export const hrefOf = (entity: keyof typeof hrefs, slug: string, inside: boolean): string => (inside && entity !== 'network' ? `/sociale-kaart${hrefs[entity]}${slug}` : `${hrefs[entity]}${slug}`)

export const ageOf = (assuredDate: string | null, staleOn: string | null, today: string): ShownLine['age'] => (assuredDate === null ? 'never' : staleOn !== null && staleOn <= today ? 'stale' : 'fresh')

export function presentLine(hit: Hit, results: Results, today: string, inside: boolean): ShownLine {
  const { detail } = hit
  return {
    entity: hit.entity,
    kind: hit.kind,
    name: hit.name,
    href: hit.slug ? hrefOf(hit.entity, hit.slug, inside) : null,
    summary: here(hit.summary, hit.summaryEn),
    over: overOf(hit),
    hours: detail ? hoursInWords(detail.hours) || null : null,
    forWhom: detail ? forWhomText(detail) : null,
    cost: detail ? costText(detail.cents, detail.costWords) : null,
    metres: hit.metres,
    latitude: hit.latitude,
    longitude: hit.longitude,
    closed: detail?.closed ?? false,
    closedUntil: detail?.closedUntil ?? null,
    light: detail?.light ?? null,
    phone: hit.phone,
    age: ageOf(hit.assuredDate, hit.staleOn, today),
    assuredDate: hit.assuredDate,
    staleOn: hit.staleOn,
    why: whyOf(hit, results),
  }
}

const termName = (it: Term): string => here(it.name, it.nameEn) ?? it.name

function groupsShown({ question, counts, terms }: Results): ShownGroup[] {
  const fixed = (name: 'wanneer' | 'kosten' | 'handig' | 'soort', more: boolean): ShownGroup => ({
    name, more, heading: say(groupNames[name]),
    options: Object.entries(filters[name]).map(([value, label]) => ({ value, label: say(label), count: counts[(marks[name] as Record<string, string>)[value] ?? ''] ?? 0, chosen: (question[name] as string[]).includes(value) })),
  })
  const ofTerms = (name: 'veld' | 'voor' | 'over', taxonomy: string): ShownGroup => ({
    name, more: true, heading: say(groupNames[name]),
    options: terms.filter((it) => it.taxonomy === taxonomy).map((it) => ({ value: it.slug, label: termName(it), count: counts[`${taxonomy}:${it.slug}`] ?? 0, chosen: question[name].includes(it.slug) })),
  })
  const spoken = [...new Set([...Object.keys(counts).filter((mark) => mark.startsWith('language:')).map((mark) => mark.slice(9)), ...question.taal])].sort()
  const all = [
    fixed('wanneer', false), fixed('kosten', false), fixed('handig', false), ofTerms('veld', 'field'), ofTerms('voor', 'target-group'), ofTerms('over', 'life-domain'),
    { name: 'taal', more: true, heading: say(groupNames.taal), options: spoken.map((code) => ({ value: code, label: say(languages[code as keyof typeof languages] ?? { nl: code, en: code }), count: counts[`language:${code}`] ?? 0, chosen: question.taal.includes(code) })) },
    fixed('soort', true),
  ]
  return all.map((group) => ({ ...group, options: group.options.filter((it) => it.chosen || (it.count ?? 0) > 0) })).filter((group) => group.options.length > 0)
}

const listed = (words: readonly string[]): string => words.map((it) => `“${it}”`).join(', ')

function understoodText(it: Understood): string[] {
  if (it.how === 'need') return [say(texts.understood(it.typed, listed(it.used)))]
  if (it.how === 'corrected') return [say(texts.corrected(it.typed, listed(it.used)))]
  return it.how === 'unknown' ? [say(texts.unknownWord(it.typed))] : []
}

/** Results in the words of the page. `inside` is the workplace. */
export function presentResults(results: Results, today: string, inside: boolean): ShownResults {
  const { question, near: point, nearName, area, named } = results
  return {
    asked: question.q?.trim() ?? '',
    total: results.total,
    page: question.pagina ?? 1,
    pages: Math.max(1, Math.ceil(results.total / pageSize)),
    lines: results.lines.map((it) => presentLine(it, results, today, inside)),
    groups: groupsShown(results),
    understood: results.reading.words.flatMap(understoodText),
    area: area && { slug: area.slug, name: area.name },
    near: point && nearName ? { name: nearName, ...point } : null,
    postcode: results.postcode,
    postcodeTyped: results.postcodeTyped,
    named: named && { slug: named.area.slug, name: named.area.name, asked: named.rest },
    areas: results.areas.map((it) => ({ slug: it.slug, name: it.name, kind: it.kind, parent: results.areas.find((other) => other.id === it.parentId)?.slug ?? null, outline: it.outline && it.outline.map((point) => [...point]) })),
    team: results.team,
    phone: results.phone,
    fresh: results.fresh,
    instead: results.instead && { how: results.instead.how, lines: results.instead.lines.map((it) => presentLine(it, results, today, inside)) },
  }
}

/** The chosen filters, each with the question that is left without it. */
export function chosenIn(question: Question, groups: readonly ShownGroup[]): { label: string; without: Partial<Question> }[] {
  const chosen = groups.flatMap((group) => group.options.filter((it) => it.chosen).map((it) => ({ label: it.label, without: { [group.name]: (question[group.name as 'handig'] as string[]).filter((value) => value !== it.value) } as Partial<Question> })))
  return question.open ? [...chosen, { label: say(groupNames.open), without: { open: undefined } }] : chosen
}

/** How many filters are on. */
export const countChosen = (question: Question): number => groupsOf(question).reduce((sum, group) => sum + group.chosen.length, question.open ? 1 : 0)
