import { z } from 'zod'
import { openActs, view } from '../../platform/act.ts'
import { dayOf, fullDay, shortMoment } from '../../platform/dates.ts'
import { say, type Text } from '../../platform/texts.ts'
import { nothing } from '../../platform/validation.ts'
import { Acts, ButtonLink } from '../../ui/buttons.tsx'
import { Row, RowList } from '../../ui/lists.tsx'
import { StateMark } from '../../ui/marks.tsx'
import { PageHead, Section } from '../../ui/page.tsx'
import { Table } from '../../ui/Table.tsx'
import { changeApproved, findProposal, messageUsed, movedFacts, newAdded, proposalDeclined } from './deciding.tsx'
import { type FactName, factsForm, factText } from './facts.ts'
import { findKept, keepsDirectory, keptHref, mayKeep, wordOf } from './keeping.ts'
import { keepTexts as texts } from './keepTexts.ts'
import { proposalTexts } from './proposalTexts.ts'
import { entryUndone, movesBack, organizationIn } from './undoing.tsx'
import { changedIn } from './versions.ts'

const openAct = z.object({ name: z.string(), title: z.object({ nl: z.string(), en: z.string() }), href: z.string() })
const actTexts = { made: texts.actMade, changed: texts.actChanged, confirmed: texts.actConfirmed, proposal: texts.actProposal, merged: texts.actMerged, undone: texts.actUndone, imported: texts.actImported } as const

/** What forms of an entry refer to by these columns; the entry of nobody when there is none. */
const pointedTo = (versions: readonly { content: unknown }[], columns: readonly string[]): string[] => {
  const ids = versions.flatMap(({ content }) => Object.values(content as Record<string, Record<string, unknown>[]>).flatMap((rows) => rows.flatMap((row) => columns.map((column) => row[column]).filter((id) => typeof id === 'string'))))
  return ids.length > 0 ? [...new Set(ids)] : ['00000000-0000-0000-0000-000000000000']
}

/** Each approved form of an entry, what changed in it, and the way back. */
export const historyViewed = view({
  name: 'directory.history',
  at: '/directory/:kind/:slug/versions',
  path: '/sociale-kaart/:kind/:slug/geschiedenis',
  title: texts.history,
  query: nothing,
  output: z.object({
    name: z.string(),
    href: z.string(),
    versions: z.array(z.object({ number: z.int(), act: z.enum(['made', 'changed', 'confirmed', 'proposal', 'merged', 'undone', 'imported']), by: z.string().nullable(), at: z.iso.datetime(), note: z.string().nullable(), changes: z.array(z.object({ what: z.string(), from: z.string(), to: z.string() })), acts: z.array(openAct) })),
  }),
  find: async (reading, params: { kind: string; slug: string }) => {
    const it = await findKept(reading, params)
    const versions = await reading.db.selectFrom('directoryVersions as v').leftJoin('people as p', (join) => join.onRef('p.municipalityId', '=', 'v.municipalityId').onRef('p.id', '=', 'v.byId')).where('v.entity', '=', it.entity).where('v.recordId', '=', it.id).orderBy('v.number', 'desc').limit(100).select(['v.number', 'v.act', 'v.note', 'v.content', 'v.at', 'v.byWords', 'p.name as by']).execute()
    const [organizations, programs] = await Promise.all([
      reading.db.selectFrom('organizations').where('id', 'in', pointedTo(versions, ['organization_id', 'parent_organization_id'])).select(['id', 'name', 'state']).execute(),
      reading.db.selectFrom('programs').where('id', 'in', pointedTo(versions, ['program_id'])).select(['id', 'name']).execute(),
    ])
    return { ...it, versions, organizations, names: new Map([...organizations, ...programs].map(({ id, name }) => [id, name])) }
  },
  may: mayKeep,
  about: (it) => [it.id],
  present: (ctx, it) => ({
    name: it.name,
    href: keptHref(it),
    versions: it.versions.map((one, at) => ({
      number: one.number, act: one.act, by: one.by ?? one.byWords, at: one.at.toISOString(), note: one.note,
      changes: changedIn(it.versions[at + 1]?.content, one.content, it.names),
      acts: at === 0 ? [] : openActs([entryUndone], ctx.actor, { ...it, moves: movesBack(organizationIn(it.versions[0]?.content), it.organizations.find(({ id }) => id === organizationIn(one.content))) }, { kind: wordOf(it.entity), slug: it.slug, number: String(one.number) }),
    })),
  }),
  page: (shown, { now }) => (
    <>
      <PageHead title={say(texts.historyOf(shown.name))} crumbs={[{ label: shown.name, href: shown.href }, { label: say(texts.history) }]} />
      {shown.versions.length === 0 ? <p class="soft">{say(texts.historyNone)}</p> : null}
      <RowList>
        {shown.versions.map((it, at) => (
          <Row
            when={shortMoment(new Date(it.at), now)}
            title={`${say(texts.versionNumber(it.number))}: ${say(actTexts[it.act]).toLowerCase()}`}
            act={at === 0 ? <span class="soft">{say(texts.now)}</span> : it.acts.map((one) => <ButtonLink href={one.href}>{say(one.title)}</ButtonLink>)}
          >
            {it.by ? <p class="soft">{say(texts.by(it.by))}</p> : null}
            {it.note ? <p>{it.note}</p> : null}
            {it.changes.length > 0 ? (
              <Table unseenCaption caption={say(texts.versionNumber(it.number))} columns={[{ head: say(texts.what) }, { head: say(texts.was), kind: 'words' }, { head: say(texts.becomes), kind: 'words' }]} rows={it.changes.map((one) => ({ name: one.what, cells: [one.from || say(texts.empty), one.to || say(texts.empty)] }))} />
            ) : null}
          </Row>
        ))}
      </RowList>
    </>
  ),
})

