import type { Child } from 'hono/jsx'
import { say, type Text } from '../../platform/texts.ts'

/** One row of the page: what it shows at the left, the parts in their states at the right. */
export const Specimen = ({ name, id, children }: { name: Text; id: string; children?: Child }) => (
  <section class="specimen" id={id} aria-labelledby={`${id}-name`}>
    <h2 class="row-title" id={`${id}-name`}>
      {say(name)}
    </h2>
    <div class="specimen-parts">{children}</div>
  </section>
)

/** Where every specimen leads and posts to: the page itself. */
export const here = '/stijl'
