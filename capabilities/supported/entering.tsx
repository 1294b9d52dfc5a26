import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { act } from '../../platform/act.ts'
import type { Staff } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import { dayOf } from '../../platform/dates.ts'
import { type FieldError, invalid } from '../../platform/refusal.ts'
import { say } from '../../platform/texts.ts'
import { day, id, line } from '../../platform/validation.ts'
import { actTexts as texts } from './actTexts.ts'
import { entersCounts, keepsCounts } from './policy.ts'
import { findGround, findProviders, type Ground } from './record.ts'

export const count = () => z.number().int().min(0).max(100_000)
export const mistake = (at: string, code: string, detail: FieldError['detail']): FieldError => ({ in: 'body', at, code, detail })

const about = { areaId: id(), group: line(80), countedOn: day() }
const aboutForm = { areaId: { as: 'pick', label: texts.area }, group: { as: 'pick', label: texts.group, hint: texts.groupHint }, countedOn: { as: 'day', label: texts.countedOn, hint: texts.countedOnHint } } as const
const sourceForm = { as: 'text', label: texts.source, hint: texts.sourceHint, longest: 300 } as const
const lists = ({ areas, groups }: Ground) => ({ areaId: areas.map(({ id: value, name: label }) => ({ value, label })), group: groups.map((it) => ({ value: it.slug, label: say(it) })) })
const asked = ({ areas, groups }: Ground, query: URLSearchParams) => ({ areaId: areas.find(({ slug }) => slug === query.get('wijk'))?.id, group: groups.find(({ slug }) => slug === query.get('voor'))?.slug, countedOn: query.get('op') ?? undefined })
const groupOf = ({ groups }: Ground, slug: string): string => groups.find((it) => it.slug === slug)?.id ?? ''

/** Organisations for which somebody may count. */
export const countsFor = async ({ db, actor }: Pick<Context<Staff>, 'db' | 'actor'>): Promise<{ id: string; slug: string; name: string }[]> =>
  keepsCounts(actor) ? findProviders(db) : db.selectFrom('organizations').where('id', '=', actor.organizationId).select(['id', 'slug', 'name']).execute()

type Cell = { areaId: string; targetGroupId: string; countedOn: string }
const inCell = ({ db }: Pick<Context<Staff>, 'db'>, { areaId, targetGroupId, countedOn }: Cell) => db.selectFrom('supportCounts').where('areaId', '=', areaId).where('targetGroupId', '=', targetGroupId).where('countedOn', '=', countedOn)
const notYet = (ctx: Context<Staff>, countedOn: string): FieldError[] => (countedOn > dayOf(ctx.now) ? [mistake('countedOn', 'in-future', texts.inFuture)] : [])

const shared = {
  output: z.object({ countId: z.uuid() }),
  find: findGround,
  about: (_ground: unknown, done?: string) => (done ? [done] : []),
  present: (_ctx: unknown, done: string) => ({ countId: done }),
  back: '/wijken/begeleiding',
  next: () => '/wijken/begeleiding',
  audit: 'C' as const,
  discreet: { fields: ['source' as const] },
}

/** Who keeps the counts, or a provider for itself, enters how many residents it supports in an area on a day. */
export const countEntered = act({
  ...shared,
  name: 'supported.enter',
  at: '/supported/counts',
  page: '/wijken/begeleiding/nieuw',
  title: texts.enter,
  input: z.strictObject({ ...about, organizationId: id(), residents: count(), source: line(300) }),
  form: { ...aboutForm, organizationId: { as: 'pick', label: texts.organization }, residents: { as: 'number', label: texts.residents, hint: texts.residentsHint }, source: sourceForm },
  may: entersCounts,
  choices: async (ctx, ground) => ({ ...lists(ground), organizationId: (await countsFor(ctx)).map(({ id: value, name: label }) => ({ value, label })) }),
  prefill: (ground, query, actor) => ({ ...asked(ground, query), organizationId: keepsCounts(actor) ? undefined : actor.organizationId }),
  run: async (ctx, ground, { areaId, group, countedOn, organizationId, residents, source }) => {
    const cell = { areaId, targetGroupId: groupOf(ground, group), countedOn }
    const known = await inCell(ctx, cell).where('organizationId', '=', organizationId).select('id').executeTakeFirst()
    const wrong = [...notYet(ctx, countedOn), ...(known ? [mistake('countedOn', 'known', texts.known)] : [])]
    if (wrong.length > 0) throw invalid(wrong)
    const countId = randomUUID()
    await ctx.db.insertInto('supportCounts').values({ municipalityId: ctx.actor.municipalityId, id: countId, ...cell, organizationId, residents, source, enteredBy: ctx.actor.id, enteredAt: ctx.now }).execute()
    return countId
  },
  done: texts.entered,
})

