import { sql } from 'kysely'
import type { Reading } from '../../platform/context.ts'
import type { IsoDay } from '../../platform/dates.ts'
import { notFound } from '../../platform/refusal.ts'
import type { NoticePlace } from './policy.ts'
import type { Kind, Refused, Standing, What } from './words.ts'

/** Somewhere a notice is for: neighbourhoods with a team that brings people together, and the whole municipality. */
export type BoardArea = { id: string; slug: string; name: string; whole: boolean }
/** A notice as the database shows it to whoever asks. */
export type Notice = NoticePlace & {
  id: string; kind: Kind; what: What; title: string; words: string; area: string; slug: string; leftOn: IsoDay; untilOn: IsoDay; over: boolean
  state: Exclude<Standing, 'over'>; reason: Refused | null; reasonWords: string | null; by: string | null; byId: string | null; matchId: string | null; version: number; reactions: number; reports: number
}
/** What people look for. */
export type BoardQuestion = { soort?: 'aanbod' | 'vraag'; wat?: 'ding' | 'talent'; wijk?: string; q?: string }

const kindOf = { aanbod: 'offer', vraag: 'ask' } as const
const whatOf = { ding: 'thing', talent: 'talent' } as const

/** Neighbourhoods by name, the whole municipality last. */
export async function boardAreas({ db }: Pick<Reading, 'db'>): Promise<BoardArea[]> {
  const { rows } = await sql<BoardArea>`
    select a.id, a.slug, a.name, a.kind = 'municipality' as whole from areas a
    where a.municipality_id = (select ctx.municipality()) and (a.kind = 'municipality' or exists (select from teams t where t.municipality_id = a.municipality_id and t.area_id = a.id)) order by whole, a.name`.execute(db)
  return rows
}

const columns = sql`
  n.id, n.kind, n.what, n.title, n.words, a.name as area, a.slug, a.kind = 'municipality' as whole, n.left_on::text as "leftOn", n.until_on::text as "untilOn", n.until_on < (select ctx.today()) as over,
  n.state, n.reason, n.reason_words as "reasonWords", p.name as by, n.by_id as "byId", n.match_id as "matchId", n.version,
  array(select t.id from teams t where t.municipality_id = n.municipality_id and t.area_id = n.area_id) as "teamIds",
  (select count(*) from board_reactions r where r.municipality_id = n.municipality_id and r.notice_id = n.id)::integer as reactions,
  (select count(*) from board_reports r where r.municipality_id = n.municipality_id and r.notice_id = n.id)::integer as reports`
const from = sql`board_notices n join areas a on a.municipality_id = n.municipality_id and a.id = n.area_id left join people p on p.municipality_id = n.municipality_id and p.id = n.by_id`

/** What stands on the board for everybody, the newest first; words are looked for as people write them. What is for the whole municipality is in every neighbourhood. */
export async function publicNotices({ db }: Reading, { soort, wat, wijk, q }: BoardQuestion): Promise<Notice[]> {
  const text = q?.trim() || null
  const like = text && `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`
  const { rows } = await sql<Notice>`
    select ${columns} from ${from}
    where n.municipality_id = (select ctx.municipality()) and n.state = 'public' and n.until_on >= (select ctx.today())
      and (${soort ? kindOf[soort] : null}::text is null or n.kind = ${soort ? kindOf[soort] : null}) and (${wat ? whatOf[wat] : null}::text is null or n.what = ${wat ? whatOf[wat] : null})
      and (${wijk ?? null}::text is null or a.slug = ${wijk ?? null} or a.kind = 'municipality')
      and (${text}::text is null or to_tsvector('dutch', n.title || ' ' || n.words) @@ plainto_tsquery('dutch', ${text}) or n.title || ' ' || n.words ilike ${like})
    order by n.left_on desc, n.title, n.id`.execute(db)
  return rows
}

