"""Reads a calendar twice: line by line as RFC 5545 has it, and with the icalendar package."""

import re

from icalendar import Calendar

LONGEST_LINE = 75
NAME = re.compile(r"(?P<name>[A-Z][A-Z0-9-]*)(?P<parameters>(?:;[A-Z-]+=[^;:,\"]+)*):(?P<value>.*)")
# Every backslash begins an escape, and what must be escaped is.
TEXT = re.compile(r"(?:[^\\,;\x00-\x08\x0a-\x1f\x7f]|\\[\\,;nN])*")
TEXTS = {"SUMMARY", "DESCRIPTION", "X-WR-CALNAME", "X-WR-CALDESC", "NAME"}
ONCE = {
    "VCALENDAR": {"PRODID", "VERSION"},
    "VEVENT": {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "STATUS", "SEQUENCE"},
    "VALARM": {"ACTION", "TRIGGER", "DESCRIPTION"},
}


def lines(body):
    """The content lines, unfolded; fails where the file is not as RFC 5545 wants it."""
    assert body.endswith(b"\r\n")
    found = []
    for raw in body[:-2].split(b"\r\n"):
        assert b"\n" not in raw
        assert b"\r" not in raw
        assert len(raw) <= LONGEST_LINE
        text = raw.decode()  # no character is cut in two by a fold
        if text.startswith(" "):
            found[-1] += text[1:]
        else:
            found.append(text)
    return found


def check(body):
    """Fail where the calendar breaks a rule of RFC 5545 that readers are strict about."""
    stack, seen, uids = [], [], []
    for line in lines(body):
        match = NAME.fullmatch(line)
        assert match, line
        name, value = match["name"], match["value"]
        if name == "BEGIN":
            stack.append(value)
            seen.append([])
        elif name == "END":
            assert stack.pop() == value
            names = seen.pop()
            assert {once for once in ONCE[value] if names.count(once) != 1} == set(), value
        else:
            seen[-1].append(name)
            check_value(name, match["parameters"], value)
            uids += [value] if name == "UID" else []
    assert stack == []
    assert len(set(uids)) == len(uids)


def check_value(name, parameters, value):
    if name in TEXTS:
        assert TEXT.fullmatch(value), value
    if name in {"DTSTART", "DTEND"}:
        assert parameters == ";VALUE=DATE"
        assert re.fullmatch(r"[0-9]{8}", value)
    if name in {"DTSTAMP", "LAST-MODIFIED"}:
        assert re.fullmatch(r"[0-9]{8}T[0-9]{6}Z", value)


def events(body):
    """The events, after the whole file was checked."""
    check(body)
    calendar = Calendar.from_ical(body)
    assert calendar.errors == []
    found = list(calendar.walk("VEVENT"))
    assert all(event.errors == [] for event in found)
    return found
