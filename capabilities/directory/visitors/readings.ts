import type { Reading, Understood } from '../search.ts'

const most = 20_000
/** The database reads this many words of a question. */
const mostWords = 12
const plain = /^[\x20-\x7e]*$/

/** The words of a question as `directory.plain` gives them; null for letters that the database alone knows how to read. */
const wordsOf = (asked: string): string[] | null => (plain.test(asked) ? asked.toLowerCase().split(/[^a-z0-9]+/).filter((word) => word !== '') : null)

/** How words of questions were read before, each by itself. What is read is the same as long as the directory is; whoever keeps this sees to that. */
export class Readings {
  readonly #words = new Map<string, Understood | null>()
  readonly #needs: readonly string[]
  /** @param needs  phrases that are read as a whole; a question with one of them is left to the database */
  constructor(needs: readonly string[]) {
    this.#needs = needs
  }

  #plainWords(asked: string): string[] | null {
    const words = wordsOf(asked)
    if (!words || words.length > mostWords) return null
    const padded = ` ${words.join(' ')} `
    return this.#needs.some((need) => padded.includes(` ${need} `)) ? null : words
  }

  /** Keeps how the words of a question were read, as far as the directory itself has them or another form of them: of what else somebody typed, such as a name, nothing is kept. */
  learn(asked: string, { words: read }: Reading): void {
    if (this.#words.size > most) this.#words.clear()
    for (const word of this.#plainWords(asked) ?? []) {
      const how = read.find(({ typed }) => typed === word) ?? null // of a word such as "de" nothing is told: it asks for nothing
      if (!how || how.how === 'known') this.#words.set(word, how)
    }
  }

  /** How a question is read, or null when one of its words was not read before. */
  of(asked: string): Reading | null {
    const words = this.#plainWords(asked)?.map((word) => this.#words.get(word))
    if (!words?.every((word) => word !== undefined)) return null
    const read = words.filter((word) => word !== null)
    const joined = (sign: string) => (read.length > 0 ? read.map(({ query }) => `( ${query} )`).join(` ${sign} `) : null)
    return { words: read, all: joined('&'), any: joined('|') }
  }
}
