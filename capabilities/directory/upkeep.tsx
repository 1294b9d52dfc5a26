import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import { act, openActs, view } from '../../platform/act.ts'
import type { Reading } from '../../platform/context.ts'
import { dayOf } from '../../platform/dates.ts'
import { conflict, invalid } from '../../platform/refusal.ts'
import { say } from '../../platform/texts.ts'
import { line, nothing } from '../../platform/validation.ts'
import { escalated, mailOf, newLink } from './asking-owners.ts'
import { freshPart } from './details.ts'
import { entryConfirmed } from './editing.tsx'
import { findKept, type Kept, keepsDirectory, keptHref, wordOf } from './keeping.ts'
import { keepTexts as texts } from './keepTexts.ts'
import { openAtOrganization, openAtService, openThresholds } from './thresholds.ts'
import { DoublesPage, MinePage, OutboxPage, UpkeepPage } from './UpkeepPages.tsx'

const openAct = z.object({ name: z.string(), title: z.object({ nl: z.string(), en: z.string() }), href: z.string() })
const old = z.object({ name: z.string(), href: z.string(), assuredDate: z.iso.date().nullable(), hideOn: z.iso.date().nullable(), hidden: z.boolean(), asked: z.int(), owner: z.string().nullable(), acts: z.array(openAct) })
export type ShownOld = z.output<typeof old>
const pair = z.object({ one: z.object({ name: z.string(), href: z.string() }), other: z.object({ name: z.string(), href: z.string() }), reasons: z.array(z.enum(['name', 'phone', 'website', 'address'])), mergeHref: z.string() })
export const shownUpkeep = z.object({
  fresh: z.number().nullable(),
  proposals: z.array(z.object({ id: z.uuid(), kind: z.enum(['correction', 'gone', 'change', 'new']), name: z.string(), by: z.string().nullable(), madeOn: z.iso.date() })),
  old: z.array(old),
  moreOld: z.int(),
  drafts: z.array(z.object({ name: z.string(), href: z.string() })),
  gaps: z.array(z.object({ words: z.array(z.string()), area: z.string().nullable(), times: z.int() })),
  thresholds: z.array(z.object({ name: z.string(), href: z.string(), open: z.int(), longest: z.iso.date().describe('when the first of them was found') })),
  merges: z.array(z.object({ id: z.uuid(), gone: z.string(), kept: z.string(), on: z.iso.date() })),
})
export type ShownUpkeep = z.output<typeof shownUpkeep>

type Old = { entity: 'service' | 'organization'; id: string; slug: string; name: string; version: number; assuredDate: string | null; staleOn: string; hideOn: string; asked: number; askedToday: boolean; ownerEmail: string | null; owner: string | null }
const shownOld = 40

const oldOf = async (db: Reading['db']): Promise<Old[]> =>
  (
    await sql<Old>`
    with kept as (
      select 'service' as entity, s.municipality_id, s.id, s.slug, s.name, s.version, s.assured_date, s.stale_on, s.hide_on from services s where s.state = 'published'
      union all select 'organization', o.municipality_id, o.id, o.slug, o.name, o.version, o.assured_date, o.stale_on, o.hide_on from organizations o where o.state = 'published'
    )
    select k.entity, k.id, k.slug, k.name, k.version, k.assured_date as "assuredDate", k.stale_on as "staleOn", k.hide_on as "hideOn", c.owner_email as "ownerEmail", coalesce(p.name, c.owner_name, c.owner_email) as owner,
      (select count(*)::integer from confirmation_requests r where r.municipality_id = k.municipality_id and r.entity = k.entity and r.record_id = k.id and r.withdrawn_at is null and r.made_at > coalesce(k.assured_date, '-infinity'::date)) as asked,
      exists (select from confirmation_requests r where r.municipality_id = k.municipality_id and r.entity = k.entity and r.record_id = k.id and r.answered_at is null and r.withdrawn_at is null and (r.made_at at time zone 'Europe/Amsterdam')::date = (select ctx.today())) as "askedToday"
    from kept k left join entry_care c on c.municipality_id = k.municipality_id and c.entity = k.entity and c.record_id = k.id left join people p on p.municipality_id = c.municipality_id and p.id = c.owner_id
    where k.municipality_id = (select ctx.municipality()) and k.stale_on <= (select ctx.today()) order by k.stale_on, k.name`.execute(db)
  ).rows

