import { shortDay } from '../../platform/dates.ts'
import { say } from '../../platform/texts.ts'
import { ButtonLink } from '../../ui/buttons.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Dutch } from '../../ui/Dutch.tsx'
import { Row, RowList, ShortItem, ShortList } from '../../ui/lists.tsx'
import { type State, Tag } from '../../ui/marks.tsx'
import { Message } from '../../ui/Message.tsx'
import { Empty } from '../../ui/moments.tsx'
import { Facts, PageHead, Section } from '../../ui/page.tsx'
import { Calculation } from '../prevalences/index.ts'
import { planHref } from './planAct.ts'
import type { ShownAsked, ShownChoice, ShownTeamModel } from './shown.ts'
import { TeamPlaces } from './TeamPlaces.tsx'
import { models, placeWords, teamTexts as texts } from './teamTexts.ts'
import { texts as general } from './texts.ts'

const marks: Record<ShownAsked['standing'], State> = { covered: 'good', shell: 'info', nearby: 'watch', missing: 'alarm', unknown: 'waits' }

const Choice = ({ it, now }: { it: ShownChoice; now: Date }) => (
  <>
    <p class="strong">{say(models[it.model].label)}</p>
    <p>
      <Dutch>{it.reasons}</Dutch>
    </p>
    <TeamPlaces expertise={it.expertise} />
    <p class="small soft">{say(texts.chosenBy(it.by, shortDay(new Date(it.at), now)))}</p>
  </>
)

const Chosen = ({ shown, now }: { shown: ShownTeamModel; now: Date }) => {
  const [last, ...before] = shown.choices
  const newer = last ? [...shown.profile, ...shown.judged].filter(({ place }) => place === null).length : 0
  return (
    <Section
      title={say(texts.chosen)}
      id="keuze"
      strong
      act={
        shown.chooseHref ? (
          <ButtonLink look={last ? 'outlined' : 'filled'} href={shown.chooseHref}>
            {say(texts.choose)}
          </ButtonLink>
        ) : null
      }
    >
      <div class="stack">
        {last ? <Choice it={last} now={now} /> : <Empty title={say(texts.noChoice)} level={3} />}
        {newer > 0 ? <Message kind="watch" title={say(texts.newSince(newer))} /> : null}
        {before.length > 0 ? (
          <Disclosure question={say(texts.before(before.length))}>
            {before.map((it) => (
              <div class="stack">
                <Choice it={it} now={now} />
              </div>
            ))}
          </Disclosure>
        ) : null}
      </div>
    </Section>
  )
}

const Proposal = ({ shown: { proposal, parties, most, profile } }: { shown: ShownTeamModel }) => (
  <Section title={say(texts.proposal)} id="voorstel" strong>
    <div class="stack">
      {proposal ? <p class="strong">{say(models[proposal].label)}</p> : null}
      <p>{say(proposal === 'core-and-ring' ? texts.because.many(parties.length, most) : proposal ? texts.because.few(parties.length) : texts.because.none)}</p>
      <p class="small soft">
        {proposal ? `${say(texts.rule)} ` : ''}
        {say(texts.hours)}
      </p>
      {parties.length > 0 ? (
        <Disclosure question={say(texts.parties)}>
          <ShortList>
            {parties.map((it) => (
              <ShortItem title={it.organization}>{[say(texts.partyLine(it.asked, profile.length, it.offers)), ...(it.ring ? [say(it.ring === 'core' ? texts.inCore : texts.inShell)] : [])].join(' · ')}</ShortItem>
            ))}
          </ShortList>
        </Disclosure>
      ) : null}
    </div>
  </Section>
)

const teamText = (team: ShownAsked['team']): string => (team.length === 0 ? say(texts.nobody) : team.map((it) => `${it.name} (${[it.function, it.organization, ...(it.ring === 'shell' ? [say(texts.inShell)] : [])].filter(Boolean).join(', ')})`).join('; '))

const OneAsked = ({ it, base }: { it: ShownAsked; base: string }) => (
  <Row when={say(texts.states[it.standing])} state={marks[it.standing]} level={3} title={<Dutch>{it.what}</Dutch>}>
    {it.why ? <p>{it.why}</p> : null}
    {it.more ? <p>{say(texts.moreHere(it.more))}</p> : null}
    {it.line ? <Calculation it={it.line} /> : null}
    <Facts
      facts={[
        ...(it.standing === 'unknown' ? [] : [
          { name: say(texts.teamNow), value: teamText(it.team) },
          { name: say(texts.nearby), value: it.offers.length === 0 ? say(texts.nobody) : say(texts.offeredBy(it.offers.length, new Set(it.offers.map(({ organization }) => organization)).size)) },
        ]),
        ...(it.points.length > 0 ? [{
          name: say(texts.points), value: it.points.map(({ id, statement }, place) => (
            <>
              {place > 0 ? '; ' : null}
              <a href={`${base}/analyse#punt-${id}`}>
                <Dutch>{statement}</Dutch>
              </a>
            </>
          )),
        }] : []),
        ...(it.place ? [{ name: say(texts.place), value: <Tag>{say(placeWords[it.place])}</Tag> }] : []),
      ]}
    />
    {it.offers.length > 0 ? (
      <Disclosure question={say(texts.showOffers(it.what))}>
        <ShortList>
          {it.offers.map((offer) => (
            <ShortItem title={<a href={offer.href}>{offer.name}</a>}>{offer.organization}</ShortItem>
          ))}
        </ShortList>
      </Disclosure>
    ) : null}
  </Row>
)

/** What the area asks of its team, what the team has and what lacks; the proposal of a rule of thumb, and what was chosen. */
export const TeamPage = ({ shown, now }: { shown: ShownTeamModel; now: Date }) => {
  const base = planHref(shown.planId)
  return (
    <>
      <PageHead
        title={say(texts.team)}
        crumbs={[{ label: say(general.plans), href: '/wijkplan' }, { label: say(general.planTitle(shown.area, shown.fromYear, shown.untilYear)), href: base }, { label: say(texts.team) }]}
        lead={say(texts.lead)}
      />
      <Chosen shown={shown} now={now} />
      <Section title={say(texts.asks)} id="vraag" strong>
        <div class="stack">
          {shown.profile.length === 0 ? (
            <Empty title={say(texts.noAsks)} level={3} />
          ) : (
            <>
              <p>
                {shown.team ? <a href={`/team/${shown.team.slug}`}>{shown.team.name}</a> : null}
                {shown.team ? '. ' : ''}
                {say(texts.asksLead)}
              </p>
              <RowList label={say(texts.asks)}>
                {shown.profile.map((it) => (
                  <OneAsked it={it} base={base} />
                ))}
              </RowList>
            </>
          )}
        </div>
      </Section>
      {shown.judged.length > 0 ? (
        <Section title={say(texts.judged)} id="zorgen">
          <div class="stack">
            <p>{say(texts.judgedLead)}</p>
            <RowList label={say(texts.judged)}>
              {shown.judged.map((it) => (
                <OneAsked it={it} base={base} />
              ))}
            </RowList>
          </div>
        </Section>
      ) : null}
      <Proposal shown={shown} />
    </>
  )
}
