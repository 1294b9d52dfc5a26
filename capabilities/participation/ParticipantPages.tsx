import { fullDay, shortDay } from '../../platform/dates.ts'
import { say } from '../../platform/texts.ts'
import { NowNote, phoneHref } from '../../ui/boxes.tsx'
import { Acts, ButtonLink } from '../../ui/buttons.tsx'
import { Row, RowList } from '../../ui/lists.tsx'
import { StateMark } from '../../ui/marks.tsx'
import { Empty } from '../../ui/moments.tsx'
import { BackLink, Facts, PageHead, Section } from '../../ui/page.tsx'
import { joinTexts } from './joinTexts.ts'
import { listTexts } from './listTexts.ts'
import { dropOutReasons, participantTexts as texts } from './participantTexts.ts'
import type { ParticipantShown, ShownList, ShownLists, ShownParticipant } from './participantViews.tsx'

const worrying = 2

const ParticipantRow = ({ it, now, whole }: { it: ParticipantShown; now: Date; whole?: boolean }) => (
  <Row when={shortDay(it.registeredOn, now)} state={it.state === 'dropped-out' ? 'info' : it.missed >= worrying ? 'watch' : 'good'} title={whole ? say(texts.name(it.called, it.activity)) : it.called} href={`/activiteiten/deelnemer/${it.id}`}>
    <p>{[say(it.state === 'registered' ? texts.inSight : texts.outOfSight), it.missed > 0 ? say(texts.missed(it.missed)) : '', it.told > 0 ? say(texts.toldOff(it.told)) : ''].filter(Boolean).join('. ')}</p>
  </Row>
)

const ClosedLists = ({ lists, now }: Pick<ShownLists, 'lists'> & { now: Date }) =>
  lists.length === 0 ? null : (
    <Section title={say(listTexts.closedLists)} id="gesloten">
      <RowList label={say(listTexts.closedLists)}>
        {lists.map((it) => (
          <Row title={it.name} href={it.keeps ? `/activiteiten/deelnemers/${it.slug}` : undefined} level={3}>
            <p>{say(listTexts.closedShort(shortDay(it.closedOn ?? '', now), it.owner))}</p>
          </Row>
        ))}
      </RowList>
    </Section>
  )

/** Lists of the team, and whom somebody registered. */
export const ListsPage = ({ lists, registered, opens, now }: ShownLists & { now: Date }) => {
  const open = lists.filter((it) => it.closedOn === null)
  return (
    <>
      <PageHead
        title={say(texts.lists)}
        lead={say(texts.listsLead)}
        act={
          opens ? (
            <ButtonLink look="filled" href="/activiteiten/deelnemers/nieuw">
              {say(texts.open)}
            </ButtonLink>
          ) : null
        }
      />
      {open.length === 0 ? (
        <Empty title={say(texts.listsNone)}>
          <p>{say(texts.listsNoneText)}</p>
        </Empty>
      ) : (
        <RowList label={say(texts.lists)}>
          {open.map((it) => (
            <Row
              title={it.name}
              href={it.keeps ? `/activiteiten/deelnemers/${it.slug}` : undefined}
              level={2}
              act={
                it.closesOn ? null : (
                  <ButtonLink href={`/activiteiten/aanmelden/${it.slug}`}>
                    {say(texts.register)}
                    <span class="unseen">: {it.name}</span>
                  </ButtonLink>
                )
              }
            >
              <p>{[say(texts.keptBy(it.owner)), it.closesOn ? say(listTexts.closesOn(fullDay(it.closesOn))) : ''].filter(Boolean).join('. ')}</p>
            </Row>
          ))}
        </RowList>
      )}
      <ClosedLists lists={lists.filter((it) => it.closedOn !== null)} now={now} />
      {registered.length > 0 ? (
        <Section title={say(texts.registered)} id="aangemeld">
          <RowList label={say(texts.registered)}>
            {registered.map((it) => (
              <ParticipantRow it={it} now={now} whole />
            ))}
          </RowList>
        </Section>
      ) : null}
    </>
  )
}

