import type { AuditAction } from '../../platform/context.ts'
import type { Text } from '../../platform/texts.ts'

// Whole phrases without a subject, so that the same words serve the resident, the privacy officer and whoever did it.
const known: Record<string, Text> = {
  'cases.list': { nl: 'Dossiernummer gezien in een lijst', en: 'Case number seen in a list' },
  'cases.view': { nl: 'Dossier bekeken', en: 'Case viewed' },
  'cases.open': { nl: 'Dossier geopend', en: 'Case opened' },
  'cases.answer-question': { nl: 'Vraag uit een stap beantwoord', en: 'Question of a step answered' },
  'cases.open-step': { nl: 'Naar een andere stap gegaan', en: 'Moved to another step' },
  'cases.describe-question': { nl: 'Opgeschreven wat er nodig is', en: 'Wrote down what is needed' },
  'cases.agree-action': { nl: 'Afspraak gemaakt', en: 'Agreement made' },
  'cases.report-action': { nl: 'Verteld hoe een afspraak ging', en: 'Reported on an agreement' },
  'cases.record-deed': { nl: 'Opgeschreven wat er is gedaan', en: 'Wrote down what was done' },
  'cases.record-contact': { nl: 'Opgeschreven dat er contact was', en: 'Wrote down that there was contact' },
  'cases.involve': { nl: 'Iemand bij het dossier betrokken', en: 'Involved somebody in the case' },
  'cases.end-involvement': { nl: 'Iemand van het dossier gehaald', en: 'Ended somebody’s involvement' },
  'cases.record-ground': { nl: 'Toestemming of andere grondslag vastgelegd', en: 'Consent or other legal ground recorded' },
  'cases.withdraw-consent': { nl: 'Toestemming ingetrokken', en: 'Consent withdrawn' },
  'cases.plan': { nl: 'Volgende datum gekozen', en: 'Next date chosen' },
  'cases.propose-handover': { nl: 'Dossier aan een collega aangeboden', en: 'Case offered to a colleague' },
  'cases.answer-handover': { nl: 'Antwoord gegeven op een overdracht', en: 'Answered a handover' },
  'cases.view-identity': { nl: 'Naam en adres bekeken', en: 'Name and address viewed' },
  'cases.link-identity': { nl: 'Naam en adres vastgelegd', en: 'Name and address recorded' },
  'cases.unlink-identity': { nl: 'Naam en adres gewist', en: 'Name and address erased' },
  'cases.close': { nl: 'Dossier gesloten', en: 'Case closed' },
  'meetings.list': { nl: 'Lijst met overleggen bekeken', en: 'List of meetings viewed' },
  'meetings.view': { nl: 'Agenda van een overleg bekeken', en: 'Agenda of a meeting viewed' },
  'meetings.view-item': { nl: 'Punt van een overleg bekeken', en: 'Item of a meeting viewed' },
  'meetings.view-pack': { nl: 'Mapje voor een overleg bekeken', en: 'Folder for a meeting viewed' },
  'meetings.take-along': { nl: 'Overleg in de eigen agenda gezet', en: 'Meeting put in the own calendar' },
  'meetings.plan': { nl: 'Overleg gepland', en: 'Meeting planned' },
  'meetings.add-case': { nl: 'Dossier op de agenda van een overleg gezet', en: 'Case put on the agenda of a meeting' },
  'meetings.compose-agenda': { nl: 'Agenda van een overleg gemaakt', en: 'Agenda of a meeting made' },
  'meetings.take-minutes': { nl: 'Verslag van een overleg geschreven', en: 'Minutes of a meeting written' },
  'meetings.agree': { nl: 'Afspraak gemaakt in een overleg', en: 'Agreement made in a meeting' },
  'meetings.open-item': { nl: 'Punt besproken in een overleg', en: 'Item discussed in a meeting' },
  'meetings.invite-guest': { nl: 'Gast uitgenodigd voor een overleg', en: 'Guest invited to a meeting' },
  'meetings.end': { nl: 'Overleg afgesloten', en: 'Meeting ended' },
  'signals.list': { nl: 'Lijst met signalen bekeken', en: 'List of signals viewed' },
  'signals.view': { nl: 'Signaal bekeken', en: 'Signal viewed' },
  'signals.report': { nl: 'Signaal doorgegeven', en: 'Signal reported' },
  'neighbourhood-map.write-section': { nl: 'Tekst van een wijkkaart geschreven', en: 'Text of a neighbourhood map written' },
  'neighbourhood-map.publish-section': { nl: 'Deel van een wijkkaart gepubliceerd', en: 'Section of a neighbourhood map published' },
  'neighbourhood-map.record-expectation': { nl: 'Vooraf gezegd wat te verwachten van cijfers', en: 'Said beforehand what to expect of figures' },
  'neighbourhood-map.reveal-figures': { nl: 'Cijfers van een onderwerp laten zien', en: 'Figures of a theme shown' },
  'neighbourhood-map.view-expectations': { nl: 'Verwachtingen van een wijk bekeken', en: 'Expectations of a neighbourhood viewed' },
  'neighbourhood-map.add-photo': { nl: 'Foto aan een wijkkaart toegevoegd', en: 'Photo added to a neighbourhood map' },
  'neighbourhood-map.withdraw-photo': { nl: 'Foto weggehaald en gewist', en: 'Photo taken away and erased' },
  'neighbourhood-map.view-photo': { nl: 'Foto bij een wijkkaart bekeken', en: 'Photo of a neighbourhood map viewed' },
  'neighbourhood-map.point-place': { nl: 'Plek aangewezen in de schets van een wijk', en: 'Place pointed out in the sketch of a neighbourhood' },
  'neighbourhood-map.answer-enquiry': { nl: 'Antwoord gegeven over samenwerking', en: 'Answered about cooperation' },
  'figures.imports': { nl: 'Lijst met bestanden bekeken', en: 'List of files viewed' },
  'figures.import': { nl: 'Bestand met cijfers bekeken', en: 'File with figures viewed' },
  'figures.bring-file': { nl: 'Bestand met cijfers ingelezen', en: 'File with figures brought in' },
  'figures.apply-import': { nl: 'Cijfers uit een bestand overgenomen', en: 'Figures of a file taken in' },
  'figures.withdraw-import': { nl: 'Cijfers uit een bestand teruggedraaid', en: 'Figures of a file taken back' },
  'figures.suspects': { nl: 'Cijfers in twijfel bekeken', en: 'Figures in doubt viewed' },
  'figures.judge-suspect': { nl: 'Cijfer in twijfel nagekeken', en: 'Figure in doubt checked' },
  'figures.indicators': { nl: 'Lijst met indicatoren bekeken', en: 'List of indicators viewed' },
  'figures.define-indicator': { nl: 'Indicator gemaakt', en: 'Indicator made' },
  'figures.enter-figure': { nl: 'Cijfer ingevoerd', en: 'Figure entered' },
  'figures.record-break': { nl: 'Breuk in een reeks cijfers vastgelegd', en: 'Break in a series of figures recorded' },
  'figures.check-all': { nl: 'Alle cijfers nagekeken', en: 'All figures checked' },
  'need.view': { nl: 'Behoefte en aanbod van een wijk bekeken', en: 'Need and supply of a neighbourhood viewed' },
  'need.download': { nl: 'Behoefte en aanbod van een wijk gedownload', en: 'Need and supply of a neighbourhood downloaded' },
  'prevalences.add': { nl: 'Vastgelegd hoe vaak iets voorkomt', en: 'How often something occurs written down' },
  'prevalences.change': { nl: 'Gewijzigd hoe vaak iets voorkomt', en: 'How often something occurs changed' },
  'prevalences.withdraw': { nl: 'Cijfer over hoe vaak iets voorkomt weggenomen', en: 'Figure of how often something occurs taken away' },
  'directory.tell-gap': { nl: 'Gemeld dat er voor een vraag geen aanbod is, zonder van wie', en: 'Told that there is no offer for a question, without whose' },
  'social.open-round': { nl: 'Vragenlijst voor bewoners begonnen', en: 'Questionnaire for residents begun' },
  'social.answer': { nl: 'Vragenlijst ingevuld, zonder dat is bewaard wat of door wie', en: 'Questionnaire filled in, without keeping what or by whom' },
  'social.set-formula': { nl: 'Berekening van sociale kwaliteit gewijzigd', en: 'Calculation of social quality changed' },
  'social.set-part': { nl: 'Deel van de sociale index gewijzigd', en: 'Part of the social index changed' },
  'participation.wish': { nl: 'Wens voor een activiteit achtergelaten', en: 'Wish for an activity left' },
  'participation.pass-on-wish': { nl: 'Wensen voor een activiteit doorgegeven', en: 'Wishes for an activity passed on' },
  'participation.wishes-for-staff': { nl: 'Wensen voor activiteiten bekeken', en: 'Wishes for activities viewed' },
  'participation.answer-wish': { nl: 'Verteld welke activiteit op een wens begonnen is', en: 'Told which activity started in answer to a wish' },
  'participation.join': { nl: 'Aangemeld voor een activiteit', en: 'Registered for an activity' },
  'participation.register': { nl: 'Bewoner aangemeld voor een activiteit', en: 'Resident registered for an activity' },
  'participation.call-off': { nl: 'Afgezegd voor een activiteit', en: 'Cancelled for an activity' },
  'participation.lists': { nl: 'Eigen aanmeldingen bekeken', en: 'Own registrations viewed' },
  'participation.list': { nl: 'Deelnemerslijst bekeken', en: 'List of participants viewed' },
  'participation.open-list': { nl: 'Deelnemerslijst geopend', en: 'List of participants opened' },
  'participation.participant': { nl: 'Deelnemer bekeken', en: 'Participant viewed' },
  'participation.note-absence': { nl: 'Vastgelegd dat iemand er niet was', en: 'Recorded that somebody was not there' },
  'participation.cancel': { nl: 'Deelnemer afgemeld en naam gewist', en: 'Participant cancelled and name erased' },
  'participation.note-drop-out': { nl: 'Vastgelegd dat een deelnemer uit beeld is', en: 'Recorded that a participant is out of sight' },
  'today.view': { nl: 'Gezien in een lijst met werk', en: 'Seen in a list of work' },
  'portal.view-plan': { nl: 'Eigen plan bekeken', en: 'Own plan viewed' },
  'portal.give-consent': { nl: 'Toestemming gegeven', en: 'Consent given' },
  'portal.withdraw-consent': { nl: 'Toestemming ingetrokken', en: 'Consent withdrawn' },
  'audit.list-events': { nl: 'Logboek bekeken', en: 'Log viewed' },
  'audit.list-my-events': { nl: 'Eigen logboek bekeken', en: 'Own log viewed' },
}

