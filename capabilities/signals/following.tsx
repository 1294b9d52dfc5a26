import { z } from 'zod'
import { publicAct, publicView } from '../../platform/act.ts'
import { dayOf } from '../../platform/dates.ts'
import { invalid } from '../../platform/refusal.ts'
import { say } from '../../platform/texts.ts'
import { line, nothing } from '../../platform/validation.ts'
import { publicTexts as texts } from './publicTexts.ts'
import { type Followed, follow } from './receiving.ts'
import { StatusPage } from './StatusPage.tsx'

const status = z.object({
  state: z.enum(['new', 'taken-up', 'case', 'closed']),
  outcome: z.enum(['case', 'advised', 'referred', 'own-strength', 'no-action', 'report-point']).nullable(),
  caseClosed: z.boolean(),
  team: z.string(),
  phone: z.string().nullable(),
  receivedOn: z.iso.date(),
  takenUpOn: z.iso.date().nullable(),
  finishedOn: z.iso.date().nullable(),
  lookBy: z.iso.date().nullable(),
  messages: z.array(z.object({ on: z.iso.date(), told: z.string() })),
})
/** Where a report stands, for who holds the code. */
export type Status = z.output<typeof status>

const dayIn = (moment: string | null): string | null => (moment ? dayOf(new Date(moment)) : null)

const shown = (it: Followed): Status => ({
  state: it.state,
  outcome: it.outcome,
  caseClosed: it.caseClosed,
  team: it.team,
  phone: it.phone,
  receivedOn: dayOf(new Date(it.receivedAt)),
  takenUpOn: dayIn(it.takenUpAt),
  finishedOn: dayIn(it.finishedAt),
  lookBy: it.nextOn,
  messages: it.told.map(({ at, told }) => ({ on: dayOf(new Date(at)), told })),
})

/** Somebody with a code asks where it stands. The code travels in the body, so that it stands in no address and no log. */
export const worryFollowed = publicAct({
  name: 'signals.follow',
  at: '/worries/status',
  page: '/zorgen/volgen',
  title: texts.followTitle,
  submit: texts.followSubmit,
  throttle: { most: 20, seconds: 600 },
  secret: true,
  audit: 'R',
  input: z.strictObject({ code: line(40) }),
  form: { code: { as: 'text', label: texts.code, hint: texts.codeHint, autocomplete: 'off', longest: 20 } },
  output: z.object({ code: z.string(), status }),
  find: async () => ({}),
  may: () => true,
  run: async (ctx, _none, { code }) => {
    const found = await follow(ctx.db, code)
    if (!found) throw invalid([{ in: 'body', at: 'code', code: 'unknown', detail: texts.unknownCode }])
    return { code: code.toUpperCase().replace(/[^0-9A-Z]/g, ''), found }
  },
  about: (_none, done) => (done ? [done.found.id] : []),
  present: (_ctx, { code, found }) => ({ code, status: shown(found) }),
  intro: () => <p class="lead">{say(texts.followLead)}</p>,
  handOn: ({ code }) => code,
  next: () => '/zorgen/stand',
})

/** Where it stands, on a page of its own. */
export const worryStatus = publicView({
  name: 'signals.status',
  at: '/worries/status',
  path: '/zorgen/stand',
  title: texts.statusTitle,
  query: nothing,
  takes: true,
  output: z.object({ status: status.nullable() }),
  find: async ({ db, handed }) => (handed ? ((await follow(db, handed)) ?? null) : null),
  may: () => true,
  about: () => [],
  present: (_ctx, found) => ({ status: found && shown(found) }),
  page: (it, { now }) => <StatusPage status={it.status} now={now} />,
})
