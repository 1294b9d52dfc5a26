import { z } from 'zod'
import { act } from '../../platform/act.ts'
import type { Context, Reading } from '../../platform/context.ts'
import { notFound } from '../../platform/refusal.ts'
import { say } from '../../platform/texts.ts'
import { day, inOrder, line, prose } from '../../platform/validation.ts'
import { findKept, type Kept, mayKeep, setKept, withHistory } from './keeping.ts'
import { ownKindTexts as texts } from './ownKindTexts.ts'

const nobody = 'niemand'

/** An entry of one kind; of another kind there is nothing here. */
async function findOfKind(reading: Reading, slug: string, kind: 'project' | 'housing' | 'scheme') {
  const it = await findKept(reading, { kind: 'voorziening', slug })
  const found = await reading.db.selectFrom('services').where('id', '=', it.id).where('kind', '=', kind).select('id').executeTakeFirst()
  if (!found) throw notFound()
  return it
}
const organizations = async ({ db }: Pick<Context, 'db'>) => (await db.selectFrom('organizations').where('state', '=', 'published').orderBy('name').select(['id', 'name']).execute()).map((it) => ({ value: it.id, label: it.name }))

const onOwnKind = {
  may: mayKeep, about: (it: Kept) => [it.id], version: (it: Kept) => it.version, output: z.object({ slug: z.string() }), present: (_ctx: unknown, _done: unknown, it: Kept) => ({ slug: it.slug }),
  next: ({ slug }: { slug: string }) => `/sociale-kaart/voorziening/${slug}`, done: texts.done,
}

/** Who keeps a project says what it is for, how long it runs, who takes part and what it yielded. */
export const projectChanged = act({
  ...onOwnKind,
  name: 'directory.change-project',
  at: '/directory/projects/:slug/facts',
  page: '/sociale-kaart/voorziening/:slug/project',
  title: texts.projectTitle,
  input: inOrder(z.strictObject({ goals: prose(2000), fromOn: day().optional(), untilOn: day().optional(), planRelation: line(300).optional(), results: prose(2000).optional(), partners: z.array(z.string().max(60)).max(60) }), 'fromOn', 'untilOn', 'dates-in-order', texts.untilWrong),
  form: {
    goals: { as: 'area', label: texts.goals, rows: 4, longest: 2000 },
    fromOn: { as: 'day', label: texts.from, optional: true },
    untilOn: { as: 'day', label: texts.until, optional: true },
    planRelation: { as: 'text', label: texts.plan, optional: true },
    results: { as: 'area', label: texts.results, rows: 4, longest: 2000, optional: true },
    partners: { as: 'picks', label: texts.partners },
  },
  find: async (reading, { slug }) => {
    const it = await findOfKind(reading, slug, 'project')
    const [project, partners] = await Promise.all([
      reading.db.selectFrom('projects').where('serviceId', '=', it.id).select(['goals', 'fromOn', 'untilOn', 'planRelation', 'results']).executeTakeFirst(),
      reading.db.selectFrom('projectPartners').where('serviceId', '=', it.id).select(['organizationId']).execute(),
    ])
    return { ...it, project, partners: partners.map((one) => one.organizationId) }
  },
  choices: async (ctx) => ({ partners: await organizations(ctx) }),
  prefill: (it) => ({ ...it.project, partners: it.partners }),
  run: (ctx, it, { partners, ...said }) => {
    const own = { municipalityId: ctx.actor.municipalityId, serviceId: it.id }
    const columns = { goals: said.goals, fromOn: said.fromOn ?? null, untilOn: said.untilOn ?? null, planRelation: said.planRelation ?? null, results: said.results ?? null }
    return withHistory(ctx, it, { act: 'changed' }, async () => {
      await setKept(ctx, it, {})
      await ctx.db.insertInto('projects').values({ ...own, ...columns }).onConflict((on) => on.columns(['municipalityId', 'serviceId']).doUpdateSet(columns)).execute()
      const [gone, added] = [it.partners.filter((id) => !partners.includes(id)), partners.filter((id) => !it.partners.includes(id))]
      if (gone.length > 0) await ctx.db.deleteFrom('projectPartners').where('serviceId', '=', it.id).where('organizationId', 'in', gone).execute()
      if (added.length > 0) await ctx.db.insertInto('projectPartners').values(added.map((organizationId) => ({ ...own, organizationId }))).execute()
    })
  },
})

