"""Mail on its way: by a real server, once each, tried again, and shown where it fails."""

import datetime as dt
import smtplib
import socket
from email.header import decode_header, make_header

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils import timezone

from apps.followups.mail import LEASE, WAITS, is_permanent, send, take, words_of
from apps.followups.models import Mail
from tests.conftest import FRAME
from tests.factories import MailFactory, NoticeFactory, UserFactory
from tests.followups.postbox import Server, mailer_at

pytestmark = pytest.mark.django_db
AT = dt.datetime(2026, 11, 2, 7, tzinfo=dt.UTC)
MINUTE = dt.timedelta(minutes=1)
LIST = reverse("notices:mail-list")


@pytest.fixture
def server(settings):
    with Server() as running:
        settings.MAILERS = mailer_at(running.port)
        yield running


@pytest.fixture
def postbox(server):
    return server.handler


def mail_to(email="anna@example.org", **fields):
    mail = MailFactory(person=UserFactory(email=email), **{"send_at": AT} | fields)
    NoticeFactory(person=mail.person, mail=mail, note="Die Lampen, 灯, المصابيح")
    return mail


def test_a_mail_goes_to_its_person_once(postbox):
    mail = mail_to()

    assert (send(at=AT), send(at=AT)) == (1, 0)

    mail.refresh_from_db()
    assert mail.state == "sent"
    assert mail.sent_at is not None
    ((recipients, message),) = postbox.kept.values()
    assert recipients == ["anna@example.org"]
    assert message["Message-ID"] == mail.message_id
    assert "1 notice" in str(make_header(decode_header(message["Subject"])))
    for kind in ("plain", "html"):
        assert "Die Lampen, 灯, المصابيح" in message.get_body((kind,)).get_content()


def test_many_go_by_one_connection_in_the_order_of_their_moments(postbox):
    for number in range(5):
        mail_to(f"{number}@example.org", send_at=AT - number * MINUTE)

    assert send(at=AT) == 5
    assert [to for to, _message in postbox.kept.values()] == [
        [f"{number}@example.org"] for number in reversed(range(5))
    ]


def test_a_mail_does_not_go_before_its_moment(postbox):
    mail_to(send_at=AT + MINUTE)

    assert send(at=AT) == 0
    assert send(at=AT + MINUTE) == 1


def test_what_one_worker_has_taken_no_other_takes():
    mail_to()

    assert len(take(at=AT)) == 1
    assert take(at=AT) == []


def test_what_a_dead_worker_left_is_taken_again_after_a_while(postbox):
    mail_to(state="sending", taken_at=timezone.now() - LEASE + MINUTE)

    assert send(at=AT) == 0
    Mail.objects.update(taken_at=timezone.now() - LEASE - MINUTE)
    assert send(at=AT) == 1


def test_a_repeated_one_has_the_same_message_id(postbox):
    mail_to()
    send(at=AT)
    Mail.objects.update(state="sending", taken_at=timezone.now() - LEASE - MINUTE)

    send(at=AT)

    assert (len(postbox.kept), postbox.repeats) == (1, 1)


def test_a_refused_mailbox_fails_at_once_and_the_others_go(postbox):
    mail, other = mail_to("gone@example.org"), mail_to()
    postbox.refusals["gone@example.org"] = "550 5.1.1 No such mailbox"

    assert send(at=AT) == 1

    mail.refresh_from_db()
    assert (mail.state, mail.attempts) == ("failed", 1)
    assert "550 5.1.1 No such mailbox" in mail.error
    assert [to for to, _message in postbox.kept.values()] == [[other.person.email]]


def test_a_mailbox_that_is_full_today_is_tried_again_after_growing_waits(postbox, settings):
    settings.MAIL_ATTEMPTS = 3
    mail = mail_to()
    postbox.refusals["anna@example.org"] = "452 4.2.2 Mailbox full"

    at = AT
    for attempt in (1, 2):
        assert send(at=at) == 0
        mail.refresh_from_db()
        assert (mail.state, mail.attempts) == ("waiting", attempt)
        assert mail.send_at == at + WAITS[attempt - 1]
        at = mail.send_at
    postbox.refusals.clear()

    assert send(at=at - MINUTE) == 0
    assert send(at=at) == 1
    mail.refresh_from_db()
    assert mail.error == ""


