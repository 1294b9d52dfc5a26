import { say } from '../../platform/texts.ts'
import { indicatorTexts } from './indicatorTexts.ts'
import type { ShownLocator } from './locator.ts'
import { MapNames } from './MapPicture.tsx'

const edge = 36

/** Areas beside each other: each is a way to its page, except the one whose page this is. */
export const LocatorMap = ({ map, label }: { map: ShownLocator; label: string }) => (
  <figure class="locator">
    {/* biome-ignore lint/a11y/useSemanticElements: there is no element for a group in a drawing */}
    <svg class={map.height > map.width ? 'map map-tall' : 'map'} viewBox={`${-edge} ${-edge} ${map.width + 2 * edge} ${map.height + 2 * edge}`} role="group" aria-label={label}>
      {map.areas.map((it) =>
        it.own ? (
          <path class="locator-area locator-own" d={it.path} />
        ) : (
          <a href={`/wijk/${it.slug}`} aria-label={it.name}>
            <path class="locator-area" d={it.path} />
          </a>
        ),
      )}
      <MapNames areas={map.areas} size={36} />
    </svg>
    {map.schematic ? <figcaption class="small soft">{say(indicatorTexts.schematic)}</figcaption> : null}
  </figure>
)
