import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { act, notNow } from '../../platform/act.ts'
import type { Reading } from '../../platform/context.ts'
import { notFound } from '../../platform/refusal.ts'
import { day, id, line, prose } from '../../platform/validation.ts'
import { actTexts } from './actTexts.ts'
import { allSections } from './format.ts'
import { type SectionKey, sectionKeys } from './sectionKeys.ts'
import { findFuture, type Future } from './future.ts'
import { nobodyIn, notLater, onMap, sectionHref } from './mapAct.ts'
import { mayWriteMap } from './policy.ts'
import { findMapRow, type MapRow } from './record.ts'
import { parties, stances } from './words.ts'

type WithFuture = MapRow & Future

/** A map with its future. @throws Refusal 404 */
export async function withFuture(reading: Reading, { mapId }: { mapId: string }): Promise<WithFuture> {
  const [row, future] = await Promise.all([findMapRow(reading, { mapId }), findFuture(reading.db, mapId)])
  return { ...row, ...future }
}

const onFuture = { ...onMap, find: withFuture, may: mayWriteMap, next: ({ mapId }: { mapId: string }) => sectionHref(mapId, '6-5'), done: actTexts.futureDone, audit: 'C' as const }
/** The sections of the profile that something rests on. */
export const restsOn = z.array(z.enum(sectionKeys)).min(1)
const offered = allSections.filter((it) => !it.key.startsWith('6-'))
export const restsOnField = {
  as: 'ticks' as const, label: actTexts.restsOnLabel, hint: actTexts.restsOnHint,
  options: Object.fromEntries(offered.map((it) => [it.key, { nl: `${it.number} ${it.name.nl}`, en: `${it.number} ${it.name.en}` }])) as Record<SectionKey, { nl: string; en: string }>,
}

/** What the future may bring. */
export const scenarioDescribed = act({
  ...onFuture,
  name: 'neighbourhood-map.describe-scenario',
  at: '/neighbourhood-maps/:mapId/scenarios',
  page: '/wijkkaart/:mapId/scenario',
  title: actTexts.scenarioTitle,
  input: z.strictObject({ title: line(120), body: prose(2000), horizon: z.int().min(2000).max(2150), restsOn }),
  form: {
    title: { as: 'text', label: actTexts.scenarioName, longest: 120 },
    body: { as: 'area', label: actTexts.scenarioBody, hint: actTexts.noPeople, rows: 6 },
    horizon: { as: 'number', label: actTexts.horizonLabel },
    restsOn: restsOnField,
  },
  prefill: ({ today }) => ({ horizon: `${Number(today.slice(0, 4)) + 10}` }),
  run: async (ctx, { id: mapId, municipalityId }, input) => {
    nobodyIn(input)
    await ctx.db.insertInto('mapScenarios').values({ ...input, municipalityId, id: randomUUID(), mapId, byId: ctx.actor.id, at: ctx.now }).execute()
  },
})

type OfScenario = WithFuture & { scenario: Future['scenarios'][number] }

async function findScenario(reading: Reading, { mapId, scenarioId }: { mapId: string; scenarioId: string }): Promise<OfScenario> {
  const record = await withFuture(reading, { mapId })
  const scenario = record.scenarios.find((it) => it.id === scenarioId)
  if (!scenario) throw notFound()
  return { ...record, scenario }
}

/** What one party thinks of a scenario. A later position takes the place of an earlier one; both are kept. */
export const positionRecorded = act({
  ...onFuture,
  name: 'neighbourhood-map.record-position',
  at: '/neighbourhood-maps/:mapId/scenarios/:scenarioId/positions',
  page: '/wijkkaart/:mapId/scenario/:scenarioId/standpunt',
  title: actTexts.positionTitle,
  input: z.strictObject({ party: z.enum(['municipality', 'providers', 'insurer', 'residents']), stance: z.enum(['for', 'conditions', 'against', 'undecided']), reason: prose(1000), source: line(300) }),
  form: {
    party: { as: 'choice', label: actTexts.partyLabel, options: parties },
    stance: { as: 'choice', label: actTexts.stanceLabel, options: stances },
    reason: { as: 'area', label: actTexts.reasonLabel, rows: 4 },
    source: { as: 'text', label: actTexts.sourceLabel, hint: actTexts.sourceHint, longest: 300 },
  },
  find: findScenario,
  intro: ({ scenario }) => scenario.title,
  run: async (ctx, { municipalityId, scenario }, input) => {
    nobodyIn(input)
    await ctx.db.insertInto('scenarioPositions').values({ ...input, municipalityId, id: randomUUID(), scenarioId: scenario.id, byId: ctx.actor.id, at: ctx.now }).execute()
  },
})

/** Which scenario was chosen, by whom and why. An earlier choice stays. */
export const scenarioChosen = act({
  ...onFuture,
  name: 'neighbourhood-map.choose-scenario',
  at: '/neighbourhood-maps/:mapId/choices',
  page: '/wijkkaart/:mapId/keuze',
  title: actTexts.choiceTitle,
  input: z.strictObject({ scenarioId: id(), reasons: prose(2000), decidedBy: line(160), decidedOn: day() }),
  form: {
    scenarioId: { as: 'pick', label: actTexts.choiceLabel },
    reasons: { as: 'area', label: actTexts.choiceReasons, rows: 5 },
    decidedBy: { as: 'text', label: actTexts.decidedBy, hint: actTexts.decidedByHint, longest: 160 },
    decidedOn: { as: 'day', label: actTexts.decidedOn },
  },
  hindrance: ({ scenarios }) => (scenarios.length === 0 ? notNow('scenario.none', actTexts.noScenario) : undefined),
  choices: async (_ctx, { scenarios }) => ({ scenarioId: scenarios.map((it) => ({ value: it.id, label: it.title })) }),
  prefill: ({ today }) => ({ decidedOn: today }),
  run: async (ctx, { id: mapId, municipalityId, today }, input) => {
    nobodyIn(input)
    notLater(today, { decidedOn: input.decidedOn })
    await ctx.db.insertInto('scenarioChoices').values({ ...input, municipalityId, id: randomUUID(), mapId, byId: ctx.actor.id, at: ctx.now }).execute()
  },
})
