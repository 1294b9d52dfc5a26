import { sql } from 'kysely'
import { z } from 'zod'
import { act, notNow } from '../../platform/act.ts'
import { dayOf } from '../../platform/dates.ts'
import type { Db } from '../../platform/db.ts'
import { invalid } from '../../platform/refusal.ts'
import { say, type Text } from '../../platform/texts.ts'
import { line, prose } from '../../platform/validation.ts'
import { discreetly, onCase } from './caseAct.ts'
import { caseLife, closedAlready, leadsTo, stepOf } from './life.ts'
import { mayWork } from './policy.ts'
import { type QuestionKey, questions, questionsOf } from './questions.ts'
import { findCase } from './record.ts'
import { stateTexts, texts } from './texts.ts'

const own = 'own'

/** Writes an answer to one question of the present step. What stood there before is kept as an earlier version. */
export const stepAnswered = act({
  ...onCase,
  name: 'cases.answer-question',
  at: '/cases/:caseId/answers',
  page: '/casussen/:caseId/vraag',
  title: texts.answerTitle,
  submit: texts.answerSubmit,
  input: z.strictObject({ question: z.string().min(1).max(20), ownQuestion: line(200).optional(), body: prose(4000) }),
  form: {
    question: { as: 'pick', label: texts.whichQuestion },
    ownQuestion: { as: 'text', label: texts.ownQuestionLabel, hint: texts.ownQuestionHint },
    body: { as: 'area', label: texts.answerLabel, hint: texts.noNames, rows: 6 },
  },
  audit: 'C',
  find: findCase,
  may: mayWork,
  discreet: discreetly('body', 'ownQuestion'),
  hindrance: closedAlready,
  choices: async (_ctx, record) => ({
    question: [...questionsOf(stepOf(record.state)).map(({ key, text }) => ({ value: key as string, label: say(text) })), { value: own, label: say(texts.ownQuestion) }],
  }),
  prefill: (_record, query) => ({ question: query.get('vraag') ?? undefined }),
  run: async (ctx, record, { question, ownQuestion, body }) => {
    const step = stepOf(record.state)
    const round = await lastRound(ctx.db, record.id, step)
    if (question === own && !ownQuestion) throw invalid([{ in: 'body', at: 'ownQuestion', code: 'missing', detail: texts.ownQuestionMissing }])
    const key = question === own ? `own:${ownQuestion}`.slice(0, 200) : question
    await ctx.db
      .insertInto('caseAnswers')
      .values({
        municipalityId: ctx.actor.municipalityId,
        caseId: record.id,
        step,
        round,
        question: key,
        version: sql<number>`(select coalesce(max(version), 0) + 1 from case_answers where case_id = ${record.id} and step = ${step} and round = ${round} and question = ${key})`,
        ownQuestion: question === own ? (ownQuestion ?? null) : null,
        body,
        writtenBy: ctx.actor.id,
        writtenAt: ctx.now,
      })
      .execute()
  },
  done: texts.answerKept,
})

async function lastRound(db: Db, caseId: string, step: number): Promise<number> {
  const last = await db.selectFrom('caseSteps').where('caseId', '=', caseId).where('step', '=', step).select((on) => on.fn.max('round').as('round')).executeTakeFirst()
  return last?.round ?? 1
}

/** The case goes to the next step, or to a new round of progress. */
export const stepOpened = act({
  ...onCase,
  name: 'cases.open-step',
  at: '/cases/:caseId/steps',
  page: '/casussen/:caseId/stap',
  title: texts.stepTitle,
  submit: texts.stepSubmit,
  input: z.strictObject({ state: z.enum(['deepening', 'action', 'progress']) }),
  form: { state: { as: 'choice', label: texts.stepLabel, options: { deepening: stateTexts.deepening, action: stateTexts.action, progress: stateTexts.progress } } },
  find: findCase,
  may: mayWork,
  version: (record) => record.version,
  hindrance: closedAlready,
  prefill: (record) => ({ state: caseLife[record.state][0] }),
  run: async (ctx, record, { state }) => {
    if (!leadsTo(record.state, state)) throw notNow('case.step-not-now', texts.stepNotNow)
    const step = stepOf(state)
    const round = record.state === state ? (await lastRound(ctx.db, record.id, step)) + 1 : 1
    await ctx.db.insertInto('caseSteps').values({ municipalityId: ctx.actor.municipalityId, caseId: record.id, step, round, openedOn: dayOf(ctx.now), openedBy: ctx.actor.id }).execute()
    await ctx.db.updateTable('cases').set({ state, version: record.version + 1 }).where('id', '=', record.id).execute()
  },
  done: texts.stepDone,
})

/** The words of a question; the question itself when somebody made it up. */
export const wordsOf = (question: string, ownQuestion: string | null): Text =>
  question in questions ? questions[question as QuestionKey].text : { nl: ownQuestion ?? question, en: ownQuestion ?? question }
