import type pg from 'pg'
import type { Kind } from './canaries.ts'

type Rows = Record<string, unknown>[]
type Person = { id: string; municipality: string; organization: string | null; role: string | null; kind: string; mandated: boolean; core: string[] }

/**
 * Who may read what, worked out from the rows by the text of the access model alone (decision = mandate and purpose and relation and ground and class).
 * Written apart from the product's rules and from row level security, to hold both against.
 */
export type Oracle = { mayRead: (personId: string | null, kind: Kind, level: 2 | 3, key: string) => boolean; /** may the actor know whom a case is about? */ knows: (personId: string | null, caseKey: string) => boolean }
export async function oracle(owner: pg.Client, now: Date): Promise<Oracle> {
  const all = async (sql: string): Promise<Rows> => (await owner.query(sql)).rows
  const people: Person[] = (await all(`select p.id, p.municipality_id as municipality, p.kind, m.organization_id as organization, m.role,
    exists (select from mandates d where d.organization_id = m.organization_id and d.purpose = 'welfare') as mandated,
    array(select t.team_id::text from team_members t where t.person_id = p.id and t.ring = 'core') as core
    from people p left join memberships m on m.person_id = p.id`)) as Person[]
  const involvements = await all('select * from involvements')
  const grounds = await all('select * from grounds')
  const cases = await all('select * from cases')
  const identities = await all('select case_id, person_id from vault.identities')
  const signals = await all('select * from signals')
  const handovers = await all('select * from case_handovers where answered_at is null')
  const items = await all('select a.*, m.team_id from agenda_items a join meetings m on m.id = a.meeting_id')
  const invitees = await all('select * from meeting_invitees')
  const at = now.getTime()
  const inWindow = (from: unknown, until: unknown) => (from as Date).getTime() <= at && (until === null || (until as Date).getTime() > at)

  const readsCase = (who: Person, level: number, caseKey: string, named = false): boolean => {
    if (who.kind === 'resident') return identities.some((it) => it.case_id === caseKey && it.person_id === who.id)
    const file = cases.find((it) => it.id === caseKey)
    const cap = { professional: 4, coordinator: 4, partner: 3 }[who.role ?? ''] ?? 0
    if (who.kind !== 'worker' || !who.mandated || !file || file.purpose !== 'welfare' || file.municipality_id !== who.municipality || cap === 0) return false
    return involvements.some((it) => it.case_id === caseKey && it.person_id === who.id && it.organization_id === who.organization && it.ended_at === null && inWindow(it.from_at, it.until_at) && Math.min(Number(it.class), cap) >= level
      && grounds.some((g) => g.case_id === caseKey && (!named || g.with_identity) && g.withdrawn_at === null && inWindow(g.from_at, g.until_at) && (g.organization_id === it.organization_id || (g.team_id !== null && g.team_id === it.team_id))))
      || (!named && handovers.some((it) => it.case_id === caseKey && it.to_id === who.id))
  }
  const readsSignal = (who: Person, key: string): boolean => {
    const signal = signals.find((it) => it.id === key)
    if (!signal || signal.municipality_id !== who.municipality || who.kind === 'resident') return false
    return (who.kind === 'worker' && who.core.includes(String(signal.team_id))) || signal.signalled_by === who.id || (who.kind === 'worker' && signal.case_id !== null && readsCase(who, 3, String(signal.case_id)))
  }
  const mayRead: Oracle['mayRead'] = (personId, kind, level, key) => {
    const who = people.find((it) => it.id === personId)
    if (!who) return false
    if (kind === 'case') return readsCase(who, level, key)
    if (kind === 'signal') return readsSignal(who, key)
    const item = items.find((it) => it.id === key)
    if (!item || item.municipality_id !== who.municipality || who.kind !== 'worker') return false
    if (item.case_id !== null) return readsCase(who, 3, String(item.case_id))
    return who.core.includes(String(item.team_id)) || invitees.some((it) => it.meeting_id === item.meeting_id && it.person_id === who.id)
  }
  const knows: Oracle['knows'] = (personId, caseKey) => {
    const who = people.find((it) => it.id === personId)
    return who !== undefined && readsCase(who, 3, caseKey, true)
  }
  return { mayRead, knows }
}
