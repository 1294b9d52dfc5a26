import { z } from 'zod'
import { view } from '../../platform/act.ts'
import type { Staff } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import { longDay, shortDay } from '../../platform/dates.ts'
import { say } from '../../platform/texts.ts'
import { nothing } from '../../platform/validation.ts'
import { ButtonLink } from '../../ui/buttons.tsx'
import { ShortItem, ShortList } from '../../ui/lists.tsx'
import { Code } from '../../ui/marks.tsx'
import { Empty } from '../../ui/moments.tsx'
import { PageHead, Section } from '../../ui/page.tsx'
import { caseHref, caseWords, earlierActions, questionOf, standOf } from '../cases/index.ts'
import { earlier, lately } from './earlier.ts'
import { mayHear, maySeeMeeting } from './policy.ts'
import { findMeeting, type MeetingRecord } from './record.ts'
import { cameOfTexts, texts } from './texts.ts'

const agreement = z.object({ what: z.string(), taker: z.string(), dueOn: z.iso.date(), state: z.enum(['open', 'done', 'not-done', 'dropped']), result: z.string().nullable() })
const item = z.object({
  caseId: z.uuid(), number: z.string(), position: z.number(), minutes: z.number(), question: z.string(), state: z.enum(['signal', 'deepening', 'action', 'progress', 'closed']), nextOn: z.iso.date().nullable(),
  agreed: z.array(agreement), before: z.array(z.object({ body: z.string(), onDay: z.iso.date() })),
})
const shownPack = z.object({ id: z.uuid(), name: z.string(), onDay: z.iso.date(), items: z.array(item) })
type ShownPack = z.output<typeof shownPack>

async function packOf(ctx: Context<Staff>, meeting: MeetingRecord): Promise<ShownPack> {
  const heard = meeting.items.filter((one) => one.caseId !== null && mayHear(ctx.actor, { meeting, item: one }))
  const items = await Promise.all(
    heard.map(async (one) => {
      const caseId = one.caseId ?? ''
      const [question, stand, agreed, before] = await Promise.all([
        questionOf(ctx.db, caseId), standOf(ctx.db, caseId), earlierActions(ctx.db, caseId, meeting.id, new Date(ctx.now.getTime() - lately)), earlier(ctx.db, one, meeting.id),
      ])
      return { caseId, number: one.caseNumber ?? '', position: one.position, minutes: one.minutes, question: question ?? '', ...stand, agreed: agreed.map(({ reportHref: _href, ...it }) => it), before }
    }),
  )
  return { id: meeting.id, name: meeting.name, onDay: meeting.onDay, items }
}

const progressOf = { open: 'now', done: 'done', 'not-done': 'waits', dropped: 'waits' } as const

const Item = ({ it, now }: { it: ShownPack['items'][number]; now: Date }) => (
  <Section title={it.question} id={`punt-${it.position}`} note={say(texts.packPoint(it.position, it.minutes))} strong>
    <p>
      <Code>{it.number}</Code>. {say(texts.packState(say(caseWords.states[it.state]), it.nextOn ? longDay(it.nextOn, now) : '-'))} <a href={caseHref(it.caseId)}>{say(texts.toCase)}<span class="unseen"> {it.number}</span></a>
    </p>
    {it.agreed.length + it.before.length === 0 ? <p class="soft">{say(texts.packNothing)}</p> : null}
    {it.agreed.length > 0 ? (
      <Section title={say(texts.packAgreed)} level={3}>
        <ShortList>
          {it.agreed.map((one) => (
            <ShortItem title={one.what} progress={progressOf[one.state]}>
              {one.taker}, {shortDay(one.dueOn, now)}. {one.state === 'open' ? null : `${say(cameOfTexts[one.state])}. `}
              {one.result}
            </ShortItem>
          ))}
        </ShortList>
      </Section>
    ) : null}
    {it.before.length > 0 ? (
      <Section title={say(texts.packMinutes)} level={3}>
        <ShortList>
          {it.before.map((note) => (
            <ShortItem title={shortDay(note.onDay, now)}>{note.body}</ShortItem>
          ))}
        </ShortList>
      </Section>
    ) : null}
  </Section>
)

const PackPage = ({ pack, now }: { pack: ShownPack; now: Date }) => (
  <>
    <PageHead
      title={say(texts.packTitle)}
      crumbs={[{ label: say(texts.meetings), href: '/overleg' }, { label: pack.name, href: `/overleg/${pack.id}` }, { label: longDay(pack.onDay, now) }]}
      lead={say(texts.packLead)}
      act={
        <ButtonLink look="filled" href={`/overleg/${pack.id}`}>
          {say(texts.toMeeting)}
        </ButtonLink>
      }
    />
    {pack.items.length === 0 ? (
      <Empty title={say(texts.packEmpty)}>
        <p>{say(texts.packEmptyText)}</p>
      </Empty>
    ) : (
      pack.items.map((it) => <Item it={it} now={now} />)
    )}
  </>
)

/** What one participant needs at the table: how the running cases stand that this participant may hear, and nothing of the others. */
export const packViewed = view({
  name: 'meetings.view-pack',
  at: '/meetings/:meetingId/pack',
  path: '/overleg/:meetingId/mapje',
  title: texts.packTitle,
  query: nothing,
  output: shownPack,
  find: findMeeting,
  may: maySeeMeeting,
  about: (meeting, shown) => [meeting.id, ...shown.items.map((it) => it.caseId)],
  present: packOf,
  page: (pack, { now }) => <PackPage pack={pack} now={now} />,
})
