"""From words to dates: each line is one ask in our own words, and what a person would count.

The days were counted by hand or with another program; 2032 and 2036 are leap years, 2100 is none.
"""

import pytest

from apps.reporting.why import in_words
from tests.obligations.asked import asked, codes_of, due, planned

pytestmark = pytest.mark.django_db
END = "2041-12-31"

# Words | day of adoption | planned until (empty: END) | due | what the last derivation says
PRINTED = """
report by 31 March | 2031-03-03 | | 2031-03-31 | prints this date: 31 March 2031
report by 3 March | 2031-03-03 | | 2032-03-03 | prints this date: 3 March 2032
report by 4 March | 2031-03-03 | | 2031-03-04 | prints this date: 4 March 2031
report by 1 January | 2031-12-31 | | 2032-01-01 | prints this date: 1 January 2032
report by 31 December | 2031-12-31 | | 2032-12-31 | prints this date: 31 December 2032
report by 28 February | 2032-02-28 | | 2033-02-28 | prints this date: 28 February 2033
report by 29 February 2032 | 2031-03-03 | | 2032-02-29 | prints this date: 29 February 2032
report by February 2032 | 2031-03-03 | | 2032-02-29 | prints this date: 29 February 2032
report by February 2033 | 2031-03-03 | | 2033-02-28 | prints this date: 28 February 2033
report by the end of February | 2031-03-03 | | 2032-02-29 | prints this date: 29 February 2032
report by the end of April 2031 | 2031-03-03 | | 2031-04-30 | prints this date: 30 April 2031
report by the end of 2031 | 2031-03-03 | | 2031-12-31 | prints this date: 31 December 2031
report by 31 March 2032 and by 30 June 2032 | 2031-03-03 | | 2032-03-31 2032-06-30 | 30 June 2032
report by 30 June 2031, with a midterm report by 31 December 2031 | 2031-03-03 | | 2031-06-30 2031-12-31 | 31 December 2031
report by 31 December 2060 | 2031-03-03 | | 2060-12-31 | prints this date: 31 December 2060
"""

COUNTED = """
report within one hour | 2031-03-03 | | 2031-03-04 | 1 day from the day of adoption, 3 March 2031
report within 24 hours | 2031-03-03 | | 2031-03-04 | 1 day from the day of adoption
report within 25 hours | 2031-03-03 | | 2031-03-05 | 2 days from the day of adoption
report within 36 hours | 2031-12-30 | | 2032-01-01 | 2 days from the day of adoption, 30 December 2031
report within 48 hours | 2032-02-28 | | 2032-03-01 | 2 days from the day of adoption, 28 February 2032
report within 48 hours | 2031-02-27 | | 2031-03-01 | 2 days from the day of adoption, 27 February 2031
report within 72 hours | 2031-02-26 | | 2031-03-01 | 3 days from the day of adoption
report within one day | 2031-12-31 | | 2032-01-01 | 1 day from the day of adoption
report within 30 days | 2032-01-30 | | 2032-02-29 | 30 days from the day of adoption, 30 January 2032
report within 30 days | 2031-01-30 | | 2031-03-01 | 30 days from the day of adoption, 30 January 2031
report within ninety days | 2031-10-03 | | 2032-01-01 | 90 days from the day of adoption
report within 365 days | 2032-01-01 | | 2032-12-31 | 365 days from the day of adoption
report within 366 days | 2032-01-01 | | 2033-01-01 | 366 days from the day of adoption
report within one week | 2031-12-25 | | 2032-01-01 | 1 week from the day of adoption
report within two weeks | 2032-02-15 | | 2032-02-29 | 2 weeks from the day of adoption
report within one month | 2031-01-31 | | 2031-02-28 | 1 month from the day of adoption, 31 January 2031
report within one month | 2032-01-31 | | 2032-02-29 | 1 month from the day of adoption, 31 January 2032
report within one month | 2031-12-31 | | 2032-01-31 | 1 month from the day of adoption
report within one month | 2031-02-28 | | 2031-03-28 | 1 month from the day of adoption
report within six months | 2031-08-31 | | 2032-02-29 | 6 months from the day of adoption
report within six months | 2031-08-29 | | 2032-02-29 | 6 months from the day of adoption
report within one year | 2032-02-29 | | 2033-02-28 | 1 year from the day of adoption, 29 February 2032
report within four years | 2032-02-29 | | 2036-02-29 | 4 years from the day of adoption
report within four years | 2096-02-29 | | 2100-02-28 | 4 years from the day of adoption, 29 February 2096
"""

