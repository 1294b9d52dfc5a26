import { fullDay } from '../../platform/dates.ts'
import { say } from '../../platform/texts.ts'
import { CallBox } from '../../ui/boxes.tsx'
import { Points } from '../../ui/lists.tsx'
import { Quote, Section } from '../../ui/page.tsx'
import { NeedPart } from '../prevalences/index.ts'
import { SocialPart } from '../social/index.ts'
import { AgesPart } from './AgesPart.tsx'
import { AreaHead } from './AreaHead.tsx'
import { Differences } from './Differences.tsx'
import { LocatorMap } from './LocatorMap.tsx'
import { FiguresTable, Method, Unknown } from './Figures.tsx'
import type { ShownArea } from './shown.ts'
import { texts } from './texts.ts'

const Strong = ({ area: { strengths, quotes, history } }: { area: ShownArea }) => (
  <>
    {strengths.length + quotes.length > 0 ? (
      <Section title={say(texts.strong)} id="sterk">
        <div class="area-strong">
          <Points points={strengths.map((it) => it.text)} />
          {quotes.map(({ text, saidBy, on }) => (
            <Quote said={say(on ? texts.saidOn(saidBy, fullDay(on)) : texts.said(saidBy))}>{text}</Quote>
          ))}
        </div>
      </Section>
    ) : null}
    {history.length > 0 ? (
      <Section title={say(texts.history)} id="geschiedenis">
        <div class="stack">
          {history.map(({ text, source }) => (
            <p>
              {text}{' '}
              {source ? (
                <a class="small" href={`#bron-${source}`}>
                  {say(texts.sourceNumber(source))}
                </a>
              ) : null}
            </p>
          ))}
        </div>
      </Section>
    ) : null}
  </>
)

const TeamBox = ({ team }: { team: NonNullable<ShownArea['team']> }) => {
  const more = (
    <p>
      <a href={`/team/${team.slug}`}>{say(texts.teamMore)}</a>
    </p>
  )
  return (
    <section class="section" aria-label={say(texts.team)}>
      {team.phone ? (
        <CallBox title={say(texts.team)} lead={team.name} phone={team.phone}>
          {more}
        </CallBox>
      ) : (
        <>
          <h2 class="section-title">{say(texts.team)}</h2>
          <p>{team.name}</p>
          {more}
        </>
      )}
    </section>
  )
}

/** A neighbourhood: a sentence, what differs, what does not, what is strong, what is unknown, all figures, and how we know. */
export const AreaPage = ({ area, works }: { area: ShownArea; /** the reader may see need beside supply in full */ works: boolean }) => (
  <>
    <AreaHead area={area} />
    <Differences area={area} />
    <AgesPart area={area} />
    <Strong area={area} />
    {area.map ? (
      <Section title={say(texts.where)} id="ligging">
        <LocatorMap map={area.map} label={say(texts.whereSaid(area.name))} />
      </Section>
    ) : null}
    {area.social ? <SocialPart social={area.social} slug={area.slug} /> : null}
    {area.need ? (
      <NeedPart need={area.need} moreHref={works ? `/wijk/${area.slug}/behoefte` : undefined}>
        {works ? (
          <p>
            <a href={`/wijk/${area.slug}/begeleiding`}>{say(texts.supported)}</a>
          </p>
        ) : null}
      </NeedPart>
    ) : null}
    {area.team ? <TeamBox team={area.team} /> : null}
    <Unknown area={area} />
    <FiguresTable area={area} />
    <Method area={area} />
  </>
)
