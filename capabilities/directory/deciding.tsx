import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { act } from '../../platform/act.ts'
import type { Staff } from '../../platform/actor.ts'
import type { Context, Reading } from '../../platform/context.ts'
import { dayOf } from '../../platform/dates.ts'
import { conflict, invalid, notFound, stale } from '../../platform/refusal.ts'
import { say } from '../../platform/texts.ts'
import { prose } from '../../platform/validation.ts'
import { columnsOf, type FactName, type Facts, factsForm, factsInput, factsOf, factText, putFacts } from './facts.ts'
import { assuredNow, findKept, type Kept, keepsDirectory, setKept, withHistory } from './keeping.ts'
import { proposalTexts as texts } from './proposalTexts.ts'
import { freeSlug } from './slugs.ts'

type Changes = Partial<Record<FactName, { from: unknown; to: unknown }>>

/** A proposal with how the entry stands now. @throws Refusal 404 */
export async function findProposal({ db }: Pick<Reading, 'db'>, id: string) {
  const found = await db
    .selectFrom('directoryProposals as p')
    .leftJoin('people as w', (join) => join.onRef('w.municipalityId', '=', 'p.municipalityId').onRef('w.id', '=', 'p.byId'))
    .leftJoin('services as s', (join) => join.onRef('s.municipalityId', '=', 'p.municipalityId').onRef('s.id', '=', 'p.recordId'))
    .leftJoin('organizations as o', (join) => join.onRef('o.municipalityId', '=', 'p.municipalityId').onRef('o.id', '=', 'p.recordId'))
    .where('p.id', '=', id)
    .select(['p.id', 'p.entity', 'p.recordId', 'p.kind', 'p.changes', 'p.message', 'p.foundIn', 'p.senderName', 'p.senderEmail', 'p.byId', 'p.state', 'p.reason', 'p.madeAt', 'p.decidedAt', 'p.version', 'w.name as by', 's.slug as serviceSlug', 's.name as serviceName', 'o.slug as organizationSlug', 'o.name as organizationName'])
    .executeTakeFirst()
  if (!found) throw notFound()
  const slug = found.entity === 'service' ? found.serviceSlug : found.organizationSlug
  const now = found.entity === 'service' && slug ? await factsOf({ db }, slug) : undefined
  const changes = found.changes as Changes
  return { ...found, changes, slug, name: found.serviceName ?? found.organizationName ?? String(changes.name?.to ?? ''), now }
}
export type ProposalRecord = Awaited<ReturnType<typeof findProposal>>

/** Facts that were changed by somebody else after the proposal was made. */
export const movedFacts = (it: ProposalRecord): FactName[] => (it.now ? (Object.keys(it.changes) as FactName[]).filter((name) => factText(name, it.changes[name]?.from) !== factText(name, it.now?.facts[name])) : [])

const decided = (it: ProposalRecord) => (it.state === 'open' ? undefined : conflict('proposal.decided', texts.decidedAlready))
const onProposal = {
  find: (reading: Reading, { proposalId }: { proposalId: string }) => findProposal(reading, proposalId),
  may: keepsDirectory,
  about: (it: ProposalRecord) => [it.id],
  version: (it: ProposalRecord) => it.version,
  hindrance: decided,
  output: z.object({ id: z.uuid() }),
  present: (_ctx: unknown, _done: unknown, it: ProposalRecord) => ({ id: it.id }),
  next: ({ id }: { id: string }) => `/sociale-kaart/voorstellen/${id}`,
}

