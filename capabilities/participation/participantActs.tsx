import { sql } from 'kysely'
import { z } from 'zod'
import { act } from '../../platform/act.ts'
import { dayOf } from '../../platform/dates.ts'
import { conflict, invalid, notFound, type Refusal, stale } from '../../platform/refusal.ts'
import { say } from '../../platform/texts.ts'
import { day, id } from '../../platform/validation.ts'
import { receive } from '../signals/index.ts'
import { findParticipant, type ParticipantRecord } from './participants.ts'
import { dropOutReasons, participantTexts as texts } from './participantTexts.ts'
import { mayFollowUp, mayOpenList, maySeeParticipant } from './policy.ts'
import { activitiesFor } from './wishes.ts'

const ended = (it: Pick<ParticipantRecord, 'state'>): Refusal | undefined => (it.state === 'registered' ? undefined : conflict('participation.ended', texts.ended))
const noArea = '00000000-0000-0000-0000-000000000000'

/** A member of a team opens a list, so that residents can register. */
export const listOpened = act({
  name: 'participation.open-list',
  at: '/activity-lists',
  page: '/activiteiten/deelnemers/nieuw',
  title: texts.openTitle,
  submit: texts.open,
  audit: 'C',
  input: z.strictObject({ serviceId: id(), teamId: id() }),
  form: { serviceId: { as: 'pick', label: texts.openService }, teamId: { as: 'pick', label: texts.openTeam } },
  output: z.object({ slug: z.string() }),
  find: async () => ({}),
  may: (actor) => mayOpenList(actor),
  choices: async (ctx) => {
    const [services, teams] = await Promise.all([
      activitiesFor(ctx, noArea),
      ctx.db.selectFrom('teams').where('id', 'in', [...ctx.actor.teams]).orderBy('name').select(['id', 'name']).execute(),
    ])
    return { serviceId: services.map((it) => ({ value: it.id, label: `${it.name} (${it.organization})` })), teamId: teams.map((it) => ({ value: it.id, label: it.name })) }
  },
  prefill: (_none, _query, actor) => ({ teamId: actor.kind === 'worker' ? actor.teams[0] : undefined }),
  run: async (ctx, _none, { serviceId, teamId }) => {
    const { municipalityId, purpose } = ctx.actor
    if (!purpose) throw notFound()
    const { numInsertedOrUpdatedRows } = await ctx.db
      .insertInto('activityLists')
      .values({ municipalityId, serviceId, teamId, ownerId: ctx.actor.id, purpose, openedOn: dayOf(ctx.now) })
      .onConflict((on) => on.doNothing())
      .executeTakeFirstOrThrow()
    const again = numInsertedOrUpdatedRows === 1n ? null : await sql<{ done: boolean }>`select ctx.reopen_list(${serviceId}::uuid, ${teamId}::uuid) as done`.execute(ctx.db)
    if (again && !again.rows[0]?.done) throw invalid([{ in: 'body', at: 'serviceId', code: 'already', detail: texts.already }])
    const { slug } = await ctx.db.selectFrom('services').where('id', '=', serviceId).select('slug').executeTakeFirstOrThrow()
    return { slug, serviceId }
  },
  about: (_none, done) => (done ? [done.serviceId] : []),
  present: (_ctx, { slug }) => ({ slug }),
  intro: () => <p>{say(texts.openIntro)}</p>,
  next: ({ slug }) => `/activiteiten/deelnemers/${slug}`,
  done: texts.openDone,
})

const onParticipant = {
  output: z.object({ participationId: z.uuid(), slug: z.string() }),
  find: findParticipant,
  about: (it: ParticipantRecord) => [it.id],
  version: (it: ParticipantRecord) => it.version,
  hindrance: ended,
  present: (_ctx: unknown, _done: unknown, it: ParticipantRecord) => ({ participationId: it.id, slug: it.slug }),
}

