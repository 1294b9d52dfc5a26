import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import { act, openActs, view } from '../../platform/act.ts'
import type { Context, Reading } from '../../platform/context.ts'
import type { Db } from '../../platform/db.ts'
import { invalid, notFound, stale } from '../../platform/refusal.ts'
import type { Text } from '../../platform/texts.ts'
import { line, nothing, prose } from '../../platform/validation.ts'
import { keepsDirectory } from './keeping.ts'
import { keepTexts } from './keepTexts.ts'
import { NetworksPage } from './NetworksPage.tsx'
import { networkKinds, networkTexts as texts } from './networkTexts.ts'
import { freeSlug } from './slugs.ts'

const rings = ['core', 'shell', 'guest'] as const
type Ring = (typeof rings)[number]
const lines = prose(6000).optional()

const networkInput = {
  name: line(120), kind: z.enum(Object.keys(networkKinds) as [keyof typeof networkKinds]), areaId: z.string().max(60), summary: line(300), focus: line(200).optional(), meets: line(200).optional(),
  core: lines, shell: lines, guest: lines, visibility: z.enum(['public', 'professionals']),
}
const networkForm = {
  name: { as: 'text', label: texts.name, longest: 120 },
  kind: { as: 'choice', label: texts.kind, options: networkKinds },
  areaId: { as: 'pick', label: texts.area },
  summary: { as: 'text', label: texts.summary, longest: 300 },
  focus: { as: 'text', label: texts.focus, longest: 200, optional: true },
  meets: { as: 'text', label: texts.meets, hint: texts.meetsHint, longest: 200, optional: true },
  core: { as: 'area', label: texts.core, hint: texts.membersHint, rows: 5, longest: 6000, optional: true },
  shell: { as: 'area', label: texts.shell, rows: 5, longest: 6000, optional: true },
  guest: { as: 'area', label: texts.guest, rows: 5, longest: 6000, optional: true },
  visibility: { as: 'choice', label: texts.visibility, options: { public: keepTexts.forEverybody, professionals: keepTexts.forProfessionals } },
} as const
type NetworkInput = z.output<z.ZodObject<typeof networkInput>>

const choices = async ({ db }: Pick<Context, 'db'>) => {
  const areas = await db.selectFrom('areas').where('composed', '=', false).orderBy(sql`kind <> 'municipality'`).orderBy('name').select(['id', 'name']).execute()
  return { areaId: areas.map(({ id, name }) => ({ value: id, label: name })) }
}

type Member = { organizationId: string; ring: Ring; function: string | null }

/** The area that is the whole municipality: where a network works of which nobody said more. */
const wholeTown = async (db: Db): Promise<string | undefined> => (await db.selectFrom('areas').where('kind', '=', 'municipality').select('id').executeTakeFirst())?.id

/** "Kwintes: gastheer" as a name and what it does. A colon in the name itself is fine when the whole line is a name. */
function readMember(text: string, known: ReadonlyMap<string, string>): { id: string; function: string | null } | undefined {
  const id = known.get(text.toLowerCase())
  if (id) return { id, function: null }
  const at = text.lastIndexOf(':')
  const named = at > 0 ? known.get(text.slice(0, at).trim().toLowerCase()) : undefined
  return named === undefined ? undefined : { id: named, function: text.slice(at + 1).trim().slice(0, 200) || null }
}

