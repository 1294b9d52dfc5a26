import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import { act } from '../../platform/act.ts'
import type { Reading } from '../../platform/context.ts'
import { dayOf } from '../../platform/dates.ts'
import { say } from '../../platform/texts.ts'
import { findKept, type Kept, keptHref } from './keeping.ts'
import { waits, waitTexts as texts } from './waitTexts.ts'

const lengths = ['none', 'two-weeks', 'four-weeks', 'two-months', 'three-months', 'longer'] as const
/** Waiting as it was experienced in the past half year: `count` reports, of which `noPlace` found no place; `wait` is the middle one of the others, null when there are none. */
export const practice = z.object({ wait: z.enum(lengths).nullable(), count: z.int().min(5), noPlace: z.int().min(0) })
export type Practice = z.infer<typeof practice>

/** Of a row `x` of services; null below five reports, so that no single one can be read from it. */
export const practiceOf = sql<Practice | null>`ctx.wait_experienced(x.id)`

/** What was experienced, in a sentence or two. */
export const practiceWords = ({ wait, count, noPlace }: Practice): string =>
  [wait ? say(texts.practice(say(waits[wait]).toLowerCase(), count)) : null, noPlace > 0 ? say(texts.noPlace(noPlace, count)) : null].filter(Boolean).join(' ')

/** Somebody who pointed a resident to a service tells how long that resident had to wait; the row holds neither of them. */
export const waitTold = act({
  name: 'directory.tell-wait',
  at: '/waits/:slug',
  page: '/wachttijd/:slug',
  title: texts.tell,
  audit: 'C',
  back: '/sociale-kaart/voorziening/:slug',
  input: z.strictObject({ wait: z.enum([...lengths, 'no-place']) }),
  form: { wait: { as: 'choice', label: texts.wait, options: waits } },
  find: (reading: Reading, { slug }: { slug: string }): Promise<Kept> => findKept(reading, { kind: 'voorziening', slug }),
  may: () => true,
  about: (it) => [it.id],
  intro: (it) => <p>{say(texts.intro(it.name))}</p>,
  run: async (ctx, it, { wait }) => {
    await ctx.db.insertInto('waitsExperienced').values({ municipalityId: ctx.actor.municipalityId, id: randomUUID(), serviceId: it.id, wait, toldOn: dayOf(ctx.now) }).execute()
  },
  output: z.object({ href: z.string() }),
  present: (_ctx, _done, it) => ({ href: keptHref(it) }),
  next: ({ href }) => href,
  done: texts.told,
})
