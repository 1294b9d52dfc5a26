import { clock } from '../../platform/dates.ts'
import { shortDay } from '../../platform/dates.ts'
import { say } from '../../platform/texts.ts'
import { Button } from '../../ui/buttons.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { ActForm, HiddenClaim, TextInput } from '../../ui/form.tsx'
import { ShortItem, ShortList } from '../../ui/lists.tsx'
import { Code, Tag } from '../../ui/marks.tsx'
import { Section } from '../../ui/page.tsx'
import { Spine, Timeline } from '../../ui/time.tsx'
import { Agreements, Hearers, ItemName } from './MeetingPage.tsx'
import { minutesTaken } from './minutes.ts'
import type { ShownPoint } from './shown.ts'
import { cameOfTexts, kindTexts, texts } from './texts.ts'

const progressOf = { waiting: 'waits', open: 'now', done: 'done' } as const

const Turn = ({ meetingId, itemId, words }: { meetingId: string; itemId: string; words: string }) => (
  <form method="post" action={`/overleg/${meetingId}/punt/${itemId}/open`} data-once>
    <HiddenClaim hiddenKey={crypto.randomUUID()} />
    <Button look="outlined">{words}</Button>
  </form>
)

const AgreementLine = ({ base }: { base: string }) => (
  <section class="agreement-line">
    <h2 class="section-title">{say(texts.newAgreement)}</h2>
    <form method="get" action={`${base}/afspraak`} class="agreement-form">
      <TextInput id="zin" name="zin" label={say(texts.lineLabel)} hint={say(texts.lineHint)} value="" autocomplete="off" />
      <Button look="filled">{say(texts.readBack)}</Button>
    </form>
  </section>
)

const cameOf = { open: 'now', done: 'done', 'not-done': 'waits', dropped: 'waits' } as const

/** What was agreed before comes back: was there contact, and what follows? */
const AgreedBefore = ({ agreed }: { agreed: ShownPoint['agreed'] }) => (
  <Section title={say(texts.agreedBefore)} id="before" note={say(texts.agreedBeforeHelp)}>
    <ShortList>
      {agreed.map((it) => (
        <ShortItem title={it.what} progress={cameOf[it.state]}>
          {it.taker}, {shortDay(it.dueOn)}. {it.state === 'open' ? null : `${say(cameOfTexts[it.state])}. `}
          {it.result}{' '}
          {it.reportHref ? (
            <a href={it.reportHref}>
              {say(texts.reportNow)}
              <span class="unseen">: {it.what}</span>
            </a>
          ) : null}
        </ShortItem>
      ))}
    </ShortList>
  </Section>
)

/** One point while the meeting runs: agenda left, the point in the middle, what was agreed at the right. */
export const PointPage = ({ meeting, item, question, notes, before, mayLead, previousId, nextId, agreed }: ShownPoint) => {
  const base = `/overleg/${meeting.id}/punt/${item.id}`
  const running = meeting.state === 'running'
  return (
    <div class="meeting-columns">
      <section aria-labelledby="agenda">
        <h2 class="section-title" id="agenda">
          {say(texts.agenda)}
        </h2>
        <Spine
          label={say(texts.agenda)}
          steps={meeting.items.map((one) => ({ name: <ItemName item={one} />, note: say(texts.minutesOf(one.minutes)), progress: progressOf[one.state], href: one.id === item.id ? undefined : `/overleg/${meeting.id}/punt/${one.id}` }))}
        />
      </section>
      <div>
        <p class="page-where">
          {item.caseNumber ? (
            <>
              <Code>{item.caseNumber}</Code> <Tag full>{say(texts.anonymous)}</Tag>
            </>
          ) : (
            say(kindTexts[item.kind])
          )}
        </p>
        <h1 class="page-title">{item.topic ?? question ?? say(kindTexts[item.kind])}</h1>
        <Hearers item={item} />
        {item.hears ? null : <p class="lead">{say(texts.notForYou)}</p>}
        {agreed.length > 0 ? <AgreedBefore agreed={agreed} /> : null}
        {item.hears && running ? <AgreementLine base={base} /> : null}
        {item.hears ? (
          <Section title={say(texts.minutesHere)} id="minutes">
            {notes.length === 0 ? <p class="soft">{say(texts.noMinutes)}</p> : <Timeline label={say(texts.minutesHere)} happenings={notes.map((note) => ({ when: clock(new Date(note.writtenAt)), what: note.body, note: note.writer }))} />}
            {running ? <ActForm action={`${base}/notulen`} form={minutesTaken.form} hiddenKey={crypto.randomUUID()} submitLabel={say(texts.minutesSubmit)} secondary /> : null}
          </Section>
        ) : null}
        {running && mayLead ? (
          <div class="acts acts-apart">
            {previousId ? <Turn meetingId={meeting.id} itemId={previousId} words={say(texts.previousPoint)} /> : null}
            {nextId ? <Turn meetingId={meeting.id} itemId={nextId} words={say(texts.nextPoint)} /> : null}
          </div>
        ) : null}
      </div>
      <div>
        <Section title={say(texts.agreedToday)} id="agreed" strong>
          {meeting.agreements.length === 0 ? <p class="soft">{say(texts.nothingAgreed)}</p> : <Agreements agreements={meeting.agreements} />}
        </Section>
        {before.length > 0 ? (
          <Disclosure question={say(texts.lastTime)}>
            {before.map((note) => (
              <p>
                <span class="strong">{shortDay(note.onDay)}</span> {note.body}
              </p>
            ))}
          </Disclosure>
        ) : null}
      </div>
    </div>
  )
}
