import type { Db } from '../../platform/db.ts'

/** Everything of a case that tells what it is about, for who may read it; empty for everybody else. */
export async function contentOf(db: Db, caseId: string) {
  const [content, steps, answers, actions, deeds, contacts, closure, signals] = await Promise.all([
    db.selectFrom('caseContents').where('caseId', '=', caseId).selectAll().executeTakeFirst(),
    db
      .selectFrom('caseSteps as s')
      .innerJoin('people as p', (join) => join.onRef('p.municipalityId', '=', 's.municipalityId').onRef('p.id', '=', 's.openedBy'))
      .where('s.caseId', '=', caseId)
      .orderBy('s.openedOn')
      .orderBy('s.step')
      .orderBy('s.round')
      .select(['s.step', 's.round', 's.openedOn', 'p.name as openedBy'])
      .execute(),
    db
      .selectFrom('caseAnswers as a')
      .innerJoin('people as p', (join) => join.onRef('p.municipalityId', '=', 'a.municipalityId').onRef('p.id', '=', 'a.writtenBy'))
      .where('a.caseId', '=', caseId)
      .distinctOn(['a.step', 'a.round', 'a.question'])
      .orderBy('a.step')
      .orderBy('a.round')
      .orderBy('a.question')
      .orderBy('a.version', 'desc')
      .select(['a.step', 'a.round', 'a.question', 'a.ownQuestion', 'a.body', 'a.version', 'a.writtenAt', 'p.name as writer'])
      .execute(),
    db
      .selectFrom('actions as a')
      .leftJoin('people as p', (join) => join.onRef('p.municipalityId', '=', 'a.municipalityId').onRef('p.id', '=', 'a.takerId'))
      .where('a.caseId', '=', caseId)
      .orderBy('a.dueOn')
      .select(['a.id', 'a.what', 'a.why', 'a.dueOn', 'a.state', 'a.result', 'a.agreedAt', 'a.takerParty', 'p.name as takerName'])
      .execute(),
    db
      .selectFrom('deeds as d')
      .leftJoin('people as p', (join) => join.onRef('p.municipalityId', '=', 'd.municipalityId').onRef('p.id', '=', 'd.byId'))
      .where('d.caseId', '=', caseId)
      .orderBy('d.doneOn', 'desc')
      .select(['d.id', 'd.what', 'd.doneOn', 'd.byParty', 'p.name as byName'])
      .execute(),
    db
      .selectFrom('contacts as c')
      .innerJoin('people as p', (join) => join.onRef('p.municipalityId', '=', 'c.municipalityId').onRef('p.id', '=', 'c.byId'))
      .where('c.caseId', '=', caseId)
      .orderBy('c.onDay', 'desc')
      .select(['c.id', 'c.onDay', 'c.channel', 'c.withWhom', 'c.reached', 'p.name as by'])
      .execute(),
    db.selectFrom('caseClosures').where('caseId', '=', caseId).selectAll().executeTakeFirst(),
    db.selectFrom('signals').where('caseId', '=', caseId).orderBy('receivedAt').select(['id', 'number', 'receivedAt']).execute(),
  ])
  return { content, steps, answers, actions, deeds, contacts, closure, signals }
}
