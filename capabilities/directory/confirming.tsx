import { sql } from 'kysely'
import { z } from 'zod'
import { publicAct, publicView } from '../../platform/act.ts'
import type { Context, Reading } from '../../platform/context.ts'
import { fullDay } from '../../platform/dates.ts'
import { conflict, notFound } from '../../platform/refusal.ts'
import { say, type Text } from '../../platform/texts.ts'
import { nothing } from '../../platform/validation.ts'
import { Facts, PageHead } from '../../ui/page.tsx'
import { hashOfLink } from './asking-owners.ts'
import { confirmTexts as texts } from './confirmTexts.ts'
import { type Hours, hoursInWords } from './hours.ts'
import { entryTexts } from './entryTexts.ts'

type Link = {
  token: string
  id: string; entity: 'service' | 'organization'; recordId: string; answered: boolean; slug: string; name: string; summary: string | null; assuredDate: string | null
  forWhom: string | null; application: string | null; wait: string | null; phones: string[]; costs: (string | null)[]; places: (string | null)[]; hours: Hours[]
}

/** What a link from a mail is about. @throws Refusal 404 there is no such link, or it is too old */
async function findLink({ db }: Reading, { token }: { token: string }): Promise<Link> {
  const answer = await sql<{ found: Omit<Link, 'token'> | null }>`select ctx.confirmation(${hashOfLink(token)}) as found`.execute(db)
  const found = answer.rows[0]?.found
  if (!found) throw notFound()
  return { token, ...found }
}

const told = async (ctx: Context, it: Link, answer: 'right' | 'wrong' | 'gone', message?: string): Promise<void> => {
  const done = await sql<{ done: boolean }>`select ctx.answer_confirmation(${hashOfLink(it.token)}, ${answer}, ${message ?? null}) as done`.execute(ctx.db)
  if (!done.rows[0]?.done) throw conflict('confirmation.answered', texts.answeredAlready)
}

const onLink = {
  find: findLink,
  may: () => true,
  about: (it: Link) => [it.recordId],
  hindrance: (it: Link) => (it.answered ? conflict('confirmation.answered', texts.answeredAlready) : undefined),
  output: z.object({ done: z.boolean() }),
  present: () => ({ done: true }),
  next: () => '/bevestigen/dank',
}

const asked = (text: Text) => (): string => say(text)
const listed = (values: readonly (string | null)[]): string => values.filter(Boolean).join(', ')

const Shown = ({ it }: { it: Link }) => {
  const facts = [
    { name: say(entryTexts.what), value: it.summary },
    { name: say(entryTexts.forMe), value: it.forWhom },
    { name: say(entryTexts.costs), value: listed(it.costs) },
    { name: say(entryTexts.how), value: it.application },
    { name: say(entryTexts.when), value: hoursInWords(it.hours) },
    { name: say(entryTexts.where), value: listed(it.places) },
    { name: say(entryTexts.who), value: listed(it.phones) },
  ].filter((fact) => fact.value)
  return (
    <>
      <p class="lead">{say(texts.lead(it.name))}</p>
      <Facts facts={facts} />
      {it.assuredDate ? <p class="soft">{say(texts.lastChecked(fullDay(it.assuredDate)))}</p> : null}
      <p>
        <a href={`/bevestigen/${it.token}/anders`}>{say(texts.toWrong)}</a>
      </p>
    </>
  )
}

/** The owner confirms with one click on the page behind the link; opening the link changes nothing, because mail programs open links by themselves. */
export const entryConfirmedByLink = publicAct({
  ...onLink,
  name: 'directory.confirm-by-link',
  at: '/directory/confirmations/:token/right',
  page: '/bevestigen/:token',
  title: texts.title,
  submit: texts.submit,
  throttle: { most: 60, seconds: 600 },
  input: nothing,
  form: {},
  run: (ctx, it) => told(ctx, it, 'right'),
  intro: (it) => <Shown it={it} />,
})

/** The owner says what is different. */
export const entryCorrectedByLink = publicAct({
  ...onLink,
  name: 'directory.correct-by-link',
  at: '/directory/confirmations/:token/wrong',
  page: '/bevestigen/:token/anders',
  title: texts.wrongTitle,
  submit: texts.wrongSubmit,
  throttle: { most: 30, seconds: 600 },
  input: z.strictObject({ what: z.enum(['wrong', 'gone']), message: z.string({ error: asked(texts.messageMissing) }).trim().min(3, { error: asked(texts.messageMissing) }).max(2000) }),
  form: {
    what: { as: 'choice', label: texts.what, options: { wrong: texts.isWrong, gone: texts.isGone } },
    message: { as: 'area', label: texts.message, rows: 4, longest: 2000 },
  },
  prefill: () => ({ what: 'wrong' }),
  run: (ctx, it, { what, message }) => told(ctx, it, what, message),
  intro: (it) => <p class="lead">{it.name}</p>,
})

/** Thanks to an owner who answered. */
export const confirmationThanked = publicView({
  name: 'directory.confirmation-thanks',
  at: '/directory/confirmations/thanks',
  path: '/bevestigen/dank',
  title: texts.thanksTitle,
  query: nothing,
  output: z.object({}),
  find: async () => ({}),
  may: () => true,
  about: () => [],
  present: () => ({}),
  page: () => (
    <>
      <PageHead title={say(texts.thanksTitle)} lead={say(texts.thanks)} />
      <p>
        <a href="/">{say(texts.toStart)}</a>
      </p>
    </>
  ),
})