/** Who keeps a home with support says how people live there and how help is called. */
export const housingChanged = act({
  ...onOwnKind,
  name: 'directory.change-housing',
  at: '/directory/housings/:slug/facts',
  page: '/sociale-kaart/voorziening/:slug/wonen',
  title: texts.housingTitle,
  input: z.strictObject({ form: z.enum(['sheltered', 'supported', 'independent']), places: z.number().int().min(0).max(10_000).optional(), supportHours: line(300).optional(), careOnCall: line(300).optional() }),
  form: {
    form: { as: 'choice', label: texts.form, options: { sheltered: texts.sheltered, supported: texts.supported, independent: texts.independent } },
    places: { as: 'number', label: texts.places, optional: true },
    supportHours: { as: 'text', label: texts.supportHours, optional: true },
    careOnCall: { as: 'text', label: texts.careOnCall, optional: true },
  },
  find: async (reading, { slug }) => {
    const it = await findOfKind(reading, slug, 'housing')
    return { ...it, housing: await reading.db.selectFrom('housings').where('serviceId', '=', it.id).select(['form', 'places', 'supportHours', 'careOnCall']).executeTakeFirst() }
  },
  prefill: (it) => ({ ...it.housing }),
  run: (ctx, it, said) => {
    const columns = { form: said.form, places: said.places ?? null, supportHours: said.supportHours ?? null, careOnCall: said.careOnCall ?? null }
    return withHistory(ctx, it, { act: 'changed' }, async () => {
      await setKept(ctx, it, {})
      await ctx.db.insertInto('housings').values({ municipalityId: ctx.actor.municipalityId, serviceId: it.id, ...columns }).onConflict((on) => on.columns(['municipalityId', 'serviceId']).doUpdateSet(columns)).execute()
    })
  },
})

/** Who keeps a scheme says what it gives, what it asks for and who helps to apply. */
export const schemeChanged = act({
  ...onOwnKind,
  name: 'directory.change-scheme',
  at: '/directory/schemes/:slug/facts',
  page: '/sociale-kaart/voorziening/:slug/regeling',
  title: texts.schemeTitle,
  input: z.strictObject({ what: z.enum(['scheme', 'provision']), yields: prose(2000).optional(), needs: prose(2000).optional(), helpedBy: z.string().max(60) }),
  form: {
    what: { as: 'choice', label: texts.what, options: { scheme: texts.scheme, provision: texts.provision } },
    yields: { as: 'area', label: texts.yields, rows: 3, longest: 2000, optional: true },
    needs: { as: 'area', label: texts.needs, hint: texts.needsHint, rows: 3, longest: 2000, optional: true },
    helpedBy: { as: 'pick', label: texts.helpedBy },
  },
  find: async (reading, { slug }) => {
    const it = await findOfKind(reading, slug, 'scheme')
    return { ...it, scheme: await reading.db.selectFrom('schemes').where('serviceId', '=', it.id).select(['what', 'needs', 'yields', 'helpedBy']).executeTakeFirst() }
  },
  choices: async (ctx) => ({ helpedBy: [{ value: nobody, label: say(texts.nobody) }, ...(await organizations(ctx))] }),
  prefill: (it) => ({ ...it.scheme, helpedBy: it.scheme?.helpedBy ?? nobody }),
  run: (ctx, it, said) => {
    const columns = { what: said.what, needs: said.needs ?? null, yields: said.yields ?? null, helpedBy: said.helpedBy === nobody ? null : said.helpedBy }
    return withHistory(ctx, it, { act: 'changed' }, async () => {
      await setKept(ctx, it, {})
      await ctx.db.insertInto('schemes').values({ municipalityId: ctx.actor.municipalityId, serviceId: it.id, ...columns }).onConflict((on) => on.columns(['municipalityId', 'serviceId']).doUpdateSet(columns)).execute()
    })
  },
})
