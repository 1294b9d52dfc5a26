import { z } from 'zod'
import type { Reading } from '../../platform/context.ts'
import type { Outline } from './indicatorRecord.ts'
import { shapesOf } from './mapShapes.ts'
import type { Area } from './record.ts'

/** Where areas lie beside each other, in a picture of so wide and high. */
export const shownLocator = z.object({
  width: z.int(), height: z.int(), schematic: z.boolean().describe('drawn for a demonstration: no true boundaries'),
  areas: z.array(z.object({ slug: z.string(), name: z.string(), path: z.string(), at: z.array(z.number()), own: z.boolean() })),
})
export type ShownLocator = z.output<typeof shownLocator>
export type Sketched = { id: string; corners: [number, number][]; schematic: boolean }

/**
 * The outlines of all neighbourhoods, and of what lies in the same one as the area of a page or a part of it, as the sketch of the directory has them: in few corners, because here
 * they only say where something is.
 */
export async function sketchedAreas({ db }: Pick<Reading, 'db'>, slug?: string): Promise<Sketched[]> {
  const ofChosen = db.selectFrom('areaParts as p').innerJoin('areas as c', (join) => join.onRef('c.municipalityId', '=', 'p.municipalityId').onRef('c.id', '=', 'p.areaId')).innerJoin('areas as t', (join) => join.onRef('t.municipalityId', '=', 'p.municipalityId').onRef('t.id', '=', 'p.partId')).where('c.slug', '=', slug ?? '').where('t.parentId', 'is not', null).select((own) => own.ref('t.parentId').$notNull().as('id'))
  const wholes = db.selectFrom('areas as w').where((on) => on.or([on('w.id', 'in', ofChosen), on('w.kind', 'in', ['country', 'province', 'municipality']), on('w.id', 'in', on.selectFrom('areas as me').where('me.slug', '=', slug ?? '').where('me.parentId', 'is not', null).select((own) => own.ref('me.parentId').$notNull().as('id')))])).select('w.id')
  const areas = await db
    .selectFrom('areas as a')
    .where('a.outline', 'is not', null)
    .where((on) => on.or([on('a.parentId', 'is', null), on('a.parentId', 'in', wholes)]))
    .select((on) => ['a.id', 'a.outline', on.not(on.exists(on.selectFrom('areaBoundaries as b').whereRef('b.municipalityId', '=', 'a.municipalityId').whereRef('b.areaId', '=', 'a.id').where('b.schematic', '=', false))).as('schematic')])
    .execute()
  return areas.map(({ id, outline, schematic }) => ({ id, corners: outline as unknown as Sketched['corners'], schematic: Boolean(schematic) }))
}

/** The areas beside each other; a true outline and a drawn one do not fit together, so drawn ones only where none is true. */
export function locatorOf(areas: readonly Area[], sketched: readonly Sketched[], own: readonly Area[] = []): z.input<typeof shownLocator> | null {
  const sketchOf = new Map(sketched.map((it) => [it.id, it]))
  const schematic = areas.every((it) => sketchOf.get(it.id)?.schematic !== false)
  const drawn = areas.flatMap((area) => {
    const it = sketchOf.get(area.id)
    const [first] = it?.corners ?? []
    return it && first && it.schematic === schematic ? [{ area, areaId: area.id, geometry: { type: 'Polygon', coordinates: [[...it.corners, first]] } satisfies Outline }] : []
  })
  const shapes = shapesOf(drawn)
  if (!shapes || drawn.length < 2) return null
  return { width: shapes.width, height: shapes.height, schematic, areas: drawn.map(({ area: { id, slug, name } }) => ({ slug, name, path: shapes.paths.get(id) ?? '', at: shapes.middles.get(id) ?? [0, 0], own: own.some((it) => it.id === id) })) }
}
