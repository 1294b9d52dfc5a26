import { z } from 'zod'
import { act } from '../../platform/act.ts'
import type { Staff } from '../../platform/actor.ts'
import type { Context, Reading } from '../../platform/context.ts'
import { fullDay } from '../../platform/dates.ts'
import { notFound } from '../../platform/refusal.ts'
import { say } from '../../platform/texts.ts'
import { listTexts as texts } from './listTexts.ts'
import { listedActivities } from './participants.ts'
import { mayReadListNotice } from './policy.ts'

const noticeRows = (db: Reading['db']) =>
  db
    .selectFrom('activityListNotices as n')
    .innerJoin(listedActivities, (join) => join.onRef('s.serviceId', '=', 'n.serviceId'))
    .leftJoin('people as p', (join) => join.onRef('p.municipalityId', '=', 'n.municipalityId').onRef('p.id', '=', 'n.keeperId'))
    .select(['n.id', 'n.kind', 'n.personId', 'n.serviceId', 'n.onDay', 's.name', 'p.name as keeper'])

/** What the actor should know about lists they kept, the last first. */
export const listNoticesFor = async ({ db, actor }: Context<Staff>) =>
  (await noticeRows(db).where('n.personId', '=', actor.id).orderBy('n.onDay', 'desc').orderBy('n.id').execute()).map((it) => ({ kind: it.kind, name: it.name, keeper: it.keeper ?? '', href: `/activiteiten/deelnemers/bericht/${it.id}` }))

/** Lists of the actor that will close by themselves, because the activity ended. */
export const closingLists = async ({ db, actor }: Context<Staff>) =>
  (
    await db
      .selectFrom('activityLists as l')
      .innerJoin(listedActivities, (join) => join.onRef('s.serviceId', '=', 'l.serviceId'))
      .where('l.ownerId', '=', actor.id)
      .where('l.closesOn', 'is not', null)
      .orderBy('l.closesOn')
      .select(['s.slug', 's.name', 'l.closesOn'])
      .execute()
  ).map(({ slug, name, closesOn }) => ({ name, on: closesOn, href: `/activiteiten/deelnemers/${slug}` }))

/** @throws Refusal 404 there is none, it is not for the actor, or it was seen */
async function findNotice({ db }: Reading, { noticeId }: { noticeId: string }) {
  const found = await noticeRows(db).where('n.id', '=', noticeId).executeTakeFirst()
  if (!found) throw notFound()
  return found
}

/** Who kept a list has read what became of it; then nothing is left of the notice. */
export const listNoticeSeen = act({
  name: 'participation.see-list-notice',
  at: '/activity-list-notices/:noticeId/seen',
  page: '/activiteiten/deelnemers/bericht/:noticeId',
  title: texts.noticeTitle,
  submit: texts.noticeSeen,
  audit: 'D',
  input: z.strictObject({}),
  form: {},
  find: findNotice,
  may: mayReadListNotice,
  back: '/vandaag',
  about: (it) => [it.serviceId],
  intro: (it) => <p>{say(it.kind === 'closed' ? texts.noticeClosed(it.name, fullDay(it.onDay)) : texts.noticeHanded(it.name, it.keeper ?? '', fullDay(it.onDay)))}</p>,
  run: async (ctx, it) => {
    await ctx.db.deleteFrom('activityListNotices').where('id', '=', it.id).where('personId', '=', ctx.actor.id).execute()
  },
  output: z.object({}),
  present: () => ({}),
  next: () => '/vandaag',
  done: texts.noticeGone,
})
