/** Pictograms of the doors: the filled disc is you, rings are others, the orange line is the connection. */
export type PictogramName = 'together' | 'giving' | 'worried' | 'surrounded'

const shapes = {
  together: (
    <>
      <path class="pictogram-cord" d="M10 28C10 8 46 8 46 28" />
      <circle class="pictogram-you" cx="10" cy="30" r="8" />
      <circle class="pictogram-other" cx="46" cy="30" r="6.6" />
    </>
  ),
  giving: (
    <>
      <path class="pictogram-cord" d="M10 30C14 12 28 8 42 9M10 30c8-8 20-9 32 1" />
      <circle class="pictogram-you" cx="10" cy="31" r="8" />
      <circle class="pictogram-other" cx="46" cy="9" r="5.4" />
      <circle class="pictogram-other" cx="46" cy="33" r="5.4" />
    </>
  ),
  worried: (
    <>
      <path class="pictogram-cord pictogram-cord-dashed" d="M13 24C17 8 32 5 42 12" />
      <circle class="pictogram-other" cx="11" cy="33" r="6.6" />
      <circle class="pictogram-other" cx="23" cy="33" r="6.6" />
      <circle class="pictogram-you" cx="46" cy="17" r="8" />
    </>
  ),
  surrounded: (
    <>
      <path class="pictogram-cord" d="M10 10l18 13L46 10M28 23v16" />
      <circle class="pictogram-other" cx="9" cy="9" r="5.2" />
      <circle class="pictogram-other" cx="47" cy="9" r="5.2" />
      <circle class="pictogram-other" cx="28" cy="39" r="5.2" />
      <circle class="pictogram-you" cx="28" cy="22" r="9" />
    </>
  ),
}

/** One of the four pictograms, 56 by 46, always beside its words. */
export const Pictogram = ({ name }: { name: PictogramName }) => (
  <svg class="pictogram" viewBox="0 0 56 46" width="56" height="46" aria-hidden="true" focusable="false">
    {shapes[name]}
  </svg>
)

/** A way in: pictogram, large link, one sentence. */
export type Door = { href: string; title: string; text: string; picture: PictogramName }

/** The ways in, as rows and not as a grid of tiles. */
export const Doors = ({ doors, level = 2 }: { doors: readonly Door[]; level?: 2 | 3 }) => {
  const Title = level === 2 ? 'h2' : 'h3'
  return (
    <ul class="doors">
      {doors.map(({ href, title, text, picture }) => (
        <li class="door">
          <Pictogram name={picture} />
          <div>
            <Title class="row-title">
              <a href={href}>{title}</a>
            </Title>
            <p class="soft">{text}</p>
          </div>
        </li>
      ))}
    </ul>
  )
}
