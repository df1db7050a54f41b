"""Spanish names of those who act; and who acts where a decision names a thing instead."""

# One wording a line, however long.
# fmt: off

from apps.reading.wording import Wording as W

_ADJ = r"(?: (?!(?:para|como|contra|sobre|desde|entre|hasta|según)\b)[a-záéíóúñ]+(?:anos?|anas?|eses|esas?|és|eños?|eñas?|inos?|inas?|ios?|ias?|íes|ales|ados?|adas?|icos?|icas?|entes?|antes?|ares|ivos?|ivas?|ienses|ies|itas?|otas?|al|ar)\b)"
# The rest of a name: capitalized words and the small ones that lead to them. After "y" the next actor may begin.
_NEXT = r"(?:[A-ZÁÉÍÓÚ]{3}|ONU|Secretari|Estado|Gobierno|Naciones|Unión|Organiz|Organism|Fondo|Programa|Comisión|Comité|Alt[oa] |Oficina|Banco|Departamento|Consejo|Asamblea)"
_SMALL = r"(?:(?:de|para|sobre|contra|en|con|a|relativ[oa]s? a)(?: (?:el|la|los|las))? |del |al |(?:y|e) (?!" + _NEXT + r"))"
_NAME = r"(?: " + _SMALL + r"?(?!Estados? [MmPp]|Gobierno)[A-ZÁÉÍÓÚÑ][\w'-]*){0,16}"
MISSIONS = (
    r"UNMIL|UNMIS|UNMISS|UNMIK|UNMIH|UNMIT|UNMEE|UNMOP|MINURSO|MINUSTAH|MINUSMA|MINUSCA|MINURCAT?|MINUJUSTH|MINUGUA|MONUSCO|MONUC|MONUA|MONUT|ONUB|ONUC|ONUC"
    r"I|ONUMOZ|ONUSAL|ONUCA|ONUV|FPNUL|FINUL|FNUOS|UNFICYP|ONUVT|UNTSO|UNAMID|UNISFA|UNSMIS|UNAMI|UNAMA|UNSMIL|UNSOM|UNSOS|UNSOA|UNIOGBIS|UNOGBIS|UNIPSIL|UN"
    r"IOSIL|UNAMSIL|UNOMSIL|UNOMIG|UNOMIL|UNAMIR|UNAVEM|UNPROFOR|UNCRO|UNPREDEP|UNOSOM|UNTAES|UNTAET|UNTAC|UNTAG|UNAMET|UNOTIL|UNMISET|UNIKOM|UNPOS|UNITAMS|"
    r"UNMHA|BINUH|BINUB|BNUB|BONUCA|BINUCA|BINUGBIS|UNOWAS?|UNOCA|UNRCCA|AMISOM|ATMIS|AMIS|MISCA|AFISMA|MISMA|ISAF|KFOR|SFOR|IFOR|EUFOR|EULEX|ECOMOG|UNMOGIP"
    r"|MICAH|MIPONUH"
)
# Common nouns are addressees only where no preposition makes them something else.
_FREE = "".join(rf"(?<!\b{word} )(?<!\b{word} la )(?<!\b{word} los )(?<!\b{word} las )" for word in ("de", "en", "para", "por", "con", "sobre", "contra"))
_PEOPLE = r"(?:[Jj]óvenes\b|[Ii]ndustrias?\b|[Pp]oblación\b(?: civil)?|[Pp]ueblos?\b|[Hh]ombres\b|[Nn]iños\b|[Pp]adres\b|[Ff]amilias\b|[Uu]niversidades\b|[Ss]indicatos\b|[Pp]arlament(?:os|arios)\b|[Pp]eriodistas\b|[Pp]rofesionales\b|[Pp]roveedores\b|[Ff]abricantes\b|[Pp]roductores\b|[Cc]ontratistas\b|[Bb]ancos\b|[Ii]nversores\b|[Ee]mpresarios\b|[Ee]mpleadores\b|[Tt]rabajadores\b|[Cc]onsumidores\b|[Ee]xpertos\b|[Vv]oluntarios\b|[Cc]iudadanos\b|[Pp]ersonas\b|[Ff]ilántropos\b|[Aa]sociaciones\b|[Ff]undaciones\b|[Cc]ooperativas\b|[Rr]efugiados\b|[Mm]igrantes\b|[Mm]aestros\b|[Aa]bogados\b|[Ff]unciona(?:rio|ria)s\b|[Ii]nstituciones\b|[Cc]onvenciones\b|[Mm]inistros\b)"
_OF_STATE = r"(?: (?:de|del|en)(?: (?:el|la|los|las))? (?:<state>))?"
_KIND = r"(?:internacional(?:es)?|humanitari[oa]s|no gubernamentales|intergubernamentales|multilaterales|bilaterales|de (?:socorro|desarrollo|ayuda|financiación)|competentes?|interesad[oa]s?|pertinentes?|nacionales|locales|públic[oa]s|privad[oa]s|especializad[oa]s|financier[oa]s|educativ[oa]s|docentes|académic[oa]s|científic[oa]s|técnic[oa]s|filantrópic[oa]s|benéfic[oa]s|religios[oa]s|comunitari[oa]s|juveniles|profesionales|técnicas|de (?:investigación|enseñanza|mujeres|jóvenes|derechos humanos|la sociedad civil|base|trabajadores|empleadores|voluntarios|consumidores|indígenas))"
_HEAD_OF = r"(?:(?:[Ll]a |[Ee]l |[Ll]os )?(?:President[ea]s?|[Vv]icepresident[ea]s?|Relator(?:es|as?)?|Mesa|Secretari[oa]|Secretaría|[Mm]iembros|[Cc]oordinador(?:a|es)?)(?: y (?:la |el |los )?[a-záéíóú]+)? (?:de la |del |de los |de las |de )(?=Comisi|Comité|Grupo de|Junta|Foro|Subcom|Consejo Consultivo|Conferencia de Desarme|órganos|comisiones))?"
_REGIONS = r"Unión Africana|Unión Europea|Unión del Magreb Árabe|Unión Económica[\w á-ú]{0,40}|Organización (?:de (?:la Unidad Africana|los Estados Americanos|(?:la )?Cooperación (?:Islámica|de Shanghai|Económica(?! y el D))|la Conferencia Islámica)|para la Seguridad y la Cooperación en Europa|del Tratado (?:del Atlántico Norte|de Seguridad Colectiva))|Liga de los Estados Árabes|Liga Árabe|Comunidad(?: (?:Económica|Andina|del Caribe|Europea|de (?:África|Estados|Países|los Estados|Desarrollo)|Sudafricana)" + _NAME + r")|Comunidad\b(?= (?:a que|que|a)\b|[,;.]|$)|Autoridad Intergubernamental para el Desarrollo|Conferencia Internacional sobre la Región de los Grandes Lagos|Comisión de la Cuenca del Lago Chad|Consejo de (?:Europa|Cooperación" + _NAME + r")|Asociación de (?:Naciones de Asia Sudoriental|Asia Meridional" + _NAME + r"|los Estados del Caribe)|Foro de las Islas del Pacífico|Mercado Común" + _NAME + r"|Unión del Río Mano|Grupo de los Cinco del Sahel|Sistema de la Integración Centroamericana"

