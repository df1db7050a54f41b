"""What people write, as HTML that can do no harm."""

import re
from collections.abc import Sequence

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

TAGS = {
    "a", "blockquote", "br", "code", "em", "hr", "li", "mark", "ol", "p", "pre", "s", "strong",
    "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
BLOCKS = ("p", "li", "blockquote", "th", "td", "ul", "ol")
SCHEMES = {"http", "https", "mailto"}

# No headings: the page has its own order of them. No pictures: they would tell others who reads.
_parser = (
    MarkdownIt("commonmark", {"html": False, "breaks": True})
    .enable(["table", "strikethrough"])
    .disable(["heading", "lheading", "image", "html_block", "html_inline"])
)


def _text(
    self: RendererHTML, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
) -> str:
    """Text as it is, with whom it mentions marked, the longest name first."""
    shown: str = escapeHtml(tokens[idx].content)
    if not env.get("names"):
        return shown
    names = "|".join(re.escape(escapeHtml(name)) for name in env["names"])
    return re.sub(f"@(?:{names})", r"<mark>\g<0></mark>", shown)


_parser.add_render_rule("text", _text)


def rendered(text: str, *, names: Sequence[str] = ()) -> SafeString:
    """`text` as CommonMark with tables and struck words; `names` after an @ are marked.

    Every block takes its direction from its own first letter.
    """
    longest_first = sorted(names, key=len, reverse=True)
    html = _parser.render(text, {"names": longest_first})
    clean = nh3.clean(
        html,
        tags=TAGS,
        attributes={"a": {"href", "title"}, "ol": {"start"}},
        set_tag_attribute_values={block: {"dir": "auto"} for block in BLOCKS},
        url_schemes=SCHEMES,
        link_rel="noopener noreferrer nofollow",
    )
    return mark_safe(clean)
