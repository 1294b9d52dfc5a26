import type { Child } from 'hono/jsx'
import { say } from '../../platform/texts.ts'
import { classes } from '../classes.ts'
import { texts } from '../texts.ts'
import { type Around, describedBy, Field, FieldGroup, FieldMistake } from './Field.tsx'
import { ticked } from './meant.ts'

type Named = Around & { name: string; disabled?: boolean; after?: Child }

type TextKind = 'text' | 'date' | 'month' | 'time' | 'email' | 'tel' | 'password' | 'search'

/** A line of text, a day, a time, an address: one `input`. */
export const TextInput = ({ name, value, type = 'text', width = 'full', autocomplete, inputmode, longest, unit, disabled, after, ...around }: Named & {
  value?: string
  type?: TextKind
  width?: 'short' | 'middle' | 'full'
  autocomplete?: string
  inputmode?: 'decimal' | 'numeric' | 'tel' | 'email'
  longest?: number
  unit?: string
}) => {
  const input = (
    <input
      class={classes('input', `input-${width}`)}
      id={around.id}
      name={name}
      type={type}
      value={value}
      autocomplete={autocomplete}
      inputmode={inputmode}
      maxlength={longest}
      disabled={disabled}
      aria-describedby={describedBy(around)}
      aria-invalid={around.error ? 'true' : undefined}
    />
  )
  return (
    <Field {...around} after={after}>
      {unit ? (
        <span class="input-with-unit">
          {input}
          <span class="input-unit">{unit}</span>
        </span>
      ) : (
        input
      )}
    </Field>
  )
}

/** Room for several lines. The browser eats the first line end inside a textarea, so one is written in front of the value. */
export const AreaInput = ({ name, value = '', rows = 5, longest, disabled, after, ...around }: Named & { value?: string; rows?: number; longest?: number }) => (
  <Field {...around} after={after}>
    <textarea
      class="input input-area"
      id={around.id}
      name={name}
      rows={rows}
      maxlength={longest}
      disabled={disabled}
      aria-describedby={describedBy(around)}
      aria-invalid={around.error ? 'true' : undefined}
    >
      {`\n${value}`}
    </textarea>
  </Field>
)

/** A file to choose. */
export const FileInput = ({ name, accept, ...around }: Named & { accept: string }) => (
  <Field {...around}>
    <input class="input input-file" type="file" id={around.id} name={name} accept={accept} aria-describedby={describedBy(around)} aria-invalid={around.error ? 'true' : undefined} />
  </Field>
)

/** An answer in a list: what is sent, what is read, and a second line when needed. */
export type Answer = { value: string; label: string; hint?: string }

/** A native list to choose one from. The empty first answer means "not chosen". */
export const SelectInput = ({ name, value, answers, disabled, after, ...around }: Named & { value?: string; answers: readonly Answer[] }) => (
  <Field {...around} after={after}>
    <select
      class="input input-select"
      id={around.id}
      name={name}
      disabled={disabled}
      aria-describedby={describedBy(around)}
      aria-invalid={around.error ? 'true' : undefined}
    >
      <option value="">{say(texts.choose)}</option>
      {answers.map((answer) => (
        <option value={answer.value} selected={answer.value === value}>
          {answer.hint ? `${answer.label}, ${answer.hint}` : answer.label}
        </option>
      ))}
    </select>
  </Field>
)

/** One line with a round or square box; the whole line is the target. */
export const Choice = ({ type, id, name, answer, checked, disabled, role, describedby, invalid }: {
  type: 'radio' | 'checkbox'
  id: string
  name: string
  answer: { value: string; label: Child; hint?: Child }
  checked: boolean
  disabled?: boolean
  role?: 'switch'
  describedby?: string
  invalid?: boolean
}) => (
  <div class="choice">
    <input
      class={classes('choice-box', role && 'switch')}
      type={type}
      role={role}
      id={id}
      name={name}
      value={answer.value}
      checked={checked}
      disabled={disabled}
      aria-describedby={classes(answer.hint ? `${id}-more` : false, describedby)}
      aria-invalid={invalid ? 'true' : undefined}
    />
    <label class="choice-label" for={id}>
      {answer.label}
    </label>
    {answer.hint ? (
      <div class="choice-hint" id={`${id}-more`}>
        {answer.hint}
      </div>
    ) : null}
  </div>
)

/** Several answers, one (`radio`) or more (`checkbox`) may be chosen. */
export const ChoiceInput = ({ type, name, values, answers, disabled, after, ...around }: Named & { type: 'radio' | 'checkbox'; values: readonly string[]; answers: readonly Answer[] }) => (
  <FieldGroup {...around} after={after}>
    <div class="choices">
      {answers.map((answer, index) => (
        <Choice type={type} id={index === 0 ? around.id : `${around.id}-${index + 1}`} name={name} answer={answer} checked={values.includes(answer.value)} disabled={disabled} />
      ))}
    </div>
  </FieldGroup>
)

/** One box for yes or no; as a switch when the sentence beside it says a state. */
export const TickInput = ({ name, on, as = 'tick', disabled, after, ...around }: Named & { on: boolean; as?: 'tick' | 'switch' }) => (
  <div class={classes('field', around.error && 'field-wrong')}>
    {around.error ? <FieldMistake id={around.id} error={around.error} /> : null}
    <Choice
      type="checkbox"
      role={as === 'switch' ? 'switch' : undefined}
      id={around.id}
      name={name}
      answer={{ value: ticked, label: around.label, hint: around.hint }}
      checked={on}
      disabled={disabled}
      describedby={around.error ? `${around.id}-error` : undefined}
      invalid={Boolean(around.error)}
    />
    {after}
  </div>
)
