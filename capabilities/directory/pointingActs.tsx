import { sql } from 'kysely'
import { z } from 'zod'
import { act, openActs, view } from '../../platform/act.ts'
import type { Reading } from '../../platform/context.ts'
import { fullDay } from '../../platform/dates.ts'
import { notFound } from '../../platform/refusal.ts'
import { say } from '../../platform/texts.ts'
import { nothing } from '../../platform/validation.ts'
import { Acts, ButtonLink } from '../../ui/buttons.tsx'
import { PageHead } from '../../ui/page.tsx'
import { Table } from '../../ui/Table.tsx'
import { proposalTexts } from './proposalTexts.ts'
import { findKept, type Kept, keptHref } from './keeping.ts'
import { keepTexts } from './keepTexts.ts'
import { changedForMe, notePointed, stopPointing } from './pointing.ts'
import { pointTexts as texts } from './pointTexts.ts'

const onService = {
  input: z.strictObject({}),
  form: {},
  find: (reading: Reading, { slug }: { slug: string }): Promise<Kept> => findKept(reading, { kind: 'voorziening', slug }),
  may: () => true,
  about: (it: Kept) => [it.id],
  output: z.object({ href: z.string() }),
  present: (_ctx: unknown, _done: unknown, it: Kept) => ({ href: keptHref(it) }),
  next: ({ href }: { href: string }) => href,
}

/** Somebody pointed a resident to a service, and wants to hear what changes. */
export const servicePointedTo = act({
  ...onService,
  name: 'directory.point',
  at: '/pointings/:slug',
  page: '/verwezen/:slug',
  title: texts.point,
  audit: 'C',
  back: '/sociale-kaart/voorziening/:slug',
  intro: (it) => <p>{say(texts.pointIntro(it.name))}</p>,
  run: (ctx, it) => notePointed(ctx, it.id),
  done: texts.pointed,
})

/** Somebody no longer wants to hear what changes. */
export const pointingStopped = act({
  ...onService,
  name: 'directory.stop-pointing',
  at: '/pointings/:slug/removal',
  page: '/verwezen/:slug/stop',
  title: texts.stop,
  audit: 'D',
  back: '/sociale-kaart/voorziening/:slug',
  intro: (it) => <p>{say(texts.stopIntro(it.name))}</p>,
  run: (ctx, it) => stopPointing(ctx, [it.id]),
  done: texts.stopped,
})

/** One change that waits for the actor. @throws Refusal 404 there is none, or it was passed on */
async function findChange(reading: Reading, { serviceId }: { serviceId: string }) {
  const found = (await changedForMe(reading)).find((it) => it.serviceId === serviceId)
  if (!found) throw notFound()
  return found
}

/** Whether a change waits or not, so that the same answer sent twice is no mistake. @throws Refusal 404 the actor pointed nobody to it */
async function findPointing({ db }: Reading, { serviceId }: { serviceId: string }) {
  const found = await db.selectFrom('pointings').where('serviceId', '=', serviceId).select(['serviceId', sql<number>`ctx.forms_of(service_id)`.as('number')]).executeTakeFirst()
  if (!found) throw notFound()
  return found
}

/** The actor knows what changed and passes it on. Whoever ticks off what was changed again in the meantime is shown that first. */
export const changePassedOn = act({
  name: 'directory.pass-on-change',
  at: '/pointed-changes/:serviceId/passed-on',
  page: '/gewijzigd/:serviceId/gezien',
  title: texts.pass,
  input: z.strictObject({}),
  form: {},
  find: findPointing,
  may: () => true,
  version: (it) => it.number,
  about: (it) => [it.serviceId],
  intro: () => <p>{say(texts.passIntro)}</p>,
  run: async (ctx, it) => {
    await ctx.db.updateTable('pointings').set({ seen: it.number }).where('personId', '=', ctx.actor.id).where('serviceId', '=', it.serviceId).execute()
  },
  output: z.object({}),
  present: () => ({}),
  next: () => '/vandaag',
  done: texts.passed,
})

/** What changed of a service since the actor pointed somebody to it. */
export const changeViewed = view({
  name: 'directory.pointed-change',
  at: '/pointed-changes/:serviceId',
  path: '/gewijzigd/:serviceId',
  title: texts.changed,
  query: nothing,
  output: z.object({
    name: z.string(), pointedOn: z.iso.date(), changedOn: z.iso.date(), changes: z.array(z.object({ what: z.string(), from: z.string(), to: z.string() })), href: z.string().nullable().describe('the entry as it is now; null when it stopped'), version: z.int(),
    acts: z.array(z.object({ name: z.string(), title: z.object({ nl: z.string(), en: z.string() }), href: z.string() })),
  }),
  find: findChange,
  may: () => true,
  about: (it) => [it.serviceId],
  version: (it) => it.number,
  present: (ctx, it) => ({ name: it.name, pointedOn: it.pointedOn, changedOn: it.changedOn, changes: it.changes, href: it.there ? keptHref({ entity: 'service', slug: it.slug }) : null, version: it.number, acts: openActs([changePassedOn], ctx.actor, it, { serviceId: it.serviceId }) }),
  page: (it) => (
    <>
      <PageHead title={say(texts.changedOf(it.name))} lead={say(texts.lead(fullDay(it.pointedOn)))} where={fullDay(it.changedOn)} />
      <Table unseenCaption caption={say(texts.whatChanged)} columns={[{ head: say(keepTexts.what) }, { head: say(keepTexts.was), kind: 'words' }, { head: say(keepTexts.becomes), kind: 'words', own: true }]} rows={it.changes.map((one) => ({ name: one.what, cells: [one.from || say(keepTexts.empty), one.to || say(keepTexts.empty)] }))} />
      <Acts>
        {it.acts.map((one) => (
          <ButtonLink look="filled" href={one.href}>
            {say(one.title)}
          </ButtonLink>
        ))}
        {it.href ? (
          <ButtonLink look="plain" href={it.href}>
            {say(proposalTexts.seeEntry)}
          </ButtonLink>
        ) : null}
      </Acts>
    </>
  ),
})
