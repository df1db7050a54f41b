"""One paper with everything in it, in three languages, for the tests of every writer."""

import datetime as dt
from io import BytesIO

from apps.exports.paper.model import (
    Column,
    Figure,
    Heading,
    Link,
    Paper,
    Paragraph,
    Points,
    Quoted,
    Table,
)
from apps.exports.paper.writers import WRITERS
from apps.web.charts import Bar, Bars, Series, Value

ADDRESS = "https://remit.example/obligations/?lead=dppa&timing=overdue"
TITLES = {"en": "Status of obligations", "ar": "حالة الالتزامات", "zh-hans": "义务履行情况"}
ASKS = {
    "en": "Submit a report on cooperation",
    "ar": "تقديم تقرير عن التعاون بين المنظمتين",
    "zh-hans": "提交关于合作的报告",
}
FRENCH = "Prie le Secrétaire général de présenter un rapport."
ODD = (
    '<b> & "quoted" \x00\x0b\ud800\ufffe 😀 ]]> {{ title }} <img src="file:///etc/passwd"> '
    + "w" * 200
)


def chart():
    bars = Bars(
        name="chart-timing",
        title="By timing",
        description="12 are overdue.",
        heading="Timing",
        series=[Series("overdue", "Overdue")],
        bars=[Bar("overdue", [Value(12)])],
    )
    numbers = Table(
        "By timing", [Column("Timing"), Column("How many", 5, True)], [["overdue", "12"]]
    )
    return Figure(str(bars.svg()), "By timing", "12 are overdue.", numbers)


def rows(language, count):
    for n in range(count):
        yield [
            Link(f"S/RES/{2000 + n}", f"https://remit.example/o/{n}/"),
            Quoted(ASKS[language], language),
            ["Secretary-General", "African Union"],
            str(n),
        ]


def paper(language="en", *, count=2, blocks=None, figure=False, **more):
    columns = [
        Column("Symbol", 15),
        Column("Ask", 50),
        Column("Addressee", 20),
        Column("Days", 10, True),
    ]
    whole = [
        Heading("Summary"),
        Paragraph("Twelve of them are <overdue> & late."),
        Points(["one", Link("two", ADDRESS)]),
        Quoted(FRENCH, "fr", "S/RES/2033 (2012)"),
        *([chart()] if figure else []),
        Heading("Overdue"),
        Heading("Africa", 2),
        Table("Those overdue", columns, rows(language, count), count),
    ]
    given = {
        "title": TITLES[language],
        "language": language,
        "facts": [("As at", "30 June 2026"), ("Address", Link(ADDRESS, ADDRESS))],
        "blocks": whole if blocks is None else blocks,
        "subtitle": "For the Director",
        "authors": ["Ada Officer"],
        "made_at": dt.datetime(2026, 7, 1, 9, tzinfo=dt.UTC),
        "as_at": "30 June 2026",
        "filter": "Lead: DPPA",
        "person": "Ada Officer",
        "organization": "Remit",
        "address": ADDRESS,
    }
    return Paper(**given | more)


def odd_paper():
    """All that a person could have typed, in every place."""
    cells = [[ODD] * 3]
    return paper(
        title=ODD,
        subtitle=ODD,
        facts=[(ODD, [ODD, Link(ODD, "javascript:alert(1)")])],
        blocks=[
            Heading(ODD, 9),
            Paragraph(ODD),
            Points([ODD]),
            Quoted(ODD, "xx", ODD),
            Table(ODD, [Column(ODD)] * 3, cells),
            Table("", [Column("none")], []),
        ],
        as_at=ODD,
        authors=[ODD],
    )


def written(kind, one=None, progress=lambda done, total: None):
    file = BytesIO()
    WRITERS[kind](paper() if one is None else one, file, progress)
    file.seek(0)
    return file
