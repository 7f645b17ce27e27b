/** Words that show somebody’s judgement, and give them one to three words in marks: `dismissed it as “q”`, `talk of “q”`. */
import { setOf, words } from './language.ts'
import { formsOf } from './verbForms.ts'

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
  /** How words for what somebody feels begin, without their endings. */
  feelings: readonly string[]
}

const nothing: Judging = {
  verbs: new Set(),
  reflexive: new Set(),
  nouns: new Set(),
  joints: new Set(),
  as: new Set(),
  notAs: new Set(),
  feelings: [],
}

const english: Judging = {
  verbs: formsOf(
    'en',
    `dismiss brand label describe depict portray characterize characterise paint frame hail slam blast lambast lambaste ridicule mock
    deride decry denounce condemn criticize criticise attack assail savage skewer trash berate rebuke chide scold praise laud applaud
    commend celebrate salute toast credit thank endorse oppose reject rebuff dispute challenge question contest concede acknowledge
    accept recognize recognise regret lament bemoan resent admire judge deem consider regard fear dread predict promise pledge vow
    demand request champion trumpet brandish boast brag invoke evoke cite mention reference stress emphasise emphasize highlight
    underline identify detect diagnose warn threaten apologise apologize blame accuse charge liken equate remember recall attribute
    imply hint intimate signal complain gripe grumble protest rail fulminate jeer cry shout yell chant talk refer allude declare
    proclaim pronounce profess plead justify explain fault belittle disparage scorn tout promote hammer intone query bill mourn
    relish cheer herald shun slate pillory castigate censure reprimand chastise flag rue extol flaunt guarantee assure envisage
    anticipate expect press urge insist petition lobby argue contend maintain claim allege suspect doubt believe reminisce rate
    disavow repudiate rebut refute counter confess interpret term`,
    `cast casts casting sees saw see seeing views viewed found finds felt feels thinks thought think believes hopes hoped knows knew
    seeks sought offers wrote write spoke speaks speak speaking talked called call calls said say saying wants wanted ranks rates
    warns sensed noticed resisted envied finding thinking feeling believing hoping foresees foresaw extolled brushed shrugged laughed
    waved played`,
  ),
  reflexive: new Set(),
  nouns:
    setOf(`accusation accusations claim claims tribute assertion assertions allegation allegations criticism criticisms complaint complaints warning warnings
    call calls appeal appeals plea pleas promise promises pledge pledges vow message messages chant chants cry cries shout shouts boast boasts denial
    description descriptions characterization characterisation mention comment comments remark remarks suggestion suggestions charge charges
    statement declaration defense defence praise demand demands insistence contention admission verdict finding findings`),
  joints: setOf(`of that about for as over to`),
  as: setOf(`as`),
  notAs:
    setOf(`known works worked working work serves served serving serve acts acted acting act registered used doubles doubled such well far soon long same so
    classified listed billed sold disguised functions functioned identified dressed`),
  feelings:
    words(`delighted devastated furious angry shocked shaken disappointed proud saddened appalled concerned worried confident
    optimistic surprised disgusted heartbroken thrilled gutted livid humbled relieved frustrated ashamed sorry happy grateful
    outraged horrified baffled speechless overwhelmed excited honoured honored embarrassed hopeful comfortable determined
    satisfied dismayed stunned bewildered mortified puzzled alarmed terrified lucky sceptical skeptical unimpressed bitter
    hurt betrayed`),
}

const french: Judging = {
  verbs: formsOf(
    'fr',
    `juger estimer trouver considérer dénoncer fustiger critiquer condamner épingler cibler railler moquer brocarder étriller
    vilipender blâmer reprocher accuser taxer traiter assimiler comparer saluer louer vanter féliciter célébrer admirer apprécier
    rejeter balayer écarter récuser contester réfuter refuser déplorer regretter redouter pointer souligner signaler évoquer citer
    mentionner invoquer revendiquer prôner réclamer exiger proposer annoncer assurer afficher exprimer manifester avouer concéder
    imputer qualifier décrier marteler plaider attaquer raconter remercier huer encenser éreinter tancer sermonner fêter attribuer
    expliquer justifier motiver déceler diagnostiquer détecter pronostiquer espérer souhaiter ordonner imposer suggérer préconiser
    recommander répéter inviter chiffrer minimiser banaliser relativiser dédramatiser ironiser ressasser`,
    `dire répondre voit voient vu vue perçoit perçoivent craint craignent défend défendent décrit décrivent reconnaît reconnaissent admet admettent
    promet promettent brandit brandissent brandi applaudit applaudissent garantit applaudi dément démentent parle parlent parlé
    compris plaint plaignent plainte perçu prédit prédisent entrevoit ressent ressentent assume assument veut veulent voulait garde gardent`,
  ),
  reflexive: setOf(
    `montre montrent montré montrée montra dit disent dite sent sentent senti déclare veut veulent`,
  ),
  nouns: setOf(
    `accusation accusations critique critiques appel appels avertissement promesse promesses aveu cri cris plainte reproche reproches demande`,
  ),
  joints: setOf(`de d’ du des à au pour sur`),
  as: setOf(`comme`),
  notAs: setOf(`connu connue connus connues travaille sert servi utilisé utilisée`),
  feelings:
    words(`déçu satisfait serein confiant choqué furieu ému fier fière inqui scandalisé surpris soulagé rassuré optimiste stupéfait
    consterné atterré triste heureu ravi vigilant attenti déterminé combati abasourdi sidéré indigné excédé épuisé abattu dévasté bouleversé anéanti`),
}

