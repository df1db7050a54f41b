"""French wordings: letters, numbers, structure and verbs. Names and fields stand beside it."""

# One wording a line, however long.
# fmt: off

from apps.reading.language import Language
from apps.reading.wording import Wording as W

from .fr_actors import ACTORS, DECIDED, PRONOUNS, STATES
from .fr_citing import CITING
from .fr_fields import DELIVERABLE, QUALIFIERS, RECIPIENTS, TIMING, UNCLEAR
from .fr_numbers import DATES, MONTHS, NUMBERS, ORDINALS, UNITS

# Words between the verb and what hangs on it.
_ADV = (
    r"(?:,? (?:également|en outre|aussi|à nouveau|de nouveau|une (?:nouvelle fois|fois encore|fois de plus)|encore(?: une fois)?|donc|par conséquent|"
    r"en conséquence|ainsi(?! qu)|par ailleurs|au surplus|de plus|toutefois|cependant|dès lors|enfin|solennellement|expressément|en particulier|ici|à (?:cet égard|ce sujet|ce propos|cet effet)|dans ce contexte|à cette fin|"
    r"cordialement|fermement|toujours|parallèlement|respectueusement|spécialement)\b)*,?"
)
_STRONG = r"(?: et| à nouveau| de nouveau| également| en outre| une nouvelle fois| aussi| par ailleurs| encore)* ?,?(?:instamment|vivement|avec insistance|énergiquement|fermement|de la manière la plus ferme|avec force|solennellement|de toute urgence)\b"
_OWN_ACT = (
    r"(?:rester|demeurer|continuer|examiner|réexaminer|étudier|revoir|reprendre|revenir|suivre|surveiller|évaluer|réévaluer|envisager|considérer|"
    r"se réunir|se saisir|se tenir|tenir|entreprendre|effectuer|procéder|ajourner|reporter|différer|agir|prendre|accorder toute|accorder une|débattre|"
    r"poursuivre|garder|maintenir (?:la question |cette question )?à l'(?:étude|examen)|maintenir (?:la situation|ces questions|la question)|donner suite|imposer|consacrer)\b"
)
_FUTURE = (
    r"(?:restera|demeurera|continuera|examinera|réexaminera|étudiera|reverra|reprendra|reviendra|suivra|surveillera|évaluera|envisagera|gardera|tiendra|"
    r"prendra|se réunira|se tiendra|maintiendra|fera le point|poursuivra|procédera|considérera|veillera|organisera)\b"
)
_OWN = r"(?:exprime|réaffirme|réitère|confirme|redit|rappelle|renouvelle|affirme|déclare|manifeste|répète|souligne|note)" + _ADV + r" "
_AGAIN = r"(?:réitère|renouvelle|réaffirme|répète|confirme)" + _ADV + r" "
_ONES_OWN = r"(?:son|sa|ses|l'|la|les)(?: (?:pressant|pressante|ferme|vif|vive|propre))? ?"
# What follows is a thing or an act, not somebody.
_THING = (
    _ADV + r"(?= (?!(?:le |la |les |l')?(?:secrétaire|gouvernement|parties|mission|commun|états|pays|autorités|organis|comité|conseil|union|assemblée|force|toutes les parties|tous les états))"
    r"(?:le|la|les|un|une(?! nouvelle fois| fois)|des|leur|leurs|son|sa|ses|cette|ce|plus|davantage) | l'(?!union|organis|assemblée|ensemble|autorité|opération))"
)

