import { type Context as HonoContext, Hono } from 'hono'
import { raw } from 'hono/html'
import { inContext } from '../../platform/context.ts'
import { csvCell } from '../../platform/csv.ts'
import { notFound } from '../../platform/refusal.ts'
import { checkPath } from '../../platform/request.ts'
import { say } from '../../platform/texts.ts'
import { indexLines, WheelPicture } from '../social/index.ts'
import { type Ages, agesOf } from './ages.ts'
import { AgesPicture, groupName } from './AgesPicture.tsx'
import { ageTexts as texts } from './ageTexts.ts'
import { asFile, type FileParts, standalone } from './files.ts'
import { presentArea } from './present.ts'
import { findArea } from './record.ts'
import { type ShownArea, shownArea } from './shown.ts'

/** What everybody may read of an area, as a visitor. */
async function areaFor({ pool, settings }: FileParts, c: HonoContext): Promise<ShownArea> {
  const { slug = '' } = checkPath({ slug: c.req.param('slug') ?? '' })
  const caller = { token: null, municipalityId: settings.municipalityId, now: settings.now(), requestId: c.get('requestId' as never) as string }
  return inContext(pool, caller, null, null, (reading) => findArea(reading, slug), async (_ctx, record) => ({ result: shownArea.parse(presentArea(record)), subjects: [] }))
}

const linesOf = (rows: readonly (readonly (string | number | null)[])[]): string => `\uFEFF${rows.map((row) => row.map(csvCell).join(';')).join('\r\n')}\r\n`

/** Ages as a table for a spreadsheet, with the source on every line. */
function agesCsv(area: ShownArea, ages: Ages): string {
  const source = area.sources.find(({ number }) => number === ages.source)
  const year = ages.year === null ? null : String(ages.year)
  return linesOf([Object.values(texts.csvHead).map((text) => say(text)), ...ages.groups.map((it) => [groupName(it), it.from, it.until, it.line.own.value, it.line.city?.value ?? null, year, source?.publisher ?? '', source?.edition ?? '', it.line.own.doubtful ? say(texts.doubtful) : ''])])
}

/** Pictures and tables of an area as files, for everybody. */
export function areaFileRoutes(parts: FileParts): Hono {
  const app = new Hono()
  app.get('/wijk/:slug/leeftijd.csv', async (c) => {
    const area = await areaFor(parts, c)
    const ages = agesOf(area)
    if (!ages) throw notFound()
    return asFile(c, agesCsv(area, ages), 'text/csv', `${area.slug}-leeftijd.csv`)
  })
  app.get('/wijk/:slug/leeftijd.svg', async (c) => {
    const area = await areaFor(parts, c)
    const ages = agesOf(area)
    if (!ages) throw notFound()
    return asFile(c, standalone(raw(String(<AgesPicture ages={ages} area={area} />))), 'image/svg+xml', `${area.slug}-leeftijd.svg`)
  })
  app.get('/wijk/:slug/sociale-index.csv', async (c) => {
    const { social, slug } = await areaFor(parts, c)
    if (!social) throw notFound()
    return asFile(c, linesOf(indexLines(social)), 'text/csv', `${slug}-sociale-index.csv`)
  })
  app.get('/wijk/:slug/sociale-index.svg', async (c) => {
    const { social, slug } = await areaFor(parts, c)
    if (!social) throw notFound()
    return asFile(c, standalone(raw(String(<WheelPicture social={social} />))), 'image/svg+xml', `${slug}-sociale-index.svg`)
  })
  return app
}
