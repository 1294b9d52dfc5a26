import { z } from 'zod'
import { themes } from '../cases/index.ts'
import { allChannels, knowing, needs, outcomes, relations, ways } from './words.ts'

const keys = <K extends string>(words: Record<K, unknown>) => z.enum(Object.keys(words) as [K])
const state = z.enum(['new', 'taken-up', 'case', 'closed'])
const urgency = z.enum(['normal', 'soon', 'now'])
const openAct = z.object({ name: z.string(), title: z.object({ nl: z.string(), en: z.string() }), href: z.string() })

/** A signal in a list. */
export const shownLine = z.object({
  id: z.uuid(),
  number: z.string(),
  state,
  urgency,
  team: z.string(),
  area: z.string().nullable(),
  owner: z.string(),
  mine: z.boolean(),
  broughtIn: z.boolean(),
  nextOn: z.iso.date().nullable(),
  receivedOn: z.iso.date(),
  finishedOn: z.iso.date().nullable(),
  owed: z.boolean(),
  gist: z.string().nullable().describe('null for who is not in triage'),
  themes: z.array(keys(themes)),
  acts: z.array(openAct),
})
export type ShownLine = z.output<typeof shownLine>

/** A signal as far as the one who asks may know it. */
export const shownSignal = z.object({
  id: z.uuid(),
  number: z.string(),
  state,
  outcome: keys({ ...outcomes, case: 1 }).nullable(),
  urgency,
  team: z.string(),
  area: z.string().nullable(),
  owner: z.string(),
  mine: z.boolean(),
  nextOn: z.iso.date().nullable(),
  channel: keys(allChannels),
  receivedAt: z.iso.datetime(),
  finishedOn: z.iso.date().nullable(),
  caseLink: z.object({ number: z.string(), href: z.string() }).nullable(),
  version: z.number(),
  content: z
    .object({ seen: z.string(), wish: z.string().nullable(), themes: z.array(keys(themes)), knows: keys(knowing), source: z.enum(['own', 'others']), sourceFrom: z.string().nullable() })
    .nullable()
    .describe('null for who is on team duty only'),
  signaller: z
    .object({ name: z.string().nullable(), phone: z.string().nullable(), email: z.string().nullable(), relation: keys(relations), anonymous: z.boolean(), wantsFeedback: z.boolean() })
    .nullable()
    .describe('only for triage and who brought it in'),
  weighing: z
    .object({ themes: z.array(keys(themes)), ownStrength: z.string(), questionBehind: z.string().nullable(), needs: z.array(keys(needs)), by: z.string(), on: z.string() })
    .nullable(),
  history: z.array(
    z.object({
      kind: z.enum(['taken-up', 'asked', 'handed-over', 'case', 'result', 'weighed']),
      body: z.string().nullable(),
      to: z.string().nullable(),
      toTeam: z.string().nullable(),
      by: z.string(),
      at: z.iso.datetime(),
    }),
  ),
  feedback: z.array(
    z.object({
      id: z.uuid(),
      about: z.enum(['signal', 'case']),
      dueOn: z.iso.date(),
      givenAt: z.iso.datetime().nullable(),
      how: keys(ways).nullable(),
      told: z.string().nullable(),
      waivedAt: z.iso.datetime().nullable(),
      waivedBecause: z.string().nullable(),
      by: z.string().nullable(),
      acts: z.array(openAct),
    }),
  ),
  maySeeContent: z.boolean(),
  maySeeWeighing: z.boolean(),
  acts: z.array(openAct),
})
export type ShownSignal = z.output<typeof shownSignal>
