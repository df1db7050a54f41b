"""French names of those who act; and who acts where a decision names a thing instead."""

# One wording a line, however long.
# fmt: off

from apps.reading.wording import Wording as W

_ADJ = r"(?: (?!(?:dans|pour|sans|sous|vers|mais|depuis|après|avec|ainsi|selon|puis)\b)[A-Za-zéèêôîïç-]+(?:ien|ienne|ens|ennes|ais|aise|aises|ois|oise|oises|ains?|aines?|ites?|aques?|eurs?|als|aux|ales?|iques?|ires?|oires?|és?|ées?|ifs|ives|ants?|ents?|azes?|az|bes?|ques|ques|ises?|sses?|tes?|istes?|nautes?)\b)"
_OF_PLACE = r"(?: (?:en|au|aux|à|pour|pour le|pour la|pour l'|de|du|de la|des|d'|de l') ?(?:[A-ZÉÎ][\w'éèêïîôç-]*)(?:(?: (?:et|de|du|des|de la|d'|et au|et en|en) ?| )[A-ZÉÎ][\w'éèêïîôç-]*)*)"
_UN = r"(?: ?(?:intégrée|unifiée|multidimensionnelle|d'assistance|d'observation|préparatoire|d'administration intérimaire|d'administration transitoire|hybride|avancée|politique|d'appui|conjointe|de police|intérimaire|de vérification|de stabilisation|militaires?|de l'Union africaine et|de la paix)){0,4}"

