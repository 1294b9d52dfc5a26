import { z } from 'zod'
import { addDays, dayOf, daysBetween, type IsoDay } from '../../platform/dates.ts'
import { Refusal } from '../../platform/refusal.ts'
import { say } from '../../platform/texts.ts'
import { texts } from './texts.ts'

const several = (it: unknown) => (it === undefined ? [] : [it].flat())

/** What makes one agenda narrower than another. In the address of the page and of its calendar file alike. */
export const choices = {
  /** target groups, by slug */
  voor: z.preprocess(several, z.array(z.string().regex(/^[a-z0-9-]{1,60}$/)).max(20)),
  kosten: z.enum(['gratis', 'minder-dan-5']).optional(),
  /** what makes it easier to come; all that is chosen holds */
  handig: z.preprocess(several, z.array(z.enum(['zonder-aanmelden', 'rolstoel', 'beperking', 'ophalen', 'meelopen'])).max(5)),
  /** slug of an area */
  wijk: z.string().regex(/^[a-z0-9-]{1,60}$/).optional(),
}
export const feedQuestion = z.strictObject(choices)
export type Choices = z.output<typeof feedQuestion>

export const agendaQuestion = z.strictObject({
  vorm: z.enum(['dag', 'week', 'lijst']).default('week'),
  // any text, so that a day that does not exist is refused in words that fit
  vanaf: z.string().max(40).optional(),
  ...choices,
})
export type AgendaQuestion = z.output<typeof agendaQuestion>

/** How many days each form shows. */
export const length = { dag: 1, week: 7, lijst: 28 } as const
// Reckoning far away costs, and nobody plans an afternoon that far ahead.
const furthest = 732

const wrong = (text: { nl: string; en: string }, code: string) => new Refusal(400, `agenda.${code}`, text, { errors: [{ in: 'query', at: 'vanaf', code, detail: say(text) }] })

/** The first and last day that are asked for. @throws Refusal 400 the day does not exist, or is too far away */
export function daysOf({ vorm, vanaf }: AgendaQuestion, now: Date): { from: IsoDay; to: IsoDay } {
  const from = vanaf ?? dayOf(now)
  if (!z.iso.date().safeParse(from).success) throw wrong(texts.dayWrong(from), 'day-wrong')
  if (Math.abs(daysBetween(dayOf(now), from)) > furthest) throw wrong(texts.dayFar, 'day-far')
  return { from, to: addDays(from, length[vorm] - 1) }
}

/** The address of this agenda with some parts changed; what is usual is left out. */
export function agendaAddress(path: string, it: Partial<AgendaQuestion>, change: Partial<AgendaQuestion> = {}): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...it, ...change })) for (const one of [value].flat()) if (one && !(name === 'vorm' && one === 'week')) params.append(name, one)
  return params.size > 0 ? `${path}?${params}` : path
}
