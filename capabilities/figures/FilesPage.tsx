import { shortMoment } from '../../platform/dates.ts'
import { say } from '../../platform/texts.ts'
import { ButtonLink } from '../../ui/buttons.tsx'
import { Row, RowList } from '../../ui/lists.tsx'
import type { State } from '../../ui/marks.tsx'
import { Empty } from '../../ui/moments.tsx'
import { PageHead, Section } from '../../ui/page.tsx'
import { areasHref } from './areas/ComposedPage.tsx'
import { texts as areaTexts } from './areas/texts.ts'
import { importHref } from './bringing.ts'
import type { ShownFile } from './shown.ts'
import { texts as ownTexts } from './own/texts.ts'
import { texts } from './texts.ts'

/** The shape beside the state of a file. */
export const stateOf: Record<ShownFile['state'], State> = { mapping: 'now', proposed: 'now', applied: 'good', withdrawn: 'waits', discarded: 'waits' }

/** Who brought a file, and when. */
export const byAt = (it: Pick<ShownFile, 'by' | 'at'>): string => say(texts.byAt(it.by ?? say(texts.commandLine), shortMoment(new Date(it.at))))

/** Files that came in, the last first. */
export const FilesPage = ({ files, waiting }: { files: readonly ShownFile[]; waiting: number }) => (
  <>
    <PageHead
      title={say(texts.title)}
      lead={say(texts.lead)}
      act={
        <ButtonLink look="filled" href="/wijken/beheer/inlezen">
          {say(texts.bring)}
        </ButtonLink>
      }
    />
    <p>
      <a href="/wijken/beheer/twijfel">{say(texts.waits(waiting))}</a>, <a href="/wijken/beheer/indicatoren">{say(ownTexts.title)}</a>, <a href={areasHref}>{say(areaTexts.title)}</a>
    </p>
    <Section title={say(texts.files)} id="bestanden">
      {files.length === 0 ? (
        <Empty title={say(texts.noFiles)}>
          <p>{say(texts.noFilesText)}</p>
        </Empty>
      ) : (
        <RowList label={say(texts.files)}>
          {files.map((it) => (
            <Row when={say(texts.states[it.state])} state={stateOf[it.state]} title={`${it.number}. ${it.fileName}`} href={importHref(it.importId)}>
              <p>{say(texts.line(it.publisher, it.edition, it.year))}</p>
              <p class="small">{byAt(it)}</p>
            </Row>
          ))}
        </RowList>
      )}
    </Section>
  </>
)
