"""From timing codes to cadences."""

import datetime as dt

import pytest

from apps.obligations.timing import Timing, UnreadableTiming, check, timings

MARCH = dt.date(2026, 3, 31)
JUNE = dt.date(2026, 6, 30)


@pytest.mark.parametrize(
    "code",
    [
        "",
        "soon",
        "by:",
        "by:2026-02-30",
        "by:31 March",
        "every:6M",
        "every:P0M",
        "every:P0D",
        "within:P9999Y",
        "by:9999-12-31",
        "from:0001-01-01",
        "every:P1M2D",
        "every:",
        "for:P99999Y",
        "session:0",
        "session:eighty",
        "asap:now",
    ],
)
def test_a_code_that_the_guide_does_not_define_is_quoted_back(code):
    with pytest.raises(UnreadableTiming, match=f"“{code}"):
        check(code)


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        ([], [Timing("undated")]),
        (["asap"], [Timing("undated", note="asap")]),
        (["regular"], [Timing("undated", note="regular")]),
        (["event"], [Timing("event")]),
        (["by:2026-03-31"], [Timing("once", on=MARCH)]),
        (["within:P90D"], [Timing("once", period="P90D")]),
        (["by:2026-03-31", "by:2026-06-30"], [Timing("once", on=MARCH), Timing("once", on=JUNE)]),
        (["every:P6M"], [Timing("every", period="P6M")]),
        (["by:2026-03-31", "every:P6M"], [Timing("every", period="P6M", start_on=MARCH)]),
        (["every:P90D", "within:P30D"], [Timing("every", period="P90D", start_after="P30D")]),
        (["series"], [Timing("series")]),
        (["every:P2Y", "series"], [Timing("series", period="P2Y")]),
        (["until:2026-06-30"], [Timing("mandate", on=JUNE)]),
        (["for:P1Y"], [Timing("mandate", period="P1Y")]),
        (["for:P1Y", "until:2026-06-30"], [Timing("mandate", on=JUNE, period="P1Y")]),
        (["for:P6M", "from:2026-03-31"], [Timing("mandate", period="P6M", start_on=MARCH)]),
        (["before-expiry:P30D"], [Timing("before-expiry", period="P30D")]),
        (["session:81"], [Timing("session", session=81)]),
        (["asap", "by:2026-03-31"], [Timing("once", on=MARCH)]),
    ],
)
def test_codes_become_cadences(codes, expected):
    assert timings(codes) == expected
