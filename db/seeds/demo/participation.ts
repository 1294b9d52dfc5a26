import type pg from 'pg'
import { areaId, municipalityId, personId } from './cast.ts'
import { serviceId } from './directory.ts'
import { idOf } from './ids.ts'
import type { World } from './index.ts'
import { insertAll } from './insert.ts'

const own = { municipality_id: municipalityId }

/** What people wish for: theme, where, how many, when they could come. Some are shared by too few to be shown. */
const wishes = [
  ['meals', 'schothorst', 14, ['evening']], ['walking', 'randenbroek-schuilenburg', 11, ['morning', 'afternoon']], ['making', 'randenbroek-schuilenburg', 7, ['afternoon']], ['music', 'kruiskamp-koppel', 12, ['evening', 'weekend']],
  ['learning', 'kruiskamp-koppel', 6, ['morning']], ['talking', 'amersfoort', 13, ['evening']], ['games', 'randenbroek-schuilenburg', 3, ['weekend']], ['garden', 'schothorst', 4, ['weekend']],
] as const

/** Wishes of the last months, and one that was answered. */
export async function seedParticipation(client: pg.ClientBase, world: World): Promise<void> {
  await insertAll(client, 'activity_wishes', wishes.flatMap(([theme, area, count, parts]) =>
    Array.from({ length: count }, (_, index) => ({
      ...own, id: idOf('wish', `${theme} ${area} ${index}`), theme, area_id: areaId(area), day_parts: index % 4 === 3 ? ['morning', 'weekend'] : parts, people: 1, left_on: world.day(-3 - index * 5),
    })),
  ))
  await insertAll(client, 'wish_answers', [{ ...own, id: idOf('wish answer', 'eetclub'), theme: 'meals', area_id: areaId('randenbroek-schuilenburg'), service_id: serviceId('eetclub'), by_id: personId('hassan'), answered_on: world.day(-70) }])
}
