import { totpCode } from '../../../capabilities/access/totp.ts'
import { caseId } from '../../../db/seeds/demo/cases.ts'
import { areaId, organizationId, personId, teamId } from '../../../db/seeds/demo/cast.ts'
import { serviceId } from '../../../db/seeds/demo/directory.ts'
import { idOf } from '../../../db/seeds/demo/ids.ts'
import { picture } from '../../../db/seeds/demo/maps/picture.ts'
import { noticeCode, noticeId } from '../../../db/seeds/demo/board.ts'
import { callOffCode } from '../../../db/seeds/demo/participation.ts'
import { followCode } from '../../../db/seeds/demo/signals.ts'
import { z } from 'zod'
import type { AnyAct, Entry } from '../../../platform/act.ts'
import { monday } from '../town.ts'

const secret = 'ABCDEFGHIJKLMNOPQRSTABCDEFGHIJKL'
const later = '2026-03-09'
const today = '2026-03-02'
const words = 'Om te proberen'
const person = { sex: 'unknown', ageBand: 'unknown', themes: ['isolation'], questionKind: 'company', question: words, urgency: 'normal' }
const firstTeam = teamId('randenbroek-schuilenburg')

const facts = { name: 'Samen op pad', summary: words, registration: 'unknown', referral: 'unknown', indication: 'unknown' }
const network = { name: words, kind: 'broad-network', areaId: areaId('schothorst'), summary: words, visibility: 'public' }
const organization = { name: 'De Proeftuin', kind: 'organization', summary: words }

