import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import { act } from '../../platform/act.ts'
import type { Context, Reading } from '../../platform/context.ts'
import { conflict, invalid, notFound } from '../../platform/refusal.ts'
import { say } from '../../platform/texts.ts'
import { line } from '../../platform/validation.ts'
import { findKept, type Kept, keepsDirectory, mayKeep, setKept, withHistory } from './keeping.ts'
import { partTexts as texts } from './partTexts.ts'

const nowhere = 'geen'

/** "52.1842, 5.3970" as a point in the Netherlands; undefined when it is none. */
export function pointIn(typed: string): { latitude: number; longitude: number } | undefined {
  const found = /^(\d{2}[.,]\d{1,12})\s*[,;\s]\s*(\d[.,]\d{1,12})$/.exec(typed.trim())
  const [latitude, longitude] = [found?.[1], found?.[2]].map((it) => Number(it?.replace(',', '.')))
  const inside = latitude !== undefined && longitude !== undefined && latitude > 50.5 && latitude < 53.8 && longitude > 3.2 && longitude < 7.3
  return inside ? { latitude, longitude } : undefined
}

const placeInput = z.strictObject({
  name: line(120), masked: z.boolean(), street: line(120).optional(), postalCode: z.string().trim().toUpperCase().regex(/^[1-9]\d{3} ?[A-Z]{2}$/, { error: () => say(texts.postalCodeWrong) }).transform((it) => it.replace(/^(\d{4}) ?/, '$1 ')).optional(), city: line(80).optional(),
  areaId: z.string().max(60), transportation: line(300).optional(),
  point: z.string().trim().max(60).refine((it) => pointIn(it) !== undefined, { error: () => say(texts.pointWrong) }).optional(),
})
type PlaceInput = z.output<typeof placeInput>
const form = {
  name: { as: 'text', label: texts.placeName, hint: texts.placeNameHint },
  masked: { as: 'tick', label: texts.masked, hint: texts.maskedHint },
  street: { as: 'text', label: texts.street, optional: true },
  postalCode: { as: 'text', label: texts.postalCode, longest: 7, optional: true },
  city: { as: 'text', label: texts.city, optional: true },
  areaId: { as: 'pick', label: texts.area },
  transportation: { as: 'area', label: texts.transportation, hint: texts.transportationHint, rows: 2, longest: 300, optional: true },
  point: { as: 'text', label: texts.point, hint: texts.pointHint, optional: true },
} as const
const choices = async ({ db }: Pick<Context, 'db'>) => ({ areaId: [{ value: nowhere, label: say(texts.noArea) }, ...(await db.selectFrom('areas').where('composed', '=', false).orderBy('name').select(['id', 'name']).execute()).map((it) => ({ value: it.id, label: it.name }))] })

/** Places of an organisation, or where a service is held; the street of a hidden one only as far as the database gives it. */
export const placesOf = ({ db }: Pick<Reading, 'db'>, it: Pick<Kept, 'entity' | 'id'>) =>
  db
    .selectFrom('locations as l')
    .leftJoin('addresses as d', (join) => join.onRef('d.municipalityId', '=', 'l.municipalityId').onRef('d.locationId', '=', 'l.id').on('d.addressType', '=', 'physical'))
    .where((at) => (it.entity === 'organization' ? at('l.organizationId', '=', it.id) : at('l.id', 'in', db.selectFrom('serviceAtLocations').where('serviceId', '=', it.id).select('locationId'))))
    .orderBy('l.name')
    .orderBy('l.id')
    .orderBy('d.id')
    .select(['l.id', 'l.name', 'l.masked', 'l.areaId', 'l.transportation', 'l.latitude', 'l.longitude', 'd.id as addressId', 'd.address1 as street', 'd.postalCode', 'd.city'])
    .select(sql<boolean>`exists (select from service_at_locations x where x.municipality_id = l.municipality_id and x.location_id = l.id)`.as('used'))
    .execute()

