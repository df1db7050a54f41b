"""Spanish wordings of what comes back, to whom, when, and under which reservations."""

# One wording a line, however long.
# fmt: off

from apps.reading.wording import Wording as W

_BACK = r"(?:presente|presentar|presentará|presentarle|presenten|someta|someter|remita|remitir|comunique|comunicar|proporcione|proporcionar|transmita|transmitir|envíe|enviar|prepare|preparar|elabore|elaborar|publique|facilite|facilitar|suministre|suministrar|incluya|incluir|consigne|consignar|proponga|proponer|formule|formular|haga|hacer|rinda|rendir|dé|dar|entregue|ofrezca|ofrecer|aporte|adjunte|divulgue|distribuya|recibir)(?:n|le|les|lo|la)?\b"
_GAP = r"(?:[ ,-]{1,2}\w+){0,14}?,? "

DELIVERABLE = (
    W("taken-into-account", "none", r"(?:tomando|teniendo|tenga|tengan|tener|tomar|tomen|tome) (?:debidamente |plenamente |también )*en (?:cuenta|consideración) (?:(?! que )[^,;.\n]){0,120}?(?:los informes|el informe|observaciones|recomendaciones|opiniones|información|propuestas|conclusiones)\b"),
    W("to-the-public", "none", r"(?:facilit|proporcion|suministr|ofre)\w+ (?:\w+ ){0,3}información[^,;.\n]{0,40}? (?:a la población|al público|a los (?:consumidores|pacientes|jóvenes|padres|ciudadanos))"),
    W("no-report", "none", r"(?:presentación|examen|publicación|recepción) (?:del|de su|de sus|de los|de un) informes?|informes? (?:del secretario general|del grupo|de la misión|de fecha|mencionado|antes|que (?:figura|presentó))[^,;.]{0,30}|recomendaciones (?:formuladas|que figuran|contenidas|del|de la|que|pertinentes|aprobadas|hechas|enunciadas)(?: en [^,;.]{2,20} informe)?|propuestas (?:formuladas|que figuran|contenidas|del|de la|que)|en (?:el|su|sus|los) informes? (?:del secretario|de fecha|de \d)|planes? de acción|intercambio de información|alerta temprana|intercambien? información|información pública|departamento de información|tecnologías? de la información|documentos? de información|información (?:recopilada|reunida|disponible|recibida|facilitada|proporcionada|presentada|que figura|contenida)|observaciones (?:finales|formuladas|presentadas|recibidas)|gestión de la información|acceso a la información|seguridad de la información"),
    W("report-and-recommend", "report recommendations", rf"(?:\b(?:que|y|e) (?:le |la |lo )?)?(?:{_BACK}(?:[ ,-]{{1,2}}\w+){{0,12}}? )?inform(?:es?|en)\b[^;.\n]{{0,260}}?(?:que (?:contenga|incluya|comprenda)n?|con|incluid[oa]s|incluya|incluyendo|acompañado|así como|y (?:que )?(?:haga|formule|presente|proponga)|junto con|en particular)[^;.\n]{{0,60}}? (?:recomendaciones|propuestas|opciones)\b|informe[^;.\n]{{0,200}}? y (?:le )?(?:formule|haga|presente) [^;.\n]{{0,40}}(?:recomendaciones|propuestas)"),
    W("information-and-advice", "report recommendations", r"información\b[^;.\n]{0,80}? y (?:sus )?recomendaciones\b"),
    W("give-both", "report recommendations", rf"{_BACK}(?:[ ,-]{{1,2}}\w+){{0,12}}? información\b[^;.\n]{{0,80}}? y (?:sus )?recomendaciones\b"),
    W("exposition", "briefing", r"exposici(?:ón|ones)(?: (?:oral(?:es)?|informativas?))?\b|oralmente|de viva voz|informes? oral(?:es)?|reuniones informativas|sesiones informativas|diálogo interactivo|(?:ofrezca|ofrecer) (?:una )?información (?:oral|verbal)"),
    W("report-verb", "report", r"(?:informe|informen|informar|informará|informarán|informándole|informando)(?:le|les|lo)?(?: (?:periódicamente|trimestralmente|anualmente|regularmente|inmediatamente|también|además|plenamente|sin demora|con regularidad|detalladamente))* (?:al|a la|a las|a los|a sus?|a dich[oa]s?|a es[ae]s?|sobre|acerca|detalladamente|oportunamente|de (?:los|las|la|ello|ese|esa|esos|esas|esto|sus progresos|manera|forma|toda|cualquier|su|sus|inmediato)|del|en|cada|antes|a más|dentro|por|,)(?! (?:público|población))|rindan? informe|rinda cuentas (?:al|a la)|dé cuenta (?:al|a la|de)|ponga(?:n)? al día (?:al|a la)|\b(?:que|y) (?:le )?(?:informe|informen)\b"),
    W("submit-report", "report", rf"{_BACK}{_GAP}(?:\w+ )?(?:informes?|evaluación (?:por escrito|escrita)|notificaci(?:ón|ones)|actualizaci(?:ón|ones)|estudio al|memorias?|informes)\b(?! (?:oral|orales))"),
    W("report-noun", "report", r"(?:espera|aguarda|esperamos|aguardamos)\b[^,;.\n]{0,50}? (?:el|los|su|sus|un) (?:\w+ )?informes?\b|\b(?:y|que) (?:que )?(?:se )?(?:lo|la|los|las) (?:presente|transmita|remita|someta)n?\b|\bun (?:\w+ ){0,2}informe\b(?! oral)|informes? (?:amplios?|finale?s?|provisional(?:es)?|periódicos?|detallados?|escritos?|anuales|trimestrales|de mitad|completos?|sobre la (?:aplicación|marcha))\b|su (?:próximo|primer|segundo|tercer) informe"),
    W("in-reports", "report", r"\ben (?:su|sus|el|los|todos sus|cada uno de sus)(?: \w+){0,2} informes?\b|informes y exposiciones|en ese informe"),
    W("inform", "report", r"(?:mantenga|mantener|mantengan|mantendrá|mantenerlo|mantenerla|manteniendo)(?:lo|la|le)?(?: [\w-]+,?){0,9}? (?:informad[oa]s?|al corriente|al tanto)\b|notifi(?:que|quen|car|cará)\b|señale(?:n)? a la atención|señalar a la atención|poner en (?:su )?conocimiento|ponga(?:n)? en conocimiento"),
    W("information", "report", rf"{_BACK}(?:[ ,-]{{1,2}}\w+){{0,10}}?,? (?:una |toda |la |las |sus |los )?(?:\w+ )?(?:información|informaciones|observaciones|opiniones|datos|resultados|pormenores|conclusiones)\b|compartan información con el|recibir información"),
    W("recommend", "recommendations", rf"{_BACK}(?:[ ,-]{{1,2}}\w+){{0,10}}?,? (?<!las )(?<!los )(?<!la )(?:recomendaciones|recomendación|propuestas?|opciones|alternativas|sugerencias)\b(?! (?:formulad|que figur|contenid|del|presentad|para la igualdad))|(?:presente|presenten|presentar|presentará|someta|proponga|proponer)(?: \w+){{0,6}} (?:un|una|los|planes) (?:\w+ )?(?:planes|plan|calendario|estrategia|hoja de ruta)\b(?! de acción)|le recomiende\b|recomiende (?:medidas|nuevas|formas)"),
)

