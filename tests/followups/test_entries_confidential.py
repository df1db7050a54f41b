"""An entry that is confidential to an office: who reads it, and who is kept from it."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from apps.followups.log import log
from apps.followups.models import Entry
from tests.factories import ObligationFactory, OfficeFactory, UserFactory
from tests.followups.entries import NOON, address, refused, typed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("on_the_day")]


class TestConfidential:
    @pytest.fixture
    def secret(self, office):
        obligation = ObligationFactory(lead=office)
        author = UserFactory(office=office)
        entry = Entry(
            obligation=obligation,
            author=author,
            happened_on=NOON.date(),
            text="The kettle is blue",
            next_step="Paint the kettle",
            confidential_for=office,
        )
        return log(entry, [SimpleUploadedFile("kettle.txt", b"blue")], at=NOON)

    def test_the_office_reads_it_and_an_auditor_and_those_above(self, secret, client_as, office):
        above = OfficeFactory(short="TOP")
        office.parent = above
        office.save()
        for client in (client_as("reader"), client_as("auditor")):
            page = client.get(address("obligation-detail", secret.obligation)).text
            assert "The kettle is blue" in page

        client.force_login(UserFactory(role="reader", office=above))
        assert "kettle" in client.get(address("obligation-detail", secret.obligation)).text

    @pytest.mark.parametrize("role", ["reader", "focal point", "officer", "manager"])
    def test_nobody_else_does_not_even_an_officer(self, secret, role, client):
        client.force_login(UserFactory(role=role, office=OfficeFactory(short="OTHER")))

        assert "kettle" not in client.get(address("obligation-detail", secret.obligation)).text
        assert "kettle" not in client.get(reverse("followups:next-steps")).text
        file = secret.attachments.get()
        assert client.get(address("attachment", file)).status_code == 404
        assert client.post(address("step-done", secret)).status_code == 404
        assert client.get(address("entry-correct", secret)).status_code == 404

    def test_nobody_is_called_to_what_they_may_not_read(self, officer, office):
        UserFactory(name="Ben Ray", role="officer", office=OfficeFactory(short="OTHER"))

        response = officer.post(
            address("entry-add", ObligationFactory(lead=office)),
            typed(text="@Ben Ray look", confidential="on"),
        )

        refused(response, "Ben Ray may not read what is confidential to DPPA")

    def test_its_correction_is_as_confidential(self, secret, officer):
        officer.post(address("entry-correct", secret), typed(text="It is red"))

        assert Entry.objects.get(corrects=secret).confidential_for == secret.confidential_for
