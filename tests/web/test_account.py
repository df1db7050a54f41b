"""The person's own account: preferences, their own day, sessions."""

import datetime as dt

import pytest
import time_machine
from allauth.usersessions.models import UserSession
from django.test import Client

from apps.accounts.models import User
from apps.web.account_forms import AccountForm
from apps.web.browsers import browser_words
from tests.conftest import FRAME
from tests.factories import CycleFactory, UserFactory

pytestmark = pytest.mark.django_db
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
# In Auckland it is the 2nd already, in New York still the 1st.
LATE = dt.datetime(2026, 7, 1, 20, 30, tzinfo=dt.UTC)


def preferences(**changes):
    return {
        "name": "Rosa",
        "language": "",
        "time_zone": "",
        "theme": "auto",
        "digest": "daily",
        "digest_hour": "7",
        "shortcuts": "on",
    } | changes


def client_in(zone, **fields):
    client = Client()
    client.force_login(UserFactory(time_zone=zone, **fields))
    return client


def signed_in_by_password(person, **headers):
    client = Client(headers=headers)
    client.post("/accounts/login/", {"login": person.email, "password": "password"})
    return client


def test_preferences_are_saved(signed_in):
    changed = preferences(
        name="Rosa R.",
        language="fr",
        time_zone="Asia/Shanghai",
        theme="dark",
        digest="weekly",
        digest_hour="18",
    )
    del changed["shortcuts"]

    response = signed_in.post("/account/", changed)

    assert response.status_code == 302
    person = User.objects.get(pk=signed_in.person.pk)
    assert (person.name, person.language, person.time_zone) == ("Rosa R.", "fr", "Asia/Shanghai")
    assert (person.theme, person.digest, person.digest_hour) == ("dark", "weekly", 18)
    assert not person.shortcuts


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("europe/paris", "Europe/Paris"),
        ("New York", "America/New_York"),
        ("nairobi", "Africa/Nairobi"),
        ("utc", "UTC"),
    ],
)
def test_a_time_zone_is_found_by_its_name_or_its_city(given, kept, signed_in):
    signed_in.post("/account/", preferences(time_zone=given))

    assert User.objects.get(pk=signed_in.person.pk).time_zone == kept


@pytest.mark.parametrize("given", ["Europe/Pairs", "the moon", "../../etc/passwd", "\x00"])
def test_a_wrong_time_zone_is_quoted_and_all_that_was_typed_comes_back(given, signed_in):
    response = signed_in.post("/account/", preferences(time_zone=given, name="Rosa New"))

    assert response.status_code == 422
    assert "Rosa New" in response.text
    if given.isprintable():
        assert f"There is no time zone “{given}”" in response.text
    assert User.objects.get(pk=signed_in.person.pk).time_zone == ""


@pytest.mark.parametrize(
    "wrong",
    [
        {"theme": "pink"},
        {"language": "de"},
        {"digest": "hourly"},
        {"digest_hour": "24"},
        {"name": ""},
    ],
)
def test_what_is_no_choice_is_refused(wrong, signed_in):
    response = signed_in.post("/account/", preferences(**wrong))

    assert response.status_code == 422
    assert "error-summary" in response.text


def test_what_is_refused_does_not_show_in_the_frame(signed_in):
    text = signed_in.post("/account/", preferences(name="Typed", digest_hour="99")).text

    assert f'class="person-name">{signed_in.person.name}<' in text


@time_machine.travel(LATE)
def test_today_is_the_persons_own_day():
    CycleFactory(due_on=dt.date(2026, 7, 1), cadence__obligation__act="Light the lamps")

    auckland, new_york = client_in("Pacific/Auckland"), client_in("America/New_York")

    assert "1 day ago" in auckland.get("/register/cycles/").text
    assert "today" in new_york.get("/register/cycles/").text


@time_machine.travel(LATE)
def test_a_cycle_is_overdue_for_one_and_due_for_the_other():
    CycleFactory(due_on=dt.date(2026, 7, 1))

    def count(zone, state):
        return client_in(zone).get(f"/register/cycles/?state={state}").text.count("state-" + state)

    assert (count("Pacific/Auckland", "overdue"), count("America/New_York", "overdue")) == (1, 0)
    assert (count("Pacific/Auckland", "due"), count("America/New_York", "due")) == (0, 1)


@time_machine.travel(LATE)
def test_times_are_shown_in_the_persons_zone():
    person = UserFactory(time_zone="Asia/Shanghai")

    text = signed_in_by_password(person).get("/account/sessions/").text

    assert "2 July 2026, 04:30" in text or "2 Jul 2026, 04:30" in text


def test_the_language_of_the_person_wins_over_that_of_the_browser():
    client = client_in("", language="ar")

    response = client.get("/account/", headers={"Accept-Language": "fr"})

    assert 'lang="ar" dir="rtl"' in response.text
    assert response["Content-Language"] == "ar"


def test_the_language_of_one_request_is_not_that_of_the_next():
    client_in("", language="ar").get("/account/")

    assert 'lang="en"' in Client().get("/accounts/login/").text


