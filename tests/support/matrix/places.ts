import { caseId } from '../../../db/seeds/demo/cases.ts'
import { serviceId } from '../../../db/seeds/demo/directory.ts'
import { idOf } from '../../../db/seeds/demo/ids.ts'
import { planId } from '../../../db/seeds/demo/plans.ts'
import { prevalenceId } from '../../../db/seeds/demo/prevalences.ts'
import { roundCodes } from '../../../db/seeds/demo/social.ts'
import { mapId } from '../../../db/seeds/demo/maps.ts'
import { noticeId, reactionId } from '../../../db/seeds/demo/board.ts'
import { programmeId } from '../../../db/seeds/demo/programmes.ts'
import { countId } from '../../../db/seeds/demo/supported.ts'
import { participationId } from '../../../db/seeds/demo/participation.ts'
import { signalId } from '../../../db/seeds/demo/signals.ts'
import type { Entry } from '../../../platform/act.ts'
import type { Town } from '../town.ts'
import { kept, linkSecret, proposals } from './directory.ts'
import { never } from './world.ts'

/** A record to try an entry on: how it is called in the snapshot, and what stands in the address. */
export type Place = { name: string; params: Record<string, string>; version?: number; /** what a view is asked for */ query?: string; /** the record whose existence is at stake, for the oracle; null when it never existed */ about: { table: string; id: string } | null }

type Rows = (sql: string, values: unknown[]) => Promise<Record<string, unknown>[]>

/** Cases that stand for every relation: of one team with a name, put to a colleague, closed, of two other teams, and of another municipality. */
const cases = { bridging: caseId('bridging'), 'one-neighbour': caseId('one-neighbour'), 'same-building': caseId('same-building'), debts: caseId('debts'), harassed: caseId('harassed'), leusden: caseId('leusden'), never }
const signals = {
  'after-church': signalId('after-church'), 'walking-group': signalId('walking-group'), 'from-the-church': signalId('from-the-church'), shouting: signalId('shouting'), 'always-fine': signalId('always-fine'),
  leusden: idOf('signal', 'leusden'), never,
}
const meetings = { running: idOf('meeting', 'running'), invited: idOf('meeting', 'rs 9'), held: idOf('meeting', 'rs -5'), kruiskamp: idOf('meeting', 'kk 1'), planned: idOf('meeting', 'sh 15'), leusden: idOf('meeting', 'leusden'), never }
const items = {
  'running case': ['running', idOf('agenda item', 'running case')], 'running topic': ['running', idOf('agenda item', 'running topic')], 'waiting case': ['invited', idOf('agenda item', 'rs 9 0')],
  'waiting topic': ['invited', idOf('agenda item', 'rs 9 5')], kruiskamp: ['kruiskamp', idOf('agenda item', 'kk 1 0')], leusden: ['leusden', idOf('agenda item', 'leusden')],
  'of another meeting': ['running', idOf('agenda item', 'kk 1 0')], never: ['running', never],
} as const
const tasks = { ours: idOf('team task', 'rs'), leusden: idOf('team task', 'leusden'), never }

const versioned = async (rows: Rows, table: string, ids: Record<string, string>, param: string): Promise<Place[]> => {
  const found = new Map((await rows(`select id, version from ${table} where id = any ($1)`, [Object.values(ids)])).map((it) => [it.id as string, it.version as number]))
  return Object.entries(ids).map(([name, id]) => ({ name, params: { [param]: id }, version: found.get(id) ?? 1, about: id === never ? null : { table, id } }))
}

/** A part of each case, the part of another case under this one, and one that never existed. */
const partOf = async (rows: Rows, table: string, param: string, which = 'true'): Promise<Place[]> => {
  const found = await rows(`select distinct on (case_id) case_id, id${table === 'actions' ? ', version' : ''} from ${table} where ${which} order by case_id, id`, [])
  const one = (key: keyof typeof cases) => found.find((it) => it.case_id === cases[key])
  const place = (name: string, under: string, row: Record<string, unknown> | undefined): Place => ({
    name, params: { caseId: under, [param]: (row?.id as string) ?? never }, version: (row?.version as number) ?? 1, about: row ? { table, id: row.id as string } : null,
  })
  const whole = (Object.keys(cases) as (keyof typeof cases)[]).filter((key) => one(key)).map((key) => place(key, cases[key], one(key)))
  return [...whole, place('of another case', cases.bridging, one('debts')), place('never', cases.bridging, undefined)]
}

