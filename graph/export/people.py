"""The view of people: who is named together where a meeting or a contact is told, case by case.

Parties are known by agency type and family role; which person took part is told only by the text. So two
people are joined where the paragraph that tells of a meeting or a communication names both. That they
worked together is the reader's inference, not the graph's.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from graph.export.agencies import merged
from graph.export.fetch import Subgraph
from graph.export.network import Edge, Life, Node
from graph.export.pictured import first_quotes, node

PEOPLE = ("Professional", "FamilyMember")
TOLD_IN = ("Meeting", "Communication")
BELONGING = ("AGENCY_TYPE", "KINSHIP")


def people(graphs: Iterable[Subgraph]) -> Iterator[Node | Edge]:
    """People of each case, joined where they are named together, with their agency type or family role."""
    for graph in graphs:
        yield from _people(graph)


def _people(graph: Subgraph) -> Iterator[Node | Edge]:
    members = [uri for kind in PEOPLE for uri in graph.labelled(kind)]
    belonging = [
        (uri, kind, target) for uri in members for kind in BELONGING for target in graph.targets(uri, kind)
    ]
    quotes = first_quotes(graph)
    shown = {*members, *(target for _, _, target in belonging)}
    yield from (node(graph.resources[uri], quotes.get(uri, {})) for uri in shown)
    yield from (Edge(*_turned(one)) for one in belonging)
    yield from _named_together(graph, members)


def _turned(link: tuple[str, str, str]) -> tuple[str, str, str]:
    source, kind, target = link
    return source, target, kind


def _named_together(graph: Subgraph, members: list[str]) -> Iterator[Edge]:
    """One edge for two people, weighted by the number of paragraphs that name them together."""
    paragraphs: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    lives: defaultdict[tuple[str, str], list[Life]] = defaultdict(list)
    names = {uri: _names(graph, uri) for uri in members}
    for fact, passage in _passages(graph):
        text = str(graph.resources[passage].properties.get("text") or "")
        same_case = (uri for uri in members if graph.targets(uri, "IN_CASE") & graph.targets(fact, "IN_CASE"))
        present = sorted(uri for uri in same_case if names[uri].search(text))
        said = graph.resources[fact].properties
        for pair in combinations(present, 2):
            paragraphs[pair].add(passage)
            if said.get("dateFrom") and said.get("dateTo"):
                lives[pair].append((str(said["dateFrom"]), str(said["dateTo"])))
    for pair, found in paragraphs.items():
        weight = {"weight": len(found)}
        yield Edge(*pair, "NAMED_TOGETHER", weight, merged(lives[pair]), directed=False)


def _passages(graph: Subgraph) -> Iterator[tuple[str, str]]:
    """Each meeting and communication with each passage that holds evidence of it."""
    for kind in TOLD_IN:
        for fact in graph.labelled(kind):
            for evidence in sorted(graph.targets(fact, "EVIDENCE")):
                yield from ((fact, passage) for passage in sorted(graph.targets(evidence, "IN_PASSAGE")))


def _names(graph: Subgraph, uri: str) -> re.Pattern[str]:
    said = graph.resources[uri].properties
    aliases = said.get("aliases")
    names = [str(said.get("label")), *(map(str, aliases) if isinstance(aliases, list | tuple) else ())]
    return re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in sorted(names)))
