"""English wordings of citing: what is done with the document named after them."""

# One wording a line, however long.
# fmt: off

from apps.reading.language import Citing
from apps.reading.wording import Wording as W

WORDINGS = (
    # -- asks again what was asked there
    W("asks-again", "requests", r"(?:reiterat|renew|repeat|reaffirm|restat)\w+(?: once again| again| also)? (?:its|the) (?:\w+ ){0,2}(?:requests?|calls?|demands?|appeals?|invitations?|encouragement|recommendations?)\b"),
    W("as-requested", "requests", r"(?:as )?(?:requested|called for|demanded|mandated|asked|tasked|invited) (?:by the council |by the assembly |of him |of it )?(?:in|by|under|pursuant to)\b|the requests? (?:made |contained |set out |addressed to \w+ )?in\b"),
    # -- changes what was decided there
    W("no-longer", "supersedes", r"not to (?:renew|extend|prolong)\b"),
    W("supersedes", "supersedes", r"(?:supersed|replac|terminat|rescind|revok|cancel|repeal|lift|discontinu|abolish|dissolv)(?:s|es|e|ing)?\b"),
    W("no-amendment", "keep", r"(?:as )?(?:subsequently )?(?:amended|modified|extended|renewed|supplemented|expanded|adjusted|revised|updated|strengthened)(?: and \w+ed)?(?: most recently| subsequently| further)? (?:by|in|under|pursuant to)\b"),
    W("amends", "amends", r"(?:amend|modif|revis|adjust|supplement|expand|broaden|strengthen)(?:s|es|ies|y|e|ing)?\b"),
    W("extends", "extends", r"(?:extend|renew|prolong|re-?new|re-?establish)(?:s|ing)?\b|shall (?:continue|remain) (?:to apply|in (?:force|effect))|continues? to apply"),
    # -- what changes nothing in what was said
    W("set-out", "keep", r"(?:established|created|imposed|set out|set forth|set up|authori[sz]ed|contained|stipulated|specified|provided(?: for)?|outlined|described|referred to|mandated|laid (?:down|out)|entrusted|deployed|conferred|defined)(?: \w+ to \w+)? (?:pursuant to|by|in|under|in accordance with|with)\b"),
    # -- acts under it
    W("pursuant", "pursuant-to", r"pursuant to|in accordance with|in conformity with|in compliance with|in implementation of|in pursuance of|consistent with|in line with|on the basis of|as provided|within the framework of|complying with|implementation of|compliance with|under (?=paragraph|resolution|its|the terms)"),
    # -- names it
    W("recalls", "recalls", r"recall(?:s|ing|ed)?\b|reaffirm(?:s|ing|ed)?\b|having in mind|bearing in mind|mindful of|guided by|reiterat(?:es|ing)\b"),
    W("notes", "cites", r"(?:not|welcom|acknowledg|recogni[sz])(?:es|ing|s)\b|takes? note|taking note|having (?:considered|examined|received|heard|reviewed)|stress(?:es|ing)|emphasi[sz](?:es|ing)|underlin(?:es|ing)|commend(?:s|ing)"),
)

CITING = Citing(
    wordings=WORDINGS,
    resolution=r"\b(?:resolutions?|decisions?)\b",
    before=r"paragraphs? <list>,? (?:above |below |respectively,? )?(?:of|in|to|and) (?:its |the |that |his |assembly |council |security |general |economic and social |human rights |previous |annex to |landmark ){0,6}(?:resolutions?|statements?|decisions?|reports?|notes?|letters?|presidential statement)?,? ?\(?$",
    human_rights=r"human rights council",
    ranges=r"\bto\b|-|through",
)
