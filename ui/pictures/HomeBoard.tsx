import type { Child } from 'hono/jsx'

/** The words on the board: you, what you are connected with, and up to nine others. */
export type BoardWords = { you: string; found: string; others: readonly string[] }

const across = [42, 140, 238, 336, 434]
const down = [56, 150, 244, 338]
/** Where the nine words stand, as column and row; the cord from `you` to `found` crosses none of them. */
const wordPlaces = ['0 0', '2 0', '4 0', '0 1', '1 1', '3 2', '4 2', '2 3', '4 3']
const you = '0 3'
const found = '3 0'

const Plain = ({ x, y, named }: { x: number; y: number; named: boolean }) => (
  <>
    <circle class={named ? 'board-ring board-ring-named' : 'board-ring'} cx={x} cy={y} r="14" />
    <circle class="board-hole" cx={x} cy={y} r="6.5" />
  </>
)

const Plugged = ({ x, y }: { x: number; y: number }) => (
  <>
    <circle class="board-plug" cx={x} cy={y} r="16.5" />
    <circle class="board-plug-heart" cx={x} cy={y} r="6.5" />
  </>
)

/** The switchboard of home on a wide screen: a picture only, what it says stands beside it in words. */
export const HomeBoard = ({ you: youWord, found: foundWord, others }: BoardWords) => {
  const wordAt = new Map(wordPlaces.map((place, index) => [place, others[index]]))
  return (
    <svg class="board" viewBox="0 0 476 386" aria-hidden="true" focusable="false">
      {down.flatMap((y, row) =>
        across.map((x, column) => {
          const place = `${column} ${row}`
          if (place === you || place === found) return null
          const word = wordAt.get(place)
          return (
            <>
              <Plain x={x} y={y} named={Boolean(word)} />
              {word ? (
                <text class="board-word" x={x} y={y + 34}>
                  {word}
                </text>
              ) : null}
            </>
          )
        }),
      )}
      <path class="board-cord" d="M42 338C42 224 336 274 336 56" />
      <Plugged x={42} y={338} />
      <Plugged x={336} y={56} />
      <text class="board-word board-word-strong" x="42" y="374">
        {youWord}
      </text>
      <text class="board-word board-word-strong" x="336" y="30">
        {foundWord}
      </text>
    </svg>
  )
}

/** The board on a phone: one row of jacks with one arc. */
const BoardRow = () => (
  <svg class="board-row" viewBox="0 0 358 92" aria-hidden="true" focusable="false">
    {[83, 145, 207, 331].map((x) => (
      <Plain x={x} y={70} named />
    ))}
    <path class="board-cord" d="M24 66C40 4 246 4 269 66" />
    <Plugged x={24} y={70} />
    <Plugged x={269} y={70} />
  </svg>
)

/** The dark panel that opens home: the question, what is in `children`, and the board. */
export const Hero = ({ title, words, level = 1, children }: { title: Child; words: BoardWords; level?: 1 | 3; children?: Child }) => {
  const Title = level === 1 ? 'h1' : 'h3'
  return (
    <div class="hero">
      <div class="container hero-inside">
        <div class="hero-words">
          <Title class="hero-title">{title}</Title>
          {children}
        </div>
        <HomeBoard {...words} />
      </div>
      <BoardRow />
    </div>
  )
}
