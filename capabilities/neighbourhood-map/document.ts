import { fullDay } from '../../platform/dates.ts'
import { locale, say } from '../../platform/texts.ts'
import { themes } from '../cases/index.ts'
import { grouped } from './Beside.tsx'
import { barsOf, sketchOf, yearsOf } from './charts.tsx'
import { sectionAt } from './format.ts'
import { monthWords } from './Parts.tsx'
import { photoTexts } from './photoTexts.ts'
import { publishedChapters } from './PublicMapPage.tsx'
import type { PublicSection, ShownContribution, ShownPublic } from './shown.ts'
import { texts } from './texts.ts'
import { findingSorts, goalStates, kinds, makeUpSorts, parties, placeSorts, scales, stances, terms, voices } from './words.ts'

type Table = { caption: string; columns: number[]; align: ('left' | 'right')[]; head: string[]; rows: string[][] }
type Item = { kind: string; label: string; about: string | null; body: string[][]; by: string; criteria: string[]; lines: string[] }

const capital = (text: string | null): string | null => text && text.charAt(0).toLocaleUpperCase('nl') + text.slice(1)
/** Paragraphs, each as its lines. */
const paragraphs = (text: string): string[][] => text.split(/\n{2,}/).map((one) => one.split('\n'))
const table = (caption: string, columns: readonly (readonly [head: string, width: number, align?: 'right'])[], rows: string[][]): Table => ({
  caption, columns: columns.map(([, width]) => width), align: columns.map(([, , align]) => align ?? 'left'), head: columns.map(([head]) => head), rows,
})

const sortWords = { ...placeSorts, ...makeUpSorts, ...findingSorts }

function itemOf(it: ShownContribution): Item {
  const by = it.saidBy ? (it.saidOn ? say(texts.saidOn(it.saidBy, fullDay(it.saidOn))) : it.saidBy) : ''
  const label = it.sort ? say(sortWords[it.sort]) : it.kind === 'opinion' && it.voice ? say(voices[it.voice]) : say(kinds[it.kind])
  const about = it.kind === 'opinion' ? null : it.kind === 'risk-group' && it.theme && it.about ? say(texts.byTheme(it.theme, it.about)) : it.about
  return {
    kind: it.kind, label, about: capital(about), body: paragraphs(it.body), by, criteria: it.criteria,
    lines: [...(it.scale ? [say(texts.scaleIs(say(scales[it.scale])))] : []), ...(it.kind !== 'quote' && by ? [by] : []), ...(it.source ? [say(texts.source(it.source))] : [])],
  }
}

const figuresTable = (it: PublicSection, { area, city }: ShownPublic): Table[] =>
  it.figures.length === 0
    ? []
    : [
        table(say(texts.figuresOf(area)), [[say(texts.figure), 3], [area, 2, 'right'], [city, 2, 'right'], [say(texts.yearAndSource), 4]],
          it.figures.map((one) => [one.name, one.doubt ? `${one.here} (${say(texts.doubtful)})` : one.here, one.city ?? say(texts.noFigure), say(texts.yearSource(one.year, one.source))])),
      ]

function cooperationTable({ cooperation }: ShownPublic): Table[] {
  if (!cooperation || cooperation.answers === null || cooperation.know === null || cooperation.mobile === null || cooperation.call === null) return []
  const rows = ([[texts.know, cooperation.know], [texts.mobile, cooperation.mobile], [texts.call, cooperation.call]] as const).map(([name, share]) => [say(name), String(share)])
  return [table(`${say(texts.cooperationPublic)} ${say(texts.cooperationOn(fullDay(cooperation.closedOn), cooperation.answers))}`, [[say(texts.question), 3], [say(texts.pairs), 1, 'right']], rows)]
}

function signalsTable({ signals, area }: ShownPublic): Table[] {
  const told = signals?.themes.filter((it) => it.here !== null || it.together !== null) ?? []
  if (!signals || told.length === 0) return []
  const number = (value: number | null) => (value === null ? say(texts.few) : String(value))
  const rows = told.map((it) => [it.theme in themes ? say(themes[it.theme as keyof typeof themes]) : it.theme, number(it.here), number(it.together)])
  return [table(`${say(texts.signalsAt(monthWords(signals.month)))}. ${say(texts.signalsHow(signals.least))}`, [[say(texts.theme), 3], [area, 2, 'right'], [say(texts.together), 2, 'right']], rows)]
}

