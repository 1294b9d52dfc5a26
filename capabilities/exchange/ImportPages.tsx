import { fullDay } from '../../platform/dates.ts'
import { numberText } from '../../platform/numbers.ts'
import { say, type Text } from '../../platform/texts.ts'
import { ButtonLink } from '../../ui/buttons.tsx'
import { Row, RowList } from '../../ui/lists.tsx'
import { Empty } from '../../ui/moments.tsx'
import { PageHead, Section } from '../../ui/page.tsx'
import { Table } from '../../ui/Table.tsx'
import type { ShownHead, ShownImport } from './importViews.tsx'
import { failTexts } from './failTexts.ts'
import { fieldsTexts } from './fieldsTexts.ts'
import { mapTexts } from './mapTexts.ts'
import { entityTexts, reasonTexts, stateTexts, texts } from './texts.ts'

const stateMarks = { waiting: 'waits', mapping: 'now', unreadable: 'waits', 'looked-at': 'now', 'taken-in': 'good', withdrawn: 'waits' } as const
const words = (catalogue: Readonly<Record<string, Text>>, key: string): string => (catalogue[key] ? say(catalogue[key]) : key)

const Back = ({ href, to }: { href: string; to: Text }) => (
  <p class="back">
    <a href={href}>{say(to)}</a>
  </p>
)

/** Every file that was read, with where it stands. */
export const ImportsPage = ({ imports, lookHref }: { imports: readonly ShownHead[]; lookHref: string }) => (
  <>
    <Back href="/sociale-kaart" to={texts.back} />
    <PageHead
      title={say(texts.listTitle)}
      lead={say(texts.listLead)}
      act={
        <ButtonLink look="filled" href={lookHref}>
          {say(texts.lookTitle)}
        </ButtonLink>
      }
    />
    {imports.length === 0 ? (
      <Empty title={say(texts.noneTitle)}>
        <p>{say(texts.noneText)}</p>
      </Empty>
    ) : (
      <RowList label={say(texts.listTitle)}>
        {imports.map((it) => (
          <Row when={say(stateTexts[it.state])} state={stateMarks[it.state]} title={it.source} href={it.href}>
            <p>{say(texts.readFrom(it.fileName, fullDay(new Date(it.broughtAt))))}</p>
          </Row>
        ))}
      </RowList>
    )}
    <Section title={say(texts.exportTitle)} id="export" note={say(texts.takeAlong)}>
      <p>
        <a href="/hsds/services.csv">{say(texts.asList)}</a>
      </p>
      <p>
        <a href="/hsds/services.xlsx">{say(texts.asWorkbook)}</a>
      </p>
      <p>
        <a href="/hsds/datapackage.zip">{say(texts.asPackage)}</a>
      </p>
      <p>
        <a href="/hsds/samenwerkende-catalogi.xml">{say(texts.asCatalogue)}</a>
      </p>
      <p>
        <a href="/hsds">{say(texts.asHsds)}</a>
      </p>
      <p>
        <a href="/sociale-kaart/uitvoer">{say(texts.wholeExports)}</a>
      </p>
    </Section>
  </>
)

const lower = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1)

/** Of which entry, and which field of it. */
const Which = ({ about, entity, path, field }: { about: string | null; entity: string; path: string; field: string | null }) => (
  <>
    {about ?? path}
    <br />
    <span class="small soft">{[words(entityTexts, entity), ...(field ? [lower(words(fieldsTexts, field))] : [])].join(', ')}</span>
  </>
)
const valueText = (field: string, value: string | null): string => (value === null || value === '' ? say(texts.nothing) : field === 'amount' ? value.replace('.', ',') : value)

const Remarks = ({ shown, kind, all, title }: { shown: ShownImport; kind: 'refused' | 'repaired'; all: number; title: (count: number) => Text }) => {
  const some = shown.remarks.filter((it) => it.kind === kind)
  if (some.length === 0) return null
  return (
    <Section title={say(title(all))} id={kind} note={some.length < all ? say(texts.firstOf(some.length, all)) : undefined}>
      <Table
        caption={say(title(all))}
        unseenCaption columns={[{ head: say(texts.what) }, { head: say(texts.where), kind: 'words' }, { head: say(texts.why), kind: 'words' }]}
        rows={some.map((it) => ({ name: words(entityTexts, it.entity), cells: [it.path, `${it.field ? `${it.field}: ` : ''}${words(reasonTexts, it.reason)}`] }))}
      />
    </Section>
  )
}

