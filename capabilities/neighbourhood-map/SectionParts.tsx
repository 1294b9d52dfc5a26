import type { Child } from 'hono/jsx'
import { shortMoment } from '../../platform/dates.ts'
import { say } from '../../platform/texts.ts'
import type { Piece } from './diff.ts'
import { formalNames, sectionAt } from './format.ts'
import type { OneSection } from './record.ts'
import { texts } from './texts.ts'

/** Paragraphs of a text that somebody typed: an empty line starts a new one, other line ends stay. The texts are in Dutch, whatever the language of the page. */
export const Prose = ({ text }: { text: string }) => (
  <div class="stack map-prose" lang="nl">
    {text.split(/\n{2,}/).map((paragraph) => (
      <p>{paragraph}</p>
    ))}
  </div>
)

/** Where something comes from. Names of sources are as they are, whatever the language of the page. */
export const Source = ({ of, children }: { of: string; children?: Child }) => (
  <p class="small soft map-source">
    {say(texts.sourceIs)} <span lang="nl">{of}</span>
    {children ? <>. {children}</> : null}
  </p>
)

/** A difference that can be seen and heard: what went is struck, what came is underlined. */
export const Difference = ({ pieces }: { pieces: readonly Piece[] }) => (
  <p class="map-difference" lang="nl">
    {pieces.map(({ kind, text }) => (kind === 'same' ? text : kind === 'gone' ? <del>{text}</del> : <ins>{text}</ins>))}
  </p>
)

/** Above the form: which section, what is asked, and since when the present text stands. */
export const Before = ({ record: { section, area, edition } }: { record: OneSection }) => {
  const place = sectionAt(section.key)
  return place ? (
    <>
      <p>
        <strong>
          {place.number} {say(place.name)}
        </strong>{' '}
        <span class="soft">{say(texts.ofMap(area, edition))}</span>
      </p>
      <p>{say(place.hint)}</p>
      {formalNames[section.key] ? (
        <p class="small soft" lang="nl">
          {formalNames[section.key]}
        </p>
      ) : null}
      {section.text ? <p class="small soft">{say(texts.standsNow(section.version, section.text.by, shortMoment(section.text.at)))}</p> : null}
    </>
  ) : null
}
