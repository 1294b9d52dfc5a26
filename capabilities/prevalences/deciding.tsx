import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { act } from '../../platform/act.ts'
import type { Staff } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import { type FieldError, invalid } from '../../platform/refusal.ts'
import { say } from '../../platform/texts.ts'
import { line } from '../../platform/validation.ts'
import { actTexts } from './actTexts.ts'
import { maySetPrevalence } from './policy.ts'
import { findAll, findOne, type Prevalence, type Prevalences } from './record.ts'

const percentage = () => z.number().min(0).max(100).optional()
const key = () => line(80)
const input = z.strictObject({
  name: line(120), nameEn: line(120).optional(), domain: key(), group: key(), base: key(), part: key().optional(), secondPart: key().optional(), shareFrom: key().optional(), share: percentage(), low: percentage(), high: percentage(),
  sample: z.int().min(1).max(10_000_000).optional(), publisher: line(120), edition: line(200), year: z.int().min(1900).max(2100).optional(), place: line(120).optional(), caution: line(300).optional(), because: line(300),
})
type Input = z.output<typeof input>

const form = {
  name: { as: 'text', label: actTexts.name, hint: actTexts.nameHint }, nameEn: { as: 'text', label: actTexts.nameEn, optional: true }, domain: { as: 'pick', label: actTexts.domain }, group: { as: 'pick', label: actTexts.group },
  base: { as: 'pick', label: actTexts.base, hint: actTexts.baseHint }, part: { as: 'pick', label: actTexts.part, hint: actTexts.partHint, optional: true }, secondPart: { as: 'pick', label: actTexts.secondPart, optional: true },
  shareFrom: { as: 'pick', label: actTexts.shareFrom, hint: actTexts.shareFromHint, optional: true }, share: { as: 'number', label: actTexts.share, hint: actTexts.shareHint, unit: actTexts.percent, optional: true },
  low: { as: 'number', label: actTexts.low, unit: actTexts.percent, optional: true }, high: { as: 'number', label: actTexts.high, unit: actTexts.percent, optional: true }, sample: { as: 'number', label: actTexts.sample, optional: true },
  publisher: { as: 'text', label: actTexts.publisher }, edition: { as: 'text', label: actTexts.edition }, year: { as: 'number', label: actTexts.year, optional: true }, place: { as: 'text', label: actTexts.place, optional: true },
  caution: { as: 'text', label: actTexts.caution, optional: true }, because: { as: 'text', label: actTexts.because },
} as const

const mistake = (at: keyof Input, code: string, detail: FieldError['detail']): FieldError => ({ in: 'body', at, code, detail })

/** What cannot stand together, all of it. */
function wrongWith({ part, secondPart, shareFrom, share, low, high, sample }: Input): FieldError[] {
  const own = shareFrom !== undefined
  return [
    ...(own === (share !== undefined && share > 0) ? [mistake('share', 'one-of-two', actTexts.oneOfTwo)] : []),
    ...(part === undefined && secondPart !== undefined ? [mistake('secondPart', 'first-part', actTexts.firstPart)] : []), ...(part !== undefined && part === secondPart ? [mistake('secondPart', 'twice', actTexts.twice)] : []),
    ...((low === undefined) === (high === undefined) ? [] : [mistake(low === undefined ? 'low' : 'high', 'both-ends', actTexts.bothEnds)]),
    ...(!own && share !== undefined && low !== undefined && high !== undefined && (low > share || high < share) ? [mistake('low', 'not-around', actTexts.endsAround)] : []),
    ...(own && (low !== undefined || high !== undefined) ? [mistake('low', 'only-with-share', actTexts.onlyWithShare)] : []), ...(own && sample !== undefined ? [mistake('sample', 'only-with-share', actTexts.onlyWithShare)] : []),
  ]
}

const text = (it: number | undefined): string | null => (it === undefined ? null : String(it))

/** A line is never changed: its next version comes beside it, and two who make it at once get the same number. */
async function keep({ db, actor, now }: Context<Staff>, { domains, groups }: Prevalences, it: Input, id: string, version: number): Promise<void> {
  const wrong = wrongWith(it)
  if (wrong.length > 0) throw invalid(wrong)
  const idOf = (terms: Prevalences['domains'], slug: string): string => terms.find((term) => term.slug === slug)?.id ?? ''
  await db.insertInto('prevalences').values({
    municipalityId: actor.municipalityId, id, version, lifeDomainId: idOf(domains, it.domain), targetGroupId: idOf(groups, it.group), nameNl: it.name, nameEn: it.nameEn ?? it.name, base: it.base, parts: [it.part, it.secondPart].flatMap((part) => part ?? []),
    shareFrom: it.shareFrom ?? null, share: text(it.share), low: text(it.low), high: text(it.high), sample: it.sample ?? null, publisher: it.publisher, edition: it.edition, year: it.year ?? null, place: it.place ?? null, caution: it.caution ?? null,
    because: it.because, byId: actor.id, at: now,
  }).execute()
}

