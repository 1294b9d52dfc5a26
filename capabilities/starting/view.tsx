import { z } from 'zod'
import { view } from '../../platform/act.ts'
import { locale } from '../../platform/texts.ts'
import { keptHref, mayCall } from '../directory/index.ts'
import { findWhoIsWho } from './record.ts'
import { texts } from './texts.ts'
import { WhoIsWhoPage } from './WhoIsWhoPage.tsx'

const link = z.object({ name: z.string(), href: z.string(), summary: z.string().nullable() })
const shownWhoIsWho = z.object({
  area: z.object({ slug: z.string(), name: z.string() }),
  areas: z.array(z.object({ slug: z.string(), name: z.string() })),
  team: z.object({ name: z.string(), slug: z.string().nullable(), phone: z.string().nullable() }),
  colleagues: z.array(z.object({ name: z.string(), function: z.string().nullable(), organization: z.string(), ring: z.enum(['core', 'shell']), coordinates: z.boolean(), you: z.boolean(), phone: z.string().nullable().describe('for members of the same team') })),
  callers: z.array(z.object({ askedFor: z.string(), name: z.string().nullable(), title: z.string().nullable(), phone: z.string().nullable(), organization: z.string(), href: z.string() })),
  organizations: z.array(link.extend({ kind: z.string(), offers: z.int() })),
  networks: z.array(link.extend({ meets: z.string().nullable() })),
  projects: z.array(link),
  subjects: z.array(z.object({ name: z.string(), href: z.string(), count: z.int() })),
  favourites: z.array(link.extend({ phone: z.string().nullable() })),
})
export type ShownWhoIsWho = z.output<typeof shownWhoIsWho>

/** Who is in the team, whom to call for what, and what there is: for somebody who is new in the area. */
export const whoIsWhoViewed = view({
  name: 'starting.who-is-who',
  at: '/who-is-who',
  path: '/wie-is-wie',
  title: texts.title,
  query: z.strictObject({ wijk: z.string().regex(/^[a-z0-9-]{1,60}$/).optional() }),
  output: shownWhoIsWho,
  find: (reading, _params, { wijk }) => findWhoIsWho(reading, wijk),
  may: () => true,
  about: (it) => [it.area.teamId, ...it.team.map(({ id }) => id), ...it.callers.map(({ id }) => id)],
  present: (ctx, it) => {
    const { actor } = ctx
    const own = actor.kind === 'worker' && actor.teams.includes(it.area.teamId)
    const entry = ({ name, slug, summary }: { name: string; slug: string; summary: string | null }, entity: 'service' | 'organization') => ({ name, summary, href: keptHref({ entity, slug }) })
    return {
      area: { slug: it.area.slug, name: it.area.name },
      areas: it.areas.map(({ slug, name }) => ({ slug, name })),
      team: { name: it.area.team, slug: it.area.teamSlug, phone: it.area.phone },
      colleagues: it.team.map((one) => ({ name: one.name, function: one.function, organization: one.organization, ring: one.ring, coordinates: one.duty === 'coordinator', you: one.id === actor.id, phone: own || one.id === actor.id ? one.phone : null })),
      callers: it.callers.filter((one) => mayCall(actor, one)).map((one) => ({ askedFor: one.askedFor, name: one.name, title: one.title, phone: one.phone, organization: one.organization, href: one.serviceSlug ? keptHref({ entity: 'service', slug: one.serviceSlug }) : keptHref({ entity: 'organization', slug: one.organizationSlug }) })),
      organizations: it.organizations.map((one) => ({ ...entry(one, 'organization'), kind: one.kind, offers: one.offers })),
      networks: it.networks.map((one) => ({ name: one.name, summary: one.summary, meets: one.meets, href: `/samenwerking/${one.slug}` })),
      projects: it.projects.map((one) => entry(one, 'service')),
      subjects: it.subjects.map((one) => ({ name: (locale() === 'en' ? one.nameEn : null) ?? one.name, count: one.count, href: `/sociale-kaart?wijk=${it.area.slug}&over=${one.slug}` })),
      favourites: it.favourites.filter((one) => one.personId === actor.id).map((one) => ({ ...entry(one, one.entity), phone: one.phone })),
    }
  },
  page: (shown) => <WhoIsWhoPage it={shown} />,
})
