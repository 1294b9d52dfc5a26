import type { DemoGroup } from '../capabilities/access/index.ts'
import { cast, employers, type Member, personId, teamNames } from '../db/seeds/demo/cast.ts'

const others = 'Stad, partners en bewoners'

const groupOf = (member: Member): string => {
  const core = member.teams?.find((team) => team.ring === 'core')
  return core ? teamNames[core.team] : others
}

/** The cast by the team they work in, for signing in with one click. Names and functions as in the demonstration's data. */
export const demoGroups: readonly DemoGroup[] = [...new Set(cast.map(groupOf))]
  .toSorted((a, b) => Number(a === others) - Number(b === others))
  .map((name) => ({
    name,
    people: cast
      .filter((member) => groupOf(member) === name)
      .map((member: Member) => ({ id: personId(member.key as never), name: member.name, function: member.function, organization: member.organization ? (employers[member.organization]?.name ?? '') : '' })),
  }))
