import { say } from '../../platform/texts.ts'
import { Empty } from '../../ui/moments.tsx'
import { Pagination } from '../../ui/Pagination.tsx'
import { PageHead } from '../../ui/page.tsx'
import { Table } from '../../ui/Table.tsx'
import { About, At, What } from './lines.tsx'
import { texts } from './texts.ts'
import type { ShownHappened } from './views.tsx'

/** What somebody did and looked at themself, newest first. */
export const OwnLogPage = ({ events, more, mayAll, page, now }: { events: readonly ShownHappened[]; more: boolean; mayAll: boolean; page: number; now: Date }) => (
  <>
    <PageHead title={say(texts.own)} lead={say(texts.ownLead)} act={mayAll ? <a href="/logboek">{say(texts.toAll)}</a> : null} />
    {events.length === 0 ? (
      <Empty title={say(texts.noneOwn)} />
    ) : (
      <Table
        caption={say(texts.own)}
        unseenCaption
        columns={[{ head: say(texts.when) }, { head: say(texts.what), kind: 'words' }, { head: say(texts.about), kind: 'words' }]}
        rows={events.map((it) => ({ name: <At at={it.at} now={now} />, cells: [<What it={it} />, <About it={it} />] }))}
      />
    )}
    <Pagination page={page} pages={more ? page + 1 : page} href={(to) => (to > 1 ? `/logboek/mijn?pagina=${to}` : '/logboek/mijn')} />
  </>
)
