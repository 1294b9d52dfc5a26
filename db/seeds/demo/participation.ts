import { createHash } from 'node:crypto'
import type pg from 'pg'
import { areaId, type CastKey, municipalityId, personId, type TeamKey, teamId } from './cast.ts'
import { serviceId } from './directory.ts'
import { idOf } from './ids.ts'
import type { World } from './index.ts'
import { insertAll } from './insert.ts'
import { followCode } from './signals.ts'

const own = { municipality_id: municipalityId }

/** What people wish for: theme, where, how many, when they could come. Some are shared by too few to be shown. */
const wishes = [
  ['meals', 'schothorst', 14, ['evening']], ['walking', 'randenbroek-schuilenburg', 11, ['morning', 'afternoon']], ['making', 'randenbroek-schuilenburg', 7, ['afternoon']], ['music', 'kruiskamp-koppel', 12, ['evening', 'weekend']],
  ['learning', 'kruiskamp-koppel', 6, ['morning']], ['talking', 'amersfoort', 13, ['evening']], ['games', 'randenbroek-schuilenburg', 3, ['weekend']], ['garden', 'schothorst', 4, ['weekend']],
] as const

const lists = [['eetclub', 'randenbroek-schuilenburg', 'els', 60], ['weer-naar-school', 'randenbroek-schuilenburg', 'hassan', 30], ['coach-en-cootje', 'kruiskamp-koppel', 'sanne', 45]] as const satisfies readonly (readonly [string, TeamKey, CastKey, number])[]

type Story = { key: string; activity: string; called: string | null; since: number; by?: CastKey; consent?: 'spoken' | 'written'; followUp?: true; phone?: string; supporter?: string; away?: readonly (readonly [days: number, told: boolean])[]; stopped?: number }
const participants: readonly Story[] = [
  { key: 'lena', activity: 'eetclub', called: 'Lena', since: 50, followUp: true, phone: '06 00 00 01 11', away: [[7, true]] },
  { key: 'gerrit', activity: 'eetclub', called: 'Gerrit', since: 46, by: 'mirjam', consent: 'spoken', followUp: true, phone: '06 00 00 01 12', supporter: 'Zijn dochter', away: [[12, false], [5, false]] },
  { key: 'mevrouw-b', activity: 'eetclub', called: 'Mevrouw B.', since: 40 },
  { key: 'gestopt', activity: 'eetclub', called: null, since: 38, stopped: 10 },
  { key: 'toos', activity: 'weer-naar-school', called: 'Toos', since: 20, by: 'els', consent: 'written', away: [[13, false]] },
  { key: 'yara', activity: 'coach-en-cootje', called: 'Yara', since: 25, by: 'youssef', consent: 'spoken', supporter: 'Haar moeder' },
]
/** The id of a participation by its key. */
export const participationId = (key: string): string => idOf('participation', key)
/** The code with which a participant of the demonstration cancels. */
export const callOffCode = (key: string): string => followCode(`participation ${key}`)

async function seedParticipants(client: pg.ClientBase, world: World): Promise<void> {
  await insertAll(client, 'activity_lists', lists.map(([activity, team, owner, since]) => ({ ...own, service_id: serviceId(activity), team_id: teamId(team), owner_id: personId(owner), purpose: 'welfare', opened_on: world.day(-since) })))
  await insertAll(client, 'participations', participants.map((it) => ({
    ...own, id: participationId(it.key), service_id: serviceId(it.activity), called: it.called, state: it.stopped ? 'cancelled' : 'registered', registered_on: world.day(-it.since), by_id: it.by ? personId(it.by) : null,
    consent: it.consent ?? 'self', follow_up: it.followUp ?? false, ended_on: it.stopped ? world.day(-it.stopped) : null, version: 1,
  })))
  await insertAll(client, 'participation_contacts', participants.filter((it) => it.phone ?? it.supporter).map((it) => ({ ...own, participation_id: participationId(it.key), phone: it.phone ?? null, supporter: it.supporter ?? null, supporter_agreed: Boolean(it.supporter) })))
  await insertAll(client, 'participation_absences', participants.flatMap((it) => (it.away ?? []).map(([days, told]) => ({ ...own, participation_id: participationId(it.key), on_day: world.day(-days), told }))))
  for (const { key } of participants) await client.query('insert into auth.participation_codes values (auth.follow_hash($1), $2, $3)', [createHash('sha256').update(callOffCode(key)).digest(), municipalityId, participationId(key)])
}

/** Wishes of the last months, one that was answered, and participants of three activities. */
export async function seedParticipation(client: pg.ClientBase, world: World): Promise<void> {
  await insertAll(client, 'activity_wishes', wishes.flatMap(([theme, area, count, parts]) =>
    Array.from({ length: count }, (_, index) => ({
      ...own, id: idOf('wish', `${theme} ${area} ${index}`), theme, area_id: areaId(area), day_parts: index % 4 === 3 ? ['morning', 'weekend'] : parts, people: 1, left_on: world.day(-3 - index * 5),
    })),
  ))
  await insertAll(client, 'wish_answers', [{ ...own, id: idOf('wish answer', 'eetclub'), theme: 'meals', area_id: areaId('randenbroek-schuilenburg'), service_id: serviceId('eetclub'), by_id: personId('hassan'), answered_on: world.day(-70) }])
  await seedParticipants(client, world)
}
