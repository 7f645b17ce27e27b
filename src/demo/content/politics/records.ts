/** Sources and quotes of the Politics stories. */
import { hop, quote, source } from '#src/demo/content/build.ts'
import type { DemoQuote, DemoSource } from '#src/demo/content/types.ts'
import { AUDIT, RECORD } from './evidence.ts'

export const politicsSources: DemoSource[] = [
  source({
    key: 'assemblyRecord',
    kind: 'document',
    name: 'Official Record of the Assembly',
    houseAbbreviation: 'the Record',
    url: RECORD,
  }),
  source({
    key: 'mireilleAnand',
    kind: 'person',
    name: 'Mireille Anand',
    role: 'Finance minister',
    affiliation: 'Government of Orrin',
  }),
  source({
    key: 'petrosVale',
    kind: 'person',
    name: 'Petros Vale',
    role: 'Opposition finance spokesman',
    affiliation: 'Coast Party',
  }),
  source({
    key: 'anandAccount',
    kind: 'social account',
    name: '@mireille-anand',
    slug: 'mireille-anand-account',
    url: 'https://social.orrin.example/@mireille-anand',
    affiliation: 'Mireille Anand',
    reliabilityNote: 'Linked from the ministry’s own contact page.',
  }),
  source({
    key: 'auditReport',
    kind: 'document',
    name: 'Harbour tunnel: report of the Auditor-General',
    url: AUDIT,
    affiliation: 'Office of the Auditor-General',
  }),
  source({
    key: 'lindaOsei',
    kind: 'person',
    name: 'Linda Osei',
    role: 'Auditor-General',
    affiliation: 'Office of the Auditor-General',
  }),
  source({
    key: 'transportMinistry',
    kind: 'organisation',
    name: 'Ministry of Transport',
    domain: 'transport.orrin.example',
  }),
  source({
    key: 'tunnelEngineer',
    kind: 'person',
    name: 'an engineer who worked on the tunnel',
    confidential: {
      publicDescription: 'an engineer who worked on the tunnel',
      anonymityReason:
        'The engineer signed a confidentiality agreement and fears losing future contracts.',
      confirmations: 3,
      approvedBy: 'ruth',
    },
  }),
  source({
    key: 'councilCommittee',
    kind: 'organisation',
    name: 'Meridian City Council housing committee',
    houseAbbreviation: 'the housing committee',
    domain: 'council.meridian.example',
  }),
  source({
    key: 'brunoHalloran',
    kind: 'person',
    name: 'Bruno Halloran',
    role: 'Chair of the housing committee',
    affiliation: 'Meridian City Council',
  }),
  source({
    key: 'tenantsLeague',
    kind: 'organisation',
    name: 'Oldgate Tenants’ League',
    domain: 'tenants.meridian.example',
  }),
  source({
    key: 'transitMemo',
    kind: 'document',
    name: 'Memo attributed to Meridian Transit',
    affiliation: null,
    reliabilityNote:
      'NOT AUTHENTIC. Document number belongs to an order for light bulbs. Do not cite.',
  }),
  source({
    key: 'meridianTransit',
    kind: 'organisation',
    name: 'Meridian Transit',
    domain: 'transit.meridian.example',
  }),
]

const anand = {
  speaker: 'mireilleAnand',
  role: 'Finance minister',
  affiliation: 'Government of Orrin',
}
const vale = {
  speaker: 'petrosVale',
  role: 'Opposition finance spokesman',
  affiliation: 'Coast Party',
}
const inDebate = {
  saidAt: { hoursBefore: 56 },
  medium: 'Assembly debate',
  url: RECORD,
  evidence: 'budgetRecord',
}
const inReport = {
  speaker: 'auditReport',
  affiliation: 'Office of the Auditor-General',
  chain: [hop('document', 'auditReport', AUDIT)],
  saidAt: { hoursBefore: 152 },
  medium: 'report',
  url: AUDIT,
  evidence: 'auditChapter',
}

export const politicsQuotes: DemoQuote[] = [
  quote({
    key: 'anandPromises',
    text: 'A budget is a list of promises with prices beside them. I have left out the promises we could not price.',
    kind: 'direct',
    ...anand,
    ...inDebate,
  }),
  quote({
    key: 'valeMap',
    text: 'a map with half the country missing',
    kind: 'partial',
    ...vale,
    ...inDebate,
  }),
  quote({
    key: 'anandPostThanks',
    text: 'Three votes is a majority and a reminder. Thank you to everyone who stayed until midnight.',
    kind: 'block',
    speaker: 'mireilleAnand',
    role: 'Finance minister',
    affiliation: 'Government of Orrin',
    chain: [
      hop('document', 'anandAccount', 'https://social.orrin.example/@mireille-anand/posts/2207'),
    ],
    saidAt: { hoursBefore: 54 },
    medium: 'social post',
    url: 'https://social.orrin.example/@mireille-anand/posts/2207',
    evidence: 'anandPost',
  }),
  quote({
    key: 'auditNobodyAsked',
    text: 'We found no evidence that any official profited. We found that nobody was asked to check.',
    kind: 'block',
    ...inReport,
  }),
  quote({
    key: 'auditAssumed',
    text: 'each assumed that another had it',
    kind: 'partial',
    ...inReport,
  }),
  quote({
    key: 'oseiDoor',
    text: 'Money does not have to be stolen to be lost. It is enough that nobody is looking at the door.',
    kind: 'direct',
    speaker: 'lindaOsei',
    role: 'Auditor-General',
    affiliation: 'Office of the Auditor-General',
    saidAt: { hoursBefore: 149 },
    medium: 'press briefing',
    evidence: 'oseiBriefing',
  }),
  quote({
    key: 'engineerStamps',
    text: 'We had a stamp for everything except for “I went down and looked”',
    kind: 'direct',
    speaker: 'tunnelEngineer',
    saidAt: { hoursBefore: 160 },
  }),
  quote({
    key: 'ministryReply',
    text: 'The ministry accepted all of the recommendations and had already named an officer for the final stage',
    kind: 'paraphrase',
    speaker: 'transportMinistry',
    saidAt: { hoursBefore: 147 },
    medium: 'statement',
  }),
  // Differs from the transcript on purpose: the hedge is gone, and an editor has noticed.
  quote({
    key: 'halloranCap',
    text: 'I am against a cap, and I will say so until somebody brings me a figure.',
    kind: 'direct',
    speaker: 'brunoHalloran',
    role: 'Chair of the housing committee',
    affiliation: 'Meridian City Council',
    saidAt: { hoursBefore: 31 },
    medium: 'committee hearing',
    url: 'https://council.meridian.example/housing/transcripts/rent-cap',
    evidence: 'housingTranscript',
    expected: 'differs',
  }),
  quote({
    key: 'quistAnnex',
    text: 'We did bring figures. They are in annex two',
    kind: 'direct',
    speaker: 'tenantsLeague',
    saidAt: { hoursBefore: 31 },
    medium: 'committee hearing',
    url: 'https://council.meridian.example/housing/transcripts/rent-cap',
    evidence: 'housingTranscript',
  }),
  quote({
    key: 'memoStations',
    text: 'nine stations of lesser value',
    kind: 'partial',
    speaker: 'transitMemo',
    chain: [hop('document', 'transitMemo')],
    medium: 'memo',
  }),
  quote({
    key: 'transitDenial',
    text: 'There is no such plan and no such memo.',
    kind: 'direct',
    speaker: 'meridianTransit',
    saidAt: { hoursBefore: 214 },
    medium: 'statement',
  }),
]
