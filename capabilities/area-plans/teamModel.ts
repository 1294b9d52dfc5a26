import type { Staff } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'
import { inLocale, type Text } from '../../platform/texts.ts'
import { type AskedExpertise, expertiseOf, findAreaNeed } from '../need/index.ts'
import type { PlanRecord, PlanRow } from './record.ts'
import type { Model, teamTexts } from './teamTexts.ts'

/** More members than this work less well. @source Schakels in de Buurt, section 6.3 (1): optimum of five to ten members, an estimate of its writers */
export const mostMembers = 10

/** An expertise that the area asks for: from its profile, or from a worry of the analysis that rests on no need. */
export type Asked = { key: string; what: Text; of: AskedExpertise | null; /** statements of the analysis that rest on the same */ points: readonly { id: string; statement: string }[] }
export type Standing = keyof typeof teamTexts.states
export type Party = { organization: string; asked: number; offers: number; ring: 'core' | 'shell' | null }

/** Need and supply are known of areas that are no sum of chosen parts. */
async function needFor(ctx: Context<Staff>, slug: string) {
  try {
    return await findAreaNeed({ db: ctx.db, now: ctx.now, forChange: false }, { slug })
  } catch (error) {
    if (error instanceof Refusal && error.status === 404) return undefined
    throw error
  }
}

const tail = (key: string): string => key.slice(key.indexOf(':') + 1)
/** Does a point rest on this need, on its white spot or on its offer? */
const restsOn = (point: PlanRecord['points'][number], key: string): boolean => point.evidence.some((it) => ['need', 'gap', 'supply'].includes(it.kind) && (it.key === key || tail(it.key) === tail(key)))

/** What expertise the area of a plan asks for, with the team as it is now. */
export async function askedOf(ctx: Context<Staff>, plan: Pick<PlanRow, 'slug'> & Pick<PlanRecord, 'points'>) {
  const need = await needFor(ctx, plan.slug)
  const here = need ? expertiseOf(need) : []
  const [nl, en] = (['nl', 'en'] as const).map((locale) => inLocale(locale, () => (need ? expertiseOf(need) : []).map(({ what }) => what)))
  const profile = here.map((of, index): Asked => ({ key: of.key, what: { nl: nl?.[index] ?? of.what, en: en?.[index] ?? of.what }, of, points: plan.points.filter((it) => restsOn(it, of.key)).map(({ id, statement }) => ({ id, statement })) }))
  const used = new Set(profile.flatMap(({ points }) => points.map(({ id }) => id)))
  const judged = plan.points.filter((it) => it.verdict === 'worry' && it.head !== 'present' && !used.has(it.id)).map((it): Asked => ({ key: `point:${it.id}`, what: { nl: it.statement, en: it.statement }, of: null, points: [] }))
  return { profile, judged, team: need?.team ? { slug: need.team.slug, name: need.team.name } : null }
}
export type AskedOfArea = Awaited<ReturnType<typeof askedOf>>

/** How an expertise stands in the team. */
export function standingOf({ of }: Asked): Standing {
  if (!of) return 'unknown'
  if (of.team.some(({ ring }) => ring === 'core')) return 'covered'
  return of.team.length > 0 ? 'shell' : of.offers.length > 0 ? 'nearby' : 'missing'
}

/** Organisations that offer something for what is asked, those that do most first. */
export function partiesOf(profile: readonly Asked[]): Party[] {
  const names = [...new Set(profile.flatMap(({ of }) => (of?.offers ?? []).map(({ organization }) => organization)))]
  const parties = names.map((organization): Party => {
    const offering = profile.filter(({ of }) => of?.offers.some((it) => it.organization === organization))
    const members = profile.flatMap(({ of }) => (of?.team ?? []).filter((it) => it.organization === organization))
    const offers = new Set(profile.flatMap(({ of }) => (of?.offers ?? []).filter((it) => it.organization === organization).map(({ href }) => href))).size
    return { organization, asked: offering.length, offers, ring: members.some(({ ring }) => ring === 'core') ? 'core' : members.length > 0 ? 'shell' : null }
  })
  return parties.toSorted((one, other) => other.asked - one.asked || other.offers - one.offers || one.organization.localeCompare(other.organization))
}

/** The kind of team that a rule of thumb points at; null when nothing follows. @source see `teamTexts.because` */
export const proposed = (parties: readonly Party[]): Model | null => (parties.length === 0 ? null : parties.length > mostMembers ? 'core-and-ring' : 'generalists')

/** Everything that was asked, as one list to choose from. */
export const allAsked = ({ profile, judged }: AskedOfArea): Asked[] => [...profile, ...judged]
