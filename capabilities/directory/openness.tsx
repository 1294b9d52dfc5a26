import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { act } from '../../platform/act.ts'
import type { Context, Reading } from '../../platform/context.ts'
import { line, prose } from '../../platform/validation.ts'
import { fundingTexts } from './entryTexts.ts'
import { findKept, type Kept, mayKeep, setKept, withHistory } from './keeping.ts'
import { ownKindTexts as texts } from './ownKindTexts.ts'

const aspects = ['physical', 'psychological', 'financial', 'transport', 'disability'] as const
type Aspect = (typeof aspects)[number]
const verdict = z.enum(['good', 'partly', 'poor', 'unknown'])
const said = z.enum(['yes', 'no', 'unknown'])
const basis = z.enum(['wmo', 'awbz', 'wlz', 'health-insurance', 'jeugdwet', 'participatiewet', 'project-grant', 'neighbourhood-budget', 'own-contribution', 'gifts', 'other'])

const verdicts = { good: texts.good, partly: texts.partly, poor: texts.poor, unknown: texts.unknown }
const answers = { yes: texts.yes, no: texts.no, unknown: texts.unknown }
const asked = (aspect: Aspect) => ({ as: 'choice' as const, label: texts[aspect], options: verdicts })
const explained = (aspect: Aspect) => ({ as: 'text' as const, label: { nl: texts.explain(texts[aspect].nl).nl, en: texts.explain(texts[aspect].en).en }, optional: true as const })

const input = z.strictObject({
  eligibility: prose(1000).optional(), documents: z.string().trim().max(1000).optional(),
  physical: verdict, physicalWords: line(300).optional(), psychological: verdict, psychologicalWords: line(300).optional(), financial: verdict, financialWords: line(300).optional(), transport: verdict, transportWords: line(300).optional(), disability: verdict, disabilityWords: line(300).optional(),
  host: said, companion: said, pickup: said, inclusive: z.enum(['everyone', 'one-group', 'unknown']), flowTo: line(300).optional(), funding: z.array(basis),
})

async function findOpenness(reading: Reading, { slug }: { slug: string }) {
  const it = await findKept(reading, { kind: 'voorziening', slug })
  const { db } = reading
  const [service, thresholds, documents, fundings] = await Promise.all([
    db.selectFrom('services').where('id', '=', it.id).select(['eligibilityDescription', 'host', 'companion', 'pickup', 'inclusive', 'flowTo']).executeTakeFirst(),
    db.selectFrom('accessibilities').where('serviceId', '=', it.id).orderBy('id').select(['id', 'aspect', 'verdict', 'description']).execute(),
    db.selectFrom('requiredDocuments').where('serviceId', '=', it.id).where('document', 'is not', null).orderBy('document').select(['id', 'document']).execute(),
    db.selectFrom('fundings').where('serviceId', '=', it.id).orderBy('id').select(['id', 'basis']).execute(),
  ])
  return { ...it, service, thresholds, documents, fundings }
}
type Openness = Awaited<ReturnType<typeof findOpenness>>

async function putThresholds(ctx: Context, municipalityId: string, it: Openness, given: z.output<typeof input>): Promise<void> {
  for (const aspect of aspects) {
    const now = it.thresholds.find((one) => one.aspect === aspect)
    const columns = { verdict: given[aspect], description: given[`${aspect}Words`] ?? null }
    if (columns.verdict === 'unknown' && columns.description === null) {
      if (now) await ctx.db.deleteFrom('accessibilities').where('id', '=', now.id).execute()
    } else if (now) await ctx.db.updateTable('accessibilities').set(columns).where('id', '=', now.id).execute()
    else await ctx.db.insertInto('accessibilities').values({ municipalityId, id: randomUUID(), serviceId: it.id, aspect, ...columns }).execute()
  }
}

