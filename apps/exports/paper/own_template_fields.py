"""The fields that an organization's template may have, and what is wrong with those it has."""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

from django.utils.translation import gettext as _
from jinja2 import StrictUndefined, TemplateSyntaxError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

FIELDS = (
    "title",
    "subtitle",
    "as_at",
    "filter",
    "person",
    "organization",
    "address",
    "facts",
    "body",
)
OF_A_FACT = ("label", "value")
OF_A_LOOP = ("first", "last", "index")
FILTERS = ("upper", "lower", "default", "length")
# All that a template needs. What is not named here is refused, so that none can run for ever or look further.
KNOWN = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.Getattr,
    nodes.For,
    nodes.If,
    nodes.Not,
    nodes.And,
    nodes.Or,
    nodes.Compare,
    nodes.Operand,
    nodes.Const,
    nodes.Filter,
)
TAGS = re.compile(r"<[^>]+>")


def environment() -> ImmutableSandboxedEnvironment:
    """Jinja with nothing in it but our fields and four filters."""
    made = ImmutableSandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
    made.globals.clear()
    made.filters = {name: made.filters[name] for name in FILTERS}
    return made


def problems(source: str, *, has_body: bool) -> Iterator[str]:
    """What is wrong with `source`, in words. Only the text itself, not the top of a page, `has_body`."""
    lined = re.sub(r"<w:p([ >])", r"\n<w:p\1", source)
    try:
        tree = environment().parse(lined)
        found = list(_Reader(lined).read(tree))
    except RecursionError:
        yield _("Conditions stand in each other too deep.")
        return
    except TemplateSyntaxError as error:
        yield _("Near “%(place)s”: %(problem)s.") % {
            "place": _words_at(lined, error.lineno),
            "problem": str(error.message).rstrip("."),
        }
        return
    yield from found
    bodies = sum(name.name == "body" for name in tree.find_all(nodes.Name))
    if has_body and bodies != 1:
        yield (
            _("The field {{p body }} is not there: it is where the report itself goes.")
            if not bodies
            else _("The field {{p body }} is there more than once.")
        )
    if bodies and not has_body:
        yield _("The field {{p body }} stands outside of the text of the document.")


def badly_placed(words: str) -> str:
    """What is wrong with how fields stand in one paragraph of the text: `words`."""
    if len(re.findall(r"{{|{%", words)) != len(re.findall(r"}}|%}", words)):
        return _("In “%s” braces do not close.") % words.strip()[:80]
    if re.search(r"{[{%]p\s", words) and not re.fullmatch(r"\s*{[{%]p\s[^{}]*[%}]}\s*", words):
        return _("In “%s” a field that begins with p is not alone in its paragraph.") % words[:80]
    return ""


def _words_at(source: str, line: int | None) -> str:
    """What a person sees in a line of the source; Jinja does not know the line of everything."""
    if not line:
        return "{% … %}"
    lines = source.split("\n")
    words = TAGS.sub("", lines[min(line, len(lines)) - 1]).strip()
    return words[:80]


class _Reader:
    """Goes through what stands in braces."""

    def __init__(self, source: str) -> None:
        self.source = source

    def read(self, node: nodes.Node, loop: str = "") -> Iterator[str]:
        """`loop` is the name by which a fact is called here, inside a loop over them."""
        if isinstance(node, nodes.For):
            yield from self._for(node, loop)
            return
        if isinstance(node, nodes.Getattr):
            yield from self._of(node, loop)
            return
        problem = self._problem(node, loop)
        if problem:
            yield problem
            return
        for child in node.iter_child_nodes():
            yield from self.read(child, loop)

    def _problem(self, node: nodes.Node, loop: str) -> str:
        if not isinstance(node, KNOWN):
            return self._not_known(node)
        if isinstance(node, nodes.Filter) and node.name not in FILTERS:
            return _("There is no filter “%(name)s”: %(those)s are.") % {
                "name": node.name,
                "those": ", ".join(FILTERS),
            }
        if isinstance(node, nodes.Name):
            if loop and node.name == "body":
                return _("The field {{p body }} stands in a loop.")
            if node.name not in FIELDS:
                return _no_field(node.name, FIELDS)
        return ""

    def _for(self, node: nodes.For, loop: str) -> Iterator[str]:
        of = node.iter.name if isinstance(node.iter, nodes.Name) else ""
        if loop or of != "facts" or not isinstance(node.target, nodes.Name):
            yield _("Near “%s”: only {%% for fact in facts %%} is known.") % _words_at(
                self.source, node.lineno
            )
            return
        for child in (*node.body, *node.else_, *filter(None, [node.test])):
            yield from self.read(child, node.target.name)

    def _of(self, node: nodes.Getattr, loop: str) -> Iterator[str]:
        of: Any = node.node
        name = of.name if isinstance(of, nodes.Name) else ""
        known = {loop: OF_A_FACT, "loop": OF_A_LOOP}.get(name, ()) if loop else ()
        if node.attr not in known:
            yield _no_field(
                f"{name}.{node.attr}", tuple(f"{name}.{one}" for one in known) or FIELDS
            )

    def _not_known(self, node: nodes.Node) -> str:
        place = _words_at(self.source, node.lineno)
        return (
            _("Near “%s”: only fields, {%% if %%} and {%% for fact in facts %%} are known.") % place
        )


def _no_field(name: str, those: tuple[str, ...]) -> str:
    near = get_close_matches(name, those, 1, 0.6)
    if near:
        return _("There is no field “%(name)s”. Did you mean “%(near)s”?") % {
            "name": name,
            "near": near[0],
        }
    return _("There is no field “%(name)s”. There are: %(those)s.") % {
        "name": name,
        "those": ", ".join(those),
    }
