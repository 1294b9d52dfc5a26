import { sql } from 'kysely'
import type { Reading } from '../../platform/context.ts'
import { notFound } from '../../platform/refusal.ts'
import { contactsOf } from './contacts.tsx'
import type { Kept } from './keeping.ts'
import { ownersOf, sameOwner } from './owners.ts'
import { placesOf } from './places.tsx'
import { scheduleInWords, schedulesOf } from './schedules.tsx'

// What a visitor may see of an entry today.
const seen = sql<boolean>`(x.state = 'published' and x.visibility = 'public' and (x.publish_on is null or x.publish_on <= (select ctx.today())) and (x.expire_on is null or x.expire_on >= (select ctx.today())) and (x.hide_on is null or x.hide_on > (select ctx.today())))`

/** An organisation that a service may go to, whatever its state. @throws Refusal 404 there is none for who asks */
export async function findTarget({ db }: Pick<Reading, 'db'>, slug: string) {
  const found = await db
    .selectFrom('organizations as x')
    .leftJoin('organizations as into', (join) => join.onRef('into.municipalityId', '=', 'x.municipalityId').onRef('into.id', '=', 'x.mergedInto'))
    .where('x.slug', '=', slug)
    .select(['x.id', 'x.slug', 'x.name', 'x.state', 'into.name as into', seen.as('seen')])
    .executeTakeFirst()
  if (!found) throw notFound()
  return found
}

/** Of which organisation a service is, with its programme, and into what it went when it was merged. */
export const standingOf = ({ db }: Pick<Reading, 'db'>, serviceId: string) =>
  db
    .selectFrom('services as x')
    .innerJoin('organizations as o', (join) => join.onRef('o.municipalityId', '=', 'x.municipalityId').onRef('o.id', '=', 'x.organizationId'))
    .leftJoin('services as into', (join) => join.onRef('into.municipalityId', '=', 'x.municipalityId').onRef('into.id', '=', 'x.mergedInto'))
    .leftJoin('programs as p', (join) => join.onRef('p.municipalityId', '=', 'x.municipalityId').onRef('p.id', '=', 'x.programId'))
    .where('x.id', '=', serviceId)
    .select(['o.id as organizationId', 'o.name as organization', 'into.name as into', 'p.organizationId as programOf', 'p.name as program', seen.as('seen')])
    .executeTakeFirstOrThrow()

/** What goes along with a service, and what changes, when it goes to another organisation. */
export async function partsThatMove(reading: Reading, it: Pick<Kept, 'entity' | 'id'>, from: string, to: string) {
  const { db } = reading
  const [places, stays, times, contacts, proposals, partner, { now, next }, asked] = await Promise.all([
    placesOf(reading, it),
    db.selectFrom('locations').where('organizationId', '=', from).where('id', 'in', db.selectFrom('serviceAtLocations').where('serviceId', '=', it.id).select('locationId')).select('id').execute(),
    schedulesOf(reading, it.id),
    contactsOf(reading, it),
    db.selectFrom('directoryProposals').where('entity', '=', 'service').where('recordId', '=', it.id).where('state', '=', 'open').select('id').execute(),
    db.selectFrom('projectPartners').where('serviceId', '=', it.id).where('organizationId', '=', to).select('serviceId').executeTakeFirst(),
    ownersOf(reading, it.id, to),
    db.selectFrom('confirmationRequests').where('entity', '=', 'service').where('recordId', '=', it.id).where('answeredAt', 'is', null).where('withdrawnAt', 'is', null).select('id').execute(),
  ])
  const people = await db.selectFrom('people').where('id', 'in', [now, next].flatMap((one) => one?.ownerId ?? []).concat('00000000-0000-0000-0000-000000000000')).select(['id', 'name']).execute()
  const called = (one: typeof now): string | null => people.find(({ id }) => id === one?.ownerId)?.name ?? (one?.ownerName && one.ownerEmail ? `${one.ownerName} (${one.ownerEmail})` : (one?.ownerEmail ?? null))
  return {
    places: places.map(({ name, masked }) => (masked ? null : name)), placesStay: stays.length > 0, times: times.map(scheduleInWords), contacts: contacts.map(({ name, title }) => name ?? title ?? ''), proposals: proposals.length,
    partner: partner !== undefined, ownerNow: called(now), ownerThen: called(next), ownerStays: sameOwner(now, next), asked: asked.length > 0,
  }
}
export type MovingParts = Awaited<ReturnType<typeof partsThatMove>>