/** What cannot be of a count together, beside the separate counts of the parties. */
export function mistakesTogether(residents: number, parties: readonly { residents: number }[]): FieldError[] {
  const [least, most] = [Math.max(0, ...parties.map((it) => it.residents)), parties.reduce((sum, it) => sum + it.residents, 0)]
  return [...(residents < least ? [mistake('residents', 'too-few', texts.tooFew(least))] : []), ...(residents > most ? [mistake('residents', 'too-many', texts.tooMany(most))] : [])]
}

/** Who keeps the counts enters how many different residents several providers counted together. */
export const countedTogether = act({
  ...shared,
  name: 'supported.enter-together',
  at: '/supported/counts-together',
  page: '/wijken/begeleiding/samen',
  title: texts.together,
  input: z.strictObject({ ...about, parties: z.array(id()).min(2).max(50), residents: count(), source: line(300) }),
  form: { ...aboutForm, parties: { as: 'picks', label: texts.parties, hint: texts.partiesHint }, residents: { as: 'number', label: texts.residents, hint: texts.residentsTogetherHint }, source: sourceForm },
  may: keepsCounts,
  choices: async ({ db }, ground) => ({
    ...lists(ground),
    parties: (await db.selectFrom('organizations as o').where('o.id', 'in', db.selectFrom('supportCounts').where('organizationId', 'is not', null).select('organizationId')).orderBy('o.name').select(['o.id', 'o.name']).execute()).map(({ id: value, name: label }) => ({ value, label })),
  }),
  prefill: asked,
  intro: () => <p>{say(texts.togetherIntro)}</p>,
  run: async (ctx, ground, { areaId, group, countedOn, parties, residents, source }) => {
    const cell = { areaId, targetGroupId: groupOf(ground, group), countedOn }
    const [there, named] = await Promise.all([inCell(ctx, cell).select(['organizationId', 'residents']).execute(), ctx.db.selectFrom('organizations').where('id', 'in', parties).select(['id', 'name']).execute()])
    const apart = [...new Set(parties)].map((party) => ({ name: named.find((it) => it.id === party)?.name ?? '', residents: there.find(({ organizationId }) => organizationId === party)?.residents ?? null }))
    const known = apart.flatMap((it) => (it.residents === null ? [] : [{ residents: it.residents }]))
    const wrong = [
      ...notYet(ctx, countedOn), ...(there.some(({ organizationId }) => organizationId === null) ? [mistake('countedOn', 'known', texts.known)] : []), ...(apart.length < 2 ? [mistake('parties', 'two-at-least', texts.twoAtLeast)] : []),
      ...apart.filter((it) => it.residents === null).map((it) => mistake('parties', 'no-own-count', texts.noOwnCount(it.name))), ...(known.length === apart.length ? mistakesTogether(residents, known) : []),
    ]
    if (wrong.length > 0) throw invalid(wrong)
    const [countId, { municipalityId, id: enteredBy }] = [randomUUID(), ctx.actor]
    await ctx.db.insertInto('supportCounts').values({ municipalityId, id: countId, ...cell, organizationId: null, residents, source, enteredBy, enteredAt: ctx.now }).execute()
    await ctx.db.insertInto('supportCountParties').values([...new Set(parties)].map((organizationId) => ({ municipalityId, countId, organizationId }))).execute()
    return countId
  },
  done: texts.entered,
})