/** Who is in it, from the lines of the form, after all that is wrong was told at once. @throws Refusal 400 */
async function membersOf(db: Db, it: NetworkInput, own?: string): Promise<Member[]> {
  const all = await db.selectFrom('organizations').where('state', '=', 'published').where('mergedInto', 'is', null).select(['id', 'name', 'alternateName']).execute()
  const known = new Map(all.flatMap(({ id, name, alternateName }) => [...(alternateName ? [[alternateName.toLowerCase(), id] as const] : []), [name.toLowerCase(), id] as const]))
  const same = await db.selectFrom('networks').where(sql<boolean>`lower(name) = lower(${it.name})`).where('state', '<>', 'archived').$if(own !== undefined, (query) => query.where('id', '<>', own ?? '')).select('id').executeTakeFirst()
  const wrong = same ? [{ in: 'body' as const, at: 'name', code: 'same-name', detail: texts.sameName as Text }] : []
  const members = new Map<string, Member>()
  for (const ring of rings) {
    const [unknown, twice]: [string[], string[]] = [[], []]
    for (const text of (it[ring] ?? '').split('\n').map((one) => one.trim()).filter(Boolean)) {
      const found = readMember(text, known)
      if (!found) unknown.push(text)
      else if (members.has(found.id)) twice.push(text)
      else members.set(found.id, { organizationId: found.id, ring, function: found.function })
    }
    if (unknown.length > 0) wrong.push({ in: 'body', at: ring, code: 'no-such-organization', detail: texts.unknown(unknown.join(', ')) })
    if (twice.length > 0) wrong.push({ in: 'body', at: ring, code: 'in-one-ring', detail: texts.twice(twice.join(', ')) })
  }
  if (wrong.length > 0) throw invalid(wrong)
  return [...members.values()]
}

const columnsOf = ({ name, kind, areaId, summary, focus, meets, visibility }: NetworkInput) => ({ name, kind, areaId, summary, focus: focus ?? null, meets: meets ?? null, visibility })

async function putMembers(db: Db, own: { municipalityId: string; networkId: string }, members: readonly Member[]): Promise<void> {
  await db.deleteFrom('networkMembers').where('networkId', '=', own.networkId).execute()
  if (members.length > 0) await db.insertInto('networkMembers').values(members.map((one) => ({ ...own, ...one }))).execute()
}

const listHref = '/sociale-kaart/samenwerkingen'
const common = { output: z.object({ slug: z.string() }), may: keepsDirectory, choices, next: () => listHref } as const

/** The information manager writes down a network that is there. */
export const networkMade = act({
  ...common,
  name: 'directory.make-network',
  at: '/directory/networks',
  page: '/sociale-kaart/samenwerking-toevoegen',
  title: texts.make,
  submit: texts.submitMake,
  audit: 'C',
  input: z.strictObject(networkInput),
  form: networkForm,
  find: async ({ db }) => ({ whole: await wholeTown(db) }),
  prefill: ({ whole }) => ({ kind: 'broad-network', areaId: whole, visibility: 'public' }),
  run: async (ctx, _none, input) => {
    const members = await membersOf(ctx.db, input)
    const own = { municipalityId: ctx.actor.municipalityId, networkId: randomUUID() }
    const slug = await freeSlug(ctx.db, 'networks', input.name)
    await ctx.db.insertInto('networks').values({ municipalityId: own.municipalityId, id: own.networkId, slug, ...columnsOf(input), state: 'published' }).execute()
    await putMembers(ctx.db, own, members)
    return { id: own.networkId, slug }
  },
  about: (_none, done) => (done ? [done.id] : []),
  present: (_ctx, { slug }) => ({ slug }),
  done: texts.made,
})

/** @throws Refusal 404 there is none for who asks */
async function findKeptNetwork({ db }: Pick<Reading, 'db'>, slug: string) {
  const found = await db.selectFrom('networks').where('slug', '=', slug).select(['id', 'slug', 'name', 'kind', 'areaId', 'summary', 'focus', 'meets', 'visibility', 'state', 'version']).executeTakeFirst()
  if (!found) throw notFound()
  const members = await db.selectFrom('networkMembers as m').innerJoin('organizations as o', (join) => join.onRef('o.municipalityId', '=', 'm.municipalityId').onRef('o.id', '=', 'm.organizationId')).where('m.networkId', '=', found.id).orderBy('o.name').select(['o.name', 'm.ring', 'm.function']).execute()
  return { ...found, members, whole: await wholeTown(db) }
}

