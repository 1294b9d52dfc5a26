import type { z } from 'zod'
import { openActs, type AnyAct } from '../../platform/act.ts'
import type { Actor, Staff } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import { dayOf } from '../../platform/dates.ts'
import { cooperationOf, colleaguesOf, enquiriesOf } from './cooperation.ts'
import { allSections } from './format.ts'
import { groundOf } from './sketch.ts'
import type { SectionKey } from './sectionKeys.ts'
import { figuresFor, findFigures, seriesFor } from './figures.ts'
import { findSeries } from '../neighbourhoods/index.ts'
import { supportedShortly } from '../supported/index.ts'
import { findFuture, findPublicFuture, type Future } from './future.ts'
import { isCounted, lastMonth, openSignalsOf } from './openSignals.ts'
import { mayExpect, mayPublishMap, mayReadMaps, mayWriteMap } from './policy.ts'
import type { AreaMaps, Contribution, MapRecord, MapRow, OneSection, Photo, Version } from './record.ts'
import type { shownFuturePage, shownMap, shownMaps, shownPublic, shownSection, shownVersions } from './shown.ts'

/** Below this many signals nothing is told. The database decides; this is for the words. */
const leastFor = (actor: Actor): number => (mayReadMaps(actor) ? 5 : 10)

const presentText = ({ version, body, source, by, at }: Version) => ({ version, body, source, by, at: at.toISOString() })
const presentContribution = ({ id, kind, about, body, voice, saidBy, saidOn, source, theme, sort, scale, criteria, across, down }: Contribution) => ({ id, kind, about, body, voice, saidBy, saidOn, source, theme, sort, scale, criteria, spot: across === null || down === null ? null : { across, down } })

const presentPhoto = ({ id, kind, width, height, alt, caption, madeBy, madeOn }: Photo, src: string) => ({ id, src, kind, width, height, alt, caption, madeBy, madeOn })

/** Permission that lasts until a day still counts on that day. */
const lasts = ({ permissionUntil }: { permissionUntil: string | null }, today: string): boolean => permissionUntil === null || permissionUntil >= today

async function signalsOf({ db, actor, now }: Context, areaId: string, month = lastMonth(dayOf(now))) {
  const counted = await isCounted(db, areaId)
  return { month, least: leastFor(actor), counted, themes: counted ? await openSignalsOf(db, areaId, month) : [] }
}

const presentFuture = ({ scenarios, choices, goals }: Future, links?: { mapId: string }): z.input<typeof shownPublic>['future'] => ({
  scenarios: scenarios.map(({ id, title, body, horizon, restsOn, positions }) => ({
    id, title, body, horizon, restsOn: restsOn as SectionKey[], positions: positions.map(({ party, stance, reason, source, at }) => ({ party, stance, reason, source, on: dayOf(at) })),
    positionHref: links ? `/wijkkaart/${links.mapId}/scenario/${id}/standpunt` : null,
  })),
  choices: choices.map(({ scenarioId, reasons, decidedBy, decidedOn }) => ({ scenarioId, reasons, decidedBy, decidedOn })),
  goals: goals.map(({ id, goal, sign, who, term, fromYear, untilYear, state, explained, restsOn, scenarioId }) => ({
    id, goal, sign, who, term, fromYear, untilYear, state, explained, restsOn: restsOn as SectionKey[], scenario: scenarios.find((it) => it.id === scenarioId)?.title ?? null,
    moveHref: links ? `/wijkkaart/${links.mapId}/doel/${id}` : null,
  })),
})

