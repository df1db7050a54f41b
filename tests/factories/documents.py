"""Documents with their texts, paragraphs and citations."""

import datetime as dt

import factory

from apps.documents.models import Citation, Document, Paragraph, Symbol, Text
from apps.reading.symbols import normal_form

ADOPTED = dt.date(2021, 4, 19)


class DocumentFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Document
        skip_postgeneration_save = True

    symbol = factory.Sequence(lambda n: f"S/RES/{2000 + n} (2021)")
    kind = "resolution"
    organ = "council"
    adopted_on = ADOPTED
    title = "A decision"

    @factory.post_generation
    def symbols(self, create, extracted, **kwargs):
        if self.symbol:
            Symbol.objects.create(
                document=self, printed=self.symbol, normal=normal_form(self.symbol)
            )


class TextFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Text

    document = factory.SubFactory(DocumentFactory)
    language = "en"
    content = "1. Requests the Secretary-General to report on the lamps every six months;"
    sha256 = factory.Sequence(lambda n: f"{n:064x}")
    filename = "decision.txt"


class ParagraphFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Paragraph

    text = factory.SubFactory(TextFactory)
    position = factory.Sequence(lambda n: n + 1)
    label = factory.LazyAttribute(lambda o: str(o.position))
    part = "operative"
    start = 0
    end = factory.LazyAttribute(lambda o: len(o.text.content))
    words = factory.LazyAttribute(lambda o: o.text.content)
    pieces = [[0, 0]]


class CitationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Citation

    paragraph = factory.SubFactory(ParagraphFactory)
    start = 0
    end = 8
    symbol = "S/RES/1999 (2011)"
    normal = factory.LazyAttribute(lambda o: normal_form(o.symbol))
    act = "recalls"