/** What to send to an act, as JSON, so that it succeeds for at least one of the cast on one of the places. Without a line here the plainest input is tried. */
const inputs: Record<string, Record<string, unknown>> = {
  'cases.open': { ...person, teamId: firstTeam, nextOn: later },
  'cases.answer-question': { question: '3.1', body: words },
  'cases.open-step': { state: 'progress' },
  'cases.describe-question': { question: words },
  'cases.agree-action': { what: words, why: words, takerParty: 'een buur', dueOn: later },
  'cases.report-action': { state: 'done', result: words, doneOn: today },
  'cases.record-deed': { what: words, byParty: 'een buur', doneOn: today },
  'cases.record-contact': { onDay: today, channel: 'phone', withWhom: 'resident', reached: true },
  'cases.involve': { personId: personId('nadia'), role: 'consulted', class: '3', reason: words, untilOn: later },
  'cases.end-involvement': {},
  'cases.record-ground': { kind: 'legal-task', receiver: `team:${firstTeam}`, withIdentity: true, article: 'Wmo 2015, artikel 2.3.2', untilOn: later },
  'cases.withdraw-consent': {},
  'cases.plan': { nextOn: later, urgency: 'soon', inPortfolio: false },
  'cases.propose-handover': { toId: personId('els'), reason: words },
  'cases.answer-handover': { answer: 'accept' },
  'cases.link-identity': { name: 'Iemand Anders' },
  'cases.unlink-identity': {},
  'cases.make-resident-code': {},
  'cases.close': { outcome: 'arranged', problem: words, problemOwner: words, whatWorked: words, satisfaction: words, stayAlert: words, lesson: words },
  'signals.report': { area: 'schuilenburg', relation: 'neighbour', seen: words, urgency: 'normal', knows: 'no', wantsFeedback: false },
  'signals.follow': { code: followCode('after-church') },
  'signals.bring': { area: 'schuilenburg', seen: words, themes: ['isolation'], urgency: 'normal', knows: 'no', channel: 'phone', source: 'own', relation: 'neighbour', wantsFeedback: false },
  'signals.take-up': { ownerId: personId('mirjam'), nextOn: later },
  'signals.assess': { ownStrength: words, themes: ['isolation'], urgency: 'normal', needs: [], nextOn: later },
  'signals.ask': { body: words, nextOn: later },
  'signals.open-case': { ...person, ownerId: personId('els'), nextOn: later },
  'signals.close': { outcome: 'advised', result: words },
  'signals.hand-over': { teamId: teamId('schothorst'), reason: words },
  'signals.give-feedback': { how: 'phone', on: today, told: words },
  'signals.waive-feedback': { reason: words },
  'directory.tell-wrong': { what: 'correction', message: words },
  'directory.confirm-by-link': {},
  'directory.correct-by-link': { what: 'wrong', message: words },
  'directory.make-service': { ...facts, kind: 'service', organizationId: organizationId('swa') },
  'directory.make-organization': organization,
  'directory.make-network': { ...network, name: `${words} erbij` },
  'directory.change-network': { ...network, state: 'published' },
  'directory.propose-new': { what: 'service', name: words, summary: words },
  'directory.approve-change': { fields: ['summary'], thanks: words },
  'directory.use-message': { thanks: words },
  'directory.add-proposed': { organizationId: organizationId('swa'), thanks: words },
  'directory.decline': { reason: words },
  'directory.unmerge': {},
  'directory.change': { ...facts, checked: true },
  'directory.sort': { reach: [areaId('schothorst')], fields: [], groups: [], domains: [], languages: [] },
  'directory.publish': { state: 'published', visibility: 'public' },
  'directory.tell-room': { light: 'room' },
  'directory.propose': facts,
  'directory.change-organization': { ...organization, state: 'published', visibility: 'public', checked: true },
  'directory.confirm': {},
  'directory.undo': {},
  'directory.ask-owner': {},
  'directory.choose-owner': { ownerId: personId('els') },
  'directory.add-contact': { name: words, visibility: 'public', languages: [] },
  'directory.change-contact': { name: words, visibility: 'public', languages: [] },
  'directory.remove-contact': {},
  'directory.add-place': { name: words, masked: false, areaId: 'geen' },
  'directory.change-place': { name: words, masked: false, areaId: 'geen' },
  'directory.remove-place': {},
  'directory.choose-places': { places: [] },
  'directory.add-schedule': { how: 'weekly', days: ['MO'] },
  'directory.change-schedule': { how: 'weekly', days: ['MO'] },
  'directory.remove-schedule': {},
  'directory.change-openness': { physical: 'good', psychological: 'good', financial: 'good', transport: 'good', disability: 'good', host: 'yes', companion: 'yes', pickup: 'yes', inclusive: 'everyone', funding: [] },
  'directory.change-project': { goals: words, partners: [] },
  'directory.change-housing': { form: 'supported' },
  'directory.change-scheme': { what: 'scheme', helpedBy: 'niemand' },
  'directory.keep-favourite': {},
  'directory.drop-favourite': {},
  'directory.point': {},
  'directory.stop-pointing': {},
  'directory.change-identifiers': { kvk: '00000013' },
  'programmes.make': { organizationId: organizationId('swa'), name: words, description: words },
  'programmes.change': { name: words, description: words, services: [] },
  'programmes.note-period': { fromOn: '2020-01-01', untilOn: '2020-06-30', children: 12 },
  'programmes.change-period': { fromOn: '2020-01-01', untilOn: '2020-06-30', children: 12 },
  'programmes.remove-period': {},
  'supported.enter': { areaId: areaId('schothorst'), group: 'ouderen', countedOn: '2020-01-01', organizationId: organizationId('swa'), residents: 12, source: words },
  'supported.enter-together': { areaId: areaId('schothorst'), group: 'psychisch', countedOn: '2026-01-01', parties: [organizationId('symfora'), organizationId('kwintes')], residents: 90, source: words },
  'supported.bring': { file: { name: 'tellingen.csv', content: Buffer.from('wijk;aanbieder;voor wie;geteld op;bewoners;bron\nschothorst;swa;ouderen;2020-01-01;12;eigen registratie\n').toString('base64') } },
  'supported.correct': { residents: 91, source: words, reason: words },
  'supported.withdraw': { reason: words },
  'directory.note-threshold': { kind: 'company', what: words, forWhom: words, locationId: 'overal', done: [] },
  'directory.make-room': { done: ['host'], doneWords: words, effect: 'smaller', effectWords: words },
  'directory.withdraw-threshold': {},
  'directory.note-mixing': { who: words, how: words, worked: words },
  'directory.change-mixing-note': { who: words, how: words, failed: words },
  'directory.remove-mixing-note': {},
  'handing-over.follow': { services: 'eetclub,maatjesproject' },
  'handing-over.unfollow': { services: 'eetclub,maatjesproject' },
  'directory.pass-on-change': {},
  'directory.tell-wait': { wait: 'two-weeks' },
  'directory.move-service': { reason: words },
  'directory.merge': { intoId: idOf('service', 'eetcafe') },
  'exchange.look-at-source': { source: words, file: { name: 'lijst.csv', content: Buffer.from('naam;organisatie\nDe Tafel;De Proeftuin\n').toString('base64') } },
  'exchange.map-columns': { name: 'k1', organization: 'k2' },
  'exchange.export-whole': { reason: words, masked: false },
  'exchange.take-in': {},
  'exchange.withdraw': {},
  'figures.bring-file': { file: { name: 'cijfers.csv', content: Buffer.from('wijk;inwoners\nSchothorst;100\n').toString('base64') }, year: 2025, publisher: words, edition: words },
  'figures.judge-suspect': { judgement: 'right', reason: words },
  'figures.check-all': {},
  'figures.define-indicator': { name: words, definition: words, unit: 'number', kind: 'fact', direction: 'neutral', decimals: 0 },
  'figures.change-indicator': { name: words, definition: words, kind: 'fact', base: words, direction: 'neutral', decimals: 0 },
  'figures.retire-indicator': {}, 'figures.restore-indicator': {},
  'figures.enter-figure': { areaId: areaId('schothorst'), year: 2024, value: 5, publisher: words, edition: words },
  'figures.make-area': { name: words, kind: 'project-area', about: words, parts: [areaId('randenbroek'), areaId('kruiskamp')] },
  'figures.change-area': { name: words, kind: 'village', about: words, parts: [areaId('randenbroek'), areaId('kruiskamp')] },
  'figures.end-area': { reason: words }, 'figures.restore-area': {},
  'figures.correct-figure': { value: 12, population: 300, reason: words },
  'figures.withdraw-figure': { reason: words },
  'figures.record-break': { year: 2019, note: words },
  'directory.tell-gap': { area: 'randenbroek', domain: 'recht', source: 'triage' },
  'prevalences.add': { name: words, domain: 'meedoen', group: 'iedereen', base: 'inhabitants', share: 12, publisher: words, edition: words, because: words },
  'prevalences.change': { name: words, domain: 'meedoen', group: 'iedereen', base: 'inhabitants', share: 12, publisher: words, edition: words, because: words },
  'prevalences.withdraw': { because: words },
  'social.open-round': { name: words, kind: 'open', closesOn: later },
  'social.answer': { know: 3, pleasant: 7, sociable: 7, home: 8 },
  'social.set-formula': { know: 1, pleasant: 1, sociable: 1, home: 1 },
  'social.set-part': { weight: 1 },
  'neighbourhood-map.record-expectation': { indicator: 'rented', expects: 'higher', saidBy: words, knew: false },
  'neighbourhood-map.reveal-figures': { skip: true },
  'neighbourhood-map.add-photo': { photo: { name: 'tafel.jpg', content: picture.toString('base64') }, alt: words, madeBy: words, madeOn: today, permissionBy: words, permissionHow: 'written', permissionOn: today },
  'neighbourhood-map.withdraw-photo': { because: words },
  'neighbourhood-map.point-place': { square: 'C4' },
  'neighbourhood-map.open': { edition: 2027 },
  'neighbourhood-map.open-enquiry': { closesOn: later },
  'neighbourhood-map.restore-section': { version: '1' },
  'neighbourhood-map.choose-scenario': { scenarioId: idOf('scenario', 'randenbroek'), reasons: words, decidedBy: words, decidedOn: today },
  'area-plans.open': { fromYear: 2026, untilYear: 2029, about: words },
  'area-plans.change': { fromYear: 2026, untilYear: 2029, about: words },
  'area-plans.set-goal': { goal: words, sign: words, term: 'long', targetYear: 2030 },
  'area-plans.change-goal': { goal: words, sign: words, term: 'long', targetYear: 2030, state: 'running' },
  'area-plans.add-point': { statement: words, verdict: 'unknown' },
  'area-plans.change-point': { statement: words, verdict: 'unknown' },
  'area-plans.choose-team': { model: 'generalists', reasons: words },
  'area-plans.withdraw-point': { because: words },
  'activity-reasons.give': { because: words, asked: ['wish:walking'] },
  'area-plans.add-action': { what: words, problem: words, forWhom: words, party: words, moment: words, ownerId: personId('anke'), nextOn: later },
  'area-plans.change-action': { what: words, problem: words, forWhom: words, party: words, moment: words, ownerId: personId('anke'), nextOn: later },
  'area-plans.report-action': { state: 'done', result: words },
  'area-plans.end': { outcome: words },
  'neighbourhood-map.write-section': { body: words, source: words, status: 'draft' },
  'meetings.plan': {
    teamId: firstTeam, name: words, goal: words, firstOn: later, startsAt: '10:00', minutes: 60, everyWeeks: 2, place: words, mostNewCases: 2, participants: [personId('hassan'), personId('els')],
  },
  'meetings.report-task': { state: 'done', result: words },
  'meetings.compose-agenda': {},
  'meetings.add-topic': { topic: words, minutes: 10 },
  'meetings.add-case': { caseId: caseId('a-buddy') },
  'meetings.remove-item': {},
  'meetings.invite': {},
  'meetings.invite-guest': { personId: personId('dirk') },
  'meetings.answer': { answer: 'no' },
  'meetings.start': {},
  'meetings.open-item': {},
  'meetings.take-minutes': { body: words },
  'meetings.agree': { takerId: personId('mirjam'), what: words, why: words, dueOn: later },
  'meetings.end': { attended: [personId('hassan')] },
  'portal.give-consent': { receiver: `organization:${organizationId('ravelijn')}`, untilOn: later },
  'portal.withdraw-consent': {},
  'board.leave': { kind: 'offer', what: 'thing', title: words, words, area: 'schothorst', days: '30', called: words, phone: '06 12 34 56 78' },
  'board.leave-for': { kind: 'ask', what: 'talent', title: words, words, area: 'schothorst', days: '30', called: words, phone: '06 12 34 56 78', manner: 'spoken', agreed: true },
  'board.follow': { code: noticeCode('drill'), which: 'look' },
  'board.react': { words, called: words, phone: '06 12 34 56 78' },
  'board.report': { reason: 'improper' },
  'board.approve': {},
  'board.refuse': { reason: 'unclear' },
  'board.match': { otherId: noticeId('shelf') },
  'board.finish': {},
  'board.handle-reaction': {},
  'board.look-at-reports': {},
  'participation.wish': { theme: 'walking', area: 'schothorst', dayParts: ['morning'] },
  'participation.pass-on-wish': { theme: 'walking', area: 'schothorst', dayParts: ['morning'], people: 4 },
  'participation.answer-wish': { serviceId: serviceId('eetclub') },
  'participation.join': { called: words, followUp: false, supporterAgreed: false },
  'participation.register': { called: words, followUp: false, supporterAgreed: false, manner: 'spoken', agreed: true },
  'participation.call-off': { code: callOffCode('lena'), which: 'once', onDay: later },
  'participation.open-list': { serviceId: serviceId('koffie-de-roef'), teamId: firstTeam },
  'participation.propose-list': { toId: personId('mirjam'), reason: words },
  'participation.answer-list': { answer: 'accept' },
  'participation.see-list-notice': {},
  'participation.close-list': { names: 'keep' },
  'participation.note-absence': { onDay: today, how: 'missed' },
  'participation.cancel': {},
  'participation.note-drop-out': { reason: 'unknown' },
  'access.choose-look': { theme: 'dark', locale: 'nl' },
  'access.choose-purpose': { purpose: 'wmo' },
  'access.turn-on-second-step': { secret, code: totpCode(secret, monday) },
  'access.remove-passkey': {},
  'access.end-session': {},
  'access.sign-out-elsewhere': {},
  'access.sign-out-everywhere': {},
}