def test_the_switch_of_language_saves_it_for_who_is_signed_in(signed_in):
    response = signed_in.post("/language/", {"language": "es", "next": "/documents/"})

    assert response["Location"] == "/documents/"
    assert User.objects.get(pk=signed_in.person.pk).language == "es"


def test_the_switch_works_before_signing_in():
    client = Client()
    client.post("/language/", {"language": "ru", "next": "/accounts/login/"})

    assert 'lang="ru"' in client.get("/accounts/login/").text


def test_an_unknown_language_or_theme_is_refused_by_name(signed_in):
    language = signed_in.post("/language/", {"language": "tlh"})
    theme = signed_in.post("/account/theme/", {"theme": "<b>"})

    assert (language.status_code, theme.status_code) == (400, 400)
    assert "“tlh”" in language.text
    assert theme["Content-Type"].startswith("text/plain")


@pytest.mark.parametrize("to", ["https://elsewhere.example/", "//elsewhere.example/"])
def test_no_switch_leads_out_of_the_site(to, signed_in):
    language = signed_in.post("/language/", {"language": "en", "next": to})
    theme = signed_in.post("/account/theme/", {"theme": "dark"}, headers={"Referer": to})

    assert language["Location"] == theme["Location"] == "/"


def test_the_theme_of_the_menu_is_saved_and_stands_on_the_next_page(signed_in):
    signed_in.post("/account/theme/", {"theme": "dark"}, headers={"HX-Request": "true"})

    assert 'data-theme="dark" data-bs-theme="dark"' in signed_in.get("/account/").text


def test_own_sessions_are_listed_with_browser_and_address():
    person = UserFactory()
    signed_in_by_password(person, **{"User-Agent": FIREFOX})
    signed_in_by_password(UserFactory())

    text = signed_in_by_password(person).get("/account/sessions/").text

    assert text.count('scope="row"') == 2
    assert "Firefox on Linux" in text
    assert "127.0.0.1" in text


def test_one_other_session_is_ended_and_this_one_is_not():
    person = UserFactory()
    there, here = signed_in_by_password(person), signed_in_by_password(person)
    mine, other = UserSession.objects.filter(user=person).order_by("-pk")

    assert here.post(f"/account/sessions/{mine.pk}/end/").status_code == 404
    here.post(f"/account/sessions/{other.pk}/end/")

    assert there.get("/account/").status_code == 302
    assert here.get("/account/").status_code == 200


def test_the_session_of_another_person_is_not_found():
    other = signed_in_by_password(UserFactory())
    session = UserSession.objects.get()

    response = signed_in_by_password(UserFactory()).post(f"/account/sessions/{session.pk}/end/")

    assert response.status_code == 404
    assert other.get("/account/").status_code == 200


def test_all_other_sessions_are_ended_at_once():
    person = UserFactory()
    others = [signed_in_by_password(person) for _ in range(3)]
    here = signed_in_by_password(person)

    here.post("/account/sessions/end-others/")

    assert [client.get("/account/").status_code for client in others] == [302, 302, 302]
    assert here.get("/account/").status_code == 200


def test_last_seen_is_noted_every_five_minutes_and_costs_nothing_between(
    django_assert_max_num_queries,
):
    begin = dt.datetime(2026, 7, 1, 12, tzinfo=dt.UTC)
    with time_machine.travel(begin, tick=False) as clock:
        client = signed_in_by_password(UserFactory())
        clock.shift(dt.timedelta(minutes=4))
        client.get("/account/")
        assert UserSession.objects.get().last_seen_at == begin
        clock.shift(dt.timedelta(minutes=2))
        client.get("/account/")
        assert UserSession.objects.get().last_seen_at == begin + dt.timedelta(minutes=6)
        with django_assert_max_num_queries(FRAME + 1):  # the person of the form
            client.get("/account/")


def test_pages_of_the_package_that_ours_replace_lead_to_ours(signed_in):
    assert signed_in.get("/accounts/sessions/")["Location"] == "/account/sessions/"
    assert signed_in.get("/accounts/email/")["Location"] == "/account/"


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (FIREFOX, "Firefox on Linux"),
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0",
            "Edge on Windows",
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) AppleWebKit/605 Version/26.0 Mobile Safari/604.1",
            "Safari on iPhone",
        ),
        ("curl/8.14", "curl/8.14"),
        ("", "A program that does not say what it is"),
    ],
)
def test_a_browser_is_named_as_its_owner_knows_it(said, words):
    assert browser_words(said) == words


def test_preferences_sent_while_the_person_is_deactivated_do_not_let_them_in_again():
    person = UserFactory(name="Rosa")
    form = AccountForm(preferences(name="Rosa R."), instance=User.objects.get(pk=person.pk))
    assert form.is_valid()
    User.objects.filter(pk=person.pk).update(is_active=False)

    form.save()

    person.refresh_from_db()
    assert (person.name, person.is_active) == ("Rosa R.", False)
    newest = person.history.first()
    assert (newest.name, newest.is_active) == ("Rosa R.", False)
