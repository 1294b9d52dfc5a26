import { Hono } from 'hono'
import { z } from 'zod'
import { publicView } from '../../platform/act.ts'
import { localPath } from '../../platform/address.ts'
import type { Settings } from '../../platform/server-settings.ts'
import { say } from '../../platform/texts.ts'
import { chosenArea } from '../../platform/visit.ts'
import { Button } from '../../ui/buttons.tsx'
import { ChoiceInput } from '../../ui/form.tsx'
import { PageHead } from '../../ui/page.tsx'
import { areaCookie, type Choosable, choosableAreas } from './areas.ts'
import { texts } from './texts.ts'

const year = 31_536_000

/** The entry of the list for what was chosen: a part of a neighbourhood stands under its neighbourhood. */
const listed = (areas: readonly Choosable[], chosen: string | undefined): string => {
  const area = areas.find(({ slug }) => slug === chosen)
  return area?.parent ?? area?.slug ?? ''
}

/** Where somebody was, for the area they chose: an address that names an area, or a search, names the new one. */
function backWith(back: string, chosen: string): string {
  const { pathname, searchParams } = new URL(back, 'http://here')
  if (pathname === '/zoeken' || searchParams.has('wijk')) {
    if (chosen) searchParams.set('wijk', chosen)
    else searchParams.delete('wijk')
    searchParams.delete('pagina')
  }
  const query = searchParams.toString()
  return query ? `${pathname}?${query}` : pathname
}

/** Where a visitor says which neighbourhood they look at. */
export const areaChoiceViewed = publicView({
  name: 'home.choose-area',
  at: '/areas',
  path: '/wijk-kiezen',
  title: texts.chooseTitle,
  query: z.strictObject({ terug: z.string().max(500).optional() }),
  output: z.object({ city: z.string(), areas: z.array(z.object({ slug: z.string(), name: z.string(), parent: z.string().nullable() })) }),
  find: async (reading) => {
    const [areas, city] = await Promise.all([choosableAreas(reading), reading.db.selectFrom('areas').where('kind', '=', 'municipality').select('name').executeTakeFirst()])
    return { areas, city: city?.name ?? '' }
  },
  may: () => true,
  about: () => [],
  present: (_ctx, found) => found,
  page: ({ city, areas }, { query }) => (
    <div class="act-page">
      <PageHead title={say(texts.chooseTitle)} lead={say(texts.chooseLead)} />
      <form class="form" method="post" action="/wijk-kiezen">
        <input type="hidden" name="terug" value={localPath(query.terug)} autocomplete="off" />
        <ChoiceInput
          type="radio"
          id="wijk"
          name="wijk"
          label={say(texts.whichArea)}
          values={[listed(areas, chosenArea()?.slug)]}
          answers={[
            { value: '', label: say(texts.wholeCity(city)) },
            ...areas.filter(({ parent }) => parent === null).map(({ slug, name }) => ({ value: slug, label: name, hint: areas.filter((it) => it.parent === slug).map((it) => it.name).join(', ') })),
          ]}
        />
        <div class="form-acts">
          <Button look="filled">{say(texts.keep)}</Button>
        </div>
      </form>
    </div>
  ),
})

/** Keeps the choice in the visitor's own browser. No act: nothing changes here, and nothing is written down. */
export function areaChoiceRoutes(settings: Settings): Hono {
  const app = new Hono()
  app.post('/wijk-kiezen', async (c) => {
    const form = await c.req.formData()
    const slug = form.get('wijk')
    const back = form.get('terug')
    const chosen = typeof slug === 'string' && /^[a-z0-9-]{1,80}$/.test(slug) ? slug : ''
    c.header('Set-Cookie', `${areaCookie}=${chosen}; Path=/; Max-Age=${chosen ? year : 0}; HttpOnly; SameSite=Lax${settings.secure ? '; Secure' : ''}`, { append: true })
    return c.redirect(backWith(localPath(typeof back === 'string' ? back : undefined) || '/', chosen), 303)
  })
  return app
}
