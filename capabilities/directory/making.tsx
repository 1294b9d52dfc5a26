import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import { act, view } from '../../platform/act.ts'
import type { Reading } from '../../platform/context.ts'
import { dayOf } from '../../platform/dates.ts'
import { conflict, invalid, notFound } from '../../platform/refusal.ts'
import { say } from '../../platform/texts.ts'
import { line } from '../../platform/validation.ts'
import { ButtonLink } from '../../ui/buttons.tsx'
import { Row, RowList } from '../../ui/lists.tsx'
import { PageHead, Section } from '../../ui/page.tsx'
import { columnsOf, factsForm, factsInput, phoneNumber, putFacts, withAgesInOrder } from './facts.ts'
import { assuredNow, findKept, keepsDirectory, keptHref, mayKeep, setKept, withHistory } from './keeping.ts'
import { keepTexts as texts } from './keepTexts.ts'
import { Meanwhile } from './Meanwhile.tsx'
import { holdOrganization } from './openOrganizations.ts'
import { noParent, parentChoices, putParent } from './parents.ts'
import { freeSlug } from './slugs.ts'
import { kinds, organizationKinds } from './words.ts'

const { organization: _organization, network: _network, program: _program, ...serviceKinds } = kinds
const reasons = { name: texts.sameName, phone: texts.samePhone, website: texts.sameWebsite, address: texts.sameAddress } as const
type Alike = { slug: string; called: string; reasons: (keyof typeof reasons)[] }

const alikeIn = async (db: Reading['db'], entity: 'service' | 'organization', it: { naam?: string; telefoon?: string; website?: string }): Promise<Alike[]> =>
  (await sql<Alike>`select slug, called, reasons from ctx.look_alikes(${entity}, ${it.naam ?? null}, ${it.telefoon ?? null}, ${it.website ?? null}, null, null)`.execute(db)).rows

const AlikeRows = ({ rows }: { rows: readonly { name: string; href: string; reasons: readonly string[] }[] }) => (
  <RowList>
    {rows.map((it) => (
      <Row title={it.name} href={it.href}>
        {it.reasons.join(', ')}
      </Row>
    ))}
  </RowList>
)

/** Search before create: what looks like it, by name, telephone and website. */
export const newLookedFor = view({
  name: 'directory.look-before-new',
  at: '/directory/look-alikes',
  path: '/sociale-kaart/nieuw',
  title: texts.lookTitle,
  query: z.strictObject({ naam: z.string().max(200).optional(), telefoon: z.string().max(40).optional(), website: z.string().max(300).optional() }),
  output: z.object({ asked: z.boolean(), alike: z.array(z.object({ name: z.string(), href: z.string(), reasons: z.array(z.string()) })), keeper: z.boolean() }),
  find: async ({ db }, _params, query) => {
    if (Object.values(query).every((value) => !value)) return null
    const [services, organizations] = await Promise.all([alikeIn(db, 'service', query), alikeIn(db, 'organization', query)])
    return [...organizations.map((it) => ({ ...it, entity: 'organization' as const })), ...services.map((it) => ({ ...it, entity: 'service' as const }))]
  },
  may: () => true,
  about: () => [],
  present: (ctx, found) => ({
    asked: found !== null,
    keeper: keepsDirectory(ctx.actor),
    alike: (found ?? []).map((it) => ({ name: it.called, href: keptHref(it), reasons: [say(texts.sameBy(it.reasons.map((reason) => say(reasons[reason])).join(', ')))] })),
  }),
  page: ({ asked, alike, keeper }, { query }) => {
    const rest = new URLSearchParams(Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]))).toString()
    return (
      <>
        <PageHead title={say(texts.lookTitle)} lead={say(texts.lookLead)} />
        <form class="form" method="get" action="/sociale-kaart/nieuw">
          {(['naam', 'telefoon', 'website'] as const).map((name) => (
            <label class="filter-field">
              <span>{say({ naam: texts.lookName, telefoon: texts.lookPhone, website: texts.lookSite }[name])}</span>
              <input class="input" type="text" name={name} value={query[name] ?? ''} maxlength={200} autocomplete="off" />
            </label>
          ))}
          <button class={asked ? 'button button-outlined' : 'button button-filled'} type="submit">
            <span class="button-words">{say(texts.lookSubmit)}</span>
          </button>
        </form>
        {asked ? (
          <Section title={say(texts.alike)} id="lijkt">
            {alike.length === 0 ? <p>{say(texts.alikeNone)}</p> : <AlikeRows rows={alike} />}
            <div class="acts">
              {keeper ? (
                <>
                  <ButtonLink href={`/sociale-kaart/toevoegen?${rest}`}>{say(texts.newService)}</ButtonLink>
                  <ButtonLink href={`/sociale-kaart/organisatie-toevoegen?${rest}`}>{say(texts.newOrganization)}</ButtonLink>
                </>
              ) : (
                <ButtonLink look="filled" href={`/sociale-kaart/voorstellen/nieuw?${rest}`}>
                  {say(texts.proposeNew)}
                </ButtonLink>
              )}
            </div>
          </Section>
        ) : null}
      </>
    )
  },
})

