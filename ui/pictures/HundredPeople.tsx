import type { Child } from 'hono/jsx'

/**
 * Ten rows of ten rings: filled is as in the whole, orange is more than there. Whole people only.
 *
 * @param same  how many of the hundred as in the whole
 * @param more  how many more than there
 * @param sentence  the picture in words, for people who do not see it
 */
export const HundredPeople = ({ same, more, sentence, children }: { same: number; more: number; sentence: string; children?: Child }) => (
  <figure class="hundred">
    <svg class="hundred-picture" viewBox="0 0 300 300" role="img" aria-label={sentence}>
      {Array.from({ length: 100 }, (_, index) => {
        const x = 15 + (index % 10) * 30
        const y = 15 + Math.floor(index / 10) * 30
        const kind = index < same ? 'same' : index < same + more ? 'more' : 'other'
        return (
          <>
            <circle class={`hundred-${kind}`} cx={x} cy={y} r="10" />
            {kind === 'more' ? <circle class="hundred-dot" cx={x} cy={y} r="4.4" /> : null}
          </>
        )
      })}
    </svg>
    {children ? <figcaption>{children}</figcaption> : null}
  </figure>
)
