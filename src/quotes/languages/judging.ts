/** Words that show somebody’s judgement, and give them one to three words in marks: `dismissed it as “q”`, `talk of “q”`. */
import { setOf } from './language.ts'

export type Judging = {
  /** Verbs of judgement, attitude and mention beyond those of speech, in the forms that take a subject or follow `to`. */
  verbs: ReadonlySet<string>
  /** Verbs that judge with a reflexive alone: `zeigte sich „q“`, `se mostró “q”`. */
  reflexive: ReadonlySet<string>
  /** Nouns of speech and attitude, with what joins the words to them: `criticism of`, `appeal for`. */
  nouns: ReadonlySet<string>
  joints: ReadonlySet<string>
  /** `as`, `als`, `comme`: what somebody is judged to be follows. */
  as: ReadonlySet<string>
  /** Verbs before `as` that judge nothing: `known as`, `served as`. */
  notAs: ReadonlySet<string>
}

const nothing: Judging = {
  verbs: new Set(),
  reflexive: new Set(),
  nouns: new Set(),
  joints: new Set(),
  as: new Set(),
  notAs: new Set(),
}

const english: Judging = {
  verbs: setOf(
    `judged judges judge rated considered considers consider regarded regards regard viewed views saw sees see deems deem found finds
 feared fears fear felt feels thinks thought think hopes hoped implied implies hinted hints intimated charged charges charge
 championed champions endorsed opposed opposes oppose rejects reject resisted disputes disputed challenged challenges questioned questions
 cited cites cite citing mentioned mentions mention mentioning promises promise offers pledge demands seeks sought wants wanted
 denounce denounces condemns condemn dismiss dismisses hail hails praise praises blast slam slams mock mocks deride derides brand brands
 label labels describe depict depicts depicted depicting portray framing casting cast likens likened liken equated equates compare
 characterize characterizes characterise characterises characterizing remembers remembered recalls
 savaged skewered trashed pilloried excoriated disparaged belittled derided scorned attacked attack attacking assails hammered hammering
 apologise apologize apologised apologized regretted regrets lamented resents resented envied admired admires admire
 talked talks talking spoke speaks speak speaking wrote write railed bragged brags bragging boasted boast jeered jeering cry crying shout
 yell yelling warn warns promote promoting promoted tout peddled declare invoke invoking invoked denouncing rejecting opposing
 refer refers referred referring alluded alludes rejected rebuffed rebuffs celebrated credit thank commended commends
 judging viewing accepted accepts concede concluded diagnosed detected sensed noticed identified highlighted highlights`,
  ),
  reflexive: new Set(),
  nouns: setOf(
    `accusation accusations claim claims assertion assertions allegation allegations criticism criticisms complaint complaints warning warnings
    call calls appeal appeals plea pleas promise promises pledge pledges vow message messages chant chants cry cries shout shouts boast boasts denial
    description descriptions characterization characterisation mention comment comments remark remarks suggestion suggestions charge charges
    statement declaration defense defence praise demand demands insistence contention admission verdict finding findings`,
  ),
  joints: setOf('of that about for as over'),
  as: setOf('as'),
  notAs: setOf(
    `known works worked working work serves served serving serve acts acted acting act registered used doubles doubled such well far soon long same so
    classified listed billed sold disguised functions functioned identified dressed`,
  ),
}

const french: Judging = {
  verbs: setOf(
    `voit voient juge jugent trouve trouvent trouvé considère considèrent considéré qualifient balaie balayé balaye rejette rejeté rejettent refuse
 redoute redoutent craint craignent vante vantent vanté loue loué revendique revendiquent prône prônent décrivent
 perçoit perçoivent pointe pointé pointent brandit brandi invoque invoqué réclament saluent exigent fustigent critique critiquent condamne condamné
 condamnent épingle épinglé cible ciblé reproche reproché reprochent décline refusé écarte écarté défendent accusent salua parle parlent parlé
 compare comparé assimile assimilé taxe taxé traite traité`,
  ),
  reflexive: setOf(
    'montre montrent montré montrée montra dit disent dite sent sentent senti déclare',
  ),
  nouns: setOf(
    'accusation accusations critique critiques appel appels avertissement promesse promesses aveu cri cris plainte reproche reproches demande',
  ),
  joints: setOf('de d’ du des à au pour sur'),
  as: setOf('comme'),
  notAs: setOf('connu connue connus connues travaille sert servi utilisé utilisée'),
}