const runs = { look: texts.lookRuns, take: texts.takeRuns, withdraw: texts.withdrawRuns } as const

/** How far work in the background is, or why it did not succeed. */
const Progress = ({ job, href }: { job: NonNullable<ShownImport['job']>; href: string }) => {
  if (job.state === 'failed') {
    return (
      <Section title={say(texts.failedTitle)} id="job">
        <p>{words(failTexts, job.reason ?? 'fault')}</p>
      </Section>
    )
  }
  const share = job.total > 0 ? Math.floor((job.done * 100) / job.total) : 0
  return (
    <Section title={say(runs[job.what])} id="job">
      <p>
        <progress value={share} max={100} aria-label={say(runs[job.what])} /> {say(job.total > 0 ? texts.howFar(share) : texts.beginsSoon)}
      </p>
      <p>{say(texts.runsText)}</p>
      <p>
        <ButtonLink look="filled" href={href}>
          {say(texts.lookAgain)}
        </ButtonLink>
      </p>
    </Section>
  )
}

/** What an import would change or changed, and what could not be taken as it was. */
export const ImportPage = ({ shown }: { shown: ShownImport }) => {
  const [first, ...others] = shown.acts
  return (
    <>
      <Back href="/sociale-kaart/invoer" to={texts.backToList} />
      <PageHead
        where={say(stateTexts[shown.state])}
        title={shown.source}
        lead={say(texts.readFrom(shown.fileName, fullDay(new Date(shown.broughtAt))))}
        act={
          first ? (
            <ButtonLink look={shown.state === 'looked-at' || shown.state === 'mapping' ? 'filled' : 'outlined'} href={first.href}>
              {say(first.title)}
            </ButtonLink>
          ) : null
        }
      />
      {shown.job ? <Progress job={shown.job} href={shown.href} /> : null}
      {shown.state === 'mapping' ? (
        <Section title={say(mapTexts.needed)} id="columns">
          <p>{say(mapTexts.neededText)}</p>
        </Section>
      ) : null}
      {others.map((it) => (
        <p>
          <a href={it.href}>{say(it.title)}</a>
        </p>
      ))}
      {shown.counts.length > 0 ? (
      <Section title={say(shown.state === 'looked-at' ? texts.summary : texts.summaryDone)} id="counts">
        <Table
          caption={say(texts.summary)}
          unseenCaption columns={[{ head: say(texts.what) }, { head: say(texts.isNew), kind: 'figures' }, { head: say(texts.isChanged), kind: 'figures' }, { head: say(texts.isSame), kind: 'figures' }]}
          rows={shown.counts.map((it) => ({ name: words(entityTexts, it.entity), cells: [numberText(it.new), numberText(it.changed), numberText(it.unchanged)] }))}
        />
      </Section>
      ) : null}
      {shown.changes.length > 0 ? (
        <Section title={say(texts.exampleTitle)} id="changes">
          <Table
            caption={say(texts.exampleTitle)}
            unseenCaption columns={[{ head: say(texts.what) }, { head: say(texts.was), kind: 'words', told: true }, { head: say(texts.becomes), kind: 'words', told: true }]}
            rows={shown.changes.map((it) => ({ name: <Which {...it} />, cells: [`${valueText(it.field, it.before)}${it.alsoHere ? ` (${say(texts.alsoHere)})` : ''}`, valueText(it.field, it.after)] }))}
          />
        </Section>
      ) : null}
      {shown.ours.length > 0 ? (
        <Section title={say(texts.oursTitle)} id="ours" note={say(texts.oursText)}>
          <Table
            caption={say(texts.oursTitle)}
            unseenCaption columns={[{ head: say(texts.what) }, { head: say(texts.stays), kind: 'words', told: true }, { head: say(texts.sourceSays), kind: 'words', told: true }]}
            rows={shown.ours.map((it) => ({ name: <Which {...it} />, cells: [it.field ? valueText(it.field, it.here) : say(texts.takenAway), valueText(it.field ?? '', it.source)] }))}
          />
          {shown.ours.length < shown.oursCount ? <p>{say(texts.firstOf(shown.ours.length, shown.oursCount))}</p> : null}
        </Section>
      ) : null}
      <Remarks shown={shown} kind="refused" all={shown.refused} title={texts.refusedTitle} />
      <Remarks shown={shown} kind="repaired" all={shown.repaired} title={texts.repairedTitle} />
    </>
  )
}
