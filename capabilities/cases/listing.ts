import { sql } from 'kysely'
import { z } from 'zod'
import type { Reading } from '../../platform/context.ts'
import type { GroundFacts, InvolvementFacts } from '../access/index.ts'
import type { CaseState, Urgency } from './life.ts'
import type { questionKinds } from './texts.ts'

export const filters = z.strictObject({ toon: z.enum(['alle', 'mij', 'gesloten']).optional(), spoed: z.enum(['now', 'soon']).optional(), pagina: z.coerce.number().int().min(1).max(1000).optional() })
export const pageSize = 50

type Moments<T, K extends keyof T> = { [N in keyof T]: N extends K ? (null extends T[N] ? string | null : string) : T[N] }
type Row = {
  municipalityId: string; id: string; number: string; state: CaseState; urgency: Urgency; inPortfolio: boolean; nextOn: string | null; closedAt: Date | null; ownerId: string; owner: string
  anonymous: boolean; teamId: string; purpose: string
  content: { question: string | null; questionKind: keyof typeof questionKinds } | null
  parties: Moments<InvolvementFacts, 'fromAt' | 'untilAt' | 'endedAt'>[] | null
  grounds: Moments<GroundFacts, 'fromAt' | 'untilAt' | 'withdrawnAt'>[] | null
}

const moment = (at: string | null): Date | null => (at === null ? null : new Date(at))

/**
 * Cases of my teams by number, and those in which I have a part, with the parties and grounds that concern me for the policy.
 *
 * One statement: the list is walked from each of the teams in the order of the page, so that its cost follows the number of teams and not of cases;
 * only what is on the page is looked up further. Row level security still decides about every row.
 */
export async function listed({ db, now }: Reading, _params: object, { toon, spoed, pagina = 1 }: z.output<typeof filters>) {
  const closed = toon === 'gesloten'
  const state = closed ? sql`k.state = 'closed'` : sql`k.state <> 'closed'`
  const urgent = spoed ? sql`and k.urgency = ${spoed}` : sql``
  const order = closed ? sql`k.closed_at desc, k.id` : sql`k.next_on, k.id`
  const upto = sql.lit(pagina * pageSize + 1)
  const columns = sql`k.municipality_id, k.id, k.number, k.state, k.urgency, k.in_portfolio, k.next_on, k.closed_at, k.owner_id, k.anonymous, k.team_id, k.purpose`
  const ofTeams = sql`
    select c.* from unnest((select ctx.teams())::uuid[]) as t (id) cross join lateral (
      select ${columns} from cases k where k.municipality_id = (select ctx.municipality()) and k.team_id = t.id and ${state} ${urgent} order by ${order} limit ${upto}) c`
  const mine = toon === 'mij' ? sql`(select ctx.readable(2::smallint))` : sql`(select ctx.readable_elsewhere())`
  const ofMine = sql`select ${columns} from cases k where k.municipality_id = (select ctx.municipality()) and k.id = any (${mine}::uuid[]) and ${state} ${urgent}`
  const found = await sql<Row>`
    with page as materialized (
      select k.* from (${toon === 'mij' ? ofMine : sql`${ofTeams} union all ${ofMine}`}) k order by ${order} limit ${sql.lit(pageSize + 1)} offset ${sql.lit((pagina - 1) * pageSize)}),
      owners as materialized (select p.id, p.name from people p where p.municipality_id = (select ctx.municipality()) and p.id = any (array(select distinct w.owner_id from page w)))
    select k.*, o.name as owner,
      case when m.mine then (select jsonb_build_object('question', c.question, 'questionKind', c.question_kind) from case_contents c where c.municipality_id = k.municipality_id and c.case_id = k.id) end as content,
      case when m.mine then (select jsonb_agg(jsonb_build_object('personId', i.person_id, 'organizationId', i.organization_id, 'teamId', i.team_id, 'class', i.class, 'purpose', i.purpose, 'fromAt', i.from_at, 'untilAt', i.until_at, 'endedAt', i.ended_at))
        from involvements i where i.municipality_id = k.municipality_id and i.case_id = k.id) end as parties,
      case when m.mine then (select jsonb_agg(jsonb_build_object('withIdentity', g.with_identity, 'teamId', g.team_id, 'organizationId', g.organization_id, 'purpose', g.purpose, 'fromAt', g.from_at, 'untilAt', g.until_at, 'withdrawnAt', g.withdrawn_at))
        from grounds g where g.municipality_id = k.municipality_id and g.case_id = k.id) end as grounds
    from page k
      join owners o on o.id = k.owner_id
      cross join lateral (select k.id = any ((select ctx.readable(2::smallint))::uuid[]) as mine offset 0) m
    order by ${order}`.execute(db)
  return found.rows.map(({ municipalityId, content, parties, grounds, ...it }) => ({
    ...it,
    question: content?.question ?? null,
    questionKind: content?.questionKind ?? null,
    facts: {
      municipalityId, caseId: it.id, teamId: it.teamId, purpose: it.purpose, at: now,
      involvements: (parties ?? []).map((one): InvolvementFacts => ({ ...one, fromAt: new Date(one.fromAt), untilAt: new Date(one.untilAt), endedAt: moment(one.endedAt) })),
      grounds: (grounds ?? []).map((one): GroundFacts => ({ ...one, fromAt: new Date(one.fromAt), untilAt: moment(one.untilAt), withdrawnAt: moment(one.withdrawnAt) })),
    },
  }))
}
