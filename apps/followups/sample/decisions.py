"""Decisions with their texts, taken in, read and reviewed as an officer would."""

import datetime as dt
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings

from apps.accounts.models import Office, User
from apps.documents.ingest import Given, ingest
from apps.documents.models import Document, Text
from apps.obligations import amend, review
from apps.obligations.codes import CadenceKind, Finding, State
from apps.obligations.extract import around, extract
from apps.obligations.models import Cadence, Obligation, Series
from apps.reporting.close import close
from apps.reporting.plan import plan

from . import follow
from .days import Days

FOLDER = Path(__file__).parent / "decisions"
DAYS_TO_DECIDE = 3
MARK = re.compile(r"<<(?P<key>[a-z]+)\|(?P<words>.*?)>>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Marked:
    """A text without the marks, and where each marked ask stands in it."""

    content: str
    places: dict[str, tuple[int, int]]


def unmarked(text: str) -> Marked:
    """Take the marks out of `text`; offsets count code points of what is left."""
    content, places, end = "", {}, 0
    for mark in MARK.finditer(text):
        content += text[end : mark.start()]
        places[mark["key"]] = (len(content), len(content) + len(mark["words"]))
        content += mark["words"]
        end = mark.end()
    return Marked(content + text[end:], places)


def seed(days: Days, *, by: User) -> list[str]:
    """Make every decision of the folder; return the symbols that belong to other documents already."""
    taken = []
    for path in sorted(FOLDER.glob("*.toml")):
        record = tomllib.loads(days.in_codes(path.read_text(encoding="utf-8")))
        if Document.objects.with_symbol(record["symbol"]).exists():
            taken.append(str(record["symbol"]))
        else:
            _decision(path.stem, record, days, by=by)
    return taken


def _decision(name: str, record: dict[str, Any], days: Days, *, by: User) -> None:
    marked: dict[str, Marked] = {}
    for language in record["languages"]:
        path = FOLDER / f"{name}.{language}.txt"
        marked[language] = unmarked(days.in_print(path.read_text(encoding="utf-8")))
        given = Given(record["symbol"], language, days.day(record["adopted"]))
        content = marked[language].content
        document = ingest(path.name, content.encode(), by=by, given=given).text.document
    document.title = record["title"]
    document.agenda_item = record.get("agenda_item", "")
    document.is_sample = True
    document.save()
    extract(document, by=by)
    language = record["languages"][0]
    text = document.texts.get(language=language)
    settled: dict[str, Obligation] = {}
    for ask in record.get("asks", []):
        draft = _draft(text, marked[language].places[ask["key"]], ask, by=by)
        settled[ask["key"]] = _settle(draft, ask, days, settled, by=by)


def _draft(text: Text, place: tuple[int, int], ask: dict[str, Any], *, by: User) -> Obligation:
    """The draft that begins in the marked words; marked by hand where the machine has none."""
    start, end = place
    drafts = Obligation.objects.drafts().filter(paragraph__text=text)
    found = drafts.filter(start__gte=start, start__lt=end).order_by("start").first()
    if found:
        return found
    paragraph = around(list(text.paragraphs.all()), start)
    if paragraph is None:
        raise review.NoSuchPlace(f"“{text.content[start:end]}” stands in no paragraph of {text}")
    return review.add(paragraph, text.content[start:end], ask["values"], by=by)


def _settle(
    draft: Obligation, ask: dict[str, Any], days: Days, settled: dict[str, Obligation], *, by: User
) -> Obligation:
    """Correct, decide, plan, follow and close, as far as the record goes; `settled` were before it.

    It is decided a few days after its adoption, so that tables as at an earlier day have rows.
    """
    adopted = draft.document.adopted_on or days.on
    decided = min(adopted + dt.timedelta(days=DAYS_TO_DECIDE), days.on)
    at = dt.datetime.combine(decided, dt.time.min, tzinfo=dt.UTC)
    done = review.edit(draft.pk, draft.version, _corrections(ask), by=by)
    if ask.get("state") == State.REJECTED:
        return review.reject(done.pk, done.version, by=by, at=at, reason=ask["reason"])
    done = review.accept(done.pk, done.version, by=by, at=at)
    _new_versions(done, ask.get("versions", []), days, settled, by=by)
    last = dt.date(days.on.year + settings.PLAN_YEARS, 12, 31)
    until = days.day(ask["plan_until"]) if "plan_until" in ask else last
    plan(Obligation.objects.filter(pk=done.pk), until=until)
    follow.seed(done, ask, days, by=by)
    done.refresh_from_db()
    _judge(done, ask, days, by=by)
    return done


def _corrections(ask: dict[str, Any]) -> dict[str, Any]:
    """What the record says of the reading and of who follows it, by name of the column."""
    given: dict[str, Any] = {"lead": Office.objects.filter(short=ask.get("lead")).first()}
    given |= {name: ask[name] for name in ("act", "subject", "region", "shift") if name in ask}
    if "responsible" in ask:
        given["responsible"] = User.objects.get(email=ask["responsible"])
    if "series" in ask:
        given["series"] = Series.objects.get(key=ask["series"])
    values: dict[str, Any] = ask["values"]
    return values | given


def _new_versions(
    obligation: Obligation,
    versions: list[dict[str, Any]],
    days: Days,
    settled: dict[str, Obligation],
    *,
    by: User,
) -> None:
    """Later decisions that changed how often: each a version with its own basis."""
    for version, record in enumerate(versions, start=2):
        Cadence.objects.create(
            obligation=obligation,
            version=version,
            kind=CadenceKind(record["kind"]),
            period=record.get("period", ""),
            start_on=record.get("start_on"),
            mandate=settled[record["mandate"]] if "mandate" in record else None,
            basis_document=Document.objects.with_symbol(record["basis"]).get(),
            holds_from=days.day(record["holds_from"]),
            created_by=by,
        )


def _judge(obligation: Obligation, ask: dict[str, Any], days: Days, *, by: User) -> None:
    values: dict[str, Any] = {}
    if "review_on" in ask:
        values["review_on"] = days.day(ask["review_on"])
    if ask.get("state") == State.CLOSED:
        close(
            obligation.pk,
            obligation.version,
            by=by,
            on=days.day(ask["closed_on"]),
            finding=Finding(ask["finding"]),
            reason=ask["reason"],
        )
        return
    if "finding" in ask:
        values |= {"finding": ask["finding"], "finding_source": ask["finding_source"]}
    if values:
        amend.amend(obligation.pk, obligation.version, values, by=by, on=days.on)
