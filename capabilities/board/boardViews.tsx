import { z } from 'zod'
import { publicView } from '../../platform/act.ts'
import { nothing } from '../../platform/validation.ts'
import { BoardPage, NoticePage } from './BoardPages.tsx'
import { boardAreas, findPublicNotice, type Notice, publicNotices } from './notices.ts'
import { texts } from './texts.ts'
import { type Kind, kinds, type What, whats } from './words.ts'

const perPage = 20
const empty = (it: unknown): unknown => (it === '' ? undefined : it)
const boardQuestion = z.strictObject({
  soort: z.preprocess(empty, z.enum(['aanbod', 'vraag']).optional()),
  wat: z.preprocess(empty, z.enum(['ding', 'talent']).optional()),
  wijk: z.preprocess(empty, z.string().regex(/^[a-z0-9-]{1,60}$/).optional()).describe('slug of an area; what is for the whole municipality is always there'),
  q: z.string().max(200).optional(),
  pagina: z.coerce.number().int().min(1).max(500).optional(),
})
/** What can stand in the address of the board. */
export type AskedBoard = z.output<typeof boardQuestion>

const shownNotice = z.object({
  id: z.uuid(), kind: z.enum(Object.keys(kinds) as [Kind]), what: z.enum(Object.keys(whats) as [What]), title: z.string(), words: z.string(),
  area: z.object({ slug: z.string(), name: z.string(), whole: z.boolean() }), leftOn: z.iso.date(), untilOn: z.iso.date(),
})
const shownBoard = z.object({ notices: z.array(shownNotice), all: z.int(), page: z.int(), pages: z.int(), areas: z.array(z.object({ slug: z.string(), name: z.string() })) })
export type ShownNotice = z.output<typeof shownNotice>
export type ShownBoard = z.output<typeof shownBoard>

const shown = ({ id, kind, what, title, words, slug, area, whole, leftOn, untilOn }: Notice): z.input<typeof shownNotice> => ({ id, kind, what, title, words, area: { slug, name: area, whole }, leftOn, untilOn })

/** The board as everybody sees it. */
export const boardShown = publicView({
  name: 'board.list',
  at: '/board/notices',
  path: '/ruilbord',
  title: texts.title,
  query: boardQuestion,
  output: shownBoard,
  find: async (reading, _params, question) => {
    const [notices, areas] = await Promise.all([publicNotices(reading, question), boardAreas(reading)])
    return { notices, areas }
  },
  may: () => true,
  about: () => [],
  present: (_ctx, { notices, areas }, { pagina }) => {
    const pages = Math.max(1, Math.ceil(notices.length / perPage))
    const page = Math.min(pagina ?? 1, pages)
    return { notices: notices.slice((page - 1) * perPage, page * perPage).map(shown), all: notices.length, page, pages, areas: areas.filter(({ whole }) => !whole).map(({ slug, name }) => ({ slug, name })) }
  },
  page: (board, { query, now }) => <BoardPage board={board} question={query} now={now} />,
})

/** One notice, with the way to react. */
export const noticeShown = publicView({
  name: 'board.notice',
  at: '/board/notices/:noticeId',
  path: '/ruilbord/bericht/:noticeId',
  title: ({ title }) => ({ nl: title, en: title }),
  query: nothing,
  output: shownNotice,
  find: findPublicNotice,
  may: () => true,
  about: () => [],
  present: (_ctx, it) => shown(it),
  page: (it, { now }) => <NoticePage it={it} now={now} />,
})
