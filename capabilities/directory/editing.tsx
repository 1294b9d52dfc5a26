import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { act } from '../../platform/act.ts'
import type { Context, Reading } from '../../platform/context.ts'
import { dayOf } from '../../platform/dates.ts'
import { notFound } from '../../platform/refusal.ts'
import { locale, say } from '../../platform/texts.ts'
import { day, inOrder, line } from '../../platform/validation.ts'
import { among } from './among.ts'
import { factsForm, factsInput, factsOf, putFacts, withAgesInOrder } from './facts.ts'
import { assuredNow, findKept, keptHref, mayKeep, onKept, setKept, withHistory } from './keeping.ts'
import { keepTexts as texts } from './keepTexts.ts'
import { Meanwhile } from './Meanwhile.tsx'
import { languages, lights } from './words.ts'

/** A service with its facts, for who may change it. */
async function findEdited(reading: Reading, slug: string) {
  const [kept, found] = await Promise.all([findKept(reading, { kind: 'voorziening', slug }), factsOf(reading, slug)])
  if (!found) throw notFound()
  return { ...kept, facts: found.facts, row: found.row }
}
type Edited = Awaited<ReturnType<typeof findEdited>>

const onService = {
  find: (reading: Reading, { slug }: { slug: string }) => findEdited(reading, slug),
  may: mayKeep,
  about: (it: Edited) => [it.id],
  version: (it: Edited) => it.version,
  output: z.object({ slug: z.string() }),
  present: (_ctx: unknown, _done: unknown, it: Edited) => ({ slug: it.slug }),
  next: ({ slug }: { slug: string }) => `/sociale-kaart/voorziening/${slug}`,
}

/** Who keeps a service changes what it says. */
export const serviceChanged = act({
  ...onService,
  name: 'directory.change',
  at: '/directory/services/:slug/facts',
  page: '/sociale-kaart/voorziening/:slug/wijzigen',
  title: texts.changeTitle,
  submit: texts.changeSubmit,
  input: withAgesInOrder(z.strictObject({ ...factsInput, checked: z.boolean(), note: line(300).optional() })),
  form: { ...factsForm, checked: { as: 'tick', label: texts.checked }, note: { as: 'text', label: texts.note, optional: true } },
  prefill: (it) => it.facts,
  intro: (it, again) => <Meanwhile form={factsForm} now={it.facts} again={again} />,
  run: async (ctx, it, { checked, note, ...facts }) => {
    await withHistory(ctx, it, { act: 'changed', note }, () => putFacts(ctx, ctx.actor.municipalityId, it, facts, checked ? assuredNow(ctx.actor, dayOf(ctx.now), it.keeper) : undefined))
  },
  done: texts.changeDone,
})

const taxonomyFields = { fields: 'field', groups: 'target-group', domains: 'life-domain' } as const
const everywhere = 'regio'

const sortsOf = (db: Reading['db'], id: string) =>
  Promise.all([
    db.selectFrom('attributes as a').innerJoin('taxonomyTerms as t', (join) => join.onRef('t.municipalityId', '=', 'a.municipalityId').onRef('t.id', '=', 'a.taxonomyTermId')).innerJoin('taxonomies as y', (join) => join.onRef('y.municipalityId', '=', 't.municipalityId').onRef('y.id', '=', 't.taxonomyId')).where('a.linkId', '=', id).where('a.linkEntity', '=', 'service').select(['y.key', 't.id']).execute(),
    db.selectFrom('serviceAreas').where('serviceId', '=', id).select(['areaId', 'reach']).execute(),
    db.selectFrom('languages').where('serviceId', '=', id).select('code').execute(),
  ])

const reachOf = { municipality: 'city', neighbourhood: 'neighbourhood', 'sub-area': 'sub-area', village: 'neighbourhood', 'project-area': 'neighbourhood' } as const
const most = z.array(z.string().max(60)).max(40)

