import { z } from 'zod'
import { seriesSheet } from '../neighbourhoods/index.ts'
import { shownShort } from '../supported/index.ts'
import { sectionKeys } from './sectionKeys.ts'

const key = z.enum(sectionKeys)
const href = z.object({ name: z.string(), title: z.object({ nl: z.string(), en: z.string() }), href: z.string() })
const text = z.object({ version: z.int(), body: z.string(), source: z.string(), by: z.string().describe('colleague who wrote it; empty for the public'), at: z.iso.datetime() })
const figure = z.object({ name: z.string(), here: z.string(), city: z.string().nullable(), year: z.string(), source: z.string(), doubt: z.string().nullable(), share: z.object({ here: z.number(), city: z.number() }).nullable().describe('percentages, for a picture; null for other figures and those in doubt') })

const contribution = z.object({
  id: z.uuid(),
  kind: z.enum(['story', 'quote', 'knowledge', 'opinion', 'place', 'risk-group', 'make-up', 'finding']),
  about: z.string().nullable(),
  body: z.string(),
  voice: z.enum(['residents', 'neighbours', 'clients', 'volunteers', 'key-figure', 'professional', 'reputation']).nullable(),
  saidBy: z.string().nullable().describe('a role, never a name'),
  saidOn: z.iso.date().nullable(),
  source: z.string().nullable(),
  theme: z.string().nullable(),
  sort: z.enum(['hotspot', 'meeting-place', 'strain', 'help', 'nuisance', 'safety', 'police', 'attachment', 'satisfaction']).nullable(),
  scale: z.enum(['block', 'street', 'sub-area', 'neighbourhood', 'city']).nullable(),
  criteria: z.array(z.string()),
  spot: z.object({ across: z.int(), down: z.int() }).nullable().describe('where a place is in the sketch of the area, in thousandths from the left and from the top'),
})
/** Something that stands beside the text of a section, as everybody may read it. */
export type ShownContribution = z.output<typeof contribution>

const ownContribution = contribution.extend({ by: z.string(), at: z.iso.datetime(), isPublic: z.boolean(), permission: z.object({ how: z.enum(['spoken', 'written']), on: z.iso.date(), until: z.iso.date().nullable() }).nullable(), withdrawHref: z.string().nullable(), pointHref: z.string().nullable() })
/** The same for colleagues: who added it, whether it is public, and the permission. */
export type OwnContribution = z.output<typeof ownContribution>

const photo = z.object({ id: z.uuid(), src: z.string(), kind: z.enum(['jpeg', 'png']), width: z.int(), height: z.int(), alt: z.string(), caption: z.string().nullable(), madeBy: z.string().describe('what somebody is, or the name they want to be known by'), madeOn: z.iso.date() })
/** A photo as everybody may see it. */
export type ShownPhoto = z.output<typeof photo>
const ownPhoto = photo.extend({ by: z.string(), isPublic: z.boolean(), over: z.boolean().describe('the permission has ended'), permission: z.object({ by: z.string(), how: z.enum(['spoken', 'written']), on: z.iso.date(), until: z.iso.date().nullable() }), withdrawHref: z.string().nullable() })
/** The same for colleagues: who added it, whether it is public, and the permission. */
export type OwnPhoto = z.output<typeof ownPhoto>

const cooperation = z.object({ closedOn: z.iso.date(), enough: z.boolean(), answers: z.int().nullable(), know: z.int().nullable(), mobile: z.int().nullable(), call: z.int().nullable() })
export type ShownCooperation = z.output<typeof cooperation>
const signals = z.object({ month: z.iso.date(), least: z.int(), counted: z.boolean(), themes: z.array(z.object({ theme: z.string(), here: z.int().nullable(), together: z.int().nullable() })) })
export type ShownSignals = z.output<typeof signals>

