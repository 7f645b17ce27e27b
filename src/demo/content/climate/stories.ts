/** Climate: salt in the delta (published), a storm (live), a wheat trial (scheduled for tomorrow). */
import { block, cite, embed, h, img, list, p, pull, q, story } from '#src/demo/content/build.ts'
import type { DemoStory } from '#src/demo/content/types.ts'

const SURVEY = 'https://sella-university.example/delta/salinity-survey'

const deltaSalt = story({
  key: 'deltaSalt',
  slug: 'salt-climbs-the-sella',
  headline: 'Salt is climbing the Sella, and the rice is climbing ahead of it',
  standfirst:
    'In nine years brackish water has moved 14 kilometres up the delta. Farmers at Tarn Ferry are planting higher each season.',
  section: 'climate',
  topics: ['Sella delta', 'Farming', 'Sea level'],
  authors: [
    { author: 'aminaSayeed', role: 'by' },
    { author: 'samuelOduya', role: 'by' },
    { author: 'leonieBrandt', role: 'photos by' },
  ],
  dateline: 'TARN FERRY',
  leadImage: { image: 'sellaDelta', captionOverride: null },
  state: 'published',
  createdBy: 'amina',
  createdHoursBefore: 115,
  approvedBy: 'david',
  published: { hoursBefore: 96, by: 'david' },
  corrections: [
    {
      key: 'deltaShare',
      kind: 'clarification',
      hoursBefore: 70,
      by: 'david',
      text: 'This article has been amended to make clear that the 14 kilometres refer to the dry season. In the wet season the limit of brackish water lies further downstream.',
      before: null,
      after: null,
    },
  ],
  body: [
    p(
      'Rosa Tamm’s mother found it first, in the kitchen. ',
      q('tammWell'),
      ' That was five years ago. The well has since been closed, and the family’s rice has moved uphill.',
    ),
    p(
      'What she tasted has now been measured. A ',
      cite('salinitySurvey', 'survey by Sella University', SURVEY),
      ' finds that between 2016 and 2025 the dry-season limit of brackish water moved 14 kilometres upstream, to within sight of the ferry.',
    ),
    p(
      'The causes come from both ends of the river. About two thirds of the advance is put down to lower flow, as reservoirs hold more water back in spring, and one third to the higher sea. The survey is firm about the remedy for anyone tempted to choose between them: ',
      q('surveyTogether'),
    ),
    h('Two paddies, then four'),
    p(
      'Ms Tamm lost her two lowest paddies three years ago and four more last year. ',
      q('tammGrave'),
      ' The one who stays is her brother. He has turned his land over to prawns, which like the salt and pay better, in a good year, than rice did.',
    ),
    pull('tammWell'),
    img('upperPaddies'),
    p(
      'Higher ground is not free. The cooperative rents terraces above the village, where the yield is a fifth lower and water has to be pumped. Of its 86 members, 31 now farm at least one terrace; nine have given up rice.',
    ),
    h('A valve, not a wall'),
    p(
      q('kovarBarrier'),
      ', said Emil Kovář, a hydrologist who worked on the survey. The ',
      cite('waterBoard', 'Lower Sella Water Board'),
      ', which would build it, speaks of ',
      q('waterBoardCost'),
      ': gates that close only in the driest weeks. Fishing villages at the mouth fear for the shoals that come up with the tide, and have asked for a study of their own.',
    ),
    p('Three things would help sooner, according to the survey:'),
    list(
      false,
      ['letting more water down the river in March and April;'],
      ['lining the old canals, which leak salt into the fields beside them;'],
      ['publishing the readings daily, so that farmers know when not to pump.'],
    ),
    p(
      'The last has begun. At Tarn Ferry the figure is chalked on a board beside the landing stage, above the times of the boats.',
    ),
  ],
})

