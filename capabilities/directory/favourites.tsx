import { sql } from 'kysely'
import { z } from 'zod'
import { act, view } from '../../platform/act.ts'
import type { Reading } from '../../platform/context.ts'
import { say } from '../../platform/texts.ts'
import { nothing } from '../../platform/validation.ts'
import { Row, RowList } from '../../ui/lists.tsx'
import { BackLink, PageHead } from '../../ui/page.tsx'
import { entryTexts } from './entryTexts.ts'
import { favouriteTexts as texts } from './favouriteTexts.ts'
import { findKept, type Kept, keptHref, wordOf } from './keeping.ts'

/** Is this entry with the favourites of who asks? The database gives only their own. */
export const isFavourite = async ({ db }: Pick<Reading, 'db'>, it: Pick<Kept, 'entity' | 'id'>): Promise<boolean> =>
  (await db.selectFrom('favourites').where('entity', '=', it.entity).where('recordId', '=', it.id).select('recordId').executeTakeFirst()) !== undefined

/** What somebody keeps at hand, as far as it is still there for them. */
export const favouritesOf = async ({ db }: Pick<Reading, 'db'>) => {
  const answer = await sql<{ personId: string; entity: Kept['entity']; id: string; slug: string; name: string; summary: string | null; phone: string | null }>`
    select f.person_id as "personId", f.entity, f.record_id as id, coalesce(s.slug, o.slug) as slug, coalesce(s.name, o.name) as name, coalesce(s.summary, o.summary) as summary,
      (select p.number from phones p where p.municipality_id = f.municipality_id and p.contact_id is null and (p.service_id = s.id or (p.organization_id = o.id and p.service_id is null)) order by p.position, p.id limit 1) as phone
    from favourites f
      left join services s on f.entity = 'service' and s.municipality_id = f.municipality_id and s.id = f.record_id and s.state <> 'archived'
      left join organizations o on f.entity = 'organization' and o.municipality_id = f.municipality_id and o.id = f.record_id and o.state <> 'archived'
    where coalesce(s.slug, o.slug) is not null
    order by coalesce(s.name, o.name)`.execute(db)
  return answer.rows
}

const onEntry = {
  input: z.strictObject({}),
  form: {},
  find: (reading: Reading, params: { kind: string; slug: string }): Promise<Kept> => findKept(reading, params),
  may: () => true,
  about: (it: Kept) => [it.id],
  output: z.object({ href: z.string() }),
  present: (_ctx: unknown, _done: unknown, it: Kept) => ({ href: keptHref(it) }),
  next: ({ href }: { href: string }) => href,
}

/** Somebody keeps an entry at hand, for themself alone. */
export const favouriteKept = act({
  ...onEntry,
  name: 'directory.keep-favourite',
  at: '/favourites/:kind/:slug',
  page: '/favorieten/:kind/:slug/bewaren',
  title: texts.keep,
  audit: 'C',
  intro: (it) => <p>{say(texts.keepIntro(it.name))}</p>,
  run: async (ctx, it) => {
    await ctx.db.insertInto('favourites').values({ municipalityId: ctx.actor.municipalityId, personId: ctx.actor.id, entity: it.entity, recordId: it.id, keptAt: ctx.now }).onConflict((on) => on.doNothing()).execute()
  },
  done: texts.kept,
})

/** Somebody takes an entry from their own list. */
export const favouriteDropped = act({
  ...onEntry,
  name: 'directory.drop-favourite',
  at: '/favourites/:kind/:slug/removal',
  page: '/favorieten/:kind/:slug/weghalen',
  title: texts.drop,
  audit: 'D',
  intro: (it) => <p>{say(texts.dropIntro(it.name))}</p>,
  run: async (ctx, it) => {
    await ctx.db.deleteFrom('favourites').where('personId', '=', ctx.actor.id).where('entity', '=', it.entity).where('recordId', '=', it.id).execute()
  },
  done: texts.dropped,
})

/** What somebody keeps at hand: for who keeps it and for nobody else. */
export const favouritesViewed = view({
  name: 'directory.favourites',
  at: '/favourites',
  path: '/favorieten',
  title: texts.favourites,
  query: nothing,
  output: z.object({ favourites: z.array(z.object({ name: z.string(), summary: z.string().nullable(), phone: z.string().nullable(), href: z.string(), drop: z.string() })) }),
  find: (reading) => favouritesOf(reading),
  may: () => true,
  each: (actor, line) => line.personId === actor.id,
  about: (lines) => lines.map(({ id }) => id),
  present: (_ctx, lines) => ({ favourites: lines.map(({ name, summary, phone, entity, slug }) => ({ name, summary, phone, href: keptHref({ entity, slug }), drop: `/favorieten/${wordOf(entity)}/${slug}/weghalen` })) }),
  page: ({ favourites }) => (
    <>
      <BackLink href="/sociale-kaart">{say(entryTexts.backInside)}</BackLink>
      <PageHead title={say(texts.favourites)} lead={say(texts.lead)} />
      {favourites.length === 0 ? <p>{say(texts.none)}</p> : null}
      <RowList>
        {favourites.map((it) => (
          <Row title={it.name} href={it.href} level={2}>
            <p>{it.summary}</p>
            {it.phone ? <p>{it.phone}</p> : null}
            <p class="small">
              <a href={it.drop}>{say(texts.drop)}</a>
            </p>
          </Row>
        ))}
      </RowList>
    </>
  ),
})
