"""English wordings: letters, numbers, structure and verbs. Names and fields stand beside it."""

# One wording a line, however long.
# fmt: off

from apps.reading.language import Language
from apps.reading.wording import Wording as W

from .en_actors import ACTORS, DECIDED, PRONOUNS, STATES
from .en_fields import DELIVERABLE, QUALIFIERS, RECIPIENTS, TIMING

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

# What the body says of itself when it binds itself.
_OWN = (
    r"(?:expresse?s?|reiterates?|reaffirms?|affirms|confirms|restates|renews|declares|states|underlines|"
    r"stresses|emphasizes|underscores)(?: once again| again| also| further)?(?: the council's)? its "
    r"(?:(?:strong|firm|continued|continuing|full|clear|own|collective|steadfast|unwavering) )*"
)
_OWN_ACT = (
    r"(?:actively |closely )?(?:remain|keep|continue|consider|review|revisit|resume|return|follow|monitor|"
    r"examine|re-?examine|meet|reconvene|convene|reconsider|re-?assess|assess|evaluate|give|take up|discuss|pursue|"
    r"be seized|undertake|elaborate|defer|conduct|hold|address|revert|proceed|adjourn|maintain under|act|take)\b"
)
_CONDUCT = r"(?:,? in consultation with (?:[^,;.\n]{1,80}?),?| therefore,?| accordingly,?| further,?| also,?)?"

