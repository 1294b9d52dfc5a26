import { z } from 'zod'
import { openActs, view } from '../../platform/act.ts'
import { addDays, dayOf } from '../../platform/dates.ts'
import { nothing } from '../../platform/validation.ts'
import { daysKept } from './forgetting.ts'
import { listClosed, listHandoverProposed } from './listActs.tsx'
import { ListPage, ListsPage, ParticipantPage } from './ParticipantPages.tsx'
import { absenceNoted, dropOutNoted, participationCancelled } from './participantActs.tsx'
import { factsOf, findList, findLists, findParticipant, registeredBy } from './participants.ts'
import { dropOutReasons, participantTexts as texts } from './participantTexts.ts'
import { mayKeepList, mayOpenList, maySeeList, maySeeParticipant } from './policy.ts'

const openAct = z.object({ name: z.string(), title: z.object({ nl: z.string(), en: z.string() }), href: z.string() })
const line = z.object({ id: z.uuid(), called: z.string(), activity: z.string(), state: z.enum(['registered', 'dropped-out']), registeredOn: z.iso.date(), missed: z.int(), told: z.int() })
const shownLists = z.object({ lists: z.array(z.object({ slug: z.string(), name: z.string(), owner: z.string(), closedOn: z.iso.date().nullable(), closesOn: z.iso.date().nullable(), keeps: z.boolean() })), registered: z.array(line), opens: z.boolean() })
const shownList = z.object({
  slug: z.string(), name: z.string(), owner: z.string(), closedOn: z.iso.date().nullable(), closesOn: z.iso.date().nullable().describe('by itself, because the activity ended'), participants: z.array(line), stopped: z.int().describe('who stopped by themselves; their names are erased'),
  finished: z.int().describe('who took part until the list closed; their names are erased'), forgotten: z.int().describe('who dropped out so long ago that the name is erased'),
  handover: z.object({ to: z.string(), on: z.iso.date() }).nullable().describe('asked to keep the list from now on, without an answer yet'), version: z.int(), acts: z.array(openAct),
})
const shownParticipant = line.extend({
  slug: z.string(), phone: z.string().nullable(), supporter: z.string().nullable().describe('only with a yes'), followUp: z.boolean(), consent: z.enum(['self', 'spoken', 'written']), by: z.string().nullable(),
  reason: z.enum(Object.keys(dropOutReasons) as [keyof typeof dropOutReasons]).nullable(), signalId: z.uuid().nullable(), forgetOn: z.iso.date().nullable().describe('when the name of who dropped out goes at the latest'), absences: z.array(z.object({ onDay: z.iso.date(), told: z.boolean() })), version: z.int(), acts: z.array(openAct),
})
export type ShownLists = z.output<typeof shownLists>
export type ShownList = z.output<typeof shownList>
export type ShownParticipant = z.output<typeof shownParticipant>
export type ParticipantShown = z.output<typeof line>

type Row = Awaited<ReturnType<typeof findList>>['participants'][number]
const lineOf = (it: Row): z.input<typeof line>[] =>
  it.called === null || (it.state !== 'registered' && it.state !== 'dropped-out') ? [] : [{ id: it.id, called: it.called, activity: it.activity, state: it.state, registeredOn: it.registeredOn, missed: Number(it.missed ?? 0), told: Number(it.told ?? 0) }]

/** Lists of my teams, and whom I registered. */
export const listsViewed = view({
  name: 'participation.lists',
  at: '/activity-lists',
  path: '/activiteiten/deelnemers',
  title: texts.lists,
  query: nothing,
  output: shownLists,
  find: (reading) => findLists(reading),
  may: (actor) => actor.kind === 'worker',
  each: maySeeList,
  about: (_lists, shown) => shown.registered.map((it) => it.id),
  present: async (ctx, lists) => ({
    lists: lists.map((it) => ({ slug: it.slug, name: it.name, owner: it.owner, closedOn: it.closedOn, closesOn: it.closesOn, keeps: mayKeepList(ctx.actor, it) })),
    registered: (await registeredBy(ctx)).filter((it) => maySeeParticipant(ctx.actor, factsOf(it))).flatMap(lineOf),
    opens: mayOpenList(ctx.actor),
  }),
  page: (it, { now }) => <ListsPage {...it} now={now} />,
})

/** Who takes part in one activity: how they are called and whether they come. Nothing about who supports them. */
export const listViewed = view({
  name: 'participation.list',
  at: '/activity-lists/:slug',
  path: '/activiteiten/deelnemers/:slug',
  title: ({ name }) => texts.listOf(name),
  query: nothing,
  output: shownList,
  find: findList,
  may: mayKeepList,
  about: (it) => it.participants.map(({ id }) => id),
  version: (it) => it.version,
  present: (ctx, it) => ({
    slug: it.slug, name: it.name, owner: it.owner, closedOn: it.closedOn, closesOn: it.closesOn, participants: it.participants.flatMap(lineOf),
    stopped: it.participants.filter(({ state }) => state === 'cancelled').length, finished: it.participants.filter(({ state }) => state === 'finished').length,
    forgotten: it.participants.filter(({ state, called }) => state === 'dropped-out' && called === null).length,
    handover: it.handover && { to: it.handover.to, on: dayOf(it.handover.proposedAt) }, version: it.version, acts: openActs([listHandoverProposed, listClosed], ctx.actor, it, { slug: it.slug }),
  }),
  page: (it, { now }) => <ListPage it={it} now={now} />,
})

/** One participant, with how to reach them and what they agreed to. */
export const participantViewed = view({
  name: 'participation.participant',
  at: '/participations/:participationId',
  path: '/activiteiten/deelnemer/:participationId',
  title: texts.participant,
  query: nothing,
  output: shownParticipant,
  find: findParticipant,
  may: (actor, it) => maySeeParticipant(actor, it.facts),
  about: (it) => [it.id],
  version: (it) => it.version,
  present: async (ctx, it) => ({
    ...lineOf(it)[0]!, forgetOn: it.state === 'dropped-out' && it.endedOn ? addDays(it.endedOn, await daysKept(ctx)) : null, slug: it.slug, phone: it.contact?.phone ?? null, supporter: it.contact?.supporter ?? null, followUp: it.followUp, consent: it.consent, by: it.by,
    reason: it.reason, signalId: it.signalId, absences: it.absences, version: it.version, acts: openActs([absenceNoted, dropOutNoted, participationCancelled], ctx.actor, it, { participationId: it.id }),
  }),
  page: (it, { now }) => <ParticipantPage it={it} now={now} />,
})
