"""English wordings: letters, numbers and structure. Verbs, names and fields stand beside it."""

# One wording a line, however long.
# fmt: off

from apps.reading.language import Language
from apps.reading.wording import Wording as W

from .en_actors import ACTORS, DECIDED, PRONOUNS, STATES
from .en_citing import CITING
from .en_fields import DELIVERABLE, QUALIFIERS, RECIPIENTS, TIMING, UNCLEAR
from .en_verbs import NOT_VERBS, VERBS

_CARDINALS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty")
_FIRSTS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth")
_TENS = {
    "twent": 20,
    "thirt": 30,
    "fort": 40,
    "fift": 50,
    "sixt": 60,
    "sevent": 70,
    "eight": 80,
    "ninet": 90,
}
_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")

NUMBERS = (
    {word: i for i, word in enumerate(_CARDINALS, 1)}
    | {f"{stem}y": tens for stem, tens in _TENS.items()}
    | {f"{s}y-{w}": t + i for s, t in _TENS.items() for i, w in enumerate(_CARDINALS[:9], 1)}
    | {"a": 1, "an": 1}
)
ORDINALS = (
    {word: i for i, word in enumerate(_FIRSTS, 1)}
    | {f"{stem}ieth": tens for stem, tens in _TENS.items()}
    | {f"{s}y-{w}": t + i for s, t in _TENS.items() for i, w in enumerate(_FIRSTS[:9], 1)}
)

