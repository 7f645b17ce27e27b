import { documentsInEnglish } from './englishDocuments.ts'
import { englishPeople } from './englishPeopleNouns.ts'
import { openersInEnglish } from './englishOpeners.ts'
import { type Gender, type Language, setOf, words } from './language.ts'

/** English: forms are spelt out, so that `report` and `claim` as nouns are never taken for verbs. */
export const english: Language = {
  code: 'en',
  telltales: setOf('the and of to that was is with for on by as at said from his her has were'),
  cues: setOf(
    `termed terms call expressed expresses voiced voices preferred prefers rated rates exhorted exhorts referenced references specified specifies compared compares framed frames portrays cast casts paints said says say told tells tell added adds asked asks replied replies responded answered noted notes warned warns argued
    argues argue claimed claims insisted insists insist explained explains wrote writes tweeted posted announced declared declares stated
    acknowledged acknowledges admitted admits alleged alleges asserted asserts conceded concedes confirmed confirms contended
    contends denied described describes disclosed emphasised emphasized emphasises emphasizes estimated predicted predicts
    promised recalled recalls remarked repeated stressed stresses suggested suggests testified urged urges vowed vows joked
    jokes quipped shouted concluded concludes continued observed assessed called calls ruled found reported complained lamented
    maintained maintains mused pleaded pledged proclaimed protested reiterated retorted revealed boasted chanted cried
    demanded exclaimed labelled labeled branded likened praised condemned denounced criticised criticized blasted dismissed
    thundered accused accuses apologised apologized apologises apologizes blamed blames hailed hails mocked ridiculed defended rejected characterised characterized portrayed pronounced deemed derided slammed welcomed recounted whispered yelled swore cautioned counselled counseled commented elaborated opined reads read believes
    testifies bristled snapped snaps scoffed scoffs sniffed sneered sneers grumbled grumbles groused griped fumed fumes raged rages sighed sighs
    muttered mutters mumbled murmured laughed chuckled deadpanned gushed enthused marvelled marveled beamed crowed cheered hollered
    bellowed barked growled roared screamed shrieked wailed sobbed implored begged beseeched wondered pondered ventured offered 
    riffed credited credits decries touted touts railed ripped assailed panned invoked invokes echoed echoes taunted teased teases
    countered volunteered confided confessed professed averred opines surmised theorised theorized speculated posited proposed recommends
    recommended advises advised threatened scolded chided chastised admonished lectured rebuked lambasted decried
    deplored bemoaned lauded applauded toasted thanked congratulated saluted quizzed inquired enquired queried interjected interrupted intoned
    recited sang texted emailed messaged blogged captioned scrawled penned typed summed responds observes laments
    complains recounts pledges cautions write warn describe accuse admit deny acknowledge predict believe`,
  ),
  gerundCues: setOf(
    `saying adding telling asking replying noting warning arguing claiming insisting explaining writing tweeting posting announcing
    declaring stating acknowledging admitting alleging asserting conceding confirming contending describing emphasising emphasizing
    predicting promising recalling remarking repeating stressing suggesting urging vowing joking quipping shouting concluding criticizing criticising accusing praising blasting slamming mocking dismissing labeling deriding decrying lamenting
    characterizing characterising portraying likening hailing touting blaming denying echoing thanking expressing voicing
    calling reporting pleading pledging boasting chanting condemning denouncing cautioning branding labelling`,
  ),
  fillers: setOf(
    `has had have was is also later then once recently repeatedly reportedly previously earlier again often simply only even
    still just now never flatly bluntly publicly privately famously who which that would will could should did does
    afterwards afterward initially finally and reluctantly angrily proudly tersely quietly himself herself themselves both all
    immediately further subsequently today yesterday tonight however too meanwhile instead nevertheless nonetheless therefore thus actually always`,
  ),
  negations: setOf(
    "declined refused failed not n’t didn’t didn't wouldn’t wouldn't without unable forgot",
  ),
  accordingTo: [words('according to'), words('in the words of'), words('per')],
  relayedBy: [
    words('as reported by'),
    words('as quoted by'),
    words('quoted by'),
    words('reported by'),
    words('carried by'),
    words('cited by'),
    words('broadcast by'),
    words('aired by'),
    words('published by'),
    words('in a report by'),
    words('according to a report in'),
    words('according to a report by'),
    words('in an interview with'),
    words('in interviews with'),
    words('in comments to'),
    words('in remarks to'),
    words('speaking to'),
    words('spoke to'),
    words('in an interview on'),
    words('in an interview published in'),
    words('obtained by'),
    words('seen by'),
    words('according to'),
  ],
  pronouns: new Map<string, Gender>([
    ['he', 'm'],
    ['she', 'f'],
    ['they', 'p'],
    ['it', 'n'],
    ['i', 'any'],
    ['we', 'p'],
    ['him', 'm'],
    ['her', 'f'],
    ['them', 'p'],
  ]),
  definite: setOf('the this that these those his her their its both same'),
  indefinite: setOf('a an another some several many few most other any no each'),
  numbers: new Map([
    ['one', 1],
    ['two', 2],
    ['three', 3],
    ['four', 4],
    ['five', 5],
    ['six', 6],
    ['seven', 7],
    ['eight', 8],
    ['nine', 9],
    ['ten', 10],
    ['eleven', 11],
    ['twelve', 12],
    ['twenty', 20],
    ['thirty', 30],
    ['forty', 40],
    ['fifty', 50],
    ['dozen', 12],
  ]),
  stops: setOf(
    `in on at by for from with to of about after before during against between into over under through than as if when while
    where because although though but or nor so yet and that which who whom whose what how why whether since until till unless
    is are was were be been being has have had do does did will would can could should may might must not despite amid among
    upon within without toward towards like near per via including`,
  ),
  openers: openersInEnglish,
  attachments: setOf('of for at in from with to on near inside within about by who'),
  unnamed: setOf(
    ...englishPeople,
    `percent someone somebody official officials source sources person people diplomat diplomats aide aides adviser advisers advisor advisors commander commanders witness
    witnesses resident residents lawyer lawyers attorney attorneys spokesman spokeswoman spokesperson spokespeople spokesmen representative representatives
    executive executives employee employees worker workers analyst analysts expert experts critic critics observer observers investigator
    investigators prosecutor prosecutors negotiator negotiators soldier soldiers officer officers lawmaker lawmakers insider insiders staffer staffers
    man woman men women student students teacher teachers doctor doctors nurse nurses farmer farmers protester protesters demonstrator
    demonstrators voter voters neighbor neighbors neighbour neighbours relative relatives activist activists rebel rebels supporter supporters opponent opponents
    author authors scientist scientists researcher researchers economist economists trader traders investor investors historian historians scholar scholars
    member members leader leaders minister ministers colleague colleagues friend friends mother father brother sister son daughter wife husband passenger passengers
    driver pilot survivor survivors victim victims engineer engineers shopkeeper fisherman bystander coach player parent parents mourner mourners refugee refugees hawks militants fighters mp mps
    boy girl boys girls child children teenager teenagers pensioner pensioners shopper shoppers visitor visitors tourist tourists commuter
    commuters customer customers guest guests caller callers onlooker onlookers pupil pupils tenant tenants landlord guard guards sailor sailors
    crewman crewmen miner miners nun monk priest priests cousin uncle aunt grandmother grandfather widow widower ranger rangers juror jurors
    delegate delegates backbencher backbenchers donor donors contractor contractors manager managers consultant consultants clerk clerks courier
    trucker teammate teammates classmate classmates roommate fan fans spectator spectators volunteer volunteers paramedic paramedics detective
    detectives auditor auditors regulator regulators planner planners trustee trustees congregant congregants worshipper worshippers inmate
    inmates prisoner prisoners veteran veterans strategist strategists nominee nominees frontrunner front-runner confidant confidants operative operatives pollster pollsters lobbyist lobbyists
    superdelegate superdelegates user users blogger bloggers commentator commentators pundit pundits loyalist loyalists ally allies attendee attendees immigrant
    immigrants migrant migrants citizen citizens taxpayer taxpayers panelist panelists moderator moderators host hosts anchor anchors narrator surrogate surrogates
    businessman businesswoman businessmen policymaker policymakers counterpart counterparts hopeful hopefuls rival rivals mogul magnate billionaire billionaires
    marcher marchers advocate advocates bundler bundlers appointee appointees republican republicans democrat democrats senator senators governor governors congressman candidate
    candidates officer-in-charge campaigner campaigners organiser organisers organizer organizers`,
  ),
  vague: setOf(
    'some many others critics observers commentators most few several analysts experts skeptics sceptics opponents supporters people',
  ),
  offices: setOf(
    `president vice-president minister premier chancellor senator congressman congresswoman representative governor mayor secretary ambassador general
    colonel major captain lieutenant sergeant admiral judge justice king queen prince princess pope cardinal bishop archbishop imam cleric ayatollah
    rabbi reverend professor chairman chairwoman chair chairperson chief director commissioner sheriff detective inspector superintendent constable
    spokesman spokeswoman spokesperson leader founder owner manager editor author analyst economist historian scientist researcher epidemiologist
    coach captain player striker goalkeeper singer actor actress writer novelist journalist reporter correspondent columnist lawyer attorney
    prosecutor solicitor barrister envoy adviser advisor aide deputy speaker councillor councilor councilman councilwoman lawmaker treasurer
    executive ceo officer commander engineer doctor nurse teacher farmer activist organizer organiser campaigner diplomat official counsel
    boss head fellow champion veteran sheikh emir sultan host poet artist fireman firefighter boss lord lady dame sir mp mep legislator physicist biologist climatologist geologist ecologist hydrologist volcanologist principal headteacher chef
    resident candidate secretary-general undersecretary negotiator investigator pilot driver survivor victim witness baker fisherman shopkeeper pastor priest
    sen. rep. gov. gen. lt. col. maj. sgt. capt. adm. dr. mr. ms. mrs. prof. rev. hon. amb. atty. supt. det. insp. cmdr. pvt. cpl. brig. mx. msgr. fr. sr. st. mr ms mrs dr prof
    clerk trainer jockey baroness baron viscount viscountess earl duke duchess count countess marquess ranger warden curator librarian conductor
    choreographer architect archaeologist astronomer chemist biochemist botanist zoologist anthropologist sociologist psychologist psychiatrist
    surgeon paramedic midwife vet veterinarian pharmacist dentist statistician mathematician philosopher theologian linguist geographer
    meteorologist seismologist oceanographer virologist immunologist oncologist cardiologist neurologist paediatrician pediatrician dean provost
    rector vicar deacon abbot abbess nun monk chaplain marshal brigadier commodore corporal private airman trooper bailiff coroner magistrate
    registrar auditor accountant broker banker trader investor entrepreneur billionaire tycoon developer landlord tenant grocer butcher brewer
    winemaker plumber electrician carpenter builder mechanic welder miner trucker cabbie skipper sailor diver surfer swimmer sprinter cyclist
    golfer boxer wrestler skier midfielder defender forward winger quarterback pitcher goalie referee umpire selector drummer guitarist bassist
    pianist violinist cellist soprano tenor rapper composer producer filmmaker comedian playwright dramatist biographer essayist critic
    broadcaster presenter anchor photographer illustrator cartoonist sculptor painter designer publisher printer bookseller archivist translator
    strategist pollster lobbyist blogger commentator pundit businessman businesswoman mogul magnate co-founder cofounder co-chair co-chairman
    interpreter secretary-treasurer whip backbencher mayor-elect president-elect alderman alderwoman selectman commissioner-general
    administrator regulator inspector-general trustee steward convenor delegate ombudsman forester gardener beekeeper shepherd rancher grower
    vintner cook waiter waitress bartender barista`,
  ),
  afterNoun: setOf(
    'familiar close briefed speaking knowledgeable aware involved present loyal opposed based working linked tied',
  ),
  institutions: setOf(
    `diocese archdiocese parish ministry department court house council bank police company inc. corp. ltd. llc plc party university agency commission committee authority
    office bureau institute association union federation government administration army navy force forces service congress parliament senate
    assembly cabinet embassy foundation group group’s organization organisation network center centre college school hospital church board team
    club league society trust fund exchange airlines airline airways motors industries holdings pentagon kremlin nato un eu white watch prosecutors regulator
    tribunal panel jury newspaper magazine website channel broadcaster movement front brigade militia guard guards corps coalition campaign opposition
    town township borough district tabloid publication outlet network nonprofit thinktank think-tank palace treasury charity watchdog firm vatican state city county province taliban command headquarters observatory museum laboratory secretariat directorate ombudsman fed reserve times post journal herald tribune`,
  ),
  documents: documentsInEnglish,
  termWords: setOf(
    'so-called dubbed nicknamed known phrase word words term slogan codenamed code-named aka hashtag label tag moniker epithet',
  ),
  titleWords: setOf(
    'song songs film movie book novel album single play musical series show programme program episode poem painting documentary essay memoir track ballad opera game hit thriller drama comedy sitcom anthem entitled titled headlined headline podcast exhibition sculpture bestseller',
  ),
  times: setOf(
    `monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december
    hours days weeks months minutes moments today yesterday tonight tomorrow morning afternoon evening night week month year mon tue tues wed thu thurs fri sat sun jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec.`,
  ),
  mediums: [
    ['in a statement', 'statement'],
    ['in statements', 'statement'],
    ['a written statement', 'statement'],
    ['in a joint statement', 'statement'],
    ['statement', 'statement'],
    ['interview', 'interview'],
    ['news conference', 'news conference'],
    ['press conference', 'news conference'],
    ['briefing', 'briefing'],
    ['tweeted', 'social post'],
    ['tweet', 'social post'],
    ['on twitter', 'social post'],
    ['on x', 'social post'],
    ['on facebook', 'social post'],
    ['on instagram', 'social post'],
    ['on telegram', 'social post'],
    ['on bluesky', 'social post'],
    ['on truth social', 'social post'],
    ['on social media', 'social post'],
    ['on tiktok', 'social post'],
    ['on linkedin', 'social post'],
    ['on mastodon', 'social post'],
    ['speech', 'speech'],
    ['address', 'speech'],
    ['sermon', 'speech'],
    ['rally', 'speech'],
    ['letter', 'letter'],
    ['email', 'email'],
    ['e-mail', 'email'],
    ['text message', 'text message'],
    ['by phone', 'interview'],
    ['testified', 'testimony'],
    ['testimony', 'testimony'],
    ['hearing', 'testimony'],
    ['opinion', 'opinion article'],
    ['op-ed', 'opinion article'],
    ['editorial', 'opinion article'],
    ['report', 'report'],
    ['ruling', 'ruling'],
    ['court filing', 'court filing'],
    ['memo', 'memo'],
    ['book', 'book'],
    ['podcast', 'podcast'],
    ['study', 'study'],
  ],
  quotingVerbs: setOf('quoted quotes quoting cited cites citing'),
  tellingVerbs: setOf('told tells telling tell informed assured'),
  conditions: [
    'on condition of anonymity',
    'on the condition of anonymity',
    'condition of anonymity',
    'declined to be named',
    'declined to be identified',
    'asked not to be named',
    'asked not to be identified',
    'requested anonymity',
    'asked for anonymity',
    'not authorised to speak',
    'not authorized to speak',
    'who were not authorized',
    'who was not authorized',
    'spoke anonymously',
    'speaking anonymously',
    'refused to be named',
    'did not want to be named',
    'did not want to be identified',
    'requested not to be named',
    'was granted anonymity',
    'were granted anonymity',
    'granted anonymity',
    'not be named',
    'not be identified',
  ],
}
