import { longDay } from '../../platform/dates.ts'
import { say } from '../../platform/texts.ts'
import { Button } from '../../ui/buttons.tsx'
import { ActForm, TextInput, typedFrom } from '../../ui/form.tsx'
import { agreed } from './agreements.ts'
import type { ShownPoint } from './shown.ts'
import { texts } from './texts.ts'

type Understood = NonNullable<ShownPoint['line']>

/** "Wordt: Ria Bos belt de thuiszorg, voor vrijdag 5 december." What was not understood is said, and asked for below. */
const ReadBack = ({ line, now }: { line: Understood; now: Date }) => {
  const missing = [...(line.taker ? [] : [texts.lineNoTaker]), ...(line.dueOn ? [] : [texts.lineNoDay])]
  return (
    <div class="read-back" role="status">
      <p>
        {say(texts.becomes)} <mark>{line.taker ?? say(texts.somebody)}</mark> {line.what}
        {line.dueOn ? (
          <>
            , <mark>{say(texts.before(longDay(line.dueOn, now)))}</mark>
          </>
        ) : null}
        .
      </p>
      {missing.length > 0 ? <p class="small soft">{missing.map((text) => say(text)).join(' ')}</p> : null}
    </div>
  )
}

/** The line in which an agreement is typed, and what it was understood to mean, to be confirmed before it is kept. */
export const AgreementBox = ({ base, line, now }: { base: string; line: ShownPoint['line']; now: Date }) => (
  <section class="agreement-line" aria-labelledby="new-agreement">
    <h2 class="row-title" id="new-agreement">
      {say(texts.newAgreement)}
    </h2>
    <form method="get" action={`${base}#new-agreement`} class="agreement-form">
      <TextInput id="zin" name="zin" label={say(texts.lineLabel)} hint={say(texts.lineHint)} value={line?.typed ?? ''} autocomplete="off" />
      <Button look={line ? 'outlined' : 'filled'}>{say(texts.readBack)}</Button>
    </form>
    {line ? (
      <>
        <ReadBack line={line} now={now} />
        <ActForm
          action={`${base}/afspraak`}
          form={agreed.form}
          typed={typedFrom(agreed.form, { takerId: line.takerId ?? undefined, what: line.what, dueOn: line.dueOn ?? undefined })}
          lists={{ takerId: line.takers }}
          hiddenKey={crypto.randomUUID()}
          submitLabel={say(texts.agreeSubmit)}
          cancel={{ href: base }}
        />
      </>
    ) : null}
  </section>
)
