/** Culture: a theatre reopens (published), a lost newsreel (approved), a column on a festival (draft). */
import { block, cite, em, h, list, p, pull, q, story } from '#src/demo/content/build.ts'
import type { DemoStory } from '#src/demo/content/types.ts'

const theatreReopens = story({
  key: 'theatreReopens',
  slug: 'lantern-theatre-reopens',
  headline: 'Six years after the fire, the Lantern opens with one chair',
  standfirst:
    'Meridian’s oldest playhouse is back, unfinished, in debt, and sold out until the autumn.',
  section: 'culture',
  topics: ['Theatre', 'Meridian'],
  authors: [
    { author: 'marisolVega', role: 'by' },
    { author: 'davidOyelaran', role: 'additional reporting' },
  ],
  dateline: 'MERIDIAN',
  leadImage: { image: 'lanternStage', captionOverride: null },
  state: 'published',
  createdBy: 'david',
  createdHoursBefore: 84,
  approvedBy: 'tomoko',
  published: { hoursBefore: 72, by: 'tomoko' },
  privateNotes: 'MV had no ties to the production; checked by DO. Fee agreed.',
  body: [
    p(
      'When the curtain rose at the Lantern Theatre for the first time in six years there was nothing behind it but a chair. The audience applauded the chair. It took most of a minute before anyone could speak.',
    ),
    p(
      'Yara Lindgren, the artistic director, had counted on it. The company spent the years after the fire in borrowed rooms.',
    ),
    block('lindgrenChair'),
    p(
      'The play is ',
      em('The Waiting Room'),
      ', a comedy about people who have forgotten what they came for. It has been staged at the ',
      cite('lanternTheatre', 'Lantern', 'https://lantern-theatre.example/'),
      ' five times since 1911, always when money was short, because it needs so little.',
    ),
    h('Turned over'),
    p(
      q('ruskOak'),
      ', said Matteo Rusk, the stage carpenter, who joined the theatre at 17. The scorch marks are underneath. Above the proscenium the gilding stops halfway, where a grant did.',
    ),
    p(
      'The fire began in wiring that had been reported as defective four times, the ',
      cite(
        'fireInquiry',
        'city’s inquiry',
        'https://council.meridian.example/inquiries/lantern-fire',
      ),
      ' found. Nobody was hurt: the audience left, it said, by ',
      q('inquiryDoors'),
      '. Two of the ushers of that night were in the front row for the reopening.',
    ),
    pull('lindgrenMuseum'),
    p(
      'The building is not done. The bar is a trestle table and the heating is promised for winter. ',
      q('lindgrenMuseum'),
      ' That is Ms Lindgren’s answer to anyone who asks when it will be. The theatre owes four million crowns, most of it in small loans from neighbours, and she says the company knows ',
      q('lindgrenDebt'),
      '.',
    ),
    h('Warm and cold'),
    p(
      'Not everyone was won over. ',
      cite('stageReview', 'Stage Review', 'https://stage-review.example/lantern/the-waiting-room'),
      ' called it ',
      q('reviewCold'),
      ' and thought the second act too pleased with its own patience. It is a fair complaint. The evening leans on its occasion, and a visitor from another city might wonder at the tears.',
    ),
    p(
      'But the ensemble listens to one another as few do, and in the last scene, when the chair is finally carried off, the bare boards look less like poverty than like room. Tickets are gone until the autumn; forty seats are sold at the door each night from six o’clock, for whatever people can pay.',
    ),
  ],
})

const lostNewsreel = story({
  key: 'lostNewsreel',
  slug: 'lost-newsreel-found',
  headline: 'A dog, a band and a bridge: lost newsreel of 1931 is found',
  standfirst: 'A reel mislabelled for nine decades shows the opening of the old harbour bridge.',
  section: 'culture',
  topics: ['Film', 'History'],
  authors: [{ author: 'davidOyelaran', role: 'by' }],
  dateline: 'MERIDIAN',
  leadImage: { image: 'newsreelBeam', captionOverride: null },
  state: 'approved',
  createdBy: 'david',
  createdHoursBefore: 25,
  approvedBy: 'tomoko',
  privateNotes:
    'Approved. Wait for the archive’s frame grabs before choosing a slot; the weekend would be good.',
  body: [
    p(
      'For nine decades it lay in a tin marked “Agricultural show, damaged”. Inside was the only film of the opening of Meridian’s harbour bridge in 1931, which the ',
      cite('filmArchive', 'National Film Archive', 'https://film-archive.orrin.example/'),
      ' had listed as lost.',
    ),
    p(
      'Annika Solberg, head of restoration, knew it by an animal. Every newspaper of the day mentions a dog that ran in front of the band. ',
      q('solbergDog'),
    ),
    p(
      'The reel is on nitrate stock, which burns easily and rots slowly. ',
      q('solbergMiracle'),
      ' It has been copied frame by frame: 11 minutes and four seconds, silent, with a title card that misspells the mayor.',
    ),
    h('What can be seen'),
    list(
      false,
      ['the ribbon, cut at the second attempt;'],
      ['a crowd of perhaps 20,000 on the east bank;'],
      ['the first tram, with its conductor standing on the roof;'],
      ['the dog.'],
    ),
    p(
      'The archive will show the film free of charge in its small hall next month, with music by pupils of the city’s conservatory. The bridge itself was replaced in 1974. Two of its lamps stand in the archive’s courtyard.',
    ),
  ],
})

const festivalColumn = story({
  key: 'festivalColumn',
  slug: 'lantern-week-needs-fewer-lanterns',
  headline: 'Lantern Week needs fewer lanterns',
  standfirst:
    'Ninety thousand visitors are a triumph. They are also a reason to turn some of the lights off.',
  kind: 'opinion',
  section: 'culture',
  topics: ['Festivals', 'Meridian'],
  authors: [{ author: 'davidOyelaran', role: 'by' }],
  leadImage: { image: 'festivalSquare', captionOverride: null },
  state: 'draft',
  createdBy: 'david',
  createdHoursBefore: 3,
  privateNotes:
    'TK: figures for waste from the city. Ask the organisers for a reply before this goes to Tomoko.',
  body: [
    p(
      'I have loved ',
      cite('lanternWeek', 'Lantern Week', 'https://lantern-week.example/'),
      ' since I was tall enough to be in its way. That is why I would like there to be less of it.',
    ),
    p(
      'When it began, each street made its own lanterns and hung them where it pleased. Now they arrive by lorry, nine thousand of them, all the same five colours. The square is beautiful. The side streets are dark, because everyone is in the square.',
    ),
    p(
      'Here is a proposal. Let every second string come down, and let the money pay for paper and glue in schools. [TK: what the organisers say.]',
    ),
  ],
})

export const cultureStories: DemoStory[] = [theatreReopens, lostNewsreel, festivalColumn]
