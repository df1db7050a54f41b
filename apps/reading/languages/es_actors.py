"""Spanish names of those who act; and who acts where a decision names a thing instead."""

# One wording a line, however long.
# fmt: off

from apps.reading.wording import Wording as W

_PLACE = r"(?: (?:en|para|del?|de la|de los) (?:el |la |los )?[A-ZÁÉÍÓÚ][\w'áéíóúñ-]*(?:(?: (?:y|de|del|de la|y el|y la|la|el|los) | )[A-ZÁÉÍÓÚ][\w'áéíóúñ-]*)*)"
_ADJ = r"(?: (?!(?:para|como|contra|sobre|desde|entre|hasta|según)\b)[a-záéíóúñ]+(?:anos?|anas?|eses|esas?|és|eños?|eñas?|inos?|inas?|ios?|ias?|íes|ales|ados?|adas?|icos?|icas?|entes?|antes?|ares|ivos?|ivas?|ienses|ies|itas?|otas?|al|ar)\b)"

ACTORS = (
    # -- the Secretary-General and those who act for him
    W("special-representative", "secretary-general", r"(?:Representantes?|Enviad[oa]s?|Asesor(?:a|es)?|Coordinador(?:a|es)?)(?: (?:[Ee]special(?:es)?|[Pp]ersonal(?:es)?|[Ee]jecutiv[oa]|[Cc]onjunt[oa]|[Aa]djunt[oa])){0,3}(?: (?:y|o) [^,;.]{3,50}?)? del Secretario General(?: (?:en|para|sobre) (?:la |el |los )?[A-Z]\w+)?|(?:[Ss]u |[Ss]us |[Ee]l |[Ll]a )?(?:nuev[oa] )?(?:Representante|Enviad[oa]|Asesor(?:a)?|Coordinador(?:a)?) (?:Especial|Personal|Conjunto)" + _PLACE + "?"),
    W("under-secretary", "secretariat", r"Secretari[oa]s? Generale?s? Adjunt[oa]s?|Subsecretari[oa]s? General(?:es)?(?: de [A-Z][\w ]{3,40})?|Coordinador del Socorro"),
    W("foreign-secretary", "none", r"Secretari[oa] General de la (?:Organización|Liga|Unión|Conferencia|OUA|OTAN)"),
    W("secretary-general", "secretary-general", r"[Ss]ecretari[oa] [Gg]eneral\b"),
    # -- the Secretariat
    W("departments", "secretariat", r"Departamentos? de (?:la |los |las )?[A-Z][\w áéíóú]{3,60}"),
    W("secretariat-offices", "secretariat", r"(?:Oficina del )?Alt[oa] Comisionad[oa] de las Naciones Unidas para los Derechos Humanos|Oficina del Alto Comisionado para los Derechos Humanos|ACNUDH|Oficina de Coordinación de Asuntos Humanitarios|OCAH|Oficina de (?:Asuntos (?:Jurídicos|de Desarme)|Apoyo a la Consolidación de la Paz|Servicios de Supervisión Interna)|Servicio de Actividades relativas a las Minas"),
    W("foreign-secretariat", "none", r"[Ss]ecretaría de la (?:Organización|Liga|Unión|Comunidad)"),
    W("convention-secretariat", "un-system", r"[Ss]ecretaría de la (?:Convención|Conferencia)[\w áéíóú]*"),
    W("secretariat", "secretariat", r"Secretaría\b"),
    # -- regional organizations
    W("regional-bodies", "regional-orgs", r"Consejo de Paz y Seguridad|Comisión de la (?:Unión Africana|CEDEAO)|Comisión Europea"),
    W("au-mission", "mission", r"(?:[Mm]isión|[Oo]peración|[Ff]uerza) (?:\w+ ){0,3}de la (?:Unión Africana|Unión Europea|CEDEAO)" + _PLACE + "?"),
    W("regional-named", "regional-orgs", r"Unión Africana|Unión Europea|Organización de (?:la Unidad Africana|los Estados Americanos|Cooperación Islámica|la Conferencia Islámica)|Organización para la Seguridad y la Cooperación en Europa|Organización del Tratado del Atlántico Norte|Liga de los Estados Árabes|Comunidad (?:Económica de los Estados de (?:África Occidental|África Central)|de África Meridional para el Desarrollo|del Caribe|Europea|de Países de Lengua Portuguesa)|Autoridad Intergubernamental para el Desarrollo|Conferencia Internacional sobre la Región de los Grandes Lagos|Comisión de la Cuenca del Lago Chad|\b(?:UA|UE|OUA|CEDEAO|CEEAC|IGAD|OSCE|OTAN|SADC|ASEAN|CARICOM|OEA|CIRGL|CPLP)\b"),
    W("regional-mixed", "others regional-orgs", r"(?:[Oo]rganizaciones|[Aa]sociados|[Ii]nstituciones|organismos|agentes|entidades) (?:internacionales(?:,| y) (?:sub)?regionales|(?:sub)?regionales e internacionales)(?: y subregionales)?"),
    W("regional-orgs", "regional-orgs", r"(?:[Oo]rganizaci(?:ón|ones)|[Oo]rganismos|[Ii]nstituciones|[Mm]ecanismos|[Aa]rreglos|[Aa]cuerdos|agentes)(?: pertinentes| competentes| africanas)? (?:sub)?regional(?:es)?(?:(?:,| y| o)(?: las organizaciones)? (?:sub)?regionales)?"),
    # -- organs
    W("council-president", "council", r"(?:[Ss]u |[Ee]l |[Ll]a )?President[ea] del Consejo(?: de Seguridad)?\b(?! (?:Económico|de Derechos|de Administración))"),
    W("ga-president", "president:assembly", r"President[ea] de la Asamblea General"),
    W("members-of-council", "organ:council", r"[Mm]iembros del Consejo(?: de Seguridad)?"),
    W("general-assembly", "organ:assembly", r"Asamblea General"),
    W("security-council", "organ:council", r"Consejo de Seguridad"),
    W("ecosoc", "organ:ecosoc", r"Consejo Económico y Social"),
    W("human-rights-council", "organ:human-rights-council", r"Consejo de Derechos Humanos"),
    W("other-organ", "other-organ", r"Consejo de Administración Fiduciaria|Corte Internacional de Justicia|Comisión de Derechos Humanos"),
    # -- subsidiary bodies
    W("red-cross", "others", r"Comité Internacional de la Cruz Roja|CICR|Cruz Roja|INTERPOL|Interpol|Corte Penal Internacional|Organización Mundial de Aduanas|Organización Internacional de Policía Criminal|Comité Directivo Internacional"),
    W("committee", "subsidiary-body", r"(?:Sub)?[Cc]omités?\b(?: (?:contra el Terrorismo|de Sanciones[\w ]{0,20}|Especial|Plenario|Preparatorio|de Expertos|Ejecutivo|Técnico|del Consejo de Seguridad|Directivo|de Estado Mayor))?(?: establecidos? (?:en virtud de|por|de conformidad con) (?:la|las) (?:resolución|resoluciones)[\w ()]{0,30})?"),
    W("panel", "subsidiary-body", r"Grupos? de (?:Expertos|Trabajo|Supervisión|Vigilancia)(?: sobre [A-Z]\w+)?|grupos? de (?:expertos|trabajo)|Equipo (?:de Vigilancia|de Apoyo Analítico)[\w ]{0,40}|Dirección Ejecutiva|Mecanismo de Vigilancia|Ombudsman|Punto Focal|DECT\b"),
    W("courts", "subsidiary-body", r"(?:Tribunal(?:es)?|Mecanismo)(?: (?:Penal(?:es)?|Internacional(?:es)?|Residual|Especial|para|la|el|ex|Yugoslavia|Rwanda|Sierra|Leona))*|Fiscal(?:es)?\b|[Mm]agistrados\b|[Jj]ueces (?:permanentes|ad lítem)"),
    W("commissions", "subsidiary-body", r"(?:[Ll]a )?Comisión (?:de (?:Consolidación de la Paz|Indemnización|Investigación|Desarme|Estupefacientes|Población y Desarrollo|Derecho Internacional|Estadística)|de la Condición Jurídica y Social de la Mujer|Preparatoria|Consultiva)[\w áéíóú]{0,40}?(?= (?:a|que|de|y)\b|[,;:.]|$)|[Cc]omisión (?:internacional )?(?:independiente )?de investigación|Mesa de la Comisión|Relator(?:es|a)? Especial(?:es)?|Dependencia Común de Inspección|Junta de Auditores|Conferencia de Desarme|(?:[Ll]a )?Comisión\b(?! (?:Electoral|Nacional|nacional|electoral))"),
    # -- missions
    W("missions", "mission", r"\b(?:UNMIL|UNMIS|UNMISS|UNMIK|UNMIT|UNMEE|MINURSO|MINUSTAH|MINUSMA|MINUSCA|MINURCAT?|MINUJUSTH|MINUGUA|MONUSCO|MONUC|MONUA|ONUB|ONUC|ONUCI|ONUMOZ|ONUSAL|ONUCA|FPNUL|FNUOS|UNFICYP|ONUVT|UNAMID|UNISFA|UNAMI|UNAMA|UNSMIL|UNSOM|UNSOA|UNIOGBIS|UNPROFOR|UNOSOM|UNTAET|UNTAC|BINUH|BNUB|BINUCA|AMISOM|ATMIS|MISCA|AFISMA|ISAF|KFOR|SFOR|EUFOR|ECOMOG|UNMOGIP|UNOWA|UNOCA)\b"),
    W("mission-named", "mission", r"(?:[Ll]a |[Ee]l )?(?:Misión|Operación|Fuerza|Oficina(?! de las Naciones Unidas (?:contra|de|en (?:Viena|Nairobi)))|Administración|Autoridad|Grupo de Observadores)(?: (?:Integrad[ao]|Multidimensional|Provisional|de Asistencia|de Observación|de Apoyo|de Estabilización|Híbrida|Polític[oa]|de Transición|de Verificación|de la Unión Africana y)){0,4} de las Naciones Unidas(?: (?:encargada|para el (?:[Mm]antenimiento|[Rr]eferéndum)|para la (?:[Ee]stabilización|[Cc]onsolidación|[Ss]eparación|[Oo]bservación))[\w áéíóú]{0,40}?)?" + _PLACE + "?"),
    W("mission-kinds", "mission", r"(?:operaciones|misiones|fuerzas) (?:\w+ )?(?:de mantenimiento de la paz|de paz|políticas especiales)(?: de las Naciones Unidas)?|misiones (?:pertinentes )?de las Naciones Unidas|(?:la |La )(?:Misión|Fuerza|Operación)\b(?! (?:Conjunta|del Consejo))|[Ff]uerza [Mm]ultinacional|Fuerza de (?:Estabilización|Tareas)|Equipo de Tareas Multinacional Conjunto|fuerzas francesas|observadores militares|componente (?:militar|civil)|EUFOR ALTHEA"),
    # -- agencies, and the organization as a whole
    W("agencies", "un-system", r"\b(?:UNICEF|ACNUR|PNUD|PMA|ONUSIDA|OMS|UNESCO|FAO|ONU-Mujeres|UNODC|UNFPA|OOPS|OIEA|OPAQ|FMI|PNUMA|OIT|OIM|UNCTAD|ONUDI)\b|Fondo de las Naciones Unidas para la Infancia|Programa de las Naciones Unidas[\w áéíóú]{0,40}|Programa Mundial de Alimentos|(?:Oficina del )?Alt[oa] Comisionad[oa](?: de las Naciones Unidas)?(?: para los Refugiados)?|Oficina de las Naciones Unidas[\w áéíóú]{0,40}|Banco Mundial|Fondo Monetario Internacional|instituciones (?:financieras internacionales|de Bretton Woods)|Organización Mundial de la Salud|Organismo Internacional de Energía Atómica|Organización para la Prohibición de las Armas Químicas"),
    W("un-no", "none", r"(?:Carta|Estados Miembros|[Pp]ersonal|[Ll]ocales|Sede|Convención|Miembros|policía|[Cc]onvenio|resoluciones) de las Naciones Unidas"),
    W("un-bodies", "un-system", r"(?:(?:[Oo]rganismos?|[Ii]nstituciones|[Ee]quipos? en el país|[Ss]istema|[Ff]ondos|[Pp]rogramas|[Ee]ntidades|[Óó]rganos|[Oo]ficinas|agentes)(?:,? (?:y |e )?(?:los |las )?(?:demás |otros )?(?:fondos|programas|órganos|organismos|instituciones|competentes|pertinentes|especializados|entidades|del sistema|humanitarios|antiterroristas)){0,5}) de las Naciones Unidas|organismos especializados|sistema de las Naciones Unidas|Naciones Unidas\b|organismos del sistema[\w ]{0,20}|equipo en el país"),
    # -- States
    W("states-of", "member-states", r"(?:[Ll]os |[Tt]odos los |demás )*Estados [Mm]iembros\b(?: de (?:la Unión Africana|las Naciones Unidas|la Organización|la CEDEAO|la Unión Europea|la Comisión de la Cuenca del Lago Chad|la Comunidad[\w áéíóú]{0,40}))?"),
    W("states", "member-states", r"Estados? [Pp]artes?\b(?: (?:en|de) (?:el|la|los|las|ese|esa|dicho)? ?[A-Z][^,;]{0,60}?(?= (?:a|que|de)\b|[,;:.]|$))?|(?:[Ll]os |[Tt]odos los |demás |otros )*Estados?\b(?: (?:vecinos|interesados|ribereños|limítrofes|poseedores de armas nucleares|de la región|de la subregión|del pabellón|africanos))*(?! (?:de derecho|de Derecho|Unidos|Islámico|Americanos|Árabes|de emergencia|de excepción))"),
    W("state-groups", "member-states", r"[Cc]omunidad internacional|[Cc]omunidad de donantes|[Dd]onantes\b(?: (?:bilaterales|internacionales|multilaterales|tradicionales))?|(?:[Pp]aíses|Potencias?) (?:donantes|vecinos|desarrollados|en desarrollo|que aportan (?:contingentes|fuerzas)[\w ]{0,40}|de la (?:región|subregión)|de tránsito|de acogida|[Aa]dministradoras?)|[Pp]aíses\b|[Gg]obiernos(?! de (?:la República|los dos|[A-Z]))|[Aa]sociados?(?: (?:internacionales|para el desarrollo|bilaterales|multilaterales))*|Cuarteto|[Mm]iembros permanentes"),
    W("regional-partners", "member-states regional-orgs", r"[Aa]sociados regionales(?: e internacionales)?"),
    # -- parties
    W("treaty-parties", "member-states", r"[Pp]artes en (?:el Tratado|la Convención|el Estatuto de Roma)"),
    W("parties", "parties", r"(?:(?:[Tt]od[oa]s )(?:los |las )?(?:demás )?)?(?:(?:[Pp]artes|[Pp]arte(?! (?:integrante|de|del)))\b(?: (?:en (?:el|los|un|ese) conflictos?(?: armados?)?|en conflictos armados|en los acuerdos?|beligerantes|interesadas|signatarias))?|[Bb]eligerantes|facciones\b|signatarios\b|(?:[Ff]uerzas|[Aa]gentes|[Aa]ctores|[Pp]artidos|[Gg]rupos|[Mm]ovimientos|[Dd]irigentes|[Ll]íderes|[Ii]nteresados)(?: y (?:agentes|partidos))? políticos|[Dd]irigentes\b|[Ll]íderes\b|[Pp]artidos políticos|ambas comunidades|dos comunidades)" + _ADJ + "{0,2}"),
    W("armed-groups", "parties", r"(?:[Gg]rupos?|[Mm]ilicias|[Ff]uerzas|[Ee]lementos|[Ff]acciones|[Mm]ovimientos)(?: y (?:milicias|grupos))? (?:(?<!uerzas )armad[oa]s\b|rebeldes?|irregulares|de oposición|extranjer[oa]s|ilegales|insurgentes)(?: (?:ilegales|no estatales|extranjeros))*|[Mm]ilicias\b|[Rr]ebeldes\b|[Oo]posición\b(?: armada)?|Frente (?:POLISARIO|Polisario|Revolucionario Unido)|Ejército de Resistencia del Señor|\b(?:UNITA|RUF|FDLR|M23|LRA|FMLN|Talibán|talibanes|Hizbullah|Hamás|Hamas|[Hh]uzíes|SPLM|EIIL|Al-Qaida|Boko Haram|FARC-EP|Seleka)\b"),
    # -- others
    W("those-responsible", "none", r"(?:autores|responsables) de\b"),
    W("all-concerned", "others", r"(?:[Tt]odos )(?:los |aquellos |demás )*(?:interesados|participantes|agentes|involucrados|que|particulares)(?: (?:pertinentes|interesados|humanitarios))?|[Ii]nteresados\b(?: (?:pertinentes|directos))?|(?:agentes|partes interesadas|entidades) (?:pertinentes|humanitarios|internacionales)?|[Pp]articulares\b"),
    W("int-orgs", "others", r"(?:[Oo]rganizaciones?|[Oo]rganización|[Oo]rganismos?|[Ii]nstituciones?)(?: e instituciones| y organismos| y organizaciones)?(?:,? (?:y |e )?(?:internacional(?:es)?|humanitari[oa]s|no gubernamentales|intergubernamentales|de socorro|multilaterales|competentes|interesad[oa]s|pertinentes|nacionales|de desarrollo|de ayuda))+|ONG\b|[Oo]rganizaciones\b(?! terroristas)"),
    W("society", "others", r"[Ss]ociedad civil|[Ss]ector privado|[Mm]edios de (?:comunicación|difusión)|[Ee]mpresas\b|[Ii]ndustria\b|[Pp]oblación\b(?: civil)?|[Pp]ueblo\b|Proceso de Kimberley|Conferencia\b|[Ff]acilitador\b|[Mm]ediador\b|Alto Representante|Grupo (?:Internacional )?de Contacto|mujeres\b|jóvenes\b|círculos académicos"),
    # -- a named State
    W("unity-government", "named-state", r"[Gg]obierno (?:de (?:[Uu]nidad|[Aa]cuerdo|[Rr]econciliación|[Tt]ransición)(?: [Nn]acional)?|[Pp]rovisional|[Ff]ederal(?: de [Tt]ransición)?)" + _ADJ + "?"),
    W("administration", "named-state", r"(?:[Pp]rimer [Mm]inistro|Jefe de Estado|Presidencia\b|President[ea] (?:de la República|[A-Z][a-zé]+ [A-Z][a-zé]+)|Potencia (?:ocupante|administradora)|Parlamento\b|[Aa]samblea (?:[Nn]acional|[Ll]egislativa)|Autoridad (?:Palestina|Provisional de la Coalición)|instituciones (?:federales )?de transición|\bFARDC\b|[Ff]uerzas [Aa]rmadas\b|fuerzas (?:de seguridad|gubernamentales|de defensa)(?: nacionales)?|[Jj]unta militar)" + _ADJ + "{0,2}"),
    W("government", "named-state", r"[Gg]obiernos? (?:de la |del |de los |de las |de )(?:República |Reino |Federación )?(?:<state>|[A-ZÁÉÍÓÚ][\w'áéíóúñ-]+)|(?:los |a los )?dos [Gg]obiernos|[Gg]obierno\b(?: (?:de|del) (?:ese|este|dicho) país)?" + _ADJ + r"{0,2}|[Aa]utoridad(?:es)?\b(?: (?:competentes|nacionales|locales|civiles|militares|de transición|judiciales|políticas|centrales|provisionales|de facto|federales)){0,3}" + _ADJ + r"{0,2}(?: (?:de la |del |de los |de )(?:<state>))?"),
    W("state", "named-state state", r"(?:<state>)\b(?!-)"),
)

_OF_BODY = r"(?:grupo de (?:expertos|trabajo|supervisión|vigilancia)|comité|comisión|tribun|magistrad|fiscal|equipo de vigilancia|mecanismo|dirección ejecutiva|ombudsman)"
_OF_MISSION = r"(?:misión|operación|fuerza|observador|contingente|militares|oficina integrada|presencia|efectivos|componente|batallón|\b(?:minu|monu|onu|unmi|una|uni|uns|fpnul|fnuos|bin|amis|misc|unpro)[a-z]*)"

DECIDED = (
    W("agenda", "council", r"programa provisional|en el programa de su|reunión de alto nivel"),
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
