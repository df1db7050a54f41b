"""One office hands an obligation over and the other accepts it: by keyboard alone, and axe finds nothing."""

import pytest

from apps.obligations.models import Obligation
from tests.factories import (
    CycleFactory,
    FindingProposalFactory,
    OfficeFactory,
    ShareLinkFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db(transaction=True)


def press(page, role, name):
    """Go to a control as Tab does, and press it."""
    control = page.get_by_role(role, name=name, exact=True).first
    control.focus()
    assert control.evaluate("one => one === document.activeElement")
    page.keyboard.press("Enter")


def test_an_obligation_is_handed_over_and_accepted_by_keyboard(people, open_page, sign_in, axe):
    other = OfficeFactory(short="OTHER", name="The other office")
    anna = UserFactory(role="focal point", office=other, name="Anna Other")
    giver = people["focal point"]
    obligation = CycleFactory(cadence__obligation__lead=giver.office).obligation

    page = open_page()
    sign_in(page, giver)
    page.goto(f"/obligations/{obligation.pk}/")
    press(page, "link", "Hand over")
    page.wait_for_url("**/offer/")
    page.get_by_label("To the office").focus()
    page.keyboard.type("OTHER")
    page.get_by_label("To a person in it").focus()
    page.keyboard.type("Anna Other")
    page.get_by_label("Note").focus()
    page.keyboard.type("The lamps moved to you.")
    press(page, "button", "Offer")
    page.get_by_role("heading", name="Offered to OTHER").wait_for()
    axe(page, "an offer that waits")
    page.goto("/handovers/")
    axe(page, "offers")

    receiver = open_page()
    sign_in(receiver, anna)
    receiver.goto("/handovers/")
    axe(receiver, "offers to accept")
    control = receiver.get_by_role("button", name="Accept").first
    control.focus()
    receiver.keyboard.press("Enter")
    receiver.get_by_text("Accepted: OTHER leads it now.").wait_for()

    obligation = Obligation.objects.get(pk=obligation.pk)
    assert (obligation.lead, obligation.responsible) == (other, anna)


@pytest.mark.parametrize("width", [1280, 390])
def test_what_is_shared_and_what_waits_is_accessible(
    width, people, open_page, sign_in, axe, settings
):
    settings.SHARE_LINKS = settings.FINDINGS_NEED_APPROVAL = True
    cycle = CycleFactory()
    one = ShareLinkFactory(obligation=cycle.obligation)
    all_ = ShareLinkFactory(obligation=None, register="cycles")
    FindingProposalFactory(obligation=cycle.obligation)

    page = open_page(width)
    for link in (one, all_):
        page.goto(f"/shared/{link.token}/")
        page.get_by_role("heading", level=1).wait_for()
        axe(page, f"shared {link}")
    sign_in(page, people["officer"])
    for address in ("/findings/", "/shares/", f"/obligations/{cycle.obligation_id}/"):
        page.goto(address)
        axe(page, address)
