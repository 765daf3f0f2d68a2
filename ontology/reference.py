"""The ontology for readers: every class, property and code with what it means, as Markdown or Turtle."""

from __future__ import annotations

from collections.abc import Iterator

from ontology import vocabulary
from ontology.vocabulary import NAMESPACE, ClassInfo, Concept, PropertyInfo

FILES = ("casetrace.ttl", "schemes.ttl", "shapes.ttl")
MATCHES = {
    "exactMatch": "same as",
    "closeMatch": "close to",
    "broadMatch": "within",
    "narrowMatch": "wider than",
    "relatedMatch": "related to",
}


def turtle() -> str:
    """Return classes, properties, schemes and shapes as one Turtle document, comments and all."""
    return "\n".join(vocabulary.text(name) for name in FILES)


def reference_markdown() -> str:
    """Return the readable reference, which docs/ontology.md holds."""
    return "\n".join([*_head(), *_class_part(), *_scheme_part()]).rstrip() + "\n"


def _head() -> Iterator[str]:
    yield "# Ontology"
    yield ""
    yield "Generated from the files in `ontology/`; do not edit. `casetrace ontology` prints this page,"
    yield f"`casetrace ontology --format turtle` the terms themselves. Namespace: `{NAMESPACE}`."
    yield ""


def _class_part() -> Iterator[str]:
    yield "## Classes"
    yield ""
    for info in vocabulary.classes():
        yield from _class_lines(info)


def _class_lines(info: ClassInfo) -> Iterator[str]:
    yield f"### {info.name}"
    yield ""
    above = f" A kind of {', '.join(info.parents)}." if info.parents else ""
    yield f"{info.definition}{above}"
    for example in info.examples:
        yield f"For example: {example}"
    yield ""
    if info.properties:
        yield "| property | value | how many | meaning | example |"
        yield "|---|---|---|---|---|"
        for one in info.properties:
            example = one.examples[0] if one.examples else ""
            yield f"| {one.name} | {_range(one)} | {_cardinality(one)} | {one.definition} | {example} |"
        yield ""


def _range(info: PropertyInfo) -> str:
    return f"`{info.relationship}` → {info.range}" if info.relationship else info.range


def _cardinality(info: PropertyInfo) -> str:
    least = "1" if info.required else "0"
    return f"{least} or more" if info.many else ("1" if info.required else "0 or 1")


def _scheme_part() -> Iterator[str]:
    yield "## Code lists"
    yield ""
    for scheme in vocabulary.schemes():
        yield f"### {scheme}"
        yield ""
        yield vocabulary.scheme_definition(scheme)
        yield ""
        yield "| code | name | meaning |"
        yield "|---|---|---|"
        for one in vocabulary.concepts(scheme):
            yield f"| {one.code} | {one.label} | {one.definition}{_links(one)} |"
        yield ""


def _links(concept: Concept) -> str:
    broader = [f"under {concept.broader}"] if concept.broader else []
    matches = [f"{MATCHES[relation]} {scheme} {code}" for relation, scheme, code in concept.matches]
    links = [*broader, *matches]
    return f" ({'; '.join(links)})" if links else ""