ACTORS = (
    W("body-speaks", "none", r"[Ff]oro(?: Permanente)?(?= (?:le|les|lo|los|las) )"),
    # -- the Secretary-General and those who act for him
    W("special-representative", "secretary-general", r"(?:Representantes?|Enviad[oa]s?|Asesor(?:a|es)?|Coordinador(?:a|es)?)(?: (?:[Ee]special(?:es)?|[Pp]ersonal(?:es)?|[Ee]jecutiv[oa]|[Cc]onjunt[oa]|[Aa]djunt[oa])){0,3}(?: (?:y|o) [^,;.]{3,50}?)? del Secretario General" + _NAME + r"|(?:[Ss]u |[Ss]us |[Ee]l |[Ll]a )?(?:nuev[oa] )?(?:Representante|Enviad[oa]|Asesor(?:a)?|Coordinador(?:a)?) (?:Especial|Personal|Conjunto)" + _NAME),
    W("under-secretary", "secretariat", r"Secretari[oa]s? Generale?s? Adjunt[oa]s?" + _NAME + r"|Subsecretari[oa]s? General(?:es)?" + _NAME + r"|Coordinador(?:a)? del Socorro" + _NAME),
    W("foreign-secretary", "regional-orgs", r"Secretari[oa] General de (?:la |las )?(?:Organización(?! de las Naciones| Mundial)|Liga|Unión|Comunidad|OUA|OTAN|CEDEAO|OEA|Asociación|Foro)" + _NAME),
    W("other-secretary", "others", r"Secretari[oa] General de (?:la |las )?(?:INTERPOL|Conferencia|Commonwealth|Mancomunidad|Cámara)" + _NAME),
    W("executive-office", "secretariat", r"Oficina Ejecutiva del Secretario General"),
    W("secretary-general", "secretary-general", r"[Ss]ecretari[oa] [Gg]eneral\b(?: de las Naciones Unidas)?"),
    # -- the Secretariat
    W("rights-office", "secretariat", r"(?:Oficina del? (?:la )?)?Alt[oa] Comisionad[oa](?: de las Naciones Unidas)? para los Derechos Humanos|ACNUDH"),
    W("refugees-office", "un-system", r"(?:Oficina del? (?:la )?)?Alt[oa] Comisionad[oa](?: de las Naciones Unidas)? para los Refugiados"),
    W("high-commissioner", "secretariat", r"(?:Oficina del? (?:la )?)?Alt[oa] Comisionad[oa]\b(?! de la (?:Comunidad|Unión))"),
    W("drugs-office", "secretariat", r"(?:Director(?:a)? Ejecutiv[oa] de la )?Oficina de las Naciones Unidas (?:contra|de|en (?:Ginebra|Viena|Nairobi)|ante la Unión Africana)" + _NAME + r"|UNODC\b"),
    W("departments", "secretariat", r"(?:Departamentos?|Divisi(?:ón|ones))(?: (?:de(?: la| las| los)?|para(?: la| el)?) [A-ZÁÉÍÓÚ][\w'-]*" + _NAME + r")?(?= |[,;:.]|$)(?! (?:de Estado|nacional))"),
    W("secretariat-offices", "secretariat", r"Oficina (?:de (?:Coordinación|Asuntos|Servicios|Apoyo|Gestión|Ética|Planificación|Administración|Enlace|Lucha|Recursos|Tecnología|Comunicaciones)|del (?:Asesor|Representante|Enviado|Plan|Ombudsman|Alto Representante))" + _NAME + r"|OCAH\b|OSSI\b|Servicio de Actividades relativas a las Minas|UNMAS\b|Contralor(?:a)?\b|Alt[oa] Representante (?:para|de las Naciones Unidas)" + _NAME + r""),
    W("foreign-secretariat", "none", r"[Ss]ecretaría de la (?:Organización|Liga|Unión|Comunidad)"),
    W("convention-secretariat", "un-system", r"[Ss]ecretarías? (?:Ejecutiva )?(?:permanente )?(?:de la|del|de las|de los) (?:Convenci|Conferencia|Convenio|Protocolo|Tratado|Estrategia|Foro|Junta)" + _NAME + r"|secretarías?\b"),
    W("secretariat", "secretariat", r"Secretaría\b(?: de las Naciones Unidas)?"),
    # -- regional organizations
    W("regional-bodies", "regional-orgs", r"Consejo de Paz y Seguridad(?: de la Unión Africana)?|(?:Presidente de la )?Comisión de la (?:Unión Africana|CEDEAO|Unión Europea|Comunidad" + _NAME + r")|Comisión Europea|Nueva Alianza para el Desarrollo de África"),
    W("au-mission", "mission", r"(?:[Mm]isión|[Oo]peración|[Ff]uerza) (?:\w+ ){0,3}de la (?:Unión Africana|Unión Europea|CEDEAO)" + _NAME),
    W("regional-named", "regional-orgs", _REGIONS + r"|\b(?:UA|UE|OUA|CEDEAO|CEEAC|IGAD|OSCE|OTAN|SADC|ASEAN|CARICOM|OEA|CIRGL|CPLP|CELAC|UNASUR|MERCOSUR|SICA|OCI|CCG|OTSC|NEPAD|ECO|COMESA)\b"),
    W("regional-mixed", "others regional-orgs", r"(?:[Oo]rganizaciones|[Aa]sociados|[Ii]nstituciones|[Oo]rganismos|agentes|entidades|mecanismos|foros)(?: e instituciones| y organismos| y entidades)?(?: (?:pertinentes|competentes|interesad[oa]s))?(?: (?:multilaterales|nacionales|mundiales),?)?(?: internacionales(?:,|,? y|,? o|,? e)(?: las)? (?:sub)?regionales| (?:sub)?regionales(?:(?:,| y) (?:sub)?regionales)?,? [eouy] (?:inter)?(?:nacionales|locales))(?:(?:,| y| o| e)? ?(?:subregionales|nacionales|locales|pertinentes|competentes|especializad[oa]s|intergubernamentales|no gubernamentales|y|e|o)\b){0,4}"),
    W("regional-orgs", "regional-orgs", r"(?:[Oo]rganizaci(?:ón|ones)|[Oo]rganismos|[Ii]nstituciones|[Mm]ecanismos|[Aa]rreglos|[Aa]cuerdos|agentes|[Gg]rupos|[Ii]niciativas|[Ff]oros|[Ee]ntidades)(?: (?:y|e) (?:arreglos|mecanismos|acuerdos|organismos|instituciones|foros|iniciativas))?(?: (?:pertinentes|competentes|africanas|intergubernamentales|económicas|de integración))* (?:sub)?regional(?:es)?(?:(?:,| y| o)(?: las organizaciones)? (?:sub)?regionales)?(?: de ordenación pesquera)?"),
    # -- organs
    W("council-president", "council", r"(?:[Ss]u |[Ee]l |[Ll]a )?President[ea] del Consejo(?: de Seguridad)?\b(?! (?:Económico|de Derechos|de Administración))"),
    W("rights-council-president", "organ:human-rights-council", r"President[ea] del Consejo de Derechos Humanos"),
    W("ecosoc-president", "organ:ecosoc", r"President[ea] del Consejo Económico y Social"),
    W("ga-president", "president:assembly", r"President[ea] de la Asamblea(?: General)?\b(?! (?:Nacional|Legislativa))"),
    W("members-of-council", "organ:council", r"[Mm]iembros del Consejo(?: de Seguridad)?"),
    W("general-assembly", "organ:assembly", r"Asamblea General|Asamblea\b(?! (?:Nacional|Legislativa|Constituyente|Parlamentaria|de las Naciones Unidas sobre|Mundial|Popular))"),
    W("ecosoc", "organ:ecosoc", r"Consejo Económico y Social"),
    W("human-rights-council", "organ:human-rights-council", r"Consejo de Derechos Humanos"),
    W("security-council", "organ:council", r"Consejo de Seguridad|(?<=[Aa]l )Consejo(?=,? (?:a que|que|a)\b|$)"),
    W("other-organ", "other-organ", r"Consejo de Administración Fiduciaria|Corte Internacional de Justicia|Comisión de Derechos Humanos"),
    # -- subsidiary bodies
    W("red-cross", "others", r"Comité Internacional de la Cruz Roja|CICR\b|Comité Olímpico" + _NAME + r"|Movimiento Internacional" + _NAME + r"|(?:Federación Internacional de Sociedades de la )?Cruz Roja" + _NAME + r"|INTERPOL|Interpol|Corte Penal Internacional|Organización Mundial (?:de Aduanas|del Comercio)|Organización Internacional (?:de Policía Criminal|de la Francofonía|de Normalización)" + _NAME + r"|Organización de Cooperación y Desarrollo Económicos|OCDE\b|Commonwealth|Unión Interparlamentaria|Alianza (?:Mundial|GAVI)" + _NAME + r"|Comité Directivo Internacional|Grupo de Acción Financiera" + _NAME + r"|Grupo de los (?:Veinte|Ocho|Siete)|Foro (?:Económico|Mundial|Social)" + _NAME),
    W("inter-agency", "un-system", r"Comité (?:Permanente entre Organismos|Administrativo de Coordinación)|(?:Grupo|Equipo|Mecanismo)(?: \w+){0,2} (?:Interinstitucional|entre Organismos|de las Naciones Unidas para el Desarrollo|de Coordinación Regional|de Gestión Ambiental)" + _NAME + r"|Junta de los Jefes Ejecutivos" + _NAME + r"|[Jj]efes [Ee]jecutivos\b(?: de las organizaciones participantes)?|ONU-[A-Z]\w+|Equipo Especial" + _NAME),
    W("treaty-bodies", "subsidiary-body", r"[Óó]rganos (?:de las Naciones Unidas )?(?:creados|establecidos) en virtud de (?:los )?tratados(?: de derechos humanos)?(?: de las Naciones Unidas)?|[Óó]rganos de tratados|[Pp]rocedimientos especiales(?: (?:del Consejo de Derechos Humanos|temáticos))*|[Tt]itulares de (?:los )?mandatos(?: de los procedimientos especiales)?(?: del Consejo de Derechos Humanos)?|[Rr]elator(?:es|as?)? [Ee]special(?:es)?" + _NAME + r"|[Ee]xpert[oa]s? [Ii]ndependientes?" + _NAME + r"|[Cc]omisiones orgánicas(?: del Consejo Económico y Social)?|[Óó]rganos (?:subsidiarios|intergubernamentales)(?: pertinentes)?(?: (?:de la Asamblea General|del Consejo Económico y Social))?|[Mm]ecanismos de derechos humanos"),
    W("foreign-commissions", "named-state", r"Comisi(?:ón|ones) (?:Electoral|Nacional|Constitucional|de la Verdad)" + _NAME),
    W("ecosoc-commissions", "un-system", r"Comisi(?:ón|ones) (?:Económicas?|[Rr]egionales)" + _NAME + r"|comisiones (?:económicas )?regionales|CEPAL\b|CESPAP\b|CEPA\b|CEPE\b|CESPAO\b"),
    W("committee", "subsidiary-body", _HEAD_OF + r"(?:(?:Sub)?[Cc]omités?|(?:Sub)?[Cc]omisi(?:ón|ones))\b(?: (?:contra el Terrorismo|de Sanciones[\w ]{0,20}|[Ii]nternacional(?:es)?|[Ii]ndependientes?|de [Ii]nvestigación|[Pp]rincipal(?:es)?)){0,3}" + _NAME + r"(?: establecid[oa]s? (?:en virtud de|por|de conformidad con) (?:la|las) (?:resolución|resoluciones)[\w ()]{0,30})?"),
    W("panel", "subsidiary-body", _HEAD_OF + r"(?:Grupos? (?:de (?:Expertos|Trabajo|Supervisión|Vigilancia|Alto Nivel)|[Ii]ntergubernamental|[Cc]onsultivo|[Pp]reparatorio|[Aa]bierto)" + _NAME + r"|grupos? (?:intergubernamental(?:es)? )?(?:de (?:expertos|trabajo|supervisión))|Equipos? de Expertos|Equipo (?:de Vigilancia|de Apoyo Analítico)[\w ]{0,40}|Dirección Ejecutiva" + _NAME + r"|Mecanismo de Vigilancia|Ombudsman\b|Punto Focal\b|DECT\b|Dependencia(?: Común de Inspección)?\b|Junta(?: (?:de (?:Auditores|Síndicos|Comercio)|Ejecutiva|Consultiva|Internacional de Fiscalización)" + _NAME + r")?\b|Foro(?: (?:Permanente|Político|de las Naciones Unidas))?" + _NAME + r"|Consejo Consultivo" + _NAME + r"|Conferencia de Desarme|Grupo\b(?=,? (?:a que|que|a)\b|$))(?! (?:militar|de los Veinte))"),
    W("courts", "subsidiary-body", r"(?:Tribunal(?:es)?|Mecanismo)(?: (?:Penal(?:es)?|Internacional(?:es)?|Residual|Especial|para|la|el|ex|Yugoslavia|Rwanda|Sierra|Leona|de Apelaciones|Contencioso-Administrativo)){0,8}(?: de las Naciones Unidas)?|Fiscal(?:es)?\b(?! General)|[Mm]agistrados\b|[Jj]ueces (?:permanentes|ad lítem)"),
    # -- missions
    W("missions", "mission", r"\b(?:" + MISSIONS + r")\b"),
    W("mission-named", "mission", r"(?:[Ll]a |[Ee]l )?(?:Misión|Operación|Fuerza|Oficina|Administración|Autoridad|Grupo de Observadores)(?: (?:Integrad[ao]|Multidimensional|Provisional|de Asistencia|de Observación|de Apoyo|de Estabilización|Híbrida|Polític[oa]|de Transición|de Verificación|de Avanzada|de la Unión Africana y)){0,4} de las Naciones Unidas(?! (?:para (?:la Reducción|las Asociaciones|el Servicio|Proyectos)|de|contra))(?: (?:encargada|para el (?:[Mm]antenimiento|[Rr]eferéndum)|para la (?:[Ee]stabilización|[Cc]onsolidación|[Ss]eparación|[Oo]bservación))[\w áéíóú]{0,40}?)?" + _NAME),
    W("mission-kinds", "mission", r"(?:operaciones|misiones|fuerzas) (?:\w+ )?(?:de mantenimiento de la paz|de paz|políticas especiales)(?: de las Naciones Unidas)?|misiones (?:pertinentes )?de las Naciones Unidas|(?:la |La )(?:Misión|Fuerza|Operación)\b(?! (?:Conjunta|del Consejo))|[Ff]uerza [Mm]ultinacional|Fuerza de (?:Estabilización|Tareas)|Equipo de Tareas Multinacional Conjunto|fuerzas francesas|observadores militares|componente (?:militar|civil)|EUFOR ALTHEA|(?:[Cc]omandante|[Jj]efe) de la (?:Fuerza|Misión)"),
    # -- agencies, and the organization as a whole
    W("agencies", "un-system", r"\b(?:UNICEF|ACNUR|PNUD|PMA|ONUSIDA|OMS|UNESCO|FAO|ONU-Mujeres|ONU-Hábitat|UNFPA|OOPS|OIEA|OPAQ|FMI|PNUMA|OIT|OIM|UNCTAD|ONUDI|UNITAR|UNOPS|OMPI|OMM|OMI|OACI|UIT|UPU|OMT|FIDA|UNRISD|UNU|VNU|CCI|FNUAP)\b|(?:Director(?:a)? (?:Ejecutiv[oa]|General)|Administrador(?:a)?)(?: (?:del|de la|de|adjunto)" + _NAME + r")?|(?:Fondo|Programa) (?:de las Naciones Unidas|Mundial|Monetario|Internacional|Central|Conjunto|Común|Multilateral|Verde|para el Medio)" + _NAME + r"|Organización (?:de las Naciones Unidas|Mundial|Internacional (?:del Trabajo|para las Migraciones)|Marítima|de Aviación|Meteorológica)" + _NAME + r"|Organización para la Prohibición de las Armas Químicas|Organismo (?:de Obras|Internacional)" + _NAME + r"|Oficina de las Naciones Unidas" + _NAME + r"|(?:Universidad|Instituto|Centro|Entidad|Conferencia|Escuela Superior del Personal|Grupo|Voluntarios|Equipo) de las Naciones Unidas(?! sobre (?!Comercio))" + _NAME + r"|Instituto Interregional" + _NAME + r"|Entidad de las Naciones Unidas" + _NAME + r"|Grupo del Banco Mundial|Banco (?:Mundial|Africano|Asiático|Interamericano|Islámico|Europeo)" + _NAME + r"|[Bb]ancos (?:multilaterales|regionales)(?: y (?:multilaterales|regionales))?(?: de desarrollo)?|instituciones (?:financieras (?:internacionales|multilaterales|regionales)|de Bretton Woods)|Unión (?:Internacional de Telecomunicaciones|Postal Universal)|Autoridad Internacional de los Fondos Marinos|Fondo para el Medio Ambiente Mundial|Centro de Comercio Internacional|(?:Fondo|Organismo|Programa|Instituto|Universidad|Entidad|Centro)(?=,? (?:a que|que)\b|$)|[Cc]oordinador(?:es|a)? residentes?"),
    W("un-no", "none", r"(?:Carta|[Pp]ersonal|[Ll]ocales|Sede|Convención|policía|[Cc]onvenio|resoluciones|[Mm]arco|[Nn]ormas|Principios|Decenio|Declaración|Conferencia) de las Naciones Unidas"),
    W("un-bodies", "un-system", r"(?:(?:[Oo]rganismos?|[Oo]rganizaci(?:ón|ones)|[Ii]nstituciones|[Ee]quipos? en el país|[Ss]istema|[Ff]ondos|[Pp]rogramas|[Ee]ntidades|[Óó]rganos|[Oo]ficinas|[Mm]ecanismos|[Aa]gentes|[Aa]ctores)(?:,? (?:(?:y|e|de|del|o) )?(?:los |las )?(?:demás |otr[oa]s )?(?:fondos|programas|órganos|organismos|organizaciones|instituciones|oficinas|mecanismos|competentes|pertinentes|correspondientes|especializad[oa]s|interesad[oa]s|entidades|sistema|humanitarios|antiterroristas|operacionales|conexos)){0,7}) (?:de|del sistema de|dentro de|en) las Naciones Unidas(?: (?:en el país|sobre el terreno|para el desarrollo|pertinentes|competentes))*|(?:[Oo]rganismos|organizaciones) (?:y organizaciones )?especializad[oa]s(?: pertinentes)?(?: del sistema)?(?: de las Naciones Unidas)?|[Ss]istema (?:de las Naciones Unidas )?para el desarrollo|[Ss]istema de coordinadores residentes|[Ss]istema de las Naciones Unidas(?: para el desarrollo)?|[Óó]rganos (?:rectores|legislativos)\b|(?:organismos|organizaciones|entidades) del sistema(?: de las Naciones Unidas)?(?: para el desarrollo)?|[Ee]quipos? (?:de las Naciones Unidas )?en (?:el país|los países)|(?:[Ff]ondos|[Pp]rogramas) y (?:programas|fondos)(?:,? (?:y|los) (?:organismos especializados))?"),
    W("states-of-un", "member-states", r"(?:Estados )?[Mm]iembros de (?:las Naciones Unidas|la Organización)"),
    W("united-nations", "un-system", r"Naciones Unidas\b|(?:(?<= a )|(?<= que )|(?<= y ))la Organización\b(?! (?:de|del|para|Mundial|Internacional|Marítima))"),
    # -- States
    W("states", "member-states", r"(?:[Ll]os |[Tt]odos los |[Dd]emás |[Oo]tros )*Estados? [MmPp](?:iembros?|artes?)\b(?: (?:interesados|pertinentes|en cuestión|afectados))?(?: (?:en|de|del)(?: (?:el|la|los|las|ese|esa|dicho))? [A-ZÁÉÍÓÚ][\w'-]*" + _NAME + r")?|(?:[Ll]os |[Tt]odos los |[Dd]emás |[Oo]tros )*Estados?\b(?: (?:vecinos|interesados|ribereños|limítrofes|poseedores de armas nucleares|no poseedores de armas nucleares|de la región|de la subregión|del pabellón|del puerto|africanos|árabes|observadores|signatarios|afectados|anfitriones|contratantes|donantes))*(?! (?:de derecho|de Derecho|Unidos|Islámico|Americanos|Árabes|de emergencia|de excepción))"),
    W("state-groups", "member-states", r"[Cc]omunidad internacional|[Cc]omunidad de donantes|(?:[Pp]aíses |[Oo]rganismos |[Gg]obiernos )?[Dd]onantes\b(?: (?:bilaterales|internacionales|multilaterales|tradicionales|emergentes|y multilaterales|nuevos))*|(?:[Pp]aíses|Potencias?) (?:donantes|vecinos|desarrollados|en desarrollo|que aportan (?:contingentes|fuerzas)[\w ]{0,40}|de (?:la (?:región|subregión)|tránsito|acogida|origen|destino)|[Aa]dministradoras?)|(?:[Gg]rupos de |[Gg]obiernos de (?:los |todos los )?)?[Pp]aíses\b|[Nn]aciones\b(?! Unidas)|[Gg]obiernos(?! de (?:la República|los dos|[A-Z]))(?: de (?:los|todos los) (?:países|Estados)[\w ]{0,30}?(?=,| [aeyq]\b|$))?|(?:[Oo]tros )?[Aa]sociados?\b(?: (?:internacionales|para el desarrollo|en el desarrollo|bilaterales|multilaterales|de cooperación|pertinentes|humanitarios)| y multilaterales)*|Cuarteto\b|[Gg]arantes\b|[Mm]iembros permanentes|[Mm]isiones [Pp]ermanentes|[Dd]elegaciones\b"),
    W("regional-partners", "member-states regional-orgs", r"[Aa]sociados (?:internacionales y )?regionales(?: e internacionales)?"),
    # -- parties
    W("treaty-parties", "member-states", r"(?:[Aa]ltas )?Partes(?: [Cc]ontratantes)?\b(?! (?:integrante|I|V))(?: (?:en|de|del)(?: (?:el|la|los))? [A-ZÁÉÍÓÚ][\w'-]*" + _NAME + r")?|partes contratantes|[Pp]artes en (?:el|la|los) (?:Tratado|Convención|Convenio|Protocolo|Estatuto|Pacto)" + _NAME),
    W("stakeholders", "others", r"(?:(?:[Tt]odas|otras|demás|las|diversas|distintas) )*(?:partes|entidades|instancias|agrupaciones) (?:no estatales )?(?:interesadas|pertinentes)\b(?! en (?:el|los|un) conflicto)(?: (?:pertinentes|interesadas|nacionales|internacionales|y))*"),
    W("faith-leaders", "others", r"(?:[Dd]irigentes|[Ll]íderes) (?:(?:religiosos|comunitarios|tradicionales|tribales|juveniles|empresariales)(?:,| y| e)? ?)+"),
    W("parties", "parties", r"(?:(?:[Tt]od[oa]s )(?:los |las )?(?:demás )?)?(?:(?:[Pp]artes|[Pp]arte(?! (?:integrante|de|del)))\b(?: (?:en (?:el|los|un|ese) conflictos?(?: armados?)?|en conflictos armados|en los acuerdos?|beligerantes|interesadas|involucradas|signatarias))?|[Bb]eligerantes|facciones\b|(?:co)?signatarios\b|(?:[Ff]uerzas|[Aa]gentes|[Aa]ctores|[Pp]artidos|[Gg]rupos|[Mm]ovimientos|[Dd]irigentes|[Ll]íderes|[Ii]nteresados|[Ii]nterlocutores)(?: y (?:agentes|partidos))? políticos|[Dd]irigentes\b|[Ll]íderes\b|[Pp]artidos políticos|ambas comunidades|dos comunidades)" + _ADJ + "{0,2}" + _OF_STATE),
    W("armed-groups", "parties", r"(?:[Gg]rupos?|[Mm]ilicias|[Ff]uerzas|[Ee]lementos|[Ff]acciones|[Mm]ovimientos)(?: y (?:milicias|grupos))? (?:(?<!uerzas )armad[oa]s\b|rebeldes?|irregulares|de oposición|extranjer[oa]s|ilegales|insurgentes)(?: (?:ilegales|no estatales|extranjeros))*" + _OF_STATE + r"|[Mm]ilicias\b|[Rr]ebeldes\b|[Oo]posición\b(?: armada)?|Frente (?:POLISARIO|Polisario|Revolucionario Unido)|Ejército de Resistencia del Señor|\b(?:UNITA|RUF|FDLR|M23|LRA|FMLN|Talibán|talibanes|Hizbullah|Hamás|Hamas|[Hh]uzíes|SPLM|EIIL|Al-Qaida|Boko Haram|FARC-EP|Seleka)\b"),
    # -- others
    W("those-responsible", "none", r"(?:autores|responsables) de\b"),
    W("all-concerned", "others", r"(?:[Tt]odos )(?:los |aquellos |demás )*(?:interesados|participantes|agentes|actores|involucrados|que|particulares)(?: (?:pertinentes|interesados|humanitarios))?|[Ii]nteresados\b(?: (?:pertinentes|directos))?|(?:agentes|actores|entidades|instancias)\b(?: (?:pertinentes|humanitarios|internacionales|no estatales|interesad[oa]s|privad[oa]s))*|[Pp]articulares\b|[Pp]articipantes\b|[Oo]bservadores\b(?! militares)|(?<=a )quienes\b|[Oo]tr[oa]s(?=,| a que\b| que\b|\.|$)"),
    W("int-orgs", "others", r"(?:[Oo]rganizaci(?:ón|ones)|[Oo]rganismos?|[Ii]nstituci(?:ón|ones)|[Ee]ntidades|[Ff]oros|[Ff]undaciones)(?: e instituciones| y organismos| y organizaciones| y entidades)?(?:,? (?:(?:y|e|o) )?" + _KIND + r")+|ONG\b|[Oo]rganizaciones\b(?! terroristas)"),
    W("society", "others", r"[Ss]ociedad civil|[Ss]ector(?:es)? (?:privados?|empresarial(?:es)?|financieros?|académicos?|públicos?)|[Mm]edios de (?:comunicación|difusión|información)|[Ee]mpresas\b|Proceso de Kimberley|Conferencia\b" + _NAME + r"|[Ff]acilitador(?:es)?\b|[Mm]ediador(?:es)?\b|Alt[oa] Representante|Grupo (?:Internacional )?de Contacto|[Mm]ujeres\b|(?:[Cc]írculos|[Mm]edios|[Cc]entros|[Ii]nstituciones) (?:académicos|docentes|de investigación|de enseñanza|universitarios|empresariales)|[Cc]omunidad(?:es)? (?:académica|científica|empresarial|local|indígena|educativa|religiosa|técnica|locales|indígenas|religiosas|humanitaria)|[Gg]rupos (?:principales|de mujeres|de jóvenes|religiosos|comunitarios|de la sociedad civil|interesados)"),
    W("people", "others", _FREE + _PEOPLE),
    W("people-no", "none", _PEOPLE),
    # -- a named State
    W("unity-government", "named-state", r"[Gg]obierno (?:de (?:[Uu]nidad|[Aa]cuerdo|[Rr]econciliación|[Tt]ransición)(?: [Nn]acional)?|[Pp]rovisional|[Ff]ederal(?: de [Tt]ransición)?)" + _ADJ + "?" + _OF_STATE),
    W("administration", "named-state", r"(?:[Pp]rimer [Mm]inistro|Jefe de Estado|Presidencia\b|President[ea] (?:de la República|[A-Z][a-zé]+ [A-Z][a-zé]+)|Potencia (?:ocupante|administradora)|Parlamento\b|[Aa]samblea (?:[Nn]acional|[Ll]egislativa)|Autoridad (?:Palestina|Nacional Palestina|Provisional de la Coalición)|instituciones (?:federales )?de transición|\bFARDC\b|[Ff]uerzas [Aa]rmadas\b|fuerzas (?:de seguridad|gubernamentales|de defensa)(?: nacionales)?|[Jj]unta militar|Fiscal General|[Pp]oder (?:[Jj]udicial|[Ll]egislativo|[Ee]jecutivo)|instancias judiciales)" + _ADJ + "{0,2}" + _OF_STATE),
    W("government", "named-state", r"[Gg]obiernos? (?:de la |del |de los |de las |de )(?:<state>|[A-ZÁÉÍÓÚ][\w'-]+" + _NAME + r")|(?:los |a los )?dos [Gg]obiernos|[Gg]obierno\b(?: (?:de|del) (?:ese|este|dicho) país)?" + _ADJ + r"{0,2}|[Aa]utoridad(?:es)?\b(?: (?:competentes|nacionales|locales|civiles|militares|de transición|judiciales|políticas|centrales|provisionales|de facto|federales|de ocupación)){0,3}" + _ADJ + r"{0,2}(?: (?:de la |del |de los |de )(?:<state>))?"),
    W("state", "named-state state", r"(?:<state>)\b(?!-)"),
    # -- names left short
    W("office", "secretariat", r"Oficina\b(?! de las Naciones)"),
)

