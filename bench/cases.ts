import { chances } from './random.ts'

export type Case = { id: string; number: string; /** 0 is the team of who looks; others are teams that person knows nothing of */ team: number; elsewhere: boolean; state: string; urgency: string; nextIn: number; questionKind: string; involved: boolean }

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const states = ['signal', 'deepening', 'action', 'progress'] as const
const kinds = ['help-at-home', 'company', 'money', 'health', 'safety', 'housing', 'raising-children', 'care-for-another', 'taking-part', 'nuisance', 'unclear'] as const

/** How many teams there are beside the one that is looked at. */
export const otherTeams = 20

/** A number as cases and signals have one. */
export function numberOf(place: number): string {
  let [rest, text] = [place, '']
  for (let digit = 0; digit < 10; digit++) {
    text = `${letters[rest % 32]}${text}`
    rest = Math.floor(rest / 32)
  }
  return `${text.slice(0, 4)}-${text.slice(4, 8)}-${text.slice(8)}`
}

/** Case number `place`: the first two hundred and every fiftieth after them belong to the team that is looked at. */
export function caseAt(seed: number, place: number): Case {
  const it = chances(seed, place)
  const ours = place < 200 || place % 50 === 0
  const closed = it.whole(10) < (place < 200 ? 3 : 7)
  return {
    id: it.uuid(), number: numberOf(place), team: ours ? 0 : 1 + it.whole(otherTeams), elsewhere: !ours && it.whole(10) === 0, state: closed ? 'closed' : it.pick(states), urgency: it.whole(8) === 0 ? 'soon' : 'normal',
    nextIn: it.whole(60) - 10, questionKind: it.pick(kinds), involved: place < 200 && place % 8 === 0,
  }
}
