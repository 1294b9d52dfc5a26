import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { act, type OpenAct, openActs, view } from '../../platform/act.ts'
import type { Staff } from '../../platform/actor.ts'
import type { Reading } from '../../platform/context.ts'
import { dayOf } from '../../platform/dates.ts'
import { conflict, notFound, stale } from '../../platform/refusal.ts'
import { say } from '../../platform/texts.ts'
import { alsoWhenWrong, line, prose } from '../../platform/validation.ts'
import { findKept, type Kept, keptHref } from './keeping.ts'
import { MixingPage } from './Mixing.tsx'
import { findMixing, type MixingNote, mixingOf, type ShownMixing, shownMixing } from './mixing.ts'
import { mixingTexts as texts } from './mixingTexts.ts'
import { findTerms } from './supply.ts'
import { mayLearn } from './thresholds.ts'

const learnt = ({ worked, failed }: { worked?: unknown; failed?: unknown }): boolean => [worked, failed].some((it) => it !== undefined)
const input = z.strictObject({ who: line(200), how: prose(1500), worked: prose(1500).optional(), failed: prose(1500).optional() }).refine(learnt, { path: ['worked'], params: { code: 'something-learnt' }, error: () => say(texts.learnt), when: alsoWhenWrong })
const form = {
  who: { as: 'text', label: texts.who, hint: texts.whoHint, longest: 200 },
  how: { as: 'area', label: texts.how, hint: texts.howHint, rows: 4, longest: 1500 },
  worked: { as: 'area', label: texts.worked, rows: 4, longest: 1500, optional: true },
  failed: { as: 'area', label: texts.failed, rows: 4, longest: 1500, optional: true },
} as const
const fields = ['who', 'how', 'worked', 'failed'] as const
const shown = { output: z.object({ href: z.string() }), present: (_ctx: unknown, _done: unknown, it: Kept) => ({ href: keptHref(it) }), next: ({ href }: { href: string }) => `${href}#wat-werkt`, back: '/sociale-kaart/voorziening/:slug' }

async function findActivity(reading: Reading, { slug }: { slug: string }) {
  const it = await findKept(reading, { kind: 'voorziening', slug })
  const { kind } = await reading.db.selectFrom('services').where('id', '=', it.id).select('kind').executeTakeFirstOrThrow()
  return { ...it, kind }
}

/** Somebody of a team, or who keeps the activity, writes how groups were mixed and what that taught. */
export const mixingNoted = act({
  ...shown,
  name: 'directory.note-mixing',
  at: '/directory/services/:slug/mixing-notes',
  page: '/sociale-kaart/voorziening/:slug/wat-werkt',
  title: texts.note,
  audit: 'C',
  input,
  form,
  find: findActivity,
  may: mayLearn,
  hindrance: (it) => (it.kind === 'activity' ? undefined : conflict('directory.only-activities', texts.onlyActivities)),
  about: (it, id?: string) => (id ? [it.id, id] : [it.id]),
  discreet: { fields, known: (it) => [it.name] },
  intro: (it) => <p>{say(texts.noteIntro(it.name))}</p>,
  run: async (ctx, it, given) => {
    const id = randomUUID()
    await ctx.db.insertInto('mixingNotes').values({ municipalityId: ctx.actor.municipalityId, id, serviceId: it.id, ...given, worked: given.worked ?? null, failed: given.failed ?? null, notedOn: dayOf(ctx.now), notedBy: ctx.actor.id }).execute()
    return id
  },
  done: texts.noted,
})

type AtActivity = Kept & { note: MixingNote }
async function findNote(reading: Reading, { slug, noteId }: { slug: string; noteId: string }): Promise<AtActivity> {
  const it = await findKept(reading, { kind: 'voorziening', slug })
  const note = (await mixingOf(reading, it.id)).find(({ id }) => id === noteId)
  if (!note) throw notFound()
  return { ...it, note }
}
const onNote = { ...shown, find: findNote, may: (actor: Staff, it: AtActivity) => it.note.municipalityId === actor.municipalityId && (it.edits || (mayLearn(actor, it) && it.note.notedById === actor.id)), about: (it: AtActivity) => [it.id, it.note.id], version: (it: AtActivity) => it.note.version }

