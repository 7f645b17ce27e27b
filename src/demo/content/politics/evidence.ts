/** Evidence behind the quotes of the Politics stories. */
import { evidence } from '#src/demo/content/build.ts'
import type { DemoEvidence } from '#src/demo/content/types.ts'

export const RECORD = 'https://assembly.orrin.example/record/budget-second-reading'
export const AUDIT = 'https://audit.orrin.example/reports/harbour-tunnel'

export const politicsEvidence: DemoEvidence[] = [
  evidence({
    key: 'budgetRecord',
    title: 'Official Record: budget, second reading',
    kind: 'transcript',
    source: 'assemblyRecord',
    url: RECORD,
    capturedAt: { hoursBefore: 55 },
    capturedBy: 'jonas',
    paragraphs: [
      'THE MINISTER FOR FINANCE (Mireille Anand): A budget is a list of promises with prices beside them. I have left out the promises we could not price.',
      'MR VALE (Coast Party): The minister has found savings in every valley and spent them in every port. My party will not vote for a map with half the country missing.',
      'THE SPEAKER: Order. The result of the division is: Ayes, 61. Noes, 58.',
      'THE MINISTER FOR FINANCE: The shortfall stands at 4.2 billion crowns, and it will be closed over three years.',
    ],
  }),
  evidence({
    key: 'anandPost',
    title: 'Post by @mireille-anand after the vote',
    kind: 'text',
    source: 'anandAccount',
    url: 'https://social.orrin.example/@mireille-anand/posts/2207',
    capturedAt: { hoursBefore: 53 },
    capturedBy: 'jonas',
    paragraphs: [
      'Three votes is a majority and a reminder. Thank you to everyone who stayed until midnight.',
    ],
  }),
  evidence({
    key: 'auditChapter',
    title: 'Harbour tunnel: report of the Auditor-General, summary',
    kind: 'text',
    source: 'auditReport',
    url: AUDIT,
    capturedAt: { hoursBefore: 150 },
    capturedBy: 'jonas',
    paragraphs: [
      '1. We examined 1,312 invoices paid between 2021 and 2025. For 214 of them, to the value of 38 million crowns, the ministry could not show that the work invoiced had been carried out.',
      '2. We found no evidence that any official profited. We found that nobody was asked to check. Responsibility for acceptance passed between three departments in four years, and each assumed that another had it.',
      '3. We recommend that one named officer accept each stage of the work before it is paid for.',
    ],
  }),
  evidence({
    key: 'oseiBriefing',
    title: 'Press briefing by the Auditor-General',
    kind: 'transcript',
    source: 'lindaOsei',
    capturedAt: { hoursBefore: 148 },
    capturedBy: 'jonas',
    paragraphs: [
      'OSEI: Money does not have to be stolen to be lost. It is enough that nobody is looking at the door.',
      'QUESTION: Do you expect prosecutions?',
      'OSEI: I have sent nothing to the prosecutor, and I have no grounds to. What I expect is a signature on every page.',
    ],
  }),
  evidence({
    key: 'housingTranscript',
    title: 'Housing committee: transcript of the rent cap hearing',
    kind: 'transcript',
    source: 'councilCommittee',
    url: 'https://council.meridian.example/housing/transcripts/rent-cap',
    capturedAt: { hoursBefore: 30 },
    capturedBy: 'jonas',
    paragraphs: [
      'THE CHAIR (Bruno Halloran): I am not against a cap in principle. I am against a cap that nobody has costed, and I will say so until somebody brings me a figure.',
      'MS QUIST (Oldgate Tenants’ League): We did bring figures. They are in annex two, and we would be glad to go through them with any member, at any hour.',
      'THE CHAIR: Then the committee will read annex two before it votes.',
    ],
  }),
]
