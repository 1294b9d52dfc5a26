import { z } from 'zod'
import { type OpenAct, openActs, publicView, view } from '../../platform/act.ts'
import { nothing } from '../../platform/validation.ts'
import { maySeeBoard } from '../board/index.ts'
import { maySeeWishes } from './policy.ts'
import { wishAnswered } from './wishAnswering.tsx'
import { sharedWishes, startedOnWishes, type Wish } from './wishes.ts'
import { wishTexts as texts } from './wishTexts.ts'
import { TeamWishesPage, WishesPage } from './WishesPages.tsx'
import { type DayPart, dayParts, type WishTheme, wishThemes } from './words.ts'

const shownWish = z.object({
  theme: z.enum(Object.keys(wishThemes) as [WishTheme]),
  area: z.object({ slug: z.string(), name: z.string(), whole: z.boolean().describe('for who does not mind where') }),
  people: z.int().describe('rounded for the public; never below the threshold'),
  dayParts: z.array(z.enum(Object.keys(dayParts) as [DayPart])).describe('named by at least as many as the threshold, the most first'),
})
const shownStart = z.object({ theme: shownWish.shape.theme, area: z.string(), name: z.string(), slug: z.string(), on: z.iso.date() })
const openAct = z.object({ name: z.string(), title: z.object({ nl: z.string(), en: z.string() }), href: z.string() })
const forTeam = shownWish.extend({ yours: z.boolean(), acts: z.array(openAct) })
export type ShownWish = z.output<typeof shownWish>
export type TeamWish = z.output<typeof forTeam>
export type ShownStart = z.output<typeof shownStart>

const shown = ({ theme, area: { slug, name, whole }, people, dayParts: parts }: Wish): z.input<typeof shownWish> => ({ theme, area: { slug, name, whole }, people, dayParts: [...parts] })
const both = async (reading: Parameters<typeof sharedWishes>[0]) => {
  const [wishes, started] = await Promise.all([sharedWishes(reading), startedOnWishes(reading)])
  return { wishes, started }
}

/** What people wish for and what started of it, for everybody. */
export const wishesShown = publicView({
  name: 'participation.wishes',
  at: '/wishes',
  path: '/wensen',
  title: texts.title,
  query: nothing,
  output: z.object({ wishes: z.array(shownWish), started: z.array(shownStart) }),
  find: both,
  may: () => true,
  about: () => [],
  present: (_ctx, { wishes, started }) => ({ wishes: wishes.map(shown), started }),
  page: ({ wishes, started }, { now }) => <WishesPage wishes={wishes} started={started} now={now} />,
})

const actsOn = (actor: Parameters<typeof openActs>[1], it: Wish): OpenAct[] => openActs([wishAnswered], actor, it, { theme: it.theme, slug: it.area.slug })

/** What enough people wish for, with the way to start something. */
export const wishesForTeam = view({
  name: 'participation.wishes-for-staff',
  at: '/wishes/staff',
  path: '/activiteiten',
  title: texts.teamTitle,
  query: nothing,
  output: z.object({ wishes: z.array(forTeam), started: z.array(shownStart), keeper: z.boolean(), board: z.boolean().describe('may see the sharing board at work') }),
  find: both,
  may: (actor) => maySeeWishes(actor),
  about: () => [],
  present: async (ctx, { wishes, started }) => {
    const teams = ctx.actor.teams.length === 0 ? [] : await ctx.db.selectFrom('teams').where('id', 'in', [...ctx.actor.teams]).select('areaId').execute()
    return {
      wishes: wishes.map((it) => ({ ...shown(it), yours: teams.some(({ areaId }) => areaId === it.area.id), acts: actsOn(ctx.actor, it) })),
      started,
      board: maySeeBoard(ctx.actor),
      keeper: ctx.actor.kind === 'worker' && ctx.actor.role === 'information-manager',
    }
  },
  page: (it, { now, actor }) => <TeamWishesPage {...it} worker={actor.kind === 'worker'} now={now} />,
})
