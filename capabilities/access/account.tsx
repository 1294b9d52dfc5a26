import { sql } from 'kysely'
import { z } from 'zod'
import { notNow, openActs, personalAct, personalView } from '../../platform/act.ts'
import type { Context, Reading } from '../../platform/context.ts'
import type { Person } from '../../platform/actor.ts'
import { shortMoment } from '../../platform/dates.ts'
import { invalid } from '../../platform/refusal.ts'
import { say } from '../../platform/texts.ts'
import { nothing } from '../../platform/validation.ts'
import { Acts, ButtonLink } from '../../ui/buttons.tsx'
import { Row, RowList } from '../../ui/lists.tsx'
import { Facts, PageHead, Section } from '../../ui/page.tsx'
import { totpTurnedOn } from './totpSetup.tsx'
import { hashPassword, isPassword, leastCharacters } from './password.ts'
import { purposeTexts, roleTexts, texts, themeTexts } from './texts.ts'

const toAccount = { output: z.object({ href: z.string() }), present: () => ({ href: '/account' }), next: (it: { href: string }) => it.href, about: () => [] }

type SessionRow = { id: string; kind: string; label: string | null; createdAt: Date; seenAt: Date; mine: boolean }
type Account = { sessions: SessionRow[]; hasPassword: boolean; hasTotp: boolean }

async function findAccount({ db }: Reading): Promise<Account> {
  const [sessions, credential] = await Promise.all([
    sql<SessionRow>`select id, kind, label, created_at, seen_at, mine from auth.my_sessions()`.execute(db),
    sql<{ hasPassword: boolean; hasTotp: boolean }>`select password_hash is not null as has_password, has_totp from auth.my_credential()`.execute(db),
  ])
  return { sessions: sessions.rows, hasPassword: credential.rows[0]?.hasPassword ?? false, hasTotp: credential.rows[0]?.hasTotp ?? false }
}

const everybody = () => true
const withAccount = (actor: Person): boolean => actor.sessionKind === 'session'

/** Another look: light, dark, or as the device says. */
export const lookChosen = personalAct({
  ...toAccount,
  name: 'access.choose-look',
  at: '/account/look',
  page: '/account/weergave',
  title: texts.lookTitle,
  submit: texts.keep,
  input: z.strictObject({ theme: z.enum(['system', 'light', 'dark']), locale: z.enum(['nl', 'en']) }),
  form: { theme: { as: 'choice', label: texts.themeLabel, options: themeTexts }, locale: { as: 'choice', label: texts.languageLabel, options: { nl: texts.dutch, en: texts.english } } },
  find: async () => null,
  may: withAccount,
  run: async ({ db, actor }, _record, it) => {
    await db.updateTable('people').set(it).where('id', '=', actor.id ?? '').execute()
  },
  done: texts.kept,
})

/** For which task of the organisation this session works. */
export const purposeChosen = personalAct({
  ...toAccount,
  name: 'access.choose-purpose',
  at: '/account/purpose',
  page: '/account/doel',
  title: texts.purposeTitle,
  submit: texts.keep,
  input: z.strictObject({ purpose: z.string().max(40) }),
  form: { purpose: { as: 'pick', label: texts.purposeLabel, hint: texts.purposeHint } },
  find: async () => null,
  may: (actor) => actor.kind !== 'resident' && actor.purposes.length > 1 && actor.sessionKind === 'session',
  choices: async ({ actor }) => ({ purpose: actor.kind === 'resident' ? [] : actor.purposes.map((value) => ({ value, label: say(purposeTexts[value as keyof typeof purposeTexts]) })) }),
  run: async ({ db }, _record, { purpose }) => {
    await sql`select auth.choose_purpose(${purpose})`.execute(db)
  },
  done: texts.kept,
})

/** Stays signed in. Any request does; this one is for the warning that a session is about to end. */
export const sessionKept = personalAct({
  ...toAccount,
  name: 'access.stay',
  at: '/account/stay',
  page: '/account/blijf',
  title: texts.stayTitle,
  input: nothing,
  form: {},
  find: async () => null,
  may: everybody,
  run: async () => {},
})

/** Ends every session of the actor, on all devices, this one included. */
export const signedOutEverywhere = personalAct({
  name: 'access.sign-out-everywhere',
  at: '/account/sign-out-everywhere',
  page: '/account/overal-uitloggen',
  title: texts.everywhereTitle,
  submit: texts.everywhereSubmit,
  destructive: true,
  input: nothing,
  form: {},
  output: z.object({ ended: z.number() }),
  find: async () => null,
  may: withAccount,
  about: () => [],
  run: async ({ db }) => (await sql<{ ended: number }>`select auth.end_my_sessions(true) as ended`.execute(db)).rows[0]?.ended ?? 0,
  present: (_ctx, ended) => ({ ended }),
  next: () => '/inloggen',
})