RECURRING = """
report every day | 2032-02-27 | 2032-03-02 | 2032-02-28 2032-02-29 2032-03-01 2032-03-02 | the day of adoption, 27 February 2032
report every week | 2031-12-20 | 2032-01-12 | 2031-12-27 2032-01-03 2032-01-10 | 1 week from the day of adoption
report every two weeks | 2032-02-16 | 2032-04-01 | 2032-03-01 2032-03-15 2032-03-29 | 2 weeks from the day of adoption
report monthly | 2031-01-31 | 2031-05-31 | 2031-02-28 2031-03-31 2031-04-30 2031-05-31 | the day of adoption, 31 January 2031
report monthly | 2032-01-31 | 2032-04-30 | 2032-02-29 2032-03-31 2032-04-30 | the day of adoption, 31 January 2032
report monthly | 2031-01-30 | 2031-04-30 | 2031-02-28 2031-03-30 2031-04-30 | the day of adoption, 30 January 2031
report every two months | 2031-12-31 | 2032-06-30 | 2032-02-29 2032-04-30 2032-06-30 | 2 months from the day of adoption
report quarterly | 2031-11-30 | 2032-11-30 | 2032-02-29 2032-05-30 2032-08-30 2032-11-30 | 3 months from the day of adoption
report every four months | 2031-10-31 | 2033-03-01 | 2032-02-29 2032-06-30 2032-10-31 2033-02-28 | 4 months from
report every six months | 2031-08-31 | 2033-03-01 | 2032-02-29 2032-08-31 2033-02-28 | 6 months from the day of adoption
report every six months | 2031-12-31 | 2033-12-31 | 2032-06-30 2032-12-31 2033-06-30 2033-12-31 | 31 December 2033
report twice a year | 2031-03-03 | 2032-03-03 | 2031-09-03 2032-03-03 | 6 months from the day of adoption
report annually | 2032-02-29 | 2036-12-31 | 2033-02-28 2034-02-28 2035-02-28 2036-02-29 | 1 year from the day of adoption
report annually | 2096-02-29 | 2104-12-31 | 2097-02-28 2098-02-28 2099-02-28 2100-02-28 2101-02-28 2102-02-28 2103-02-28 2104-02-29 | 1 year from
report biennially | 2032-02-29 | 2040-12-31 | 2034-02-28 2036-02-29 2038-02-28 2040-02-29 | 2 years from the day of adoption
report every three years | 2031-03-03 | 2040-12-31 | 2034-03-03 2037-03-03 2040-03-03 | 3 years from the day of adoption
report every 30 days | 2032-01-31 | 2032-06-01 | 2032-03-01 2032-03-31 2032-04-30 2032-05-30 | 30 days from the day of adoption
report every 90 days | 2031-12-31 | 2032-12-31 | 2032-03-30 2032-06-28 2032-09-26 2032-12-25 | 90 days from the day of adoption
report annually | 2031-03-03 | 2032-03-02 | none | nothing to say
report annually | 2031-03-03 | 2032-03-03 | 2032-03-03 | 1 year from the day of adoption, 3 March 2031
report by 31 March 2032 and every six months thereafter | 2031-03-03 | 2033-03-31 | 2032-03-31 2032-09-30 2033-03-31 | the first date printed in the decision, 31 March 2032
report by 29 February 2032 and annually thereafter | 2031-03-03 | 2036-12-31 | 2032-02-29 2033-02-28 2034-02-28 2035-02-28 2036-02-29 | printed in the decision, 29 February 2032
report by 31 January 2032 and monthly thereafter | 2031-03-03 | 2032-05-31 | 2032-01-31 2032-02-29 2032-03-31 2032-04-30 2032-05-31 | printed in the decision, 31 January 2032
report by 31 March 2032 and every six months thereafter | 2031-03-03 | 2032-03-30 | none | nothing to say
report within 15 days and in two week intervals thereafter | 2031-03-03 | 2031-05-01 | 2031-03-18 2031-04-01 2031-04-15 2031-04-29 | the first date, counted from adoption, 18 March 2031
report within 30 days and every 90 days thereafter | 2031-12-31 | 2032-12-31 | 2032-01-30 2032-04-29 2032-07-28 2032-10-26 | counted from adoption, 30 January 2032
report within one month and every three months thereafter | 2031-01-31 | 2031-12-31 | 2031-02-28 2031-05-28 2031-08-28 2031-11-28 | counted from adoption, 28 February 2031
report by 31 March 2032, with a final report by 30 June 2032, and every six months thereafter | 2031-03-03 | 2033-03-31 | 2032-03-31 2032-06-30 2032-09-30 2033-03-31 | printed in the decision, 31 March 2032
report every six months until 4 September 2032 | 2031-03-03 | | 2031-09-03 2032-03-03 2032-09-03 2032-09-04 | lets it run until 4 September 2032
report every six months until 2 September 2032 | 2031-03-03 | | 2031-09-03 2032-03-03 2032-09-02 | lets it run until 2 September 2032
"""