RECIPIENTS = (
    W("committee", "committee", r"(?:al|informar al|notifique al) (?:\w+ )?comité\b|al grupo de (?:expertos|trabajo)"),
    W("council-assembly", "assembly council", r"consejo(?: de seguridad)? y a la asamblea general|asamblea general y al consejo"),
    W("council", "council", r"(?:al|el) consejo(?: de seguridad)?\b(?! (?:económico|de derechos|de paz))|\b(?:le|lo) (?=(?:presente|informe|mantenga|someta|haga|comunique|remita|proporcione|formule|recomiende|facilite))|(?:presentarle|informarle|mantenerlo)"),
    W("assembly", "assembly", r"a la asamblea(?: general)?\b|la asamblea general,? en su"),
    W("secretary-general", "secretary-general", r"al secretario general\b(?! (?:que|a que|a)\b)"),
    W("member-states", "member-states", r"informar a los estados|a los estados miembros (?:sobre|información)"),
    W("other", "other", r"a la unión africana|al consejo económico y social|al consejo de paz y seguridad|al tribunal|a la comisión"),
)

_BY = r"(?:a más tardar|antes|para|no más tarde)(?: el| del| de| que| en| a| la)*"
_WITHIN = r"(?:dentro de|en (?:un|el) plazo (?:máximo )?(?:de|no superior a)|en|antes de|a más tardar(?: en)?|a los|transcurridos|en un período de|después de)(?: un plazo(?: máximo)? de| los| las| el| un período de)?(?: próximos?| próximas?| siguientes)?"
_FROM = r"(?: (?:a partir de|contados? (?:a partir|desde)|desde|después de|siguientes? a|a contar desde|tras|posteriores a)(?: de)?(?: la| su)? ?(?:fecha de (?:la |su )?)?(?:aprobación|presente resolución|adopción|aprobación de la presente|fecha)[\w áéíóú]{0,30}?)"

