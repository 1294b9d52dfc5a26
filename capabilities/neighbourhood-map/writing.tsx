import { z } from 'zod'
import { act } from '../../platform/act.ts'
import type { Context } from '../../platform/context.ts'
import type { Staff } from '../../platform/actor.ts'
import { line, prose } from '../../platform/validation.ts'
import { actTexts } from './actTexts.ts'
import { Conflict } from './Conflict.tsx'
import { mistake, mustChange, nobodyIn, onSection } from './mapAct.ts'
import { mayWriteMap } from './policy.ts'
import type { Made, OneSection } from './record.ts'
import { Before } from './SectionParts.tsx'

type Written = { body: string; source: string; status: 'draft' | 'ready'; made: Made; restoredFrom?: number }

/** Adds a text to a section; what stood there stays, as an earlier version. @throws Refusal 412 somebody was first */
export async function writeText(ctx: Context<Staff>, { id: mapId, municipalityId, section: { key, version } }: OneSection, { status, restoredFrom, ...written }: Written): Promise<number> {
  const next = version + 1
  mustChange(await ctx.db.updateTable('mapSections').set({ status, version: next }).where('mapId', '=', mapId).where('key', '=', key).where('version', '=', version).executeTakeFirstOrThrow())
  await ctx.db.insertInto('mapSectionVersions').values({ ...written, municipalityId, mapId, key, version: next, restoredFrom: restoredFrom ?? null, byId: ctx.actor.id, at: ctx.now }).execute()
  return next
}

/** Somebody writes the text of a section. Who wrote at the same time never overwrites the other: both texts are shown, to merge by hand. */
export const sectionWritten = act({
  ...onSection,
  name: 'neighbourhood-map.write-section',
  at: '/neighbourhood-maps/:mapId/sections/:section/texts',
  page: '/wijkkaart/:mapId/deel/:section/schrijven',
  title: actTexts.writeTitle,
  submit: actTexts.writeSubmit,
  input: z.strictObject({ body: prose(8000), source: line(300), status: z.enum(['draft', 'ready']) }),
  form: {
    body: { as: 'area', label: actTexts.bodyLabel, hint: actTexts.bodyHint, rows: 14, longest: 8000 },
    source: { as: 'text', label: actTexts.sourceLabel, hint: actTexts.sourceHint, longest: 300 },
    status: { as: 'choice', label: actTexts.statusLabel, options: { draft: actTexts.statusDraft, ready: actTexts.statusReady } },
  },
  may: mayWriteMap,
  prefill: ({ section: { text } }) => ({ body: text?.body, source: text?.source, status: 'draft' }),
  intro: (record, again) => (again?.status === 412 ? <Conflict record={record} again={again} /> : <Before record={record} />),
  run: (ctx, record, written) => {
    nobodyIn(written)
    const { text } = record.section
    if (text?.body === written.body && text.source === written.source && record.section.status === written.status) throw mistake('body', 'unchanged', actTexts.unchanged)
    return writeText(ctx, record, { ...written, made: 'written' })
  },
  done: actTexts.writeDone,
})

/** An earlier text comes back, as a new version: nothing is lost. */
export const sectionRestored = act({
  ...onSection,
  name: 'neighbourhood-map.restore-section',
  at: '/neighbourhood-maps/:mapId/sections/:section/restored',
  page: '/wijkkaart/:mapId/deel/:section/terugzetten',
  title: actTexts.restoreTitle,
  input: z.strictObject({ version: z.string().regex(/^\d{1,6}$/) }),
  form: { version: { as: 'pick', label: actTexts.restoreLabel } },
  may: mayWriteMap,
  hindrance: ({ versions }) => (versions.length < 2 ? actTexts.nothingEarlier() : undefined),
  choices: async (_ctx, { versions, section }) => ({ version: versions.filter((it) => it.version !== section.version).map((it) => ({ value: String(it.version), label: actTexts.versionLine(it) })) }),
  prefill: ({ section }, query) => ({ version: query.get('versie') ?? String(section.version - 1) }),
  run: (ctx, record, { version }) => {
    const found = record.versions.find((it) => it.version === Number(version))
    if (!found) throw mistake('version', 'not-offered', actTexts.restoreLabel)
    return writeText(ctx, record, { body: found.body, source: found.source, status: 'draft', made: 'restored', restoredFrom: found.version })
  },
  done: actTexts.restoreDone,
})
