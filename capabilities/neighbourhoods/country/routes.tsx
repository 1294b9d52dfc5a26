import { type Context as HonoContext, Hono } from 'hono'
import { raw } from 'hono/html'
import { inContext } from '../../../platform/context.ts'
import { csvCell } from '../../../platform/csv.ts'
import { notFound, Refusal } from '../../../platform/refusal.ts'
import { say } from '../../../platform/texts.ts'
import { fieldErrors } from '../../../platform/validation.ts'
import { asFile, type FileParts, standalone } from '../files.ts'
import { CountryPicture } from './CountryPicture.tsx'
import { findCountry } from './record.ts'
import { presentCountry, type ShownCountry, shownCountry } from './shown.ts'
import { countryTexts as texts } from './texts.ts'
import { countryChoices } from './views.tsx'

type Shown = ShownCountry & { chosen: NonNullable<ShownCountry['chosen']> }

/** What everybody may read, as a visitor. @throws Refusal 404 there is no file of the country */
async function shownFor({ pool, settings }: FileParts, c: HonoContext): Promise<Shown> {
  const query = countryChoices.safeParse(Object.fromEntries([...new URL(c.req.url).searchParams].filter(([, value]) => value !== '')))
  if (!query.success) throw new Refusal(400, 'query.invalid', { nl: 'Dit adres klopt niet helemaal.', en: 'This address is not quite right.' }, { errors: fieldErrors(query.error, 'query') })
  const caller = { token: null, municipalityId: settings.municipalityId, now: settings.now(), requestId: c.get('requestId' as never) as string }
  const shown = await inContext(pool, caller, null, null, (reading) => findCountry(reading, query.data), async (_ctx, record) => ({ result: shownCountry.parse(presentCountry(record)), subjects: [] }))
  if (!shown.chosen) throw notFound()
  return { ...shown, chosen: shown.chosen }
}

/** The table for a spreadsheet, with the source on every line. Missing stays empty. */
function csvOf({ chosen, rows }: Shown): string {
  const lines = rows.map((row) => [csvCell(row.code), csvCell(row.name), csvCell(row.value), String(chosen.year), chosen.unit, csvCell(chosen.publisher), csvCell(chosen.edition)].join(';'))
  return `\uFEFF${[Object.values(texts.csvHead).map((text) => say(text)).join(';'), ...lines].join('\r\n')}\r\n`
}

/** The picture and the table of the country as files, with the choices of the page in the address. */
export function countryFileRoutes(parts: FileParts): Hono {
  const app = new Hono()
  app.get('/wijken/land/tabel.csv', async (c) => {
    const it = await shownFor(parts, c)
    return asFile(c, csvOf(it), 'text/csv', `gemeenten-${it.chosen.key}-${it.chosen.year}.csv`)
  })
  app.get('/wijken/land/kaart.svg', async (c) => {
    const it = await shownFor(parts, c)
    if (!it.map) throw notFound()
    return asFile(c, standalone(raw(String(<CountryPicture it={it} chosen={it.chosen} map={it.map} />))), 'image/svg+xml', `gemeenten-${it.chosen.key}-${it.chosen.year}.svg`)
  })
  return app
}
