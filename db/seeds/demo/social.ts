import type pg from 'pg'
import { areaId, type CastKey, municipalityId, personId } from './cast.ts'
import { idOf } from './ids.ts'
import type { World } from './index.ts'
import { insertAll } from './insert.ts'

const own = { municipality_id: municipalityId }

/** Codes of the rounds of the demonstration, by area. */
export const roundCodes = { randenbroek: 'randenbroek2', schuilenburg: 'schuilenburg', kruiskamp: 'kruiskamp234', 'schothorst-zuid': 'schothorst23' } as const
type Asked = keyof typeof roundCodes

/** Marks of one who answered: the four statements, then what they can do, where they live, taking part. */
type Marks = readonly [know: number, pleasant: number, sociable: number, home: number, capacities: number | null, environment: number | null, takingPart: number | null]

const rounds: readonly { area: Asked; kind: 'open' | 'handed-out'; by: CastKey; name: string; from: number; until: number; answers: readonly Marks[] }[] = [
  {
    area: 'randenbroek', kind: 'open', by: 'hassan', name: 'bewonersavonden in het buurthuis', from: -54, until: -20,
    answers: [
      [6, 6, 5, 6, 7, 6, 6], [7, 5, 4, 5, 6, 5, 5], [4, 7, 6, 7, 8, 7, 6], [8, 4, 3, 5, 5, 4, null], [5, 6, 6, 6, 7, 6, 7], [6, 6, 5, 7, null, 7, 6], [3, 8, 7, 8, 8, 8, 8], [9, 3, 3, 4, 4, 5, 4],
      [5, 7, 6, 6, 7, 6, 6], [6, 5, 5, 5, 6, 6, 5], [4, 7, 7, 7, 7, 7, 7], [7, 5, 4, 6, 6, 5, 5], [5, 6, 5, 6, null, null, null], [6, 6, 6, 7, 8, 7, 7], [8, 4, 4, 4, 5, 3, 4], [5, 7, 6, 7, 7, 8, 6],
      [4, 6, 6, 8, 6, 7, 7], [6, 5, 5, 6, 7, 6, 6], [7, 6, 4, 5, 6, 5, 6],
    ],
  },
  // Enough for who works there, too few for everybody.
  { area: 'schuilenburg', kind: 'handed-out', by: 'hassan', name: 'briefjes in de flats', from: -40, until: -12, answers: [[8, 5, 4, 5, 6, 6, 5], [7, 5, 5, 6, 5, 6, 4], [6, 6, 5, 5, 7, 7, 6], [9, 4, 3, 4, 5, 5, 5], [7, 6, 5, 6, 6, 4, null], [5, 6, 6, 7, 7, 6, 6], [8, 4, 4, 5, 4, 6, 5]] },
  { area: 'kruiskamp', kind: 'open', by: 'youssef', name: 'buurtfeest en daarna', from: -6, until: 22, answers: [[5, 7, 6, 7, 7, 6, 6], [6, 6, 6, 6, 7, 7, 5], [4, 8, 7, 7, 8, 7, 7], [7, 5, 5, 6, 6, 5, 6], [5, 6, 7, 7, 7, 6, 7], [6, 7, 5, 6, 5, 6, 6]] },
  { area: 'schothorst-zuid', kind: 'handed-out', by: 'tom', name: 'brief aan alle adressen', from: -3, until: 30, answers: [[3, 7, 7, 8, 8, 8, 7], [4, 7, 6, 7, 7, 8, 7]] },
]

const parts = {
  capacities: { weight: 1, figures: [{ indicator: 'income', worst: 15000, best: 45000 }] },
  'living-environment': { weight: 1, figures: [] },
  'taking-part': { weight: 1, figures: [{ indicator: 'unemployment', worst: 15, best: 0 }] },
  'social-bond': { weight: 1, figures: [] },
}

/** Questions to residents: a round that is over, one with too few answers, one that runs, and one that is handed out on paper. */
export async function seedSocial(client: pg.ClientBase, { day, now }: World): Promise<void> {
  await insertAll(client, 'social_formulas', [{ ...own, version: 1, statements: [1, 1, 1, 1], imported: 'social-quality', parts, by_id: personId('anke'), at: now.toISOString() }])
  await insertAll(client, 'social_rounds', rounds.map(({ area, kind, by, name, from, until }) => ({ ...own, id: idOf('social round', area), area_id: areaId(area), name, kind, code: roundCodes[area], opens_on: day(from), closes_on: day(until), opened_by: personId(by) })))
  await insertAll(client, 'cubes.social_answers', rounds.flatMap(({ area, answers }) => answers.map((marks, place) => ({ ...own, id: idOf('social answer', `${area} ${place}`), round_id: idOf('social round', area), statements: marks.slice(0, 4), parts: marks.slice(4) }))))
}
