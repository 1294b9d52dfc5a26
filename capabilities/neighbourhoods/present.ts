import type { z } from 'zod'
import { dayOf } from '../../platform/dates.ts'
import { say, type Text } from '../../platform/texts.ts'
import { type AreaFigure, decimalsOf, presentNeed } from '../prevalences/index.ts'
import { presentSocial } from '../social/index.ts'
import { columnsOf, type Cell, type Line, linesOf } from './lines.ts'
import { locatorOf } from './locator.ts'
import type { AreaRecord, ListedArea, ListedComposed, Story } from './record.ts'
import type { ShownCell, ShownCorrection, ShownLine, shownArea, shownAreas } from './shown.ts'
import { yearText } from './words.ts'

const said = (text: Text | null | undefined): string | null => (text ? say(text) : null)
const named = ({ slug, name }: { slug: string; name: string }) => ({ slug, name })

const shownCell = ({ state, value, qualifier, doubt }: Cell): ShownCell => ({ state, value, qualifier, doubtful: doubt !== null })

/** What stood there before a figure was put right or withdrawn; who did it is for who keeps figures. */
export const shownCorrections = ({ corrections = [] }: Pick<Cell, 'corrections'>): ShownCorrection[] => corrections.map(({ kind, at, value, reason }) => ({ kind, on: dayOf(at), was: value, reason }))

function shownLine(it: Line, numberOf: (sourceId: string) => number): ShownLine {
  const { indicator, own } = it
  return {
    indicator: indicator.key, name: say(indicator.name), definition: say(indicator.definition), unit: indicator.unit, of: said(indicator.base), kind: indicator.kind, decimals: indicator.decimals,
    highlighted: indicator.highlighted, told: it.difference === null || it.difference === 0 ? say(indicator.name) : say(it.difference > 0 ? indicator.more : indicator.less),
    year: it.year, source: numberOf(it.sourceId), cited: it.cited, own: shownCell(own), others: it.others.map(shownCell), city: it.city && shownCell(it.city),
    verdict: it.verdict, smallest: indicator.smallest, difference: it.difference, margin: it.margin && { low: it.margin[0], high: it.margin[1] }, madeOf: [...(own.madeOf ?? [])], over: it.over, doubt: said(own.doubt), checked: own.checked, corrections: shownCorrections(own),
  }
}

/** The figures of an area as estimates are made of them: newest first, combined ones too, each with its source and what is doubtful about it. */
export const figuresOf = (record: AreaRecord, lines = linesOf(record)): AreaFigure[] =>
  lines.map(({ indicator, own, year, sourceId, over, verdict }) => {
    const source = record.sources.find((it) => it.id === sourceId)
    const printed = own.madeOf || own.value === null ? indicator.decimals : Math.max(indicator.decimals, decimalsOf(own.value))
    return { indicator: indicator.key, name: say(indicator.name), unit: indicator.unit, value: own.value, decimals: printed, year, source: source ? `${source.publisher}, ${source.edition}` : '', doubt: said(own.doubt), over, verdict }
  })

/** What may be read of one area: figures with their comparison, sources numbered in the order in which they are needed. */
export function presentArea(record: AreaRecord): z.input<typeof shownArea> {
  const { area, parent, city, composed, indicators, stories, team } = record
  const lines = linesOf(record)
  const needed = [...new Set([...lines.map((it) => it.sourceId), ...stories.flatMap((it) => it.sourceId ?? [])])]
  const numberOf = (sourceId: string): number => needed.indexOf(sourceId) + 1
  const shown = lines.map((it) => shownLine(it, numberOf))
  const leading = indicators.find((it) => it.lead)
  const lead = shown.find((it) => it.indicator === leading?.key && it.own.value !== null && it.difference !== null && !it.over)
  const people = shown.find((it) => it.indicator === 'inhabitants' && !it.own.doubtful && !it.over)
  const told = (kind: Story['kind']) => stories.filter((it) => it.kind === kind).map((it) => ({ text: say(it.body), source: it.sourceId === null ? null : numberOf(it.sourceId) }))
  return {
    ...named(area), kind: area.kind, composed, partOf: parent ? named(parent) : null, city: city.name, beside: columnsOf(record).map(named), inhabitants: people?.own.value ?? null,
    lead: leading?.lead && lead ? { indicator: leading.key, told: say(leading.lead), of: lead.of ?? '' } : null, lines: shown,
    sources: needed.flatMap((id, index) => record.sources.filter((it) => it.id === id).map(({ publisher, edition, year, url }) => ({ number: index + 1, publisher, edition, year, url }))),
    strengths: told('strength'), history: told('history'),
    quotes: stories.flatMap((it) => (it.kind === 'quote' && it.saidBy ? [{ text: say(it.body), saidBy: say(it.saidBy), on: it.toldOn }] : [])),
    team: team ? { slug: team.slug, name: team.name, phone: team.phone } : null,
    map: locatorOf(record.around, record.sketched, composed ? record.parts : [area]),
    social: presentSocial(record.social, shown.map((it) => ({ indicator: it.indicator, name: it.name, own: it.over || it.own.doubtful || it.own.qualifier ? null : it.own.value, year: yearText(it.year) })), indicators),
    need: composed ? null : presentNeed(record.need, figuresOf(record, lines), area.slug),
  }
}

/** The list of neighbourhoods, each with something that is strong there. */
export const presentAreas = ({ city, areas, composed, sketched }: { city: string; areas: readonly ListedArea[]; composed: readonly ListedComposed[]; sketched: Parameters<typeof locatorOf>[1] }): z.input<typeof shownAreas> => ({
  city,
  map: locatorOf(areas, sketched),
  areas: areas.map((it) => ({ ...named(it), parts: it.parts.map(named), strength: said(it.strength), team: it.team ? named(it.team) : null })),
  composed: composed.map((it) => ({ ...named(it), kind: it.kind, about: it.about, parts: it.parts.map(named) })),
})
