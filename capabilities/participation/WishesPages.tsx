import { fullDay, shortDay } from '../../platform/dates.ts'
import { say } from '../../platform/texts.ts'
import { Acts, ButtonLink } from '../../ui/buttons.tsx'
import { Dutch } from '../../ui/Dutch.tsx'
import { Row, RowList } from '../../ui/lists.tsx'
import { Empty } from '../../ui/moments.tsx'
import { PageHead, Section } from '../../ui/page.tsx'
import { participantTexts } from './participantTexts.ts'
import { wishTexts as texts } from './wishTexts.ts'
import type { ShownStart, ShownWish, TeamWish } from './wishViews.tsx'
import { partsInWords, wishInWords } from './wishWords.ts'
import { wishThemes } from './words.ts'

const asking = (path: string, it: ShownWish): string => `${path}?${new URLSearchParams({ wat: it.theme, wijk: it.area.slug })}`

const Started = ({ started, now }: { started: readonly ShownStart[]; now: Date }) =>
  started.length === 0 ? null : (
    <Section title={say(texts.started)} id="begonnen">
      <RowList label={say(texts.started)}>
        {started.map((it) => (
          <Row when={shortDay(it.on, now)} state="good" title={<Dutch>{it.name}</Dutch>} href={`/voorziening/${it.slug}`}>
            <p>{say(texts.startedOn(say(texts.inArea(say(wishThemes[it.theme]), it.area)), fullDay(it.on)))}</p>
          </Row>
        ))}
      </RowList>
    </Section>
  )

/** Everybody sees what is wished for, adds to it, and sees what came of it. */
export const WishesPage = ({ wishes, started, now }: { wishes: readonly ShownWish[]; started: readonly ShownStart[]; now: Date }) => (
  <>
    <PageHead
      title={say(texts.title)}
      lead={say(texts.lead)}
      act={
        <ButtonLink look="filled" href="/wensen/nieuw">
          {say(texts.leave)}
        </ButtonLink>
      }
    />
    <Section title={say(texts.others)} id="wensen">
      {wishes.length === 0 ? (
        <Empty title={say(texts.othersNone)} level={3}>
          <p>{say(texts.othersNoneText)}</p>
        </Empty>
      ) : (
        <RowList label={say(texts.others)}>
          {wishes.map((it) => (
            <Row
              when={say(texts.about(it.people))}
              title={wishInWords(it)}
              level={3}
              act={
                <ButtonLink href={asking('/wensen/nieuw', it)}>
                  {say(texts.meToo)}
                  <span class="unseen">: {wishInWords(it)}</span>
                </ButtonLink>
              }
            >
              <p>{partsInWords(it.dayParts)}</p>
            </Row>
          ))}
        </RowList>
      )}
    </Section>
    <Started started={started} now={now} />
  </>
)

const TeamRow = ({ it, keeper }: { it: TeamWish; keeper: boolean }) => {
  const name = say(texts.proposedName(say(wishThemes[it.theme]), it.area.name))
  const answer = it.acts[0]
  return (
    <Row
      when={say(texts.people(it.people))}
      title={wishInWords(it)}
      level={3}
      act={
        answer ? (
          <ButtonLink href={answer.href}>
            {say(answer.title)}
            <span class="unseen">: {wishInWords(it)}</span>
          </ButtonLink>
        ) : undefined
      }
    >
      <p>{partsInWords(it.dayParts)}</p>
      <p>
        <a href={`/sociale-kaart?${new URLSearchParams({ q: say(wishThemes[it.theme]), soort: 'activiteit', ...(it.area.whole ? {} : { wijk: it.area.slug }) })}`}>
          {say(texts.lookThere)}
          <span class="unseen"> {wishInWords(it)}</span>
        </a>
      </p>
      <p>
        <a href={keeper ? `/sociale-kaart/nieuw?${new URLSearchParams({ naam: name })}` : `/sociale-kaart/voorstellen/nieuw?${new URLSearchParams({ wat: 'service', naam: name })}`}>
          {say(keeper ? texts.add : texts.propose)}
          <span class="unseen">: {wishInWords(it)}</span>
        </a>
      </p>
    </Row>
  )
}

const TeamRows = ({ title, id, wishes, keeper }: { title: string; id: string; wishes: readonly TeamWish[]; keeper: boolean }) =>
  wishes.length === 0 ? null : (
    <Section title={title} id={id}>
      <RowList label={title}>
        {wishes.map((it) => (
          <TeamRow it={it} keeper={keeper} />
        ))}
      </RowList>
    </Section>
  )

/** Colleagues see what enough people wish, what is there already, and start something. */
export const TeamWishesPage = ({ wishes, started, keeper, board, worker, now }: { wishes: readonly TeamWish[]; started: readonly ShownStart[]; keeper: boolean; board: boolean; worker: boolean; now: Date }) => (
  <>
    <PageHead
      title={say(texts.teamTitle)}
      lead={say(texts.teamLead(wishes.length))}
      act={
        <Acts>
          <ButtonLink look="filled" href="/activiteiten/doorgeven">
            {say(texts.forOthers)}
          </ButtonLink>
          {worker ? <ButtonLink href="/activiteiten/deelnemers">{say(participantTexts.lists)}</ButtonLink> : null}
          {board ? <ButtonLink href="/activiteiten/ruilbord">{say(texts.board)}</ButtonLink> : null}
          <ButtonLink look="plain" href="/wensen">
            {say(texts.publicPage)}
          </ButtonLink>
        </Acts>
      }
    />
    {wishes.length === 0 ? (
      <Empty title={say(texts.teamNone)}>
        <p>{say(texts.teamNoneText)}</p>
      </Empty>
    ) : null}
    <TeamRows title={say(texts.yours)} id="hier" wishes={wishes.filter((it) => it.yours)} keeper={keeper} />
    <TeamRows title={say(texts.elsewhere)} id="elders" wishes={wishes.filter((it) => !it.yours)} keeper={keeper} />
    <Started started={started} now={now} />
  </>
)
