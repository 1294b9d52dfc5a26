import { z } from 'zod'
import { act } from '../../platform/act.ts'
import type { Reading } from '../../platform/context.ts'
import { notFound, stale } from '../../platform/refusal.ts'
import { line } from '../../platform/validation.ts'
import { actTexts } from './actTexts.ts'
import { sectionHref } from './mapAct.ts'
import { mayReadMaps, mayWriteMap } from './policy.ts'
import { type Contribution, findMap, type MapRow } from './record.ts'
import { Prose } from './SectionParts.tsx'

type Found = MapRow & { one: Contribution }

/** Something that stands beside the text of a map. @throws Refusal 404 */
export async function findContribution(reading: Reading, { mapId, contributionId }: { mapId: string; contributionId: string }): Promise<Found> {
  const { contributions, sections: _, photos: _photos, ...row } = await findMap(reading, { mapId })
  const one = contributions.find((it) => it.id === contributionId)
  if (!one) throw notFound()
  return { ...row, one }
}

/** Takes away what was added, at once and for everybody: permission that is taken back counts from that moment. */
export const contributionWithdrawn = act({
  name: 'neighbourhood-map.withdraw-contribution',
  at: '/neighbourhood-maps/:mapId/contributions/:contributionId/withdrawal',
  page: '/wijkkaart/:mapId/toevoeging/:contributionId/weghalen',
  title: actTexts.withdrawTitle,
  destructive: true,
  input: z.strictObject({ because: line(300) }),
  form: { because: { as: 'text', label: actTexts.withdrawBecause, hint: actTexts.withdrawHint, longest: 300 } },
  output: z.object({ mapId: z.uuid(), section: z.string() }),
  find: findContribution,
  may: (actor, it) => mayReadMaps(actor) && (it.one.byId === actor.id || mayWriteMap(actor, it)),
  about: (it) => [it.id],
  run: async (ctx, { one }, { because }) => {
    const done = await ctx.db.updateTable('mapContributions').set({ withdrawnAt: ctx.now, withdrawnBy: ctx.actor.id, withdrawnBecause: because }).where('id', '=', one.id).where('withdrawnAt', 'is', null).executeTakeFirstOrThrow()
    if (done.numUpdatedRows !== 1n) throw stale()
  },
  present: (_ctx, _done, { id, one }) => ({ mapId: id, section: one.key }),
  intro: ({ one }) => <Prose text={one.body} />,
  next: ({ mapId, section }) => sectionHref(mapId, section),
  done: actTexts.withdrawDone,
  audit: 'D',
})
