import { randomInt, randomUUID } from 'node:crypto'
import { z } from 'zod'
import { act, notNow } from '../../platform/act.ts'
import { addDays } from '../../platform/dates.ts'
import { invalid } from '../../platform/refusal.ts'
import { day, line } from '../../platform/validation.ts'
import { actTexts } from './actTexts.ts'
import { mayOpenRound } from './policy.ts'
import { findAskedArea } from './record.ts'

/** Below this many inhabitants an area is too small to ask: whoever knows its people recognises answers. */
const fewest = 100
// Without signs that look alike, because people type this from paper.
const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
const newCode = (): string => Array.from({ length: 12 }, () => letters[randomInt(letters.length)]).join('')

/** A round of questions to the residents of an area begins. */
export const roundOpened = act({
  name: 'social.open-round',
  at: '/neighbourhoods/:slug/social-rounds',
  page: '/wijk/:slug/vragenlijst',
  title: actTexts.roundTitle,
  input: z.strictObject({ name: line(80), kind: z.enum(['open', 'handed-out']), closesOn: day() }),
  form: {
    name: { as: 'text', label: actTexts.roundName, hint: actTexts.roundNameHint, longest: 80 },
    kind: { as: 'choice', label: actTexts.roundKind, options: { open: { label: actTexts.kindOpen, hint: actTexts.kindOpenHint }, 'handed-out': { label: actTexts.kindHanded, hint: actTexts.kindHandedHint } } },
    closesOn: { as: 'day', label: actTexts.closes, hint: actTexts.closesHint },
  },
  output: z.object({ roundId: z.uuid(), code: z.string().describe('stands in the address of the questionnaire') }),
  find: findAskedArea,
  may: mayOpenRound,
  about: ({ id }) => [id],
  hindrance: ({ running, inhabitants }) => (running ? notNow('round.running', actTexts.running) : inhabitants !== null && inhabitants < fewest ? notNow('round.too-few', actTexts.tooSmall) : undefined),
  prefill: ({ today }) => ({ kind: 'open', closesOn: addDays(today, 28) }),
  run: async (ctx, { id: areaId, municipalityId, today }, { closesOn, ...input }) => {
    if (closesOn <= today || closesOn > addDays(today, 183)) throw invalid([{ in: 'body', at: 'closesOn', code: 'not-a-later-day', detail: actTexts.laterDay }])
    const round = { id: randomUUID(), code: newCode() }
    await ctx.db.insertInto('socialRounds').values({ municipalityId, ...round, areaId, ...input, opensOn: today, closesOn, openedBy: ctx.actor.id }).execute()
    return round
  },
  present: (_ctx, { id, code }) => ({ roundId: id, code }),
  next: () => '/wijken/sociaal/vragenlijsten',
  back: '/wijken/sociaal/vragenlijsten',
  done: actTexts.roundDone,
  audit: 'C',
})
