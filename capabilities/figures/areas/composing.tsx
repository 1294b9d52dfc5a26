import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { act, view } from '../../../platform/act.ts'
import { dayOf } from '../../../platform/dates.ts'
import type { Db } from '../../../platform/db.ts'
import { conflict, type FieldError, invalid, type Refusal, stale } from '../../../platform/refusal.ts'
import { say } from '../../../platform/texts.ts'
import { id, line, nothing } from '../../../platform/validation.ts'
import type { FormOf } from '../../../ui/form.tsx'
import { keepsFigures } from '../../neighbourhoods/index.ts'
import { slugOf } from '../applying.ts'
import { areasHref, ComposedPage } from './ComposedPage.tsx'
import { mistakesInParts, partsToChoose, whyNoPart } from './parts.ts'
import { type AreasRecord, type Composed, findComposed, findComposedOne } from './record.ts'
import { shownComposed } from './shown.ts'
import { texts } from './texts.ts'

type One = AreasRecord & { it: Composed }

/** The areas that are made of parts. */
export const areasComposed = view({
  name: 'figures.areas',
  at: '/figures/areas',
  path: areasHref,
  title: texts.title,
  query: nothing,
  output: shownComposed,
  find: (reading) => findComposed(reading),
  may: keepsFigures,
  about: () => [],
  present: (_ctx, { composed }) => ({
    areas: composed.map((it) => ({ slug: it.slug, name: it.name, kind: it.kind === 'village' ? ('village' as const) : ('project-area' as const), about: it.about, parts: it.parts.map(({ slug, name }) => ({ slug, name })), endedOn: it.endedOn, endedBecause: it.endedBecause, version: it.version })),
  }),
  page: (shown) => <ComposedPage {...shown} />,
})

const input = z.strictObject({ name: line(120), kind: z.enum(['project-area', 'village']), about: line(500), parts: z.array(id()).max(500) })
const form = {
  name: { as: 'text', label: texts.name },
  kind: { as: 'choice', label: texts.kind, options: texts.kinds },
  about: { as: 'text', label: texts.about, hint: texts.aboutHint },
  parts: { as: 'picks', label: texts.parts, hint: texts.partsHint },
} satisfies FormOf<z.input<typeof input>>

const sameName = ({ all }: AreasRecord, name: string, own?: string): FieldError[] =>
  all.some((it) => it.id !== own && (it.name.toLowerCase() === name.toLowerCase() || (own === undefined && it.slug === slugOf(name)))) ? [{ in: 'body', at: 'name', code: 'known', detail: texts.sameName }] : []

const putParts = (db: Db, municipalityId: string, areaId: string, parts: readonly string[]) => db.insertInto('areaParts').values(parts.map((partId) => ({ municipalityId, areaId, partId }))).execute()

/** Makes an area of parts of the tree. */
export const areaMade = act({
  name: 'figures.make-area',
  at: '/figures/areas',
  page: `${areasHref}/nieuw`,
  title: texts.make,
  audit: 'C',
  input,
  form,
  output: z.object({ slug: z.string() }),
  find: (reading) => findComposed(reading),
  may: keepsFigures,
  about: (_record, done?: { id: string; slug: string }) => (done ? [done.id] : []),
  choices: async (_ctx, record) => ({ parts: partsToChoose(record) }),
  notOffered: (record, _at, chosen) => whyNoPart(record, undefined, chosen),
  intro: () => <p>{say(texts.makeIntro)}</p>,
  run: async ({ db, actor }, record, { name, kind, about, parts }) => {
    const mistakes = [...sameName(record, name), ...mistakesInParts(record, parts)]
    if (mistakes.length > 0) throw invalid(mistakes)
    const made = { id: randomUUID(), slug: slugOf(name) }
    await db.insertInto('areas').values({ municipalityId: actor.municipalityId, ...made, parentId: null, name, kind, composed: true, about }).execute()
    await putParts(db, actor.municipalityId, made.id, parts)
    return made
  },
  present: (_ctx, { slug }) => ({ slug }),
  back: areasHref,
  next: ({ slug }) => `/wijk/${slug}`,
  done: texts.made,
})