/** Closes a proposal and thanks who made it: on the page of a colleague, by mail to somebody else who left an address. */
async function decide(ctx: Context<Staff>, it: ProposalRecord, state: 'approved' | 'declined', words: string, recordId: string | null): Promise<void> {
  const changed = await ctx.db.updateTable('directoryProposals').set({ state, decidedBy: ctx.actor.id, decidedAt: ctx.now, reason: words, thankedAt: ctx.now, recordId, version: it.version + 1 }).where('id', '=', it.id).where('version', '=', it.version).executeTakeFirst()
  if (changed.numUpdatedRows !== 1n) throw stale()
  if (!it.senderEmail) return
  await ctx.db.insertInto('outgoingMails').values({ municipalityId: ctx.actor.municipalityId, id: randomUUID(), toAddress: it.senderEmail, subject: texts.mailSubject.nl, body: words, about: 'thanks', madeAt: ctx.now }).execute()
}

async function takeOver(ctx: Context<Staff>, it: ProposalRecord, fields: readonly FactName[]): Promise<void> {
  if (!it.now || !it.slug) throw notFound()
  const taken = Object.fromEntries(fields.map((name) => [name, it.changes[name]?.to ?? undefined]))
  const facts = z.strictObject(factsInput).safeParse({ ...it.now.facts, ...taken })
  if (!facts.success) throw invalid(facts.error.issues.map((issue) => ({ in: 'body', at: 'fields', code: issue.code, detail: `${say(factsForm[issue.path[0] as FactName]?.label ?? texts.differences)}: ${issue.message}` })))
  const kept: Pick<Kept, 'entity' | 'id'> = { entity: 'service', id: it.now.id }
  const { now } = it
  await withHistory(ctx, kept, { act: 'proposal', note: it.message, proposalId: it.id }, () => putFacts(ctx, ctx.actor.municipalityId, now, facts.data, assuredNow(ctx.actor, dayOf(ctx.now), true)))
}

/** A new entry begins as a draft. */
async function beginDraft(ctx: Context<Staff>, it: ProposalRecord, organizationId: string): Promise<string> {
  const { municipalityId } = ctx.actor
  const said = Object.fromEntries(Object.entries(it.changes).map(([name, change]) => [name, change?.to])) as Partial<Facts>
  const id = randomUUID()
  const name = said.name ?? it.name
  if (it.entity === 'organization') {
    await ctx.db.insertInto('organizations').values({ municipalityId, id, slug: await freeSlug(ctx.db, 'organizations', name), name, summary: said.summary ?? null, website: said.url ?? null, state: 'draft', createdOn: dayOf(ctx.now), lastModified: ctx.now }).execute()
    if (said.phone) await ctx.db.insertInto('phones').values({ municipalityId, id: randomUUID(), organizationId: id, number: said.phone }).execute()
  } else {
    const facts = { name, summary: said.summary ?? '', url: said.url, registration: 'unknown', referral: 'unknown', indication: 'unknown' } as const
    await ctx.db.insertInto('services').values({ municipalityId, id, organizationId, slug: await freeSlug(ctx.db, 'services', name), ...columnsOf(facts), state: 'draft', createdOn: dayOf(ctx.now), lastModified: ctx.now }).execute()
    if (said.phone) await ctx.db.insertInto('phones').values({ municipalityId, id: randomUUID(), serviceId: id, number: said.phone }).execute()
  }
  return id
}

const itself = 'zelf'
const fieldName = z.enum(Object.keys(factsInput) as [FactName, ...FactName[]])

const thanksField = { as: 'area', label: texts.approveThanks, hint: texts.approveThanksHint, rows: 2, longest: 500 } as const

