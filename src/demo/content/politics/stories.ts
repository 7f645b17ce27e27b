/** Politics: a corrected budget story, an audit, a draft sent back, a retraction. */
import {
  block,
  cite,
  divider,
  em,
  embed,
  h,
  link,
  list,
  p,
  q,
  story,
  strong,
} from '#src/demo/content/build.ts'
import type { DemoBlock, DemoStory } from '#src/demo/content/types.ts'

const AUDIT = 'https://audit.orrin.example/reports/harbour-tunnel'
const WRONG_SHORTFALL = '4.2 million crowns'
const RIGHT_SHORTFALL = '4.2 billion crowns'

/** The body is the same before and after the correction, but for one figure. */
const budgetBody = (shortfall: string): DemoBlock[] => [
  p(
    'The Assembly passed the budget shortly before midnight by 61 votes to 58, after a debate of nine hours that turned on who should carry a shortfall of ',
    strong(shortfall),
    ' and how fast.',
  ),
  p(
    'Two members of the governing alliance voted against it. The seat for Upper Sella has been vacant since spring.',
  ),
  p(
    'Finance minister Mireille Anand told the chamber she had chosen caution. ',
    q('anandPromises'),
    ' The gap is to be closed over three years, half by spending less and half by a levy on container traffic.',
  ),
  h('What is in it'),
  list(
    false,
    ['A levy of 12 crowns on each container landed at Meridian, from next quarter.'],
    ['A freeze on new road building, except for repairs, for two years.'],
    ['An extra 310 million crowns for hospitals outside the capital.'],
    ['No change in income tax, which the alliance had promised to leave alone.'],
  ),
  h('Valleys against ports'),
  p(
    'The opposition said the savings fall on inland districts. Petros Vale, finance spokesman of the Coast Party, called the plan ',
    q('valeMap'),
    ', according to the ',
    cite(
      'assemblyRecord',
      'Official Record',
      'https://assembly.orrin.example/record/budget-second-reading',
    ),
    '. His party had proposed to spread the gap over five years.',
  ),
  p(
    'Port operators have also objected. They say the levy will send ships to Valmarie, where ',
    link('/articles/grain-ships-leave-port-sauvage', 'Port-Sauvage has just reopened'),
    '. The ministry answers that the charge is lower than the fuel a detour would burn.',
  ),
  p(
    'Independent economists were split. Of six asked by the Courier before the vote, three thought the three-year path realistic, two too fast, and one too slow.',
  ),
  p('After the vote Ms Anand wrote on her public account:'),
  block('anandPostThanks'),
  embed(
    'https://social.orrin.example/@mireille-anand/posts/2207',
    'Orrin Social',
    'Post by Mireille Anand',
  ),
  p(
    'The budget takes effect on the first day of next month. The levy needs a second law, which the alliance hopes to bring before the summer recess; with a majority of three, it can afford one more rebel and no illness.',
  ),
]

const budgetVote = story({
  key: 'budgetVote',
  slug: 'assembly-passes-budget-by-three-votes',
  headline: 'Assembly passes budget by three votes after nine-hour debate',
  standfirst:
    'A container levy and a road-building freeze are to close a gap of 4.2 billion crowns over three years.',
  section: 'politics',
  topics: ['Budget', 'Assembly', 'Taxes'],
  authors: [{ author: 'jonasEkberg', role: 'by' }],
  dateline: 'MERIDIAN',
  leadImage: {
    image: 'assemblyChamber',
    captionOverride: 'The vote was 61 to 58, with one of the 120 seats vacant. Illustration.',
  },
  state: 'published',
  createdBy: 'jonas',
  createdHoursBefore: 58,
  approvedBy: 'tomoko',
  published: { hoursBefore: 52, by: 'tomoko' },
  firstVersion: {
    headline: 'Assembly passes budget by three votes after nine-hour debate',
    standfirst:
      'A container levy and a road-building freeze are to close a gap of 4.2 million crowns over three years.',
    body: budgetBody(WRONG_SHORTFALL),
  },
  corrections: [
    {
      key: 'budgetShortfall',
      kind: 'correction',
      hoursBefore: 47,
      by: 'tomoko',
      text: 'An earlier version of this article gave the budget shortfall as 4.2 million crowns. It is 4.2 billion crowns.',
      before: WRONG_SHORTFALL,
      after: RIGHT_SHORTFALL,
    },
  ],
  privateNotes:
    'Reader letter pointed out the million/billion slip. Checked against the Record, p. 212. Thank her.',
  body: budgetBody(RIGHT_SHORTFALL),
})