VERBS = (
    # -- the body's own commitment
    W("seized", "intends", r"(?:decides|resolves|agrees)(?: further| also)?(?: to)? (?:to )?remain (?:actively )?seized"),
    W("remains-seized", "intends", r"(?:remains?|will remain|shall remain) (?:actively )?seized"),
    W("decides-own", "intends", rf"decides(?: further| also)?{_CONDUCT} to {_OWN_ACT}"),
    W("decides-that-own", "intends", rf"decides(?: further| also)? that (?:it|the (?:security )?council) (?:shall|will) {_OWN_ACT}"),
    W("own-intention", "intends", _OWN + r"(?:intention|intent|readiness|willingness|resolve|preparedness)\b"),
    W("own-determination", "intends", r"expresse?s?(?: again| also| further)? its (?:(?:strong|firm|continued|full) )*(?:determination|resolution to)\b"),
    W("own-commitment", "intends", r"(?:expresses|restates|declares) its (?:(?:strong|firm|continued|full) )*commitment to \w+ing\b"),
    W("intends", "intends", r"intends(?= to\b|,)"),
    W("stands-ready", "intends", r"(?:(?:stands|is|remains)(?: also| further)? (?:ready|prepared)|undertakes|pledges(?: itself)?|commits itself|is determined)(?= to\b|,)"),
    W("will", "intends subject", rf"(?:will|shall) (?:also |further |therefore |then |next )*(?:{_OWN_ACT})"),
    W("looks-into", "intends", r"looks into\b"),
    # -- decides
    W("decides-call", "calls-upon", r"decides(?: further| also)? to call (?:up)?on\b"),
    W("decides-request", "requests", r"decides(?: further| also)? to (?:request|ask)\b"),
    W("decides-invite", "invites", r"decides(?: further| also)? to invite\b"),
    W("decides-urge", "urges", r"decides(?: further| also)? to urge\b"),
    W("decides-recommend", "recommends", r"decides(?: further| also)? to recommend\b"),
    W("decides", "decides", r"decides\b"),
    W("resolves", "decides", r"resolves(?= (?:to|that)\b)"),
    W("decision-again", "decides", r"(?:reiterates|reaffirms|confirms) its decision (?:that|to)\b"),
    W("establishes", "decides", r"(?:establishes|extends|renews|prolongs|terminates|re-?establishes)(?= (?!its |their )\w)"),
    # -- demands
    W("demand-again", "demands", r"(?:reiterates|renews|repeats|reaffirms)(?: once again| again)? its (?:\w+ )?demands?\b"),
    W("demands", "demands", r"demands(?! (?:of|for|from|by|made|placed|contained|and)\b)"),
    W("insists", "demands", r"insists(?= that\b| on\b| upon\b)"),
    W("directs", "demands", r"(?:directs|instructs|orders)(?= (?:the|all|its|that|any|each|both|mi|un|states|member)\w*)"),
    # -- requests
    W("request-again", "requests", r"(?:reiterates|renews|repeats|reaffirms)(?: once again| again| also)? (?:its|the) (?:\w+ )?requests?\b"),
    W("requests", "requests", r"requests(?! (?:for|from|of|made|by|contained|submitted|received|are|and|or|in accordance)\b)"),
    W("asks", "requests", r"asks(?= (?!for)\w)"),
    W("tasks", "requests", r"(?:tasks|mandates)(?= (?:the|un|mi|mo|its)\w*(?: \w+){1,12} (?:to|with)\b)"),
    # -- calls upon
    W("call-again", "calls-upon noun", r"(?:reiterates|renews|repeats|reaffirms)(?: once again| again| also)? its (?:\w+ ){0,3}(?:calls?|appeals?)(?: up)?(?:on| to| for)?\b"),
    W("calls-upon", "calls-upon", r"calls (?:once (?:again|more) |again |also |further |in particular |strongly |therefore |urgently )*(?:up)?on\b"),
    W("calls-for", "calls-upon noun", r"calls (?:once (?:again|more) |again |also |further |strongly |therefore |urgently )*for\b"),
    W("appeals", "calls-upon", r"appeals (?:once (?:again|more) |again |also |further |strongly |urgently )*(?:to|for)\b"),
    W("makes-appeal", "calls-upon", r"makes an? (?:\w+ )?appeal to\b"),
    # -- the rest
    W("urges", "urges", r"(?:urges|exhorts|implores)\b"),
    W("encourages", "encourages", r"encourages\b"),
    W("encouragement-again", "encourages", r"(?:reiterates|renews) its (?:\w+ )?encouragement\b"),
    W("invitation-again", "invites", r"(?:reiterates|renews) its (?:\w+ )?invitation\b"),
    W("invites", "invites", r"invites\b"),
    W("recommendation-again", "recommends", r"(?:reiterates|renews) its (?:\w+ )?recommendation (?:that|to)\b"),
    W("recommends", "recommends", r"(?:recommends|suggests|advises)\b"),
    W("authorizes", "authorizes", r"(?:authori[sz]es|empowers)\b"),
    W("expects", "expects", r"(?:expects|awaits)\b"),
    W("looks-forward", "expects", r"(?:looks|is looking) forward to\b"),
    # -- we
    W("we-request", "requests subject", r"(?:request|ask)\b"),
    W("we-call", "calls-upon subject", r"(?:call (?:up)?on|call for|appeal to)\b"),
    W("we-urge", "urges subject", r"urge\b"),
    W("we-encourage", "encourages subject", r"encourage\b"),
    W("we-invite", "invites subject", r"invite\b"),
    W("we-recommend", "recommends subject", r"recommend\b"),
    W("we-decide", "decides subject", r"decide\b"),
    W("pledge", "intends", r"pledge\b(?= to )"),
    # -- asked in the passive
    W("is-requested", "requests passive", r"(?:is|are)(?: also| further| hereby| therefore)* (?:requested|asked)(?= to\b)"),
    W("is-invited", "invites passive", r"(?:is|are)(?: also| further| hereby| therefore)* invited(?= to\b)"),
    W("is-urged", "urges passive", r"(?:is|are)(?: also| further| strongly)* urged(?= to\b)"),
    W("is-encouraged", "encourages passive", r"(?:is|are)(?: also| further| strongly)* encouraged(?= to\b)"),
    W("is-called-upon", "calls-upon passive", r"(?:is|are)(?: also| further)* called upon(?= to\b)"),
    # -- a participle after the main verb
    W("requesting", "requests participle", r"requesting(?= (?:the|all|it|them|him|that|its|those|un|mi|mo)\w*)"),
    W("urging", "urges participle", r"urging(?= (?:the|all|it|them|him|that|its|those|un|mi|mo|states|member)\w*)"),
    W("encouraging", "encourages participle", r"encouraging(?= (?:the|all|it|them|him|that|its|those|un|mi|mo|states|member)\w*)"),
    W("calling", "calls-upon participle", r"calling (?:up)?on\b"),
    W("inviting", "invites participle", r"inviting(?= (?:the|all|it|them|him|those|un|mi|mo|states|member)\w*)"),
    # -- the items of a list that `Decides:` opens
    W("to-call", "calls-upon item", r"to call (?:once (?:again|more) |again )?(?:(?:up)?on|for)\b"),
    W("to-request", "requests item", r"to (?:request|ask)\b"),
    W("to-urge", "urges item", r"to urge\b"),
    W("to-demand", "demands item", r"to demand\b"),
    W("to-invite", "invites item", r"to invite\b"),
    W("to-authorize", "authorizes item", r"to authori[sz]e\b"),
    W("to-remain", "intends item", rf"to (?:remain (?:actively )?seized|{_OWN_ACT})"),
    W("to-renew", "decides item", r"to (?:renew|extend|establish|prolong|set up|terminate|appoint|create|impose)\b"),
)
NOT_VERBS = (
    W("condemns", "none", r"decides to (?:condemn|commend|express|welcome|note|reaffirm|convey|endorse|adopt|approve|admit|redesignate|rename|designate|declare|proclaim|observe|change the name|take note|thank)\b"),
    W("definition", "none", r"decides (?:also |further )?that (?:none of|nothing in|for (?:the )?purposes? of|the term|no provision)"),
    W("own-request", "none", r"requests? (?:contained|made|set out|set forth|expressed|submitted|addressed)\b"),
    W("hope", "none", r"(?:expects|looks forward to)(?= (?:a (?:bright|better|peaceful)|the day|the time)\b)"),
)

