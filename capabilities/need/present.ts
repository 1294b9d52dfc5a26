import type { z } from 'zod'
import { say } from '../../platform/texts.ts'
import type { SortTerm, Supply } from '../directory/index.ts'
import { figuresOf } from '../neighbourhoods/index.ts'
import { answers, type AreaFigure, type Prevalence, presentEstimate } from '../prevalences/index.ts'
import { gapDays, type NeedRecord } from './record.ts'
import type { ShownDomain, ShownLine, shownAreaNeed, ShownOverlap } from './shown.ts'

/** What the address chooses. */
export type Chosen = { over?: string; voor?: string; toon?: 'witte-vlek' | 'overlap' }

const named = (terms: readonly SortTerm[], slug: string) => {
  const found = terms.find((it) => it.slug === slug)
  return { slug, name: found ? say(found) : slug }
}
const hrefOf = ({ slug }: Supply): string => `/sociale-kaart/voorziening/${slug}`
const organizationsOf = (offers: readonly Supply[]): string[] => [...new Set(offers.map(({ organization }) => organization))].sort()

const standingOf = (offers: readonly Supply[], doubled: boolean): ShownLine['standing'] =>
  offers.length === 0 ? 'white-spot' : offers.every(({ room }) => room === 'full') ? 'full' : doubled ? 'overlap' : 'offered'

/** The figure by which a group is larger here than in the city, tested; null when there is none. */
function moreHere(it: Prevalence, figures: readonly AreaFigure[]): string | null {
  const keys = [...it.parts, ...(it.shareFrom ? [it.shareFrom] : [])]
  return figures.find((figure) => keys.includes(figure.indicator) && figure.over === null && figure.verdict === 'higher')?.name ?? null
}

/** The same kind of offer, about the same thing, for the same group, by more than one organisation. */
export function overlapsIn(supply: readonly Supply[]): { field: string; domain: string; group: string; offers: Supply[] }[] {
  const cells = new Map<string, Supply[]>()
  for (const it of supply) {
    for (const field of it.fields) for (const domain of it.domains) for (const group of it.groups) cells.set(`${field} ${domain} ${group}`, [...(cells.get(`${field} ${domain} ${group}`) ?? []), it])
  }
  return [...cells].filter(([, offers]) => organizationsOf(offers).length > 1).map(([cell, offers]) => {
    const [field = '', domain = '', group = ''] = cell.split(' ')
    return { field, domain, group, offers }
  })
}

function domainOf(record: NeedRecord, domain: SortTerm, lines: readonly ShownLine[]): ShownDomain {
  const { gaps, area } = record
  const offers = area.need.supply.filter(({ domains }) => domains.includes(domain.slug))
  const { searched, told } = gaps.find((it) => it.domain === domain.slug) ?? { searched: null, told: null }
  const estimates = lines.filter((it) => it.domain.slug === domain.slug && it.people !== null).length
  const asked = estimates > 0 || searched !== null || told !== null
  return {
    slug: domain.slug, name: say(domain), estimates, offers: offers.length, room: { known: offers.filter(({ room }) => room !== null).length, full: offers.filter(({ room }) => room === 'full').length }, searched, told,
    standing: offers.length === 0 ? (asked ? 'white-spot' : 'unknown') : told !== null || searched !== null ? 'thin' : 'offered',
  }
}

/** Need beside supply in the words of the request; the choices of the address narrow what is shown, never what is counted. */
export function presentAreaNeed(record: NeedRecord, { over, voor, toon }: Chosen): z.input<typeof shownAreaNeed> {
  const { area, team } = record
  const { need } = area
  const figures = figuresOf(area)
  const doubles = overlapsIn(need.supply)
  const lines = need.prevalences.map((it): ShownLine => {
    const offers = need.supply.filter((service) => answers(service, it))
    const offering = new Set(offers.map(({ organizationId }) => organizationId))
    return {
      ...presentEstimate(need, it, figures), standing: standingOf(offers, doubles.some((double) => double.domain === it.domain && double.group === it.group)),
      offers: offers.map((one) => ({ name: one.name, href: hrefOf(one), organization: one.organization, wider: one.wider, room: one.room, stale: one.stale })), more: moreHere(it, figures),
      answers: record.answers.filter(({ keys }) => keys.includes(`need:${it.id}`) || keys.includes(`gap:${it.id}`)),
      experts: (team?.experts ?? []).filter(({ organizationId }) => offering.has(organizationId)).map(({ name, function: work, organization }) => ({ name, function: work, organization })),
    }
  })
  const chosen = (it: { domain: string; group: string }) => (!over || it.domain === over) && (!voor || it.group === voor)
  const overlaps: ShownOverlap[] = doubles.filter(chosen).map((it) => ({
    field: named(record.fields, it.field), domain: named(need.domains, it.domain), group: named(need.groups, it.group), organizations: organizationsOf(it.offers), offers: it.offers.map((one) => ({ name: one.name, href: hrefOf(one) })),
  }))
  const shownLines = lines.filter((it) => chosen({ domain: it.domain.slug, group: it.group.slug }) && (!toon || (toon === 'witte-vlek' ? it.standing === 'white-spot' || it.standing === 'full' : it.standing === 'overlap')))
  const domains = need.domains.map((it) => domainOf(record, it, lines)).filter((it) => (!over || it.slug === over) && (!toon || toon === 'overlap' || it.standing === 'white-spot'))
  return {
    slug: area.area.slug, name: area.area.name, beside: [...(area.parts.length > 0 ? area.parts : area.siblings)].map(({ slug, name }) => ({ slug, name })), lines: shownLines, domains, overlaps,
    team: team && { slug: team.slug, name: team.name, experts: team.experts.map(({ name, function: work, organization }) => ({ name, function: work, organization })) }, gapDays, answers: record.answers,
    choices: { domains: need.domains.map((it) => named(need.domains, it.slug)), groups: need.groups.map((it) => named(need.groups, it.slug)) },
  }
}
