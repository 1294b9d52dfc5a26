import { z } from 'zod'
import { view } from '../../platform/act.ts'
import type { Reading } from '../../platform/context.ts'
import { dayOf } from '../../platform/dates.ts'
import { say } from '../../platform/texts.ts'
import { nothing } from '../../platform/validation.ts'
import { clearance, type FieldClass } from '../access/index.ts'
import { CasePage } from './CasePage.tsx'
import { CasesPage } from './CasesPage.tsx'
import { maySeeCase } from './policy.ts'
import { presentCase } from './present.ts'
import { findCase } from './record.ts'
import { shownCase, shownLine } from './shown.ts'
import { questionKinds, texts } from './texts.ts'

const filters = z.strictObject({ toon: z.enum(['alle', 'mij', 'gesloten']).optional(), spoed: z.enum(['now', 'soon']).optional(), pagina: z.coerce.number().int().min(1).max(1000).optional() })
const pageSize = 50

/** Cases of my teams by number, and those in which I have a part. The parties that concern me travel along for the policy. */
async function listed({ db, now }: Reading, _params: object, { toon, spoed, pagina = 1 }: z.output<typeof filters>) {
  const cases = await db
    .selectFrom('cases as k')
    .innerJoin('people as p', (join) => join.onRef('p.municipalityId', '=', 'k.municipalityId').onRef('p.id', '=', 'k.ownerId'))
    .leftJoin('caseContents as c', (join) => join.onRef('c.municipalityId', '=', 'k.municipalityId').onRef('c.caseId', '=', 'k.id'))
    .where('k.state', toon === 'gesloten' ? '=' : '!=', 'closed')
    // only who is involved finds involvements, so this keeps the cases in which the actor has a part
    .$if(toon === 'mij', (query) => query.where((on) => on.exists(on.selectFrom('involvements as i').whereRef('i.caseId', '=', 'k.id').select('i.id'))))
    .$if(spoed !== undefined, (query) => query.where('k.urgency', '=', spoed ?? 'now'))
    .orderBy('k.nextOn')
    .orderBy('k.closedAt', 'desc')
    .orderBy('k.id')
    .limit(pageSize + 1)
    .offset((pagina - 1) * pageSize)
    .select(['k.municipalityId', 'k.id', 'k.number', 'k.state', 'k.urgency', 'k.inPortfolio', 'k.nextOn', 'k.closedAt', 'k.ownerId', 'p.name as owner', 'k.anonymous', 'k.teamId', 'k.purpose', 'c.question', 'c.questionKind'])
    .execute()
  const ids = cases.map((it) => it.id)
  const [parties, grounds] = ids.length === 0 ? [[], []] : await Promise.all([
    db.selectFrom('involvements').where('caseId', 'in', ids).select(['caseId', 'personId', 'organizationId', 'teamId', 'class', 'purpose', 'fromAt', 'untilAt', 'endedAt']).execute(),
    db.selectFrom('grounds').where('caseId', 'in', ids).select(['caseId', 'withIdentity', 'teamId', 'organizationId', 'purpose', 'fromAt', 'untilAt', 'withdrawnAt']).execute(),
  ])
  return cases.map(({ municipalityId, ...it }) => ({
    ...it,
    facts: {
      municipalityId, caseId: it.id, teamId: it.teamId, purpose: it.purpose, at: now,
      involvements: parties.filter((one) => one.caseId === it.id).map((one) => ({ ...one, class: one.class as FieldClass })),
      grounds: grounds.filter((one) => one.caseId === it.id),
    },
  }))
}

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
