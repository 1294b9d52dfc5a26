import type pg from 'pg'
import { areaId, cast, employers, type Member, membershipId, municipalityId, organizationId, otherMunicipalityId, personId, type TeamKey, teamId, teamNames } from './cast.ts'
import { idOf } from './ids.ts'
import { insert } from './insert.ts'
import { teamPages } from './teams.ts'

type Area = { key: string; name: string; kind: 'municipality' | 'neighbourhood' | 'sub-area'; parent?: string }
const areas: readonly Area[] = [
  { key: 'amersfoort', name: 'Amersfoort', kind: 'municipality' },
  { key: 'kruiskamp-koppel', name: 'Kruiskamp-Koppel', kind: 'neighbourhood', parent: 'amersfoort' },
  { key: 'randenbroek-schuilenburg', name: 'Randenbroek-Schuilenburg', kind: 'neighbourhood', parent: 'amersfoort' },
  { key: 'schothorst', name: 'Schothorst', kind: 'neighbourhood', parent: 'amersfoort' },
  { key: 'kruiskamp', name: 'Kruiskamp', kind: 'sub-area', parent: 'kruiskamp-koppel' },
  { key: 'de-koppel', name: 'De Koppel', kind: 'sub-area', parent: 'kruiskamp-koppel' },
  { key: 'randenbroek', name: 'Randenbroek', kind: 'sub-area', parent: 'randenbroek-schuilenburg' },
  { key: 'schuilenburg', name: 'Schuilenburg', kind: 'sub-area', parent: 'randenbroek-schuilenburg' },
  { key: 'schothorst-zuid', name: 'Schothorst-Zuid', kind: 'sub-area', parent: 'schothorst' },
  { key: 'schothorst-noord', name: 'Schothorst-Noord', kind: 'sub-area', parent: 'schothorst' },
]

const since = '2024-01-01'

async function seedMember(client: pg.ClientBase, municipality: string, member: Member): Promise<void> {
  const person_id = personId(member.key as never)
  await insert(client, 'people', { municipality_id: municipality, id: person_id, kind: member.kind, name: member.name, function: member.function })
  if (!member.organization) return
  const organization_id = organizationId(member.organization)
  await insert(client, 'memberships', { municipality_id: municipality, id: membershipId(member.key as never), person_id, organization_id, role: member.role, from_on: since })
  for (const { team, ring, duty } of member.teams ?? []) {
    await insert(client, 'team_members', { municipality_id: municipality, team_id: teamId(team), person_id, organization_id, ring, duty: duty ?? 'member', from_on: since, published: ring === 'core' })
  }
}

async function seedOrganization(client: pg.ClientBase, municipality: string, key: string, { name, purposes }: { name: string; purposes: readonly string[] }): Promise<void> {
  await insert(client, 'organizations', { municipality_id: municipality, id: organizationId(key), slug: key, name })
  for (const purpose of purposes) {
    await insert(client, 'mandates', { municipality_id: municipality, id: idOf('mandate', `${key} ${purpose}`), organization_id: organizationId(key), purpose, document: 'Convenant wijkgericht werken', from_on: since })
  }
}

/** Municipality, areas, employers, teams and the cast. Everything else in the demonstration points at these. */
export async function seedPeople(client: pg.ClientBase): Promise<void> {
  await insert(client, 'municipalities', { id: municipalityId, slug: 'amersfoort', name: 'Amersfoort', cbs_code: 'GM0307', phone: '033 000 12 34' })
  for (const { key, name, kind, parent } of areas) {
    await insert(client, 'areas', { municipality_id: municipalityId, id: areaId(key), parent_id: parent ? areaId(parent) : null, slug: key, name, kind })
  }
  for (const [key, employer] of Object.entries(employers)) await seedOrganization(client, municipalityId, key, employer)
  for (const [key, name] of Object.entries(teamNames)) {
    await insert(client, 'teams', { municipality_id: municipalityId, id: teamId(key as TeamKey), area_id: areaId(key), slug: key, name, purpose: 'welfare', ...teamPages[key as TeamKey] })
  }
  for (const member of cast) await seedMember(client, municipalityId, member)
  await seedOther(client)
}

/** A second municipality with one worker: in no answer of Amersfoort may anything of it appear. */
async function seedOther(client: pg.ClientBase): Promise<void> {
  const area = idOf('area', 'leusden')
  await insert(client, 'municipalities', { id: otherMunicipalityId, slug: 'leusden', name: 'Leusden', cbs_code: 'GM0327', phone: '033 000 98 76' })
  await insert(client, 'areas', { municipality_id: otherMunicipalityId, id: area, slug: 'leusden', name: 'Leusden', kind: 'municipality' })
  await seedOrganization(client, otherMunicipalityId, 'larikslaan', { name: 'Welzijn Leusden', purposes: ['welfare'] })
  await insert(client, 'teams', { municipality_id: otherMunicipalityId, id: idOf('team', 'leusden'), area_id: area, slug: 'leusden', name: 'Schakelteam Leusden', purpose: 'welfare' })
  await seedMember(client, otherMunicipalityId, { key: 'karin', name: 'Karin Dijk', kind: 'worker', function: 'maatschappelijk werker', organization: 'larikslaan', role: 'coordinator' })
  await insert(client, 'team_members', { municipality_id: otherMunicipalityId, team_id: idOf('team', 'leusden'), person_id: personId('karin'), organization_id: organizationId('larikslaan'), ring: 'core', duty: 'coordinator', from_on: since })
}
