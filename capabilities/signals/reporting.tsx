import { z } from 'zod'
import { publicAct, publicView } from '../../platform/act.ts'
import { longDay } from '../../platform/dates.ts'
import { say, type Text } from '../../platform/texts.ts'
import { line, nothing } from '../../platform/validation.ts'
import { Message } from '../../ui/Message.tsx'
import { publicTexts as texts } from './publicTexts.ts'
import { ReceivedPage } from './ReceivedPage.tsx'
import { elsewhere, findAreas, follow, receive } from './receiving.ts'

const most = { most: 20, seconds: 600 }
const asked = (text: Text) => (): string => say(text)
const phone = () => z.string().trim().regex(/^[+\d][\d\s()-]{5,24}$/, { error: asked(texts.phoneWrong) })

/** Anybody tells that they are worried about somebody. Opens without knowing who asks; the answer holds a code and nothing else that was told. */
export const worryReported = publicAct({
  name: 'signals.report',
  at: '/worries',
  page: '/zorgen',
  title: texts.title,
  submit: texts.submit,
  throttle: most,
  secret: true,
  audit: 'C',
  input: z.strictObject({
    area: z.string({ error: asked(texts.areaMissing) }).trim().min(1, { error: asked(texts.areaMissing) }).max(80),
    relation: z.enum(['self', 'family', 'neighbour', 'professional', 'other'], { error: asked(texts.relationMissing) }),
    seen: z.string({ error: asked(texts.seenMissing) }).trim().min(1, { error: asked(texts.seenMissing) }).max(2000),
    urgency: z.enum(['normal', 'soon', 'now']),
    knows: z.enum(['yes', 'no', 'unsure']),
    wantsFeedback: z.boolean(),
    name: line(120).optional(),
    phone: phone().optional(),
    email: z.email().max(200).optional(),
    website: z.string().max(0, { error: asked(texts.trap) }).optional(),
  }),
  form: {
    area: { as: 'pick', label: texts.area },
    relation: { as: 'choice', label: texts.relation, options: { self: texts.relationSelf, family: texts.relationFamily, neighbour: texts.relationNeighbour, professional: texts.relationProfessional, other: texts.relationOther } },
    seen: { as: 'area', label: texts.seen, hint: texts.seenHint, rows: 4, longest: 2000 },
    urgency: { as: 'choice', label: texts.urgency, options: { normal: texts.urgencyNormal, soon: texts.urgencySoon, now: texts.urgencyNow } },
    knows: { as: 'choice', label: texts.knows, options: { yes: texts.yes, no: texts.no, unsure: texts.unsure } },
    wantsFeedback: { as: 'tick', label: texts.wantsFeedback, hint: texts.wantsFeedbackHint },
    name: { as: 'text', label: texts.name, hint: texts.nameHint, autocomplete: 'name', optional: true },
    phone: { as: 'tel', label: texts.phone, optional: true },
    email: { as: 'email', label: texts.email, optional: true },
    website: { as: 'trap', label: texts.trap },
  },
  output: z.object({ code: z.string().describe('follows the report; shown once and kept as a hash'), team: z.string(), lookBy: z.iso.date() }),
  find: findAreas,
  may: () => true,
  choices: async (_ctx, areas) => ({ area: [...areas.map(({ slug, name }) => ({ value: slug, label: name })), { value: elsewhere, label: say(texts.elsewhere) }] }),
  prefill: (areas, query) => ({ area: areas.find(({ slug }) => slug === query.get('wijk'))?.slug, urgency: 'normal', knows: 'unsure', wantsFeedback: true }),
  run: (ctx, areas, { area, website: _trap, ...told }) => {
    const areaId = areas.find(({ slug }) => slug === area)?.id ?? null
    return receive(ctx, { ...told, areaId, channel: 'website', source: 'own' })
  },
  about: (_areas, done) => (done ? [done.id] : []),
  present: (_ctx, { code, team, lookBy }) => ({ code, team, lookBy }),
  intro: () => (
    <div class="signal-intro">
      <p class="lead">{say(texts.lead)}</p>
      <Message kind="watch" title={say(texts.danger)}>
        <p>
          <a href="tel:112">{say(texts.call112)}</a>
        </p>
      </Message>
    </div>
  ),
  handOn: ({ code }) => code,
  next: () => '/zorgen/ontvangen',
})

/** What somebody who just reported needs: the code, once, and what happens next. */
export const worryReceived = publicView({
  name: 'signals.receipt',
  at: '/worries/receipt',
  path: '/zorgen/ontvangen',
  title: texts.receivedTitle,
  query: nothing,
  takes: true,
  output: z.object({ receipt: z.object({ code: z.string(), team: z.string(), lookBy: z.string(), wantsFeedback: z.boolean() }).nullable() }),
  find: async ({ db, handed }) => {
    const followed = handed ? await follow(db, handed) : undefined
    return followed && handed ? { code: handed, ...followed } : null
  },
  may: () => true,
  about: () => [],
  present: (_ctx, found) => ({ receipt: found && { code: found.code, team: found.team, lookBy: found.nextOn ?? '', wantsFeedback: found.wantsFeedback } }),
  page: ({ receipt }, { now }) => <ReceivedPage receipt={receipt && { ...receipt, lookBy: longDay(receipt.lookBy, now) }} />,
})
