import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { act } from '../../platform/act.ts'
import type { Staff } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import { type FieldError, stale } from '../../platform/refusal.ts'
import { say } from '../../platform/texts.ts'
import { day, line, prose } from '../../platform/validation.ts'
import { findKept, keepsDirectory, setKept, withHistory } from '../directory/index.ts'
import { findProgramme, type Named, namesOf, ofOwnTown, type Programme } from './record.ts'
import { texts } from './texts.ts'

const contents = { name: line(120), description: prose(2000), phases: prose(2000).optional(), themes: prose(2000).optional(), intake: prose(1000).optional() }
const form = {
  name: { as: 'text', label: texts.name, longest: 120 },
  description: { as: 'area', label: texts.description, rows: 4, longest: 2000 },
  phases: { as: 'area', label: texts.phases, hint: texts.oneALine, rows: 4, longest: 2000, optional: true },
  themes: { as: 'area', label: texts.themes, hint: texts.oneALine, rows: 4, longest: 2000, optional: true },
  intake: { as: 'area', label: texts.intake, rows: 3, longest: 1000, optional: true },
} as const
const shown = { output: z.object({ programmeId: z.uuid() }), next: ({ programmeId }: { programmeId: string }) => `/sociale-kaart/programma/${programmeId}` }

/** Who sends a form twice, or comes back to it, would otherwise have two of the same. */
const sameName = (named: readonly Named[], organizationId: string | undefined, name: string | undefined): FieldError[] =>
  named.some((one) => one.organizationId === organizationId && one.name.toLowerCase() === name?.toLowerCase()) ? [{ in: 'body', at: 'name', code: 'same-name', detail: texts.sameName }] : []

/** Changes an organisation with its programme in its history. */
async function inOrganization(ctx: Context<Staff>, slug: string, work: () => Promise<void>): Promise<void> {
  const it = await findKept(ctx, { kind: 'organisatie', slug })
  await withHistory(ctx, it, { act: 'changed' }, async () => {
    await setKept(ctx, it, {})
    await work()
  })
}

/** The information manager adds a programme of an organisation. */
export const programmeMade = act({
  ...shown,
  name: 'programmes.make',
  at: '/programmes',
  page: '/sociale-kaart/programmas/nieuw',
  title: texts.make,
  audit: 'C',
  input: z.strictObject({ organizationId: z.string().max(60), ...contents }),
  form: { organizationId: { as: 'pick', label: texts.organization }, ...form },
  find: async (reading) => ({ named: await namesOf(reading) }),
  amiss: ({ named }, { organizationId, name }) => sameName(named, organizationId, name),
  may: keepsDirectory,
  about: (_it, id?: string) => (id ? [id] : []),
  back: '/sociale-kaart/programmas',
  choices: async ({ db }) => ({ organizationId: (await db.selectFrom('organizations').where('state', '=', 'published').where('mergedInto', 'is', null).orderBy('name').select(['id', 'name']).execute()).map(({ id, name }) => ({ value: id, label: name })) }),
  intro: () => <p>{say(texts.servicesLater)}</p>,
  run: async (ctx, _it, { organizationId, name, description, ...more }) => {
    const { municipalityId } = ctx.actor
    const { slug } = await ctx.db.selectFrom('organizations').where('id', '=', organizationId).select('slug').executeTakeFirstOrThrow()
    const id = randomUUID()
    await inOrganization(ctx, slug, async () => {
      await ctx.db.insertInto('programs').values({ municipalityId, id, organizationId, name, description }).execute()
      await ctx.db.insertInto('programmeContents').values({ municipalityId, programId: id, phases: more.phases ?? null, themes: more.themes ?? null, intake: more.intake ?? null }).execute()
    })
    return id
  },
  present: (_ctx, id) => ({ programmeId: id }),
  done: texts.made,
})

const servicesOf = ({ db }: Pick<Context, 'db'>, organizationId: string) => db.selectFrom('services').where('organizationId', '=', organizationId).where('state', '<>', 'archived').orderBy('name').select(['id', 'slug', 'name', 'programId']).execute()

/** Puts services in a programme or takes them out, each with its own history. */
async function putServices(ctx: Context<Staff>, it: Programme, chosen: readonly string[]): Promise<void> {
  for (const service of await servicesOf(ctx, it.organizationId)) {
    const [is, wanted] = [service.programId === it.id, chosen.includes(service.id)]
    if (is === wanted) continue
    const kept = await findKept(ctx, { kind: 'voorziening', slug: service.slug })
    await withHistory(ctx, kept, { act: 'changed' }, async () => {
      await setKept(ctx, kept, {})
      await ctx.db.updateTable('services').set({ programId: wanted ? it.id : null }).where('id', '=', service.id).execute()
    })
  }
}

/** The information manager changes a programme, says what belongs to it, or ends it. */
export const programmeChanged = act({
  ...shown,
  name: 'programmes.change',
  at: '/programmes/:programmeId/facts',
  page: '/sociale-kaart/programma/:programmeId/wijzigen',
  title: texts.change,
  input: z.strictObject({ ...contents, services: z.array(z.string().max(60)).max(200), endedOn: day().optional() }),
  form: { ...form, services: { as: 'picks', label: texts.services, hint: texts.servicesHint }, endedOn: { as: 'day', label: texts.endedOn, hint: texts.endedOnHint, optional: true } },
  find: async (reading, params) => {
    const it = await findProgramme(reading, params)
    return { ...it, named: (await namesOf(reading)).filter(({ id }) => id !== it.id) }
  },
  amiss: ({ named, organizationId }, { name }) => sameName(named, organizationId, name),
  may: (actor, it) => keepsDirectory(actor) && ofOwnTown(actor, it),
  about: (it) => [it.id],
  version: (it) => it.version,
  choices: async (ctx, it) => ({ services: (await servicesOf(ctx, it.organizationId)).map(({ id, name }) => ({ value: id, label: name })) }),
  prefill: (it) => ({ ...it, services: it.services.map(({ id }) => id) }),
  run: async (ctx, it, { name, description, services, ...more }) => {
    const own = { phases: more.phases ?? null, themes: more.themes ?? null, intake: more.intake ?? null, endedOn: more.endedOn ?? null }
    await inOrganization(ctx, it.organizationSlug, async () => {
      await ctx.db.updateTable('programs').set({ name, description }).where('id', '=', it.id).execute()
      if (it.contentsVersion === null) await ctx.db.insertInto('programmeContents').values({ municipalityId: ctx.actor.municipalityId, programId: it.id, ...own }).execute()
      else if ((await ctx.db.updateTable('programmeContents').set({ ...own, version: it.version + 1 }).where('programId', '=', it.id).where('version', '=', it.version).executeTakeFirst()).numUpdatedRows !== 1n) throw stale()
    })
    await putServices(ctx, it, services)
  },
  present: (_ctx, _done, it) => ({ programmeId: it.id }),
  done: texts.changed,
})
