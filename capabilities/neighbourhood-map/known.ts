import type { Staff } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import { dayOf } from '../../platform/dates.ts'
import { cooperationOf } from './cooperation.ts'
import { allSections } from './format.ts'
import { isCounted, lastMonth, openSignalsOf } from './openSignals.ts'
import { sectionHref } from './mapAct.ts'

const mapOf = ({ db }: Pick<Context, 'db'>, areaId: string) => db.selectFrom('neighbourhoodMaps').where('areaId', '=', areaId).orderBy('edition', 'desc').select(['id', 'edition']).executeTakeFirst()

/**
 * What the newest map of an area holds to rest a judgement on: written sections, how parties cooperate, and open signals by theme.
 * The database withholds what is below its thresholds for this actor.
 */
export async function knownOfMap(ctx: Context<Staff>, areaId: string) {
  const { db, now } = ctx
  const month = lastMonth(dayOf(now))
  const [map, counted] = await Promise.all([mapOf(ctx, areaId), isCounted(db, areaId)])
  const [sections, cooperation, themes] = await Promise.all([
    map ? db.selectFrom('mapSections').where('mapId', '=', map.id).where('version', '>', 0).select(['key', 'version', 'publishedVersion']).execute() : [],
    map ? cooperationOf(db, map.id) : undefined,
    counted ? openSignalsOf(db, areaId, month) : [],
  ])
  const written = allSections.flatMap(({ key, number, name }) => sections.filter((it) => it.key === key).map((it) => ({ key, number, name, version: it.version, isPublic: it.publishedVersion !== null, href: map ? sectionHref(map.id, key) : '' })))
  return { edition: map?.edition ?? null, href: map ? `/wijkkaart/${map.id}` : null, sections: written, cooperation, month, themes }
}