const feedbacks = async (rows: Rows): Promise<Place[]> => {
  const found = await rows('select distinct on (signal_id) signal_id, id from signal_feedback where given_at is null and waived_at is null order by signal_id, id', [])
  const one = (key: keyof typeof signals) => found.find((it) => it.signal_id === signals[key])
  const place = (name: string, under: string, id: string): Place => ({ name, params: { signalId: under, feedbackId: id }, about: id === never ? null : { table: 'signal_feedback', id } })
  const whole = (Object.keys(signals) as (keyof typeof signals)[]).flatMap((key) => {
    const row = one(key)
    return row ? [place(key, signals[key], row.id as string)] : []
  })
  return [...whole, place('of another signal', signals['walking-group'], (one('shouting')?.id as string) ?? never), place('never', signals['walking-group'], never)]
}

const imports = async (rows: Rows): Promise<Place[]> => {
  const found = await rows('select i.id, i.state, i.version, m.slug from imports i join municipalities m on m.id = i.municipality_id order by i.state, i.source', [])
  const whole = found.map((it): Place => ({ name: it.slug === 'amersfoort' ? (it.state as string) : 'leusden', params: { importId: it.id as string }, version: it.version as number, about: { table: 'imports', id: it.id as string } }))
  return [...whole, { name: 'never', params: { importId: never }, version: 1, about: null }]
}

const named = (param: string, names: Record<string, string>): Place[] => Object.entries(names).map(([name, value]) => ({ name, params: { [param]: value }, about: null }))

/** Entries of the directory that are open to all, not open yet, for professionals, at a hidden place, and of another municipality. */
const bySlug = (table: 'services' | 'organizations' | 'networks') => async (rows: Rows): Promise<Place[]> => {
  const own = "municipality_id = (select id from municipalities where slug = 'amersfoort')"
  const kinds: Record<string, string> = {
    open: `${own} and state = 'published' and visibility = 'public'`,
    professionals: `${own} and visibility = 'professionals'`,
    draft: `${own} and state <> 'published'`,
    ...(table === 'services' && { hidden: `${own} and id in (select p.service_id from service_at_locations p join locations l on l.municipality_id = p.municipality_id and l.id = p.location_id where l.masked)` }),
    ...(table === 'services' && { later: `${own} and publish_on > '2026-03-02'` }),
    leusden: `not ${own}`,
  }
  const found: Place[] = []
  for (const [name, which] of Object.entries(kinds)) {
    const [row] = await rows(`select id, slug, version from ${table} where ${which} order by slug = $1 desc, slug limit 1`, [kept])
    if (row) found.push({ name, params: { slug: row.slug as string }, version: row.version as number | undefined, about: { table, id: row.id as string } })
  }
  return [...found, { name: 'never', params: { slug: 'bestaat-niet' }, about: null }]
}

/** Services and organisations under the word that they have in addresses. */
const byKind = async (rows: Rows): Promise<Place[]> => {
  const under = (kind: string, it: Place): Place => ({ ...it, name: it.name === 'never' ? it.name : `${kind} ${it.name}`, params: { ...it.params, kind } })
  const services = (await bySlug('services')(rows)).filter(({ name }) => ['open', 'draft', 'leusden', 'never'].includes(name))
  const organizations = (await bySlug('organizations')(rows)).filter(({ name }) => ['open', 'never'].includes(name))
  return [...services.map((it) => under('voorziening', it)), ...organizations.map((it) => under('organisatie', it))]
}