/** The information manager takes a proposed change over, whole or in part. */
export const changeApproved = act({
  ...onProposal,
  name: 'directory.approve-change',
  at: '/directory/proposals/:proposalId/approval',
  page: '/sociale-kaart/voorstellen/:proposalId/overnemen',
  title: texts.approveTitle,
  input: z.strictObject({ fields: z.array(z.string().max(40)).max(40), thanks: prose(500) }),
  form: { fields: { as: 'picks', label: texts.approveFields }, thanks: thanksField },
  may: (actor, it) => keepsDirectory(actor) && it.kind === 'change',
  choices: async (_ctx, it) => ({ fields: (Object.keys(it.changes) as FactName[]).map((name) => ({ value: name, label: `${say(factsForm[name].label)}: ${factText(name, it.changes[name]?.to) || say(texts.nothing)}` })) }),
  prefill: (it) => ({ fields: (Object.keys(it.changes) as FactName[]).filter((name) => !movedFacts(it).includes(name)), thanks: texts.approveDefault.nl }),
  run: async (ctx, it, { fields, thanks }) => {
    if (fields.length === 0) throw invalid([{ in: 'body', at: 'fields', code: 'required', detail: texts.nothingChosen }])
    await takeOver(ctx, it, fields.map((name) => fieldName.parse(name)))
    await decide(ctx, it, 'approved', thanks, it.recordId)
  },
  intro: () => <p>{say(texts.differencesLead)}</p>,
  done: texts.approveDone,
})

/** The information manager did what a message asked; what is gone goes to the archive. */
export const messageUsed = act({
  ...onProposal,
  name: 'directory.use-message',
  at: '/directory/proposals/:proposalId/use',
  page: '/sociale-kaart/voorstellen/:proposalId/verwerkt',
  title: texts.usedTitle,
  input: z.strictObject({ thanks: prose(500) }),
  form: { thanks: thanksField },
  may: (actor, it) => keepsDirectory(actor) && (it.kind === 'correction' || it.kind === 'gone'),
  prefill: () => ({ thanks: texts.approveDefault.nl }),
  run: async (ctx, it, { thanks }) => {
    if (it.kind === 'gone' && it.slug) {
      const kept = await findKept(ctx, { kind: it.entity === 'service' ? 'voorziening' : 'organisatie', slug: it.slug })
      await withHistory(ctx, kept, { act: 'proposal', note: it.message, proposalId: it.id }, () => setKept(ctx, kept, { state: 'archived' }))
    }
    await decide(ctx, it, 'approved', thanks, it.recordId)
  },
  intro: (it) => <p>{say(it.kind === 'gone' ? texts.approveGone : texts.approveMessage)}</p>,
  done: texts.approveDone,
})

/** Something new becomes a draft, under the organisation it belongs to. */
export const newAdded = act({
  ...onProposal,
  name: 'directory.add-proposed',
  at: '/directory/proposals/:proposalId/addition',
  page: '/sociale-kaart/voorstellen/:proposalId/toevoegen',
  title: texts.addTitle,
  input: z.strictObject({ organizationId: z.string().max(60), thanks: prose(500) }),
  form: { organizationId: { as: 'pick', label: texts.newOrganizationOf }, thanks: thanksField },
  may: (actor, it) => keepsDirectory(actor) && it.kind === 'new',
  choices: async (ctx, it) => ({
    organizationId: it.entity === 'organization' ? [{ value: itself, label: say(texts.itself) }] : (await ctx.db.selectFrom('organizations').where('state', '<>', 'archived').orderBy('name').select(['id', 'name']).execute()).map(({ id, name }) => ({ value: id, label: name })),
  }),
  prefill: (it) => ({ organizationId: it.entity === 'organization' ? itself : undefined, thanks: texts.addDefault.nl }),
  run: async (ctx, it, { organizationId, thanks }) => decide(ctx, it, 'approved', thanks, await beginDraft(ctx, it, organizationId)),
  intro: () => <p>{say(texts.approveNew)}</p>,
  done: texts.approveDone,
})

/** The information manager does not take it over, and says why. */
export const proposalDeclined = act({
  ...onProposal,
  name: 'directory.decline',
  at: '/directory/proposals/:proposalId/refusal',
  page: '/sociale-kaart/voorstellen/:proposalId/afwijzen',
  title: texts.declineTitle,
  input: z.strictObject({ reason: prose(500) }),
  form: { reason: { as: 'area', label: texts.declineReason, rows: 3, longest: 500 } },
  run: (ctx, it, { reason }) => decide(ctx, it, 'declined', reason, it.recordId),
  done: texts.declineDone,
})