ACTORS = (
    # -- the Secretary-General and those who act for him
    W("special-representative", "secretary-general", r"(?:(?:Représentante?|Envoyée?|Conseill[eè]re?|Coordonnateur|Coordonnatrice|Coordonateur)s?(?: (?:spécial|spéciale|spéciaux|personnel|personnelle|exécutif|exécutive|résident|adjoint|adjointe|de haut niveau|principal)){0,3}(?: (?:et|ou) [^,;.]{3,60}?)? (?:du Secrétaire général|auprès du Secrétaire général)(?: adjoint)?|(?:[Ss]on |[Ss]a |[Ss]es |le |la |les )?(?:nouveau |nouvelle |futur )?(?:[Rr]eprésentant|[Ee]nvoyé|[Cc]onseill[eè]re?|[Cc]oordonnat(?:eur|rice))(?:e|s|es)?(?: adjointe?)? (?:spéciale?s?|spéciaux|personnel(?:le)?s?|conjointe?|intérimaire)\b)" + _OF_PLACE + "?"),
    W("under-secretary", "secretariat", r"(?:Secrétaires? généra(?:l|le|ux) adjointe?s?|Sous-Secrétaires? généra(?:l|le|ux)|Coordonnat(?:eur|rice) des secours d'urgence)(?: [aà](?:ux|) [^,;.]{3,40})?"),
    W("foreign-secretary", "none", r"[Ss]ecrétaire général(?:e)? de (?:l'Organisation|la Ligue|l'OUA|l'OTAN|l'Union|la Communauté|l'OSCE|la Conférence)"),
    W("secretary-general", "secretary-general", r"[Ss]ecrétaire ?-?[Gg]énérale?\b"),
    # -- the Secretariat
    W("departments", "secretariat", r"Départements? (?:des|de l'|de la|du) ?[a-zé' ]{3,60}"),
    W("secretariat-offices", "secretariat", r"Haut-?[- ]Commissa(?:riat|ire) (?:des Nations Unies )?aux droits de l'homme|HCDH|Bureau de la coordination des affaires humanitaires|OCHA|Bureau des affaires (?:juridiques|de désarmement)|Bureau d'appui à la consolidation de la paix|Bureau des services de contrôle interne|Service de la lutte antimines|Bureau de lutte contre le terrorisme"),
    W("foreign-secretariat", "none", r"[Ss]ecrétariat de (?:l'Organi|la Ligue|la Communauté|l'Union|l'OUA|l'OSCE)"),
    W("convention-secretariat", "un-system", r"[Ss]ecrétariat de la (?:Convention|Conférence)[\w ']*"),
    W("secretariat", "secretariat", r"Secrétariat\b(?: de l'(?:Organisation|ONU))?"),
    # -- regional organizations
    W("regional-bodies", "regional-orgs", r"Conseil de paix et de sécurité|Commission de (?:l'Union|l'UA|la CEDEAO)[\w ']{0,12}|Commission européenne|Groupe de mise en œuvre de haut niveau"),
    W("au-mission", "mission", r"(?:[Mm]ission|[Oo]pération|[Ff]orce) (?:\w+ ){0,2}(?:de l'Union africaine|de l'Union européenne|africaine|de la CEDEAO)" + _OF_PLACE + "?|Groupe de contrôle(?: de la (?:CEDEAO|Communauté économique des États de l'Afrique de l'Ouest))?(?! sur)"),
    W("regional-named", "regional-orgs", r"Union africaine|Union européenne|Organisation de l'(?:[Uu]nité africaine|Union africaine)|Organisation des États américains|Organisation (?:de la (?:coopération|[Cc]onférence) islamique|pour la sécurité et la coopération en Europe|du Traité de l'Atlantique Nord)|Ligue des États arabes|Communauté (?:économique )?des (?:É|E)tats de l'Afrique de l'Ouest|Communauté (?:économique )?des États de l'Afrique centrale|Communauté (?:de développement de l'Afrique australe|des Caraïbes|européenne|des pays de langue portugaise|de l'Afrique de l'Est)|Autorité intergouvernementale pour le développement|Union du fleuve Mano|la Communauté\b(?! (?:internationale|des donateurs|d'États))|Conférence internationale sur la région des Grands Lacs|Commission du bassin du lac Tchad|\b(?:UA|UE|OUA|CEDEAO|CEEAC|IGAD|OSCE|OTAN|SADC|ASEAN|CARICOM|OEA|CIRGL|CBLT|CEMAC|CPLP)\b(?! et)|\b(?:UA|UE|OUA|CEDEAO|OSCE)\b"),
    W("regional-mixed", "others regional-orgs", r"(?:[Oo]rganisations|[Pp]artenaires|[Ii]nstitutions|organismes|acteurs) (?:internationa(?:les|ux)(?:,| et) (?:sous-)?régiona(?:les|ux)|(?:sous-)?régiona(?:les|ux) et internationa(?:les|ux))(?:(?:,| et|ou) sous-?régiona(?:les|ux))?"),
    W("regional-orgs", "regional-orgs", r"(?:[Oo]rganisations?|[Oo]rganismes?|[Ii]nstitutions|[Mm]écanismes|[Aa]rrangements|acteurs)(?: et (?:arrangements|organismes|mécanismes|accords))?(?: compétent(?:e?s)| intergouvernementales| concernées| africaines)* (?:sous-?)?régiona(?:les?|ux)(?:(?:,| et| ou|, ainsi que)(?: les organisations)? (?:sous-?régiona(?:les|ux)|régiona(?:les|ux)))?"),
    # -- organs
    W("council-president", "council", r"(?:[Ss]on |[Ll]e )?Présidente? du Conseil(?: de sécurité)?\b(?! (?:économique|des droits|de tutelle))"),
    W("ga-president", "president:assembly", r"Présidente? de (?:l'Assemblée générale|sa [\w-]+ session)"),
    W("general-assembly", "organ:assembly", r"Assemblée générale"),
    W("security-council", "organ:council", r"Conseil de sécurité(?! (?:créé|national))"),
    W("ecosoc", "organ:ecosoc", r"Conseil économique et social"),
    W("human-rights-council", "organ:human-rights-council", r"Conseil des droits de l'homme"),
    W("other-organ", "other-organ", r"Conseil de tutelle|Cour internationale de Justice|Commission des droits de l'homme"),
    W("members-of-council", "organ:council", r"[Mm]embres du Conseil(?: de sécurité)?"),
    # -- subsidiary bodies
    W("red-cross", "others", r"Comité international de la Croix-Rouge|CICR|Croix-Rouge|INTERPOL|Interpol|Organisation mondiale des douanes|Cour pénale internationale|Organisation internationale de police criminelle"),
    W("committee", "subsidiary-body", r"(?:[Ss]ous-)?[Cc]omités?\b(?: (?:contre le terrorisme|des sanctions[\w ]{0,20}|spécial|plénier|préparatoire|consultatif|d'état-major|du Conseil de sécurité|exécutif))?(?: créés? (?:par|en application de|conformément à|en vertu de) (?:la résolution|le paragraphe|l'article)[\w ()]{0,30})?"),
    W("panel", "subsidiary-body", r"(?:[Gg]roupes? (?:d'experts|de travail|de contrôle sur|de suivi|d'étude)|[Ée]quipe de surveillance|[Éé]quipe d'appui analytique|Direction exécutive|Instance de surveillance|Mécanisme de surveillance|Médiateur\b|Médiatrice\b|DECT\b|Point focal\b)[\w ']{0,40}?(?= (?:de|d'|à|et|créé|sur)\b|[,;:.]|$)"),
    W("courts", "subsidiary-body", r"(?:Présidents?|Juges|Greffiers?|Procureur)? ?(?:[Dd]es |[Dd]u )?(?:Tribun(?:al|aux)|Mécanisme)(?: (?:pénal|pénaux|international|internationaux|résiduel|spécial|pour|le|la|l'|ex-|Rwanda|chargé))*|Tribunal spécial|Procureurs?\b|(?:\b[Jj]uges ad litem)"),
    W("commissions", "subsidiary-body", r"(?:[Ll]a )?Commission (?:de consolidation de la paix|d'indemnisation|d'enquête|de vérification|d'experts|du désarmement|de conciliation|préparatoire|de la condition de la femme|du droit international)[\w ']{0,40}?(?= (?:de|d'|à|et)\b|[,;:.]|$)|[Cc]ommission (?:internationale )?d'enquête|Mission du Conseil|Bureau de la Commission|Corps commun d'inspection|(?:la |La )Commission\b(?! (?:électorale|nationale|mixte|militaire|de réconciliation))|Rapporteurs? spécia(?:l|ux)|Conférence du désarmement"),
    # -- missions
    W("missions", "mission", r"\b(?:MINUL|MINUS|MINUSS|MINUK|MINUAD|MINUAR|MINUBH|MINUEE|MINUT|MINUSIL|MINUGUA|MINUHA|MINURSO|MINUSTAH|MINUSMA|MINUSCA|MINURCAT?|MINUJUSTH|MINUATS|MINUNEP|MIPONUH|MICAH|MITNUH|MANUH|MANUI|MANUA|MANUL|MANUTO|MONUSCO|MONUC|MONUA|MONUIK|MONUG|MONUOR|MONUT|ONUB|ONUC|ONUCI|ONUMOZ|ONUSAL|ONUSOM|ONUST|FINUL|FNUOD|UNFICYP|FISNUA|FORPRONU|FORDEPRENU|ATNUTO|ATNUSO|BINUGBIS|BANUGBIS|BINUB|BNUB|BONUCA|BINUCA|BINUSIL|BUNUTIL|BRSAO|UNOWA|BINUH|AMISOM|ATMIS|MUAS|MISCA|MISMA|MISAB|FIAS|KFOR|SFOR|EUFOR|ECOMOG|INTERFET|MICECI|MICEMA|UNSMIL|UNAMI|UNPOS|UNISFA|UNMISS|UNSOM|UNSOA)\b"),
    W("mission-named", "mission", r"(?:[Ll]a |[Ll]e |[Ll]')?(?:[Cc]hef (?:de|du) )?(?:Mission|Opération|Force|Bureau|Administration|Autorité|Groupe d'observateurs|Groupe d'observation)" + _UN + r"(?: (?:intégré|politique|d'appui|commun))? des Nations Unies(?: (?:chargée?|pour le (?:maintien|désengagement)|pour la (?:stabilisation|consolidation)|pour l'organisation)[a-zé ']{0,50})?" + _OF_PLACE + "?"),
    W("mission-kinds", "mission", r"Force (?:internationale|multinationale|intérimaire|de (?:stabilisation|paix))[\w ']{0,40}?(?= (?:de|à|et)\b|[,;:.]|$)|(?:opérations?|missions?|forces?) (?:\w+ )?(?:de (?:maintien de )?la paix|politiques? spéciales?|de maintien de la paix)(?: des Nations Unies)?|(?:missions|opérations|présences) (?:\w+ )?(?:des Nations Unies|compétentes des Nations Unies)|(?:la |La |l')(?:Mission|Force|Opération|MISSION)\b(?! (?:nationale|du Conseil|spéciale))|(?:commandant de la |[Cc]ommandant de la )Force|(?:le |Le )Bureau\b(?! (?:de la|des|du|de l))|[Ff]orces? multinationales?(?: unifiées?)?|observateurs militaires|présences? (?:internationales? )?(?:civile|de sécurité)s?(?: et (?:civile|de sécurité)s?)?|composante (?:militaire|civile)|forces françaises|éléments (?:restants|résiduels) de la Force|force multinationale"),
    # -- agencies, and the organization as a whole
    W("agencies", "un-system", r"\b(?:UNICEF|HCR|PNUD|PAM|ONUSIDA|OMS|UNESCO|FAO|ONU-Femmes|ONUDC|FNUAP|UNRWA|AIEA|OIAC|FMI|PNUE|OIT|OIM|CNUCED|ONUDI)\b|Fonds des Nations Unies pour l'enfance|Programme des Nations Unies[\w ']{0,40}|Programme alimentaire mondial|Haut-?[- ]Commissa(?:riat|ire)(?: des Nations Unies)? (?:pour les réfugiés)|Office des Nations Unies[\w ']{0,40}|Banque mondiale|Fonds monétaire international|[Ii]nstitutions (?:financières internationales|de Bretton Woods)|[Ii]nstitutions financières|Organisation mondiale de la [Ss]anté|Agence internationale de l'énergie atomique|Organisation pour l'interdiction des armes chimiques|Banque africaine de développement|(?:Bureau du )?Haut-?[- ]Commissa(?:riat|ire)\b"),
    W("un-no", "none", r"(?:Charte|États Membres de l'Organisation|Membres de l'Organisation|États Membres|[Pp]ersonnel|[Ll]ocaux|installations|biens|[Vv]éhicules|Siège|Convention|[Dd]rapeau|[Ff]orces de police|Casques bleus|Normes|[Mm]embres|[Pp]olice|résolutions?) (?:des Nations Unies|de l'ONU|de l'Organisation)|personnel (?:des|associé)"),
    W("un-bodies", "un-system", r"(?:(?:[Oo]rganismes?|[Ii]nstitutions?|[Éé]quipes? de pays|[Ss]ystème|[Ff]onds|[Pp]rogrammes|[Ee]ntités|[Oo]rganes|[Aa]gences|[Bb]ureaux|[Aa]cteurs)(?:,? (?:et )?(?:les )?(?:autres )?(?:fonds|programmes|organes|organismes|institutions|bureaux|compétents|concernés|spécialisés|spécialisées|compétentes|concernées|humanitaires|de développement|intéressés|intéressées|du système)){0,5}) (?:des Nations Unies|de l'ONU|de l'Organisation)|Organisation des Nations Unies|\bONU\b|institutions spécialisées|Nations Unies\b|équipe de pays|organismes (?:du système|compétents du système)[\w ']{0,20}"),
    # -- States
    W("states-of", "member-states", r"(?:[Ll]es |[Aa]ux |[Tt]ous les |autres )*[ÉE]tats [Mm]embres\b(?: de (?:l'Union africaine|l'ONU|l'Organisation(?: des Nations Unies)?|la CBLT|la CEDEAO|l'Union européenne|la Communauté[\w ']{0,40}))?"),
    W("states", "member-states", r"[ÉE]tats [Pp]arties\b(?: (?:au|à la|à l'|aux) ?[A-Z][^,;]{0,60}?(?= (?:de|qui|à)\b|[,;:.]|$))?|(?:(?:[Ll]es |[Dd]es |[Aa]ux |[Tt]ous les |autres |deux |chaque |tout )*[ÉE]tats?\b(?: (?:[Mm]embres|voisins|intéressés|concernés|limitrophes|riverains|côtiers|de la région|de la sous-région|dotés d'armes nucléaires|non parties|du pavillon))*)(?!-Unis| (?:de droit|d'|des|arabes|américains|civil|islamique|de l'Afrique))(?<!l'État)(?<!un État)"),
    W("state-groups", "member-states", r"[Cc]ommunauté internationale|[Cc]ommunauté des donateurs|[Dd]onateurs\b(?: (?:bilatéraux|internationaux|multilatéraux|potentiels))?|[Bb]ailleurs de fonds|(?:[Pp]ays|Puissances?) (?:donateurs|voisins|développés|en développement|fournisseurs?(?: de (?:contingents|troupes)[\w ]{0,40})?|limitrophes|concernés|intéressés|hôtes|contributeurs?|qui|de la (?:région|sous-région)|de transit|d'accueil|[Aa]dministrantes?)|[Pp]ays\b|(?:[Ll]es |[Aa]ux |[Dd]es |[Tt]ous les |autres )*[Gg]ouvernements(?! (?:de la République|des deux|d[eu]s? [A-Z]|[a-z]+iens?\b|[a-z]+ais\b|[a-z]+ois\b))|[Pp]artenaires? (?:internationaux|extérieurs|de développement|bilatéraux|multilatéraux|pour le développement)(?: et (?:bilatéraux|multilatéraux|internationaux))?|[Pp]artenaires\b|Quatuor|Troïka|[Mm]embres permanents"),
    W("regional-partners", "member-states regional-orgs", r"[Pp]artenaires régionaux(?: et internationaux)?"),
    # -- parties
    W("treaty-parties", "member-states", r"[Pp]arties (?:au Traité|à la Convention|au Statut de Rome)"),
    W("unity-government", "named-state", r"[Gg]ouvernement (?:d'unité nationale|d'union nationale|de transition|de réconciliation|provisoire|fédéral de transition|intérimaire)(?: et de réconciliation nationale)?" + _ADJ + "?"),
    W("parties", "parties", r"(?:(?:[Tt]ous |[Tt]outes )(?:les )?(?:autres )?)?(?:[Pp]arties?(?! (?:intégrante|prenante|du|des|de la|de l'|de cette|de ce|de leur|d'un))\b(?: (?:au conflit|aux conflits(?: armés)?|à (?:un|des|ce|ces) conflits?(?: armés?)?|à l'[Aa]ccord[\w ]{0,30}?|aux accords|signataires|concernées?|intéressées?|belligérantes?|en conflit|en présence))?|belligérants|factions\b|signataires\b|mouvements (?:rebelles|signataires|armés)|(?:[Ff]orces|[Aa]cteurs|[Pp]artis|[Gg]roupes|[Mm]ouvements|[Rr]esponsables|[Dd]irigeants|[Cc]hefs|[Pp]rotagonistes|[Ff]actions)(?: et (?:acteurs|partis|forces))? (?:politiques|des partis|des factions)|[Dd]irigeants\b(?! (?:de (?:l'Union|la région)|du Gouvernement))|(?:deux )?communautés\b|[Pp]artis\b(?: politiques)?|les deux (?:camps|côtés)|chefs de (?:file|guerre|parti)|[Pp]rotagonistes|responsables de ces actes)" + _ADJ + "{0,2}"),
    W("armed-groups", "parties", r"(?:[Gg]roupes?|[Mm]ilices|[Ff]orces|[Éé]léments|[Ff]actions|[Mm]ouvements|[Cc]ombattants)(?: et (?:milices|forces|groupes|factions|individus))? (?:(?<!orces )armée?s?\b|rebelles?|irréguli(?:ers|ères)|d'opposition|de défense civile|étrangers|illégaux|militaires|turques|nouvelles|dissidents)(?: (?:illégaux|étrangers|non étatiques|irréguliers|congolais|rwandais))*|[Mm]ilices\b|[Rr]ebelles\b|[Oo]pposition\b(?: tadjike| armée)?|forces étrangères|anciennes forces armées" + _ADJ + r"?|Front (?:révolutionnaire uni|Polisario|POLISARIO)|Conseil révolutionnaire des forces armées|Armée de résistance du Seigneur|Mouvement (?:de libération|pour la|populaire|de l'|du)[\w ']{0,40}?(?= (?:de|à|et)\b|[,;:.]|$)|Rassemblement congolais[\w ']{0,30}|\b(?:UNITA|RUF|FDLR|M23|LRA|FMLN|Taliban|Hezbollah|Hamas|Houthis?|SPLM|MLC|RCD(?:-\w+)?|FNL|PALIPEHUTU|LURD|MODEL|MJE|ALS|EIIL|Al-Qaida|Boko Haram|CNDP|FRCI|Forces nouvelles|Séléka)\b|Forces nouvelles"),
    # -- others
    W("those-responsible", "none", r"(?:auteurs|responsables) (?:de|des)\b"),
    W("all-concerned", "others", r"(?:[Tt]ous |[Tt]outes )(?:les |ceux |autres )*(?:intéressés|intervenants|acteurs|parties prenantes|ceux|interlocuteurs|responsables)(?: (?:concernés|intéressés))?|(?:[Pp]arties prenantes|acteurs (?:concernés|internationaux|locaux|humanitaires)|entités concernée?s|intéressés\b|intervenants\b)(?: (?:concernées|intéressées))?|[Pp]arties prenantes|entités (?:concernée?s|intéressée?s)|tout individu"),
    W("int-orgs", "others", r"(?:[Oo]rganisations?|[Oo]rganismes?|[Ii]nstitutions?)(?: et (?:institutions|organismes|organisations))?(?:,? (?:et )?(?:internationa(?:les|ux)|humanitaires|non gouvernementales|intergouvernementa(?:les|ux)|de secours|multilatérales|compétentes|concernées|intéressées|non gouvernementaux|d'aide|nationales|de développement|pertinentes))+|ONG\b|[Oo]rganisations\b(?! (?:terroristes))|organismes (?:de secours|d'aide)[\w ]{0,20}|agences humanitaires"),
    W("society", "others", r"[Ss]ociété civile|[Ss]ecteur privé|[Mm]édias\b|[Ee]ntreprises\b|[Ii]ndustrie\b(?: du diamant)?|[Pp]opulations?\b(?: civiles?)?|[Pp]euple\b" + _ADJ + r"?|Processus de Kimberley|Conférence\b|[Ff]acilitateur\b|[Mm]édiateur\b|Haut Représentant|Médiation\b|Groupe de contact|Groupe international de contact|Iraquiens|Somaliens|Congolais\b|citoyens|les Afghans|femmes\b|jeunes\b"),
    # -- a named State
    W("administration", "named-state", r"(?:[Pp]remier [Mm]inistre|[Cc]hef de l'État|Présidence\b|Présidente? (?:de la République|[A-Z][a-zé]+(?: [A-Z][a-zé]+)?)|[Pp]résident" + _ADJ + r"|Puissance (?:occupante|administrante)|Parlement\b|Assemblée (?:nationale|de transition|législative)|Conseil (?:de gouvernement|national de transition|intérimaire)|Autorité (?:palestinienne|provisoire de la Coalition|intérimaire afghane|provisoire)|\bl'Autorité\b|institutions (?:fédérales )?de transition|[Ii]nstitutions(?: nationales)? [a-zé]+(?:iennes|aises|oises|anes|éennes)\b|institutions provisoires[\w ']{0,30}|Institutions (?:fédérales )?de transition|Forces armées de la République démocratique du Congo|\bFARDC\b|(?:[Ff]orces|FORCES) armées\b|[Cc]ommission électorale(?: nationale)?(?: indépendante)?|Forces de défense[\w ]{0,20}|forces (?:de sécurité|gouvernementales|de défense)(?: nationales)?|[Jj]unte)" + _ADJ + "{0,2}"),
    W("government", "named-state", r"[Gg]ouvernements? (?:de la |du |de l'|de |d'|des )(?:République |Royaume |Fédération |ex-République )?(?:<state>|[A-ZÉ][\w'éèêïîôç-]+)(?: (?:démocratique|populaire|islamique|fédérale|arabe|centrafricaine)(?: (?:du|de|d') ?[A-Z]\w+)?)?|(?:les |des |aux )?(?:deux |nouveaux? )?[Gg]ouvernements?" + _ADJ + r"{1,3}|(?:les |aux |des )deux [Gg]ouvernements|[Gg]ouvernement\b(?! d[eu]s? (?:pays|États|chaque))|[Aa]utorités?\b(?: (?:compétentes|nationales|locales|civiles|militaires|de transition|judiciaires|politiques|centrales|provisoires|de fait|gouvernementales|fédérales)){0,3}" + _ADJ + r"{0,2}(?: (?:de la |du |de l'|de |d')(?:<state>))?"),
    W("state", "named-state state", r"(?:<state>)\b(?!-)"),
)