/** Parts of entries in other tables: some of Amersfoort, one of elsewhere when there is one, and one that never was. */
const partsOfEntry = (table: string, entries: string, column: string, param: string, where = 'true') => async (rows: Rows): Promise<Place[]> => {
  const found = await rows(
    `select distinct on (m.slug, kind) x.id, e.slug, e.version, m.slug = 'amersfoort' as ours, ${table === 'contact_persons' ? 'x.visibility' : table === 'locations' ? "case when x.masked then 'hidden' when exists (select from service_at_locations p where p.municipality_id = x.municipality_id and p.location_id = x.id) then 'open' else 'unused' end" : "'open'"} as kind from ${table} x join ${entries} e on e.municipality_id = x.municipality_id and e.id = x.${column} join municipalities m on m.id = x.municipality_id where ${where} order by m.slug, kind, x.id`,
    [],
  )
  const whole = found.map((it): Place => ({ name: it.ours ? (it.kind as string) : 'leusden', params: { slug: it.slug as string, [param]: it.id as string }, version: it.version as number, about: { table, id: it.id as string } }))
  return [...whole, { name: 'never', params: { slug: (whole[0]?.params.slug as string) ?? 'bestaat-niet', [param]: never }, version: 1, about: null }]
}
/** Entries of one kind, with what only that kind has. */
const ofKind = (kind: string) => async (rows: Rows): Promise<Place[]> => {
  const found = await rows("select distinct on (m.slug) s.id, s.slug, s.version, m.slug = 'amersfoort' as ours from services s join municipalities m on m.id = s.municipality_id where s.kind = $1 order by m.slug, s.slug", [kind])
  return [...found.map((it): Place => ({ name: it.ours ? 'open' : 'leusden', params: { slug: it.slug as string }, version: it.version as number, about: { table: 'services', id: it.id as string } })), { name: 'never', params: { slug: 'bestaat-niet' }, version: 1, about: null }]
}
/** Services with an organisation that may take them over, one with the organisation of elsewhere, and one with an organisation that never was. */
const moves = async (rows: Rows): Promise<Place[]> => {
  const [elsewhere] = await rows("select o.slug from organizations o join municipalities m on m.id = o.municipality_id where m.slug <> 'amersfoort' order by o.slug limit 1", [])
  const services = (await bySlug('services')(rows)).map((it): Place => ({ ...it, params: { ...it.params, organization: it.name === 'leusden' ? String(elsewhere?.slug) : 'seniorenraad' } }))
  const open = services.find(({ name }) => name === 'open')
  return [...services, ...(open ? [{ ...open, name: 'to elsewhere', params: { ...open.params, organization: String(elsewhere?.slug) }, about: null }, { ...open, name: 'to none', params: { ...open.params, organization: 'bestaat-niet' }, about: null }] : [])]
}
/** People to call of an organisation, one for each choice of who sees them. */
const contacts = async (rows: Rows): Promise<Place[]> => (await partsOfEntry('contact_persons', 'organizations', 'organization_id', 'contactId', 'x.service_id is null')(rows)).map((it) => ({ ...it, params: { ...it.params, kind: 'organisatie' } }))

/** Thresholds at a service and at an organisation, by different people; and notes about mixing. */
const thresholds = async (rows: Rows): Promise<Place[]> => {
  const at = (kind: string, slug: string) => ({ kind, slug })
  const under = { 'by nadia': ['eetcafe', at('voorziening', 'eetcafe')], 'by mirjam': ['eetclub', at('voorziening', 'eetclub')], 'at a place': ['de-roef', at('organisatie', 'de-roef')], 'of another entry': ['eetclub', at('voorziening', 'eetcafe')] } as const
  const found = new Map((await rows('select id, version from thresholds', [])).map((it) => [it.id, it.version as number]))
  return [...Object.entries(under).map(([name, [key, params]]): Place => ({ name, params: { ...params, thresholdId: idOf('threshold', key) }, version: found.get(idOf('threshold', key)), about: { table: 'thresholds', id: idOf('threshold', key) } })), ...[at('voorziening', 'eetclub'), at('organisatie', 'de-roef')].map((params): Place => ({ name: 'never', params: { ...params, thresholdId: never }, version: 1, about: null }))]
}
const mixingNotes = async (): Promise<Place[]> => [
  ...Object.entries({ 'by sanne': ['kookgroep', 'kookgroep'], 'by tom': ['wep', 'wep-activiteiten'], 'of another entry': ['wep', 'kookgroep'] }).map(([name, [key = '', slug = '']]): Place => ({ name, params: { slug, noteId: idOf('mixing-note', key) }, version: 1, about: { table: 'mixing_notes', id: idOf('mixing-note', key) } })),
  { name: 'never', params: { slug: 'kookgroep', noteId: never }, version: 1, about: null },
]

const byProposal = async (rows: Rows): Promise<Place[]> => versioned(rows, 'directory_proposals', { ...proposals, never }, 'proposalId')
const byMerge = async (rows: Rows): Promise<Place[]> => {
  const [row] = await rows('select id from directory_merges', [])
  return [{ name: 'ours', params: { mergeId: (row?.id as string) ?? never }, about: { table: 'directory_merges', id: (row?.id as string) ?? never } }, { name: 'never', params: { mergeId: never }, about: null }]
}