/** A new password. All other sessions end with it. */
export const passwordChanged = personalAct({
  ...toAccount,
  name: 'access.change-password',
  at: '/account/password',
  page: '/account/wachtwoord',
  title: texts.passwordTitle,
  submit: texts.passwordSubmit,
  input: z.strictObject({ current: z.string().min(1).max(500), next: z.string().min(leastCharacters).max(500) }),
  form: {
    current: { as: 'password', label: texts.currentPassword, autocomplete: 'current-password' },
    next: { as: 'password', label: texts.nextPassword, hint: texts.nextPasswordHint, autocomplete: 'new-password' },
  },
  find: findAccount,
  may: withAccount,
  hindrance: (account) => (account.hasPassword ? undefined : notNow('access.no-password', texts.noPassword)),
  run: async ({ db }, _account, { current, next }) => {
    const kept = await sql<{ passwordHash: string }>`select password_hash from auth.my_credential()`.execute(db)
    if (!(await isPassword(kept.rows[0]?.passwordHash, current))) throw invalid([{ in: 'body', at: 'current', code: 'wrong', detail: texts.currentWrong }])
    await sql`select auth.change_my_password(${await hashPassword(next)})`.execute(db)
    await sql`select auth.end_my_sessions(false)`.execute(db)
  },
  done: texts.passwordChanged,
})

const account = z.object({
  name: z.string().nullable(),
  organization: z.string().nullable(),
  role: z.string(),
  purpose: z.string().nullable(),
  hasTotp: z.boolean(),
  sessions: z.array(z.object({ id: z.uuid(), kind: z.string(), label: z.string().nullable(), seenAt: z.iso.datetime(), mine: z.boolean() })),
  acts: z.array(z.object({ name: z.string(), title: z.object({ nl: z.string(), en: z.string() }), href: z.string() })),
})

const presentAccount = ({ actor }: Context<Person>, it: Account) => ({
  name: actor.name,
  organization: actor.kind === 'resident' ? null : actor.organizationName,
  role: actor.kind === 'resident' ? 'resident' : actor.role,
  purpose: actor.kind === 'resident' ? null : actor.purpose,
  hasTotp: it.hasTotp,
  sessions: it.sessions.map(({ id, kind, label, seenAt, mine }) => ({ id, kind, label, seenAt: seenAt.toISOString(), mine })),
  acts: [...openActs([purposeChosen, lookChosen], actor, null, {}), ...openActs([passwordChanged], actor, it, {}), ...openActs([totpTurnedOn], actor, { hasTotp: it.hasTotp, secret: '' }, {}), ...openActs([signedOutEverywhere], actor, null, {})],
})

/** Who am I here, for what do I work, and where am I signed in. */
export const accountViewed = personalView({
  name: 'access.view-account',
  at: '/account',
  path: '/account',
  title: texts.accountTitle,
  frame: 'workplace',
  query: nothing,
  output: account,
  find: findAccount,
  may: everybody,
  about: () => [],
  present: presentAccount,
  page: (it, { now }) => (
    <>
      <PageHead title={say(texts.accountTitle)} lead={it.name ? say(texts.accountLead(it.name)) : undefined} />
      <Facts
        facts={[
          ...(it.organization ? [{ name: say(texts.organization), value: it.organization }] : []),
          { name: say(texts.role), value: say(roleTexts[it.role as keyof typeof roleTexts]) },
          ...(it.purpose ? [{ name: say(texts.purposeLabel), value: say(purposeTexts[it.purpose as keyof typeof purposeTexts]) }] : []),
          { name: say(texts.secondStep), value: say(it.hasTotp ? texts.isOn : texts.isOff) },
        ]}
      />
      <Acts>
        {it.acts.map((act) => (
          <ButtonLink look={act.name === 'access.sign-out-everywhere' ? 'destructive' : 'outlined'} href={act.href}>
            {say(act.title)}
          </ButtonLink>
        ))}
      </Acts>
      <Section title={say(texts.whereSignedIn)} id="sessions">
        <RowList label={say(texts.whereSignedIn)}>
          {it.sessions.map((session) => (
            <Row when={shortMoment(new Date(session.seenAt), now)} title={session.label || say(session.kind === 'bearer' ? texts.apiToken : texts.unknownDevice)}>
              {session.mine ? <p>{say(texts.thisDevice)}</p> : null}
            </Row>
          ))}
        </RowList>
      </Section>
    </>
  ),
})