/** The information manager adds a service or activity, as a draft. */
export const serviceMade = act({
  name: 'directory.make-service',
  at: '/directory/services',
  page: '/sociale-kaart/toevoegen',
  title: texts.makeTitle,
  submit: texts.makeSubmit,
  audit: 'C',
  input: withAgesInOrder(z.strictObject({ kind: z.enum(['service', 'activity', 'project', 'housing', 'scheme']), organizationId: z.string().max(60), ...factsInput })),
  form: { kind: { as: 'choice', label: texts.kind, options: serviceKinds }, organizationId: { as: 'pick', label: texts.organization }, ...factsForm },
  output: z.object({ slug: z.string() }),
  find: async () => ({}),
  may: keepsDirectory,
  choices: async ({ db }) => ({ organizationId: (await db.selectFrom('organizations').where('state', '<>', 'archived').orderBy('name').select(['id', 'name']).execute()).map((it) => ({ value: it.id, label: it.name })) }),
  prefill: (_none, query) => ({ kind: 'service', name: query.get('naam') ?? '', phone: query.get('telefoon') ?? '', url: query.get('website') ?? '', registration: 'unknown', referral: 'unknown', indication: 'unknown' }),
  run: async (ctx, _none, { kind, organizationId, ...facts }) => {
    const { municipalityId } = ctx.actor
    const id = randomUUID()
    const slug = await freeSlug(ctx.db, 'services', facts.name)
    await ctx.db.insertInto('services').values({ municipalityId, id, organizationId, kind, slug, ...columnsOf(facts), state: 'draft', createdOn: dayOf(ctx.now), lastModified: ctx.now }).execute()
    if (kind === 'project') await ctx.db.insertInto('projects').values({ municipalityId, serviceId: id, goals: facts.summary }).execute()
    if (kind === 'housing') await ctx.db.insertInto('housings').values({ municipalityId, serviceId: id, form: 'supported' }).execute()
    if (kind === 'scheme') await ctx.db.insertInto('schemes').values({ municipalityId, serviceId: id, what: 'scheme' }).execute()
    await putFacts(ctx, municipalityId, { id, version: 1, facts: { ...facts, cost: undefined, costWords: undefined, phone: undefined, hours: undefined }, row: { schedules: [] } }, facts)
    await sql`select ctx.after_change('service', ${id}::uuid, 'made', null, null)`.execute(ctx.db)
    return { id, slug }
  },
  about: (_none, done) => (done ? [done.id] : []),
  present: (_ctx, { slug }) => ({ slug }),
  next: ({ slug }) => `/sociale-kaart/voorziening/${slug}`,
  done: texts.makeDone,
})

const organizationInput = {
  name: line(200),
  kind: z.enum(['organization', 'municipal', 'care-provider', 'association', 'informal-group', 'faith-community', 'school', 'housing-corporation', 'government', 'company']),
  summary: line(300),
  description: z.string().trim().max(4000).optional(),
  email: z.email().max(200).optional(),
  website: factsInput.url,
  phone: phoneNumber.optional(),
  membersCount: z.number().int().min(0).max(100_000).optional(),
}
const organizationForm = {
  name: factsForm.name,
  kind: { as: 'choice', label: texts.organizationKind, options: organizationKinds },
  summary: factsForm.summary,
  description: factsForm.description,
  email: factsForm.email,
  website: { as: 'text', label: texts.website, optional: true },
  phone: factsForm.phone,
  membersCount: { as: 'number', label: texts.members, optional: true },
} as const

/** The information manager adds an organisation or group, as a draft. */
export const organizationMade = act({
  name: 'directory.make-organization',
  at: '/directory/organizations',
  page: '/sociale-kaart/organisatie-toevoegen',
  title: texts.newOrganization,
  submit: texts.makeSubmit,
  audit: 'C',
  input: z.strictObject(organizationInput),
  form: organizationForm,
  output: z.object({ slug: z.string() }),
  find: async () => ({}),
  may: keepsDirectory,
  prefill: (_none, query) => ({ kind: 'organization', name: query.get('naam') ?? '', phone: query.get('telefoon') ?? '', website: query.get('website') ?? '' }),
  run: async (ctx, _none, { phone, ...it }) => {
    const { municipalityId } = ctx.actor
    const id = randomUUID()
    const slug = await freeSlug(ctx.db, 'organizations', it.name)
    await ctx.db.insertInto('organizations').values({ municipalityId, id, slug, ...it, state: 'draft', createdOn: dayOf(ctx.now), lastModified: ctx.now }).execute()
    if (phone) await ctx.db.insertInto('phones').values({ municipalityId, id: randomUUID(), organizationId: id, number: phone }).execute()
    await sql`select ctx.after_change('organization', ${id}::uuid, 'made', null, null)`.execute(ctx.db)
    return { id, slug }
  },
  about: (_none, done) => (done ? [done.id] : []),
  present: (_ctx, { slug }) => ({ slug }),
  next: ({ slug }) => `/sociale-kaart/organisatie/${slug}`,
  done: texts.makeDone,
})

