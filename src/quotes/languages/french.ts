import { type Gender, type Language, setOf, words } from '#src/quotes/languages/language.ts'

/** French: « … » with spaces inside, inverted `a-t-il dit`, speakers after the verb. */
export const french: Language = {
  code: 'fr',
  telltales: setOf(
    'le la les des une est dans que pour du et qui au pas sur avec cette ce a il elle',
  ),
  cues: setOf(
    `dit déclaré déclare affirmé affirme ajouté ajoute expliqué explique estimé estime assuré assure précisé précise souligné souligne
    indiqué indique annoncé annonce répondu répond lancé lance confié confie rappelé rappelle reconnu reconnaît martelé dénoncé dénonce
    écrit averti prévenu prévient insisté insiste conclu conclut promis noté note regretté regrette demandé demande jugé juge tweeté plaidé
    soutenu soutient raconté raconte déploré déplore reconnaissait affirmait disait expliquait poursuivi poursuit résumé résume martèle
    témoigné témoigne admis admet confirmé confirme murmuré répété répète qualifié qualifie évoqué accusé accuse réagi réagit glissé glisse`,
  ),
  gerundCues: setOf(
    'disant ajoutant affirmant déclarant expliquant soulignant précisant estimant assurant dénonçant écrivant évoquant qualifiant',
  ),
  fillers: setOf(
    'a ont avait est encore aussi ensuite toutefois également notamment ainsi d’ailleurs déjà puis récemment qui lui se s’est n’a même cependant et',
  ),
  negations: setOf('refusé pas jamais sans'),
  accordingTo: [words('selon'), words('d’après'), ["d'après"], words('pour')],
  relayedBy: [
    words('cité par'),
    words('citée par'),
    words('cités par'),
    words('rapporté par'),
    words('relayé par'),
    words('rapporte'),
    words('au micro de'),
    words('à l’antenne de'),
    words('dans un entretien à'),
    words('dans un entretien au'),
    words('dans une interview à'),
    words('dans une interview au'),
    words('auprès de'),
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
  attachments: setOf('de du des d’ à au aux pour proche dans en sous'),
  unnamed: setOf(
    `responsable responsables source sources diplomate diplomates témoin témoins habitant habitants habitante conseiller conseillers porte-parole avocat avocate
    avocats proche proches personne personnes officier policier policiers expert experts enquêteur enquêteurs militant militants élu élus député députés ministre cadre employé employés
    salarié salariés étudiant étudiants médecin médecins manifestant manifestants voisin voisine voisins survivant survivante fonctionnaire`,
  ),
  vague: setOf('certains d’aucuns beaucoup observateurs critiques'),
  offices: setOf(
    `président présidente ministre premier première maire sénateur sénatrice député députée chancelier chancelière porte-parole secrétaire directeur directrice
    procureur procureure général générale préfet préfète patron patronne chef cheffe fondateur fondatrice avocat avocate professeur professeure chercheur chercheuse économiste historien historienne
    sociologue politologue candidat candidate roi reine pape cardinal évêque juge ambassadeur ambassadrice commissaire colonel capitaine écrivain écrivaine journaliste
    réalisateur réalisatrice chanteur chanteuse entraîneur sélectionneur m. mme me dr pr dirigeant dirigeante leader climatologue médecin agriculteur agricultrice éleveur`,
  ),
  afterNoun: setOf('proche proches familier chargé chargée impliqué présent'),
  institutions: setOf(
    `ministère parlement gouvernement tribunal cour police parquet préfecture mairie université banque entreprise groupe société parti syndicat fédération
    commission conseil assemblée sénat agence institut association armée élysée matignon kremlin onu union otan journal quotidien hebdomadaire chaîne radio ong`,
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
    'dit dite surnommé surnommée baptisé baptisée mot terme expression slogan soi-disant appelé appelée',
  ),
  titleWords: setOf(
    'chanson film livre roman album pièce série émission intitulé intitulée documentaire titre essai poème',
  ),
  times: setOf(
    'lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre octobre novembre décembre hier aujourd’hui matin soir',
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
