import { fullDay } from '../../platform/dates.ts'
import { locale, say } from '../../platform/texts.ts'
import { Acts, ButtonLink } from '../../ui/buttons.tsx'
import { Empty } from '../../ui/moments.tsx'
import { BackLink, PageHead, Section } from '../../ui/page.tsx'
import { Beside } from './Beside.tsx'
import { chapters, type Section as Place } from './format.ts'
import { Plan, Scenarios } from './FutureParts.tsx'
import { PhotoList } from './PhotoList.tsx'
import { CooperationPicture, FiguresBeside, SignalsTable, YearsBeside } from './Parts.tsx'
import { SketchPart } from './SketchPart.tsx'
import { Prose, Source } from './SectionParts.tsx'
import type { PublicSection, ShownPublic } from './shown.ts'
import { texts } from './texts.ts'

const idOf = (key: string): string => `deel-${key}`

/** The chapters of which something is published, with only those sections. */
export const publishedChapters = (shown: ShownPublic) =>
  chapters
    .map((chapter) => ({ chapter, parts: chapter.sections.flatMap((place) => shown.sections.filter((it) => it.key === place.key).map((it) => ({ place, it }))) }))
    .filter(({ parts }) => parts.length > 0)

const Contents = ({ shown }: { shown: ShownPublic }) => (
  <nav class="map-contents" aria-labelledby="inhoud">
    <h2 class="row-title" id="inhoud">
      {say(texts.contents)}
    </h2>
    <ol>
      {publishedChapters(shown).map(({ chapter, parts }) => (
        <li>
          <a class="strong" href={`#hoofdstuk-${chapter.number}`}>
            {chapter.number}. {say(chapter.name)}
          </a>
          <ul>
            {parts.map(({ place }) => (
              <li>
                <a href={`#${idOf(place.key)}`}>{say(place.name)}</a>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  </nav>
)

const Part = ({ place, it, shown }: { place: Place; it: PublicSection; shown: ShownPublic }) => (
  <Section title={`${place.number} ${say(place.name)}`} id={idOf(place.key)} level={3}>
    <Prose text={it.body} />
    <Source of={it.source}>{say(texts.publishedSince(fullDay(it.publishedOn)))}</Source>
    <FiguresBeside figures={it.figures} area={shown.area} city={shown.city} slug={shown.slug} />
    <YearsBeside series={it.series} />
    {place.key === '4-1' && shown.cooperation ? <CooperationPicture cooperation={shown.cooperation} /> : null}
    {place.key === '6-2' && shown.signals ? <SignalsTable signals={shown.signals} area={shown.area} /> : null}
    {place.key === '6-5' ? <Scenarios level={4} future={shown.future} href={(key) => (shown.sections.some((one) => one.key === key) ? `#${idOf(key)}` : null)} /> : null}
    {place.key === '6-6' ? <Plan goals={shown.future.goals} /> : null}
    <PhotoList photos={it.photos} />
    <SketchPart all={it.contributions} ground={shown.ground} area={shown.area} />
    {it.contributions.length > 0 ? <Beside level={4} all={it.contributions} /> : null}
  </Section>
)

const Missing = ({ team }: { team: NonNullable<ShownPublic['team']> }) => (
  <Section title={say(texts.missing)} id="mist" strong>
    <p>{say(texts.missingLead)}</p>
    <Acts>
      <ButtonLink look="outlined" href={`/team/${team.slug}`}>
        {say(texts.toTeam(team.name))}
      </ButtonLink>
    </Acts>
  </Section>
)

/** The map as everybody reads it: contents, then what is published, chapter by chapter. */
export const PublicMapPage = ({ shown }: { shown: ShownPublic }) => {
  const address = `/wijk/${shown.slug}/kaart`
  const edition = shown.edition
  return (
    <>
      <BackLink href={`/wijk/${shown.slug}`}>{shown.area}</BackLink>
      <PageHead
        title={edition === null ? say(texts.mapTitle(shown.area)) : say(texts.mapOf(shown.area, edition))}
        lead={edition === null ? undefined : say(texts.publicLead(shown.area))}
        act={
          edition === null ? null : (
            <Acts>
              <ButtonLink look="filled" icon="download" href={`${address}.pdf?editie=${edition}`}>
                {say(texts.downloadPdf)}
              </ButtonLink>
            </Acts>
          )
        }
      />
      {edition === null ? (
        <Empty
          title={say(texts.publicNone)}
          act={
            <ButtonLink look="outlined" href={`/wijk/${shown.slug}`}>
              {say(texts.toArea(shown.area))}
            </ButtonLink>
          }
        >
          <p>{say(texts.publicNoneLead)}</p>
        </Empty>
      ) : (
        <>
          {locale() === 'nl' ? null : <p class="soft">{say(texts.dutchOnly)}</p>}
          {shown.asOf ? <p class="small soft">{say(texts.madeOn(fullDay(shown.asOf)))}</p> : null}
          <div class="map-public">
            <Contents shown={shown} />
            <div>
              {publishedChapters(shown).map(({ chapter, parts }) => (
                <Section title={`${chapter.number}. ${say(chapter.name)}`} id={`hoofdstuk-${chapter.number}`} strong>
                  {parts.map(({ place, it }) => (
                    <Part place={place} it={it} shown={shown} />
                  ))}
                </Section>
              ))}
              {shown.team ? <Missing team={shown.team} /> : null}
              {shown.editions.length > 1 ? (
                <p class="section">
                  {say(texts.otherEditions)}:{' '}
                  {shown.editions
                    .filter((it) => it !== edition)
                    .map((it) => (
                      <>
                        <a href={`${address}?editie=${it}`}>{it}</a>{' '}
                      </>
                    ))}
                </p>
              ) : null}
            </div>
          </div>
        </>
      )}
    </>
  )
}