const german: Judging = {
  verbs: setOf(
    `hält halten hielt hielten sieht sehen sah sahen wertete wertet werten bewertete bewertet bewerten stufte stuft empfand empfindet empfinden
 bezeichnet wies wiesen weist verteidigte verteidigt verteidigten pries preist feierte
 feiert tat abtat kritisiert rügte rügt rügten tadelte geißelte brandmarkte verurteilte verurteilt lehnte lehnt ablehnte fürchtet fürchtete
 befürchtet befürchtete pochte pocht setzte verspricht versprachen vermisst vermisste verglich vergleicht
 verspottete spricht sprechen sprachen redete redet attestierte attestiert bescheinigte bescheinigt unterstellte unterstellt witterte wittert
 wünscht wünschte verlangten attackierte beschimpfte schmähte titulierte betrachtet betrachtete betrachten charakterisierte schmückte`,
  ),
  reflexive: setOf(
    'zeigte zeigt zeigten zeigen gab geben gibt freute freut freuten ärgerte ärgert ärgerten äußerte äußert äußerten beruft berief fühlt fühlte fühlen',
  ),
  nouns: setOf(
    'vorwurf vorwürfe kritik warnung warnungen forderung forderungen ruf rufe appell versprechen klage klagen rede vergleich',
  ),
  joints: setOf('der des von vom nach vor zu zur zum als über mit'),
  as: setOf('als'),
  notAs: setOf('arbeitet arbeitete gilt galt diente dient bekannt mehr'),
}

const spanish: Judging = {
  verbs: setOf(
    `ve ven vio vieron juzga juzgan juzgó juzgaron consideran consideraron cree creen rechaza rechazan
 rechazó rechazaron elogia elogió elogian alaba alabó aplaude aplaudió condena condenó condenan teme temen temió prometen ofrece ofreció ofrecen
 aprecia apreció aprecian detecta detectó detectaron encuentra halló hallaron acusa acusó acusaron acusan reprochan reprocharon critica critican exigen
 exigieron reclamaron reclaman invoca invocó esgrime esgrimió compara comparó habla hablan habló hablaron despachó despacha tacharon tildaron defienden
 defendieron declaró presume presumió atisba percibe percibió valoran valoraron`,
  ),
  reflexive: setOf('mostró muestra mostraron muestran siente sienten sintió sintieron mostrado'),
  nouns: setOf(
    'acusación acusaciones crítica críticas llamamiento llamada promesa promesas advertencia advertencias denuncia denuncias petición gritos grito',
  ),
  joints: setOf('de del a al por contra'),
  as: setOf('como'),
  notAs: setOf('conocido conocida conocidos conocidas trabaja trabajó sirve sirvió tanto así'),
}

const italian: Judging = {
  verbs: setOf(
    `vede vedono vide considera considerano considerato reputa reputano giudicano giudicò ritengono ritenuto ritenne bollano bollò bocciato boccia respinge
 respinto respingono teme temono rivendica rivendicato loda lodato lodano plaude esalta esaltato condanna condannato condannano critica criticano
 promettono chiedono invocano grida gridano accusano accusa parla parlano parlato liquidano apprezza apprezzato
 riconosce riconosciuto rimprovera rimproverato contesta contestato contestano paragona paragonato taccia tacciato difende difeso difendono`,
  ),
  reflexive: setOf('mostra mostrano mostrato mostrata sente sentono'),
  nouns: setOf(
    'accusa accuse critica critiche appello appelli avvertimento promessa promesse denuncia richiesta grido grida',
  ),
  joints: setOf('di del della dei delle a al alla per'),
  as: setOf('come'),
  notAs: setOf('noto nota noti note lavora lavorava serve serviva così'),
}

const portuguese: Judging = {
  verbs: setOf(
    `vê veem viu viram julga julgou consideram consideraram acha acham achou mostrou-se mostra-se disse-se diz-se rejeitam
 rejeitaram elogia elogiou elogiam aplaude aplaudiu condena condenou condenam teme temem temeu promete prometem prometeram oferece ofereceu acusam
 acusaram apela apelou apelaram apelam exige exigem exigiram reclama reclamou invoca invocou compara comparou fala falam falou falaram criticam
 reprova reprovou valoriza valorizou tacham descartou descarta chamaram classificaram classificam lamentou-se declarou-se assumiu-se confessou-se
 recusou recusa repudia repudiou`,
  ),
  reflexive: setOf('mostrou mostra mostraram mostram sente sentem sentiu disse diz'),
  nouns: setOf(
    'acusação acusações crítica críticas apelo apelos aviso avisos promessa promessas denúncia denúncias pedido grito gritos',
  ),
  joints: setOf('de do da dos das a ao à por pela pelo'),
  as: setOf('como'),
  notAs: setOf('conhecido conhecida conhecidos conhecidas trabalha trabalhou serve serviu assim'),
}

const all: Readonly<Record<string, Judging>> = {
  en: english,
  fr: french,
  de: german,
  es: spanish,
  it: italian,
  pt: portuguese,
}

/** The words of judgement of a language; none where nothing is known of it. */
export const judgingOf = (code: string): Judging => all[code] ?? nothing
