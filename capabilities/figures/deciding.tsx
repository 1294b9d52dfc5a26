import { z } from 'zod'
import { act } from '../../platform/act.ts'
import type { Reading } from '../../platform/context.ts'
import { conflict, type Refusal, stale } from '../../platform/refusal.ts'
import { say } from '../../platform/texts.ts'
import { line, nothing } from '../../platform/validation.ts'
import { keepsFigures } from '../neighbourhoods/index.ts'
import { applyPlan, decided, withdraw } from './applying.ts'
import { importHref, takingOf } from './bringing.ts'
import type { ColumnMapping } from './candidates.ts'
import { planOf } from './plan.ts'
import { findImport, type ImportRecord } from './record.ts'
import { texts } from './texts.ts'

const onImport = {
  output: z.object({ importId: z.uuid() }),
  find: (reading: Reading, params: { importId: string }): Promise<ImportRecord> => findImport(reading, params),
  may: keepsFigures,
  about: (record: ImportRecord) => [record.id],
  version: (record: ImportRecord) => record.version,
  present: (_ctx: unknown, _done: unknown, record: ImportRecord) => ({ importId: record.id }),
  next: (it: { importId: string }) => importHref(it.importId),
}

const waits = ({ state }: ImportRecord): boolean => state === 'mapping' || state === 'proposed'
const decidedAlready = (record: ImportRecord): Refusal | undefined => (waits(record) ? undefined : conflict('import.decided', texts.notReady))

function notReady(record: ImportRecord): Refusal | undefined {
  if (!waits(record)) return decidedAlready(record)
  if (record.state === 'mapping') return conflict('import.not-mapped', texts.mapFirst)
  const plan = planOf(record)
  const news = plan.added.length + plan.changed.length + plan.boundaries.added.length + plan.boundaries.changed.length
  return news === 0 ? conflict('import.nothing', texts.nothingToDo) : undefined
}

const Applying = ({ record }: { record: ImportRecord }) => {
  const plan = planOf(record)
  return <p>{say(texts.applyIntro(plan.added.length + plan.boundaries.added.length, plan.changed.length + plan.boundaries.changed.length, plan.refused.length))}</p>
}

/** Takes a file in, all of it in one transaction. */
export const importApplied = act({
  ...onImport,
  name: 'figures.apply-import',
  at: '/figures/imports/:importId/application',
  page: '/wijken/beheer/bestanden/:importId/overnemen',
  title: texts.applyTitle,
  submit: texts.apply,
  input: nothing,
  form: {},
  hindrance: notReady,
  intro: (record) => <Applying record={record} />,
  run: async (ctx, record) => void (await applyPlan(takingOf(ctx), record, planOf(record))),
  done: texts.applied,
})

/** Leaves a file; it stays in the list as not taken in. */
export const importDiscarded = act({
  ...onImport,
  name: 'figures.discard-import',
  at: '/figures/imports/:importId/rejection',
  page: '/wijken/beheer/bestanden/:importId/niet-overnemen',
  title: texts.discard,
  input: nothing,
  form: {},
  hindrance: decidedAlready,
  run: async (ctx, record) => void (await decided(takingOf(ctx), record, 'discarded', null)),
  done: texts.discarded,
})

/** Takes back a file that was taken in: what stood there returns. */
export const importWithdrawn = act({
  ...onImport,
  name: 'figures.withdraw-import',
  at: '/figures/imports/:importId/withdrawal',
  page: '/wijken/beheer/bestanden/:importId/terugdraaien',
  title: texts.withdrawTitle,
  submit: texts.withdraw,
  destructive: true,
  input: nothing,
  form: {},
  hindrance: (record) => (record.state !== 'applied' ? conflict('import.not-applied', texts.notApplied) : record.replacedBy === null ? undefined : conflict('import.replaced', texts.replacedBy(record.replacedBy))),
  intro: () => <p>{say(texts.withdrawIntro)}</p>,
  run: async (ctx, record) => withdraw(takingOf(ctx), record),
  done: texts.withdrawn,
})

const leaveAlone = 'laat-liggen'

/** Says what one column of a table is. */
export const columnMapped = act({
  ...onImport,
  name: 'figures.map-column',
  at: '/figures/imports/:importId/columns',
  page: '/wijken/beheer/bestanden/:importId/kolom',
  title: texts.map,
  input: z.strictObject({ column: line(200), indicator: line(120), group: line(200).optional(), factor: z.number().positive().max(1_000_000).optional(), decimals: z.enum(['either', 'comma', 'point']) }),
  form: {
    column: { as: 'pick', label: texts.mapColumn },
    indicator: { as: 'pick', label: texts.mapIndicator, hint: texts.mapIndicatorHint },
    group: { as: 'pick', label: texts.mapGroup, hint: texts.mapGroupHint, optional: true },
    factor: { as: 'number', label: texts.mapFactor, hint: texts.mapFactorHint, optional: true },
    decimals: { as: 'choice', label: texts.mapDecimals, options: texts.decimals },
  },
  choices: async (_ctx, { header, ground }) => {
    const columns = header.map((name) => ({ value: name, label: name }))
    return { column: columns, group: columns, indicator: [{ value: leaveAlone, label: say(texts.leave) }, ...ground.indicators.filter((it) => !it.retired).map((it) => ({ value: it.key, label: say(it.name) }))] }
  },
  prefill: (record, query) => {
    const column = query.get('kolom') ?? undefined
    const known = column === undefined ? undefined : record.mapping.columns?.[column]
    return { column, indicator: known?.indicator, group: known?.group, factor: known?.factor, decimals: record.mapping.decimals ?? 'either' }
  },
  hindrance: (record) => (record.shape === 'table' ? decidedAlready(record) : conflict('import.known-columns', texts.notReady)),
  run: async ({ db }, record, { column, indicator, group, factor, decimals }) => {
    const { [column]: _, ...others } = record.mapping.columns ?? {}
    const own: ColumnMapping = { indicator, ...(group !== undefined && { group }), ...(factor !== undefined && { factor }) }
    const columns = indicator === leaveAlone ? others : { ...others, [column]: own }
    const state = Object.keys(columns).length > 0 ? ('proposed' as const) : ('mapping' as const)
    const changed = await db.updateTable('figureImports').set({ mapping: JSON.stringify({ decimals, columns }), state, version: record.version + 1 }).where('id', '=', record.id).where('version', '=', record.version).executeTakeFirstOrThrow()
    if (changed.numUpdatedRows !== 1n) throw stale()
  },
  done: texts.mapped,
})
