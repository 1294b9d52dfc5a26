import { say } from '../../platform/texts.ts'
import type { FieldError } from '../../platform/refusal.ts'
import { texts } from '../texts.ts'
import { AreaInput, ChoiceInput, FileInput, SelectInput, TextInput, TickInput } from './controls.tsx'
import { answers, type AnyField, type AnyForm, type Lists, type Typed, words } from './fields.ts'
import { ticked } from './meant.ts'

/** Up to this many answers a choice is a row of round boxes; above it a native list. */
const mostRadios = 5

/** What is wrong with one field. The path of a mistake may go deeper than the field ("people.0"). */
const mistakeAt = (errors: readonly FieldError[], name: string): string | undefined => {
  const found = errors.find((error) => nameOf(error) === name)
  return found && (typeof found.detail === 'string' ? found.detail : say(found.detail))
}

/** The name of the field a mistake is about: the first part of its path. */
export const nameOf = (error: FieldError): string => error.at.replace(/^\//, '').split(/[./]/, 1)[0] ?? ''

/** The id of a field's (first) control. `prefix` keeps two forms on one page apart. */
export const idOf = (name: string, prefix = 'field'): string => `${prefix}-${name}`

type Shared = { form: AnyForm; typed?: Typed; errors?: readonly FieldError[]; lists?: Lists; prefix?: string }

/** One field of a form: what was typed stays, what is wrong stands between label and control. */
export function FormField({ name, form, typed = {}, errors = [], lists = {}, prefix }: Shared & { name: string }) {
  const field = form[name]
  if (!field) throw new Error(`The form has no field "${name}".`)
  const values = Object.hasOwn(typed, name) ? (typed[name] ?? []) : []
  return <Control name={name} field={field} values={values} error={mistakeAt(errors, name)} given={lists[name] ?? []} prefix={prefix} />
}

function Control({ name, field, values, error, given, prefix }: { name: string; field: AnyField; values: readonly string[]; error?: string; given: Lists[string]; prefix?: string }) {
  const around = { id: idOf(name, prefix), name, label: words(field.label), hint: field.hint && words(field.hint), optional: field.optional, error }
  const value = values[0] ?? ''
  switch (field.as) {
    case 'hidden':
      return (
        <>
          {(values.length > 0 ? values : ['']).map((one) => (
            <input type="hidden" name={name} value={one} autocomplete="off" />
          ))}
        </>
      )
    case 'trap':
      return (
        <div class="unseen" aria-hidden="true">
          <label for={around.id}>{around.label}</label>
          <input type="text" id={around.id} name={name} value={value} tabindex={-1} autocomplete="off" />
        </div>
      )
    case 'tick':
    case 'switch':
      return <TickInput {...around} as={field.as} on={values.includes(ticked)} />
    case 'ticks':
      return <ChoiceInput {...around} type="checkbox" values={values} answers={answers(field.options)} />
    case 'picks':
      // With nothing to choose there is no question.
      return given.length === 0 && !error ? null : <ChoiceInput {...around} type="checkbox" values={values} answers={given} />
    case 'choice': {
      const open = answers(field.options)
      return open.length > mostRadios ? <SelectInput {...around} value={value} answers={open} /> : <ChoiceInput {...around} type="radio" values={[value]} answers={open} />
    }
    case 'file':
      return <FileInput {...around} accept={field.accept} />
    case 'pick':
      return <SelectInput {...around} value={value} answers={given} />
    case 'area':
      return <AreaInput {...around} value={value} rows={field.rows} longest={field.longest} />
    case 'number':
      return <TextInput {...around} value={value} inputmode="decimal" width="short" unit={field.unit && words(field.unit)} />
    case 'day':
      return <TextInput {...around} value={value} type="date" width="short" />
    case 'time':
      return <TextInput {...around} value={value} type="time" width="short" />
    case 'month':
      return <TextInput {...around} value={value} type="month" width="short" hint={around.hint ?? say(texts.monthHint)} />
    case 'password':
      return <TextInput {...around} type="password" autocomplete={field.autocomplete ?? 'current-password'} />
    default:
      return (
        <TextInput
          {...around}
          value={value}
          type={field.as}
          autocomplete={field.autocomplete ?? (field.as === 'text' ? undefined : field.as)}
          inputmode={field.as === 'text' ? undefined : field.as}
          longest={field.longest}
          width={field.longest !== undefined && field.longest <= 20 ? 'middle' : 'full'}
        />
      )
  }
}

/** All fields of a form in the order of its declaration. `lists` holds the answers of `pick` and `picks` fields. */
export const FormFields = (shared: Shared) => (
  <>
    {Object.keys(shared.form).map((name) => (
      <FormField name={name} {...shared} />
    ))}
  </>
)