const choices = async (_ctx: unknown, { countables, domains, groups }: Prevalences) => {
  const terms = (all: Prevalences['domains']) => all.map((it) => ({ value: it.slug, label: say(it) }))
  const counted = (unit: string) => countables.filter((it) => it.unit === unit).map((it) => ({ value: it.key, label: say(it.name) }))
  return { domain: terms(domains), group: terms(groups), base: counted('number'), part: counted('percent'), secondPart: counted('percent'), shareFrom: counted('percent') }
}

const shared = {
  output: z.object({ prevalenceId: z.uuid(), version: z.int() }),
  may: (actor: Staff) => maySetPrevalence(actor),
  present: (_ctx: unknown, done: { prevalenceId: string; version: number }) => done,
  next: () => '/wijken/behoefte',
  back: '/wijken/behoefte',
}

/** How often something occurs in a group is written down, with its source. */
export const prevalenceAdded = act({
  ...shared,
  name: 'prevalences.add',
  at: '/prevalences',
  page: '/wijken/behoefte/nieuw',
  title: actTexts.addTitle,
  submit: actTexts.save,
  audit: 'C',
  input,
  form,
  find: (reading) => findAll(reading),
  about: (_all, done?: { prevalenceId: string; version: number }) => (done ? [done.prevalenceId] : []),
  choices,
  prefill: () => ({ base: 'inhabitants' }),
  run: async (ctx, all, it) => {
    const prevalenceId = randomUUID()
    await keep(ctx, all, it, prevalenceId, 1)
    return { prevalenceId, version: 1 }
  },
  done: actTexts.done,
})

const filled = ({ name, domain, group, base, parts, because: _because, by: _by, at: _at, id: _id, version: _version, ...it }: Prevalence): Record<string, unknown> => ({
  ...Object.fromEntries(Object.entries(it).filter(([, value]) => value !== null)), name: name.nl, nameEn: name.en, domain, group, base, part: parts[0], secondPart: parts[1],
})

/** The next version of a prevalence. */
export const prevalenceChanged = act({
  ...shared,
  name: 'prevalences.change',
  at: '/prevalences/:prevalenceId',
  page: '/wijken/behoefte/:prevalenceId/wijzigen',
  title: actTexts.changeTitle,
  submit: actTexts.save,
  input,
  form,
  find: findOne,
  about: ({ it }) => [it.id],
  version: ({ it }) => it.version,
  choices,
  prefill: ({ it }) => filled(it),
  run: async (ctx, all, it) => {
    await keep(ctx, all, it, all.it.id, all.it.version + 1)
    return { prevalenceId: all.it.id, version: all.it.version + 1 }
  },
  done: actTexts.done,
})

/** A prevalence is taken away; what it said is kept. */
export const prevalenceWithdrawn = act({
  ...shared,
  name: 'prevalences.withdraw',
  at: '/prevalences/:prevalenceId/withdrawal',
  page: '/wijken/behoefte/:prevalenceId/wegnemen',
  title: actTexts.withdrawTitle,
  submit: actTexts.withdrawSubmit,
  destructive: true,
  audit: 'D',
  input: z.strictObject({ because: line(300) }),
  form: { because: { as: 'text', label: actTexts.becauseWithdraw } },
  find: findOne,
  about: ({ it }) => [it.id],
  version: ({ it }) => it.version,
  intro: ({ it }) => <p>{say(actTexts.withdrawIntro(say(it.name)))}</p>,
  run: async ({ db, actor, now }, { it }, { because }) => {
    const last = await db.selectFrom('prevalences').where('id', '=', it.id).where('version', '=', it.version).selectAll().executeTakeFirstOrThrow()
    await db.insertInto('prevalences').values({ ...last, version: it.version + 1, withdrawn: true, because, byId: actor.id, at: now }).execute()
    return { prevalenceId: it.id, version: it.version + 1 }
  },
  done: actTexts.withdrawn,
})
