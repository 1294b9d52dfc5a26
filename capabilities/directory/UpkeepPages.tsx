import { fullDay, shortDay, shortMoment } from '../../platform/dates.ts'
import { percentText } from '../../platform/numbers.ts'
import { say } from '../../platform/texts.ts'
import { ButtonLink } from '../../ui/buttons.tsx'
import { Row, RowList } from '../../ui/lists.tsx'
import { StateMark } from '../../ui/marks.tsx'
import { PageHead, Section } from '../../ui/page.tsx'
import { keepTexts as texts } from './keepTexts.ts'
import { networkTexts } from './networkTexts.ts'
import { proposalTexts } from './proposalTexts.ts'
import { texts as general } from './texts.ts'
import { thresholdTexts } from './thresholdTexts.ts'
import type { ShownUpkeep } from './upkeep.tsx'

const kindTexts = { correction: proposalTexts.kindCorrection, gone: proposalTexts.kindGone, change: proposalTexts.kindChange, new: proposalTexts.kindNew } as const
type Acts = readonly { title: { nl: string; en: string }; href: string }[]

export const ActLinks = ({ acts }: { acts: Acts }) => (
  <>
    {acts.map((it, at) => (
      <>
        {at > 0 ? ' ' : null}
        <ButtonLink look={at === 0 ? 'outlined' : 'plain'} href={it.href}>
          {say(it.title)}
        </ButtonLink>
      </>
    ))}
  </>
)

const Old = ({ it, now }: { it: ShownUpkeep; now: Date }) => (
  <Section title={say(texts.stale)} id="oud">
    {it.old.length === 0 ? <p class="soft">{say(texts.staleNone)}</p> : <p class="soft">{say(texts.staleLead)}</p>}
    <RowList>
      {it.old.map((one) => (
        <Row title={one.name} href={one.href} act={<ActLinks acts={one.acts} />}>
          <p>
            <StateMark state={one.hidden ? 'alarm' : 'watch'}>{one.assuredDate ? say(general.notConfirmed(fullDay(one.assuredDate))) : say(general.neverChecked)}</StateMark>
          </p>
          <p class="small soft">{[one.owner, one.asked > 0 ? say(texts.asked(one.asked)) : null, one.hidden && one.hideOn ? say(texts.hiddenSince(shortDay(one.hideOn, now))) : null].filter(Boolean).join(', ')}</p>
        </Row>
      ))}
    </RowList>
    {it.moreOld > 0 ? <p class="soft">{say(texts.moreStale(it.moreOld))}</p> : null}
  </Section>
)

/** What asks for the information manager, the most urgent first. */
export const UpkeepPage = ({ it, now }: { it: ShownUpkeep; now: Date }) => (
  <>
    <PageHead
      title={say(texts.upkeep)}
      lead={it.fresh === null ? null : say(texts.upkeepLead(percentText(it.fresh)))}
      act={
        <div class="acts">
          <ButtonLink look="filled" href="/sociale-kaart/nieuw">
            {say(texts.makeTitle)}
          </ButtonLink>
          <ButtonLink href="/sociale-kaart/dubbel">{say(texts.doubles)}</ButtonLink>
          <ButtonLink href="/sociale-kaart/samenwerkingen">{say(networkTexts.list)}</ButtonLink>
          <ButtonLink href="/sociale-kaart/programmas">{say(texts.programs)}</ButtonLink>
          <ButtonLink href="/sociale-kaart/uitgaande-post">{say(texts.outbox)}</ButtonLink>
        </div>
      }
    />
    <Section title={say(texts.openProposals)} id="voorstellen">
      {it.proposals.length === 0 ? <p class="soft">{say(texts.noProposals)}</p> : null}
      <RowList>
        {it.proposals.map((one) => (
          <Row when={shortDay(one.madeOn, now)} state="waits" title={one.name} href={`/sociale-kaart/voorstellen/${one.id}`}>
            {[say(kindTexts[one.kind]), one.by ?? say(proposalTexts.somebody)].join(', ')}
          </Row>
        ))}
      </RowList>
    </Section>
    <Old it={it} now={now} />
    {it.drafts.length > 0 ? (
      <Section title={say(texts.drafts)} id="concepten">
        <RowList>
          {it.drafts.map((one) => (
            <Row title={one.name} href={one.href} />
          ))}
        </RowList>
      </Section>
    ) : null}
    <Section title={say(texts.gaps)} id="gaten">
      <p class="soft">{say(it.gaps.length === 0 ? texts.gapsNone : texts.gapsLead)}</p>
      <RowList>
        {it.gaps.map((one) => (
          <Row title={one.words.join(' ')}>{[one.area, say(texts.times(one.times))].filter(Boolean).join(', ')}</Row>
        ))}
      </RowList>
    </Section>
    <Section title={say(thresholdTexts.list)} id="drempels">
      <p class="soft">{say(it.thresholds.length === 0 ? thresholdTexts.listNone : thresholdTexts.listLead)}</p>
      <RowList>
        {it.thresholds.map((one) => (
          <Row when={shortDay(one.longest, now)} title={one.name} href={`${one.href}#drempels`}>
            {say(thresholdTexts.openCount(one.open))}
          </Row>
        ))}
      </RowList>
    </Section>
    {it.merges.length > 0 ? (
      <Section title={say(texts.merges)} id="samengevoegd">
        <RowList>
          {it.merges.map((one) => (
            <Row when={shortDay(one.on, now)} title={say(texts.mergedInto(one.gone, one.kept))} act={<ButtonLink href={`/sociale-kaart/samenvoegingen/${one.id}/terug`}>{say(texts.unmergeTitle)}</ButtonLink>} />
          ))}
        </RowList>
      </Section>
    ) : null}
  </>
)

