import type { Reading } from '../../platform/context.ts'
import { shapesOf } from '../neighbourhoods/index.ts'

/** A place in a sketch, in thousandths from the left and from the top. */
export type Spot = { across: number; down: number }
/** The ground of a sketch: the outline of the area when it is known, and squares either way. */
export type Ground = { width: number; height: number; outline: string | null }

const letters = ['A', 'B', 'C', 'D', 'E', 'F'] as const
/** Rows and columns of squares. */
export const squares = letters.length

/** Every square by its name, row by row. */
export const squareNames: readonly string[] = letters.flatMap((_, row) => letters.map((letter) => `${letter}${row + 1}`))

/** The square that a spot lies in: a letter from the left, a number from the top. */
export const squareOf = ({ across, down }: Spot): string => {
  const part = (of: number): number => Math.min(squares - 1, Math.floor((of * squares) / 1000))
  return `${letters[part(across)]}${part(down) + 1}`
}

/** The middle of a square; undefined for a name that is none. */
export function middleOf(square: string): Spot | undefined {
  const place = squareNames.indexOf(square)
  if (place < 0) return undefined
  const middle = (of: number): number => Math.round(((of + 0.5) * 1000) / squares)
  return { across: middle(place % squares), down: middle(Math.floor(place / squares)) }
}

const plain: Ground = { width: 640, height: 640, outline: null }

/** What a sketch of an area is drawn on: its newest outline, or squares alone. */
export async function groundOf({ db }: Pick<Reading, 'db'>, areaId: string): Promise<Ground> {
  const row = await db.selectFrom('areaBoundaries').where('areaId', '=', areaId).orderBy('schematic').orderBy('fromYear', 'desc').select('geometry').executeTakeFirst()
  const shapes = row && shapesOf([{ areaId, geometry: row.geometry as Parameters<typeof shapesOf>[0][number]['geometry'] }])
  // A long narrow area would leave no room to point at.
  if (!shapes || shapes.height < 200 || shapes.height > 1600) return plain
  return { width: shapes.width, height: shapes.height, outline: shapes.paths.get(areaId) ?? null }
}