MANDATES = """
extend until 30 June 2032 | 2031-03-03 | | 2032-06-30 | lets it run until 30 June 2032
extend until 29 February 2032 | 2031-03-03 | | 2032-02-29 | lets it run until 29 February 2032
extend for a period of one year | 2031-03-03 | | 2032-03-03 | 1 year from the day of adoption, 3 March 2031
extend for a period of one year | 2032-02-29 | | 2033-02-28 | 1 year from the day of adoption, 29 February 2032
extend for a period of six months | 2031-08-31 | | 2032-02-29 | 6 months from the day of adoption
extend for a period of one year from 1 July 2031 | 2031-03-03 | | 2032-07-01 | 1 year from the first date printed in the decision, 1 July 2031
extend for two months until 15 May | 2031-03-03 | | 2031-05-15 | lets it run until 15 May 2031
extend for a further period of 90 days | 2031-12-31 | | 2032-03-30 | 90 days from the day of adoption, 31 December 2031
"""

UNDATED = """
report before the end of the mandate | 2031-03-03 | | - | a mandate that is not known here
report 60 days before the expiry of the mandate | 2031-03-03 | | - | a mandate that is not known here
report at its eighty-first session | 2031-03-03 | | - | At session 81 of the General Assembly, whose opening is not known
report upon completion of the works | 2031-03-03 | | - | When something else happens
report without delay | 2031-03-03 | | - | gives no date
report on a regular basis | 2031-03-03 | | - | gives no date
report in due course | 2031-03-03 | | - | gives no date
include in his next report to the Council | 2031-03-03 | | - | no fixed dates
include in his annual report | 2031-03-03 | | - | no fixed dates
"""

# Codes as a person writes them | day of adoption | planned until | due | what the last derivation says
CODES = """
every:P6M from:2031-01-01 | 2031-03-03 | 2032-01-01 | 2031-07-01 2032-01-01 | printed in the decision, 1 January 2031
every:P1M by:2031-08-31 by:2031-10-15 | 2031-03-03 | 2031-11-30 | 2031-08-31 2031-09-30 2031-10-15 2031-10-31 2031-11-30 | 31 August 2031
within:P1M within:P15D | 2031-03-03 | | 2031-03-18 2031-04-03 | 1 month from the day of adoption
every:P1Y within:P10D within:P40D | 2031-03-03 | 2032-03-31 | 2031-03-13 2031-04-12 2032-03-13 | counted from adoption, 13 March 2031
by:2031-09-01 until:2032-03-03 session:86 | 2031-03-03 | | 2031-09-01 2032-03-03 - | At session 86 of the General Assembly
by:2031-02-01 | 2031-03-03 | | 2031-02-01 | prints this date: 1 February 2031
every:P1D until:2031-03-06 | 2031-03-03 | | 2031-03-04 2031-03-05 2031-03-06 2031-03-06 | lets it run until 6 March 2031
every:P1Y until:2031-12-31 | 2031-03-03 | | 2031-12-31 | lets it run until 31 December 2031
until:2031-12-31 until:2032-12-31 | 2031-03-03 | | 2031-12-31 2032-12-31 | lets it run until 31 December 2032
asap by:2031-12-31 | 2031-03-03 | | 2031-12-31 | prints this date
"""


def table(lines):
    """Each line of a table, with what it says as the name of the test."""
    found = []
    for line in filter(None, lines.splitlines()):
        cells = [cell.strip() for cell in line.split("|")]
        found.append(pytest.param(*cells, id=f"{cells[0]} ({cells[1]} to {cells[2] or END})"))
    return found


def check(codes, adopted, until, expected, sentence):
    cycles = planned(until or END, asked(adopted, codes))

    assert (due(cycles) or "none") == expected
    if cycles:
        assert sentence
        assert sentence in in_words(cycles[-1])
        assert in_words(cycles[-1]).startswith("By S/RES/")


@pytest.mark.parametrize(
    ("words", "adopted", "until", "expected", "sentence"),
    table(PRINTED + COUNTED + RECURRING + MANDATES + UNDATED),
)
def test_words_of_a_decision_become_its_dates(words, adopted, until, expected, sentence):
    check(codes_of(words, adopted), adopted, until, expected, sentence)


@pytest.mark.parametrize(("codes", "adopted", "until", "expected", "sentence"), table(CODES))
def test_codes_of_a_person_become_dates(codes, adopted, until, expected, sentence):
    check(codes.split(), adopted, until, expected, sentence)
