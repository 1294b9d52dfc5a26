import { fullDay, shortMoment } from '../../platform/dates.ts'
import { say } from '../../platform/texts.ts'
import { ButtonLink } from '../../ui/buttons.tsx'
import { Row, RowList } from '../../ui/lists.tsx'
import { Empty } from '../../ui/moments.tsx'
import { BackLink, Facts, PageHead, Section } from '../../ui/page.tsx'
import type { ShownExport, ShownWhole } from './exporting.tsx'
import { exportTexts as texts } from './exportTexts.ts'
import { texts as importTexts } from './texts.ts'

/** Who took everything along, when and why. */
export const ExportsPage = ({ exports, makeHref }: { exports: readonly ShownExport[]; makeHref: string }) => (
  <>
    <BackLink href="/sociale-kaart/invoer">{say(importTexts.listTitle)}</BackLink>
    <PageHead
      title={say(texts.listTitle)}
      lead={say(texts.listLead)}
      act={
        <ButtonLink look="filled" href={makeHref}>
          {say(texts.title)}
        </ButtonLink>
      }
    />
    {exports.length === 0 ? (
      <Empty title={say(texts.noneTitle)}>
        <p>{say(texts.noneText)}</p>
      </Empty>
    ) : (
      <RowList label={say(texts.listTitle)}>
        {exports.map((it) => (
          <Row when={fullDay(it.madeOn)} title={it.maker} href={it.href}>
            <p>{it.reason}</p>
          </Row>
        ))}
      </RowList>
    )}
  </>
)

/** Why an export was made, and its files. */
export const ExportPage = ({ shown }: { shown: ShownWhole }) => (
  <>
    <BackLink href="/sociale-kaart/uitvoer">{say(texts.backToList)}</BackLink>
    <PageHead title={say(texts.oneTitle(fullDay(shown.madeOn)))} />
    <Facts
      facts={[
        { name: say(texts.why), value: shown.reason },
        { name: say(texts.by), value: shown.maker },
        { name: say(texts.secrets), value: say(shown.masked ? texts.withSecrets : texts.withoutSecrets) },
        ...(shown.fetch === 'yes' ? [{ name: say(texts.until), value: shortMoment(new Date(shown.until)) }] : []),
      ]}
    />
    <Section title={say(texts.files)} id="files" note={shown.files ? say(texts.filesNote) : undefined}>
      {shown.files ? (
        <>
          <p>
            <a href={shown.files.package}>{say(texts.asPackage)}</a>
            <br />
            {say(texts.packageNote)}
          </p>
          <p>
            <a href={shown.files.list}>{say(texts.asList)}</a>
            <br />
            <a href={shown.files.workbook}>{say(texts.asWorkbook)}</a>
            <br />
            {say(texts.listNote)}
          </p>
          <p>{say(texts.shareNote)}</p>
        </>
      ) : (
        <p>{say(shown.fetch === 'over' ? texts.over : texts.notYours)}</p>
      )}
    </Section>
  </>
)