/** Somebody was not there: they said so, or they did not. */
export const absenceNoted = act({
  name: 'participation.note-absence',
  at: '/participations/:participationId/absences',
  page: '/activiteiten/deelnemer/:participationId/weg',
  title: texts.absentTitle,
  submit: texts.absentSubmit,
  audit: 'C',
  input: z.strictObject({ onDay: day(), how: z.enum(['told', 'missed']) }),
  form: { onDay: { as: 'day', label: texts.absentDay }, how: { as: 'choice', label: texts.absentHow, options: { told: texts.absentTold, missed: texts.absentMissed } } },
  ...onParticipant,
  may: (actor, it: ParticipantRecord) => maySeeParticipant(actor, it.facts),
  run: async (ctx, it: ParticipantRecord, { onDay, how }) => {
    if (how === 'missed' && onDay > dayOf(ctx.now)) throw invalid([{ in: 'body', at: 'onDay', code: 'in-the-future', detail: texts.inFuture }])
    await ctx.db.insertInto('participationAbsences').values({ municipalityId: ctx.actor.municipalityId, participationId: it.id, onDay, told: how === 'told' }).onConflict((on) => on.doNothing()).execute()
  },
  next: ({ participationId }) => `/activiteiten/deelnemer/${participationId}`,
  done: texts.absentDone,
})

/** A resident asks a colleague to cancel. Name and telephone number go; no signal comes of it. */
export const participationCancelled = act({
  name: 'participation.cancel',
  at: '/participations/:participationId/cancellation',
  page: '/activiteiten/deelnemer/:participationId/afmelden',
  title: texts.cancelTitle,
  submit: texts.cancelSubmit,
  destructive: true,
  audit: 'D',
  input: z.strictObject({}),
  form: {},
  ...onParticipant,
  may: (actor, it: ParticipantRecord) => maySeeParticipant(actor, it.facts),
  run: async (ctx, it: ParticipantRecord) => {
    await ctx.db.deleteFrom('participationContacts').where('participationId', '=', it.id).execute()
    const { numUpdatedRows } = await ctx.db.updateTable('participations').set({ state: 'cancelled', called: null, endedOn: dayOf(ctx.now), version: it.version + 1 }).where('id', '=', it.id).where('version', '=', it.version).executeTakeFirstOrThrow()
    if (numUpdatedRows !== 1n) throw stale()
  },
  intro: () => <p>{say(texts.cancelIntro)}</p>,
  next: () => '/activiteiten/deelnemers',
  done: texts.cancelDone,
})

/** Somebody stays away without a word: the team gets a signal with one owner and a date, also when nobody knows why. It holds no name. */
export const dropOutNoted = act({
  name: 'participation.note-drop-out',
  at: '/participations/:participationId/drop-out',
  page: '/activiteiten/deelnemer/:participationId/uit-beeld',
  title: texts.dropTitle,
  submit: texts.dropSubmit,
  input: z.strictObject({ reason: z.enum(Object.keys(dropOutReasons) as [keyof typeof dropOutReasons]) }),
  form: { reason: { as: 'choice', label: texts.dropReason, options: dropOutReasons } },
  ...onParticipant,
  may: (actor, it: ParticipantRecord) => mayFollowUp(actor, it.facts),
  prefill: () => ({ reason: 'unknown' }),
  run: async (ctx, it: ParticipantRecord, { reason }) => {
    const team = await ctx.db.selectFrom('teams').where('id', '=', it.facts.list?.teamId ?? '').select('areaId').executeTakeFirstOrThrow()
    const seen = texts.seen(it.activity, dropOutReasons[reason].nl, (it.followUp ? texts.seenMay : texts.seenMayNot).nl, Number(it.missed ?? 0)).nl
    const signal = await receive(ctx, { areaId: team.areaId, urgency: 'normal', channel: 'message', seen, themes: ['isolation'], knows: 'unsure', source: 'own', relation: 'professional', wantsFeedback: true })
    const { numUpdatedRows } = await ctx.db
      .updateTable('participations')
      .set({ state: 'dropped-out', reason, signalId: signal.id, endedOn: dayOf(ctx.now), version: it.version + 1 })
      .where('id', '=', it.id)
      .where('version', '=', it.version)
      .executeTakeFirstOrThrow()
    if (numUpdatedRows !== 1n) throw stale()
    return signal.id
  },
  about: (it: ParticipantRecord, signalId?: string) => (signalId ? [it.id, signalId] : [it.id]),
  intro: () => <p>{say(texts.dropIntro)}</p>,
  next: ({ participationId }) => `/activiteiten/deelnemer/${participationId}`,
  done: texts.dropDone,
})
