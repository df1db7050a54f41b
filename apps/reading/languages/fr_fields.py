"""French wordings of what comes back, to whom, when, and under which reservations."""

# One wording a line, however long.
# fmt: off

from apps.reading.wording import Wording as W

_BACK = r"(?:présent|soumet|remet|communi|fourni|transmet|adress|établi|fai|élabor|donn|produi|rend|envoy|inclu|consign|propos|formul|consacr|port|publi|dress|livr)[a-zéèâ]*"
_GAP = r"(?:[ ,'-]{1,2}\w+){0,14}?,? (?:d'|l'|l'|un |une |des |de |ses |son |les |leurs |le |la )?"

DELIVERABLE = (
    W("no-report", "none", r"(?:(?:présentation|examen|publication|réception) (?:du|de son|de ses|de leur|des|d'un) )(?:premier |dernier |prochain |troisième )?rapports?|rapport (?:du secrétaire général|du groupe|de la mission|qu'il a|que le|en date|susmentionné|daté|mentionné|visé|du \d|présenté|publié)[^,;.]{0,30}|recommandations (?:formulées|figurant|contenues|énoncées|faites|du|de la|que|issues|pertinentes|des|présentées|qu'il|tendant|adoptées)|propositions (?:formulées|figurant|contenues|du|de la|que|énoncées|faites)|dans (?:le|son|ses|les) rapports? (?:du|en date|de \d)|comme (?:il )?(?:l'a )?(?:proposé|recommandé|indiqué)|plans? d'action|(?:échange|mise en commun|partage)s? (?:d'informations|de renseignements|d'information)|par rapport|rapports? (?:entre|avec|de force)|alerte rapide|compte tenu|rendre compte de leurs actes|rend(?:re|e|ra) compte directement (?:à|au) (?!conseil)|rend(?:re|ent) (?:des )?comptes?\b(?= de (?:leurs|ses) (?:actes|agissements))|réunions d'information avec|campagnes? d'information"),
    W("report-and-recommend", "report recommendations", r"(?:rendre|rende|rendra|rendu) compte[^;.\n]{0,200}?(?:recommandations|propositions|options)\b|faire (?:un |figurer )?rapport[^;.\n]{0,200}?(?:recommandations|propositions|options)\b|rapports?\b(?! (?:du secrétaire|en date))[^;.\n]{0,160}?(?:contenant|comportant|assorti|comprenant|y compris|notamment|accompagné|avec|et (?:de )?(?:lui )?(?:faire|présenter|formuler|soumettre|proposer)|formulant|présentant|exposant|incluant|ainsi que)[^;.\n]{0,60}? (?:recommandations|propositions|options)\b"),
    W("submit-both", "report recommendations", rf"{_BACK}(?:[ ,'-]{{1,2}}\w+){{0,20}}? (?:rapports?|informations?|renseignements)(?: \w+)?,? (?:et|ainsi que|avec|contenant|assortis? de|et (?:à )?des) (?:\w+ ){{0,3}}?(?:d'|l')?(?:recommandations|propositions|options)\b"),
    W("brief", "briefing", r"exposés?\b|oralement|de vive voix|rapports? (?:oral|oraux)|comptes? rendus? (?:oral|oraux)|mises? à jour orales?|dialogue interactif|réunions? d'information\b"),
    W("account", "report", r"(?:rendre|rende|rendent|rendra|rendront|rendant)(?: (?:également|régulièrement|immédiatement|périodiquement|sans délai|ensuite|dûment|pleinement|promptement|rapidement|dès que possible|ultérieurement))* compte\b|(?:faire|fasse|fassent|fera|feront|faisant) (?:\w+ )?(?:rapport|le point)\b|faire (?:\w+ )?(?:connaître|part|parvenir)|lui faire part"),
    W("submit-report", "report", rf"{_BACK}{_GAP}(?:\w+ )?(?:rapports?|évaluation écrite|compte rendu|comptes rendus|bilan|mises? à jour|étude au|notification|état actualisé)\b(?! (?:oral|oraux|de force))"),
    W("report-noun", "report", r"\bun (?:\w+ ){0,3}rapport\b|rapports? (?:d'ensemble|final|intérimaire|périodiques?|complets?|détaillés?|d'étape|d'activité|écrits?|annuels?|trimestriels?|semestriels?|d'évaluation|actualisés?)\b|(?:son|leur|ses|leurs|un) (?:prochain|premier|deuxième|dernier|nouveau) rapport"),
    W("in-reports", "report", r"\bdans (?:son|ses|le|les|leur|leurs|tous ses|chacun de ses|un|ces|chaque|le cadre de (?:son|ses))(?: \w+){0,2} rapports?\b|rapports qu'il (?:lui )?présente|rapports et exposés|dans le présent rapport"),
    W("inform", "report", r"(?:tenir|tienne|tiendra|tenant|maintenir|tiennent|tenu|tenir régulièrement|continuer à l'en tenir|l'en tenir)(?: [\w'-]+,?){0,9}?,? (?:informée?s?|au courant|au fait|avisée?s?)\b|\b(?:d'|à |l'|et |les |de l'en |l'en )(?:en )?(?:informer|aviser|avertir)\b(?! (?:le public|la population|l'opinion))|(?:informe|avise|notifie|informeront|informera|informent) (?:le|la|les|immédiatement|sans|par|préalablement|au)\b|(?:de|à|et) (?:\w+ )?notifier|porter à (?:son|l') ?attention|(?:de|l'|s'|d'|à|le) (?:l'|les |le )?(?:informer|alerter|aviser)\b|lui signaler|signaler (?:au|à|toute|immédiatement)|en l'informant"),
    W("information", "report", rf"{_BACK}(?:[ ,'-]{{1,2}}\w+){{0,12}}?,? (?:d'|l'|toutes? |des |les |leurs |ses |de |toute )(?:autres? |plus amples )?(?:informations?|renseignements|observations|vues|données|précisions|éléments d'information)\b|informations disponibles"),
    W("recommend", "recommendations", rf"{_BACK}(?:[ ,'-]{{1,2}}\w+){{0,10}}?,? (?:des |de |ses |d'|les |leurs |toutes )?(?:éventuelles |nouvelles |autres |toutes )?(?:recommandations|propositions|options|suggestions)\b(?! (?:formulées|figurant|contenues|du|de la))|(?:présent|soumet|élabor|établi|communi|propos|mettre au point|dress|arrêt)[a-zéè]*(?: \w+| l'\w+){{0,6}} (?:un|le|son|des|les|leur|d'un) (?:\w+ )?(?:plans?|calendrier|concept d'opérations|stratégie|feuille de route|programme d'action)\b(?! d'action)|\bde recommander\b|(?:de|et) (?:lui )?proposer (?:des|les|toute|tout|au|un)|lui recommander|faire des recommandations"),
)

