import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { act } from '../../platform/act.ts'
import { dayOf } from '../../platform/dates.ts'
import { notFound } from '../../platform/refusal.ts'
import { say } from '../../platform/texts.ts'
import { id } from '../../platform/validation.ts'
import { mayAnswerWish } from './policy.ts'
import { activitiesFor, findWish } from './wishes.ts'
import { wishTexts as texts } from './wishTexts.ts'
import { wishInWords } from './wishWords.ts'

/** Somebody of the team says which activity has started in answer to a wish; counting starts again. */
export const wishAnswered = act({
  name: 'participation.answer-wish',
  at: '/wishes/:theme/:slug/answers',
  page: '/activiteiten/wensen/:theme/:slug/begonnen',
  title: texts.answer,
  submit: texts.answerSubmit,
  audit: 'C',
  input: z.strictObject({ serviceId: id() }),
  form: { serviceId: { as: 'pick', label: texts.answerService, hint: texts.answerServiceHint } },
  output: z.object({ answerId: z.uuid() }),
  find: findWish,
  may: mayAnswerWish,
  choices: async (ctx, wish) => ({ serviceId: (await activitiesFor(ctx, wish.area.id)).map((it) => ({ value: it.id, label: `${it.name} (${it.organization})` })) }),
  run: async (ctx, wish, { serviceId }) => {
    const answerId = randomUUID()
    const { numInsertedOrUpdatedRows } = await ctx.db
      .insertInto('wishAnswers')
      .values({ municipalityId: ctx.actor.municipalityId, id: answerId, theme: wish.theme, areaId: wish.area.id, serviceId, byId: ctx.actor.id, answeredOn: dayOf(ctx.now) })
      .executeTakeFirstOrThrow()
    if (numInsertedOrUpdatedRows !== 1n) throw notFound()
    return { answerId }
  },
  about: (_wish, done) => (done ? [done.answerId] : []),
  present: (_ctx, done) => done,
  intro: (wish) => <p>{say(texts.answerIntro(wishInWords(wish).toLowerCase(), wish.people))}</p>,
  back: '/activiteiten',
  next: () => '/activiteiten',
  done: texts.answerDone,
})
