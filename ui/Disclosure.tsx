import type { Child } from 'hono/jsx'
import { Icon } from './icons.tsx'

/** A question that opens. Closed it shows the first line of the answer, or that it was not asked yet. */
export const Disclosure = ({ question, first, open, id, children }: { question: Child; first?: Child; open?: boolean; id?: string; children?: Child }) => (
  <details class="disclosure" open={open} id={id}>
    <summary>
      <Icon name="chevron-right" size={18} class="disclosure-arrow" />
      <span class="disclosure-question">{question}</span>
      {first ? <span class="disclosure-first">{first}</span> : null}
    </summary>
    <div class="disclosure-body">{children}</div>
  </details>
)

/** Disclosures under each other, with a thin line above each. */
export const Disclosures = ({ children }: { children?: Child }) => <div class="disclosures">{children}</div>