async function findUpkeep({ db }: Reading) {
  const [fresh, proposals, old, drafts, gaps, merges, thresholds] = await Promise.all([
    freshPart(db),
    db.selectFrom('directoryProposals as p').leftJoin('people as w', (join) => join.onRef('w.municipalityId', '=', 'p.municipalityId').onRef('w.id', '=', 'p.byId')).leftJoin('services as s', (join) => join.onRef('s.municipalityId', '=', 'p.municipalityId').onRef('s.id', '=', 'p.recordId')).leftJoin('organizations as o', (join) => join.onRef('o.municipalityId', '=', 'p.municipalityId').onRef('o.id', '=', 'p.recordId')).where('p.state', '=', 'open').orderBy('p.madeAt').limit(100)
      .select(['p.id', 'p.kind', 'p.changes', 'p.madeAt', 'p.senderName', 'w.name as by', 's.name as serviceName', 'o.name as organizationName']).execute(),
    oldOf(db),
    sql<{ entity: 'service' | 'organization'; slug: string; name: string }>`select 'service' as entity, slug, name from services where state = 'draft' union all select 'organization', slug, name from organizations where state = 'draft' order by name limit 50`.execute(db),
    sql<{ words: string[]; area: string | null; times: number }>`select words, area, times from ctx.gap_words()`.execute(db),
    sql<{ id: string; gone: string; kept: string; at: Date }>`select m.id, coalesce(gs.name, go.name) as gone, coalesce(ks.name, ko.name) as kept, m.at from directory_merges m left join services gs on gs.municipality_id = m.municipality_id and gs.id = m.gone_id left join services ks on ks.municipality_id = m.municipality_id and ks.id = m.kept_id
      left join organizations go on go.municipality_id = m.municipality_id and go.id = m.gone_id left join organizations ko on ko.municipality_id = m.municipality_id and ko.id = m.kept_id where m.undone_at is null order by m.at desc limit 20`.execute(db),
    openThresholds({ db }),
  ])
  return { fresh, proposals, old, drafts: drafts.rows, gaps: gaps.rows, merges: merges.rows, thresholds }
}

/** What asks for the information manager: proposals, what is old, drafts, gaps. */
export const upkeepViewed = view({
  name: 'directory.upkeep',
  at: '/directory/upkeep',
  path: '/sociale-kaart/beheer',
  title: texts.upkeep,
  query: nothing,
  output: shownUpkeep,
  find: (reading) => findUpkeep(reading),
  may: keepsDirectory,
  about: () => [],
  present: (ctx, it) => {
    const today = dayOf(ctx.now)
    const mine = it.old.filter((one) => escalated(one.staleOn, today, one.ownerEmail !== null))
    return {
      fresh: it.fresh,
      proposals: it.proposals.map((one) => ({ id: one.id, kind: one.kind, name: one.serviceName ?? one.organizationName ?? String((one.changes as { name?: { to?: unknown } }).name?.to ?? ''), by: one.by ?? one.senderName, madeOn: dayOf(one.madeAt) })),
      old: mine.slice(0, shownOld).map((one) => ({
        name: one.name, href: keptHref(one), assuredDate: one.assuredDate, hideOn: one.hideOn, hidden: one.hideOn <= today, asked: one.asked, owner: one.owner,
        acts: openActs([entryConfirmed, ownerAsked], ctx.actor, { ...one, edits: true, keeper: true, state: 'published', to: one.ownerEmail, askedToday: one.askedToday }, { kind: wordOf(one.entity), slug: one.slug }),
      })),
      moreOld: Math.max(0, mine.length - shownOld),
      drafts: it.drafts.map((one) => ({ name: one.name, href: keptHref(one) })),
      gaps: it.gaps,
      thresholds: it.thresholds.map((one) => ({ name: one.name, href: keptHref(one), open: one.open, longest: one.longest })),
      merges: it.merges.map(({ at, ...one }) => ({ ...one, on: dayOf(at) })),
    }
  },
  page: (shown, { now }) => <UpkeepPage it={shown} now={now} />,
})

/** Who is asked about an entry, with the address for it. */
async function findAsked(reading: Reading, params: { kind: string; slug: string }) {
  const it = await findKept(reading, params)
  const [asked, care] = await Promise.all([
    reading.db.selectFrom('confirmationRequests').where('entity', '=', it.entity).where('recordId', '=', it.id).where('answeredAt', 'is', null).where('withdrawnAt', 'is', null).orderBy('madeAt', 'desc').select('madeAt').executeTakeFirst(),
    reading.db.selectFrom('entryCare as c').leftJoin('municipalities as m', 'm.id', 'c.municipalityId').where('c.entity', '=', it.entity).where('c.recordId', '=', it.id).select(['c.ownerEmail', 'c.ownerId', 'c.ownerName', 'm.name as municipality']).executeTakeFirst(),
  ])
  return { ...it, to: care?.ownerEmail ?? null, care, municipality: care?.municipality ?? '', askedToday: asked !== undefined && dayOf(asked.madeAt) === dayOf(reading.now) }
}

