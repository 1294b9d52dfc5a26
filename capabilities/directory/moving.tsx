import { z } from 'zod'
import { act } from '../../platform/act.ts'
import type { Staff } from '../../platform/actor.ts'
import type { Context, Reading } from '../../platform/context.ts'
import { conflict } from '../../platform/refusal.ts'
import { line } from '../../platform/validation.ts'
import { findKept, keepsDirectory, keptHref, setKept, withHistory } from './keeping.ts'
import { MovingIntro } from './MovingPages.tsx'
import { findTarget, partsThatMove, standingOf } from './moveParts.ts'
import { moveTexts as texts } from './moveTexts.ts'
import { heldOpen } from './openOrganizations.ts'
import { ownerFollows } from './owners.ts'

async function findMove(reading: Reading, { slug, organization }: { slug: string; organization: string }) {
  const [it, to] = await Promise.all([findKept(reading, { kind: 'voorziening', slug }), findTarget(reading, organization)])
  const standing = await standingOf(reading, it.id)
  return { ...it, to, standing, parts: it.keeper ? await partsThatMove(reading, it, standing.organizationId, to.id) : null }
}
export type Move = Awaited<ReturnType<typeof findMove>>

function whyNot({ to, standing, state }: Move) {
  if (standing.into) return conflict('directory.service-merged', texts.serviceMerged(standing.into))
  if (to.id === standing.organizationId) return conflict('directory.same-organization', texts.same(to.name))
  if (to.into) return conflict('directory.organization-merged', texts.merged(to.name, to.into))
  if (to.state === 'archived') return conflict('directory.organization-closed', texts.closed(to.name))
  if (state === 'published' && standing.seen && !to.seen) return conflict('directory.organization-unseen', texts.unseen(to.name))
  return undefined
}

/** What stands beside the service with the name of its organisation gets the name of the new one. */
async function putOrganization({ db }: Context<Staff>, { id, to, standing }: Move): Promise<void> {
  const [from, set] = [standing.organizationId, { organizationId: to.id }]
  await db.updateTable('services').set({ ...set, ...(standing.programOf !== to.id && { programId: null }) }).where('id', '=', id).execute()
  await db.updateTable('contactPersons').set(set).where('serviceId', '=', id).where('organizationId', '=', from).execute()
  await db.updateTable('phones').set(set).where('organizationId', '=', from).where((at) => at.or([at('serviceId', '=', id), at('contactId', 'in', db.selectFrom('contactPersons').where('serviceId', '=', id).select('id'))])).execute()
  await db.updateTable('fundings').set(set).where('serviceId', '=', id).where('organizationId', '=', from).execute()
  await db.deleteFrom('projectPartners').where('serviceId', '=', id).where('organizationId', '=', to.id).execute()
}

/** The information manager moves a service or activity, with all that belongs to it, to the organisation that takes it over. */
export const serviceMoved = act({
  name: 'directory.move-service',
  at: '/directory/services/:slug/move/:organization',
  page: '/sociale-kaart/voorziening/:slug/overzetten/:organization',
  title: texts.title,
  submit: texts.submit,
  input: z.strictObject({ reason: line(300).optional() }),
  form: { reason: { as: 'text', label: texts.reason, hint: texts.reasonHint, longest: 300, optional: true } },
  output: z.object({ href: z.string() }),
  find: findMove,
  may: keepsDirectory,
  about: (it) => [it.id, it.standing.organizationId, it.to.id],
  version: (it) => it.version,
  hindrance: whyNot,
  intro: (it) => <MovingIntro it={it} stop={whyNot(it)?.text} />,
  run: async (ctx, it, { reason }) => {
    await heldOpen(ctx, it.to)
    await withHistory(ctx, it, { act: 'changed', note: reason }, async () => {
      await setKept(ctx, it, {})
      await putOrganization(ctx, it)
    })
    await ownerFollows(ctx, it.id, it.standing.organizationId, it.to.id)
  },
  present: (_ctx, _done, it) => ({ href: keptHref(it) }),
  next: ({ href }) => href,
  done: texts.done,
})
