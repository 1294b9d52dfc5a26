import { say } from '../../platform/texts.ts'
import { type Marked, Sketch } from './Sketch.tsx'
import { squareOf } from './sketch.ts'
import { sketchTexts } from './sketchTexts.ts'
import type { ShownContribution, ShownPublic } from './shown.ts'
import { placeSorts } from './words.ts'

type Place = Pick<ShownContribution, 'kind' | 'about' | 'sort' | 'spot'>

/** The places of a section that were pointed out, numbered; and the names of those that were not. */
export function placesIn(all: readonly Place[]): { drawn: Marked[]; others: string[] } {
  const places = all.filter((it) => it.kind === 'place')
  const drawn = places.flatMap((it) => (it.spot && (it.sort === 'hotspot' || it.sort === 'meeting-place') ? [{ ...it.spot, sort: it.sort, name: it.about ?? '' }] : []))
  return { drawn: drawn.map((it, index) => ({ ...it, number: index + 1 })), others: places.flatMap((it) => (it.spot ? [] : (it.about ?? []))) }
}

/** The sketch of a section with the same as a list; nothing while no place was pointed out. */
export const SketchPart = ({ all, ground, area }: { all: readonly Place[]; ground: ShownPublic['ground']; area: string }) => {
  const { drawn, others } = placesIn(all)
  if (!ground || drawn.length === 0) return null
  return (
    <figure class="map-sketch">
      <Sketch ground={ground} places={drawn} area={area} />
      <figcaption>
        <p class="strong">{say(sketchTexts.title)}</p>
        <ul>
          {drawn.map((it) => (
            <li>
              {String(it.number)}. <span lang="nl">{it.name}</span>, {say(sketchTexts.square(squareOf(it)))}. {say(placeSorts[it.sort])}.
            </li>
          ))}
        </ul>
        {others.length > 0 ? <p class="small soft">{say(sketchTexts.notDrawn(others.join(', ')))}</p> : null}
      </figcaption>
    </figure>
  )
}
