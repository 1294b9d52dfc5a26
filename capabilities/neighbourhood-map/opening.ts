import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { act } from '../../platform/act.ts'
import type { Reading } from '../../platform/context.ts'
import { dayOf } from '../../platform/dates.ts'
import { notFound } from '../../platform/refusal.ts'
import { actTexts } from './actTexts.ts'
import { sectionKeys } from './sectionKeys.ts'
import { mapHref, mistake } from './mapAct.ts'
import { mayPublishMap } from './policy.ts'
import { type AreaMaps, findAllMaps, findMap } from './record.ts'

type Opening = AreaMaps & { today: string }

async function findArea(reading: Reading, { slug }: { slug: string }): Promise<Opening> {
  const found = (await findAllMaps(reading)).find((it) => it.slug === slug)
  if (!found) throw notFound()
  return { ...found, today: dayOf(reading.now) }
}

/** A new edition of the map of an area, with all its sections. The texts of the edition before come along as drafts. */
export const mapOpened = act({
  name: 'neighbourhood-map.open',
  at: '/neighbourhood-maps/of/:slug',
  page: '/wijkkaart/nieuw/:slug',
  title: actTexts.openTitle,
  input: z.strictObject({ edition: z.int().min(2000).max(2100) }),
  form: { edition: { as: 'number', label: actTexts.editionLabel, hint: actTexts.editionHint } },
  output: z.object({ mapId: z.uuid() }),
  find: findArea,
  may: mayPublishMap,
  about: (it, done?: string) => (done ? [done] : it.maps.map(({ id }) => id)),
  prefill: ({ today, maps }) => ({ edition: `${Math.max(Number(today.slice(0, 4)), (maps[0]?.edition ?? 0) + 1)}` }),
  run: async (ctx, { areaId, maps }, { edition }) => {
    if (maps.some((it) => it.edition === edition)) throw mistake('edition', 'taken', actTexts.editionTaken)
    const { municipalityId, id: openedBy } = ctx.actor
    const mapId = randomUUID()
    const before = maps.find((it) => it.edition < edition)
    const texts = before ? (await findMap({ ...ctx, forChange: false }, { mapId: before.id })).sections.flatMap(({ key, text }) => (text ? [{ key, body: text.body, source: text.source }] : [])) : []
    const row = { municipalityId, mapId }
    await ctx.db.insertInto('neighbourhoodMaps').values({ municipalityId, id: mapId, areaId, edition, openedAt: ctx.now, openedBy }).execute()
    await ctx.db.insertInto('mapSections').values(sectionKeys.map((key) => (texts.some((it) => it.key === key) ? { ...row, key, status: 'draft' as const, version: 1 } : { ...row, key, status: 'empty' as const, version: 0 }))).execute()
    if (texts.length > 0) await ctx.db.insertInto('mapSectionVersions').values(texts.map((it) => ({ ...row, ...it, version: 1, made: 'copied' as const, byId: openedBy, at: ctx.now }))).execute()
    return mapId
  },
  present: (_ctx, mapId) => ({ mapId }),
  next: ({ mapId }) => mapHref(mapId),
  done: actTexts.openDone,
  audit: 'C',
})