TIMING = (
    # -- what is no timing of the act
    W("background-date", "none", r"(?:de fecha|fechad[oa]s? el|del?|de|el|los días|en|desde el|desde|celebrad[oa]s? (?:el|en|del)|aprobad[oa]s? el|firmad[oa]s? (?:el|en)|entre el|y|al|programad[oa]s? para|previst[oa]s? para(?: el)?|creado el) <date>(?!(?: de \d{4})? (?:a más tardar|al \d))"),
    W("old-annual", "none", r"(?:reunión|período de sesiones|debate|presupuesto|examen) (?:anual|ordinario)(?:es)?|presupuesto ordinario|necesidades inmediatas|medidas inmediatas"),
    W("other-body-session", "none", r"(?:comité|comisión|foro|consejo(?! de seguridad)|junta(?: ejecutiva)?|conferencia|reunión|grupo de trabajo|órgano subsidiario)\b(?:(?!asamblea|demora|brevedad|plazo|tardar|informe|cada|anual)[^;.\n]){0,110}?(?:en|durante|para|antes de|de) (?:su|el)(?: próximo)? <ordinal> (?:período (?:extraordinario |ordinario )?de sesiones|reunión)"),
    W("own-later-session", "none", r"(?:en|durante|para) (?:su|el) <ordinal> período de sesiones de la (?:comisión|junta|conferencia)|(?:en|durante|para) (?:su|el) <ordinal> período de sesiones del (?:comité|consejo|foro)"),
    W("of-a-year", "none", r"(?:cuotas|presupuestos?|escala|programas?|plan|planes|estimaciones|necesidades|contribuciones|consignaci\w+|objetivos?|metas?|agenda|marco|estrategia|bienio|ejercicio|año|visión)(?: [\w-]+){0,4} para (?:el (?:año |bienio |ejercicio )?)?(?:19|20)\d{2}\b"),
    W("of-a-session", "none", r"president[ea] de la asamblea general en su <ordinal> período de sesiones"),
    W("purpose", "none", r"(?:para(?= (?:[a-záéíóú]+[aei]r|que)\b)|a fin de|con el fin de|con miras a|destinad[oa]s a) [^,;.:\n\d]{0,80}?(?:rápida(?:mente)?|rápido|con prontitud|inmediatamente|sin demora|urgentemente|con urgencia|cuanto antes)\b"),
    # -- mandates and measures
    W("for-until", "for:P{n}{unit} until:{date}", r"(?:por|durante|de)(?: un| el)?(?: nuevo| último| segundo| primer)*(?: período| plazo)?(?: adicional| inicial| final| provisional| renovable)*(?: de)? ?<n> <unit>\b(?: más)?,?(?: es decir| a saber| que terminará| que expirará| que concluirá| que finalizará| hasta)?,? ?(?:hasta|el)(?: el)? <date>"),
    W("from-until", "until:{date}", r"(?:período (?:comprendido )?(?:del|entre el)|desde el|a partir del) \d{1,2}º?(?: de \w+)?(?: de \d{4})? (?:al|y el|hasta el) <date>"),
    W("until", "until:{date}", r"(?:hasta|que (?:terminará|expirará|concluirá|finalizará|vence)|que termina|que expira|expirará|terminará|vencerá)(?: el| la| la medianoche del)? ?<date>"),
    W("for-from", "for:P{n}{unit} from:{date}", r"(?:por|durante|de)(?: un)?(?: nuevo| último)*(?: período| plazo)?(?: adicional| inicial)*(?: máximo)?(?: de)? ?<n> <unit>\b,? (?:a partir del|contados? a partir del|desde el|que comenzará el|a contar desde el) <date>"),
    W("for-period", "for:P{n}{unit}", r"(?:por|durante)(?: un| una| los)?(?: (?:nuevo|último|primer|período|plazo|inicial|adicional|provisional|renovable|máximo|limitado|no superior a|otros|otro|próximos|hasta|total|final|más))*(?: de| a)? ?<n> <unit>\b"),
    W("period-of", "for:P{n}{unit}", r"(?:un|el) (?:nuevo |último |primer )*(?:período|plazo)(?: (?:inicial|adicional|máximo|provisional))* de <n> <unit>\b|(?:prorrogar|prolongar|renovar)[^;.\n]{0,100}? (?:por|en) <n> <unit>\b"),
    # -- before the end of a mandate
    W("before-expiry", "before-expiry:P{n}{unit}", r"(?:al menos |a más tardar |por lo menos )?<n> <unit> (?:antes|previos) (?:de|del|de que|a)(?: la| el| su)? ?(?:fin|final|expiración|expire|vencimiento|venza|conclusión|terminación|término|fecha de expiración|finalización)"),
    W("before-end", "before-expiry:P0D", r"antes de que (?:termine|expire|finalice|concluya|venza) (?:el|su|dicho|este|ese)(?: actual| presente)? (?:mandato|período)|(?:antes|para|al) (?:del?|de la|de que)?(?: el| la| su)? ?(?:fin|final|expiración|expire|vencimiento|venza|conclusión|término|terminación) (?:de |del |de la )?(?:su |este |ese |actual |presente |el )?(?:mandato|período|prórroga|autorización)[\w áéíóú]{0,20}"),
    # -- events
    W("within-of-event", "event", r"(?:dentro de los |en un plazo (?:máximo )?de |a más tardar )?<n> <unit> (?:después de(?: que)?|siguientes a|a partir de|antes de|tras|de) (?:la |el |los |su |esta |esa |haber |vuelva |se )(?!aprobación|presente|fecha de (?:la |su )?aprobación)[a-záéíóúñ ]{3,40}"),
    # -- periods from adoption
    W("within", "within:P{n}{unit}", rf"{_WITHIN} ?<n> <unit>\b{_FROM}?(?! (?:antes|y medio))"),
    W("after-adoption", "within:P{n}{unit}", rf"<n> <unit>{_FROM}"),
    # -- intervals
    W("every", "every:P{n}{unit}", r"cada <n> <unit>\b|cada (?!uno|una)<unit>\b|una vez (?:al|por|cada) <unit>\b|todos los <unit>\b"),
    W("intervals", "every:P{n}{unit}", r"(?:a |con )?intervalos (?:regulares )?(?:de|no superiores a|máximos de) <n> <unit>\b"),
    W("twice-year", "every:P6M", r"dos veces (?:al|por) año|semestral(?:mente|es)?"),
    W("in-annual-report", "series every:P1Y", r"en (?:su|sus|el|los)(?: \w+)? informes? anual(?:es)?"),
    W("in-biennial-report", "series every:P2Y", r"en (?:su|sus|el|los)(?: \w+)? informes? biena(?:l|les)"),
    W("in-quarterly-report", "series every:P3M", r"en (?:su|sus|el|los)(?: \w+)? informes? trimestral(?:es)?"),
    W("annual", "every:P1Y", r"anualmente|cada año|todos los años|una vez al año|con carácter anual|de forma anual|(?:informes?|exposici(?:ón|ones)) anual(?:es)?|con periodicidad anual|de manera anual"),
    W("quarterly", "every:P3M", r"trimestral(?:mente|es)?"),
    W("monthly", "every:P1M", r"mensual(?:mente|es)?"),
    W("weekly", "every:P1W", r"semanal(?:mente|es)?"),
    W("biennial", "every:P2Y", r"biena(?:l|les|lmente)|bienal(?:es)?|cada bienio|cada dos años"),
    # -- sessions
    W("session-named", "session:{ordinal}", r"(?:en|durante|para|antes de|a partir de)(?: (?:la |una )?(?:primera |segunda |tercera )?(?:parte|continuación)(?: (?:principal|de la continuación))* (?:de|del))?,? (?:su|el|del)?(?: próximo)? ?<ordinal> período (?:extraordinario |ordinario )?de sesiones"),
    W("session-agenda", "session:{ordinal}", r"programa(?: provisional)? (?:de su|del) <ordinal> período (?:extraordinario |ordinario )?de sesiones"),
    W("session-after", "session:{ordinal}", r"(?:en|durante|para|antes de) (?:su|el) período (?:ordinario )?de sesiones <ordinal>"),
    # -- dates
    W("by-date", "by:{date}", rf"{_BY} ?<date>(?: a más tardar)?"),
    W("on-date", "by:{date}", r"(?:organice|celebre|convoque|entrará en vigor|surtirá efecto|expirará|terminará|comenzará)n?[^,;.\n]{0,40}? (?:en|el) <date>"),
    # -- other reports
    W("series-regular", "series", r"(?:en|de|con|a través de|al presentar)(?: (?:todos|cada uno de))?(?: (?:su|sus|los|el|esos|ese))(?: (?:próximos?|futuros?|primer|último|siguientes?|distintos|demás|dos|segundo))* informes?\b(?! (?:del|de fecha|de la|que figura))(?: (?:periódicos?|ordinarios|ulteriores|escritos?|habituales|provisionales|final|mensuales))?(?: y exposiciones(?: informativas)?)?|informes y exposiciones|informes periódicos|en el (?:contexto|marco) del próximo informe"),
    # -- regular
    W("regular", "regular", r"(?:mantenga|mantener|mantengan|mantendrá|mantenerlo|manteniendo)(?:lo|la|le)?(?: [\w-]+,?){0,9}? (?:informad[oa]s?|al corriente|al tanto)\b|periódicamente|con regularidad|regularmente|de manera (?:periódica|continua|regular)|de forma (?:periódica|regular)|(?:en|a) examen (?:permanente|constante|continuo)|continuamente|de cuando en cuando|periódic[oa]s\b(?= (?:a|al|al consejo|sobre|,))|(?:informativas|informes|exposiciones|información) (?:periódic[oa]s?|regulares)\b|reuniones informativas periódicas|constantemente en examen"),
    # -- at once
    W("asap", "asap", r"sin (?:más )?(?:demora|dilación|tardanza|demoras)|sin (?:ninguna|mayor|nuevas?) (?:demora|demoras|dilación)|inmediatamente(?! (?:después|antes))|de inmediato|cuanto antes|lo antes posible|tan pronto como sea posible|a la (?:mayor )?brevedad(?: posible)?|en el (?:más breve|menor) plazo(?: posible)?|lo antes que sea posible|de (?:manera|forma) (?:urgente|inmediata|expedita)|en cuanto sea posible|lo más pronto posible|tan pronto como (?:resulte|fuera) posible|con (?:carácter (?:de urgencia|urgente|inmediato)|celeridad|suma urgencia|la máxima (?:urgencia|celeridad|brevedad)|la mayor brevedad(?: posible)?|urgencia|prontitud|rapidez|la mayor celeridad|toda celeridad|efecto inmediato)|urgentemente|rápidamente|prontamente|con efecto inmediato|en fecha próxima|en breve|expeditamente|lo más (?:pronto|rápidamente) posible"),
    W("asap-adjective", "asap", r"(?:liberación|cesación|cese|retirada|aplicación|fin|despliegue|reanudación|medidas|regreso|levantamiento|conclusión|puesta en libertad|examen|establecimiento|desarme|acceso|adopción)(?: (?:y|completa|completo|total|incondicional|plena|efectiva|efectivo))* (?:inmediat[oa]s?|urgentes?|rápid[oa]s?|pront[oa])\b|(?:inmediat[oa]|pront[oa]|rápid[oa]|urgente) (?:e \w+ |y \w+ )?(?:liberación|cese|cesación|retirada|aplicación|despliegue|reanudación|adopción|conclusión|puesta)"),
    # -- events and conditions
    W("event", "event", r"(?:una vez|tras|después de|cuando|al) (?:la |el |se |que se )?(?:recepción|recibir|concluir|conclusión|concluya|celebración|celebrarse|elección|firma|aprobación de un|llegada|entrada en vigor|nombramiento|presentación|traspaso|formación|notificación|completar|establecimiento|fin de|retirada)|en (?:caso de|el caso de)(?! (?:que sea necesario|ser necesario|conflicto armado|accidente|emergencia))|en caso de que|(?<=, )a reserva de|tan pronto como(?! sea posible)|cuando (?:se (?:produzca|reciba|apruebe|celebre|cumpla|haya|disponga)|haya|expire|entre en vigor)n?\b|(?<=, )con sujeción a (?!los? (?:recursos|dispuesto)|las? (?:disponibilidad|disposiciones))|si (?:el|la|los|las|no|se|ellos|una|un|dich[oa])\b(?! (?:procede|estima))|hasta que|(?:en|a la) espera de|a condición de que|siempre que\b|antes de que|mientras (?:no|se)|antes de (?!que|la fecha|\d|la aprobación)[a-z]+[aei]r\b"),
)

