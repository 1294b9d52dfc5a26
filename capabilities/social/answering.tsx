import { sql } from 'kysely'
import { z } from 'zod'
import { notNow, publicAct } from '../../platform/act.ts'
import { fullDay } from '../../platform/dates.ts'
import { say, type Text } from '../../platform/texts.ts'
import { actTexts } from './actTexts.ts'
import { findRound } from './record.ts'
import { statements } from './texts.ts'

const mark = () => z.int().min(1).max(10)
const question = (label: Text) => ({ as: 'number', label, hint: actTexts.mark }) as const

/** A resident says how people live together: seven marks and nothing else. Open to everybody who has the address of a round. */
export const socialAnswered = publicAct({
  name: 'social.answer',
  at: '/social-rounds/:code/answers',
  page: '/vragenlijst/:code',
  title: actTexts.answerTitle,
  submit: actTexts.answerSubmit,
  throttle: { most: 30, seconds: 3600 },
  input: z.strictObject({
    know: mark(), pleasant: mark(), sociable: mark(), home: mark(), capacities: mark().optional(), environment: mark().optional(), takingPart: mark().optional(),
    website: z.string().max(0, { error: () => say(actTexts.trap) }).optional(),
  }),
  form: {
    know: question(statements[0]), pleasant: question(statements[1]), sociable: question(statements[2]), home: question(statements[3]),
    capacities: { ...question(actTexts.capacities), optional: true }, environment: { ...question(actTexts.environment), optional: true }, takingPart: { ...question(actTexts.takingPart), optional: true },
    website: { as: 'trap', label: actTexts.trap },
  },
  output: z.object({ slug: z.string() }),
  find: findRound,
  may: () => true,
  // Nothing that leads to an answer stands in the log, so it says of which round it was and no more.
  about: ({ id }) => [id],
  hindrance: ({ open }) => (open ? undefined : notNow('round.over', actTexts.notOpen)),
  run: async ({ db }, { code }, it) => {
    await sql`select ctx.answer_social(${code}, ${[it.know, it.pleasant, it.sociable, it.home]}::smallint[], ${[it.capacities ?? null, it.environment ?? null, it.takingPart ?? null]}::smallint[])`.execute(db)
  },
  present: (_ctx, _done, { slug }) => ({ slug }),
  intro: ({ area, closesOn }) => (
    <div class="stack">
      <p class="lead">{say(actTexts.answerLead(area, fullDay(closesOn)))}</p>
      <p>{say(actTexts.answerPrivate)}</p>
    </div>
  ),
  next: ({ slug }) => `/wijk/${slug}`,
  back: '/wijken',
  done: actTexts.answerDone,
  audit: 'C',
})
