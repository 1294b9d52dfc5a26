// Made from the migrated database: UPDATE_TYPES=1 npx vitest run db/types.test.ts
import type { Generated } from 'kysely'

/** Every table the application can reach, as the migrations leave it. */
export type Database = {
  actions: {
    municipalityId: string
    id: string
    caseId: string
    what: string
    why: string
    takerId: string | null
    takerParty: string | null
    ownerId: string
    dueOn: string
    state: Generated<'open' | 'done' | 'not-done' | 'dropped'>
    result: string | null
    agreedAt: Date
    closedAt: Date | null
    version: Generated<number>
    agreedIn: string | null
  }
  agendaItems: {
    municipalityId: string
    id: string
    meetingId: string
    position: number
    kind: 'running-case' | 'new-case' | 'topic'
    caseId: string | null
    topic: string | null
    minutes: number
    state: Generated<'waiting' | 'open' | 'done'>
    openedAt: Date | null
    doneAt: Date | null
  }
  areaStories: {
    municipalityId: string
    id: string
    areaId: string
    kind: 'strength' | 'quote' | 'history'
    bodyNl: string
    bodyEn: string
    saidByNl: string | null
    saidByEn: string | null
    toldOn: string | null
    permissionOn: string | null
    sourceId: string | null
    position: number
  }
  areas: {
    municipalityId: string
    id: string
    parentId: string | null
    slug: string
    name: string
    kind: 'municipality' | 'neighbourhood' | 'sub-area' | 'village' | 'project-area'
  }
  caseAnswers: {
    municipalityId: string
    caseId: string
    step: number
    round: Generated<number>
    question: string
    version: number
    ownQuestion: string | null
    body: string
    writtenBy: string
    writtenAt: Date
  }
  caseClosures: {
    municipalityId: string
    caseId: string
    outcome: 'arranged' | 'partly-arranged' | 'own-strength' | 'handed-over' | 'declined' | 'moved-away' | 'died'
    problem: string
    problemOwner: string
    whatWorked: string
    satisfaction: string
    stayAlert: string
    lesson: string
    aftercareBy: string | null
    aftercareUntil: string | null
    closedBy: string
    closedAt: Date
  }
  caseContents: {
    municipalityId: string
    caseId: string
    themes: string[]
    questionKind: 'help-at-home' | 'company' | 'money' | 'health' | 'safety' | 'housing' | 'raising-children' | 'care-for-another' | 'taking-part' | 'nuisance' | 'unclear'
    question: string | null
    questionBehind: string | null
    ownWords: string | null
    ownWordsOn: string | null
    introducedBy: string | null
    sex: Generated<'female' | 'male' | 'other' | 'unknown'>
    ageBand: Generated<'0-17' | '18-34' | '35-54' | '55-64' | '65-74' | '75-84' | '85+' | 'unknown'>
    livingSituation: string | null
    nationality: string | null
    childrenConsidered: string | null
    version: Generated<number>
  }
  caseHandovers: {
    municipalityId: string
    id: string
    caseId: string
    fromId: string
    toId: string
    reason: string
    proposedAt: Date
    answeredAt: Date | null
    accepted: boolean | null
  }
  caseSteps: {
    municipalityId: string
    caseId: string
    step: number
    round: Generated<number>
    openedOn: string
    openedBy: string
  }
  cases: {
    municipalityId: string
    id: string
    number: string
    teamId: string
    purpose: string
    state: 'signal' | 'deepening' | 'action' | 'progress' | 'closed'
    inPortfolio: Generated<boolean>
    urgency: Generated<'normal' | 'soon' | 'now'>
    ownerId: string
    nextOn: string | null
    startedOn: string
    startedIn: Generated<'day' | 'month'>
    openedBy: string
    openedAt: Date
    closedAt: Date | null
    anonymous: Generated<boolean>
    version: Generated<number>
  }
  contacts: {
    municipalityId: string
    id: string
    caseId: string
    byId: string
    onDay: string
    channel: 'visit' | 'phone' | 'message' | 'walk-in' | 'meeting'
    withWhom: 'resident' | 'informal-carer' | 'own-network' | 'gp' | 'organization'
    organizationId: string | null
    reached: Generated<boolean>
    recordedAt: Date
  }
  deeds: {
    municipalityId: string
    id: string
    caseId: string
    actionId: string | null
    what: string
    byId: string | null
    byParty: string | null
    doneOn: string
    recordedAt: Date
    recordedBy: string
  }
  figures: {
    municipalityId: string
    id: string
    areaId: string
    indicatorId: string
    year: number | null
    state: 'known' | 'missing' | 'suppressed'
    value: string | null
    qualifier: 'about' | 'more-than' | 'less-than' | null
    population: number | null
    sourceId: string
    placeCited: string | null
    doubtNl: string | null
    doubtEn: string | null
  }
  grounds: {
    municipalityId: string
    id: string
    caseId: string
    kind: 'anonymous' | 'consent' | 'legal-task' | 'vital-interest'
    withIdentity: boolean
    teamId: string | null
    organizationId: string | null
    purpose: string
    article: string | null
    explained: string | null
    manner: 'spoken' | 'written' | 'by-phone' | 'in-portal' | null
    givenBy: 'resident' | 'representative' | null
    askedBy: string | null
    fromAt: Date
    untilAt: Date | null
    withdrawnAt: Date | null
    withdrawnBy: 'resident' | 'worker' | null
  }
  indicators: {
    municipalityId: string
    id: string
    key: string
    nameNl: string
    nameEn: string
    definitionNl: string
    definitionEn: string
    moreNl: string
    moreEn: string
    lessNl: string
    lessEn: string
    unit: 'number' | 'percent' | 'euro' | 'score'
    baseNl: string | null
    baseEn: string | null
    kind: 'fact' | 'estimate' | 'perception'
    direction: Generated<'neutral' | 'higher-is-better' | 'lower-is-better'>
    decimals: Generated<number>
    smallestDifference: string | null
    highlighted: Generated<boolean>
    leadNl: string | null
    leadEn: string | null
    position: number
  }
  involvements: {
    municipalityId: string
    id: string
    caseId: string
    personId: string
    organizationId: string
    teamId: string | null
    role: 'owner' | 'introducer' | 'member' | 'action-taker' | 'process-guard' | 'consulted' | 'guest'
    class: number
    purpose: string
    reason: string
    fromAt: Date
    untilAt: Date
    endedAt: Date | null
    addedBy: string
  }
  mandates: {
    municipalityId: string
    id: string
    organizationId: string
    purpose: 'welfare' | 'wmo' | 'jeugdwet' | 'participatiewet' | 'wgs' | 'public-health' | 'public-order'
    document: string
    fromOn: string
    untilOn: string | null
  }
  meetingInvitees: {
    municipalityId: string
    meetingId: string
    personId: string
    answer: Generated<'open' | 'yes' | 'no'>
    attended: boolean | null
  }
  meetingSeries: {
    municipalityId: string
    id: string
    teamId: string
    name: string
    goal: string
    everyWeeks: number
    startsAt: string
    minutes: number
    place: string
    mostNewCases: Generated<number>
    fixedTopic: string | null
    coordinatorId: string
    endedOn: string | null
    version: Generated<number>
  }
  meetings: {
    municipalityId: string
    id: string
    seriesId: string
    teamId: string
    onDay: string
    startsAt: string
    minutes: number
    place: string
    chairId: string
    state: Generated<'planned' | 'invited' | 'running' | 'held'>
    startedAt: Date | null
    endedAt: Date | null
    version: Generated<number>
  }
  memberships: {
    municipalityId: string
    id: string
    personId: string
    organizationId: string
    role: 'professional' | 'coordinator' | 'partner' | 'volunteer' | 'information-manager' | 'neighbourhood-manager' | 'privacy-officer' | 'administrator' | 'analyst'
    fromOn: string
    untilOn: string | null
  }
  minutes: {
    municipalityId: string
    itemId: string
    version: number
    caseId: string | null
    body: string
    writtenBy: string
    writtenAt: Date
  }
  municipalities: {
    id: string
    slug: string
    name: string
    cbsCode: string | null
    phone: string | null
    settings: Generated<unknown>
  }
  organizations: {
    municipalityId: string
    id: string
    slug: string
    name: string
  }
  people: {
    municipalityId: string
    id: string
    kind: 'worker' | 'volunteer' | 'resident'
    name: string
    function: string | null
    active: Generated<boolean>
    locale: Generated<'nl' | 'en'>
    theme: Generated<'system' | 'light' | 'dark'>
  }
  peopleContacts: {
    municipalityId: string
    personId: string
    email: string
    phone: string | null
  }
  seriesParticipants: {
    municipalityId: string
    seriesId: string
    personId: string
  }
  signalAssessments: {
    municipalityId: string
    id: string
    signalId: string
    themes: string[]
    urgency: 'normal' | 'soon' | 'now'
    questionBehind: string | null
    ownStrength: string
    needs: Generated<string[]>
    byId: string
    at: Date
  }
  signalContents: {
    municipalityId: string
    signalId: string
    seen: string
    wish: string | null
    themes: Generated<string[]>
    knows: 'yes' | 'no' | 'unsure'
    source: 'own' | 'others'
    sourceFrom: string | null
  }
  signalFeedback: {
    municipalityId: string
    id: string
    signalId: string
    about: 'signal' | 'case'
    ownerId: string
    owedSince: Date
    dueOn: string
    givenAt: Date | null
    givenBy: string | null
    how: 'phone' | 'email' | 'in-person' | 'follow-page' | null
    told: string | null
    waivedAt: Date | null
    waivedBy: string | null
    waivedBecause: string | null
  }
  signalNotes: {
    municipalityId: string
    id: string
    signalId: string
    kind: 'taken-up' | 'asked' | 'handed-over' | 'case' | 'result'
    body: string | null
    toId: string | null
    toTeamId: string | null
    byId: string
    at: Date
  }
  signallers: {
    municipalityId: string
    signalId: string
    personId: string | null
    name: string | null
    phone: string | null
    email: string | null
    relation: 'self' | 'family' | 'neighbour' | 'volunteer' | 'professional' | 'other'
    wantsFeedback: boolean
    anonymous: boolean
  }
  signals: {
    municipalityId: string
    id: string
    number: string
    teamId: string
    areaId: string | null
    purpose: string
    state: Generated<'new' | 'taken-up' | 'case' | 'closed'>
    outcome: 'case' | 'advised' | 'referred' | 'own-strength' | 'no-action' | 'report-point' | null
    urgency: 'normal' | 'soon' | 'now'
    ownerId: string
    nextOn: string | null
    channel: 'website' | 'phone' | 'visit' | 'walk-in' | 'meeting' | 'message'
    signalledBy: string | null
    receivedAt: Date
    takenUpAt: Date | null
    finishedAt: Date | null
    caseId: string | null
    version: Generated<number>
  }
  sources: {
    municipalityId: string
    id: string
    publisher: string
    edition: string
    year: number | null
    url: string | null
  }
  teamMembers: {
    municipalityId: string
    teamId: string
    personId: string
    organizationId: string
    ring: 'core' | 'shell'
    duty: Generated<'member' | 'coordinator'>
    fromOn: string
    untilOn: string | null
    published: Generated<boolean>
  }
  teamTasks: {
    municipalityId: string
    id: string
    teamId: string
    meetingId: string | null
    what: string
    why: string
    ownerId: string
    dueOn: string
    state: Generated<'open' | 'done' | 'dropped'>
    result: string | null
    closedAt: Date | null
    version: Generated<number>
  }
  teams: {
    municipalityId: string
    id: string
    areaId: string
    slug: string
    name: string
    kind: Generated<'linking-team' | 'signalling-network' | 'project-network'>
    purpose: Generated<string>
    phone: string | null
    phoneHours: string | null
    place: string | null
    placeHours: string | null
    about: string | null
  }
  'vault.identities': {
    municipalityId: string
    caseId: string
    personId: string | null
    sealed: Buffer
    groundId: string
    linkedBy: string
    linkedAt: Date
  }
}
