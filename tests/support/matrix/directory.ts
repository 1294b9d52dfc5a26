import { municipalityId, organizationId, personId } from '../../../db/seeds/demo/cast.ts'
import { idOf } from '../../../db/seeds/demo/ids.ts'
import { insert } from '../../../db/seeds/demo/insert.ts'
import { hashed } from '../../../platform/request.ts'
import type { Town } from '../town.ts'

/** An entry that everybody sees and that Els looks after. */
export const kept = 'maatjesproject'
/** The secret of a link in a mail to who looks after that entry. */
export const linkSecret = 'a-link-in-a-mail-for-the-matrix'
/** Proposals about that entry: a change, a remark, and something new. */
export const proposals = { change: idOf('proposal', 'change'), remark: idOf('proposal', 'remark'), new: idOf('proposal', 'new') }
export const confirmation = idOf('confirmation', 'matrix')

/** What came from elsewhere: one list that was only looked at, and one that was taken in. */
async function bringIn(t: Town): Promise<void> {
  const file = { name: 'lijst.csv', content: Buffer.from('naam;organisatie\nCafé Proef;De Proeftuin\n').toString('base64') }
  for (const source of ['bekeken', 'opgenomen']) {
    const { importId } = (await t.as('petra').json('/imports', { source, file })).json() as { importId: string }
    if (source === 'opgenomen') await t.as('petra').json(`/imports/${importId}/take-in`, {}, { version: 1 })
  }
}

/** Work that lies ready in the directory: imports, proposals, a link to confirm with, versions to go back to, and two entries that became one. */
export async function workOnDirectory(t: Town): Promise<void> {
  await bringIn(t)
  const own = { municipality_id: municipalityId }
  const [service] = await t.rows<{ id: string; version: number; summary: string }>('select id, version, summary from services where slug = $1', [kept])
  if (!service) throw new Error(`the demonstration has no ${kept}`)
  const about = { ...own, entity: 'service', record_id: service.id }
  await t.rows('insert into entry_care (municipality_id, entity, record_id, owner_id) values ($1, $2, $3, $4) on conflict (municipality_id, entity, record_id) do update set owner_id = excluded.owner_id', [municipalityId, 'service', service.id, personId('els')])
  await t.as('petra').json(`/directory/voorziening/${kept}/confirmation`, {}, { version: service.version })
  const [now] = await t.rows<{ version: number }>('select version from services where id = $1', [service.id])
  await insert(t.owner, 'directory_proposals', { ...about, id: proposals.change, kind: 'change', base_version: now?.version, changes: { summary: { from: service.summary, to: 'Samen op pad' } }, by_id: personId('mirjam'), made_at: t.now() })
  await insert(t.owner, 'directory_proposals', { ...about, id: proposals.remark, kind: 'correction', base_version: now?.version, message: 'Het nummer klopt niet meer.', sender_name: 'Een buur', sender_email: 'buur@example.nl', made_at: t.now() })
  await insert(t.owner, 'directory_proposals', { ...about, id: proposals.new, record_id: null, kind: 'new', changes: { name: { from: null, to: 'Een nieuw begin' }, summary: { from: null, to: 'Voor wie wil' } }, by_id: personId('hassan'), made_at: t.now() })
  await insert(t.owner, 'locations', { ...own, id: idOf('location', 'unused'), organization_id: organizationId('swa'), name: 'Een lege kamer' })
  await insert(t.owner, 'confirmation_requests', { ...about, id: confirmation, token_hash: hashed(linkSecret), stage: 'first', made_at: t.now() })
  const others = await t.rows<{ id: string; slug: string; version: number }>("select id, slug, version from services where municipality_id = $1 and state = 'published' and visibility = 'public' and kind = 'service' and slug <> $2 order by slug desc limit 2", [municipalityId, kept])
  await t.as('petra').json(`/directory/voorziening/${others[0]?.slug}/merge`, { intoId: others[1]?.id }, { version: others[0]?.version })
}
