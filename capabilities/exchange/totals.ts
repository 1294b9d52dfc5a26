const mostKept = 500
const kept = new Map<string, { state: string; total: number }>()

/** What is known of how many there are in all: counted once for each question and each state of the directory. */
export const knownTotal = (question: string): { state: string; total: number } | undefined => kept.get(question)

/** Keeps how many there are, with the state that was read before they were counted: so the number is never older than that. */
export function keepTotal(question: string, state: string, total: number): void {
  kept.delete(question)
  kept.set(question, { state, total })
  const [oldest] = kept.keys()
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
}
