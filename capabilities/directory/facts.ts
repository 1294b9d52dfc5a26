import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Context, Reading } from '../../platform/context.ts'
import { dayOf } from '../../platform/dates.ts'
import { invalid, stale } from '../../platform/refusal.ts'
import { say, type Text } from '../../platform/texts.ts'
import { inOrder } from '../../platform/validation.ts'
import type { AnyForm } from '../../ui/form.tsx'
import { factTexts as texts } from './factTexts.ts'
import { readLine, type Weekly, writeLine } from './times.ts'

const known = z.enum(['needed', 'not-needed', 'unknown'])
const short = (most: number) => z.string().trim().max(most).optional()
const asked = (text: Text) => (): string => say(text)
/** Any telephone number as people write it. */
export const phoneNumber = z.string().trim().regex(/^[+\d][\d\s().-]{2,30}$/, { error: asked(texts.phoneWrong) })
const webAddress = z.string().trim().max(300).regex(/^https?:\/\/[^\s<>"]+$/i, { error: asked(texts.urlWrong) })

const opening = z.string().trim().max(1500).refine((lines) => wrongLines(lines).length === 0, { error: (issue) => say(texts.hoursWrong(wrongLines(String(issue.input))[0] ?? '')) })

/** What anybody may propose to change about a service, and who keeps it may change. */
export const factsInput = {
  name: z.string({ error: asked(texts.nameMissing) }).trim().min(2, { error: asked(texts.nameMissing) }).max(200),
  summary: z.string({ error: asked(texts.summaryMissing) }).trim().min(5, { error: asked(texts.summaryMissing) }).max(300),
  description: short(4000),
  forWhom: short(300),
  minimumAge: z.number().int().min(0).max(130).optional(),
  maximumAge: z.number().int().min(0).max(130).optional(),
  cost: z.number().min(0).max(100_000).optional(),
  costWords: short(300),
  applicationProcess: short(1000),
  registration: known,
  referral: known,
  indication: known,
  waitTime: short(100),
  hours: opening.optional(),
  phone: phoneNumber.optional(),
  email: z.email().max(200).optional(),
  url: webAddress.optional(),
  alert: short(300),
}
const schema = z.strictObject(factsInput)
export type Facts = z.output<typeof schema>
export type FactName = keyof Facts

const knownWords = { needed: texts.needed, 'not-needed': texts.notNeeded, unknown: texts.unknown }

/** The fields of `factsInput`, in the words of whoever fills them in. */
export const factsForm = {
  name: { as: 'text', label: texts.name },
  summary: { as: 'area', label: texts.summary, hint: texts.summaryHint, rows: 2, longest: 300 },
  description: { as: 'area', label: texts.description, rows: 5, longest: 4000, optional: true },
  forWhom: { as: 'text', label: texts.forWhom, hint: texts.forWhomHint, optional: true },
  minimumAge: { as: 'number', label: texts.minimumAge, unit: texts.years, optional: true },
  maximumAge: { as: 'number', label: texts.maximumAge, unit: texts.years, optional: true },
  cost: { as: 'number', label: texts.cost, hint: texts.costHint, unit: texts.euro, optional: true },
  costWords: { as: 'text', label: texts.costWords, hint: texts.costWordsHint, optional: true },
  applicationProcess: { as: 'area', label: texts.applicationProcess, rows: 2, longest: 1000, optional: true },
  registration: { as: 'choice', label: texts.registration, options: knownWords },
  referral: { as: 'choice', label: texts.referral, options: knownWords },
  indication: { as: 'choice', label: texts.indication, hint: texts.indicationHint, options: knownWords },
  waitTime: { as: 'text', label: texts.waitTime, hint: texts.waitTimeHint, optional: true },
  hours: { as: 'area', label: texts.hours, hint: texts.hoursHint, rows: 4, longest: 1500, optional: true },
  phone: { as: 'tel', label: texts.phone, autocomplete: 'off', optional: true },
  email: { as: 'email', label: texts.email, autocomplete: 'off', optional: true },
  url: { as: 'text', label: texts.url, optional: true },
  alert: { as: 'text', label: texts.alert, hint: texts.alertHint, optional: true },
} as const satisfies AnyForm

const linesOf = (text: string): string[] => text.split('\n').map((line) => line.trim()).filter(Boolean)
const wrongLines = (text: string): string[] => linesOf(text).filter((line) => !readLine(line))

type Schedule = Weekly & { id: string }
type Row = Pick<Facts, 'name' | 'registration' | 'referral' | 'indication'> & {
  id: string; version: number; slug: string; summary: string | null; description: string | null; forWhom: string | null; minimumAge: number | null; maximumAge: number | null; applicationProcess: string | null; waitTime: string | null
  email: string | null; url: string | null; alert: string | null; state: string; cost: { amount: number | null; words: string | null } | null; phone: string | null; schedules: Schedule[]
}

/** How a service stands, as the fields hold it. */
export async function factsOf({ db }: Pick<Reading, 'db'>, slug: string): Promise<{ id: string; version: number; slug: string; state: string; facts: Facts; row: Row } | undefined> {
  const row = (await db
    .selectFrom('services as x')
    .where('x.slug', '=', slug)
    .select(['x.id', 'x.version', 'x.slug', 'x.name', 'x.summary', 'x.description', 'x.forWhom', 'x.minimumAge', 'x.maximumAge', 'x.applicationProcess', 'x.waitTime', 'x.email', 'x.url', 'x.alert', 'x.registration', 'x.referral', 'x.indication', 'x.state'])
    .select([
      sql`(select jsonb_build_object('amount', c.amount, 'words', c.amount_description) from cost_options c where c.municipality_id = x.municipality_id and c.service_id = x.id order by c.amount nulls last, c.id limit 1)`.as('cost'),
      sql`(select p.number from phones p where p.municipality_id = x.municipality_id and p.service_id = x.id order by p.position, p.id limit 1)`.as('phone'),
      sql`coalesce((select jsonb_agg(jsonb_build_object('id', h.id, 'freq', h.freq, 'interval', h.interval, 'byday', h.byday, 'opensAt', h.opens_at, 'closesAt', h.closes_at) order by h.position, h.id) from schedules h where h.municipality_id = x.municipality_id and h.service_id = x.id), '[]')`.as('schedules'),
    ])
    .executeTakeFirst()) as Row | undefined
  if (!row) return undefined
  const given = <T>(value: T | null | undefined): T | undefined => (value === null || value === undefined || value === '' ? undefined : value)
  const facts: Facts = {
    name: row.name, summary: row.summary ?? '', description: given(row.description), forWhom: given(row.forWhom), minimumAge: given(row.minimumAge), maximumAge: given(row.maximumAge),
    cost: row.cost?.amount === null || row.cost?.amount === undefined ? undefined : Number(row.cost.amount), costWords: given(row.cost?.words), applicationProcess: given(row.applicationProcess),
    registration: row.registration, referral: row.referral, indication: row.indication, waitTime: given(row.waitTime), hours: given(row.schedules.map(writeLine).filter(Boolean).join('\n')), phone: given(row.phone), email: given(row.email), url: given(row.url), alert: given(row.alert),
  }
  return { id: row.id, version: row.version, slug: row.slug, state: row.state, facts, row }
}

/** One fact as text, to lay two beside each other. */
export function factText(name: FactName, value: unknown): string {
  if (value === undefined || value === null) return ''
  if (name === 'registration' || name === 'referral' || name === 'indication') return say(knownWords[value as keyof typeof knownWords] ?? texts.unknown)
  return name === 'cost' ? Number(value).toFixed(2).replace('.', ',') : String(value)
}

/** Which facts differ, by name, as they are kept in a proposal. */
export function differences(before: Facts, after: Facts): Partial<Record<FactName, { from: unknown; to: unknown }>> {
  const names = Object.keys(factsInput) as FactName[]
  return Object.fromEntries(names.filter((name) => factText(name, before[name]) !== factText(name, after[name])).map((name) => [name, { from: before[name] ?? null, to: after[name] ?? null }]))
}

/** The facts with what else a form asks, and the rule over two of them. */
export const withAgesInOrder = <S extends z.ZodObject>(schema: S): S => inOrder(schema, 'minimumAge', 'maximumAge', 'ages-in-order', texts.agesWrong)

/** The same rule for facts that came another way. @throws Refusal 400 */
function checkTogether({ minimumAge, maximumAge }: Pick<Facts, 'minimumAge' | 'maximumAge'>): void {
  if (minimumAge !== undefined && maximumAge !== undefined && minimumAge > maximumAge) throw invalid([{ in: 'body', at: 'maximumAge', code: 'ages-in-order', detail: texts.agesWrong }])
}

async function putHours(ctx: Context, municipalityId: string, serviceId: string, schedules: readonly Schedule[], text: string): Promise<void> {
  const wanted = linesOf(text).flatMap((line) => readLine(line) ?? [])
  const same = (a: Weekly, b: Weekly) => writeLine(a) === writeLine(b)
  // What a line cannot say (days that fall out, an end) stays with a schedule that was not touched.
  const kept = schedules.filter((it) => writeLine(it) === undefined || wanted.some((one) => same(one, it)))
  const gone = schedules.filter((it) => !kept.includes(it)).map((it) => it.id)
  const added = wanted.filter((one) => !kept.some((it) => same(it, one)))
  if (gone.length > 0) await ctx.db.deleteFrom('schedules').where('id', 'in', gone).execute()
  if (added.length > 0) {
    await ctx.db
      .insertInto('schedules')
      .values(added.map((it, at) => ({ municipalityId, id: randomUUID(), serviceId, freq: it.freq, interval: it.interval, byday: it.byday, opensAt: it.opensAt, closesAt: it.closesAt, dtstart: dayOf(ctx.now), position: kept.length + at })))
      .execute()
  }
}

async function putPhone(ctx: Context, municipalityId: string, serviceId: string, number: string | undefined): Promise<void> {
  const first = await ctx.db.selectFrom('phones').where('serviceId', '=', serviceId).orderBy('position').orderBy('id').select('id').executeTakeFirst()
  if (first && number) await ctx.db.updateTable('phones').set({ number }).where('id', '=', first.id).execute()
  else if (first) await ctx.db.deleteFrom('phones').where('id', '=', first.id).execute()
  else if (number) await ctx.db.insertInto('phones').values({ municipalityId, id: randomUUID(), serviceId, number }).execute()
}

/** Sets the price that the form shows, which is the lowest. What else a source told of prices stays. */
async function putCost(ctx: Context, municipalityId: string, serviceId: string, cost: number | undefined, words: string | undefined): Promise<void> {
  const told = { amount: cost === undefined ? null : cost.toFixed(2), amountDescription: words ?? null }
  const first = await ctx.db.selectFrom('costOptions').where('serviceId', '=', serviceId).orderBy('amount', (it) => it.asc().nullsLast()).orderBy('id').select('id').executeTakeFirst()
  if (cost === undefined && words === undefined) {
    if (first) await ctx.db.deleteFrom('costOptions').where('id', '=', first.id).execute()
  } else if (first) await ctx.db.updateTable('costOptions').set(told).where('id', '=', first.id).execute()
  else await ctx.db.insertInto('costOptions').values({ municipalityId, id: randomUUID(), serviceId, ...told }).execute()
}

/** The columns of a service that facts fill. */
export const columnsOf = (it: Facts) => ({
  name: it.name, summary: it.summary, description: it.description ?? null, forWhom: it.forWhom ?? null, minimumAge: it.minimumAge ?? null, maximumAge: it.maximumAge ?? null, applicationProcess: it.applicationProcess ?? null,
  registration: it.registration, referral: it.referral, indication: it.indication, waitTime: it.waitTime ?? null, email: it.email ?? null, url: it.url ?? null, alert: it.alert ?? null,
})

/** Writes facts of a service. @throws Refusal 412 when it was changed in the meantime */
export async function putFacts(ctx: Context, municipalityId: string, found: { id: string; version: number; facts: Facts; row: Pick<Row, 'schedules'> }, facts: Facts, assured?: { assuredDate: string; assuredBy: string; assuredHow: 'manager' | 'owner' }): Promise<void> {
  checkTogether(facts)
  const changed = await ctx.db
    .updateTable('services')
    .set({ ...columnsOf(facts), ...(facts.waitTime !== found.facts.waitTime && { waitTimeOn: facts.waitTime ? dayOf(ctx.now) : null }), ...assured, version: found.version + 1, lastModified: ctx.now })
    .where('id', '=', found.id)
    .where('version', '=', found.version)
    .executeTakeFirst()
  if (changed.numUpdatedRows !== 1n) throw stale()
  if (facts.phone !== found.facts.phone) await putPhone(ctx, municipalityId, found.id, facts.phone)
  if (facts.cost !== found.facts.cost || facts.costWords !== found.facts.costWords) await putCost(ctx, municipalityId, found.id, facts.cost, facts.costWords)
  if ((facts.hours ?? '') !== (found.facts.hours ?? '')) await putHours(ctx, municipalityId, found.id, found.row.schedules, facts.hours ?? '')
}
