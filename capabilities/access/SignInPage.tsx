import { say, type Text } from '../../platform/texts.ts'
import { Button, ButtonLink } from '../../ui/buttons.tsx'
import { TextInput } from '../../ui/form.tsx'
import { Row, RowList } from '../../ui/lists.tsx'
import { Message } from '../../ui/Message.tsx'
import { PageHead, Section } from '../../ui/page.tsx'
import type { Membership } from './sessions.ts'
import { roleTexts, texts } from './texts.ts'

/** Somebody of the demonstration. */
export type DemoPerson = { id: string; name: string; function: string; organization: string }
/** A group of them, by the team they work in. */
export type DemoGroup = { name: string; people: readonly DemoPerson[] }

const Mistake = ({ mistake }: { mistake: Text | undefined }) => (mistake ? <Message kind="alarm" title={say(mistake)} /> : null)
const Back = ({ back }: { back: string }) => <input type="hidden" name="terug" value={back} />

/** Signing in with e-mail address and password; in a demonstration also with one click as anybody of the cast. */
export const SignInPage = ({ email = '', back, mistake, demo, oidc, passkeys }: { email?: string; back: string; mistake?: Text; demo: readonly DemoGroup[]; oidc: boolean; passkeys: boolean }) => (
  <div class="act-page">
    <PageHead title={say(texts.signIn)} lead={say(texts.signInLead)} />
    <Mistake mistake={mistake} />
    <form class="form" method="post" action="/inloggen" novalidate>
      <Back back={back} />
      <TextInput id="email" name="email" type="email" label={say(texts.email)} value={email} autocomplete="username" />
      <TextInput id="password" name="password" type="password" label={say(texts.password)} value="" autocomplete="current-password" />
      <div class="form-acts">
        <Button look="filled">{say(texts.signIn)}</Button>
        {oidc ? (
          <ButtonLink look="outlined" href={`/inloggen/oidc?terug=${encodeURIComponent(back)}`}>
            {say(texts.withOwnAccount)}
          </ButtonLink>
        ) : null}
      </div>
    </form>
    {passkeys ? (
      <form class="form" data-passkey="sign-in" data-failed={say(texts.passkeyFailed)} hidden>
        <Back back={back} />
        <p class="field-error" role="alert" data-passkey-said hidden />
        <Button look="outlined">{say(texts.withPasskey)}</Button>
      </form>
    ) : null}
    <p>
      <a href="/inloggen/bewoner">{say(texts.withPaperCode)}</a>
    </p>
    <p class="soft">{say(texts.forgotten)}</p>
    {demo.length > 0 ? (
      <Section title={say(texts.demoTitle)} id="demo" note={say(texts.demoNote)} strong>
        {demo.map((group) => (
          <Section title={group.name} level={3}>
            <RowList label={group.name}>
              {group.people.map((person) => (
                <Row
                  title={person.name}
                  act={
                    <form method="post" action="/inloggen/demo">
                      <Back back={back} />
                      <input type="hidden" name="person" value={person.id} />
                      <Button look="outlined">
                        {say(texts.signInAs)}
                        <span class="unseen"> {person.name}</span>
                      </Button>
                    </form>
                  }
                >
                  <p>{person.organization ? `${person.function}, ${person.organization}` : person.function}</p>
                </Row>
              ))}
            </RowList>
          </Section>
        ))}
      </Section>
    ) : null}
  </div>
)

/** The second step: a code from an app. */
export const CodePage = ({ back, mistake }: { back: string; mistake?: Text }) => (
  <div class="act-page">
    <PageHead title={say(texts.codeTitle)} lead={say(texts.codeLead)} />
    <Mistake mistake={mistake} />
    <form class="form" method="post" action="/inloggen/code" novalidate>
      <Back back={back} />
      <TextInput id="code" name="code" label={say(texts.code)} value="" autocomplete="one-time-code" inputmode="numeric" width="short" />
      <div class="form-acts">
        <Button look="filled">{say(texts.goOn)}</Button>
      </div>
    </form>
  </div>
)

/** Somebody who works for more than one organisation says for which one now. */
export const ChoosePage = ({ back, memberships }: { back: string; memberships: readonly Membership[] }) => (
  <div class="act-page">
    <PageHead title={say(texts.chooseTitle)} lead={say(texts.chooseLead)} />
    <form method="post" action="/inloggen/organisatie">
      <Back back={back} />
      <RowList label={say(texts.chooseTitle)}>
        {memberships.map(({ id, organization, role }) => (
          <Row
            title={organization}
            act={
              <Button look="outlined" name="membership" value={id}>
                {say(texts.chooseThis)}
                <span class="unseen"> {organization}</span>
              </Button>
            }
          >
            <p>{say(roleTexts[role as keyof typeof roleTexts])}</p>
          </Row>
        ))}
      </RowList>
    </form>
  </div>
)

/** A resident signs in with what stands on paper. */
export const PaperCodePage = ({ number = '', mistake }: { number?: string; mistake?: Text }) => (
  <div class="act-page">
    <PageHead title={say(texts.paperTitle)} lead={say(texts.paperLead)} />
    <Mistake mistake={mistake} />
    <form class="form" method="post" action="/inloggen/bewoner" novalidate>
      <TextInput id="number" name="number" label={say(texts.paperNumber)} hint={say(texts.paperNumberHint)} value={number} autocomplete="off" />
      <TextInput id="code" name="code" label={say(texts.paperCode)} hint={say(texts.paperCodeHint)} value="" autocomplete="off" />
      <div class="form-acts">
        <Button look="filled">{say(texts.signIn)}</Button>
      </div>
    </form>
  </div>
)
