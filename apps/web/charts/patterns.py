"""How the keys of data.KEYS look: a pattern beside each colour, so that no colour is needed."""

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

# What is drawn in a tile of 6 by 6. Classes get the key; static/charts.css has the colours.
_SOLID = '<rect class="chart-paint-{key}" width="6" height="6"/>'
_GROUND = '<rect class="chart-ground-{key}" width="6" height="6"/>'
TILES = {
    "on-time": _SOLID,
    "late": _GROUND + '<path class="chart-edge-{key} chart-thick" d="M-1 1 1-1M0 6 6 0M5 7 7 5"/>',
    "overdue": _SOLID + '<path class="chart-mesh" d="M0 0 6 6M6 0 0 6"/>',
    "open": _GROUND + '<circle class="chart-paint-{key}" cx="3" cy="3" r="1"/>',
    "soon": _GROUND + '<rect class="chart-paint-{key}" x="2" width="2" height="6"/>',
    "waived": _GROUND + '<rect class="chart-paint-{key}" y="2" width="6" height="1"/>',
    "plain": _SOLID,
    "other": _GROUND + '<path class="chart-edge-{key}" d="M3 1v4M1 3h4"/>',
}


def pattern(name: str, key: str) -> SafeString:
    """The definition that `fill_of` refers to. `key` is one of TILES."""
    inside = mark_safe(TILES[key].format(key=key))
    return format_html(
        '<pattern id="{}-{}" width="6" height="6" patternUnits="userSpaceOnUse">{}</pattern>',
        name,
        key,
        inside,
    )


def fill_of(name: str, key: str) -> str:
    return f"url(#{name}-{key})"
