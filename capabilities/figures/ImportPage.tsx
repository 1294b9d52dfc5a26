import { shortMoment } from '../../platform/dates.ts'
import { numberText } from '../../platform/numbers.ts'
import { say, type Text } from '../../platform/texts.ts'
import { ButtonLink } from '../../ui/buttons.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { StateMark } from '../../ui/marks.tsx'
import { BackLink, Facts, PageHead, Section } from '../../ui/page.tsx'
import { Table } from '../../ui/Table.tsx'
import { byAt, stateOf } from './FilesPage.tsx'
import type { ShownImport } from './shown.ts'
import { texts } from './texts.ts'

type Plan = NonNullable<ShownImport['plan']>
const most = 100

const First = ({ all }: { all: number }) => (all > most ? <p class="soft small">{say(texts.firstOf(most, all))}</p> : null)

const Figures = ({ title, figures, id }: { title: Text; figures: Plan['added']; id: string }) =>
  figures.length === 0 ? null : (
    <Section title={`${say(title)} (${numberText(figures.length)})`} id={id} level={3}>
      <Table
        caption={say(title)}
        unseenCaption
        columns={[{ head: say(texts.area) }, { head: say(texts.indicator), kind: 'words' }, ...(figures.some((it) => it.now !== null) ? [{ head: say(texts.now), kind: 'figures' as const }] : []), { head: say(texts.inFile), kind: 'figures', own: true }]}
        rows={figures.slice(0, most).map((it) => ({ name: it.area, cells: [it.indicator, ...(figures.some((other) => other.now !== null) ? [it.now ?? ''] : []), it.file] }))}
      />
      <First all={figures.length} />
    </Section>
  )

const Refused = ({ refused }: { refused: Plan['refused'] }) =>
  refused.length === 0 ? null : (
    <Section title={`${say(texts.refused)} (${numberText(refused.length)})`} id="geweigerd" level={3}>
      <Table
        caption={say(texts.refused)}
        unseenCaption
        columns={[{ head: say(texts.area) }, { head: say(texts.column), kind: 'words' }, { head: say(texts.inFile), kind: 'words' }, { head: say(texts.reason), kind: 'words' }]}
        rows={refused.slice(0, most).map((it) => ({ name: it.area, cells: [it.column, it.raw, it.reason] }))}
      />
      <First all={refused.length} />
    </Section>
  )

const Names = ({ title, lead, names, id }: { title: Text; lead?: Text; names: readonly string[]; id: string }) =>
  names.length === 0 ? null : (
    <Section title={`${say(title)} (${numberText(names.length)})`} id={id} level={3}>
      {lead ? <p class="soft small">{say(lead)}</p> : null}
      <p>{names.join(', ')}</p>
    </Section>
  )

const DryRun = ({ plan, makeAreas, year }: { plan: Plan; makeAreas: boolean; year: number }) => (
  <Section title={say(texts.dryRun)} id="wat-verandert">
    <Counts counts={plan.counts} />
    <div class="stack">
      <Refused refused={plan.refused} />
      <Figures title={texts.changed} figures={plan.changed} id="anders" />
      <Names title={makeAreas ? texts.newAreas : texts.unknownAreas} lead={makeAreas ? texts.madeAreasText : texts.unknownAreasText} names={plan.unknownAreas.map((it) => `${it.name} (${it.code})`)} id="gebieden" />
      <Names title={texts.breaks} lead={texts.breaksText(year)} names={plan.breaks} id="grenzen" />
      <Names title={texts.newIndicators} names={plan.indicators.map((it) => it.name)} id="indicatoren" />
      <Names title={texts.emptyColumns} lead={texts.emptyColumnsText} names={plan.empty} id="leeg" />
      <Figures title={texts.added} figures={plan.added} id="nieuw" />
      {plan.unused.length > 0 ? (
        <Disclosure question={say(texts.unusedColumns(plan.unused.length))}>
          <p class="small">{plan.unused.join(', ')}</p>
        </Disclosure>
      ) : null}
    </div>
  </Section>
)

const Counts = ({ counts }: { counts: NonNullable<ShownImport['counts']> }) => (
  <Facts
    facts={[
      { name: say(texts.added), value: numberText(counts.new) },
      { name: say(texts.changed), value: numberText(counts.changed) },
      { name: say(texts.unchanged), value: numberText(counts.unchanged) },
      { name: say(texts.refused), value: numberText(counts.refused) },
      ...(counts.areas > 0 ? [{ name: say(texts.newAreas), value: numberText(counts.areas) }] : []),
      ...(counts.breaks > 0 ? [{ name: say(texts.breaks), value: numberText(counts.breaks) }] : []),
    ]}
  />
)

const MappingTable = ({ it }: { it: ShownImport }) => (
  <Section title={say(texts.mapping)} id="kolommen">
    <p class="soft">{say(texts.mappingLead)}</p>
    {it.mapping.length === 0 ? (
      <p>{say(texts.nothingMapped)}</p>
    ) : (
      <Table
        caption={say(texts.mapping)}
        unseenCaption
        columns={[{ head: say(texts.column) }, { head: say(texts.indicator), kind: 'words' }, { head: say(texts.mapGroup), kind: 'words' }]}
        rows={it.mapping.map(({ column, indicator, group, factor }) => ({ name: column, cells: [factor === null ? indicator : `${indicator}, ${say(texts.times(numberText(factor)))}`, group ?? ''] }))}
      />
    )}
  </Section>
)

/** What a file does before it is taken in; afterwards, what it did and how it is taken back. */
export const ImportPage = ({ it }: { it: ShownImport }) => (
  <>
    <BackLink href="/wijken/beheer">{say(texts.title)}</BackLink>
    <PageHead title={it.fileName} where={say(texts.numbered(it.number))} marks={<StateMark state={stateOf[it.state]}>{say(texts.states[it.state])}</StateMark>} lead={say(texts.line(it.publisher, it.edition, it.year))} />
    <div class="acts">
      {it.acts.map(({ name, label, href }) => (
        <ButtonLink look={name === 'figures.apply-import' ? 'filled' : name === 'figures.withdraw-import' ? 'destructive' : 'outlined'} href={href}>
          {label}
        </ButtonLink>
      ))}
    </div>
    {it.shape === 'table' && it.plan ? <MappingTable it={it} /> : null}
    {it.plan ? <DryRun plan={it.plan} makeAreas={it.makeAreas} year={it.year} /> : null}
    {!it.plan && it.counts ? (
      <Section title={say(texts.dryRunDone)} id="wat-veranderde">
        <Counts counts={it.counts} />
      </Section>
    ) : null}
    <Section title={say(texts.file)} id="herkomst">
      <div class="stack small">
        <p>{byAt(it)}</p>
        {it.decidedAt ? <p>{say(texts.decidedByAt(it.decidedBy ?? say(texts.commandLine), shortMoment(new Date(it.decidedAt))))}</p> : null}
        {it.elsewhere > 0 ? <p>{say(texts.elsewhere(it.elsewhere))}</p> : null}
        <p>
          {say(texts.fingerprint)}: <span class="code code-long">{it.sha256}</span>
        </p>
      </div>
    </Section>
  </>
)
