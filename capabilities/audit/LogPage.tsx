import { shortMoment } from '../../platform/dates.ts'
import { say } from '../../platform/texts.ts'
import { Acts, Button, ButtonLink } from '../../ui/buttons.tsx'
import { Disclosure, Disclosures } from '../../ui/Disclosure.tsx'
import { SelectInput, TextInput } from '../../ui/form.tsx'
import { Message } from '../../ui/Message.tsx'
import { Empty } from '../../ui/moments.tsx'
import { Pagination } from '../../ui/Pagination.tsx'
import { PageHead, TwoColumns } from '../../ui/page.tsx'
import { Table } from '../../ui/Table.tsx'
import { About, At, What, Who } from './lines.tsx'
import type { Filters } from './log.ts'
import { texts } from './texts.ts'
import type { ShownLog } from './views.tsx'

const logHref = (query: Filters): string => {
  const chosen = new URLSearchParams(Object.entries(query).flatMap(([name, value]) => (value === undefined || (name === 'pagina' && value === 1) ? [] : [[name, String(value)]]))).toString()
  return chosen ? `/logboek?${chosen}` : '/logboek'
}

const verified = { intact: texts.verifiedIntact, tampered: texts.verifiedTampered, unclear: texts.verifiedUnclear }
const kinds = { intact: 'good', tampered: 'alarm', unclear: 'watch' } as const

const ChainStatus = ({ status, now }: { status: ShownLog['status']; now: Date }) => (
  <Message
    kind={status.state ? kinds[status.state] : 'info'}
    title={say(status.sealedAt ? texts.sealedUpTo(shortMoment(new Date(status.sealedAt), now)) : texts.notSealed)}
  >
    <p>
      {say(texts.sealedCount(status.sealed, status.waiting))} {say(status.state && status.verifiedAt ? verified[status.state](shortMoment(new Date(status.verifiedAt), now)) : texts.neverVerified)}
    </p>
  </Message>
)

const FilterForm = ({ log, query }: { log: ShownLog; query: Filters }) => (
  <form method="get" action="/logboek" class="stack-wide">
    <TwoColumns>
      <TextInput id="log-since" name="van" type="date" width="middle" label={say(texts.since)} value={query.van} />
      <TextInput id="log-until" name="tot" type="date" width="middle" label={say(texts.until)} value={query.tot} />
      <SelectInput id="log-person" name="persoon" label={say(texts.person)} value={query.persoon} answers={log.people} />
      <SelectInput id="log-organization" name="organisatie" label={say(texts.organization)} value={query.organisatie} answers={log.organizations} />
      <TextInput id="log-case" name="dossier" width="middle" label={say(texts.dossier)} hint={say(texts.dossierHint)} value={query.dossier} longest={20} autocomplete="off" />
    </TwoColumns>
    <Acts>
      <Button>{say(texts.search)}</Button>
      <ButtonLink look="plain" href="/logboek">
        {say(texts.all)}
      </ButtonLink>
    </Acts>
  </form>
)

/** The log of the municipality: how well it holds, what to narrow it down to, and its lines. */
export const LogPage = ({ log, query, now }: { log: ShownLog; query: Filters; now: Date }) => {
  const page = query.pagina ?? 1
  const narrowed = Object.keys(query).some((name) => name !== 'pagina')
  return (
    <>
      <PageHead title={say(texts.log)} lead={say(texts.logLead)} act={<a href="/logboek/mijn">{say(texts.toOwn)}</a>} />
      <ChainStatus status={log.status} now={now} />
      <Disclosures>
        <Disclosure question={say(texts.filter)} open={narrowed}>
          <FilterForm log={log} query={query} />
        </Disclosure>
      </Disclosures>
      {log.events.length === 0 ? (
        <Empty title={say(texts.none)} />
      ) : (
        <Table
          caption={say(texts.log)}
          unseenCaption
          columns={[{ head: say(texts.when) }, { head: say(texts.person), kind: 'words' }, { head: say(texts.what), kind: 'words' }, { head: say(texts.about), kind: 'words' }]}
          rows={log.events.map((it) => ({ name: <At at={it.at} now={now} />, cells: [<Who it={it} />, <What it={it} />, <About it={it} />] }))}
        />
      )}
      <Pagination page={page} pages={log.more ? page + 1 : page} href={(to) => logHref({ ...query, pagina: to })} />
    </>
  )
}