/**
 * Records of one table, for an address whose names are columns: some of Amersfoort (the first, the middle and the last by id), one of elsewhere, and one that never existed.
 *
 * @param columns name in the address → column
 */
const anyOf = (table: string, columns: Record<string, string>) => async (rows: Rows): Promise<Place[]> => {
  const found = await rows(`select to_jsonb(x) as row, m.slug = 'amersfoort' as ours from ${table} x join municipalities m on m.id = x.municipality_id order by ${Object.values(columns).map((it) => `x.${it}`).join(', ')}`, [])
  const ours = found.filter((it) => it.ours)
  const some = [...new Set([ours[0], ours[Math.floor(ours.length / 2)], ours.at(-1), found.find((it) => !it.ours)])].filter((it) => it !== undefined)
  const whole = some.map((it, index): Place => {
    const row = it.row as Record<string, unknown>
    const about = typeof row.id === 'string' ? { table, id: row.id } : null
    return { name: it.ours ? `${index + 1}` : 'leusden', params: Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, String(row[column])])), version: row.version as number | undefined, about }
  })
  const last = Object.keys(columns).at(-1) ?? ''
  return [...whole, { name: 'never', params: { ...(whole[0]?.params ?? Object.fromEntries(Object.keys(columns).map((name) => [name, never]))), [last]: last.endsWith('Id') ? never : '9-9' }, version: 1, about: null }]
}

/** What may get a reason: an activity, a programme, something elsewhere, and what never was. */
const reasonPlaces = (): Place[] => [['activity', 'activiteit', 'eetclub'], ['programme', 'programma', programmeId('muis')], ['never', 'activiteit', 'bestaat-niet']].map(([name = '', sort = '', key = '']) => ({ name, params: { sort, key }, about: null }))

/** Plans: public with changes, for its team only, over, and elsewhere. */
const plansIn = async (rows: Rows): Promise<Place[]> => {
  const ids = { open: planId('randenbroek'), 'not public': planId('schothorst'), over: planId('randenbroek before'), leusden: idOf('area plan', 'leusden'), never }
  return versioned(rows, 'area_plans', ids, 'planId')
}

/** Filters and words to ask a list for, beside asking for nothing. */
const questions: Record<string, readonly string[]> = {
  'directory.search': ['q=opvang', 'q=zorg', 'q=larikslaan'],
  'directory.lookup': ['q=opvang', 'q=zorg', 'q=larikslaan'],
  'directory.suggest': ['q=op', 'q=le'],
  'cases.list': ['toon=alle', 'toon=mij', 'toon=gesloten'],
  'signals.list': ['staat=afgerond', 'staat=wacht', 'van=mij', `casus=${caseId('bridging')}`],
  'audit.list-events': ['dossier=5RKC-1T9F-6P', 'dossier=2222-2222-22'],
}

