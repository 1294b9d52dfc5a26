import { longDay, shortDay } from '../../platform/dates.ts'
import { say } from '../../platform/texts.ts'
import type { Happening } from '../../ui/time.tsx'
import type { ShownSignal } from './shown.ts'
import { texts } from './texts.ts'
import { allChannels, outcomes, ways } from './words.ts'

type Dated = { at: string; what: string; note: string }

const lineOf = (it: ShownSignal, one: ShownSignal['history'][number]): Dated => {
  const note = [one.by, one.body].filter(Boolean).join('. ')
  switch (one.kind) {
    case 'taken-up':
      return { at: one.at, what: say(texts.happenedTakenUp(one.to ?? one.by)), note: one.by }
    case 'handed-over':
      return { at: one.at, what: say(texts.happenedHanded(one.toTeam ?? '')), note }
    case 'case':
      return { at: one.at, what: say(texts.happenedCase), note }
    case 'result':
      return { at: one.at, what: it.outcome && it.outcome !== 'case' ? say(outcomes[it.outcome]) : say(texts.happenedResult), note }
    case 'weighed':
      return { at: one.at, what: say(texts.happenedWeighed), note: one.by }
    case 'asked':
      return { at: one.at, what: say(texts.happenedAsked), note }
  }
}

const told = (it: ShownSignal): Dated[] =>
  it.feedback.flatMap((one) => {
    if (one.givenAt && one.how) return [{ at: one.givenAt, what: say(texts.happenedTold), note: [one.by, say(ways[one.how]), one.told].filter(Boolean).join('. ') }]
    return one.waivedAt ? [{ at: one.waivedAt, what: say(texts.happenedWaived), note: [one.by, one.waivedBecause].filter(Boolean).join('. ') }] : []
  })

/** Everything that happened with a signal, newest on top, under what is planned. */
export function happeningsOf(it: ShownSignal, now: Date): Happening[] {
  const past = [...it.history.map((one) => lineOf(it, one)), ...told(it), { at: it.receivedAt, what: say(texts.happenedReceived), note: say(allChannels[it.channel]) }]
  const planned: Happening[] = it.nextOn ? [{ when: shortDay(it.nextOn, now), what: say(texts.planned), note: say(texts.lookBy(it.owner, longDay(it.nextOn, now))), planned: true }] : []
  return [...planned, ...past.sort((a, b) => (a.at < b.at ? 1 : -1)).map(({ at, what, note }) => ({ when: shortDay(new Date(at), now), what, note }))]
}
