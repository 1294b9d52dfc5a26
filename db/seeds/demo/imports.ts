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

/** A list that a network keeps for itself was brought in, and nobody said yet what its columns are. The whole directory was taken along once. */
export async function seedImports(client: pg.ClientBase, { day }: World): Promise<void> {
  const id = idOf('import', 'list of a network')
  const content = Buffer.from(`${[columns, ...rows].map((row) => row.join(';')).join('\r\n')}\r\n`, 'utf8')
  await insertAll(client, 'imports', [{
    ...own, id, source: 'Lijst van het wijknetwerk', file_name: 'wijknetwerk.csv', file_hash: createHash('sha256').update(content).digest('hex'), format: 'table', state: 'mapping', brought_by: personId('petra'), brought_at: `${day(-1)} 10:15Z`,
    header: columns.map((name, at) => ({ name, example: rows[0]?.[at] ?? '' })),
  }])
  await insertAll(client, 'import_files', [{ ...own, import_id: id, content: `\\x${content.toString('hex')}` }])
  await insertAll(client, 'directory_exports', [{ ...own, id: idOf('export', 'whole'), reason: 'Reservekopie voor de jaarlijkse oefening met de gemeente.', masked: false, made_by: personId('petra'), made_at: `${day(-12)} 09:40Z` }])
}