const tunnelAudit = story({
  key: 'tunnelAudit',
  slug: 'auditor-tunnel-invoices',
  headline:
    'Nobody was asked to check: how 38 million crowns went into a tunnel without proof of work',
  standfirst:
    'The Auditor-General found no theft in the harbour tunnel accounts. What she did find may be harder to mend.',
  kind: 'analysis',
  section: 'politics',
  topics: ['Public spending', 'Harbour tunnel'],
  authors: [{ author: 'jonasEkberg', role: 'by' }],
  leadImage: { image: 'auditSheets', captionOverride: null },
  state: 'published',
  createdBy: 'jonas',
  createdHoursBefore: 165,
  approvedBy: 'ruth',
  published: { hoursBefore: 144, by: 'david' },
  privateNotes:
    'Engineer: met twice, identity known to RC and JE only. Three colleagues confirm the acceptance routine.',
  body: [
    p(
      'For four years the state paid for a tunnel under Meridian harbour one invoice at a time. For 214 of those invoices, worth 38 million crowns, it cannot now show that the work was done.',
    ),
    p(
      'That is the core of a ',
      cite('auditReport', 'report by the Auditor-General', AUDIT),
      ' published this month. Its most quoted line is an acquittal and an accusation at once:',
    ),
    block('auditNobodyAsked'),
    p(
      'The report describes a duty that wandered. Responsibility for accepting finished work passed between three departments, and ',
      q('auditAssumed'),
      '. Invoices were compared with the contract, with the budget and with each other. They were not compared with the tunnel.',
    ),
    h('A stamp for everything'),
    p(
      q('engineerStamps'),
      ', said an engineer who worked on the tunnel. The Courier is not naming the engineer, who signed a confidentiality agreement and fears losing future contracts. Three other people who worked on the project described the routine in the same way.',
    ),
    p(
      'Linda Osei, the Auditor-General, resisted easy conclusions when she met reporters. ',
      q('oseiDoor'),
      ' She has sent nothing to the prosecutor.',
    ),
    h('What would change'),
    list(
      true,
      ['One named officer accepts each stage before it is paid for.'],
      ['Acceptance is recorded on site, with the date and a photograph.'],
      ['The ministry publishes the list of stages and who signed for them.'],
    ),
    p(
      q('ministryReply'),
      ', it said in a statement. The ',
      cite('transportMinistry', 'Ministry of Transport'),
      ' also pointed out that the tunnel opened on time and has carried 31 million journeys without a safety incident. Both things are true, and the report says so.',
    ),
    p(
      'The sum is about two per cent of what the tunnel cost. Auditors do not say the money bought nothing: much of the work can be seen by anyone who drives through. They say that the state paid before it knew, and that it would have paid in the same way had there been no tunnel at all.',
    ),
    p(
      'The harder question is why so plain a rule was missing. None of the departments lacked procedures; between them they had eleven. Every procedure began after the moment when somebody should have put on a helmet and gone to look.',
    ),
  ],
})