RECIPIENTS = (
    W("committee", "committee", r"(?:au|informer le|aviser le|le) (?:\w+ )?comité\b(?! de rédaction)|au groupe (?:d'experts|de travail|de contrôle)"),
    W("council-assembly", "assembly council", r"conseil(?: de sécurité)? et à l'assemblée générale|assemblée générale et au conseil"),
    W("council", "council", r"(?:au|le) conseil(?: de sécurité)?\b(?! (?:économique|des droits|de paix))|\b(?:lui|de le|l'en|le|l'|l'y)(?= ?(?:présenter?|rendre|tenir|soumettre|faire|communiquer|informer|adresser|remettre|fournir|recommander|proposer|transmettre|signaler|en|formuler|donner|aviser))"),
    W("assembly", "assembly", r"(?:à|devant|informer|dans) l'assemblée(?: générale)?\b"),
    W("secretary-general", "secretary-general", r"(?:au|informer le) secrétaire général\b(?! (?:d'|de |à ))"),
    W("member-states", "member-states", r"aux états membres|informer les états"),
    W("other", "other", r"à l'union africaine|au conseil économique et social|au conseil de paix et de sécurité|au haut-commissa|au tribunal|à la commission"),
)

_BY = r"(?:au plus tard|d'ici(?: à| au| le|-)?|avant|jusqu'au plus tard|pour|avant le|pas plus tard que|à compter|dès|le)(?: au plus tard)?(?: le| la| à la| à| au| en)?"
_WITHIN = r"(?:dans|d'ici(?: à)?|sous|au plus tard|dans un délai(?: maximum| maximal| ne dépassant pas)? de|dans les|au bout de|après|en|dans le délai de|à l'issue d'une période de|pas plus tard que|dans une période de|au cours des)(?: un délai(?: maximum| maximal)? (?:de|ne dépassant pas)| une période de| les| des| au plus tard)?(?: prochains?| prochaines?| premiers?| premières?)?"
_FROM = r"(?: (?:à compter|à partir|de|suivant|après|qui suivent|à dater)(?: de| du| d')?(?: la| l')? ?(?:date (?:de |d'|à laquelle )?)?(?:la |l')?(?:présente (?:résolution|déclaration|décision)|adoption|date d'adoption|sa date d'adoption|son adoption|ce jour)[\w ']{0,40}?)"
_PROCHAINS = r"(?:prochains?|prochaines?|derniers|premiers|premières|prochains |derniers )?"