/** Records to try, by the part of the address up to its last name. */
const places: Record<string, (rows: Rows) => Promise<Place[]>> = {
  '/cases/:caseId': (rows) => versioned(rows, 'cases', cases, 'caseId'),
  '/my-plan/:caseId': (rows) => versioned(rows, 'cases', cases, 'caseId'),
  '/cases/:caseId/actions/:actionId': (rows) => partOf(rows, 'actions', 'actionId', "state = 'open'"),
  '/cases/:caseId/involvements/:involvementId': (rows) => partOf(rows, 'involvements', 'involvementId', "role <> 'owner' and ended_at is null or municipality_id <> (select id from municipalities where slug = 'amersfoort')"),
  '/cases/:caseId/grounds/:groundId': (rows) => partOf(rows, 'grounds', 'groundId', "kind = 'consent' or case_id not in (select case_id from grounds where kind = 'consent')"),
  '/my-plan/:caseId/consents/:groundId': (rows) => partOf(rows, 'grounds', 'groundId', "kind = 'consent' or case_id not in (select case_id from grounds where kind = 'consent')"),
  '/signals/:signalId': (rows) => versioned(rows, 'signals', signals, 'signalId'),
  '/signals/:signalId/feedback/:feedbackId': feedbacks,
  '/meetings/:meetingId': (rows) => versioned(rows, 'meetings', meetings, 'meetingId'),
  '/meetings/:meetingId/items/:itemId': async () =>
    Object.entries(items).map(([name, [meeting, id]]) => ({ name, params: { meetingId: meetings[meeting], itemId: id }, about: id === never ? null : { table: 'agenda_items', id } })),
  '/team-tasks/:taskId': (rows) => versioned(rows, 'team_tasks', tasks, 'taskId'),
  '/account/sessions/:sessionId': async () => named('sessionId', { 'of mirjam': idOf('session', 'mirjam'), leusden: idOf('session', 'karin'), never }),
  '/account/passkeys/:passkeyId': async () => named('passkeyId', { 'of mirjam': idOf('passkey', 'mirjam'), leusden: idOf('passkey', 'karin'), never }),
  '/directory/services/:slug': bySlug('services'),
  '/directory/staff/services/:slug': bySlug('services'),
  '/directory/organizations/:slug': bySlug('organizations'),
  '/directory/staff/organizations/:slug': bySlug('organizations'),
  '/directory/networks/:slug': bySlug('networks'),
  '/directory/:kind/:slug': byKind,
  '/favourites/:kind/:slug': byKind,
  '/pointings/:slug': bySlug('services'),
  '/waits/:slug': bySlug('services'),
  '/pointed-changes/:serviceId': async () => [...named('serviceId', { 'of hassan': serviceId('wandelclub') }).map((it) => ({ ...it, version: 2 })), ...named('serviceId', { 'of mirjam': serviceId('eetclub'), never }).map((it) => ({ ...it, version: 0 }))],
  '/directory/:kind/:slug/versions/:number': async (rows) => (await byKind(rows)).map((it) => ({ ...it, params: { ...it.params, number: '1' } })),
  '/directory/services/:slug/move/:organization': moves,
  '/directory/:kind/:slug/thresholds/:thresholdId': thresholds,
  '/directory/services/:slug/mixing-notes/:noteId': mixingNotes,
  '/programmes/:programmeId': async () => [...Object.entries({ muis: programmeId('muis'), billy: programmeId('billy') }).map(([name, id]): Place => ({ name, params: { programmeId: id }, version: 1, about: { table: 'programs', id } })), { name: 'never', params: { programmeId: never }, version: 1, about: null }],
  '/programmes/:programmeId/periods/:periodId': async () => [
    ...Object.entries({ muis: ['muis', 'muis'], 'of another programme': ['muis', 'billy'] }).map(([name, [programme = '', period = '']]): Place => ({ name, params: { programmeId: programmeId(programme), periodId: idOf('programme-period', period) }, version: 1, about: { table: 'programme_periods', id: idOf('programme-period', period) } })),
    { name: 'never', params: { programmeId: programmeId('muis'), periodId: never }, version: 1, about: null },
  ],
  '/supported/counts/:countId': (rows) =>
    versioned(rows, 'support_counts', { 'of kwintes': countId('schothorst psychisch kwintes 0'), 'of symfora': countId('schothorst psychisch symfora 0'), together: countId('schothorst psychisch samen 1'), withdrawn: countId('kruiskamp-koppel psychisch kwintes 0'), never }, 'countId'),
  '/directory/projects/:slug': ofKind('project'),
  '/directory/housings/:slug': ofKind('housing'),
  '/directory/schemes/:slug': ofKind('scheme'),
  '/directory/:kind/:slug/contacts/:contactId': contacts,
  '/directory/organizations/:slug/locations/:locationId': partsOfEntry('locations', 'organizations', 'organization_id', 'locationId'),
  '/directory/services/:slug/schedules/:scheduleId': partsOfEntry('schedules', 'services', 'service_id', 'scheduleId'),
  '/directory/confirmations/:token': async () => named('token', { link: linkSecret, never: 'no-such-link-was-ever-made-or-sent' }),
  '/directory/proposals/:proposalId': byProposal,
  '/directory/merges/:mergeId': byMerge,
  '/activities/:slug': async () => named('slug', { open: 'eetclub', 'without list': 'jeugdhuis-avond', leusden: 'larikslaan-opvang', never: 'bestaat-niet' }),
  '/activity-lists/:slug': async () => named('slug', { 'of els': 'eetclub', 'put to els': 'weer-naar-school', 'of sanne': 'coach-en-cootje', closed: 'wandelclub', 'without list': 'jeugdhuis-avond', leusden: 'larikslaan-opvang', never: 'bestaat-niet' }),
  '/activity-list-notices/:noticeId': anyOf('activity_list_notices', { noticeId: 'id' }),
  '/participations/:participationId': (rows) =>
    versioned(rows, 'participations', { 'by herself': participationId('lena'), 'by mirjam': participationId('gerrit'), 'by els': participationId('toos'), 'by youssef': participationId('yara'), stopped: participationId('gestopt'), leusden: idOf('participation', 'leusden'), never }, 'participationId'),
  '/board/notices/:noticeId': (rows) => versioned(rows, 'board_notices', { ours: noticeId('handy'), waiting: noticeId('computer'), coupled: noticeId('walker'), anywhere: noticeId('piano'), leusden: idOf('notice', 'leusden'), never }, 'noticeId'),
  '/board/work/:noticeId': (rows) => versioned(rows, 'board_notices', { ours: noticeId('handy'), waiting: noticeId('computer'), coupled: noticeId('walker'), reported: noticeId('chairs'), anywhere: noticeId('piano'), leusden: idOf('notice', 'leusden'), never }, 'noticeId'),
  '/board/work/:noticeId/reactions/:reactionId': async () =>
    Object.entries({ ours: ['bicycle', reactionId('bicycle')], kruiskamp: ['knitting', reactionId('knitting')], 'of another notice': ['drill', reactionId('bicycle')], leusden: ['leusden', idOf('notice reaction', 'leusden')], never: ['bicycle', never] }).map(([name, [key = '', id = '']]) => ({ name, params: { noticeId: noticeId(key), reactionId: id }, version: 1, about: id === never ? null : { table: 'board_reactions', id } })),
  '/wishes/:theme/:slug': async () =>
    Object.entries({ ours: ['meals', 'schothorst'], anywhere: ['talking', 'amersfoort'], few: ['games', 'randenbroek-schuilenburg'], leusden: ['meals', 'leusden'], never: ['meals', 'bestaat-niet'] }).map(([name, [theme = '', slug = '']]) => ({ name, params: { theme, slug }, about: null })),
  '/imports/:importId': imports,
  '/exports/:exportId': anyOf('directory_exports', { exportId: 'id' }),
  '/figures/imports/:importId': anyOf('figure_imports', { importId: 'id' }),
  '/figures/indicators/:key': async (rows) => [...(await anyOf('indicators', { key: 'key' })(rows)), { name: 'retired', params: { key: 'bankjes' }, version: 1, about: { table: 'indicators', id: idOf('indicator', 'benches') } }],
  '/figures/indicators/:key/figures/:figureId': async (rows) => {
    const [one, fromFile] = await rows('select id, version from figures where id in ($1, $2) order by import_id nulls first', [idOf('figure', 'randenbroek neighbours-help 2023'), idOf('figure', 'randenbroek neighbours-help 2024')])
    const place = (name: string, it: Record<string, unknown> | undefined): Place => ({ name, params: { key: 'neighbours-help', figureId: it?.id as string }, version: it?.version as number, about: { table: 'figures', id: it?.id as string } })
    return [place('by hand', one), place('from a file', fromFile), { name: 'never', params: { key: 'neighbours-help', figureId: never }, version: 1, about: null }]
  },
  '/figures/areas/:slug': async () =>
    Object.entries({ used: ['ouderen-in-beeld', 1], ended: ['weinig-koopwoningen', 2], 'of the tree': ['randenbroek', 1], leusden: ['leusden', 1], never: ['bestaat-niet', 1] }).map(([name, [slug, version]]): Place => ({ name, params: { slug: slug as string }, version: version as number, about: name === 'never' ? null : { table: 'areas', id: idOf('area', slug as string) } })),
  '/figures/suspects/:flagId': anyOf('figure_flags', { flagId: 'id' }),
  '/neighbourhood-maps/of/:slug': async () => named('slug', { ours: 'schothorst', leusden: 'leusden', never: 'bestaat-niet' }),
  '/neighbourhood-maps/:mapId': anyOf('neighbourhood_maps', { mapId: 'id' }),
  '/neighbourhood-maps/:mapId/sections/:section': anyOf('map_sections', { mapId: 'map_id', section: 'key' }),
  '/neighbourhood-maps/:mapId/themes/:theme': async () => [{ name: 'ours', params: { mapId: mapId('randenbroek-schuilenburg'), theme: '3-2' }, about: { table: 'neighbourhood_maps', id: mapId('randenbroek-schuilenburg') } }, { name: 'no theme', params: { mapId: mapId('randenbroek-schuilenburg'), theme: '1-1' }, about: null }, { name: 'never', params: { mapId: never, theme: '3-2' }, about: null }],
  '/neighbourhood-maps/:mapId/contributions/:contributionId': async (rows) => {
    const [place] = await rows("select id, map_id from map_contributions where kind = 'place' and map_id = $1 order by id", [mapId('randenbroek-schuilenburg')])
    return [...(await anyOf('map_contributions', { mapId: 'map_id', contributionId: 'id' })(rows)), { name: 'a place', params: { mapId: place?.map_id as string, contributionId: place?.id as string }, about: { table: 'map_contributions', id: place?.id as string } }]
  },
  '/neighbourhood-maps/:mapId/photos/:photoId': anyOf('map_photos', { mapId: 'map_id', photoId: 'id' }),
  '/neighbourhood-maps/:mapId/enquiries/:enquiryId': anyOf('cooperation_enquiries', { mapId: 'map_id', enquiryId: 'id' }),
  '/neighbourhood-maps/:mapId/scenarios/:scenarioId': anyOf('map_scenarios', { mapId: 'map_id', scenarioId: 'id' }),
  '/neighbourhood-maps/:mapId/goals/:goalId': anyOf('map_goals', { mapId: 'map_id', goalId: 'id' }),
  '/activity-reasons/of/:sort/:key': async () => reasonPlaces(),
  '/activity-reasons/of/:sort/:key/:slug': async () => reasonPlaces().map((it) => ({ ...it, params: { ...it.params, slug: 'randenbroek-schuilenburg' } })),
  '/activity-reasons/:reasonId': anyOf('activity_reasons', { reasonId: 'id' }),
  '/area-plans/of/:slug': async () => named('slug', { ours: 'kruiskamp-koppel', 'with a plan': 'schothorst', leusden: 'leusden', never: 'bestaat-niet' }),
  '/area-plans/:planId': plansIn,
  '/area-plans/:planId/goals/:goalId': anyOf('area_plan_goals', { planId: 'plan_id', goalId: 'id' }),
  '/area-plans/:planId/points/:pointId': anyOf('area_plan_points', { planId: 'plan_id', pointId: 'id' }),
  '/area-plans/:planId/analysis/:head': async (rows) => (await plansIn(rows)).map((it) => ({ ...it, params: { ...it.params, head: 'nodig' } })),
  '/area-plans/:planId/actions/:actionId': anyOf('area_plan_actions', { planId: 'plan_id', actionId: 'id' }),
  '/neighbourhood-indicators/:key': anyOf('indicators', { key: 'key' }),
  '/prevalences/:prevalenceId': async () => [{ name: 'ours', params: { prevalenceId: prevalenceId('eenzaam') }, version: 1, about: null }, { name: 'never', params: { prevalenceId: never }, version: 1, about: null }],
  '/social-rounds/:code': async () => named('code', { open: roundCodes.kruiskamp, 'handed out': roundCodes['schothorst-zuid'], over: roundCodes.randenbroek, never: 'zzzzzzzzzzzz' }),
  '/social-formula/parts/:part': async () => [{ name: 'ours', params: { part: 'taking-part' }, version: 1, about: null }, { name: 'never', params: { part: 'bestaat-niet' }, version: 1, about: null }],
  '/teams/:slug': async () => named('slug', { ours: 'schothorst', leusden: 'leusden', never: 'bestaat-niet' }),
  '/neighbourhoods/:slug': async () => named('slug', { ours: 'schothorst', leusden: 'leusden', never: 'bestaat-niet' }),
}

const keyOf = (at: string): string => at.slice(0, at.lastIndexOf(':') + (/^:\w+/.exec(at.slice(at.lastIndexOf(':')))?.[0].length ?? 0))

/** Entries with names in their address for which nobody wrote down what to try. */
export const withoutPlaces = (entries: readonly Entry[]): string[] => entries.filter((it) => it.at.includes(':') && !places[keyOf(it.at)]).map((it) => `${it.name}: add '${keyOf(it.at)}' to tests/support/matrix/places.ts`)

const asked = (it: Entry): Place[] => ['', ...(questions[it.name] ?? [])].map((query) => ({ name: query, params: {}, query, about: null }))

/** The records on which an entry is tried; when its address names none, what it is asked for. */
export const placesFor = async (t: Town, it: Entry): Promise<readonly Place[]> => (it.at.includes(':') ? ((await places[keyOf(it.at)]?.(t.rows)) ?? []) : asked(it))
