import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { act, notNow } from '../../platform/act.ts'
import type { Staff } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import { dayOf } from '../../platform/dates.ts'
import { type FieldError, stale } from '../../platform/refusal.ts'
import { say } from '../../platform/texts.ts'
import { alsoWhenWrong, id, line, nothing } from '../../platform/validation.ts'
import { openPointsOf, personalIn } from '../area-plans/index.ts'
import { type Evidence, type EvidenceKind, findEvidence, saidOf, sourceOf } from '../evidence/index.ts'
import type { Ground } from '../reasons/index.ts'
import { mayGiveReason } from './policy.ts'
import { findReason, findThingInArea, type ThingInArea } from './record.ts'
import { texts } from './texts.ts'

const groups = { asked: ['wish', 'survey'], needs: ['need', 'gap'], profile: ['figure', 'index'], sections: ['section'] } as const satisfies Record<string, readonly EvidenceKind[]>
type Group = keyof typeof groups
const groupNames = Object.keys(groups) as Group[]

/** What a reason can rest on is read by everybody: no count below ten, and nothing that is for colleagues only. */
const openEvidence = async (ctx: Context<Staff>, { area }: ThingInArea): Promise<Evidence[]> => (await findEvidence(ctx, { id: area.areaId, slug: area.slug })).filter(({ publicHref }) => publicHref !== null)
const inGroup = (all: readonly Evidence[], group: Group) => all.filter(({ kind }) => (groups[group] as readonly EvidenceKind[]).includes(kind))

const keys = () => z.array(z.string().max(160)).max(20).optional()
/** Where reasons of one thing are kept. */
export const reasonsHref = ({ sort, key }: { sort: string; key: string }): string => `/sociale-kaart/waarom/${sort}/${key}`
/** So many reasons are read; more would hide them. */
export const most = 3

/** What stands between "omdat" and the full stop that are written around it. */
const ending = (text: string): string => text.replace(/^(omdat|because)\b[\s:]*/i, '').replace(/[\s.…]+$/, '')
const because = line(240).refine((text) => text.trim() === '' || ending(text) !== '', { params: { code: 'unfinished' }, error: () => say(texts.unfinished) }).transform(ending)
const fields = z.strictObject({ because, asked: keys(), needs: keys(), profile: keys(), sections: keys(), points: z.array(id()).max(20).optional() })
const ticks = (it: Record<string, unknown>): unknown[] => [...groupNames, 'points'].flatMap((name) => it[name] ?? [])
const input = fields.refine((it) => ticks(it).length > 0, { path: ['asked'], params: { code: 'nothing' }, error: () => say(texts.nothing), when: alsoWhenWrong })

function amissIn({ said, area }: ThingInArea, { because }: { because?: string }): FieldError[] {
  const same = because !== undefined && said.some((one) => one.areaId === area.areaId && one.because.toLowerCase() === because.toLowerCase())
  return same ? [{ in: 'body', at: 'because', code: 'same', detail: texts.same }] : personalIn({ because }, texts.personal)
}

/** Why an activity or programme is there: one sentence for everybody, with the need that was asked for and the profile that it rests on. */
export const reasonGiven = act({
  name: 'activity-reasons.give',
  at: '/activity-reasons/of/:sort/:key/:slug',
  page: '/sociale-kaart/waarom/:sort/:key/:slug',
  title: texts.giveTitle,
  input,
  form: {
    because: { as: 'text', label: texts.because, hint: texts.becauseHint, longest: 240 },
    asked: { as: 'picks', label: texts.asked, hint: texts.askedHint },
    needs: { as: 'picks', label: texts.needs },
    points: { as: 'picks', label: texts.points, hint: texts.pointsHint },
    profile: { as: 'picks', label: texts.profile },
    sections: { as: 'picks', label: texts.sections },
  },
  output: z.object({ sort: z.string(), key: z.string(), reasonId: z.uuid() }),
  find: findThingInArea,
  may: mayGiveReason,
  about: (it, done?: string) => (done ? [it.id, done] : [it.id]),
  amiss: amissIn,
  hindrance: ({ said }) => (said.length >= most ? notNow('reason.enough', texts.already) : undefined),
  choices: async (ctx, thing) => {
    const [all, points] = await Promise.all([openEvidence(ctx, thing), openPointsOf(ctx, thing.area.areaId)])
    const lists = Object.fromEntries(groupNames.map((group) => [group, inGroup(all, group).map((it) => ({ value: it.key, label: `${say(it.label)}: ${saidOf(it)}`, hint: sourceOf(it) }))]))
    return { ...lists, points: points.map((it) => ({ value: it.id, label: it.statement })) }
  },
  intro: ({ name, area }) => say(texts.giveIntro(name, area.area)),
  prefill: (_it, query) => ({ points: query.getAll('punt') }),
  run: async (ctx, thing, { because, points = [], ...ticked }) => {
    const chosen = groupNames.flatMap((group) => ticked[group] ?? [])
    const all = await openEvidence(ctx, thing)
    const restsOn = [...new Set(chosen)].slice(0, 20).flatMap((key): Ground[] => {
      const found = all.find((it) => it.key === key)
      return found?.publicHref ? [{ key, kind: found.kind, label: found.label, value: found.value, says: found.says, source: found.source, year: found.year, href: found.publicHref, on: dayOf(ctx.now) }] : []
    })
    const reasonId = randomUUID()
    const { municipalityId } = thing
    const of = thing.sort === 'activiteit' ? { serviceId: thing.id } : { programId: thing.id }
    await ctx.db.insertInto('activityReasons').values({ municipalityId, id: reasonId, ...of, areaId: thing.area.areaId, because, restsOn: JSON.stringify(restsOn), byId: ctx.actor.id, at: ctx.now }).execute()
    if (points.length > 0) await ctx.db.insertInto('activityReasonPoints').values([...new Set(points)].map((pointId) => ({ municipalityId, reasonId, pointId }))).execute()
    return reasonId
  },
  present: (_ctx, reasonId, { sort, key }) => ({ sort, key, reasonId }),
  back: '/sociale-kaart/waarom/:sort/:key',
  next: reasonsHref,
  done: texts.given,
  audit: 'C',
})

/** A reason that no longer holds leaves the page. */
export const reasonEnded = act({
  name: 'activity-reasons.end',
  at: '/activity-reasons/:reasonId/end',
  page: '/sociale-kaart/waarom/:reasonId',
  title: texts.endTitle,
  destructive: true,
  input: nothing,
  form: {},
  output: z.object({ sort: z.string(), key: z.string() }),
  find: findReason,
  may: mayGiveReason,
  about: ({ id: thingId, reasonId }) => [thingId, reasonId],
  intro: ({ name, because }) => `${name}: ${because}.`,
  run: async (ctx, { reasonId }) => {
    const { numUpdatedRows } = await ctx.db.updateTable('activityReasons').set({ endedOn: dayOf(ctx.now), endedBy: ctx.actor.id }).where('id', '=', reasonId).where('endedOn', 'is', null).executeTakeFirstOrThrow()
    if (numUpdatedRows !== 1n) throw stale()
  },
  present: (_ctx, _done, { sort, key }) => ({ sort, key }),
  back: '/sociale-kaart',
  next: reasonsHref,
  done: texts.ended,
})