const findOrganization = (reading: Reading, { slug }: { slug: string }) => findKept(reading, { kind: 'organisatie', slug })
async function findPlace(reading: Reading, params: { slug: string; locationId: string }) {
  const it = await findOrganization(reading, params)
  const place = (await placesOf(reading, it)).find(({ id }) => id === params.locationId)
  if (!place) throw notFound()
  return { ...it, place }
}
type WithPlace = Awaited<ReturnType<typeof findPlace>>

function check(it: PlaceInput): void {
  const at = (name: string, code: string, detail: { nl: string; en: string }) => ({ in: 'body' as const, at: name, code, detail })
  const address = [it.street, it.postalCode, it.city].filter(Boolean).length
  const wrong = [
    ...(address === 0 || address === 3 ? [] : [at(it.street ? (it.postalCode ? 'city' : 'postalCode') : 'street', 'whole-address', texts.wholeAddress)]),
    ...(it.masked ? (['areaId', 'transportation', 'point'] as const).filter((name) => it[name] !== undefined && it[name] !== nowhere).map((name) => at(name, 'masked-is-nowhere', texts.maskedIsNowhere)) : []),
  ]
  if (wrong.length > 0) throw invalid(wrong)
}

const columns = (it: PlaceInput) => ({ name: it.name, masked: it.masked, areaId: it.areaId === nowhere ? null : it.areaId, transportation: it.transportation ?? null, ...((it.point && pointIn(it.point)) || { latitude: null, longitude: null }) })

/** Sets the address that the form shows. What else a source told of it, and of other addresses, stays. */
async function putAddress(ctx: Context, municipalityId: string, locationId: string, { street, postalCode, city }: PlaceInput, addressId: string | null = null): Promise<void> {
  const told = street && postalCode && city ? { address1: street, postalCode, city } : undefined
  if (addressId && told) await ctx.db.updateTable('addresses').set(told).where('id', '=', addressId).execute()
  else if (addressId) await ctx.db.deleteFrom('addresses').where('id', '=', addressId).execute()
  else if (told) await ctx.db.insertInto('addresses').values({ municipalityId, id: randomUUID(), locationId, ...told }).execute()
}

const answer = { output: z.object({ slug: z.string() }), present: (_ctx: unknown, _done: unknown, it: Kept) => ({ slug: it.slug }), version: (it: Kept) => it.version }
const toParts = { next: ({ slug }: { slug: string }) => `/sociale-kaart/organisatie/${slug}/onderdelen` }
const onPlace = { ...answer, ...toParts, find: findPlace, may: keepsDirectory, about: (it: WithPlace) => [it.id] }

/** The information manager adds a place of an organisation. */
export const placeAdded = act({
  ...answer,
  ...toParts,
  name: 'directory.add-place',
  at: '/directory/organizations/:slug/locations',
  page: '/sociale-kaart/organisatie/:slug/plek-toevoegen',
  title: texts.placeAdd,
  audit: 'C',
  input: placeInput,
  form,
  choices,
  find: findOrganization,
  may: keepsDirectory,
  about: (it) => [it.id],
  prefill: () => ({ areaId: nowhere }),
  run: async (ctx, it, input) => {
    check(input)
    const { municipalityId } = ctx.actor
    const id = randomUUID()
    await withHistory(ctx, it, { act: 'changed' }, async () => {
      await setKept(ctx, it, {})
      await ctx.db.insertInto('locations').values({ municipalityId, id, organizationId: it.id, ...columns(input) }).execute()
      await putAddress(ctx, municipalityId, id, input)
    })
  },
  done: texts.placeKept,
})