async function findOrganizationEdited(reading: Reading, slug: string) {
  const it = await findKept(reading, { kind: 'organisatie', slug })
  const [row, phone] = await Promise.all([
    reading.db.selectFrom('organizations').where('id', '=', it.id).select(['kind', 'summary', 'description', 'email', 'website', 'membersCount', 'visibility', 'parentOrganizationId']).executeTakeFirst(),
    reading.db.selectFrom('phones').where('organizationId', '=', it.id).where('contactId', 'is', null).where('serviceId', 'is', null).orderBy('position').orderBy('id').select(['id', 'number']).executeTakeFirst(),
  ])
  if (!row) throw notFound()
  return { ...it, row, phone }
}

const changeForm = {
  ...organizationForm,
  parentId: { as: 'pick', label: texts.parent, optional: true },
  state: { as: 'choice', label: texts.state, options: { draft: texts.draft, published: texts.published, archived: texts.archived } },
  visibility: { as: 'choice', label: texts.visibility, options: { public: texts.forEverybody, professionals: texts.forProfessionals } },
  checked: { as: 'tick', label: texts.checked },
} as const
const changed = (it: Awaited<ReturnType<typeof findOrganizationEdited>>) => ({ name: it.name, ...it.row, parentId: it.row.parentOrganizationId ?? noParent, phone: it.phone?.number, state: it.state })

/** Who keeps an organisation changes what it says, and whether it is visible. */
export const organizationChanged = act({
  name: 'directory.change-organization',
  at: '/directory/organizations/:slug/facts',
  page: '/sociale-kaart/organisatie/:slug/wijzigen',
  title: texts.organizationTitle,
  submit: texts.changeSubmit,
  input: z.strictObject({ ...organizationInput, parentId: z.string().max(60).optional(), state: z.enum(['draft', 'published', 'archived']), visibility: z.enum(['public', 'professionals']), checked: z.boolean() }),
  form: changeForm,
  output: z.object({ slug: z.string() }),
  find: (reading, { slug }: { slug: string }) => findOrganizationEdited(reading, slug),
  may: mayKeep,
  about: (it) => [it.id],
  version: (it) => it.version,
  choices: async (ctx, it) => ({ parentId: await parentChoices(ctx, it.id) }),
  prefill: changed,
  intro: (it, again) => <Meanwhile form={changeForm} now={changed(it)} again={again} />,
  run: async (ctx, it, { checked, phone, state, visibility, parentId, ...said }) => {
    const { municipalityId } = ctx.actor
    if (state === 'archived') await holdOrganization(ctx, it.id)
    if (state === 'archived' && (await ctx.db.selectFrom('services').where('organizationId', '=', it.id).where('state', '<>', 'archived').select('id').executeTakeFirst())) throw invalid([{ in: 'body', at: 'state', code: 'has-services', detail: texts.hasServices }])
    await withHistory(ctx, it, { act: 'changed' }, async () => {
      await setKept(ctx, it, { state, visibility, ...(checked && assuredNow(ctx.actor, dayOf(ctx.now), it.keeper)) })
      await ctx.db.updateTable('organizations').set({ name: said.name, kind: said.kind, summary: said.summary, description: said.description ?? null, email: said.email ?? null, website: said.website ?? null, membersCount: said.membersCount ?? null }).where('id', '=', it.id).execute()
      if (parentId !== undefined && parentId !== (it.row.parentOrganizationId ?? noParent)) await putParent(ctx, it.id, parentId === noParent ? null : parentId)
      if (it.phone && phone) await ctx.db.updateTable('phones').set({ number: phone }).where('id', '=', it.phone.id).execute()
      else if (it.phone) await ctx.db.deleteFrom('phones').where('id', '=', it.phone.id).execute()
      else if (phone) await ctx.db.insertInto('phones').values({ municipalityId, id: randomUUID(), organizationId: it.id, number: phone }).execute()
    })
  },
  present: (_ctx, _done, it) => ({ slug: it.slug }),
  next: ({ slug }) => `/sociale-kaart/organisatie/${slug}`,
  done: texts.changeDone,
})

