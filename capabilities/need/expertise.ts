import { say } from '../../platform/texts.ts'
import type { Supply } from '../directory/index.ts'
import { answers } from '../prevalences/index.ts'
import { presentAreaNeed } from './present.ts'
import type { NeedRecord } from './record.ts'
import type { ShownLine } from './shown.ts'
import { texts } from './texts.ts'
import { countText } from './words.ts'

/** Somebody of the team who works at an organisation that offers something for this. */
export type NearTo = { name: string; function: string | null; organization: string; ring: 'core' | 'shell' }
/** Expertise that the profile of an area asks for: because of a need, or because people ask for something in vain. */
export type AskedExpertise = {
  /** the same for as long as it is about the same */
  key: string
  what: string
  why: string
  /** the figure by which this area has more of this group than the city */
  more: string | null
  /** the need with the sum behind its estimate; null when it is only known that people ask */
  line: ShownLine | null
  team: readonly NearTo[]
  offers: readonly { name: string; href: string; organization: string }[]
}

const offersOf = (supply: readonly Supply[]) => supply.map(({ name, slug, organization }) => ({ name, href: `/sociale-kaart/voorziening/${slug}`, organization }))

/** Which expertise the profile of an area asks for, who in the team is near it, and who offers it. In the language of the moment. */
export function expertiseOf(record: NeedRecord): AskedExpertise[] {
  const { need } = record.area
  const { lines, domains } = presentAreaNeed(record, {})
  const near = (supply: readonly Supply[]): NearTo[] => {
    const offering = new Set(supply.map(({ organizationId }) => organizationId))
    return (record.team?.experts ?? []).filter(({ organizationId }) => offering.has(organizationId)).map(({ name, function: work, organization, ring }) => ({ name, function: work, organization, ring }))
  }
  const byNeed = need.prevalences.flatMap((it): AskedExpertise[] => {
    const line = lines.find(({ id }) => id === it.id)
    const supply = need.supply.filter((service) => answers(service, it))
    return line ? [{ key: `need:${it.id}`, what: line.what, why: line.why ? say(texts.noEstimate(line.why)) : line.told, more: line.more, line, team: near(supply), offers: offersOf(supply) }] : []
  })
  const byAsking = domains.filter(({ slug, searched, told }) => (searched !== null || told !== null) && !lines.some(({ domain }) => domain.slug === slug)).map((it): AskedExpertise => {
    const supply = need.supply.filter((service) => service.domains.includes(it.slug))
    return { key: `asked:${it.slug}`, what: it.name, why: say(texts.askedInVain(countText(it.searched), countText(it.told))), more: null, line: null, team: near(supply), offers: offersOf(supply) }
  })
  return [...byNeed, ...byAsking]
}
