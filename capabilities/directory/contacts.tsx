import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { act } from '../../platform/act.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Context, Reading } from '../../platform/context.ts'
import { invalid, notFound } from '../../platform/refusal.ts'
import { say } from '../../platform/texts.ts'
import { line } from '../../platform/validation.ts'
import { phoneNumber } from './facts.ts'
import { factTexts } from './factTexts.ts'
import { among } from './among.ts'
import { findKept, type Kept, mayKeep, onKept, setKept, withHistory, wordOf } from './keeping.ts'
import { partTexts as texts } from './partTexts.ts'
import { languages } from './words.ts'

/** Who sees a person to call: the choice made for that person, asked here beside the database. */
export const mayCall = (actor: Actor, it: { visibility: 'public' | 'professionals' | 'team'; teamId: string | null }, edits = false): boolean => {
  if (it.visibility === 'public' || edits) return true
  if (it.visibility === 'professionals') return actor.kind === 'worker'
  return (actor.kind === 'worker' || actor.kind === 'volunteer') && it.teamId !== null && actor.teams.includes(it.teamId)
}

const contactInput = z.strictObject({
  name: line(120).optional(), title: line(120).optional(), department: line(120).optional(), phone: phoneNumber.optional(), phoneNote: line(120).optional(), email: z.email().max(200).optional(), askedFor: line(300).optional(),
  visibility: z.enum(['public', 'professionals', 'team']), teamId: z.string().max(60).optional(), languages: z.array(z.string().max(10)).max(12),
})
type ContactInput = z.output<typeof contactInput>
const form = {
  name: { as: 'text', label: texts.name, optional: true },
  title: { as: 'text', label: texts.jobTitle, optional: true },
  department: { as: 'text', label: texts.department, optional: true },
  phone: { as: 'tel', label: factTexts.phone, autocomplete: 'off', optional: true },
  phoneNote: { as: 'text', label: texts.phoneNote, optional: true },
  email: { as: 'email', label: factTexts.email, autocomplete: 'off', optional: true },
  askedFor: { as: 'text', label: texts.askedFor, hint: texts.askedForHint, optional: true },
  visibility: { as: 'choice', label: texts.seenBy, options: { public: { label: texts.seenByAll, hint: texts.seenByAllHint }, professionals: { label: texts.seenByProfessionals, hint: texts.seenByProfessionalsHint }, team: { label: texts.seenByTeam, hint: texts.seenByTeamHint } } },
  teamId: { as: 'pick', label: texts.team, optional: true },
  languages: { as: 'picks', label: texts.speaks },
} as const

const choices = async ({ db }: Pick<Context, 'db'>) => ({
  teamId: (await db.selectFrom('teams').orderBy('name').select(['id', 'name']).execute()).map((it) => ({ value: it.id, label: it.name })),
  languages: Object.entries(languages).map(([value, label]) => ({ value, label: say(label) })),
})

/** The people of an entry as its keepers see them, with what they speak and their first number. */
export async function contactsOf({ db }: Pick<Reading, 'db'>, it: Pick<Kept, 'entity' | 'id'>) {
  const query = db.selectFrom('contactPersons').leftJoin('teams', (join) => join.onRef('teams.municipalityId', '=', 'contactPersons.municipalityId').onRef('teams.id', '=', 'contactPersons.teamId'))
  const rows = await (it.entity === 'service' ? query.where('contactPersons.serviceId', '=', it.id) : query.where('contactPersons.organizationId', '=', it.id).where('contactPersons.serviceId', 'is', null))
    .select(['contactPersons.id', 'contactPersons.name', 'contactPersons.title', 'contactPersons.department', 'contactPersons.email', 'contactPersons.askedFor', 'contactPersons.visibility', 'contactPersons.teamId', 'teams.name as team'])
    .orderBy('contactPersons.position')
    .orderBy('contactPersons.name')
    .execute()
  const ids = rows.map((one) => one.id)
  if (ids.length === 0) return []
  const [phones, spoken] = await Promise.all([
    db.selectFrom('phones').where('contactId', 'in', ids).orderBy('position').orderBy('id').select(['id', 'contactId', 'number', 'description']).execute(),
    db.selectFrom('languages').where('contactId', 'in', ids).orderBy('code').select(['contactId', 'code']).execute(),
  ])
  return rows.map((one) => ({ ...one, phones: phones.filter((phone) => phone.contactId === one.id), languages: spoken.filter(({ contactId }) => contactId === one.id).flatMap(({ code }) => code ?? []) }))
}

async function findContact(reading: Reading, params: { kind: string; slug: string; contactId: string }) {
  const it = await findKept(reading, params)
  const contact = (await contactsOf(reading, it)).find(({ id }) => id === params.contactId)
  if (!contact) throw notFound()
  return { ...it, contact }
}
type WithContact = Awaited<ReturnType<typeof findContact>>
const nameOf = (it: WithContact['contact']): string => it.name ?? it.title ?? ''

function check(it: ContactInput): void {
  const wrong = [
    ...(it.name || it.title ? [] : [{ in: 'body' as const, at: 'name', code: 'name-or-title', detail: texts.nameOrTitle }]),
    ...(it.visibility === 'team' && !it.teamId ? [{ in: 'body' as const, at: 'teamId', code: 'team-needed', detail: texts.teamNeeded }] : []),
  ]
  if (wrong.length > 0) throw invalid(wrong)
}