_OF_BODY = r"(?:groupe d'experts|groupe de contrôle|groupe de suivi|groupe de travail|comité|commission|tribun|juge|procureur|équipe|mécanisme|direction exécutive|médiat|instance|président)"
_OF_MISSION = r"(?:mission|opération|force|observat|casques|contingent|militaires?|bureau|présence|effectif|composante|bataillon|unité|compagnie|redéploy|autorité transitoire|administration transitoire|\b(?:minu|monu|onu|finu|fnuo|unfi|manu|atnu|bin|bon|amis|misc|forpro|unpos)[a-z]+)"

DECIDED = (
    W("agenda", "council", r"ordre du jour|réunion de haut niveau|séance plénière|session extraordinaire d'urgence"),
    W("states-authorization", "member-states mission", r"(?:proroger|renouveler|reconduire|prorog)[^;.\n]{0,60}autorisations?[^;.\n]{0,60}états"),
    W("panel-mandate", "subsidiary-body", rf"(?:mandats?|rôle|tâches?|travaux|fonctions?|termes?) (?:actuel )?(?:du |de la |de l'|des |confié au |permanents? )(?:présent )?{_OF_BODY}"),
    W("make-panel", "subsidiary-body", rf"(?:créer|crée|établir|établit|constituer|instituer|reconstituer|rétablir|nommer|élargir|proroger|renouveler|dissoudre|augmenter)[^;.\n]{{0,60}}?\b{_OF_BODY}"),
    W("make-mission", "mission", rf"(?:créer|crée|établir|établit|constituer|déployer|déploiement|autoriser|augmenter|renforcer|réduire|maintenir|maintien|porter)[^;.\n]{{0,100}}?\b{_OF_MISSION}"),
    W("mandate", "mission", rf"mandats? (?:de la |du |de l'|des |de )(?!{_OF_BODY})|mandat (?:suivant|sera|énoncé|défini|de la)|(?:proroger|proroge|renouveler|renouvelle|prolonger|reconduire|mettre fin)[^;.\n]{{0,60}}?(?:{_OF_MISSION}|\bmandat)|que la (?:mission|force|composante)|responsabilités (?:de la|du) (?:présence|mission)"),
    W("measures", "unstated", r"\b(?:mesures?|sanctions?|embargo|autorisations?|interdictions?|dispositions|restrictions|paragraphes? \d|dérogations?|gel)\b"),
    W("body", "subsidiary-body", rf"\bque (?:le |la |l')?{_OF_BODY}|\b(?:groupe d'experts|groupe de (?:contrôle|travail)|comité|tribun(?:al|aux))\b"),
)

