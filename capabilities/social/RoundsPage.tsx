import { fullDay } from '../../platform/dates.ts'
import { say } from '../../platform/texts.ts'
import { ButtonLink } from '../../ui/buttons.tsx'
import { Row, RowList, ShortItem, ShortList } from '../../ui/lists.tsx'
import { Empty } from '../../ui/moments.tsx'
import { BackLink, PageHead, Section } from '../../ui/page.tsx'
import type { ShownRounds } from './shown.ts'
import { texts } from './texts.ts'

/** All questionnaires, with the address of each, and where a new one can begin. */
export const RoundsPage = ({ shown }: { shown: ShownRounds }) => (
  <>
    <BackLink href="/wijken/sociaal">{say(texts.title)}</BackLink>
    <PageHead title={say(texts.rounds)} lead={say(texts.roundsLead)} />
    {shown.rounds.length === 0 ? (
      <Empty title={say(texts.noRounds)}>{say(texts.noRoundsText)}</Empty>
    ) : (
      <RowList label={say(texts.rounds)}>
        {shown.rounds.map((it) => (
          <Row when={say(it.running ? texts.runsUntil(fullDay(it.closesOn)) : texts.wasUntil(fullDay(it.closesOn)))} state={it.running ? 'now' : 'good'} level={2} title={`${it.area}, ${it.name}`} href={`/wijk/${it.slug}#samenleven`}>
            <p>
              {say(it.kind === 'open' ? texts.open : texts.handedOut)}. {say(texts.atLeast(it.answers))}.
            </p>
            {it.running ? (
              <p>
                {say(texts.address)}: <a href={it.href}>{it.href}</a>
              </p>
            ) : null}
          </Row>
        ))}
      </RowList>
    )}
    {shown.open.length > 0 ? (
      <Section title={say(texts.begin)} id="nieuw" note={say(texts.whichArea)}>
        <ShortList>
          {shown.open.map(({ area, href }) => (
            <ShortItem title={area}>
              <ButtonLink look="plain" href={href}>
                {say(texts.begin)}
                <span class="unseen">: {area}</span>
              </ButtonLink>
            </ShortItem>
          ))}
        </ShortList>
      </Section>
    ) : null}
    {shown.change.length > 0 ? (
      <Section title={say(texts.calculation)} id="berekening">
        <ShortList>
          {shown.change.map(({ name, href }) => (
            <ShortItem title={name}>
              <ButtonLink look="plain" href={href}>
                {say(texts.change)}
                <span class="unseen">: {name}</span>
              </ButtonLink>
            </ShortItem>
          ))}
        </ShortList>
      </Section>
    ) : null}
  </>
)
