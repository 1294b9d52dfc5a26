import { z } from 'zod'
import { publicView, view } from '../../platform/act.ts'
import type { Reading } from '../../platform/context.ts'
import { say } from '../../platform/texts.ts'
import { nothing } from '../../platform/validation.ts'
import { notFound } from '../../platform/refusal.ts'
import { findingRecorded, knowledgeAdded, makeUpNoted, opinionRecorded, placeMarked, riskGroupDescribed, storyTold } from './contributing.ts'
import { sectionAt } from './format.ts'
import { goalSet } from './goals.ts'
import { FuturePage } from './FuturePage.tsx'
import { MapPage } from './MapPage.tsx'
import { MapsPage } from './MapsPage.tsx'
import { photoAdded } from './photos.tsx'
import { mayReadMaps } from './policy.ts'
import { presentFuturePage, presentMap, presentMaps, presentPublic, presentSection, presentVersions } from './present.ts'
import { PublicMapPage } from './PublicMapPage.tsx'
import { sectionPublished, sectionUnpublished } from './publishing.ts'
import { findAllMaps, findMap, findPublished, findSection } from './record.ts'
import { scenarioChosen, scenarioDescribed, withFuture } from './scenarios.ts'
import { SectionPage } from './SectionPage.tsx'
import { shownFuturePage, shownMap, shownMaps, shownPublic, shownSection, shownVersions } from './shown.ts'
import { texts } from './texts.ts'
import { VersionsPage } from './VersionsPage.tsx'
import { sectionRestored, sectionWritten } from './writing.tsx'

/** The area a public map is about, with what is published of it. @throws Refusal 404 there is no such area or edition */
export async function findPublicMap(reading: Reading, { slug }: { slug: string }, { editie }: { editie?: number } = {}) {
  const [area, published, team] = await Promise.all([
    reading.db
      .selectFrom('areas as a')
      .innerJoin('municipalities as m', 'm.id', 'a.municipalityId')
      .where('a.slug', '=', slug)
      .where('a.kind', '<>', 'municipality')
      .where('a.composed', '=', false)
      .select(['a.slug', 'a.name', 'm.name as city'])
      .executeTakeFirst(),
    findPublished(reading, slug, editie),
    reading.db.selectFrom('teams as t').innerJoin('areas as a', (join) => join.onRef('a.municipalityId', '=', 't.municipalityId').onRef('a.id', '=', 't.areaId')).where('a.slug', '=', slug).where('t.kind', '=', 'linking-team').orderBy('t.name').select(['t.slug', 't.name']).executeTakeFirst(),
  ])
  if (!area) throw notFound()
  return { slug: area.slug, area: area.name, city: area.city, team: team ?? null, ...published }
}

/** What the address of the public map may ask. */
export const publicQuery = z.strictObject({ editie: z.coerce.number().int().min(2000).max(2100).optional(), maand: z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/).optional() })

/** The map of a neighbourhood as everybody reads it. */
export const mapRead = publicView({
  name: 'neighbourhood-map.read',
  at: '/neighbourhoods/:slug/map',
  path: '/wijk/:slug/kaart',
  title: (shown) => (shown.edition === null ? texts.mapTitle(shown.area) : texts.mapOf(shown.area, shown.edition)),
  query: publicQuery,
  output: shownPublic,
  find: (reading, params, query) => findPublicMap(reading, params, query),
  may: () => true,
  about: () => [],
  present: (ctx, found, { maand }) => presentPublic(ctx, found, maand && `${maand}-01`),
  page: (shown) => <PublicMapPage shown={shown} />,
})

/** All areas with their maps. */
export const mapsListed = view({
  name: 'neighbourhood-map.list',
  at: '/neighbourhood-maps',
  path: '/wijkkaart',
  title: texts.maps,
  query: nothing,
  output: shownMaps,
  find: (reading) => findAllMaps(reading),
  may: mayReadMaps,
  about: () => [],
  present: (ctx, areas) => presentMaps(ctx.actor, areas),
  page: (shown, { now }) => <MapsPage shown={shown} now={now} />,
})

/** One map, section by section. */
export const mapViewed = view({
  name: 'neighbourhood-map.view',
  at: '/neighbourhood-maps/:mapId',
  path: '/wijkkaart/:mapId',
  title: (shown) => texts.mapWork(shown.area, shown.edition),
  query: nothing,
  output: shownMap,
  find: findMap,
  may: mayReadMaps,
  about: ({ id }) => [id],
  present: presentMap,
  page: (shown, { now }) => <MapPage shown={shown} now={now} />,
})

const sectionActs = [sectionPublished, sectionUnpublished, sectionWritten, sectionRestored, storyTold, photoAdded, knowledgeAdded, opinionRecorded, placeMarked, riskGroupDescribed, makeUpNoted, findingRecorded]
const futureActs = { '6-5': [scenarioDescribed, scenarioChosen], '6-6': [goalSet] }

/** One section with its text, what stands beside it, and all that can be done. */
export const sectionViewed = view({
  name: 'neighbourhood-map.view-section',
  at: '/neighbourhood-maps/:mapId/sections/:section',
  path: '/wijkkaart/:mapId/deel/:section',
  title: (shown) => texts.sectionOf(say(sectionAt(shown.key)?.name ?? texts.text), shown.area, shown.edition),
  query: nothing,
  output: shownSection,
  find: findSection,
  may: mayReadMaps,
  about: ({ id }) => [id],
  version: ({ section }) => section.version,
  present: (ctx, it): Promise<z.input<typeof shownSection>> => presentSection(ctx, it, sectionActs, it.section.key === '6-5' || it.section.key === '6-6' ? futureActs[it.section.key] : []),
  page: (shown, { now }) => <SectionPage shown={shown} now={now} />,
})

/** Scenarios with what parties think, what was chosen, and the goals: what is worked on together, on one page. */
export const futureViewed = view({
  name: 'neighbourhood-map.view-future',
  at: '/neighbourhood-maps/:mapId/future',
  path: '/wijkkaart/:mapId/toekomst',
  title: (shown) => texts.futureOf(shown.area, shown.edition),
  query: nothing,
  output: shownFuturePage,
  find: withFuture,
  may: mayReadMaps,
  about: ({ id }) => [id],
  present: (ctx, it): z.input<typeof shownFuturePage> => presentFuturePage(ctx.actor, it, [scenarioDescribed, scenarioChosen, goalSet]),
  page: (shown) => <FuturePage shown={shown} />,
})

const number = z.coerce.number().int().min(1).max(1_000_000).optional()

/** Every text that ever stood in a section, and what changed between two. */
export const versionsViewed = view({
  name: 'neighbourhood-map.view-versions',
  at: '/neighbourhood-maps/:mapId/sections/:section/versions',
  path: '/wijkkaart/:mapId/deel/:section/versies',
  title: texts.versions,
  query: z.strictObject({ van: number, naar: number }),
  output: shownVersions,
  find: (reading, params) => findSection(reading, params),
  may: mayReadMaps,
  about: ({ id }) => [id],
  present: (ctx, it, asked) => presentVersions(ctx.actor, it, asked),
  page: (shown, { now }) => <VersionsPage shown={shown} now={now} />,
})
