import type { Child } from 'hono/jsx'
import { say } from '../platform/texts.ts'
import { Icon } from './icons.tsx'
import { Jack } from './jack.tsx'
import { StateMark } from './marks.tsx'
import { texts } from './texts.ts'

/** Nothing here: says what will be here and offers one step. `done` gives the full ring, for "Alles is bij". */
export const Empty = ({ title, done, act, level = 2, children }: { title: Child; done?: boolean; act?: Child; level?: 2 | 3; children?: Child }) => {
  const Title = level === 2 ? 'h2' : 'h3'
  return (
    <div class="empty">
      {done ? <Jack progress="done" /> : null}
      <Title class="row-title">{title}</Title>
      {children ? <div class="soft">{children}</div> : null}
      {act ? <div class="acts">{act}</div> : null}
    </div>
  )
}

/** Bars in the shape of what comes, without shimmer. Shown by the style only after 300 ms, so that quick answers do not flicker. */
export const Loading = ({ rows = 2 }: { rows?: number }) => (
  <div class="loading" role="status">
    <span class="unseen">{say(texts.loading)}</span>
    {Array.from({ length: rows }, () => (
      <div class="loading-row" aria-hidden="true">
        <span class="loading-bar loading-bar-short" />
        <span class="loading-bar loading-bar-long" />
        <span class="loading-bar" />
      </div>
    ))}
  </div>
)

/** Something did not work: says what, what was kept safe, and offers to try again. */
export const Failed = ({ what, title, retryHref, level = 2, children }: { what: Child; title: Child; retryHref: string; level?: 2 | 3; children?: Child }) => {
  const Title = level === 2 ? 'h2' : 'h3'
  return (
    <div class="empty failed">
      <StateMark state="alarm">{what}</StateMark>
      <Title class="row-title">{title}</Title>
      {children ? <div class="soft">{children}</div> : null}
      <div class="acts">
        <a class="button button-outlined" href={retryHref}>
          <span class="button-words">{say(texts.tryAgain)}</span>
        </a>
      </div>
    </div>
  )
}

/**
 * Says that the script kept a draft on this device, with the way to throw it away. Without script there is no draft and this stays
 * unseen; `time`, as the `clock` function writes it, shows it as it looks afterwards.
 */
export const DraftMark = ({ time }: { time?: string }) => (
  <div class="saved" data-draft-mark role="status" hidden={time === undefined}>
    <Icon name="check" size={18} />
    <span>
      <span class="saved-words">{time === undefined ? '' : say(texts.draftKept(time))}</span>{' '}
      {time === undefined ? (
        <button class="link-button" type="button" data-draft-wipe>
          {say(texts.draftWipe)}
        </button>
      ) : null}
    </span>
  </div>
)
