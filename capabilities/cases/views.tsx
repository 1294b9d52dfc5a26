import { z } from 'zod'
import { view } from '../../platform/act.ts'
import { dayOf } from '../../platform/dates.ts'
import { say } from '../../platform/texts.ts'
import { nothing } from '../../platform/validation.ts'
import { clearance } from '../access/index.ts'
import { CasePage } from './CasePage.tsx'
import { CasesPage } from './CasesPage.tsx'
import { filters, listed, pageSize } from './listing.ts'
import { maySeeCase } from './policy.ts'
import { presentCase } from './present.ts'
import { findCase } from './record.ts'
import { shownCase, shownLine } from './shown.ts'
import { questionKinds, texts } from './texts.ts'

/** Cases, the earliest next date first. */
export const casesListed = view({
  name: 'cases.list',
  at: '/cases',
  path: '/casussen',
  title: texts.cases,
  query: filters,
  output: z.object({ cases: z.array(shownLine), more: z.boolean(), mayOpen: z.boolean() }),
  find: listed,
  may: (actor) => actor.kind === 'worker' && ['professional', 'coordinator', 'partner'].includes(actor.role),
  each: (actor, it) => maySeeCase(actor, it),
  about: (cases) => cases.map((it) => it.id),
  present: ({ actor }, cases) => ({
    cases: cases
      .slice(0, pageSize)
      .map(({ facts, ownerId, closedAt, question, questionKind, teamId: _team, purpose: _purpose, ...it }) => ({
        ...it,
        mine: ownerId === actor.id,
        closedOn: closedAt ? dayOf(closedAt) : null,
        question: clearance(actor, facts) >= 3 && questionKind ? (question ?? say(questionKinds[questionKind])) : null,
      })),
    more: cases.length > pageSize,
    mayOpen: actor.teams.length > 0 && ['professional', 'coordinator'].includes(actor.role) && actor.purpose !== null,
  }),
  page: (shown, { query, now }) => <CasesPage {...shown} query={query} now={now} />,
})

/** One case: by number for the team, whole for who is involved. */
export const caseViewed = view({
  name: 'cases.view',
  at: '/cases/:caseId',
  path: '/casussen/:caseId',
  title: (it) => texts.caseTitle(it.number),
  query: nothing,
  output: shownCase,
  find: findCase,
  may: maySeeCase,
  about: (record) => [record.id],
  version: (record) => record.version,
  present: presentCase,
  page: (shown, { now }) => <CasePage it={shown} now={now} />,
})
