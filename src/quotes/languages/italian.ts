import { people } from './peopleNouns.ts'
import { type Gender, type Language, phrase, setOf, verbsOf } from './language.ts'

/** Italian: «…» or “…”, `ha detto` before the speaker. */
export const italian: Language = {
  code: 'it',
  telltales: setOf('il lo gli della che di un per con è non del una nel ha i sono alla dei ai'),
  cues: verbsOf(
    'it',
    `sorride sorrise sorriso sbuffa incalza incalzato rincara rincarato rilancia rilanciato recita ordinato ordina ordinò intima intimato crede credono detto dice dicono disse dichiarato dichiara affermato afferma aggiunto aggiunge spiegato spiega sottolineato sottolinea sostenuto sostiene
    risposto risponde commentato commenta annunciato annuncia scritto scrive ricordato ricorda ribadito ribadisce assicurato assicura
    ammesso ammette avvertito avverte concluso conclude precisato precisa osservato osserva riferito riferisce denunciato denuncia confermato
    chiesto raccontato racconta definito definita definiti definite promesso insistito lamentato replicato replica attaccato twittato
    rispose aggiunse chiese chiede domandò domanda replicò esclamò esclama esclamato gridò grida gridato urlato sussurrò sussurra sussurrato
    scherza scherzato ironizza ironizzato sospira sospirato confessa confessato confida confidato rivela rivelato narra descrive descritto
    commentò opina osservò notato rileva rilevato stimato ritiene giudica giudicato criticato attacca accusato
    protestato tuona tuonato sbotta sbottato polemizza ribatte ribattuto controbatte obietta obiettato garantisce garantito promette
    giura giurato minaccia minacciato avvisa avvisato allerta allertato prevede previsto auspica auspicato chiarisce chiarito puntualizza
    puntualizzato dettaglia elogia elogiato ringrazia ringraziato saluta esorta esortato invoca invocato riassume riassunto sintetizza
    sintetizzato chiosa chiosato conclusero dissero affermano spiegano sottolineano sostengono denunciano raccontano aggiungono
    assicurano ricordano ribadiscono dichiarano precisano comunica informa informato annunciò dichiarò affermò spiegò raccontò ammise
    avvertì scrisse concluse osservano bollato bolla liquidato liquida definisce definì insiste lamenta conferma ripete ripetuto posta postato
    twitta scriveva diceva spiegava raccontava`,
  ),
  gerundCues: setOf(
    'dicendo aggiungendo definendo accusando chiamando bollando affermando spiegando sottolineando sostenendo ricordando',
  ),
  fillers: setOf(
    'ha invece però hanno aveva avrebbe avrebbero anche poi inoltre ieri oggi già infine così che si e',
  ),
  negations: setOf('non rifiutato'),
  accordingTo: [
    phrase('a giudizio di'),
    phrase('a giudizio del'),
    phrase('a parere di'),
    phrase('nelle parole di'),
    phrase('nelle parole del'),
    phrase('per dirla con'),
    ...['secondo quanto', 'stando a quanto'].flatMap((opening) =>
      ['riferito', 'dichiarato', 'riportato', 'spiegato', 'comunicato'].flatMap((verb) =>
        ['da', 'dal', 'dalla', 'dai', 'dagli', 'dalle'].map((by) => [
          ...opening.split(' '),
          verb,
          by,
        ]),
      ),
    ),
    phrase('secondo'),
    phrase('stando a'),
    phrase('a detta di'),
  ],
  relayedBy: [
    phrase('citato da'),
    phrase('citata da'),
    phrase('in un’intervista a'),
    phrase('in un’intervista al'),
    phrase('intervistato da'),
    phrase('ai microfoni di'),
    phrase('ai microfoni del'),
    phrase('ai microfoni della'),
    phrase('ospite di'),
    phrase('riportato da'),
  ],
  pronouns: new Map<string, Gender>([
    ['lui', 'm'],
    ['lei', 'f'],
    ['egli', 'm'],
    ['ella', 'f'],
    ['loro', 'p'],
  ]),
  definite: setOf('il lo la i gli le l’ questo questa suo sua'),
  indefinite: setOf('un uno una alcuni alcune diversi'),
  numbers: new Map([
    ['due', 2],
    ['tre', 3],
    ['quattro', 4],
  ]),
  stops: setOf(
    `all’ dell’ nell’ sull’ dall’ ad ed allo nello agli negli nelle dagli dalle sulle sui sugli secondo in nel nella nei a al alla ai agli di del della dei degli delle da dal dalla per con su sul sulla tra fra contro dopo prima durante come
    se quando dove perché ma o e ed che chi cui è sono era ha hanno aveva non si mentre`,
  ),
  openers: setOf(
    'più meno ancora anche molto assai adesso ora oggi ieri poi intanto così dopo immediata',
  ),
  attachments: setOf('di del della dei degli delle dell’ a al alla per in nel'),
  unnamed: setOf(
    ...people.it,
    `portavoce funzionario funzionaria funzionari fonte fonti testimone testimoni abitante abitanti diplomatico diplomatici consigliere consiglieri avvocato avvocata persona
    persone esperto esperta esperti analista analisti ministro responsabile residente residenti manifestante manifestanti investigatore investigatori dirigente
    dipendente dipendenti impiegato impiegata impiegati lavoratore lavoratrice lavoratori insegnante insegnanti docente docenti medico medici
    infermiere infermiera infermieri poliziotto poliziotti agente agenti soldato soldati militare militari pescatore pescatori agricoltori
    commerciante commercianti passeggero passeggera passeggeri studente studentessa studenti collega colleghi amico amica amici parente parenti
    familiare familiari superstite superstiti ex-dipendente tecnico tecnici ingegnere ingegneri vigile operaio operaia operai cliente clienti
    inquirente inquirenti magistrato magistrati vicini vicina negoziatore donna donne uomo uomini ragazzo ragazza ragazzi giovane giovani coppia fratello sorella padre madre figlio figlia marito moglie vedova nonno nonna zio zia pensionato pensionata pensionati paziente
    pazienti giudici opposizioni`,
  ),
  vague: setOf('alcuni molti critici osservatori'),
  offices: setOf(
    `presidente ministro ministra premier sindaco sindaca senatore senatrice deputato deputata cancelliere portavoce segretario segretaria direttore direttrice procuratore
    procuratrice generale giudice governatore governatrice re regina papa cardinale vescovo ambasciatore ambasciatrice commissario professore professoressa ricercatore ricercatrice economista storico
    storica candidato candidata leader capo fondatore fondatrice avvocato allenatore ct regista scrittore scrittrice cantante attore attrice colonnello amministratore preside rettore rettrice dott. prof. on. sig. agricoltore`,
  ),
  afterNoun: setOf('vicino vicina vicine informata informate'),
  institutions: setOf(
    `ministero governo tribunale corte polizia procura università banca azienda gruppo partito sindacato federazione commissione consiglio senato
    camera parlamento agenzia istituto associazione esercito onu nato unione giornale quotidiano emittente comune regione questura cremlino quirinale vaticano ong
    confederazione fondazione lega club collettivo comitato autorità ufficio cooperativa ospedale scuola liceo ambasciata museo prefettura
    consorzio difesa società compagnia provincia assessorato`,
  ),
  documents: new Map([
    ['rapporto', 'report'],
    ['comunicato', 'statement'],
    ['lettera', 'letter'],
    ['studio', 'study'],
    ['sentenza', 'ruling'],
    ['nota', 'statement'],
    ['editoriale', 'opinion article'],
    ['documento', 'document'],
    ['relazione', 'report'],
  ]),
  termWords: setOf(
    `cosiddetto cosiddetta cosiddetti soprannominato soprannominata parola termine espressione slogan chiamato chiamata
    cosiddette alias soprannome nomignolo presunto presunta bar ristorante trattoria `,
  ),
  titleWords: setOf(
    `canzone film libro romanzo album brano serie programma intitolato intitolata documentario poesia opera
    titolo titoli titolato titolava intitolati locandina commedia podcast mostra racconto saggio quadro canzoni singolo fiction documentari osteria albergo nave progetto operazione collana copia tela dipinto affresco pala statua`,
  ),
  times: setOf(
    'lunedì martedì mercoledì giovedì venerdì sabato domenica gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre ieri oggi',
  ),
  mediums: [
    ['comunicato', 'statement'],
    ['in una nota', 'statement'],
    ['conferenza stampa', 'news conference'],
    ['intervista', 'interview'],
    ['su x', 'social post'],
    ['su twitter', 'social post'],
    ['su facebook', 'social post'],
    ['discorso', 'speech'],
    ['lettera', 'letter'],
    ['rapporto', 'report'],
  ],
  quotingVerbs: setOf('citato cita citando'),
  tellingVerbs: setOf(),
  conditions: [
    'a condizione di anonimato',
    'chiesto di restare anonimo',
    'chiesto l’anonimato',
    'sotto anonimato',
    'condizione di anonimato',
    'preferisce restare anonimo',
  ],
}
