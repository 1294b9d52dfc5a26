import { setImmediate } from 'node:timers/promises'
import { isUuid } from '../../platform/request.ts'
import type { EntityName } from './graph.ts'
import { recordIdOf } from './identity.ts'
import type { Reason, Remark, Said, SourceRecord } from './record.ts'
import { needed, pointsAt, ruleOf } from './rules.ts'
import { placed } from './place.ts'
import { besideOf, differing } from './said.ts'
import { isOwn } from './ownColumns.ts'
import { type Here, settled } from './settling.ts'
import { readValue, type Value } from './values.ts'

/** A record that can be taken in: its id with us, its fields with references that are ids with us, and what the source said that has no place in them. */
export type ReadyRecord = { entity: EntityName; identifier: string; id: string; path: string; after: Readonly<Record<string, Value>>; said: Said }

/** Which of these are with us already? Asked once for each kind of record that a source points at without bringing it. */
export type Known = (entity: EntityName, ids: readonly string[]) => Promise<ReadonlySet<string>>

// A UUID is the same in capitals.
const keyOf = (entity: EntityName, identifier: string): string => `${entity} ${isUuid(identifier.toLowerCase()) ? identifier.toLowerCase() : identifier}`
const isReference = (field: string): boolean => field in pointsAt || field === 'link_id' || field === 'resource_id'
const same = (one: unknown, other: unknown): boolean => one === other || String(one).trim() === String(other).trim()

/** The kind of record a reference points at; undefined for a kind that we do not keep. */
function target(field: string, fields: Readonly<Record<string, unknown>>): EntityName | undefined {
  if (field === 'link_id') return String(fields.link_entity ?? '') as EntityName
  if (field === 'resource_id') return String(fields.resource_type ?? '') as EntityName
  return pointsAt[field]
}

/** One record for each name. What stands in two places is put together; what cannot be the same gets a name of its own, or is left out. */
function together(records: readonly SourceRecord[], remark: (it: SourceRecord, kind: Remark['kind'], reason: Reason) => void): Map<string, SourceRecord> {
  const known = new Map<string, SourceRecord>()
  for (const it of records) {
    const key = keyOf(it.entity, it.identifier)
    const before = known.get(key)
    if (!before) {
      known.set(key, it)
      continue
    }
    const clash = Object.keys(it.fields).filter((name) => before.fields[name] !== undefined && !same(before.fields[name], it.fields[name]))
    if (clash.length === 0) known.set(key, { ...before, fields: { ...before.fields, ...it.fields }, beside: { ...before.beside, ...it.beside } })
    else if (clash.every(isReference)) {
      const apart = { ...it, identifier: `${it.identifier} ${clash.map((name) => it.fields[name]).join(' ')}` }
      if (!known.has(keyOf(apart.entity, apart.identifier))) {
        known.set(keyOf(apart.entity, apart.identifier), apart)
        remark(it, 'repaired', 'same-id-elsewhere')
      }
    } else remark(it, 'refused', 'same-id-other-content')
  }
  return known
}

/** Follows parents upward; true when the way comes back to where it began. */
function goesRound(start: SourceRecord, field: string, known: ReadonlyMap<string, SourceRecord>): boolean {
  let at: SourceRecord | undefined = start
  for (let steps = 0; at && steps < 1000; steps++) {
    const above: unknown = at.fields[field]
    if (above === undefined) return false
    if (String(above) === start.identifier) return true
    at = known.get(keyOf(start.entity, String(above)))
  }
  return at !== undefined
}

/**
 * Checks everything a source brings: each field by its rule, each reference, each name. A record is refused whole; a field that cannot be read is left out of it.
 *
 * @param source  which system it comes from; the same records of the same source get the same ids
 */