const german: Judging = {
  verbs: formsOf(
    'de',
    `bezeichnen bewerten werten kritisieren rügen tadeln geißeln brandmarken verurteilen lehnen loben feiern würdigen begrüßen
    bejubeln rühmen bewundern verspotten verhöhnen beschimpfen schmähen attackieren titulieren betrachten stufen charakterisieren
    schildern bezichtigen beschuldigen unterstellen bescheinigen attestieren befürchten fürchten fordern verlangen sichern kündigen
    beklagen bedauern bemängeln monieren vermissen verteidigen rechtfertigen begründen pochen beschwören mahnen warnen wittern
    vermuten konstatieren versichern beteuern demonstrieren signalisieren danken hoffen erwarten wünschen raten beschweren bezweifeln
    leugnen dementieren beschönigen verharmlosen relativieren ehren verklären verteufeln diffamieren deuten interpretieren definieren
    ordnen schätzen beziffern auffordern beurteilen erleben anprangern prangern`,
    `hält halten hielt hielten sieht sehen sah sahen weist weisen wies wiesen tut tat taten wirft werfen warf warfen findet finden
    fand fanden nennt nennen nannte nannten genannt empfindet empfinden empfand preist preisen pries priesen spricht sprechen sprach
    sprachen verspricht versprechen versprach versprachen vergleicht vergleichen verglich erkennt erkannte erkennen räumt räumte
    räumen verweist verwies stuft stufte abgetan abgelehnt zurückgewiesen vorgeworfen bezeichnet eingestuft abgekanzelt verglichen
    beschrieben empfunden gehalten gesehen gepriesen redet redete reden äußerte äußert äußerten geäußert empfiehlt empfahl bestreitet
    bestritt bestritten versteht verstand verstanden legt legte stellt stellte stempelt stempelte wiegelt wiegelte angekündigt
    eingeräumt zugesagt abgestempelt abgewiesen angesehen eingeordnet eingeschätzt dargestellt gebrandmarkt angeprangert will wollen wollte wollten möchte möchten beschreibt beschreiben beschrieb beschrieben`,
  ),
  reflexive: setOf(
    `zeigte zeigt zeigten zeigen gab geben gibt freute freut freuten ärgerte ärgert ärgerten beruft berief fühlt fühlte fühlen gezeigt`,
  ),
  nouns: setOf(
    `vorwurf vorwürfe kritik warnung warnungen forderung forderungen ruf rufe appell versprechen klage klagen rede vergleich`,
  ),
  joints: setOf(`der des von vom nach vor zu zur zum als über mit`),
  as: setOf(`als`),
  notAs: setOf(`arbeitet arbeitete gilt galt diente dient bekannt mehr`),
  feelings:
    words(`entsetzt enttäuscht stolz schockiert erleichtert wütend fassungslos traurig froh glücklich zufrieden besorgt
    zuversichtlich optimistisch sprachlos dankbar bestürzt betroffen überrascht erstaunt verärgert empört erschüttert
    verwundert irritiert`),
}

const spanish: Judging = {
  verbs: formsOf(
    'es',
    `calificar tildar tachar catalogar criticar censurar condenar reprobar denunciar atacar acusar reprochar achacar atribuir elogiar
    alabar aplaudir celebrar saludar rechazar descartar desdeñar ridiculizar lamentar deplorar temer prometer anunciar garantizar
    exigir reclamar demandar reivindicar invocar esgrimir citar mencionar aludir señalar resaltar destacar detectar apreciar observar
    juzgar considerar estimar valorar defender justificar presumir alardear comparar equiparar describir retratar despachar zanjar
    apelar percibir atisbar afear cuestionar felicitar arremeter abroncar ensalzar ovacionar avisar pronosticar augurar vaticinar
    sospechar dudar esperar desear solicitar urgir instar disculpar invitar cifrar minimizar relativizar matizar ironizar mofar burlar culpar quejar`,
    `pedido propuesto advertido negado ofrecido decir responder ve ven vio vieron pide piden pidió pidieron propone proponen propuso advierte advirtió advirtieron niega niegan negó negaron cree
    creen ofrece ofrecen ofreció encuentra halló habla hablan habló hablaron resta restó admite admitió atribuyó atribuye atribuyen
    atribuyeron confía confían recomienda recomendó sugiere sugirió cargó carga quiere quieren quiso guarda`,
  ),
  reflexive: setOf(`mostró muestra mostraron muestran siente sienten sintió sintieron mostrado`),
  nouns: setOf(
    `acusación acusaciones crítica críticas llamamiento llamada promesa promesas advertencia advertencias denuncia denuncias petición gritos grito`,
  ),
  joints: setOf(`de del a al por contra`),
  as: setOf(`como`),
  notAs: setOf(`conocido conocida conocidos conocidas trabaja trabajó sirve sirvió tanto así`),
  feelings:
    words(`orgullos decepcionad tranquil preocupad indignad satisfech dolid sorprendid content feliz felices triste convencid
    optimista confiad consternad hart agotad ilusionad emocionad furios avergonzad destrozad devastad abatid hundid`),
}

