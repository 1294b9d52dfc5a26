import { idOf } from './ids.ts'

export type Role = 'professional' | 'coordinator' | 'partner' | 'volunteer' | 'information-manager' | 'neighbourhood-manager' | 'privacy-officer' | 'administrator' | 'analyst'
export type TeamKey = 'kruiskamp-koppel' | 'randenbroek-schuilenburg' | 'schothorst'
export type Member = {
  key: string
  name: string
  kind: 'worker' | 'volunteer' | 'resident'
  function: string
  organization?: string
  role?: Role
  teams?: readonly { team: TeamKey; ring: 'core' | 'shell'; duty?: 'coordinator' }[]
}

const core = (team: TeamKey, duty?: 'coordinator') => [{ team, ring: 'core' as const, ...(duty && { duty }) }]
const shell = (...teams: TeamKey[]) => teams.map((team) => ({ team, ring: 'shell' as const }))

/** The people of the demonstration and of the tests. All of them are invented. */
export const cast = [
  { key: 'mirjam', name: 'Mirjam de Wit', kind: 'worker', function: 'wijkverpleegkundige', organization: 'beweging30', role: 'professional', teams: core('randenbroek-schuilenburg') },
  { key: 'hassan', name: 'Hassan Amrani', kind: 'worker', function: 'opbouwwerker en coördinator', organization: 'swa', role: 'coordinator', teams: core('randenbroek-schuilenburg', 'coordinator') },
  { key: 'els', name: 'Els Verhoeven', kind: 'worker', function: 'coördinator vrijwilligers', organization: 'ravelijn', role: 'professional', teams: core('randenbroek-schuilenburg') },
  { key: 'ria', name: 'Ria Bos', kind: 'worker', function: 'huisbezoek zonder indicatie', organization: 'grijs-genoegen', role: 'partner', teams: shell('randenbroek-schuilenburg') },
  { key: 'joke', name: 'Joke Hendriks', kind: 'volunteer', function: 'ouderling', organization: 'kerken', role: 'volunteer' },
  { key: 'henk', name: 'Henk van Dalen', kind: 'volunteer', function: 'maatje', organization: 'ravelijn', role: 'volunteer' },
  { key: 'sanne', name: 'Sanne Kuipers', kind: 'worker', function: 'sociaal-psychiatrisch verpleegkundige', organization: 'symfora', role: 'professional', teams: core('kruiskamp-koppel') },
  { key: 'youssef', name: 'Youssef Bakkali', kind: 'worker', function: 'welzijnswerker en coördinator', organization: 'swa', role: 'coordinator', teams: core('kruiskamp-koppel', 'coordinator') },
  { key: 'nadia', name: 'Nadia Haddou', kind: 'worker', function: 'ambulant begeleider', organization: 'kwintes', role: 'professional', teams: core('schothorst') },
  { key: 'tom', name: 'Tom Visser', kind: 'worker', function: 'opbouwwerker en coördinator', organization: 'swa', role: 'coordinator', teams: core('schothorst', 'coordinator') },
  { key: 'dirk', name: 'Dirk Mulder', kind: 'worker', function: 'wijkagent', organization: 'politie', role: 'partner', teams: shell('kruiskamp-koppel', 'randenbroek-schuilenburg') },
  { key: 'marleen', name: 'Marleen Smit', kind: 'worker', function: 'huisarts', organization: 'huisartsen', role: 'partner', teams: shell('randenbroek-schuilenburg') },
  { key: 'petra', name: 'Petra Vos', kind: 'worker', function: 'informatiebeheerder', organization: 'swa', role: 'information-manager' },
  { key: 'anke', name: 'Anke de Groot', kind: 'worker', function: 'wijkmanager', organization: 'gemeente-amersfoort', role: 'neighbourhood-manager' },
  { key: 'frans', name: 'Frans Willems', kind: 'worker', function: 'functionaris gegevensbescherming', organization: 'gemeente-amersfoort', role: 'privacy-officer' },
  { key: 'bea', name: 'Bea Jansen', kind: 'worker', function: 'beheerder', organization: 'gemeente-amersfoort', role: 'administrator' },
  { key: 'aaltje', name: 'Aaltje Brouwer', kind: 'resident', function: 'bewoner' },
] as const satisfies readonly Member[]

/** The names of the teams. */
export const teamNames: Record<TeamKey, string> = {
  'kruiskamp-koppel': 'Schakelteam Kruiskamp-Koppel',
  'randenbroek-schuilenburg': 'Schakelteam Randenbroek-Schuilenburg',
  schothorst: 'Schakelteam Schothorst',
}

export type CastKey = (typeof cast)[number]['key']
/** The id of one of the cast. */
export const personId = (key: CastKey | 'karin'): string => idOf('person', key)
/** The id of an organisation by the name it has in the sources. */
export const organizationId = (key: string): string => idOf('organization', key)
export const teamId = (key: TeamKey): string => idOf('team', key)
export const areaId = (key: string): string => idOf('area', key)
/** The one membership that every worker and volunteer of the cast has. */
export const membershipId = (key: CastKey | 'karin'): string => idOf('membership', key)
/** Amersfoort; and Leusden, which is there to show that municipalities never see each other. */
export const municipalityId = idOf('municipality', 'amersfoort')
export const otherMunicipalityId = idOf('municipality', 'leusden')

/** Organisations that the cast works for; the directory's seed adds all others. */
export const employers: Record<string, { name: string; purposes: readonly string[] }> = {
  swa: { name: 'Welzijn Amersfoort (SWA)', purposes: ['welfare', 'wmo'] },
  beweging30: { name: 'Beweging 3.0', purposes: ['welfare', 'wmo'] },
  ravelijn: { name: 'Ravelijn', purposes: ['welfare'] },
  'grijs-genoegen': { name: 'Grijs Genoegen', purposes: ['welfare'] },
  kerken: { name: 'Brugkerk', purposes: [] },
  symfora: { name: 'Symfora', purposes: ['welfare', 'wgs'] },
  kwintes: { name: 'Kwintes', purposes: ['welfare', 'wmo'] },
  politie: { name: 'Politie Eemland', purposes: ['welfare', 'public-order'] },
  huisartsen: { name: 'Huisartsenpraktijk Schuilenburg', purposes: ['welfare'] },
  'gemeente-amersfoort': { name: 'Gemeente Amersfoort', purposes: ['wmo', 'participatiewet'] },
}