/** The information manager joins two entries that were one. */
export const entriesMerged = act({
  name: 'directory.merge',
  at: '/directory/:kind/:slug/merge',
  page: '/sociale-kaart/:kind/:slug/samenvoegen',
  title: texts.mergeTitle,
  destructive: true,
  input: z.strictObject({ intoId: z.string().max(60) }),
  form: { intoId: { as: 'pick', label: texts.mergeInto } },
  output: z.object({ href: z.string() }),
  find: (reading, params: { kind: string; slug: string }) => findKept(reading, params),
  may: keepsDirectory,
  about: (it) => [it.id],
  version: (it) => it.version,
  choices: async ({ db }, it) => {
    const rows = await (it.entity === 'service' ? db.selectFrom('services').where('id', '<>', it.id).where('state', '<>', 'archived').orderBy('name').select(['id', 'name']).execute() : db.selectFrom('organizations').where('id', '<>', it.id).where('state', '<>', 'archived').orderBy('name').select(['id', 'name']).execute())
    return { intoId: rows.map(({ id, name }) => ({ value: id, label: name })) }
  },
  prefill: (_it, query) => ({ intoId: query.get('met') ?? undefined }),
  run: async (ctx, it, { intoId }) => {
    const { municipalityId } = ctx.actor
    if (it.entity === 'organization') await holdOrganization(ctx, it.id)
    const moved = it.entity === 'organization' ? (await ctx.db.selectFrom('services').where('organizationId', '=', it.id).select('id').execute()).map(({ id }) => id) : []
    const into = it.entity === 'service' ? await ctx.db.selectFrom('services').where('id', '=', intoId).select('slug').executeTakeFirst() : await ctx.db.selectFrom('organizations').where('id', '=', intoId).select('slug').executeTakeFirst()
    if (!into) throw notFound()
    await withHistory(ctx, it, { act: 'merged', note: into.slug }, () => setKept(ctx, it, { state: 'archived', mergedInto: intoId }))
    for (const id of moved) await withHistory(ctx, { entity: 'service', id }, { act: 'merged', note: into.slug }, async () => void (await ctx.db.updateTable('services').set((row) => ({ organizationId: intoId, version: row('version', '+', 1), lastModified: ctx.now })).where('id', '=', id).execute()))
    await ctx.db.insertInto('directoryMerges').values({ municipalityId, id: randomUUID(), entity: it.entity, keptId: intoId, goneId: it.id, moved, byId: ctx.actor.id, at: ctx.now }).execute()
    return into.slug
  },
  present: (_ctx, slug, it) => ({ href: keptHref({ entity: it.entity, slug }) }),
  intro: (it) => <p>{say(texts.mergeIntro(it.name))}</p>,
  next: ({ href }) => href,
  done: texts.mergeDone,
})

/** What was merged comes apart again, with what had moved. */
export const mergeUndone = act({
  name: 'directory.unmerge',
  at: '/directory/merges/:mergeId/undoing',
  page: '/sociale-kaart/samenvoegingen/:mergeId/terug',
  title: texts.unmergeTitle,
  input: z.strictObject({}),
  form: {},
  output: z.object({ done: z.boolean() }),
  find: async ({ db }, { mergeId }: { mergeId: string }) => {
    const found = await db.selectFrom('directoryMerges').where('id', '=', mergeId).selectAll().executeTakeFirst()
    if (!found) throw notFound()
    return found
  },
  may: keepsDirectory,
  about: (it) => [it.goneId, it.keptId],
  hindrance: (it) => (it.undoneAt ? conflict('merge.undone', texts.unmergedAlready) : undefined),
  run: async (ctx, it) => {
    await ctx.db.updateTable('directoryMerges').set({ undoneAt: ctx.now }).where('id', '=', it.id).where('undoneAt', 'is', null).execute()
    const before = await ctx.db.selectFrom('directoryVersions').where('entity', '=', it.entity).where('recordId', '=', it.goneId).where('act', '<>', 'merged').where('at', '<=', it.at).orderBy('number', 'desc').select('number').executeTakeFirst()
    if (before) await sql`select ctx.undo_to(${it.entity}, ${it.goneId}::uuid, ${before.number})`.execute(ctx.db)
    for (const id of it.moved) await withHistory(ctx, { entity: 'service', id }, { act: 'changed' }, async () => void (await ctx.db.updateTable('services').set((row) => ({ organizationId: it.goneId, version: row('version', '+', 1), lastModified: ctx.now })).where('id', '=', id).where('organizationId', '=', it.keptId).execute()))
  },
  present: () => ({ done: true }),
  next: () => '/sociale-kaart/beheer',
  done: texts.unmergeDone,
})
