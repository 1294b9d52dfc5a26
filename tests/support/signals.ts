import { seedPeople } from '../../db/seeds/demo/people.ts'
import type { Settings } from '../../platform/server-settings.ts'
import { type Answer, type Town, town, type TownsPerson } from './town.ts'

/** The town without stories: people and teams, and no signal yet. */
export const emptyTown = (settings?: Partial<Settings>): Promise<Town> => town({ seed: (owner) => seedPeople(owner), settings })

/** What a visitor fills in. */
export const worry = { area: 'schuilenburg', relation: 'neighbour', seen: 'De gordijnen zijn al dagen dicht.', urgency: 'soon', knows: 'no', wantsFeedback: 'ja' }

const codeIn = (answer: Answer): string => /^meegegeven=([^;]*)/.exec(answer.headers.getSetCookie().find((one) => one.startsWith('meegegeven=')) ?? '')?.[1] ?? ''

/** A visitor reports a worry by form; gives its id and the code. */
export async function reported(t: Town, fields: Record<string, string> = {}): Promise<{ id: string; code: string; sent: Answer }> {
  const known = new Set((await t.rows<{ id: string }>('select id from signals')).map((it) => it.id))
  const sent = await t.as('visitor').post('/zorgen', { ...worry, ...fields })
  const id = (await t.rows<{ id: string }>('select id from signals')).find((it) => !known.has(it.id))?.id ?? ''
  return { id, code: codeIn(sent), sent }
}

/** The version of a signal, as its page carries it. */
export const versionOf = async (t: Town, id: string): Promise<number> => (await t.rows<{ version: number }>('select version from signals where id = $1', [id]))[0]?.version ?? 0

/** Does one of the acts on a signal, as its form does. */
export const acts = async (t: Town, who: TownsPerson, id: string, path: string, fields: Record<string, string | string[]>): Promise<Answer> =>
  t.as(who).post(`/signalen/${id}/${path}`, fields, { version: await versionOf(t, id) })

/** The debt of feedback on a signal. */
export const debtOf = async (t: Town, id: string, about = 'signal'): Promise<{ id: string; owner_id: string; given_at: Date | null; waived_at: Date | null } | undefined> =>
  (await t.rows<{ id: string; owner_id: string; given_at: Date | null; waived_at: Date | null }>('select id, owner_id, given_at, waived_at from signal_feedback where signal_id = $1 and about = $2', [id, about]))[0]
