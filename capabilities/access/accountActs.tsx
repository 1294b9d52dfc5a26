import { sql } from 'kysely'
import { z } from 'zod'
import { personalAct } from '../../platform/act.ts'
import type { Reading } from '../../platform/context.ts'
import { notFound } from '../../platform/refusal.ts'
import { locale, say } from '../../platform/texts.ts'
import { nothing } from '../../platform/validation.ts'
import { findAccount, hasAccount, type OwnPasskey, type OwnSession } from './overview.ts'
import { purposeTexts, texts, themeTexts } from './texts.ts'

const toAccount = { output: z.object({ href: z.string() }), present: () => ({ href: '/account' }), next: (it: { href: string }) => it.href, about: () => [] }

/** Language and look, on every device from now on. */
export const lookChosen = personalAct({
  name: 'access.choose-look',
  at: '/account/look',
  page: '/account/weergave',
  title: texts.lookTitle,
  frame: 'workplace',
  submit: texts.keep,
  input: z.strictObject({ theme: z.enum(['system', 'light', 'dark']), locale: z.enum(['nl', 'en']) }),
  form: { theme: { as: 'choice', label: texts.themeLabel, options: themeTexts }, locale: { as: 'choice', label: texts.languageLabel, options: { nl: texts.dutch, en: texts.english } } },
  output: z.object({ locale: z.enum(['nl', 'en']) }),
  find: async ({ db }) => (await sql<{ theme: string; locale: string }>`select theme, locale from people where id = (select ctx.person())`.execute(db)).rows[0] ?? { theme: 'system', locale: locale() },
  may: hasAccount,
  about: () => [],
  prefill: (it) => ({ theme: it.theme, locale: it.locale }),
  run: async ({ db, actor }, _record, it) => {
    await db.updateTable('people').set(it).where('id', '=', actor.id ?? '').execute()
    return it
  },
  present: (_ctx, it) => ({ locale: it.locale }),
  // By way of the address that keeps the language in this browser.
  next: (it) => `/taal?taal=${it.locale}&terug=/account`,
  done: texts.kept,
})

/** For which task of the organisation this session works. */
export const purposeChosen = personalAct({
  ...toAccount,
  name: 'access.choose-purpose',
  at: '/account/purpose',
  page: '/account/doel',
  title: texts.purposeTitle,
  frame: 'workplace',
  submit: texts.keep,
  input: z.strictObject({ purpose: z.string().max(40) }),
  form: { purpose: { as: 'pick', label: texts.purposeLabel, hint: texts.purposeHint } },
  find: async () => null,
  may: (actor) => hasAccount(actor) && actor.kind !== 'resident' && actor.purposes.length > 1,
  choices: async ({ actor }) => ({ purpose: actor.kind === 'resident' ? [] : actor.purposes.map((value) => ({ value, label: say(purposeTexts[value as keyof typeof purposeTexts]) })) }),
  run: async ({ db }, _record, { purpose }) => {
    await sql`select account.choose_purpose(${purpose})`.execute(db)
  },
  done: texts.kept,
})

/** Ends every session of the actor, on all devices, this one included. */
export const signedOutEverywhere = personalAct({
  name: 'access.sign-out-everywhere',
  at: '/account/sign-out-everywhere',
  page: '/account/overal-uitloggen',
  title: texts.everywhereTitle,
  frame: 'workplace',
  submit: texts.everywhereSubmit,
  destructive: true,
  input: nothing,
  form: {},
  output: z.object({ ended: z.number() }),
  find: async () => null,
  may: hasAccount,
  about: () => [],
  run: async ({ db }) => (await sql<{ ended: number }>`select account.end_sessions('all') as ended`.execute(db)).rows[0]?.ended ?? 0,
  present: (_ctx, ended) => ({ ended }),
  next: () => '/inloggen',
})

/** Ends the sessions on all other devices. */
export const signedOutElsewhere = personalAct({
  ...toAccount,
  name: 'access.sign-out-elsewhere',
  at: '/account/sign-out-elsewhere',
  page: '/account/elders-uitloggen',
  title: texts.elsewhereTitle,
  frame: 'workplace',
  input: nothing,
  form: {},
  find: async () => null,
  may: hasAccount,
  run: async ({ db }) => {
    await sql`select account.end_sessions('others')`.execute(db)
  },
  done: texts.elsewhereDone,
})

const findSession = async (reading: Reading, id: string): Promise<OwnSession> => {
  const found = (await findAccount(reading)).sessions.find((session) => session.id === id)
  if (!found) throw notFound()
  return found
}

/** Ends one session, or withdraws one API token. */
export const sessionEnded = personalAct({
  ...toAccount,
  name: 'access.end-session',
  at: '/account/sessions/:sessionId/end',
  page: '/account/sessies/:sessionId/beeindig',
  title: texts.endTitle,
  frame: 'workplace',
  submit: texts.endLink,
  destructive: true,
  input: nothing,
  form: {},
  find: (reading, { sessionId }) => findSession(reading, sessionId),
  may: hasAccount,
  about: (it) => [it.id],
  intro: (it) => <p>{it.label ?? say(texts.unknownDevice)}</p>,
  run: async ({ db }, it) => {
    await sql`select account.end_one(${it.id})`.execute(db)
  },
  done: texts.endDone,
})

const findPasskey = async (reading: Reading, id: string): Promise<OwnPasskey> => {
  const found = (await findAccount(reading)).passkeys.find((passkey) => passkey.id === id)
  if (!found) throw notFound()
  return found
}

/** Forgets a passkey, as of a telephone that is lost. */
export const passkeyRemoved = personalAct({
  ...toAccount,
  name: 'access.remove-passkey',
  at: '/account/passkeys/:passkeyId/removal',
  page: '/account/passkeys/:passkeyId/verwijder',
  title: texts.passkeyRemove,
  frame: 'workplace',
  destructive: true,
  input: nothing,
  form: {},
  find: (reading, { passkeyId }) => findPasskey(reading, passkeyId),
  may: hasAccount,
  about: (it) => [it.id],
  intro: (it) => <p>{it.label}</p>,
  run: async ({ db }, it) => {
    await sql`select account.drop_passkey(${it.id})`.execute(db)
  },
  done: texts.passkeyRemoved,
})
