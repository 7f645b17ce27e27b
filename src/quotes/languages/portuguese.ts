import { people } from './peopleNouns.ts'
import { type Gender, type Language, setOf, verbsOf, words } from './language.ts'

/** Portuguese of Brazil and Portugal: “…” or «…», speakers mostly after the verb. */
export const portuguese: Language = {
  code: 'pt',
  telltales: setOf('o os uma que não em do da para com ao na no se as dos é um por disse mais'),
  cues: verbsOf(
    'pt',
    `recordou recorda recordaram evocou evoca escrevia ordenou ordena acredita acreditam mandou rejeitou rejeita disse diz dizem disseram afirmou afirma acrescentou acrescenta explicou explica declarou declara garantiu garante sublinhou sublinha destacou destaca
    ressaltou ressalta anunciou anuncia respondeu responde insistiu insiste admitiu admite reconheceu reconhece escreveu escreve lembrou
    lembra lamentou lamenta concluiu conclui alertou alerta avisou criticou critica contou conta comentou comenta defendeu defende
    confirmou confirma perguntou prometeu assegurou assegura frisou frisa salientou denunciou tuitou classificou relatou
    responderam pergunta perguntaram retrucou retruca replicou rebateu rebate exclamou exclama gritou grita gritaram sussurrou brincou brinca
    ironizou ironiza suspirou confessou confessa revelou revela contaram narrou narra relata descreveu descreve opinou opina avaliou avalia
    estimou considerou considera comemorou celebrou agradeceu exigiu exige reivindicou pediu pede pediram implorou jurou jura promete ameaçou
    alertam avisa previu resumiu resume sentenciou disparou repetiu repete reiterou reitera insistiram matizou precisou esclareceu
    esclarece detalhou detalha argumentou argumenta alegou alega negou nega desmentiu criticaram atacou acusou acusa tachou classifica definiu
    define chamou chama informou informa informaram comunicou comunica publicou postou posta escreveram afirmam explicam garantem ressaltam
    destacam denunciam lamentam defendem acrescentaram afirmaram explicaram declararam garantiram ressaltaram destacaram denunciaram lamentaram
    defenderam dizia dito afirmado apontou aponta observou observa enfatizou enfatiza ponderou pondera salienta sustentou sustenta protestou
    desabafou desabafa completou completa indagou emendou atirou qualificou qualifica qualificam frisaram questionou referiu refere`,
  ),
  gerundCues: setOf(
    'dizendo acrescentando chamando classificando acusando afirmando explicando lembrando garantindo',
  ),
  fillers: setOf('teria teriam também depois ainda ontem hoje já tem havia recentemente que se e'),
  negations: setOf('não recusou'),
  accordingTo: [
    words('de acordo com'),
    words('segundo'),
    words('conforme'),
    words('nas palavras de'),
    words('nas palavras do'),
    words('nas palavras da'),
    words('na opinião de'),
    words('na opinião do'),
    words('na opinião da'),
    words('na avaliação de'),
    words('na avaliação do'),
    words('na avaliação da'),
  ],
  relayedBy: [
    words('citado por'),
    words('citada por'),
    words('citado pelo'),
    words('citado pela'),
    words('citada pelo'),
    words('citada pela'),
    words('em entrevista ao'),
    words('em entrevista à'),
    words('em declarações ao'),
    words('em declarações à'),
    words('em entrevista a'),
    words('aos microfones da'),
    words('aos microfones do'),
    words('ouvido pelo'),
    words('ouvida pelo'),
    words('ouvido pela'),
    words('ouvida pela'),
  ],
  pronouns: new Map<string, Gender>([
    ['ele', 'm'],
    ['ela', 'f'],
    ['eles', 'p'],
    ['elas', 'p'],
  ]),
  definite: setOf('o a os as este esta seu sua'),
  indefinite: setOf('um uma uns umas vários várias alguns algumas'),
  numbers: new Map([
    ['dois', 2],
    ['duas', 2],
    ['três', 3],
    ['quatro', 4],
  ]),
  stops: setOf(
    `segundo conforme em no na nos nas de do da dos das por pelo pela para com sem sobre contra entre desde até após durante como se quando onde porque mas
    num numa nuns numas dum duma neste nesta nesse nessa naquele naquela deste desta pelos pelas ou e que quem cujo é são era foi tem há não ao à aos às`,
  ),
  openers: setOf('mais menos ainda também muito bem agora já ontem hoje assim depois então'),
  attachments: setOf('de do da dos das ao à para em no na com'),
  unnamed: setOf(
    ...people.pt,
    `porta-voz funcionário funcionária funcionários fonte fontes testemunha testemunhas morador moradora moradores diplomata diplomatas assessor assessora assessores advogado
    advogada pessoa pessoas especialista especialistas analista analistas ministro responsável manifestante manifestantes investigador investigadores vizinho vizinha vizinhos
    empregado empregada empregados trabalhador trabalhadora trabalhadores professor professora professores docente docentes médico médica
    médicos enfermeiro enfermeira enfermeiros policial policiais polícia agente agentes soldado soldados militar militares pescador pescadora
    pescadores agricultores comerciante comerciantes passageiro passageira passageiros estudante estudantes colega colegas amigo amiga amigos
    parente parentes familiar familiares sobrevivente sobreviventes ex-funcionário ex-funcionária técnico técnicos engenheiro engenheiros
    bombeiro bombeiros operário operários cliente clientes dirigente dirigentes motorista negociador negociadores responsáveis mulher mulheres homem homens jovem jovens casal irmão irmã pai mãe filho filha marido viúva viúvo avô avó juízes desembargadores rapaz rapazes aposentado aposentada aposentados paciente pacientes aluno alunos`,
  ),
  vague: setOf('alguns muitos críticos observadores'),
  offices: setOf(
    `presidente presidenta ministro ministra primeiro-ministro primeira-ministra prefeito prefeita senador senadora deputado deputada chanceler porta-voz secretário secretária diretor diretora
    procurador procuradora general juiz juíza governador governadora rei rainha papa cardeal bispo embaixador embaixadora comissário professor professora pesquisador pesquisadora
    investigador investigadora economista historiador historiadora candidato candidata líder chefe fundador fundadora advogado advogada treinador técnico escritor escritora cantor cantora ator atriz coronel capitão
    reitor reitora relator relatora desembargador desembargadora ex-presidente ex-ministro sr. sra. dr. dra. delegado delegada agricultor agricultora`,
  ),
  afterNoun: setOf('próximo próxima próximas ligado ligada familiarizada familiarizadas'),
  institutions: setOf(
    `ministério governo tribunal corte polícia procuradoria universidade banco empresa grupo partido sindicato federação comissão conselho congresso
    senado câmara parlamento agência instituto associação exército onu otan união jornal prefeitura planalto supremo ong companhia kremlin
    confederação fundação liga clube coletivo comitê comité autoridade secretaria cooperativa hospital escola embaixada museu autarquia defesa junta
    região sociedade defensoria ordem`,
  ),
  documents: new Map([
    ['relatório', 'report'],
    ['comunicado', 'statement'],
    ['carta', 'letter'],
    ['estudo', 'study'],
    ['sentença', 'ruling'],
    ['nota', 'statement'],
    ['editorial', 'opinion article'],
    ['documento', 'document'],
    ['acórdão', 'ruling'],
  ]),
  termWords: setOf(
    `chamado chamada chamados apelidado apelidada palavra termo expressão lema suposto suposta
    alcunha alcunhado alegado alegada vulgo codinome`,
  ),
  titleWords: setOf(
    `canção música filme livro romance álbum peça série programa intitulado intitulada documentário poema disco
    manchete manchetes título títulos capa intitulados poemas conto ensaio ópera exposição podcast comédia novela filmes livros quadro revista restaurante bar hotel barco projeto operação coleção`,
  ),
  times: setOf(
    'segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo segunda terça quarta quinta sexta janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro ontem hoje manhã tarde noite madrugada',
  ),
  mediums: [
    ['comunicado', 'statement'],
    ['em nota', 'statement'],
    ['entrevista coletiva', 'news conference'],
    ['conferência de imprensa', 'news conference'],
    ['entrevista', 'interview'],
    ['no x', 'social post'],
    ['no twitter', 'social post'],
    ['discurso', 'speech'],
    ['carta', 'letter'],
    ['relatório', 'report'],
  ],
  quotingVerbs: setOf('citou cita citando'),
  tellingVerbs: setOf(),
  conditions: [
    'sob condição de anonimato',
    'sob anonimato',
    'pediu para não ser identificado',
    'pediu para não ser identificada',
    'pediu anonimato',
    'condição de anonimato',
  ],
}
