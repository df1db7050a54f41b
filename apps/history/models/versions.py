"""How a model gets its history: `history = records()`.

django-simple-history keeps the versions, whole rows; here each of them also gets its row of the
ledger, in the same transaction as the record itself, and none can be changed any more.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import cache, wraps
from typing import Any, ClassVar, NoReturn

from django.apps import apps
from django.db import models, transaction
from django.utils import timezone
from simple_history.manager import HistoricalQuerySet, HistoryManager
from simple_history.models import HistoricalRecords

from .change import CannotRewrite, WrittenOnce
from .record import record


def records(
    *, named_by: Sequence[str] = (), derived: Iterable[str] = (), **options: Any
) -> "Records":
    """Keep every version of a model, and every change in the ledger.

    `named_by` are the relations that its `str` needs, fetched at once for many; `derived` are fields
    that a change is not told by, for they follow from others or count. A model whose rows hang on an
    obligation has an `obligation_id`, or says which in a property `hangs_on`.
    """
    return Records(named_by=named_by, derived=derived, **options)


@cache
def version_models() -> dict[str, Any]:
    """The model of the versions of every kind of record that has a history, by kind."""
    return {
        model._meta.label_lower: getattr(model, model._meta.simple_history_manager_attribute).model
        for model in apps.get_models()
        if hasattr(model._meta, "simple_history_manager_attribute")
    }


class VersionQuerySet(HistoricalQuerySet):  # type: ignore[misc]
    """Versions are read and added, never changed or deleted."""

    def update(self, **values: Any) -> NoReturn:
        raise CannotRewrite(self.model._meta.label)

    def delete(self) -> NoReturn:
        raise CannotRewrite(self.model._meta.label)


class Version(WrittenOnce):
    """What the tables of versions have in common; no column of its own."""

    named_by: Sequence[str] = ()
    derived: frozenset[str] = frozenset()

    objects: ClassVar[Any] = models.Manager.from_queryset(VersionQuerySet)()

    class Meta:
        abstract = True


class VersionManager(HistoryManager):  # type: ignore[misc]
    """What `Model.history` is: also versions that are made many at once come into the ledger."""

    @transaction.atomic
    def bulk_history_create(self, objs: Iterable[Any], *args: Any, **kwargs: Any) -> Any:
        instances = list(objs)
        versions = super().bulk_history_create(instances, *args, **kwargs)
        record(versions or [], instances if versions else [])
        return versions


class Records(HistoricalRecords):  # type: ignore[misc]
    """The versions of one model, each entered in the ledger."""

    def __init__(
        self, *, named_by: Sequence[str] = (), derived: Iterable[str] = (), **options: Any
    ) -> None:
        super().__init__(
            bases=(Version,),
            history_manager=VersionManager,
            historical_queryset=VersionQuerySet,
            **options,
        )
        self.named_by, self.derived = named_by, frozenset(derived)

    def add_extra_methods(self, cls: Any) -> None:
        """Also: the record, its version and its row of the ledger stand or fall together."""
        super().add_extra_methods(cls)
        cls.save = _whole(cls.save)

    def create_history_model(self, model: Any, inherited: bool) -> Any:  # noqa: FBT001
        version = super().create_history_model(model, inherited)
        version.named_by, version.derived = self.named_by, self.derived
        return version

    def post_save(self, instance: Any, created: bool, using: Any = None, **kwargs: Any) -> None:  # noqa: FBT001
        """A save of nothing but fields that the history leaves out (a sign-in) is no change."""
        names = kwargs.get("update_fields")
        kept = {field.name for field in self.fields_included(type(instance))}
        if created or names is None or kept.intersection(names):
            super().post_save(instance, created, using=using, **kwargs)

    def create_historical_record(self, instance: Any, history_type: str, using: Any = None) -> None:
        """Write the version, what it leads to and its row of the ledger."""
        model = getattr(instance, self.manager_name).model
        version = model(
            history_date=getattr(instance, "_history_date", None) or timezone.now(),  # noqa: TID251
            history_type=history_type,
            history_user=self.get_history_user(instance),
            history_change_reason=self.get_change_reason_for_object(instance, history_type, using),
            **{
                field.attname: getattr(instance, field.attname)
                for field in self.fields_included(instance)
            },
        )
        with transaction.atomic(savepoint=False):
            version.save()
            self.create_historical_record_m2ms(version, instance)
            record([version], [instance])


def _whole(save: Callable[..., None]) -> Callable[..., None]:
    @wraps(save)
    def saved(self: models.Model, *args: Any, **kwargs: Any) -> None:
        with transaction.atomic(savepoint=False):
            save(self, *args, **kwargs)

    return saved
