import type { Child } from 'hono/jsx'
import { fullDay } from '../../platform/dates.ts'
import { say } from '../../platform/texts.ts'
import { AroundDutch } from '../../ui/Dutch.tsx'
import { photoTexts } from './photoTexts.ts'
import type { ShownPhoto } from './shown.ts'

/** Photos of a section, each with its text, who made it, and what `below` adds for colleagues. */
export function PhotoList<P extends ShownPhoto>({ photos, below }: { photos: readonly P[]; below?: (it: P) => Child }) {
  return photos.length === 0 ? null : (
    <div class="map-photos">
      {photos.map((it) => (
        <figure class="map-photo">
          <img src={it.src} alt={it.alt} width={it.width} height={it.height} loading="lazy" lang="nl" />
          <figcaption>
            {it.caption ? <p lang="nl">{it.caption}</p> : null}
            <p class="small soft"><AroundDutch said={say(photoTexts.credit(it.madeBy, fullDay(it.madeOn)))} words={it.madeBy} /></p>
            {below?.(it)}
          </figcaption>
        </figure>
      ))}
    </div>
  )
}
