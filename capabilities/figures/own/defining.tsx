import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { act, view } from '../../../platform/act.ts'
import { type FieldError, invalid } from '../../../platform/refusal.ts'
import { say } from '../../../platform/texts.ts'
import { line, nothing } from '../../../platform/validation.ts'
import type { FormOf } from '../../../ui/form.tsx'
import { keepsFigures } from '../../neighbourhoods/index.ts'
import { slugOf } from '../applying.ts'
import { IndicatorsPage } from './IndicatorsPage.tsx'
import { findKept, type KeptIndicator } from './record.ts'
import { shownKept } from './shown.ts'
import { texts } from './texts.ts'

export const listHref = '/wijken/beheer/indicatoren'

/** All indicators, with what can be done with them. */
export const indicatorsKept = view({
  name: 'figures.indicators',
  at: '/figures/indicators',
  path: listHref,
  title: texts.title,
  query: nothing,
  output: z.object({ indicators: z.array(shownKept) }),
  find: (reading) => findKept(reading),
  may: keepsFigures,
  about: () => [],
  present: (_ctx, found) => ({
    indicators: found.map((it) => ({ key: it.key, name: say(it.name), definition: say(it.definition), unit: it.unit, kind: it.kind, direction: it.direction, origin: it.origin, smallest: it.smallest, figures: it.figures, entered: it.entered, retired: it.retired, version: it.version, breaks: it.breaks.map(({ year, note }) => ({ year, note: say(note) })) })),
  }),
  page: ({ indicators }) => <IndicatorsPage indicators={indicators} />,
})

const fields = {
  name: line(120), nameEn: line(120).optional(), definition: line(400), definitionEn: line(400).optional(), unit: z.enum(['number', 'percent', 'euro', 'score']), base: line(60).optional(), baseEn: line(60).optional(),
  kind: z.enum(['fact', 'estimate', 'perception']), direction: z.enum(['neutral', 'higher-is-better', 'lower-is-better']), decimals: z.number().int().min(0).max(3).default(0), smallest: z.number().positive().max(50).optional(),
}
const input = z.strictObject(fields)
const { unit: _unit, ...changing } = fields
/** What can be changed of an indicator that has figures: not the kind of number they are. */
export const changedInput = z.strictObject(changing)
type Said = z.output<typeof input>

/** The fields that are the same for a new indicator and a changed one. */
export const changedForm = {
  name: { as: 'text', label: texts.name, hint: texts.nameHint },
  nameEn: { as: 'text', label: texts.nameEn, optional: true },
  definition: { as: 'text', label: texts.definition, hint: texts.definitionHint },
  definitionEn: { as: 'text', label: texts.definitionEn, optional: true },
  base: { as: 'text', label: texts.base, hint: texts.baseHint, optional: true },
  baseEn: { as: 'text', label: texts.baseEn, optional: true },
  kind: { as: 'choice', label: texts.kind, options: texts.kinds },
  direction: { as: 'choice', label: texts.direction, options: texts.directions },
  decimals: { as: 'number', label: texts.decimals },
  smallest: { as: 'number', label: texts.smallest, hint: texts.smallestHint, optional: true },
} satisfies FormOf<z.input<typeof changedInput>>

/** What does not fit together, given the other indicators that there are or were. */
export function mistakesIn({ unit, base, smallest, name }: Pick<Said, 'unit' | 'base' | 'smallest' | 'name'>, known: readonly Pick<KeptIndicator, 'key' | 'name'>[]): FieldError[] {
  const mistake = (at: string, code: string, detail: FieldError['detail']): FieldError => ({ in: 'body', at, code, detail })
  return [
    ...(known.some((it) => it.key === slugOf(name) || it.name.nl.toLowerCase() === name.toLowerCase()) ? [mistake('name', 'known', texts.sameName)] : []),
    ...(unit === 'percent' && base === undefined ? [mistake('base', 'needed', texts.baseNeeded)] : []),
    ...(unit !== 'percent' && base !== undefined ? [mistake('base', 'only-percent', texts.onlyPercent)] : []),
    ...(unit !== 'percent' && smallest !== undefined ? [mistake('smallest', 'only-percent', texts.onlyPercent)] : []),
  ]
}

/** Makes an indicator of the municipality itself. English is what was typed in Dutch where it was left out. */
export const indicatorDefined = act({
  name: 'figures.define-indicator',
  at: '/figures/indicators',
  page: `${listHref}/nieuw`,
  title: texts.define,
  audit: 'C',
  input,
  form: { name: changedForm.name, nameEn: changedForm.nameEn, definition: changedForm.definition, definitionEn: changedForm.definitionEn, unit: { as: 'choice', label: texts.unit, options: texts.units }, base: changedForm.base, baseEn: changedForm.baseEn, kind: changedForm.kind, direction: changedForm.direction, decimals: changedForm.decimals, smallest: changedForm.smallest },
  output: z.object({ key: z.string() }),
  find: (reading) => findKept(reading),
  may: keepsFigures,
  about: (_record, done?: { id: string; key: string }) => (done ? [done.id] : []),
  prefill: () => ({ decimals: 0 }),
  intro: () => <p>{say(texts.defineIntro)}</p>,
  run: async ({ db, actor }, known, said) => {
    const mistakes = mistakesIn(said, known)
    if (mistakes.length > 0) throw invalid(mistakes)
    const [id, key] = [randomUUID(), slugOf(said.name)]
    const { name, definition } = said
    const [nameEn, definitionEn] = [said.nameEn ?? name, said.definitionEn ?? definition]
    await db
      .insertInto('indicators')
      .values({
        municipalityId: actor.municipalityId, id, key, nameNl: name, nameEn, definitionNl: definition, definitionEn, moreNl: texts.higher(name).nl, moreEn: texts.higher(nameEn).en, lessNl: texts.lower(name).nl, lessEn: texts.lower(nameEn).en,
        unit: said.unit, baseNl: said.base ?? null, baseEn: said.base === undefined ? null : (said.baseEn ?? said.base), kind: said.kind, direction: said.direction, decimals: said.decimals, smallestDifference: said.smallest === undefined ? null : String(said.smallest), highlighted: true, position: 2000 + known.length, origin: 'own',
      })
      .execute()
    return { id, key }
  },
  present: (_ctx, { key }) => ({ key }),
  back: listHref,
  next: ({ key }) => `${listHref}/${key}/cijfer`,
  done: texts.defined,
})
