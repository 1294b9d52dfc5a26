import type { EntityName } from './graph.ts'

/** One object of a source, loose from its nesting: what it is, how the source calls it, where it stood, and its own fields by the names of the standard. `beside` are fields that the standard does not have; `overruled` what it says of itself and its place says otherwise. */
export type SourceRecord = { entity: EntityName; identifier: string; path: string; fields: Readonly<Record<string, unknown>>; beside?: Readonly<Record<string, unknown>>; overruled?: Said }

/** What a source said of a field where we hold something else or nothing, and what we hold. */
export type Said = Readonly<Record<string, { said: unknown; held: string | number | null }>>

/** Something about a record that a person should know. `refused` leaves it out; `repaired` takes it in without or with another value. */
export type Remark = { kind: 'refused' | 'repaired'; entity: EntityName; identifier: string; path: string; field: string | null; reason: Reason }

/** Why a record or a field could not be taken as it was. Words stand in the catalogue. */
export type Reason =
  | 'not-an-object' | 'missing' | 'unknown-value' | 'not-a-date' | 'not-a-time' | 'not-a-number' | 'not-an-email' | 'not-a-url' | 'impossible-place' | 'too-long' | 'markup' | 'control-characters' | 'no-such-record'
  | 'above-refused' | 'goes-round' | 'same-id-other-content' | 'same-id-elsewhere' | 'ages-the-wrong-way' | 'dates-the-wrong-way' | 'recurrence-unknown' | 'recurrence-ends-twice' | 'same-place-twice' | 'place-turned' | 'place-in-grid' | 'looks-like-formula' | 'formula-without-value' | 'unknown-list' | 'only-to-read' | 'kept-beside' | 'too-much-beside'
  | 'no-such-area' | 'no-such-team' | 'no-such-owner' | 'address-taken' | 'masked-is-nowhere'
