import type pg from 'pg'
import { municipalityId, organizationId, personId } from './cast.ts'
import { serviceId } from './directory.ts'
import { idOf } from './ids.ts'
import type { World } from './index.ts'
import { insertAll } from './insert.ts'

const own = { municipality_id: municipalityId }
/** The id of a programme by its key. */
export const programmeId = (key: string): string => idOf('program', key)

/** Programmes to prevent trouble, with what belongs to them and what they reached; and numbers by which an organisation is known elsewhere. */
export async function seedProgrammes(client: pg.ClientBase, world: World): Promise<void> {
  await insertAll(client, 'programs', [
    { ...own, id: programmeId('muis'), organization_id: organizationId('riagg'), name: 'Piep zei de muis', description: 'Voor gezinnen met kinderen van 4 tot en met 8 jaar waar een ouder psychische problemen, een verslaving of veel zorgen heeft.' },
    { ...own, id: programmeId('billy'), organization_id: organizationId('riagg'), name: 'Billy Boem', description: 'Voor kinderen van 8 tot en met 12 jaar die thuis veel spanning meemaken.' },
  ])
  await insertAll(client, 'programme_contents', [
    {
      ...own, program_id: programmeId('muis'), phases: 'Uitleg voor wie in de eerste lijn werkt\nEen vaste kinderclub: praten met de handpop, een verhaal naspelen, iets maken voor de schatkist\nBijeenkomsten voor ouders, met steun op maat', themes: 'Je mag er zijn\nVerdrietig, bang, blij en boos\nTrots zijn op jezelf\nWie er voor je zijn\nVoor ouders: niemand is volmaakt, als je kind bang is, een netwerk opbouwen',
      intake: 'Via beroepskrachten, school, de jeugdgezondheidszorg of ouders zelf. Een gezinswerker komt eerst thuis kennismaken.', ended_on: null, version: 1,
    },
    { ...own, program_id: programmeId('billy'), phases: 'Groepsgesprekken met een begeleider\nEen paar bijeenkomsten voor ouders', themes: 'Wat spanning thuis met je doet\nWat je doet met gevoelens\nEen veilige plek\nOmgaan met pesten\nTrots zijn op jezelf', intake: 'Na Piep zei de muis, of via school. Een gezinswerker kan meehelpen.', ended_on: null, version: 1 },
  ])
  await client.query('update services set program_id = $3 where municipality_id = $1 and id = $2', [municipalityId, serviceId('piep-zei-de-muis'), programmeId('muis')])
  await client.query('update services set program_id = $3 where municipality_id = $1 and id = $2', [municipalityId, serviceId('billy-boem'), programmeId('billy')])
  const period = (key: string, row: Record<string, unknown>) => ({ ...own, id: idOf('programme-period', key), noted_by: personId('petra'), version: 1, ...row })
  await insertAll(client, 'programme_periods', [
    period('muis', { program_id: programmeId('muis'), from_on: world.day(-590), until_on: world.day(-45), children: 36, families: 29, nationalities: 8, in_view: 70, results: 'Bijna niemand sloeg het aanbod af. Ouders kwamen redelijk op. Kinderen vonden daarna makkelijker ander preventief aanbod, en er is nu een vast netwerk van verwijzers.' }),
    period('billy', { program_id: programmeId('billy'), from_on: world.day(-230), until_on: world.day(-45), children: 7, families: 6, nationalities: 3, in_view: 12, results: 'De groep is klein gebleven. De meeste kinderen kwamen elke keer.' }),
  ])
  // Eight and nine digits that nobody has: the first passes the check of its kind.
  await insertAll(client, 'organization_identifiers', [
    { ...own, id: idOf('identifier', 'swa kvk'), organization_id: organizationId('swa'), identifier_type: 'KvK', identifier_scheme: 'NL-KVK', identifier: '00000012' },
    { ...own, id: idOf('identifier', 'swa rsin'), organization_id: organizationId('swa'), identifier_type: 'RSIN', identifier_scheme: null, identifier: '000000012' },
  ])
}
