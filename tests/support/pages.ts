import { entries } from '../../app/acts.ts'
import { askOwners } from '../../capabilities/directory/reminders.ts'
import { caseId } from '../../db/seeds/demo/cases.ts'
import { cast, municipalityId, personId, teamId } from '../../db/seeds/demo/cast.ts'
import { mapId } from '../../db/seeds/demo/maps.ts'
import { planId } from '../../db/seeds/demo/plans.ts'
import { dayOf } from '../../platform/dates.ts'
import { idOf } from '../../db/seeds/demo/ids.ts'
import type { Entry } from '../../platform/act.ts'
import { type Town, type TownsPerson, town } from './town.ts'

/** A page as somebody came upon it by following links. `entry` is absent for pages that come before anybody is known. */
export type Found = { who: TownsPerson; address: string; pattern: string; entry: Entry | undefined }
/** What a walk through the site gave. */
export type Walk = { pages: Found[]; broken: string[] }

const addressOf = (entry: Entry): string => (entry.kind === 'view' ? entry.path : entry.page)
const matcherOf = (entry: Entry) => ({ entry, holes: addressOf(entry).split(':').length, matches: new RegExp(`^${addressOf(entry).replace(/:[A-Za-z]+/g, '[^/]+')}$`) })
// Of two that match, the one with fewer holes is meant: /casussen/nieuw is no case.
const matchers = entries.map(matcherOf).toSorted((a, b) => a.holes - b.holes)

/** The entry behind an address, if it is one of ours. */
const entryAt = (path: string): Entry | undefined => matchers.find((it) => it.matches.test(path))?.entry

const ids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
const patternOf = (path: string): string => {
  const entry = entryAt(path)
  return entry ? addressOf(entry) : path.replace(ids, ':id')
}

const decoded = (text: string): string => text.replaceAll('&amp;', '&').replaceAll('&#39;', "'").replaceAll('&quot;', '"')

/** Where a page leads on this site: its links, and its forms, whose pages are shown again when something was filled in wrongly. */
const waysFrom = (html: string): string[] => {
  const links = [...html.matchAll(/<a\b[^>]*?\shref="([^"]*)"/g)].map(([, href = '']) => decoded(href).split('#')[0] ?? '')
  const forms = [...html.matchAll(/<form\b[^>]*?\saction="([^"?]*)/g)].map(([, action = '']) => decoded(action)).filter((action) => entryAt(action))
  return [...links, ...forms].filter((href) => href.startsWith('/') && !href.startsWith('//'))
}

/** Of pages of one kind this many are read for links, and this many addresses are tried for each person; a visitor tries them all. */
const enoughOfAKind = 3
const triedOfAKind = 8
/** What everybody may see is the same for everybody: enough when these have seen it. */
const seesPublic: readonly TownsPerson[] = ['visitor', 'hassan', 'aaltje']
/** Where people come in; from there on they follow links. Some come by a letter, or with a question in the address. */
async function startOf(t: Town, who: TownsPerson): Promise<string[]> {
  if (who === 'aaltje') return ['/mijn-plan', '/account']
  // Nor has every entry a person to call, a place of its own, or what only homes and schemes have.
  const entriesWithAll = ['voorziening/taal-digitaal/geschiedenis', 'voorziening/eetclub/overzetten?naar=raad', 'voorziening/eetclub/onderdelen', 'organisatie/nijenstede/onderdelen', 'voorziening/asis', 'voorziening/wonen-nijenstede', 'voorziening/kortingspas']
  if (who === 'petra') return ['/vandaag', '/wijken/behoefte', '/wijken/begeleiding', '/sociale-kaart/nieuw?naam=Schaakclub', ...entriesWithAll.map((it) => `/sociale-kaart/${it}`)]
  // Of one kind of page only some are read: not every section of a map has a photo and a place, and one sheet is of what somebody pointed to, the other is not; one comes there with what is ticked.
  if (who === 'hassan') return ['/vandaag', '/meegeven?s=wandelclub', '/meegeven?s=eetcafe', '/sociale-kaart/nieuw?naam=Schaakclub', '/sociale-kaart/voorziening/wandelclub', ...['2-3', '3-2'].map((section) => `/wijkkaart/${mapId('randenbroek-schuilenburg')}/deel/${section}`)]
  // Who found a threshold, or wrote what works, can go on with it.
  if (who === 'mirjam') return ['/vandaag', '/sociale-kaart/nieuw?naam=Schaakclub', '/sociale-kaart/voorziening/eetclub']
  if (who === 'tom') return ['/vandaag', '/sociale-kaart/nieuw?naam=Schaakclub', '/sociale-kaart/voorziening/wep-activiteiten']
  if (who !== 'visitor') return ['/vandaag', '/sociale-kaart/nieuw?naam=Schaakclub']
  const [mail] = await t.rows<{ link: string }>("select substring(body from '/bevestigen/[0-9a-f]+') as link from outgoing_mails where about = 'confirmation' limit 1")
  const letter = mail ? [mail.link, `${mail.link}/anders`, '/bevestigen/dank'] : []
  return ['/', '/zorgen', '/zorgen/volgen', '/zorgen/ontvangen', '/zorgen/stand', '/ruilbord/stand', '/meedoen-bevestigd', '/inloggen', '/wijken', '/sociale-kaart', '/stijl', '/organisatie/riagg', ...letter]
}

