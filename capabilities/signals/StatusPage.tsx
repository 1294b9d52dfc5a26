import { fullDay, longDay } from '../../platform/dates.ts'
import { say, type Text } from '../../platform/texts.ts'
import { phoneHref } from '../../ui/boxes.tsx'
import { ButtonLink } from '../../ui/buttons.tsx'
import { ShortItem, ShortList } from '../../ui/lists.tsx'
import { PageHead, Section } from '../../ui/page.tsx'
import { Spine } from '../../ui/time.tsx'
import type { Status } from './following.tsx'
import { publicTexts as texts } from './publicTexts.ts'

const ended: Record<NonNullable<Status['outcome']>, Text> = {
  case: texts.statusCase,
  advised: texts.statusAdvised,
  referred: texts.statusReferred,
  'own-strength': texts.statusOwnStrength,
  'no-action': texts.statusNoAction,
  'report-point': texts.statusReportPoint,
}

const inWords = ({ state, outcome, caseClosed }: Status): Text => {
  if (state === 'new') return texts.statusNew
  if (state === 'taken-up' || !outcome) return texts.statusTakenUp
  return state === 'case' && caseClosed ? texts.statusCaseClosed : ended[outcome]
}

/** Where a report stands in plain words; never anything about whom it concerns. */
export const StatusPage = ({ status, now }: { status: Status | null; now: Date }) => {
  if (!status) {
    return (
      <PageHead
        title={say(texts.statusTitle)}
        lead={say(texts.statusGone)}
        act={
          <ButtonLink look="filled" href="/zorgen/volgen">
            {say(texts.follow)}
          </ButtonLink>
        }
      />
    )
  }
  const over = status.state === 'closed' || status.caseClosed
  return (
    <>
      <PageHead title={say(texts.statusTitle)} lead={say(inWords(status))} />
      <Section title={status.team} id="team">
        <Spine
          label={say(texts.statusTitle)}
          steps={[
            { name: say(texts.stepReceived), note: fullDay(status.receivedOn), progress: 'done' },
            {
              name: say(texts.stepTakenUp),
              note: status.takenUpOn ? fullDay(status.takenUpOn) : status.lookBy ? say(texts.atLatest(longDay(status.lookBy, now))) : undefined,
              progress: status.state === 'new' ? 'now' : 'done',
            },
            { name: say(texts.stepFinished), note: over && status.finishedOn ? fullDay(status.finishedOn) : say(texts.notYet), progress: over ? 'done' : status.state === 'new' ? 'waits' : 'now' },
          ]}
        />
      </Section>
      <Section title={say(texts.messages)} id="messages">
        {status.messages.length === 0 ? <p>{say(texts.noMessages)}</p> : null}
        <ShortList>
          {status.messages.map(({ on, told }) => (
            <ShortItem title={told} progress="done">
              {fullDay(on)}
            </ShortItem>
          ))}
        </ShortList>
        <p class="soft signal-privacy">{say(texts.privacyNote)}</p>
      </Section>
      {status.phone ? (
        <p>
          {say(texts.callTeam)} <a href={phoneHref(status.phone)}>{status.phone}</a>
        </p>
      ) : null}
    </>
  )
}
