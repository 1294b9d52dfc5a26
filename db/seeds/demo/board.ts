import { createHash } from 'node:crypto'
import type pg from 'pg'
import { areaId, type CastKey, municipalityId, personId } from './cast.ts'
import { idOf } from './ids.ts'
import type { World } from './index.ts'
import { insertAll } from './insert.ts'
import { followCode } from './signals.ts'

const own = { municipality_id: municipalityId }
const randenbroek = 'randenbroek-schuilenburg'

type Story = {
  key: string; kind: 'offer' | 'ask'; what: 'thing' | 'talent'; title: string; words: string; area: string; since: number; days: number; called: string; phone: string
  waiting?: true; by?: CastKey; decidedBy?: CastKey; match?: string
}
const notices: readonly Story[] = [
  { key: 'drill', kind: 'offer', what: 'thing', title: 'Boormachine te leen', words: 'Met boren voor steen en hout. Een dag of een weekend lenen is prima.', area: randenbroek, since: 6, days: 30, called: 'Ab', phone: '06 00 00 02 01' },
  { key: 'shelf', kind: 'ask', what: 'talent', title: 'Wie hangt een plank voor mij op?', words: 'Mijn plank ligt al een half jaar op de grond. Ik heb zelf geen boormachine en durf de trap niet meer op.', area: randenbroek, since: 4, days: 30, called: 'Mevrouw T.', phone: '06 00 00 02 02', by: 'els' },
  { key: 'handy', kind: 'offer', what: 'talent', title: 'Kleine klussen in huis', words: 'Ik hang graag een plank of een lamp op. Ik ben met pensioen en heb de tijd.', area: randenbroek, since: 12, days: 90, called: 'Kees', phone: '06 00 00 02 03' },
  { key: 'bicycle', kind: 'ask', what: 'thing', title: 'Kinderfiets gezocht', words: 'Voor een meisje van zes. De fiets mag oud zijn, opknappen doen we zelf.', area: randenbroek, since: 3, days: 30, called: 'Samira', phone: '06 00 00 02 04' },
  { key: 'chairs', kind: 'offer', what: 'thing', title: 'Tien klapstoelen voor een feest', words: 'Van onze straat. Halen en terugbrengen in Schothorst.', area: 'schothorst', since: 9, days: 90, called: 'Joop', phone: '06 00 00 02 05' },
  { key: 'knitting', kind: 'offer', what: 'talent', title: 'Ik leer u breien', words: 'Op dinsdagmiddag aan mijn keukentafel, of in het buurthuis. Wol heb ik genoeg.', area: 'kruiskamp-koppel', since: 8, days: 30, called: 'Riet', phone: '06 00 00 02 06' },
  { key: 'dutch', kind: 'ask', what: 'talent', title: 'Samen Nederlands oefenen', words: 'Ik wil een keer in de week praten, bij een kop thee. Ik kan goed koken en neem iets lekkers mee.', area: 'kruiskamp-koppel', since: 5, days: 90, called: 'Hiwot', phone: '06 00 00 02 07' },
  { key: 'seedlings', kind: 'offer', what: 'thing', title: 'Tomatenplantjes over', words: 'Veel te veel gezaaid. Neem een bakje mee om ze in te zetten.', area: 'schothorst', since: 2, days: 14, called: 'Wil', phone: '06 00 00 02 08' },
  { key: 'piano', kind: 'ask', what: 'talent', title: 'Wie speelt piano bij het zingen?', words: 'Wij zingen op woensdag met een man of twaalf. De piano staat er, de pianist is verhuisd.', area: 'amersfoort', since: 7, days: 90, called: 'Truus', phone: '06 00 00 02 09' },
  { key: 'walker', kind: 'offer', what: 'thing', title: 'Rollator, nauwelijks gebruikt', words: 'Hij rijdt goed en kan ingeklapt in de auto.', area: 'schothorst', since: 15, days: 30, called: 'Greet', phone: '06 00 00 02 10', match: 'walker-wanted' },
  { key: 'walker-wanted', kind: 'ask', what: 'thing', title: 'Rollator voor mijn moeder', words: 'Zij komt drie weken logeren en kan niet ver lopen.', area: 'schothorst', since: 14, days: 30, called: 'Bas', phone: '06 00 00 02 11', match: 'walker' },
  { key: 'computer', kind: 'offer', what: 'talent', title: 'Hulp met uw telefoon of computer', words: 'Foto’s bewaren, bellen met beeld, een afspraak maken: ik leg het rustig uit.', area: randenbroek, since: 1, days: 30, called: 'Daan', phone: '06 00 00 02 12', waiting: true },
]
/** The id of a notice by its key. */
export const noticeId = (key: string): string => idOf('notice', key)
/** The id of the reaction to a notice by the key of the notice. */
export const reactionId = (key: string): string => idOf('notice reaction', key)
/** The code with which a notice of the demonstration is followed or taken away. */
export const noticeCode = (key: string): string => followCode(`notice ${key}`)

/** A board with some ten notices, two that are coupled, one that waits, a reaction and a report. */
export async function seedBoard(client: pg.ClientBase, world: World): Promise<void> {
  await insertAll(client, 'board_notices', notices.map((it) => ({
    ...own, id: noticeId(it.key), kind: it.kind, what: it.what, title: it.title, words: it.words, area_id: areaId(it.area), left_on: world.day(-it.since), until_on: world.day(it.days - it.since),
    by_id: it.by ? personId(it.by) : null, consent: it.by ? 'spoken' : 'self', state: it.waiting ? 'waiting' : it.match ? 'matched' : 'public',
    decided_by: it.waiting ? null : personId('petra'), decided_on: it.waiting ? null : world.day(-it.since + 1), version: 1,
  })))
  for (const { key, match } of notices) if (match) await client.query('update board_notices set match_id = $3 where municipality_id = $1 and id = $2', [municipalityId, noticeId(key), noticeId(match)])
  await insertAll(client, 'board_contacts', notices.map((it) => ({ ...own, notice_id: noticeId(it.key), called: it.called, phone: it.phone })))
  await insertAll(client, 'board_reactions', [
    { ...own, id: reactionId('bicycle'), notice_id: noticeId('bicycle'), called: 'Linda', phone: '06 00 00 02 21', words: 'Onze dochter is eruit gegroeid. De fiets is rood en heeft een nieuwe band.', made_on: world.day(-1) },
    { ...own, id: reactionId('knitting'), notice_id: noticeId('knitting'), called: 'Fatma', phone: '06 00 00 02 22', words: 'Ik wil het graag leren. Dinsdag kan ik altijd.', made_on: world.day(-2) },
  ])
  await insertAll(client, 'board_reports', [{ ...own, id: idOf('notice report', 'chairs'), notice_id: noticeId('chairs'), reason: 'gone', words: 'Ik heb gebeld met het buurthuis: de stoelen zijn al weg.', made_on: world.day(-1) }])
  for (const { key } of notices) await client.query('insert into auth.board_codes values (auth.follow_hash($1), $2, $3)', [createHash('sha256').update(noticeCode(key)).digest(), municipalityId, noticeId(key)])
}
