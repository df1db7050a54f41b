"""English verbs by which a body asks or binds itself, and words that only look like them."""

# One wording a line, however long.
# fmt: off

from apps.reading.wording import Wording as W

# What the body says of itself when it binds itself.
_OWN = (
    r"(?:expresse?s?|reiterates?|reaffirms?|affirms|confirms|restates|renews|declares|states|underlines|"
    r"stresses|emphasizes|underscores)(?: once again| again| also| further)?(?: the council's)? its "
    r"(?:(?:strong|firm|continued|continuing|full|clear|own|collective|steadfast|unwavering) )*"
)
_OWN_ACT = (
    r"(?:actively |closely )?(?:remain|keep|continue|consider|review|revisit|resume (?=its|consideration|discussion|the (?:meeting|debate|consideration|discussion))|return|follow|monitor|"
    r"examine|re-?examine|meet|reconvene|convene|reconsider|re-?assess|assess|evaluate|give|take up|discuss|pursue|"
    r"be seized|undertake|elaborate|defer|conduct|hold|address|revert|proceed|adjourn|maintain under|act|take)\b"
)
_CONDUCT = r"(?:,? in consultation with (?:[^,;.\n]{1,80}?),?| therefore,?| accordingly,?| further,?| also,?)?"

VERBS = (
    # -- the body's own commitment
    W("seized", "intends", r"(?:decides|resolves|agrees)(?: further| also)?(?: to)? (?:to )?remain (?:actively )?seized"),
    W("remains-seized", "intends", r"(?:remains?|will remain|shall remain) (?:actively )?seized"),
    W("decides-own", "intends", rf"decides(?: further| also)?{_CONDUCT} to {_OWN_ACT}"),
    W("decides-that-own", "intends", r"decides(?: further| also)? that (?:it|the (?:security )?council) (?:shall|will) [a-z]"),
    W("own-intention", "intends", _OWN + r"(?:intention|intent|readiness|willingness|resolve|preparedness)\b"),
    W("own-determination", "intends", r"expresse?s?(?: again| also| further)? its (?:(?:strong|firm|continued|full) )*(?:determination|resolution) to\b"),
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
    W("own-decision", "intends", rf"(?:reiterates|reaffirms|confirms) its decision to {_OWN_ACT}"),
    W("decision-again", "decides", r"(?:reiterates|reaffirms|confirms) its decision (?:that|to)\b"),
    W("establishes", "decides", r"(?:establishes|extends|renews|prolongs|terminates|re-?establishes)(?= (?!its |their )\w)"),
    # -- demands
    W("demand-again", "demands", r"(?:reiterates|renews|repeats|reaffirms)(?: once again| again)? its (?:\w+ )?demands?\b"),
    W("demands", "demands", r"demands(?! (?:of|for|from|by|made|placed|contained|and)\b)"),
    W("insists", "demands", r"insists(?= that\b| on\b| upon\b)"),
    W("directs", "demands", r"(?:directs|instructs|orders)(?= (?:the|all|its|that|any|each|both|mi|un|states|member)\w*)"),
    # -- requests
    W("request-again", "requests", r"(?:reiterates|renews|repeats|reaffirms)(?: once again| again| also)? (?:its|the) (?:\w+ )?requests?\b"),
    W("requests", "requests", r"requests(?! (?:for|from|of|made|by|contained|submitted|received|are|were|was|have|and|or|in accordance)\b)"),
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