const mailStates = { waits: texts.mailWaits, mail: texts.mailSent, folder: texts.mailLies, failed: texts.mailFailed } as const
const mailMarks = { waits: 'waits', mail: 'good', folder: 'info', failed: 'watch' } as const

/** All mail that went out, whole, so that it can be passed on by hand. */
export const OutboxPage = ({ mails, now }: { mails: readonly { id: string; to: string; subject: string; body: string; madeAt: string; state: keyof typeof mailStates }[]; now: Date }) => (
  <>
    <PageHead title={say(texts.outbox)} crumbs={[{ label: say(texts.upkeep), href: '/sociale-kaart/beheer' }, { label: say(texts.outbox) }]} lead={say(texts.outboxLead)} />
    {mails.length === 0 ? <p class="soft">{say(texts.outboxNone)}</p> : null}
    <RowList>
      {mails.map((it) => (
        <Row title={it.subject}>
          <p>{it.to}</p>
          <p>
            <StateMark state={mailMarks[it.state]}>{`${say(mailStates[it.state])}, ${shortMoment(new Date(it.madeAt), now)}`}</StateMark>
          </p>
          <details>
            <summary>{say(texts.readMail)}</summary>
            <pre class="mail-body">{it.body}</pre>
          </details>
        </Row>
      ))}
    </RowList>
  </>
)

const reasonTexts = { name: texts.sameName, phone: texts.samePhone, website: texts.sameWebsite, address: texts.sameAddress } as const
type Named = { name: string; href: string }

/** Pairs that look alike, with the way to join them. */
export const DoublesPage = ({ pairs }: { pairs: readonly { one: Named; other: Named; reasons: readonly (keyof typeof reasonTexts)[]; mergeHref: string }[] }) => (
  <>
    <PageHead title={say(texts.doubles)} crumbs={[{ label: say(texts.upkeep), href: '/sociale-kaart/beheer' }, { label: say(texts.doubles) }]} lead={say(pairs.length === 0 ? texts.doublesNone : texts.doublesLead)} />
    <RowList>
      {pairs.map((it) => (
        <Row
          title={
            <>
              <a href={it.one.href}>{it.one.name}</a> · <a href={it.other.href}>{it.other.name}</a>
            </>
          }
          act={<ButtonLink href={it.mergeHref}>{say(texts.mergeTitle)}</ButtonLink>}
        >
          {say(texts.sameBy(it.reasons.map((reason) => say(reasonTexts[reason])).join(', ')))}
        </Row>
      ))}
    </RowList>
  </>
)

const stateTexts = { open: proposalTexts.open, approved: proposalTexts.approved, declined: proposalTexts.declined } as const
const stateMarks = { open: 'waits', approved: 'good', declined: 'info' } as const

/** What somebody looks after and proposed. */
export const MinePage = ({ entries, proposals, now }: {
  entries: readonly { name: string; href: string; assuredDate: string | null; staleOn: string | null; stale: boolean; openThresholds: number; acts: Acts }[]
  proposals: readonly { id: string; name: string; state: keyof typeof stateTexts; reason: string | null; madeOn: string }[]
  now: Date
}) => (
  <>
    <PageHead title={say(texts.mine)} lead={say(entries.length === 0 ? texts.mineNone : texts.mineLead)} />
    <RowList>
      {entries.map((it) => (
        <Row title={it.name} href={it.href} act={<ActLinks acts={it.acts} />}>
          <StateMark state={it.stale || !it.assuredDate ? 'watch' : 'good'}>{it.assuredDate ? say(it.stale ? general.notConfirmed(fullDay(it.assuredDate)) : general.checkedOn(fullDay(it.assuredDate))) : say(general.neverChecked)}</StateMark>
          {it.openThresholds > 0 ? (
            <p>
              <a href={`${it.href}#drempels`}>{say(thresholdTexts.openCount(it.openThresholds))}</a>
            </p>
          ) : null}
        </Row>
      ))}
    </RowList>
    <Section title={say(texts.myProposals)} id="voorstellen">
      {proposals.length === 0 ? <p class="soft">{say(proposalTexts.listNone)}</p> : null}
      <RowList>
        {proposals.map((it) => (
          <Row when={shortDay(it.madeOn, now)} title={it.name} href={`/sociale-kaart/voorstellen/${it.id}`}>
            <p>
              <StateMark state={stateMarks[it.state]}>{say(stateTexts[it.state])}</StateMark>
            </p>
            {it.reason ? <p>{it.reason}</p> : null}
          </Row>
        ))}
      </RowList>
    </Section>
  </>
)
