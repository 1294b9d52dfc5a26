import { z } from 'zod'
import { openActs, publicView, view } from '../../platform/act.ts'
import { dayOf } from '../../platform/dates.ts'
import { say } from '../../platform/texts.ts'
import { nothing } from '../../platform/validation.ts'
import { LinkedData } from '../directory/index.ts'
import { shownReason } from '../reasons/index.ts'
import { programmeChanged, programmeMade } from './acts.tsx'
import { periodChanged, periodNoted, periodRemoved } from './periods.tsx'
import { ProgrammePage, ProgrammesPage } from './ProgrammePage.tsx'
import { findProgramme, findProgrammes, ofOwnTown, type Programme } from './record.ts'
import { texts } from './texts.ts'

const openAct = z.object({ name: z.string(), title: z.object({ nl: z.string(), en: z.string() }), href: z.string() })
const link = z.object({ name: z.string(), href: z.string() })
const number = z.int().nullable().describe('in fives; 0 when too few to tell; null when unknown')
const reach = z.object({ fromOn: z.iso.date(), untilOn: z.iso.date(), children: number, families: number, nationalities: number, inView: number, results: z.string().nullable(), acts: z.array(openAct) })
const shownProgramme = z.object({
  name: z.string(), description: z.string().nullable(), organization: link, phases: z.array(z.string()), themes: z.array(z.string()), intake: z.string().nullable(), endedOn: z.iso.date().nullable(),
  services: z.array(z.object({ ...link.shape, summary: z.string().nullable() })), reach: z.array(reach), least: z.int().describe('below this no number is told'), exact: z.boolean().describe('the numbers are exact, for who keeps them'), acts: z.array(openAct),
  reasons: z.array(shownReason).describe('why it is there: which need it answers'), sayReason: z.string().nullable(),
})
export type ShownProgramme = z.output<typeof shownProgramme>

const linesOf = (text: string | null): string[] => (text ?? '').split('\n').map((it) => it.trim()).filter(Boolean)
const facts = (it: Programme, inside: boolean): Omit<ShownProgramme, 'reach' | 'least' | 'exact' | 'acts' | 'sayReason'> => {
  const start = inside ? '/sociale-kaart' : ''
  return {
    name: it.name, description: it.description, organization: { name: it.organization, href: `${start}/organisatie/${it.organizationSlug}` }, phases: linesOf(it.phases), themes: linesOf(it.themes), intake: it.intake, endedOn: it.endedOn, reasons: it.reasons,
    services: it.services.filter(({ state }) => state === 'published').map((one) => ({ name: one.name, href: `${start}/voorziening/${one.slug}`, summary: one.summary === null ? null : say({ nl: one.summary, en: one.summaryEn ?? one.summary }) })),
  }
}
const told = (it: Programme) => it.reach.map((one) => ({ ...one, acts: [] }))
const [fewInPublic, fewInside] = [10, 5]

/** A programme for search engines, until its last day. */
const ProgrammeData = ({ it, today }: { it: ShownProgramme; today: string }) =>
  it.endedOn !== null && it.endedOn < today ? null : (
    <LinkedData
      data={{
        '@type': 'Service', name: it.name, provider: { '@type': 'Organization', name: it.organization.name },
        ...(it.description && { description: it.description }),
        ...(it.services.length > 0 && { hasOfferCatalog: { '@type': 'OfferCatalog', itemListElement: it.services.map((one) => ({ '@type': 'Offer', itemOffered: { '@type': 'Service', name: one.name, ...(one.summary && { description: one.summary }) } })) } }),
      }}
    />
  )

/** One programme, for everybody: what it is, and what it reaches as far as that tells of nobody. */
export const programmeShown = publicView({
  name: 'programmes.programme',
  at: '/programmes/:programmeId',
  path: '/programma/:programmeId',
  title: (it) => ({ nl: it.name, en: it.name }),
  query: nothing,
  output: shownProgramme,
  find: findProgramme,
  may: ofOwnTown,
  about: () => [],
  present: (ctx, it) => ({ ...facts(it, false), reach: told(it).map((one) => ({ ...one, results: null })), least: ctx.actor.kind === 'worker' ? fewInside : fewInPublic, exact: false, acts: [], sayReason: null }),
  page: (it, { now }) => (
    <>
      <ProgrammePage it={it} now={now} back="/zoeken" />
      <ProgrammeData it={it} today={dayOf(now)} />
    </>
  ),
})

/** One programme for colleagues, with results in words; who keeps it sees and changes the numbers. */
export const programmeForStaff = view({
  name: 'programmes.programme-for-staff',
  at: '/programmes/:programmeId/for-staff',
  path: '/sociale-kaart/programma/:programmeId',
  title: texts.title,
  query: nothing,
  output: shownProgramme,
  find: findProgramme,
  may: ofOwnTown,
  about: (it) => [it.id],
  version: (it) => it.version,
  present: (ctx, it) => ({
    ...facts(it, true), least: ctx.actor.kind === 'worker' ? fewInside : fewInPublic, exact: it.edits, sayReason: ctx.actor.kind === 'worker' && (it.edits || it.works) ? `/sociale-kaart/waarom/programma/${it.id}` : null, acts: openActs([programmeChanged, periodNoted], ctx.actor, it, { programmeId: it.id }),
    reach: it.edits ? it.periods.map(({ id, version, ...period }) => ({ ...period, acts: openActs([periodChanged, periodRemoved], ctx.actor, { ...it, period: { id, version, ...period } }, { programmeId: it.id, periodId: id }) })) : told(it),
  }),
  page: (it, { now }) => <ProgrammePage it={it} now={now} back="/sociale-kaart/programmas" />,
})

/** All programmes, for colleagues. */
export const programmesListed = view({
  name: 'programmes.list',
  at: '/programmes',
  path: '/sociale-kaart/programmas',
  title: texts.list,
  query: nothing,
  output: z.object({ programmes: z.array(z.object({ ...link.shape, organization: z.string(), endedOn: z.iso.date().nullable() })), acts: z.array(openAct) }),
  find: (reading) => findProgrammes(reading),
  may: () => true,
  each: ofOwnTown,
  about: () => [],
  present: (ctx, found) => ({ programmes: found.map((it) => ({ name: it.name, href: `/sociale-kaart/programma/${it.id}`, organization: it.organization, endedOn: it.endedOn })), acts: openActs([programmeMade], ctx.actor, {}, {}) }),
  page: (it, { now }) => <ProgrammesPage {...it} now={now} />,
})
