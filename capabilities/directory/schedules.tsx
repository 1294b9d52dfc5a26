import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import { act } from '../../platform/act.ts'
import type { Reading } from '../../platform/context.ts'
import { fullDay } from '../../platform/dates.ts'
import { notFound } from '../../platform/refusal.ts'
import { say, type Text } from '../../platform/texts.ts'
import { alsoWhenWrong, day, line, time } from '../../platform/validation.ts'
import { hoursInWords } from './hours.ts'
import { findKept, type Kept, mayKeep, setKept, withHistory } from './keeping.ts'
import { scheduleTexts as texts } from './scheduleTexts.ts'

const isDay = (it: string | undefined): it is string => day().safeParse(it).success
const iso = (typed: string): string | undefined => {
  const dutch = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(typed)
  const it = dutch ? `${dutch[3]}-${(dutch[2] ?? '').padStart(2, '0')}-${(dutch[1] ?? '').padStart(2, '0')}` : typed
  return isDay(it) ? it : undefined
}
const linesOf = (text: string | undefined): string[] => (text ?? '').split(/[\n,;]/).map((one) => one.trim()).filter(Boolean)
const daysIn = (text: string | undefined): string[] => [...new Set(linesOf(text).flatMap((one) => iso(one) ?? []))].sort()
const dates = z.string().trim().max(1500).refine((text) => linesOf(text).every(iso), { error: (issue) => say(texts.dateWrong((linesOf(String(issue.input)).find((one) => !iso(one)) ?? '').slice(0, 40))) })

