/** A piece of text that stayed, went or came. */
export type Piece = { kind: 'same' | 'gone' | 'new'; text: string }

const wordsIn = (text: string): string[] => text.match(/\s+|[^\s]+/g) ?? []
/** Above this many pairs of words the comparison is told by paragraph, so that no long text can hold the server up. */
const mostPairs = 9_000_000

function joined(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = []
  for (const { kind, text } of pieces) {
    const last = out.at(-1)
    if (last?.kind === kind) last.text += text
    else out.push({ kind, text })
  }
  return out
}

/** Length of the longest common row of words, from every pair of places to the end. */
function lengths(a: readonly string[], b: readonly string[]): Uint32Array {
  const width = b.length + 1
  const table = new Uint32Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      table[i * width + j] = a[i] === b[j] ? (table[(i + 1) * width + j + 1] ?? 0) + 1 : Math.max(table[(i + 1) * width + j] ?? 0, table[i * width + j + 1] ?? 0)
    }
  }
  return table
}

function compared(a: readonly string[], b: readonly string[]): Piece[] {
  const table = lengths(a, b)
  const width = b.length + 1
  const pieces: Piece[] = []
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      pieces.push({ kind: 'same', text: a[i++] ?? '' })
      j++
    } else if (j >= b.length || (i < a.length && (table[(i + 1) * width + j] ?? 0) >= (table[i * width + j + 1] ?? 0))) pieces.push({ kind: 'gone', text: a[i++] ?? '' })
    else pieces.push({ kind: 'new', text: b[j++] ?? '' })
  }
  return pieces
}

/** What changed between two texts, word by word. The pieces that stayed and went are the old text; those that stayed and came the new. */
export function difference(before: string, after: string): Piece[] {
  const [a, b] = [wordsIn(before), wordsIn(after)]
  if (a.length * b.length <= mostPairs) return joined(compared(a, b))
  const lines = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? []
  const [c, d] = [lines(before), lines(after)]
  return joined(c.length * d.length <= mostPairs ? compared(c, d) : [{ kind: 'gone', text: before }, { kind: 'new', text: after }])
}
