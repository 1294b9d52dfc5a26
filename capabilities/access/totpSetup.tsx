import { sql } from 'kysely'
import { create } from 'qrcode'
import { z } from 'zod'
import { notNow, personalAct } from '../../platform/act.ts'
import { invalid } from '../../platform/refusal.ts'
import { say } from '../../platform/texts.ts'
import { Code } from '../../ui/marks.tsx'
import { findAccount, hasAccount } from './overview.ts'
import { texts } from './texts.ts'
import { newTotpSecret, sealedTotp, totpStep, totpUri } from './totp.ts'

/** A QR code as one path of squares, black on white in every look: that is what cameras read. */
const Picture = ({ text }: { text: string }) => {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const squares = Array.from({ length: modules.size * modules.size }, (_, index) => (modules.get(Math.floor(index / modules.size), index % modules.size) ? `M${(index % modules.size) + 2} ${Math.floor(index / modules.size) + 2}h1v1h-1z` : '')).join('')
  const side = modules.size + 4
  return (
    <svg class="qr" viewBox={`0 0 ${side} ${side}`} width="220" height="220" role="img" aria-label={say(texts.qrLabel)}>
      <rect width={side} height={side} fill="#fff" />
      <path d={squares} fill="#000" />
    </svg>
  )
}

type Setup = { hasCode: boolean; secret: string }

/** Turns on the second step: a code from an app, at every sign-in from now on. The code proves that the app has the secret. */
export const totpTurnedOn = personalAct({
  name: 'access.turn-on-second-step',
  at: '/account/second-step',
  page: '/account/tweede-stap',
  title: texts.totpTitle,
  frame: 'workplace',
  submit: texts.totpSubmit,
  input: z.strictObject({ secret: z.string().regex(/^[A-Z2-7]{16,64}$/), code: z.string().min(6).max(9) }),
  form: { secret: { as: 'hidden', label: texts.totpSecret }, code: { as: 'text', label: texts.code, hint: texts.codeHint, autocomplete: 'one-time-code', longest: 9 } },
  output: z.object({ href: z.string() }),
  find: async (reading): Promise<Setup> => ({ hasCode: (await findAccount(reading)).hasCode, secret: newTotpSecret() }),
  secret: true,
  may: hasAccount,
  about: () => [],
  hindrance: (it) => (it.hasCode ? notNow('access.second-step-on', texts.totpOnAlready) : undefined),
  prefill: (it) => ({ secret: it.secret }),
  intro: (it) => (
    <>
      <p>{say(texts.totpLead)}</p>
      <Picture text={totpUri(it.secret, 'Schakelbord')} />
      <p>
        {it.secret.match(/.{1,4}/g)?.map((group) => (
          <>
            <Code>{group}</Code>{' '}
          </>
        ))}
      </p>
    </>
  ),
  run: async ({ db, now }, _it, { secret, code }) => {
    const step = totpStep(secret, code, now)
    if (step === undefined) throw invalid([{ in: 'body', at: 'code', code: 'wrong', detail: texts.wrongCode }])
    await sql`select account.set_totp(${sealedTotp(secret)}, ${step})`.execute(db)
  },
  present: () => ({ href: '/account' }),
  next: (it) => it.href,
  done: texts.totpIsOn,
})
