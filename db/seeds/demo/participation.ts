import { createHash } from 'node:crypto'
import type pg from 'pg'
import { areaId, type CastKey, municipalityId, personId, type TeamKey, teamId } from './cast.ts'
import { serviceId } from './directory.ts'
import { idOf } from './ids.ts'
import type { World } from './index.ts'
import { insertAll } from './insert.ts'
import { followCode, signalId } from './signals.ts'

const own = { municipality_id: municipalityId }

/** What people wish for: theme, where, how many, when they could come. Some are shared by too few to be shown. */
const wishes = [
  ['meals', 'schothorst', 14, ['evening']], ['walking', 'randenbroek-schuilenburg', 11, ['morning', 'afternoon']], ['making', 'randenbroek-schuilenburg', 7, ['afternoon']], ['music', 'kruiskamp-koppel', 12, ['evening', 'weekend']],
  ['learning', 'kruiskamp-koppel', 6, ['morning']], ['talking', 'amersfoort', 13, ['evening']], ['games', 'randenbroek-schuilenburg', 3, ['weekend']], ['garden', 'schothorst', 4, ['weekend']],
] as const

// The last list is closed: at the walking club people just walk in.
const lists: readonly { activity: string; team: TeamKey; owner: CastKey; since: number; closed?: number }[] = [
  { activity: 'eetclub', team: 'randenbroek-schuilenburg', owner: 'els', since: 60 }, { activity: 'weer-naar-school', team: 'randenbroek-schuilenburg', owner: 'hassan', since: 30 },
  { activity: 'coach-en-cootje', team: 'kruiskamp-koppel', owner: 'sanne', since: 45 }, { activity: 'wandelclub', team: 'randenbroek-schuilenburg', owner: 'hassan', since: 240, closed: 8 },
]
/** The list that waits for an answer of who was asked to keep it. */
const handedOver = { activity: 'weer-naar-school', from: 'hassan', to: 'els', days: 2, reason: 'Jij komt elke week in de bibliotheek en spreekt de groep. Ik ben er bijna nooit.' } as const

/** The list that somebody else keeps since a few days, which the one before should know. */
const passedOn = { activity: 'coach-en-cootje', from: 'youssef', to: 'sanne', days: 3 } as const
/** The id of what the keeper before should know about this list. */
export const listNoticeId = (activity: string): string => idOf('list notice', activity)

type Story = { key: string; activity: string; called: string | null; since: number; by?: CastKey; consent?: 'spoken' | 'written'; followUp?: true; phone?: string; supporter?: string; away?: readonly (readonly [days: number, told: boolean])[]; stopped?: number; finished?: number; out?: { days: number; reason: string; signal: string; forgotten?: number } }
const participants: readonly Story[] = [
  { key: 'lena', activity: 'eetclub', called: 'Lena', since: 50, followUp: true, phone: '06 00 00 01 11', away: [[7, true]] },
  { key: 'gerrit', activity: 'eetclub', called: 'Gerrit', since: 46, by: 'mirjam', consent: 'spoken', followUp: true, phone: '06 00 00 01 12', supporter: 'Zijn dochter', away: [[12, false], [5, false]] },
  { key: 'mevrouw-b', activity: 'eetclub', called: 'Mevrouw B.', since: 40 },
  { key: 'gestopt', activity: 'eetclub', called: null, since: 38, stopped: 10 },
  { key: 'mevrouw-t', activity: 'wandelclub', called: 'Mevrouw T.', since: 120, followUp: true, phone: '06 00 00 01 13', away: [[37, false], [30, false], [23, false]], out: { days: 9, reason: 'unknown', signal: 'walking-group' } },
  { key: 'slecht-ter-been', activity: 'wandelclub', called: null, since: 200, out: { days: 14, reason: 'health', signal: 'from-the-church', forgotten: 8 } },
  { key: 'wandelaar-1', activity: 'wandelclub', called: null, since: 190, finished: 8 },
  { key: 'wandelaar-2', activity: 'wandelclub', called: null, since: 150, by: 'els', consent: 'spoken', finished: 8 },
  { key: 'toos', activity: 'weer-naar-school', called: 'Toos', since: 20, by: 'els', consent: 'written', away: [[13, false]] },
  { key: 'yara', activity: 'coach-en-cootje', called: 'Yara', since: 25, by: 'youssef', consent: 'spoken', supporter: 'Haar moeder' },
]
/** The id of a participation by its key. */
export const participationId = (key: string): string => idOf('participation', key)
/** The code with which a participant of the demonstration cancels. */
export const callOffCode = (key: string): string => followCode(`participation ${key}`)

async function seedParticipants(client: pg.ClientBase, world: World): Promise<void> {
  const dayOrNull = (ago?: number) => (ago === undefined ? null : world.day(-ago))
  await insertAll(client, 'activity_lists', lists.map(({ activity, team, owner, since, closed }) => ({
    ...own, service_id: serviceId(activity), team_id: teamId(team), owner_id: personId(owner), purpose: 'welfare', opened_on: world.day(-since), version: 1, closed_on: closed ? world.day(-closed) : null, closed_by: closed ? personId(owner) : null,
  })))
  await insertAll(client, 'activity_list_handovers', [{ ...own, id: idOf('list handover', handedOver.activity), service_id: serviceId(handedOver.activity), from_id: personId(handedOver.from), to_id: personId(handedOver.to), reason: handedOver.reason, proposed_at: new Date(world.now.getTime() - handedOver.days * 86_400_000) }])
  await insertAll(client, 'activity_list_notices', [{ ...own, id: listNoticeId(passedOn.activity), service_id: serviceId(passedOn.activity), person_id: personId(passedOn.from), kind: 'handed-over', keeper_id: personId(passedOn.to), on_day: world.day(-passedOn.days) }])
  await insertAll(client, 'participations', participants.map((it) => ({
    ...own, id: participationId(it.key), service_id: serviceId(it.activity), called: it.called, state: it.stopped ? 'cancelled' : it.finished ? 'finished' : it.out ? 'dropped-out' : 'registered', registered_on: world.day(-it.since), by_id: it.by ? personId(it.by) : null,
    consent: it.consent ?? 'self', follow_up: it.followUp ?? false, ended_on: dayOrNull(it.stopped ?? it.finished ?? it.out?.days), version: 1,
    reason: it.out?.reason ?? null, signal_id: it.out ? signalId(it.out.signal) : null, forgotten_on: dayOrNull(it.out?.forgotten),
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
