import { z } from 'zod'
import { openActs, view } from '../../platform/act.ts'
import type { Reading } from '../../platform/context.ts'
import { dayOf } from '../../platform/dates.ts'
import { nothing } from '../../platform/validation.ts'
import { maySeeContent, maySeeSignal, maySeeSignaller } from './policy.ts'
import { presentSignal } from './present.ts'
import { factsOfCase, findSignal, type Theme } from './record.ts'
import { SignalPage } from './SignalPage.tsx'
import { SignalsPage } from './SignalsPage.tsx'
import { shownLine, shownSignal } from './shown.ts'
import { texts } from './texts.ts'
import { signalTakenUp } from './triage.ts'
import { gistOf } from './words.ts'

const filters = z.strictObject({
  staat: z.enum(['open', 'wacht', 'afgerond']).optional(),
  team: z.string().regex(/^[a-z0-9-]{1,120}$/).optional(),
  van: z.enum(['mij']).optional(),
  /** the signals from which one case came, in whatever state */
  casus: z.uuid().optional(),
  pagina: z.coerce.number().int().min(1).max(1000).optional(),
})
export type Filters = z.output<typeof filters>
const pageSize = 50

/** Signals of my teams and those I brought in: what waits first, then by next date; finished ones by when. */
async function listed({ db, now }: Reading, _params: object, { casus, staat = casus ? undefined : 'open', team, pagina = 1 }: Filters) {
  const lines = await db
    .selectFrom('signals as s')
    .innerJoin('teams as t', (join) => join.onRef('t.municipalityId', '=', 's.municipalityId').onRef('t.id', '=', 's.teamId'))
    .innerJoin('people as p', (join) => join.onRef('p.municipalityId', '=', 's.municipalityId').onRef('p.id', '=', 's.ownerId'))
    .leftJoin('areas as a', (join) => join.onRef('a.municipalityId', '=', 's.municipalityId').onRef('a.id', '=', 's.areaId'))
    .leftJoin('cases as k', (join) => join.onRef('k.municipalityId', '=', 's.municipalityId').onRef('k.id', '=', 's.caseId'))
    .leftJoin('signalContents as c', (join) => join.onRef('c.municipalityId', '=', 's.municipalityId').onRef('c.signalId', '=', 's.id'))
    .$if(staat === 'open', (query) => query.where('s.state', 'in', ['new', 'taken-up']))
    .$if(staat === 'wacht', (query) => query.where('s.state', '=', 'new'))
    .$if(staat === 'afgerond', (query) => query.where('s.state', 'in', ['case', 'closed']))
    .$if(casus !== undefined, (query) => query.where('s.caseId', '=', casus ?? ''))
    .$if(team !== undefined, (query) => query.where('t.slug', '=', team ?? ''))
    .orderBy((on) => on('s.state', '=', 'new'), 'desc')
    .orderBy('s.nextOn')
    .orderBy('s.finishedAt', 'desc')
    .orderBy('s.id')
    .limit(pageSize + 1)
    .offset((pagina - 1) * pageSize)
    .select(['s.municipalityId', 'k.teamId as caseTeamId', 'k.purpose as casePurpose', 's.id', 's.number', 's.state', 's.urgency', 's.teamId', 't.name as team', 't.slug', 'a.name as area', 's.purpose', 's.ownerId', 'p.name as owner', 's.nextOn', 's.receivedAt', 's.finishedAt', 's.signalledBy', 's.caseId', 'c.seen', 'c.themes'])
    .select((on) =>
      on.exists(on.selectFrom('signalFeedback as f').whereRef('f.signalId', '=', 's.id').where('f.givenAt', 'is', null).where('f.waivedAt', 'is', null).select('f.id')).as('owed'),
    )
    .execute()
  const [first] = lines
  // Whoever works on the case sees its signals by that; in the other lists team duty and bringing in decide.
  const caseFacts = casus && first ? await factsOfCase(db, now, first) : null
  return lines.map((it) => ({ ...it, caseFacts }))
}

/** Signals, what waits first. */
export const signalsListed = view({
  name: 'signals.list',
  at: '/signals',
  path: '/signalen',
  title: texts.signals,
  query: filters,
  output: z.object({ signals: z.array(shownLine), more: z.boolean(), teams: z.array(z.object({ slug: z.string(), name: z.string() })) }),
  find: listed,
  may: () => true,
  each: (actor, it) => maySeeSignal(actor, it),
  about: (lines) => lines.map((it) => it.id),
  present: async ({ actor, db }, lines, { van }) => {
    const teams = actor.teams.length < 2 ? [] : await db.selectFrom('teams').where('id', 'in', [...actor.teams]).orderBy('name').select(['slug', 'name']).execute()
    return {
      teams,
      more: lines.length > pageSize,
      signals: lines
        .slice(0, pageSize)
        .filter((it) => van !== 'mij' || it.ownerId === actor.id || it.signalledBy === actor.id)
        .map((it) => {
          const content = maySeeContent(actor, it)
          return {
            id: it.id,
            number: it.number,
            state: it.state,
            urgency: it.urgency,
            team: it.team,
            area: it.area,
            owner: it.owner,
            mine: it.ownerId === actor.id,
            broughtIn: it.signalledBy === actor.id,
            nextOn: it.nextOn,
            receivedOn: dayOf(it.receivedAt),
            finishedOn: it.finishedAt ? dayOf(it.finishedAt) : null,
            owed: maySeeSignaller(actor, it) && Boolean(it.owed),
            gist: content && it.seen ? gistOf(it.seen) : null,
            themes: content ? ((it.themes ?? []) as Theme[]) : [],
            acts: it.state === 'new' ? openActs([signalTakenUp], actor, it, { signalId: it.id }) : [],
          }
        }),
    }
  },
  page: (shown, { query, now }) => <SignalsPage {...shown} query={query} now={now} />,
})

/** One signal: that it exists for the team, whole for triage. */
export const signalViewed = view({
  name: 'signals.view',
  at: '/signals/:signalId',
  path: '/signalen/:signalId',
  title: texts.signalTitle,
  query: nothing,
  output: shownSignal,
  find: findSignal,
  may: maySeeSignal,
  about: (record) => [record.id],
  version: (record) => record.version,
  present: presentSignal,
  page: (shown, { now }) => <SignalPage it={shown} now={now} />,
})
