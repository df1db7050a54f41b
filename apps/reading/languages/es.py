"""Spanish wordings: letters, structure and verbs. Numbers, names and fields stand beside it."""

# One wording a line, however long.
# fmt: off

from apps.reading.language import Language
from apps.reading.wording import Wording as W

from .es_actors import ACTORS, DECIDED, PRONOUNS, STATES
from .es_citing import CITING
from .es_fields import DELIVERABLE, QUALIFIERS, RECIPIENTS, TIMING, UNCLEAR
from .es_numbers import DATES, MONTHS, NUMBERS, ORDINALS, UNITS

# Words between the verb and what hangs on it.
_ADV = (
    r"(?:,? (?:también|además|asimismo|nuevamente|de nuevo|una vez más|otra vez|encarecidamente|enérgicamente|firmemente|igualmente|por tanto|por lo tanto|en consecuencia|"
    r"por consiguiente|a este respecto|a ese respecto|al respecto|en este contexto|en ese contexto|en este sentido|a tal fin|con este fin|a este fin|a esos efectos|en particular|por otra parte|"
    r"vivamente|expresamente|solemnemente|urgentemente|con urgencia|aún|pues|así)\b)*,?"
)
_THAT = r"(?: (?:a|de|en) que\b| que\b)?"
_STRONG = r"(?: también| además| nuevamente| asimismo)* ?,?(?:encarecidamente|enérgicamente|con firmeza|firmemente|vivamente|con urgencia|urgentemente|con insistencia)\b"
_OWN_ACT = (
    r"(?:seguir|continuar|mantener (?:la cuestión|esta cuestión|en examen|en estudio|bajo|la situación)|permanecer|examinar|reexaminar|estudiar|volver a|revisar(?! (?:el (?:papel|mandato)|las atribuciones))|considerar|reanudar|"
    r"supervisar|vigilar|evaluar|reunirse|celebrar|convocarse|tratar|abordar|adoptar (?:medidas|nuevas)|tomar medidas|tomar las|imponer|emprender|realizar|efectuar|aplazar|actuar|prestar|debatir|proseguir|ocuparse|incluir en (?:el|su) programa|dedicar|remitir|transmitir|organizar|elegir|asignar el tema)\b"
)
_FUTURE = (
    r"(?:seguirá|continuará|mantendrá|permanecerá|examinará|reexaminará|estudiará|volverá|revisará|considerará|reanudará|supervisará|vigilará|evaluará|se reunirá|celebrará|adoptará|proseguirá|abordará|"
    r"hará|tomará|prestará)\b"
)
_SAYS = r"(?:expresa|reitera|reafirma|confirma|manifiesta|afirma|declara|subraya|renueva)"
_AGAIN = rf"(?:reitera|renueva|reafirma|repite|confirma){_ADV} "
# `la solicitud que formuló al ... de que`: said of the old request, before who is asked.
_MADE = r"(?: (?:que )?(?:formuló|hizo|dirigió|formulada?s?|dirigida?s?|hecha?s?)(?: en [^,;.]{1,60}?| anteriormente)?(?= (?:a|al)\b))?"
_ONES_OWN = r"(?:su|sus|el|la|los|las)(?: (?:firme|enérgico|enérgica|urgente|propio|propia))? "
# What follows is a thing, not somebody.
_THING = r"(?= (?:el|la|los|las|un|una|su|sus|más|mayor|mayores)\b)"

