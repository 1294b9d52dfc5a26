import { z } from 'zod'
import type { Reading } from '../../platform/context.ts'
import { type FieldError, invalid, stale } from '../../platform/refusal.ts'
import type { Text } from '../../platform/texts.ts'
import { actTexts } from './actTexts.ts'
import { type MapRow, findMapRow, findSection, type OneSection } from './record.ts'

/** Where a map is worked on. */
export const mapHref = (mapId: string): string => `/wijkkaart/${mapId}`
/** Where one section of a map is worked on. */
export const sectionHref = (mapId: string, key: string): string => `/wijkkaart/${mapId}/deel/${key}`

/** What the acts on one map have in common. */
export const onMap = {
  output: z.object({ mapId: z.uuid() }),
  find: (reading: Reading, params: { mapId: string }): Promise<MapRow> => findMapRow(reading, params),
  about: (record: MapRow) => [record.id],
  present: (_ctx: unknown, _done: unknown, record: MapRow) => ({ mapId: record.id }),
  next: (it: { mapId: string }) => mapHref(it.mapId),
}

/** What the acts on one section have in common; `version` is that of its text. */
export const onSection = {
  output: z.object({ mapId: z.uuid(), section: z.string(), version: z.int() }),
  find: (reading: Reading, params: { mapId: string; section: string }): Promise<OneSection> => findSection(reading, params),
  about: (record: OneSection) => [record.id],
  version: (record: OneSection) => record.section.version,
  present: (_ctx: unknown, done: unknown, record: OneSection) => ({ mapId: record.id, section: record.section.key as string, version: typeof done === 'number' ? done : record.section.version }),
  next: (it: { mapId: string; section: string }) => sectionHref(it.mapId, it.section),
}

/** A row that was not changed was changed by somebody else just before. @throws Refusal 412 */
export function mustChange({ numUpdatedRows }: { numUpdatedRows: bigint }): void {
  if (numUpdatedRows !== 1n) throw stale()
}

// What always points at one person, whatever the sentence around it says. Names are asked not to be typed; these are refused.
const personal = [/[\w.+-]+@[\w-]+\.[\w.]+/, /(?:\+31|0031|\b0)[\s-]?[1-9](?:[\s-]?\d){8}\b/, /\b\d{4}\s?[A-Z]{2}\s?\d+\b/, /\b\d{9}\b/]

/**
 * Refuses an e-mail address, telephone number, citizen number, or postcode with house number.
 *
 * @throws Refusal 400 with all fields that hold one
 */
export function nobodyIn(input: Record<string, unknown>): void {
  const found = Object.entries(input).filter(([, value]) => typeof value === 'string' && personal.some((one) => one.test(value)))
  if (found.length > 0) throw invalid(found.map(([at]): FieldError => ({ in: 'body', at, code: 'personal', detail: actTexts.personal })))
}

/** A day that is not to come. @throws Refusal 400 */
export function notLater(today: string, days: Record<string, string | undefined>): void {
  const wrong = Object.entries(days).filter(([, value]) => value !== undefined && value > today)
  if (wrong.length > 0) throw invalid(wrong.map(([at]): FieldError => ({ in: 'body', at, code: 'in-the-future', detail: actTexts.inTheFuture })))
}

/** One mistake in one field. */
export const mistake = (at: string, code: string, detail: Text) => invalid([{ in: 'body', at, code, detail }])
