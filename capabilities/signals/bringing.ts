import { z } from 'zod'
import { act } from '../../platform/act.ts'
import { invalid } from '../../platform/refusal.ts'
import { say } from '../../platform/texts.ts'
import { line, prose } from '../../platform/validation.ts'
import { themes, urgencies } from '../cases/index.ts'
import { actTexts } from './actTexts.ts'
import { elsewhere, findAreas, receive } from './receiving.ts'
import { signalHref } from './signalAct.ts'
import { texts } from './texts.ts'
import { channels, knowing, relations } from './words.ts'

/** Somebody who works or volunteers brings in what they saw, or what another told them. */
export const signalBrought = act({
  name: 'signals.bring',
  at: '/signals',
  page: '/signalen/nieuw',
  title: actTexts.bringTitle,
  submit: actTexts.bringSubmit,
  audit: 'C',
  input: z.strictObject({
    area: line(80),
    seen: prose(4000),
    themes: z.array(z.enum(Object.keys(themes) as [keyof typeof themes])).min(1),
    urgency: z.enum(['normal', 'soon', 'now']),
    knows: z.enum(['yes', 'no', 'unsure']),
    wish: prose(2000).optional(),
    channel: z.enum(['phone', 'visit', 'walk-in', 'meeting', 'message']),
    source: z.enum(['own', 'others']),
    sourceFrom: line(200).optional(),
    relation: z.enum(['self', 'family', 'neighbour', 'volunteer', 'professional', 'other']),
    name: line(120).optional(),
    phone: line(40).optional(),
    email: z.email().max(200).optional(),
    wantsFeedback: z.boolean(),
  }),
  form: {
    area: { as: 'pick', label: actTexts.areaLabel },
    seen: { as: 'area', label: actTexts.seenLabel, hint: actTexts.seenHint, rows: 5, longest: 4000 },
    themes: { as: 'ticks', label: texts.themesLabel, options: themes },
    urgency: { as: 'choice', label: actTexts.urgencyLabel, options: urgencies },
    knows: { as: 'choice', label: texts.knowsLabel, options: knowing },
    wish: { as: 'area', label: texts.wishLabel, hint: actTexts.wishHint, rows: 2, optional: true },
    channel: { as: 'choice', label: actTexts.channelLabel, options: channels },
    source: { as: 'choice', label: actTexts.sourceLabel, options: { own: texts.ownObservation, others: actTexts.sourceOthers } },
    sourceFrom: { as: 'text', label: actTexts.sourceFromLabel, hint: actTexts.sourceFromHint, optional: true },
    relation: { as: 'choice', label: actTexts.relationLabel, options: relations },
    name: { as: 'text', label: actTexts.nameLabel, hint: actTexts.nameHint, optional: true },
    phone: { as: 'tel', label: texts.phoneLabel, autocomplete: 'off', optional: true },
    email: { as: 'email', label: texts.emailLabel, autocomplete: 'off', optional: true },
    wantsFeedback: { as: 'tick', label: actTexts.wantsLabel },
  },
  output: z.object({ signalId: z.uuid() }),
  find: findAreas,
  may: () => true,
  discreet: { fields: ['seen', 'wish'] },
  choices: async (_ctx, areas) => ({ area: [...areas.map(({ slug, name }) => ({ value: slug, label: name })), { value: elsewhere, label: say(actTexts.areaUnknown) }] }),
  prefill: () => ({ urgency: 'normal', source: 'own', channel: 'visit', wantsFeedback: true }),
  run: (ctx, areas, { area, ...told }) => {
    if (told.source === 'others' && !told.sourceFrom) throw invalid([{ in: 'body', at: 'sourceFrom', code: 'required', detail: actTexts.sourceFromMissing }])
    return receive(ctx, { ...told, areaId: areas.find(({ slug }) => slug === area)?.id ?? null })
  },
  about: (_areas, done) => (done ? [done.id] : []),
  present: (_ctx, done) => ({ signalId: done.id }),
  next: (it) => signalHref(it.signalId),
  done: actTexts.bringDone,
})