async function putLists(ctx: Context, municipalityId: string, it: Openness, documents: readonly string[], bases: readonly z.output<typeof basis>[]): Promise<void> {
  const own = { municipalityId, serviceId: it.id }
  const goneDocuments = it.documents.filter((one) => !documents.includes(one.document ?? '')).map(({ id }) => id)
  const newDocuments = documents.filter((one) => !it.documents.some(({ document }) => document === one))
  if (goneDocuments.length > 0) await ctx.db.deleteFrom('requiredDocuments').where('id', 'in', goneDocuments).execute()
  if (newDocuments.length > 0) await ctx.db.insertInto('requiredDocuments').values(newDocuments.map((document) => ({ ...own, id: randomUUID(), document }))).execute()
  // A source without a known basis came from elsewhere and stays.
  const goneFundings = it.fundings.filter((one) => one.basis !== null && !bases.some((it) => it === one.basis)).map(({ id }) => id)
  const newBases = bases.filter((one) => !it.fundings.some(({ basis }) => basis === one))
  if (goneFundings.length > 0) await ctx.db.deleteFrom('fundings').where('id', 'in', goneFundings).execute()
  if (newBases.length > 0) await ctx.db.insertInto('fundings').values(newBases.map((one) => ({ ...own, id: randomUUID(), basis: one }))).execute()
}

/** Who keeps a service says how easy it is to come in, what it asks of people and who pays. */
export const opennessChanged = act({
  name: 'directory.change-openness',
  at: '/directory/services/:slug/accessibility',
  page: '/sociale-kaart/voorziening/:slug/toegankelijkheid',
  title: texts.openTitle,
  input,
  form: {
    eligibility: { as: 'area', label: texts.eligibility, hint: texts.eligibilityHint, rows: 3, longest: 1000, optional: true },
    documents: { as: 'area', label: texts.documents, hint: texts.documentsHint, rows: 3, longest: 1000, optional: true },
    physical: asked('physical'), physicalWords: explained('physical'), psychological: asked('psychological'), psychologicalWords: explained('psychological'), financial: asked('financial'), financialWords: explained('financial'),
    transport: asked('transport'), transportWords: explained('transport'), disability: asked('disability'), disabilityWords: explained('disability'),
    host: { as: 'choice', label: texts.host, options: answers },
    companion: { as: 'choice', label: texts.companion, options: answers },
    pickup: { as: 'choice', label: texts.pickup, options: answers },
    inclusive: { as: 'choice', label: texts.inclusive, options: { everyone: texts.everyone, 'one-group': texts.oneGroup, unknown: texts.unknown } },
    flowTo: { as: 'text', label: texts.flowTo, optional: true },
    funding: { as: 'ticks', label: texts.funding, options: fundingTexts },
  },
  output: z.object({ slug: z.string() }),
  find: findOpenness,
  may: mayKeep,
  about: (it) => [it.id],
  version: (it: Kept) => it.version,
  prefill: (it) => ({
    ...it.service, eligibility: it.service?.eligibilityDescription, documents: it.documents.map((one) => one.document).join('\n'), funding: it.fundings.flatMap((one) => one.basis ?? []),
    ...Object.fromEntries(aspects.flatMap((aspect) => { const one = it.thresholds.find((now) => now.aspect === aspect); return [[aspect, one?.verdict ?? 'unknown'], [`${aspect}Words`, one?.description]] })),
  }),
  run: (ctx, it, given) =>
    withHistory(ctx, it, { act: 'changed' }, async () => {
      await setKept(ctx, it, {})
      const { municipalityId } = ctx.actor
      await ctx.db.updateTable('services').set({ eligibilityDescription: given.eligibility ?? null, host: given.host, companion: given.companion, pickup: given.pickup, inclusive: given.inclusive, flowTo: given.flowTo ?? null }).where('id', '=', it.id).execute()
      await putThresholds(ctx, municipalityId, it, given)
      await putLists(ctx, municipalityId, it, [...new Set((given.documents ?? '').split('\n').map((one) => one.trim()).filter(Boolean))], given.funding)
    }),
  present: (_ctx, _done, it) => ({ slug: it.slug }),
  next: ({ slug }) => `/sociale-kaart/voorziening/${slug}`,
  done: texts.done,
})
