/** Everything a capability needs to declare and show a form. */
export { ActForm, HiddenClaim } from './forms/ActForm.tsx'
export type { Answer } from './forms/controls.tsx'
export { AreaInput, ChoiceInput, SelectInput, TextInput } from './forms/controls.tsx'
export { ErrorSummary } from './forms/ErrorSummary.tsx'
export type { AnyField, AnyForm, FieldOf, FormOf, Lists, Option, Typed, Upload } from './forms/fields.ts'
export { FormField } from './forms/FormFields.tsx'
export { meant, typedFrom } from './forms/meant.ts'