/** Who keeps a service says for which areas and people it is, about what and in which languages. */
export const serviceSorted = act({
  ...onService,
  name: 'directory.sort',
  at: '/directory/services/:slug/sorting',
  page: '/sociale-kaart/voorziening/:slug/indelen',
  title: texts.sortTitle,
  find: async (reading, { slug }: { slug: string }) => {
    const it = await findEdited(reading, slug)
    const [terms, reach, spoken] = await sortsOf(reading.db, it.id)
    return { ...it, terms, reach, spoken }
  },
  input: z.strictObject({ reach: most.min(1), fields: most, groups: most, domains: most, languages: most }),
  form: {
    reach: { as: 'picks', label: texts.reach, hint: texts.reachHint },
    fields: { as: 'picks', label: texts.fields },
    groups: { as: 'picks', label: texts.groups },
    domains: { as: 'picks', label: texts.domains },
    languages: { as: 'picks', label: texts.languages },
  },
  choices: async ({ db }) => {
    const [areas, terms] = await Promise.all([
      db.selectFrom('areas').where('composed', '=', false).orderBy('name').select(['id', 'name']).execute(),
      db.selectFrom('taxonomyTerms as t').innerJoin('taxonomies as y', (join) => join.onRef('y.municipalityId', '=', 't.municipalityId').onRef('y.id', '=', 't.taxonomyId')).orderBy('t.position').select(['y.key', 't.id', 't.name', 't.nameEn']).execute(),
    ])
    const ofTaxonomy = (key: string) => terms.filter((it) => it.key === key).map((it) => ({ value: it.id, label: (locale() === 'en' ? it.nameEn : null) ?? it.name }))
    return {
      reach: [...areas.map((it) => ({ value: it.id, label: it.name })), { value: everywhere, label: say(texts.region) }],
      fields: ofTaxonomy('field'), groups: ofTaxonomy('target-group'), domains: ofTaxonomy('life-domain'),
      languages: Object.entries(languages).map(([value, label]) => ({ value, label: say(label) })),
    }
  },
  prefill: (it) => ({
    reach: it.reach.map((one) => one.areaId ?? everywhere), languages: it.spoken.map((one) => one.code ?? ''),
    ...Object.fromEntries(Object.entries(taxonomyFields).map(([field, key]) => [field, it.terms.filter((one) => one.key === key).map((one) => one.id)])),
  }),
  run: (ctx, it, input) => withHistory(ctx, it, { act: 'changed' }, () => putSorts(ctx, it, input)),
  done: texts.sortDone,
})

async function putSorts(ctx: Context<{ municipalityId: string } & Context['actor']>, it: Pick<Edited, 'entity' | 'id' | 'version'>, input: { reach: string[]; fields: string[]; groups: string[]; domains: string[]; languages: string[] }): Promise<void> {
  const { municipalityId } = ctx.actor
  const own = { municipalityId, serviceId: it.id }
  const { db } = ctx
  await setKept(ctx, it, {})
  // What was there and still is stays as it is, with what a source told of it and the form does not show.
  const reached = await db.selectFrom('serviceAreas').where('serviceId', '=', it.id).select(['id', 'areaId']).execute()
  const spoken = await db.selectFrom('languages').where('serviceId', '=', it.id).where('code', 'in', Object.keys(languages)).select(['id', 'code']).execute()
  const termed = await db
    .selectFrom('attributes as a')
    .innerJoin('taxonomyTerms as t', 't.id', 'a.taxonomyTermId')
    .innerJoin('taxonomies as y', 'y.id', 't.taxonomyId')
    .where('a.linkEntity', '=', 'service')
    .where('a.linkId', '=', it.id)
    .where('y.key', 'in', Object.values(taxonomyFields))
    .select(['a.id', 'a.taxonomyTermId'])
    .execute()
  const reach = among(reached, ({ areaId }) => areaId ?? everywhere, input.reach)
  const speaks = among(spoken, ({ code }) => code ?? '', input.languages)
  const terms = among(termed, ({ taxonomyTermId }) => taxonomyTermId, [...input.fields, ...input.groups, ...input.domains])
  if (reach.gone.length > 0) await db.deleteFrom('serviceAreas').where('id', 'in', reach.gone).execute()
  if (speaks.gone.length > 0) await db.deleteFrom('languages').where('id', 'in', speaks.gone).execute()
  if (terms.gone.length > 0) await db.deleteFrom('attributes').where('id', 'in', terms.gone).execute()
  if (reach.added.length > 0) {
    const areas = await db.selectFrom('areas').select(['id', 'kind']).execute()
    const reachesTo = (area: string) => (area === everywhere ? ('region' as const) : reachOf[(areas.find((one) => one.id === area)?.kind ?? 'neighbourhood') as keyof typeof reachOf])
    await db.insertInto('serviceAreas').values(reach.added.map((area) => ({ ...own, id: randomUUID(), areaId: area === everywhere ? null : area, reach: reachesTo(area) }))).execute()
  }
  if (speaks.added.length > 0) await db.insertInto('languages').values(speaks.added.map((code) => ({ ...own, id: randomUUID(), code, name: languages[code as keyof typeof languages].nl }))).execute()
  if (terms.added.length > 0) await db.insertInto('attributes').values(terms.added.map((taxonomyTermId) => ({ municipalityId, id: randomUUID(), linkEntity: 'service', linkId: it.id, taxonomyTermId }))).execute()
}

