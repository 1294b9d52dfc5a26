import type { Child } from 'hono/jsx'
import { classes } from './classes.ts'
import { drawOnce } from './drawn.ts'

/** The shapes a state can have. Their meaning is fixed: see `Shape`. */
export type State = 'waits' | 'now' | 'good' | 'watch' | 'alarm' | 'info'

/**
 * The shape that goes with a state: ring (waits), ring with dot (now), disc (good), triangle (watch), diamond (alarm), square (info).
 * It never stands without its word.
 */
export const Shape = ({ state }: { state: State }) => (
  <>
    {drawOnce(`shape ${state}`, () => (
      <svg class={`shape shape-${state}`} viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" focusable="false">
        {state === 'waits' && <circle cx="6" cy="6" r="4.5" class="shape-rim" />}
        {state === 'now' && (
          <>
            <circle cx="6" cy="6" r="5" class="shape-rim" />
            <circle cx="6" cy="6" r="2.2" class="shape-fill" />
          </>
        )}
        {state === 'good' && <circle cx="6" cy="6" r="5" class="shape-fill" />}
        {state === 'watch' && <path d="M6 .8 11.6 11H.4z" class="shape-fill" />}
        {state === 'alarm' && <path d="M6 .2 11.8 6 6 11.8.2 6z" class="shape-fill" />}
        {state === 'info' && <path d="M1 1h10v10H1z" class="shape-fill" />}
      </svg>
    ))}
  </>
)

/** A state in a word with its shape, as in a diamond and "2 dagen te laat". */
export const StateMark = ({ state, children }: { state: State; children?: Child }) => (
  <span class={classes('state', `state-${state}`)}>
    <Shape state={state} />
    <span>{children}</span>
  </span>
)

/** A mark that never changes by itself: `full` for the strongest one, otherwise an outline. */
export const Tag = ({ full, children }: { full?: boolean; children?: Child }) => <span class={classes('tag', full && 'tag-full')}>{children}</span>

/** A number or other code in the plain letter, where the zero has its slash. */
export const Code = ({ children }: { children?: Child }) => <span class="code">{children}</span>
