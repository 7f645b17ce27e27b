import { people } from './peopleNouns.ts'
import { type Gender, type Language, setOf, verbsOf, words } from './language.ts'

/** German: „…“ and »…«, nouns with capitals, so offices are told from names by list and by ending. */
export const german: Language = {
  code: 'de',
  telltales: setOf(
    'der die das und ist nicht ein eine den mit von zu auf dem sich auch im werden wir für sagte',
  ),
  cues: verbsOf(
    'de',
    `schreiben schrieben lautet befahl befiehlt ordnete warf wirft warfen wies weist wiesen mitteilte mitteilten sagte sagt sagten erklärte erklärt betonte betont teilte warnte warnt forderte fordert kritisierte kritisiert meinte meint fügte schrieb
    schreibt antwortete antwortet berichtete berichtet behauptete bestätigte räumte kündigte ergänzte ergänzt erläuterte nannte nennt bezeichnete
    mahnte versicherte urteilte rief fragte fragt gesagt erklärten hieß sprach bekräftigte unterstrich stellte lobte resümierte twitterte so
    erzählte erzählt erzählten meinten beklagte beklagt klagte klagt schimpfte schimpft spottete spottet scherzte scherzt witzelte witzelt
    lachte seufzte seufzt jubelte jubelt höhnte ätzte wetterte wettert polterte poltert stichelte frotzelte gestand gesteht bekannte bekennt
    einräumte beteuerte beteuert beschwor beschwört versprach verspricht prophezeite prophezeit bilanzierte bilanziert konstatierte
    konstatiert bemerkte bemerkt merkte wandte entgegnete entgegnet erwiderte erwidert konterte kontert widersprach widerspricht befand
    findet fand glaubt vermutete vermutet argumentierte argumentiert begründete begründet lobt würdigte würdigt begrüßte bezeichneten
    beschrieb beschreibt schilderte schildert berichteten verkündete verkündet verlautete appellierte appelliert bat bittet drohte droht
    verlangte verlangt empfahl empfiehlt riet rät flüsterte flüstert ruft schrie schreit brüllte murmelte sagen erklären betonten betonen
    warnten warnen forderten fordern kritisierten kritisieren kommentierte kommentiert postete postet notierte bestätigt behauptet teilten
    kündigt räumt nannten nennen geschrieben gewarnt wiederholte wiederholt präzisierte präzisiert versichert urteilt resümiert zitierte mahnt`,
  ),
  gerundCues: setOf(),
  fillers: setOf(
    'hat hingegen dagegen allerdings indes wiederum derweil unterdessen hatte haben auch weiter am dann später zudem dazu bereits noch nun heute gestern daraufhin zuvor jedoch mit aber schon dem',
  ),
  negations: setOf('nicht nichts'),
  accordingTo: [
    words('nach angaben von'),
    words('nach angaben des'),
    words('nach angaben der'),
    words('nach worten von'),
    words('nach ansicht von'),
    words('nach ansicht des'),
    words('nach ansicht der'),
    words('nach aussage von'),
    words('nach aussage des'),
    words('nach aussage der'),
    words('nach meinung von'),
    words('nach meinung des'),
    words('nach meinung der'),
    words('laut'),
  ],
  relayedBy: [
    words('zitiert von'),
    words('im gespräch mit'),
    words('im interview mit'),
    words('gegenüber'),
    ['der'],
  ],
  pronouns: new Map<string, Gender>([
    ['er', 'm'],
    ['sie', 'any'],
    ['es', 'n'],
  ]),
  definite: setOf('der die das dem den des dieser diese ihr ihre sein seine'),
  indefinite: setOf('ein eine einer einem eines mehrere einige'),
  numbers: new Map([
    ['zwei', 2],
    ['drei', 3],
    ['vier', 4],
    ['fünf', 5],
  ]),
  stops: setOf(
    `in im an am auf bei mit von vom zu zum zur für über unter gegen nach vor seit aus durch ohne um wegen während als wenn weil dass daß ob
    laut zufolge und oder aber denn doch sondern ist sind war waren hat haben hatte wird werden wurde kann soll muss nicht sich`,
  ),
  openers: setOf(
    'mehr weniger noch auch sehr etwas ganz nun dann jetzt so warum wieso weshalb woher wohin wann wer was wo',
  ),
  attachments: setOf('von vom der des aus bei im in für zum zur'),
  unnamed: setOf(
    ...people.de,
    `oppositionsführer oppositionsführerin sprecher sprecherin vertreter vertreterin beamter beamte beamten insider diplomat diplomaten augenzeuge augenzeugen zeuge zeugin zeugen anwohner anwohnerin anwalt anwältin
    experte expertin experten quelle quellen berater beraterin mitarbeiter mitarbeiterin person personen regierungsvertreter regierungssprecher regierungssprecherin polizeisprecher polizeisprecherin ermittler
    abgeordneter abgeordnete minister kritiker beobachter demonstrant demonstranten
    bewohner bewohnerin nachbar nachbarin nachbarn lehrer lehrerin lehrern angestellte angestellter funktionär funktionäre arzt ärztin ärzte
    passant passantin passanten helfer helferin kollege kollegin kollegen teilnehmer teilnehmerin überlebender überlebende manager managerin
    polizist polizistin polizisten soldat soldaten bauer bauern fischer händler beteiligter beteiligte eingeweihter eingeweihte schüler
    schülerin angeklagte angeklagter angeklagten beschuldigte beschuldigter verdächtige verdächtiger verurteilte verurteilter betroffene betroffener rentner rentnerin rentnern jugendliche jugendlicher studentin student fahrer fahrerin fan fans leute kreise kreisen vertraute vertrauter feuerwehrmann`,
  ),
  vague: setOf('manche viele kritiker beobachter einige'),
  offices: setOf(
    `kapitän kanzler kanzlerin minister ministerin präsident präsidentin sprecher sprecherin chef chefin bürgermeister bürgermeisterin abgeordneter abgeordnete senator senatorin
    professor professorin richter richterin trainer trainerin direktor direktorin vorsitzender vorsitzende vorstand geschäftsführer geschäftsführerin forscher forscherin ökonom ökonomin
    general anwalt anwältin autor autorin regisseur regisseurin experte expertin leiter leiterin papst könig königin botschafter botschafterin politiker politikerin könig historiker historikerin beauftragter beauftragte herr frau dr. prof. landwirt landwirtin`,
  ),
  afterNoun: setOf('nahe'),
  institutions: setOf(
    `ministerium regierung gericht polizei staatsanwaltschaft universität bank konzern partei gewerkschaft verband behörde kommission rat bundestag bundesrat
    bundesregierung senat institut verein armee bundeswehr unternehmen stiftung kreml nato un eu zeitung magazin sender gmbh ag
    landgericht amt landesregierung bundesamt verbraucherzentrale klub hersteller krankenhaus klinikum schule stadt gemeinde landkreis bistum
    verteidigung kirche botschaft museum theater`,
  ),
  documents: new Map([
    ['bericht', 'report'],
    ['studie', 'study'],
    ['brief', 'letter'],
    ['mitteilung', 'statement'],
    ['erklärung', 'statement'],
    ['gutachten', 'report'],
    ['urteil', 'ruling'],
    ['papier', 'paper'],
    ['leitartikel', 'opinion article'],
    ['schreiben', 'letter'],
    ['bescheid', 'ruling'],
    ['begründung', 'ruling'],
    ['anklageschrift', 'document'],
    ['protokoll', 'document'],
    ['beschluss', 'ruling'],
  ]),
  termWords: setOf(
    `sogenannte sogenannten sogenannter sogenanntes begriff wort genannt schlagwort parole spitznamen
    angebliche angeblichen angeblicher vermeintliche vermeintlichen spitzname getauft beinamen namens`,
  ),
  titleWords: setOf(
    `lied song film buch roman album stück serie sendung titel gedicht dokumentation band doku
    schlagzeile schlagzeilen überschrift titelzeile aufmacher hit oper hörspiel theaterstück krimi thriller podcast ausstellung kinderbuch
    gemälde erzählung novelle essay komödie gasthaus gasthof wirtshaus kneipe restaurant hotel café schiff projekt initiative
    ausstellungsreihe reihe debüt debütroman`,
  ),
  times: setOf(
    `montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz april mai juni juli august september oktober november dezember
    montagabend dienstagabend mittwochabend donnerstagabend freitagabend samstagabend sonntagabend montagmorgen sonntagmorgen abend morgen
    vormittag nachmittag mittag sonnabend`,
  ),
  mediums: [
    ['mitteilung', 'statement'],
    ['pressekonferenz', 'news conference'],
    ['interview', 'interview'],
    ['gespräch', 'interview'],
    ['auf x', 'social post'],
    ['auf twitter', 'social post'],
    ['twitterte', 'social post'],
    ['rede', 'speech'],
    ['brief', 'letter'],
    ['bericht', 'report'],
    ['studie', 'study'],
    ['erklärung', 'statement'],
  ],
  quotingVerbs: setOf('zitierte zitiert'),
  tellingVerbs: setOf(),
  conditions: [
    'anonym bleiben',
    'nicht namentlich genannt',
    'unter der bedingung der anonymität',
    'ungenannt bleiben',
  ],
}
