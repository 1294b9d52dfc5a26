import type pg from 'pg'
import { type CastKey, municipalityId, organizationId, personId } from './cast.ts'
import { serviceId } from './directory.ts'
import { idOf } from './ids.ts'
import type { World } from './index.ts'
import { insertAll } from './insert.ts'

const own = { municipality_id: municipalityId }

type Found = { key: string; service?: string; organization?: string; place?: string; kind: string; what: string; whom: string; since: number; by: CastKey; done?: readonly string[]; how?: string; doneAgo?: number; effect?: 'gone' | 'smaller' | 'same'; noticed?: string; effectAgo?: number }

/** What colleagues found at places and activities, and what they did about it. */
const found: readonly Found[] = [
  { key: 'eetcafe', service: 'eetcafe', place: 'de-trefhorst', kind: 'information', what: 'Bewoners denken dat zij zich lang van tevoren moeten aanmelden. Daarom komen zij niet.', whom: 'Wie op de dag zelf beslist of het gaat', since: 64, by: 'nadia', done: ['information'], how: 'De organisatie heeft het op de website en het raam rechtgezet. In het teamoverleg hebben we het doorgegeven.', doneAgo: 50, effect: 'smaller', noticed: 'De laatste weken schuiven er steeds een paar mensen aan zonder te bellen.', effectAgo: 20 },
  { key: 'koffie', service: 'koffie-de-roef', place: 'de-roef', kind: 'company', what: 'Iedereen zit al aan een vaste tafel als je binnenkomt. Wie nieuw is, blijft bij de deur staan en gaat weer weg.', whom: 'Wie niemand kent in De Roef', since: 26, by: 'sanne', done: ['host', 'introduction'], how: 'Een vrijwilliger zit nu bij de deur en loopt met nieuwe mensen mee naar een tafel.', doneAgo: 12 },
  { key: 'eetclub', service: 'eetclub', place: 'nijenstede', kind: 'travel', what: 'In de winter is het donker als het eten klaar is. De stoep naar de bushalte is slecht verlicht.', whom: 'Ouderen die alleen naar huis lopen', since: 9, by: 'mirjam' },
  { key: 'de-roef', organization: 'de-roef', kind: 'image', what: 'Buurtbewoners zien De Roef als een plek voor mensen met problemen.', whom: 'Gezinnen die nieuw zijn in Kruiskamp', since: 110, by: 'youssef', done: ['activity', 'image'], how: 'Een open middag met de school, met eten van ouders. De nieuwe buren van boven hielpen mee.', doneAgo: 75, effect: 'same', noticed: 'De middag was druk. Daarna zagen we deze gezinnen niet terug.', effectAgo: 30 },
]

type Learnt = { key: string; service: string; who: string; how: string; worked?: string; failed?: string; since: number; by: CastKey }
/** How groups were mixed, and what that taught. */
const learnt: readonly Learnt[] = [
  { key: 'kookgroep', service: 'kookgroep', who: 'Deelnemers uit de ggz en andere bewoners', how: 'Nooit meer dan de helft uit één groep. De eerste drie keer kookten we in tweetallen, met op elk tweetal iemand die de keuken kent.', worked: 'Samen iets doen geeft gespreksstof. Niemand hoeft te vertellen waar hij vandaan komt.', failed: 'Een voorstelrondje aan het begin. Mensen klapten dicht.', since: 40, by: 'sanne' },
  { key: 'wep', service: 'wep-activiteiten', who: 'Bewoners die psychisch kwetsbaar zijn en buurtgenoten', how: 'De groep begon gesloten. Na een half jaar nam elke deelnemer één keer iemand mee.', worked: 'De deelnemers kozen zelf het moment. De consulent was er de eerste keren bij.', since: 95, by: 'tom' },
  { key: 'boegbeeld', service: 'kennismaking-boegbeeld', who: 'Nieuwe buren met een verstandelijke beperking en wie er al woont', how: 'Een rondleiding in kleine groepjes, door de nieuwe bewoners zelf.', worked: 'Wie rondleidt, heeft iets te geven. Daarna groetten mensen elkaar op straat.', failed: 'Een grote bijeenkomst in de zaal: de groepen bleven bij elkaar zitten.', since: 150, by: 'youssef' },
]

/** What was learnt at entries of the directory: thresholds, room that was made, and what works in mixing groups. */
export async function seedLessons(client: pg.ClientBase, world: World): Promise<void> {
  const ago = (days: number | undefined) => (days === undefined ? null : world.day(-days))
  await insertAll(client, 'thresholds', found.map((it) => ({
    ...own, id: idOf('threshold', it.key), service_id: it.service ? serviceId(it.service) : null, organization_id: it.organization ? organizationId(it.organization) : null, location_id: it.place ? idOf('location', it.place) : null, kind: it.kind, what: it.what, for_whom: it.whom, found_on: ago(it.since), found_by: personId(it.by),
    done: it.done ?? [], done_words: it.how ?? null, done_on: ago(it.doneAgo), effect: it.effect ?? null, effect_words: it.noticed ?? null, effect_on: ago(it.effectAgo), version: 1,
  })))
  await insertAll(client, 'mixing_notes', learnt.map((it) => ({ ...own, id: idOf('mixing-note', it.key), service_id: serviceId(it.service), who: it.who, how: it.how, worked: it.worked ?? null, failed: it.failed ?? null, noted_on: ago(it.since), noted_by: personId(it.by), version: 1 })))
}
