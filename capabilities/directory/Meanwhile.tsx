import type { Again } from '../../platform/act.ts'
import { say } from '../../platform/texts.ts'
import { type AnyForm, typedFrom } from '../../ui/form.tsx'
import { answers, words } from '../../ui/forms/fields.ts'
import { Facts, Section } from '../../ui/page.tsx'
import { keepTexts as texts } from './keepTexts.ts'

/**
 * Somebody else changed it while I typed: what stands there now, field by field where it is not what I typed. Nothing when the form came back for another reason.
 *
 * @param now  how it stands, as the form is filled in before anybody typed
 */
export const Meanwhile = ({ form, now, again }: { form: AnyForm; now: Record<string, unknown>; again: Again | undefined }) => {
  if (again?.status !== 412) return null
  const standing = typedFrom(form, now)
  const text = (values: readonly string[] = []): string => values.join(', ').replaceAll(/\r\n?/g, '\n').trim()
  const shown = (name: string, value: string): string => {
    const field = form[name]
    const answer = field?.as === 'choice' ? answers(field.options).find((it) => it.value === value) : undefined
    return answer?.label ?? (value || say(texts.empty))
  }
  const other = Object.entries(form).filter(([name, { as }]) => as !== 'pick' && name in now && text(standing[name]) !== text(again.typed[name]))
  return other.length === 0 ? null : (
    <Section title={say(texts.meanwhile)} id="intussen">
      <Facts facts={other.map(([name, field]) => ({ name: words(field.label), value: shown(name, text(standing[name])) }))} />
    </Section>
  )
}
