import type { Child } from 'hono/jsx'
import { say } from '../../platform/texts.ts'
import type { FieldError } from '../../platform/refusal.ts'
import { Button, ButtonLink } from '../buttons.tsx'
import { DraftMark } from '../moments.tsx'
import { texts } from '../texts.ts'
import { ErrorSummary } from './ErrorSummary.tsx'
import type { AnyForm, Lists, Typed } from './fields.ts'
import { FormFields } from './FormFields.tsx'

/** The two unseen fields that make a form safe to send twice and safe against changes by others. */
export const HiddenClaim = ({ hiddenKey, hiddenVersion }: { hiddenKey: string; hiddenVersion?: string | number }) => (
  <>
    <input type="hidden" name="_key" value={hiddenKey} autocomplete="off" />
    {hiddenVersion === undefined ? null : <input type="hidden" name="_version" value={String(hiddenVersion)} autocomplete="off" />}
  </>
)

/** Has it room for a text that somebody would be sorry to lose? */
const isLong = (form: AnyForm): boolean => Object.values(form).some((field) => field.as === 'area')

/** For the script: what to say about the draft that it keeps on this device. */
/** What the browser could not read is nothing to a server, so script says it before it is sent. */
const unreadOf = (form: AnyForm) => (Object.values(form).some(({ as }) => as === 'day' || as === 'time' || as === 'month') ? { 'data-unread': say(texts.unread) } : {})
const draftOf = (form: AnyForm) => (isLong(form) ? { 'data-draft-kept': say(texts.draftKept('{time}')), 'data-draft-back': say(texts.draftBack) } : {})

/**
 * A form that posts an act. Mistakes come as a summary that takes focus and beside each field; what was typed stays.
 * Works without script; with it, the button says that it is busy and cannot be pressed twice.
 *
 * @param action       where it posts to, a path of this site
 * @param hiddenKey    a fresh UUID: the same key twice is one effect
 * @param hiddenVersion the version of the record as this person saw it, for acts that change one
 * @param submitLabel  says what happens, never "OK"
 * @param other        a second way to send it, by a name that goes along
 * @param destructive  outlined in the colour of alarm instead of filled
 * @param secondary    outlined instead of filled, where the page has another filled button
 * @param cancel       the way back; give it on pages where something cannot be undone
 * @param children     stands above the fields; with `fields="own"` the caller lays the fields out in it
 */
export const ActForm = ({ action, form = {}, typed, errors = [], lists, hiddenKey, hiddenVersion, submitLabel, other, destructive, secondary, cancel, prefix, fields = 'all', id, children }: {
  action: string
  form?: AnyForm
  typed?: Typed
  errors?: readonly FieldError[]
  lists?: Lists
  hiddenKey: string
  hiddenVersion?: string | number
  submitLabel: string
  other?: { name: string; value: string; label: string }
  destructive?: boolean
  secondary?: boolean
  cancel?: { href: string; label?: string }
  prefix?: string
  fields?: 'all' | 'own'
  id?: string
  children?: Child
}) => (
  <form class="form" method="post" action={action} id={id} enctype={Object.values(form).some((field) => field.as === 'file') ? 'multipart/form-data' : undefined} novalidate data-once data-busy={say(texts.busy)} {...draftOf(form)} {...unreadOf(form)}>
    <HiddenClaim hiddenKey={hiddenKey} hiddenVersion={hiddenVersion} />
    <ErrorSummary errors={errors} form={form} prefix={prefix} />
    {children}
    {fields === 'all' ? <FormFields form={form} typed={typed} errors={errors} lists={lists} prefix={prefix} /> : null}
    {isLong(form) ? <DraftMark /> : null}
    <div class="form-acts">
      <Button look={destructive ? 'destructive' : secondary ? 'outlined' : 'filled'}>{submitLabel}</Button>
      {other ? (
        <Button look="outlined" name={other.name} value={other.value}>
          {other.label}
        </Button>
      ) : null}
      {cancel ? (
        <ButtonLink look="plain" href={cancel.href}>
          {cancel.label ?? say(texts.cancel)}
        </ButtonLink>
      ) : null}
    </div>
  </form>
)