/** Follows every link that somebody sees, from where they come in; or, when each kind of page is enough, no further of a kind than the pages read for links and one with a question. */
async function walkOf(t: Town, who: TownsPerson, eachKind: boolean): Promise<Walk> {
  const pages: Found[] = []
  const broken: string[] = []
  const waiting = (await startOf(t, who)).map((address) => ({ address, from: '' }))
  const known = new Set(waiting.map(({ address }) => address))
  const read = new Map<string, number>()
  const tried = new Map<string, number>()
  const asked = new Set<string>()
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { address, from } = next
    const path = address.split('?')[0] ?? ''
    const pattern = patternOf(path)
    const before = read.get(pattern) ?? 0
    const asks = address.includes('?')
    if (eachKind && before >= enoughOfAKind && (!asks || asked.has(pattern))) continue
    const answer = await t.as(who).get(address)
    if (answer.status !== 200 && answer.status !== 303) {
      if (from) broken.push(`${address} answers ${answer.status} for ${who}, who comes from ${from}`)
      continue
    }
    if (answer.status === 303 || !answer.headers.get('content-type')?.includes('text/html')) continue
    pages.push({ who, address, pattern, entry: entryAt(path) })
    read.set(pattern, before + 1)
    if (asks) asked.add(pattern)
    if (before >= enoughOfAKind) continue
    for (const href of waysFrom(answer.text)) {
      const kind = patternOf(href.split('?')[0] ?? '')
      const before = tried.get(kind) ?? 0
      if (known.has(href) || (who !== 'visitor' && before >= triedOfAKind)) continue
      if (!seesPublic.includes(who) && entryAt(href.split('?')[0] ?? '')?.audience === 'everyone') continue
      known.add(href)
      tried.set(kind, before + 1)
      waiting.push({ address: href, from: address })
    }
  }
  return { pages, broken }
}

const everybody: readonly TownsPerson[] = ['visitor', 'hassan', 'mirjam', 'youssef', 'tom', ...cast.map(({ key }) => key).filter((key) => !['hassan', 'mirjam', 'youssef', 'tom'].includes(key))]

/** Sends a form that changes a record, as somebody who just opened it. */
async function changed(t: Town, who: TownsPerson, path: string, fields: Record<string, string> = {}): Promise<void> {
  const version = /name="_version" value="(\d+)"/.exec((await t.as(who).get(path)).text)?.[1]
  const answer = await t.as(who).post(path, fields, { version: Number(version) })
  if (answer.status !== 303) throw new Error(`${who} could not do ${path}: ${answer.status}`)
}