def test_a_mail_fails_for_good_after_so_many_attempts(postbox, settings):
    settings.MAIL_ATTEMPTS = 2
    mail = mail_to()
    postbox.after_data = "451 4.3.0 Try later"

    send(at=AT)
    send(at=AT + WAITS[0])

    mail.refresh_from_db()
    assert (mail.state, mail.attempts) == ("failed", 2)
    assert "451 4.3.0 Try later" in mail.error


def test_where_no_server_answers_the_mails_wait(settings):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        settings.MAILERS = mailer_at(free.getsockname()[1])
    for _ in range(3):
        mail_to(UserFactory.build().email)

    assert send(at=AT) == 0

    # One was tried; the others were not, because it was not the mail that failed.
    assert sorted(Mail.objects.values_list("state", "attempts")) == [
        ("waiting", 0),
        ("waiting", 0),
        ("waiting", 1),
    ]
    assert "ConnectionRefusedError" in Mail.objects.get(attempts=1).error


def test_who_may_not_sign_in_any_more_gets_no_mail(postbox):
    mail = mail_to()
    mail.person.is_active = False
    mail.person.save()

    assert send(at=AT) == 0
    assert not postbox.kept
    mail.refresh_from_db()
    assert mail.state == "failed"


def test_an_error_never_tells_the_password(settings):
    settings.MAILERS = mailer_at(25, username="remit", password="lamp-secret")
    plain = "AHJlbWl0AGxhbXAtc2VjcmV0"  # as AUTH PLAIN sends both

    errors = [
        smtplib.SMTPAuthenticationError(535, b"not lamp-secret"),
        smtplib.SMTPDataError(554, f"said {plain} and lamp-secret".encode()),
        OSError("remit:lamp-secret@mail.example.org"),
    ]

    assert [word for error in errors if "lamp-secret" in (word := words_of(error))] == []
    assert plain not in words_of(errors[1])
    assert "554" in words_of(errors[1])


@pytest.mark.parametrize(
    ("error", "permanent"),
    [
        (smtplib.SMTPRecipientsRefused({"a": (550, b"no")}), True),
        (smtplib.SMTPRecipientsRefused({"a": (450, b"later")}), False),
        (smtplib.SMTPDataError(554, b"spam"), True),
        (smtplib.SMTPDataError(451, b"later"), False),
        (smtplib.SMTPAuthenticationError(535, b"no"), False),
        (smtplib.SMTPSenderRefused(550, b"no", "remit@localhost"), False),
        (smtplib.SMTPServerDisconnected("gone"), False),
        (TimeoutError(), False),
        (ValueError("Invalid address"), True),
    ],
)
def test_what_is_permanent_is_what_trying_again_cannot_mend(error, permanent):
    assert is_permanent(error) is permanent


@pytest.fixture
def administrator(client):
    person = UserFactory(name="Ana")
    person.user_permissions.add(Permission.objects.get(codename="see_failed_mail"))
    client.force_login(person)
    return client


def test_an_administrator_sees_what_failed_and_lets_it_be_tried_again(administrator, postbox):
    mail = mail_to("gone@example.org")
    postbox.refusals["gone@example.org"] = "550 No such mailbox"
    send(at=AT)

    page = administrator.get(LIST).text
    assert "gone@example.org" in page
    assert "550 No such mailbox" in page

    postbox.refusals.clear()
    response = administrator.post(reverse("notices:mail-again", args=[mail.pk]), follow=True)
    assert "is tried again within a minute" in response.text
    mail.refresh_from_db()
    assert (mail.state, mail.attempts) == ("waiting", 0)
    assert send(at=mail.send_at) == 1
    assert "Every mail is sent." in administrator.get(LIST).text


def test_a_sent_mail_is_not_sent_again(administrator):
    mail = mail_to(state="sent")

    response = administrator.post(reverse("notices:mail-again", args=[mail.pk]), follow=True)

    assert "This mail is sent, or being sent." in response.text
    mail.refresh_from_db()
    assert mail.state == "sent"


@pytest.mark.parametrize("rows", [1, 20])
def test_the_list_costs_the_same_queries_at_any_length(
    rows, administrator, django_assert_num_queries
):
    for number in range(rows):
        mail_to(f"{number}@example.org", state="failed")

    with django_assert_num_queries(FRAME + 2):  # count, rows
        administrator.get(LIST)
