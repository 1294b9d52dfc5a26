import { fullDay, overdue, shortDay } from '../../platform/dates.ts'
import { say } from '../../platform/texts.ts'
import { ShortItem, ShortList } from '../../ui/lists.tsx'
import { Quote, Section } from '../../ui/page.tsx'
import { ActLink } from './ActLink.tsx'
import type { ShownCase } from './shown.ts'
import { groundKinds, roleTexts, texts } from './texts.ts'

const actionProgress = { open: 'now', done: 'done', 'not-done': 'waits', dropped: 'waits' } as const

/** Who is involved, for what and until when. */
const Parties = ({ it, now }: { it: ShownCase; now: Date }) => (
  <Section title={say(texts.whoIsThere)} level={3} act={<ActLink it={it} name="involve" />}>
    <ShortList>
      {it.parties
        .filter((one) => one.inForce)
        .map((one) => (
          <ShortItem title={one.name}>
            {one.organization}. {say(roleTexts[one.role as keyof typeof roleTexts])}. {one.reason}. {say(texts.until(shortDay(one.untilOn, now)))}
            {one.endHref ? (
              <>
                {' '}
                <a href={one.endHref}>{say(texts.endPartShort)}</a>
              </>
            ) : null}
          </ShortItem>
        ))}
    </ShortList>
  </Section>
)

/** On which grounds they may know it. */
const Reasons = ({ it, now }: { it: ShownCase; now: Date }) => (
  <Section title={say(texts.whyAllowed)} level={3} act={<ActLink it={it} name="record-ground" />}>
    <ShortList>
      {it.grounds
        .filter((one) => one.inForce)
        .map((one) => (
          <ShortItem title={one.kind === 'anonymous' ? say(texts.anonymousGround) : say(groundKinds[one.kind])}>
            {one.receiver}
            {one.article ? `, ${one.article}` : ''}
            {one.withIdentity ? `, ${say(texts.withName)}` : ''}
            {one.untilOn ? `. ${say(texts.until(shortDay(one.untilOn, now)))}` : ''}
            {one.withdrawHref ? (
              <>
                {' '}
                <a href={one.withdrawHref}>{say(texts.withdrawShort)}</a>
              </>
            ) : null}
          </ShortItem>
        ))}
    </ShortList>
  </Section>
)

/** What stands beside a case: the wish, who is involved, on which grounds, what was agreed and done. */
export const CaseSide = ({ it, now }: { it: ShownCase; now: Date }) => {
  const { content } = it
  return (
    <>
      {content?.ownWords ? (
        <Section title={say(texts.ownWordsTitle)} level={3}>
          <Quote said={content.ownWordsOn ? say(texts.saidOn(fullDay(content.ownWordsOn))) : undefined}>{content.ownWords}</Quote>
        </Section>
      ) : null}
      {it.parties.length === 0 ? null : <Parties it={it} now={now} />}
      {content ? (
        <>
          <Section title={say(texts.agreements)} level={3} act={<ActLink it={it} name="agree-action" />}>
            {content.actions.length === 0 ? <p class="soft small">{say(texts.nothingAgreed)}</p> : null}
            <ShortList>
              {content.actions.map((one) => (
                <ShortItem title={one.reportHref ? <a href={one.reportHref}>{one.what}</a> : one.what} progress={actionProgress[one.state]}>
                  {one.taker}, {shortDay(one.dueOn, now)}
                  {one.state === 'open' && overdue(one.dueOn, now) ? `, ${overdue(one.dueOn, now)}` : ''}
                </ShortItem>
              ))}
            </ShortList>
          </Section>
          <Section title={say(texts.undertaken)} level={3} act={<ActLink it={it} name="record-deed" />}>
            {content.deeds.length === 0 ? <p class="soft small">{say(texts.nothingDone)}</p> : null}
            <ShortList>
              {content.deeds.map((one) => (
                <ShortItem title={one.what} progress="done">
                  {one.by}, {shortDay(one.doneOn, now)}
                </ShortItem>
              ))}
            </ShortList>
          </Section>
        </>
      ) : null}
      {it.parties.length === 0 ? null : <Reasons it={it} now={now} />}
    </>
  )
}