/** The information manager changes a network, who is in it, and whether it still is. */
export const networkChanged = act({
  ...common,
  name: 'directory.change-network',
  at: '/directory/networks/:slug/facts',
  page: '/sociale-kaart/samenwerking/:slug/wijzigen',
  title: texts.change,
  submit: texts.submitChange,
  input: z.strictObject({ ...networkInput, state: z.enum(['draft', 'published', 'archived']) }),
  form: { ...networkForm, state: { as: 'choice', label: texts.state, options: { draft: texts.draft, published: texts.published, archived: texts.archived } } },
  find: (reading, { slug }) => findKeptNetwork(reading, slug),
  about: (it) => [it.id],
  version: (it) => it.version,
  prefill: ({ members, ...it }) => {
    const inRing = (ring: Ring) => members.filter((one) => one.ring === ring).map((one) => (one.function ? `${one.name}: ${one.function}` : one.name)).join('\n') || undefined
    return { name: it.name, kind: it.kind as keyof typeof networkKinds, areaId: it.areaId ?? it.whole, summary: it.summary ?? '', focus: it.focus ?? undefined, meets: it.meets ?? undefined, visibility: it.visibility, state: it.state, core: inRing('core'), shell: inRing('shell'), guest: inRing('guest') }
  },
  run: async (ctx, it, input) => {
    const members = await membersOf(ctx.db, input, it.id)
    const changed = await ctx.db.updateTable('networks').set({ ...columnsOf(input), state: input.state, version: it.version + 1 }).where('id', '=', it.id).where('version', '=', it.version).executeTakeFirst()
    if (changed.numUpdatedRows !== 1n) throw stale()
    await putMembers(ctx.db, { municipalityId: ctx.actor.municipalityId, networkId: it.id }, members)
  },
  present: (_ctx, _done, it) => ({ slug: it.slug }),
  done: texts.changed,
})

const shownAct = z.object({ name: z.string(), title: z.object({ nl: z.string(), en: z.string() }), href: z.string() })
const shownNetworks = z.object({
  networks: z.array(z.object({ name: z.string(), kind: z.string(), area: z.string().nullable(), href: z.string().nullable(), members: z.number().int(), state: z.enum(['draft', 'published', 'archived']), visibility: z.enum(['public', 'professionals']), acts: z.array(shownAct) })),
})
export type ShownNetworks = z.output<typeof shownNetworks>

/** All networks, for who keeps the directory. */
export const networksListed = view({
  name: 'directory.networks',
  at: '/directory/networks',
  path: listHref,
  title: texts.list,
  query: nothing,
  output: shownNetworks,
  find: ({ db }) =>
    db.selectFrom('networks as n').leftJoin('areas as a', (join) => join.onRef('a.municipalityId', '=', 'n.municipalityId').onRef('a.id', '=', 'n.areaId')).orderBy('n.name').select(['n.id', 'n.slug', 'n.name', 'n.kind', 'n.areaId', 'n.summary', 'n.focus', 'n.meets', 'n.visibility', 'n.state', 'n.version', 'a.name as area'])
      .select(sql<number>`(select count(*)::integer from network_members m where m.municipality_id = n.municipality_id and m.network_id = n.id)`.as('count')).execute(),
  may: keepsDirectory,
  about: (rows) => rows.map((it) => it.id),
  present: (ctx, rows) => ({
    networks: rows.map((it) => ({
      name: it.name, kind: it.kind, area: it.area, href: it.state === 'published' ? `/samenwerking/${it.slug}` : null, members: it.count, state: it.state as 'published', visibility: it.visibility as 'public',
      acts: openActs([networkChanged], ctx.actor, { ...it, members: [], whole: undefined }, { slug: it.slug }),
    })),
  }),
  page: (shown) => <NetworksPage it={shown} />,
})