/** What happens to the directory in a week: messages, proposals, a double, a version before, and a letter to owners. */
async function busyDirectory(t: Town): Promise<void> {
  await t.as('visitor').post('/klopt-niet/voorziening/eetcafe', { what: 'correction', message: 'Het begint om zes uur.' })
  await t.as('els').post('/sociale-kaart/voorstellen/nieuw', { what: 'organization', name: 'Repair Café', summary: 'Samen kapotte spullen maken.' })
  await t.owner.query(
    `insert into directory_proposals (municipality_id, id, entity, record_id, kind, base_version, changes, by_id, made_at)
     select municipality_id, $2, 'service', id, 'change', version, '{"waitTime": {"from": "Een maand", "to": "Twee weken"}}', $3, $4 from services where municipality_id = $1 and slug = 'sensor'`,
    [municipalityId, idOf('proposal', 'of a busy day'), personId('mirjam'), t.now()],
  )
  const [into] = await t.rows<{ id: string }>("select id from organizations where slug = 'seniorenraad'")
  await changed(t, 'petra', '/sociale-kaart/organisatie/seniorenwegwijzer/samenvoegen', { intoId: into?.id ?? '' })
  await changed(t, 'petra', '/sociale-kaart/voorziening/taal-digitaal/klopt-nog')
  await askOwners(t.owner, new Date(t.now().getTime() - 86_400_000), t.origin) // who was asked today is not asked again
  for (const name of ['koor', 'orkest']) {
    const content = JSON.stringify({ id: name, name: `Buurt${name}`, status: 'active', organization: { id: `${name}-bond`, name: `Bond voor ${name}`, description: 'Muziek in de buurt.' } })
    await t.as('petra').json('/imports', { source: 'Muziek', file: { name: `${name}.json`, content: Buffer.from(content).toString('base64') } })
  }
  const [first] = await t.rows<{ id: string }>("select id from imports where state = 'looked-at' and source = 'Muziek' order by id limit 1")
  await changed(t, 'petra', `/sociale-kaart/invoer/${first?.id}/opnemen`)
}

/** The demonstration on a busy day: a meeting under way, a passkey, and a name that may be told, so that every page is there for somebody. */
export async function busyTown(): Promise<Town> {
  const t = await town()
  await t.as('hassan').post(`/overleg/${idOf('meeting', 'rs 9')}/begin`)
  await t.owner.query("update area_plan_actions set state = 'done', result = 'Het is gedaan.', closed_on = $2, next_on = null where plan_id = $1 and next_on is not null", [planId('schothorst'), dayOf(t.now())])
  await t.as('nadia').post(`/casussen/${caseId('harassed')}/grond`, { kind: 'consent', receiver: `team:${teamId('schothorst')}`, withIdentity: 'ja', explained: 'Met wie en waarvoor.', manner: 'spoken', givenBy: 'resident', untilOn: '2026-05-01' })
  await t.owner.query("insert into auth.passkeys (municipality_id, person_id, credential, public_key, counter, transports, label, created_at) values ($1, $2, 'no key', '\\x00', 0, '{internal}', 'Laptop van het team', $3)", [municipalityId, personId('mirjam'), t.now()])
  await busyDirectory(t)
  return t
}

/** Follows every link that anybody of the town sees. With `eachKind` pages of a kind that were seen already are left: for who looks at each kind of page, not at each link. */
export async function walk(t: Town, { eachKind = false } = {}): Promise<Walk> {
  const all: Walk = { pages: [], broken: [] }
  for (const who of everybody) {
    const { pages, broken } = await walkOf(t, who, eachKind)
    all.pages.push(...pages)
    all.broken.push(...broken)
  }
  return all
}

/** Entries that nobody came upon: a page without a way to it. */
export const unseen = ({ pages }: Walk): string[] => {
  const seen = new Set(pages.map(({ entry }) => entry?.name))
  return entries.filter(({ name }) => !seen.has(name)).map(({ name }) => name)
}

/** One visit for every page, a second one as somebody else where the page differs by person, and one with filters. */
export function chosen({ pages }: Walk): Found[] {
  const byPattern = new Map<string, Found[]>()
  for (const page of pages) byPattern.set(page.pattern, [...(byPattern.get(page.pattern) ?? []), page])
  return [...byPattern.values()].flatMap((same) => {
    const first = same[0]
    const last = same.findLast(({ who }) => who !== first?.who)
    const filtered = same.find(({ address }) => address.includes('?'))
    return [...new Set(first?.entry?.kind === 'act' ? [first] : [first, last, filtered])].filter((it) => it !== undefined)
  })
}
