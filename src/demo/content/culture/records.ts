/** Sources, quotes and evidence of the Culture stories. */
import { evidence, hop, quote, source } from '#src/demo/content/build.ts'
import type { DemoEvidence, DemoQuote, DemoSource } from '#src/demo/content/types.ts'

export const cultureSources: DemoSource[] = [
  source({
    key: 'lanternTheatre',
    kind: 'organisation',
    name: 'The Lantern Theatre',
    houseAbbreviation: 'the Lantern',
    domain: 'lantern-theatre.example',
  }),
  source({
    key: 'yaraLindgren',
    kind: 'person',
    name: 'Yara Lindgren',
    role: 'Artistic director',
    affiliation: 'The Lantern Theatre',
  }),
  source({
    key: 'oldStagehand',
    kind: 'person',
    name: 'Matteo Rusk',
    role: 'Stage carpenter',
    affiliation: 'The Lantern Theatre',
  }),
  source({
    key: 'stageReview',
    kind: 'publication',
    name: 'Stage Review',
    domain: 'stage-review.example',
  }),
  source({
    key: 'fireInquiry',
    kind: 'document',
    name: 'Report of the inquiry into the Lantern Theatre fire',
    url: 'https://council.meridian.example/inquiries/lantern-fire',
    affiliation: 'Meridian City Council',
  }),
  source({
    key: 'filmArchive',
    kind: 'organisation',
    name: 'National Film Archive of Orrin',
    houseAbbreviation: 'the film archive',
    domain: 'film-archive.orrin.example',
  }),
  source({
    key: 'annikaSolberg',
    kind: 'person',
    name: 'Annika Solberg',
    role: 'Head of restoration',
    affiliation: 'National Film Archive of Orrin',
  }),
  source({
    key: 'lanternWeek',
    kind: 'organisation',
    name: 'Lantern Week',
    domain: 'lantern-week.example',
  }),
]

export const cultureEvidence: DemoEvidence[] = [
  evidence({
    key: 'lindgrenInterview',
    title: 'Interview with Yara Lindgren at the Lantern Theatre',
    kind: 'transcript',
    source: 'yaraLindgren',
    capturedAt: { hoursBefore: 80 },
    capturedBy: 'david',
    paragraphs: [
      'COURIER: Why open with a single chair?',
      'LINDGREN: Because for six years that was all we had. We rehearsed in a school gymnasium with one good chair, and whoever had the longest speech was allowed to sit down.',
      'COURIER: Is the building finished?',
      'LINDGREN: No. A theatre that is finished is a museum. The roof is finished, and I am told that is what matters to the fire brigade.',
      'COURIER: And the money?',
      'LINDGREN: We owe four million, and we know the first names of everyone we owe it to.',
    ],
  }),
  evidence({
    key: 'inquiryText',
    title: 'Inquiry into the Lantern Theatre fire, conclusions',
    kind: 'text',
    source: 'fireInquiry',
    url: 'https://council.meridian.example/inquiries/lantern-fire',
    capturedAt: { hoursBefore: 90 },
    capturedBy: 'david',
    paragraphs: [
      'The fire began in wiring that had been reported as defective on four occasions.',
      'No person was injured, because the audience left by doors that staff had insisted on keeping unlocked against instructions.',
    ],
  }),
  evidence({
    key: 'solbergInterview',
    title: 'Interview with Annika Solberg, film archive',
    kind: 'transcript',
    source: 'annikaSolberg',
    capturedAt: { hoursBefore: 26 },
    capturedBy: 'david',
    paragraphs: [
      'COURIER: How do you know that it is the lost reel?',
      'SOLBERG: There is a dog. Every report of the opening mentions a dog that runs in front of the band. We had been looking for that dog for thirty years.',
      'COURIER: What condition is it in?',
      'SOLBERG: The first minute smells of vinegar and the rest is a miracle.',
    ],
  }),
]

const lindgren = {
  speaker: 'yaraLindgren',
  role: 'Artistic director',
  affiliation: 'The Lantern Theatre',
  saidAt: { hoursBefore: 82 },
  evidence: 'lindgrenInterview',
}
const solberg = {
  speaker: 'annikaSolberg',
  role: 'Head of restoration',
  affiliation: 'National Film Archive of Orrin',
  saidAt: { hoursBefore: 27 },
  evidence: 'solbergInterview',
}

export const cultureQuotes: DemoQuote[] = [
  quote({
    key: 'lindgrenChair',
    text: 'We rehearsed in a school gymnasium with one good chair, and whoever had the longest speech was allowed to sit down.',
    kind: 'block',
    ...lindgren,
  }),
  quote({
    key: 'lindgrenMuseum',
    text: 'A theatre that is finished is a museum.',
    kind: 'direct',
    ...lindgren,
  }),
  quote({
    key: 'lindgrenDebt',
    text: 'the first names of everyone we owe it to',
    kind: 'partial',
    ...lindgren,
  }),
  quote({
    key: 'ruskOak',
    text: 'Every board in the new stage had been part of the old one, turned over',
    kind: 'paraphrase',
    speaker: 'oldStagehand',
    role: 'Stage carpenter',
    affiliation: 'The Lantern Theatre',
    saidAt: { hoursBefore: 81 },
  }),
  quote({
    key: 'inquiryDoors',
    text: 'doors that staff had insisted on keeping unlocked against instructions',
    kind: 'partial',
    speaker: 'fireInquiry',
    affiliation: 'Meridian City Council',
    chain: [
      hop('document', 'fireInquiry', 'https://council.meridian.example/inquiries/lantern-fire'),
    ],
    saidAt: '2021-05-04',
    medium: 'report',
    url: 'https://council.meridian.example/inquiries/lantern-fire',
    evidence: 'inquiryText',
  }),
  quote({
    key: 'reviewCold',
    text: 'a brave evening in a cold room',
    kind: 'partial',
    speaker: 'stageReview',
    chain: [
      hop('document', 'stageReview', 'https://stage-review.example/lantern/the-waiting-room'),
    ],
    saidAt: { hoursBefore: 76 },
    medium: 'review',
    url: 'https://stage-review.example/lantern/the-waiting-room',
  }),
  quote({
    key: 'solbergDog',
    text: 'We had been looking for that dog for thirty years.',
    kind: 'direct',
    ...solberg,
  }),
  quote({
    key: 'solbergMiracle',
    text: 'The first minute smells of vinegar and the rest is a miracle.',
    kind: 'direct',
    ...solberg,
  }),
]
