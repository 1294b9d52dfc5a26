import type { Child } from 'hono/jsx'
import { say } from '../platform/texts.ts'
import { classes } from './classes.ts'
import { Icon, type IconName } from './icons.tsx'
import { texts } from './texts.ts'

/** Filled: one on a page. Outlined: other acts that matter now. Plain: everything else. Destructive: says what it takes away. */
export type Look = 'filled' | 'outlined' | 'plain' | 'destructive' | 'panel'
type Shared = { look?: Look; icon?: IconName; wide?: boolean; children?: Child }

const classOf = ({ look = 'outlined', wide }: Shared) => classes('button', `button-${look}`, wide && 'button-wide')

const Inside = ({ icon, children }: Shared) => (
  <>
    {icon ? <Icon name={icon} /> : null}
    <span class="button-words">{children}</span>
  </>
)

/** A button that sends the form it stands in. `busy` keeps the width and says that it is being saved. */
export const Button = ({ name, value, form, formaction, busy, ...shared }: Shared & {
  name?: string
  value?: string
  form?: string
  formaction?: string
  busy?: boolean
}) => (
  <button class={classes(classOf(shared), busy && 'is-busy')} type="submit" name={name} value={value} form={form} formaction={formaction} aria-disabled={busy ? 'true' : undefined}>
    {busy ? (
      <>
        <span class="busy-ring" aria-hidden="true" />
        <span class="button-words">{say(texts.busy)}</span>
      </>
    ) : (
      <Inside {...shared} />
    )}
  </button>
)

/** A link that looks like a button, for the next thing that is on another page. */
export const ButtonLink = ({ href, ...shared }: Shared & { href: string }) => (
  <a class={classOf(shared)} href={href}>
    <Inside {...shared} />
  </a>
)

/** What cannot be done now, with the reason beside it. It can be reached and read with the keyboard, and does nothing. */
export const ButtonNotNow = ({ reason, id, children, ...shared }: Shared & { reason: string; id: string }) => (
  <span class="not-now">
    <button class={classes(classOf({ ...shared, look: 'outlined' }), 'button-not-now')} type="button" aria-disabled="true" aria-describedby={id}>
      <Inside {...shared}>{children}</Inside>
    </button>
    <span class="not-now-reason" id={id}>
      {reason}
    </span>
  </span>
)

/** Buttons beside each other, or under each other on a phone. */
export const Acts = ({ children }: { children?: Child }) => <div class="acts">{children}</div>