/** What is published of a map, whoever looks: drafts, authors and permissions stay out. */
export async function presentPublic(ctx: Context, { slug, area, city, team, map, editions }: { slug: string; area: string; city: string; team: { slug: string; name: string } | null; map: MapRecord | undefined; editions: readonly number[] }, month?: string): Promise<z.input<typeof shownPublic>> {
  const empty = { scenarios: [], choices: [], goals: [] }
  if (!map) return { slug, area, city, team, edition: null, editions: [], asOf: null, sections: [], cooperation: null, signals: null, future: empty, ground: null }
  const shown = new Map(map.sections.filter((it) => it.shown).map((it) => [it.key, it]))
  const [ground, years, figures, future, cooperation, signals] = await Promise.all([
    groundOf(ctx, map.areaId), findSeries(ctx, slug),
    findFigures({ db: ctx.db, now: ctx.now, forChange: false }, slug), findPublicFuture(ctx.db, map.id, new Set(shown.keys())), shown.has('4-1') ? cooperationOf(ctx.db, map.id) : undefined, shown.has('6-2') ? signalsOf(ctx, map.areaId, month) : undefined,
  ])
  const isPublic = <T extends { publishedAt: Date | null; permissionUntil: string | null }>(all: readonly T[]): T[] => all.filter((it) => it.publishedAt !== null && lasts(it, map.today))
  const sections = allSections.flatMap(({ key }) => {
    const found = shown.get(key)
    if (!found?.shown || !found.publishedAt) return []
    const { body, source } = found.shown
    return [{ key, body, source, publishedOn: dayOf(found.publishedAt), figures: figuresFor(figures, key), series: seriesFor(years, key), contributions: isPublic(map.contributions).filter((it) => it.key === key).map(presentContribution), photos: isPublic(map.photos).filter((it) => it.key === key).map((it) => presentPhoto(it, `/wijk/${slug}/kaart/foto/${it.id}`)) }]
  })
  return {
    slug, area, city, team, edition: map.edition, editions: [...editions], asOf: sections.map((it) => it.publishedOn).sort().at(-1) ?? null, sections,
    cooperation: cooperation ?? null, signals: signals ?? null, future: presentFuture(future), ground,
  }
}

const isOwn = (actor: Staff, { teamIds }: AreaMaps): boolean => teamIds.some((id) => actor.teams.includes(id))

/** The areas with their maps, and where the actor may begin a new one. */
export const presentMaps = (actor: Staff, areas: readonly AreaMaps[]): z.input<typeof shownMaps> => ({
  // Where the actor writes comes first.
  areas: areas.toSorted((a, b) => Number(isOwn(actor, b)) - Number(isOwn(actor, a))).map((it) => ({ slug: it.slug, area: it.area, openHref: mayPublishMap(actor, it) ? `/wijkkaart/nieuw/${it.slug}` : null, maps: it.maps.map((map) => ({ ...map, lastAt: map.lastAt?.toISOString() ?? null })) })),
})

/** A map for those who write it. */
export async function presentMap(ctx: Context<Staff>, map: MapRecord): Promise<z.input<typeof shownMap>> {
  const { actor, db } = ctx
  const [enquiries, cooperation, signals, colleagues] = await Promise.all([enquiriesOf(db, map.id), cooperationOf(db, map.id), signalsOf(ctx, map.areaId), colleaguesOf(ctx, map.teamIds)])
  const open = enquiries.find((it) => it.closesOn >= map.today)
  const mayPublish = mayPublishMap(actor, map)
  return {
    id: map.id, slug: map.slug, area: map.area, edition: map.edition, mayPublish,
    sections: allSections.flatMap(({ key }) => {
      const it = map.sections.find((one) => one.key === key)
      if (!it) return []
      const added = [...map.contributions, ...map.photos].filter((one) => one.key === key)
      return [{ key, status: it.status, version: it.version, by: it.text?.by ?? null, at: it.text?.at.toISOString() ?? null, publicVersion: it.publishedVersion, additions: added.length, notPublic: added.filter((one) => one.publishedAt === null).length, mayWrite: mayWriteMap(actor, map) }]
    }),
    cooperation: cooperation ?? null,
    enquiry: open ? { closesOn: open.closesOn, answerHref: !open.answered && colleagues.length > 1 && colleagues.some(({ value }) => value === actor.id) ? `/wijkkaart/${map.id}/samenwerking/${open.id}` : null } : null,
    futureHref: `/wijkkaart/${map.id}/toekomst`,
    expectHref: mayExpect(actor) ? `/wijkkaart/${map.id}/verwachtingen` : null,
    askHref: mayPublish && !open ? `/wijkkaart/${map.id}/samenwerking/vragen` : null,
    signals,
  }
}

