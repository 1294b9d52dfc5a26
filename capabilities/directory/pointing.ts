import { sql } from 'kysely'
import type { Staff } from '../../platform/actor.ts'
import type { Context, Reading } from '../../platform/context.ts'
import { dayOf, fullDay } from '../../platform/dates.ts'
import { euroText } from '../../platform/numbers.ts'
import { say, type Text } from '../../platform/texts.ts'
import { factTexts } from './factTexts.ts'
import { type Hours, hoursInWords } from './hours.ts'
import { keepTexts } from './keepTexts.ts'
import { pointTexts as texts } from './pointTexts.ts'
import { changedIn } from './versions.ts'

type Cost = { amount: string | number | null; amount_description: string | null }
type Planned = { freq: string | null; interval: number | null; byday: string | null; opens_at: string | null; closes_at: string | null; description: string | null; dtstart: string | null; until: string | null }
type Form = { services: Record<string, unknown>[]; schedules: Planned[]; cost_options: Cost[] }
/** Something that was changed: what, as it was and as it is, in words. */
export type Change = { what: string; from: string; to: string }
/** A service that was changed since the actor pointed somebody to it. `number` is the form it has now, `there` whether it has a page for the actor: one that stopped has none. */
export type ChangedEntry = { serviceId: string; slug: string; there: boolean; name: string; pointedOn: string; number: number; changedOn: string; changes: Change[] }

const hours = ({ schedules }: Form): string => hoursInWords(schedules.map((it): Hours => ({ ...it, opensAt: it.opens_at, closesAt: it.closes_at })))
const amountOf = (amount: Cost['amount']): string => (amount === null ? '' : Number(amount) === 0 ? say(texts.free) : euroText(Math.round(Number(amount) * 100)))
// Both the amount and what is said about it: a price that went up is a change, also when the words stayed.
const costs = ({ cost_options }: Form): string => cost_options.map((it) => [amountOf(it.amount), it.amount_description].filter((one, at, all) => one && all.indexOf(one) === at).join(' ')).filter(Boolean).join('; ')

const words: Record<string, Text> = { needed: factTexts.needed, 'not-needed': factTexts.notNeeded, unknown: factTexts.unknown, published: keepTexts.published, archived: keepTexts.archived }
const inWords = (value: string): string => (words[value] ? say(words[value]) : /^\d{4}-\d{2}-\d{2}$/.test(value) ? fullDay(value) : value)

/** What differs between two forms, for whoever passes it on. */
export function differences(before: Form, after: Form): Change[] {
  const facts = changedIn({ services: before.services }, { services: after.services }).map(({ what, from, to }) => ({ what, from: inWords(from), to: inWords(to) }))
  const parts = [{ what: say(factTexts.hours), from: hours(before), to: hours(after) }, { what: say(factTexts.cost), from: costs(before), to: costs(after) }]
  return [...facts, ...parts.filter(({ from, to }) => from !== to)]
}

/** What changed of the services that the actor pointed somebody to within a year, the last change first. */
export async function changedForMe({ db }: Pick<Reading, 'db'>): Promise<ChangedEntry[]> {
  const { rows } = await sql<{ serviceId: string; slug: string; there: boolean; pointedOn: string; number: number; changedAt: Date; before: Form; after: Form }>`select c.*, exists (select from services s where s.id = c.service_id) as there from ctx.changed_since_pointed() c order by c.changed_at desc`.execute(db)
  return rows
    .map(({ before, after, changedAt, ...it }) => ({ ...it, name: String(after.services[0]?.name ?? ''), changedOn: dayOf(changedAt), changes: differences(before, after) }))
    .filter(({ changes }) => changes.length > 0)
}

/** When the actor last pointed somebody to a service; null when not, or not any more. The database gives only their own. */
export const pointedOnOf = async ({ db }: Pick<Reading, 'db'>, serviceId: string): Promise<string | null> => (await db.selectFrom('pointings').where('serviceId', '=', serviceId).select('pointedOn').executeTakeFirst())?.pointedOn ?? null

/** Of which of these services the actor hears what changes: those they pointed somebody to within a year. */
export const pointedToAny = async ({ db }: Pick<Reading, 'db'>, serviceIds: readonly string[]): Promise<string[]> =>
  (await db.selectFrom('pointings').where('serviceId', 'in', [...serviceIds]).where('pointedOn', '>', sql<string>`(select ctx.today()) - 365`).select('serviceId').execute()).map(({ serviceId }) => serviceId)

/** The actor no longer hears what changes of these services. */
export const stopPointing = async (ctx: Context<Staff>, serviceIds: readonly string[]): Promise<void> => {
  await ctx.db.deleteFrom('pointings').where('personId', '=', ctx.actor.id).where('serviceId', 'in', [...serviceIds]).execute()
}

/** Notes that the actor pointed somebody to this service today, knowing it as it is now; nothing about whom. A change that still waits for who was pointed to it before keeps waiting. */
export async function notePointed(ctx: Context<Staff>, serviceId: string): Promise<void> {
  const seen = sql<number>`ctx.forms_of(${serviceId})`
  await ctx.db
    .insertInto('pointings')
    .values({ municipalityId: ctx.actor.municipalityId, personId: ctx.actor.id, serviceId, pointedOn: dayOf(ctx.now), seen })
    .onConflict((on) => on.columns(['municipalityId', 'personId', 'serviceId']).doUpdateSet({ pointedOn: dayOf(ctx.now), seen: sql<number>`case when pointings.pointed_on > (select ctx.today()) - 365 then pointings.seen else excluded.seen end` }))
    .execute()
}
