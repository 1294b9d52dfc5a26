import { say } from '../../../platform/texts.ts'
import { type Mapped, MapPicture } from '../MapPicture.tsx'
import { figureText } from '../words.ts'
import type { ShownCountry } from './shown.ts'
import { countryTexts as texts } from './texts.ts'

type Chosen = NonNullable<ShownCountry['chosen']>

/** Municipalities as the map of an indicator has its areas. */
export const mapped = ({ rows }: ShownCountry, chosen: Chosen): Mapped => ({
  ...chosen, city: '', rows: rows.map(({ name, value, own, path }) => ({ name, path, at: null, marked: own, own: { state: value === null ? 'missing' : 'known', value, qualifier: null, doubtful: false } })),
})

/** The whole country in one picture, our own municipality with an edge of its own. In words stand its ends and what is ours: who does not see it reads the rest in the table. */
export const CountryPicture = ({ it, chosen, map }: { it: ShownCountry; chosen: Chosen; map: NonNullable<ShownCountry['map']> }) => {
  const words = (row: { name: string; value: number | null }): string => figureText({ value: row.value, qualifier: null }, { ...chosen, madeOf: [] })
  const sorted = it.rows.filter((row) => row.value !== null).sort((one, other) => (one.value ?? 0) - (other.value ?? 0))
  const named = (row: (typeof sorted)[number] | undefined): string => (row ? `${row.name}, ${words(row)}` : '')
  const own = it.rows.find((row) => row.own)
  return <MapPicture it={mapped(it, chosen)} map={{ ...map, ground: null, schematic: false }} said={say(texts.mapSaid(chosen.name, named(sorted[0]), named(sorted.at(-1)), own ? say(texts.ours(own.name, words(own))) : ''))} />
}
