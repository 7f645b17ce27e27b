/** What people do or are to each other, in five languages: each list adds to the nouns for people without a name. */
import { words } from './language.ts'

export const people: Readonly<Record<'fr' | 'de' | 'es' | 'it' | 'pt', readonly string[]>> = {
  fr: words(`
    notaire huissier greffier magistrate juré plaignant plaignante victime rescapé rescapée sinistré sinistrée propriétaire gérant gérante boulanger
    boulangère boucher bouchère fleuriste libraire buraliste restaurateur restauratrice serveur serveuse cuisinier cuisinière hôtelier hôtelière
    vigneron vigneronne éleveuse maraîcher maraîchère berger bergère armateur batelier chauffeur conducteur conductrice cheminot hôtesse steward
    factrice pompière secouriste ambulancier chirurgien chirurgienne urgentiste pharmacien pharmacienne dentiste vétérinaire psychologue psychiatre
    instituteur institutrice proviseur étudiante lycéen lycéenne collégien écolier mère père fils fille frère sœur veuve veuf épouse époux compagne
    compagnon cousin cousine oncle tante grand-mère grand-père collaborateur collaboratrice employée salariée délégué déléguée ingénieure technicien
    technicienne électricien plombier maçon menuisier charpentier mécanicien soudeur gardienne policière enquêtrice conseillère adjoint adjointe
    militante manifestante gréviste supporteur supportrice spectateur spectatrice passager passagère touriste randonneur randonneuse cycliste
    automobiliste promeneur chômeur géologue météorologue hydrologue analyste experte spécialiste conservatrice comédien comédienne musicien
    musicienne romancier romancière éditeur éditrice lauréat lauréate entraîneuse arbitre buteur trésorier trésorière accusé prévenu accusée prévenue
    gardien`),
  de: words(`
    klägerin kläger opfer mutter vater sohn tochter bruder schwester witwe witwer ehemann lebensgefährtin cousin cousine onkel tante großmutter
    großvater freund freundin rektorin hebamme krankenschwester fahrgast gewerkschafter gewerkschafterin betriebsrat betriebsrätin stadtrat stadträtin
    landrat landrätin gemeinderat schöffe schöffin geschädigte freiwillige`),
  es: words(`
    notario notaria alguacil imputado imputada denunciante víctima damnificado damnificada inquilino inquilina propietario propietaria dueño dueña
    gerente tendero tendera panadero panadera carnicero florista librero librera camarero camarera cocinero cocinera chef hotelero viticultor ganadero
    ganadera pastor pastora pescadora marinero patrón armador estibador camionero taxista ferroviario azafata cartero cartera bombera socorrista
    enfermero cirujano cirujana farmacéutico farmacéutica dentista veterinario veterinaria matrona psicólogo psicóloga psiquiatra maestro maestra
    alumno alumna madre padre hijo hija hermano hermana viuda viudo esposa esposo primo prima tío tía abuela abuelo compañero compañera obrero obrera
    sindicalista ingeniera electricista fontanero albañil carpintero mecánico soldador vigilante inspectora militante voluntario voluntaria huelguista
    aficionado aficionada espectador turista excursionista ciclista automovilista transeúnte geólogo geóloga meteorólogo meteoróloga sociólogo
    politólogo especialista comisaria músico novelista editor editora ganador ganadora jugador jugadora árbitro capitana tesorero acusado acusada
    portero`),
  it: words(`
    notaio giurato imputato imputata indagato indagata denunciante vittima sfollato sfollata inquilino inquilina proprietario proprietaria titolare
    gestore negoziante panettiere fornaio macellaio fioraia libraio libraia edicolante ristoratore ristoratrice cameriere cameriera cuoco cuoca chef
    albergatore albergatrice viticoltore agricoltrice allevatore allevatrice pastore marinaio capitano armatore autista camionista tassista ferroviere
    postino pompiere soccorritore soccorritrice bagnino chirurgo farmacista dentista veterinario veterinaria ostetrica psicologo psicologa psichiatra
    maestro maestra alunno madre padre figlio figlia fratello sorella vedova vedovo moglie marito compagna compagno cugino zia zio nonna nonno
    sindacalista elettricista idraulico muratore falegname meccanico saldatore custode poliziotta carabiniere consigliera assessore assessora prefetto
    militante volontario volontaria scioperante tifoso tifosa spettatore turista escursionista ciclista automobilista disoccupato geologo geologa
    meteorologo sociologo politologo specialista curatore curatrice musicista editore vincitore vincitrice giocatore giocatrice allenatrice attaccante
    difensore tesoriere delegato delegata portiere arbitro`),
  pt: words(`
    tabelião notário escrivão jurado arguido arguida queixosa vítima desalojado desalojada inquilino inquilina proprietário proprietária gerente
    lojista padeiro padeira açougueiro talhante florista livreiro livreira garçom garçonete cozinheiro cozinheira chef hoteleiro vinicultor pecuarista
    pastor marinheiro armador estivador caminhoneiro camionista taxista ferroviário aeromoça hospedeira carteiro bombeira socorrista salva-vidas
    cirurgião cirurgiã farmacêutico farmacêutica dentista veterinário veterinária parteira psicólogo psicóloga psiquiatra aluna mãe pai filho filha
    irmão irmã viúva viúvo esposa marido companheiro companheira primo prima tio tia sindicalista engenheira eletricista encanador canalizador
    pedreiro carpinteiro mecânico soldador vigilante inspetor inspetora promotor promotora vereador vereadora voluntário voluntária grevista torcedor
    torcedora adepto espectador turista caminhante ciclista automobilista transeunte reformado reformada desempregado geólogo geóloga meteorologista
    sociólogo cientista curador curadora músico editor editora vencedor vencedora jogador jogadora treinadora árbitro goleiro guarda-redes atacante
    zagueiro capitã tesoureiro tesoureira acusado acusada dona dono réu`),
}