const kindTexts = { correction: proposalTexts.kindCorrection, gone: proposalTexts.kindGone, change: proposalTexts.kindChange, new: proposalTexts.kindNew } as const
const states: Record<'open' | 'approved' | 'declined', { text: Text; mark: 'waits' | 'good' | 'info' }> = { open: { text: proposalTexts.open, mark: 'waits' }, approved: { text: proposalTexts.approved, mark: 'good' }, declined: { text: proposalTexts.declined, mark: 'info' } }

/** One proposal, field by field beside the last approved version. */
export const proposalViewed = view({
  name: 'directory.proposal',
  at: '/directory/proposals/:proposalId',
  path: '/sociale-kaart/voorstellen/:proposalId',
  title: proposalTexts.list,
  query: nothing,
  output: z.object({
    id: z.uuid(), name: z.string(), kind: z.enum(['correction', 'gone', 'change', 'new']), state: z.enum(['open', 'approved', 'declined']), href: z.string().nullable(), by: z.string().nullable(), madeOn: z.iso.date(), message: z.string().nullable(), foundIn: z.string().nullable(), reason: z.string().nullable(),
    changes: z.array(z.object({ name: z.string(), from: z.string(), to: z.string(), moved: z.boolean() })),
    acts: z.array(openAct),
  }),
  find: (reading, { proposalId }) => findProposal(reading, proposalId),
  may: (actor, it) => keepsDirectory(actor) || (it.byId !== null && it.byId === actor.id),
  about: (it) => [it.id],
  version: (it) => it.version,
  present: (ctx, it) => ({
    id: it.id, name: it.name, kind: it.kind, state: it.state, href: it.slug ? keptHref({ entity: it.entity, slug: it.slug }) : null, by: it.by ?? it.senderName, madeOn: dayOf(it.madeAt), message: it.message, foundIn: it.foundIn, reason: it.reason,
    changes: (Object.keys(it.changes) as FactName[]).map((name) => ({ name: say(factsForm[name].label), from: it.state === 'open' && it.now ? factText(name, it.now.facts[name]) : factText(name, it.changes[name]?.from), to: factText(name, it.changes[name]?.to), moved: it.state === 'open' && movedFacts(it).includes(name) })),
    acts: openActs([changeApproved, messageUsed, newAdded, proposalDeclined], ctx.actor, it, { proposalId: it.id }),
  }),
  page: (it) => (
    <>
      <PageHead
        title={say(it.kind === 'new' ? proposalTexts.isNew(it.name) : proposalTexts.about(it.name))}
        where={`${say(kindTexts[it.kind])}. ${say(proposalTexts.from(it.by ?? say(proposalTexts.somebody), fullDay(it.madeOn)))}`}
        lead={<StateMark state={states[it.state].mark}>{say(states[it.state].text)}</StateMark>}
      />
      {it.message ? <p>{it.message}</p> : null}
      {it.foundIn ? <p class="soft">{say(proposalTexts.heardIn(it.foundIn))}</p> : null}
      {it.changes.length > 0 ? (
        <Section title={say(proposalTexts.differences)} id="verschil" note={it.kind === 'change' ? say(proposalTexts.differencesLead) : null}>
          <Table
            unseenCaption
            caption={say(proposalTexts.differences)}
            columns={[{ head: say(texts.what) }, { head: say(texts.nowIs), kind: 'words' }, { head: say(texts.becomes), kind: 'words', own: true }]}
            rows={it.changes.map((one) => ({
              name: one.name,
              cells: [
                <>
                  {one.from || say(texts.empty)} {one.moved ? <StateMark state="watch">{say(proposalTexts.moved)}</StateMark> : null}
                </>,
                one.to || say(texts.empty),
              ],
            }))}
          />
        </Section>
      ) : null}
      {it.reason ? (
        <Section title={say(proposalTexts.answer)} id="antwoord">
          <p>{it.reason}</p>
        </Section>
      ) : null}
      {it.href ? (
        <p>
          <a href={it.href}>{say(proposalTexts.seeEntry)}</a>
        </p>
      ) : null}
      <Acts>
        {it.acts.map((one, at) => (
          <ButtonLink look={at === 0 ? 'filled' : 'outlined'} href={one.href}>
            {say(one.title)}
          </ButtonLink>
        ))}
      </Acts>
    </>
  ),
})