const fields = z.strictObject({
  how: z.enum(['daily', 'weekly', 'biweekly', 'monthly', 'once', 'loose']), days: z.array(z.enum(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'])), nth: z.enum(['1', '2', '3', '4', '-1']).optional(),
  from: day().optional(), until: day().optional(), opensAt: time().optional(), closesAt: time().optional(), except: dates.optional(), extra: dates.optional(), description: line(200).optional(),
})
type ScheduleInput = z.output<typeof fields>
type Rule = { at: keyof ScheduleInput; code: string; text: Text; /** of what was typed, where other fields may be wrong still */ broken: (it: Partial<ScheduleInput>) => boolean }

const isTime = (it: string | undefined): it is string => /^\d\d:\d\d$/.test(it ?? '')
const rules: readonly Rule[] = [
  { at: 'days', code: 'days-needed', text: texts.daysNeeded, broken: (it) => it.days?.length === 0 && ['weekly', 'biweekly', 'monthly'].includes(it.how ?? '') },
  { at: 'nth', code: 'nth-needed', text: texts.nthNeeded, broken: (it) => it.how === 'monthly' && !it.nth },
  { at: 'from', code: 'from-needed', text: texts.fromNeeded, broken: (it) => !it.from && ['once', 'biweekly'].includes(it.how ?? '') },
  { at: 'extra', code: 'extra-needed', text: texts.extraNeeded, broken: (it) => it.how === 'loose' && linesOf(String(it.extra ?? '')).length === 0 },
  { at: 'until', code: 'dates-in-order', text: texts.untilWrong, broken: (it) => isDay(it.from) && isDay(it.until) && it.until < it.from },
  { at: 'closesAt', code: 'times-in-order', text: texts.timesWrong, broken: (it) => isTime(it.closesAt) && isTime(it.opensAt) && it.closesAt <= it.opensAt },
]
const scheduleInput = rules.reduce((schema, { at, code, text, broken }) => schema.refine((it) => !broken(it), { path: [at], params: { code }, error: () => say(text), when: alsoWhenWrong }), fields)
const form = {
  how: { as: 'choice', label: texts.how, options: { daily: texts.daily, weekly: texts.weekly, biweekly: texts.biweekly, monthly: texts.monthly, once: texts.once, loose: { label: texts.loose, hint: texts.looseHint } } },
  days: { as: 'ticks', label: texts.days, options: { MO: texts.monday, TU: texts.tuesday, WE: texts.wednesday, TH: texts.thursday, FR: texts.friday, SA: texts.saturday, SU: texts.sunday } },
  nth: { as: 'choice', label: texts.nth, hint: texts.nthHint, options: { 1: texts.first, 2: texts.second, 3: texts.third, 4: texts.fourth, [-1]: texts.last }, optional: true },
  from: { as: 'day', label: texts.from, hint: texts.fromHint, optional: true },
  until: { as: 'day', label: texts.until, optional: true },
  opensAt: { as: 'time', label: texts.opensAt, optional: true },
  closesAt: { as: 'time', label: texts.closesAt, optional: true },
  except: { as: 'area', label: texts.except, hint: texts.exceptHint, rows: 3, longest: 1500, optional: true },
  extra: { as: 'area', label: texts.extra, rows: 3, longest: 1500, optional: true },
  description: { as: 'text', label: texts.description, hint: texts.descriptionHint, optional: true },
} as const

/** The times of a service as they are kept. */
export const schedulesOf = ({ db }: Pick<Reading, 'db'>, serviceId: string) =>
  db.selectFrom('schedules').where('serviceId', '=', serviceId).orderBy('position').orderBy('id').select(['id', 'freq', 'interval', 'byday', 'bymonthday', 'count', 'dtstart', 'until', 'validFrom', 'validTo', 'opensAt', 'closesAt', 'description']).select([sql<string[]>`to_jsonb(exdates)`.as('exdates'), sql<string[]>`to_jsonb(rdates)`.as('rdates')]).execute()
type Schedule = Awaited<ReturnType<typeof schedulesOf>>[number]

/** One time in words, with its first and last day and when it falls out. */
export function scheduleInWords(it: Schedule): string {
  const single = it.freq === null && !it.byday ? (it.dtstart ?? undefined) : undefined
  return [
    single ? [fullDay(single), hoursInWords([{ ...it, description: null }])].filter(Boolean).join(', ') : hoursInWords([it]),
    ...(single || !it.dtstart || it.freq === null ? [] : [say(texts.fromDay(fullDay(it.dtstart)))]),
    ...(it.until ? [say(texts.untilDay(fullDay(it.until)))] : []),
    ...(it.rdates.length > 0 ? [it.rdates.map(fullDay).join(', ')] : []),
    ...(it.exdates.length > 0 ? [say(texts.exceptOn(it.exdates.map(fullDay).join(', ')))] : []),
  ].filter(Boolean).join(', ')
}

const columns = (it: ScheduleInput) => {
  const repeats = it.how !== 'once' && it.how !== 'loose'
  const byday = it.how === 'monthly' ? it.days.map((code) => `${it.nth}${code}`) : repeats && it.how !== 'daily' ? it.days : []
  return {
    freq: it.how === 'daily' ? ('DAILY' as const) : it.how === 'monthly' ? ('MONTHLY' as const) : repeats ? ('WEEKLY' as const) : null,
    interval: repeats ? (it.how === 'biweekly' ? 2 : 1) : null, byday: byday.length > 0 ? byday.join(',') : null, bymonthday: null, count: null,
    dtstart: it.how === 'loose' ? null : (it.from ?? null), until: repeats ? (it.until ?? null) : null, opensAt: it.opensAt ?? null, closesAt: it.closesAt ?? null, exdates: daysIn(it.except), rdates: daysIn(it.extra), description: it.description ?? null,
  }
}

function typed(it: Schedule): Record<string, unknown> {
  const codes = it.byday?.split(',').map((one) => one.trim()) ?? []
  const how = it.freq === 'DAILY' ? 'daily' : it.freq === 'MONTHLY' ? 'monthly' : it.freq === 'WEEKLY' || codes.length > 0 ? (it.interval === 2 ? 'biweekly' : 'weekly') : it.dtstart ? 'once' : 'loose'
  const lines = (days: readonly string[]) => days.map((one) => one.split('-').map(Number).reverse().join('-')).join('\n')
  return { how, days: codes.map((code) => code.slice(-2)), nth: how === 'monthly' ? /^-?\d/.exec(codes[0] ?? '')?.[0] : undefined, from: it.dtstart, until: it.until, opensAt: it.opensAt?.slice(0, 5), closesAt: it.closesAt?.slice(0, 5), except: lines(it.exdates), extra: lines(it.rdates), description: it.description }
}

const findService = (reading: Reading, { slug }: { slug: string }) => findKept(reading, { kind: 'voorziening', slug })
async function findSchedule(reading: Reading, params: { slug: string; scheduleId: string }) {
  const it = await findService(reading, params)
  const schedule = (await schedulesOf(reading, it.id)).find(({ id }) => id === params.scheduleId)
  if (!schedule) throw notFound()
  return { ...it, schedule }
}

const onService = {
  may: mayKeep, about: (it: Kept) => [it.id], version: (it: Kept) => it.version, output: z.object({ slug: z.string() }), present: (_ctx: unknown, _done: unknown, it: Kept) => ({ slug: it.slug }),
  next: ({ slug }: { slug: string }) => `/sociale-kaart/voorziening/${slug}/onderdelen`,
}

/** Who keeps a service adds a time, with a beginning, an end and dates on which it falls out. */
export const scheduleAdded = act({
  ...onService,
  name: 'directory.add-schedule',
  at: '/directory/services/:slug/schedules',
  page: '/sociale-kaart/voorziening/:slug/tijd-toevoegen',
  title: texts.add,
  audit: 'C',
  input: scheduleInput,
  form,
  find: findService,
  prefill: () => ({ how: 'weekly' }),
  run: (ctx, it, input) => {
    return withHistory(ctx, it, { act: 'changed' }, async () => {
      await setKept(ctx, it, {})
      await ctx.db.insertInto('schedules').values({ municipalityId: ctx.actor.municipalityId, id: randomUUID(), serviceId: it.id, ...columns(input), position: 50 }).execute()
    })
  },
  done: texts.kept,
})

/** Who keeps a service changes a time. */
export const scheduleChanged = act({
  ...onService,
  name: 'directory.change-schedule',
  at: '/directory/services/:slug/schedules/:scheduleId',
  page: '/sociale-kaart/voorziening/:slug/tijd/:scheduleId/wijzigen',
  title: texts.change,
  input: scheduleInput,
  form,
  find: findSchedule,
  prefill: ({ schedule }) => typed(schedule),
  run: (ctx, it, input) => {
    return withHistory(ctx, it, { act: 'changed' }, async () => {
      await setKept(ctx, it, {})
      await ctx.db.updateTable('schedules').set(columns(input)).where('id', '=', it.schedule.id).execute()
    })
  },
  done: texts.kept,
})

/** Who keeps a service takes a time away. */
export const scheduleRemoved = act({
  ...onService,
  name: 'directory.remove-schedule',
  at: '/directory/services/:slug/schedules/:scheduleId/removal',
  page: '/sociale-kaart/voorziening/:slug/tijd/:scheduleId/weghalen',
  title: texts.remove,
  destructive: true,
  audit: 'D',
  input: z.strictObject({}),
  form: {},
  find: findSchedule,
  intro: ({ schedule }) => <p>{say(texts.removeIntro(scheduleInWords(schedule)))}</p>,
  run: (ctx, it) =>
    withHistory(ctx, it, { act: 'changed' }, async () => {
      await setKept(ctx, it, {})
      await ctx.db.deleteFrom('schedules').where('id', '=', it.schedule.id).execute()
    }),
  done: texts.removed,
})
