import { z } from 'zod'
import { practice } from './waits.tsx'

const link = z.object({ name: z.string(), href: z.string() })
const caller = z.object({
  name: z.string().nullable(), title: z.string().nullable(), askedFor: z.string().nullable(), email: z.string().nullable(), visibility: z.enum(['public', 'professionals', 'team']),
  phones: z.array(z.object({ number: z.string(), description: z.string().nullable() })), languages: z.array(z.string()),
})
const place = z.object({
  name: z.string().nullable(), masked: z.boolean(), street: z.string().nullable(), postalCode: z.string().nullable(), city: z.string().nullable(), area: z.string().nullable(), transportation: z.string().nullable(),
  latitude: z.number().nullable(), longitude: z.number().nullable(),
})
const age = z.object({ age: z.enum(['fresh', 'stale', 'never']), assuredDate: z.iso.date().nullable(), staleOn: z.iso.date().nullable(), by: z.enum(['link', 'manager', 'owner', 'import']).nullable() })
const known = z.enum(['needed', 'not-needed', 'unknown'])
const said = z.enum(['yes', 'no', 'unknown'])

/** A service, activity, project, home or scheme as its page and the JSON interface show it. */
export const shownService = z.object({
  slug: z.string(), kind: z.enum(['service', 'activity', 'project', 'housing', 'scheme']), name: z.string(), summary: z.string().nullable(), description: z.string().nullable(), alert: z.string().nullable(),
  organization: link, joinable: z.boolean().describe('somebody can register for it here'),
  closed: z.object({ until: z.string().nullable(), note: z.string().nullable() }).nullable(),
  forWhom: z.string().nullable(), eligibility: z.string().nullable(), indication: known, referral: known, registration: known, application: z.string().nullable(), wait: z.string().nullable(), waitOn: z.iso.date().nullable(), practice: practice.nullable().describe('waiting as those who pointed people here experienced it; null below five reports in half a year'),
  documents: z.array(z.string()), host: said, companion: said, pickup: said, inclusive: z.enum(['everyone', 'one-group', 'unknown']), flow: z.string().nullable(), languages: z.array(z.string()),
  thresholds: z.array(z.object({ aspect: z.string(), verdict: z.enum(['good', 'partly', 'poor', 'unknown']), description: z.string().nullable() })),
  costs: z.array(z.object({ cents: z.int().nullable(), words: z.string().nullable() })),
  hours: z.array(z.object({ which: z.string(), times: z.string(), next: z.iso.date().nullable(), except: z.array(z.iso.date()) })),
  repeats: z.array(z.object({ days: z.array(z.string()), opensAt: z.string().nullable(), closesAt: z.string().nullable() })).describe('what comes back every week'),
  next: z.object({ day: z.iso.date(), from: z.string() }).nullable().describe('the next time within six weeks'),
  places: z.array(place), callers: z.array(caller), phone: z.string().nullable(), phoneOf: z.string().nullable(), email: z.string().nullable(), url: z.string().nullable(),
  light: z.object({ light: z.enum(['room', 'little-room', 'full']), on: z.iso.date() }).nullable().describe('null when unknown, also when it was told too long ago'),
  terms: z.array(z.object({ taxonomy: z.string(), slug: z.string(), name: z.string() })),
  project: z.object({ goals: z.string(), from: z.string().nullable(), until: z.string().nullable(), plan: z.string().nullable(), results: z.string().nullable(), partners: z.array(link) }).nullable(),
  housing: z.object({ form: z.enum(['sheltered', 'supported', 'independent']), places: z.int().nullable(), hours: z.string().nullable(), call: z.string().nullable() }).nullable(),
  scheme: z.object({ what: z.enum(['scheme', 'provision']), needs: z.string().nullable(), yields: z.string().nullable(), helpedBy: link.nullable() }).nullable(),
  fundings: z.array(z.object({ basis: z.string().nullable(), source: z.string().nullable() })),
  reach: z.array(z.object({ reach: z.string(), area: z.string().nullable(), extent: z.string().nullable() })),
  ...age.shape,
  program: link.nullable(),
  also: z.array(z.object({ name: z.string(), href: z.string(), summary: z.string().nullable() })),
})
export type ShownService = z.output<typeof shownService>

/** An organisation with what it offers. */
export const shownOrganization = z.object({
  slug: z.string(), kind: z.string(), name: z.string(), alternateName: z.string().nullable(), summary: z.string().nullable(), description: z.string().nullable(), email: z.string().nullable(), website: z.string().nullable(), members: z.int().nullable(),
  parent: link.nullable(), children: z.array(link), services: z.array(z.object({ ...link.shape, summary: z.string().nullable(), kind: z.string() })), networks: z.array(link), programs: z.array(link),
  callers: z.array(caller), phones: z.array(z.string()), places: z.array(place), ...age.shape,
})
export type ShownOrganization = z.output<typeof shownOrganization>

/** A network and who is in it. */
export const shownNetwork = z.object({
  slug: z.string(), name: z.string(), kind: z.string(), area: z.string().nullable(), summary: z.string().nullable(), focus: z.string().nullable(), meets: z.string().nullable(), place: z.string().nullable(),
  members: z.array(z.object({ ...link.shape, ring: z.enum(['core', 'shell', 'guest']), function: z.string().nullable() })),
})
export type ShownNetwork = z.output<typeof shownNetwork>
