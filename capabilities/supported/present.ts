import type { z } from 'zod'
import type { Actor } from '../../platform/actor.ts'
import { dayOf } from '../../platform/dates.ts'
import { say } from '../../platform/texts.ts'
import { boundsOf, highOf } from './bounds.ts'
import { entersCounts, keepsCounts } from './policy.ts'
import type { Kept, Supported, ToldCount } from './record.ts'
import type { ShownDay, ShownGroup, ShownKeptCount, shownSupported } from './shown.ts'

const told = ({ state, low, source, enteredAt, corrected, reason, correctedAt }: ToldCount) => ({
  state, low, high: low === null ? null : highOf(low), source, enteredOn: dayOf(enteredAt), corrected: corrected && reason !== null && correctedAt ? { kind: corrected, reason, on: dayOf(correctedAt) } : null,
})

function dayOfCounts(on: string, counts: readonly ToldCount[], togetherHref: string | null): ShownDay {
  const providers = counts.flatMap((it) => (it.organizationId === null ? [] : [{ ...it, organizationId: it.organizationId }]))
  const joint = counts.find((it) => it.organizationId === null)
  const bounds = boundsOf(providers, joint)
  const nameOf = (id: string): string => providers.find(({ organizationId }) => organizationId === id)?.organization ?? ''
  return {
    on, providers: providers.map((it) => ({ ...told(it), name: it.organization ?? '' })), together: joint ? { ...told(joint), parties: joint.parties.map(nameOf).filter(Boolean).sort() } : null,
    atLeast: bounds?.atLeast ?? null, atMost: bounds?.atMost ?? null, total: bounds?.total ?? null, togetherHref: joint || providers.filter(({ state }) => state !== 'withdrawn').length < 2 ? null : togetherHref,
  }
}

/** What is told of residents with support, group by group and day by day. */
export function presentGroups({ area, groups, counts }: Supported, keeps: boolean): ShownGroup[] {
  const byGroup = Map.groupBy(counts, ({ targetGroupId }) => targetGroupId)
  return groups.flatMap((group) => {
    const days = Map.groupBy(byGroup.get(group.id) ?? [], ({ countedOn }) => countedOn)
    const shown = [...days].map(([on, of]) => dayOfCounts(on, of, keeps ? `/wijken/begeleiding/samen?${new URLSearchParams({ wijk: area.slug, voor: group.slug, op: on })}` : null))
    return shown.length === 0 ? [] : [{ slug: group.slug, name: say(group), days: shown }]
  })
}

/** The page of an area. */
export function presentSupported(actor: Actor, record: Supported): z.input<typeof shownSupported> {
  const enters = entersCounts(actor)
  return {
    slug: record.area.slug, name: record.area.name, beside: record.beside.map(({ slug, name }) => ({ slug, name })), groups: presentGroups(record, keepsCounts(actor)),
    keptHref: enters ? '/wijken/begeleiding' : null, enterHref: enters ? `/wijken/begeleiding/nieuw?wijk=${record.area.slug}` : null,
  }
}

const contradicts = ({ organizationId, residents, parties }: Kept): boolean => {
  if (organizationId !== null || residents === null) return false
  const known = parties.flatMap((it) => it.residents ?? [])
  return known.some((it) => it > residents) || (known.length === parties.length && known.reduce((sum, it) => sum + it, 0) < residents)
}

/** A count as who enters it sees it. */
export const presentKept = (it: Kept): ShownKeptCount => ({
  countId: it.id, version: it.version, area: { slug: it.slug, name: it.area }, group: say(it.group), organization: it.organization, parties: it.parties.map(({ name }) => name), countedOn: it.countedOn, residents: it.residents, source: it.source, enteredBy: it.enteredBy, enteredOn: dayOf(it.enteredAt),
  contradicts: contradicts(it), history: it.history.map(({ at, ...was }) => ({ ...was, on: dayOf(at) })),
})
