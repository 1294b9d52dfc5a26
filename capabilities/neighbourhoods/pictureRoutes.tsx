import { type Context as HonoContext, Hono } from 'hono'
import { raw } from 'hono/html'
import { inContext } from '../../platform/context.ts'
import { csvCell } from '../../platform/csv.ts'
import { notFound, Refusal } from '../../platform/refusal.ts'
import { checkPath } from '../../platform/request.ts'
import { say } from '../../platform/texts.ts'
import { fieldErrors } from '../../platform/validation.ts'
import { asFile, type FileParts, standalone } from './files.ts'
import { FunnelPicture, pointsIn } from './FunnelPicture.tsx'
import { presentIndicator } from './indicatorPresent.ts'
import { findIndicator } from './indicatorRecord.ts'
import { type ShownIndicator, shownIndicator } from './indicatorShown.ts'
import { indicatorTexts as texts } from './indicatorTexts.ts'
import { choices } from './indicatorViews.tsx'
import { MapPicture } from './MapPicture.tsx'
import { verdictText } from './words.ts'

/** What everybody may read, as a visitor. */
async function shownFor({ pool, settings }: FileParts, c: HonoContext): Promise<ShownIndicator> {
  const query = choices.safeParse(Object.fromEntries([...new URL(c.req.url).searchParams].filter(([, value]) => value !== '')))
  if (!query.success) throw new Refusal(400, 'query.invalid', { nl: 'Dit adres klopt niet helemaal.', en: 'This address is not quite right.' }, { errors: fieldErrors(query.error, 'query') })
  const { key = '' } = checkPath({ key: c.req.param('key') ?? '' })
  const caller = { token: null, municipalityId: settings.municipalityId, now: settings.now(), requestId: c.get('requestId' as never) as string }
  return inContext(pool, caller, null, null, (reading) => findIndicator(reading, key), async (_ctx, record) => ({ result: shownIndicator.parse(presentIndicator(record, query.data)), subjects: [] }))
}

/** The table of an indicator for a spreadsheet in the language of the reader, with its source on every line. Missing stays empty. */
export function csvOf(it: ShownIndicator): string {
  const head = Object.values(texts.csvHead).map((text) => say(text))
  const rows = it.rows.map((row) => [row.name, row.own.value, it.year, it.unit, row.population, it.cityFigure?.value ?? null, verdictText({ ...row, unit: it.unit, decimals: it.decimals }), it.source.publisher, it.source.edition, row.own.doubtful ? say(texts.doubtful) : row.own.state])
  return `\uFEFF${[head, ...rows].map((row) => row.map((value) => (value === it.year && value !== null ? String(value) : csvCell(value))).join(';')).join('\r\n')}\r\n`
}

/** Pictures and tables of an indicator as files, with the choices of the page in the address. */
export function indicatorFileRoutes(parts: FileParts): Hono {
  const app = new Hono()
  app.get('/wijken/cijfer/:key/tabel.csv', async (c) => {
    const it = await shownFor(parts, c)
    return asFile(c, csvOf(it), 'text/csv', `${it.indicator}.csv`)
  })
  app.get('/wijken/cijfer/:key/kaart.svg', async (c) => {
    const it = await shownFor(parts, c)
    if (!it.map) throw notFound()
    return asFile(c, standalone(raw(String(<MapPicture it={it} map={it.map} />))), 'image/svg+xml', `${it.indicator}-kaart.svg`)
  })
  app.get('/wijken/cijfer/:key/trechter.svg', async (c) => {
    const it = await shownFor(parts, c)
    const city = it.cityFigure?.value
    if (city === undefined || city === null || pointsIn(it).length < 2) throw notFound()
    return asFile(c, standalone(raw(String(<FunnelPicture it={it} city={city} />))), 'image/svg+xml', `${it.indicator}-trechter.svg`)
  })
  return app
}
