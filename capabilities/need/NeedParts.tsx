import { say } from '../../platform/texts.ts'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Row, RowList, ShortItem, ShortList } from '../../ui/lists.tsx'
import { Empty } from '../../ui/moments.tsx'
import { Section } from '../../ui/page.tsx'
import { Table } from '../../ui/Table.tsx'
import { lights } from '../directory/index.ts'
import { Calculation } from '../prevalences/index.ts'
import { AnsweredBy } from '../reasons/index.ts'
import type { ShownAreaNeed, ShownDomain, ShownLine } from './shown.ts'
import { texts } from './texts.ts'
import { countText, standings } from './words.ts'

const Offers = ({ it }: { it: ShownLine }) => {
  const known = it.offers.filter(({ room }) => room !== null).length
  if (it.offers.length === 0) return <p>{say(texts.nothingOffered)}</p>
  return (
    <>
      <p>
        {say(texts.offersBy(it.offers.length, new Set(it.offers.map(({ organization }) => organization)).size))}. {say(known === 0 ? texts.roomUnknown : texts.roomKnown(known, it.offers.length))}
      </p>
      <Disclosure question={say(texts.showOffers(it.what))}>
        <ShortList>
          {it.offers.map((offer) => (
            <ShortItem title={<a href={offer.href}>{offer.name}</a>}>
              {[offer.organization, say(lights[offer.room ?? 'unknown']), ...(offer.wider ? [say(texts.wider)] : []), ...(offer.stale ? [say(texts.stale)] : [])].join(' · ')}
            </ShortItem>
          ))}
        </ShortList>
      </Disclosure>
    </>
  )
}

/** Each need: the estimate with its sum, and what there is for it. */
export const Needed = ({ lines }: { lines: readonly ShownLine[] }) => (
  <Section title={say(texts.needed)} id="nodig" note={say(texts.neededNote)} strong>
    {lines.length === 0 ? (
      <Empty level={3} title={say(texts.noLines)}>
        {say(texts.noLinesText)}
      </Empty>
    ) : (
      <RowList label={say(texts.needed)}>
        {lines.map((it) => (
          <Row when={say(standings[it.standing].text)} state={standings[it.standing].state} level={3} title={it.what}>
            <p>
              <strong>{it.why ? say(texts.noEstimate(it.why)) : it.told}</strong>
            </p>
            <p class="soft">
              {it.domain.name} · {it.group.name}
            </p>
            <Calculation it={it} />
            <Offers it={it} />
            <AnsweredBy answers={it.answers} />
          </Row>
        ))}
      </RowList>
    )}
  </Section>
)

const meaning = ({ standing }: ShownDomain): string => say({ 'white-spot': texts.whiteSpot, thin: texts.thin, offered: texts.offered, unknown: texts.unknown }[standing])

/** All life domains: whether there is an estimate, what there is, and what was asked in vain. */
export const Domains = ({ domains, gapDays }: { domains: readonly ShownDomain[]; gapDays: number }) =>
  domains.length === 0 ? null : (
    <Section title={say(texts.domains)} id="onderwerpen">
      <div class="stack">
        <Table
          caption={say(texts.domains)}
          unseenCaption
          columns={[{ head: say(texts.subject) }, { head: say(texts.estimates), kind: 'words' }, { head: say(texts.supply), kind: 'words' }, { head: say(texts.searched), kind: 'words' }, { head: say(texts.told), kind: 'words' }, { head: say(texts.means), kind: 'words' }]}
          rows={domains.map((it) => ({
            name: it.name,
            cells: [it.estimates > 0 ? say(texts.hasEstimate(it.estimates)) : say(texts.nobodyWrote), it.offers === 0 ? say(texts.noSupply) : say(texts.supplyText(it.offers, it.room.known, it.room.full)), countText(it.searched), countText(it.told), meaning(it)],
          }))}
        />
        <p class="small soft">{say(texts.domainsNote(gapDays))}</p>
      </div>
    </Section>
  )

/** Where several organisations offer the same. */
export const Overlaps = ({ overlaps }: Pick<ShownAreaNeed, 'overlaps'>) => (
  <Section title={say(texts.overlaps)} id="overlap">
    <div class="stack">
      <p>{say(texts.overlapsLead)}</p>
      {overlaps.length === 0 ? (
        <Empty level={3} title={say(texts.noOverlaps)}>
          {say(texts.noOverlapsText)}
        </Empty>
      ) : (
        <Table
          caption={say(texts.overlaps)}
          unseenCaption
          columns={[{ head: say(texts.subject) }, { head: say(texts.field), kind: 'words' }, { head: say(texts.who), kind: 'words' }, { head: say(texts.supply), kind: 'words' }]}
          rows={overlaps.map((it) => ({
            name: say(texts.overlapOf(it.domain.name, it.group.name)),
            cells: [it.field.name, it.organizations.join(', '), it.offers.map(({ name, href }, place) => <>{place > 0 ? ', ' : null}<a href={href}>{name}</a></>)],
          }))}
        />
      )}
    </div>
  </Section>
)

const peopleText = (experts: ShownLine['experts']): string => experts.map((it) => `${it.name} (${[it.function, it.organization].filter(Boolean).join(', ')})`).join('; ')

/** What each need asks of the team: who is near it, and what is not there. */
export const ForTeam = ({ shown: { lines, team } }: { shown: ShownAreaNeed }) => (
  <Section title={say(texts.team)} id="team">
    <div class="stack">
      {team ? (
        <>
          <p>
            <a href={`/team/${team.slug}`}>{team.name}</a>. {say(texts.teamLead)}
          </p>
          <ShortList>
            {lines.map((it) => (
              <ShortItem title={it.what}>
                <p>{it.experts.length > 0 ? say(texts.inTeam(peopleText(it.experts))) : say(texts.notInTeam)}</p>
                {it.more ? <p>{say(texts.moreHere(it.more))}</p> : null}
              </ShortItem>
            ))}
          </ShortList>
        </>
      ) : (
        <p>{say(texts.noTeam)}</p>
      )}
    </div>
  </Section>
)