VERBS = (
    # -- the body's own commitment
    W("seized", "intends", rf"(?:décide|convient){_ADV} de (?:rester|demeurer){_ADV}(?: activement)? saisie?s?\b"),
    W("remains-seized", "intends", r"(?:demeure|reste|restera|demeurera)(?:nt)?(?: activement)? saisie?s?\b"),
    W("decides-own", "intends", rf"(?:décide|décidons|convient|convenons){_ADV}(?: d'un commun accord|,[^,;.\n]{{1,80}},)? (?:de |d'){_OWN_ACT}"),
    W("decides-that-own", "intends", rf"décide{_ADV} (?:qu'il |qu'elle |que le conseil (?:de sécurité )?){_FUTURE}"),
    W("says-it-will", "intends", rf"(?:réaffirme|confirme|déclare|affirme|indique|réitère){_ADV} (?:qu'il |qu'elle |que le conseil )(?:{_FUTURE}|(?:compte|entend|se propose)(?=,? (?!que)))"),
    W("own-intention", "intends", _OWN + r"(?:qu'il a l'intention|(?<!note )(?<!rappelle )(?<!souligne )l'intention (?=de |d')|(?:sa|leur) (?:ferme |pleine |vive )?(?:intention|disponibilité|disposition)|son (?:ferme |vif )?(?:intention|empressement)|qu'il (?:a l'intention|est (?:prêt|disposé|résolu|déterminé)|entend|se tient prêt))\b"),
    W("own-will", "intends", rf"(?:exprime|manifeste|déclare){_ADV} sa (?:ferme |pleine )?(?:volonté|détermination|résolution) (?:de |d')"),
    W("own-will-again", "intends", rf"(?:réaffirme|réitère|confirme){_ADV} sa (?:ferme |pleine )?volonté (?:de |d'){_OWN_ACT}"),
    W("declares-ready", "intends", rf"(?:se déclare|se dit|s'affirme|se tient|se montre|est|demeure|reste){_ADV}(?: fermement| tout)? (?:prête?s?|disposée?s?|résolue?s?|déterminée?s?|décidée?s?){_ADV}(?=,| à )"),
    W("pledges", "intends", rf"(?:s'engage|nous engageons){_ADV}(?: [a-zé]+ment)?(?= à\b|,)"),
    W("has-intention", "intends", rf"a{_ADV} l'intention (?:de |d')"),
    W("intends", "intends", rf"(?:entend|compte|se propose (?:de|d')){_ADV}(?: pour sa part| bien)?(?=,? ?(?!entre |compte |que )(?:s'|se |en |y |le |la |les |l'|lui |leur |ne )*[a-zéèêîô]+(?:er|ir|re|oir)\b)"),
    W("will", "intends subject", rf"{_FUTURE}"),
    # -- decides
    W("decides-request", "requests", rf"décide{_ADV} (?:de prier|de demander)\b"),
    W("decides-invite", "invites", rf"décide{_ADV} d'inviter\b"),
    W("decides-urge", "urges", rf"décide{_ADV} (?:d'engager|d'exhorter)\b"),
    W("decides-recommend", "recommends", rf"décide{_ADV} de recommander\b"),
    W("decides-list", "decides", rf"décide{_ADV},? (?:au vu|en|à|eu égard|compte|conformément|agissant|afin|pour|ayant|dans|sans|comme|vu|aux) [^;:\n]{{1,250}}(?=:)(?<!que)(?<!suivant)(?<!suivante)(?<!suivants)(?<!suivantes)"),
    W("decides", "decides", rf"décid(?:e|ons)\b{_ADV}"),
    W("decision-again", "decides", _AGAIN + r"sa décision (?:de |d'|que |qu')"),
    W("establishes", "decides", rf"(?:crée|institue|établit|proroge|prolonge|reconduit|renouvelle|met fin (?:au|à))\b{_ADV}(?= (?!en particulier|son |sa |ses |l'appel|les appels|l'expression|la demande|leur |de |d')[a-z'])"),
    # -- demands
    W("demand-again", "demands", _AGAIN + _ONES_OWN + r"exigences?\b"),
    W("demands", "demands", rf"exig(?:e|eons)\b{_ADV}"),
    W("insists", "demands", rf"insiste{_ADV} pour (?:que|qu')"),
    W("directs", "demands", rf"(?:enjoint|ordonne|somme|donne pour instructions?|donne(?: pour)? (?:mandat|mission))\b{_ADV}(?= (?:à|au|aux|que|le|la|les)\b)"),
    W("tasks", "requests", rf"(?:charge|mandate)\b{_ADV}(?= (?:le|la|les|l'|son|ses|ce|cette)\b[^;.\n]{{2,160}} (?:de|d'|à)\b)"),
    # -- calls upon
    W("call-again", "calls-upon", _AGAIN + _ONES_OWN + r"appels?\b(?: qu'il (?:a|avait) (?:lancé|adressé|fait)s?(?: (?:dans|par|le) [^;.\n]{1,90}?,?(?= (?:à|au|aux)\b))?)?"),
    W("request-again", "requests", _AGAIN + _ONES_OWN + r"demandes?\b(?: qu'il (?:a|avait) (?:faite?|formulée?|adressée?)s?)?"),
    W("invitation-again", "invites", _AGAIN + _ONES_OWN + r"invitations?\b"),
    W("recommendation-again", "recommends", _AGAIN + _ONES_OWN + r"recommandations? (?:que|tendant)\b"),
    W("urges-asking", "urges", rf"(?:(?<!\bla )(?<!\bune )(?<!\bleur propre )demand(?:e|ons)|pri(?:e|ons)|invit(?:e|ons)|(?:appelle|appelons)){_STRONG}{_ADV}"),
    W("demands-strictly", "urges", rf"lance{_ADV} un(?: nouvel)? appel (?:pressant|instant|solennel|urgent) (?=à |au |aux |pour )"),
    W("appeals", "calls-upon", rf"(?:lance{_ADV} un(?: nouvel| vibrant)? appel|fait{_ADV} appel|en appelle)(?: [a-zé]+)?(?= (?:à|au|aux|pour|en faveur)\b)"),
    W("asks-secretary", "requests", rf"(?<!\bla )(?<!\bune )(?<!\bleur propre )demand(?:e|ons)\b{_ADV}(?=,? (?:au secrétaire|à la mission|au comité|au groupe d|à la commission|à son|au président|que\b|qu'))"),
    W("asks-thing", "calls-upon noun", r"(?<!\bla )(?<!\bune )(?<!\bleur propre )demand(?:e|ons)\b" + _THING),
    W("asks", "calls-upon", rf"(?<!\bla )(?<!\bune )(?<!\bleur propre )demand(?:e|ons)\b{_ADV}"),
    W("calls-for", "calls-upon noun", rf"appelle{_ADV} (?:à (?!tou|l'union|l'ensemble|ce |ces )|au )(?=[a-z'])"),
    W("calls", "calls-upon", rf"(?:appelle|appelons)\b{_ADV}(?: également)?"),
    # -- requests
    W("requests", "requests", rf"pri(?:e|ons)\b{_ADV}"),
    # -- the rest
    W("urges", "urges", rf"(?:engag(?:e|eons)|exhort(?:e|ons)|adjure|conjure)\b(?:{_STRONG})?{_ADV}"),
    W("presses", "urges", rf"(?<!\bla )(?:presse|incite)\b{_ADV}(?=,? (?:le|la|les|l'|tou|chac))"),
    W("encourages", "encourages", rf"encourag(?:e|eons)\b(?:{_STRONG})?{_ADV}"),
    W("encouragement-again", "encourages", _AGAIN + r"ses encouragements\b"),
    W("invites", "invites", rf"invit(?:e|ons)\b{_ADV}"),
    W("recommends", "recommends", rf"(?:recommand(?:e|ons)|suggère|suggérons|conseille|préconise)\b(?:{_STRONG})?{_ADV}"),
    W("authorizes", "authorizes", rf"(?:autoris(?:e|ons)|habilite)\b{_ADV}"),
    W("expects", "expects", rf"(?:attend|s'attend|escompte)\b{_ADV}(?: désormais| beaucoup)?(?: (?:à ce que|avec (?:le plus |beaucoup d')?(?:vif )?(?:intérêt|impatience)))?(?: de (?:recevoir|prendre connaissance|pouvoir examiner|connaître)\b)?"),
    W("hopes-told", "expects", rf"(?:espère|espérons|compte|souhaite){_ADV} (?=(?:que|qu')[^;.\n]{{2,80}} (?:l'|le |lui |les |nous )(?:en )?(?:informer|tiendr|présenter|soumettr|rendr|fer|communiquer|adresser|remettr|fournir)(?:a|ont)\b)"),
    W("hopes-for", "expects noun", r"appelle de ses v(?:œ|oe)ux\b"),
    W("counts", "expects", rf"(?:compte|entend){_ADV}(?= (?:que\b|qu'))"),
    # -- the members of the Council
    W("members-urge", "urges subject", rf"(?:demandent|prient|invitent){_STRONG}|(?:exhortent|engagent)\b{_ADV}"),
    W("members-ask", "calls-upon subject", rf"(?:demandent|prient|appellent(?! l'attention)|lancent un appel)\b{_ADV}"),
    W("members-invite", "invites subject", rf"invitent\b{_ADV}"),
    W("members-encourage", "encourages subject", rf"encouragent\b{_ADV}"),
    # -- asked in the passive
    W("is-requested", "requests passive", rf"(?:est|sont){_ADV} priée?s?\b{_ADV}(?= (?:de\b|d'))"),
    W("it-is-asked", "requests", rf"il est{_ADV} demandé(?= (?:à|au|aux)\b)"),
    W("is-invited", "invites passive", rf"(?:est|sont){_ADV} invitée?s?\b{_ADV}(?= à\b)"),
    W("is-encouraged", "encourages passive", rf"(?:est|sont){_ADV}(?: vivement)? encouragée?s?\b{_ADV}(?= à\b)"),
    W("is-urged", "urges passive", rf"(?:est|sont){_ADV}(?: instamment)? (?:exhortée?s?|instamment priée?s?)\b{_ADV}(?= (?:à|de)\b)"),
    # -- a participle after the main verb
    W("requesting", "requests participle", rf"priant\b(?! instamment){_ADV}"),
    W("asking", "requests participle", rf"demandant\b(?! instamment){_ADV}"),
    W("urging", "urges participle", rf"(?:engageant|exhortant|priant instamment|demandant instamment)\b{_ADV}"),
    W("encouraging", "encourages participle", r"encourageant(?= (?:le|la|les|l'|tous|toutes)\b)"),
    W("inviting", "invites participle", r"invitant(?= (?:le|la|les|l'|tous|toutes)\b)"),
    # -- the items of a list that `Décide :` opens
    W("to-request", "requests item", r"(?:de )?(?:prier|demander)\b"),
    W("to-urge", "urges item", r"(?:d')?(?:engager|exhorter)\b"),
    W("to-demand", "demands item", r"(?:d')?exiger\b"),
    W("to-invite", "invites item", r"(?:d')?inviter\b"),
    W("to-encourage", "encourages item", r"(?:d')?encourager\b"),
    W("to-call", "calls-upon item", r"(?:de )?lancer un appel\b|(?:d')?appeler\b(?! l'attention)"),
    W("to-authorize", "authorizes item", r"(?:d')?autoriser\b"),
    W("to-recommend", "recommends item", r"(?:de )?recommander\b"),
    W("to-remain", "intends item", rf"(?:de |d')?{_OWN_ACT}"),
    W("to-renew", "decides item", r"(?:de |d')?(?:proroger|renouveler|créer|établir|instituer|prolonger|mettre fin|nommer|reconduire)\b"),
)
NOT_VERBS = (
    W("no-duty", "none", rf"décide{_ADV} (?:de |d')(?:condamner|changer (?:la dénomination|le nom)|rebaptiser|renommer|se féliciter|féliciter|exprimer|noter|prendre (?:note|acte)|réaffirmer|faire sien|approuver|entériner|adopter|admettre|désigner|proclamer|observer|remercier|rendre hommage|souscrire|déclarer)\b"),
    W("definition", "none", rf"décide{_ADV} (?:qu'aucune|que rien dans|qu'aux fins|que, aux fins|que l'expression|que le terme)"),
    W("draws-attention", "none", r"appell(?:e|ent)(?: [a-zé]+){0,3} (?:l'|leur |son )attention\b|attend(?:ent)?(?= (?:que|de voir) (?:la paix|un jour))"),
    W("noun-asks", "none", r"il recommande (?:à|que) l'assemblée|demande (?:formulée|faite|présentée|adressée|tendant|contenue|figurant|écrite|intérieure|mondiale)\b|demande d'(?:asile|inscription|adhésion|assistance|information)\b|compte tenu\b|autorise à penser"),
    W("makes-a-climate", "none", r"(?:crée|établit) (?:une atmosphère|un climat|un environnement|les conditions|des conditions|un lien|que)\b"),
    W("is-determined-outcome", "none", r"décide du\b"),
)
_CLITIC = r"(?:(?:les?|la|leur|lui|y|en) |l'|l' )"
_LEFT = rf"(?:{_CLITIC})?(?:{_CLITIC})?[\"']? ?$"
_BODY = r"(?:il|nous|le comité (?:spécial|préparatoire)|le conseil(?: de sécurité| des droits de l'homme| économique et social)?|l'assemblée(?: générale)?|les membres du conseil(?: de sécurité)?|la commission|l'instance permanente|le conseil (?:d'administration|exécutif)|le forum)"

