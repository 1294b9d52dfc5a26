import type { Child } from 'hono/jsx'
import { say } from '../../platform/texts.ts'
import { classes } from '../classes.ts'
import { Shape } from '../marks.tsx'
import { texts } from '../texts.ts'

/** What a field shows around its control. `id` is that of the control; hint and mistake get ids made from it. */
export type Around = { id: string; label: Child; hint?: Child; error?: string; optional?: boolean }

/** The value of `aria-describedby` for a control: its hint and its mistake, when they are there. */
export const describedBy = ({ id, hint, error }: Around): string | undefined => classes(hint ? `${id}-hint` : false, error ? `${id}-error` : false)

/** The sentence that says what to do about a mistake, with a diamond. */
export const FieldMistake = ({ id, error }: { id: string; error: string }) => (
  <p class="field-error" id={`${id}-error`}>
    <Shape state="alarm" />
    <span>
      <span class="unseen">{say(texts.mistake)} </span>
      {error}
    </span>
  </p>
)

/** Hint and mistake: under the label, above the control. */
const Explanation = ({ id, hint, error }: Around) => (
  <>
    {hint ? (
      <div class="field-hint" id={`${id}-hint`}>
        {hint}
      </div>
    ) : null}
    {error ? <FieldMistake id={id} error={error} /> : null}
  </>
)

const Optional = ({ optional }: { optional?: boolean }) => (optional ? <span class="field-optional"> {say(texts.optional)}</span> : null)

/** One control with its label, hint and mistake. The control itself is the child and carries `id` and `describedBy`. */
export const Field = ({ children, after, ...around }: Around & { children: Child; /** Stands under the control, as in "Opgeslagen om 14.32 uur". */ after?: Child }) => (
  <div class={classes('field', around.error && 'field-wrong')}>
    <label class="field-label" for={around.id}>
      {around.label}
      <Optional optional={around.optional} />
    </label>
    <Explanation {...around} />
    {children}
    {after}
  </div>
)

/** Several controls that answer one question. The first control carries `id`, so that the summary of mistakes leads there. */
export const FieldGroup = ({ children, after, ...around }: Around & { children: Child; after?: Child }) => (
  <fieldset class={classes('field', 'field-group', around.error && 'field-wrong')} aria-describedby={describedBy(around)}>
    <legend class="field-label">
      {around.label}
      <Optional optional={around.optional} />
    </legend>
    <Explanation {...around} />
    {children}
    {after}
  </fieldset>
)