const scenario = z.object({
  id: z.uuid(),
  title: z.string(),
  body: z.string(),
  horizon: z.int(),
  restsOn: z.array(key),
  positions: z.array(z.object({ party: z.enum(['municipality', 'providers', 'insurer', 'residents']), stance: z.enum(['for', 'conditions', 'against', 'undecided']), reason: z.string(), source: z.string(), on: z.iso.date() })),
  positionHref: z.string().nullable(),
})
const goal = z.object({
  id: z.uuid(), goal: z.string(), sign: z.string(), who: z.string(), term: z.enum(['short', 'medium', 'long']), fromYear: z.int(), untilYear: z.int(), state: z.enum(['planned', 'running', 'reached', 'stopped']), explained: z.string().nullable(),
  restsOn: z.array(key), scenario: z.string().nullable(), moveHref: z.string().nullable(),
})
const ground = z.object({ width: z.int(), height: z.int(), outline: z.string().nullable().describe('a path in a picture of this size') })
const future = z.object({ scenarios: z.array(scenario), choices: z.array(z.object({ scenarioId: z.uuid(), reasons: z.string(), decidedBy: z.string(), decidedOn: z.iso.date() })), goals: z.array(goal) })
export type ShownFuture = z.output<typeof future>

const section = z.object({ key, body: z.string(), source: z.string(), publishedOn: z.iso.date(), figures: z.array(figure), series: z.array(seriesSheet).describe('figures of several years'), contributions: z.array(contribution), photos: z.array(photo) })
/** A published section. */
export type PublicSection = z.output<typeof section>

/** The map as everybody reads it: only what is published. `version` changes with every word of it. */
export const shownPublic = z.object({
  slug: z.string(),
  area: z.string(),
  city: z.string(),
  team: z.object({ slug: z.string(), name: z.string() }).nullable().describe('whom to tell what is missing'),
  edition: z.int().nullable().describe('null while nothing is published'),
  editions: z.array(z.int()),
  asOf: z.iso.date().nullable(),
  sections: z.array(section),
  cooperation: cooperation.nullable(),
  signals: signals.nullable(),
  future,
  ground: ground.nullable().describe('what the sketch of the area is drawn on'),
})
export type ShownPublic = z.output<typeof shownPublic>

/** The list of areas with their maps. */
export const shownMaps = z.object({
  areas: z.array(
    z.object({
      slug: z.string(),
      area: z.string(),
      openHref: z.string().nullable(),
      maps: z.array(z.object({ id: z.uuid(), edition: z.int(), written: z.int(), ready: z.int(), published: z.int(), lastAt: z.iso.datetime().nullable() })),
    }),
  ),
})
export type ShownMaps = z.output<typeof shownMaps>

const line = z.object({ key, status: z.enum(['empty', 'draft', 'ready', 'published']), version: z.int(), by: z.string().nullable(), at: z.iso.datetime().nullable(), publicVersion: z.int().nullable(), additions: z.int(), notPublic: z.int(), mayWrite: z.boolean() })
export type ShownLine = z.output<typeof line>

/** A map as those who write it see it. */
export const shownMap = z.object({
  id: z.uuid(), slug: z.string(), area: z.string(), edition: z.int(), mayPublish: z.boolean(), sections: z.array(line),
  cooperation: cooperation.nullable(), enquiry: z.object({ closesOn: z.iso.date(), answerHref: z.string().nullable() }).nullable(), futureHref: z.string(), expectHref: z.string().nullable(), askHref: z.string().nullable(), signals,
})
export type ShownMap = z.output<typeof shownMap>

/** One section for those who write it. */
export const shownSection = z.object({
  mapId: z.uuid(), slug: z.string(), area: z.string(), edition: z.int(), key, status: z.enum(['empty', 'draft', 'ready', 'published']), version: z.int(),
  text: text.nullable(), publicVersion: z.int().nullable(), published: z.object({ by: z.string(), at: z.iso.datetime() }).nullable(), versions: z.int(),
  contributions: z.array(ownContribution), photos: z.array(ownPhoto), ground, figures: z.array(figure), supported: shownShort.describe('residents with support, beside the section about groups of residents'), future: future.nullable(), acts: z.array(href),
})
export type ShownSection = z.output<typeof shownSection>

/** The future of an area for those who write it. */
export const shownFuturePage = z.object({ mapId: z.uuid(), area: z.string(), edition: z.int(), future, acts: z.array(href) })
export type ShownFuturePage = z.output<typeof shownFuturePage>

/** The history of a section, and what changed between two of its texts. */
export const shownVersions = z.object({
  mapId: z.uuid(), area: z.string(), edition: z.int(), key, version: z.int(), publicVersion: z.int().nullable(), mayRestore: z.boolean(),
  versions: z.array(text.extend({ made: z.enum(['written', 'restored', 'copied']), restoredFrom: z.int().nullable() })),
  from: z.int().nullable(), to: z.int().nullable(),
})
export type ShownVersions = z.output<typeof shownVersions>