const columns = (it: ContactInput) => ({
  name: it.name ?? null, title: it.title ?? null, department: it.department ?? null, email: it.email ?? null, askedFor: it.askedFor ?? null, visibility: it.visibility, teamId: it.visibility === 'team' ? (it.teamId ?? null) : null,
})

async function putAround(ctx: Context, municipalityId: string, contactId: string, it: ContactInput, phoneId?: string): Promise<void> {
  const said = { number: it.phone ?? '', description: it.phoneNote ?? null }
  if (phoneId && it.phone) await ctx.db.updateTable('phones').set(said).where('id', '=', phoneId).execute()
  else if (phoneId) await ctx.db.deleteFrom('phones').where('id', '=', phoneId).execute()
  else if (it.phone) await ctx.db.insertInto('phones').values({ municipalityId, id: randomUUID(), contactId, ...said, type: /^(06|\+31 ?6)/.test(it.phone) ? 'cell' : 'voice' }).execute()
  const spoken = await ctx.db.selectFrom('languages').where('contactId', '=', contactId).where('code', 'in', Object.keys(languages)).select(['id', 'code']).execute()
  const { gone, added } = among(spoken, ({ code }) => code ?? '', it.languages)
  if (gone.length > 0) await ctx.db.deleteFrom('languages').where('id', 'in', gone).execute()
  if (added.length > 0) await ctx.db.insertInto('languages').values(added.map((code) => ({ municipalityId, id: randomUUID(), contactId, code, name: languages[code as keyof typeof languages].nl }))).execute()
}

const answer = { output: z.object({ kind: z.string(), slug: z.string() }), present: (_ctx: unknown, _done: unknown, it: Kept) => ({ kind: wordOf(it.entity), slug: it.slug }), next: ({ kind, slug }: { kind: string; slug: string }) => `/sociale-kaart/${kind}/${slug}/onderdelen` }
const onContact = { ...answer, find: findContact, may: mayKeep, about: (it: WithContact) => [it.id, it.contact.id], version: (it: Kept) => it.version }

/** Who keeps an entry names a person to call, and who may see that. */
export const contactAdded = act({
  ...onKept,
  ...answer,
  name: 'directory.add-contact',
  at: '/directory/:kind/:slug/contacts',
  page: '/sociale-kaart/:kind/:slug/contact-toevoegen',
  title: texts.contactAdd,
  audit: 'C',
  input: contactInput,
  form,
  choices,
  prefill: () => ({ visibility: 'professionals', languages: [] }),
  about: (it: Kept, id?: string) => (id ? [it.id, id] : [it.id]),
  run: async (ctx, it, input): Promise<string> => {
    check(input)
    const { municipalityId } = ctx.actor
    const id = randomUUID()
    await withHistory(ctx, it, { act: 'changed' }, async () => {
      await setKept(ctx, it, {})
      await ctx.db.insertInto('contactPersons').values({ municipalityId, id, serviceId: it.entity === 'service' ? it.id : null, organizationId: it.entity === 'organization' ? it.id : null, ...columns(input), position: 1 }).execute()
      await putAround(ctx, municipalityId, id, input)
    })
    return id
  },
  done: texts.contactKept,
})

/** Who keeps an entry changes a person to call, also for whom that person is visible. */
export const contactChanged = act({
  ...onContact,
  name: 'directory.change-contact',
  at: '/directory/:kind/:slug/contacts/:contactId',
  page: '/sociale-kaart/:kind/:slug/contact/:contactId/wijzigen',
  title: texts.contactChange,
  input: contactInput,
  form,
  choices,
  prefill: ({ contact }) => ({ ...contact, teamId: contact.teamId ?? undefined, phone: contact.phones[0]?.number, phoneNote: contact.phones[0]?.description }),
  run: (ctx, it, input) => {
    check(input)
    return withHistory(ctx, it, { act: 'changed' }, async () => {
      await setKept(ctx, it, {})
      await ctx.db.updateTable('contactPersons').set(columns(input)).where('id', '=', it.contact.id).execute()
      await putAround(ctx, ctx.actor.municipalityId, it.contact.id, input, it.contact.phones[0]?.id)
    })
  },
  done: texts.contactKept,
})

/** Who keeps an entry takes a person to call away from it. */
export const contactRemoved = act({
  ...onContact,
  name: 'directory.remove-contact',
  at: '/directory/:kind/:slug/contacts/:contactId/removal',
  page: '/sociale-kaart/:kind/:slug/contact/:contactId/weghalen',
  title: texts.contactRemove,
  destructive: true,
  audit: 'D',
  input: z.strictObject({}),
  form: {},
  intro: (it) => <p>{say(texts.contactRemoveIntro(nameOf(it.contact)))}</p>,
  run: (ctx, it) =>
    withHistory(ctx, it, { act: 'changed' }, async () => {
      await setKept(ctx, it, {})
      await ctx.db.deleteFrom('contactPersons').where('id', '=', it.contact.id).execute()
    }),
  done: texts.contactRemoved,
})