VERBS = (
    # -- the body's own commitment
    W("seized", "intends", rf"(?:decide|resuelve|acuerda){_ADV} (?:seguir|continuar) (?:ocupándose|conociendo|examinando|entendiendo)"),
    W("seized-stay", "intends", rf"(?:decide|resuelve){_ADV} (?:mantener|permanecer|mantenerse)[^,;.\n]{{0,40}}(?:en examen|ocup|inform|atent|estudio)\w*"),
    W("remains-seized", "intends", r"(?:sigue|seguirá|continúa|continuará) ocupándose\b"),
    W("decides-own", "intends", rf"(?:decide|resuelve){_ADV}(?:,[^,;.\n]{{1,80}},)? {_OWN_ACT}"),
    W("decides-that-own", "intends", rf"decide{_ADV} que (?:el consejo (?:de seguridad )?)?{_FUTURE}"),
    W("says-it-will", "intends", rf"(?:reafirma|confirma|declara|afirma|reitera){_ADV} que (?:el consejo (?:de seguridad )?)?{_FUTURE}"),
    W("own-intention", "intends", rf"{_SAYS}{_ADV} (?:su|la)(?: (?:firme|plena|clara|propia))? (?:intención|disposición|voluntad|disponibilidad)(?= (?:de|a)\b|,)"),
    W("own-determination", "intends", rf"(?:expresa|manifiesta|declara){_ADV} su(?: (?:firme|plena))? (?:determinación|resolución|decisión)(?= de\b)"),
    W("pledges", "intends", rf"(?:se compromete|nos comprometemos|tiene (?:la intención|el propósito) de|está (?:dispuest[oa]|decidid[oa]|resuelt[oa]) a|se declara (?:dispuest[oa]|decidid[oa]|resuelt[oa]) a|se muestra dispuest[oa] a)\b{_ADV}"),
    W("proposes", "intends subject", rf"se propone\b{_ADV}(?= [a-z]+[aei]r\b)"),
    W("will", "intends subject", r"(?<!comité )(?<!foro )(?<!conferencia )(?<!especial )(?<!permanente )(?<!preparatorio )" + _FUTURE),
    # -- decides
    W("decides-request", "requests", rf"decide{_ADV} (?:solicitar|pedir)\b"),
    W("decides-invite", "invites", rf"decide{_ADV} invitar\b"),
    W("decides-urge", "urges", rf"decide{_ADV} (?:instar|exhortar)\b"),
    W("decides-recommend", "recommends", rf"decide{_ADV} recomendar\b"),
    W("decides", "decides", rf"(?:decide|decidimos|resuelve)\b{_ADV}{_THAT}"),
    W("decision-again", "decides", _AGAIN + r"su decisión de\b"),
    W("establishes", "decides", rf"(?:establece|crea|prorroga|renueva|pone fin a)\b{_ADV}(?= (?:el|la|los|las|un|una|hasta|por)\b)"),
    # -- demands
    W("demand-again", "demands", _AGAIN + _ONES_OWN + rf"exigencias?\b{_THAT}"),
    W("demands", "demands", rf"(?:exige|exigimos)\b{_ADV}{_THAT}"),
    W("insists", "demands", rf"insiste{_ADV} en que\b"),
    W("directs", "demands", rf"(?:ordena|da instrucciones|dispone)\b{_ADV}(?= (?:a|al|que)\b){_THAT}"),
    W("tasks", "requests", rf"(?:encomienda|encarga){_ADV}(?= (?:a|al)\b)"),
    # -- calls upon
    W("call-again", "calls-upon", _AGAIN + _ONES_OWN + r"(?:llamamientos?|exhortación|exhortaciones)\b" + _MADE),
    W("request-again", "requests", _AGAIN + _ONES_OWN + rf"(?:solicitud|solicitudes|petición|peticiones|pedido)\b{_MADE}{_THAT}"),
    W("invitation-again", "invites", _AGAIN + _ONES_OWN + r"invitación\b" + _MADE),
    W("recommendation-again", "recommends", _AGAIN + _ONES_OWN + rf"recomendación\b(?= de){_THAT}"),
    W("appeals", "calls-upon", rf"(?:hace|hacemos|formula|dirige|lanza){_ADV} un(?: nuevo| enérgico| firme)? llamamiento(?: urgente)?"),
    W("urges-asking", "urges", rf"(?:pide|solicita|invita|exhorta){_STRONG}{_ADV}{_THAT}"),
    W("asks-thing", "requests noun", rf"(?:pide|solicita|pedimos|solicitamos)\b{_ADV}{_THING}"),
    W("asks", "requests", rf"(?:pide|solicita|pedimos|solicitamos)\b{_ADV}{_THAT}"),
    W("calls-upon", "calls-upon", rf"(?:exhorta|exhortamos|(?:hace|hacemos) un llamado|(?:llama|llamamos)(?= (?:a|al)\b)(?! a la atención))\b{_ADV}{_THAT}"),
    W("begs", "requests", rf"(?:ruega|rogamos)\b{_ADV}{_THAT}(?= (?:a|al|que)\b)"),
    # -- the rest
    W("urges", "urges", rf"(?:insta|instamos|apremia|apremiamos|conmina|conminamos|urge(?= a)|urgimos|encarece)\b{_ADV}{_THAT}"),
    W("encourages-thing", "encourages noun", rf"(?:alienta|alentamos|anima|animamos)\b{_ADV}{_THING}"),
    W("encourages", "encourages", rf"(?:alienta|alentamos|anima|animamos)\b{_ADV}{_THAT}"),
    W("invites", "invites", rf"(?:invita|invitamos)\b{_ADV}{_THAT}"),
    W("recommends", "recommends", rf"(?:recomienda|recomendamos|sugiere|sugerimos|aconseja|aconsejamos)\b{_ADV}{_THAT}"),
    W("authorizes", "authorizes", rf"(?:autoriza|autorizamos|faculta)\b{_ADV}{_THAT}"),
    W("expects", "expects", rf"(?:espera|aguarda|esperamos(?! que)|aguardamos)\b{_ADV}(?: con (?:especial |gran |sumo )?(?:interés|agrado|anhelo))?(?! (?:de (?:una|un|que|la)))(?= [a-z]){_THAT}"),
    # -- the members of the Council
    W("members-urge", "urges subject", rf"instan\b{_ADV}{_THAT}"),
    W("members-ask", "calls-upon subject", rf"(?:piden|solicitan|exhortan)\b{_ADV}{_THAT}"),
    W("members-invite", "invites subject", rf"invitan\b{_ADV}{_THAT}"),
    W("members-encourage", "encourages subject", rf"alientan\b{_ADV}{_THAT}"),
    # -- asked without saying by whom
    W("one-invites", "invites", rf"se invita\b{_ADV}(?: a participar en (?:ellos|ellas|él|ella))?{_THAT}"),
    W("one-asks", "requests", rf"se (?:pide|solicita|ruega)\b{_ADV}{_THAT}(?= (?:a|al|que)\b)"),
    W("one-urges", "urges", rf"se (?:insta|exhorta)\b{_ADV}{_THAT}(?= (?:a|al|que|todos)\b)"),
    W("one-encourages", "encourages", rf"se alienta\b{_ADV}{_THAT}(?= (?:a|al)\b)"),
    # -- a participle after the main verb
    W("requesting", "requests participle", rf"(?:solicitando|pidiendo)\b{_ADV}{_THAT}"),
    W("urging", "urges participle", rf"instando\b{_ADV}{_THAT}"),
    W("calling", "calls-upon participle", rf"exhortando\b{_ADV}{_THAT}"),
    W("encouraging", "encourages participle", r"alentando(?= (?:a|al)\b)"),
    W("inviting", "invites participle", r"invitando(?= (?:a|al)\b)"),
    # -- the items of a list that `Decide:` opens
    W("to-request", "requests item", r"(?:solicitar|pedir)\b"),
    W("to-call", "calls-upon item", r"(?:exhortar|hacer un llamamiento)\b"),
    W("to-urge", "urges item", r"instar\b"),
    W("to-demand", "demands item", r"exigir\b"),
    W("to-invite", "invites item", r"invitar\b"),
    W("to-encourage", "encourages item", r"alentar\b"),
    W("to-authorize", "authorizes item", r"autorizar\b"),
    W("to-recommend", "recommends item", r"recomendar\b"),
    W("to-remain", "intends item", _OWN_ACT),
    W("to-renew", "decides item", r"(?:prorrogar|renovar|establecer|crear|poner fin|nombrar)\b"),
)
NOT_VERBS = (
    W("no-duty", "none", rf"decide{_ADV} (?:condenar|encomiar|expresar|acoger|tomar (?:nota|conocimiento)|reafirmar|hacer suy[oa]s?|aprobar|admitir|designar|proclamar|observar|declarar|cambiar (?:el nombre|la denominación)|denominar|agradecer|rendir homenaje)\b"),
    W("definition", "none", rf"decide{_ADV} que (?:nada de|ninguna? (?:de|disposición)|a los efectos|por|el término)\b"),
    W("for-the-assembly", "none", rf"recomienda{_ADV} que la asamblea (?:general )?(?:solicite|pida|autorice|apruebe|tome nota|consigne|asigne)\b"),
    W("draft-for-another", "none", rf"recomienda{_ADV} (?:a la asamblea general|al consejo económico y social) (?:la aprobación de|que apruebe) (?:el|los) siguientes? proyectos?\b"),
    W("hope", "none", r"espera (?:que (?:la paz|llegue)|sinceramente)"),
    W("demands-of-things", "none", r"exige (?:un|una|reconocimiento|o|más|mayor)\b(?! (?:cese|alto|fin|liberación|retirada))"),
)
_CLITIC = r"(?:(?:les?|l[oa]s?) )"
_LEFT = rf"(?:{_CLITIC})?[\"']? ?$"
# A body says what it asks, after a subordinate clause that looks like a preamble: `Reconociendo ..., el Consejo pide`.
_SPEAKS = r"[^;\n]{0,500}?, (?:el consejo(?: de seguridad)?|la asamblea(?: general)?|el foro(?: permanente)?|el comité(?: especial)?) (?:le |les |lo |los |también )?(?:pide|solicita|insta|exhorta|alienta|invita|exige|recomienda|decide|hace un)\b"
_BODY = r"(?:nosotros|el consejo(?: de seguridad| de derechos humanos| económico y social)?|la asamblea(?: general)?|los miembros del consejo(?: de seguridad)?|el foro(?: permanente| de las naciones unidas sobre los bosques)?(?: para las cuestiones indígenas)?|el comité(?: especial| permanente| preparatorio)?|la conferencia(?: de las partes)?)"

