import { say, type Text } from '../../platform/texts.ts'
import { Button, ButtonLink } from '../../ui/buttons.tsx'
import { TextInput } from '../../ui/form.tsx'
import { Message } from '../../ui/Message.tsx'
import { BackLink, PageHead } from '../../ui/page.tsx'
import { leastCharacters } from './password.ts'
import { texts } from './texts.ts'

const told = (mistake: Text | undefined): string | undefined => mistake && say(mistake)
const ToAccount = () => <BackLink href="/account">{say(texts.accountTitle)}</BackLink>

/** A new password, for which the present one is needed. */
export const PasswordPage = ({ wrong, short }: { wrong?: Text; short?: Text }) => (
  <div class="act-page">
    <ToAccount />
    <PageHead title={say(texts.passwordTitle)} lead={say(texts.passwordLead)} />
    <form class="form" method="post" action="/account/wachtwoord" novalidate>
      <TextInput id="current" name="current" type="password" label={say(texts.currentPassword)} error={told(wrong)} autocomplete="current-password" />
      <TextInput id="next" name="next" type="password" label={say(texts.nextPassword)} hint={say(texts.nextPasswordHint(leastCharacters))} error={told(short)} autocomplete="new-password" />
      <div class="form-acts">
        <Button look="filled">{say(texts.passwordSubmit)}</Button>
      </div>
    </form>
  </div>
)

/** Making a token for a program. */
export const TokenPage = ({ mistake }: { mistake?: Text }) => (
  <div class="act-page">
    <ToAccount />
    <PageHead title={say(texts.tokenTitle)} lead={say(texts.tokenLead)} />
    <form class="form" method="post" action="/account/sleutel" novalidate data-once>
      <TextInput id="label" name="label" label={say(texts.tokenName)} hint={say(texts.tokenNameHint)} error={told(mistake)} longest={60} autocomplete="off" />
      <div class="form-acts">
        <Button look="filled">{say(texts.tokenSubmit)}</Button>
      </div>
    </form>
  </div>
)

/** The new token, this once. */
export const NewTokenPage = ({ token }: { token: string }) => (
  <div class="act-page">
    <PageHead title={say(texts.tokenMade)} lead={say(texts.tokenOnce)} />
    <TextInput id="token" name="token" label={say(texts.tokenField)} value={token} autocomplete="off" />
    <ButtonLink look="filled" href="/account">
      {say(texts.tokenKept)}
    </ButtonLink>
  </div>
)

/** Making a passkey needs the browser's own window, so the button comes with the script. */
export const PasskeyPage = ({ possible }: { possible: boolean }) => (
  <div class="act-page">
    <ToAccount />
    <PageHead title={say(texts.passkeyTitle)} lead={say(texts.passkeyLead)} />
    {possible ? (
      <form class="form" data-passkey="make" data-failed={say(texts.passkeyFailed)} hidden>
        <TextInput id="label" name="label" label={say(texts.passkeyName)} hint={say(texts.passkeyNameHint)} longest={60} autocomplete="off" />
        <p class="field-error" role="alert" data-passkey-said hidden />
        <div class="form-acts">
          <Button look="filled">{say(texts.passkeySubmit)}</Button>
        </div>
      </form>
    ) : (
      <Message kind="info" title={say(texts.passkeyNeedsName)} />
    )}
    <noscript>
      <p>{say(texts.passkeyNeedsScript)}</p>
    </noscript>
  </div>
)

/** Somebody who was invited, or forgot their password, sets one. */
export const InvitationPage = ({ token, name, email, mistake }: { token: string; name: string; email: string; mistake?: Text }) => (
  <div class="act-page">
    <PageHead title={say(texts.invitedTitle)} lead={say(texts.invitedLead(name, email))} />
    <form class="form" method="post" action={`/inloggen/uitnodiging/${token}`} novalidate>
      <input type="hidden" name="email" value={email} autocomplete="username" />
      <TextInput id="next" name="next" type="password" label={say(texts.nextPassword)} hint={say(texts.nextPasswordHint(leastCharacters))} error={told(mistake)} autocomplete="new-password" />
      <div class="form-acts">
        <Button look="filled">{say(texts.invitedSubmit)}</Button>
      </div>
    </form>
  </div>
)

/** An invitation that is used, over, or never was. */
export const NoInvitationPage = () => (
  <div class="act-page">
    <PageHead title={say(texts.invitedOver)} lead={say(texts.invitedOverLead)} />
    <Message kind="info" title={say(texts.forgotten)} />
    <ButtonLink look="outlined" href="/inloggen">
      {say(texts.signIn)}
    </ButtonLink>
  </div>
)
