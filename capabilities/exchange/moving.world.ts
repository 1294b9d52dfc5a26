import { parse } from 'csv-parse/sync'
import { unzipSync } from 'fflate'
import pg from 'pg'
import { expect } from 'vitest'
import type { Town } from '../../tests/support/town.ts'
import { workOff } from './background.ts'
import { lostFrom } from './roundtrip.world.ts'

/** The lists of a package, each line by the names of its columns. */
export type Lists = Record<string, Record<string, string>[]>
export const listsOf = (bytes: Uint8Array): Lists => Object.fromEntries(Object.entries(unzipSync(bytes)).filter(([name]) => name.endsWith('.csv')).map(([name, list]) => [name, parse(Buffer.from(list), { columns: true, bom: true }) as Record<string, string>[]]))

type Import = { id: string; state: string; remarks: { kind: string; path: string; reason: string; field: string | null }[]; counts: { entity: string; new: number; changed: number }[] }

/** Takes a file in where nothing stands yet, as the information manager does: look, then take. What was seen before it was taken. */
export async function takenIn(to: Town, name: string, content: Uint8Array): Promise<Import> {
  const clerk = new pg.Client(to.database.ownerUrl)
  await clerk.connect()
  const seen = async (id: string) => (await to.as('petra').json(`/imports/${id}`)).json() as Import
  const versionOf = async (id: string) => (await to.rows<{ version: number }>('select version from imports where id = $1', [id]))[0]!.version
  try {
    const { importId } = (await to.as('petra').json('/imports', { source: 'andere gemeente', file: { name, content: Buffer.from(content).toString('base64') } })).json() as { importId: string }
    await workOff(clerk, to.database.ownerUrl, to.now)
    const looked = await seen(importId)
    expect((await to.as('petra').json(`/imports/${importId}/take-in`, {}, { version: await versionOf(importId) })).status).toBe(201)
    await workOff(clerk, to.database.ownerUrl, to.now)
    expect((await seen(importId)).state).toBe('taken-in')
    return looked
  } finally {
    await clerk.end()
  }
}

/** What of each list is not in the others. When it changed is of the municipality that has it now: others ask that one what changed since. */
export const lostLines = (lists: Lists, back: Lists): string[] =>
  Object.entries(lists).flatMap(([name, rows]) => rows.flatMap((row) => lostFrom(row, back[name]!.find(({ id }) => id === row.id), `${name} ${row.id}`))).filter((one) => !/\.last_modified: /.test(one))
