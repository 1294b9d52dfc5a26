import { z } from 'zod'
import { fill, type OpenAct, openActs, personalView } from '../../platform/act.ts'
import type { Person } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import { shortMoment } from '../../platform/dates.ts'
import { say } from '../../platform/texts.ts'
import { nothing } from '../../platform/validation.ts'
import { Acts, ButtonLink } from '../../ui/buttons.tsx'
import { Row, RowList } from '../../ui/lists.tsx'
import { Facts, PageHead, Section } from '../../ui/page.tsx'
import { lookChosen, passkeyRemoved, purposeChosen, sessionEnded, signedOutElsewhere, signedOutEverywhere } from './accountActs.tsx'
import { type Account, findAccount, hasAccount } from './overview.ts'
import { purposeTexts, roleTexts, texts } from './texts.ts'
import { totpTurnedOn } from './totpSetup.tsx'

const session = z.object({ id: z.uuid(), kind: z.enum(['session', 'bearer']), label: z.string().nullable(), seenAt: z.iso.datetime(), current: z.boolean(), endHref: z.string() })
const account = z.object({
  name: z.string().nullable(),
  email: z.string().nullable(),
  organization: z.string().nullable(),
  role: z.string(),
  purpose: z.string().nullable(),
  hasPassword: z.boolean(),
  hasCode: z.boolean(),
  /** secrets of the account are the actor's own: not for a program or a visit with a code on paper */
  own: z.boolean(),
  passkeys: z.array(z.object({ id: z.uuid(), label: z.string(), usedAt: z.iso.datetime().nullable(), removeHref: z.string() })),
  sessions: z.array(session),
  acts: z.array(z.object({ name: z.string(), title: z.object({ nl: z.string(), en: z.string() }), href: z.string() })),
})
type Shown = z.output<typeof account>

const iso = (at: string): string => new Date(at).toISOString()

const actsFor = (actor: Person, it: Account): OpenAct[] => [
  ...openActs([purposeChosen, lookChosen], actor, null, {}),
  ...openActs([totpTurnedOn], actor, { hasCode: it.hasCode, secret: '' }, {}),
  ...openActs([signedOutElsewhere, signedOutEverywhere], actor, null, {}),
]

const presentAccount = ({ actor }: Context<Person>, it: Account): z.input<typeof account> => ({
  name: actor.name,
  email: it.email,
  organization: actor.kind === 'resident' ? null : actor.organizationName,
  role: actor.kind === 'resident' ? 'resident' : actor.role,
  purpose: actor.kind === 'resident' ? null : actor.purpose,
  hasPassword: it.hasPassword,
  hasCode: it.hasCode,
  own: hasAccount(actor),
  passkeys: it.passkeys.map(({ id, label, usedAt }) => ({ id, label, usedAt: usedAt && iso(usedAt), removeHref: fill(passkeyRemoved.page, { passkeyId: id }) })),
  sessions: it.sessions.map(({ id, kind, label, seenAt, current }) => ({ id, kind, label, seenAt: iso(seenAt), current, endHref: fill(sessionEnded.page, { sessionId: id }) })),
  acts: actsFor(actor, it),
})

const Who = ({ it }: { it: Shown }) => (
  <Facts
    facts={[
      ...(it.email ? [{ name: say(texts.email), value: it.email }] : []),
      ...(it.organization ? [{ name: say(texts.organization), value: it.organization }] : []),
      { name: say(texts.role), value: say(roleTexts[it.role as keyof typeof roleTexts]) },
      ...(it.purpose ? [{ name: say(texts.purposeLabel), value: say(purposeTexts[it.purpose as keyof typeof purposeTexts]) }] : []),
      ...(it.own ? [{ name: say(texts.secondStep), value: say(it.hasCode ? texts.isOn : texts.isOff) }] : []),
    ]}
  />
)

const Sessions = ({ it, kind, now }: { it: Shown; kind: 'session' | 'bearer'; now: Date }) => (
  <RowList label={say(kind === 'bearer' ? texts.tokens : texts.whereSignedIn)}>
    {it.sessions
      .filter((one) => one.kind === kind)
      .map((one) => (
        <Row
          when={shortMoment(new Date(one.seenAt), now)}
          title={one.label || say(kind === 'bearer' ? texts.apiToken : texts.unknownDevice)}
          act={
            it.own && !one.current ? (
              <ButtonLink look="plain" href={one.endHref}>
                {say(texts.endLink)}
                <span class="unseen"> {one.label}</span>
              </ButtonLink>
            ) : undefined
          }
        >
          {one.current ? <p>{say(texts.thisDevice)}</p> : null}
        </Row>
      ))}
  </RowList>
)

const Passkeys = ({ it, now }: { it: Shown; now: Date }) => (
  <RowList label={say(texts.passkeys)}>
    {it.passkeys.map((passkey) => (
      <Row
        when={passkey.usedAt ? shortMoment(new Date(passkey.usedAt), now) : undefined}
        title={passkey.label}
        act={
          <ButtonLink look="plain" href={passkey.removeHref}>
            {say(texts.passkeyRemove)}
            <span class="unseen"> {passkey.label}</span>
          </ButtonLink>
        }
      />
    ))}
  </RowList>
)

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
  may: () => true,
  about: () => [],
  present: presentAccount,
  page: (it, { now }) => (
    <>
      <PageHead title={say(texts.accountTitle)} lead={it.name ? say(texts.accountLead(it.name)) : undefined} />
      <Who it={it} />
      <Acts>
        {it.own && it.hasPassword ? (
          <ButtonLink look="outlined" href="/account/wachtwoord">
            {say(texts.passwordTitle)}
          </ButtonLink>
        ) : null}
        {it.organization ? (
          <ButtonLink look="outlined" href="/logboek/mijn">
            {say(texts.ownLooks)}
          </ButtonLink>
        ) : null}
        {it.acts.map((act) => (
          <ButtonLink look={act.name === signedOutEverywhere.name ? 'destructive' : 'outlined'} href={act.href}>
            {say(act.title)}
          </ButtonLink>
        ))}
      </Acts>
      {it.own ? (
        <>
          <Section title={say(texts.whereSignedIn)} id="sessions">
            <Sessions it={it} kind="session" now={now} />
          </Section>
          <Section title={say(texts.passkeys)} id="passkeys" act={<a href="/account/passkey">{say(texts.passkeyTitle)}</a>}>
            <Passkeys it={it} now={now} />
          </Section>
          <Section title={say(texts.tokens)} id="tokens" act={<a href="/account/sleutel">{say(texts.tokenTitle)}</a>}>
            {it.sessions.some((one) => one.kind === 'bearer') ? <Sessions it={it} kind="bearer" now={now} /> : <p class="soft">{say(texts.noTokens)}</p>}
          </Section>
        </>
      ) : null}
    </>
  ),
})