/** Changes one area when nobody else did meanwhile. @throws Refusal 412 somebody did */
async function update(db: Db, { id: areaId, version }: Composed, values: object): Promise<void> {
  const done = await db.updateTable('areas').set({ ...values, version: version + 1 }).where('id', '=', areaId).where('version', '=', version).executeTakeFirstOrThrow()
  if (done.numUpdatedRows !== 1n) throw stale()
}

const isEnded = ({ it }: One): Refusal | undefined => (it.endedOn ? conflict('area.ended', texts.isEnded) : undefined)
const onArea = {
  output: z.object({ slug: z.string() }),
  find: findComposedOne,
  may: keepsFigures,
  about: ({ it }: One) => [it.id],
  version: ({ it }: One) => it.version,
  present: (_ctx: unknown, _done: unknown, { it }: One) => ({ slug: it.slug }),
  back: areasHref,
  next: () => areasHref,
}
const Which = ({ it, then }: { it: Composed; then: string }) => (
  <>
    <p>
      <strong>{it.name}</strong>. {say(texts.madeOf(it.parts.map(({ name }) => name).join(', ')))}
    </p>
    <p>{then}</p>
  </>
)

/** Gives an area another name, other words or other parts. Its address stays. */
export const areaChanged = act({
  ...onArea,
  name: 'figures.change-area',
  at: '/figures/areas/:slug/changes',
  page: `${areasHref}/:slug/wijzigen`,
  title: texts.changeTitle,
  input,
  form,
  hindrance: isEnded,
  choices: async (_ctx, record) => ({ parts: partsToChoose(record) }),
  notOffered: (record, _at, chosen) => whyNoPart(record, record.it.id, chosen),
  prefill: ({ it }) => ({ name: it.name, kind: it.kind, about: it.about ?? undefined, parts: it.parts.map((part) => part.id) }),
  intro: ({ it }) => <Which it={it} then={say(texts.changeIntro)} />,
  run: async ({ db, actor }, record, { parts, ...said }) => {
    const mistakes = [...sameName(record, said.name, record.it.id), ...mistakesInParts(record, parts)]
    if (mistakes.length > 0) throw invalid(mistakes)
    await update(db, record.it, said)
    await db.deleteFrom('areaParts').where('areaId', '=', record.it.id).execute()
    await putParts(db, actor.municipalityId, record.it.id, parts)
  },
  done: texts.changed,
})

/** Ends an area: it leaves the lists, and its page says since when and why. */
export const areaEnded = act({
  ...onArea,
  name: 'figures.end-area',
  at: '/figures/areas/:slug/ending',
  page: `${areasHref}/:slug/beeindigen`,
  title: texts.endTitle,
  submit: texts.end,
  destructive: true,
  input: z.strictObject({ reason: line(500) }),
  form: { reason: { as: 'text', label: texts.why, hint: texts.whyHint } },
  discreet: { fields: ['reason'] },
  hindrance: isEnded,
  intro: ({ it }) => <Which it={it} then={say(texts.endIntro)} />,
  run: ({ db, now }, { it }, { reason }) => update(db, it, { endedOn: dayOf(now), endedBecause: reason }),
  done: texts.ended,
})

/** Takes an area into use again. */
export const areaRestored = act({
  ...onArea,
  name: 'figures.restore-area',
  at: '/figures/areas/:slug/return',
  page: `${areasHref}/:slug/weer`,
  title: texts.restoreTitle,
  submit: texts.restore,
  input: nothing,
  form: {},
  hindrance: ({ it }) => (it.endedOn ? undefined : conflict('area.in-use', texts.isInUse)),
  intro: ({ it }) => <Which it={it} then="" />,
  run: ({ db }, { it }) => update(db, it, { endedOn: null, endedBecause: null }),
  done: texts.restored,
})