UNCLEAR = (
    W("few", "uncounted", r"(?:cada|en|dentro de|durante|tras) (?:unos|unas|algunos|algunas|varios|varias|pocos|pocas) <unit>\b"),
    W("at-the-time", "vague", r"a su debido tiempo|oportunamente|en (?:el|un) momento (?:oportuno|apropiado|adecuado)|en su momento|en una fecha posterior|más adelante"),
    W("soon", "vague", r"en (?:el|un) futuro próximo|próximamente|en breve|en los próximos (?:días|meses|años)|en las próximas semanas|en un plazo razonable|dentro de un plazo razonable"),
    W("end-of-something", "no-day", r"(?:para|antes de|hasta|a) (?:el )?(?:fin|final|finales|término) (?:de la |del |de )(?:transición|proceso|período|diálogo|año|decenio|ejercicio|ciclo)\b(?! \d)"),
)

QUALIFIERS = (
    W("appropriate-measures", "none", r"medidas (?:apropiadas|necesarias|que sean necesarias|adecuadas)"),
    W("as-appropriate", "as-appropriate", r"según (?:proceda|corresponda|convenga|sea apropiado|el caso|lo estime)|cuando (?:proceda|corresponda|sea apropiado|sea (?:necesario y )?apropiado)|si (?:procede|corresponde|lo estima (?:apropiado|conveniente))|en su caso|como corresponda|de (?:manera|forma) apropiada|donde proceda|cuando sea el caso"),
    W("within-resources", "within-resources", r"(?:dentro de|con|en) (?:el límite de |los límites de |la medida de )?(?:los|sus|las) (?:recursos|posibilidades|capacidades|medios|límites)(?: \w+){0,3}|recursos (?:existentes|disponibles)|medios disponibles"),
    W("in-consultation", "in-consultation", r"en (?:estrecha |plena )*(?:consulta|consultas|coordinación|cooperación|colaboración|asociación|concertación)(?: estrechas?)?(?: y (?:en )?(?:estrecha )?(?:consulta|coordinación|cooperación|colaboración))? con|junto con|conjuntamente con|en consulta\b|tras (?:celebrar )?consultas? con|cooperando estrechamente|previa consulta|en conjunción con"),
    W("as-necessary", "as-necessary", r"(?:según|si|cuando|de ser|en caso|donde|como|conforme)(?: sea| es| fuera| resulte| lo)? ?(?:necesari[oa]|preciso)\b|según las necesidades|si fuera necesario"),
)