/** The information manager changes a place, or makes it secret. */
export const placeChanged = act({
  ...onPlace,
  name: 'directory.change-place',
  at: '/directory/organizations/:slug/locations/:locationId',
  page: '/sociale-kaart/organisatie/:slug/plek/:locationId/wijzigen',
  title: texts.placeChange,
  input: placeInput,
  form,
  choices,
  prefill: ({ place }) => ({ ...place, areaId: place.areaId ?? nowhere, point: place.latitude === null ? undefined : `${place.latitude}, ${place.longitude}` }),
  run: (ctx, it, input) => {
    check(input)
    return withHistory(ctx, it, { act: 'changed' }, async () => {
      await setKept(ctx, it, {})
      await ctx.db.updateTable('locations').set(columns(input)).where('id', '=', it.place.id).execute()
      await putAddress(ctx, ctx.actor.municipalityId, it.place.id, input, it.place.addressId)
    })
  },
  done: texts.placeKept,
})

/** The information manager takes a place away where nothing is held any more. */
export const placeRemoved = act({
  ...onPlace,
  name: 'directory.remove-place',
  at: '/directory/organizations/:slug/locations/:locationId/removal',
  page: '/sociale-kaart/organisatie/:slug/plek/:locationId/weghalen',
  title: texts.placeRemove,
  destructive: true,
  audit: 'D',
  input: z.strictObject({}),
  form: {},
  hindrance: ({ place }) => (place.used ? conflict('place.in-use', texts.placeInUse) : undefined),
  intro: ({ place }) => <p>{say(texts.placeRemoveIntro(place.name ?? ''))}</p>,
  run: (ctx, it) =>
    withHistory(ctx, it, { act: 'changed' }, async () => {
      await setKept(ctx, it, {})
      await ctx.db.deleteFrom('locations').where('id', '=', it.place.id).execute()
    }),
  done: texts.placeRemoved,
})

/** Who keeps a service says at which places it is held. */
export const serviceHeld = act({
  ...answer,
  name: 'directory.choose-places',
  at: '/directory/services/:slug/locations',
  page: '/sociale-kaart/voorziening/:slug/waar',
  title: texts.heldTitle,
  input: z.strictObject({ places: z.array(z.string().max(60)).max(40) }),
  form: { places: { as: 'picks', label: texts.held, hint: texts.heldHint } },
  find: async (reading, { slug }) => {
    const it = await findKept(reading, { kind: 'voorziening', slug })
    return { ...it, held: (await placesOf(reading, it)).map(({ id }) => id) }
  },
  may: mayKeep,
  about: (it) => [it.id],
  choices: async ({ db }) => {
    const rows = await db
      .selectFrom('locations as l')
      .leftJoin('organizations as o', (join) => join.onRef('o.municipalityId', '=', 'l.municipalityId').onRef('o.id', '=', 'l.organizationId'))
      .where('l.locationType', '=', 'physical')
      .orderBy('l.name')
      .select(['l.id', 'l.name', 'l.masked', 'o.name as organization'])
      .execute()
    return { places: rows.map((it) => ({ value: it.id, label: it.masked ? say(texts.secretOf(it.organization ?? '')) : [it.name, it.organization === it.name ? null : it.organization].filter(Boolean).join(', ') })) }
  },
  prefill: ({ held }) => ({ places: held }),
  run: (ctx, it, { places }) =>
    withHistory(ctx, it, { act: 'changed' }, async () => {
      await setKept(ctx, it, {})
      const [gone, added] = [it.held.filter((id) => !places.includes(id)), places.filter((id) => !it.held.includes(id))]
      if (gone.length > 0) await ctx.db.deleteFrom('serviceAtLocations').where('serviceId', '=', it.id).where('locationId', 'in', gone).execute()
      if (added.length > 0) await ctx.db.insertInto('serviceAtLocations').values(added.map((locationId) => ({ municipalityId: ctx.actor.municipalityId, id: randomUUID(), serviceId: it.id, locationId }))).execute()
    }),
  next: ({ slug }) => `/sociale-kaart/voorziening/${slug}/onderdelen`,
  done: texts.heldDone,
})
