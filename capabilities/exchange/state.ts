import type pg from 'pg'
import { looker } from './looker.ts'

type Heard = (state: string | null) => void

/** So many milliseconds the directory is held still for those who ask, when they ask often. A change waits for it that long at most, and a little longer until it is let go. */
const holdFor = 25
const letGoAfter = 30
/** Asking often is asking again before so many milliseconds are over. */
const often = 50

/**
 * In which state the directory is: a number that every change of anything in it moves, known with the change itself. Whoever asks gets it as it is after asking, never
 * from before; those who ask while another look is under way are answered by the next one together. When looks follow each other within milliseconds the directory is held
 * still for a moment (`ctx.hold_directory`): until then no change can be committed, so that what was seen is what is there. Null when the database does not answer.
 */
export function directoryState(pool: pg.Pool): (heard: Heard) => void {
  let held: { state: string; until: number } | undefined
  let letting: NodeJS.Timeout | undefined
  let [waiting, looking, lastLook, refused]: [Heard[], boolean, number, number] = [[], false, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]
  const { look, letGo } = looker(pool, () => (held = undefined))
  const heldNow = (): string | undefined => (held && performance.now() < held.until ? held.state : undefined)
  const next = (): void => {
    let together = waiting
    waiting = []
    const now = performance.now() // before the question leaves, so that the moment is over here before it is over there
    const hold = now - lastLook < often && now - refused > holdFor
    lastLook = now
    clearTimeout(letting)
    held = undefined
    look(hold, (seen) => {
      if (hold) letting = setTimeout(letGo, letGoAfter).unref()
      if (seen?.held) held = { state: seen.state, until: now + holdFor }
      else if (hold) refused = now
      if (heldNow() !== undefined) [together, waiting] = [[...together, ...waiting], []]
      looking = waiting.length > 0
      if (looking) setImmediate(next)
      for (const heard of together) heard(seen?.state ?? null)
    })
  }
  return (heard) => {
    const state = heldNow()
    if (state !== undefined) return heard(state)
    waiting.push(heard)
    if (looking) return
    looking = true
    setImmediate(next) // so that those who ask at the same moment are answered together
  }
}
