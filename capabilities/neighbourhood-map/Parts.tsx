import { fullDay } from '../../platform/dates.ts'
import { locale, say } from '../../platform/texts.ts'
import { AroundDutch } from '../../ui/Dutch.tsx'
import { Table } from '../../ui/Table.tsx'
import { themes } from '../cases/index.ts'
import { SeriesPictures, type SeriesSheet } from '../neighbourhoods/index.ts'
import type { Figure } from './figures.ts'
import { sketchTexts } from './sketchTexts.ts'
import type { ShownCooperation, ShownSignals } from './shown.ts'
import { texts } from './texts.ts'

/** "februari 2026": a month by its first day. */
export const monthWords = (month: string): string => new Intl.DateTimeFormat(locale() === 'nl' ? 'nl-NL' : 'en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(month))

/** Figures of several years, a small picture for each area; a line stops where years cannot be compared. */
export const YearsBeside = ({ series }: { series: readonly SeriesSheet[] }) => (
  <>
    {series.map((it) => (
      <div class="map-figures">
        <h4 class="row-title">
          <a href={`/wijken/cijfer/${it.indicator}`}>{say(sketchTexts.yearsCaption(it.name))}</a>
        </h4>
        <SeriesPictures it={it} name={(one) => <p class="small strong">{one.name}</p>} />
      </div>
    ))}
  </>
)

/** The figures that belong to a section, beside those of the city. A figure in doubt says so. */
export const FiguresBeside = ({ figures, area, city, slug }: { figures: readonly Figure[]; area: string; city: string; slug: string }) =>
  figures.length === 0 ? null : (
    <div class="map-figures">
      <Table
        caption={say(texts.figuresOf(area))}
        columns={[{ head: say(texts.figure) }, { head: area, kind: 'figures', own: true }, { head: city, kind: 'figures' }, { head: say(texts.yearAndSource), kind: 'words' }]}
        rows={figures.map((it) => ({ name: it.name, cells: [it.doubt ? `${it.here} (${say(texts.doubtful)})` : it.here, it.city ?? say(texts.noFigure), <AroundDutch said={say(texts.yearSource(it.year, it.source))} words={it.source} />] }))}
      />
      <p class="small">
        <a href={`/wijk/${slug}`}>{say(texts.figuresMore)}</a>
      </p>
    </div>
  )

const number = (value: number | null) => value ?? say(texts.few)

/** Open signals by theme. Only themes of which something may be told. */
export const SignalsTable = ({ signals, area }: { signals: ShownSignals; area: string }) => {
  const told = signals.themes.filter((it) => it.here !== null || it.together !== null)
  const month = monthWords(signals.month)
  if (!signals.counted) return <p>{say(texts.signalsElsewhere)}</p>
  return (
    <>
      {told.length === 0 ? (
        <p>{say(texts.signalsNone(month))}</p>
      ) : (
        <Table
          caption={say(texts.signalsAt(month))}
          columns={[{ head: say(texts.theme) }, { head: area, kind: 'figures', own: true }, { head: say(texts.together), kind: 'figures' }]}
          rows={told.map((it) => ({ name: it.theme in themes ? say(themes[it.theme as keyof typeof themes]) : it.theme, cells: [number(it.here), number(it.together)] }))}
        />
      )}
      <p class="small soft">{say(texts.signalsHow(signals.least))}</p>
    </>
  )
}

const Share = ({ share }: { share: number }) => (
  <svg class="map-share" viewBox="0 0 100 8" width="100" height="8" preserveAspectRatio="none" aria-hidden="true" focusable="false">
    <rect class="map-share-whole" width="100" height="8" />
    <rect class="map-share-part" width={share} height="8" />
  </svg>
)

/** How people in and around the team know each other: three shares, or why they are not shown. */
export const CooperationPicture = ({ cooperation: { closedOn, answers, know, mobile, call } }: { cooperation: ShownCooperation }) => {
  if (answers === null || know === null || mobile === null || call === null) return <p>{say(texts.cooperationFew(fullDay(closedOn)))}</p>
  return (
    <>
      <Table
        caption={say(texts.cooperationPublic)}
        columns={[{ head: say(texts.question) }, { head: say(texts.pairs), kind: 'figures' }]}
        rows={([[texts.know, know], [texts.mobile, mobile], [texts.call, call]] as const).map(([name, share]) => ({ name: say(name), cells: [<><Share share={share} /> {share}</>] }))}
      />
      <p class="small soft">{say(texts.cooperationOn(fullDay(closedOn), answers))}</p>
    </>
  )
}