/** The information manager asks an owner now, without waiting for half a year to pass. */
export const ownerAsked = act({
  name: 'directory.ask-owner',
  at: '/directory/:kind/:slug/questions',
  page: '/sociale-kaart/:kind/:slug/vragen',
  title: texts.askTitle,
  audit: 'C',
  input: z.strictObject({}),
  form: {},
  output: z.object({ done: z.boolean() }),
  find: findAsked,
  may: keepsDirectory,
  about: (it) => [it.id],
  hindrance: (it) => (it.to === null ? conflict('directory.no-owner', texts.noOwner) : it.askedToday ? conflict('directory.asked-today', texts.askedToday) : undefined),
  run: async (ctx, it) => {
    const { municipalityId } = ctx.actor
    const { secret, hash } = newLink()
    const [{ origin = '' } = {}] = (await sql<{ origin: string }>`select coalesce(m.settings ->> 'origin', '') as origin from municipalities m where m.id = ${municipalityId}`.execute(ctx.db)).rows
    const { subject, body } = mailOf([{ name: it.name, href: `${origin}/bevestigen/${secret}` }], false, it.municipality)
    await ctx.db.insertInto('confirmationRequests').values({ municipalityId, id: randomUUID(), entity: it.entity, recordId: it.id, tokenHash: hash, stage: 'asked', madeAt: ctx.now }).execute()
    await ctx.db.insertInto('outgoingMails').values({ municipalityId, id: randomUUID(), toAddress: it.to ?? '', subject, body, about: 'confirmation', madeAt: ctx.now }).execute()
  },
  present: () => ({ done: true }),
  intro: (it) => <p>{say(texts.askIntro(it.to ?? ''))}</p>,
  next: () => '/sociale-kaart/uitgaande-post',
  done: texts.askDone,
})

const nobody = 'niemand'
/** The information manager says who looks after an entry. */
export const ownerChosen = act({
  name: 'directory.choose-owner',
  at: '/directory/:kind/:slug/owner',
  page: '/sociale-kaart/:kind/:slug/eigenaar',
  title: texts.ownerTitle,
  input: z.strictObject({ ownerId: z.string().max(60), name: line(120).optional(), email: z.email().max(200).optional() }),
  form: { ownerId: { as: 'pick', label: texts.ownerPerson }, name: { as: 'text', label: texts.ownerName, optional: true }, email: { as: 'email', label: texts.ownerEmail, autocomplete: 'off', optional: true } },
  output: z.object({ href: z.string() }),
  find: findAsked,
  may: keepsDirectory,
  about: (it) => [it.id],
  choices: async ({ db }) => ({ ownerId: [{ value: nobody, label: say(texts.ownerNobody) }, ...(await db.selectFrom('people').where('kind', 'in', ['worker', 'volunteer']).where('active', '=', true).orderBy('name').select(['id', 'name']).execute()).map((it) => ({ value: it.id, label: it.name }))] }),
  prefill: (it) => ({ ownerId: it.care?.ownerId ?? nobody, name: it.care?.ownerName, email: it.care?.ownerEmail }),
  run: async (ctx, it, { ownerId, name, email }) => {
    if (ownerId === nobody && !email) throw invalid([{ in: 'body', at: 'email', code: 'required', detail: texts.ownerNeeded }])
    const care = { ownerId: ownerId === nobody ? null : ownerId, ownerName: name ?? null, ownerEmail: email?.toLowerCase() ?? null }
    await ctx.db.insertInto('entryCare').values({ municipalityId: ctx.actor.municipalityId, entity: it.entity, recordId: it.id, ...care }).onConflict((on) => on.columns(['municipalityId', 'entity', 'recordId']).doUpdateSet(care)).execute()
  },
  present: (_ctx, _done, it) => ({ href: keptHref(it) }),
  next: ({ href }) => href,
  done: texts.ownerDone,
})

/** Mail that went out or lies in the folder, for the information manager. */
export const outboxViewed = view({
  name: 'directory.outbox',
  at: '/directory/outgoing-mails',
  path: '/sociale-kaart/uitgaande-post',
  title: texts.outbox,
  query: nothing,
  output: z.object({ mails: z.array(z.object({ id: z.uuid(), to: z.string(), subject: z.string(), body: z.string(), madeAt: z.iso.datetime(), state: z.enum(['waits', 'mail', 'folder', 'failed']) })) }),
  find: ({ db }) => db.selectFrom('outgoingMails').orderBy('madeAt', 'desc').orderBy('id').limit(100).selectAll().execute(),
  may: keepsDirectory,
  about: (mails) => mails.map((it) => it.id),
  present: (_ctx, mails) => ({ mails: mails.map((it) => ({ id: it.id, to: it.toAddress, subject: it.subject, body: it.body, madeAt: it.madeAt.toISOString(), state: it.byWayOf ?? (it.lastError ? ('failed' as const) : ('waits' as const)) })) }),
  page: (shown, { now }) => <OutboxPage mails={shown.mails} now={now} />,
})