LANGUAGE = Language(
    code="en",
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
        r"(?:(?:^|[\"'.,;:] |\band |\bend,? |\bregard,? |\bcontext,? |\brespect,? |\bconnection,? )[\"']?(?:it|the (?:security )?council|the (?:general )?assembly|we|the commission|"
        r"(?:the )?members of the (?:security )?council|the human rights council|the economic and social council)|"
        r"^[\"']?(?:the )?(?:security council|general assembly))[,]? (?:hereby )?[\"']?$"
    ),
    owner=(
        r"(?!(?:the (?!(?:security |human rights |economic and social )?council\b|(?:general )?assembly\b|commission\b|members of)|they\b|he\b|she\b|some\b|several\b|many\b|"
        r"a |an |mr\.|participants|delegations|representatives))"
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
        r"international|armed|peace|and|united|end|military|conflict|said|relevant|resolutions?|paragraphs?|report\b on|be held)\b)[a-z-]{2,}"
        r"|,? (?:in order|so as) to\b|\bto end\b|,? immediately to\b|\bto report\b|\bto be\b"
        r"| (?:shall|should|will|must|may|can|might)\b|\bnot to\b"
        r"| (?:be|put|direct|consider|end|co-?operate|abide|comply|refrain|take|provide|ensure|submit|begin|establish|cease|continue|develop|include|withdraw|release|respect|report|assist|undertake|remain|allow|facilitate)\b"
        r"|:|,? which\b"
    ),
    asides=(
        r",? (?:together with|with the (?:support|assistance|help|cooperation|agreement|participation) of|in (?:close |full )*(?:and )?(?:full |close )*(?:consultation|coordination|"
        r"cooperation|collaboration|conjunction|partnership|accordance|support|line|keeping|contact)s? (?:and \w+ )?with|through (?:his|the|its)|under the (?:auspices|leadership|authority) of|"
        r"working (?:closely )?with|pursuant to|taking into account|bearing in mind|consistent with|established (?:by|pursuant|under)|referred to in|acting (?:under|through)|"
        r"supported by|assisted by|drawing on|building on|on behalf of|at the request of|as requested by|following consultations with|based on|mandated by|created by|set up by)\b[^,;:]{0,160}"
    ),
    doers=r"(?<!ed )(?<!taken )(?<!made )(?<!given )\b(?:by|on the part of)(?: (?:all|the|other|any|both|its|relevant|those|each|local|international|concerned))*(?: [a-z-]+)? ?$",
    possessive=r"\b(?:their|its)\b(?! (?:resolution|decision|previous|statement|intention))",
    agents=r"\b(?:by|of|between|among|from|on the part of|on|amongst)\b(?: (?:all|the|other|any|both|its|relevant|those|each|african|local|international|concerned))*(?: [a-z-]+){0,1} ?$|(?:^|[ ,])(?:all|the|both) $",
    not_agents=r"\b(?:of|in|to|from|by|for|at|with|on|against|into|within|under|through|towards)\b(?: the| all| its| their)* $",
    filler=(
        r"(?:[ ,:]*(?:that|the|all|both|any|each|other|those|its|a|an|relevant|concerned|upon|on|in particular|particularly|especially|"
        r"also|once again|again|again on|further|pertinent|appropriate|respective|competent|remaining|interested|in (?:this|that) (?:regard|context|respect|connection)|"
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
    deliverable=DELIVERABLE,
    recipients=RECIPIENTS,
    timing=TIMING,
    qualifiers=QUALIFIERS,
)