LANGUAGE = Language(
    code="en",
    small_words="the of and to in that for on with by its all",
    numbers=NUMBERS,
    ordinals=ORDINALS,
    ordinal_digits=r"\d{1,3}(?:st|nd|rd|th)",
    months={name: i for i, name in enumerate(_MONTHS, 1)}
    | {n[:3]: i for i, n in enumerate(_MONTHS, 1) if n != "may"},
    units={
        "day": "D",
        "days": "D",
        "week": "W",
        "weeks": "W",
        "month": "M",
        "months": "M",
        "year": "Y",
        "years": "Y",
        "hour": "H",
        "hours": "H",
    },
    dates=(
        r"\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:<month>)\b,?(?: \d{4}\b)?",
        r"(?:<month>) \d{1,2}(?:st|nd|rd|th)?\b,? ?(?:\d{4}\b)?",
        r"(?:the )?end (?:of )?(?:<month>),? ?(?:\d{4}\b)?",
        r"mid-(?:<month>),? ?(?:\d{4}\b)?",
        r"(?:<month>)\b,?(?: \d{4}\b)?",
        r"(?:the )?end of (?:the year )?\d{4}\b",
        r"(?:the year )?(?:19|20)\d{2}\b(?=[,;.:)]|$| (?:and|at|on|in|with|to|for|a|the)\b)",
    ),
    bodies={
        "council": r"the security council\b",
        "human-rights-council": r"the human rights council\b",
        "ecosoc": r"the economic and social council\b",
        "assembly": r"the general assembly\b",
    },
    preamble=(
        r"(?:[a-z]+ly |further |also |again |once again |and |as well as )*(?:(?!following|during|according)[a-z]{3,}ing\b|concerned|convinced|"
        r"mindful|aware|conscious|determined|alarmed|disturbed|guided|committed|dismayed|desirous|appalled|"
        r"distressed|encouraged|shocked|outraged|saddened|cognizant|resolved|shaped|gravely|deeply|having|anxious|moved|inspired|"
        r"profoundly|struck|indignant|preoccupied)\b"
    ),
    operative=(
        r"(?:(?:further|also|strongly|again|once again|in particular|solemnly|fully|categorically|firmly|"
        r"hereby|accordingly|therefore|urgently|specifically|gratefully|hereby),? )*"
        r"(?:[a-z-]+(?:ss|e|sh|ch|x|z)es|[a-z-]+[^s\W]s|calls|takes|decides|pays|has|is|stands|looks)(?: |:|$)"
        r"(?!of\b|in\b|and\b|or\b|to the (?:charter|report))"
    ),
    statement_intro=(
        r"made the following statement|issued the following (?:statement|note)|read out the following statement|"
        r"(?:president|i) .{0,200}?made the (?:following )?statement .{0,60}?on behalf of the"
    ),
    annex=r"(?:annex(?:es)?|appendix|attachment|enclosure)(?:\s+(?:[ivx\d]+|[a-h]))?\s?\.?",
    closing=r"adopted (?:unanimously|at the|by (?:\d|consensus|acclamation|a (?:recorded )?vote)|without)|\d{1,3}(?:st|nd|rd|th) (?:plenary )?meeting|at the \d+\w\w meeting[^:]{0,200}the (?:draft resolution|president)",
    furniture=(
        r"united ?nations|(?:security council|general assembly)?\s?distr\. ?:? ?\w*|\(?[ie]\)?|general|english|original: english|"
        r"\d{1,3}\s+security council|security council \d+(?:st|nd|rd|th) meeting|"
        r"[a-z]+(?:-[a-z]+)? year|resolution \d{1,4} \(\d{4}\) page \d+"
    ),
    kinds=(
        W("draft", "draft", r"draft (?:resolution|decision)"),
        W("statement", "presidential-statement", r"statement (?:made )?by the president of the security council"),
        W("resolution", "resolution", r"\bresolution (?:\d|adopted)"),
        W("report", "report", r"\breports? of the (?:secretary-general|panel|special|security council mission)"),
        W("letter", "letter", r"\b(?:identical )?letters? dated"),
        W("note", "note", r"\bnote (?:by|from|verbale)"),
        W("decision", "decision", r"\bdecision \d"),
    ),
    adopted=(
        W("meeting", "", r"adopted by the (?:security council|general assembly|economic and social council)(?: at (?:its|the)[^\n,]{0,40}meeting)?,?\s(?:held )?on\s<date>"),
        W("adopted-on", "", r"(?:resolution|decision) adopted by[^\n]{0,60}\son <date>"),
        W("resolution-of", "", r"resolution \d{1,4} \(\d{4}\)[^\n]{0,40}\s(?:adopted )?(?:of|on)\s<date>"),
        W("resolution-on", "", r"\bresolution of <date>"),
        W("statement-at", "", r"(?:meeting[^\n]{0,40}held )?on <date>,? in connection"),
        W("meeting-held", "", r"meeting[^\n]{0,40}held on <date>"),
        W("of", "", r"(?:^|\n)of <date>"),
        W("adopted", "", r"adopted[^\n]{0,80}\son\s<date>"),
    ),
    agenda=r"(?:item entitled [\"']+([^\"\n]{3,300})[\"']|agenda items? (\d[^\n]{0,60}))",
    title=r"^\s?(?:resolution )?\d{1,3}/\d{1,3}\s?\.\s+([^\n]{3,400})",
    resolution_number=r"(?:^|\n|resolution )(\d{1,4}) \(((?:19|20)\d{2})\)",
    sentence_end=r"(?<![A-Z]\.[A-Z])(?<!\bNo)(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bSt)(?<!\bAdd)(?<!\bpara)(?<!\bvol)[.?!][\"']{0,3}(?= [\"'(]{0,2}[A-Z]|\n[\"'(]{0,3}[A-Z]|$)",
    verbs=VERBS,
    not_verbs=NOT_VERBS,
    adverbs=(
        r"\b(?:(?:further|also|again|once again|once more|strongly|specifically|urgently|accordingly|therefore|hereby|"
        r"particularly|in particular|solemnly|earnestly|categorically|firmly|likewise|moreover|additionally|similarly|"
        r"furthermore|consequently|respectfully|explicitly|continues to|now|still|fully|formally|emphatically|"
        r"nevertheless|equally|immediately|simply|thus|unanimously|kindly),?(?: and)? )+$"
    ),
    before_verb=(
        r"(?:[,;:.]|\band|\bbut|\bor|\bwhile|\([a-z]{1,4}\)|\(\d{1,2}\)|"
        r"\b(?:regard|respect|context|connection|end|purpose|aim|light|thereof|thereon|effect|view|and in|basis|addition|account))[,]?[\"']? ?$"
    ),
    not_before_verb=(
        r"(?:\b(?:which|that|who|when|as|where|after|since|whether|if|because|what|how) (?:also |further |therefore )?"
        r"(?:it |the (?:security |human rights )?council |the (?:general )?assembly )?(?:(?:further|also|strongly) )?$)|"
        r"\bin which (?:it |the )[^;\n]{0,120}$|"
        r"\b(?:which|that|who) (?:also |further |not only )?(?:[a-z]{3,}[^s\W]s|addresses|is|was|has) [^,;:\n]{0,100} and $"
    ),
    before_participle=r"(?<!resolution)(?<!statement)(?<!letter)(?<!\))(?:, (?:and |while |as well as |also )?|;? and | while )$",
    subject=(
        r"(?:(?:^|[\"'.,;:] |\band |\bend,? |\bregard,? |\bcontext,? |\brespect,? |\bconnection,? )[\"']?(?:it|the (?:security )?council|the (?:general )?assembly|we|the commission|the (?:special|preparatory) committee|the (?:permanent )?forum|the states parties|"
        r"(?:the )?members of the (?:security )?council|the human rights council|the economic and social council)|"
        r"^[\"']?(?:the )?(?:security council|general assembly))[,]? (?:hereby )?[\"']?$"
    ),
    plural_owner=r"[\"']{0,2}(?:the members of the (?:security )?council|(?:in this (?:regard|context), )?we)\b",
    condition=r"(?:^|(?<=[;.] )|(?<=\band ))(?:in the event|in case|in the absence|if|should|once)\b(?:(?!, and )[^;:.]){3,220}, $",
    purposes=r"\b(?:with a view to|with the (?:aim|view|objective|purpose) of|in order (?:to|that)|so as to|so that|aimed at|for the purposes? of)\b",
    owner=(
        r"(?!(?:the (?!(?:security |human rights |economic and social )?council\b|(?:general )?assembly\b|commission\b|(?:special|preparatory) committee\b|(?:permanent )?forum\b|conference\b|states parties\b|members of)|they\b|he\b|she\b|some\b|several\b|many\b|"
        r"(?:<state>)\b(?!:)|a |an |mr\.|participants|delegations|representatives))"
    ),
    clause_end=(
        r"[,;]? (?:and |as well as )?(?:(?:further|also|again|in this regard|in this context|strongly|therefore|once again),? )*"
        r"(?:stresses|emphasi[sz]es|underlines|underscores|welcomes|notes|takes note|takes this opportunity|recogni[sz]es|acknowledges|recalls|reaffirms(?! its (?:intention|readiness|call|request|demand|willingness))|"
        r"reiterates (?!its)|commends|condemns|affirms|expresses (?:its )?(?:deep |grave |serious |strong |its )*(?:concern|appreciation|gratitude|support|sincere|satisfaction|regret|sympathy|hope)|"
        r"supports|endorses|deplores|regrets|pays tribute|declares|considers|reminds|notes with|shares)\b(?! that\b.{0,5}shall)"
    ),
    verb_joiner=r",? and ",
    tail=(
        r"(?:[,;:]? ?(?<![a-z])(?:and|but|to this end|to that end|in (?:this|that) (?:regard|respect|context|connection)|it|the (?:security )?council|"
        r"[\"']?the security council|accordingly|in particular|\n\(?\w{0,3}\)?))*[,;:\s\"'.]*$"
    ),
    actors=ACTORS,
    states=STATES,
    act_begins=(
        r" to (?!(?:the|a|an|its|their|this|that|these|those|all|any|his|her|both|each|which|whom|other|such|some|date|"
        r"states?|member|governments?|parties|donors?|regional|subregional|countries|organi[sz]ations?|troop|humanitarian|civil|specialized|funds|neighbou?ring|interested|private|non-governmental|"
        r"international|armed|peace|and|united|end|military|conflict|said|relevant|resolutions?|paragraphs?|report\b on|be held)\b)[a-z-]{2,}"
        r"|,? (?:in order|so as) to\b|\bto end\b|,? immediately to\b|\bto report\b|\bto be\b"
        r"| (?:shall|should|will|must|may|can|might)\b|\bnot to\b"
        r"| (?:be|put|direct|consider|end|co-?operate|abide|comply|refrain|take|provide|ensure|submit|begin|establish|cease|continue|develop|include|withdraw|release|respect|report(?! of| on| by)|assist|undertake|remain|allow|facilitate)\b"
        r"| (?:(?:immediately|fully|promptly|unconditionally|urgently|also|scrupulously|strictly) )?(?:stop|halt|desist|permit|grant|disarm|honou?r|fulfil|implement|accept|reverse|lift|restore|surrender|suspend|show|exercise|resume|conclude|"
        r"participate|disband|dismantle|abandon|renounce|commit|demobilize|adhere|verify|keep|maintain|identify|intensify|strengthen|enhance|resolve|negotiate|agree|act|make|give)\b"
        r"|:|,? which\b|, (?:leading|as|aimed|based) (?!appropriate|well)| (?:including )?in support of\b"
    ),
    asides=(
        r",? (?:together with|with the (?:support|assistance|help|cooperation|agreement|participation) of|in (?:close |full )*(?:and )?(?:full |close )*(?:consultation|coordination|"
        r"cooperation|collaboration|conjunction|partnership|accordance|support|line|keeping|contact)s? (?:and \w+ )?with|through (?:his|the|its|their)|under the (?:auspices|leadership|authority) of|"
        r"working (?:closely )?with|pursuant to|taking into account|bearing in mind|consistent with|established (?:by|pursuant|under)|referred to in|acting (?:under|through)|"
        r"supported by|assisted by|with support provided by|drawing on|building on|on behalf of|at the request of|as requested by|following consultations with|based on|mandated by|created by|set up by)\b[^,;:]{0,160}(?:, (?:including|in particular|especially|notably) [^,;:]{0,120})?"
    ),
    passive_doers=r"\bbe (?:\w+ly )?(?:\w+ed|undertaken|carried out|taken|made|given|held) by(?: (?:all|the|other|any|both|its|relevant|those|each))* ?$",
    doers=r"(?<!ed )(?<!taken )(?<!made )(?<!given )\b(?:by|on the part of)(?: (?:all|the|other|any|both|its|relevant|those|each|local|international|concerned))*(?: [a-z-]+)? ?$",
    possessive=r"\b(?:their|its)\b(?! (?:resolution|decision|previous|statement|intention))",
    agents=r"\b(?:by|of|between|among|from|on the part of|on|amongst)\b(?: (?:all|the|other|any|both|its|relevant|those|each|african|local|international|concerned))*(?: [a-z-]+){0,1} ?$|(?:^|(?<!\bto)(?<!\bin)(?<!\bwith)(?<!\bfor)(?<!\bat)(?<!\binto)(?<!\bagainst)(?<!\bwithin)(?<!\bunder)(?<!\btowards)[ ,])(?:all|the|both) $",
    not_agents=r"\b(?:of|in|to|from|by|for|at|with|on|against|into|within|under|through|towards)\b(?: the| all| its| their)* $",
    filler=(
        r"(?: ?(?:expressed|contained|set out|set forth|made|stated|addressed|as (?:set out|stated))? ?in (?:paragraph|its|the|resolution)[^,;:]{1,90}(?= (?:that|to|on|upon|for)\b))?(?:[ ,:]*(?:that|the|all|both|any|each|other|those|its|a|an|relevant|concerned|upon|on|in particular|particularly|especially|"
        r"also|once again|once more|again|again on|in the interests? of \w+,|that,? (?:in|every|once|if|by|within|upon|after|before)\b[^;:]{1,110}?(?= the secretary-general)|further|furthermore|moreover|likewise|therefore|in addition|pertinent|appropriate|respective|competent|remaining|interested|in (?:this|that) (?:regard|context|respect|connection)|"
        r"as appropriate|where appropriate|as necessary|to|where necessary|when necessary|individual|every|further|international|national|civilian and military|"
        r"of|member|new|and|or|entire|whole|major|key|present|incoming|outgoing|for|continued|strongly|local|various|to all|even|existing|specialized|[\"']|"
        r"in accordance with [^,]{1,80},|as a matter of \w+|as soon as possible))*[ ,]*"
        r"(?:(?!(?:of|in|by|from|for|with|between|among|to|on|at|the|that|which|and|or|against|towards|is|are|be|not|than)\b)[a-z-]+ ){0,2}"
    ),
    joiner=(
        r"(?:[,;]|,? (?:and|or|as well as|including|in particular|particularly|especially|together with|notably|and in particular|along with|as also|, and through))"
        r"(?: (?:the|all|other|of|relevant|any|both|its|their|to|on|those|by|also|where appropriate|as appropriate|and|concerned|appropriate|interested|upon|in particular|particularly|including|through|his|international|between|among|"
        r"competent|respective|national|local|each|similarly|regional|existing|specialized|for|new|neighbouring|from|pertinent))*,? ?$"
    ),
    decided=DECIDED,
    pronouns=PRONOUNS,
    citing=CITING,
    deliverable=DELIVERABLE,
    recipients=RECIPIENTS,
    timing=TIMING,
    unclear=UNCLEAR,
    qualifiers=QUALIFIERS,
)
