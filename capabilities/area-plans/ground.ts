import type { Choices } from '../../platform/act.ts'
import type { Staff } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import { fullDay, type IsoDay } from '../../platform/dates.ts'
import { say } from '../../platform/texts.ts'
import { type Evidence, type EvidenceKind, findEvidence, saidOf, type Snapshot, sourceOf } from '../evidence/index.ts'
import { analysisTexts } from './analysisTexts.ts'
import type { PlanRow } from './record.ts'
import type { Head } from './words.ts'

/** The lists of boxes in which evidence is offered, each with the kinds in it. */
export const groups = { figures: ['figure'], social: ['index', 'survey', 'cooperation'], needs: ['need', 'gap'], offers: ['supply', 'overlap'], asked: ['wish', 'signals'], sections: ['section'] } as const satisfies Record<string, readonly EvidenceKind[]>
export type Group = keyof typeof groups
export const groupNames = Object.keys(groups) as Group[]
export type Ticked = Partial<Record<Group, string[]>>

// What is present is not judged from what people ask, and what is needed not from what is offered.
const fitting: Record<Head, readonly EvidenceKind[]> = {
  present: ['figure', 'index', 'survey', 'supply', 'overlap', 'section'],
  needed: ['figure', 'index', 'survey', 'need', 'gap', 'wish', 'signals', 'section'],
  infrastructure: ['figure', 'index', 'survey', 'supply', 'overlap', 'cooperation', 'section'],
}
const chapters: Record<Head, RegExp> = { present: /^section:(1-|3-|4-|6-1)/, needed: /^section:(2-|5-|6-2)/, infrastructure: /^section:(3-4|4-|5-|6-3)/ }

/** Can this carry a judgement under that head? */
export const fits = (head: Head, { kind, key }: Evidence): boolean => fitting[head].includes(kind) && (kind !== 'section' || chapters[head].test(key))

/** What is known of the area of a plan now. */
export const evidenceFor = (ctx: Context<Staff>, { areaId, slug }: Pick<PlanRow, 'areaId' | 'slug'>): Promise<Evidence[]> => findEvidence(ctx, { id: areaId, slug })

/** The boxes under a head; what a point rests on and is no longer offered stays to choose, as it was. */
export function offered(head: Head, now: readonly Evidence[], kept: readonly Snapshot[] = []): Choices {
  const old = kept.filter(({ key }) => !now.some((it) => it.key === key && fits(head, it)))
  const all = [...old.map((it) => ({ ...it, hint: `${sourceOf(it)}; ${say(analysisTexts.asItWas(fullDay(it.on)))}` })), ...now.filter((it) => fits(head, it)).map((it) => ({ ...it, hint: sourceOf(it) }))]
  return Object.fromEntries(groupNames.map((group) => [group, all.filter(({ kind }) => (groups[group] as readonly EvidenceKind[]).includes(kind)).map((it) => ({ value: it.key, label: `${say(it.label)}: ${saidOf(it)}`, hint: it.hint }))]))
}

/** Which boxes are ticked for what a point rests on. */
export const tickedOf = (kept: readonly Pick<Evidence, 'key' | 'kind'>[]): Ticked => Object.fromEntries(groupNames.map((group) => [group, kept.filter(({ kind }) => (groups[group] as readonly EvidenceKind[]).includes(kind)).map(({ key }) => key)]))

/** All keys that were ticked, once. */
export const keysOf = (ticked: Ticked): string[] => [...new Set(groupNames.flatMap((group) => ticked[group] ?? []))]

/** The evidence behind ticked boxes as it is kept: what was kept before stays as it was, unless the present is asked for. */
export function keep(ticked: Ticked, today: IsoDay, now: readonly Evidence[], before: readonly Snapshot[] = [], asNow = false): Snapshot[] {
  return keysOf(ticked).flatMap((key): Snapshot[] => {
    const old = before.find((it) => it.key === key)
    const found = now.find((it) => it.key === key)
    if (old && !(asNow && found)) return [old]
    return found ? [{ ...found, on: today }] : []
  })
}
