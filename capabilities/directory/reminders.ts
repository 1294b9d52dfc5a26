import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { dayOf } from '../../platform/dates.ts'
import type { Log } from '../../platform/log.ts'
import type { Postman } from '../../platform/mail.ts'
import { mailOf, newLink, type Stage, stageDue } from './asking-owners.ts'

type Due = { municipality_id: string; municipality: string; entity: 'service' | 'organization'; record_id: string; name: string; stale_on: string; to_address: string; asked: Stage[] }
const mostAtOnce = 500
const mostTries = 8

// Whatever is published, grows old within two weeks and has somebody to ask; with the questions since it was last checked.
const dueSql = `
  with kept as (
    select 'service' as entity, s.municipality_id, s.id, s.name, s.stale_on, s.assured_date from services s where s.state = 'published' and s.stale_on <= $1::date + 14 and (s.expire_on is null or s.expire_on >= $1::date)
    union all
    select 'organization', o.municipality_id, o.id, o.name, o.stale_on, o.assured_date from organizations o where o.state = 'published' and o.stale_on <= $1::date + 14 and (o.expire_on is null or o.expire_on >= $1::date)
  )
  select k.municipality_id, m.name as municipality, k.entity, k.id as record_id, k.name, to_char(k.stale_on, 'YYYY-MM-DD') as stale_on, coalesce(c.owner_email, pc.email) as to_address,
    coalesce((select array_agg(r.stage) from confirmation_requests r where r.municipality_id = k.municipality_id and r.entity = k.entity and r.record_id = k.id and r.withdrawn_at is null and r.stage <> 'asked' and r.made_at > coalesce(k.assured_date, '-infinity'::date)), '{}') as asked
  from kept k join municipalities m on m.id = k.municipality_id
    join entry_care c on c.municipality_id = k.municipality_id and c.entity = k.entity and c.record_id = k.id
    left join people_contacts pc on pc.municipality_id = c.municipality_id and pc.person_id = c.owner_id
  where coalesce(c.owner_email, pc.email) is not null
    and not exists (select from confirmation_requests r where r.municipality_id = k.municipality_id and r.entity = k.entity and r.record_id = k.id and r.withdrawn_at is null and r.stage = 'last' and r.made_at > coalesce(k.assured_date, '-infinity'::date))
  order by to_address, k.name limit ${mostAtOnce}`

/**
 * Asks owners whether their entries are still right: one mail for each address with a link for each entry.
 *
 * @param client  logged in as the owner of the tables
 * @returns how many entries were asked about
 */
export async function askOwners(client: pg.ClientBase, now: Date, origin: string): Promise<number> {
  const today = dayOf(now)
  await client.query('begin')
  try {
    // Two programs at once would ask twice.
    await client.query("select pg_advisory_xact_lock(hashtext('directory.ask-owners'))")
    const { rows } = await client.query<Due>(dueSql, [today])
    const due = rows.flatMap((it) => {
      const stage = stageDue(it.stale_on, today, it.asked)
      return stage ? [{ ...it, stage }] : []
    })
    for (const same of Map.groupBy(due, (it) => `${it.municipality_id} ${it.to_address}`).values()) {
      const [first] = same
      if (!first) continue
      const links: { name: string; href: string }[] = []
      for (const it of same) {
        const { secret, hash } = newLink()
        await client.query('insert into confirmation_requests (municipality_id, id, entity, record_id, token_hash, stage, made_at) values ($1, $2, $3, $4, $5, $6, $7)', [it.municipality_id, randomUUID(), it.entity, it.record_id, hash, it.stage, now])
        links.push({ name: it.name, href: `${origin}/bevestigen/${secret}` })
      }
      const { subject, body } = mailOf(links, same.every((it) => it.stage !== 'first'), first.municipality)
      await client.query('insert into outgoing_mails (municipality_id, id, to_address, subject, body, about, made_at) values ($1, $2, $3, $4, $5, $6, $7)', [first.municipality_id, randomUUID(), first.to_address, subject, body, 'confirmation', now])
    }
    await client.query('commit')
    return due.length
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

/** Hands waiting mail to the postman; what does not go is tried again later. */
export async function sendMails(client: pg.ClientBase, now: Date, postman: Postman): Promise<{ sent: number; failed: number }> {
  const { rows } = await client.query<{ id: string; municipality_id: string; to_address: string; subject: string; body: string }>('select id, municipality_id, to_address, subject, body from outgoing_mails where sent_at is null and tries < $1 order by made_at limit 100', [mostTries])
  let [sent, failed] = [0, 0]
  for (const it of rows) {
    try {
      await postman.send({ id: it.id, to: it.to_address, subject: it.subject, text: it.body })
      await client.query('update outgoing_mails set sent_at = $3, by_way_of = $4, tries = tries + 1, last_error = null where municipality_id = $1 and id = $2', [it.municipality_id, it.id, now, postman.by])
      sent += 1
    } catch (error) {
      // The message of a mail server may hold the address; its code is enough.
      await client.query('update outgoing_mails set tries = tries + 1, last_error = $3 where municipality_id = $1 and id = $2', [it.municipality_id, it.id, String((error as { code?: unknown }).code ?? 'failed').slice(0, 60)])
      failed += 1
    }
  }
  return { sent, failed }
}

const minute = 60_000
const hour = 60 * minute

/** Asks owners every hour (and does what else is for every hour) and sends what waits every minute, as long as the program runs. */
export function startReminders(it: { ownerUrl: string; origin: string; postman: Postman; log: Log; now?: () => Date; hourly?: readonly ((client: pg.ClientBase, now: Date) => Promise<unknown>)[] }): { stop: () => Promise<void> } {
  const now = it.now ?? (() => new Date())
  let askedAt = 0
  let busy: Promise<void> = Promise.resolve()
  const round = async (): Promise<void> => {
    const client = new pg.Client({ connectionString: it.ownerUrl, application_name: 'schakelbord reminders' })
    client.on('error', () => {})
    try {
      await client.connect()
      // Acts that make a mail know the address of the site from here.
      if (askedAt === 0) await client.query("update municipalities set settings = settings || jsonb_build_object('origin', $1::text) where settings ->> 'origin' is distinct from $1", [it.origin])
      if (now().getTime() - askedAt >= hour) {
        await askOwners(client, now(), it.origin)
        for (const work of it.hourly ?? []) await work(client, now())
        askedAt = now().getTime()
      }
      const { failed } = await sendMails(client, now(), it.postman)
      if (failed > 0) it.log.error({ event: 'mail', code: `${failed} not sent` })
    } catch (error) {
      it.log.error({ event: 'reminders', code: String((error as { code?: unknown }).code ?? 'fault') })
    } finally {
      await client.end().catch(() => {})
    }
  }
  const timer = setInterval(() => {
    busy = busy.then(round)
  }, minute)
  const first = setTimeout(() => {
    busy = busy.then(round)
  }, 5000)
  return {
    stop: async () => {
      clearInterval(timer)
      clearTimeout(first)
      await busy
    },
  }
}