_OF_BODY = r"(?:grupo de (?:expertos|trabajo|supervisión|vigilancia)|comité|comisión|tribun|magistrad|fiscal|equipo de vigilancia|mecanismo|dirección ejecutiva|ombudsman)"
_OF_MISSION = r"(?:misión|operación|fuerza|observador|contingente|militares|oficina integrada|presencia|efectivos|componente|batallón|(?:" + MISSIONS.lower() + r")\b)"

DECIDED = (
    W("agenda", "council", r"programa provisional|en el programa de su|reunión de alto nivel"),
    W("money", "unstated", r"(?:consignar|habilitar|asignar|acreditar|anular|reducir)[^;.\n]{0,100}(?:suma|créditos?|consignaci(?:ón|ones)|dólares)"),
    W("states-authorization", "member-states mission", r"(?:prorrogar|renovar)[^;.\n]{0,60}autorizaci(?:ón|ones)[^;.\n]{0,60}estados"),
    W("panel-mandate", "subsidiary-body", rf"(?:mandatos?|papel|función|funciones|tareas|labor|atribuciones) (?:del|de la|de los) {_OF_BODY}"),
    W("make-panel", "subsidiary-body", rf"(?:establecer|crear|establece|crea|constituir|nombrar|ampliar|prorrogar|renovar|disolver|reforzar)[^;.\n]{{0,60}}?\b{_OF_BODY}"),
    W("make-mission", "mission", rf"(?:establecer|crear|establece|desplegar|despliegue|autorizar|aumentar|reforzar|reducir|mantener)[^;.\n]{{0,100}}?\b{_OF_MISSION}"),
    W("mandate", "mission", rf"mandato (?:de la |del |de los |de )(?!{_OF_BODY})|(?:prorrogar|prorroga|renovar|prolongar|poner fin)[^;.\n]{{0,80}}?(?:{_OF_MISSION}|\bmandato)|que la (?:misión|fuerza)"),
    W("measures", "unstated", r"\b(?:medidas?|sanciones|embargo|autorizaci(?:ón|ones)|prohibici(?:ón|ones)|disposiciones|restricciones|párrafos? \d|exenciones|congelación)\b"),
    W("body", "subsidiary-body", rf"\bque (?:el |la )?{_OF_BODY}|\b(?:grupo de (?:expertos|trabajo)|comité|tribunal)\b"),
)