/** Who wrote it, or keeps the activity, changes what was learnt. */
export const mixingChanged = act({
  ...onNote,
  name: 'directory.change-mixing-note',
  at: '/directory/services/:slug/mixing-notes/:noteId',
  page: '/sociale-kaart/voorziening/:slug/wat-werkt/:noteId/wijzigen',
  title: texts.changeTitle,
  input,
  form,
  discreet: { fields, known: (it) => [it.name, it.note.notedBy] },
  prefill: ({ note }) => note,
  run: async (ctx, { note }, given) => {
    const { numUpdatedRows } = await ctx.db.updateTable('mixingNotes').set({ ...given, worked: given.worked ?? null, failed: given.failed ?? null, version: note.version + 1 }).where('id', '=', note.id).where('version', '=', note.version).executeTakeFirst()
    if (numUpdatedRows !== 1n) throw stale()
  },
  done: texts.changed,
})

/** Who wrote it, or keeps the activity, takes it away. */
export const mixingRemoved = act({
  ...onNote,
  name: 'directory.remove-mixing-note',
  at: '/directory/services/:slug/mixing-notes/:noteId/removal',
  page: '/sociale-kaart/voorziening/:slug/wat-werkt/:noteId/weghalen',
  title: texts.removeTitle,
  destructive: true,
  audit: 'D',
  input: z.strictObject({}),
  form: {},
  intro: (it) => <p>{say(texts.removeIntro(it.name))}</p>,
  run: async (ctx, { note }) => {
    await ctx.db.deleteFrom('mixingNotes').where('id', '=', note.id).execute()
  },
  done: texts.removed,
})

const presentNote = ({ version, municipalityId, notedById, slug, name, ...it }: MixingNote, acts: OpenAct[]): ShownMixing => ({ ...it, acts })

/** What was learnt at one activity, with what each may do. */
export const presentMixing = (actor: Staff, kept: Kept, found: readonly MixingNote[]): ShownMixing[] =>
  found.map((note) => presentNote(note, openActs([mixingChanged, mixingRemoved], actor, { ...kept, note }, { slug: kept.slug, noteId: note.id })))

/** The way to write down what works, for who may at this kind of entry. */
export const noteMixing = (actor: Staff, kept: Kept, kind: string): OpenAct | null => openActs([mixingNoted], actor, { ...kept, kind }, { slug: kept.slug })[0] ?? null

const word = z.object({ slug: z.string(), nl: z.string(), en: z.string() })
/** What works when mixing groups, for whoever organises something. */
export const mixingListed = view({
  name: 'directory.what-works',
  at: '/directory/mixing-notes',
  path: '/sociale-kaart/wat-werkt',
  title: texts.list,
  query: z.strictObject({ over: z.string().max(60).optional().describe('a life domain'), voor: z.string().max(60).optional().describe('a target group') }),
  output: z.object({ notes: z.array(shownMixing.extend({ activity: z.string(), href: z.string() })), domains: z.array(word), groups: z.array(word) }),
  find: async (reading, _params, { over, voor }) => {
    const [notes, domains, groups] = await Promise.all([findMixing(reading, over, voor), findTerms(reading.db, 'life-domain'), findTerms(reading.db, 'target-group')])
    return { notes, domains, groups }
  },
  may: (actor) => actor.kind === 'worker',
  about: (_it, seen) => seen.notes.map(({ id }) => id),
  present: (ctx, { notes, domains, groups }) => {
    const words = (terms: typeof domains) => terms.map(({ slug, nl, en }) => ({ slug, nl, en }))
    return { notes: notes.filter((it) => it.municipalityId === ctx.actor.municipalityId).map((it) => ({ ...presentNote(it, []), activity: it.name, href: keptHref({ entity: 'service', slug: it.slug }) })), domains: words(domains), groups: words(groups) }
  },
  page: (it, { query }) => <MixingPage it={it} chosen={query} />,
})
