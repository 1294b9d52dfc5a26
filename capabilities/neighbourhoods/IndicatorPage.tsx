import { numberText } from '../../platform/numbers.ts'
import { say } from '../../platform/texts.ts'
import { Button } from '../../ui/buttons.tsx'
import { AroundDutch } from '../../ui/Dutch.tsx'
import { Message } from '../../ui/Message.tsx'
import { BackLink, PageHead, Section } from '../../ui/page.tsx'
import { Table } from '../../ui/Table.tsx'
import { Corrected } from './Figures.tsx'
import { FunnelPicture, pointsIn, withoutName } from './FunnelPicture.tsx'
import type { ShownIndicator, ShownRow } from './indicatorShown.ts'
import { indicatorTexts as texts } from './indicatorTexts.ts'
import { MapLegend, MapPicture, rowFigure } from './MapPicture.tsx'
import { SeriesPictures } from './SeriesPictures.tsx'
import { texts as areaTexts } from './texts.ts'
import { figureText, verdictText, yearText } from './words.ts'

/** The choices of this page as they stand in its address. */
const choicesOf = (it: ShownIndicator): string => new URLSearchParams({ ...(it.year !== null && { jaar: String(it.year) }), bron: it.source.id, ...(it.parts && { gebied: 'delen' }) }).toString()

const Editions = ({ it }: { it: ShownIndicator }) =>
  it.editions.length < 2 && !it.hasParts && !it.parts ? null : (
    <nav class="indicator-choices" aria-label={say(texts.which)}>
      <ul class="indicator-links small">
        {it.editions.map((one) => (
          <li>
            {one.current ? (
              <strong aria-current="true">{one.label}</strong>
            ) : (
              <a href={`?${new URLSearchParams({ ...(one.year !== null && { jaar: String(one.year) }), bron: one.sourceId, ...(it.parts && { gebied: 'delen' }) })}`}>{one.label}</a>
            )}
          </li>
        ))}
      </ul>
      {it.hasParts || it.parts ? (
        <form method="get" class="acts">
          {it.year === null ? null : <input type="hidden" name="jaar" value={String(it.year)} />}
          <input type="hidden" name="bron" value={it.source.id} />
          {it.parts ? null : <input type="hidden" name="gebied" value="delen" />}
          <Button look="outlined">{say(it.parts ? texts.wholes : texts.parts)}</Button>
        </form>
      ) : null}
    </nav>
  )

const OnMap = ({ it }: { it: ShownIndicator }) => {
  const without = it.rows.filter((row) => row.path === null).map((row) => row.name)
  const year = it.rows.find((row) => row.boundaryYear !== null)?.boundaryYear
  return (
    <Section title={say(texts.map)} id="kaart">
      {it.map ? (
        <div class="map-with-legend">
          <MapPicture it={it} map={it.map} />
          <div class="stack">
            <MapLegend it={it} map={it.map} />
            {it.map.schematic ? (
              <p class="small">
                <strong>{say(texts.schematic)}</strong> {say(texts.schematicMore)}
              </p>
            ) : year ? (
              <p class="soft small">{say(texts.boundariesOf(String(year)))}</p>
            ) : null}
            {without.length > 0 ? <p class="soft small">{say(texts.notOnMap(without.join(', ')))}</p> : null}
          </div>
        </div>
      ) : (
        <p class="soft">{say(texts.noMap)}</p>
      )}
    </Section>
  )
}

/** Areas outside the lines for whose name the picture has no room. */
const Unnamed = ({ it, city }: { it: ShownIndicator; city: number }) => {
  const rows = withoutName(it, city)
  return rows.length === 0 ? null : <p class="small">{say(texts.alsoOutside(rows.map((row) => `${row.name} ${rowFigure(row, it)}`).join(', ')))}</p>
}

const Funnel = ({ it }: { it: ShownIndicator }) =>
  it.cityFigure?.value === null || it.cityFigure === null || it.cityFigure.doubtful || pointsIn(it).length < 2 ? null : (
    <Section title={say(texts.funnel)} id="trechter">
      <p class="soft">{say(texts.funnelLead)}</p>
      <FunnelPicture it={it} city={it.cityFigure.value} />
      <Unnamed it={it} city={it.cityFigure.value} />
      <ul class="funnel-legend small">
        <li>
          <span class="funnel-key funnel-key-near" aria-hidden="true" />
          {say(texts.limitNear)}
        </li>
        <li>
          <span class="funnel-key funnel-key-far" aria-hidden="true" />
          {say(texts.limitFar)}
        </li>
      </ul>
    </Section>
  )