/** Who takes part in one activity. */
export const ListPage = ({ it, now }: { it: ShownList; now: Date }) => (
  <>
    <BackLink href="/activiteiten/deelnemers">{say(texts.lists)}</BackLink>
    <PageHead
      title={it.name}
      lead={it.closedOn ? say(listTexts.closedOn(fullDay(it.closedOn))) : say(texts.listLead(it.participants.filter(({ state }) => state === 'registered').length))}
      act={
        it.closedOn || it.closesOn ? null : (
          <ButtonLink look="filled" href={`/activiteiten/aanmelden/${it.slug}`}>
            {say(texts.register)}
          </ButtonLink>
        )
      }
    />
    <div class="stack-wide">
      {it.closesOn ? <NowNote title={say(listTexts.closesOn(fullDay(it.closesOn)))}>{say(listTexts.closesWhy)}</NowNote> : null}
      {it.participants.length === 0 ? it.closedOn ? null : (
        <Empty title={say(texts.listNone)} />
      ) : (
        <RowList label={say(texts.lists)}>
          {it.participants.map((one) => (
            <ParticipantRow it={one} now={now} />
          ))}
        </RowList>
      )}
    </div>
    <div class="section stack">
      {it.handover ? <p>{say(listTexts.handWaits(it.handover.to, fullDay(it.handover.on)))}</p> : null}
      {it.stopped > 0 ? <p class="soft">{say(texts.stopped(it.stopped))}</p> : null}
      {it.forgotten > 0 ? <p class="soft">{say(listTexts.forgotten(it.forgotten))}</p> : null}
      {it.finished > 0 ? <p class="soft">{say(listTexts.finished(it.finished))}</p> : null}
      <p class="soft">{say(texts.keptBy(it.owner))}</p>
    </div>
    <Acts>
      {it.acts.map((act) => (
        <ButtonLink href={act.href}>{say(act.title)}</ButtonLink>
      ))}
    </Acts>
  </>
)

/** One participant, and what can be done. */
export const ParticipantPage = ({ it, now }: { it: ShownParticipant; now: Date }) => (
  <>
    <BackLink href="/activiteiten/deelnemers">{say(texts.lists)}</BackLink>
    <PageHead
      title={it.called}
      marks={
        <StateMark state={it.state === 'registered' ? 'good' : 'watch'}>{say(it.state === 'registered' ? texts.inSight : texts.outOfSight)}</StateMark>
      }
    />
    <Facts
      facts={[
        { name: say(texts.activity), value: <a href={`/sociale-kaart/voorziening/${it.slug}`}>{it.activity}</a> },
        { name: say(texts.consent), value: `${fullDay(it.registeredOn)}. ${it.consent === 'self' ? say(texts.bySelf) : say(texts.byOther(it.by ?? '', say(joinTexts[it.consent]).toLowerCase()))}` },
        { name: say(texts.reach), value: it.phone ? <a href={phoneHref(it.phone)}>{it.phone}</a> : say(texts.notNoted) },
        { name: say(texts.supporter), value: it.supporter ?? say(texts.notNoted) },
        { name: say(texts.followUp), value: say(it.followUp ? texts.mayAsk : texts.mayNotAsk) },
        { name: say(texts.absences), value: it.absences.length === 0 ? say(texts.absencesNone) : it.absences.map(({ onDay, told }) => `${shortDay(onDay, now)}: ${say(told ? texts.absentTold : texts.absentMissed).toLowerCase()}`).join('; ') },
        ...(it.forgetOn ? [{ name: say(texts.kept), value: say(listTexts.forgetOn(fullDay(it.forgetOn))) }] : []),
        ...(it.reason ? [{ name: say(texts.reason), value: say(dropOutReasons[it.reason]) }] : []),
      ]}
    />
    {it.signalId ? (
      <p class="section">
        <a href={`/signalen/${it.signalId}`}>{say(texts.signal)}</a>
      </p>
    ) : null}
    <Acts>
      {it.acts.map((act, index) => (
        <ButtonLink look={index === 0 && it.missed < worrying ? 'filled' : act.name === 'participation.note-drop-out' && it.missed >= worrying ? 'filled' : 'outlined'} href={act.href}>
          {say(act.title)}
        </ButtonLink>
      ))}
    </Acts>
  </>
)
