import { dayOf } from '../../platform/dates.ts'
import { locale } from '../../platform/texts.ts'
import type { Caller, Located, NetworkRecord, OrganizationRecord, ServiceRecord } from './entry.ts'
import type { ShownNetwork, ShownOrganization, ShownService } from './entryShown.ts'
import { timesInWords, whichDays } from './hours.ts'
import { ageOf, forWhomText, hrefOf } from './present.ts'

const here = (nl: string | null, en: string | null): string | null => (locale() === 'en' ? (en ?? nl) : nl)

const programHref = (id: string, inside: boolean): string => `${inside ? '/sociale-kaart' : ''}/programma/${id}`

/** Whom of the people to call a colleague may see; false on the pages for everybody. */
type Inside = false | ((it: Caller) => boolean)
const callersShown = (callers: readonly Caller[], inside: Inside) => callers.filter((it) => it.visibility === 'public' || (inside && inside(it))).map(({ id: _id, teamId: _team, ...it }) => ({ ...it, phones: [...it.phones], languages: [...it.languages] }))

/** The street of a refuge is nobody's business here, not even that of who may look it up elsewhere. */
const placesShown = (places: readonly Located[]) =>
  places.map(({ id: _id, ...it }) => (it.masked ? { ...it, name: null, street: null, postalCode: null, city: null, area: null, transportation: null, latitude: null, longitude: null } : it))

function hoursShown(hours: ServiceRecord['hours']): Pick<ShownService, 'hours' | 'next' | 'repeats'> {
  const shown = hours.map((it) => ({ which: whichDays(it), times: timesInWords(it.opensAt, it.closesAt), next: it.days[0] ?? null, except: ((it as { exdates?: string[] }).exdates ?? []) as string[] }))
  const [first] = hours.flatMap((it) => it.days.map((day) => ({ day, from: timesInWords(it.opensAt, it.closesAt) }))).sort((a, b) => (a.day < b.day ? -1 : 1))
  const weekly = hours.filter((it) => (it.freq === 'WEEKLY' || it.freq === null) && (it.interval ?? 1) === 1 && it.byday !== null && /^[A-Z]{2}(,[A-Z]{2})*$/.test(it.byday))
  return { hours: shown, next: first ?? null, repeats: weekly.map((it) => ({ days: (it.byday ?? '').split(','), opensAt: it.opensAt?.slice(0, 5) ?? null, closesAt: it.closesAt?.slice(0, 5) ?? null })) }
}

/** A service in the words of the request. For colleagues `sees` says which people to call they may see, of those the database gave. */
export function presentService(it: ServiceRecord, also: readonly { name: string; slug: string; summary: string | null; summaryEn: string | null }[], today: string, sees: Inside): ShownService {
  const inside = sees !== false
  const callers = callersShown(it.callers, sees)
  const [first] = callers.filter((one) => one.visibility === 'public' && one.phones.length > 0)
  return {
    slug: it.slug, kind: it.kind, name: it.name, summary: here(it.summary, it.summaryEn), description: it.description, alert: it.alert,
    organization: { name: it.organization, href: hrefOf('organization', it.organizationSlug, inside) },
    joinable: it.joinable,
    closed: it.closed ? { until: it.closedUntil, note: it.closedNote } : null,
    forWhom: forWhomText(it), eligibility: it.eligibilityDescription, indication: it.indication, referral: it.referral, registration: it.registration, application: it.applicationProcess, wait: it.waitTime, waitOn: it.waitTimeOn, practice: it.practice,
    documents: it.documents, host: it.host, companion: it.companion, pickup: it.pickup, inclusive: it.inclusive, flow: it.flowTo, languages: it.languages, thresholds: it.thresholds.map((one) => ({ ...one })),
    costs: it.costs.length > 0 ? it.costs.map(({ amount, words }) => ({ cents: amount === null ? null : Math.round(Number(amount) * 100), words })) : it.feesDescription ? [{ cents: null, words: it.feesDescription }] : [],
    ...hoursShown(it.hours),
    places: placesShown(it.locations), callers, phone: first?.phones[0]?.number ?? it.phones[0]?.number ?? null, phoneOf: first?.name ?? null, email: it.email, url: it.url,
    light: it.capacity ? { light: it.capacity.light, on: dayOf(new Date(it.capacity.updated)) } : null,
    terms: it.terms.map(({ taxonomy, slug, name, nameEn }) => ({ taxonomy, slug, name: here(name, nameEn) ?? name })),
    project: it.goals === null ? null : { goals: it.goals, from: it.fromOn, until: it.untilOn, plan: it.planRelation, results: it.results, partners: it.partners.map(({ name, slug }) => ({ name, href: hrefOf('organization', slug, inside) })) },
    housing: it.form === null ? null : { form: it.form, places: it.places, hours: it.supportHours, call: it.careOnCall },
    scheme: it.what === null ? null : { what: it.what, needs: it.needs, yields: it.yields, helpedBy: it.helpedByName && it.helpedBySlug ? { name: it.helpedByName, href: hrefOf('organization', it.helpedBySlug, inside) } : null },
    fundings: it.fundings, reach: it.reach,
    program: it.programId && it.programName ? { name: it.programName, href: programHref(it.programId, inside) } : null,
    age: ageOf(it.assuredDate, it.staleOn, today), assuredDate: it.assuredDate, staleOn: it.staleOn, by: it.assuredHow,
    also: also.map(({ name, slug, summary, summaryEn }) => ({ name, href: hrefOf('service', slug, inside), summary: here(summary, summaryEn) })),
  }
}

/** An organisation in the words of the request. */
export function presentOrganization(it: OrganizationRecord, today: string, sees: Inside): ShownOrganization {
  const inside = sees !== false
  const linked = ({ name, slug }: { name: string; slug: string }, entity: 'organization' | 'service' | 'network' = 'organization') => ({ name, href: hrefOf(entity, slug, inside && entity !== 'network') })
  return {
    slug: it.slug, kind: it.kind, name: it.name, alternateName: it.alternateName, summary: here(it.summary, it.summaryEn), description: it.description, email: it.email, website: it.website, members: it.membersCount,
    parent: it.parentName && it.parentSlug ? linked({ name: it.parentName, slug: it.parentSlug }) : null, children: it.children.map((one) => linked(one)),
    services: it.services.map((one) => ({ ...linked(one, 'service'), summary: here(one.summary, one.summaryEn), kind: one.kind })), networks: it.networks.map((one) => linked(one, 'network')), programs: it.programs.map((one) => ({ name: one.name, href: programHref(one.id, inside) })),
    callers: callersShown(it.callers, sees), phones: it.phones.map((one) => one.number), places: placesShown(it.locations),
    age: ageOf(it.assuredDate, it.staleOn, today), assuredDate: it.assuredDate, staleOn: it.staleOn, by: it.assuredHow,
  }
}

/** A network in the words of the request. */
export const presentNetwork = (it: NetworkRecord): ShownNetwork => ({
  slug: it.slug, name: it.name, kind: it.kind, area: it.area, summary: here(it.summary, it.summaryEn), focus: it.focus, meets: it.meets, place: it.place,
  members: it.members.map(({ slug, name, ring, function: does }) => ({ name, href: hrefOf('organization', slug, false), ring, function: does })),
})
