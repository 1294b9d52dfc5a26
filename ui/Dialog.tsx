import type { Child } from 'hono/jsx'
import { classes } from './classes.ts'

/**
 * Only for what cannot be undone. The title is the question, the text the consequence, the acts name both ways out.
 * `shown` renders it as part of a page: that is the confirmation page for browsers without script.
 */
export const Dialog = ({ id, title, acts, shown, level = 2, children }: { id: string; title: Child; acts: Child; shown?: boolean; level?: 1 | 2; children?: Child }) => {
  const Title = level === 1 ? 'h1' : 'h2'
  const inside = (
    <>
      <Title class="dialog-title" id={`${id}-title`}>
        {title}
      </Title>
      <div class="dialog-text">{children}</div>
      <div class="acts">{acts}</div>
    </>
  )
  return shown ? (
    <section class="dialog dialog-shown" id={id} aria-labelledby={`${id}-title`}>
      {inside}
    </section>
  ) : (
    <dialog class="dialog" id={id} aria-labelledby={`${id}-title`}>
      {inside}
    </dialog>
  )
}

/** Opens a dialog; without script it is a link to the page that asks the same. */
export const DialogLink = ({ dialog, href, look = 'destructive', children }: { dialog: string; href: string; look?: 'destructive' | 'outlined' | 'plain'; children?: Child }) => (
  <a class={classes('button', `button-${look}`)} href={href} data-dialog={dialog}>
    <span class="button-words">{children}</span>
  </a>
)

/** The way out of a dialog that changes nothing. Without script it is a link back. */
export const DialogClose = ({ href, children }: { href: string; children?: Child }) => (
  <a class="button button-outlined" href={href} data-dialog-close>
    <span class="button-words">{children}</span>
  </a>
)
