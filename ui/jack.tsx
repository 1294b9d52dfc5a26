import { say } from '../platform/texts.ts'
import { drawOnce } from './drawn.ts'
import { texts } from './texts.ts'

/** Where something is in order of time: waits (empty ring), now (orange ring with dot), done (full ring with tick). */
export type Progress = 'waits' | 'now' | 'done'

/** A ring of the switchboard. `said` writes the state for screen readers, where no word beside it says the same. */
export const Jack = ({ progress, size = 'large', said }: { progress: Progress; size?: 'large' | 'small'; said?: boolean }) => (
  <>
    {drawOnce(`jack ${size} ${progress}`, () => (
      <svg class={`jack jack-${size} jack-${progress}`} viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
        <circle class="jack-ring" cx="12" cy="12" r="10" />
        {progress === 'now' && <circle class="jack-dot" cx="12" cy="12" r="4.4" />}
        {progress === 'done' && <path class="jack-tick" d="m7.6 12.4 3 3 5.8-6.2" />}
      </svg>
    ))}
    {said ? <span class="unseen">{say(texts[progress])}: </span> : null}
  </>
)

/** A ring with a letter: a place, with the same letter in list and map. */
export const LetterJack = ({ letter }: { letter: string }) => (
  <span class="letter-jack" aria-hidden="true">
    {letter}
  </span>
)
