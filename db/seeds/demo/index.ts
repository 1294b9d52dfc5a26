import type pg from 'pg'
import { seedCases } from './cases.ts'
import { seedAccounts } from './accounts.ts'
import { seedDirectory } from './directory.ts'
import { seedMaps } from './maps.ts'
import { seedMeetings } from './meetings.ts'
import { seedNeighbourhoods } from './neighbourhoods.ts'
import { seedPeople } from './people.ts'
import { seedSignals } from './signals.ts'

/** What every part of the demonstration starts from. */
export type World = { now: Date; /** a day as YYYY-MM-DD, so many days from today in Amsterdam */ day: (offset: number) => string }

/** Days around `now`, as people in Amsterdam count them. */
export function worldAt(now: Date): World {
  const dayFormat = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' })
  return { now, day: (offset) => dayFormat.format(new Date(now.getTime() + offset * 86_400_000)) }
}

/**
 * Fills an empty, migrated database with the demonstration, in one transaction.
 *
 * @param client    logged in as the owner
 * @param passwords making them takes most of the time; tests sign in without
 */
export async function seedDemo(client: pg.ClientBase, now = new Date(), passwords = true): Promise<void> {
  const world = worldAt(now)
  await client.query('begin')
  try {
    await seedPeople(client)
    await seedNeighbourhoods(client, world)
    await seedDirectory(client, world)
    await seedAccounts(client, world, passwords)
    await seedCases(client, world)
    await seedSignals(client, world)
    await seedMeetings(client, world)
    await seedMaps(client, world)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}
