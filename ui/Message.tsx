import type { Child } from 'hono/jsx'
import { say } from '../platform/texts.ts'
import { Shape } from './marks.tsx'
import { texts } from './texts.ts'

/** An act that can be taken back for some seconds: where it posts to, with its key; the server decides whether it is still in time. */
export type Undo = { action: string; key: string; seconds: number; fields?: Record<string, string> }

/** A message as data, for frames that show one above the page. */
export type Notice = { kind: 'good' | 'info' | 'watch' | 'alarm'; title: string; text?: string; link?: { href: string; label: string }; undo?: Undo }

/** Undo is a form, so that it works without script; the script counts the seconds down in words. */
const UndoForm = ({ action, key, seconds, fields = {} }: Undo) => (
  <form class="undo" method="post" action={action} data-undo={seconds} data-undo-over={say(texts.undoOver)}>
    <input type="hidden" name="_key" value={key} autocomplete="off" />
    {Object.entries(fields).map(([name, value]) => (
      <input type="hidden" name={name} value={value} autocomplete="off" />
    ))}
    <button class="link-button" type="submit">
      {say(texts.undo)}
    </button>{' '}
    <span class="undo-left" aria-hidden="true">
      ({say(texts.undoLeft(seconds))})
    </span>
  </form>
)

/**
 * What happened or is going on: shape, one bold line, one sentence, an act as a link.
 * `live` makes screen readers hear it when it appears; on a page that was just loaded it is read in place.
 */
export const Message = ({ kind, title, live, undo, link, id, children }: {
  kind: Notice['kind']
  title: string
  live?: boolean
  undo?: Undo
  link?: Notice['link']
  id?: string
  children?: Child
}) => (
  <div class={`message message-${kind}`} role={live ? 'status' : undefined} id={id}>
    <Shape state={kind} />
    <div class="message-body">
      <p class="message-title">{title}</p>
      {children ? <div class="message-text">{children}</div> : null}
      {link ? (
        <p>
          <a href={link.href}>{link.label}</a>
        </p>
      ) : null}
      {undo ? <UndoForm {...undo} /> : null}
    </div>
  </div>
)

/** The messages of a frame, above the page. */
export const Notices = ({ notices = [] }: { notices?: readonly Notice[] }) =>
  notices.length === 0 ? null : (
    <div class="notices">
      {notices.map(({ text, ...notice }) => (
        <Message {...notice} live>
          {text}
        </Message>
      ))}
    </div>
  )