/** When and for whom it is visible, and when it is closed for a while. */
export const servicePublished = act({
  ...onService,
  name: 'directory.publish',
  at: '/directory/services/:slug/publication',
  page: '/sociale-kaart/voorziening/:slug/zichtbaar',
  title: texts.showTitle,
  find: async (reading, { slug }: { slug: string }) => {
    const it = await findEdited(reading, slug)
    const shown = await reading.db.selectFrom('services').where('id', '=', it.id).select(['visibility', 'publishOn', 'expireOn', 'closedFrom', 'closedUntil', 'closedNote', 'status']).executeTakeFirstOrThrow()
    return { ...it, shown }
  },
  input: inOrder(
    inOrder(
      z.strictObject({ state: z.enum(['draft', 'published', 'archived']), visibility: z.enum(['public', 'professionals']), publishOn: day().optional(), expireOn: day().optional(), closedFrom: day().optional(), closedUntil: day().optional(), closedNote: line(300).optional() }),
      'publishOn', 'expireOn', 'dates-in-order', texts.datesWrong,
    ),
    'closedFrom', 'closedUntil', 'dates-in-order', texts.datesWrong,
  ),
  form: {
    state: { as: 'choice', label: texts.state, options: { draft: texts.draft, published: texts.published, archived: texts.archived } },
    visibility: { as: 'choice', label: texts.visibility, options: { public: texts.forEverybody, professionals: texts.forProfessionals } },
    publishOn: { as: 'day', label: texts.publishOn, optional: true },
    expireOn: { as: 'day', label: texts.expireOn, optional: true },
    closedFrom: { as: 'day', label: texts.closedFrom, optional: true },
    closedUntil: { as: 'day', label: texts.closedUntil, optional: true },
    closedNote: { as: 'text', label: texts.closedNote, optional: true },
  },
  prefill: ({ state, shown }) => ({ state, ...shown }),
  run: async (ctx, it, input) => {
    const closed = input.closedFrom !== undefined || input.closedUntil !== undefined || input.closedNote !== undefined
    await withHistory(ctx, it, { act: 'changed' }, async () => {
      await setKept(ctx, it, { state: input.state, visibility: input.visibility, publishOn: input.publishOn ?? null, expireOn: input.expireOn ?? null })
      await ctx.db.updateTable('services').set({ status: closed ? 'temporarily closed' : it.shown.status === 'temporarily closed' ? 'active' : it.shown.status, closedFrom: input.closedFrom ?? null, closedUntil: input.closedUntil ?? null, closedNote: input.closedNote ?? null }).where('id', '=', it.id).execute()
    })
  },
  done: texts.showDone,
})

/** Whether there is room, as a traffic light with a date; it is unknown again after some weeks. */
export const roomTold = act({
  ...onService,
  name: 'directory.tell-room',
  at: '/directory/services/:slug/room',
  page: '/sociale-kaart/voorziening/:slug/plek',
  title: texts.roomTitle,
  input: z.strictObject({ light: z.enum(['room', 'little-room', 'full', 'unknown']) }),
  form: { light: { as: 'choice', label: texts.room, options: lights } },
  run: async (ctx, it, { light }) => {
    await ctx.db.insertInto('serviceCapacities').values({ municipalityId: ctx.actor.municipalityId, id: randomUUID(), serviceId: it.id, light, updated: ctx.now }).execute()
  },
  done: texts.roomDone,
})

/** One click: everything is still right. */
export const entryConfirmed = act({
  ...onKept,
  name: 'directory.confirm',
  at: '/directory/:kind/:slug/confirmation',
  page: '/sociale-kaart/:kind/:slug/klopt-nog',
  title: texts.confirmTitle,
  input: z.strictObject({}),
  form: {},
  output: z.object({ href: z.string() }),
  run: (ctx, it) => withHistory(ctx, it, { act: 'confirmed' }, () => setKept(ctx, it, assuredNow(ctx.actor, dayOf(ctx.now), it.keeper))),
  present: (_ctx, _done, it) => ({ href: keptHref(it) }),
  intro: (it) => <p>{say(texts.confirmIntro(it.name))}</p>,
  next: ({ href }) => href,
  done: texts.confirmDone,
})