export async function checked(records: readonly SourceRecord[], source: string, isKnown: Known, here: Here): Promise<{ ready: ReadyRecord[]; remarks: Remark[] }> {
  const remarks: Remark[] = []
  const remark = ({ entity, identifier, path }: SourceRecord, kind: Remark['kind'], reason: Reason, field: string | null = null) => void remarks.push({ kind, entity, identifier, path, field, reason })
  const known = together(
    records.map((it) => {
      const { record, remark: what } = placed(it)
      if (what) remark(it, 'repaired', what, 'latitude')
      return record
    }),
    remark,
  )
  const outside = new Map<EntityName, Set<string>>()
  const idOf = (entity: EntityName, identifier: string) => recordIdOf(source, entity, identifier)
  for (const it of known.values()) {
    for (const [field, value] of Object.entries(it.fields)) {
      const entity = isReference(field) ? target(field, it.fields) : undefined
      if (entity && !known.has(keyOf(entity, String(value)))) outside.set(entity, (outside.get(entity) ?? new Set()).add(idOf(entity, String(value))))
    }
  }
  const there = new Map<EntityName, ReadonlySet<string>>()
  for (const [entity, ids] of outside) there.set(entity, entity in needed || ['location', 'contact', 'schedule', 'language', 'funding', 'accessibility'].includes(entity) ? await isKnown(entity, [...ids]) : new Set())

  const ready = new Map<string, ReadyRecord>()
  const refused = new Set<string>()
  const refuse = (it: SourceRecord, reason: Reason, field: string | null) => {
    remark(it, 'refused', reason, field)
    refused.add(keyOf(it.entity, it.identifier))
  }
  const tellBeside = besideTeller(remark)
  const taken = new Set<string>()
  let seen = 0
  for (const it of known.values()) {
    if (++seen % aTime === 0) await setImmediate() // others are answered meanwhile
    const round = new Set<string>()
    const after: Record<string, Value> = {}
    for (const [field, raw] of Object.entries(it.fields)) {
      if (field === 'link_entity' || field === 'resource_type') {
        after[field] = String(raw)
        continue
      }
      const { value, remark: what } = readValue(raw, ruleOf(it.entity, field))
      if (what) remark(it, 'repaired', what, field)
      if (value === undefined) continue
      if (!isReference(field)) {
        after[field] = value
        continue
      }
      const entity = target(field, it.fields)
      const id = entity ? idOf(entity, String(value)) : ''
      if (!entity || !(known.has(keyOf(entity, String(value))) || there.get(entity)?.has(id))) remark(it, 'repaired', 'no-such-record', field)
      else if ((field === 'parent_id' || field === 'parent_organization_id') && goesRound(it, field, known)) {
        round.add(field)
        remark(it, 'repaired', 'goes-round', field)
      }
      else after[field] = id
    }
    repaired(after, (reason, field) => remark(it, 'repaired', reason, field))
    const unfit = settled(it, source, after, here, taken, (reason, field) => remark(it, 'repaired', reason, field))
    const lacking = (needed[it.entity] ?? []).find((field) => after[field] === undefined)
    if (unfit) refuse(it, unfit.reason, unfit.field)
    else if (lacking) refuse(it, 'missing', lacking)
    else {
      const beside = besideOf(it.beside ?? {})
      tellBeside(it, beside)
      ready.set(keyOf(it.entity, it.identifier), { entity: it.entity, identifier: it.identifier, id: idOf(it.entity, it.identifier), path: it.path, after, said: { ...beside.said, ...it.overruled, ...differing(it, after, (field) => round.has(field) || notSaid.has(field) || isOwn(field)) } })
    }
  }
  withoutTwice(ready, known, refuse)
  withoutOrphans(ready, refused, known, refuse)
  return { ready: [...ready.values()], remarks }
}

/** So many records are checked in one go: some tens of milliseconds. */
const aTime = 2000

// Who keeps an entry is not for everybody, and when it last changed here is ours to say.
const notSaid = new Set(['assurer_email', 'last_modified'])

/** Tells once for each kind of record which fields we have no place for; each time what cannot stay. */
function besideTeller(remark: (it: SourceRecord, kind: Remark['kind'], reason: Reason, field: string) => void): (it: SourceRecord, beside: ReturnType<typeof besideOf>) => void {
  const told = new Set<string>()
  return (it, { said, tooMuch }) => {
    for (const field of tooMuch) remark(it, 'repaired', 'too-much-beside', field)
    for (const field of Object.keys(said)) {
      const key = `${it.entity} ${field}`
      if (!told.has(key)) remark(it, 'repaired', 'kept-beside', field)
      told.add(key)
    }
  }
}