const stormOdile = story({
  key: 'stormOdile',
  slug: 'storm-odile-live',
  headline: 'Storm Odile: port closed, lower harbour told to be ready before dark',
  standfirst:
    'Gusts of up to 125 kilometres an hour are forecast when the storm crosses the coast after midnight.',
  kind: 'live',
  section: 'climate',
  topics: ['Storm Odile', 'Weather', 'Meridian'],
  authors: [
    { author: 'aminaSayeed', role: 'by' },
    { author: 'nadiaFerreira', role: 'additional reporting' },
  ],
  bylineOverride: 'Amina Sayeed and Courier reporters',
  dateline: 'MERIDIAN',
  leadImage: { image: 'stormOdile', captionOverride: null },
  state: 'published',
  createdBy: 'amina',
  createdHoursBefore: 9,
  approvedBy: 'tomoko',
  published: { hoursBefore: 5, by: 'tomoko' },
  body: [
    h('What we know'),
    list(
      false,
      ['Odile is due to cross the coast between Meridian and Heron Point shortly after midnight.'],
      ['The port is closed to all movements.'],
      [
        'Schools in the lower harbour are shut tomorrow; decisions for the rest of the city follow at six in the morning.',
      ],
      ['Shelters are open at the exhibition halls and the Saltmarket gymnasium.'],
    ),
    h('“Lucky with the tide”'),
    p(
      'The surge should reach the harbour about two hours after high water. That, says the ',
      cite(
        'weatherService',
        'Orrin Weather Service',
        'https://weather.orrin.example/bulletins/odile-7',
      ),
      ' in its noon bulletin, ',
      q('bulletinReach'),
      '.',
    ),
    p(
      'Grace Ndiaye, the duty forecaster, told the Courier by telephone: ',
      q('ndiayeTide'),
      ' She added that people who live below the mole would not feel lucky, and that a surge two hours earlier would have threatened the hospital.',
    ),
    h('Port closed'),
    p('The harbour master announced the closure on the port’s public account:'),
    block('harbourPostLines'),
    p(
      'Eleven ships have put to sea to ride out the storm. Two ferries are tied up at the inner basin. Container traffic will not resume before the surge has passed and divers have looked at the lock gates, the harbour office said.',
    ),
    embed(
      'https://video.weather.orrin.example/odile/satellite-loop',
      'Orrin Weather Service',
      'Satellite loop of Storm Odile, updated every 15 minutes',
    ),
    h('Getting people out'),
    p(
      'About 4,000 people live in streets marked for precautionary evacuation. By late afternoon some 2,600 had left, most to stay with relatives. ',
      q('civilDefenceBuses'),
      ' That was the promise a spokeswoman for Civil Defence gave to ',
      cite('coastDispatch', 'The Coast Dispatch', 'https://coast-dispatch.example/odile/buses'),
      '.',
    ),
    p(
      'Residents’ groups in Saltmarket complained that the list of streets was published on a map that could not be read on a telephone. Civil Defence has since sent it by text message. Anyone who needs help to leave should call the number printed on the evacuation card.',
    ),
    p(
      'The last storm of this strength, in 2017, flooded 340 homes in the same streets. Since then the sea wall has been raised by 60 centimetres and the pumps have been replaced; neither has yet been tested by a night like the one that is forecast.',
    ),
    p('This page is updated as reports are confirmed. Times are local.'),
  ],
})

const wheatTrial = story({
  key: 'wheatTrial',
  slug: 'wheat-that-wins-in-bad-years',
  headline: 'The wheat that wins only in bad years',
  standfirst:
    'A three-year trial on Harrow Plain asks what farmers should pay for a harvest they hope not to need.',
  kind: 'analysis',
  section: 'climate',
  topics: ['Farming', 'Heat', 'Science'],
  authors: [{ author: 'aminaSayeed', role: 'by' }],
  dateline: 'HARROW PLAIN',
  leadImage: { image: 'wheatEvening', captionOverride: null },
  state: 'scheduled',
  createdBy: 'amina',
  createdHoursBefore: 48,
  approvedBy: 'tomoko',
  schedule: { hoursAfter: 22, by: 'tomoko' },
  privateNotes: 'Institute’s embargo ends tomorrow at the same hour. Not a minute earlier.',
  body: [
    p(
      'In the field behind the Orrin Crop Institute two kinds of wheat stand side by side, and in most summers the visitor would pick the wrong one. The standard variety is taller, even and golden. Its neighbour is short and a little grey, and in an ordinary year it yields slightly less.',
    ),
    p(
      'Last summer was not ordinary. After 19 days above 34 degrees the grey wheat gave 4.1 tonnes a hectare and the golden one 2.9, according to the ',
      cite('wheatTrial', 'third-year report', 'https://crops.orrin.example/trials/harrow-plain'),
      ' of the trial. Its authors draw a conclusion that is not about plants:',
    ),
    block('trialInsurance'),
    p(
      'The arithmetic is simple and the choice is not. Sown everywhere, the new line would cost the plain about three per cent of its harvest in each mild year. Sown nowhere, it would cost more than a quarter in each hot one. Hot years used to come once in twelve; the institute now counts one in five.',
    ),
    h('Who pays the premium'),
    p(
      q('moreauPatience'),
      ', said Idris Moreau, who bred the line. He would like growers to plant a third of their land with it and to be paid for the difference. The farmers’ chamber likes the second half of the sentence better than the first.',
    ),
    p(
      'Millers have a say as well. The flour is lower in protein, and two of the four mills on the plain have said that they would take it only blended. Plant scientists not involved in the trial called the results promising and the sample small: three years, one soil, one hot summer.',
    ),
    p(
      'A fourth year has been sown. Nobody at the institute will say which weather they are hoping for.',
    ),
  ],
})

export const climateStories: DemoStory[] = [deltaSalt, stormOdile, wheatTrial]
