"""Actors."""

import factory

from apps.actors.models import Actor, ActorKind


class ActorFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Actor

    key = factory.Sequence(lambda n: f"actor-{n}")
    kind = ActorKind.SECRETARIAT
    name_ar = name_en = name_es = name_fr = name_ru = name_zh = factory.LazyAttribute(
        lambda o: f"Actor {o.key}"
    )
