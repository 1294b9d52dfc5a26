import { hash } from 'node:crypto'

/** An answer as it leaves, a mark of what stands in it, and packed once somebody asked for it so. */
export type Answer = { bytes: Buffer<ArrayBuffer>; mark: string; small?: Buffer<ArrayBuffer> }
/** What was made, and the state that was read before it. */
export type Made = { text: string; state: string | null }

/** Answers that stay in memory: at most so many bytes of them, and none that is larger than a sixteenth of that. */
export const mostBytes = 32 * 1024 * 1024

/** An answer of this text. */
export const answerOf = (text: string): Answer => {
  const bytes = Buffer.from(text)
  return { bytes, mark: `W/"${hash('sha256', bytes, 'base64url').slice(0, 27)}"` }
}

/**
 * Keeps answers to questions for as long as the directory is in the same state on the same day, because then they are the same for every visitor. Only what
 * everybody gets may be kept here. The state is read before an answer is made, so that none is older than the state it is kept with; who asks the same in the same
 * state while it is made waits for the one.
 */
export function keeper(most = mostBytes) {
  const kept = new Map<string, { state: string; answer: Answer }>()
  const making = new Map<string, Promise<Answer>>()
  let size = 0
  let newest: string | undefined
  const roomOf = (question: string, { bytes }: Answer): number => Math.ceil(bytes.length * 1.4) + question.length * 2 // with what it takes packed
  const drop = (question: string): void => {
    const known = kept.get(question)
    if (known && kept.delete(question)) size -= roomOf(question, known.answer)
  }
  const keep = (question: string, state: string, answer: Answer): void => {
    drop(question)
    if (answer.bytes.length > most / 16) return
    kept.set(question, { state, answer })
    newest = question
    size += roomOf(question, answer)
    for (const oldest of kept.keys()) {
      if (size <= most) break
      drop(oldest)
    }
  }
  return {
    /** What was kept of this question in this state. */
    known: (question: string, state: string | null): Answer | undefined => {
      const it = kept.get(question)
      if (!it || it.state !== state) return undefined
      if (question !== newest) {
        kept.delete(question) // and at the end again: the first is the one that nobody asked for longest
        kept.set(question, it)
        newest = question
      }
      return it.answer
    },
    /** Was this asked before, in whichever state? */
    asked: (question: string): boolean => kept.has(question),
    /** Makes an answer and keeps it with the state that was read before it. `state` is that state where it is known already; who asks the same in the same state waits for the one that is made. */
    made: async (question: string, state: string | null, make: () => Promise<Made>): Promise<Answer> => {
      const key = `${state} ${question}`
      const known = state === null ? undefined : making.get(key)
      if (known) return known
      const one = make().then(({ text, state: before }) => {
        const answer = answerOf(text)
        if (before !== null) keep(question, before, answer)
        return answer
      })
      making.set(key, one)
      try {
        return await one
      } finally {
        making.delete(key)
      }
    },
  }
}
