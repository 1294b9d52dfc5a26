import { fullDay, longDay, overdue, shortDay } from '../../platform/dates.ts'
import { say } from '../../platform/texts.ts'
import { phoneHref } from '../../ui/boxes.tsx'
import { ShortItem, ShortList } from '../../ui/lists.tsx'
import { StateMark } from '../../ui/marks.tsx'
import { Facts, Section } from '../../ui/page.tsx'
import type { ShownSignal } from './shown.ts'
import { texts } from './texts.ts'
import { allChannels, relations, ways } from './words.ts'

type Debt = ShownSignal['feedback'][number]

const Owed = ({ debt, now }: { debt: Debt; now: Date }) => {
  const late = overdue(debt.dueOn, now)
  if (debt.givenAt && debt.how) return <>{say(texts.toldOn(say(ways[debt.how]), fullDay(new Date(debt.givenAt))))}</>
  if (debt.waivedAt) return <>{say(texts.waivedOn(fullDay(new Date(debt.waivedAt))))}</>
  return (
    <>
      {late ? <StateMark state="alarm">{late}</StateMark> : say(texts.owedUntil(longDay(debt.dueOn, now)))}
      {debt.acts.map((one) => (
        <p>
          <a href={one.href}>{say(one.title)}</a>
        </p>
      ))}
    </>
  )
}

const Feedback = ({ it, now }: { it: ShownSignal; now: Date }) => (
  <Section title={say(texts.feedback)} level={3}>
    {it.signaller && !it.signaller.wantsFeedback && it.feedback.length === 0 ? <p class="soft small">{say(texts.noFeedbackWanted)}</p> : null}
    <ShortList>
      {it.feedback.map((debt) => (
        <ShortItem title={say(debt.about === 'signal' ? texts.aboutSignal : texts.aboutCase)} progress={debt.givenAt || debt.waivedAt ? 'done' : 'now'}>
          <Owed debt={debt} now={now} />
          {debt.told ? <p>{debt.told}</p> : null}
          {debt.waivedBecause ? <p>{debt.waivedBecause}</p> : null}
        </ShortItem>
      ))}
    </ShortList>
  </Section>
)

const Signaller = ({ signaller }: { signaller: NonNullable<ShownSignal['signaller']> }) => (
  <Section title={say(texts.whoSignalled)} level={3}>
    <Facts
      facts={[
        { name: say(texts.nameLabel), value: signaller.anonymous ? say(texts.anonymous) : (signaller.name ?? say(texts.anonymous)) },
        { name: say(texts.relationLabel), value: say(relations[signaller.relation]) },
        ...(signaller.phone ? [{ name: say(texts.phoneLabel), value: <a href={phoneHref(signaller.phone)}>{signaller.phone}</a> }] : []),
        ...(signaller.email ? [{ name: say(texts.emailLabel), value: signaller.email }] : []),
      ]}
    />
  </Section>
)

/** Beside a signal: where it stands, who signalled, and what is owed to them. */
export const SignalSide = ({ it, now }: { it: ShownSignal; now: Date }) => (
  <>
    <Section title={say(texts.stateLabel)} level={3}>
      <Facts
        facts={[
          { name: say(texts.ownerLabel), value: it.owner },
          { name: say(texts.teamLabel), value: it.team },
          { name: say(texts.areaLabel), value: it.area ?? say(texts.unplaced) },
          { name: say(texts.channelLabel), value: `${say(allChannels[it.channel])}, ${shortDay(new Date(it.receivedAt), now)}` },
        ]}
      />
    </Section>
    {it.signaller ? <Signaller signaller={it.signaller} /> : null}
    {it.signaller ? <Feedback it={it} now={now} /> : null}
  </>
)
