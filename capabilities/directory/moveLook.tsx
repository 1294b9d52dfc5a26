import { sql } from 'kysely'
import { z } from 'zod'
import { fill, type OpenAct, view } from '../../platform/act.ts'
import type { Staff } from '../../platform/actor.ts'
import type { Reading } from '../../platform/context.ts'
import { findKept, type Kept, keepsDirectory, keptHref } from './keeping.ts'
import { standingOf } from './moveParts.ts'
import { MoveLookPage } from './MovingPages.tsx'
import { moveTexts as texts } from './moveTexts.ts'
import { serviceMoved } from './moving.tsx'
import { organizationKinds } from './words.ts'

const most = 20
type Kind = keyof typeof organizationKinds

/** Organisations that a service may go to whose name holds what was typed or looks like it, the likeliest first; one more than are shown. */
const organizationsLike = async (db: Reading['db'], typed: string, own: string) =>
  (
    await sql<{ slug: string; name: string; kind: Kind; draft: boolean }>`
      select o.slug, o.name, o.kind, o.state = 'draft' as draft from organizations o
        cross join lateral (select greatest(case when position(lower(${typed}) in lower(concat_ws(' ', o.name, o.alternate_name))) > 0 then 1 else 0 end, word_similarity(${typed}, concat_ws(' ', o.name, o.alternate_name))) as how) l
      where o.municipality_id = (select ctx.municipality()) and o.state <> 'archived' and o.merged_into is null and o.id <> ${own}::uuid and l.how >= 0.5
      order by l.how desc, o.name, o.id limit ${most + 1}`.execute(db)
  ).rows

/** Search before choose: the organisation that takes a service over. */
export const moveLookedFor = view({
  name: 'directory.look-before-move',
  at: '/directory/services/:slug/move',
  path: '/sociale-kaart/voorziening/:slug/overzetten',
  title: (it) => texts.lookOf(it.name),
  query: z.strictObject({ naar: z.string().trim().max(200).optional().describe('the name of the organisation, or part of it') }),
  output: z.object({ name: z.string(), href: z.string(), organization: z.string(), asked: z.boolean(), more: z.boolean(), found: z.array(z.object({ name: z.string(), kind: z.enum(Object.keys(organizationKinds) as [Kind]), draft: z.boolean(), href: z.string() })) }),
  find: async (reading, { slug }, { naar }) => {
    const it = await findKept(reading, { kind: 'voorziening', slug })
    const standing = await standingOf(reading, it.id)
    return { ...it, standing, found: naar && it.keeper ? await organizationsLike(reading.db, naar.replaceAll('\0', ' '), standing.organizationId) : null }
  },
  may: keepsDirectory,
  about: (it) => [it.id],
  present: (_ctx, it) => ({
    name: it.name, href: keptHref(it), organization: it.standing.organization, asked: it.found !== null, more: (it.found ?? []).length > most,
    found: (it.found ?? []).slice(0, most).map(({ slug, ...one }) => ({ ...one, href: fill(serviceMoved.page, { slug: it.slug, organization: slug }) })),
  }),
  page: (it, { query }) => <MoveLookPage it={it} typed={query.naar ?? ''} />,
})

/** The way to move a service, for who keeps the directory. */
export const wayToMove = (actor: Staff, kept: Kept): OpenAct[] => (keepsDirectory(actor) ? [{ name: moveLookedFor.name, title: texts.title, href: `${keptHref(kept)}/overzetten` }] : [])
