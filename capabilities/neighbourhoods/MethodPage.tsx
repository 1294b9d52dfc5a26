import { numberText } from '../../platform/numbers.ts'
import { say } from '../../platform/texts.ts'
import { BackLink, PageHead, Section } from '../../ui/page.tsx'
import { Table } from '../../ui/Table.tsx'
import { indicatorTexts } from './indicatorTexts.ts'
import { methodTexts as texts } from './methodTexts.ts'
import { texts as areaTexts } from './texts.ts'

export type MethodIndicator = { key: string; name: string; kind: 'fact' | 'estimate' | 'perception'; unit: 'number' | 'percent' | 'euro' | 'score'; smallest: number | null }

/** How figures are compared, combined and doubted, with the limits that were set before anybody looked. */
export const MethodPage = ({ indicators }: { indicators: readonly MethodIndicator[] }) => (
  <>
    <BackLink href="/wijken">{say(indicatorTexts.back)}</BackLink>
    <PageHead title={say(texts.title)} lead={say(texts.lead)} />
    <div class="method">
      {Object.entries(texts.sections).map(([key, { title, text }]) => (
        <Section title={say(title)} id={key}>
          <p>{say(text)}</p>
        </Section>
      ))}
    </div>
    <Section title={say(texts.limits)} id="grenzen">
      <Table
        caption={say(texts.limits)}
        unseenCaption
        columns={[{ head: say(areaTexts.figure) }, { head: say(texts.limit), kind: 'words' }, { head: say(texts.kind), kind: 'words' }]}
        rows={indicators.map((it) => ({
          name: <a href={`/wijken/cijfer/${it.key}`}>{it.name}</a>,
          cells: [it.unit === 'percent' && it.smallest !== null ? say(areaTexts.points(numberText(it.smallest))) : say(texts.never), say(texts.kinds[it.kind])],
        }))}
      />
    </Section>
  </>
)
