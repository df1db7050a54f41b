"""Loading the list of actors."""

import pytest

from apps.actors.load import load
from apps.actors.models import Actor, ActorName

pytestmark = pytest.mark.django_db


def test_loading_twice_changes_nothing():
    number = load()
    before = (list(Actor.objects.values()), ActorName.objects.count())

    load()

    assert Actor.objects.count() == number
    assert (list(Actor.objects.values()), ActorName.objects.count()) == before


def test_an_actor_has_its_parent_and_kind():
    load()

    mission = Actor.objects.get(key="monusco")
    assert (mission.kind, mission.acronym) == ("mission", "MONUSCO")
    assert mission.parent is not None


@pytest.mark.parametrize("name", ["monusco", "联刚稳定团"])
def test_an_actor_is_found_by_any_name_it_is_called_by(name):
    load()

    assert Actor.objects.filter(names__folded=name).distinct().get().key == "monusco"


def test_what_an_administrator_changed_by_hand_is_set_right_and_added_names_stay():
    load()
    mission = Actor.objects.get(key="monusco")
    Actor.objects.filter(pk=mission.pk).update(name_en="Wrong")
    ActorName.objects.create(actor=mission, language="en", kind="alias", text="The Mission in Goma")

    load()

    mission.refresh_from_db()
    assert mission.name_en != "Wrong"
    assert Actor.objects.get(names__folded="the mission in goma") == mission
