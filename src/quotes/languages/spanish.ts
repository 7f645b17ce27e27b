import { people } from './peopleNouns.ts'
import { type Gender, type Language, setOf, verbsOf, words } from './language.ts'

/** Spanish: «…» or “…”, speakers mostly after the verb. */
export const spanish: Language = {
  code: 'es',
  telltales: setOf('el la los las una que en por con del y es se no al su lo dijo para'),
  cues: verbsOf(
    'es',
    `escribía ordenó ordena ordenaron cree creen dijo dice dicen dijeron afirmó afirma aseguró asegura añadió añade agregó agrega explicó explica declaró declara señaló señala indicó
    indica sostuvo sostiene advirtió advierte anunció anuncia respondió responde insistió insiste reconoció reconoce manifestó manifiesta
    subrayó subraya destacó destaca escribió escribe recordó recuerda lamentó lamenta concluyó concluye denunció denuncia admitió admite
    preguntó confirmó confirma apuntó apunta expresó expresa comentó comenta criticó prometió pidió calificó relató relata zanjó tuiteó dicho afirmado declarado asegurado
    respondieron contestó contesta contestaron replicó replica repuso exclamó exclama gritó grita gritaron susurró susurra bromeó bromea ironizó
    ironiza suspiró ríe confesó confiesa admitieron reveló revela contó cuenta contaron narró narra describió describe opinó opina estimó estima
    consideró considera valoró valora celebró celebra agradeció agradece felicitó exigió exige reclamó reclama pide pidieron rogó suplicó
    suplica juró jura promete prometieron amenazó amenaza alertó avisó avisa vaticinó pronosticó remató remata sentenció espetó
    espeta reprochó reprocha ironizaba repitió repite reiteró reitera insistieron matizó matiza precisó precisa puntualizó puntualiza detalló
    detalla argumentó argumenta defendió defiende alegó alega negó niega desmintió criticaron arremetió tachó calificaron tildó tilda tachan definió define
    llamó bautizó informó informa informaron notificó comunicó comunica publicó posteó tuitearon zanja relatan aseguran afirman señalan explican
    advierten denuncian lamentan sostienen añadieron aseguraron afirmaron señalaron explicaron advirtieron denunciaron lamentaron sostuvieron
    declararon indicaron apuntaron destacaron reconocieron decía decían escribieron planteó resumió resume observó observa recalcó recalca
    pedía pedían suelta soltó tercia terció avisado contado relatado confesado comentado insistido respondido contestado replicado recalcado bromeado sentenciado reiterado
    matizado añadido agregado señalado explicado enfatizó subrayaron protestó clamó aprecia apreció detecta detectó`,
  ),
  gerundCues: setOf(
    'diciendo añadiendo llamando calificando tachando acusando afirmando asegurando explicando señalando agregando advirtiendo',
  ),
  fillers: setOf(
    'ha han había habría habrían también luego además después ayer hoy ya este recientemente que se le y',
  ),
  negations: setOf('no rehusó evitó'),
  accordingTo: [
    words('de acuerdo con'),
    words('según'),
    words('en palabras de'),
    words('a juicio de'),
    words('a juicio del'),
    words('en opinión de'),
    words('en opinión del'),
    words('en palabras del'),
    words('a decir de'),
  ],
  relayedBy: [
    words('citado por'),
    words('citada por'),
    words('en una entrevista con'),
    words('en una entrevista a'),
    words('en declaraciones a'),
    words('en la'),
    words('en el'),
    words('recogido por'),
    words('recogidas por'),
  ],
  pronouns: new Map<string, Gender>([
    ['él', 'm'],
    ['ella', 'f'],
    ['ellos', 'p'],
    ['ellas', 'p'],
    ['este', 'm'],
    ['esta', 'f'],
  ]),
  definite: setOf('el la los las este esta su sus'),
  indefinite: setOf('un una unos unas varios varias algunos algunas'),
  numbers: new Map([
    ['dos', 2],
    ['tres', 3],
    ['cuatro', 4],
    ['cinco', 5],
  ]),
  stops: setOf(
    `en a al de del por para con sin sobre contra entre desde hasta tras durante como si cuando donde porque pero o y e que quien cuyo es son
    era fue ha han había no se ante según mientras aunque`,
  ),
  openers: setOf(
    'más menos aún también muy mucho algo ahora ayer hoy entonces así luego ya después',
  ),
  attachments: setOf('de del a al para en con'),
  unnamed: setOf(
    ...people.es,
    `portavoz portavoces funcionario funcionaria funcionarios fuente fuentes testigo testigos vecino vecina vecinos diplomático diplomáticos asesor asesora asesores abogado
    abogada persona personas experto experta expertos analista analistas ministro responsable responsables manifestante manifestantes oficial oficiales investigador investigadores residente residentes
    empleado empleada empleados trabajador trabajadora trabajadores profesor profesora profesores docente docentes médico médica médicos
    enfermera enfermeras policía policías agente agentes soldado soldados militar militares pescador pescadores agricultores comerciante
    comerciantes pasajero pasajera pasajeros estudiante estudiantes colega colegas amigo amiga amigos familiar familiares superviviente
    supervivientes sobreviviente sobrevivientes allegado allegados directivo directivos exempleado exempleada mujer mujeres hombre hombres joven jóvenes pareja hermano hermana padre madre hijo hija marido viuda viudo abuelo abuela jueces opositores jubilado jubilada jubilados paciente pacientes técnico técnicos ingeniero
    ingenieros bombero bomberos magistrado magistrados asistente asistentes cliente clientes dirigente dirigentes conductor conductora`,
  ),
  vague: setOf('algunos muchos críticos observadores'),
  offices: setOf(
    `presidente presidenta ministro ministra primer primera alcalde alcaldesa senador senadora diputado diputada canciller portavoz secretario secretaria director
    directora fiscal general juez jueza gobernador gobernadora rey reina papa cardenal obispo embajador embajadora comisario profesor profesora investigador investigadora economista
    rector rectora lehendakari concejal concejala edil regidor regidora exalcalde exalcaldesa vicepresidente vicepresidenta delegado delegada arzobispo historiador historiadora candidato candidata líder jefe jefa fundador fundadora abogado abogada entrenador entrenadora escritor escritora cantante actor actriz coronel capitán consejero consejera exministro expresidente expresidenta sr. sra. dr. dra. agricultor agricultora`,
  ),
  afterNoun: setOf(
    'cercano cercana cercanos cercanas próximo próximas conocedor conocedora conocedoras familiarizado familiarizadas',
  ),
  institutions: setOf(
    `ministerio gobierno tribunal corte policía fiscalía universidad banco empresa grupo partido sindicato federación comisión consejo congreso senado
    parlamento agencia instituto asociación ejército onu otan unión diario periódico cadena ayuntamiento junta generalitat compañía kremlin ong
    confederación fundación liga club colectivo comité autoridad oficina contraloría defensoría consejería delegación hospital escuela colegio
    embajada museo cooperativa cámara alcaldía intendencia diputación patronal plataforma entorno defensa`,
  ),
  documents: new Map([
    ['informe', 'report'],
    ['comunicado', 'statement'],
    ['carta', 'letter'],
    ['estudio', 'study'],
    ['sentencia', 'ruling'],
    ['auto', 'ruling'],
    ['editorial', 'opinion article'],
    ['documento', 'document'],
    ['fallo', 'ruling'],
  ]),
  termWords: setOf(
    `llamado llamada llamados denominado denominada apodado apodada término palabra expresión lema supuesto supuesta
    alias apodo mote sobrenombre presunto presunta denominados`,
  ),
  titleWords: setOf(
    `canción película libro novela álbum obra serie programa titulado titulada documental poema disco
    titular titulares titularon título portada poemas cuento ensayo ópera exposición podcast comedia telenovela tema cuadro revista restaurante bar hotel barco proyecto operación colección`,
  ),
  times: setOf(
    'lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre ayer hoy',
  ),
  mediums: [
    ['comunicado', 'statement'],
    ['rueda de prensa', 'news conference'],
    ['conferencia de prensa', 'news conference'],
    ['entrevista', 'interview'],
    ['en x', 'social post'],
    ['en twitter', 'social post'],
    ['tuiteó', 'social post'],
    ['discurso', 'speech'],
    ['carta', 'letter'],
    ['informe', 'report'],
  ],
  quotingVerbs: setOf('citó cita citando'),
  tellingVerbs: setOf(),
  conditions: [
    'bajo condición de anonimato',
    'bajo anonimato',
    'pidió no ser identificado',
    'pidió no ser identificada',
    'condición de anonimato',
    'pidieron anonimato',
    'pidió el anonimato',
  ],
}
