import { sql } from 'kysely'
import { z } from 'zod'
import { publicAct, publicView } from '../../platform/act.ts'
import type { Context, Reading } from '../../platform/context.ts'
import { fullDay } from '../../platform/dates.ts'
import { conflict, Refusal } from '../../platform/refusal.ts'
import { say, type Text } from '../../platform/texts.ts'
import { nothing } from '../../platform/validation.ts'
import { Facts, PageHead } from '../../ui/page.tsx'
import { hashOfLink } from './asking-owners.ts'
import { confirmTexts as texts } from './confirmTexts.ts'
import { type Hours, hoursInWords } from './hours.ts'
import { entryTexts } from './entryTexts.ts'
import { costText } from './present.ts'

type Link = {
  token: string
  id: string; entity: 'service' | 'organization'; recordId: string; answered: boolean; withdrawn: boolean; slug: string; name: string; summary: string | null; assuredDate: string | null
  description: string | null; email: string | null; website: string | null; alert: string | null
  forWhom: string | null; application: string | null; wait: string | null; phones: string[]; costs: { amount: number | null; words: string | null }[]; places: (string | null)[]; hours: Hours[]
}

/** What a link from a mail is about. @throws Refusal 404 there is no such link here, or it is too old: which of them is not told */
async function findLink({ db }: Reading, { token }: { token: string }): Promise<Link> {
  const answer = await sql<{ found: Omit<Link, 'token'> | null }>`select ctx.confirmation(${hashOfLink(token)}) as found`.execute(db)
  const found = answer.rows[0]?.found
  if (!found) throw new Refusal(404, 'confirmation.unknown', texts.linkUnknown)
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
  hindrance: (it: Link) => (it.answered ? conflict('confirmation.answered', texts.answeredAlready) : it.withdrawn ? conflict('confirmation.withdrawn', texts.withdrawn) : undefined),
  output: z.object({ done: z.boolean() }),
  present: () => ({ done: true }),
  next: () => '/bevestigen/dank',
}

const asked = (text: Text) => (): string => say(text)
const costOf = ({ amount, words }: Link['costs'][number]): string => {
  const cents = amount === null ? null : Math.round(amount * 100)
  const price = costText(cents, words)
  return cents && words && words !== price ? `${price} (${words})` : (price ?? '')
}
const listed = (values: readonly (string | null)[]): string => values.filter(Boolean).join(', ')

const Shown = ({ it }: { it: Link }) => {
  const facts = [
    { name: say(entryTexts.what), value: it.summary },
    { name: say(texts.text), value: it.description === it.summary ? null : it.description },
    { name: say(texts.notice), value: it.alert },
    { name: say(entryTexts.forMe), value: it.forWhom },
    { name: say(entryTexts.costs), value: it.costs.map(costOf).filter(Boolean).join('; ') },
    { name: say(entryTexts.how), value: it.application },
    { name: say(texts.wait), value: it.wait },
    { name: say(entryTexts.when), value: hoursInWords(it.hours) },
    { name: say(entryTexts.where), value: listed(it.places) },
    { name: say(entryTexts.who), value: listed(it.phones) },
    { name: say(texts.mail), value: it.email },
    { name: say(entryTexts.website), value: it.website },
  ].filter((fact) => fact.value)
  return (
    <div class="stack">
      <p class="lead">{say(texts.lead(it.name))}</p>
      <Facts facts={facts} />
      {it.assuredDate ? <p class="soft">{say(texts.lastChecked(fullDay(it.assuredDate)))}</p> : null}
      <p>
        <a href={`/bevestigen/${it.token}/anders`}>{say(texts.toWrong)}</a>
      </p>
    </div>
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