LANGUAGE = Language(
    code="fr",
    small_words="le la les des du et à que dans pour en par au aux une sur est de l d qu il se sa ses son nous",
    numbers=NUMBERS,
    ordinals=ORDINALS,
    ordinal_digits=r"\d{1,3} ?(?:ème|ième|ères?|ers?|e)\b",
    months=MONTHS,
    units=UNITS,
    dates=DATES,
    bodies={
        "council": r"le conseil de s[ée]curit[ée]\b",
        "human-rights-council": r"le conseil des droits de l'homme\b",
        "ecosoc": r"le conseil [ée]conomique et social\b",
        "assembly": r"l' ?assembl[ée]e g[ée]n[ée]rale\b",
    },
    preamble=(
        rf"(?![^;\n]{{10,700}}, {_BODY} (?:demande|prie|invite|encourage|engage|exhorte|recommande|décide|exige|autorise)\b)"
        r"(?:(?:gravement|profondément|vivement|vivement|extrêmement|fermement|pleinement|se déclarant|également|en outre|à nouveau|de nouveau|sérieusement) ){0,6}"
        r"(?:(?!cependant|pendant|durant|devant|suivant|avant|quant|moyennant|nonobstant)[a-zéèêçôîâïœ]{2,}ant\b|s'[a-zéèê]+ant\b|se [a-zéèê]+ant\b|n'[a-zéèê]+ant\b|y [a-zéèê]+ant\b|préoccupée?|convaincue?|consciente?|alarmée?|"
        r"inquiète?|résolue?|déterminée?|guidée?|indignée?|consternée?|attristée?|soucieux|soucieuse|désireux|désireuse|attachée?|encouragée?|vu\b|mû|animée?|inspirée?|notant|saluant)\b"
    ),
    operative=(
        r"(?:(?:en outre|à cet égard|à cette fin|également|de plus|enfin|solennellement),? ){0,6}(?:se |s'|n'|lui |les |en |y )?"
        r"(?!(?:le|la|les|une|cette|notre|votre|article|annexe|articles|entre|outre|contre|comme|chaque|toute|même|elle|titre|partie|presse|page|charte|si|dans|que|de|ce)\b)"
        r"(?:[a-zéèêçôîâïœ]+[^\Wsé]e|[a-zéèêç]+ée|rend|prend|entend|attend|souscrit|se dit|fait|est|a|maintient|convient|enjoint|reconnaît|reconduit|met|tient|établit|soutient|applaudit|crée)(?: |,|:|$)"
        r"(?!du\b|et la\b|ou la\b)"
    ),
    statement_intro=(
        r"(?:a fait|a publié|a lu|fait) (?:(?:au|en leur|en son) nom (?:du conseil|de ses membres|de celui-ci|des membres du conseil)?,? ?)?la (?:déclaration|note) (?:suivante|ci-après)|"
        r"la déclaration suivante (?:a été|au nom)"
    ),
    annex=r"(?:annexes?|appendice|pièce jointe)(?:\s+(?:[ivx\d]+|[a-h]))?\s?\.?",
    closing=r"adoptée? (?:à l'unanimité|à la|à sa|par \d|par consensus|sans (?:être mise|vote)|sur)|\d{1,3}e séance (?:plénière)?",
    furniture=(
        r"(?i:nations ?unies|(?:conseil de sécurité|assemblée générale)?\s?distr\. ?:? ?\w*|générale|français|original ?: ?\w+|"
        r"(?:\d{1,3}\s*)?résolutions adoptées et(?: décisions(?: prises(?: par le(?: conseil.{0,80})?)?)?)?|résolutions et décisions du conseil de sécurité.{0,40}|"
        r"(?:(?:décisions )?prises par le )?conseil de sécurité (?:en \d{4}|du \d.{0,50})|(?:(?:au )?31 )?juillet (?:19|20)\d\d|(?:19|20)\d\d|"
        r"\d{1,3}[°«º]|(?:\d{1,3}\.? ?)?(?:ibid\..{0,90}|(?:nations unies, )?recueil(?: des traités,?.{0,80})?|vol\. \d+, n.{1,30}|voir (?:également )?[sa]/.{3,80}|[sa]/(?:prst/)?\d{2,4}/\d+(?:, (?:annexe|pièce|par|appendice|document|décision).{0,40})?\.?|(?:\d{1,3} ){1,3}\d{1,3})|"
        r"conseil de sécurité\s+\w+-?\w* année|['\"\d]{0,6} ?[sa]/(?:prst/)?\d{2,4}/\d+.{0,50})"
    ),
    kinds=(
        W("draft", "draft", r"projet de (?:résolution|décision)"),
        W("statement", "presidential-statement", r"déclaration (?:faite par le |du )président du conseil de sécurité"),
        W("resolution", "resolution", r"résolution (?:\d|adoptée)"),
        W("report", "report", r"rapports? (?:du secrétaire général|du groupe|spécial|de la mission)"),
        W("letter", "letter", r"lettres? (?:identiques )?(?:datée|en date)"),
        W("note", "note", r"note (?:du|de la|verbale)"),
        W("decision", "decision", r"\bdécision \d"),
    ),
    adopted=(
        W("meeting", "", r"adoptée par (?:le conseil de sécurité|l'assemblée générale|le conseil économique et social)(?: à sa[^\n,]{0,40}séance)?,?\s(?:tenue )?le\s<date>"),
        W("adopted-on", "", r"(?:résolution|décision) adoptée par[^\n]{0,60}\sle <date>"),
        W("resolution-of", "", r"résolution \d{1,4} \(\d{4}\)[^\n]{0,40}\s(?:adoptée )?(?:du|le)\s<date>"),
        W("statement-at", "", r"séance[^\n]{0,40},? (?:tenue )?le <date>"),
        W("adopted", "", r"adoptée[^\n]{0,80}\sle\s<date>"),
    ),
    agenda=r"(?:question intitulée \"+ ?([^\"\n]{3,300}?) ?\"|points? (\d[^\n]{0,60}) de l'ordre du jour)",
    title=r"^\s?(?:r[ée]solution )?\d{1,3}/ ?\d{1,3}\s?\.\s+([^\n]{3,400})",
    resolution_number=r"(?:^|\n|résolution )(\d{1,4}) \(((?:19|20)\d{2})\)",
    sentence_end=r"(?<!\bM)(?<!\bMme)(?<!\bNo)(?<!\bAdd)(?<!\bpar)(?<!\bvol)(?<![A-Z]\.[A-Z])[.?!] ?[\"']{0,3}(?= [\"'(]{0,2} ?[A-ZÀÉÈÊ]|\n[\"'(]{0,3} ?[A-ZÀÉÈÊ]|$)",
    verbs=VERBS,
    not_verbs=NOT_VERBS,
    adverbs=r"\b(?:(?:instamment|solennellement|expressément|vivement|fermement),? ){1,6}$",
    before_verb=(
        rf"(?:^[\"' ]*|[,;:.\"] |[,;:.]|\bet |\bmais |\bou |\([a-z]{{1,4}}\) ?|\b(?:égard|fin|contexte|effet|occasion|fait|conséquence|outre|ailleurs|esprit|cadre|titre|également|part|pourquoi|donc|ainsi|aussi|néanmoins|toutefois) ){_LEFT}"
    ),
    not_before_verb=(
        r"(?:\b(?:qui|que|dont|où|comme|lorsque|lorsqu'|puisque|si|quand|tel que) (?:[a-zé]+ment )?" + _CLITIC + r"?$)|"
        r"\b(?:qu'|que |où |lorsqu'|si |puisqu'|dont )(?:il|elle|le conseil|l'assemblée)(?: de sécurité| générale)? " + _CLITIC + r"?$|"
        r"\b(?:laquelle|lequel|lesquelles|lesquels|auquel|où) (?:il|elle|le conseil|l'assemblée)(?: de sécurité| générale)? (?!a |avait |s'est |l'a )[^,;\n]{0,120}$|"
        r"\bqu(?:e |')(?:le|la|les|l'|tous|toutes|des|ces|cette|ce|son|sa|une?)\b[^,;:.\n]{1,140}[a-zé](?<!\bet)(?<!\ben)(?<!\bmais)(?<!\bou)(?<!égard)(?<!fin)(?<!contexte)(?<!outre)(?<!également)(?<!\bles)(?<!\ble)(?<!\bla)(?<!\bleur)(?<!\blui)(?<!\bil) $|"
        r"\bqui (?:vise|permet|prévoit|appuie|facilite|favorise|soutient|oblige|impose|condamne|demande|invite|affirme|souligne|rappelle|est|n'est) [^,;:\n]{0,100} et $"
    ),
    before_participle=r"(?<!\))(?:, (?:et |en |tout en |ainsi que )?|;? et |,? tout en )$",
    subject=(
        rf"(?:(?:^|[\"'.,;:] |\bet |\bmais |\b(?:fin|égard|contexte|effet|outre|ailleurs|esprit|pourquoi),? )[\"']? ?{_BODY}|"
        rf"^[\"' ]*(?:le conseil|l'assemblée)|, elle),? {_LEFT}"
    ),
    plural_owner=r"[\"']{0,2}les membres du conseil(?: de sécurité)?\b",
    purposes=r"\b(?:afin (?:de|d'|que|qu')|en vue (?:de|d'|que|du|des)|dans le but (?:de|d')|(?:de|d'une) (?:façon|manière) à|de sorte qu[e']|visant à|destinées? à|tendant à)(?![^,;:\n]{0,200} (?:et (?:à|de|d')|avant qu|avant de|au cas où|dès) )",
    owner=(
        r"(?!(?:(?:(?:le|la|les) |l')(?! ?(?:conseil\b|assemblée|commission|membres du|instance permanente|forum\b))|ils\b|elles?\b|j'|je |certains|plusieurs|quelques|un |une |m\.|mme|des |ces |ce (?!faisant))(?!\w* ?(?:à cet|dans ce)))"
    ),
    clause_end=(
        r"(?:[,;]| et|[,;] et| mais)(?: (?:également|en outre|à nouveau|de nouveau|à cet égard|dans ce contexte|par ailleurs|aussi),?){0,4} (?:le conseil |il |elle )?(?:les? |la |l'|leur |en )?"
        r"(?:souligne|se félicite|accueille|note|prend (?:note|acte)|salue|reconnaît|rappelle|réaffirme(?! (?:son (?:intention|appel|exigence)|sa demande|qu'il))|réitère(?! (?:son appel|sa demande|son exigence|l'appel|la demande))|"
        r"félicite|condamne|affirme|met (?:l'accent|en garde|en relief)|relève|observe|se réjouit|s'associe|loue|prend bonne note|reste (?:préoccupé|convaincu)|demeure (?:préoccupé|convaincu)|réprouve|dénonce|exprime (?!son intention)|se déclare (?:gravement|profondément|vivement|préoccupé|favorable|convaincu|satisfait|de nouveau (?:préoccupé|convaincu))|appuie|approuve|déplore|regrette|rend hommage|constate|considère|estime|"
        r"remercie|fait sien|souscrit|partage|est (?:conscient|préoccupé|convaincu|d'avis)|insiste sur|appelle (?:l'|leur )attention|espère|s'inquiète|se dit|soutient)\b"
    ),
    verb_joiner=r",? et ",
    act_reach=700,
    tail=(
        r"(?:[,;:]? ?(?<![a-zà-ÿ'])(?:et|mais|à cette fin|à cet (?:égard|effet)|dans ce contexte|il|elle|nous|le conseil(?: de sécurité)?|en outre|par ailleurs|en conséquence|"
        r"[\"'] ?le conseil(?: de sécurité)?|les?|la|leur|lui|l'|\n\(?\w{0,3}\)?))*[,;:\s\"'.]*$"
    ),
    actors=ACTORS,
    states=STATES,
    act_begins=(
        r" (?:de |à |d'|pour )(?:ne (?:pas|plus|jamais) )?(?:s'|se |n'|en |y |leur |lui |les? |la |l'|nous )*(?!(?:guerre|terre|titre|manière|nature|ordre|caractère|frontière|ministre|centre|cadre|nombre|leur|mesure|affaire|paire|structure|"
        r"culture|membre|autre|quatre|notre|votre|avenir|pouvoir|soir|espoir|matière|propre|libre|septembre|octobre|novembre|décembre|mer|hiver|dernier|premier|particulier|quartier|février|janvier|dossier|danger|entre|outre|"
        r"leurs|être humain|libertaire|victoire|territoire|militaire|humanitaire|histoire|lettre|chambre|ouverture|rupture|signature|procédure|candidature|infrastructure|agriculture|torture|fermeture|genre|desordre|désordre|maire|"
        r"monétaire|grâce|suivre de près les rapports)\b)[a-zàâéèêëîïôûœç]+(?:er|ir|re|oir)\b"
        r"| (?:devra|devront|doit|doivent|devrait|devraient|soit|soient|ait|aient|fasse|fassent|prenne|prennent|puisse|puissent|mette|mettent|s'\w+ent|se \w+ent|sont|est invitée?|ne)\b"
        r"| (?:[a-zéèê]+(?:era|eront|ira|iront|dra|dront|tra|tront))\b"
        r"| (?!(?:présent|récent|différent|permanent|pertinent|compétent|président|urgent|agent|résident|souvent|précédent|content|conflit|client|adhérent|cent|continent|incident)\b)[a-zéèêà]{2,}(?<!m)ent\b"
        r"| à ce que |,? (?:afin|en vue) (?:de|d'|que)\b| :|:|,? (?:qui|lequel|laquelle|dont|menant|conduisant|débouchant|aboutissant|permettant)\b"
    ),
    asides=(
        r",? (?:en (?:étroite |pleine |liaison |bonne )*(?:et )?(?:consultation|concertation|coopération|collaboration|coordination|liaison|partenariat|association|contact|accord|conformité|consultations)(?: étroites?)?(?: et (?:en )?(?:étroite )?(?:consultation|coordination|coopération|collaboration|liaison))?(?: étroite)? avec|"
        r"de concert avec|conjointement avec|avec (?:l'aide|l'appui|le soutien|le concours|l'assistance|l'accord|la participation|la coopération|la collaboration) (?:de|du|des|d')|par l'(?:intermédiaire|entremise) (?:de|du|des)|sous (?:les auspices|l'égide|l'autorité|la direction|la conduite) (?:de|du|des)|"
        r"conformément (?:à|au|aux)|en application (?:de|du|des)|en vertu (?:de|du|des)|compte tenu (?:de|du|des)|créée?s? (?:par|en application|en vertu|conformément)|établie?s? (?:par|en application)|visée?s? (?:à|au|aux)|"
        r"agissant (?:en vertu|au titre|par|sous)|au nom (?:de|du|des)|à la demande (?:de|du|des)|comme (?:le|la|l')[^,;:]{0,30} demandé|après (?:avoir )?(?:consulté|consultation)|au sein (?:de|du|des)|dans le cadre (?:de|du|des)|au titre (?:de|du|des)|"
        r"fondée?s? sur|mandatée?s? par|représentée?s? (?:au|à)|mentionnée?s? (?:à|au|aux)|au cas où)\b[^,;:]{0,160}(?:, (?:notamment|en particulier|y compris|surtout) [^,;:]{0,80})?"
    ),
    doers=r"(?<!ée )(?<!ées )(?<!és )(?<!é )\b(?:par|de la part (?:de|des|du|d')|qu(?:'|e )[a-zéèê]+(?:ent|e|ont [a-zéè]+|a [a-zéè]+))(?: ?(?:les?|la|l'|tous|toutes|l'ensemble (?:de|des|du)|d'autres|chacune? des))* ?$",
    possessive=r"\b(?:leurs?|ses|son|sa)\b(?! (?:résolution|décision|président|déclaration|intention|demande|appel))",
    agents=r"(?:\b(?:de|du|des|entre|parmi|d')|(?:^|(?<!\bavec)(?<!\bdans)(?<!\bsur)(?<!\bpour)(?<!\bvers)(?<!\bcontre)(?<!\btoutes)(?<!\btous)[ ,])(?:les|le|la))(?: ?(?:les?|la|l'|tous|toutes|deux|autres|l'ensemble (?:de|des|du)|chacune? des|leurs))* ?$",
    not_agents=r"(?!)",
    filler=(
        r"(?:[ ,:]*(?:(?:que|à|au|aux|de|des|du|le|la|les|tous|toutes|tout|toute|chaque|chacune?|en particulier|notamment|surtout|ceux|celles|ses|son|sa|leurs?|ces|cette|ce|un|une|deux|autres?|nouveau|nouveaux|nouvelle|"
        r"à cet égard|à cette fin|dans ce contexte|en conséquence|donc|aussi|également|en outre|à nouveau|de nouveau|selon qu'il convient|selon qu'il conviendra|comme il convient|selon que de besoin|s'il y a lieu|le cas échéant|au besoin|si nécessaire|en tant que de besoin|instamment|vivement|"
        r"ainsi que|et|ou|y compris|prochaine?|futurs?|futures?|principaux|principales|divers|diverses|différents|différentes|éventuels|certains|pays et|faite?s?|adressée?s?|lancée?s?|précédemment|antérieurement|auparavant|auprès|avec intérêt|désormais|ancien|anciens|anciennes|premier|"
        r"l'ensemble des?|l'ensemble du|la totalité des|pertinents|il|dans les meilleurs délais|dès que possible|d'urgence|immédiatement|sans délai|pour sa part)(?=[ ,])|qu'|l'|d'|\"|conformément [^,]{1,80},|(?:par l'(?:intermédiaire|entremise)|en (?:étroite )?(?:consultation|coopération|collaboration|coordination|concertation|liaison)|de concert|avec|selon|sans|à titre|en tant que|au titre|compte tenu|afin|dans le) [^,;:]{1,120},|en (?:application|vertu) [^,]{1,80},|agissant [^,]{1,90},|(?:que |qu')?dans l'(?:exécution|accomplissement|exercice) d(?:e |u )(?:son |leur )?mandat,?|qu(?:e,? |')(?:à|en|dans|pour|lors|au|afin|avant|après|dès|sauf|compte)\b[^,;:]{1,100},))*[ ,]*"
        r"(?:(?!(?:de|du|des|à|au|aux|par|pour|dans|sur|avec|entre|contre|en|que|qui|et|ou|est|sont|ne|afin)\b)[a-zéèêàôîçœ-]+ ){0,2}"
    ),
    joiner=(
        r"(?:[,;]|,? (?:et|ou|ainsi que|ainsi qu'|y compris|en particulier|notamment|surtout|comme|de même que|tout comme|et en particulier|et notamment))"
        r"(?: ?(?:les?|la|à|au|aux|de|des|du|tous|toutes|autres?|leurs?|ses|son|sa|ces|certains|en particulier|notamment|et|ou|l'|d'|l'ensemble|le cas échéant|s'il y a lieu|selon qu'il convient|ceux|celles|"
        r"également|aussi|par|entre|que|qu'|deux|toute|tout|diverses|divers|différents|nouvelles|surtout|plus particulièrement|éventuellement|plus généralement))*,? ?$"
    ),
    decided=DECIDED,
    pronouns=PRONOUNS,
    pronoun_before=r"(?<![\w'])(?:les?|la|leur|lui|l') ?$",
    citing=CITING,
    deliverable=DELIVERABLE,
    recipients=RECIPIENTS,
    timing=TIMING,
    unclear=UNCLEAR,
    qualifiers=QUALIFIERS,
)
