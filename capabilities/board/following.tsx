import { sql } from 'kysely'
import { z } from 'zod'
import { publicAct, publicView } from '../../platform/act.ts'
import type { Reading } from '../../platform/context.ts'
import type { IsoDay } from '../../platform/dates.ts'
import { invalid } from '../../platform/refusal.ts'
import { say } from '../../platform/texts.ts'
import { line, nothing } from '../../platform/validation.ts'
import { hashOfTyped } from './codes.ts'
import { StandPage } from './StandPage.tsx'
import { texts } from './texts.ts'
import { type Refused, refusals, type Standing, states } from './words.ts'

type Followed = { id: string; title: string; state: Standing; until: IsoDay; reason: Refused | null; reasonWords: string | null }

const shownStand = z.object({
  code: z.string(), title: z.string(), state: z.enum(Object.keys(states) as [Standing]), until: z.iso.date(),
  reason: z.enum(Object.keys(refusals) as [Refused]).nullable(), reasonWords: z.string().nullable(),
})
/** How it stands with a notice, for who holds its code. */
export type ShownStand = z.output<typeof shownStand>

async function follow({ db }: Pick<Reading, 'db'>, code: string, off: boolean): Promise<Followed | null> {
  const { rows } = await sql<{ found: Followed | null }>`select ctx.follow_notice(${hashOfTyped(code)}, ${off}) as found`.execute(db)
  return rows[0]?.found ?? null
}
const shown = (code: string, { title, state, until, reason, reasonWords }: Followed): ShownStand => ({ code, title, state, until, reason, reasonWords })

/** Whoever left a notice looks how it stands, or takes it away; the code is enough and travels in the body. */
export const noticeFollowed = publicAct({
  name: 'board.follow',
  at: '/board/followed',
  page: '/ruilbord/volgen',
  title: texts.followTitle,
  submit: texts.followSubmit,
  throttle: { most: 20, seconds: 600 },
  secret: true,
  input: z.strictObject({ code: line(40), which: z.enum(['look', 'away']) }),
  form: {
    code: { as: 'text', label: texts.code, hint: texts.codeHint, autocomplete: 'off', longest: 20 },
    which: { as: 'choice', label: texts.which, options: { look: texts.whichLook, away: texts.whichAway } },
  },
  output: shownStand,
  find: async () => ({}),
  may: () => true,
  prefill: () => ({ which: 'look' }),
  run: async (ctx, _none, { code, which }) => {
    const found = await follow(ctx, code, which === 'away')
    if (!found) throw invalid([{ in: 'body', at: 'code', code: 'unknown', detail: texts.codeUnknown }])
    return { code: code.toUpperCase(), found }
  },
  about: (_none, done) => (done ? [done.found.id] : []),
  present: (_ctx, { code, found }) => shown(code, found),
  intro: () => <p class="lead">{say(texts.followIntro)}</p>,
  back: '/ruilbord',
  handOn: ({ code }) => code,
  next: () => '/ruilbord/stand',
})

/** How it stands, on a page of its own; right after leaving a notice also the code, once. */
export const noticeStands = publicView({
  name: 'board.stand',
  at: '/board/stand',
  path: '/ruilbord/stand',
  title: texts.standTitle,
  query: nothing,
  takes: true,
  output: z.object({ stand: shownStand.nullable() }),
  find: async (reading) => {
    const found = reading.handed ? await follow(reading, reading.handed, false) : null
    return found && reading.handed ? shown(reading.handed, found) : null
  },
  may: () => true,
  about: () => [],
  present: (_ctx, stand) => ({ stand }),
  page: ({ stand }, { now }) => <StandPage stand={stand} now={now} />,
})
