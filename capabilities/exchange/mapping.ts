import { z } from 'zod'
import { act } from '../../platform/act.ts'
import { invalid } from '../../platform/refusal.ts'
import { say } from '../../platform/texts.ts'
import { columnsOf, type Mapping, type TableField, tableFields } from './columnsOf.ts'
import { failTexts } from './failTexts.ts'
import { type ImportRecord, onImport, unless } from './importing.ts'
import { asked, bytesAtOnce } from './jobs.ts'
import { forgotten, lookAt } from './looking.ts'
import { fieldTexts, mapTexts } from './mapTexts.ts'
import { Unreadable } from './unreadable.ts'

const column = z.string().trim().max(20).optional()
// What is sent is the name of a column, not a day: a property that is called a date would promise one.
const sentAs = (field: TableField): string => (field === 'assured_date' ? 'assured' : field)
const input = z.strictObject({ ...(Object.fromEntries(tableFields.map((field) => [sentAs(field), column])) as Record<TableField, typeof column>), name: z.string().trim().min(1).max(20) })
const form = Object.fromEntries(tableFields.map((field) => [sentAs(field), { as: 'pick' as const, label: fieldTexts[field], ...(field !== 'name' && { optional: true as const }) }])) as unknown as Record<TableField, { as: 'pick'; label: (typeof fieldTexts)[TableField]; optional?: true }>

const ofTable = (record: ImportRecord) => (record.format === 'table' && record.header ? unless('mapping', 'looked-at')(record) : unless()(record))

/** Somebody says which column of a list is what. It is kept for the source, and the list is read again. */
export const columnsMapped = act({
  ...onImport,
  name: 'exchange.map-columns',
  at: '/imports/:importId/columns',
  page: '/sociale-kaart/invoer/:importId/kolommen',
  title: mapTexts.title,
  submit: mapTexts.submit,
  input,
  form,
  hindrance: ofTable,
  intro: () => say(mapTexts.intro),
  choices: async (_ctx, { header }) => {
    const columns = (header ?? []).map(({ name, example }, at) => ({ value: `k${at + 1}`, label: example ? say(mapTexts.column(name || say(mapTexts.noName(at + 1)), example)) : name || say(mapTexts.noName(at + 1)) }))
    return Object.fromEntries(tableFields.map((field) => [sentAs(field), columns]))
  },
  prefill: ({ header }) => Object.fromEntries(columnsOf((header ?? []).map(({ name }) => name)).flatMap((field, at) => (field ? [[sentAs(field), `k${at + 1}`]] : []))),
  run: async (ctx, record, chosen) => {
    const header = record.header ?? []
    const said: Readonly<Record<string, string | undefined>> = chosen
    const picked = tableFields.flatMap((field) => {
      const column = said[sentAs(field)]
      return column ? [[field, column] as const] : []
    })
    const twice = picked.filter(([, value], at) => picked.findIndex(([, other]) => other === value) !== at)
    if (twice.length > 0) throw invalid(twice.map(([field]) => ({ in: 'body' as const, at: sentAs(field), code: 'twice', detail: mapTexts.twice })))
    const mapping = Object.fromEntries(picked.map(([field, value]) => [field, header[Number(value.slice(1)) - 1]?.name ?? ''])) as Mapping
    const kept = { columns: JSON.stringify(mapping), changedAt: ctx.now }
    await ctx.db.insertInto('importMappings').values({ municipalityId: ctx.actor.municipalityId, source: record.source, ...kept }).onConflict((it) => it.columns(['municipalityId', 'source']).doUpdateSet(kept)).execute()
    const file = await ctx.db.selectFrom('importFiles').where('importId', '=', record.id).select('content').executeTakeFirst()
    await forgotten(ctx.db, record.id)
    if (!file || file.content.length > bytesAtOnce) return asked(ctx, record.id, 'look', 0)
    try {
      await lookAt(ctx.db, { municipalityId: ctx.actor.municipalityId, importId: record.id, source: record.source, fileName: record.fileName, bytes: file.content })
    } catch (error) {
      if (error instanceof Unreadable) throw invalid([{ in: 'body', at: 'name', code: 'unreadable', detail: failTexts[error.reason] }])
      throw error
    }
  },
  done: mapTexts.done,
})
