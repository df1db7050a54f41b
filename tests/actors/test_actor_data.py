"""The seed list of actors: names, acronyms and other wordings in six languages."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ACTORS = json.loads((ROOT / "apps/actors/data/actors.json").read_text(encoding="utf-8"))

LANGUAGES = {"ar", "en", "es", "fr", "ru", "zh"}
# the codes of the labelling guide; `unstated` is no actor
KINDS = {
    "secretary-general",
    "secretariat",
    "mission",
    "subsidiary-body",
    "council",
    "other-organ",
    "un-system",
    "member-states",
    "named-state",
    "parties",
    "regional-orgs",
    "others",
}
FIELDS = {"key", "kind", "parent", "acronyms", "names", "aliases", "active"}
SCRIPTS = {"ar": "[\u0600-\u06ff]", "ru": "[\u0400-\u04ff]", "zh": "[\u4e00-\u9fff]"}
OTHER_SCRIPT_ALLOWED: dict[tuple[str, str], str] = {}  # (key, language): the reason


def labels(actor, language):
    return [
        actor["names"][language],
        *actor["acronyms"].get(language, []),
        *actor["aliases"].get(language, []),
    ]


def more_than_one(values):
    return sorted(value for value, count in Counter(values).items() if count > 1)


def test_there_are_at_least_eighty_actors():
    assert len(ACTORS) >= 80


def test_every_actor_has_the_same_fields():
    assert [actor for actor in ACTORS if set(actor) != FIELDS] == []


def test_the_list_is_sorted_by_kind_and_key():
    places = [(actor["kind"], actor["key"]) for actor in ACTORS]
    assert places == sorted(places)


def test_no_two_actors_share_a_key():
    assert more_than_one(actor["key"] for actor in ACTORS) == []


def test_every_key_is_a_slug():
    slug = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
    assert [actor["key"] for actor in ACTORS if not slug.fullmatch(actor["key"])] == []


def test_every_kind_is_an_addressee_code():
    assert {actor["key"]: actor["kind"] for actor in ACTORS if actor["kind"] not in KINDS} == {}


def test_every_addressee_code_has_an_actor():
    assert KINDS - {actor["kind"] for actor in ACTORS} == set()


def test_active_is_true_or_false():
    assert [actor["key"] for actor in ACTORS if not isinstance(actor["active"], bool)] == []


def test_every_parent_is_in_the_list():
    keys = {actor["key"] for actor in ACTORS}
    assert [a["key"] for a in ACTORS if a["parent"] and a["parent"] not in keys] == []


def test_no_actor_is_above_itself():
    parents = {actor["key"]: actor["parent"] for actor in ACTORS}
    circular = []
    for key, parent in parents.items():
        seen, above = {key}, parent
        while above and above not in seen:
            seen.add(above)
            above = parents.get(above, "")
        if above:
            circular.append(key)
    assert circular == []


def test_every_actor_has_a_name_in_all_six_languages():
    incomplete = [
        actor["key"]
        for actor in ACTORS
        if set(actor["names"]) != LANGUAGES or not all(n.strip() for n in actor["names"].values())
    ]
    assert incomplete == []


@pytest.mark.parametrize("field", ["acronyms", "aliases"])
def test_other_wordings_are_lists_under_the_six_languages_only(field):
    wrong = [
        actor["key"]
        for actor in ACTORS
        if not set(actor[field]) <= LANGUAGES
        or not all(isinstance(wordings, list) for wordings in actor[field].values())
    ]
    assert wrong == []


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_no_wording_is_empty_or_has_stray_spaces(language):
    untidy = [
        (actor["key"], text)
        for actor in ACTORS
        for text in labels(actor, language)
        if not text or text != " ".join(text.split())
    ]
    assert untidy == []


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_no_acronym_stands_for_two_actors_in_one_language(language):
    acronyms = (text.casefold() for actor in ACTORS for text in actor["acronyms"].get(language, []))
    assert more_than_one(acronyms) == []


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_no_wording_of_any_sort_stands_for_two_actors_in_one_language(language):
    wordings = (text.casefold() for actor in ACTORS for text in labels(actor, language))
    assert more_than_one(wordings) == []


@pytest.mark.parametrize("language", sorted(SCRIPTS))
def test_names_are_written_in_the_script_of_their_language(language):
    foreign = [
        actor["key"]
        for actor in ACTORS
        if not re.search(SCRIPTS[language], actor["names"][language])
        and (actor["key"], language) not in OTHER_SCRIPT_ALLOWED
    ]
    assert foreign == []


def test_every_exception_to_the_script_is_still_needed():
    names = {actor["key"]: actor["names"] for actor in ACTORS}
    needless = [
        (key, language)
        for key, language in OTHER_SCRIPT_ALLOWED
        if key not in names or re.search(SCRIPTS[language], names[key][language])
    ]
    assert needless == []