# Sentences in which a State speaks.
_STATE_NAMES = "|".join(" ".join(name.split()).lower() for name in STATES.split(",") if name.strip())

LANGUAGE = Language(
    code="es",
    small_words="el la los las de del y que en para por con una al se su lo sus",
    numbers=NUMBERS,
    ordinals=ORDINALS,
    ordinal_digits=r"\d{1,3} ?[ºª°]|\d{1,3}\.? ?[oa]\b\.?",
    months=MONTHS,
    units=UNITS,
    dates=DATES,
    bodies={
        "council": r"el consejo de seguridad\b",
        "human-rights-council": r"el consejo de derechos humanos\b",
        "ecosoc": r"el consejo económico y social\b",
        "assembly": r"la asamblea general\b",
    },
    preamble=(
        rf"(?!{_SPEAKS})"
        r"(?:(?:gravemente|profundamente|sumamente|plenamente|muy|también|además|asimismo|nuevamente|vivamente|hondamente) ){0,6}"
        r"(?:(?!cuando|mando|mundo|fondo|segundo|bando|comando|acuerdo)[a-záéíóúñ]{2,}(?:ando|iendo|yendo)(?:se|lo|la)?\b|preocupad[oa]\b|consciente\b|convencid[oa]\b|alarmad[oa]\b|resuelt[oa]\b|decidid[oa]\b|guiad[oa]\b|"
        r"deseos[oa]\b|consternad[oa]\b|inspirad[oa]\b|alentad[oa]\b|vist[oa]s?\b|deplorando\b|indignad[oa]\b|perturbad[oa]\b)"
    ),
    operative=(
        r"(?:(?:también|además|asimismo|nuevamente|a este respecto|por último|en particular),? ){0,6}(?:se |les? |los |las )?"
        r"(?!(?:el|la|los|las|una|esta|sobre|entre|contra|para|desde|cada|toda|parte|página|carta|si|que|de|este|ese|donde|durante|mediante|presente|general|siempre)\b)"
        r"(?:[a-záéíóúñ]+(?:[^\Wsnrldzy])(?<=[ae])|(?:da|va|es|ve|ha)\b|(?:condena|hace|pone|toma|acoge|rinde|destaca|reconoce)\b)(?: |,|:|$)(?!del? (?:la|las|los)?\b(?= [A-Z]))"
    ),
    statement_intro=r"(?:formuló|hizo|leyó|emitió|ha hecho)[^\n]{0,120}?la (?:declaración|nota) siguiente|(?:formuló|hizo|emitió)[^\n]{0,80}?la siguiente (?:declaración|nota)|la siguiente declaración en nombre",
    annex=r"(?:anexos?|apéndice|adjunto)(?:\s+(?:[ivx\d]+|[a-h]))?\s?\.?",
    closing=r"aprobada (?:por unanimidad|en la|en su|por \d|por consenso|sin votación)|\d{1,4}a?ª?\.? sesión(?: plenaria)?",
    furniture=(
        r"(?i:naciones ?unidas|(?:consejo de seguridad|asamblea general)?\s?distr\. ?:? ?\w*|general|español|original ?: ?\w+|"
        r"consejo de seguridad\s+(?:en \d{4}|\w+ año)|resoluciones y decisiones del consejo de seguridad.{0,40}|['\"\d]{0,6} ?[sa]/(?:prst/)?\d{2,4}/\d+.{0,50})"
    ),
    kinds=(
        W("draft", "draft", r"proyecto de (?:resolución|decisión)"),
        W("statement", "presidential-statement", r"declaración (?:de la presidencia|del presidente|de la presidenta) del consejo de seguridad"),
        W("resolution", "resolution", r"resolución (?:\d|aprobada)|^\s?\d{1,4} \(\d{4}\)\. resolución"),
        W("report", "report", r"informes? (?:del secretario|del grupo|especial|de la misión)"),
        W("letter", "letter", r"cartas? (?:idénticas )?de fecha"),
        W("note", "note", r"nota (?:del|de la|verbal)"),
        W("decision", "decision", r"\bdecisión \d"),
    ),
    adopted=(
        W("meeting", "", r"aprobada por (?:el consejo de seguridad|la asamblea general|el consejo económico y social)(?: en su[^\n,]{0,40}sesión)?,?\s(?:celebrada )?el\s<date>"),
        W("adopted-on", "", r"(?:resolución|decisión) aprobada por[^\n]{0,60}\sel <date>"),
        W("resolution-of", "", r"resolución \d{1,4} \(\d{4}\)[^\n]{0,40}\s(?:de|aprobada el)\s<date>"),
        W("resolution-alone", "", r"\bresolución de <date>"),
        W("statement-at", "", r"sesión[^\n]{0,40},? (?:celebrada )?el <date>"),
        W("adopted", "", r"aprobada[^\n]{0,80}\sel\s<date>"),
    ),
    agenda=r"(?:tema titulado \"+ ?([^\"\n]{3,300}?) ?\"|temas? (\d[^\n]{0,60}) del programa)",
    title=r"^\s?(?:resolución )?\d{1,3}/ ?\d{1,3}\s?\.\s+([^\n]{3,400})",
    resolution_number=r"(?:^|\n|resolución )(\d{1,4}) \(((?:19|20)\d{2})\)",
    sentence_end=r"(?<!\bSr)(?<!\bSra)(?<!\bNo)(?<!\bAdd)(?<!\bpárr)(?<!\bvol)(?<!\bart)(?<![A-Z]\.[A-Z])[.?!] ?[\"']{0,3}(?= [\"'(]{0,2} ?[A-ZÁÉÍÓÚÑ]|\n[\"'(]{0,3} ?[A-ZÁÉÍÓÚÑ]|$)",
    verbs=VERBS,
    not_verbs=NOT_VERBS,
    adverbs=r"\b(?:(?:también|además|asimismo|nuevamente|igualmente|encarecidamente|una vez más|de nuevo|en particular|firmemente|enérgicamente|urgentemente),? ){1,6}$",
    before_verb=(
        rf"(?:^[\"' ]*(?:\d{{1,3}}\.? )?|[,;:.\"] |[,;:.]|\b[ye] |\bpero |\bo |\([a-z]{{1,4}}\) ?|\b(?:respecto|fin|contexto|sentido|efecto|efectos|fines|ello|razón|consecuencia|tanto|además|también|asimismo) ){_LEFT}"
    ),
    not_before_verb=(
        r"\b(?:que|quien|quienes|donde|como|cuando|porque|si|según) (?:también )?" + _CLITIC + r"?$|"
        r"\b(?:que|donde|cuando|si|según|como) (?:el consejo|la asamblea)(?: de seguridad| general)? " + _CLITIC + r"?$|"
        r"\b(?:en|por) (?:la|el) (?:que|cual) (?:el consejo|la asamblea)(?: de seguridad| general)? (?!ha |había )[^,;\n]{0,120}$|"
        r"\bque (?:permite|prevé|apoya|facilita|favorece|protege|promueve|condena|exige|pide|invita|afirma|subraya|es|no es) [^,;:\n]{0,100} [ye] $"
    ),
    before_participle=r"(?<!\))(?:, (?:y |e |al tiempo que |así como )?|;? [ye] )$",
    subject=(
        rf"(?:(?:^|[\"'.,;:] |\b[ye] |\bpero |\b(?:fin|respecto|contexto|sentido|ello),? )[\"']? ?{_BODY}|"
        rf"^[\"' ]*(?:el consejo|la asamblea|el foro|el comité)),? (?:también |además |asimismo )?{_LEFT}"
    ),
    owner=(
        rf"(?!(?:{_STATE_NAMES})\b)"
        r"(?!(?:(?:el|la|los|las) (?! ?(?:consejo\b|asamblea|miembros del|foro\b|comité\b|conferencia\b))|ellos\b|ellas\b|algunos|varios|un |una |el sr\.|la sra\.|esos |esas ))"
    ),
    clause_end=(
        r"(?:[,;]| [ye]|[,;] [ye]| pero)(?: (?:también|además|asimismo|a este respecto|en este contexto|en este sentido),?){0,4} (?:el consejo )?"
        r"(?:subraya|recalca|destaca|pone de relieve|acoge|observa|toma (?:nota|conocimiento)|reconoce|recuerda|reafirma(?! su (?:intención|exigencia|llamamiento|solicitud))|reitera(?! (?:su (?:solicitud|exigencia|llamamiento|intención|disposición)|la solicitud))|encomia|"
        r"condena|afirma|expresa (?!su (?:intención|disposición))|se declara|apoya|hace suy[oa]s?|deplora|lamenta|rinde homenaje|considera|agradece|elogia|felicita|señala|celebra|está (?:consciente|preocupad|convencid)|encarece la)\b"
    ),
    verb_joiner=r",? [ye] ",
    tail=(
        r"(?:[,;:]? ?(?<![a-záéíóúñ'])(?:y|e|pero|a (?:este|tal|ese) (?:fin|respecto)|en este (?:contexto|sentido)|el consejo(?: de seguridad)?|la asamblea(?: general)?|además|asimismo|también|por consiguiente|"
        r"[\"'] ?el consejo(?: de seguridad)?|les?|l[oa]s?|\n\(?\w{0,3}\)?))*[,;:\s\"'.]*$"
    ),
    actors=ACTORS,
    states=STATES,
    act_begins=(
        r" (?:a|de) (?:no )?(?!(?:lugar|particular|militar|cualquier|mujer|poder|ayer|taller|hogar|mar|nivel|carácter|bienestar|cáncer|alquiler|familiar|escolar|preescolar|nuclear|popular|titular|regular|auxiliar|preliminar|líder|ultramar|haber|similar|partir)\b)[a-záéíóúñ]+(?:ar|er|ir|ír)(?:se|lo|la|los|las|les|le)?\b"
        r"| (?:a )?que\b(?! proceda)| (?:deberán?|deben?|debería|deberían|podrán?|(?!irán\b|teherán\b)[a-záéíóúñ]+rán?|sea|sean|haya|hayan|se [a-záéíóúñ]+(?:an|en|a|e))\b"
        r"| (?!(?:también|examen|orden|origen|imagen|plan|gran|crimen|volumen|además|bien|quien|fin|régimen|virgen|afgan|yemen|resumen|dictamen|joven|margen|certamen|capitan|bhutan)\b)[a-záéíóúñ]{3,}(?:an|en)\b"
        r"|,? (?:a fin|con el fin|con objeto|con miras) (?:de|a)\b|:"
    ),
    act_reach=800,
    asides=(
        r",? (?:(?:información|informes?|datos|detalles|novedades)(?: [a-záéíóúñ]+){0,2} (?:sobre|acerca de)|en (?:estrecha |plena |constante )*(?:consulta|consultas|coordinación|cooperación|colaboración|asociación|contacto|consonancia|conjunto|enlace|concertación)(?: (?:estrecha|plena))?(?: y (?:en )?(?:estrecha )?(?:consulta|coordinación|cooperación|colaboración))? con|"
        r"junto con|conjuntamente con|juntamente con|con (?:la ayuda|el apoyo|la asistencia|la cooperación|la colaboración|la participación|el concurso|el consentimiento|el acuerdo) de|por (?:conducto|intermedio|mediación) de|bajo (?:los auspicios|la dirección|la autoridad|la égida) de|"
        r"de conformidad con|con arreglo a|en virtud de|teniendo en cuenta|cread[oa]s? (?:por|en virtud|de conformidad|con arreglo)|establecid[oa]s? (?:por|en virtud|de conformidad|con arreglo|en)|mencionad[oa]s? en|"
        r"actuando (?:por|en|bajo)|en nombre de|a petición de|a solicitud de|tras (?:celebrar )?consultas? con|en el marco de|en el contexto de|en el seno de|a la espera de|en espera de|por intermedio del|por conducto del|bajo los auspicios del|en el marco del|con el apoyo del|a través del?|mediante|además del?|sobre la base de|en apoyo del?|en relación con|de acuerdo con|en cumplimiento de)\b[^,;:]{0,160}"
    ),
    doers=r"(?<!ada )(?<!ado )(?<!idas )(?<!adas )(?<!ados )(?<!idos )(?<!ido )(?<!ida )\b(?:por(?: parte de)?)(?: ?(?:el|la|los|las|todos|todas|el conjunto de|otros|otras))* ?$",
    possessive=r"\b(?:su|sus)\b(?! (?:resolución|decisión|presidente|declaración|intención|exigencia|solicitud))",
    agents=(
        r"(?:\b(?:de|del|entre)(?: ?(?:el|la|los|las|todos|todas|otros|otras|dos|ambos|ambas|sus|diversos|diversas|distintos|distintas))*|"
        r"(?<!\ben)(?<!\bsobre)(?<!\bpara)(?<!\bcon)(?<!\bcontra)(?<!\ba)(?<!\bante)(?<!\bhacia)(?<!\bcomo)(?<!\bdurante)(?<!\b[yeou])(?<!\bmediante)(?:^|[ ,])(?:el|los|las|la)(?: todos| todas| otros)?) ?$"
    ),
    not_agents=r"(?!)",
    filler=(
        r"(?:[ ,:]*(?:(?:a|al|a los|que|de|del|el|la|los|las|todos|todas|todo|toda|cada|demás|otros|otras|en particular|especialmente|incluid[oa]s?|sus|su|esos|esas|estos|estas|ese|esa|este|esta|dich[oa]s?|tales|mencionad[oa]s|aquell[oa]s|un|una|dos|ambas|ambos|nuestr[oa]s?|cuant[oa]s|"
        r"a este respecto|a ese respecto|en este contexto|también|además|asimismo|según proceda|cuando proceda|si procede|así como|y|e|o|nuevo|nueva|próximo|futuros|principales|distint[oa]s|divers[oa]s|"
        r"(?:jefes|jefas|directores|representantes|titulares|president[ea]s?|equipos? directivos?|personal(?: directivo)?|administraciones|servicios|ministerios|parlamentos|dirigentes|responsables)(?: \w+s)? (?=del? )|el conjunto de|la totalidad de|pertinentes|encarecidamente|nuevamente|en su|con interés|a título prioritario|urgentemente|con urgencia|[a-z]+mente)(?=[ ,])|\"|de conformidad con [^,]{1,80},|en virtud de [^,]{1,80},|"
        r"en(?= (?:la|su|sus) )|(?:a|en|con|cuando|durante|al|tras|antes|sin|por|desde|según|como|mientras|dad[oa]s?|si|teniendo|habida)\b[^,;:]{1,100},(?= (?:el|la|los|las|al?|todos|todas) | ?$)))*[ ,]*"
        r"(?:(?!(?:de|del|a|al|por|para|en|sobre|con|entre|contra|que|y|e|o|es|son|no|se)\b)[a-záéíóúñ-]+ ){0,2}"
    ),
    joiner=(
        r"(?:[,;]|,? (?:y|e|o|u|así como|incluid[oa]s?|en particular|especialmente|sobre todo|entre ellos|entre otros|y en particular|y también|junto con))"
        r"(?: ?(?:a|al|el|la|los|las|de|del|todos|todas|demás|otros|otras|sus|su|esos|esas|en particular|especialmente|incluid[oa]s?|y|e|según proceda|cuando proceda|si procede|a sus|aquellos|también|por|entre|que|"
        r"dos|toda|todo|divers[oa]s|distint[oa]s|nuev[oa]s|más en general))*,? ?$"
    ),
    decided=DECIDED,
    pronouns=PRONOUNS,
    pronoun_before=r"(?<!\w)(?:les?|l[oa]s?) $",
    citing=CITING,
    deliverable=DELIVERABLE,
    recipients=RECIPIENTS,
    timing=TIMING,
    unclear=UNCLEAR,
    qualifiers=QUALIFIERS,
)
