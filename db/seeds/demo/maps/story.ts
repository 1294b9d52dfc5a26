import type { CastKey } from '../cast.ts'

/** A text of a section: who wrote it and so many days from today. */
export type TextSeed = { body: string; source: string; by: CastKey; on: number }
/** A section: its texts, oldest first, how far it is, and since when it is public. `public` is a number of a text, the last when absent. */
export type SectionSeed = { texts: readonly TextSeed[]; status: 'draft' | 'ready' | 'published'; public?: { by: CastKey; on: number; version?: number } }
/** Something beside the text of a section. Public when its section is, unless `fresh`. */
export type AddedSeed = {
  section: string
  kind: 'story' | 'quote' | 'knowledge' | 'opinion' | 'place' | 'risk-group' | 'make-up' | 'finding'
  body: string
  about?: string
  voice?: 'residents' | 'neighbours' | 'clients' | 'volunteers' | 'key-figure' | 'professional' | 'reputation'
  saidBy?: string
  told?: number
  permission?: 'spoken' | 'written'
  source?: string
  theme?: string
  sort?: 'hotspot' | 'meeting-place' | 'strain' | 'help' | 'nuisance' | 'safety' | 'police' | 'attachment' | 'satisfaction'
  scale?: 'block' | 'street' | 'sub-area' | 'neighbourhood' | 'city'
  /** where a place is in the sketch, in thousandths */
  spot?: readonly [across: number, down: number]
  criteria?: readonly string[]
  by: CastKey
  on: number
  fresh?: true
}
export type PositionSeed = { party: 'municipality' | 'providers' | 'insurer' | 'residents'; stance: 'for' | 'conditions' | 'against' | 'undecided'; reason: string; source: string }
export type ScenarioSeed = { key: string; title: string; body: string; ahead: number; restsOn: readonly string[]; positions: readonly PositionSeed[] }
export type GoalSeed = { goal: string; sign: string; who: string; term: 'short' | 'medium' | 'long'; from: number; until: number; state: 'planned' | 'running' | 'reached'; restsOn: readonly string[]; scenario?: string }
/** A map of the demonstration. All words are our own; facts are those of the sources that are named. */
export type MapSeed = {
  area: string
  /** years from this one */
  edition: number
  opened: { by: CastKey; on: number }
  sections: Readonly<Record<string, SectionSeed>>
  added: readonly AddedSeed[]
  scenarios?: readonly ScenarioSeed[]
  choice?: { scenario: string; reasons: string; decidedBy: string; on: number }
  goals?: readonly GoalSeed[]
  /** answers: who, and of the others how many are known, have their number, are called */
  enquiry?: { by: CastKey; from: number; until: number; answers: readonly (readonly [who: CastKey, others: number, know: number, mobile: number, call: number])[] }
}

/** The book that most facts come from. */
export const book = (place: string): string => `Schakels in de Buurt, ${place}`
/** The figures of the city in the book. */
export const cityFigures = 'gemeente Amersfoort, Feiten en Cijfers 2009'
