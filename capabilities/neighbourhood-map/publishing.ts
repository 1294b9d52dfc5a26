import { sql } from 'kysely'
import { act, notNow } from '../../platform/act.ts'
import type { Context } from '../../platform/context.ts'
import { stale } from '../../platform/refusal.ts'
import { nothing } from '../../platform/validation.ts'
import { actTexts } from './actTexts.ts'
import { onSection } from './mapAct.ts'
import { mayPublishMap } from './policy.ts'
import type { OneSection } from './record.ts'

/** The database decides once more who may, and shows what was added beside the text in the same go. @throws Refusal 412 */
async function show(ctx: Context, { id, section: { key, version } }: OneSection, shown: boolean): Promise<void> {
  const { rows } = await sql<{ done: boolean }>`select ctx.publish_section(${id}, ${key}, ${version}, ${shown}) as done`.execute(ctx.db)
  if (!rows[0]?.done) throw stale()
}

const waiting = ({ section, contributions, photos }: OneSection): boolean => section.status === 'ready' || (section.status === 'published' && [...contributions, ...photos].some((it) => it.publishedAt === null))

/** The text of a section, with what people added, becomes readable for everybody. */
export const sectionPublished = act({
  ...onSection,
  name: 'neighbourhood-map.publish-section',
  at: '/neighbourhood-maps/:mapId/sections/:section/publication',
  page: '/wijkkaart/:mapId/deel/:section/publiceren',
  title: actTexts.publishTitle,
  input: nothing,
  form: {},
  may: mayPublishMap,
  hindrance: (record) => (record.section.status === 'empty' || record.section.status === 'draft' ? notNow('section.not-ready', actTexts.notReady) : waiting(record) || ['6-5', '6-6'].includes(record.section.key) ? undefined : notNow('section.published', actTexts.publishedAlready)),
  run: (ctx, record) => show(ctx, record, true),
  done: actTexts.publishDone,
})

/** The public no longer reads the section. Its texts stay. */
export const sectionUnpublished = act({
  ...onSection,
  name: 'neighbourhood-map.unpublish-section',
  at: '/neighbourhood-maps/:mapId/sections/:section/publication-ended',
  page: '/wijkkaart/:mapId/deel/:section/intrekken',
  title: actTexts.unpublishTitle,
  destructive: true,
  input: nothing,
  form: {},
  may: mayPublishMap,
  hindrance: ({ section }) => (section.publishedVersion === null ? notNow('section.not-published', actTexts.notPublished) : undefined),
  run: (ctx, record) => show(ctx, record, false),
  done: actTexts.unpublishDone,
})