type Kinds = Record<AuditAction, Text>
const kindsOf = (nl: string, en: string): Kinds => ({
  C: { nl: `${nl}: iets toegevoegd`, en: `${en}: something added` },
  R: { nl: `${nl}: bekeken`, en: `${en}: viewed` },
  U: { nl: `${nl}: iets gewijzigd`, en: `${en}: something changed` },
  D: { nl: `${nl}: iets verwijderd`, en: `${en}: something removed` },
  E: { nl: `${nl}: iets uitgevoerd`, en: `${en}: something carried out` },
})
const areas: Record<string, Kinds> = {
  cases: kindsOf('Dossier', 'Case'),
  meetings: kindsOf('Overleg', 'Meeting'),
  participation: kindsOf('Meedoen', 'Taking part'),
  signals: kindsOf('Signaal', 'Signal'),
  portal: kindsOf('Mijn plan', 'My plan'),
  access: kindsOf('Account', 'Account'),
  'neighbourhood-map': kindsOf('Wijkkaart', 'Neighbourhood map'),
  figures: kindsOf('Cijfers', 'Figures'),
  social: kindsOf('Sociale kwaliteit', 'Social quality'),
  directory: kindsOf('Sociale kaart', 'Directory'),
}
const elsewhere = kindsOf('Gegevens', 'Data')

/**
 * What an event in the log was, in plain words.
 *
 * @param eventCode  name of the act, '<capability>.<verb>'
 * @param action     kind of access, for acts without a sentence of their own
 */
export const whatHappened = (eventCode: string, action: AuditAction = 'R'): Text => known[eventCode] ?? (areas[eventCode.split('.')[0] ?? ''] ?? elsewhere)[action]

const purposes: Record<string, Text> = {
  welfare: { nl: 'welzijn', en: 'welfare' },
  wmo: { nl: 'Wmo', en: 'Social Support Act' },
  jeugdwet: { nl: 'Jeugdwet', en: 'Youth Act' },
  participatiewet: { nl: 'Participatiewet', en: 'Participation Act' },
  wgs: { nl: 'schuldhulp (Wgs)', en: 'debt counselling' },
  'public-health': { nl: 'publieke gezondheid', en: 'public health' },
  'public-order': { nl: 'openbare orde', en: 'public order' },
}

/** The law or task for which somebody looked; undefined for an unknown one. */
export const purposeWords = (purpose: string | null): Text | undefined => (purpose === null ? undefined : purposes[purpose])