TIMING = (
    # -- what is no timing of the act
    W("background-date", "none", r"(?:en date du|datée? du|du|de|des|le|signée?s? (?:à \w+ )?le|depuis le|depuis|adoptée?s? le|conclue? le|entre le|publiée?s? le|tenue?s?(?: à [\w ]{2,20})? (?:le|du|en)|lettres? du|rapport du|et|en|au|créée? le|prévues? (?:pour|le|en)|survenus? le|commises? (?:le|en|à)|pour|intervenue le|fixée? au) <date>(?! au plus tard)(?! au \d)(?! et jusqu)"),
    W("old-annual", "none", r"(?:réunion|session|débat|budget|cycle|consultation)s? annuel(?:le)?s?|budget ordinaire|session ordinaire|dialogue régulier|mesures immédiates|cause immédiate|besoins immédiats|régulièrement élu|voisins immédiats"),
    W("purpose", "none", r"(?:pour|afin de|en vue de|de façon à|de manière à|destinées? à|tendant à|visant à) [^,;.:\n\d]{0,80}?(?:rapides?|rapidement|promptement|immédiatement|sans tarder|sans délai|d'urgence|au plus (?:vite|tôt))\b"),
    # -- mandates and measures
    W("for-until", "for:P{n}{unit} until:{date}", r"(?:pour une|d'une|pour|de|une)(?: nouvelle| dernière| seconde| première| période| ultime| durée)*(?: période| durée)?(?: supplémentaire| initiale| additionnelle| intérimaire| finale| unique)*(?: de| d')? ?(?:<n>) (?:<unit>)\b(?: supplémentaires?)?,?(?: soit| c'est-à-dire| à savoir| allant| qui prendra fin| se terminant| s'achevant| prenant fin| expirant| qui expirera| renouvelable)?,? ?(?:jusqu'au|jusqu'à la|jusqu'à|le|au)(?: minuit le)? ?(?:<date>)"),
    W("from-until", "until:{date}", r"(?:du|à compter du|à partir du) \d{1,2}(?:er)?(?: \w+)?(?: \d{4})? (?:au|jusqu'au) (?:<date>)"),
    W("until", "until:{date}", r"(?:jusqu'au|jusqu'à la|jusqu'à|jusqu'en|prenant fin le|expirant le|prendra fin le|expirera le|se terminant le|s'achevant le|venant à expiration le|viendra à expiration le|jusque)(?: minuit le| plus tard le)? ?(?:<date>)"),
    W("for-from", "for:P{n}{unit} from:{date}", r"(?:pour une|d'une|pour|de)(?: nouvelle| dernière| première)*(?: période| durée)?(?: supplémentaire| initiale| additionnelle)*(?: maximum| maximale| n'excédant pas| ne dépassant pas)?(?: de| d')? ?<n> <unit>\b(?: supplémentaires?)?,? (?:à (?:compter|partir) (?:du|de la)|commençant le|prenant effet le|débutant le|à dater du) <date>"),
    W("days-after", "for:P{n}{unit} from:{date}", r"pendant (?:une (?:période|durée) (?:\w+ )?(?:de|d'|n'excédant pas|ne dépassant pas) ?)?(?:au (?:plus|maximum) )?<n> <unit>,? (?:à (?:compter|partir) (?:du|de la)|au plus à partir du) <date>"),
    W("counted-from", "for:P{n}{unit} from:{date}", r"<n> <unit>\b(?: maximum| au maximum| au plus)?,? à (?:compter|partir) (?:du|de la) <date>"),
    W("for-period", "for:P{n}{unit}", r"(?:pour|pendant)(?: une)?(?: (?:nouvelle|dernière|première|période|durée|initiale|supplémentaire|intérimaire|additionnelle|maximum|maximale|renouvelable|limitée|ultime|seconde|totale|transitoire|ne dépassant pas|n'excédant pas|au maximum|au plus|pouvant aller jusqu'à|fixe))*(?: de| d'| n'excédant pas| ne dépassant pas)? ?<n> (?:nouveaux |nouvelles )?<unit>\b"),
    W("period-of", "for:P{n}{unit}", r"(?:d'une|une|de la) (?:nouvelle |dernière |première )*(?:période|durée)(?: (?:initiale|supplémentaire|additionnelle|maximale|maximum|intérimaire|transitoire|finale))*(?: de| d'| pouvant aller jusqu'à) ?<n> <unit>\b|(?:proroger|prolonger|renouveler|reconduire|proroge)[^;.\n]{0,100}? de <n> (?:nouveaux )?<unit>\b"),
    # -- before the end of a mandate
    W("before-expiry", "before-expiry:P{n}{unit}", r"(?:au moins |au plus tard |pas moins de )?<n> <unit>(?: au (?:moins|plus tard))? avant (?:la |l'|le |son |leur )?(?:fin|expiration|terme|échéance|achèvement|date d'expiration)|dans les <n> <unit> (?:qui précèdent|précédant|avant) (?:la |l')?(?:fin|expiration)"),
    W("before-end", "before-expiry:P0D", r"(?:avant|d'ici à|d'ici|à|au|pour|avant que) (?:la |l'|le |son )?(?:fin|expiration|terme|échéance|l'expiration) (?:de |du |de la |de l'|de cette )?(?:ce |son |leur |sa |cette |présent |l')?(?:nouveau |nouvelle |actuel |présent )?(?:mandat|période|prorogation|autorisation)[\w ']{0,20}|avant que (?:son|le|leur) mandat (?:n'expire|ne (?:vienne|prenne))"),
    # -- events
    W("within-of-event", "event", r"(?:dans (?:un délai (?:maximum )?de |les )?|au plus tard |au moins |sous )?<n> <unit>(?: au plus(?: tard)?)? (?:après|suivant|avant|à compter de|à partir de|qui suivront|qui suivent|de) (?:la |le |l'|leur |son |cette |sa |réception )(?!présente|adoption|date (?:d'|de l')adoption|date de la présente)[a-zé' ]{3,40}"),
    # -- periods from adoption
    W("within", "within:P{n}{unit}", rf"{_WITHIN} ?<n> <unit>\b(?: au plus(?: tard)?)?{_FROM}?(?! (?:et demi|avant))"),
    W("after-adoption", "within:P{n}{unit}", rf"<n> <unit>{_FROM}"),
    W("next-days", "within:P{n}{unit}", r"(?:dans|au cours de|d'ici à) (?:les|des)? ?<n> (?:prochains?|prochaines?) <unit>\b"),
    W("within-next-days", "within:P{n}{unit}", r"dans les <n> <unit> (?:qui suivent|suivant)"),
    # -- intervals
    W("every", "every:P{n}{unit}", r"(?:tous|toutes) les <n> <unit>\b|(?:tous|toutes) les <unit>\b|chaque <unit>\b|(?:une fois|au moins une fois) (?:par|tous les) (?:<n> )?<unit>\b"),
    W("intervals", "every:P{n}{unit}", r"(?:à )?(?:des )?intervalles (?:réguliers )?(?:de|d'au plus|n'excédant pas|ne dépassant pas)(?: plus de)? <n> <unit>\b"),
    W("in-half-yearly-report", "series every:P6M", r"dans (?:son|ses|leurs?|le|les)(?: \w+)? rapports? (?:\w+ )?semestriels?"),
    W("twice-year", "every:P6M", r"deux fois par an|semestriel(?:le)?s?|semestriellement|tous les semestres"),
    W("in-annual-report", "series every:P1Y", r"dans (?:son|ses|leurs?|le|les)(?: \w+)? rapports? annuels?"),
    W("in-biennial-report", "series every:P2Y", r"dans (?:son|ses|leurs?|le|les)(?: \w+)? rapports? (?:biennal|biennaux|bisannuels?)"),
    W("in-quarterly-report", "series every:P3M", r"dans (?:son|ses|leurs?|le|les)(?: \w+)? rapports? trimestriels?"),
    W("annual", "every:P1Y", r"annuellement|chaque année|tous les ans|une fois (?:par|l') ?an|rapports? annuels?|(?:exposé|compte rendu|base)s? annuel(?:le)?s?"),
    W("quarterly", "every:P3M", r"trimestriellement|trimestriel(?:le)?s?|chaque trimestre"),
    W("monthly", "every:P1M", r"mensuellement|mensuel(?:le)?s?|chaque mois"),
    W("weekly", "every:P1W", r"hebdomadaires?"),
    W("biennial", "every:P2Y", r"bienna(?:l|le|ux)|bisannuel(?:le)?s?|tous les deux ans"),
    # -- sessions
    W("session-named", "session:{ordinal}", r"(?:à|lors de|pour|pendant|au cours de|avant|d'ici à|durant) (?:sa|la|leur)(?: prochaine)? <ordinal> session"),
    # -- dates
    W("by-date", "by:{date}", rf"{_BY} ?(?:<date>)(?: au plus tard)?"),
    W("on-date", "by:{date}", r"(?:organisée?s?|tenue?s?|convoquée?s?|se (?:tienne|fasse|réunisse|tienne à nouveau)|prend(?:ra|ront|re|rait) effet|entrer(?:a|ont)? en vigueur|prendr(?:a|ont) fin|expirer(?:a|ont))[^,;.\n]{0,40}? (?:en|le|au|à partir du) <date>"),
    # -- other reports
    W("series-regular", "series", r"(?:dans|de|lors de|à l'occasion de|avec|par)(?: (?:chacun|tous|toutes|l'ensemble) (?:de|d'entre))?(?: (?:son|sa|ses|leurs?|les|le|ces|des|tous ses|un de ses|tous les|chacun de ses))(?: (?:prochains?|futurs?|premiers?|dernier|divers|différents|autres|deux|deuxième))* rapports?\b(?! (?:du|en date|de la|que|avec les|sexuels|entre))(?: (?:périodiques?|réguliers|ultérieurs|écrits|à venir|habituels|de situation|intérimaires?|final|mensuels|qu'il (?:lui )?présente))?|rapports et exposés qu'il|rapports qu'il (?:lui )?(?:présente|soumet|présentera)|(?:ses|leurs) exposés"),
    W("this-report", "series", r"dans (?:ce|cet|le présent) (?:même )?rapport|une section de (?:ses|son)|rapports périodiques"),
    # -- regular
    W("regular", "regular", r"(?:tenir|tienne|tenant|tiendra|tiennent|maintenir|tenu)(?: [\w'-]+,?){0,9}?,? (?:informée?s?|au courant|au fait)\b|régulièrement(?! élu)|périodiquement|(?:de façon|de manière|à titre|à intervalles|sur une base) (?:régulière|réguliers|périodique|continue|suivie)|en permanence|de temps à autre|constamment à l'(?:étude|examen)|(?:rapports?|exposés?|comptes rendus|informations|points?|mises? à jour) (?:périodiques?|régulier(?:s|ères|ère)?)\b|à l'examen (?:constant|permanent)|en continu|selon qu'évoluera|au fur et à mesure"),
    # -- at once
    W("asap", "asap", r"sans (?:plus )?(?:tarder|attendre|délai|retard)|sans (?:plus de|autre|nouveau) (?:délai|retard)s?|immédiatement(?! (?:après|avant|à la suite))|sur-le-champ|dès que possible|aussitôt que possible|le plus (?:tôt|rapidement|vite) possible|dans les (?:meilleurs|plus brefs|plus courts) délais|dans (?:le plus bref|les plus brefs) délais?|d'urgence|de toute urgence|à bref délai|rapidement|promptement|dans l'immédiat|au plus (?:tôt|vite)|avec (?:célérité|diligence)|avec effet immédiat|au plus tôt|à une date rapprochée|aussi rapidement que possible|dès maintenant|prestement|urgemment"),
    W("asap-adjective", "asap", r"(?:libération|cessation|cessez-le-feu|retrait|application|mise en œuvre|mise en oeuvre|arrêt|déploiement|reprise|action|mesures|retour|levée|conclusion|fin|remise|instauration|examen|entrée en vigueur|démantèlement|désarmement|nomination|adoption|signature|achèvement|lancement|convocation|désignation|accès|départ)(?: (?:et|complète?|totale?|intégrale?|inconditionnelle?|effective?|effectif|pacifique|sans condition|définitive?|définitif|pleine|saine|urgente))* (?:immédiate?s?|urgente?s?|rapides?|prompte?|accélérée?|dans les meilleurs)\b|(?:rapide|prompte|prompt) (?:mise en|application|déploiement|reprise|conclusion|retour|libération|adoption|achèvement|lancement|retrait|désarmement|tenue|examen)|leur libération immédiate"),
    # -- events and conditions
    W("event", "event", r"(?:dès|une fois|après|à la suite de|à l'issue de|lors de) (?:la |le |l'|leur |son |sa |cette )?(?:réception|achèvement|conclusion|élection|signature|création|adoption d'un|déploiement|arrivée|entrée en vigueur|nomination|présentation|transfert|formation|notification|demande|tenue|tenus? |constitution|mise en place|fin des|retrait|scrutin)|au cas où|en cas de|dans (?:le cas où|l'éventualité)|sous réserve (?:de|que|du|d')|dès (?:que (?!possible)|lors que|qu')|lorsqu(?:e|')|si (?:le|la|les|elle|ils|elles|nécessaire la|l'|une|un|ces|ce|aucun)\b|s'il (?!y a lieu|le faut|convient)|jusqu'à ce que|jusqu'à (?:la |l')(?:conclusion|tenue|élection|décision|adoption|installation|mise en|entrée|achèvement)|en attendant (?:la|le|que|l')|à (?:sa|leur|la) demande\b|au moment (?:de|où)|après que|quand\b|à condition (?:que|de)|à mesure que|avant de\b|avant que\b|une fois que"),
)

