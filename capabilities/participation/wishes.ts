import { sql } from 'kysely'
import type { Staff } from '../../platform/actor.ts'
import type { Context, Reading } from '../../platform/context.ts'
import type { IsoDay } from '../../platform/dates.ts'
import { notFound } from '../../platform/refusal.ts'
import type { DayPart, WishTheme } from './words.ts'

/** Somewhere that wishes are counted: the neighbourhoods, and the whole municipality for who does not mind. */
export type WishArea = { id: string; slug: string; name: string; whole: boolean }
/** A wish that enough people share. */
export type Wish = { theme: WishTheme; area: WishArea; people: number; dayParts: readonly DayPart[]; /** teams of that neighbourhood */ teamIds: readonly string[] }
/** What was started because people asked for it. */
export type Started = { theme: WishTheme; area: string; name: string; slug: string; on: IsoDay }

/** Neighbourhoods by name, the whole municipality last. */
export async function wishAreas({ db }: Pick<Reading, 'db'>): Promise<WishArea[]> {
  const { rows } = await sql<WishArea>`
    select a.id, a.slug, a.name, a.kind = 'municipality' as whole from areas a left join areas m on m.municipality_id = a.municipality_id and m.id = a.parent_id
    where a.municipality_id = (select ctx.municipality()) and (a.kind = 'municipality' or m.kind = 'municipality') order by whole, a.name`.execute(db)
  return rows
}

/** Wishes that enough people share, the most people first. The database counts and withholds; no wish itself reaches the application. */
export async function sharedWishes({ db }: Pick<Reading, 'db'>): Promise<Wish[]> {
  const { rows } = await sql<Omit<Wish, 'area'> & Omit<WishArea, 'id'> & { areaId: string }>`
    select w.theme, w.people, w.day_parts as "dayParts", a.id as "areaId", a.slug, a.name, a.kind = 'municipality' as whole, array(select t.id from teams t where t.municipality_id = a.municipality_id and t.area_id = a.id) as "teamIds"
    from ctx.wishes() w join areas a on a.municipality_id = (select ctx.municipality()) and a.id = w.area_id order by w.people desc, a.name, w.theme`.execute(db)
  return rows.map(({ areaId, slug, name, whole, ...it }) => ({ ...it, area: { id: areaId, slug, name, whole } }))
}

/** One wish that enough people share. @throws Refusal 404 there is none, or too few people share it */
export async function findWish(reading: Reading, { theme, slug }: { theme: string; slug: string }): Promise<Wish> {
  const found = (await sharedWishes(reading)).find((it) => it.theme === theme && it.area.slug === slug)
  if (!found) throw notFound()
  return found
}

/** What was started in the last year because people asked for it, as far as it is public. */
export async function startedOnWishes({ db }: Pick<Reading, 'db'>): Promise<Started[]> {
  const { rows } = await sql<Started>`
    select distinct on (s.id) w.theme, a.name as area, s.name, s.slug, w.answered_on::text as on
    from wish_answers w join services s on s.municipality_id = w.municipality_id and s.id = w.service_id join areas a on a.municipality_id = w.municipality_id and a.id = w.area_id
    where w.answered_on >= (select ctx.today()) - 365 and s.visibility = 'public' and s.state = 'published' and s.status not in ('defunct', 'inactive') and coalesce(s.publish_on, '-infinity') <= (select ctx.today())
    order by s.id, w.answered_on desc`.execute(db)
  return rows.toSorted((a, b) => b.on.localeCompare(a.on) || a.name.localeCompare(b.name))
}

/** Public activities to point at, by name: those that reach the area first. */
export async function activitiesFor({ db }: Pick<Context<Staff>, 'db'>, areaId: string): Promise<{ id: string; slug: string; name: string; organization: string }[]> {
  const { rows } = await sql<{ id: string; slug: string; name: string; organization: string }>`
    select s.id, s.slug, s.name, o.name as organization
    from services s join organizations o on o.municipality_id = s.municipality_id and o.id = s.organization_id
    where s.kind = 'activity' and s.visibility = 'public' and s.state = 'published' and s.status not in ('defunct', 'inactive')
    order by exists (select from service_areas x where x.municipality_id = s.municipality_id and x.service_id = s.id and x.area_id = ${areaId}::uuid) desc, s.name`.execute(db)
  return rows
}