/** One notice that stands on the board. @throws Refusal 404 it is not there, or not any more */
export async function findPublicNotice({ db }: Reading, { noticeId }: { noticeId: string }): Promise<Notice> {
  const { rows } = await sql<Notice>`select ${columns} from ${from} where n.municipality_id = (select ctx.municipality()) and n.id::text = ${noticeId} and n.state = 'public' and n.until_on >= (select ctx.today())`.execute(db)
  if (!rows[0]) throw notFound()
  return rows[0]
}

/** What waits, stands or is coupled where the actor says what may stand or brings people together. */
export async function noticesAtWork({ db }: Pick<Reading, 'db'>): Promise<Notice[]> {
  const { rows } = await sql<Notice>`
    select ${columns} from ${from}
    where n.municipality_id = (select ctx.municipality()) and n.state in ('waiting', 'public', 'matched') and (n.state = 'matched' or n.until_on >= (select ctx.today()))
    order by n.left_on, n.title, n.id`.execute(db)
  return rows
}

/** How one can be reached. */
export type Reached = { called: string; phone: string | null; email: string | null }
/** One notice for who works with it; contact and reactions only as far as the database shows them. */
export type NoticeAtWork = Notice & { contact: Reached | null; reacted: (Reached & { id: string; words: string; madeOn: IsoDay })[]; reported: { id: string; reason: string; words: string | null; madeOn: IsoDay }[]; candidates: Candidate[]; match: Candidate | null }
/** A notice that may fit another. */
export type Candidate = { id: string; title: string; area: string; alike: boolean }

/** One notice with what its workers need. @throws Refusal 404 */
export async function findNotice({ db }: Reading, { noticeId }: { noticeId: string }): Promise<NoticeAtWork> {
  const [notice, contact, reacted, reported, candidates] = await Promise.all([
    sql<Notice>`select ${columns} from ${from} where n.municipality_id = (select ctx.municipality()) and n.id::text = ${noticeId}`.execute(db),
    sql<Reached>`select called, phone, email from board_contacts where municipality_id = (select ctx.municipality()) and notice_id::text = ${noticeId}`.execute(db),
    sql<NoticeAtWork['reacted'][number]>`select id, called, phone, email, words, made_on::text as "madeOn" from board_reactions where municipality_id = (select ctx.municipality()) and notice_id::text = ${noticeId} order by made_on, id`.execute(db),
    sql<NoticeAtWork['reported'][number]>`select id, reason, words, made_on::text as "madeOn" from board_reports where municipality_id = (select ctx.municipality()) and notice_id::text = ${noticeId} order by made_on, id`.execute(db),
    sql<Candidate & { matched: boolean }>`
      select o.id, o.title, a.name as area, o.state = 'matched' as matched,
        to_tsvector('dutch', o.title || ' ' || o.words) @@ replace(plainto_tsquery('dutch', n.title)::text, '&', '|')::tsquery or to_tsvector('dutch', n.title || ' ' || n.words) @@ replace(plainto_tsquery('dutch', o.title)::text, '&', '|')::tsquery as alike
      from board_notices n join board_notices o on o.municipality_id = n.municipality_id and o.id <> n.id
        join areas a on a.municipality_id = o.municipality_id and a.id = o.area_id
      where n.municipality_id = (select ctx.municipality()) and n.id::text = ${noticeId} and o.area_id = any ((select ctx.board_areas())::uuid[])
        and (o.id = n.match_id or (o.state = 'public' and o.kind <> n.kind and o.what = n.what and o.until_on >= (select ctx.today())))
      order by alike desc, o.left_on, o.id`.execute(db),
  ])
  const found = notice.rows[0]
  if (!found) throw notFound()
  return {
    ...found, contact: contact.rows[0] ?? null, reacted: reacted.rows, reported: reported.rows,
    candidates: candidates.rows.filter(({ id }) => id !== found.matchId), match: candidates.rows.find(({ id }) => id === found.matchId) ?? null,
  }
}
