import { people } from './peopleNouns.ts'
import { type Gender, type Language, phrase, setOf, verbsOf } from './language.ts'

/** French: « … » with spaces inside, inverted `a-t-il dit`, speakers after the verb. */
export const french: Language = {
  code: 'fr',
  telltales: setOf(
    'le la les des une est dans que pour du et qui au pas sur avec cette ce a il elle',
  ),
  cues: verbsOf(
    'fr',
    `écrivent écrivaient écrivait ordonna intimé intime sommé somme enjoint évoque évoquent dit déclaré déclare affirmé affirme ajouté ajoute expliqué explique estimé estime assuré assure précisé précise souligné souligne
    indiqué indique annoncé annonce répondu répond lancé lance confié confie rappelé rappelle reconnu reconnaît martelé dénoncé dénonce
    écrit averti prévenu prévient insisté insiste conclu conclut promis promet promettent noté note regretté regrette demandé demande jugé juge tweeté plaidé
    soutenu soutient raconté raconte déploré déplore reconnaissait affirmait disait expliquait poursuivi poursuit résumé résume martèle
    témoigné témoigne admis admet confirmé confirme murmuré répété répète qualifié qualifie évoqué accusé accuse réagi réagit glissé glisse
    dirent dirait répondit répondirent demanda ajouta ajoutèrent expliqua déclara déclarait lança lançait affirma murmura murmurait cria crie
    crié s’écria s’exclame s’exclama exclamé exclame soupire soupira soupiré ironise ironisé ironisait plaisante plaisanté plaisantait tonne
    tonné fulmine fulminé tempête déplorait regrettait racontait confiait avoue avoué avouait concède concédé tranche tranché rétorque
    rétorqué rétorqua réplique répliqué répliqua riposte riposté objecte objecté nuancé relativise relativisé tempère tempéré prédit
    pronostique pronostiqué constate constaté observe observé remarque remarqué relève relevé relate relaté rapporte rapporté signale signalé
    mentionne mentionné argumente argumenté argue soutenait estimait jugeait assurait précisait soulignait indiquait annonçait rappelait
    promettait salue salué félicité réclame réclamé exige exigé implore imploré supplie supplié jure juré proteste protesté plaide dénonçait
    critiqué fustige fustigé étrille raille raillé moque commente commenté analysé décrit décrivait décrypte détaille détaillé
    développe théorise renchérit enchaîne enchaîné complète complété interroge interrogé questionne prévenait alerte alerté avertit 
    menacé ordonne ordonné conseille conseillé recommande recommandé postait posté publié twitte twitté affirment disent déclarent
    expliquent estiment assurent soulignent précisent indiquent dénoncent regrettent racontent rappellent ajoutent répondent
    réjoui réjouie réjouis félicitée exclamée indigné indignée étonné étonnée inquiété inquiétée agacé agacée emporté emportée défendu défendue
    amusé amusée insurgé insurgée alarmé alarmée désolé désolée plaint plainte souvenu souvenue interrogée s’indigne s’étonne s’inquiète s’agace
    s’emporte s’amuse s’insurge s’alarme s’interroge s’enthousiasme défend félicite réjouit souvient désole indigna étonna inquiéta souffle
    soufflé souffla glissa martela lâche lâché lâcha grince grincé peste pesté grogne balaie balayé fustige sourit rit raillait pestait s’enflamme
    enflammé s’énerve énervé s’emballe ajoutait notait concluait lâchait glissait prédisait`,
  ),
  gerundCues: setOf(
    `disant ajoutant affirmant déclarant expliquant soulignant précisant estimant assurant dénonçant écrivant évoquant qualifiant
    lançant répondant rappelant racontant plaidant regrettant`,
  ),
  fillers: setOf(
    `a ont avait aurait auraient est encore aussi ensuite toutefois également notamment ainsi d’ailleurs déjà puis récemment qui lui se s’est n’a même cependant et
    s’était`,
  ),
  negations: setOf('refusé pas jamais sans'),
  accordingTo: [
    phrase('de l’avis de'),
    phrase('de l’avis du'),
    phrase('aux yeux de'),
    phrase('aux yeux du'),
    phrase('à en croire'),
    phrase('pour reprendre les mots de'),
    phrase('selon les mots de'),
    phrase('selon les termes de'),
    phrase('selon'),
    phrase('d’après'),
    phrase('pour'),
  ],
  relayedBy: [
    phrase('cité par'),
    phrase('citée par'),
    phrase('cités par'),
    phrase('rapporté par'),
    phrase('relayé par'),
    phrase('rapporte'),
    phrase('au micro de'),
    phrase('à l’antenne de'),
    phrase('dans un entretien à'),
    phrase('dans un entretien au'),
    phrase('dans une interview à'),
    phrase('dans une interview au'),
    phrase('auprès de'),
    phrase('sur l’antenne de'),
    phrase('interrogé par'),
    phrase('interrogée par'),
    phrase('interrogé sur'),
    phrase('interrogée sur'),
    phrase('invité de'),
    phrase('invitée de'),
  ],
  pronouns: new Map<string, Gender>([
    ['il', 'm'],
    ['elle', 'f'],
    ['ils', 'p'],
    ['elles', 'p'],
    ['on', 'any'],
    ['celui-ci', 'm'],
    ['celle-ci', 'f'],
    ['ce dernier', 'm'],
  ]),
  definite: setOf('le la les l’ ce cette ces son sa ses leur'),
  indefinite: setOf('un une des plusieurs certains quelques'),
  numbers: new Map([
    ['deux', 2],
    ['trois', 3],
    ['quatre', 4],
    ['cinq', 5],
    ['six', 6],
  ]),
  stops: setOf(
    `dans sur à au aux par pour avec sans sous contre vers chez entre depuis après avant pendant comme si quand lorsque où parce mais ou et donc
    car que qui dont de du des d’ en est sont était a ont avait été sera ne pas selon auprès lors`,
  ),
  openers: setOf(
    'plus moins encore même aussi très tout mieux seul seule désormais maintenant hier ensuite enfin alors puis déjà ainsi aussitôt pourtant bientôt parfois reste lui eux',
  ),
  attachments: setOf('de du des d’ à au aux pour proche dans en sous'),
  unnamed: setOf(
    ...people.fr,
    `responsable responsables source sources diplomate diplomates témoin témoins habitant habitants habitante conseiller conseillers porte-parole avocat avocate
    avocats proche proches personne personnes officier policier policiers expert experts enquêteur enquêteurs militant militants élu élus député députés ministre cadre employé employés
    salarié salariés étudiant étudiants médecin médecins manifestant manifestants voisin voisine voisins survivant survivante fonctionnaire
    riverain riveraine riverains professeur professeurs enseignant enseignante enseignants infirmier infirmière infirmiers agent agents
    syndicaliste syndicalistes locataire locataires commerçant commerçante commerçants agriculteur agriculteurs pêcheur pêcheurs passant
    passante passants collègue collègues ami amie amis parent parents pompier pompiers soldat soldats chercheurs ingénieur ingénieurs ouvrier
    ouvrière ouvriers femme femmes homme hommes couple jeune jeunes opposants opposant retraité retraitée retraités élève élèves patient patiente patients frère sœur père mère fils fille mari veuve veuf cousin cousine bénévole bénévoles joueur joueuse joueurs client cliente clients cadres dirigeants magistrat magistrats gendarme gendarmes
    ex-employé ex-salarié`,
  ),
  vague: setOf('certains d’aucuns beaucoup observateurs critiques'),
  offices: setOf(
    `président présidente ministre premier première maire sénateur sénatrice député députée chancelier chancelière porte-parole secrétaire directeur directrice
    procureur procureure général générale préfet préfète patron patronne chef cheffe fondateur fondatrice avocat avocate professeur professeure chercheur chercheuse économiste historien historienne
    sociologue politologue candidat candidate roi reine pape cardinal évêque juge ambassadeur ambassadrice commissaire colonel capitaine écrivain écrivaine journaliste
    réalisateur réalisatrice chanteur chanteuse entraîneur sélectionneur m. mme me dr pr dirigeant dirigeante leader recteur rectrice proviseur proviseure principal principale climatologue médecin agriculteur agricultrice éleveur`,
  ),
  afterNoun: setOf('proche proches familier chargé chargée impliqué présent'),
  institutions: setOf(
    `ministère parlement gouvernement tribunal cour police parquet préfecture mairie université banque entreprise groupe société parti syndicat fédération
    commission conseil assemblée sénat agence institut association armée élysée matignon kremlin onu union otan journal quotidien hebdomadaire chaîne radio ong
    confédération fondation ligue club collectif comité observatoire autorité bureau compagnie région département musée hôpital école lycée
    collège ambassade presse entourage défense cabinet opposition direction chambre`,
  ),
  documents: new Map([
    ['rapport', 'report'],
    ['communiqué', 'statement'],
    ['lettre', 'letter'],
    ['étude', 'study'],
    ['texte', 'document'],
    ['arrêt', 'ruling'],
    ['jugement', 'ruling'],
    ['éditorial', 'opinion article'],
    ['tribune', 'opinion article'],
    ['note', 'memo'],
    ['document', 'document'],
  ]),
  termWords: setOf(
    `dit dite surnommé surnommée baptisé baptisée mot terme expression slogan soi-disant appelé appelée
    dits prétendu prétendue prétendus alias surnommés baptisés nommé nommée appelés sobriquet surnom`,
  ),
  titleWords: setOf(
    `chanson film livre roman album pièce série émission intitulé intitulée documentaire titre essai poème
    titré titrait manchette romans films poèmes opéra exposition conférence feuilleton spectacle revue podcast comédie tube
    bande-dessinée restaurant auberge bistrot café hôtel bateau opération projet dispositif collection tableau`,
  ),
  times: setOf(
    `lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre octobre novembre décembre noël pâques toussaint pentecôte hier aujourd’hui matin soir
    semaine mois`,
  ),
  mediums: [
    ['communiqué', 'statement'],
    ['conférence de presse', 'news conference'],
    ['entretien', 'interview'],
    ['interview', 'interview'],
    ['sur x', 'social post'],
    ['sur twitter', 'social post'],
    ['tweeté', 'social post'],
    ['sur facebook', 'social post'],
    ['discours', 'speech'],
    ['allocution', 'speech'],
    ['lettre', 'letter'],
    ['rapport', 'report'],
    ['tribune', 'opinion article'],
    ['à la presse', 'statement to the press'],
  ],
  quotingVerbs: setOf('citant cite cité'),
  tellingVerbs: setOf(),
  conditions: [
    'sous couvert d’anonymat',
    "sous couvert d'anonymat",
    'sous le couvert de l’anonymat',
    'ayant requis l’anonymat',
    'qui a requis l’anonymat',
    'souhaité rester anonyme',
    'sous condition d’anonymat',
  ],
}
