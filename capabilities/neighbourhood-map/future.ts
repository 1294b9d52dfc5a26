import type { Db } from '../../platform/db.ts'

export type Position = Awaited<ReturnType<typeof positionsOf>>[number]
export type Scenario = Awaited<ReturnType<typeof scenariosOf>>[number] & { positions: readonly Position[] }
export type Choice = Awaited<ReturnType<typeof choicesOf>>[number]
export type Goal = Awaited<ReturnType<typeof goalsOf>>[number]
/** The scenarios of a map with what parties think, the choices newest first, and the goals. */
export type Future = { scenarios: readonly Scenario[]; choices: readonly Choice[]; goals: readonly Goal[] }

const scenariosOf = (db: Db, mapId: string) => db.selectFrom('mapScenarios').where('mapId', '=', mapId).orderBy('at').orderBy('id').select(['id', 'title', 'body', 'horizon', 'restsOn', 'publishedAt']).execute()

const positionsOf = (db: Db, mapId: string) =>
  db
    .selectFrom('scenarioPositions as p')
    .innerJoin('mapScenarios as s', (join) => join.onRef('s.municipalityId', '=', 'p.municipalityId').onRef('s.id', '=', 'p.scenarioId'))
    .where('s.mapId', '=', mapId)
    .orderBy('p.at', 'desc')
    .orderBy('p.id')
    .select(['p.scenarioId', 'p.party', 'p.stance', 'p.reason', 'p.source', 'p.at', 'p.publishedAt'])
    .execute()

const choicesOf = (db: Db, mapId: string) => db.selectFrom('scenarioChoices').where('mapId', '=', mapId).orderBy('decidedOn', 'desc').orderBy('at', 'desc').select(['scenarioId', 'reasons', 'decidedBy', 'decidedOn', 'publishedAt']).execute()

const goalsOf = (db: Db, mapId: string) =>
  db
    .selectFrom('mapGoals')
    .where('mapId', '=', mapId)
    .orderBy('fromYear')
    .orderBy('untilYear')
    .orderBy('id')
    .select(['id', 'scenarioId', 'term', 'goal', 'sign', 'who', 'fromYear', 'untilYear', 'restsOn', 'state', 'explained', 'version', 'publishedAt'])
    .execute()

const published = <T extends { publishedAt: Date | null }>(all: readonly T[]): T[] => all.filter((it) => it.publishedAt !== null)
const none: Future = { scenarios: [], choices: [], goals: [] }

/** The future of an area as far as the actor may see it. Of each party its last position counts. */
export async function findFuture(db: Db, mapId: string, which: { only?: 'published' } = {}): Promise<Future> {
  const [scenarios, positions, choices, goals] = await Promise.all([scenariosOf(db, mapId), positionsOf(db, mapId), choicesOf(db, mapId), goalsOf(db, mapId)])
  const chosen = which.only ? published(positions) : positions
  const lastOf = (scenarioId: string) => {
    const own = chosen.filter((it) => it.scenarioId === scenarioId)
    return own.filter((it, index) => own.findIndex(({ party }) => party === it.party) === index)
  }
  const chosenFirst = scenarios.toSorted((a, b) => Number(b.id === choices[0]?.scenarioId) - Number(a.id === choices[0]?.scenarioId))
  const all = { scenarios: chosenFirst.map((it) => ({ ...it, positions: lastOf(it.id) })), choices, goals }
  return which.only ? { scenarios: published(all.scenarios), choices: published(choices), goals: published(goals) } : all
}

/** What of the future the public reads: that of the sections that are published, whoever looks. */
export async function findPublicFuture(db: Db, mapId: string, sections: ReadonlySet<string>): Promise<Future> {
  if (!sections.has('6-5') && !sections.has('6-6')) return none
  const { scenarios, choices, goals } = await findFuture(db, mapId, { only: 'published' })
  return { ...(sections.has('6-5') ? { scenarios, choices } : { scenarios: [], choices: [] }), goals: sections.has('6-6') ? goals : [] }
}