/** Pairs that look like one entry, with the way to join them. */
export const doublesViewed = view({
  name: 'directory.doubles',
  at: '/directory/doubles',
  path: '/sociale-kaart/dubbel',
  title: texts.doubles,
  query: nothing,
  output: z.object({ pairs: z.array(pair) }),
  find: async ({ db }) => (await sql<{ entity: 'service' | 'organization'; oneId: string; oneSlug: string; oneName: string; otherId: string; otherSlug: string; otherName: string; reasons: ('name' | 'phone' | 'website' | 'address')[] }>`select entity, one_id as "oneId", one_slug as "oneSlug", one_name as "oneName", other_id as "otherId", other_slug as "otherSlug", other_name as "otherName", reasons from ctx.doubles(50)`.execute(db)).rows,
  may: keepsDirectory,
  about: () => [],
  present: (_ctx, rows) => ({
    pairs: rows.map((it) => ({
      one: { name: it.oneName, href: keptHref({ entity: it.entity, slug: it.oneSlug }) }, other: { name: it.otherName, href: keptHref({ entity: it.entity, slug: it.otherSlug }) }, reasons: it.reasons,
      mergeHref: `${keptHref({ entity: it.entity, slug: it.otherSlug })}/samenvoegen?met=${it.oneId}`,
    })),
  }),
  page: ({ pairs }) => <DoublesPage pairs={pairs} />,
})

type OwnEntry = Pick<Kept, 'entity' | 'id' | 'slug' | 'name' | 'version' | 'state' | 'assuredDate'> & { staleOn: string | null; openThresholds: number }

/** What somebody looks after, with how sure it is; and their proposals. */
export const ownEntriesViewed = view({
  name: 'directory.own',
  at: '/directory/own',
  path: '/sociale-kaart/mijn',
  title: texts.mine,
  query: nothing,
  output: z.object({
    entries: z.array(z.object({ name: z.string(), href: z.string(), assuredDate: z.iso.date().nullable(), staleOn: z.iso.date().nullable(), stale: z.boolean(), openThresholds: z.int(), acts: z.array(openAct) })),
    proposals: z.array(z.object({ id: z.uuid(), name: z.string(), state: z.enum(['open', 'approved', 'declined']), reason: z.string().nullable(), madeOn: z.iso.date() })),
  }),
  find: async ({ db }) => {
    const own = sql<string>`(select ctx.person())`
    const [entries, proposals] = await Promise.all([
      sql<OwnEntry>`
        select * from (
          select 'service' as entity, s.municipality_id, s.id, s.slug, s.name, s.version, s.state, s.assured_date as "assuredDate", s.stale_on as "staleOn", ${openAtService} as "openThresholds" from services s
          union all
          select 'organization', o.municipality_id, o.id, o.slug, o.name, o.version, o.state, o.assured_date, o.stale_on, ${openAtOrganization} from organizations o
        ) e where e.municipality_id = (select ctx.municipality()) and exists (select from entry_care c where c.municipality_id = e.municipality_id and c.entity = e.entity and c.record_id = e.id and c.owner_id = ${own}) order by "staleOn", name`.execute(db),
      db.selectFrom('directoryProposals as p').leftJoin('services as s', (join) => join.onRef('s.municipalityId', '=', 'p.municipalityId').onRef('s.id', '=', 'p.recordId')).leftJoin('organizations as o', (join) => join.onRef('o.municipalityId', '=', 'p.municipalityId').onRef('o.id', '=', 'p.recordId')).where('p.byId', '=', own).orderBy('p.madeAt', 'desc').limit(50).select(['p.id', 'p.state', 'p.reason', 'p.madeAt', 'p.changes', 's.name', 'o.name as organizationName']).execute(),
    ])
    return { entries: entries.rows, proposals }
  },
  may: () => true,
  about: () => [],
  present: (ctx, { entries, proposals }) => ({
    entries: entries.map((it) => ({
      name: it.name, href: keptHref(it), assuredDate: it.assuredDate, staleOn: it.staleOn, stale: it.staleOn !== null && it.staleOn <= dayOf(ctx.now), openThresholds: it.openThresholds,
      acts: openActs([entryConfirmed], ctx.actor, { ...it, edits: true }, { kind: wordOf(it.entity), slug: it.slug }),
    })),
    proposals: proposals.map((it) => ({ id: it.id, name: it.name ?? it.organizationName ?? String((it.changes as { name?: { to?: unknown } }).name?.to ?? ''), state: it.state, reason: it.reason, madeOn: dayOf(it.madeAt) })),
  }),
  page: (shown, { now }) => <MinePage {...shown} now={now} />,
})