PRONOUNS = (
    W("them", "last", r",? (?:à |au |aux |de |les |que )?(?:ceux-ci|celles-ci|ces derniers|ces dernières|celui-ci|celle-ci|ce dernier|cette dernière|lui\b|eux\b|leur\b(?= de)|les deux\b(?= (?:à|de)\b))"),
    W("they", "last", r",? (?:qu'ils|qu'elles|qu'elle)\b"),
    W("it", "last", r",? qu'il (?=[a-zé]+e\b|rende|prenne|fasse)"),
    W("their", "last", r" (?:leurs?|ses) (?!appel|demande|libération|mise en|arrestation|inscription|nomination|protection|déploiement)"),
    W("these-efforts", "last", r",? (?:que )?(?:ces|de tels) efforts\b"),
    W("go-on", "first", r" (?:la )?poursuite de (?:ces|cette|cet|ce|tels|telles)\b"),
)

STATES = """
Afghanistan, Albanie, Algérie, Andorre, Angola, Argentine, Arménie, Australie, Autriche, Azerbaïdjan, Bahamas, Bahreïn,
Bangladesh, Bélarus, Belgique, Belize, Bénin, Bhoutan, Bolivie, Bosnie-Herzégovine, Botswana, Brésil, Bulgarie,
Burkina Faso, Burundi, Cambodge, Cameroun, Canada, Cap-Vert, République centrafricaine, Tchad, Chili, Chine, Colombie,
Comores, Congo, Costa Rica, Côte d'Ivoire, Croatie, Cuba, Chypre, Tchécoslovaquie, République populaire démocratique de Corée,
République démocratique du Congo, RDC, Danemark, Djibouti, République dominicaine, Équateur, Égypte, El Salvador,
Guinée équatoriale, Érythrée, Estonie, Eswatini, Éthiopie, République fédérale de Yougoslavie, Fidji, Finlande, France,
Gabon, Gambie, Géorgie, Allemagne, Ghana, Grèce, Guatemala, Guinée, Guinée-Bissau, Guyana, Haïti, Honduras, Hongrie,
Islande, Inde, Indonésie, Iran, Iraq, Irlande, République islamique d'Iran, Israël, Italie, Jamaïque, Japon, Jordanie,
Kazakhstan, Kenya, Koweït, Kirghizistan, Lettonie, Liban, Lesotho, Libéria, Libye, Jamahiriya arabe libyenne, Lituanie,
Luxembourg, Madagascar, Malawi, Malaisie, Mali, Malte, Mauritanie, Maurice, Mexique, Mongolie, Monténégro, Maroc,
Mozambique, Myanmar, Namibie, Népal, Pays-Bas, Nouvelle-Zélande, Nicaragua, Niger, Nigéria, Norvège, Oman, Pakistan,
Palaos, Palestine, Panama, Papouasie-Nouvelle-Guinée, Paraguay, Pérou, Philippines, Pologne, Portugal, Qatar,
République de Corée, République de Moldova, Roumanie, Russie, Fédération de Russie, Rwanda, Arabie saoudite, Sénégal,
Serbie, Serbie-et-Monténégro, Seychelles, Sierra Leone, Singapour, Slovaquie, Slovénie, Somalie, Afrique du Sud,
Soudan du Sud, Espagne, Sri Lanka, Soudan, Suriname, Swaziland, Suède, Suisse, Syrie, République arabe syrienne,
Tadjikistan, Thaïlande, ex-République yougoslave de Macédoine, Timor-Leste, Togo, Tunisie, Turquie, Turkménistan, Ouganda,
Ukraine, Union des Républiques socialistes soviétiques, Émirats arabes unis, Royaume-Uni, République-Unie de Tanzanie,
Tanzanie, États-Unis, États-Unis d'Amérique, Uruguay, Ouzbékistan, Venezuela, Viet Nam, Yémen, Yougoslavie, Zaïre, Zambie,
Zimbabwe, Rhodésie du Sud, Kosovo
"""