PRONOUNS = (
    W("them", "last", r",? (?:a )?(?:éstos|éstas|estos últimos|estas últimas|este último|esta última|ellos|ellas|éste|ésta|ambas?(?= a\b))\b"),
    W("their", "last", r" sus? (?!exigencia|solicitud|llamamiento|liberación|inclusión|nombramiento|protección|despliegue)"),
    W("these-efforts", "last", r",? (?:que )?(?:esos|estos|tales) esfuerzos\b"),
    W("go-on", "first", r" (?:la )?continuación de (?:esos|estas|estos|esas|tales)\b"),
)

STATES = """
Afganistán, Albania, Argelia, Andorra, Angola, Argentina, Armenia, Australia, Austria, Azerbaiyán, Bahamas, Bahrein,
Bangladesh, Belarús, Bélgica, Belice, Benin, Bhután, Bolivia, Bosnia y Herzegovina, Botswana, Brasil, Bulgaria,
Burkina Faso, Burundi, Camboya, Camerún, Canadá, Cabo Verde, República Centroafricana, Chad, Chile, China, Colombia,
Comoras, Congo, Costa Rica, Côte d'Ivoire, Croacia, Cuba, Chipre, Checoslovaquia, República Popular Democrática de Corea,
República Democrática del Congo, Dinamarca, Djibouti, República Dominicana, Ecuador, Egipto, El Salvador,
Guinea Ecuatorial, Eritrea, Estonia, Eswatini, Etiopía, República Federativa de Yugoslavia, Fiji, Finlandia, Francia,
Gabón, Gambia, Georgia, Alemania, Ghana, Grecia, Guatemala, Guinea, Guinea-Bissau, Guyana, Haití, Honduras, Hungría,
Islandia, India, Indonesia, Irán, Iraq, Irlanda, República Islámica del Irán, Israel, Italia, Jamaica, Japón, Jordania,
Kazajstán, Kenya, Kuwait, Kirguistán, Letonia, Líbano, Lesotho, Liberia, Libia, Jamahiriya Árabe Libia, Lituania,
Luxemburgo, Madagascar, Malawi, Malasia, Malí, Malta, Mauritania, Mauricio, México, Mongolia, Montenegro, Marruecos,
Mozambique, Myanmar, Namibia, Nepal, Países Bajos, Nueva Zelandia, Nicaragua, Níger, Nigeria, Noruega, Omán, Pakistán,
Palau, Palestina, Panamá, Papua Nueva Guinea, Paraguay, Perú, Filipinas, Polonia, Portugal, Qatar,
República de Corea, República de Moldova, Rumania, Rusia, Federación de Rusia, Rwanda, Arabia Saudita, Senegal,
Serbia, Serbia y Montenegro, Seychelles, Sierra Leona, Singapur, Eslovaquia, Eslovenia, Somalia, Sudáfrica,
Sudán del Sur, España, Sri Lanka, Sudán, Suriname, Swazilandia, Suecia, Suiza, Siria, República Árabe Siria,
Tayikistán, Tailandia, ex República Yugoslava de Macedonia, Timor-Leste, Togo, Túnez, Turquía, Turkmenistán, Uganda,
Ucrania, Unión de Repúblicas Socialistas Soviéticas, Emiratos Árabes Unidos, Reino Unido, República Unida de Tanzanía,
Tanzanía, Estados Unidos, Estados Unidos de América, Uruguay, Uzbekistán, Venezuela, Viet Nam, Yemen, Yugoslavia, Zaire,
Zambia, Zimbabwe, Rhodesia del Sur, Kosovo
"""