type Schema = { type?: string; format?: string; enum?: unknown[]; const?: unknown; anyOf?: Schema[]; items?: Schema; minItems?: number; minimum?: number; properties?: Record<string, Schema>; required?: string[] }

/** The plainest value that fits: the first choice, the least number, today. */
function plainest(it: Schema): unknown {
  if (it.const !== undefined) return it.const
  if (it.enum) return it.enum[0]
  if (it.anyOf) return plainest(it.anyOf[0] ?? {})
  if (it.type === 'object') return Object.fromEntries((it.required ?? []).map((name) => [name, plainest(it.properties?.[name] ?? {})]))
  if (it.type === 'array') return it.minItems ? [plainest(it.items ?? {})] : []
  if (it.type === 'boolean') return false
  if (it.type === 'integer' || it.type === 'number') return Math.max(it.minimum ?? 1, 1)
  return ({ date: today, uuid: personId('hassan'), email: 'iemand@example.nl' } as Record<string, string>)[it.format ?? ''] ?? words
}

/** What to send to an act: what was written down for it, and else the plainest that its schema takes. */
export function inputFor(it: AnyAct): Record<string, unknown> {
  return inputs[it.name] ?? (plainest(z.toJSONSchema(it.input, { io: 'input', unrepresentable: 'any' }) as Schema) as Record<string, unknown>)
}

/** Acts whose input their schema refuses: nobody wrote one, and the plainest does not fit. */
export const withoutInput = (entries: readonly Entry[]): string[] =>
  entries.flatMap((it) => {
    if (it.kind !== 'act') return []
    const parsed = it.input.safeParse(inputFor(it))
    return parsed.success ? [] : [`${it.name}: add an input to tests/support/matrix/inputs.ts (${parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join(', ')})`]
  })

type Sent = { name: string; content: string }
const isFile = (value: unknown): value is Sent => typeof value === 'object' && value !== null && 'content' in value

/** The same input as a browser sends it, with the hidden fields of the form. */
export function typed(hidden: Record<string, string>, input: Record<string, unknown>): URLSearchParams | FormData {
  const body = Object.values(input).some(isFile) ? new FormData() : new URLSearchParams()
  for (const [name, value] of Object.entries({ ...hidden, ...input })) {
    if (isFile(value)) (body as FormData).append(name, new File([Buffer.from(value.content, 'base64')], value.name))
    else if (typeof value === 'boolean') value && body.append(name, 'ja')
    else for (const one of [value].flat()) body.append(name, String(one))
  }
  return body
}
