"""Briefs as pydantic models, for the benchmark of formats."""

from typing import Annotated, Any, Literal, TypeAlias

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    PlainSerializer,
    PlainValidator,
    StringConstraints,
)

from benchmarks.formats_peers import Genre, Kind, parse

__all__ = ["Brief"]

Text: TypeAlias = Annotated[str, StringConstraints(min_length=1)]
Date: TypeAlias = Annotated[Any, PlainValidator(parse), PlainSerializer(str, return_type=str)]


class Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Named(Model):
    name: Text
    id: Text | None = None


class Person(Named):
    type: Literal["person"]
    anonymous: bool = False


class Organization(Named):
    type: Literal["organization"]


class Country(Named):
    type: Literal["country"]


Actor: TypeAlias = Annotated[Person | Organization | Country, Field(discriminator="type")]


class Span(Model):
    start: int
    end: int


class Source(Model):
    id: Text
    url: Text | None = None
    title: Text | None = None
    publisher: Text | None = None
    kind: Text | None = None
    published: Date | None = None
    updated: Date | None = None
    language: Text | None = None
    text_sha256: Text | None = None


class Quote(Model):
    id: Text
    text: Text
    speaker: Actor | None = None
    post: Named | None = None
    said: Date | None = None
    kind: Kind = Kind.DIRECT
    cue: Text | None = None
    spans: tuple[Span, ...] = ()
    attribution_text: Text | None = None
    statement: Text | None = None
    known: Date | None = None


class Statement(Model):
    id: Text
    speaker: Actor | None = None
    post: Named | None = None
    on_behalf_of: Actor | None = None
    audience: tuple[Actor, ...] = ()
    made: Date | None = None
    genre: Genre | None = None
    occasion: Text | None = None
    occasion_relation: Text | None = None
    text: Text | None = None
    topics: tuple[Text, ...] = ()
    spans: tuple[Span, ...] = ()
    known: Date | None = None


class Brief(Model):
    source: Source
    text: str | None = None
    quotes: tuple[Quote, ...] = ()
    statements: tuple[Statement, ...] = ()
