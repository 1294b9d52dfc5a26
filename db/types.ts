// Made from the migrated database: UPDATE_TYPES=1 npx vitest run db/types.test.ts
import type { Generated } from 'kysely'

/** Every table the application can reach, as the migrations leave it. */
export type Database = {
  accessibilities: {
    municipalityId: string
    id: string
    locationId: string | null
    serviceId: string | null
    aspect: Generated<'physical' | 'psychological' | 'financial' | 'transport' | 'disability'>
    verdict: Generated<'good' | 'partly' | 'poor' | 'unknown'>
    description: string | null
    details: string | null
    url: string | null
  }
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
  activityListHandovers: {
    municipalityId: string
    id: string
    serviceId: string
    fromId: string
    toId: string
    reason: string
    proposedAt: Date
    answeredAt: Date | null
    accepted: boolean | null
  }
  activityListNotices: {
    municipalityId: string
    id: string
    serviceId: string
    personId: string
    kind: 'handed-over' | 'closed'
    keeperId: string | null
    onDay: string
  }
  activityLists: {
    municipalityId: string
    serviceId: string
    teamId: string
    ownerId: string
    purpose: string
    openedOn: string
    version: Generated<number>
    closedOn: string | null
    closedBy: string | null
    closesOn: string | null
  }
  activityReasonPoints: {
    municipalityId: string
    reasonId: string
    pointId: string
  }
  activityReasons: {
    municipalityId: string
    id: string
    serviceId: string | null
    programId: string | null
    areaId: string
    because: string
    restsOn: unknown
    byId: string
    at: Date
    endedOn: string | null
    endedBy: string | null
  }
  activityWishes: {
    municipalityId: string
    id: string
    theme: 'meals' | 'coffee' | 'walking' | 'sport' | 'making' | 'music' | 'games' | 'learning' | 'garden' | 'outings' | 'talking' | 'children'
    areaId: string
    dayParts: string[]
    people: Generated<number>
    leftOn: string
  }
  addresses: {
    municipalityId: string
    id: string
    locationId: string
    attention: string | null
    address1: string
    address2: string | null
    city: string
    region: string | null
    stateProvince: Generated<string>
    postalCode: string
    country: Generated<string>
    addressType: Generated<'physical' | 'postal' | 'virtual'>
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
  areaBoundaries: {
    municipalityId: string
    areaId: string
    fromYear: number
    geometry: unknown
    importId: string | null
    schematic: Generated<boolean>
  }
  areaChanges: {
    municipalityId: string
    id: string
    areaId: string
    year: number
    kind: 'boundary' | 'split' | 'merged' | 'new'
    noteNl: string | null
    noteEn: string | null
    importId: string | null
  }
  areaCodes: {
    municipalityId: string
    code: string
    fromYear: number
    untilYear: number | null
    areaId: string
  }
  areaParts: {
    municipalityId: string
    areaId: string
    partId: string
  }
  areaPlanActions: {
    municipalityId: string
    id: string
    planId: string
    goalId: string | null
    what: string
    problem: string
    forWhom: string
    moment: string
    organizationId: string | null
    party: string | null
    ownerId: string
    nextOn: string | null
    state: Generated<'planned' | 'running' | 'done' | 'stopped'>
    result: string | null
    closedOn: string | null
    version: Generated<number>
    byId: string
    at: Date
  }
  areaPlanGoalPoints: {
    municipalityId: string
    planId: string
    goalId: string
    pointId: string
  }
  areaPlanGoals: {
    municipalityId: string
    id: string
    planId: string
    goal: string
    sign: string
    term: 'short' | 'medium' | 'long'
    targetYear: number
    state: Generated<'planned' | 'running' | 'reached' | 'stopped'>
    explained: string | null
    version: Generated<number>
    byId: string
    at: Date
  }
  areaPlanPoints: {
    municipalityId: string
    id: string
    planId: string
    head: 'present' | 'needed' | 'infrastructure'
    verdict: 'strength' | 'worry' | 'unknown'
    statement: string
    explained: string | null
    evidence: unknown
    version: Generated<number>
    byId: string
    at: Date
    changedBy: string | null
    changedAt: Date | null
    withdrawnOn: string | null
    withdrawnBecause: string | null
  }
  areaPlanPublications: {
    municipalityId: string
    planId: string
    areaId: string
    fromYear: number
    version: number
    content: unknown
    publishedBy: string
    publishedAt: Date
  }
  areaPlanTeamChoices: {
    municipalityId: string
    id: string
    planId: string
    model: 'generalists' | 'core-and-ring' | 'specialists' | 'second-line'
    reasons: string
    expertise: unknown
    byId: string
    at: Date
  }
  areaPlans: {
    municipalityId: string
    id: string
    areaId: string
    fromYear: number
    untilYear: number
    about: string
    mapId: string | null
    version: Generated<number>
    openedBy: string
    openedAt: Date
    endedOn: string | null
    endedBy: string | null
    outcome: string | null
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
    kind: 'country' | 'province' | 'municipality' | 'neighbourhood' | 'sub-area' | 'village' | 'project-area'
    latitude: number | null
    longitude: number | null
    outline: unknown | null
    composed: Generated<boolean>
    about: string | null
    endedOn: string | null
    endedBecause: string | null
    version: Generated<number>
  }
  attributes: {
    municipalityId: string
    id: string
    linkId: string
    linkEntity: string
    linkType: string | null
    taxonomyTermId: string
    value: string | null
  }
  boardContacts: {
    municipalityId: string
    noticeId: string
    called: string
    phone: string | null
    email: string | null
  }
  boardNotices: {
    municipalityId: string
    id: string
    kind: 'offer' | 'ask'
    what: 'thing' | 'talent'
    title: string
    words: string
    areaId: string
    leftOn: string
    untilOn: string
    byId: string | null
    consent: 'self' | 'spoken' | 'written'
    state: Generated<'waiting' | 'public' | 'refused' | 'matched' | 'done' | 'withdrawn'>
    reason: 'personal' | 'trade' | 'unclear' | 'improper' | 'elsewhere' | null
    reasonWords: string | null
    decidedBy: string | null
    decidedOn: string | null
    matchId: string | null
    endedOn: string | null
    version: Generated<number>
  }
  boardReactions: {
    municipalityId: string
    id: string
    noticeId: string
    called: string
    phone: string | null
    email: string | null
    words: string
    madeOn: string
  }
  boardReports: {
    municipalityId: string
    id: string
    noticeId: string
    reason: 'improper' | 'personal' | 'trade' | 'gone'
    words: string | null
    madeOn: string
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
  confirmationRequests: {
    municipalityId: string
    id: string
    entity: 'service' | 'organization'
    recordId: string
    tokenHash: Buffer
    stage: 'first' | 'reminder' | 'last' | 'asked'
    madeAt: Date
    answeredAt: Date | null
    answer: 'right' | 'wrong' | 'gone' | null
    withdrawnAt: Date | null
  }
  contactPersons: {
    municipalityId: string
    id: string
    organizationId: string | null
    serviceId: string | null
    serviceAtLocationId: string | null
    locationId: string | null
    name: string | null
    title: string | null
    department: string | null
    email: string | null
    askedFor: string | null
    visibility: Generated<'public' | 'professionals' | 'team'>
    teamId: string | null
    personId: string | null
    position: Generated<number>
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
  cooperationAnswers: {
    municipalityId: string
    enquiryId: string
    personId: string
    others: number
    know: number
    mobile: number
    call: number
    at: Date
  }
  cooperationEnquiries: {
    municipalityId: string
    id: string
    mapId: string
    openedOn: string
    closesOn: string
    openedBy: string
  }
  costOptions: {
    municipalityId: string
    id: string
    serviceId: string
    validFrom: string | null
    validTo: string | null
    option: string | null
    currency: Generated<string>
    amount: string | null
    amountDescription: string | null
  }
  countryFigures: {
    municipalityId: string
    importId: string
    sourceId: string
    year: number
    names: unknown
    figures: unknown
  }
  countryMaps: {
    municipalityId: string
    importId: string
    fromYear: number
    width: number
    height: number
    paths: unknown
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
  directoryExports: {
    municipalityId: string
    id: string
    reason: string
    masked: boolean
    madeBy: string
    madeAt: Date
  }
  directoryIndex: {
    municipalityId: string
    entity: 'service' | 'organization' | 'network' | 'contact' | 'program'
    recordId: string
    kind: string
    slug: string | null
    name: string
    summary: string | null
    summaryEn: string | null
    visibility: 'public' | 'professionals' | 'team'
    teamId: string | null
    state: string
    publishOn: string | null
    expireOn: string | null
    hideOn: string | null
    staleOn: string | null
    assuredDate: string | null
    document: string
    facets: string[]
    reach: string[]
    latitude: number | null
    longitude: number | null
    detail: unknown | null
  }
  directoryMerges: {
    municipalityId: string
    id: string
    entity: 'service' | 'organization'
    keptId: string
    goneId: string
    moved: Generated<string[]>
    byId: string
    at: Date
    undoneAt: Date | null
  }
  directoryNeeds: {
    municipalityId: string
    phrase: string
    words: string[]
  }
  directoryProposals: {
    municipalityId: string
    id: string
    entity: 'service' | 'organization'
    recordId: string | null
    kind: 'correction' | 'gone' | 'change' | 'new'
    baseVersion: number | null
    changes: Generated<unknown>
    message: string | null
    foundIn: string | null
    senderName: string | null
    senderEmail: string | null
    byId: string | null
    state: Generated<'open' | 'approved' | 'declined'>
    decidedBy: string | null
    decidedAt: Date | null
    reason: string | null
    thankedAt: Date | null
    madeAt: Date
    version: Generated<number>
  }
  directoryVersions: {
    municipalityId: string
    id: string
    entity: 'service' | 'organization'
    recordId: string
    number: number
    content: unknown
    act: 'made' | 'changed' | 'confirmed' | 'proposal' | 'merged' | 'undone' | 'imported'
    note: string | null
    proposalId: string | null
    byId: string | null
    byWords: string | null
    at: Date
  }
  entryCare: {
    municipalityId: string
    entity: 'service' | 'organization'
    recordId: string
    ownerId: string | null
    ownerName: string | null
    ownerEmail: string | null
  }
  expectations: {
    municipalityId: string
    id: string
    areaId: string
    indicatorId: string
    expects: 'higher' | 'same' | 'lower'
    saidBy: string
    because: string | null
    knew: boolean
    at: Date
    byId: string
    mapId: string | null
  }
  externalIds: {
    municipalityId: string
    source: string
    entity: string
    identifier: string
    recordId: string
  }
  favourites: {
    municipalityId: string
    personId: string
    entity: 'service' | 'organization'
    recordId: string
    keptAt: Date
  }
  figureCorrections: {
    municipalityId: string
    figureId: string
    version: number
    kind: 'corrected' | 'withdrawn'
    value: string | null
    population: number | null
    reason: string
    byId: string
    at: Date
  }
  figureFlags: {
    municipalityId: string
    id: string
    figureId: string
    rule: 'identical' | 'persons-per-home' | 'part-over-whole' | 'sum' | 'jump' | 'contradiction'
    explanationNl: string
    explanationEn: string
    flaggedAt: Date
    judgement: 'right' | 'asked' | null
    reason: string | null
    judgedBy: string | null
    judgedAt: Date | null
    version: Generated<number>
  }
  figureImports: {
    municipalityId: string
    id: string
    number: number
    state: 'mapping' | 'proposed' | 'applied' | 'withdrawn' | 'discarded'
    shape: 'cbs-kwb' | 'cbs-odata' | 'health' | 'table' | 'boundaries'
    fileName: string
    sha256: string
    bytes: number
    publisher: string
    edition: string
    year: number
    header: unknown
    rows: unknown
    elsewhere: Generated<number>
    mapping: Generated<unknown>
    makeAreas: Generated<boolean>
    counts: unknown | null
    via: 'page' | 'command'
    byId: string | null
    at: Date
    decidedBy: string | null
    decidedAt: Date | null
    version: Generated<number>
    country: unknown | null
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
    importId: string | null
    byHand: Generated<boolean>
    enteredBy: string | null
    enteredAt: Date | null
    version: Generated<number>
  }
  figuresSeen: {
    municipalityId: string
    mapId: string
    theme: string
    personId: string
    skipped: boolean
    at: Date
  }
  formerCare: {
    municipalityId: string
    serviceId: string
    organizationId: string
    ownerId: string | null
    ownerName: string | null
    ownerEmail: string | null
  }
  fundings: {
    municipalityId: string
    id: string
    organizationId: string | null
    serviceId: string | null
    source: string | null
    basis: 'wmo' | 'awbz' | 'wlz' | 'health-insurance' | 'jeugdwet' | 'participatiewet' | 'project-grant' | 'neighbourhood-budget' | 'own-contribution' | 'gifts' | 'other' | null
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
  housings: {
    municipalityId: string
    serviceId: string
    form: 'sheltered' | 'supported' | 'independent'
    places: number | null
    supportHours: string | null
    careOnCall: string | null
  }
  importFiles: {
    municipalityId: string
    importId: string
    content: Buffer
  }
  importJobs: {
    municipalityId: string
    importId: string
    what: 'look' | 'take' | 'withdraw'
    state: Generated<'waiting' | 'running' | 'done' | 'failed'>
    done: Generated<number>
    total: Generated<number>
    tries: Generated<number>
    reason: string | null
    askedBy: string
    askedAt: Date
    endedAt: Date | null
  }
  importMappings: {
    municipalityId: string
    source: string
    columns: unknown
    changedAt: Date
  }
  importRecords: {
    municipalityId: string
    importId: string
    position: number
    entity: string
    recordId: string
    identifier: string
    path: string
    what: Generated<'new' | 'changed' | 'unchanged' | 'ours'>
    after: unknown
    made: unknown
    before: unknown | null
    said: Generated<unknown>
    saidBefore: unknown | null
    ours: Generated<string[]>
    contested: Generated<string[]>
  }
  importRemarks: {
    municipalityId: string
    importId: string
    position: number
    kind: 'refused' | 'repaired'
    entity: string
    identifier: string
    path: string
    field: string | null
    reason: string
  }
  imports: {
    municipalityId: string
    id: string
    source: string
    fileName: string
    fileHash: string
    format: 'hsds-json' | 'table' | 'hsds-package' | 'sc-xml'
    state: Generated<'waiting' | 'mapping' | 'unreadable' | 'looked-at' | 'taken-in' | 'withdrawn'>
    broughtBy: string
    broughtAt: Date
    takenInAt: Date | null
    withdrawnAt: Date | null
    version: Generated<number>
    header: unknown | null
  }
  indicatorBreaks: {
    municipalityId: string
    indicatorId: string
    year: number
    noteNl: string
    noteEn: string
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
    origin: Generated<'own' | 'cbs' | 'health'>
    version: Generated<number>
    retired: Generated<boolean>
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
    caseTeamId: string | null
    casePurpose: string | null
  }
  languages: {
    municipalityId: string
    id: string
    serviceId: string | null
    locationId: string | null
    phoneId: string | null
    contactId: string | null
    name: string | null
    code: string | null
    note: string | null
  }
  locations: {
    municipalityId: string
    id: string
    organizationId: string | null
    locationType: Generated<'physical' | 'postal' | 'virtual'>
    url: string | null
    name: string | null
    alternateName: string | null
    description: string | null
    transportation: string | null
    latitude: number | null
    longitude: number | null
    externalIdentifier: string | null
    externalIdentifierType: string | null
    areaId: string | null
    masked: Generated<boolean>
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
  mapContributions: {
    municipalityId: string
    id: string
    mapId: string
    key: string
    kind: 'story' | 'quote' | 'knowledge' | 'opinion' | 'place' | 'risk-group' | 'make-up' | 'finding'
    about: string | null
    body: string
    voice: 'residents' | 'neighbours' | 'clients' | 'volunteers' | 'key-figure' | 'professional' | 'reputation' | null
    saidBy: string | null
    saidOn: string | null
    source: string | null
    theme: string | null
    sort: 'hotspot' | 'meeting-place' | 'strain' | 'help' | 'nuisance' | 'safety' | 'police' | 'attachment' | 'satisfaction' | null
    scale: 'block' | 'street' | 'sub-area' | 'neighbourhood' | 'city' | null
    criteria: Generated<string[]>
    permissionOn: string | null
    permissionHow: 'spoken' | 'written' | null
    byId: string
    at: Date
    publishedAt: Date | null
    withdrawnAt: Date | null
    withdrawnBy: string | null
    withdrawnBecause: string | null
    permissionUntil: string | null
    across: number | null
    down: number | null
  }
  mapGoals: {
    municipalityId: string
    id: string
    mapId: string
    scenarioId: string | null
    term: 'short' | 'medium' | 'long'
    goal: string
    sign: string
    who: string
    fromYear: number
    untilYear: number
    restsOn: string[]
    state: Generated<'planned' | 'running' | 'reached' | 'stopped'>
    explained: string | null
    version: Generated<number>
    byId: string
    at: Date
    publishedAt: Date | null
  }
  mapPhotos: {
    municipalityId: string
    id: string
    mapId: string
    key: string
    kind: 'jpeg' | 'png'
    width: number
    height: number
    picture: Buffer | null
    alt: string
    caption: string | null
    madeBy: string
    madeOn: string
    permissionBy: string
    permissionHow: 'spoken' | 'written'
    permissionOn: string
    permissionUntil: string | null
    byId: string
    at: Date
    publishedAt: Date | null
    withdrawnAt: Date | null
    withdrawnBy: string | null
    withdrawnBecause: string | null
  }
  mapScenarios: {
    municipalityId: string
    id: string
    mapId: string
    title: string
    body: string
    horizon: number
    restsOn: string[]
    byId: string
    at: Date
    publishedAt: Date | null
  }
  mapSectionVersions: {
    municipalityId: string
    mapId: string
    key: string
    version: number
    body: string
    source: string
    made: 'written' | 'restored' | 'copied'
    restoredFrom: number | null
    byId: string
    at: Date
  }
  mapSections: {
    municipalityId: string
    mapId: string
    key: '1-1' | '1-2' | '2-1' | '2-2' | '2-3' | '2-4' | '3-1' | '3-2' | '3-3' | '3-4' | '4-1' | '4-2' | '4-3' | '4-4' | '4-5' | '5-1' | '6-1' | '6-2' | '6-3' | '6-4' | '6-5' | '6-6'
    status: Generated<'empty' | 'draft' | 'ready' | 'published'>
    version: Generated<number>
    currentVersion: Generated<number | null>
    publishedVersion: number | null
    publishedAt: Date | null
    publishedBy: string | null
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
  metadata: {
    municipalityId: string
    id: string
    resourceId: string
    resourceType: string
    lastActionDate: string
    lastActionType: string
    fieldName: string
    previousValue: string
    replacementValue: string
    updatedBy: string
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
  mixingNotes: {
    municipalityId: string
    id: string
    serviceId: string
    who: string
    how: string
    worked: string | null
    failed: string | null
    notedOn: string
    notedBy: string
    version: Generated<number>
  }
  municipalities: {
    id: string
    slug: string
    name: string
    cbsCode: string | null
    phone: string | null
    settings: Generated<unknown>
  }
  nameWarnings: {
    municipalityId: string
    act: string
    onDay: string
    asked: Generated<number>
    kept: Generated<number>
  }
  neighbourhoodMaps: {
    municipalityId: string
    id: string
    areaId: string
    edition: number
    openedAt: Date
    openedBy: string
  }
  networkMembers: {
    municipalityId: string
    networkId: string
    organizationId: string
    function: string | null
    ring: 'core' | 'shell' | 'guest'
  }
  networks: {
    municipalityId: string
    id: string
    slug: string
    name: string
    kind: 'linking-team' | 'signalling-network' | 'project-network' | 'broad-network' | 'case-network' | 'outreach-team' | 'management-team' | 'learning-network' | 'constituency'
    areaId: string | null
    teamId: string | null
    summary: string | null
    summaryEn: string | null
    focus: string | null
    meets: string | null
    place: string | null
    visibility: Generated<'public' | 'professionals'>
    state: Generated<'draft' | 'published' | 'archived'>
    assuredDate: string | null
    version: Generated<number>
  }
  organizationIdentifiers: {
    municipalityId: string
    id: string
    organizationId: string
    identifierScheme: string | null
    identifierType: string
    identifier: string
  }
  organizations: {
    municipalityId: string
    id: string
    slug: string
    name: string
    alternateName: string | null
    kind: Generated<'organization' | 'municipal' | 'care-provider' | 'association' | 'informal-group' | 'faith-community' | 'school' | 'housing-corporation' | 'government' | 'company'>
    summary: string | null
    summaryEn: string | null
    description: string | null
    email: string | null
    website: string | null
    taxStatus: string | null
    taxId: string | null
    yearIncorporated: number | null
    legalStatus: string | null
    logo: string | null
    uri: string | null
    membersCount: number | null
    parentOrganizationId: string | null
    visibility: Generated<'public' | 'professionals'>
    state: Generated<'draft' | 'published' | 'archived'>
    publishOn: string | null
    expireOn: string | null
    assuredDate: string | null
    assuredBy: string | null
    assuredHow: 'link' | 'manager' | 'owner' | 'import' | null
    staleOn: string | null
    hideOn: string | null
    mergedInto: string | null
    createdOn: Generated<string>
    lastModified: Generated<Date>
    version: Generated<number>
  }
  outgoingMails: {
    municipalityId: string
    id: string
    toAddress: string
    subject: string
    body: string
    about: 'confirmation' | 'thanks'
    madeAt: Date
    sentAt: Date | null
    byWayOf: 'mail' | 'folder' | null
    tries: Generated<number>
    lastError: string | null
  }
  participationAbsences: {
    municipalityId: string
    participationId: string
    onDay: string
    told: boolean
  }
  participationContacts: {
    municipalityId: string
    participationId: string
    phone: string | null
    supporter: string | null
    supporterAgreed: Generated<boolean>
  }
  participations: {
    municipalityId: string
    id: string
    serviceId: string
    called: string | null
    state: Generated<'registered' | 'cancelled' | 'dropped-out' | 'finished'>
    registeredOn: string
    byId: string | null
    consent: 'self' | 'spoken' | 'written'
    followUp: boolean
    endedOn: string | null
    reason: 'unknown' | 'health' | 'time' | 'fit' | 'threshold' | null
    signalId: string | null
    version: Generated<number>
    forgottenOn: string | null
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
  phones: {
    municipalityId: string
    id: string
    organizationId: string | null
    serviceId: string | null
    serviceAtLocationId: string | null
    locationId: string | null
    contactId: string | null
    number: string
    extension: string | null
    type: Generated<'text' | 'voice' | 'fax' | 'cell' | 'video' | 'pager' | 'textphone'>
    description: string | null
    position: Generated<number>
  }
  pointings: {
    municipalityId: string
    personId: string
    serviceId: string
    pointedOn: string
    seen: number
  }
  postcodes: {
    municipalityId: string
    postcode4: string
    areaId: string | null
    latitude: number
    longitude: number
  }
  prevalences: {
    municipalityId: string
    id: string
    version: number
    lifeDomainId: string
    targetGroupId: string
    nameNl: string
    nameEn: string
    base: string
    parts: Generated<string[]>
    shareFrom: string | null
    share: string | null
    low: string | null
    high: string | null
    sample: number | null
    publisher: string
    edition: string
    year: number | null
    place: string | null
    caution: string | null
    withdrawn: Generated<boolean>
    because: string
    byId: string
    at: Date
  }
  programmeContents: {
    municipalityId: string
    programId: string
    phases: string | null
    themes: string | null
    intake: string | null
    endedOn: string | null
    version: Generated<number>
  }
  programmePeriods: {
    municipalityId: string
    id: string
    programId: string
    fromOn: string
    untilOn: string
    children: number | null
    families: number | null
    nationalities: number | null
    inView: number | null
    results: string | null
    notedBy: string
    version: Generated<number>
  }
  programs: {
    municipalityId: string
    id: string
    organizationId: string
    name: string
    alternateName: string | null
    description: string | null
  }
  projectPartners: {
    municipalityId: string
    serviceId: string
    organizationId: string
    role: string | null
  }
  projects: {
    municipalityId: string
    serviceId: string
    goals: string
    fromOn: string | null
    untilOn: string | null
    planRelation: string | null
    results: string | null
  }
  replacedFigures: {
    municipalityId: string
    importId: string
    figureId: string
    was: unknown
  }
  requiredDocuments: {
    municipalityId: string
    id: string
    serviceId: string
    document: string | null
    uri: string | null
  }
  saidBySources: {
    municipalityId: string
    entity: string
    recordId: string
    said: unknown
  }
  scenarioChoices: {
    municipalityId: string
    id: string
    mapId: string
    scenarioId: string
    reasons: string
    decidedBy: string
    decidedOn: string
    byId: string
    at: Date
    publishedAt: Date | null
  }
  scenarioPositions: {
    municipalityId: string
    id: string
    scenarioId: string
    party: 'municipality' | 'providers' | 'insurer' | 'residents'
    stance: 'for' | 'conditions' | 'against' | 'undecided'
    reason: string
    source: string
    byId: string
    at: Date
    publishedAt: Date | null
  }
  schedules: {
    municipalityId: string
    id: string
    serviceId: string | null
    locationId: string | null
    serviceAtLocationId: string | null
    validFrom: string | null
    validTo: string | null
    dtstart: string | null
    timezone: Generated<string>
    until: string | null
    count: number | null
    wkst: 'MO' | 'TU' | 'WE' | 'TH' | 'FR' | 'SA' | 'SU' | null
    freq: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY' | null
    interval: number | null
    byday: string | null
    byweekno: string | null
    bymonthday: string | null
    byyearday: string | null
    exdates: Generated<string[]>
    rdates: Generated<string[]>
    description: string | null
    opensAt: string | null
    closesAt: string | null
    scheduleLink: string | null
    attendingType: string | null
    notes: string | null
    position: Generated<number>
  }
  schemes: {
    municipalityId: string
    serviceId: string
    what: 'scheme' | 'provision'
    needs: string | null
    yields: string | null
    helpedBy: string | null
  }
  seriesParticipants: {
    municipalityId: string
    seriesId: string
    personId: string
  }
  serviceAreas: {
    municipalityId: string
    id: string
    serviceId: string
    areaId: string | null
    reach: Generated<'street' | 'sub-area' | 'neighbourhood' | 'city' | 'region'>
    name: string | null
    description: string | null
    extent: string | null
    extentType: string | null
    uri: string | null
  }
  serviceAtLocations: {
    municipalityId: string
    id: string
    serviceId: string
    locationId: string
    description: string | null
  }
  serviceCapacities: {
    municipalityId: string
    id: string
    serviceId: string
    light: 'room' | 'little-room' | 'full' | 'unknown'
    available: number | null
    maximum: number | null
    unit: string | null
    description: string | null
    updated: Date
  }
  services: {
    municipalityId: string
    id: string
    organizationId: string
    programId: string | null
    kind: Generated<'service' | 'activity' | 'project' | 'housing' | 'scheme'>
    slug: string
    name: string
    alternateName: string | null
    summary: string | null
    summaryEn: string | null
    description: string | null
    url: string | null
    email: string | null
    status: Generated<'active' | 'inactive' | 'defunct' | 'temporarily closed'>
    closedFrom: string | null
    closedUntil: string | null
    closedNote: string | null
    interpretationServices: string | null
    applicationProcess: string | null
    feesDescription: string | null
    fees: string | null
    waitTime: string | null
    waitTimeOn: string | null
    accreditations: string | null
    licenses: string | null
    alert: string | null
    forWhom: string | null
    eligibilityDescription: string | null
    minimumAge: number | null
    maximumAge: number | null
    indication: Generated<'needed' | 'not-needed' | 'unknown'>
    referral: Generated<'needed' | 'not-needed' | 'unknown'>
    registration: Generated<'needed' | 'not-needed' | 'unknown'>
    inclusive: Generated<'everyone' | 'one-group' | 'unknown'>
    flowTo: string | null
    host: Generated<'yes' | 'no' | 'unknown'>
    companion: Generated<'yes' | 'no' | 'unknown'>
    pickup: Generated<'yes' | 'no' | 'unknown'>
    visibility: Generated<'public' | 'professionals'>
    state: Generated<'draft' | 'published' | 'archived'>
    publishOn: string | null
    expireOn: string | null
    assuredDate: string | null
    assuredBy: string | null
    assuredHow: 'link' | 'manager' | 'owner' | 'import' | null
    staleOn: string | null
    hideOn: string | null
    mergedInto: string | null
    createdOn: Generated<string>
    lastModified: Generated<Date>
    version: Generated<number>
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
  socialFormulas: {
    municipalityId: string
    version: number
    statements: string[]
    imported: string | null
    parts: unknown
    byId: string
    at: Date
  }
  socialRounds: {
    municipalityId: string
    id: string
    areaId: string
    name: string
    kind: 'open' | 'handed-out'
    code: string
    opensOn: string
    closesOn: string
    openedBy: string
  }
  sources: {
    municipalityId: string
    id: string
    publisher: string
    edition: string
    year: number | null
    url: string | null
  }
  supportCountCorrections: {
    municipalityId: string
    countId: string
    version: number
    kind: 'corrected' | 'withdrawn'
    residents: number | null
    source: string
    reason: string
    byId: string
    at: Date
  }
  supportCountParties: {
    municipalityId: string
    countId: string
    organizationId: string
  }
  supportCounts: {
    municipalityId: string
    id: string
    areaId: string
    targetGroupId: string
    organizationId: string | null
    countedOn: string
    residents: number | null
    source: string
    enteredBy: string
    enteredAt: Date
    version: Generated<number>
  }
  taxonomies: {
    municipalityId: string
    id: string
    key: string
    name: string
    nameEn: string | null
    description: string | null
    uri: string | null
    version: string | null
  }
  taxonomyTerms: {
    municipalityId: string
    id: string
    taxonomyId: string | null
    code: string | null
    slug: string
    name: string
    nameEn: string | null
    description: string | null
    parentId: string | null
    taxonomy: string | null
    language: string | null
    termUri: string | null
    synonyms: Generated<string[]>
    position: Generated<number>
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
  thresholds: {
    municipalityId: string
    id: string
    serviceId: string | null
    organizationId: string | null
    locationId: string | null
    kind: 'information' | 'image' | 'company' | 'welcome' | 'rules' | 'money' | 'travel' | 'building' | 'language' | 'other'
    what: string
    forWhom: string
    foundOn: string
    foundBy: string
    done: Generated<string[]>
    doneWords: string | null
    doneOn: string | null
    effect: 'gone' | 'smaller' | 'same' | null
    effectWords: string | null
    effectOn: string | null
    version: Generated<number>
  }
  unmetNeeds: {
    municipalityId: string
    id: string
    notedOn: string
    source: 'search' | 'triage' | 'referral'
    areaId: string | null
    lifeDomainId: string | null
    words: Generated<string[]>
    times: Generated<number>
  }
  waitsExperienced: {
    municipalityId: string
    id: string
    serviceId: string
    wait: 'none' | 'two-weeks' | 'four-weeks' | 'two-months' | 'three-months' | 'longer' | 'no-place'
    toldOn: string
  }
  wishAnswers: {
    municipalityId: string
    id: string
    theme: string
    areaId: string
    serviceId: string
    byId: string
    answeredOn: string
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
