import { z } from 'zod'
import { act } from '../../platform/act.ts'
import type { Staff } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import { fullDay } from '../../platform/dates.ts'
import { conflict, invalid, stale } from '../../platform/refusal.ts'
import { say } from '../../platform/texts.ts'
import { line } from '../../platform/validation.ts'
import { actTexts as texts } from './actTexts.ts'
import { count, mistake, mistakesTogether } from './entering.tsx'
import { entersFor } from './policy.ts'
import { findOne, type Kept } from './record.ts'
import { texts as pageTexts } from './texts.ts'
import { namesText } from './words.ts'

const Which = ({ it, then }: { it: Kept; then?: string }) => (
  <div class="stack">
    <p>
      <strong>
        {it.area}, {say(it.group)}: {it.organization ?? say(pageTexts.togetherOf(namesText(it.parties.map(({ name }) => name))))}
      </strong>
    </p>
    <p class="small soft">{say(pageTexts.caption(fullDay(it.countedOn)))}</p>
    {then ? <p>{then}</p> : null}
  </div>
)

/** Puts something else in the place of a count and keeps what stood there. @throws Refusal 412 somebody else did so meanwhile */
async function replace({ db, actor, now }: Context<Staff>, it: Kept, kind: 'corrected' | 'withdrawn', next: { residents: number | null; source: string }, reason: string): Promise<void> {
  const done = await db.updateTable('supportCounts').set({ ...next, version: it.version + 1 }).where('id', '=', it.id).where('version', '=', it.version).executeTakeFirst()
  if (done.numUpdatedRows !== 1n) throw stale()
  await db.insertInto('supportCountCorrections').values({ municipalityId: actor.municipalityId, countId: it.id, version: it.version, kind, residents: it.residents, source: it.source, reason, byId: actor.id, at: now }).execute()
}

const onCount = {
  output: z.object({ countId: z.uuid() }),
  find: findOne,
  may: (actor: Staff, it: Kept) => entersFor(actor, it.organizationId),
  about: (it: Kept) => [it.id],
  version: (it: Kept) => it.version,
  present: (_ctx: unknown, _done: unknown, it: Kept) => ({ countId: it.id }),
  back: '/wijken/begeleiding',
  next: () => '/wijken/begeleiding',
}
const reason = { as: 'text', label: texts.reason, hint: texts.reasonHint, longest: 300 } as const

/** Puts a count right; one that had been withdrawn is filled in again. */
export const countCorrected = act({
  ...onCount,
  name: 'supported.correct',
  at: '/supported/counts/:countId/corrections',
  page: '/wijken/begeleiding/:countId/verbeteren',
  title: texts.correctTitle,
  submit: texts.correct,
  input: z.strictObject({ residents: count(), source: line(300), reason: line(300) }),
  form: { residents: { as: 'number', label: texts.residents, hint: texts.residentsHint }, source: { as: 'text', label: texts.source, hint: texts.sourceHint, longest: 300 }, reason },
  discreet: { fields: ['source', 'reason'], known: (it) => [it.organization ?? '', ...it.parties.map(({ name }) => name)] },
  prefill: (it) => ({ residents: it.residents ?? undefined, source: it.source }),
  intro: (it) => <Which it={it} />,
  run: async (ctx, it, { residents, source, reason: why }) => {
    const apart = it.parties.flatMap((party) => (party.residents === null ? [] : [{ residents: party.residents }]))
    const wrong = [...(residents === it.residents && source === it.source ? [mistake('residents', 'same', texts.same)] : []), ...(it.organizationId === null && apart.length === it.parties.length ? mistakesTogether(residents, apart) : [])]
    if (wrong.length > 0) throw invalid(wrong)
    await replace(ctx, it, 'corrected', { residents, source }, why)
  },
  done: texts.corrected,
})

/** Withdraws a count: it does not count any more, and the page says why. */
export const countWithdrawn = act({
  ...onCount,
  name: 'supported.withdraw',
  at: '/supported/counts/:countId/withdrawal',
  page: '/wijken/begeleiding/:countId/intrekken',
  title: texts.withdrawTitle,
  submit: texts.withdraw,
  destructive: true,
  input: z.strictObject({ reason: line(300) }),
  form: { reason },
  discreet: { fields: ['reason'], known: (it) => [it.organization ?? '', ...it.parties.map(({ name }) => name)] },
  hindrance: (it) => (it.residents === null ? conflict('count.withdrawn', texts.isWithdrawn) : undefined),
  intro: (it) => <Which it={it} then={say(texts.withdrawIntro)} />,
  run: (ctx, it, { reason: why }) => replace(ctx, it, 'withdrawn', { residents: null, source: it.source }, why),
  done: texts.withdrawn,
})
