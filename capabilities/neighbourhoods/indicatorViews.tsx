import { z } from 'zod'
import { publicView } from '../../platform/act.ts'
import type { Reading } from '../../platform/context.ts'
import { say } from '../../platform/texts.ts'
import { nothing } from '../../platform/validation.ts'
import { Row, RowList } from '../../ui/lists.tsx'
import { BackLink, PageHead } from '../../ui/page.tsx'
import { countryTexts } from './country/texts.ts'
import { IndicatorPage } from './IndicatorPage.tsx'
import { presentIndicator } from './indicatorPresent.ts'
import { findIndicator } from './indicatorRecord.ts'
import { shownIndicator } from './indicatorShown.ts'
import { indicatorTexts as texts } from './indicatorTexts.ts'
import { MethodPage } from './MethodPage.tsx'
import { methodTexts } from './methodTexts.ts'
import { indicatorsOf } from './record.ts'

/** What may be chosen on the page of an indicator; all of it stands in the address. */
export const choices = z.strictObject({ jaar: z.coerce.number().int().min(1800).max(2200).optional(), bron: z.uuid().optional(), gebied: z.enum(['delen']).optional() })

const listed = z.object({ indicators: z.array(z.object({ key: z.string(), name: z.string(), definition: z.string(), kind: z.enum(['fact', 'estimate', 'perception']), unit: z.enum(['number', 'percent', 'euro', 'score']), smallest: z.number().nullable() })) })

/** Indicators of which there is a figure of some area; what was retired has left. */
async function withFigures({ db }: Reading) {
  const [all, used] = await Promise.all([indicatorsOf(db), db.selectFrom('figures as f').innerJoin('areas as a', (join) => join.onRef('a.municipalityId', '=', 'f.municipalityId').onRef('a.id', '=', 'f.areaId')).innerJoin('indicators as i', (join) => join.onRef('i.municipalityId', '=', 'f.municipalityId').onRef('i.id', '=', 'f.indicatorId')).where('i.retired', '=', false).where('a.kind', 'not in', ['country', 'province', 'municipality']).select('f.indicatorId').distinct().execute()])
  const ids = new Set(used.map((it) => it.indicatorId))
  return all.filter((it) => ids.has(it.id))
}

const presentList = (indicators: Awaited<ReturnType<typeof withFigures>>): z.input<typeof listed> => ({ indicators: indicators.map((it) => ({ key: it.key, name: say(it.name), definition: say(it.definition), kind: it.kind, unit: it.unit, smallest: it.smallest })) })

/** All indicators, each with its own page. */
export const indicatorsListed = publicView({
  name: 'neighbourhoods.indicators',
  at: '/neighbourhood-indicators',
  path: '/wijken/cijfers',
  title: texts.listTitle,
  query: nothing,
  output: listed,
  find: (reading) => withFigures(reading),
  may: () => true,
  about: () => [],
  present: (_ctx, found) => presentList(found),
  page: ({ indicators }) => (
    <>
      <BackLink href="/wijken">{say(texts.back)}</BackLink>
      <PageHead title={say(texts.listTitle)} lead={say(texts.listLead)} />
      <p>
        <a href="/wijken/land">{say(countryTexts.see)}</a>
      </p>
      <RowList label={say(texts.listTitle)}>
        {indicators.map((it) => (
          <Row title={it.name} href={`/wijken/cijfer/${it.key}`}>
            <p>{it.definition}</p>
          </Row>
        ))}
      </RowList>
    </>
  ),
})

/** One indicator over all areas. */
export const indicatorViewed = publicView({
  name: 'neighbourhoods.indicator',
  at: '/neighbourhood-indicators/:key',
  path: '/wijken/cijfer/:key',
  title: (shown) => ({ nl: shown.name, en: shown.name }),
  query: choices,
  output: shownIndicator,
  find: (reading, { key }) => findIndicator(reading, key),
  may: () => true,
  about: () => [],
  present: (_ctx, record, asked) => presentIndicator(record, asked),
  page: (shown) => <IndicatorPage it={shown} />,
})

/** How figures are compared, with the limits. */
export const methodViewed = publicView({
  name: 'neighbourhoods.method',
  at: '/neighbourhood-method',
  path: '/wijken/methode',
  title: methodTexts.title,
  query: nothing,
  output: listed,
  find: (reading) => withFigures(reading),
  may: () => true,
  about: () => [],
  present: (_ctx, found) => presentList(found),
  page: ({ indicators }) => <MethodPage indicators={indicators} />,
})
