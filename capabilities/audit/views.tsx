import { z } from 'zod'
import { view } from '../../platform/act.ts'
import type { Reading } from '../../platform/context.ts'
import { LogPage } from './LogPage.tsx'
import { choicesOf, type Filters, filters, linesOf, ownLines, pageSize, pages, statusOf } from './log.ts'
import { OwnLogPage } from './OwnLogPage.tsx'
import { texts } from './texts.ts'

const happened = z.object({
  id: z.number(),
  at: z.string(),
  eventCode: z.string(),
  action: z.enum(['C', 'R', 'U', 'D', 'E']),
  outcome: z.enum(['done', 'repeated', 'refused']),
  purpose: z.string().nullable(),
  subjects: z.number(),
  caseNumbers: z.array(z.string()),
})
const shownEvent = happened.extend({ who: z.string().nullable(), userKind: z.enum(['worker', 'volunteer', 'resident', 'visitor', 'system']), role: z.string().nullable(), organizationName: z.string().nullable() })
const shownStatus = z.object({ sealedAt: z.string().nullable(), sealed: z.number(), waiting: z.number(), verifiedAt: z.string().nullable(), state: z.enum(['intact', 'tampered', 'unclear']).nullable() })
const option = z.object({ value: z.string(), label: z.string() })
const shownLog = z.object({ events: z.array(shownEvent), more: z.boolean(), status: shownStatus, people: z.array(option), organizations: z.array(option) })
const shownOwn = z.object({ events: z.array(happened), more: z.boolean(), mayAll: z.boolean() })

/** A line of one's own. */
export type ShownHappened = z.output<typeof happened>
/** A line of the log. */
export type ShownEvent = z.output<typeof shownEvent>
/** The log of the municipality, a page of it. */
export type ShownLog = z.output<typeof shownLog>

type Case = { id: string; number: string }
const shown = <L extends { occurredAt: Date; cases: Case[] }>({ occurredAt, cases, ...line }: L) => ({ ...line, at: occurredAt.toISOString(), caseNumbers: cases.map((it) => it.number) })
const aboutCases = (lines: readonly { cases: Case[] }[]) => [...new Set(lines.slice(0, pageSize).flatMap((line) => line.cases.map((it) => it.id)))]

async function found({ db }: Reading, _params: object, asked: Filters) {
  const [lines, status, choices] = await Promise.all([linesOf(db, asked), statusOf(db), choicesOf(db)])
  return { lines, status, choices }
}

/** The log of the municipality, for its privacy officer. Looking at it is in it. */
export const eventsListed = view({
  name: 'audit.list-events',
  at: '/audit-events',
  path: '/logboek',
  title: texts.log,
  query: filters,
  output: shownLog,
  find: found,
  may: (actor, { status }) => actor.kind === 'worker' && actor.role === 'privacy-officer' && status !== undefined,
  about: ({ lines }) => aboutCases(lines),
  present: (_ctx, { lines, status, choices }) => ({
    events: lines.slice(0, pageSize).map(shown),
    more: lines.length > pageSize,
    status: {
      sealedAt: status?.sealedAt?.toISOString() ?? null,
      sealed: status?.sealed ?? 0,
      waiting: status?.waiting ?? 0,
      verifiedAt: status?.verifiedAt?.toISOString() ?? null,
      state: status?.state ?? null,
    },
    ...choices,
  }),
  page: (log, { query, now }) => <LogPage log={log} query={query} now={now} />,
})

/** What somebody did and looked at themself. */
export const ownEventsListed = view({
  name: 'audit.list-my-events',
  at: '/audit-events/mine',
  path: '/logboek/mijn',
  title: texts.own,
  query: pages,
  output: shownOwn,
  find: ({ db }, _params, { pagina }) => ownLines(db, pagina),
  may: () => true,
  about: aboutCases,
  present: ({ actor }, lines) => ({ events: lines.slice(0, pageSize).map(shown), more: lines.length > pageSize, mayAll: actor.role === 'privacy-officer' }),
  page: (own, { query, now }) => <OwnLogPage {...own} page={query.pagina ?? 1} now={now} />,
})
