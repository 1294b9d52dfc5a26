import { z } from 'zod'
import { act, notNow } from '../../platform/act.ts'
import type { Reading } from '../../platform/context.ts'
import { stale } from '../../platform/refusal.ts'
import { say } from '../../platform/texts.ts'
import { mistake, sectionHref } from './mapAct.ts'
import { mayReadMaps, mayWriteMap } from './policy.ts'
import { type Ground, groundOf, middleOf, squareNames, squareOf } from './sketch.ts'
import { edges, inset } from './Sketch.tsx'
import { sketchTexts } from './sketchTexts.ts'
import { findContribution } from './withdrawing.tsx'

/** How wide the sketch is where somebody points: always the same, so that a place in it is known without a script. */
const shownWidth = 280
const shownHeight = ({ width, height }: Ground): number => Math.round((shownWidth * (height + edges)) / (width + edges))

async function findPlace(reading: Reading, params: { mapId: string; contributionId: string }) {
  const found = await findContribution(reading, params)
  return { ...found, ground: await groundOf(reading, found.areaId) }
}
type Found = Awaited<ReturnType<typeof findPlace>>

const thousandths = (of: number, whole: number): number => Math.min(1000, Math.max(0, Math.round((of * 1000) / whole)))

/** Where somebody clicked, from what a picture that is a button sends along. Who presses it with a key sends no place. */
function clicked(ground: Ground, query: URLSearchParams) {
  const [x, y] = [Number(query.get('x')), Number(query.get('y'))]
  const drawn = shownWidth / (ground.width + edges)
  return Number.isInteger(x) && Number.isInteger(y) && (x > 0 || y > 0) ? { across: thousandths(x / drawn - inset, ground.width), down: thousandths(y / drawn - inset, ground.height) } : undefined
}

/** Puts a place in the sketch of the area: by clicking in it, or by its square. */
export const placePointed = act({
  name: 'neighbourhood-map.point-place',
  at: '/neighbourhood-maps/:mapId/contributions/:contributionId/point',
  page: '/wijkkaart/:mapId/toevoeging/:contributionId/aanwijzen',
  title: sketchTexts.pointTitle,
  submit: sketchTexts.pointSubmit,
  input: z.strictObject({ square: z.string().min(2).max(2), spot: z.string().regex(/^\d{1,4},\d{1,4}$/).optional().describe('exactly, in thousandths from the left and from the top: 420,615') }),
  form: { square: { as: 'pick', label: sketchTexts.squareLabel, hint: sketchTexts.squareHint }, spot: { as: 'hidden', label: sketchTexts.spotLabel } },
  output: z.object({ mapId: z.uuid(), section: z.string() }),
  find: findPlace,
  may: (actor, it) => mayReadMaps(actor) && (it.one.byId === actor.id || mayWriteMap(actor, it)),
  about: (it) => [it.id],
  hindrance: ({ one }) => (one.kind === 'place' ? undefined : notNow('contribution.no-place', sketchTexts.noPlace)),
  choices: async () => ({ square: squareNames.map((name) => ({ value: name, label: name })) }),
  prefill: ({ one, ground }, query) => {
    const spot = clicked(ground, query) ?? (one.across !== null && one.down !== null ? { across: one.across, down: one.down } : undefined)
    return spot ? { square: squareOf(spot), spot: `${spot.across},${spot.down}` } : {}
  },
  intro: ({ id, one, slug, area, ground }: Found) => (
    <div class="stack">
      <p class="lead">{one.about}</p>
      <p>{say(sketchTexts.pointLead)}</p>
      <form method="get" action={`/wijkkaart/${id}/toevoeging/${one.id}/aanwijzen`}>
        <input class="spot-button" type="image" src={`/wijk/${slug}/schets.svg`} alt={say(sketchTexts.pointHere(area))} width={shownWidth} height={shownHeight(ground)} />
      </form>
    </div>
  ),
  run: async (ctx, { one }, { square, spot: typed }) => {
    const middle = middleOf(square)
    if (!middle) throw mistake('square', 'not-offered', sketchTexts.squareHint)
    const [across = 0, down = 0] = typed ? typed.split(',').map(Number) : [middle.across, middle.down]
    const exact = { across, down }
    // Who chose another square after clicking means the square.
    const spot = across <= 1000 && down <= 1000 && squareOf(exact) === square ? exact : middle
    const { numUpdatedRows } = await ctx.db.updateTable('mapContributions').set(spot).where('id', '=', one.id).where('withdrawnAt', 'is', null).executeTakeFirstOrThrow()
    if (numUpdatedRows !== 1n) throw stale()
  },
  present: (_ctx, _done, { id, one }) => ({ mapId: id, section: one.key }),
  next: ({ mapId, section }) => sectionHref(mapId, section),
  back: '/wijkkaart/:mapId',
  done: sketchTexts.pointDone,
})
