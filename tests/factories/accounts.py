"""Offices and people."""

import factory
from django.contrib.auth.models import Group

from apps.accounts.models import Office, User


class OfficeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Office
        django_get_or_create = ["short"]

    short = factory.Sequence(lambda n: f"OFF{n}")
    name = factory.LazyAttribute(lambda o: f"Office {o.short}")


class UserFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = User
        skip_postgeneration_save = True

    email = factory.Sequence(lambda n: f"person{n}@example.org")
    name = factory.Sequence(lambda n: f"Person {n}")
    password = factory.django.Password("password")

    @factory.post_generation
    def role(self, create, extracted, **kwargs):
        if extracted:
            self.groups.add(Group.objects.get(name=extracted))
