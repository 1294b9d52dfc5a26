import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { act } from '../../platform/act.ts'
import type { Staff } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import { day, line, prose } from '../../platform/validation.ts'
import { actTexts } from './actTexts.ts'
import { mistake, nobodyIn, notLater, onSection } from './mapAct.ts'
import { photoTexts } from './photoTexts.ts'
import { mayReadMaps } from './policy.ts'
import type { Contribution, OneSection } from './record.ts'
import { findingSorts, knowers, makeUpSorts, permissions, placeSorts, scales, voices } from './words.ts'

type Added = Partial<Pick<Contribution, 'about' | 'voice' | 'saidBy' | 'saidOn' | 'source' | 'theme' | 'sort' | 'scale' | 'criteria' | 'permissionOn' | 'permissionHow' | 'permissionUntil'>> & Pick<Contribution, 'kind' | 'body'>

/** Puts something beside the text of a section. It is shown when the section is published after it. */
async function add(ctx: Context<Staff>, { id, municipalityId, section, today }: OneSection, it: Added): Promise<void> {
  nobodyIn(it)
  notLater(today, { saidOn: it.saidOn ?? undefined, permissionOn: it.permissionOn ?? undefined })
  if (it.permissionUntil && it.permissionOn && it.permissionUntil < it.permissionOn) throw mistake('permissionUntil', 'before', photoTexts.untilBefore)
  await ctx.db.insertInto('mapContributions').values({ ...it, municipalityId, id: randomUUID(), mapId: id, key: section.key, byId: ctx.actor.id, at: ctx.now }).execute()
}

// What is added does not change the text, so nobody has to have seen its version.
const { version: _, ...beside } = onSection
const own = { ...beside, may: mayReadMaps, done: actTexts.addDone, audit: 'C' as const }
const keys = <K extends string>(of: Record<K, unknown>) => Object.keys(of) as [K, ...K[]]
const source = { as: 'text', label: actTexts.sourceLabel, hint: actTexts.sourceHint, longest: 300 } as const

/** What somebody told, in their own words, with their permission. */
export const storyTold = act({
  ...own,
  name: 'neighbourhood-map.tell-story',
  at: '/neighbourhood-maps/:mapId/sections/:section/stories',
  page: '/wijkkaart/:mapId/deel/:section/verhaal',
  title: actTexts.storyTitle,
  input: z.strictObject({ kind: z.enum(['story', 'quote']), body: prose(2000), saidBy: line(120), saidOn: day(), permissionHow: z.enum(keys(permissions)), permissionOn: day(), permissionUntil: day().optional() }),
  form: {
    kind: { as: 'choice', label: actTexts.storyKind, options: { story: actTexts.storyLong, quote: actTexts.storyShort } },
    body: { as: 'area', label: actTexts.storyBody, hint: actTexts.storyHint, rows: 5 },
    saidBy: { as: 'text', label: actTexts.saidByLabel, hint: actTexts.saidByHint, longest: 120 },
    saidOn: { as: 'day', label: actTexts.saidOnLabel },
    permissionHow: { as: 'choice', label: actTexts.permissionLabel, options: permissions },
    permissionOn: { as: 'day', label: actTexts.permissionOnLabel },
    permissionUntil: { as: 'day', label: photoTexts.permissionUntilLabel, hint: photoTexts.permissionUntilHint, optional: true },
  },
  prefill: ({ today }) => ({ kind: 'quote', permissionOn: today }),
  run: (ctx, record, input) => add(ctx, record, input),
})

/** What a professional or key figure knows of the neighbourhood; marked as such, with who and when. */
export const knowledgeAdded = act({
  ...own,
  name: 'neighbourhood-map.add-knowledge',
  at: '/neighbourhood-maps/:mapId/sections/:section/knowledge',
  page: '/wijkkaart/:mapId/deel/:section/kennis',
  title: actTexts.knowledgeTitle,
  input: z.strictObject({ voice: z.enum(keys(knowers)), saidBy: line(120), saidOn: day(), body: prose(2000) }),
  form: {
    voice: { as: 'choice', label: actTexts.knowerLabel, options: knowers },
    saidBy: { as: 'text', label: actTexts.roleLabel, hint: actTexts.roleHint, longest: 120 },
    saidOn: { as: 'day', label: actTexts.knownOnLabel },
    body: { as: 'area', label: actTexts.knowledgeLabel, hint: actTexts.noPeople, rows: 5 },
  },
  prefill: ({ today }) => ({ voice: 'professional', saidOn: today }),
  run: (ctx, record, input) => add(ctx, record, { ...input, kind: 'knowledge' }),
})

