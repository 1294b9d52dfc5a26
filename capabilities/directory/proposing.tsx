import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import { act, publicAct } from '../../platform/act.ts'
import type { Context, Reading } from '../../platform/context.ts'
import { invalid, notFound } from '../../platform/refusal.ts'
import { say } from '../../platform/texts.ts'
import { line, prose } from '../../platform/validation.ts'
import { differences, factsForm, factsInput, factsOf, phoneNumber, withAgesInOrder } from './facts.ts'
import { findKept, keptHref } from './keeping.ts'
import { Meanwhile } from './Meanwhile.tsx'
import { proposalTexts as texts } from './proposalTexts.ts'
import { hrefOf } from './present.ts'

type Proposal = { entity: 'service' | 'organization'; recordId?: string; kind: 'correction' | 'gone' | 'change' | 'new'; baseVersion?: number; changes?: object; message?: string; foundIn?: string; name?: string; email?: string }

/** Brings a proposal in, whoever asks. */
async function propose(ctx: Context, it: Proposal): Promise<string> {
  const id = randomUUID()
  await sql`select ctx.propose(${id}::uuid, ${JSON.stringify(it)}::jsonb)`.execute(ctx.db)
  return id
}

const asked = (text: { nl: string; en: string }) => (): string => say(text)

/** Anybody says that something is not right, without signing in. */
export const wrongTold = publicAct({
  name: 'directory.tell-wrong',
  at: '/directory/:kind/:slug/corrections',
  page: '/klopt-niet/:kind/:slug',
  title: texts.wrongTitle,
  submit: texts.wrongSubmit,
  throttle: { most: 10, seconds: 600 },
  audit: 'C',
  input: z.strictObject({
    what: z.enum(['correction', 'gone']),
    message: z.string({ error: asked(texts.wrongMessageMissing) }).trim().min(3, { error: asked(texts.wrongMessageMissing) }).max(2000),
    name: line(120).optional(),
    email: z.email().max(200).optional(),
    website: z.string().max(0, { error: asked(texts.trap) }).optional(),
  }),
  form: {
    what: { as: 'choice', label: texts.wrongWhat, options: { correction: texts.wrongSomething, gone: texts.wrongGone } },
    message: { as: 'area', label: texts.wrongMessage, hint: texts.wrongMessageHint, rows: 4, longest: 2000 },
    name: { as: 'text', label: texts.wrongName, autocomplete: 'name', optional: true },
    email: { as: 'email', label: texts.wrongEmail, hint: texts.wrongEmailHint, optional: true },
    website: { as: 'trap', label: texts.trap },
  },
  output: z.object({ href: z.string() }),
  find: (reading, params) => findKept(reading, params),
  may: () => true,
  about: (it) => [it.id],
  prefill: () => ({ what: 'correction' }),
  run: (ctx, it, { what, message, name, email }) => propose(ctx, { entity: it.entity, recordId: it.id, kind: what, baseVersion: it.version, message, name, email }),
  present: (_ctx, _done, it) => ({ href: hrefOf(it.entity, it.slug, false) }),
  intro: (it) => <p class="lead">{say(texts.wrongIntro(it.name))}</p>,
  next: ({ href }) => href,
  done: texts.wrongDone,
})

/** Every member proposes a change, field by field. */
export const changeProposed = act({
  name: 'directory.propose',
  at: '/directory/services/:slug/proposals',
  page: '/sociale-kaart/voorziening/:slug/voorstel',
  title: texts.changeTitle,
  submit: texts.changeSubmit,
  audit: 'C',
  input: withAgesInOrder(z.strictObject({ ...factsInput, message: prose(1000).optional() })),
  form: { ...factsForm, message: { as: 'area', label: texts.changeWhy, rows: 2, longest: 1000, optional: true } },
  output: z.object({ slug: z.string() }),
  find: async (reading: Reading, { slug }: { slug: string }) => {
    const [kept, found] = await Promise.all([findKept(reading, { kind: 'voorziening', slug }), factsOf(reading, slug)])
    if (!found) throw notFound()
    return { ...kept, facts: found.facts }
  },
  may: () => true,
  about: (it) => [it.id],
  version: (it) => it.version,
  prefill: (it) => it.facts,
  run: async (ctx, it, { message, ...facts }) => {
    const changes = differences(it.facts, facts)
    if (Object.keys(changes).length === 0) throw invalid([{ in: 'body', at: 'name', code: 'nothing-changed', detail: texts.changeNothing }])
    await propose(ctx, { entity: 'service', recordId: it.id, kind: 'change', baseVersion: it.version, changes, message })
  },
  present: (_ctx, _done, it) => ({ slug: it.slug }),
  intro: (it, again) => (
    <>
      <p>{say(texts.changeIntro(it.name))}</p>
      <Meanwhile form={factsForm} now={it.facts} again={again} />
    </>
  ),
  next: ({ slug }) => keptHref({ entity: 'service', slug }),
  done: texts.changeDone,
})

/** Every member proposes something new, with where it was heard of. */
export const newProposed = act({
  name: 'directory.propose-new',
  at: '/directory/proposals',
  page: '/sociale-kaart/voorstellen/nieuw',
  title: texts.newTitle,
  submit: texts.changeSubmit,
  audit: 'C',
  input: z.strictObject({ what: z.enum(['service', 'organization']), name: line(200), summary: line(300), phone: phoneNumber.optional(), url: line(300).optional(), foundIn: line(200).optional(), message: prose(1000).optional() }),
  form: {
    what: { as: 'choice', label: texts.newWhat, options: { service: texts.newService, organization: texts.newOrganization } },
    name: { as: 'text', label: texts.newName },
    summary: { as: 'area', label: texts.newSummary, rows: 2, longest: 300 },
    phone: { as: 'tel', label: texts.newPhone, autocomplete: 'off', optional: true },
    url: { as: 'text', label: texts.newSite, optional: true },
    foundIn: { as: 'text', label: texts.newFoundIn, hint: texts.newFoundInHint, optional: true },
    message: { as: 'area', label: texts.changeWhy, rows: 2, longest: 1000, optional: true },
  },
  output: z.object({ id: z.uuid() }),
  find: async () => ({}),
  may: () => true,
  prefill: (_none, query) => ({ what: query.get('wat') === 'organization' ? 'organization' : 'service', name: query.get('naam') ?? '', phone: query.get('telefoon') ?? '', url: query.get('website') ?? '' }),
  run: (ctx, _none, { what, message, foundIn, ...said }) =>
    propose(ctx, { entity: what, kind: 'new', message, foundIn, changes: Object.fromEntries(Object.entries(said).filter(([, value]) => value).map(([field, to]) => [field, { from: null, to }])) }),
  about: (_none, id) => (id ? [id] : []),
  present: (_ctx, id) => ({ id }),
  intro: () => <p>{say(texts.newIntro)}</p>,
  next: ({ id }) => `/sociale-kaart/voorstellen/${id}`,
  done: texts.changeDone,
})
