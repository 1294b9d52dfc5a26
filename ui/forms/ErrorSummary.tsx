import { say } from '../../platform/texts.ts'
import type { FieldError } from '../../platform/refusal.ts'
import { Shape } from '../marks.tsx'
import { texts } from '../texts.ts'
import { type AnyForm, words } from './fields.ts'
import { idOf, nameOf } from './FormFields.tsx'

/** The question first, because "Vul dit in" alone does not say what. */
const named = (label: string, detail: string): string => `${label}${/[?.:]$/.test(label) ? '' : ':'} ${detail}`

/** Everything that is wrong, above the form. It takes focus by itself, also without script; each line leads to its field. Nothing when nothing is wrong. */
export function ErrorSummary({ errors, form = {}, prefix, focus = true }: { errors: readonly FieldError[]; form?: AnyForm; prefix?: string; /** False only where it is shown as an example. */ focus?: boolean }) {
  if (errors.length === 0) return null
  const heading = `${prefix ?? 'field'}-mistakes`
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset holds fields, this holds links to them
    <div class="message message-alarm" role="group" aria-labelledby={heading} tabindex={-1} autofocus={focus}>
      <Shape state="alarm" />
      <div class="message-body">
        <h2 class="message-title" id={heading}>
          {say(texts.mistakes(errors.length))}
        </h2>
        <ul class="message-list">
          {errors.map((error) => {
            const name = nameOf(error)
            const detail = typeof error.detail === 'string' ? error.detail : say(error.detail)
            const field = Object.hasOwn(form, name) ? form[name] : undefined
            const told = field ? named(words(field.label), detail) : detail
            return <li>{field && field.as !== 'hidden' ? <a href={`#${idOf(name, prefix)}`}>{told}</a> : told}</li>
          })}
        </ul>
      </div>
    </div>
  )
}
