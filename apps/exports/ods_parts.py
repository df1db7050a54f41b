"""What stands in every spreadsheet of ours beside its rows. Braces are filled by `ods`."""

from typing import Final

MIMETYPE: Final = "application/vnd.oasis.opendocument.spreadsheet"
XML: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'
SPACE: Final = "urn:oasis:names:tc:opendocument:xmlns"
SPACES: Final = " ".join(
    [
        *(
            f'xmlns:{name}="{SPACE}:{name}:1.0"'
            for name in ("office", "table", "text", "style", "config", "meta")
        ),
        f'xmlns:fo="{SPACE}:xsl-fo-compatible:1.0"',
        f'xmlns:number="{SPACE}:datastyle:1.0"',
        'xmlns:dc="http://purl.org/dc/elements/1.1/"',
    ]
)

MANIFEST: Final = (
    f'{XML}<manifest:manifest xmlns:manifest="{SPACE}:manifest:1.0" manifest:version="1.3">'
    f'<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="{MIMETYPE}"/>'
    + "".join(
        f'<manifest:file-entry manifest:full-path="{name}.xml" manifest:media-type="text/xml"/>'
        for name in ("content", "meta", "settings", "styles")
    )
    + "</manifest:manifest>"
)
META: Final = (
    f'{XML}<office:document-meta {SPACES} office:version="1.3"><office:meta>'
    "<dc:title>{title}</dc:title><meta:creation-date>{day}T00:00:00</meta:creation-date>"
    "</office:meta></office:document-meta>"
)


def _item(name: str, kind: str, value: str) -> str:
    return f'<config:config-item config:name="{name}" config:type="{kind}">{value}</config:config-item>'


# The headings and the first column stay in sight: 2 is "frozen".
SETTINGS: Final = (
    f'{XML}<office:document-settings {SPACES} office:version="1.3"><office:settings>'
    '<config:config-item-set config:name="ooo:view-settings">'
    '<config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>'
    '<config:config-item-map-named config:name="Tables">'
    '<config:config-item-map-entry config:name="{sheet}">'
    + _item("HorizontalSplitMode", "short", "2")
    + _item("VerticalSplitMode", "short", "2")
    + _item("HorizontalSplitPosition", "int", "1")
    + _item("VerticalSplitPosition", "int", "1")
    + _item("PositionRight", "int", "1")
    + _item("PositionBottom", "int", "1")
    + "</config:config-item-map-entry></config:config-item-map-named>"
    "</config:config-item-map-entry></config:config-item-map-indexed>"
    "</config:config-item-set></office:settings></office:document-settings>"
)
STYLES: Final = (
    f'{XML}<office:document-styles {SPACES} office:version="1.3"><office:automatic-styles>'
    '<style:page-layout style:name="wide"><style:page-layout-properties fo:page-width="29.7cm" '
    'fo:page-height="21cm" style:print-orientation="landscape" style:scale-to-X="1"/>'
    "</style:page-layout></office:automatic-styles><office:master-styles>"
    '<style:master-page style:name="Default" style:page-layout-name="wide"><style:footer><text:p>'
    "<text:page-number>1</text:page-number> / <text:page-count>1</text:page-count>"
    "</text:p></style:footer></style:master-page></office:master-styles></office:document-styles>"
)


def _cells(name: str, text: str = "", more: str = "") -> str:
    return (
        f'<style:style style:name="{name}" style:family="table-cell"{more}>'
        '<style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"/>'
        f"{text}</style:style>"
    )


def _column(name: str, width: str) -> str:
    return (
        f'<style:style style:name="{name}" style:family="table-column">'
        f'<style:table-column-properties style:column-width="{width}"/></style:style>'
    )


CONTENT_START: Final = (
    f'{XML}<office:document-content {SPACES} office:version="1.3"><office:automatic-styles>'
    '<number:date-style style:name="iso"><number:year number:style="long"/><number:text>-</number:text>'
    '<number:month number:style="long"/><number:text>-</number:text>'
    '<number:day number:style="long"/></number:date-style>'
    '<style:style style:name="sheet" style:family="table" style:master-page-name="Default">'
    '<style:table-properties table:display="true" style:writing-mode="{mode}"/></style:style>'
    + _column("usual", "3.6cm")
    + _column("long", "10.6cm")
    + _cells("words")
    + _cells("head", '<style:text-properties fo:font-weight="bold"/>')
    + _cells("day", more=' style:data-style-name="iso"')
    + "</office:automatic-styles><office:body><office:spreadsheet>"
)
CONTENT_END: Final = (
    '<table:database-ranges><table:database-range table:name="__Anonymous_Sheet_DB__0" '
    'table:target-range-address="{range}" table:display-filter-buttons="true"/>'
    "</table:database-ranges></office:spreadsheet></office:body></office:document-content>"
)
