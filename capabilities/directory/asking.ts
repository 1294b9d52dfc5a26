import { z } from 'zod'

const many = <T extends string>(words: readonly [T, ...T[]]) => z.preprocess((it) => (it === undefined ? [] : [it].flat()), z.array(z.enum(words)).max(words.length))
const slugs = z.preprocess((it) => (it === undefined ? [] : [it].flat()), z.array(z.string().regex(/^[a-z0-9-]{1,60}$/)).max(20))

/** Words for the marks in the index: what stands in an address, and the mark it asks for. */
export const marks = {
  soort: { hulp: 'kind:service', activiteit: 'kind:activity', project: 'kind:project', wonen: 'kind:housing', regeling: 'kind:scheme', organisatie: 'kind:organization', samenwerking: 'kind:network', programma: 'kind:program' },
  wanneer: { werkdagen: 'when:weekdays', avond: 'when:evening', weekend: 'when:weekend' },
  kosten: { gratis: 'cost:free', 'minder-dan-5': 'cost:below-5' },
  handig: {
    rolstoel: 'handy:wheelchair', ophalen: 'handy:pickup', meelopen: 'handy:companion', gastheer: 'handy:host', 'zonder-aanmelden': 'handy:no-registration', 'zonder-verwijzing': 'handy:no-referral', 'zonder-indicatie': 'handy:no-indication',
  },
} as const
type Keys<T> = [keyof T & string, ...(keyof T & string)[]]
const keysOf = <T extends object>(words: T) => Object.keys(words) as Keys<T>

/** What can stand in the address of a search, in the words people read there. */
export const question = z.strictObject({
  q: z.string().max(200).optional(),
  /** slug of an area */
  wijk: z.string().regex(/^[a-z0-9-]{1,60}$/).optional(),
  /** four digits, with or without the letters behind them, which are not looked at */
  postcode: z.string().trim().max(12).optional(),
  soort: many(keysOf(marks.soort)),
  wanneer: many(keysOf(marks.wanneer)),
  kosten: many(keysOf(marks.kosten)),
  handig: many(keysOf(marks.handig)),
  veld: slugs,
  voor: slugs,
  over: slugs,
  taal: slugs,
  open: z.enum(['nu']).optional(),
  volgorde: z.enum(['past', 'dichtbij', 'gecontroleerd']).optional(),
  pagina: z.coerce.number().int().min(1).max(500).optional(),
})
export type Question = z.output<typeof question>

/** One group of filters as the index knows it. `every` asks for all that is ticked, otherwise one of them is enough. */
export type Group = { name: string; prefix: string; chosen: readonly string[]; every: boolean }

const marked = <T extends Record<string, string>>(words: T, chosen: readonly (keyof T)[]): string[] => chosen.map((it) => words[it] as string)

/** The filters of a question, as marks. */
export const groupsOf = (it: Question): Group[] => [
  { name: 'soort', prefix: 'kind', chosen: marked(marks.soort, it.soort), every: false },
  { name: 'wanneer', prefix: 'when', chosen: marked(marks.wanneer, it.wanneer), every: false },
  { name: 'kosten', prefix: 'cost', chosen: marked(marks.kosten, it.kosten), every: false },
  { name: 'handig', prefix: 'handy', chosen: marked(marks.handig, it.handig), every: true },
  { name: 'veld', prefix: 'field', chosen: it.veld.map((slug) => `field:${slug}`), every: false },
  { name: 'voor', prefix: 'target-group', chosen: it.voor.map((slug) => `target-group:${slug}`), every: false },
  { name: 'over', prefix: 'life-domain', chosen: it.over.map((slug) => `life-domain:${slug}`), every: false },
  { name: 'taal', prefix: 'language', chosen: it.taal.map((slug) => `language:${slug}`), every: false },
]

/** The four digits of a postcode; null when nothing was typed, undefined when it is none. */
export function postcodeOf(typed: string | undefined): string | null | undefined {
  if (!typed) return null
  return /^\s*([1-9]\d{3})\s*([A-Za-z]{2})?\s*$/.exec(typed)?.[1]
}

/** The address of this question with some parts changed; page one unless told. */
export function addressOf(path: string, it: Question, change: Partial<Question> = {}): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...it, pagina: undefined, ...change })) {
    for (const one of [value].flat()) if (one !== undefined && one !== '') params.append(name, String(one))
  }
  const query = params.toString()
  return query ? `${path}?${query}` : path
}