const wordsOf = (row: ShownRow, it: ShownIndicator): string => verdictText({ ...row, unit: it.unit, decimals: it.decimals })

const AsTable = ({ it }: { it: ShownIndicator }) => {
  const groups = it.rows.some((row) => row.population !== null)
  const corrected = [...it.rows, { name: it.city, corrections: it.cityCorrections }].filter((row) => row.corrections.length > 0)
  const tested = it.rows.some((row) => row.margin !== null)
  const group = (population: number | null): string => (population === null ? '' : numberText(population))
  return (
    <Section title={say(texts.table)} id="tabel">
      <p class="soft small">{say(tested ? texts.manyAtOnce : texts.untested)}</p>
      <Table
        caption={say(texts.table)}
        unseenCaption
        columns={[{ head: say(texts.area) }, { head: it.name, kind: 'figures', own: true }, ...(groups ? [{ head: say(texts.group), kind: 'figures' as const }] : []), { head: say(areaTexts.besideCity), kind: 'words' }]}
        rows={[
          ...it.rows.map((row) => ({
            name: <a href={`/wijk/${row.slug}`}>{row.name}</a>,
            cells: [
              <>
                {rowFigure(row, it)}
                {row.own.doubtful ? <span class="soft small"> ({say(texts.doubtful)})</span> : null}
              </>,
              ...(groups ? [group(row.population)] : []),
              wordsOf(row, it),
            ],
          })),
          ...(it.cityFigure ? [{ name: <strong>{it.city}</strong>, cells: [figureText(it.cityFigure, { ...it, madeOf: [] }), ...(groups ? [group(it.cityGroup)] : []), ''] }] : []),
        ]}
      />
      {corrected.length > 0 ? (
        <ul class="bullets small">
          {corrected.flatMap((row) =>
            row.corrections.map((one) => (
              <li>
                {row.name}: <Corrected it={one} line={it} />
              </li>
            )),
          )}
        </ul>
      ) : null}
      <p class="small">
        <AroundDutch said={say(texts.source(it.source.publisher, it.source.edition))} words={it.source.edition} /> <a href="/wijken/methode">{say(areaTexts.method)}</a>
      </p>
    </Section>
  )
}

const Downloads = ({ it }: { it: ShownIndicator }) => {
  const link = (file: string, words: string) => (
    <li>
      <a href={`/wijken/cijfer/${it.indicator}/${file}?${choicesOf(it)}`} download>
        {words}
      </a>
    </li>
  )
  return (
    <Section title={say(texts.download)} id="downloaden">
      <ul class="bullets">
        {link('tabel.csv', say(texts.csv))}
        {it.map ? link('kaart.svg', say(texts.mapSvg)) : null}
        {it.cityFigure?.value !== undefined && it.cityFigure?.value !== null && pointsIn(it).length > 1 ? link('trechter.svg', say(texts.funnelSvg)) : null}
      </ul>
    </Section>
  )
}

/** One indicator over all areas: on the map, between what chance makes, over the years, and as a table. */
export const IndicatorPage = ({ it }: { it: ShownIndicator }) => (
  <>
    <BackLink href="/wijken/cijfers">{say(texts.all)}</BackLink>
    <PageHead
      title={it.name}
      where={yearText(it.year)}
      lead={
        <>
          {it.definition} {it.kind === 'perception' ? say(areaTexts.perception) : it.kind === 'estimate' ? say(areaTexts.estimate) : null} {it.cityFigure ? say(texts.inCity(figureText(it.cityFigure, { ...it, madeOf: [] }))) : null}
        </>
      }
    />
    <Editions it={it} />
    {it.rows.some((row) => row.doubt) ? (
      <Message kind="watch" title={say(areaTexts.doubtRest)}>
        <ul class="bullets">
          {it.rows.flatMap((row) =>
            row.doubt ? [
              <li>
                {row.name}: {row.doubt}
              </li>,
            ] : [],
          )}
        </ul>
      </Message>
    ) : null}
    <OnMap it={it} />
    <Funnel it={it} />
    {it.series.length > 0 ? (
      <Section title={say(texts.series)} id="jaren">
        <p class="soft">{say(texts.seriesLead)}</p>
        <SeriesPictures it={it} name={(one) => <h3 class="row-title">{it.rows.some((row) => row.slug === one.slug) ? <a href={`/wijk/${one.slug}`}>{one.name}</a> : one.name}</h3>} />
      </Section>
    ) : null}
    <AsTable it={it} />
    <Downloads it={it} />
  </>
)