const italian: Judging = {
  verbs: formsOf(
    'it',
    `bollare liquidare etichettare tacciare accusare attaccare criticare condannare denunciare contestare bocciare respingere
    rifiutare smentire giudicare considerare reputare ritenere valutare stimare lodare elogiare esaltare apprezzare celebrare
    salutare ringraziare temere paventare promettere garantire assicurare annunciare invocare reclamare pretendere rivendicare citare
    evocare menzionare rimproverare rinfacciare imputare paragonare vantare lamentare deplorare rimpiangere segnalare rilevare
    riscontrare gridare ravvisare stigmatizzare complimentare diffidare auspicare sperare sospettare dubitare ipotizzare attribuire
    addebitare invitare quantificare scusare minimizzare ridimensionare ironizzare bacchettare stroncare smontare avvertire augurare sollecitare
    raccomandare consigliare ammonire`,
    `dire rispondere definita definiti definite vede vedono vide visto difende difendono difeso ammette ammesso riconosce chiede chiedono chiesto propone propongono proposto
    nega negano teme parla parlano parlato definito definisce respinto preteso ritiene ritengono ritenne intravede deride derise
    deriso deridono vuole vogliono voleva`,
  ),
  reflexive: setOf(
    `mostra mostrano mostrato mostrata sente sentono dice dicono detto detta dichiara`,
  ),
  nouns: setOf(
    `accusa accuse critica critiche appello appelli avvertimento promessa promesse denuncia richiesta grido grida`,
  ),
  joints: setOf(`di del della dei delle a al alla per`),
  as: setOf(`come`),
  notAs: setOf(`noto nota noti note lavora lavorava serve serviva così`),
  feelings:
    words(`delus seren orgoglios soddisfatt sorpres preoccupat amareggiat arrabbiat fiducios tranquill sconcertat indignat felic
    trist content emozionat ottimist furios allibit sconvolt sollevat distrutt devastat`),
}

const portuguese: Judging = {
  verbs: formsOf(
    'pt',
    `classificar qualificar tachar rotular acusar atacar criticar condenar denunciar censurar repudiar reprovar rejeitar recusar
    desmentir descartar julgar considerar achar avaliar estimar elogiar louvar aplaudir saudar celebrar agradecer apreciar temer
    recear lamentar deplorar prometer garantir assegurar anunciar exigir reclamar reivindicar invocar citar mencionar evocar apontar
    detetar detectar comparar equiparar defender justificar apelar questionar queixar culpar cobrar suspeitar duvidar esperar desejar
    sugerir recomendar convidar quantificar minimizar relativizar ironizar ridicularizar enaltecer exaltar festejar felicitar parabenizar lastimar descrever retratar definir`,
    `dizer responder vê veem viu viram pede pedem pediu pediram propõe propuseram nega negam negou acha fala falam falou falaram disse-se diz-se
    mostrou-se mostra-se declarou-se assumiu-se confessou-se sentiu-se dizem-se mostraram-se queixa-se queixam-se queixou-se
    queixaram-se atribui atribuem atribuiu atribuíram quer querem queria`,
  ),
  reflexive: setOf(`mostrou mostra mostraram mostram sente sentem sentiu disse diz`),
  nouns: setOf(
    `acusação acusações crítica críticas apelo apelos aviso avisos promessa promessas denúncia denúncias pedido grito gritos`,
  ),
  joints: setOf(`de do da dos das a ao à por pela pelo`),
  as: setOf(`como`),
  notAs: setOf(`conhecido conhecida conhecidos conhecidas trabalha trabalhou serve serviu assim`),
  feelings:
    words(`orgulhos tranquil preocupad confiante desiludid satisfeit surpreendid surpres indignad feliz felizes triste chocad
    otimista revoltad aliviad convict desapontad furios emocionad destroçad abalad devastad`),
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