const permissionOf = ({ permissionHow, permissionOn, permissionUntil }: Contribution) => (permissionHow && permissionOn ? { how: permissionHow, on: permissionOn, until: permissionUntil } : null)

/** One section for those who write it, with the acts that are open now. */
export async function presentSection(ctx: Context<Staff>, it: OneSection, acts: readonly AnyAct[], futureActs: readonly AnyAct[]): Promise<z.input<typeof shownSection>> {
  const { actor, db } = ctx
  const { key, status, version, text, publishedVersion, publishedAt, publishedBy } = it.section
  const ofFuture = key === '6-5' || key === '6-6'
  const [ground, figures, supported, future] = await Promise.all([groundOf({ db }, it.areaId), findFigures({ db, now: ctx.now, forChange: false }, it.slug), key === '2-2' ? supportedShortly({ db }, actor, it.slug) : [], ofFuture ? findFuture(db, it.id) : undefined])
  const writes = mayWriteMap(actor, it)
  return {
    mapId: it.id, slug: it.slug, area: it.area, edition: it.edition, key, status, version, text: text ? presentText(text) : null, publicVersion: publishedVersion,
    published: publishedAt ? { by: publishedBy ?? '', at: publishedAt.toISOString() } : null, versions: it.versions.length,
    contributions: it.contributions.map((one) => ({
      ...presentContribution(one), by: one.by ?? '', at: one.at.toISOString(), isPublic: one.publishedAt !== null && publishedVersion !== null && lasts(one, it.today), permission: permissionOf(one),
      withdrawHref: writes || one.byId === actor.id ? `/wijkkaart/${it.id}/toevoeging/${one.id}/weghalen` : null,
      pointHref: one.kind === 'place' && (writes || one.byId === actor.id) ? `/wijkkaart/${it.id}/toevoeging/${one.id}/aanwijzen` : null,
    })),
    ground,
    photos: it.photos.map((one) => ({
      ...presentPhoto(one, `/wijkkaart/${it.id}/foto/${one.id}`), by: one.by ?? '', isPublic: one.publishedAt !== null && publishedVersion !== null && lasts(one, it.today), over: !lasts(one, it.today),
      permission: { by: one.permissionBy, how: one.permissionHow, on: one.permissionOn, until: one.permissionUntil }, withdrawHref: writes || one.byId === actor.id ? `/wijkkaart/${it.id}/foto/${one.id}/weghalen` : null,
    })),
    figures: figuresFor(figures, key), supported,
    future: future ? presentFuture(future, writes ? { mapId: it.id } : undefined) : null,
    acts: [...openActs(acts, actor, it, { mapId: it.id, section: key }), ...(future ? openActs(futureActs, actor, { ...it, ...future }, { mapId: it.id }) : [])],
  }
}

/** The future of an area for those who write it: scenarios, choices and goals together. */
export const presentFuturePage = (actor: Staff, it: MapRow & Future, acts: readonly AnyAct[]): z.input<typeof shownFuturePage> => ({
  mapId: it.id, area: it.area, edition: it.edition, future: presentFuture(it, mayWriteMap(actor, it) ? { mapId: it.id } : undefined), acts: openActs(acts, actor, it, { mapId: it.id }),
})

/** The history of a section. Without a choice the last change is shown. */
export function presentVersions(actor: Staff, it: OneSection, asked: { van?: number; naar?: number }): z.input<typeof shownVersions> {
  const has = (version: number | undefined): version is number => version !== undefined && it.versions.some((one) => one.version === version)
  const to = has(asked.naar) ? asked.naar : (it.versions[0]?.version ?? null)
  const from = has(asked.van) ? asked.van : to !== null && has(to - 1) ? to - 1 : null
  return {
    mapId: it.id, area: it.area, edition: it.edition, key: it.section.key, version: it.section.version, publicVersion: it.section.publishedVersion, mayRestore: mayWriteMap(actor, it),
    versions: it.versions.map((one) => ({ ...presentText(one), made: one.made, restoredFrom: one.restoredFrom })), from, to,
  }
}
