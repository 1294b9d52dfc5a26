import { chances } from './random.ts'

export type Service = { id: string; organization: number; slug: string; name: string; summary: string; description: string; forWhom: string; public: boolean }

const stems = ['zorg', 'hulp', 'steun', 'wijk', 'buurt', 'thuis', 'dag', 'taal', 'geld', 'schuld', 'eet', 'kook', 'wandel', 'muziek', 'tuin', 'fiets', 'maatje', 'ouder', 'jeugd', 'mantel', 'rouw', 'slaap', 'werk', 'lees', 'beweeg', 'spel', 'koffie', 'kerk', 'school', 'vrijwillig']
const ends = ['groep', 'punt', 'huis', 'dienst', 'cursus', 'middag', 'lijn', 'kring', 'winkel', 'spreekuur', 'team', 'fonds', 'plek', 'tafel', 'begeleiding', 'besteding', 'advies', 'training']
/** Words that are in every text. */
export const small: readonly string[] = ['voor', 'met', 'bij', 'in', 'en', 'zonder', 'na', 'over', 'door', 'samen']
const groups = ['ouderen', 'gezinnen', 'jongeren', 'mantelzorgers', 'nieuwkomers', 'buurtgenoten', 'alleenstaanden', 'ouders met jonge kinderen']

/** A made-up word as Dutch makes them: two stems, sometimes three, and an end. Some words come often and most seldom. */
function word(it: ReturnType<typeof chances>): string {
  const first = stems[it.zipf(stems.length)]!
  return it.whole(3) === 0 ? first : `${first}${it.whole(4) === 0 ? it.pick(stems) : ''}${ends[it.zipf(ends.length)]!}`
}

const sentence = (it: ReturnType<typeof chances>, words: number): string => {
  const text = Array.from({ length: words }, (_, place) => (place % 3 === 2 ? it.pick(small) : word(it))).join(' ')
  return `${text[0]!.toUpperCase()}${text.slice(1)}.`
}

export const organizationsFor = 100

/** Service number `place` of the made-up directory. */
export function service(seed: number, place: number): Service {
  const it = chances(seed, place)
  const name = `${word(it)} ${it.pick(small)} ${word(it)}`
  return {
    id: it.uuid(), organization: it.whole(organizationsFor), slug: `s-${place}`, name: `${name[0]!.toUpperCase()}${name.slice(1)}`, summary: sentence(it, 9), description: Array.from({ length: 3 }, () => sentence(it, 14)).join(' '),
    forWhom: it.pick(groups), public: it.whole(50) !== 0,
  }
}
