import { createHash } from 'node:crypto'
import type pg from 'pg'
import { municipalityId, personId } from './cast.ts'
import { idOf } from './ids.ts'
import type { World } from './index.ts'
import { insertAll } from './insert.ts'

const own = { municipality_id: municipalityId }
const columns = ['aanbod', 'wie', 'waarvoor', 'bellen']
const rows = [
  ['Repaircafé aan de Eem', 'Repaircafé Amersfoort', 'Samen maken wat stuk is.', '033 000 44 01'],
  ['Wandelmaatjes', 'Stichting Samen Op Pad', 'Een vaste wandeling met iemand die mee op stap gaat.', '033 000 44 02'],
]

type Said = { entity: 'service' | 'phone' | 'cost_option'; table: string; identifier: string; after: Record<string, unknown>; what: 'changed' | 'unchanged'; ours?: string[]; contested?: string[] }

/** What a guide of meals said of one of our services. */
async function putImport(client: pg.ClientBase, it: { key: string; file: string; state: Record<string, unknown> }, said: readonly Said[]): Promise<void> {
  const id = idOf('import', it.key)
  await insertAll(client, 'imports', [{ ...own, id, source: 'Maaltijdgids van de regio', file_name: it.file, file_hash: createHash('sha256').update(it.key).digest('hex'), format: 'hsds-json', brought_by: personId('petra'), ...it.state }])
  for (const [position, { entity, table, identifier, after, what, ours = [], contested = [] }] of said.entries()) {
    await client.query(
      `insert into import_records (municipality_id, import_id, position, entity, record_id, identifier, path, what, after, made, before, ours, contested)
       select x.municipality_id, $2, $3, $4, x.id, $5, $6, $7, said.after, '{}', (select jsonb_object_agg(k, to_jsonb(x) -> k) from jsonb_object_keys(said.after) k), $9, $10
       from ${table} x join services s on s.municipality_id = x.municipality_id and s.id = ${entity === 'service' ? 'x.id' : 'x.service_id'}
         cross join lateral (select $8::jsonb || ${entity === 'service' ? "'{}'" : "jsonb_build_object('service_id', s.id)"} as after) said where s.municipality_id = $1 and s.slug = 'maaltijd-aan-huis'`,
      [municipalityId, id, position, entity, identifier, entity === 'service' ? '$' : `$.${entity}s[0]`, what, JSON.stringify(after), ours, contested],
    )
  }
}

/** A guide of meals came a second time: what was put right here since stays, what it says anew would change. */
async function seedGuide(client: pg.ClientBase, { day }: World): Promise<void> {
  const service = { entity: 'service', table: 'services', identifier: 'maaltijd-12' } as const
  const phone = { entity: 'phone', table: 'phones', identifier: 'maaltijd-12-tel' } as const
  const price = { entity: 'cost_option', table: 'cost_options', identifier: 'maaltijd-12-prijs', after: { amount: 6.95 } } as const
  await putImport(client, { key: 'guide of meals', file: 'maaltijdgids-vorige-keer.json', state: { state: 'taken-in', brought_at: `${day(-95)} 13:20Z`, taken_in_at: `${day(-95)} 13:26Z` } }, [
    { ...service, after: { name: 'Maaltijd aan huis', alternate_name: 'Warm aan de deur' }, what: 'changed' },
    { ...phone, after: { number: '033 000 20 31' }, what: 'changed' },
    { ...price, what: 'changed' },
  ])
  await putImport(client, { key: 'guide of meals again', file: 'maaltijdgids.json', state: { state: 'looked-at', brought_at: `${day(-2)} 08:50Z` } }, [
    { ...service, after: { name: 'Maaltijd aan huis', alternate_name: 'Warm aan de deur', email: 'maaltijden@beweging30.example' }, what: 'changed', ours: ['alternate_name'] },
    { ...phone, after: { number: '033 000 20 32' }, what: 'changed', contested: ['number'] },
    { ...price, what: 'unchanged', ours: ['amount'] },
  ])
}

/** A list that a network keeps for itself was brought in, and nobody said yet what its columns are; a guide came a second time. The whole directory was taken along once. */
export async function seedImports(client: pg.ClientBase, world: World): Promise<void> {
  const { day } = world
  await seedGuide(client, world)
  const id = idOf('import', 'list of a network')
  const content = Buffer.from(`${[columns, ...rows].map((row) => row.join(';')).join('\r\n')}\r\n`, 'utf8')
  await insertAll(client, 'imports', [{
    ...own, id, source: 'Lijst van het wijknetwerk', file_name: 'wijknetwerk.csv', file_hash: createHash('sha256').update(content).digest('hex'), format: 'table', state: 'mapping', brought_by: personId('petra'), brought_at: `${day(-1)} 10:15Z`,
    header: columns.map((name, at) => ({ name, example: rows[0]?.[at] ?? '' })),
  }])
  await insertAll(client, 'import_files', [{ ...own, import_id: id, content: `\\x${content.toString('hex')}` }])
  await insertAll(client, 'directory_exports', [{ ...own, id: idOf('export', 'whole'), reason: 'Reservekopie voor de jaarlijkse oefening met de gemeente.', masked: false, made_by: personId('petra'), made_at: `${day(-12)} 09:40Z` }])
}
