import type { Child } from 'hono/jsx'
import { say } from '../../platform/texts.ts'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { AroundDutch, Dutch } from '../../ui/Dutch.tsx'
import { Section } from '../../ui/page.tsx'
import { Table } from '../../ui/Table.tsx'
import type { ShownEstimate, ShownNeed } from './shown.ts'
import { texts } from './texts.ts'

/** The sum behind an estimate, behind a question: each figure with its source and year, what they make, and what to beware of. */
export const Calculation = ({ it }: { it: ShownEstimate }) =>
  it.sum === null ? null : (
    <Disclosure question={say(texts.calculationOf(it.what))}>
      <Table
        caption={say(texts.calculationOf(it.what))}
        unseenCaption
        columns={[{ head: say(texts.factor) }, { head: say(texts.value), kind: 'figures' }, { head: say(texts.from), kind: 'words' }]}
        rows={it.steps.map(({ name, value, range, source }) => ({ name, cells: [value, <AroundDutch said={`${source}; ${range}`} words={source} />] }))}
      />
      <p>
        {say(texts.formula)}: {it.sum}
      </p>
      <p>{it.rangeSum}</p>
      {it.cautions.length > 0 ? (
        <ul class="bullets small">
          {it.cautions.map((caution) => (
            <li>
              <Dutch>{caution}</Dutch>
            </li>
          ))}
        </ul>
      ) : null}
    </Disclosure>
  )

/** What people of an area may need beside what there is, for everybody. */
export const NeedPart = ({ need, moreHref, children }: { need: ShownNeed; /** the same in full, for who works here */ moreHref?: string; /** where who works here reads on */ children?: Child }) => (
  <Section title={say(texts.partTitle)} id="nodig">
    <div class="stack">
      <p>{say(texts.partLead)}</p>
      <Table
        caption={say(texts.partTitle)}
        unseenCaption
        columns={[{ head: say(texts.what) }, { head: say(texts.maybe), kind: 'words' }, { head: say(texts.offered), kind: 'words' }]}
        rows={need.lines.map((it) => ({
          name: it.what,
          cells: [
            it.why ? `${it.told}: ${it.why}.` : it.told,
            it.offers === 0 ? (
              say(texts.noOffer)
            ) : (
              <a href={it.href}>
                {say(texts.offers(it.offers))}
                <span class="unseen">: {it.what}</span>
              </a>
            ),
          ],
        }))}
      />
      {need.lines.map((it) => (
        <Calculation it={it} />
      ))}
      {moreHref ? (
        <p>
          <a href={moreHref}>{say(texts.inFull)}</a>
        </p>
      ) : null}
      {children}
      <p class="small">
        <a href="/wijken/behoefte">{say(texts.how)}</a>
      </p>
    </div>
  </Section>
)