/** What one kind of people thinks of a group or subject. Others may think otherwise; their opinion stands beside it. */
export const opinionRecorded = act({
  ...own,
  name: 'neighbourhood-map.record-opinion',
  at: '/neighbourhood-maps/:mapId/sections/:section/opinions',
  page: '/wijkkaart/:mapId/deel/:section/mening',
  title: actTexts.opinionTitle,
  input: z.strictObject({ about: line(160), voice: z.enum(keys(voices)), body: prose(2000), source: line(300) }),
  form: {
    about: { as: 'text', label: actTexts.opinionAbout, hint: actTexts.opinionAboutHint, longest: 160 },
    voice: { as: 'choice', label: actTexts.opinionVoice, options: voices },
    body: { as: 'area', label: actTexts.opinionBody, hint: actTexts.noPeople, rows: 4 },
    source,
  },
  prefill: ({ contributions }) => ({ about: contributions.findLast((it) => it.kind === 'opinion')?.about }),
  run: (ctx, record, input) => add(ctx, record, { ...input, kind: 'opinion' }),
})

/** A small place where problems come together, or where many residents come. A place, never a home or a person. */
export const placeMarked = act({
  ...own,
  name: 'neighbourhood-map.mark-place',
  at: '/neighbourhood-maps/:mapId/sections/:section/places',
  page: '/wijkkaart/:mapId/deel/:section/plek',
  title: actTexts.placeTitle,
  input: z.strictObject({ about: line(160), sort: z.enum(keys(placeSorts)), scale: z.enum(keys(scales)), body: prose(2000), source: line(300) }),
  form: {
    about: { as: 'text', label: actTexts.placeAbout, hint: actTexts.placeAboutHint, longest: 160 },
    sort: { as: 'choice', label: actTexts.placeSort, options: placeSorts },
    scale: { as: 'choice', label: actTexts.placeScale, options: scales },
    body: { as: 'area', label: actTexts.placeBody, hint: actTexts.noPeople, rows: 4 },
    source,
  },
  run: (ctx, record, input) => add(ctx, record, { ...input, kind: 'place' }),
})

const criteriaOf = (text: string): string[] => [...new Set(text.split('\n').map((one) => one.trim().slice(0, 160)).filter(Boolean))]

/** Who runs more risk on a theme, and by which criteria one sees that. */
export const riskGroupDescribed = act({
  ...own,
  name: 'neighbourhood-map.describe-risk-group',
  at: '/neighbourhood-maps/:mapId/sections/:section/risk-groups',
  page: '/wijkkaart/:mapId/deel/:section/risicogroep',
  title: actTexts.riskTitle,
  input: z.strictObject({ theme: line(60), about: line(160), criteria: prose(1500), body: prose(2000), source: line(300) }),
  form: {
    theme: { as: 'text', label: actTexts.riskTheme, hint: actTexts.riskThemeHint, longest: 60 },
    about: { as: 'text', label: actTexts.riskAbout, longest: 160 },
    criteria: { as: 'area', label: actTexts.riskCriteria, hint: actTexts.riskCriteriaHint, rows: 5 },
    body: { as: 'area', label: actTexts.riskBody, hint: actTexts.noPeople, rows: 3 },
    source,
  },
  run: (ctx, record, { criteria, ...input }) => add(ctx, record, { ...input, criteria: criteriaOf(criteria), kind: 'risk-group' }),
})

/** Where the make-up of the population is one-sided and may hinder taking part, or where it is mixed and helps. */
export const makeUpNoted = act({
  ...own,
  name: 'neighbourhood-map.note-make-up',
  at: '/neighbourhood-maps/:mapId/sections/:section/make-up',
  page: '/wijkkaart/:mapId/deel/:section/samenstelling',
  title: actTexts.makeUpTitle,
  input: z.strictObject({ sort: z.enum(keys(makeUpSorts)), about: line(160), body: prose(2000), source: line(300) }),
  form: {
    sort: { as: 'choice', label: actTexts.makeUpSort, options: makeUpSorts },
    about: { as: 'text', label: actTexts.makeUpAbout, hint: actTexts.makeUpAboutHint, longest: 160 },
    body: { as: 'area', label: actTexts.makeUpBody, hint: actTexts.noPeople, rows: 4 },
    source,
  },
  run: (ctx, record, input) => add(ctx, record, { ...input, kind: 'make-up' }),
})

/** What residents find, in words, from a survey or interviews. */
export const findingRecorded = act({
  ...own,
  name: 'neighbourhood-map.record-finding',
  at: '/neighbourhood-maps/:mapId/sections/:section/findings',
  page: '/wijkkaart/:mapId/deel/:section/bevinding',
  title: actTexts.findingTitle,
  input: z.strictObject({ sort: z.enum(keys(findingSorts)), about: line(160).optional(), body: prose(2000), source: line(300) }),
  form: {
    sort: { as: 'choice', label: actTexts.findingSort, options: findingSorts },
    about: { as: 'text', label: actTexts.findingAbout, hint: actTexts.findingAboutHint, optional: true, longest: 160 },
    body: { as: 'area', label: actTexts.findingBody, rows: 4 },
    source,
  },
  run: (ctx, record, input) => add(ctx, record, { ...input, kind: 'finding' }),
})