const rentCap = story({
  key: 'rentCap',
  slug: 'housing-committee-rent-cap',
  headline: 'Housing committee chair comes out against rent cap',
  standfirst: 'Tenants say they supplied the figures that Bruno Halloran asked for.',
  section: 'politics',
  topics: ['Housing', 'Meridian'],
  authors: [{ author: 'jonasEkberg', role: 'by' }],
  dateline: 'MERIDIAN',
  leadImage: { image: 'terracedStreet', captionOverride: null },
  state: 'changes requested',
  createdBy: 'jonas',
  createdHoursBefore: 28,
  changesRequested: {
    hoursBefore: 5,
    by: 'tomoko',
    reason:
      'The Halloran quote is not what the transcript says. He is against “a cap that nobody has costed”; we cut the half that matters, and the headline rests on it. Please restore the whole sentence, change the headline, and say that the committee will read annex two before it votes.',
  },
  body: [
    p(
      'The chair of the ',
      cite(
        'councilCommittee',
        'city’s housing committee',
        'https://council.meridian.example/housing/transcripts/rent-cap',
      ),
      ' has come out against the plan to limit rent rises in Oldgate to three per cent a year.',
    ),
    p('Bruno Halloran told a hearing this week: ', q('halloranCap')),
    p(
      'The ',
      cite('tenantsLeague', 'Oldgate Tenants’ League'),
      ' said it had supplied what he was asking for. ',
      q('quistAnnex'),
      ', its representative told the committee.',
    ),
    p(
      'Rents in Oldgate rose by 14 per cent last year, faster than in any other district. Landlords say repairs have become dearer still. The committee votes next month.',
    ),
  ],
})

const stationMemo = story({
  key: 'stationMemo',
  slug: 'transit-memo-nine-stations',
  headline: 'Transit agency planned to close nine stations, memo shows',
  standfirst:
    'A document seen by the Courier lists stops on Lines 2 and 4. Meridian Transit denies that it exists.',
  section: 'politics',
  topics: ['Transport', 'Meridian'],
  authors: [{ author: 'jonasEkberg', role: 'by' }],
  bylineOverride: 'Courier staff',
  dateline: 'MERIDIAN',
  leadImage: { image: 'metroPlatform', captionOverride: null },
  state: 'retracted',
  createdBy: 'jonas',
  createdHoursBefore: 220,
  approvedBy: 'david',
  published: { hoursBefore: 212, by: 'david' },
  retraction: {
    hoursBefore: 186,
    by: 'ruth',
    reason:
      'We have withdrawn this article. It rested on a memo that we presented as coming from Meridian Transit. The document is not authentic: its number belongs to an unrelated purchase order, and the agency’s archive holds no such paper. We should have established this before publication. We apologise to Meridian Transit, whose denial was correct, and to our readers.',
  },
  privateNotes:
    'Review of how the memo was checked: see chief’s note to all staff. Nobody outside handled the file.',
  body: [
    p(
      'Meridian’s transit agency drew up plans to close ',
      q('memoStations'),
      ' on Lines 2 and 4, according to a ',
      cite('transitMemo', 'memo'),
      ' seen by the Courier.',
    ),
    p(
      'The memo, which is undated, ranks stations by passengers per day and proposes that the lowest be closed within two years. It does not name an author. The list includes four stops in Oldgate and two that reopened only last year after rebuilding.',
    ),
    p(
      'The agency rejected the account. Its reply, in full, was: ',
      q('transitDenial'),
      ' A spokesman for ',
      cite('meridianTransit', 'Meridian Transit'),
      ' declined to add to it.',
    ),
    h('Lines under strain'),
    p(
      'Passenger numbers on Line 4 have fallen by a fifth since the harbour tunnel opened, and the agency’s grant has not risen with prices for three years. Its published plan, adopted last autumn, foresees fewer trains in the evening and no closures.',
    ),
    p(
      'Closing a station needs the consent of the city council after a public hearing. None has been announced. Council members from three parties said they had heard nothing of such a proposal, and one said that she would oppose it.',
    ),
    p(
      'At Saltmarket, one of the stops on the list, about 1,900 people get on or off each day. A pharmacist whose shop faces the entrance said half of her customers came by train.',
    ),
    p(
      'The agency’s board meets next week. Its agenda, which is public, covers ticket machines, a new depot fence and ',
      em('any other business'),
      '. The Courier has asked the board’s chair for an interview.',
    ),
    divider,
    p(
      'The ministry of transport, which pays about a third of the agency’s costs, said that decisions about stations were for the city. It had not been consulted about any closure, a spokesman said, and would expect to be. Two former members of the board, asked separately, said that they did not recognise the memo’s layout, and that plans of this weight were always numbered and dated.',
    ),
  ],
})

export const politicsStories: DemoStory[] = [budgetVote, tunnelAudit, rentCap, stationMemo]