const place = (key: string): string => {
  const found = sectionAt(key)
  return found ? `${found.number} ${say(found.name)}` : key
}

/** A scenario as an item, then a table of what each party thinks. */
const scenarioItems = ({ future: { scenarios, choices } }: ShownPublic): Item[] =>
  scenarios.map((it) => {
    const choice = choices[0]?.scenarioId === it.id ? choices[0] : undefined
    return {
      kind: 'scenario', label: `${say(texts.inYear(it.horizon))}${choice ? `. ${say(texts.chosen)}` : ''}`, about: it.title, body: paragraphs(it.body), by: '', criteria: [],
      lines: [`${say(texts.restsOn)}: ${it.restsOn.map(place).join(', ')}`, ...(choice ? [`${say(texts.chosenBy(choice.decidedBy, fullDay(choice.decidedOn)))}. ${choice.reasons}`] : [])],
    }
  })
const positionTables = ({ future: { scenarios } }: ShownPublic): Table[] =>
  scenarios
    .filter((it) => it.positions.length > 0)
    .map((it) => table(`${say(texts.positions)}: ${it.title}`, [[say(texts.party), 2], [say(texts.stands), 2], [say(texts.reasons), 5]], it.positions.map((one) => [say(parties[one.party]), say(stances[one.stance]), `${one.reason} ${say(texts.source(one.source))}`])))

const goalTables = ({ future: { goals } }: ShownPublic): Table[] =>
  (Object.keys(terms) as (keyof typeof terms)[]).flatMap((term) => {
    const own = goals.filter((it) => it.term === term)
    const rows = own.map((it) => [`${it.goal} ${say(texts.seenBy(it.sign))}`, say(texts.yearsFrom(it.fromYear, it.untilYear)), it.who, say(goalStates[it.state])])
    return own.length === 0 ? [] : [table(say(terms[term]), [[say(texts.goal), 5], [say(texts.years), 2], [say(texts.who), 3], [say(texts.stands), 2]], rows)]
  })

/** All that the template needs, in the language of the request. Made from what the public page shows, and from nothing else. */
export function documentData(shown: ShownPublic & { edition: number }): object {
  return {
    title: say(texts.mapOf(shown.area, shown.edition)), author: shown.city, keywords: [shown.area, shown.city], kind: shown.city, lang: locale(), lead: say(texts.publicLead(shown.area)),
    asof: shown.asOf ? say(texts.madeOn(fullDay(shown.asOf))) : '', words: { page: say(texts.page), contents: say(texts.contents) },
    chapters: publishedChapters(shown).map(({ chapter, parts }) => ({
      name: `${chapter.number}. ${say(chapter.name)}`,
      parts: parts.map(({ place: { key, number, name }, it }) => ({
        name: `${number} ${say(name)}`, body: paragraphs(it.body), source: `${say(texts.source(it.source))}. ${say(texts.publishedSince(fullDay(it.publishedOn)))}`,
        tables: [...figuresTable(it, shown), ...(key === '4-1' ? cooperationTable(shown) : []), ...(key === '6-2' ? signalsTable(shown) : [])],
        charts: [...barsOf(it.figures, shown.area, shown.city), ...it.series.map(yearsOf), ...sketchOf(it.contributions, shown)],
        photos: it.photos.map(({ id, kind, alt, caption, width, height, madeBy, madeOn }) => ({ file: `${id}.${kind}`, alt, caption, tall: height > width, credit: say(photoTexts.credit(madeBy, fullDay(madeOn))) })),
        groups: [
          ...(key === '6-5' ? [{ about: null, of: scenarioItems(shown) }] : []),
          ...grouped(it.contributions).map(({ about, of }) => ({ about: about === null ? null : `${say(texts.opinions)}: ${about}`, of: of.map(itemOf) })),
        ],
        after: [...(key === '6-5' ? positionTables(shown) : []), ...(key === '6-6' ? goalTables(shown) : [])],
      })),
    })),
  }
}