QUALIFIERS = (
    W("appropriate-measures", "none", r"mesures (?:appropriées|voulues|nécessaires|qui s'imposent)|(?:toutes|les) (?:les )?mesures"),
    W("as-appropriate", "as-appropriate", r"selon qu'il (?:conviendra|convient|sera approprié)|le cas échéant|s'il y a lieu|lorsqu'il y a lieu|comme il convient|selon que de besoin et|selon le cas|de manière appropriée|s'il (?:le juge|l'estime) (?:approprié|opportun|utile)|si elle? (?:le juge|l'estime) (?:approprié|opportun)|selon qu'(?:il|elle)s? (?:le )?juger(?:a|ont)|en tant que de besoin et|lorsque cela (?:est approprié|s'y prête)|lorsqu'il convient|quand il y a lieu|dûment"),
    W("within-resources", "within-resources", r"dans (?:la limite|les limites|la mesure) (?:de|des|du) (?:ses |leurs |son |la |ces )?(?:ressources|moyens|capacités|zones|mandat|capacité)[\w ]{0,20}|ressources (?:existantes|disponibles)|moyens disponibles|dans les limites de"),
    W("in-consultation", "in-consultation", r"en (?:étroite |pleine |bonne )*(?:et )?(?:consultation|concertation|coopération|collaboration|coordination|liaison|association|partenariat)s?(?: étroite)?(?: et (?:en )?(?:étroite )?(?:consultation|concertation|coopération|collaboration|coordination|liaison))? avec|de concert avec|conjointement avec|en consultation\b|après (?:avoir consulté|consultation|en avoir consulté)|en coopération\b|en consultant|en se concertant avec|après (?:des )?consultations avec"),
    W("as-necessary", "as-necessary", r"selon (?:que )?(?:les|ses|leurs) besoins|(?:si|selon que|lorsque|en tant que|quand|au|s'il|le cas échéant si|autant que)(?: de| c'est| cela (?:est|sera|s'avère)| le)? ?(?:nécessaire|besoin|faut)\b|lorsque les circonstances l'exigent|au besoin|si (?:cela|besoin) (?:est|s'avère nécessaire)"),
)
