import { say } from '../../platform/texts.ts'
import type { Label } from '../texts.ts'

/** What every field can have. */
export type Common = {
  label: Label
  hint?: Label
  /** Says behind the label that it may be left empty. */
  optional?: true
}
/** One answer to choose from, with a second line when the words need one. */
export type Option = Label | { label: Label; hint: Label }

export type TickField = Common & { as: 'tick' | 'switch' }
export type TicksField<E extends string = string> = Common & { as: 'ticks'; options: Record<E, Option> }
/** Boxes whose answers are given when the page is shown (`lists`). */
export type PicksField = Common & { as: 'picks' }
export type NumberField = Common & { as: 'number'; /** Stands behind the field, as in "euro" or "minuten". */ unit?: Label }
export type ChoiceField<E extends string = string> = Common & { as: 'choice'; options: Record<E, Option> }
export type TextField = Common & {
  as: 'text' | 'day' | 'month' | 'time' | 'email' | 'tel' | 'password'
  /** What the browser may fill in, a word of the HTML standard. */
  autocomplete?: string
  /** The most it can hold, in characters; sets the width too when it is 20 or less. */
  longest?: number
}
export type AreaField = Common & { as: 'area'; /** Height in lines; 5 when absent. */ rows?: number; longest?: number }
/** A select whose answers are given when the page is shown (`lists`), as in people to choose from. */
export type PickField = Common & { as: 'pick' }
/** Travels along unseen. Its label is used when the summary of mistakes names it. */
export type HiddenField = Common & { as: 'hidden' }

/** A file as it travels: its name, and what is in it, as base64 in JSON. */
export type Upload = { name: string; content: string | Buffer }
/** A file that somebody chooses. It is never shown again: who made a mistake elsewhere chooses it once more. */
export type FileField = Common & { as: 'file'; /** Endings, as in '.csv,.json'. */ accept: string }

/** Hidden from people; whatever fills it is a program. */
export type TrapField = Common & { as: 'trap' }

export type AnyField = TickField | TicksField | PicksField | NumberField | ChoiceField | TextField | AreaField | PickField | HiddenField | TrapField | FileField
export type AnyForm = Record<string, AnyField>

type IsUnion<T, U = T> = [T] extends [never] ? false : T extends U ? ([U] extends [T] ? false : true) : never

/** Which field fits a value: a tick on a text, or an option without a label, does not compile. */
export type FieldOf<T> = [NonNullable<T>] extends [Upload]
  ? FileField
  : [NonNullable<T>] extends [boolean]
  ? TickField
  : [NonNullable<T>] extends [readonly (infer E extends string)[]]
    ? IsUnion<E> extends true
      ? TicksField<E>
      : PicksField
    : [NonNullable<T>] extends [number]
      ? NumberField
      : [NonNullable<T>] extends [string]
        ? IsUnion<NonNullable<T>> extends true
          ? ChoiceField<NonNullable<T> & string> | HiddenField
          : TextField | AreaField | PickField | HiddenField | TrapField
        : never

/** A form has one field for each part of its input, no more and no fewer. */
export type FormOf<I> = { [K in keyof I]-?: FieldOf<I[K]> }

/** What a browser sent, or what stands in the fields: every name with all its values, as text. */
export type Typed = Record<string, readonly string[]>

/** Answers that are known only when the page is shown, by the name of their `pick` or `picks` field. */
export type Lists = Record<string, readonly { value: string; label: string; hint?: string }[]>

/** A label in the language of the request. */
export const words = (label: Label): string => say(typeof label === 'function' ? label() : label)

/** The fields as the answers of a `choice` or `ticks` field show them. */
export const answers = (options: Record<string, Option>): { value: string; label: string; hint?: string }[] =>
  Object.entries(options).map(([value, option]) =>
    typeof option === 'object' && 'label' in option ? { value, label: words(option.label), hint: words(option.hint) } : { value, label: words(option) },
  )
