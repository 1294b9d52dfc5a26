import type { z } from 'zod'
import { numberText } from '../../platform/numbers.ts'
import { say } from '../../platform/texts.ts'
import type { Candidate } from './candidates.ts'
import type { KnownIndicator } from './measures.ts'
import { type Plan, type PlannedFigure, planOf } from './plan.ts'
import type { ImportLine, ImportRecord } from './record.ts'
import type { ShownFile, shownImport } from './shown.ts'
import { texts } from './texts.ts'

const figureText = (it: Pick<Candidate, 'state' | 'value'>): string => (it.state === 'known' && it.value !== null ? numberText(it.value) : say(it.state === 'suppressed' ? texts.suppressed : texts.missing))
const pair = ([nl, en]: KnownIndicator['name']): string => say({ nl, en })

/** A line of the list of files. */
export const presentFile = (it: ImportLine): ShownFile => ({
  importId: it.id, number: it.number, state: it.state, shape: it.shape, fileName: it.fileName, publisher: it.publisher, edition: it.edition, year: it.year, by: it.by, at: it.at.toISOString(), decidedBy: it.decidedBy, decidedAt: it.decidedAt?.toISOString() ?? null, counts: it.counts,
})

function presentPlan(record: ImportRecord, plan: Plan): NonNullable<z.input<typeof shownImport>['plan']> {
  const { ground } = record
  const names = new Map(plan.unknownAreas.map((it) => [it.code, it.name]))
  const nameOf = new Map(ground.areas.map((it) => [it.id, it.name]))
  const areaName = (code: string): string => nameOf.get(ground.areaOf.get(code) ?? '') ?? names.get(code) ?? code
  const indicators = new Map([...plan.indicators.map((it) => [it.key, pair(it.name)] as const), ...ground.indicators.map((it) => [it.key, say(it.name)] as const)])
  const indicatorName = (key: string): string => indicators.get(key) ?? key
  const figure = (it: PlannedFigure) => ({ code: it.code, area: areaName(it.code), indicator: indicatorName(it.indicator), column: it.column, now: it.was && figureText(it.was), file: figureText(it) })
  const outline = (it: Plan['boundaries']['added'][number], now: string | null) => ({ code: it.code, area: areaName(it.code), indicator: say(texts.outline), column: 'geometry', now, file: it.geometry.type })
  return {
    counts: { new: plan.added.length + plan.boundaries.added.length, changed: plan.changed.length + plan.boundaries.changed.length, unchanged: plan.unchanged, refused: plan.refused.length, areas: record.makeAreas ? plan.unknownAreas.length : 0, breaks: plan.breaks.length },
    added: [...plan.added.map(figure), ...plan.boundaries.added.map((it) => outline(it, null))], changed: [...plan.changed.map(figure), ...plan.boundaries.changed.map((it) => outline(it, it.geometry.type))],
    refused: plan.refused.map((it) => ({ code: it.code, area: areaName(it.code), column: it.column, raw: it.raw, reason: say(it.reason) })),
    unknownAreas: plan.unknownAreas, indicators: plan.indicators.map((it) => ({ name: pair(it.name), definition: pair(it.definition) })), breaks: plan.breaks.map(areaName), empty: plan.empty, unused: plan.unused,
  }
}

/** A file with what it does; once that was decided, with what it did. */
export function presentImport(record: ImportRecord, acts: z.input<typeof shownImport>['acts']): z.input<typeof shownImport> {
  const waits = record.state === 'mapping' || record.state === 'proposed'
  const nameOf = (key: string): string => {
    const found = record.ground.indicators.find((it) => it.key === key)
    return found ? say(found.name) : key
  }
  return {
    ...presentFile(record), sha256: record.sha256, bytes: record.bytes, elsewhere: record.elsewhere, makeAreas: record.makeAreas, version: record.version,
    mapping: Object.entries(record.mapping.columns ?? {}).map(([column, it]) => ({ column, indicator: nameOf(it.indicator), group: it.group ?? null, factor: it.factor ?? null })),
    plan: waits ? presentPlan(record, planOf(record)) : null, acts,
  }
}
