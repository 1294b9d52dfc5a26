import type pg from 'pg'
import { seedBoard } from './board.ts'
import { seedCases } from './cases.ts'
import { seedAccounts } from './accounts.ts'
import { seedDirectory } from './directory.ts'
import { seedExpectations } from './expectations.ts'
import { seedFiles } from './files.ts'
import { seedImports } from './imports.ts'
import { seedLessons } from './lessons.ts'
import { seedMaps } from './maps.ts'
import { seedMeetings } from './meetings.ts'
import { seedNeighbourhoods } from './neighbourhoods.ts'
import { seedParticipation } from './participation.ts'
import { seedPlans } from './plans.ts'
import { seedPeople } from './people.ts'
import { seedPrevalences } from './prevalences.ts'
import { seedProgrammes } from './programmes.ts'
import { seedReasons } from './reasons.ts'
import { seedSocial } from './social.ts'
import { seedPhotos } from './photos.ts'
import { seedSupported } from './supported.ts'
import { seedSuspects } from './suspects.ts'
import { seedSignals } from './signals.ts'

/** What every part of the demonstration starts from. */
export type World = {
  now: Date
  /** a day as YYYY-MM-DD, so many days from today in Amsterdam */
  day: (offset: number) => string
  /** the same, but never in a weekend: what was due before it, what is to come after it; today stays today */
  workday: (offset: number) => string
  /** a day of a week, counted from the Monday of this one: meetings keep to their own day of the week */
  weekday: (fromMonday: number) => string
}

/** Days around `now`, as people in Amsterdam count them. */
export function worldAt(now: Date): World {
  const dayFormat = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' })
  const day = (offset: number) => dayFormat.format(new Date(now.getTime() + offset * 86_400_000))
  const daysAfterMonday = (offset: number) => (new Date(`${day(offset)}T00:00:00Z`).getUTCDay() + 6) % 7
  const workday = (offset: number) => {
    const over = daysAfterMonday(offset) - 4
    return day(offset === 0 || over <= 0 ? offset : offset < 0 ? offset - over : offset + 3 - over)
  }
  return { now, day, workday, weekday: (fromMonday) => day(fromMonday - daysAfterMonday(0)) }
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
    await seedFiles(client, world)
    await seedSuspects(client, world)
    await seedDirectory(client, world)
    await seedLessons(client, world)
    await seedProgrammes(client, world)
    await seedAccounts(client, world, passwords)
    await seedCases(client, world)
    await seedSignals(client, world)
    await seedMeetings(client, world)
    await seedMaps(client, world)
    await seedPhotos(client, world)
    await seedExpectations(client, world)
    await seedPlans(client, world)
    await seedParticipation(client, world)
    await seedBoard(client, world)
    await seedImports(client, world)
    await seedSocial(client, world)
    await seedPrevalences(client, world)
    await seedReasons(client, world)
    await seedSupported(client, world)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}