/** Mends what only shows with several fields side by side. */
function repaired(after: Record<string, Value>, tell: (reason: Reason, field: string) => void): void {
  const drop = (reason: Reason, ...fields: string[]) => {
    for (const field of fields) {
      if (after[field] !== undefined) tell(reason, field)
      delete after[field]
    }
  }
  if ((after.latitude === undefined) !== (after.longitude === undefined)) drop('impossible-place', 'latitude', 'longitude')
  if (after.latitude === 0 && after.longitude === 0) drop('impossible-place', 'latitude', 'longitude')
  if (after.minimum_age !== undefined && after.maximum_age !== undefined && after.minimum_age > after.maximum_age) drop('ages-the-wrong-way', 'minimum_age', 'maximum_age')
  if (after.valid_from !== undefined && after.valid_to !== undefined && after.valid_from > after.valid_to) drop('dates-the-wrong-way', 'valid_from', 'valid_to')
  if (after.dtstart !== undefined && after.until !== undefined && after.dtstart > after.until) drop('dates-the-wrong-way', 'dtstart', 'until')
  for (const [from, until] of [['schakelbord_publish_on', 'schakelbord_expire_on'], ['schakelbord_closed_from', 'schakelbord_closed_until'], ['schakelbord_project_from_on', 'schakelbord_project_until_on']] as const) if (String(after[from] ?? '') > String(after[until] ?? '9999')) drop('dates-the-wrong-way', from, until)
  if (after.until !== undefined && after.count !== undefined) drop('recurrence-ends-twice', 'count')
  if (typeof after.byday === 'string' && !/^([+-]?\d{0,2}(MO|TU|WE|TH|FR|SA|SU))(,[+-]?\d{0,2}(MO|TU|WE|TH|FR|SA|SU))*$/.test(after.byday.replace(/\s/g, ''))) drop('recurrence-unknown', 'byday')
}

/** A service stands at a place once. */
function withoutTwice(ready: Map<string, ReadyRecord>, known: ReadonlyMap<string, SourceRecord>, refuse: (it: SourceRecord, reason: Reason, field: string | null) => void): void {
  const seen = new Set<string>()
  for (const [key, { entity, after }] of ready) {
    const place = `${after.service_id} ${after.location_id}`
    const source = known.get(key)
    if (entity !== 'service_at_location' || !source) continue
    if (seen.has(place)) {
      ready.delete(key)
      refuse(source, 'same-place-twice', 'location_id')
    }
    seen.add(place)
  }
}

/** Who hangs on a refused record and cannot do without is refused too, however far down. */
function withoutOrphans(ready: Map<string, ReadyRecord>, refused: Set<string>, known: ReadonlyMap<string, SourceRecord>, refuse: (it: SourceRecord, reason: Reason, field: string | null) => void): void {
  for (let before = -1; before !== refused.size; ) {
    before = refused.size
    for (const [key, it] of ready) {
      const source = known.get(key)
      if (!source) continue
      const lost = Object.keys(it.after).filter((field) => {
        const entity = isReference(field) ? target(field, source.fields) : undefined
        return entity && refused.has(keyOf(entity, String(source.fields[field])))
      })
      if (lost.length === 0) continue
      const rest = Object.fromEntries(Object.entries(it.after).filter(([field]) => !lost.includes(field)))
      const needs = needed[it.entity] ?? []
      const hangsNowhere = !needs.some((field) => isReference(field)) && source.entity !== 'organization' && source.entity !== 'location' && source.entity !== 'taxonomy_term' && !Object.keys(rest).some(isReference)
      if (lost.some((field) => needs.includes(field)) || hangsNowhere) {
        ready.delete(key)
        refuse(source, 'above-refused', lost[0] ?? null)
      } else ready.set(key, { ...it, after: rest })
    }
  }
}
