import { z } from 'zod'
import { act } from '../../platform/act.ts'
import type { Reading } from '../../platform/context.ts'
import { notFound } from '../../platform/refusal.ts'
import { dayOf } from '../../platform/dates.ts'
import { prose } from '../../platform/validation.ts'
import { discreetly, onCase } from './caseAct.ts'
import { closedAlready } from './life.ts'
import { mayWork } from './policy.ts'
import { type CaseRecord, findCase } from './record.ts'
import { texts } from './texts.ts'

type WishRecord = CaseRecord & { content: { question: string | null; questionBehind: string | null; ownWords: string | null; version: number } }

async function findContent(reading: Reading, params: { caseId: string }): Promise<WishRecord> {
  const query = reading.db.selectFrom('caseContents').where('caseId', '=', params.caseId).select(['question', 'questionBehind', 'ownWords', 'version'])
  const [record, content] = await Promise.all([findCase(reading, params), (reading.forChange ? query.forUpdate() : query).executeTakeFirst()])
  if (!content) throw notFound()
  return { ...record, content }
}

/** What is asked, the question behind it, and what the resident wants in the resident's own words. */
export const questionDescribed = act({
  ...onCase,
  name: 'cases.describe-question',
  at: '/cases/:caseId/question',
  page: '/casussen/:caseId/wens',
  title: texts.wishTitle,
  submit: texts.wishSubmit,
  input: z.strictObject({ question: prose(200), questionBehind: prose(500).optional(), ownWords: prose(500).optional() }),
  form: {
    question: { as: 'area', label: texts.questionLabel, hint: texts.noNames, rows: 2 },
    questionBehind: { as: 'area', label: texts.behindLabel, rows: 3 },
    ownWords: { as: 'area', label: texts.ownWordsLabel, hint: texts.ownWordsHint, rows: 3 },
  },
  find: findContent,
  may: mayWork,
  discreet: discreetly('question', 'questionBehind', 'ownWords'),
  version: (record) => record.content.version,
  hindrance: closedAlready,
  prefill: ({ content }) => ({ question: content.question, questionBehind: content.questionBehind, ownWords: content.ownWords }),
  run: async (ctx, record, { question, questionBehind, ownWords }) => {
    const said = ownWords !== (record.content.ownWords ?? undefined) ? { ownWordsOn: ownWords ? dayOf(ctx.now) : null } : {}
    await ctx.db
      .updateTable('caseContents')
      .set({ question, questionBehind: questionBehind ?? null, ownWords: ownWords ?? null, ...said, version: record.content.version + 1 })
      .where('caseId', '=', record.id)
      .execute()
  },
  done: texts.wishKept,
})
