import { say } from '../../platform/texts.ts'
import { texts } from '../texts.ts'

/** Two rings joined by one arc: a cord on a switchboard. */
export const Mark = () => (
  <svg class="mark" viewBox="0 0 40 24" width="40" height="24" aria-hidden="true" focusable="false">
    <path class="mark-cord" d="M8 15.5C8 -1.5 32 -1.5 32 15.5" />
    <circle class="mark-jack" cx="8" cy="17" r="5.4" />
    <circle class="mark-jack" cx="32" cy="17" r="5.4" />
  </svg>
)

/** Mark and name, leading to the start of the site. */
export const Wordmark = ({ href }: { href: string }) => (
  <a class="wordmark" href={href} aria-label={say(texts.productHome)}>
    <Mark />
    <span class="wordmark-word">{say(texts.product).toLowerCase()}</span>
  </a>
)
