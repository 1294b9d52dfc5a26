import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import { act, publicAct } from '../../platform/act.ts'
import type { Context } from '../../platform/context.ts'
import { say, type Text } from '../../platform/texts.ts'
import { maySeeWishes } from './policy.ts'
import { type WishArea, wishAreas } from './wishes.ts'
import { wishTexts as texts } from './wishTexts.ts'
import { type DayPart, dayParts, type WishTheme, wishThemes } from './words.ts'

const asked = (text: Text) => (): string => say(text)
const wish = {
  theme: z.enum(Object.keys(wishThemes) as [WishTheme], { error: asked(texts.themeMissing) }),
  area: z.string({ error: asked(texts.areaMissing) }).trim().min(1, { error: asked(texts.areaMissing) }).max(80),
  dayParts: z.array(z.enum(Object.keys(dayParts) as [DayPart])).min(1, { error: asked(texts.dayPartsMissing) }).max(4),
}
const output = z.object({ theme: wish.theme, area: z.string() })

const areaChoices = (areas: readonly WishArea[]) => ({ area: areas.map(({ slug, name, whole }) => ({ value: slug, label: whole ? say(texts.areaAny) : name })) })
const slugFrom = (areas: readonly WishArea[], query: URLSearchParams) => areas.find(({ slug }) => slug === query.get('wijk'))?.slug
const themeFrom = (query: URLSearchParams) => Object.keys(wishThemes).find((it) => it === query.get('wat'))

async function leave(ctx: Context, areas: readonly WishArea[], it: { theme: WishTheme; area: string; dayParts: readonly DayPart[]; people: number }): Promise<{ id: string; theme: WishTheme; area: string }> {
  const id = randomUUID()
  const areaId = areas.find(({ slug }) => slug === it.area)?.id
  await sql`select ctx.leave_wish(${id}::uuid, ${it.theme}, ${areaId}::uuid, ${[...new Set(it.dayParts)]}::text[], ${it.people}::integer)`.execute(ctx.db)
  return { id, theme: it.theme, area: it.area }
}

/** Anybody says what they miss. Asks nothing about who it is, so nothing about anybody is kept. */
export const wishLeft = publicAct({
  name: 'participation.wish',
  at: '/wishes',
  page: '/wensen/nieuw',
  title: texts.leave,
  submit: texts.submit,
  throttle: { most: 10, seconds: 600 },
  audit: 'C',
  input: z.strictObject({ ...wish, website: z.string().max(0, { error: asked(texts.trap) }).optional() }),
  form: {
    theme: { as: 'choice', label: texts.theme, options: wishThemes },
    area: { as: 'pick', label: texts.area },
    dayParts: { as: 'ticks', label: texts.dayParts, hint: texts.dayPartsHint, options: dayParts },
    website: { as: 'trap', label: texts.trap },
  },
  output,
  find: wishAreas,
  may: () => true,
  choices: async (_ctx, areas) => areaChoices(areas),
  prefill: (areas, query) => ({ area: slugFrom(areas, query), theme: themeFrom(query) }),
  run: (ctx, areas, { website: _trap, ...it }) => leave(ctx, areas, { ...it, people: 1 }),
  about: (_areas, done) => (done ? [done.id] : []),
  present: (_ctx, { theme, area }) => ({ theme, area }),
  intro: () => <p class="lead">{say(texts.intro)}</p>,
  back: '/wensen',
  next: () => '/wensen',
  done: texts.done,
})

/** A colleague passes on what a group asked for, by number and without names. */
export const wishPassedOn = act({
  name: 'participation.pass-on-wish',
  at: '/wishes/staff',
  page: '/activiteiten/doorgeven',
  title: texts.forOthersTitle,
  submit: texts.forOthersSubmit,
  audit: 'C',
  input: z.strictObject({ ...wish, people: z.number().int().min(1).max(30) }),
  form: {
    theme: { as: 'choice', label: texts.forOthersTheme, options: wishThemes },
    area: { as: 'pick', label: texts.area },
    dayParts: { as: 'ticks', label: texts.forOthersParts, hint: texts.dayPartsHint, options: dayParts },
    people: { as: 'number', label: texts.howMany },
  },
  output,
  find: wishAreas,
  may: (actor) => maySeeWishes(actor),
  choices: async (_ctx, areas) => areaChoices(areas),
  prefill: (areas, query) => ({ area: slugFrom(areas, query), theme: themeFrom(query) }),
  run: leave,
  about: (_areas, done) => (done ? [done.id] : []),
  present: (_ctx, { theme, area }) => ({ theme, area }),
  intro: () => <p>{say(texts.forOthersIntro)}</p>,
  back: '/activiteiten',
  next: () => '/activiteiten',
  done: texts.forOthersDone,
})
