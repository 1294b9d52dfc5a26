/** What a word of a question stands for, read from how PostgreSQL writes a `tsquery`: one word, all of several, or one of several. */
export type Wanted = string | { how: '&' | '|'; of: readonly Wanted[] }

const token = /\s*(?:'((?:[^']|'')*)'|([&|()]))/y

/**
 * Reads a `tsquery` of words with `&`, `|` and brackets.
 * @returns null for anything else it may hold (phrases, beginnings of words, not): whoever asks leaves that to the database
 */
export function wantedOf(query: string): Wanted | null {
  const tokens: { word?: string; sign?: string }[] = []
  token.lastIndex = 0
  while (token.lastIndex < query.length) {
    const found = token.exec(query)
    if (!found) return null
    tokens.push(found[2] ? { sign: found[2] } : { word: found[1]!.replaceAll("''", "'") })
  }
  let at = 0
  const one = (): Wanted | null => {
    const it = tokens[at++]
    if (it?.word !== undefined) return it.word
    if (it?.sign !== '(') return null
    const inside = some('|')
    return tokens[at++]?.sign === ')' ? inside : null
  }
  // `&` binds closer than `|`.
  const some = (how: '&' | '|'): Wanted | null => {
    const part = () => (how === '|' ? some('&') : one())
    const of = [part()]
    while (tokens[at]?.sign === how) {
      at += 1
      of.push(part())
    }
    const whole = of.filter((it) => it !== null)
    return whole.length < of.length ? null : whole.length === 1 ? whole[0]! : { how, of: whole }
  }
  const read = some('|')
  return at === tokens.length ? read : null
}
