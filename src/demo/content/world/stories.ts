/** World: a port that reopens (published) and a bridge that closes (in review). */
import { block, cite, h, list, p, q, story } from '#src/demo/content/build.ts'
import type { DemoStory } from '#src/demo/content/types.ts'

const portReopens = story({
  key: 'portReopens',
  slug: 'grain-ships-leave-port-sauvage',
  headline: 'Grain ships leave Port-Sauvage after 19-day standoff',
  standfirst:
    'Valmarie’s largest port is loading again, but dockers call the strike suspended and shipowners want two quiet weeks before they come back.',
  section: 'world',
  topics: ['Trade', 'Shipping', 'Valmarie'],
  authors: [
    { author: 'nadiaFerreira', role: 'by' },
    { author: 'jonasEkberg', role: 'additional reporting' },
  ],
  dateline: 'PORT-SAUVAGE, Valmarie',
  leadImage: { image: 'harbourCranes', captionOverride: null },
  state: 'published',
  createdBy: 'nadia',
  createdHoursBefore: 38,
  approvedBy: 'tomoko',
  published: { hoursBefore: 30, by: 'tomoko' },
  privateNotes:
    'Official’s words come to us through Radio Littoral; our own second source at the harbour office confirms the shorter inspections. Do not name the department.',
  body: [
    p(
      'The first grain ship in almost three weeks left Port-Sauvage at six in the morning, ending a standoff over night inspections that had stopped the harbour for 19 days and sent wheat prices up as far away as Meridian.',
    ),
    p(
      'Four more ships were loading by midday. Speaking on the quay, deputy minister Hélène Lecomte, of ',
      cite(
        'portsMinistry',
        'Valmarie’s ministry of ports',
        'https://ports.valmarie.example/declarations/reprise-port-sauvage',
      ),
      ', said in French:',
    ),
    block('lecomteTrust'),
    p(
      'The dispute began when the ministry ordered every hold to be opened and searched, day and night, after a smuggling case in the spring. Dockers refused to work the night inspections without night pay, and the gates closed.',
    ),
    p(
      'Under the terms now being tried, inspectors keep their powers but use them faster. A senior port official told ',
      cite(
        'radioLittoral',
        'Radio Littoral',
        'https://radio-littoral.example/ports/reprise-du-trafic',
      ),
      ': ',
      q('officialInspections'),
      ' The broadcaster did not name the official because the agreement has not been signed.',
    ),
    h('“Suspended, not ended”'),
    p(
      'Nobody on the quay was calling it a settlement. In a notice to members the ',
      cite(
        'dockersUnion',
        'Union of Dockers',
        'https://dockers.valmarie.example/notices/return-to-work',
      ),
      ' said the stoppage was ',
      q('dockersSuspended'),
      ' and that it would ballot again in 30 days unless the ministry made an offer in writing. The ministry declined to discuss wages while talks go on.',
    ),
    p(
      'Shipowners are waiting too. ',
      q('marchettiSchedule'),
      ', said Ines Marchetti, head of chartering at Sable Line, whose company had four ships at anchor at the worst point. She said Sable would keep ',
      q('marchettiFleet'),
      ' until it had seen two weeks without a closed gate.',
    ),
    h('What it means in Orrin'),
    list(
      false,
      ['About a third of the wheat milled in Orrin comes through Port-Sauvage.'],
      [
        'Prices at the Meridian exchange rose 11 per cent during the stoppage and gave back four points this week.',
      ],
      ['Freight on the northern route costs roughly a fifth more per tonne.'],
    ),
    p(
      q('grainBoardStocks'),
      ', the ',
      cite('grainBoard', 'Orrin Grain Board'),
      ' told reporters. It expects bread prices to follow the wheat price down, though not before the end of the month.',
    ),
  ],
})

const bridgeCloses = story({
  key: 'bridgeCloses',
  slug: 'pont-clair-bridge-to-close',
  headline: 'Pont-Clair bridge to close for repairs, cutting main road to Valmarie',
  standfirst: 'Corroded cable anchorages will keep lorries off the crossing for up to 14 weeks.',
  kind: 'brief',
  section: 'world',
  topics: ['Transport', 'Valmarie'],
  authors: [{ author: 'nadiaFerreira', role: 'by' }],
  dateline: 'PONT-CLAIR',
  leadImage: { image: 'pontClairBridge', captionOverride: null },
  state: 'in review',
  createdBy: 'nadia',
  createdHoursBefore: 10,
  privateNotes:
    'ORA promised the exact closing date this afternoon. Hold the second paragraph for it.',
  body: [
    p(
      'The bridge that carries most road freight between Orrin and Valmarie will close to all traffic while seven of its stay cables are replaced, the ',
      cite('roadsAuthority', 'Orrin Roads Authority'),
      ' said. The work will take ten to 14 weeks.',
    ),
    p(
      'An ',
      cite(
        'bridgeReport',
        'inspection report',
        'https://roads.orrin.example/reports/pont-clair-inspection',
      ),
      ' published by the authority found corrosion at the lower anchorages. Their condition, it says, ',
      q('bridgeCondition'),
      '.',
    ),
    p(
      'About 2,400 lorries cross each day. They will be sent by way of Tarn Ferry. Tomas Brandl, general secretary of the Freight Hauliers’ Association, said: ',
      q('brandlDetour'),
    ),
    p(
      'The authority said it had studied closing one carriageway at a time and found that the cables could not be changed safely under load. It has not said whether hauliers will be compensated.',
    ),
  ],
})

export const worldStories: DemoStory[] = [portReopens, bridgeCloses]
